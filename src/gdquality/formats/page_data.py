"""What the script of a page knows of a notice, as plain values (typed in templates/page.js)."""

from collections.abc import Iterable, Sequence
from typing import Any

from gdquality.dataset import Dataset
from gdquality.formats.agency_parts import history, summary
from gdquality.formats.controls import visible
from gdquality.formats.terms import KINDS, SIDES, shown_name
from gdquality.names.resolve.normal import normalise
from gdquality.names.resolve.reading import Reader
from gdquality.queries.facts import asked_about, by_date
from gdquality.records import ROLES, Mention, Task

NOTICE = 0
"""The one notice of a page, by its place among all of them."""


def page_data(asked: Dataset) -> dict[str, Any]:
    """Return the agencies, tasks and deadlines of a notice, which name each other by their places.

    Agencies are those that it names, and those that came of them.
    """
    notice, registry = asked.notice, asked.registry
    deadlines = by_date(notice.deadlines)
    mentions = [
        *(one for task in notice.tasks for one in task.every_mention),
        *(one for deadline in deadlines for one in deadline.every_mention),
    ]
    named = dict.fromkeys(one.agency for one in mentions if one.agency in registry.agencies)
    later = {step.agency for name in named for step in registry.successors(name)}
    names = [*named, *(name for name in registry.agencies if name in later and name not in named)]
    places = {name: at for at, name in enumerate(names)}
    reader = Reader(asked.readings())
    agencies = [_agency(name, asked, places, reader) for name in names]
    tasks = [_task(task, places, reader) for task in notice.tasks]
    return {
        "sides": [SIDES[role] for role in ROLES],
        "agencies": agencies,
        "tasks": tasks,
        "deadlines": [
            {
                "notice": NOTICE,
                "due": one.due.isoformat() if one.due else visible(one.due_text or ""),
                "what": visible(one.what),
                "who": _mentioned(one.who, places),
                "to": _mentioned(one.to, places),
            }
            for one in deadlines
        ],
        "scripts": _other_script(
            [*(text for one in agencies for text in one["names"]), *(one["title"] for one in tasks)]
        ),
    }


def _agency(name: str, asked: Dataset, places: dict[str, int], reader: Reader) -> dict[str, Any]:
    notice, registry = asked.notice, asked.registry
    answer = asked.agency(registry.agencies[name])
    body = answer.agency
    printed = {
        mention.text
        for task in notice.tasks
        for mention in task.every_mention
        if mention.agency == name
    }
    every = dict.fromkeys((name, *body.aliases, *body.former_names, *sorted(printed)))
    own = {*(asked_about(name, notice, registry)), name}
    order = [*by_date(notice.deadlines)]
    return {
        "name": visible(name),
        "kind": shown_name(KINDS[body.kind], derived=body.is_derived),
        "names": [visible(one) for one in every],
        "read": [_read(one, reader) for one in every],
        "about": [summary(answer), *("、".join(steps) for steps in history(answer))],
        "asked": sorted(places[one] for one in own if one in places),
        "deadlines": [order.index(one) for one in answer.deadlines],
        "partners": [
            [places[one.agency], one.together, one.led, one.under, one.beside]
            for one in asked.partners(body)
        ],
    }


def _task(task: Task, places: dict[str, int], reader: Reader) -> dict[str, Any]:
    return {
        "notice": NOTICE,
        "number": task.number,
        "title": visible(task.title),
        "under": [visible(one) for one in task.under],
        "due": visible(task.due_text or ""),
        "read": _read(task.title, reader),
        "parts": [
            [places[one.agency], at, visible(one.text), int(one.derived)]
            for at, role in enumerate(ROLES)
            for one in task.mentions(role)
        ],
    }


def _mentioned(mentions: Sequence[Mention], places: dict[str, int]) -> list[list[Any]]:
    return [[places.get(one.agency, -1), visible(one.text)] for one in mentions]


def _read(text: str, reader: Reader) -> str:
    return " ".join(reader.read(normalise(text)))


def _other_script(texts: Iterable[str]) -> str:
    """Return pairs of a traditional character and the simplified one that `texts` have for it."""
    from gdquality.characters import simplified

    used = set("".join(texts))
    every = [*map(chr, range(0x4E00, 0xA000))]
    # A line each: several together may be a word, which is another matter.
    pairs = zip(every, simplified("\n".join(every)).split("\n"), strict=True)
    return "".join(
        old + new for old, new in pairs if old != new and new in used and old not in used
    )
