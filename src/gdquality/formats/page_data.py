"""What the script of a page knows of notices, as plain values (typed in templates/data.js)."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from gdquality.formats.agency_parts import history
from gdquality.formats.controls import visible
from gdquality.formats.terms import KINDS, SIDES, shown_name
from gdquality.names.registry import Registry
from gdquality.names.resolve import Resolved
from gdquality.names.resolve.normal import normalise
from gdquality.names.resolve.reading import Reader
from gdquality.queries.agencies import answer_agency
from gdquality.queries.concerned import Concerned
from gdquality.queries.facts import asked_about, binding_deadlines, by_date
from gdquality.records import ROLES, Agency, Deadline, Mention, Notice, Task, year_of


class OnPage(NamedTuple):
    """A notice of a page: `number` is what its addresses begin with, none where it is alone."""

    notice: Notice
    number: str = ""


class PageData:
    """The notices of a page, the newest first, as values that name each other by their places."""

    def __init__(self, notices: Sequence[OnPage], registry: Registry, reader: Reader) -> None:
        """Tell of `notices`, whose bodies are all in `registry`."""
        self.notices = notices
        self.registry = registry
        self.reader = reader
        mentions = [one for shown in notices for one in shown.notice.every_mention]
        named = {one.agency for one in mentions}
        later = {step.agency for name in named for step in registry.successors(name)}
        self.names = [name for name in registry.agencies if name in named or name in later]
        self.places = {name: at for at, name in enumerate(self.names)}
        self._printed: dict[tuple[int, str, bool], int] = {}
        self._called: dict[str, dict[str, None]] = {}
        for one in mentions:
            self._called.setdefault(one.agency, {})[one.text] = None

    def values(self) -> dict[str, Any]:
        """Return all that the script knows."""
        agencies = [self._agency(self.registry.agencies[name]) for name in self.names]
        tasks = [
            self._task(at, task)
            for at, shown in enumerate(self.notices)
            for task in shown.notice.tasks
        ]
        deadlines = self._deadlines()
        texts = [
            *(text for one in agencies for text in one["names"]),
            *(one["title"] for one in tasks),
            *(shown.notice.title for shown in self.notices),
        ]
        return {
            "sides": [SIDES[role] for role in ROLES],
            "notices": [self._notice(shown) for shown in self.notices],
            "printed": [[*key[:2], int(key[2])] for key in self._printed],
            "agencies": agencies,
            "tasks": tasks,
            "deadlines": deadlines,
            "scripts": _other_script(texts),
            "syllables": self._syllables(texts),
        }

    def _notice(self, shown: OnPage) -> dict[str, Any]:
        notice = shown.notice
        return _told(
            id=shown.number,
            number=visible(notice.document_number or ""),
            title=visible(notice.title),
            dated=notice.issued.isoformat() if notice.issued else "",
            year=year_of(notice) or 0,
            place=visible(notice.jurisdiction or ""),
            file=visible(notice.source.file),
            unsure=len(notice.remarks),
        )

    def _agency(self, body: Agency) -> dict[str, Any]:
        newest = self.notices[0].notice
        answer = answer_agency(Resolved(body.name, "exact", body), newest, self.registry)
        printed = sorted(self._called.get(body.name, ()))
        every = [*dict.fromkeys((body.name, *body.aliases, *body.former_names, *printed))]
        origins = sorted(
            self.places[one] for one in self.registry.origins(body.name) if one in self.places
        )
        return _told(
            name=visible(body.name),
            kind=shown_name(KINDS[body.kind], derived=body.is_derived),
            names=[visible(one) for one in every],
            read=self._read(every),
            about=["、".join(steps) for steps in history(answer)],
            since=int(body.since[:4]) if body.since and origins else 0,
            origins=origins,
        )

    def _task(self, at: int, task: Task) -> dict[str, Any]:
        return _told(
            notice=at,
            number=task.number,
            title=visible(task.title),
            under=[visible(one) for one in task.under],
            due=visible(task.due_text or ""),
            read=self._read([task.title]),
            parts=[[self._place(one) for one in task.mentions(role)] for role in ROLES],
        )

    def _deadlines(self) -> list[dict[str, Any]]:
        """Return the duties of all notices: the dated ones first, by date."""
        concerned = Concerned(self.names, self.registry)
        found: list[tuple[Deadline, dict[str, Any]]] = []
        for at, shown in enumerate(self.notices):
            notice = shown.notice
            bound: dict[int, list[int]] = {}
            for name in concerned.by(notice) if notice.deadlines else ():
                asked = asked_about(name, notice, self.registry)
                for duty in binding_deadlines(asked, notice, self.registry):
                    bound.setdefault(id(duty), []).append(self.places[name])
            found += (self._deadline(at, one, bound.get(id(one), [])) for one in notice.deadlines)
        told_by = {id(one): told for one, told in found}
        return [told_by[id(one)] for one in by_date(one for one, _ in found)]

    def _deadline(
        self, at: int, one: Deadline, bound: list[int]
    ) -> tuple[Deadline, dict[str, Any]]:
        told = _told(
            notice=at,
            due=one.due.isoformat() if one.due else visible(one.due_text or ""),
            what=visible(one.what),
            who=[self._place(each) for each in one.who],
            to=[self._place(each) for each in one.to],
            bound=bound,
        )
        return one, told

    def _place(self, one: Mention) -> int:
        """Return the place of a name as it is printed, with whom it means."""
        key = (self.places.get(one.agency, -1), visible(one.text), one.derived)
        return self._printed.setdefault(key, len(self._printed))

    def _read(self, texts: Iterable[str]) -> list[str]:
        """Return how texts are read, empty for one that is read a character at a time."""
        found = []
        for text in map(normalise, texts):
            read = self.reader.read(text)
            found.append(" ".join(read) if read != self.reader.sound(text) else "")
        return found if any(found) else []

    def _syllables(self, texts: Iterable[str]) -> dict[str, str]:
        """Return the characters of `texts` by how each is usually read."""
        found: dict[str, str] = {}
        for character in sorted(set(normalise("".join(texts)))):
            read = self.reader.syllable(character)
            if read != character:
                found[read] = found.get(read, "") + character
        return found


def _told(**values: Any) -> dict[str, Any]:
    """Return `values` without those that say nothing: what is not there is empty."""
    return {key: one for key, one in values.items() if one not in ("", 0, []) or key in _ALWAYS}


_ALWAYS = frozenset(("id", "notice", "name", "title", "what", "who", "to", "names", "parts"))


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
