"""A first registry of the bodies that a document names and no registry has, to be edited."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from gdquality.names.government.derived import Collective, Derived, Unsettled
from gdquality.names.government.meanings import Meaning
from gdquality.names.government.places import Jurisdiction, packaged_places
from gdquality.records import Agency, RegistryData

NOTE = "推定"
"""What the note of a drafted body says: no registry has it."""


@dataclass(slots=True)
class _Draft:
    """A body with the ways in which the document spells its name."""

    meaning: Derived | Unsettled | Collective
    texts: dict[str, None] = field(default_factory=dict)


def draft_registry(jurisdiction: Jurisdiction, meanings: Iterable[Meaning]) -> RegistryData:
    """Return a registry of what `meanings` derive in a document of `jurisdiction`.

    Spellings are put together as aliases where a pattern says that they are one body. Kind and
    parent are those that the pattern knows; all is of low confidence and noted as derived.
    """
    drafts: dict[str, _Draft] = {}
    for meaning in meanings:
        if isinstance(meaning, Derived | Unsettled | Collective):
            draft = drafts.setdefault(meaning.name, _Draft(meaning))
            draft.texts[meaning.text] = None
    agencies = tuple(map(_agency, drafts.values()))
    names = {one.name for one in agencies}
    return RegistryData(
        jurisdiction=packaged_places().official(jurisdiction),
        places=(),
        agencies=agencies,
        changes=(),
        outside=tuple(sorted({one.parent for one in agencies if one.parent} - names)),
    )


def _agency(draft: _Draft) -> Agency:
    meaning = draft.meaning
    if isinstance(meaning, Collective):
        return Agency(meaning.name, "collective", "low", note=NOTE)
    aliases = tuple(text for text in draft.texts if text != meaning.name)
    notes = [NOTE]
    if unlike := [text for text in aliases if not _is_made_of(text, meaning.name)]:
        notes.append(f"又印作：{'、'.join(unlike)}")
    agency = Agency(meaning.name, "other-organ", "low", aliases=aliases)
    if isinstance(meaning, Derived):
        agency = replace(agency, kind=meaning.kind, parent=meaning.parent)
    else:
        notes.append(f"可能是：{'、'.join(one.name for one in meaning.candidates)}")
    return replace(agency, note="；".join(notes))


def _is_made_of(short: str, name: str) -> bool:
    characters = iter(name)
    return all(character in characters for character in short)
