"""A first registry of the bodies that a document names and no registry has, to be edited."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from gdquality.names.government.derived import Collective, Derived, Unsettled
from gdquality.names.government.meanings import Meaning
from gdquality.names.resolve.normal import normalise
from gdquality.records import DERIVED, Agency, Kind, RegistryData

_SEPARATORS = re.compile(r"[\s，,；;。：:/|]")
"""What no name has in it: words that were not understood as names may."""


@dataclass(slots=True)
class _Draft:
    """A body with the ways in which the document spells its name."""

    meaning: Derived | Unsettled | Collective
    texts: dict[str, None] = field(default_factory=dict)


def draft_registry(known: RegistryData, meanings: Iterable[Meaning]) -> RegistryData:
    """Return `known` with what `meanings` derive behind it.

    Spellings are put together as aliases where a pattern says that they are one body. Kind and
    parent are those that the pattern knows, and no source stands for the body; all is of low
    confidence and noted as derived.
    """
    taken = {normalise(name) for one in known.agencies for name in (one.name, *one.aliases)}
    added = [one for one in drafts(meanings) if normalise(one.name) not in taken]
    taken |= {normalise(one.name) for one in added}
    agencies = tuple(_without_taken(one, taken) for one in added)
    return replace(known, agencies=(*known.agencies, *agencies))


def drafts(meanings: Iterable[Meaning]) -> list[Agency]:
    """Return a body for each that `meanings` derive, and for what they are under."""
    found: dict[str, _Draft] = {}
    for meaning in meanings:
        if isinstance(meaning, Derived | Unsettled | Collective) and _may_be_drafted(meaning):
            found.setdefault(meaning.name, _Draft(meaning)).texts[meaning.text] = None
    agencies = [*map(_agency, found.values())]
    parents = dict.fromkeys(one.parent for one in agencies if one.parent)
    return [*(_parent(name) for name in parents if name not in found), *agencies]


def _may_be_drafted(meaning: Derived | Unsettled | Collective) -> bool:
    names = meaning.name + meaning.text
    is_list = "、" in names and not isinstance(meaning, Collective)
    return not is_list and not _SEPARATORS.search(names)


def _parent(name: str) -> Agency:
    kind: Kind = "party-organ" if name.startswith("中国共产党") else "people-government"
    return Agency(name, kind, "low", note=DERIVED)


def _agency(draft: _Draft) -> Agency:
    meaning = draft.meaning
    if isinstance(meaning, Collective):
        # 广州 is the place of 广州市人民政府.
        places = tuple(one.name.removesuffix("市") for one in meaning.places)
        return Agency(meaning.name, "collective", "low", places=places, note=DERIVED)
    aliases = tuple(text for text in draft.texts if text != meaning.name)
    notes = [DERIVED]
    if unlike := [text for text in aliases if not _is_made_of(text, meaning.name)]:
        notes.append(f"又印作：{'、'.join(unlike)}")
    agency = Agency(meaning.name, "other-organ", "low", aliases=aliases)
    if isinstance(meaning, Derived):
        agency = replace(agency, kind=meaning.kind, parent=meaning.parent)
    else:
        notes.append(f"可能是：{'、'.join(one.name for one in meaning.candidates)}")
    return replace(agency, note="；".join(notes))


def _without_taken(agency: Agency, taken: set[str]) -> Agency:
    """Return `agency` without the spellings that differ in nothing from another name."""
    kept = []
    for alias in agency.aliases:
        if normalise(alias) not in taken:
            taken.add(normalise(alias))
            kept.append(alias)
    return replace(agency, aliases=tuple(kept))


def _is_made_of(short: str, name: str) -> bool:
    characters = iter(name)
    return all(character in characters for character in short)
