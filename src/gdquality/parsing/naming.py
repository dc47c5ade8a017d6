"""Which bodies the names of one document mean."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from gdquality.errors import quoted
from gdquality.names.registry import Registry
from gdquality.parsing.agency_lists import expand
from gdquality.parsing.drafts import DraftMention
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.records import Mention, Place, Remark

if TYPE_CHECKING:
    from gdquality.names.government import Meaning, Meanings


@dataclass
class Naming:
    """Resolves the names of one document of `jurisdiction`, issued `when`, as far as known.

    By `registry` where that is of the same place; else, and for names that it does not have, by the
    registries of the places above and by patterns (`names.government`), which are imported for such
    a name only. What no registry has is derived. Where nothing tells whose the document is, its
    names stay as printed.
    """

    registry: Registry
    vocabulary: Vocabulary
    jurisdiction: str | None
    when: str
    remarks: list[Remark] = field(default_factory=list)
    _resolved: dict[str, Mention] = field(default_factory=dict)
    _told: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Tell whether the names are those of the registry."""
        self._is_own = self.jurisdiction == self.registry.data.jurisdiction

    def mention(self, draft: DraftMention) -> Mention:
        """Return the mention of a name, with a remark where it is misprinted or not certain."""
        for code, message in self._what_is_told(draft.text):
            self.remarks.append(Remark(code, message, draft.place))
        return self.resolve(draft.text)

    def resolve(self, text: str) -> Mention:
        """Return the mention of a name that has been remarked on elsewhere, if it must be."""
        mention = self._resolved.get(text)
        if mention is None:
            mention = self._resolved[text] = self._find(text)
        return mention

    def _find(self, text: str) -> Mention:
        if self._is_own and (agency := self.registry.identify(text, self.when)):
            return Mention(text, agency.name, derived=agency.is_derived)
        meaning = self._meaning(text)
        if meaning is None:
            return Mention(text, text, derived=True)
        from gdquality.names.government import Registered

        if isinstance(meaning, Registered):
            return Mention(text, meaning.agency.name)
        return Mention(text, meaning.name, derived=True)

    def _meaning(self, text: str) -> "Meaning":
        return self._meanings.of(text) if self._meanings else None

    @cached_property
    def _meanings(self) -> "Meanings | None":
        if self.jurisdiction is None:
            return None
        from gdquality.names.government import meanings_in

        return meanings_in(self.jurisdiction, self.when, self.registry)

    def bodies(self, text: str) -> tuple[Mention, ...]:
        """Return whom the list `text` names, or nothing unless every name is evidently a body's."""
        names = [item.text for item in expand(text, self.vocabulary)]
        mentions = tuple(self._evident(names))
        return mentions if len(mentions) == len(names) else ()

    def _evident(self, names: list[str]) -> Iterator[Mention]:
        for name in names:
            is_registered = self._is_own and self.registry.identify(name, self.when)
            if is_registered or self.vocabulary.is_body(name) or self._is_collective(name):
                yield self.resolve(name)

    def _is_collective(self, name: str) -> bool:
        return name.startswith("各") and self.vocabulary.may_be_body(name)

    def tell(self, mentions: Iterable[Mention], place: Place) -> None:
        """Remark on those of `mentions` that are misprinted or not certain."""
        for mention in mentions:
            for code, message in self._what_is_told(mention.text):
                self.remarks.append(Remark(code, message, place))

    def _what_is_told(self, text: str) -> tuple[tuple[str, str], ...]:
        """Return the codes and messages of what a reader should know of a name."""
        told = self._told.get(text)
        if told is None:
            mention = self.resolve(text)
            found = self._of_derived(mention) if mention.derived else self._of_registered(mention)
            told = self._told[text] = tuple(found)
        return told

    def _of_registered(self, mention: Mention) -> Iterator[tuple[str, str]]:
        if mention.text in self.registry.misprints and mention.text not in self.registry.bearers:
            yield "misprint", f"“{mention.text}”当为误印，按“{mention.agency}”处理"

    def _of_derived(self, mention: Mention) -> Iterator[tuple[str, str]]:
        text = quoted(mention.text)
        if self._is_own and mention.agency in self.registry.agencies:
            return  # a draft that is kept in the registry
        if self._meanings is None:
            if self._is_own:
                yield "unknown-agency", f"名录中没有{text}"
            return
        from gdquality.names.government import Collective, Unsettled

        meaning = self._meaning(mention.text)
        if meaning is None:
            yield "unknown-place", f"看不出{text}是哪里的单位，按原样列出"
        elif isinstance(meaning, Unsettled):
            bodies = "、".join(one.name for one in meaning.candidates)
            yield "ambiguous-agency", f"{text}可能是{bodies}，没有选定"
        elif self._meanings.own_registry and not isinstance(meaning, Collective):
            is_same = mention.agency == mention.text
            shown = "按原样列出" if is_same else f"推定为“{mention.agency}”"
            yield "unknown-agency", f"名录中没有{text}，{shown}"

    def ends_like_body(self, text: str) -> bool:
        """Tell whether `text` ends with what is evidently a body's name."""
        return any(self.vocabulary.is_body(text[start:]) for start in range(len(text) - 1))
