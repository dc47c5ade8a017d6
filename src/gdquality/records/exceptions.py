"""What exceptions.yaml holds; only validation reads it."""

from dataclasses import dataclass
from typing import Annotated

from gdquality.records.constraints import Limit, Record, Text


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ExceptedFinding(Record):
    """A finding that is to be passed over: of `code`, in `file`, on a line that holds `text`."""

    code: Annotated[str, Limit(pattern=r"^GDQ\d{3}$")]
    file: Text
    text: Text
    reason: Text


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Exceptions(Record):
    """What exceptions.yaml holds."""

    exceptions: tuple[ExceptedFinding, ...]
