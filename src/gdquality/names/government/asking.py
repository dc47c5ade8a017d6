"""A name as a person types it, as that of a body of some place or of one above it."""

from collections.abc import Iterable

from gdquality.names.government.derived import Collective, Derived, Registered, Unsettled
from gdquality.names.government.draft import drafts
from gdquality.names.government.meanings import Meaning, Meanings
from gdquality.names.government.spelling import plain
from gdquality.names.registry import Registry
from gdquality.names.resolve import Ambiguous, Resolution, Resolved
from gdquality.names.resolve.phrase import name_in
from gdquality.records import Agency


def answer_in(query: str, meanings: Meanings, registry: Registry) -> Resolution | None:
    """Return what `query` means by a registry, or by a pattern of a place; None if by neither.

    Nothing uncertain is tried, and a text that only looks like a name is none. A body that
    `registry` has is answered as it has it.
    """
    for name in dict.fromkeys((query, name_in(query))):
        if meaning := meanings.known(name):
            return _answer(query, name, meaning, registry)
    return None


def _answer(query: str, name: str, meaning: Meaning, registry: Registry) -> Resolution | None:
    if isinstance(meaning, Registered):
        agency = meaning.agency
        if name in meaning.registry.misprints and name not in meaning.registry.bearers:
            return Resolved(query, "slip", agency)
        return Resolved(query, "exact" if plain(name) == agency.name else "alias", agency)
    if isinstance(meaning, Unsettled):
        return Ambiguous(query, "pattern", _agencies(meaning.candidates, registry))
    if isinstance(meaning, Derived | Collective):
        return Resolved(query, "pattern", _agencies((meaning,), registry)[-1])
    return None


def _agencies(meanings: Iterable[Derived | Collective], registry: Registry) -> tuple[Agency, ...]:
    """Return the agency of each of `meanings`, as `registry` has it or as it would be drafted."""
    return tuple(
        registry.agencies.get(one.name) or next(it for it in drafts((one,)) if it.name == one.name)
        for one in meanings
    )
