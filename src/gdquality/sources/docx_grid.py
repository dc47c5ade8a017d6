"""Tables of Word as full grids (ECMA-376-1, 17.4): merges by grid column, rows of any length."""

from gdquality.sources.grid import Positions, padded
from gdquality.sources.xml_tree import Node, integer


def grid(table: Node, positions: Positions) -> list[list[Node | None]]:
    """Return for each position of a `tbl` the `tc` that covers it, None where a row has none.

    Deleted rows and cells are gone. Raises InputError if the positions do not suffice.
    """
    rows: list[list[Node | None]] = []
    above: dict[int, Node] = {}  # the cells that a row below may continue, by column
    for row in table.children:
        if row.tag == "tr" and not row.child("trPr", "del"):
            line, above = _row(row, above, positions)
            rows.append(line)
    return padded(rows, positions)


def is_frame(table: Node, covered: list[list[Node | None]]) -> bool:
    """Tell whether a table is none: a box around text, or what places tables side by side."""
    rows, columns = len(covered), len(covered[0]) if covered else 0
    if rows > 1 and columns > 1:
        return False
    return rows * columns <= 1 or _holds_grid(table)


def _holds_grid(table: Node) -> bool:
    """Tell whether a table has a table of several rows and columns in it."""
    cells = [cell for row in table.children for cell in row.children]
    inner = [node for cell in cells for node in cell.children if node.tag == "tbl"]
    return any(len(node.children) > 1 and _columns(node) > 1 for node in inner) or any(
        _holds_grid(node) for node in inner
    )


def _columns(table: Node) -> int:
    return max(sum(cell.tag == "tc" for cell in row.children) for row in table.children)


def _row(
    row: Node, above: dict[int, Node], positions: Positions
) -> tuple[list[Node | None], dict[int, Node]]:
    """Return the cells of a row by column, and those that the next row may continue."""
    line: list[Node | None] = []
    merging: dict[int, Node] = {}

    def add(cell: Node | None, width: int) -> None:
        positions.take(width)
        line.extend([cell] * width)

    add(None, max(0, integer(row.value("trPr", "gridBefore"))))
    for node in row.children:
        if node.tag != "tc" or node.child("tcPr", "cellDel"):
            continue
        column = len(line)
        width = max(1, integer(node.value("tcPr", "gridSpan"), 1))
        cell = _start_of(node, above.get(column), line[-1] if line else None)
        add(cell, width)
        if node.child("tcPr", "vMerge"):
            merging.update(dict.fromkeys(range(column, column + width), cell))
    add(None, max(0, integer(row.value("trPr", "gridAfter"))))
    return line, merging


def _start_of(node: Node, above: Node | None, left: Node | None) -> Node:
    """Return the cell that `node` continues: the one above, the one on its left, or none."""
    for tag, continued in (("vMerge", above), ("hMerge", left)):
        merge = node.child("tcPr", tag)
        if merge and continued and merge.attributes.get("val", "continue") == "continue":
            return continued
    return node
