"""Running heads and page numbers: what stands at the same height on page after page."""

import re
from collections import defaultdict
from itertools import groupby, takewhile

from gdquality.sources.pdf.lines import Line, usual_size
from gdquality.sources.pdf.page import Page

# Rows at the top and at the bottom of a page that may be running heads.
ROWS = 3
# How far one may be from its place on another page.
SHIFT = 4.0
# A running head is no larger than the text; a title printed on every page is.
LARGER = 1.15
# One that has the number of the page in it is smaller; 附件1 and 附件2 are not.
SMALLER = 0.95
PAGE_NUMBER = re.compile(
    r"[-—–－·•~\s]*(?:第\s*)?(?:\d{1,4}|[一二三四五六七八九十]{1,4})(?:\s*页)?"
    r"(?:\s*[/／,，]?\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–－·•~\s]*"
)
# What a browser prints above and below a page: the time, the address.
PRINTED = re.compile(
    r"\d{1,4}[/年-]\d{1,2}[/月-]\d{1,4}日?[,，]?\s*(?:上午|下午)?\s*\d{1,2}:\d\d\b.*|[a-z]{3,8}:/\S+"
)
CONTINUED = re.compile(r"[（(]?续\s*上?\s*(?:表|附件).{0,12}")


def leave_out(pages: list[Page]) -> None:
    """Take running heads and page numbers out of the lines of pages.

    A title that is printed on every page stays where it stands first.
    """
    edges = {page.number: _edges(page) for page in pages}
    seen: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, sides in edges.items():
        for line, height in (one for side in sides for row in side for one in row):
            seen[_masked(line.text)].append((number, height))
            seen[line.text].append((number, height))
    body = usual_size(line for page in pages for line in page.all_lines())
    for page in pages:

        def runs(row: list[Placed], number: int = page.number) -> bool:
            return any(PRINTED.match(line.text) for line, _ in row) or all(
                _runs(*one, number, seen, body) for one in row
            )

        rows = [row for side in edges[page.number] for row in takewhile(runs, side)]
        out = {id(line) for row in rows for line, _ in row}
        page.lines = [line for line in page.lines if id(line) not in out]


Placed = tuple[Line, float]
"""A line and its height: from the top of the page, or below zero from its bottom."""


def _edges(page: Page) -> tuple[list[list[Placed]], list[list[Placed]]]:
    """Return the outer rows of a page that no table is beyond: from the top, from the bottom."""
    upper = min((part.grid.ys[0] for part in page.parts), default=page.height)
    lower = max((part.grid.ys[-1] for part in page.parts), default=0.0)
    rows = [
        list(row) for _, row in groupby(page.lines, key=lambda line: round(line.baseline / SHIFT))
    ]
    top = [[(line, line.baseline) for line in row] for row in rows if row[0].baseline < upper]
    bottom = [
        [(line, line.baseline - page.height) for line in row]
        for row in reversed(rows)
        if row[0].baseline > lower
    ]
    return top[:ROWS], bottom[:ROWS]


def _runs(
    line: Line,
    height: float,
    number: int,
    seen: dict[str, list[tuple[int, float]]],
    body: float,
) -> bool:
    """Return whether a line at the edge of page `number` is a running head or a page number."""
    if CONTINUED.fullmatch(line.text):
        return True
    if PAGE_NUMBER.fullmatch(line.text) and _is_page_number(line.text, number):
        return True
    if _is_of_sentence(line.text):
        return False
    others = _others(seen[line.text], number, height)
    if others:
        return line.size <= body * LARGER or min(others) < number
    alike = _others(seen[_masked(line.text)], number, height)
    numbered = PAGE_NUMBER.fullmatch(line.text) or line.size <= body * SMALLER
    return bool(numbered and alike)


def _is_of_sentence(text: str) -> bool:
    """Return whether a line goes on or ends a sentence, which no running head does: 负责）."""
    opened, closed = (sum(map(text.count, signs)) for signs in ("（(", "）)"))
    return text.endswith(("。", "；", "，", "、")) or opened != closed


def _others(places: list[tuple[int, float]], number: int, height: float) -> set[int]:
    """Return the other pages that have a line at this height."""
    return {other for other, at in places if other != number and abs(at - height) <= SHIFT}


def _is_page_number(text: str, number: int) -> bool:
    """Return whether a number is marked as that of a page, or is that of this page."""
    return bool(re.search(r"[-—–－·•~第页/／]", text)) or text.strip() == str(number)


def _masked(text: str) -> str:
    return re.sub(r"\d+", "#", text)
