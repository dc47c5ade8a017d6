"""Which bodies the names of one document mean."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from gdquality.errors import quoted
from gdquality.names.registry import Registry
from gdquality.parsing.agency_lists import expand
from gdquality.parsing.drafts import DraftMention
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.records import Mention, Place, Remark


@dataclass(slots=True)
class Naming:
    """Resolves the names of one document by a registry.

    `is_own` says that the document is of the government whose registry it is. In another's, no name
    means a body of the registry: 省财政厅 is another province's, a mention derived under the name
    as it is printed.
    """

    registry: Registry
    vocabulary: Vocabulary
    is_own: bool
    remarks: list[Remark] = field(default_factory=list)
    _resolved: dict[str, Mention] = field(default_factory=dict)

    def mention(self, draft: DraftMention) -> Mention:
        """Return the mention of a name, with a remark where it is misprinted or not known."""
        text = draft.text
        mention = self.resolve(text)
        if self.is_own and mention.derived:
            self._tell_unknown(text, draft.place)
        elif self.is_own and text not in self.registry.bearers:
            message = f"“{text}”当为误印，按“{mention.agency}”处理"
            self.remarks.append(Remark("misprint", message, draft.place))
        return mention

    def resolve(self, text: str) -> Mention:
        """Return the mention of a name that has been remarked on elsewhere, if it must be."""
        mention = self._resolved.get(text)
        if mention is None:
            agency = self.registry.identify(text) if self.is_own else None
            mention = Mention(text, agency.name if agency else text, derived=agency is None)
            self._resolved[text] = mention
        return mention

    def bodies(self, text: str) -> tuple[Mention, ...]:
        """Return whom the list `text` names, or nothing unless every name is evidently a body's."""
        names = [item.text for item in expand(text, self.vocabulary)]
        mentions = tuple(self._evident(names))
        return mentions if len(mentions) == len(names) else ()

    def _evident(self, names: list[str]) -> Iterator[Mention]:
        for name in names:
            agency = self.registry.identify(name) if self.is_own else None
            if agency:
                yield Mention(name, agency.name)
            elif self.vocabulary.is_body(name) or self._is_collective(name):
                yield Mention(name, name, derived=True)

    def _is_collective(self, name: str) -> bool:
        return name.startswith("各") and self.vocabulary.may_be_body(name)

    def tell_unknown(self, mentions: Iterable[Mention], place: Place) -> None:
        """Remark on those of `mentions` that the registry of their government does not have."""
        for mention in mentions:
            if self.is_own and mention.derived:
                self._tell_unknown(mention.text, place)

    def _tell_unknown(self, text: str, place: Place) -> None:
        self.remarks.append(Remark("unknown-agency", f"名录中没有{quoted(text)}", place))

    def ends_like_body(self, text: str) -> bool:
        """Tell whether `text` ends with what is evidently a body's name."""
        return any(self.vocabulary.is_body(text[start:]) for start in range(len(text) - 1))
