"""A notice as one page for people who will never install anything: data and script inside."""

import json
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from gdquality.dataset import Dataset
from gdquality.formats.as_html import column_blocks
from gdquality.formats.caption import caption_of
from gdquality.formats.handout import marks_of
from gdquality.formats.page_data import page_data
from gdquality.formats.sheet import particulars
from gdquality.formats.templates import hash_of, page_of, text_of
from gdquality.formats.terms import KINDS, MARKS, ROLES, SIDES
from gdquality.queries.agencies import sorted_counts
from gdquality.queries.answers import Matrix, Particulars
from gdquality.queries.facts import by_date, roles_given


def page(asked: Dataset) -> bytes:
    """Return an .html file that answers what may be asked of the notice of `asked`."""
    notice, matrix = asked.notice, asked.matrix()
    with_tasks = (one for one in asked.agencies() if one.has_tasks)
    script = text_of("page.js")
    return page_of(
        "page.html",
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
        data=_inside_script(page_data(asked)),
        script=Markup(script),  # noqa: S704 -- ours
        script_hash=hash_of(script),
    )


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


def _inside_script(data: dict[str, Any]) -> Markup:
    """Return `data` as JSON that ends no element of script, and begins no comment in one."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704 -- no character that is markup is left
