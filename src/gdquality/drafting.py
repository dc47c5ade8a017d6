"""A data set of a user's own from a document: its notice, and a registry drafted from its names."""

from dataclasses import dataclass

from gdquality.data_folder import REGISTRY_FILE, DataFolder
from gdquality.names.government import packaged_text_of, registry_of
from gdquality.names.government.draft import draft_registry
from gdquality.names.government.named import meanings_of
from gdquality.names.registry import Registry
from gdquality.parsing import document_of, parse_document
from gdquality.records import Notice, RegistryData
from gdquality.store.registry_text import HEADER, with_added
from gdquality.store.yaml_writer import dump_registry

_MOST_TIMES = 4
"""How often a document is parsed at most, until its names change the registry no more."""


@dataclass(frozen=True, slots=True)
class RegistryText:
    """A registry as it stands in an agencies.yaml."""

    data: RegistryData
    text: str


def draft(data: bytes, file: str, known: RegistryText) -> tuple[Notice, RegistryText]:
    """Return the notice in the bytes of `file`, and `known` with the bodies that it derives.

    The notice is just what is read of it with that registry, as `gdq validate` does. Raises
    InputError for what cannot be read at all.
    """
    found = known.data
    document, source = document_of(data, file)
    notice = parse_document(document, source, Registry(found), found.jurisdiction)
    for _ in range(_MOST_TIMES):
        before, found = found, _with_derived(notice, found)
        if found == before:
            break
        notice = parse_document(document, source, Registry(found), found.jurisdiction)
    return notice, RegistryText(found, with_added(known.text, known.data, found))


def _with_derived(notice: Notice, known: RegistryData) -> RegistryData:
    meanings = meanings_of(notice, Registry(known))
    derived = [one.text for one in notice.every_mention if one.derived]
    return draft_registry(known, map(meanings.of, derived)) if meanings else known


def registry_in(folder: DataFolder) -> RegistryText:
    """Return the registry of a data set. Raises InputError for one that breaks a rule."""
    return RegistryText(folder.registry.data, folder.text(REGISTRY_FILE))


def registry_to_begin_with(jurisdiction: str) -> RegistryText:
    """Return the packaged registry of a place, or one without entries if there is none."""
    data = registry_of(jurisdiction).data
    return RegistryText(data, packaged_text_of(jurisdiction) or HEADER + dump_registry(data))
