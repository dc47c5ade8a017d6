"""A row of a table of tasks: what it is about, who is to do it, and what else it says."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from gdquality.errors import quoted
from gdquality.parsing.columns import Column
from gdquality.parsing.drafts import DraftMention, DraftTask
from gdquality.parsing.headings import Heading, Row
from gdquality.parsing.legends import legend_of
from gdquality.parsing.matrix import MarkedBodies, MatrixHeading
from gdquality.parsing.notes import role_of_others
from gdquality.parsing.other_columns import bodies_told
from gdquality.parsing.outline_markers import split_label
from gdquality.parsing.passages import healed
from gdquality.parsing.role_patterns import SAYS_MORE
from gdquality.parsing.row_bodies import NOTHING, RowBodies
from gdquality.parsing.row_titles import RowTitle, is_note, title_of
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.records import Place, Printed, Remark

_CLOSING = re.compile(
    r"[合总小共]计[：:]?\Z|(?:[填制审]表|填报|审核|审批|联系|统计|校对|经办|负责)人[：:]"
)
_BETWEEN_NAMES = re.compile("[、，,；;\\s]+")


@dataclass(slots=True)
class RowReader:
    """Reads the rows of one document, each by itself."""

    vocabulary: Vocabulary
    remarks: list[Remark]
    bodies: RowBodies = field(init=False)

    def __post_init__(self) -> None:
        """Read the cells of bodies with the same words, and remark in the same list."""
        self.bodies = RowBodies(self.vocabulary, self.remarks)

    def read(
        self,
        row: Row,
        above: Row,
        heading: Heading,
        grouping: frozenset[int],
        open_task: DraftTask | None,
    ) -> DraftTask | None:
        """Return what `row` says, without a title where it prints none, or None for nothing.

        `above` is the row before it, `open_task` the task with which it goes on if it has neither
        title nor number; `grouping` are the columns that stand above the others.
        """
        if self._is_shifted(row, heading):
            return None
        title = title_of(row, heading, grouping)
        number = _texts(row, heading, "number") or ""
        before = open_task.mentions if open_task and not (title.text or number) else ()
        mentions, printed, limits = self._bodies(row, heading, before)
        self._remark_on(row, heading, title.text, has_bodies=bool(mentions))
        others = (*title.unused, *heading.holding("other"))
        self.remarks += bodies_told(row, heading, others, self.vocabulary)
        due_text = _texts(row, heading, "due") or "；".join(limits) or None
        if not mentions and (title.text or not due_text):
            return None
        label, text = _label_and_title(number, title)
        return DraftTask(
            label=label,
            title=text,
            under=title.under,
            mentions=tuple(mentions),
            printed=tuple(printed),
            place=_place(row, above),
            due_text=due_text,
            extra=_others(row, heading, others),
        )

    def _bodies(
        self, row: Row, heading: Heading, before: Sequence[DraftMention]
    ) -> tuple[list[DraftMention], list[Printed], list[str]]:
        mentions, printed, limits = self.bodies.read(row, heading, before)
        if isinstance(heading, MatrixHeading):
            marked, said = MarkedBodies(self.vocabulary, self.remarks).read(row, heading)
            return marked + mentions, said + printed, limits
        return mentions, printed, limits

    def _is_shifted(self, row: Row, heading: Heading) -> bool:
        """Tell of a row whose cells are not under their headings, which a line break does.

        Bodies stand where the task should, and cells are missing at its end.
        """
        if row[-1].text.strip() or not heading.naming:
            return False
        before = [column for column in heading.said if column < heading.naming[0]]
        if not before:
            return False
        names = [name for name in _BETWEEN_NAMES.split(row[before[-1]].text) if name]
        if not names or not all(map(self.vocabulary.is_body, names)):
            return False
        printed = "，".join(cell.text for cell in row if cell.text.strip())
        message = f"这一行的格子像是错开了，没有读：{quoted(printed)}"
        self.remarks.append(Remark("shifted-row", message, row[0].place))
        return True

    def _remark_on(self, row: Row, heading: Heading, title: str, *, has_bodies: bool) -> None:
        """Tell of what a row has and no task keeps."""
        alone = "" if title else _texts(row, heading, "number") or ""
        if not has_bodies and title and not (_is_told(title) or _is_closing(row)):
            message = f"这一行没有单位：{quoted(title)}"
            self.remarks.append(Remark("row-without-agency", message, row[0].place))
        elif not has_bodies and self.vocabulary.is_body(alone):
            message = f"这一行没有写任务：{quoted(alone)}"
            self.remarks.append(Remark("row-without-task", message, row[0].place))
        for column in heading.nameless:
            cell = row[column]
            if cell.text.strip() and cell is not row[column - 1]:
                message = f"这一格在表头之外：{quoted(cell.text)}"
                self.remarks.append(Remark("surplus-cell", message, cell.place))


def _is_told(title: str) -> bool:
    """Tell whether a row is a note that is kept elsewhere, or gives nobody anything."""
    is_kept = role_of_others(title) or not SAYS_MORE.search(title) or legend_of(title)
    return is_note(title) and bool(is_kept)


def _is_closing(row: Row) -> bool:
    """Tell whether a row adds up what is above it, or says who filled in the table."""
    first = next((cell.text for cell in row if cell.text.strip()), "")
    return bool(_CLOSING.match("".join(first.split())))


def _label_and_title(number: str, title: RowTitle) -> tuple[str, str]:
    if number:
        return number, title.text
    label, text = split_label(title.text)
    return (label, text) if text else ("", title.text)


def joined(rows: Sequence[DraftTask]) -> DraftTask:
    """Return the task of the first of `rows` with what those below it add."""
    if len(rows) == 1:
        return rows[0]
    extra: dict[str, list[str]] = {}
    for row in rows:
        for name, text in row.extra:
            extra.setdefault(name, []).append(text)
    return rows[0]._replace(
        mentions=tuple(mention for row in rows for mention in row.mentions),
        printed=tuple(printed for row in rows for printed in row.printed),
        due_text="；".join(dict.fromkeys(row.due_text for row in rows if row.due_text)) or None,
        extra=tuple((name, "；".join(texts)) for name, texts in extra.items()),
    )


def _place(row: Row, above: Row) -> Place:
    """Return where the row itself begins: at its first cell that the row `above` does not share."""
    if not above or row[0] is not above[0]:
        return row[0].place
    return next(
        (cell for cell, other in zip(row, above, strict=True) if cell is not other), row[0]
    ).place


def _others(row: Row, heading: Heading, columns: Sequence[int]) -> tuple[tuple[str, str], ...]:
    """Return what a row says in `columns`, by heading; one without is called by its number.

    Columns of one heading are put together, none is lost.
    """
    found: dict[str, str] = {}
    for column in columns:
        name = healed(heading.texts[column]) or f"第{column + 1}列"
        text = healed(row[column].text)
        if not text or (column in heading.nameless and row[column] is row[column - 1]):
            continue
        found[name] = f"{found[name]}；{text}" if name in found else text
    return tuple(found.items())


def _texts(row: Row, heading: Heading, holds: Column) -> str | None:
    columns = heading.holding(holds)
    if not columns:
        return None
    found = [healed(row[column].text) for column in columns]
    return "；".join(dict.fromkeys([one for one in found if not NOTHING.fullmatch(one)])) or None
