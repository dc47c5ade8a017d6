"""Answers as Markdown: a table under the headings of its columns, an agency part by part."""

import re
from collections.abc import Iterable, Iterator

from gdquality.formats.agency_parts import (
    DEADLINES,
    history,
    summary,
    task_tables,
    who_leads_whom,
)
from gdquality.formats.caption import Caption
from gdquality.formats.controls import visible
from gdquality.formats.sheet import Cell, Sheet, flat, in_words, names, sheet_of
from gdquality.formats.terms import shown_name
from gdquality.queries.answers import AgencyAnswer, Answer, Comparison, DeadlineList

_MARKUP = re.compile(r"([\\`*_\[\]<>|&~])")


def render(answer: Answer, deeper: int = 0) -> str:
    """Return the answer, its headings so many levels `deeper`; what would be markup is escaped."""
    if isinstance(answer, AgencyAnswer):
        return "\n".join(_agency(answer, deeper))
    table = table_of(in_words(sheet_of(answer)))
    if isinstance(answer, Comparison):
        return f"{_escaped(who_leads_whom(answer))}\n\n{table}"
    return table


def table_of(sheet: Sheet) -> str:
    """Return the rows of `sheet` under its headings."""
    return _table(tuple(heading for _, heading in sheet.columns), sheet.rows)


def source_line(caption: Caption | None) -> str:
    """Return a paragraph that says where an answer is from, if it is from a notice."""
    return f"\n{_escaped(caption.source)}\n" if caption else ""


def after_lines(text: str, lines: Iterable[str]) -> str:
    """Return `text` after a paragraph for each of `lines`."""
    return "".join(f"{_escaped(line)}\n\n" for line in lines) + text


def _agency(answer: AgencyAnswer, deeper: int) -> Iterator[str]:
    name = shown_name(answer.agency.name, derived=answer.agency.is_derived)
    yield heading(1 + deeper, name) + _escaped(summary(answer)) + "\n"
    for steps in history(answer):
        yield _escaped("、".join(steps)) + "\n"
    for part in task_tables(answer):
        rows: list[tuple[Cell, ...]] = [
            (number, title, *map(names, others), *limit)
            for number, title, others, limit in part.rows
        ]
        yield heading(2 + deeper, part.title) + _table(part.headings, rows)
    if answer.deadlines:
        yield heading(2 + deeper, DEADLINES) + render(DeadlineList(answer.deadlines))


def heading(level: int, text: str) -> str:
    """Return a heading of `level`, and the empty line after it."""
    return f"{'#' * level} {_escaped(text)}\n\n"


def _table(headings: tuple[str, ...], rows: Iterable[tuple[Cell, ...]]) -> str:
    return "".join([_row(headings), _line(["---"] * len(headings)), *map(_row, rows)])


def _row(cells: tuple[Cell, ...]) -> str:
    return _line([_escaped(str(flat(cell))) for cell in cells])


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\1", visible(text))


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |\n"
