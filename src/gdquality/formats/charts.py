"""What charts in the Vega-Lite grammar have in common: measures, colours, axes.

Text stays text, in the first Chinese font that the reader's machine has. Where to put it is
therefore reckoned from its width in cells, and never from the fonts of the machine that draws.
"""

from typing import Any

FONTS = (
    "'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', 'PingFang SC', SimHei, sans-serif"
)
SIZE = 12
"""Pixels of a character, which are also those of a line of one character."""

TITLE_SIZE = 16
"""Pixels of a character of the title."""

STEP = 20
"""Pixels from one row or column to the next."""

DARK, MIDDLE, FAINT = "#1f4e79", "#6f9bc8", "#e6e6e6"


FRAME: dict[str, Any] = {
    "background": "white",
    "config": {
        "font": FONTS,
        "axis": {
            "aria": False,
            "domain": False,
            "ticks": False,
            "labelFontSize": SIZE,
            "labelLimit": 0,
        },
        "header": {"labelFontSize": SIZE, "labelFontWeight": "bold", "title": None},
        "legend": {
            "aria": False,
            "orient": "top",
            "columns": 1,
            "labelFontSize": SIZE,
            "title": None,
        },
        "title": {
            "aria": False,
            "anchor": "start",
            "fontSize": TITLE_SIZE,
            "offset": SIZE,
            "subtitleFontSize": SIZE,
            "subtitlePadding": 4,
        },
        "view": {"stroke": None},
    },
}


def padding(drawn: int, needed: int) -> dict[str, int]:
    """Return the padding of a picture `drawn` so wide, that has to be as wide as `needed`."""
    return {"left": SIZE, "top": SIZE, "bottom": SIZE, "right": SIZE + max(0, needed - drawn)}


def names_from_left_to_right(field: str, names: list[str]) -> dict[str, Any]:
    """Return an axis of `names` that all begin at one place."""
    room = label_width(names)
    axis = {"title": None, "labelAlign": "left", "labelPadding": room, "minExtent": room}
    return nominal(field, names, axis)


def nominal(field: str, names: list[str], axis: dict[str, Any]) -> dict[str, Any]:
    """Return the encoding of a `field` that has one of `names`, in their order."""
    shown = {"grid": True, "gridColor": FAINT, "labelOverlap": False, **axis}
    return {"field": field, "type": "nominal", "scale": {"domain": names}, "axis": shown}


def label_width(names: list[str]) -> int:
    """Return the pixels of the longest of `names`, and a blank."""
    return max(map(width, names), default=0) + SIZE


def width(text: str, size: int = SIZE) -> int:
    """Return the pixels of `text`, in which a Chinese character has `size`."""
    from rich.cells import cell_len

    return cell_len(text) * size // 2
