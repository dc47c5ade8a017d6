"""A list of names for a Rich table, which breaks between names and not inside them."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len, chop_cells
from rich.console import Console, ConsoleOptions
from rich.measure import Measurement
from rich.text import Text

from gdquality.formats.controls import visible


class NameList:
    """Names joined by 、, which begins no line; only a name wider than its column is folded."""

    def __init__(self, names: Sequence[str], style: str = "") -> None:
        """Show `names` in `style`, as data and never as markup."""
        shown = [visible(name) for name in names]
        self.pieces = [f"{name}、" for name in shown[:-1]] + shown[-1:]
        self.style = style

    def __rich_console__(self, _console: Console, options: ConsoleOptions) -> Iterator[Text]:
        """Yield the lines, filled with as many names as fit."""
        line = ""
        for piece in self.pieces:
            if line and cell_len(line + piece) > options.max_width:
                yield Text(line, style=self.style)
                line = ""
            *full, line = _folded(line + piece, options.max_width)
            for one in full:
                yield Text(one, style=self.style)
        yield Text(line, style=self.style)

    def __rich_measure__(self, _console: Console, _options: ConsoleOptions) -> Measurement:
        """Measure the widest name and the whole list, in cells."""
        widths = [cell_len(piece) for piece in self.pieces] or [0]
        return Measurement(max(widths), sum(widths))


def _folded(text: str, width: int) -> list[str]:
    lines = chop_cells(text, width) or [""]
    if lines[-1] == "、" and len(lines) > 1:
        lines[-2:] = [lines[-2][:-1], f"{lines[-2][-1]}、"]
    return lines
