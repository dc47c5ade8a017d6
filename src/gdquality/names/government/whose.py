"""Whose body a name is of: the place that it prints, or that it leaves to its document."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gdquality.names.government.levels import forms_of, levels_of
from gdquality.names.government.place import COUNTRY, Jurisdiction
from gdquality.names.government.places import packaged_places

_NO_PREFIXES = (
    *(
        "市场",
        "市容",
        "市域",
        "市民中心",
        "市民服务",
        "市民热线",
        "市政园林",
        "市政公用",
        "市政工程",
    ),
    *("市政管理", "市政建设", "市政市容", "市政设施", "市政集团", "区域", "区块链", "区划", "区位"),
    *("县域", "州际", "省际", "市际", "区际", "县际", "旗舰"),
)
"""Words that begin with the character of a level and are none: 市政园林局."""

_SHORT = 2
"""Characters of a place's full name that may be a word as well: 城区."""

_WORDS = frozenset(("公安", "资源", "通道", "合作", "互助", "和平", "城区", "郊区", "矿区"))
"""Names of places that are words of other names more often: 资源 is a county, and no 资源局."""

_LEVEL_WORDS = ("自治区", "自治州", "自治县", "自治旗", "地区", *"省市区县州盟旗")


class Reading(NamedTuple):
    """A name read as that of a body of `place`, with what stands behind the place."""

    place: Jurisdiction
    rest: str
    is_printed: bool = False
    """Whether the place itself is printed, and not just its level or nothing."""


def prefix_of(text: str, place: Jurisdiction) -> str:
    """Return what `text` prints in place of the name of `place`, or an empty string."""
    if text.startswith(_NO_PREFIXES):
        return ""
    return next((one for one in place.prefixes if text.startswith(one) and text != one), "")


def prints_a_level(text: str) -> bool:
    """Tell whether `text` begins with the level of some place: 市财政局."""
    return text.startswith(_LEVEL_WORDS) and not text.startswith(_NO_PREFIXES)


def by_level(text: str, place: Jurisdiction) -> Reading | None:
    """Return whose body is meant by a level in front: that of `place`, or of one above it.

    省财政厅 in a notice of 长沙市 is of 湖南省; 市财政局 in one of 湖南省 is no one's.
    """
    for one in (place, *packaged_places().above(place)):
        if prefix := prefix_of(text, one):
            return Reading(one, text.removeprefix(prefix))
    return None


def by_name(text: str, near: Jurisdiction) -> tuple[Reading, ...]:
    """Return whose body is meant by a place in front, several where several of that name are near.

    Near is first `near` itself with what is below it, then what is below the places above it. A
    place that is printed without its kind (长沙 for 长沙市) counts where a pattern has the rest:
    公安局 is no bureau of 公安县.
    """
    places = packaged_places()
    for length in range(min(len(text), places.longest), 1, -1):
        printed, rest = text[:length], text[length:]
        bearers = (one for one in places.bearing(printed) if _is_near(one, near, printed))
        whole = (one for one in bearers if not _is_printed_longer(one, printed, text))
        found = [one for one in whole if _counts(one, printed, rest)]
        if fitting := nearest(found, near):
            return tuple(_deeper(place, rest) for place in fitting)
    return ()


def _is_printed_longer(place: Jurisdiction, printed: str, text: str) -> bool:
    """Tell whether `text` begins with more of the place than `printed`: 内蒙 of 内蒙古."""
    names = (place.name, place.short, *place.names)
    return any(len(one) > len(printed) and text.startswith(one) for one in names)


def _counts(place: Jurisdiction, printed: str, rest: str) -> bool:
    if place.level == "national" or printed in _WORDS:
        return False  # 全国妇联 has the word in its name
    if printed == place.name or (printed in place.names and printed != place.short):
        return True
    forms = (forms_of(place, level) for level in levels_of(place))
    behind = behind_prefix(rest, place)
    return any(one.of(behind, None) or one.with_place(printed + rest, None) for one in forms)


def behind_prefix(rest: str, place: Jurisdiction) -> str:
    """Return what stands behind a level that is printed after its place: 党委 in 广西区党委."""
    return rest.removeprefix(prefix_of(rest, place))


def _is_near(place: Jurisdiction, near: Jurisdiction, printed: str) -> bool:
    """Tell whether `place` may be meant at `near`: of counties elsewhere only one that says it is.

    城区 and 郊区 are words, too.
    """
    places = packaged_places()
    is_full = printed == place.name and len(printed) > _SHORT
    province = next((one for one in (near, *places.above(near)) if one.level == "province"), None)
    is_here = province is None or place == province or province in places.above(place)
    return is_full or is_here or place.level in {"province", "city"}


def _deeper(place: Jurisdiction, rest: str) -> Reading:
    """Read 顺德区 of 佛山市 in 佛山市顺德区人民政府."""
    below = packaged_places().children(place)
    inner = next((one for one in below if rest.startswith(one.name)), None)
    if inner:
        return _deeper(inner, rest.removeprefix(inner.name))
    return Reading(place, rest, is_printed=True)


def nearest(found: Iterable[Jurisdiction], near: Jurisdiction) -> tuple[Jurisdiction, ...]:
    """Return those of `found` that are within the smallest place around `near` that has any.

    长沙 is the city, not the county that it has below it.
    """
    places = packaged_places()
    candidates = tuple(found)
    for around in (near, *places.above(near)):
        within = tuple(one for one in candidates if one == around or around in places.above(one))
        if within:
            return places.above_all(within) or within
    return ()


def begins_with_place(text: str, near: Jurisdiction) -> bool:
    """Tell whether `text` begins with a place, so has its own: one near, or a city or province."""
    places = packaged_places()
    around = {near, *places.above(near)} - {places.by_code[COUNTRY]}
    return any(
        one.level in {"province", "city"} or one in around or near in places.above(one)
        for length in range(2, min(len(text), places.longest) + 1)
        for one in places.bearing(text[:length])
        if text[:length] not in _WORDS
    )


def inside(text: str, near: Jurisdiction) -> Iterator[Jurisdiction]:
    """Yield the places that stand anywhere in `text`, as in 人行合肥中心支行, near ones only."""
    places = packaged_places()
    around = {near, *places.above(near)} - {places.by_code[COUNTRY]}
    for start in range(len(text) - 1):
        for length in range(min(len(text) - start, places.longest), 1, -1):
            for place in places.bearing(text[start : start + length]):
                is_word = text[start : start + length] in _WORDS
                if not is_word and (place in around or near in places.above(place)):
                    yield place
