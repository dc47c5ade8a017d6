"""What comes of looking a name up: an answer with its reason, a question back, or a no."""

from dataclasses import dataclass
from typing import Literal

from gdquality.records import Agency
from gdquality.records.value import Value

Method = Literal["exact", "normalised", "alias", "pattern", "abbreviation", "pinyin", "slip"]
"""The step that answered, from certain to uncertain (docs/names.md).

A `pattern` says how a body is called that no registry has (docs/another-government.md).
"""

Step = tuple[Method, tuple[Agency, ...]]
"""A step with the agencies that it gives."""

CERTAIN: frozenset[Method] = frozenset(("exact", "normalised", "alias"))
"""The steps whose answer the registry itself gives."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Resolved(Value):
    """`query` means one agency."""

    query: str
    method: Method
    agency: Agency


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Ambiguous(Value):
    """`query` fits several agencies, in the registry's order; none is chosen."""

    query: str
    method: Method
    candidates: tuple[Agency, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Unknown(Value):
    """`query` means no agency of the registry.

    A city's government is none of its own, but `included_in` the collective that names them all.
    """

    query: str
    included_in: Agency | None = None


Resolution = Resolved | Ambiguous | Unknown
