"""Tables whose columns single blanks divide, as text that is copied from a file has them.

    序号 任务 牵头单位 配合单位
    1 修路 市交通局 市财政局

Its words are read as cells that stand one below the other are; where nothing says who is where, the
table is told.
"""

from collections.abc import Iterator, Sequence

from gdquality.errors import quoted
from gdquality.parsing.columns import columns_of, may_head_bodies
from gdquality.parsing.numbered_lines import NUMBER_BEFORE_TEXT, rows_below
from gdquality.parsing.stacked_headings import heading_at
from gdquality.parsing.stacked_rows import are_bodies
from gdquality.parsing.stacked_table import StackedTable
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.records import Remark
from gdquality.sources.interface import Block, Paragraph, Table

_LONGEST_HEADING = 100
"""Characters of a line with the headings of a table."""

_LINES_LOOKED_AT = 3
"""Lines below the headings of which one names bodies; a title may stand between."""

_OF_SENTENCES = frozenset("：:，。；")


def divided_at_blanks(
    blocks: Sequence[Block], vocabulary: Vocabulary, remarks: list[Remark]
) -> Iterator[Block]:
    """Yield `blocks`, those lines whose words are the cells of a table as a table."""
    index = 0
    while index < len(blocks):
        block = blocks[index]
        if isinstance(block, Paragraph) and _has_headings(block.text):
            end = rows_below(blocks, index + 1)
            if table := _table(block, blocks[index + 1 : end], vocabulary, remarks):
                yield table
                index = end
                continue
            if any(
                _names_bodies(one, vocabulary) for one in blocks[index + 1 :][:_LINES_LOOKED_AT]
            ):
                message = f"像是用空格分开各栏的表，没有读；请用制表符分开：{quoted(block.text)}"
                remarks.append(Remark("unread-table", message, block.place))
        yield block
        index += 1


def _table(
    headings: Paragraph, rows: Sequence[Block], vocabulary: Vocabulary, remarks: list[Remark]
) -> Table | None:
    words = [word for line in (headings, *rows) for word in _words(line)]
    heading = heading_at(words, 0)
    if heading is None or len(heading.columns) != len(headings.text.split()):
        return None
    stack = StackedTable(heading, words, 0, vocabulary)
    table = stack.table()
    remarks += stack.remarks if table else []
    return table


def _has_headings(line: str) -> bool:
    if len(line) > _LONGEST_HEADING or not _OF_SENTENCES.isdisjoint(line):
        return False
    headings = line.split()
    return len(headings) > 1 and may_head_bodies(line) and bool(columns_of(headings))


def _words(line: Block) -> Iterator[Paragraph]:
    """Yield the words of a line, the number of the row as one of them."""
    assert isinstance(line, Paragraph)
    text, at = line.text, 0
    for word in text.split():
        at = text.index(word, at)
        number = NUMBER_BEFORE_TEXT.match(word) if not text[:at].strip() else None
        for part in (word[: number.end()], word[number.end() :]) if number else (word,):
            yield Paragraph(part, line.place_at(at), line.counts_characters)
            at += len(part)


def _names_bodies(line: Block, vocabulary: Vocabulary) -> bool:
    words = line.text.split() if isinstance(line, Paragraph) else []
    return len(words) > 1 and any(are_bodies(word, vocabulary) for word in words)
