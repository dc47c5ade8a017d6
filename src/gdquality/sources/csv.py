"""Tables with commas, semicolons or tabs between the cells, as workbooks write and copy them."""

import csv
import io
import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gdquality.records import Place, Remark
from gdquality.sources.encoding import decode
from gdquality.sources.interface import Cell, SourceDocument, Table
from gdquality.sources.lines import padded
from gdquality.sources.sizes import check_table, check_text, within_limits

_SAMPLE = 500
"""Lines by which a table is known."""

_REGULAR = 0.8
"""Share of the rows that have as many cells as most, in what is known as a table."""

_FEWEST_ROWS = 2
_LONGEST_HEADING = 30
_SENTENCE_ENDS = tuple("。；：！？;:!?.")


@dataclass(frozen=True, slots=True)
class Delimiter:
    """What may stand between cells, and how many lines above and below a table may have none."""

    character: str
    most_around: int


# A text with tabs is read as well as a text, which tells prose from tables line by line.
DELIMITERS = (Delimiter("\t", 0), Delimiter(",", 3), Delimiter(";", 3))


def read(data: bytes, file: str) -> SourceDocument:
    """Return the one table of a file; places are rows and columns as a workbook shows them.

    Where quotation marks are not paired, lines are rows, and a remark says so. Raises InputError
    where the text cannot be decoded, or is too large.
    """
    text = decode(data, file)
    delimiter = delimiter_of(text) or ","
    with within_limits(file):
        check_text(text)
        check_table(text.count(delimiter))
        rows, remarks = _rows(_without_declaration(text), delimiter)
        table = _table(rows, first=2 if _declared(text) else 1)
    return SourceDocument(file, "csv", (table,) if table else (), remarks)


def delimiter_of(text: str) -> str:
    """Return what separates the cells of a table that `text` is, or "" if it is none.

    It is none unless nearly all rows have as many cells and the first has headings: prose has
    commas, too.
    """
    if declared := _declared(text):
        return declared
    sample = "".join(itertools.islice(io.StringIO(text), _SAMPLE))
    widths = {
        delimiter.character: max(
            _regular_width(rows, delimiter) for rows in _readings(sample, delimiter.character)
        )
        for delimiter in DELIMITERS
        if delimiter.character in sample
    }
    best = max(widths, key=lambda character: widths[character], default="")
    return best if widths.get(best) else ""


def _declared(text: str) -> str:
    """Return the delimiter that a first line of Excel's own (sep=;) says."""
    line = text[:10].partition("\n")[0].strip().lower()
    return line.removeprefix("sep=") if len(line) == len("sep=;") and line[:4] == "sep=" else ""


def _without_declaration(text: str) -> str:
    return text.partition("\n")[2] if _declared(text) else text


def _readings(sample: str, delimiter: str) -> Iterator[list[list[str]]]:
    """Yield the rows of a sample, and its lines where quotation marks do not pair, or are cut."""
    rows, line = _parsed(sample, delimiter)
    yield rows
    if line:
        yield _split(sample, delimiter)


def _split(text: str, delimiter: str) -> list[list[str]]:
    return [line.split(delimiter) for line in text.split("\n")]


def _parsed(text: str, delimiter: str) -> tuple[list[list[str]], int]:
    """Return the rows until quotation marks are not paired, and on what line, 0 if they all are."""
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=delimiter, strict=True, skipinitialspace=True
    )
    rows: list[list[str]] = []
    try:
        rows.extend(reader)
    except csv.Error:
        return rows, max(reader.line_num, 1)
    return rows, 0


def _regular_width(rows: Sequence[Sequence[str]], delimiter: Delimiter) -> int:
    """Return how many cells the rows have that make a table, or 0 if they do not."""
    rows = [row for row in rows if any(map(str.strip, row))]
    wide = [index for index, row in enumerate(rows) if len(row) > 1]
    if len(wide) < _FEWEST_ROWS:
        return 0
    table = rows[wide[0] : wide[-1] + 1]
    width, count = Counter(len(row) for row in table).most_common(1)[0]
    is_table = (
        width > 1
        and count >= max(_FEWEST_ROWS, _REGULAR * len(table))
        and max(wide[0], len(rows) - 1 - wide[-1]) <= delimiter.most_around
        and _is_heading(table[0])
    )
    return width if is_table else 0


def _is_heading(row: Sequence[str]) -> bool:
    cells = [cell.strip() for cell in row if cell.strip()]
    return all(
        len(cell) <= _LONGEST_HEADING and not cell.endswith(_SENTENCE_ENDS) and "。" not in cell
        for cell in cells
    )


def _rows(text: str, delimiter: str) -> tuple[list[list[str]], tuple[Remark, ...]]:
    rows, line = _parsed(text, delimiter)
    if not line:
        return rows, ()
    remark = Remark("unpaired-quotes", "引号不成对，逐行读取", Place(line))
    return _split(text, delimiter), (remark,)


def _table(rows: Sequence[Sequence[str]], first: int) -> Table | None:
    cells = [
        [Cell(text.strip(), Place(number, column)) for column, text in enumerate(row, start=1)]
        for number, row in enumerate(rows, start=first)
        if any(text.strip() for text in row)
    ]
    return Table(padded(cells), cells[0][0].place) if cells else None
