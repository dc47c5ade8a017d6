"""Tables of tasks: each row under a heading says who is to do what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import is_

from gdquality.errors import quoted
from gdquality.parsing.blank_cells import WITHOUT_MERGED_CELLS, with_merged_names
from gdquality.parsing.columns import LONGEST_HEADING, column_of, is_role, is_task
from gdquality.parsing.data_rows import LONGEST_CELL
from gdquality.parsing.drafts import DraftTask
from gdquality.parsing.heading_roles import heads_offices
from gdquality.parsing.headings import Heading, Row
from gdquality.parsing.matrix import is_sign
from gdquality.parsing.matrix_headings import FEWEST_BODIES, unexplained_in
from gdquality.parsing.repeated_cells import with_repeated
from gdquality.parsing.role_sentences import read_allocation
from gdquality.parsing.row_titles import grouping_columns, section_of
from gdquality.parsing.table_rows import RowReader, joined
from gdquality.parsing.table_sections import TableSections
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.records import Remark
from gdquality.sources.interface import Cell, Table

_FEWEST_ROWS_WITH_BODIES = 2
"""Rows with bodies that make a table worth a remark; one may be a signature."""

_MOST_SIGNS = 4
"""Marks that a remark names of those that nothing explains."""


@dataclass(slots=True)
class TableReader:
    """Reads the tables of one document; a table without a heading goes on with the last one.

    What its `format` has lost of them is read from what is left (`blank_cells`).
    """

    vocabulary: Vocabulary
    remarks: list[Remark]
    format: str
    heading: Heading | None = None
    sections: TableSections = field(init=False)
    seen: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Begin outside any section."""
        self.begin_section()

    def read(self, table: Table, headings: Mapping[int, Heading]) -> list[DraftTask] | None:
        """Return the tasks of `table` under its `headings`, or None if it is no table of tasks."""
        rows = table.rows
        if headings:
            self.begin_section()
        elif not rows or not self.heading or len(self.heading.columns) != len(rows[0]):
            self._remark_on_unread(table)
            return None
        if (text := _text(rows)) in self.seen:
            self.remarks.append(
                Remark("repeated-text", "这张表与前面的相同，只读一次", table.place)
            )
            return []
        tasks = self._tasks(rows, headings)
        if tasks:
            self.seen.add(text)
        return tasks or None

    def begin_section(self) -> None:
        """Forget the sections of the table before, as a heading above the next one ends them."""
        self.sections = TableSections(self.remarks)

    def _remark_on_unread(self, table: Table) -> None:
        """Tell of a table that names bodies, and of which no heading says as what.

        Two rows with bodies are one, and so are one below a heading of tasks and one of bodies
        over cells that give roles; any other row may be a signature.
        """
        if signs := unexplained_in(table.rows, self.vocabulary):
            said = "、".join(map(quoted, signs[:_MOST_SIGNS]))
            message = f"看不出表中的{said}是什么分工，没有读"
            self.remarks.append(Remark("unread-table", message, table.place))
            return
        if any(heads_offices(cell.text) for row in table.rows for cell in row):
            message = "这张表只把任务分给内设机构（科室），没有读"
            self.remarks.append(Remark("unread-table", message, table.place))
            return
        naming = [sum(map(self._names_bodies, row)) for row in table.rows]
        first = next((index for index, count in enumerate(naming) if count), 0)
        has_rows = sum(map(bool, naming)) >= _FEWEST_ROWS_WITH_BODIES or (
            any(naming) and _has_tasks(table.rows[:first])
        )
        if has_rows or (max(naming, default=0) >= FEWEST_BODIES and _gives_roles(table.rows)):
            message = "这张表有单位名称，但没有认得的表头，没有读"
            self.remarks.append(Remark("unread-table", message, table.place))

    def _names_bodies(self, cell: Cell) -> bool:
        if not cell.text.strip() or len(cell.text) > LONGEST_CELL:
            return False
        allocation = read_allocation(cell.text, self.vocabulary, None)
        return bool(allocation and allocation.mentions)

    def _tasks(self, rows: Sequence[Row], headings: Mapping[int, Heading]) -> list[DraftTask]:
        reader = RowReader(self.vocabulary, self.remarks)
        if self.format in WITHOUT_MERGED_CELLS:
            rows = with_merged_names(rows, headings, self.heading, self.remarks)
        rows = with_repeated(rows)
        grouping = grouping_columns(rows, headings)
        index = min(headings, default=0)
        tasks: list[list[DraftTask]] = []
        open_task: DraftTask | None = None
        before: Row | None = None
        while index < len(rows):
            row = rows[index]
            if found := headings.get(index):
                self.heading, open_task = found, None
                index += found.height
                continue
            # A row that is merged with the one before in every column says nothing new.
            if self.heading and not (before and all(map(is_, row, before))):
                above = rows[index - 1] if index else ()
                following = rows[index + 1] if index + 1 < len(rows) else ()
                if section := self._section(row, self.heading, following):
                    self.sections.begin(section, row)
                    open_task = None
                else:
                    draft = reader.read(row, above, self.heading, grouping, open_task)
                    if draft and open_task and _is_merged(row, above, self.heading):
                        tasks[-1].append(draft)
                    else:
                        open_task = self._add(draft, tasks, open_task) if draft else None
            before = row
            index += 1
        self.sections.end()
        return list(map(joined, tasks))

    def _section(self, row: Row, heading: Heading, following: Row) -> str:
        section = section_of(row, heading, following)
        return "" if self.vocabulary.is_body(section) else section

    def _add(
        self, draft: DraftTask, tasks: list[list[DraftTask]], open_task: DraftTask | None
    ) -> DraftTask | None:
        """Add what a row says to `tasks`, each of which is its rows.

        Return the task with which the next row may go on. A row without a task goes on with that
        above it, `open_task`, unless it has a number of its own.
        """
        if draft.title:
            above = self.sections.above(draft.label + draft.title)
            tasks.append([draft._replace(under=(*above, *draft.under)) if above else draft])
        elif open_task and not draft.label:
            tasks[-1].append(draft)
            message = "这一行没有写任务，算作上一行的"
            self.remarks.append(Remark("continued-row", message, draft.place))
        else:
            said = "，".join([*(one.text for one in draft.printed), draft.due_text or ""])
            message = f"这一行没有写任务：{quoted(said.rstrip('，'))}"
            self.remarks.append(Remark("row-without-task", message, draft.place))
            return None
        return tasks[-1][0]


def _is_merged(row: Row, above: Row, heading: Heading) -> bool:
    """Tell whether what a row is about is printed once for it and the row `above`: one task."""
    about = (*heading.said, *heading.holding("number"))
    return bool(about) and all(row[column] is above[column] for column in about)


def _text(rows: Sequence[Row]) -> str:
    return "\n".join(["\t".join([cell.text for cell in row]) for row in rows])


def _has_tasks(rows: Sequence[Row]) -> bool:
    """Tell whether one of `rows`, the first of a table, may be its heading."""
    cells = [cell.text for row in rows if not all(cell is row[0] for cell in row) for cell in row]
    return any(is_task(column_of(text)) for text in cells if len(text) <= LONGEST_HEADING)


def _gives_roles(rows: Sequence[Row]) -> bool:
    """Tell whether cells of a table have nothing but a role or a mark."""
    texts = {cell.text.strip() for row in rows for cell in row}
    return any(is_sign(text) or is_role(column_of(text)) for text in texts if text)
