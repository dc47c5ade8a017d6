"""The bodies that a notice names beside those of its own registry."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from gdquality.names.government.derived import Registered
from gdquality.names.government.draft import drafts
from gdquality.names.government.meanings import Meanings, meanings_in
from gdquality.names.registry import Registry
from gdquality.records import Agency, Mention, Notice, when_issued


def meanings_of(notice: Notice, registry: Registry) -> Meanings | None:
    """Return the meanings of the names in `notice`, None if nothing tells whose they are."""
    when = when_issued(notice.issued, notice.document_number)
    return meanings_in(notice.jurisdiction, when, registry) if notice.jurisdiction else None


def with_registered(registry: Registry, notice: Notice, mentions: Iterable[Mention]) -> Registry:
    """Return `registry` with the bodies of other registries that `mentions` mean.

    With each come those that it was before and became later, and the changes between them.
    """
    meanings = meanings_of(notice, registry)
    found = (meanings.of(one.text) for one in mentions) if meanings else ()
    names: dict[Registry, dict[str, list[str]]] = {}
    for one in found:
        if isinstance(one, Registered) and one.agency.name not in registry.agencies:
            names.setdefault(one.registry, {}).setdefault(one.agency.name, []).append(one.text)
    for other, texts in names.items():
        assert meanings
        registry = _joined(registry, other, texts, meanings)
    return registry


def _joined(
    registry: Registry, other: Registry, texts: dict[str, list[str]], meanings: Meanings
) -> Registry:
    """Return `registry` with bodies of the `other` and their history.

    `texts` are what the notice prints for each body.
    """
    wanted = dict.fromkeys(texts)
    for name in texts:
        steps = (*other.predecessors(name), *other.successors(name))
        wanted.update(dict.fromkeys(step.agency for step in steps))
    added = (other.agencies[name] for name in wanted if name not in registry.agencies)
    changes = (
        change
        for change in other.data.changes
        if not wanted.keys().isdisjoint((*change.before, *change.after))
    )
    return Registry(
        replace(
            registry.data,
            agencies=(
                *registry.data.agencies,
                *(_as_named(one, texts.get(one.name, ()), meanings) for one in added),
            ),
            changes=(*registry.data.changes, *changes),
        )
    )


def _as_named(agency: Agency, texts: Iterable[str], meanings: Meanings) -> Agency:
    """Return `agency` with those of its names that mean it in the document, `texts` included.

    发展改革委 is the province's own there, and no name of 国家发展和改革委员会.
    """

    def own(names: Iterable[str]) -> Iterator[str]:
        for name in names:
            meaning = meanings.known(name)
            if isinstance(meaning, Registered) and meaning.agency.name == agency.name:
                yield name

    former, others = tuple(own(agency.former_names)), (*agency.misprints, agency.name)
    printed = (text for text in texts if text not in (*former, *others))
    aliases = dict.fromkeys((*own(agency.aliases), *printed))
    return replace(agency, aliases=tuple(aliases), former_names=former)


def with_drafts(registry: Registry, notice: Notice, mentions: Iterable[Mention]) -> Registry:
    """Return `registry` with the bodies that `mentions` derive by patterns."""
    meanings = meanings_of(notice, registry)
    if meanings is None:
        return registry
    drafted = drafts(meanings.of(one.text) for one in mentions)
    added = tuple(one for one in drafted if one.name not in registry.agencies)
    return Registry(replace(registry.data, agencies=(*registry.data.agencies, *added)))
