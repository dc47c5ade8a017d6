"""Tables whose cells stand one below the other, as text that is copied from a page has them.

    序号
    工作任务
    牵头单位
    1
    整治燃气隐患
    市住建局
    2

The headings say what stands in each cell, the numbers of the rows where a row begins, and the names
of bodies which lines are theirs. A row in which that is not certain is left out, and told.
"""

from collections.abc import Iterator, Sequence

from gdquality.parsing.stacked_headings import MOST_COLUMNS, heading_at, heads_bodies
from gdquality.parsing.stacked_table import StackedTable
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.records import Remark
from gdquality.sources.interface import Block


def unstacked(
    blocks: Sequence[Block], vocabulary: Vocabulary, remarks: list[Remark]
) -> Iterator[Block]:
    """Yield `blocks`, those paragraphs that are the cells of a table as a table."""
    behind = seen = 0
    for head in [n for n, block in enumerate(blocks) if heads_bodies(block)]:
        if head < seen:
            continue
        told: list[Remark] = []
        for start in range(max(behind, head - MOST_COLUMNS), head + 1):
            heading = heading_at(blocks, start)
            if heading is None:
                continue
            stack = StackedTable(heading, blocks, start, vocabulary)
            table = stack.table()
            told = stack.remarks if table else told or stack.remarks
            seen = max(seen, stack.end)
            if table:
                yield from blocks[behind:start]
                yield table
                behind = stack.end
                break
        remarks += [one for one in told if one not in remarks]
    yield from blocks[behind:]
