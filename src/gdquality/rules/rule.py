"""What a rule is: a code that is stable for ever, and a check that finds paths, not lines."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from gdquality.records import Notice, RegistryData
from gdquality.registry import Registry
from gdquality.rules.finding import Severity
from gdquality.store.yaml_reader import Path

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found:
    """What a check found wrong with the value at `path`; the pipeline knows the line."""

    path: Path
    message: str


@dataclass(frozen=True, slots=True)
class NoticeFile:
    """What the rules of a tasks.yaml look at: its notice, and the registry its names are of."""

    notice: Notice
    registry: Registry


@dataclass(frozen=True, slots=True)
class RegistryFile:
    """What the rules of an agencies.yaml look at."""

    data: RegistryData


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """A rule about a T, with its code, its name, and how much a finding weighs."""

    code: str
    name: str
    severity: Severity
    check: Callable[[T], Iterator[Found]]
