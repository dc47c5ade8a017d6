"""Which agency a name means in a data set, by its registry and what its notice names."""

import contextlib
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from gdquality.data_folder import DataFolder
from gdquality.errors import AmbiguousError, InputError, NotFoundError, quoted
from gdquality.names.registry import Registry
from gdquality.names.resolve import CERTAIN, Ambiguous, Resolution, Resolved, Resolver, Unknown
from gdquality.records import Agency, Notice

if TYPE_CHECKING:
    from gdquality.document_file import DocumentFile
    from gdquality.names.government import Meanings
    from gdquality.records.readings import Readings
    from gdquality.registry_alone import RegistryAlone

Name = str | Agency
"""A name as anyone may write it, or an agency that was found before."""

Names = Name | Iterable[Name]
"""A name, or several."""

_MOST_NEAREST = 3
"""Names that a hint offers at most."""


class Finder:
    """Finds the agencies of a data set by name.

    A name is any that `gdq resolve` understands. One that is no agency's raises NotFoundError, one
    that fits several raises AmbiguousError: none is ever guessed.
    """

    def __init__(
        self,
        data: "DataFolder | DocumentFile | RegistryAlone",
        jurisdiction: str | None = None,
    ) -> None:
        """Ask `data`, names as they are meant in `jurisdiction` if that is given."""
        self.data = data
        self.jurisdiction = jurisdiction

    @property
    def notice(self) -> Notice:
        """The notice that is asked."""
        return self.data.notice

    @cached_property
    def registry(self) -> Registry:
        """The agencies that it may mean, those included that only the notice knows."""
        registry = self.data.registry
        if self.jurisdiction and self.jurisdiction != registry.data.jurisdiction:
            from gdquality.names.government import registry_of

            return registry_of(self.jurisdiction)
        if not self.data.is_packaged:
            with contextlib.suppress(InputError):  # a registry may be asked whose notice is broken
                from gdquality.derived_bodies import with_named

                return with_named(registry, self.notice)
        return registry

    def readings(self) -> "Readings":
        """Return how characters and names are read."""
        return self.data.readings()

    def resolve(self, name: str) -> Resolution:
        """Return what `name` means: Resolved, Ambiguous or Unknown, by which step.

        What the registry does not have for certain is asked of those of the governments above, and
        of patterns, before an uncertain step counts.
        """
        answer = self._resolver.resolve(name)
        if self._is_settled(answer) or self._meanings is None:
            return answer
        from gdquality.names.government.asking import answer_in

        asked = answer_in(name, self._meanings, self.registry)
        return self._as_named(asked) if asked else answer

    def _as_named(self, answer: Resolution) -> Resolution:
        """Return `answer`, or if it is derived and the notice names that body otherwise, that."""
        is_of_place = self.data.is_packaged  # which the packaged notice tells nothing of
        if is_of_place or not isinstance(answer, Resolved) or self._is_named(answer.agency):
            return answer
        from gdquality.names.government.named_otherwise import named_otherwise

        assert self._meanings
        names = named_otherwise(answer.query, self.notice.every_mention, self._meanings)
        agencies = self.registry.agencies
        found = tuple(agencies[name] for name in names if name in agencies)
        if len(found) > 1:
            return Ambiguous(answer.query, answer.method, found)
        return Resolved(answer.query, answer.method, found[0]) if found else answer

    def _is_named(self, agency: Agency) -> bool:
        """Tell whether the notice names `agency`, or it is known without that."""
        if not agency.is_derived:
            return True
        from gdquality.queries.facts import asked_about

        try:
            asked = asked_about(agency.name, self.notice, self.registry)
            return any(one.agency in asked for one in self.notice.every_mention)
        except InputError:  # there is no notice
            return True

    def _is_settled(self, answer: Resolution) -> bool:
        """Tell whether the registry itself gives an answer: a body, or a collective for it."""
        if isinstance(answer, Resolved):
            return answer.method in CERTAIN
        is_of_notice = self.jurisdiction is None
        return is_of_notice and isinstance(answer, Unknown) and answer.included_in is not None

    def completing(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield the registered names that `text` may become, each with what begins as `text`."""
        return self._resolver.completing(text)

    def find(self, name: Name) -> Resolved:
        """Return the one agency that `name` means, and how that was found.

        One that is derived by a pattern is found in a notice that names it.
        """
        answer = self.resolve(name.name if isinstance(name, Agency) else name)
        if not self.data.is_packaged:
            self._require_named(answer)
        if isinstance(answer, Ambiguous):
            raise self._ambiguous(answer)
        if isinstance(answer, Unknown):
            raise self._not_found(answer)
        return answer

    def _require_named(self, answer: Resolution) -> None:
        """Raise NotFoundError if the notice names none of what `answer` may be.

        That a derived body has no task would be a guess: the notice may have it otherwise.
        """
        if isinstance(answer, Ambiguous) and not any(map(self._is_named, answer.candidates)):
            raise self._not_named(answer.query, answer.query)
        if isinstance(answer, Resolved) and not self._is_named(answer.agency):
            raise self._not_named(answer.query, answer.agency.name)

    def _not_named(self, query: str, name: str) -> NotFoundError:
        from gdquality.names.government.named_otherwise import of_its_function

        mentions = self.notice.every_mention
        alike = of_its_function(query, mentions, self._meanings) if self._meanings else ()
        named = {one.agency for one in mentions}
        nearest = dict.fromkeys((*alike, *self._resolver.nearest(query)))
        shown = "、".join([one for one in nearest if one in named][:_MOST_NEAREST])
        hint = f"通知提到的相近的有：{shown}" if shown else ""
        return NotFoundError(f"通知没有提到{quoted(name)}", hint=hint)

    def _ambiguous(self, answer: Ambiguous) -> AmbiguousError:
        candidates = tuple(agency.name for agency in answer.candidates)
        message = f"{quoted(answer.query)}可指 {len(candidates)} 个单位，请写明是哪一个"
        hint = "\n".join(self._question_about(agency) for agency in answer.candidates)
        return AmbiguousError(message, candidates=candidates, hint=hint)

    def _not_found(self, answer: Unknown) -> NotFoundError:
        if collective := answer.included_in:
            message = f"名录不单列{quoted(answer.query)}，通知以“{collective.name}”统称"
            return NotFoundError(message, hint=self._question_about(collective))
        nearest = "、".join(self._resolver.nearest(answer.query))
        hint = f"名称相近的有：{nearest}" if nearest else ""
        return NotFoundError(f"名录中没有{quoted(answer.query)}", hint=hint)

    def _question_about(self, agency: Agency) -> str:
        """Return the command that asks about `agency`, and what it will say, as a comment."""
        import shlex

        from gdquality.queries.agencies import count_of

        # Chinese needs no quotation marks, which shlex sets around it.
        name = agency.name if agency.name.isalnum() else shlex.quote(agency.name)
        command = f"gdq agency {name}{self.data.option}"
        if not self._is_named(agency):
            return f"{command}  # 通知没有提到"
        with contextlib.suppress(InputError):  # the notice may be broken where the registry is not
            count = count_of(agency, self.notice, self.registry)
            responsible = f"责任 {count.responsible} 项，" if count.responsible else ""
            return f"{command}  # 牵头 {count.lead} 项，{responsible}参与 {count.support} 项"
        return command

    def names_in(self, text: str) -> tuple[str, ...]:
        """Return the names of a list as it is pasted, each in full, or the one name that `text` is.

        省发展改革委、财政厅 is 省发展改革委 and 省财政厅 (docs/list-grammar.md).
        """
        if not isinstance(self.resolve(text), Unknown):
            return (text,)
        from gdquality.pasted import items

        found = []
        for in_full, printed in items(text, self.registry):
            is_known = not isinstance(self.resolve(in_full), Unknown)
            found.append(in_full if is_known else printed)
        return tuple(found) or (text,)

    @cached_property
    def _meanings(self) -> "Meanings | None":
        """What names mean in the place that is asked about, or in that of the notice.

        None for the packaged data set, which answers for its registry alone, and where nothing
        tells whose the notice is.
        """
        if self.data.is_packaged and self.jurisdiction is None:
            return None
        from gdquality.names.government import NOW, meanings_in
        from gdquality.names.government.named import meanings_of

        if self.jurisdiction is not None:
            return meanings_in(self.jurisdiction, NOW, self.data.registry)
        try:
            return meanings_of(self.notice, self.data.registry)
        except InputError:  # a registry may be asked that has no notice yet
            registry = self.data.registry
            return meanings_in(registry.data.jurisdiction, NOW, registry)

    @cached_property
    def _resolver(self) -> Resolver:
        return Resolver(self.registry, self.readings)

    def _found(self, names: Names | None) -> tuple[Agency, ...]:
        if names is None:
            return ()
        # One name is no series of characters.
        several = [names] if isinstance(names, (str, Agency)) else names
        return tuple(self.find(name).agency for name in several)
