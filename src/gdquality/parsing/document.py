"""The tasks of a document in printed order, from its prose and from its tables, by form alone."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import chain

from gdquality.errors import quoted
from gdquality.parsing.blank_divided import divided_at_blanks
from gdquality.parsing.drafts import DraftMention, DraftTask
from gdquality.parsing.headings import Heading, headings_in
from gdquality.parsing.legends import meanings_in
from gdquality.parsing.marked_names import (
    marks_that_lead,
    unapplied_notes,
    with_marked_leading,
    without_marks,
)
from gdquality.parsing.matrix import has_signs
from gdquality.parsing.matrix_headings import matrix_in
from gdquality.parsing.notes import notes_in, with_first_leading
from gdquality.parsing.outline import Item, Outline
from gdquality.parsing.outline_markers import number_at, style_of
from gdquality.parsing.page_foot import without_foot
from gdquality.parsing.passages import Passage, healed, passages_of
from gdquality.parsing.printed_allocations import LONGEST_ALLOCATION
from gdquality.parsing.prose import ProseReader, ReadItem
from gdquality.parsing.role_sentences import read_names
from gdquality.parsing.run_together import told_apart
from gdquality.parsing.side_by_side import one_below_the_other
from gdquality.parsing.stacked_cells import unstacked
from gdquality.parsing.table_margins import captions_of, signature_of
from gdquality.parsing.tables import TableReader
from gdquality.parsing.tasks_of_bodies import by_task
from gdquality.parsing.turned_tables import upright
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.parsing.wrapped_lines import unwrapped
from gdquality.records import Remark, Role
from gdquality.sources.interface import Block, Cell, Paragraph, SourceDocument, Table

_LINE = re.compile(r"\S[^\n]*")
_CITED = re.compile("《([^《》]+)》")
_DATE = re.compile(r"[\d二〇○零一三四五六七八九十]{4}\s*年")
_BROKEN_AT_LINES = ("text", "markdown")
"""Formats of files in which a line break inside a cell looks like one between rows."""


@dataclass(slots=True)
class Reading:
    """What a document says, in printed order; names are not resolved yet."""

    tasks: list[DraftTask] = field(default_factory=list)
    items: list[ReadItem] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    signature: Sequence[str] = ()
    notes: tuple[str, ...] = ()
    remarks: list[Remark] = field(default_factory=list)


def read_document(document: SourceDocument, vocabulary: Vocabulary) -> Reading:
    """Return what `document` says; text or a table that stands in it twice is read once."""
    reading = Reading()
    outline = Outline(_parts(document.blocks))
    prose = ProseReader(vocabulary, reading.remarks)
    tables = TableReader(vocabulary, reading.remarks, document.format)
    waiting: list[Paragraph] = []
    above: tuple[str, ...] = ()
    is_text = document.format == "text"
    blocks = unwrapped(document.blocks) if is_text else document.blocks
    for tables_made in (unstacked, divided_at_blanks, told_apart):
        blocks = list(tables_made(blocks, vocabulary, reading.remarks))
    blocks = [by_task(one_below_the_other(upright(block))) for block in blocks]
    meanings = cache(lambda: meanings_in(document.blocks))
    ends_table = False
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        if isinstance(block, Paragraph):
            waiting.append(block)
            if ends_table and _may_be_of_last_cell(block, following, vocabulary):
                reading.remarks.append(_left_below(block))
            ends_table = False
            continue
        if waiting and style_of(waiting[-1].text):
            tables.begin_section()
        if signature := signature_of(block.rows):
            reading.signature = signature
            block = replace(block, rows=block.rows[: -len(signature)])  # noqa: PLW2901 -- the same table
        headings = _headings_of(block, tables, meanings)
        tasks = tables.read(block, headings)
        if tasks is None and not headings:
            waiting += _paragraphs_of(block)
            continue
        items = _read_prose(waiting, outline, prose, reading)
        waiting = []
        above = _headings_above(items, above)
        reading.captions += captions_of(block, headings)
        reading.tasks += _beneath(above, tasks or ())
        ends_table = bool(tasks) and document.format in _BROKEN_AT_LINES
        if tasks is None:
            # Its cells may say who does what in sentences, and are no part of the prose around it.
            passages = passages_of(_paragraphs_of(block), vocabulary)
            _read_items(passages, outline, prose, reading)
    _read_prose(waiting, outline, prose, reading, ends=True)
    text = "\n".join([*(one.text for one in reading.passages), *_cells(blocks)])
    reading.notes = notes_in(text)
    marks = marks_that_lead(text)
    tasks = with_first_leading(reading.tasks, text, reading.remarks)
    tasks = with_marked_leading(tasks, marks, text)
    reading.tasks = list(map(_each_once, tasks))
    reading.remarks = without_marks(reading.remarks, marks) if marks else reading.remarks
    reading.remarks += unapplied_notes(reading.passages, text)
    return reading


def _headings_of(
    table: Table, tables: TableReader, meanings: Callable[[], Mapping[str, Role]]
) -> Mapping[int, Heading]:
    headings = headings_in(table.rows, tables.vocabulary, tables.heading)
    if has_signs(table.rows, headings):
        matrix = matrix_in(table.rows, headings, meanings(), tables.vocabulary)
        if matrix is not None:
            tables.heading = None
            first = min(matrix, default=0)
            return {n: one for n, one in headings.items() if n + one.height <= first} | matrix
    return headings


def _each_once(task: DraftTask) -> DraftTask:
    """Return `task` with each name once in a role; who leads is not responsible beside it."""
    if len({one.text for one in task.mentions}) == len(task.mentions):
        return task
    leading = {one.text for one in task.mentions if one.role == "lead"}
    said: dict[tuple[str, str], DraftMention] = {}
    for one in task.mentions:
        if one.role != "responsible" or one.text not in leading:
            said.setdefault((one.role, one.text), one)
    if len(said) == len(task.mentions):
        return task
    return task._replace(mentions=tuple(said.values()))


def _read_prose(
    paragraphs: Sequence[Paragraph],
    outline: Outline,
    prose: ProseReader,
    reading: Reading,
    *,
    ends: bool = False,
) -> list[Item]:
    passages = list(passages_of(paragraphs, prose.vocabulary))
    reading.passages += passages
    kept = without_foot(passages, reading.remarks, ends=ends)
    return _read_items(kept, outline, prose, reading)


def _read_items(
    passages: Iterable[Passage], outline: Outline, prose: ProseReader, reading: Reading
) -> list[Item]:
    items = list(outline.read(passages))
    for item in items:
        read = prose.read(item)
        reading.items.append(read)
        reading.tasks += [task for task in read.tasks if task.title]
        reading.remarks += [_without_text(task) for task in read.tasks if not task.title]
    return items


def _headings_above(items: Sequence[Item], before: tuple[str, ...]) -> tuple[str, ...]:
    """Return the headings over a table that stands behind `items`.

    An item that is a heading and nothing else is one; an item of prose ends those `before`, and
    what has no number, as on the margin of a page, does not.
    """
    numbered = [item for item in items if style_of(item.spans[0].text.strip())]
    if not numbered:
        return before
    last = numbered[-1]
    text = healed("".join(span.text for span in last.spans))
    is_heading = last is items[-1] and text.rstrip("。") == healed(last.label + last.heading)
    return (*last.under, last.label + last.heading) if is_heading else ()


def _beneath(above: tuple[str, ...], tasks: Sequence[DraftTask]) -> Iterator[DraftTask]:
    """Yield the tasks of a table with the headings `above` it over those of its rows.

    Rows that divide the table as headings divide the document go on with these, 二、 after 一、, or
    begin anew below them.
    """
    if not above:
        yield from tasks
        return
    first = next((task.under[0] for task in tasks if task.under), "")
    begins_anew = first and number_at(first) == 1
    for task in tasks:
        style = style_of(task.under[0]) if task.under and not begins_anew else ""
        same = (n for n, one in enumerate(above) if style and style_of(one) == style)
        yield task._replace(under=(*above[: next(same, None)], *task.under))


def _without_text(task: DraftTask) -> Remark:
    """Return the remark on an allocation above which there is no text that it could give out."""
    said = quoted("，".join(printed.text for printed in task.printed))
    return Remark("unread-allocation", f"说到分工，没有读成任务：{said}", task.place)


def _may_be_of_last_cell(below: Paragraph, following: Block | None, vocabulary: Vocabulary) -> bool:
    """Tell whether the line below a table may be of a cell whose lines a text has not kept.

    It is a list of bodies and nothing else; over a date it is a signature.
    """
    if isinstance(following, Paragraph) and _DATE.match(following.text.strip()):
        return False
    if len(below.text) > LONGEST_ALLOCATION:
        return False
    read = read_names(below.text, vocabulary)
    names = [one.text for one in read.mentions]
    return bool(names) and not read.leftovers and all(map(vocabulary.is_body, names))


def _left_below(line: Paragraph) -> Remark:
    message = f"表格下面单独一行是单位，像是最后一格的，没有读：{quoted(line.text)}"
    return Remark("unread-cell", message, line.place)


def _parts(blocks: Sequence[Block]) -> frozenset[str]:
    """Return the titles of the documents that this one holds, if they are several."""
    paragraphs = [block.text for block in blocks if isinstance(block, Paragraph)]
    cited = {title for text in paragraphs if "《" in text for title in _CITED.findall(healed(text))}
    titles = cited.intersection(map(healed, paragraphs)) if len(cited) > 1 else ()
    return frozenset(titles) if len(titles) > 1 else frozenset()


def _cells(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield from [cell.text for cell in _each_cell(block)]


def _each_cell(table: Table) -> Iterable[Cell]:
    """Return the cells of a table in reading order, a merged one once."""
    return dict.fromkeys(chain.from_iterable(table.rows))


def _paragraphs_of(table: Table) -> Iterator[Paragraph]:
    """Yield the prose of a table that only lays out a page, or gives tasks in sentences."""
    for cell in _each_cell(table):
        for line in _LINE.finditer(cell.text):
            is_first = cell.text.find("\n", 0, line.start()) < 0
            counts = cell.counts_characters and is_first
            yield Paragraph(line[0].rstrip(), cell.place_at(line.start()), counts)
