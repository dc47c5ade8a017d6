"""What a rule is: a code that is stable for ever, and a check that finds paths, not lines."""

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from gdquality.records import Notice
from gdquality.registry import Registry
from gdquality.rules.finding import Finding, Severity
from gdquality.store.yaml_reader import Document, Path

T = TypeVar("T")


class Found(NamedTuple):
    """What a check found wrong with the value at `path`; the pipeline knows the line."""

    path: Path
    message: str


class NoticeFile(NamedTuple):
    """What the rules of a tasks.yaml look at: its notice, and the registry its names are of."""

    notice: Notice
    registry: Registry


class Rule(NamedTuple, Generic[T]):
    """A rule about a T, with its code, its name, and how much a finding weighs."""

    code: str
    name: str
    severity: Severity
    check: Callable[[T], Iterator[Found]]


def run(rules: Sequence[Rule[T]], subject: T, document: Document) -> Iterator[Finding]:
    """Yield what `rules` find in `subject`, each finding where it stands in `document`."""
    for rule in rules:
        for found in rule.check(subject):
            line, column = document.at(found.path)
            yield Finding(document.file, line, column, rule.code, rule.severity, found.message)
