"""Tables whose columns single blanks divide: told, since nothing says where a cell ends.

序号 任务 牵头单位 配合单位
1 修路 市交通局 市财政局
"""

import re
from collections.abc import Iterator, Sequence

from gdquality.errors import quoted
from gdquality.parsing.columns import columns_of, may_head_bodies
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.records import Remark
from gdquality.sources.interface import Paragraph

_LONGEST_HEADING = 100
"""Characters of a line with the headings of a table."""

_ROWS_LOOKED_AT = 3
"""Lines below the headings of which one names bodies; a title may stand between."""

_OF_SENTENCES = frozenset("：:，。；")
_SEPARATOR = re.compile(r"[、，,;；]+")


def blank_divided_tables(
    paragraphs: Sequence[Paragraph], vocabulary: Vocabulary
) -> Iterator[Remark]:
    """Yield a remark on each paragraph that has the headings of a table of tasks, parted by blanks.

    Bodies stand in a line below it, so that it is no prose.
    """
    for index, heading in enumerate(paragraphs):
        if not _has_headings(heading.text):
            continue
        below = paragraphs[index + 1 : index + 1 + _ROWS_LOOKED_AT]
        if any(map(vocabulary.is_body, _words_of(below))):
            message = f"像是用空格分开各栏的表，没有读；请用制表符分开：{quoted(heading.text)}"
            yield Remark("unread-table", message, heading.place)


def _has_headings(line: str) -> bool:
    if len(line) > _LONGEST_HEADING or not _OF_SENTENCES.isdisjoint(line):
        return False
    headings = line.split()
    return len(headings) > 1 and may_head_bodies(line) and bool(columns_of(headings))


def _words_of(lines: Sequence[Paragraph]) -> Iterator[str]:
    for line in lines:
        words = line.text.split()
        if len(words) > 1:
            yield from (name for word in words for name in _SEPARATOR.split(word) if name)
