"""What a rule is: a code that is stable for ever, why it is held, and a check."""

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from gdquality.names.above import with_bodies_above
from gdquality.names.registry import Registry
from gdquality.records import Agency, Change, Deadline, Notice, RegistryData, Task, when_issued
from gdquality.rules.finding import Finding, Severity
from gdquality.store.yaml_document import Document, KeyPath

T = TypeVar("T")

LISTS_OF_NAMES = ("places", "outside", "elsewhere", "other_bodies")
"""The keys of an agencies.yaml under which names stand that are no entries."""


Findings = Iterator[tuple[KeyPath, str]]
"""What a check finds: the path to each value that is wrong, and what is to be said of it."""


class NoticeFile(NamedTuple):
    """What the rules of a tasks.yaml look at: all of it that is sound, by index in the file.

    `numbers` are those of all tasks, None where the number itself is no number. `when` is the date
    of the notice as far as it is known: a day, a year or nothing. `registry` has the bodies of the
    data set's `own_registry` and those of the governments above that the notice names. `whole` is
    the notice if all of the file is sound, `source` the bytes of the text it was parsed from, if
    they are there.
    """

    tasks: tuple[tuple[int, Task], ...]
    deadlines: tuple[tuple[int, Deadline], ...]
    numbers: tuple[int | None, ...]
    when: str
    registry: Registry
    own_registry: Registry
    whole: Notice | None
    source: bytes | None

    @property
    def year(self) -> int | None:
        """The year of the notice, if it is known."""
        return int(self.when[:4]) if self.when else None

    @classmethod
    def of(cls, notice: Notice, registry: Registry, source: bytes | None = None) -> "NoticeFile":
        """Return all of `notice`, whose own registry is `registry`."""
        return cls(
            tasks=tuple(enumerate(notice.tasks)),
            deadlines=tuple(enumerate(notice.deadlines)),
            numbers=tuple(task.number for task in notice.tasks),
            when=when_issued(notice.issued, notice.document_number),
            registry=with_bodies_above(registry, notice),
            own_registry=registry,
            whole=notice,
            source=source,
        )


class RegistryFile(NamedTuple):
    """What the rules of an agencies.yaml look at: all of it that is sound, by index in the file.

    `names` are its lists of names, by the key of each (LISTS_OF_NAMES); `jurisdiction` is empty
    where it is no text.
    """

    agencies: tuple[tuple[int, Agency], ...]
    changes: tuple[tuple[int, Change], ...]
    jurisdiction: str
    names: dict[str, tuple[tuple[int, str], ...]]

    @classmethod
    def of(cls, data: RegistryData) -> "RegistryFile":
        """Return all of `data`."""
        return cls(
            agencies=tuple(enumerate(data.agencies)),
            changes=tuple(enumerate(data.changes)),
            jurisdiction=data.jurisdiction,
            names={key: tuple(enumerate(getattr(data, key))) for key in LISTS_OF_NAMES},
        )


class Rule(NamedTuple, Generic[T]):
    """A rule about a T.

    `title` says what it holds and `why` for what reason, in the language of its users. `passes` and
    `fails` are YAML, of which top-level keys that are left out do not matter. A rule of the file
    itself has no `check`: what reads the file finds it.
    """

    code: str
    name: str
    severity: Severity
    title: str
    why: str
    passes: str
    fails: str
    check: Callable[[T], Findings] | None = None


def run(rules: Sequence[Rule[T]], subject: T, document: Document) -> Iterator[Finding]:
    """Yield what `rules` find in `subject`, each finding where it stands in `document`."""
    for rule in rules:
        for path, message in rule.check(subject) if rule.check else ():
            place = document.at(path)
            yield Finding(document.file, *place, rule.code, rule.severity, message)
