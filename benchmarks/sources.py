"""Reading files: milliseconds for 35 rows, and how they grow, beside what the library alone takes.

A format's reader is to take time in proportion to the length of its file.

    python benchmarks/sources.py [FORMAT...]
"""

import csv
import gc
import io
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from office_writers import (
    read_by_docx,
    read_by_openpyxl,
    read_by_xlrd,
    write_docx,
    write_xls,
    write_xlsx,
)
from selectolax.lexbor import LexborHTMLParser

from gdquality.data_folder import packaged_folder
from gdquality.sources.interface import SourceDocument
from gdquality.sources.recognition import read_source

ROUNDS = 10
GROWTH = 100


@dataclass(frozen=True)
class Format:
    """How a table is written in a format, and what its library alone does with that, if any."""

    name: str
    write: Callable[[list[list[str]]], bytes]
    library: Callable[[bytes], object] | None = None


def best(function: Callable[[bytes], object], data: bytes) -> float:
    """Return the least milliseconds of this process that `function` took for `data`."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        function(data)
        times.append(time.process_time() - start)
    return min(times) * 1000


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
    Format("text", as_text),
    Format("markdown", as_markdown),
    Format("csv", as_csv, lambda data: list(csv.reader(io.StringIO(data.decode("gb18030"))))),
    Format("html", as_page, LexborHTMLParser),
    Format("html of Word", as_page_of_word, LexborHTMLParser),
    Format("docx", write_docx, read_by_docx),
    Format("xlsx", write_xlsx, read_by_openpyxl),
    Format("xls", write_xls, read_by_xlrd),
)


def packaged_rows() -> list[list[str]]:
    """Return the heading and the 35 rows of the packaged notice."""
    text = (packaged_folder() / "notice.txt").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if "\t" in line]
    return [rows[0], *(row for row in rows if row[0].isdigit())]


def read(data: bytes) -> SourceDocument:
    """Read a file without a name."""
    return read_source(data, "")


def main() -> None:
    """Measure and print."""
    gc.disable()  # as the command does
    heading, *tasks = packaged_rows()
    print("              35 rows  library      3,500 rows")
    for format_ in FORMATS:
        if sys.argv[1:] and format_.name not in sys.argv[1:]:
            continue
        small = format_.write([heading, *tasks])
        large = format_.write([heading, *tasks * GROWTH])
        base = best(read, small)
        alone = f"{best(format_.library, small):7.2f}" if format_.library else "      -"
        growth = best(read, large) / base
        print(f"{format_.name:12}  {base:7.2f}  {alone} ms  {growth:6.0f} times as long")


if __name__ == "__main__":
    main()
