"""Notices as one page for people who will never install anything: data and script inside."""

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from gdquality.dataset import Dataset
from gdquality.errors import GdqError
from gdquality.formats.as_html import column_blocks
from gdquality.formats.caption import caption_of
from gdquality.formats.handout import marks_of
from gdquality.formats.page_data import OnPage, PageData
from gdquality.formats.particulars import particulars
from gdquality.formats.templates import hash_of, page_of, text_of
from gdquality.formats.terms import KINDS, MARKS, ROLES, SIDES
from gdquality.names.resolve.reading import Reader
from gdquality.queries.agencies import sorted_counts
from gdquality.queries.answers import Matrix, Particulars
from gdquality.queries.facts import by_date, roles_given

if TYPE_CHECKING:
    from gdquality.collection.questions import Collection

MOST_NOTICES = 5000
"""Notices that a browser opens at once: of a thousand a page has some 5 MB."""

SCRIPTS = ("data", "elements", "views", "search", "page")
"""The parts of the script, in the order in which they stand, and before it begins."""


def page(asked: Dataset) -> bytes:
    """Return an .html file that answers what may be asked of the notice of `asked`."""
    notice, matrix = asked.notice, asked.matrix()
    with_tasks = (one for one in asked.agencies() if one.has_tasks)
    told = PageData([OnPage(notice)], asked.registry, Reader(asked.readings()))
    return page_of(
        "notice.html",
        "page.css",
        notice=notice,
        caption=caption_of(asked),
        roles=roles_given(notice),
        counts=sorted_counts(with_tasks, "lead", asked.readings),
        deadlines=by_date(notice.deadlines),
        matrices=_blocks(matrix),
        marks_told=marks_of(matrix),
        particulars=[*particulars(Particulars(notice))],
        sides=SIDES,
        names_of_roles=ROLES,
        kinds=KINDS,
        marks=MARKS,
        **_scripted(told.values(), SCRIPTS),
    )


def page_of_many(many: "Collection", file: Path) -> bytes:
    """Return an .html file that answers what may be asked of the notices of `many`, in `file`.

    Raises GdqError for more than a browser can hold.
    """
    entries = many.notices()
    if len(entries) > MOST_NOTICES:
        message = f"有 {len(entries)} 份通知，一个网页放不下，最多 {MOST_NOTICES} 份"
        raise GdqError(message, hint="用 --since、--until、--in 分成几个网页")
    notices = [OnPage(notice, str(entry.notice)) for entry, notice in many.whole()]
    named = {one.agency for shown in notices for one in shown.notice.every_mention}
    told = PageData(notices, many.store.registry_with(named), Reader(many.readings()))
    return page_of(
        "notices.html",
        "page.css",
        title=_title_of(entry.jurisdiction for entry in entries),
        told=f"{len(entries)} 份通知，{sum(one.tasks for one in entries)} 项任务",
        file=file.name,
        entries=entries,
        **_scripted(told.values(), (*SCRIPTS, "many")),
    )


def _title_of(places: Iterable[str | None]) -> str:
    known = {place for place in places if place}
    return f"{known.pop()}的通知任务分工" if len(known) == 1 else "通知任务分工"


def _blocks(matrix: Matrix) -> list[Matrix]:
    """Return `matrix` as tables that paper has room for."""
    return [
        replace(
            matrix,
            columns=matrix.columns[block],
            rows=tuple((number, title, roles[block]) for number, title, roles in matrix.rows),
        )
        for block in column_blocks(len(matrix.columns))
    ]


def _scripted(data: dict[str, Any], scripts: Iterable[str]) -> dict[str, Any]:
    """Return the values of a template that are its script, and what that knows."""
    script = "".join(text_of(f"script/{name}.js") for name in scripts) + "begin();\n"
    return {
        "data": _inside_script(data),
        "script": Markup(script),  # noqa: S704 -- ours
        "script_hash": hash_of(script),
    }


def _inside_script(data: dict[str, Any]) -> Markup:
    """Return `data` as JSON that ends no element of script, and begins no comment in one."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704 -- no character that is markup is left
