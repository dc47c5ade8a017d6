"""Names that no registry has, made canonical by the pattern of what they name."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from gdquality.names.government.as_printed import as_printed
from gdquality.names.government.derived import Derived, Unsettled
from gdquality.names.government.levels import forms_of, levels_of
from gdquality.names.government.patterns import Pattern
from gdquality.names.government.place import Jurisdiction
from gdquality.names.government.places import packaged_places
from gdquality.names.government.spelling import LONGEST, plain, without_other_name
from gdquality.names.government.whose import Reading, behind_prefix, by_level, by_name, inside

_WITHOUT_GOVERNMENT = frozenset(("zone", "corps", "prefecture", "league"))
"""Kinds of places that are administered by a committee or an office of the one above."""


_LAG = 2
"""Years by which cities follow their province in a reform."""


def derive(text: str, jurisdiction: Jurisdiction, year: int | None) -> Derived | Unsettled | None:
    """Return the body that `text` names in a document of `jurisdiction` from `year`.

    None for what is no one's there (市财政局 in a document of a province), and for what is no name.
    A text that no pattern knows is the name of a body of its own, behind that of its place.
    """
    name = plain(text)
    for one in dict.fromkeys((name, without_other_name(name))):
        if found := by_pattern(one, jurisdiction, year):
            return replace(found, text=text)
    return as_printed(text, jurisdiction)


def by_pattern(
    name: str, jurisdiction: Jurisdiction, year: int | None
) -> Derived | Unsettled | None:
    """Return the body that the plain `name` means by some pattern; None where none has it."""
    if not name or len(name) > LONGEST:
        return None
    found = _readings(name, jurisdiction, year)
    return _settled(name, found, year) if found else None


class _Found(NamedTuple):
    """A place, what of a name stands behind it, and the patterns that have the name."""

    place: Jurisdiction
    rest: str
    patterns: tuple[Pattern, ...]


def _readings(name: str, home: Jurisdiction, year: int | None) -> list[_Found]:
    """Return the readings of `name` that patterns know, from the first step that has any."""
    steps = (_whole, _behind_level, _behind_name, _around_name)
    return next((found for step in steps if (found := list(step(name, home, year)))), [])


def _whole(name: str, home: Jurisdiction, year: int | None) -> Iterator[_Found]:
    """Read a name without any place: 环保局 is no province's, whose own has long been a 厅."""
    for found in _behind(Reading(home, name), year):
        below = _last_year_below(name, home) - _LAG
        if year is None or _last_year(found.patterns) >= min(year, below):
            yield found


def _last_year(patterns: Iterable[Pattern]) -> int:
    return max((pattern.until for pattern in patterns), default=0)


def _last_year_below(name: str, home: Jurisdiction) -> int:
    """Return until when bodies of cities were called `name`, if `home` is a province."""
    is_province = home.level == "province" and "city" not in levels_of(home)
    return _last_year(forms_of(home, "city").of(name, None)) if is_province else 0


def _behind_level(name: str, home: Jurisdiction, year: int | None) -> Iterator[_Found]:
    if reading := by_level(name, home):
        yield from _behind(reading, year)


def _behind_name(name: str, home: Jurisdiction, year: int | None) -> Iterator[_Found]:
    for reading in by_name(name, home):
        found = _with_place(name, reading, levels_of(reading.place), year)
        rest = behind_prefix(reading.rest, reading.place)
        yield from found or _behind(reading._replace(rest=rest), year)


def _around_name(name: str, home: Jurisdiction, year: int | None) -> Iterator[_Found]:
    """Read 人行合肥中心支行: its place is within, and it may be of the standing of a province's."""
    for place in dict.fromkeys(inside(name, home)):
        levels = dict.fromkeys((*levels_of(place), *levels_of(home)))
        if found := _with_place(name, Reading(place, name), levels, year):
            yield from found
            return


def _behind(reading: Reading, year: int | None) -> list[_Found]:
    """Return `reading` with the patterns of the closest level that have what it leaves."""
    place = reading.place
    found = (forms_of(place, level).of(reading.rest, year) for level in levels_of(place))
    return [_Found(place, reading.rest, patterns) for patterns in found if patterns][:1]


def _with_place(
    name: str, reading: Reading, levels: Iterable[str], year: int | None
) -> list[_Found]:
    """Return `reading` with the patterns of the closest level that print its place in `name`."""
    place = reading.place
    found = (forms_of(place, level).with_place(name, year) for level in levels)
    return [_Found(place, reading.rest, patterns) for patterns in found if patterns][:1]


def _settled(text: str, found: list[_Found], year: int | None) -> Derived | Unsettled:
    bodies = {
        body.name: body
        for place, _, patterns in reversed(found)
        for pattern in reversed(patterns)
        for body in [_derived(text, place, pattern, year)]
    }
    candidates = tuple(reversed(bodies.values()))
    if len(candidates) == 1:
        return candidates[0]
    place, rest, _ = found[0]
    several = len({one.place for one in found}) > 1
    name = text if several else packaged_places().official(place) + rest
    return Unsettled(text, name, None if several else place, candidates)


def _derived(text: str, place: Jurisdiction, pattern: Pattern, year: int | None) -> Derived:
    is_of_level = pattern.level in {place.kind, place.level}
    is_sure = pattern.held_in(year) and is_of_level
    return Derived(
        text,
        forms_of(place, pattern.level).name_by(pattern),
        place,
        pattern.kind,
        pattern.confidence if is_sure else "low",
        pattern.source,
        parent_of(pattern, place),
        pattern,
    )


def parent_of(pattern: Pattern, place: Jurisdiction) -> str | None:
    """Return what the body of a pattern is under, where that is a matter of its kind alone."""
    official = packaged_places().official(place)
    if pattern.name.startswith("中共{place}委"):
        return f"中国共产党{official}委员会"
    is_department = pattern.kind in {"government-department", "provincial-special"}
    is_governed = place.kind not in _WITHOUT_GOVERNMENT and pattern.name.startswith("{place}")
    return f"{official}人民政府" if is_department and is_governed else None
