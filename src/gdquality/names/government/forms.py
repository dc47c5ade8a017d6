"""What the bodies of one place may be printed as, by patterns."""

import re
from collections.abc import Iterable, Iterator

from gdquality.names.government.patterns import Pattern
from gdquality.names.government.place import Jurisdiction
from gdquality.names.government.places import packaged_places

_TELLING = 4
"""Characters behind the place by which a name that begins otherwise may be told, and more."""

_OF_ANY_BODY = frozenset(("办", "办公厅", "办公室", ""))
"""What 委 must stand before, lest it be the government's or any other body's."""

_HOLDER = re.compile(r"\{\w+\}")


def loose(form: str) -> str:
    """Return `form` with the shorter of two words for one thing.

    市场监督管理局 and 市场监管局, 人力社保局 and 人力资源社会保障局 are one.
    """
    form = form.replace("监督管理", "监管").replace("建设", "建")
    form = form.replace("人力资源", "人力").replace("社会保障", "社保")
    return re.sub("委员会$", "委", re.sub("办公室$", "办", form))


def without_and(form: str) -> str:
    """Return `form` as it is printed shorter: 住房城乡建设局 for 住房和城乡建设局.

    Not the other way round: who prints 和 means it.
    """
    return re.sub("[和与]", "", form)


class Forms:
    """What the bodies of one place may be printed as, and the patterns that say so."""

    def __init__(self, place: Jurisdiction, patterns: Iterable[Pattern]) -> None:
        """Fill `place` into the `patterns` of its level, of which none names a zone."""
        self._place = place
        self._fills = fills(place)
        self._by_form: dict[str, list[Pattern]] = {}
        self._by_loose: dict[str, list[Pattern]] = {}
        self._with_place: set[str] = set()
        for pattern in patterns:
            for template in dict.fromkeys(_templates(pattern)):
                self._add(template, pattern)

    def _add(self, template: str, pattern: Pattern) -> None:
        form = fill(template, self._fills)
        if "{" in template:
            self._with_place.add(loose(form))
        for index, key in (
            (self._by_form, form),
            (self._by_loose, loose(form)),
            (self._by_loose, without_and(loose(form))),
        ):
            fitting = index.setdefault(key, [])
            if pattern not in fitting:
                fitting.append(pattern)

    def name_by(self, pattern: Pattern) -> str:
        """Return the canonical name that `pattern` gives the place's body.

        The party committee of an autonomous region is called in full, and its power company short:
        中共新疆维吾尔自治区委员会宣传部, 国网新疆电力有限公司.
        """
        name = pattern.name
        if self._place.kind == "autonomous-region":
            name = re.sub("^中共{place}委(?!员会)", "中共{place}委员会", name)
            name = name.replace("国网{place}", "国网{bare}")
        return fill(name, self._fills)

    def of(self, form: str, year: int | None) -> tuple[Pattern, ...]:
        """Return the patterns that `form` may be printed by: those of the year before others."""
        for index, key in ((self._by_form, form), (self._by_loose, loose(form))):
            if fitting := index.get(key):
                held = [pattern for pattern in fitting if pattern.held_in(year)]
                return tuple(held or fitting)
        return ()

    def with_place(self, form: str, year: int | None) -> tuple[Pattern, ...]:
        """Return the patterns of `form` if it is one that prints the place itself."""
        return self.of(form, year) if loose(form) in self._with_place else ()


def _templates(pattern: Pattern) -> Iterator[str]:
    """Yield the forms of a pattern: its name, what is behind the place in it, and the short ones.

    A department of the party may leave 委 out, too: 市政法委 is 市委政法委.
    """
    yield pattern.name
    yield from pattern.forms
    _, _, behind = pattern.name.partition("{place}")
    if pattern.name.startswith("{place}") or len(behind) > _TELLING:
        yield behind
    if pattern.name.startswith("中共{place}委"):
        whole = (behind, *(form for form in pattern.forms if form.startswith("委")))
        yield from (form[1:] for form in whole if form[1:] not in _OF_ANY_BODY)


def fill(template: str, fills: dict[str, str]) -> str:
    """Return `template` with the names of the place in it."""
    return _HOLDER.sub(lambda found: fills.get(found[0], found[0]), template)


def fills(place: Jurisdiction) -> dict[str, str]:
    """Return what stands for each holder of a template in the names of `place`."""
    places = packaged_places()
    parent = places.parent(place)
    return {
        "{place}": places.official(place),
        "{bare}": place.short,
        "{tier}": place.prefixes[-1] if place.prefixes else "",
        "{parent}": parent.name if parent else "",
    }
