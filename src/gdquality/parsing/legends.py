"""What the marks of a matrix mean: ●为牵头单位，○为配合单位; 牵头单位（●）; A—牵头，S—配合.

A legend is nothing but marks and the roles that they mean. A bullet before a sentence is none:
●市教育局牵头.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from gdquality.parsing.heading_roles import role_called
from gdquality.parsing.marks import ASTERISKS, CELL_MARKS
from gdquality.records import Role
from gdquality.sources.interface import Block, Paragraph

_LONGEST_LEGEND = 200
_SYMBOL = rf"[{''.join(sorted(CELL_MARKS))}{ASTERISKS}A-Za-z]"
_MARKED = r"(?:号|标记|标识|符号)?(?:的|者)?(?:单位|部门)?"
_MEANS = r"(?:表示|代表|[为是指即：:＝=—–－-]){1,2}"
_ROLE = "(?P<role>[一-鿿]{2,8}"
_QUOTES = "[“”\"‘’'「」]?"
_END = r"[\s，,；;、。.）)】〕\]]*+"


def meanings_in(blocks: Sequence[Block]) -> Mapping[str, Role]:
    """Return what the legends of a document say that marks mean, if all say the same of one."""
    found: dict[str, set[Role]] = {}
    for text in _texts(blocks):
        for mark, role in legend_of(text):
            found.setdefault(mark, set()).add(role)
    return {mark: roles.pop() for mark, roles in found.items() if len(roles) == 1}


def _texts(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from {id(cell): cell.text for row in block.rows for cell in row}.values()


def legend_of(text: str) -> Sequence[tuple[str, Role]]:
    """Return each mark that `text` explains with its role, and nothing of what is no legend.

    A legend is the whole text or the bracket at its end: 责任单位（●牵头，○配合）.
    """
    if len(text) > _LONGEST_LEGEND:
        return ()
    if pairs := _pairs(text):
        return pairs
    bracket = _last_bracket().search(text)
    return _pairs(bracket[1]) if bracket else ()


def _pairs(text: str) -> Sequence[tuple[str, Role]]:
    opening = _opening().match(text)
    at = opening.end() if opening else 0
    found: list[tuple[str, Role]] = []
    while at < len(text):
        pair = _pair_at(text, at)
        if pair is None:
            return ()
        mark, role, at = pair
        found.append((mark, role))
    return found


def _pair_at(text: str, at: int) -> tuple[str, Role, int] | None:
    for pattern in _patterns():
        pair = pattern.match(text, at)
        role = role_called(pair["role"]) if pair else None
        if pair and role:
            return pair["mark"], role, pair.end()
    return None


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(
        r"[\s（(【〔\[]*+(?:(?:备?注|附注|图例|其中|表中|(?:图例|符号|标[记识])?说明)\d{0,2}[\s：:，,]*+)?"
    )


@cache
def _last_bracket() -> re.Pattern[str]:
    return re.compile(r"[（(〔\[]([^（(〔\[）)〕\]]+)[）)〕\]]\s*$")


@cache
def _patterns() -> Sequence[re.Pattern[str]]:
    """Match a mark and its role, the mark first or the role; a word is a mark if a sign says so."""
    return (
        re.compile(
            rf"(?:[带加打有]|标[注有]?|注有)?{_QUOTES}(?P<mark>{_SYMBOL}){_QUOTES}{_MARKED}\s*"
            rf"(?:{_MEANS})?\s*{_ROLE}){_END}"
        ),
        re.compile(rf"{_QUOTES}(?P<mark>[一-鿿]{{1,2}}?){_QUOTES}\s*{_MEANS}\s*{_ROLE}){_END}"),
        re.compile(
            rf"{_ROLE}?)\s*[用以为是：:（(]?{_QUOTES}(?P<mark>{_SYMBOL}){_QUOTES}[）)]?(?:[表标][示明])?{_END}"
        ),
    )
