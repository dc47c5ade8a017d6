"""How the cells of a workbook look: fonts of official tables, thin borders, no colours but grey."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

FONT, TITLE_FONT = "宋体", "黑体"
"""Fonts of official tables that every Chinese Windows and WPS has."""


class Styles(NamedTuple):
    """How the cells of a workbook look."""

    title: "Format"
    line: "Format"
    heading: "Format"
    upright: "Format"
    body: "Format"
    day: "Format"
    mark: "Format"


def styles_of(book: "Workbook") -> Styles:
    """Add the styles to `book`, and return them."""
    text = {"font_name": FONT, "font_size": 10, "valign": "top", "align": "left"}
    cell = {**text, "text_wrap": True, "border": 1}
    heading = {**cell, "font_name": TITLE_FONT, "align": "center", "bg_color": "#F2F2F2"}
    title = {"font_name": TITLE_FONT, "font_size": 16, "align": "center", "valign": "vcenter"}
    narrow = {"font_size": 9, "align": "center"}
    looks = (
        {**title, "text_wrap": True},
        {**text, "text_wrap": True},
        heading,
        {**heading, **narrow, "font_name": FONT, "rotation": 270},  # characters below each other
        cell,
        {**cell, "num_format": "yyyy-mm-dd"},
        {**cell, **narrow},
    )
    return Styles(*map(book.add_format, looks))
