"""Which bodies the names of one document mean."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from gdquality.errors import quoted
from gdquality.names.registry import Registry
from gdquality.parsing import shapes
from gdquality.parsing.agency_lists import expand
from gdquality.parsing.collectives import areas_of
from gdquality.parsing.drafts import DraftMention
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.records import Mention, Place, Remark

if TYPE_CHECKING:
    from gdquality.names.government import Meaning, Meanings

_SENTENCE = re.compile(
    r"\d[年月日]|于[\d每本]|完成|召开|报送|提交|明确|制[定订]|印发|出台|按时|及时|开展|会同|授权|委托|情况|方案|措施|贯彻|加强|完善|要(?:对|将|在|进)"
)
"""What stands in a sentence, and in no name."""

_AD_HOC = re.compile(
    r"(?:小组|委员会|[安组]委会|指挥部|考核组|工作组|专班|联席会议)(?:办公室|办)?$"
)
"""What bodies that are set up for one task are called, without a prefix where all know them."""


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
    _lists: dict[str, Sequence[str]] = field(default_factory=dict)
    _told: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Tell whether the names are those of the registry."""
        self._is_own = self.jurisdiction == self.registry.data.jurisdiction

    def mention(self, draft: DraftMention) -> Mention:
        """Return the mention of a name, with a remark where it is misprinted or not certain."""
        text = draft.text
        for code, message in self._what_is_told(text):
            self.remarks.append(Remark(code, message, draft.place))
        return self._resolved[text]

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
        return self._all_of(text, self._is_evident)

    def recipients(self, text: str) -> tuple[Mention, ...]:
        """Return whom the list `text` names where what is handed in goes, or nothing.

        A body that stands there need not have a prefix that makes it evident: 领导小组办公室.
        """
        return self._all_of(text, self._is_recipient)

    def _all_of(self, text: str, is_body: Callable[[str], bool]) -> tuple[Mention, ...]:
        """Return whom the list `text` names if each of them is a body, else nothing."""
        names = self._names_in(text)
        return tuple(map(self.resolve, names)) if all(map(is_body, names)) else ()

    def _names_in(self, text: str) -> Sequence[str]:
        """Return the names of the list `text`, none if it is a sentence.

        It is divided once, though a duty is read by several ways of which each asks for its bodies.
        """
        names = self._lists.get(text)
        if names is None:
            is_list = not _SENTENCE.search(text) and text.count("（") == text.count("）")
            names = [item.text for item in expand(text, self.vocabulary)] if is_list else []
            self._lists[text] = names
        return names

    def _is_recipient(self, name: str) -> bool:
        return self._is_evident(name) or self._is_body_here(name)

    def _is_evident(self, name: str) -> bool:
        is_registered = self._is_own and self.registry.identify(name, self.when)
        return bool(is_registered) or self.vocabulary.is_body(name) or self._is_collective(name)

    def _is_collective(self, name: str) -> bool:
        is_whole = name == "各地" or shapes.is_named_as_body(name) or areas_of(name)
        return name.startswith("各") and bool(is_whole) and self.vocabulary.may_be_body(name)

    def _is_body_here(self, name: str) -> bool:
        return bool(_AD_HOC.search(name)) and self.vocabulary.may_be_body(name)

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
