"""Tables and text as Rich draws them: nothing is cut, data is no markup, no right edge shifts."""

from collections.abc import Iterable

from rich.box import Box
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from gdquality.formats.controls import visible

RULED = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)
"""A rule below the headings, of hyphens: lines of boxes are two cells wide in some terminals."""

WIDEST = 0.3
"""The part of the terminal's width that a title or a short list may take."""


def draw(parts: Iterable[RenderableType], console: Console) -> str:
    """Return `parts`, one below the other, as `console` draws them."""
    shown = [*parts]
    for table in shown:
        # The last column, the longest list, gets what the others leave.
        for column in table.columns[1:-1] if isinstance(table, Table) else ():
            column.max_width = round(console.width * WIDEST)
    with console.capture() as capture:
        console.print(Group(*shown), crop=False)
    return "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())


def plain_table(title: str, first: str, *columns: str) -> Table:
    """Return an empty table that folds what it cannot fit; the first column is never folded."""
    table = Table(
        title=title or None,
        title_justify="left",
        title_style="bold",
        box=RULED,
        show_edge=False,
        pad_edge=False,
    )
    table.add_column(first, no_wrap=True, justify="right")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def text_of(text: str, style: str = "") -> Text:
    """Return `text` for a table: as data, never as markup, control characters made visible."""
    return Text(visible(text), style=style, overflow="fold")
