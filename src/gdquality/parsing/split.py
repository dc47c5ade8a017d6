"""A list or role sentence taken apart for those who have a column of them: who, and as what."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gdquality.errors import quoted
from gdquality.names.registry import Registry
from gdquality.parsing.allocation import Allocation
from gdquality.parsing.role_sentences import read_names
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.records import Role

if TYPE_CHECKING:
    from gdquality.names.government import Meanings


@dataclass(frozen=True, slots=True)
class SplitMention:
    """One body of a text: its role, None where the text says none, and its name in full.

    `agency` is the canonical name, None where neither a registry nor a pattern knows the body, or
    several may be meant; it is `derived` where nobody has confirmed that there is such a body.
    """

    role: Role | None
    text: str
    agency: str | None
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Split:
    """A text, whom it names, and what else it says or could not be understood to say."""

    text: str
    mentions: tuple[SplitMention, ...]
    remarks: tuple[str, ...]
    is_understood: bool = True


class Splitter:
    """Takes texts apart, with the names and prefixes of a registry beside the general ones."""

    def __init__(self, registry: Registry, meanings: "Meanings | None" = None) -> None:
        """Resolve names by `registry`, and those that it does not have by `meanings`, if given."""
        self.registry = registry
        self.meanings = meanings
        self.vocabulary = Vocabulary.of(registry.prefixes, registry.names)

    def split(self, text: str, role: Role | None = None) -> Split:
        """Return whom `text` names; `role` is that of those to whom its words give none."""
        found = read_names(text, self.vocabulary, role)
        mentions = tuple(
            SplitMention(name.role, name.text, *self._agency_of(name.text))
            for name in found.mentions
        )
        remarks = tuple(self._remarks(found))
        return Split(text, mentions, remarks, is_understood=not found.leftovers)

    def _agency_of(self, name: str) -> tuple[str | None, bool]:
        """Return the canonical name of the body that `name` means, and whether it is derived."""
        if agency := self.registry.identify(name):
            return agency.name, agency.is_derived
        if self.meanings is None:
            return None, False
        from gdquality.names.government import Registered, Unsettled

        meaning = self.meanings.known(name)
        if meaning is None or isinstance(meaning, Unsettled):
            return None, False
        if isinstance(meaning, Registered):
            return meaning.agency.name, False
        return meaning.name, True

    def _remarks(self, found: Allocation) -> Iterator[str]:
        for name in found.mentions:
            meant = self.registry.misprints.get(name.text)
            if meant and name.text not in self.registry.bearers:
                yield f"{quoted(name.text)}当为误印，按{quoted(meant.name)}处理"
        if found.first_leads:
            yield "注明列首位者为牵头单位"
        if found.due_text:
            yield f"时限：{found.due_text}"
        yield from (f"未读懂{quoted(one.text)}" for one in found.leftovers)
