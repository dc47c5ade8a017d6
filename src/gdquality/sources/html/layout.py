"""Which tables hold data, and which only lay out the page."""

from collections.abc import Iterable, Mapping, Sequence

from gdquality.sources.html.grid import Grid, SpanningCell

_MENU = 0.8
"""Share of a table's text that is links in a menu or a list of pages."""

_MAIN = 0.5
"""Share of a table's text beyond which one cell, or tables inside it, are what it lays out."""

_MANY_PARAGRAPHS = 8
"""Paragraphs that are an article rather than a cell, where the rest of the table is irregular."""

_SHORT = 20
"""Characters of the longest cell of a heading that stands in a table of its own."""

_FEWEST_COLUMNS = 3
"""Columns of a table that is known as one by them alone."""


def lays_out_the_page(grid: Grid, attributes: Mapping[str, str | None]) -> bool:
    """Tell whether a table is none for its reader, who sees its cells one after another.

    Data stand in columns: two cells of text beside each other, in more rows than one.
    """
    rows = [[cell for cell in dict.fromkeys(row) if cell and cell.text] for row in grid.rows]
    rows = [row for row in rows if row]
    cells = list(dict.fromkeys(cell for row in rows for cell in row))
    length = sum(len(cell.text) for cell in cells)
    if (attributes.get("role") or "").lower() in {"presentation", "none"}:
        return True
    if all(len(row) == 1 for row in rows) or _linked(cells) > _MENU * length:
        return True
    if any(_has_table(cell) for cell in cells):
        return not _is_data_around_tables(rows, length)
    if len(rows) == 1:
        return len(rows[0]) < _FEWEST_COLUMNS or not _is_heading(rows[0])
    return _is_around_an_article(rows, length)


def _linked(cells: Iterable[SpanningCell]) -> int:
    return sum(cell.linked for cell in cells)


def _has_table(cell: SpanningCell) -> bool:
    return any(isinstance(block, Grid) for block in cell.blocks)


def _is_data_around_tables(rows: Sequence[Sequence[SpanningCell]], length: int) -> bool:
    """Tell whether tables stand in cells beside others, in a table of many columns.

    One with headings may hold more in them than beside them.
    """
    plain = [[cell for cell in row if not _has_table(cell)] for row in rows]
    with_table = {cell for row in rows for cell in row if _has_table(cell)}
    inside = sum(len(cell.text) for cell in with_table)
    return (
        (inside <= _MAIN * length or _is_headed(rows[0]))
        and sum(len(row) >= _FEWEST_COLUMNS for row in rows) > 1
        and all(len(row) > 1 for row, whole in zip(plain, rows, strict=True) if row != whole)
    )


def _is_headed(row: Sequence[SpanningCell]) -> bool:
    return _is_heading(row) and all(cell.is_heading for cell in row)


def _is_heading(row: Sequence[SpanningCell]) -> bool:
    return all(
        len(cell.blocks) == 1 and len(cell.text) <= _SHORT and not cell.linked for cell in row
    )


def _is_around_an_article(rows: Sequence[Sequence[SpanningCell]], length: int) -> bool:
    """Tell whether one cell holds most of the text, in a table without regular columns."""
    main = max((cell for row in rows for cell in row), key=lambda cell: len(cell.text))
    is_regular = len({len(row) for row in rows}) == 1 and (
        len(rows[0]) >= _FEWEST_COLUMNS or _is_heading(rows[0])
    )
    return (
        not is_regular and len(main.blocks) >= _MANY_PARAGRAPHS and len(main.text) > _MAIN * length
    )
