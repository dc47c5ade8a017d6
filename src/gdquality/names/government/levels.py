"""Which patterns hold for a place: by its level, and by what is known of bodies that it has not."""

from functools import cache

from gdquality.names.government.forms import Forms
from gdquality.names.government.patterns import Pattern, packaged_patterns
from gdquality.names.government.place import Jurisdiction

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

_CALLED_BY_SEAT = frozenset(("人民银行", "海关", "海事", "民航", "审计署派驻"))
"""Functions of central bodies whose offices are called by the cities where they are."""

_SOUTHERN_GRID = frozenset(("44", "45", "46", "52", "53"))
"""广东, 广西, 海南, 贵州 and 云南, which 中国南方电网 serves; 国家电网 serves all others."""


_WESTERN_GRID = ("1501", "1502", "1503", "1506", "1508", "1509", "1525", "1529")
"""The west of 内蒙古, which 内蒙古电力 serves; the region as a whole has companies of both."""

_MARITIME = frozenset(("13", "21", "23", "32", "33", "35", "37", "44", "45", "46"))
"""The provinces whose name a maritime administration of the centre has: 辽宁海事局."""


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
    elif level == "province" and place.level == "city":
        patterns = (one for one in patterns if _is_of_city(one, place))
    elif level == "province" and place.level == "county":
        patterns = (one for one in patterns if not one)
    elif level == "province":
        patterns = (one for one in patterns if _has_its_seat(one, place))
    return Forms(
        place,
        (one for one in patterns if _is_of_its_grid(one, place) and not _is_headless(one, place)),
    )


def _is_headless(pattern: Pattern, place: Jurisdiction) -> bool:
    """Tell whether the body of 北京 has no place in its name: 中国人民银行营业管理部."""
    return place.code == "110000" and pattern.name == "中国人民银行{bare}营业管理部"


def _has_its_seat(pattern: Pattern, province: Jurisdiction) -> bool:
    """Tell whether a central body that is called by its seat may be called by `province`.

    The customs of Hunan is 长沙海关; it has no maritime administration of the centre.
    """
    if pattern.name == "中华人民共和国{bare}海事局":
        return province.code[:2] in _MARITIME
    return pattern.function != "海关"


def _is_of_city(pattern: Pattern, place: Jurisdiction) -> bool:
    """Tell whether a city may have the central body that is a province's by its pattern.

    人行合肥中心支行 is called by its seat; of 证监局 only those of cities planned apart.
    """
    is_by_seat = pattern.function in _CALLED_BY_SEAT or place.code in _PLANNED_APART
    return pattern.kind == "central-vertical" and is_by_seat


def _is_of_its_grid(pattern: Pattern, place: Jurisdiction) -> bool:
    """Tell whether a company of the one power grid or the other serves `place`, if it is such."""
    is_southern = place.code[:2] in _SOUTHERN_GRID
    is_western = place.code == "150000" or place.code.startswith(_WESTERN_GRID)
    if is_western and pattern.function == "电网":
        return False
    if "电网有限责任公司" in pattern.name:
        return is_southern
    return not (is_southern and pattern.name.startswith(("国家电网", "国网")))
