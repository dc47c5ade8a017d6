"""Where something stands in a source, as its reader would say it."""

import re

from gdquality.records import Place

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

_COUNTED = re.compile(r"表\d+|第\d+页")
"""How the parts of files without sheets are called."""


def located(file: str, place: Place) -> str:
    """Return `file` and `place`.

    通知.txt:12:5 of a text, 分工.xlsx 表1!B3 of a sheet, 通知.docx 第4段 or 表2第3行第2列.
    """
    if not place.part:
        return f"{file}:{place.row}:{place.column}" if place.column else f"{file} 第{place.row}段"
    if _COUNTED.fullmatch(place.part):
        column = f"第{place.column}列" if place.column else ""
        return f"{file} {place.part}第{place.row}行{column}"
    cell = f"{column_letters(place.column)}{place.row}" if place.column else f"第{place.row}行"
    return f"{file} {place.part}!{cell}"


def column_letters(number: int) -> str:
    """Return what a workbook calls the column `number`, which counts from 1: A, Z, AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, len(LETTERS))
        letters = LETTERS[rest] + letters
    return letters
