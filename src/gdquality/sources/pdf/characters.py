"""The characters of a page, upright and each once, as pdfium finds them.

All modules of this package measure in points (1/72 inch) from the top left corner of the page as it
is read, x to the right and y downwards, whichever way the file turns the page.
"""

import ctypes
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from gdquality.sources.pdf.codes import INVISIBLE, MADE_UP, SPACES, text_of

# A file of this many is a book of a thousand pages, and reading it takes some five seconds.
MAX_CHARACTERS = 1_000_000


class Character(NamedTuple):
    """A character: its left and right edge, its baseline, and the height of its font."""

    text: str
    left: float
    right: float
    baseline: float
    height: float


class Matrix(NamedTuple):
    """The affine transformation x' = a x + c y + e, y' = b x + d y + f, as PDF writes it."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return where the point (`x`, `y`) goes."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def after(self, first: "Matrix") -> "Matrix":
        """Return the transformation that is `first`, then this one."""
        e, f = self.at(first.e, first.f)
        return Matrix(
            self.a * first.a + self.c * first.b,
            self.b * first.a + self.d * first.b,
            self.a * first.c + self.c * first.d,
            self.b * first.c + self.d * first.d,
            e,
            f,
        )


class TextLayer(NamedTuple):
    """What a page's text layer has; `upright` turns the page, which then is `width` by `height`.

    `turned` are characters that run along the page another way than most, each with the point of
    the page where it stands, and itself as it would be upright. `aslant` counts those that do not
    (watermarks), `unknown` those that the file's fonts give no Unicode for.
    """

    characters: list[Character]
    upright: Matrix
    width: float
    height: float
    turned: list[tuple[float, float, Character]]
    aslant: int
    unknown: int


_Raw = tuple[int, int, float, float, float, float, float]
"""A character as pdfium has it: quarters of a turn, code, left, bottom, right, top, baseline.

The baseline is where the character stands, across the direction in which its text runs. Quarters
are clockwise; -1 is aslant.
"""


def read(textpage: Any, box: tuple[float, float, float, float]) -> TextLayer:
    """Return the characters of a pypdfium2 text page within `box` (left, bottom, right, top).

    The page is turned the way most of its characters run.
    """
    raw = list(_raw(textpage, box))
    quarters = Counter(one[0] for one in raw if one[0] >= 0)
    quarter = quarters.most_common(1)[0][0] if quarters else 0
    upright = turn(quarter, box)
    width, height = abs(box[2] - box[0]), abs(box[3] - box[1])
    if quarter % 2:
        width, height = height, width
    along = [one for one in raw if one[0] == quarter]
    characters = [
        _upright(text, one, upright, quarter) for one in along if (text := text_of(one[1]))
    ]
    turned = [
        (*upright.at(one[2], one[3]), _upright(text, one, turn(one[0], box), one[0]))
        for one in raw
        if one[0] not in {quarter, -1} and (text := text_of(one[1]))
    ]
    aslant = sum(one[0] == -1 and one[1] not in SPACES for one in raw)
    unknown = len(along) - len(characters)
    return TextLayer(characters, upright, width, height, turned, aslant, unknown)


def turn(quarter: int, box: tuple[float, float, float, float]) -> Matrix:
    """Return what turns a page of `box` upright whose text runs `quarter` turns clockwise."""
    left, bottom, right, top = box
    return (
        Matrix(1, 0, 0, -1, -left, top),
        Matrix(0, -1, -1, 0, top, right),
        Matrix(-1, 0, 0, 1, right, -bottom),
        Matrix(0, 1, 1, 0, -bottom, -left),
    )[quarter]


def _raw(textpage: Any, box: tuple[float, float, float, float]) -> Iterator[_Raw]:
    """Yield the characters in `box`, without those that pdfium makes up between others."""
    page = textpage.raw
    left, bottom, right, top = box
    around = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    at_box, at_x, at_y = ctypes.byref(around), ctypes.byref(x), ctypes.byref(y)
    # Bound once: these are called for every character, which takes most of the time of reading.
    unicode, loose = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    origin, angle = pdfium.FPDFText_GetCharOrigin, pdfium.FPDFText_GetCharAngle
    unmapped = pdfium.FPDFText_HasUnicodeMapError
    for index in range(textpage.count_chars()):
        code = unicode(page, index)
        if code in INVISIBLE or not loose(page, index, at_box):
            continue
        west, east, south, north = around.left, around.right, around.bottom, around.top
        wide, high = east - west, north - south
        if (wide <= 0 and code in MADE_UP) or not (
            left <= west + wide / 2 <= right and bottom <= south + high / 2 <= top
        ):
            continue
        origin(page, index, at_x, at_y)
        # Else the number of the glyph in its font would pass for a character.
        code = 0 if unmapped(page, index) == 1 else code
        # What stands on its box, at the left of it, runs to the right: no need to ask.
        if abs(x.value - west) < wide / 4 and y.value - south < high / 2:
            yield 0, code, west, south, east, north, y.value
        else:
            quarter = _quarter(angle(page, index))
            yield quarter, code, west, south, east, north, x.value if quarter % 2 else y.value


def _quarter(angle: float) -> int:
    """Return the quarters in `angle`, in radians, or -1 where it is not a number of them."""
    quarters = angle / (math.pi / 2)
    nearest = round(quarters)
    return nearest % 4 if abs(quarters - nearest) < 0.05 else -1  # noqa: PLR2004 -- some 4 degrees


def _upright(text: str, one: _Raw, upright: Matrix, quarter: int) -> Character:
    _, _, left, bottom, right, top, baseline = one
    if not quarter:
        return Character(
            text, left + upright.e, right + upright.e, upright.f - baseline, top - bottom
        )
    x0, y0 = upright.at(left, bottom)
    x1, y1 = upright.at(right, top)
    _, base = upright.at(baseline, baseline)
    return Character(text, min(x0, x1), max(x0, x1), base, abs(y1 - y0))


def each_once(line: Iterable[Character]) -> list[Character]:
    """Return the characters of a line, from left to right, without those printed over themselves.

    Word processors make bold of fonts that have none by printing twice, a hair apart.
    """
    kept: list[Character] = []
    for one in line:
        if kept and one.left < kept[-1].right and one.text != " " and any(_over(one, kept[-3:])):
            continue
        kept.append(one)
    return kept


def _over(one: Character, others: Iterable[Character]) -> Iterator[bool]:
    for other in others:
        yield other.text == one.text and one.left - other.left < (other.right - other.left) / 2
