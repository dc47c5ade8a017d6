"""How the body of a function is called at each level of government and in each era.

A pattern is a generality with a confidence (docs/another-government.md): 省发改委 in a notice of
湖南省 is 湖南省发展和改革委员会, because that is what such a body is called.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple, cast

from gdquality.names.government.places import Jurisdiction, packaged_places
from gdquality.names.government.tables import read_table
from gdquality.records import Confidence, Kind

_LEVELS: dict[str, tuple[str, ...]] = {
    "province": ("province",),
    "autonomous-region": ("autonomous-region", "province"),
    "municipality": ("municipality",),
    "special-administrative-region": (),
    "corps": ("province",),
    "city": ("city",),
    "autonomous-prefecture": ("city",),
    "prefecture": ("city",),
    "league": ("city",),
    "country": (),
}
"""The levels of patterns that hold for each kind of place, the closest first."""

_OF_A_COUNTY = ("county", "city")
"""Those of all other kinds: many a district calls its bodies as a city does (区经委)."""

_PLANNED_APART = frozenset(("210200", "330200", "350200", "370200", "440300"))
"""大连, 宁波, 厦门, 青岛 and 深圳, where central bodies are as in a province: 深圳银保监局."""

NOW = "2025"
"""The last year of which the patterns and registries tell: when a name is meant that is asked."""

_CALLED_BY_SEAT = frozenset(("人民银行", "海关", "海事", "民航", "审计署派驻"))
"""Functions of central bodies whose offices are called by the cities where they are."""

_SOUTHERN_GRID = frozenset(("44", "45", "46", "52", "53"))
"""广东, 广西, 海南, 贵州 and 云南, which 中国南方电网 serves; 国家电网 serves all others."""

_TELLING = 4
"""Characters behind the place by which a name that begins otherwise may be told, and more."""

_OF_ANY_BODY = frozenset(("办", "办公厅", "办公室", ""))
"""What 委 must stand before, lest it be the government's or any other body's."""

_HOLDER = re.compile(r"\{\w+\}")


class Pattern(NamedTuple):
    """A name with a place to be filled in, and the other `forms` in which a notice prints it.

    `since` and `until` are the years between which bodies were called so. `function` tells what
    such a body does, `source` where the pattern is known from.
    """

    level: str
    name: str
    forms: tuple[str, ...]
    since: int
    until: int
    kind: Kind
    confidence: Confidence
    function: str
    source: str

    def held_in(self, year: int | None) -> bool:
        """Tell whether bodies were called so in `year`; without a year they may have been."""
        return year is None or self.since <= year <= self.until


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
        """Return the canonical name that `pattern` gives the place's body."""
        return fill(pattern.name, self._fills)

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


@cache
def packaged_patterns() -> dict[str, tuple[Pattern, ...]]:
    """Return the patterns of the packaged table by their level, read when first asked for."""
    found: dict[str, list[Pattern]] = {}
    for level, name, forms, since, until, kind, confidence, function, source in read_table(
        "patterns.tsv"
    ):
        pattern = Pattern(
            level,
            name,
            tuple(forms.split("|")) if forms else (),
            int(since or 0),
            int(until or 9999),
            cast("Kind", kind),
            cast("Confidence", confidence),
            function,
            source,
        )
        found.setdefault(level, []).append(pattern)
    return {level: tuple(patterns) for level, patterns in found.items()}


def levels_of(place: Jurisdiction) -> tuple[str, ...]:
    """Return the levels of patterns that hold for `place`, the closest first."""
    own = _LEVELS.get(place.kind, _OF_A_COUNTY)
    return (*own, "province") if place.code in _PLANNED_APART else own


@cache
def forms_of(place: Jurisdiction, level: str) -> Forms:
    """Return what the bodies of `place` may be printed as, by the patterns of a `level`."""
    patterns = (one for one in packaged_patterns().get(level, ()) if "{zone}" not in one.name)
    if level == "city" and levels_of(place) == _OF_A_COUNTY:
        patterns = (one for one in patterns if one.kind == "government-department")
    elif level == "province" and place.kind == "city":
        patterns = (one for one in patterns if _is_of_city(one, place))
    return Forms(place, (one for one in patterns if _is_of_its_grid(one, place)))


def _is_of_city(pattern: Pattern, place: Jurisdiction) -> bool:
    """Tell whether a city may have the central body that is a province's by its pattern.

    人行合肥中心支行 is called by its seat; of 证监局 only those of cities planned apart.
    """
    is_by_seat = pattern.function in _CALLED_BY_SEAT or place.code in _PLANNED_APART
    return pattern.kind == "central-vertical" and is_by_seat


def _is_of_its_grid(pattern: Pattern, place: Jurisdiction) -> bool:
    """Tell whether a company of the one power grid or the other serves `place`, if it is such."""
    is_southern = place.code[:2] in _SOUTHERN_GRID
    if "电网有限责任公司" in pattern.name:
        return is_southern
    return not (is_southern and pattern.name.startswith(("国家电网", "国网")))
