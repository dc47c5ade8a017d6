"""Tables whose headings stand at the left, each with what it says beside it: the form of one task.

项目名称    新建学校        a column more for each further task
牵头单位    市教育局
责任单位    市财政局
"""

from gdquality.parsing.columns import column_of, columns_of, is_role, may_head_bodies
from gdquality.sources.interface import Block, Paragraph, Table

_MOST_HEADINGS = 20
_FEWEST_ROWS = 2


def upright(block: Block) -> Block:
    """Return a table with its headings on top, if they stand at the left and nowhere else."""
    return block if isinstance(block, Paragraph) else _upright(block)


def _upright(table: Table) -> Table:
    rows = table.rows
    if not _FEWEST_ROWS <= len(rows) <= _MOST_HEADINGS or len(rows[0]) < _FEWEST_ROWS:
        return table
    headings = [row[0].text for row in rows]
    if not may_head_bodies("\n".join(headings)) or not columns_of(headings):
        return table
    # A form of several columns of headings is none, and so is one with a title inside it.
    if any(cell is row[0] or is_role(column_of(cell.text)) for row in rows for cell in row[1:]):
        return table
    return Table(tuple(zip(*rows, strict=True)), table.place)
