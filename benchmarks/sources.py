"""Reading files of 35 and of 3,500 rows: milliseconds, beside what the library alone takes.

A reader is to take time in proportion to the length of its file. What importing it takes comes once
in a process, and only with a file of the format; it is measured in processes of their own. No
library writes a .doc: name one or two with `--doc` (LibreOffice makes them of a .docx).

    python benchmarks/sources.py [FORMAT...] [--doc FILE...]
"""

import argparse
import csv
import gc
import io
import resource
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from office_oxide import Document
from office_writers import (
    read_by_docx,
    read_by_openpyxl,
    read_by_xlrd,
    write_docx,
    write_xls,
    write_xlsx,
)
from pdf_writer import read_by_pdfium, write_pdf
from selectolax.lexbor import LexborHTMLParser

from gdquality.data_folder import packaged_folder
from gdquality.sources.interface import SourceDocument
from gdquality.sources.recognition import read_source

GROWTH = 100
ROUNDS = 10
FEW = 2
"""Rounds of what takes longer than a second."""
IMPORTS = 5

Rows = list[list[str]]
Read = Callable[[bytes], object]


@dataclass(frozen=True)
class Format:
    """How a table is written, which module reads it, and what its library alone does, if any."""

    name: str
    write: Callable[[Rows], bytes]
    module: str
    library: Read | None = None


def best(function: Read, data: bytes) -> float:
    """Return the least milliseconds of a processor that `function` took for `data`.

    With those of processes that it starts and waits for, as the reader of PDF does.
    """
    times: list[float] = []
    while len(times) < (ROUNDS if sum(times) < 1 else FEW):
        start = processor_time()
        function(data)
        times.append(processor_time() - start)
    return min(times) * 1000


def processor_time() -> float:
    """Return the seconds that this process has used, and those that it has waited for."""
    used = (resource.getrusage(of) for of in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(of.ru_utime + of.ru_stime for of in used)


def of_import(module: str) -> float:
    """Return the least milliseconds that a process takes longer that imports a reader, too."""

    def least(what: str) -> float:
        code = f"import time, {what}; print(time.process_time())"
        runs = (
            subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
            for _ in range(IMPORTS)
        )
        return min(float(run.stdout) for run in runs)

    base = "gdquality.sources.recognition"
    return max(0.0, least(f"{base}, gdquality.sources.{module}") - least(base)) * 1000


def as_text(rows: list[list[str]]) -> bytes:
    """Write rows with tabs, under a title."""
    return ("任务分工表\n" + "".join("\t".join(row) + "\n" for row in rows)).encode()


def as_markdown(rows: list[list[str]]) -> bytes:
    """Write rows as GitHub does."""
    lines = ["| " + " | ".join(row) + " |\n" for row in rows]
    return "".join([lines[0], "|---" * len(rows[0]) + "|\n", *lines[1:]]).encode()


def as_csv(rows: list[list[str]]) -> bytes:
    """Write rows as Excel does in China."""
    stream = io.StringIO()
    csv.writer(stream).writerows(rows)
    return stream.getvalue().encode("gb18030")


def as_page(rows: list[list[str]]) -> bytes:
    """Write rows as a plain table."""
    return _page(rows, "<td>{}</td>").encode()


def as_page_of_word(rows: list[list[str]]) -> bytes:
    """Write rows with the marks that Word puts around each cell."""
    cell = (
        '<td width=142 valign=top style="border:solid windowtext 1.0pt"><p class=MsoNormal '
        'align=center style="text-align:center"><span lang=EN-US style="font-family:仿宋_GB2312">'
        "{}<o:p></o:p></span></p></td>"
    )
    return _page(rows, cell).encode("gb18030")


def _page(rows: list[list[str]], cell: str) -> str:
    lines = ("<tr>" + "".join(cell.format(text) for text in row) + "</tr>\n" for row in rows)
    return f"<html><body><h1>任务分工表</h1><table>{''.join(lines)}</table></body></html>"


FORMATS = (
    Format("text", as_text, "text"),
    Format("markdown", as_markdown, "markdown"),
    Format(
        "csv", as_csv, "csv", lambda data: list(csv.reader(io.StringIO(data.decode("gb18030"))))
    ),
    Format("html", as_page, "html", LexborHTMLParser),
    Format("html of Word", as_page_of_word, "html", LexborHTMLParser),
    Format("docx", write_docx, "docx", read_by_docx),
    Format("xlsx", write_xlsx, "xlsx", read_by_openpyxl),
    Format("xls", write_xls, "xls", read_by_xlrd),
    Format("pdf", write_pdf, "pdf.document", read_by_pdfium),
)


def packaged_rows() -> list[list[str]]:
    """Return the heading and the 35 rows of the packaged notice."""
    text = (packaged_folder() / "notice.txt").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if "\t" in line]
    return [rows[0], *(row for row in rows if row[0].isdigit())]


def read(data: bytes) -> SourceDocument:
    """Read a file without a name."""
    return read_source(data, "")


def read_by_office_oxide(data: bytes) -> object:
    """Return the text of a .doc."""
    return Document.from_bytes(data, "doc").plain_text()


def measured(name: str, module: str, files: list[bytes], library: Read | None) -> str:
    """Return the line of a format: each file read by us and by the library, and the import."""
    times = []
    for data in files:
        alone = f"{best(library, data):8.1f}" if library else "       -"
        times.append(f"{best(read, data):8.1f} {alone}")
    return f"{name:12} {'  '.join(times):36} {of_import(module):7.0f}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--doc", type=Path, nargs="+", default=[])
    parser.add_argument("formats", nargs="*")
    asked = parser.parse_args()
    gc.disable()  # as the command does
    heading, *tasks = packaged_rows()
    print("ms            35 rows  library  3,500 rows library    import")
    for format_ in FORMATS:
        if asked.formats and format_.name not in asked.formats:
            continue
        files = [format_.write([heading, *tasks * times]) for times in (1, GROWTH)]
        print(measured(format_.name, format_.module, files, format_.library), flush=True)
    if asked.doc:
        files = [file.read_bytes() for file in asked.doc]
        print(measured("doc", "doc", files, read_by_office_oxide))


if __name__ == "__main__":
    main()
