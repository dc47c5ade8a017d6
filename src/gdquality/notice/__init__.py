"""The parser: the text of a notice and the registry in, a Notice out.

It knows the genre (the layout of GB/T 9704, a table of tasks, agency lists), and no task or line
of any one notice.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from gdquality.errors import InputError, Problem
from gdquality.files import decode
from gdquality.notice.agency_list import Item, ListSyntaxError, Vocabulary, expand
from gdquality.notice.dates import Calendar
from gdquality.notice.deadlines import DeadlineReader
from gdquality.notice.heading import Heading, read_heading
from gdquality.notice.table import Cell, Row, find_table
from gdquality.notice.text import lines_of
from gdquality.records import Mention, Notice, Printed, Source, Task, year_in
from gdquality.registry import Registry

_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A notice, and what its reader should know, each remark at its place in the source.

    Remarked are misprints, and passages of the body that have a date or tell to hand something in
    and were not read.
    """

    notice: Notice
    remarks: tuple[Problem, ...]


def parse(data: bytes, file: str, registry: Registry) -> Parsed:
    """Return the notice that the bytes of `file` hold, every name resolved by `registry`.

    Raises InputError with everything that is wrong: undecodable bytes, no table, broken rows,
    names in it that the registry does not know. No prose of the body is wrong: what of it is not
    read is remarked.
    """
    if not file.isprintable():
        raise InputError(file, Problem("文件名里有读不出的字符，请改名"))
    text = decode(data, file)
    if not text.strip():
        raise InputError(file, Problem("文件是空的"))
    if found := _CONTROL.search(text):
        line, column = text.count("\n", 0, found.start()) + 1, found.start()
        column -= text.rfind("\n", 0, found.start())
        message = f"不可见的控制字符 U+{ord(found[0]):04X}"
        raise InputError(file, Problem(message, line, column))
    lines = lines_of(text)
    table = find_table(lines)
    heading = read_heading(lines[: table.first_line - 1], lines[table.last_line :])
    reader = TaskReader(registry)
    tasks = tuple(reader.read(row) for row in table.rows)
    problems = [*table.problems, *reader.problems]
    if not isinstance(heading, Heading):
        raise InputError(file, *sorted([*heading, *problems], key=_place))
    if problems:
        raise InputError(file, *sorted(problems, key=_place))
    calendar = Calendar(year_in(heading.document_number), heading.issued)
    duties = DeadlineReader(registry, reader.vocabulary, calendar)
    deadlines = tuple(chain.from_iterable(duties.read(part) for part in heading.body))
    remarks = dict.fromkeys(sorted([*duties.remarks, *reader.remarks], key=_place))
    notice = Notice(
        source=Source(file.replace("\\", "/").rpartition("/")[2], hashlib.sha256(data).hexdigest()),
        document_number=heading.document_number,
        title=heading.title,
        issuing_organ=heading.issuing_organ,
        main_recipients=heading.main_recipients,
        copy_recipients=heading.copy_recipients,
        basis=heading.basis,
        attachment=heading.attachment,
        disclosure=heading.disclosure,
        sections=heading.sections,
        tasks=tasks,
        deadlines=deadlines,
    )
    return Parsed(notice, tuple(remarks))


class TaskReader:
    """Reads the rows of a table; `problems` and `remarks` collect what it met."""

    def __init__(self, registry: Registry) -> None:
        """Resolve names by `registry`."""
        self.registry = registry
        self.vocabulary = Vocabulary.of(registry.prefixes, registry.names)
        self.problems: list[Problem] = []
        self.remarks: list[Problem] = []
        self.seen: set[str] = set()

    def read(self, row: Row) -> Task:
        """Return the task of `row`, without the names that are not known."""
        self.seen = set()
        lead = tuple(self._mentions(row, row.lead, "牵头单位"))
        support = tuple(self._mentions(row, row.support, "参与单位"))
        printed = Printed(row.lead.text, row.support.text)
        return Task(row.number, row.title, lead, support, printed, row.line)

    def _mentions(self, row: Row, cell: Cell, heading: str) -> Iterator[Mention]:
        where = f"第 {row.number} 项{heading}"
        try:
            items = expand(cell.text, self.vocabulary)
        except ListSyntaxError as error:
            column = cell.column + error.start
            self.problems.append(Problem(f"{where}：{error}", row.line, column))
            return
        for item in items:
            yield from self._mention(item, where, row.line, cell.column + item.start)

    def _mention(self, item: Item, where: str, line: int, column: int) -> Iterator[Mention]:
        agency = self.registry.identify(item.text)
        if agency is None:
            self.problems.append(Problem(f"{where}：名录中没有“{item.text}”", line, column))
            return
        if item.text not in self.registry.bearers:
            message = f"{where}：“{item.text}”当为误印，按“{agency.name}”处理"
            self.remarks.append(Problem(message, line, column))
        if agency.name in self.seen:
            self.problems.append(Problem(f"{where}：“{item.text}”在这一项里已列过", line, column))
        self.seen.add(agency.name)
        yield Mention(item.text, agency.name)


def _place(problem: Problem) -> tuple[int, int]:
    return problem.line, problem.column
