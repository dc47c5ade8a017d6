"""What a row of a table is about, and what it stands under."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from operator import is_
from typing import NamedTuple

from gdquality.parsing.headings import Heading, Row
from gdquality.parsing.outline_markers import style_of
from gdquality.parsing.passages import healed

_STYLES_OF_SECTIONS = ("chapter", "first", "second")
_LONGEST_SECTION = 40
_NUMBER = re.compile(r"\d|[①-⑳]|^[（(]?[一二三四五六七八九十百]+[）)]?$")
_NOTE = re.compile(r"(?:备?注|附注|说明|填表说明)\s*\d{0,2}\s*[：:]")


class RowTitle(NamedTuple):
    """The `text` of what a row is about, what stands above it, and the columns that say more."""

    text: str
    under: tuple[str, ...] = ()
    unused: tuple[int, ...] = ()


def title_of(row: Row, heading: Heading, grouping: frozenset[int]) -> RowTitle:
    """Return what `row` is about; the columns that are `grouping` stand above the others.

    So does what kind of task it is, 类别, where something else says which.
    """
    texts = {column: healed(row[column].text) for column in heading.said}
    said = [column for column, text in texts.items() if text]
    if not said:
        return RowTitle("")
    if len(said) == 1:
        return RowTitle(texts[said[0]])
    titles = heading.holding("title")
    over = grouping.union(heading.holding("class"))
    above = [column for column in said if column in over]
    own = [column for column in said if column not in over] or [above.pop()]
    chosen = next((column for column in own if column in titles), own[0])
    above += [column for column in own if column < chosen and column in titles]
    unused = tuple(column for column in own if column != chosen and column not in above)
    return RowTitle(texts[chosen], tuple(texts[column] for column in above), unused)


def grouping_columns(rows: Sequence[Row], headings: Mapping[int, Heading]) -> frozenset[int]:
    """Return the columns of which a cell covers several rows somewhere below the `headings`.

    They group the rows, if another column says what each row is. Two rows that are merged in every
    column are one row.
    """
    found: set[int] = set()
    divided = {index for index, heading in headings.items() if heading.height > 1}
    for index, (one, other) in enumerate(pairwise(rows)):
        if index in divided:
            continue
        shared = list(map(is_, one, other))
        if any(shared) and not all(shared):
            found.update(column for column, is_shared in enumerate(shared) if is_shared)
    return frozenset(found)


def section_of(row: Row, heading: Heading, following: Row = ()) -> str:
    """Return the text of a row that only says what the rows below it, `following`, belong to."""
    filled = [column for column, cell in enumerate(row) if cell.text.strip()]
    if not filled:
        return ""
    if row[filled[-1]] is not row[filled[0]]:
        return _numbered_section(row, heading, filled, following)
    if any(row[column] is not row[filled[0]] for column in filled):
        return ""
    text = healed(row[filled[0]].text.strip())
    is_whole = len(filled) == len(row) > 1
    is_numbered = filled[0] == 0 and style_of(text) in _STYLES_OF_SECTIONS
    # What stands alone in the column of the numbers and is none divides the table: 教育类.
    is_for_number = heading.columns[filled[0]] == "number" and len(text) <= _LONGEST_SECTION
    is_words = is_for_number and not _NUMBER.search(text)
    return text if (is_whole or is_numbered or is_words) and not is_note(text) else ""


def _numbered_section(row: Row, heading: Heading, filled: Sequence[int], following: Row) -> str:
    """Return the text of a row that has the number of a section in a cell of its own.

    Its words are in one cell over all other columns, or alone above a row of another numbering.
    """
    first, *others = filled
    if heading.columns[first] != "number" or any(row[one] is not row[others[0]] for one in others):
        return ""
    number = _marker(row[first].text)
    if style_of(number) not in _STYLES_OF_SECTIONS:
        return ""
    below = style_of(_marker(following[first].text)) if following else ""
    is_alone = (
        len(others) == 1 and others[0] in heading.said and below not in ("", style_of(number))
    )
    is_over_all = 1 < len(others) == len(row) - 1
    return number + healed(row[others[0]].text.strip()) if is_alone or is_over_all else ""


def _marker(number: str) -> str:
    """Return the number of a row as an outline prints it before words: 一、 for 一."""
    plain = number.strip().rstrip("、.．")
    return plain if plain.endswith((")", "）")) else f"{plain}、"


def is_note(text: str) -> bool:
    """Tell whether the text of a row is a note on the table: 注：排名第一的为牵头单位."""
    return bool(_NOTE.match(text))


def below(sections: Sequence[str], section: str) -> list[str]:
    """Return the headings above the rows after `section`: （一） stands under 一、."""
    style = style_of(section)
    if not style:
        return [section]
    styles = [style_of(one) for one in sections]
    end = styles.index(style) if style in styles else len(sections)
    return [*sections[:end], section]
