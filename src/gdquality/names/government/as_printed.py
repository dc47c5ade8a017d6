"""Names that no pattern knows: kept as printed, behind the place whose body they name."""

import re
from typing import cast

from gdquality.names.government.derived import Derived
from gdquality.names.government.levels import forms_of, levels_of
from gdquality.names.government.place import Jurisdiction
from gdquality.names.government.places import packaged_places
from gdquality.names.government.spelling import LONGEST, plain, without_other_name
from gdquality.names.government.whose import (
    begins_with_place,
    by_level,
    by_name,
    inside,
    prints_a_level,
)
from gdquality.names.government.zones import has_own_zone, zone_named
from gdquality.records import Kind

_OF_THE_CENTRE = ("国家", "国务院", "中国", "中央", "中共中央", "中华", "全国", "最高人民")
_CAPITAL = "首都"
"""What bodies of 北京 are called by: 首都文明办."""

_KINDS = (
    ("公司$", "state-owned-enterprise"),
    ("政府$", "people-government"),
    ("领导小组$", "coordinating-body"),
    ("^(?:中共|中国共产党)", "party-organ"),
)
"""The kinds of names that are of one kind, whatever the body does."""

_DEPARTMENT = re.compile("(?:[厅局委办室处署站队部组]|专班|管委会|管理委员会)$")
"""How those names end that are not told without their place: 留交办, and not 华南理工大学."""


def as_printed(text: str, home: Jurisdiction) -> Derived | None:
    """Return `text` as the name of a body of its own in a document of `home`.

    None for what is no one's there, and for what is no name.
    """
    name = without_other_name(plain(text))
    if len(name) > LONGEST:
        return None
    place, own = _place_and_name(name, home)
    if not own:
        return None
    if zone := zone_named(own):
        return Derived(text, zone.name, place, zone.kind, zone.confidence, zone.source)
    kind = next((kind for pattern, kind in _KINDS if re.search(pattern, own)), "other-organ")
    return Derived(text, own, place, cast("Kind", kind), "low")


def _place_and_name(name: str, home: Jurisdiction) -> tuple[Jurisdiction | None, str]:
    """Return whose body has the name, if that is told, and the name with its place."""
    official = packaged_places().official
    if reading := by_level(name, home):
        return reading.place, official(reading.place) + reading.rest
    readings = by_name(name, home)
    if len(readings) == 1:
        return readings[0].place, official(readings[0].place) + readings[0].rest
    if begins_with_place(name, home) or name.startswith(_OF_THE_CENTRE):
        return None, name
    if prints_a_level(name) or _is_of_other_levels(name, home):
        return None, ""
    has_place = name.startswith(_CAPITAL) or next(inside(name, home), None)
    is_told_by_place = _DEPARTMENT.search(name) and not has_own_zone(name) and not has_place
    is_behind = home.level != "national" and is_told_by_place
    return home, official(home) + name if is_behind else name


def _is_of_other_levels(name: str, home: Jurisdiction) -> bool:
    """Tell whether bodies below a province are called `name` and none of its own: 财政局."""
    if home.level != "province":
        return False
    levels = (level for level in ("city", "county") if level not in levels_of(home))
    return any(forms_of(home, level).of(name, None) for level in levels)
