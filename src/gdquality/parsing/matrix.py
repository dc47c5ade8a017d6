"""Tables of tasks against bodies, whose cells say by a mark who does what.

    任务    市交通局    市林业局        注：●为牵头单位，○为配合单位
    修路    ●           ○
    种树                ●

What a mark means a legend says, somewhere in the document, or the heading above the bodies, or a
role below each; 牵头 and 配合 say it themselves. A table of marks that nothing explains is not
read, and a cell of one that is read is told where nothing explains it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from gdquality.errors import quoted
from gdquality.parsing.drafts import DraftMention
from gdquality.parsing.heading_roles import role_called
from gdquality.parsing.headings import Heading, Row
from gdquality.parsing.marks import CELL_MARKS
from gdquality.parsing.role_sentences import read_allocation
from gdquality.parsing.row_bodies import NOTHING
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.parsing.words import ending
from gdquality.records import Printed, Remark, Role
from gdquality.sources.interface import Cell

LONGEST_SIGN = 4
"""Characters of a cell that says a role by a mark or a word, and nothing else: 牵头单位."""


@dataclass(frozen=True)
class MatrixHeading(Heading):
    """The heading of a matrix: the cells that name the bodies, and what is said of their roles.

    `by_mark` has what each mark makes of a body, and `by_column` what any mark does below a role.
    """

    heads: tuple[Cell, ...]
    by_mark: Mapping[str, Role]
    by_column: Mapping[int, Role]

    @cached_property
    def bodies(self) -> Sequence[int]:
        """The columns that are headed by a body."""
        return self.holding("body")

    def role_at(self, column: int, sign: str) -> Role | None:
        """Return the role that a cell of `column` gives, or None if nothing says what it means."""
        below_role = self.by_column.get(column) if sign in CELL_MARKS else None
        return self.by_mark.get(sign) or role_called(sign) or below_role


def has_signs(rows: Sequence[Row], headings: Mapping[int, Heading]) -> bool:
    """Tell by a quick look whether a table has cells with nothing but a mark or a role.

    牵头单位 in the `headings` of an ordinary table is none.
    """
    return any(
        is_sign(text) and not (index in headings and ending(text, "bodies_of_labels"))
        for index, row in enumerate(rows)
        for cell in row
        if len(cell.text) <= LONGEST_SIGN and (text := cell.text.strip())
    )


def is_sign(text: str) -> bool:
    """Tell whether a cell has nothing but a mark, one letter or character (A, 主), or a role."""
    if len(text) == 1:
        return text in CELL_MARKS or (text.isalpha() and not NOTHING.fullmatch(text))
    return text[0] in CELL_MARKS or bool(role_called(text))


@dataclass(frozen=True, slots=True)
class MarkedBodies:
    """Reads the rows of a matrix; a cell that nothing explains goes to `remarks`."""

    vocabulary: Vocabulary
    remarks: list[Remark]

    def read(self, row: Row, heading: MatrixHeading) -> tuple[list[DraftMention], list[Printed]]:
        """Return whom the marks of `row` name, and what is printed of them."""
        mentions: list[DraftMention] = []
        printed: list[Printed] = []
        for column in heading.bodies:
            head, sign = heading.heads[column], row[column].text.strip()
            if NOTHING.fullmatch(sign):
                continue
            role = heading.role_at(column, sign)
            allocation = read_allocation(head.text, self.vocabulary, role) if role else None
            if not role or not allocation:
                message = f"看不出{quoted(sign)}是什么分工，这一格没有读：{quoted(head.text)}"
                self.remarks.append(Remark("unread-cell", message, row[column].place))
                continue
            mentions += [
                DraftMention(role, one.text, head, one.start) for one in allocation.mentions
            ]
            printed.append(Printed(head.text, head.place, role))
        return mentions, printed
