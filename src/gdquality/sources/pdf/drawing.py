"""What a page draws, other than text: straight lines, rectangles, pictures, those in forms too."""

import ctypes
from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import isfinite
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from gdquality.sources.pdf.characters import Matrix

MAX_POINTS = 100_000
"""A page full of cells has some ten thousand points, a map a million."""
MAX_DEPTH = 8
"""Forms in forms; word processors use one or two."""
THICK = 3.0
"""The thickest border that is met, in points; what is thicker has an inside."""
WHITE = 250
"""Of 255: what is filled so does not show."""
RECTANGLE = 5
"""Points of a rectangle, that which closes it included."""


class Rectangle(NamedTuple):
    """A rectangle, from the top left corner of the page."""

    left: float
    top: float
    right: float
    bottom: float


NOWHERE = Rectangle(0, 0, -1, -1)


class Drawing(NamedTuple):
    """What a page draws: thin things, which may be rules, filled ones, and how many pictures.

    `cut_off`: it draws more than MAX_POINTS, and this is not all.
    """

    thin: list[Rectangle]
    shades: list[Rectangle]
    pictures: int
    cut_off: bool


def read(page: Any, upright: Matrix, width: float, height: float) -> Drawing:
    """Return what a pypdfium2 page draws that `upright` turns the way it is read.

    What is off the page, which is `width` by `height`, is cut off: some printers draw a long table
    whole on every page.
    """
    sheet = Rectangle(0, 0, width, height)
    thin: list[Rectangle] = []
    shades: list[Rectangle] = []
    pictures = points = 0
    for item, kind, matrix in _objects(page, upright):
        pictures += kind == pdfium.FPDF_PAGEOBJ_IMAGE
        if kind != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        points += pdfium.FPDFPath_CountSegments(item)
        if points > MAX_POINTS:
            return Drawing(thin, shades, pictures, cut_off=True)
        for drawn, filled in _path(item, matrix):
            box = _within(drawn, sheet)
            across = min(box.right - box.left, box.bottom - box.top)
            if filled and across > THICK:
                shades.append(box)
            elif 0 <= across <= THICK:
                thin.append(box)
    return Drawing(thin, shades, pictures, cut_off=False)


def _within(box: Rectangle, sheet: Rectangle) -> Rectangle:
    """Return the part of `box` on the sheet; its sides change places where there is none."""
    return Rectangle(
        max(box.left, sheet.left),
        max(box.top, sheet.top),
        min(box.right, sheet.right),
        min(box.bottom, sheet.bottom),
    )


Drawn = tuple[Rectangle, bool]
"""The hull of something drawn, and whether it is filled."""


def _objects(page: Any, upright: Matrix) -> Iterator[tuple[Any, int, Matrix]]:
    """Yield what is drawn on a page, its kind, and what turns the space of each upright."""
    kind_of = pdfium.FPDFPageObj_GetType
    waiting = [(page.raw, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, upright, 0)]
    while waiting:
        owner, count, get, matrix, depth = waiting.pop()
        for index in range(count(owner)):
            item = get(owner, index)
            kind = kind_of(item)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                continue
            yield item, kind, matrix
            if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < MAX_DEPTH:
                inside = matrix.after(_matrix(item))
                inner = pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject
                waiting.append((item, *inner, inside, depth + 1))


def _matrix(item: Any) -> Matrix:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, found)
    return Matrix(found.a, found.b, found.c, found.d, found.e, found.f)


def _path(item: Any, matrix: Matrix) -> Iterator[Drawn]:
    """Yield the straight lines and the rectangles of a path."""
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, mode, stroked)
    if mode.value and _seen(item):
        if pdfium.FPDFPath_CountSegments(item) <= RECTANGLE:
            yield _hull(item, matrix), True
        else:
            yield from _areas(list(_rectangles(item, matrix)))
    if stroked.value:
        for points in _subpaths(item, matrix):
            yield from ((line, False) for line in _straight(points))


def _seen(item: Any) -> bool:
    """Return whether the fill of a path shows on white paper."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFPageObj_GetFillColor(item, red, green, blue, alpha)
    return alpha.value > 0 and min(red.value, green.value, blue.value) < WHITE


def _hull(item: Any, matrix: Matrix) -> Rectangle:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    return _around((matrix.at(left.value, bottom.value), matrix.at(right.value, top.value)))


def _around(points: Iterable[tuple[float, float]]) -> Rectangle:
    xs, ys = zip(*points, strict=True)
    hull = Rectangle(min(xs), min(ys), max(xs), max(ys))
    return hull if all(map(isfinite, hull)) else NOWHERE


def _rectangles(item: Any, matrix: Matrix) -> Iterator[Rectangle]:
    """Yield the parts of a path that are rectangles."""
    for points in _subpaths(item, matrix):
        hull = _around(points)
        sides = ((hull.left, hull.right), (hull.top, hull.bottom))
        if len(points) >= RECTANGLE - 1 and all(
            min(abs(value - side) for side in pair) < 1
            for point in points
            for value, pair in zip(point, sides, strict=True)
        ):
            yield hull


def _areas(rectangles: list[Rectangle]) -> Iterator[Drawn]:
    """Yield what the rectangles of one path fill: two a border's width apart leave the border."""
    if len(rectangles) == 2 and _border(*rectangles):  # noqa: PLR2004 -- outside and inside
        left, top, right, bottom = ((a + b) / 2 for a, b in zip(*rectangles, strict=True))
        corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
        yield from ((line, False) for line in _straight(corners))
    else:
        yield from ((rectangle, True) for rectangle in rectangles)


def _border(one: Rectangle, other: Rectangle) -> bool:
    return all(abs(a - b) <= THICK for a, b in zip(one, other, strict=True))


def _straight(points: list[tuple[float, float]]) -> Iterator[Rectangle]:
    """Yield the level and the upright lines from point to point."""
    for pair in pairwise(points):
        hull = _around(pair)
        if min(hull.right - hull.left, hull.bottom - hull.top) < 1:
            yield hull


def _subpaths(item: Any, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
    """Yield the points of each part of a path; curves count as the lines between their points."""
    own = matrix.after(_matrix(item))
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for index in range(pdfium.FPDFPath_CountSegments(item)):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if points and pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            yield points
            points = []
        points.append(own.at(x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if points:
        yield points
