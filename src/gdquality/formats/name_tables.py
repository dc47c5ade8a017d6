"""Rich tables of bodies and their names: those that a list names, and what each name means."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from gdquality.formats.drawn import plain_table, text_of
from gdquality.formats.name_list import NameList
from gdquality.formats.resolutions import fields_of
from gdquality.formats.splits import ROLES as SPLIT_ROLES
from gdquality.formats.terms import KINDS, METHODS, PARTS, ROLES, STATUS_MARKS, shown_name
from gdquality.names.resolve import Ambiguous, Resolution, Resolved, Unknown
from gdquality.queries.answers import AgencyList, NotAName, Partner
from gdquality.records import Agency

if TYPE_CHECKING:
    from gdquality.parsing.split import Split


def agency_list(answer: AgencyList) -> Table:
    """Return the bodies with how often each is named in each role."""
    table = plain_table("", *(ROLES[role] for role in answer.roles), "类别", "单位")
    for index, column in enumerate(table.columns):
        column.justify = "right" if index < len(answer.roles) else "left"
    for one in answer.counts:
        name, kind = shown(one.agency), KINDS[one.agency.kind]
        table.add_row(*(str(one.count(role)) for role in answer.roles), kind, name)
    return table


def partner_list(partners: Sequence[Partner]) -> Table:
    """Return the bodies that share tasks with one, with how many and in which parts."""
    table = plain_table("", *PARTS.values(), "单位")
    for one in partners:
        counts = map(str, (one.together, one.led, one.under, one.beside))
        table.add_row(*counts, text_of(shown_name(one.agency, derived=one.derived)))
    for column in table.columns[:-1]:
        column.justify = "right"
    return table


def resolution_list(resolutions: Sequence[Resolution | NotAName]) -> Table:
    """Return what each name that was asked about means, and by what that is known."""
    table = plain_table("", "", "名称", "依据", "单位全称")
    for resolution in resolutions:
        query, status, agency, method, candidates = fields_of(resolution)
        found: RenderableType = text_of(agency or "")
        if isinstance(resolution, Resolved):
            found = shown(resolution.agency)
        elif isinstance(resolution, Unknown) and resolution.included_in:
            found = text_of(f"（“{resolution.included_in.name}”之一）")
        elif candidates:
            assert isinstance(resolution, Ambiguous)
            found = NameList(
                [shown_name(one.name, derived=one.is_derived) for one in resolution.candidates]
            )
        table.add_row(
            STATUS_MARKS[status], text_of(query), METHODS[method] if method else "", found
        )
    return table


def splits_of(splits: "Sequence[Split]") -> Iterator[RenderableType]:
    """Yield a table for each list that was divided, with the remarks on it."""
    for index, split in enumerate(splits):
        yield from [Text("")] if index else []
        yield from [text_of(split.text, "bold")] if len(splits) > 1 else []
        table = plain_table("", "", "名称", "单位全称")
        table.columns[0].justify = "left"
        before: str | None = None
        for one in split.mentions:
            role = SPLIT_ROLES[one.role]
            heading = role if role != before else ""
            agency = shown_name(one.agency or "", derived=one.derived)
            table.add_row(heading, text_of(one.text), text_of(agency))
            before = role
        yield from [table] if split.mentions else []
        yield from map(text_of, split.remarks)


def shown(agency: Agency, style: str = "") -> Text:
    """Return the name of a body as it is shown, derived ones marked."""
    return text_of(shown_name(agency.name, derived=agency.is_derived), style)
