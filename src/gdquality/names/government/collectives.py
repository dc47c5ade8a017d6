"""Names of several bodies together, and whom they stand for where the level of each tells.

各地级以上市人民政府 of 广东省 are the governments of its 21 cities; 各市、县人民政府 and 有关部门
do not say which, and stand for nobody in particular.
"""

import re

from gdquality.names.government.derived import Collective
from gdquality.names.government.place import Jurisdiction
from gdquality.names.government.places import packaged_places

_COLLECTIVE = re.compile(
    r"各(?!族)"
    r"|^(?:全?[省市区县州盟旗国])?(?:直|属|级|级以上)?"
    r"(?:有关|相关|所有|全体|其他|其它|涉及|所在|属地|当地|地方(?=各|有|相|人|政|党|$))"
    r"|[\d一二三四五六七八九十]个"
    r"|^(?:[省市县区州盟旗乡镇]级(?:以上)?|[省市区县州]直)"
    r"|(?:成员|牵头|配合|责任|承办|参与)单位$|(?:部门|单位|企业|高校|院校|机构|示范基地)$"
)
_OPENING = re.compile(r"(?:全[省市区县州盟旗国])?各|(?=[省市]级)")
_TAIL = re.compile("(?:人民政府|政府|行政公署|行署)$")
_BETWEEN = re.compile("[、，和及与/（）()]+|以及")

_ALL_OF = {
    "省级": ("province", "autonomous-region", "municipality"),
    "省": ("province",),
    "自治区": ("autonomous-region",),
    "直辖市": ("municipality",),
    "地级以上市": ("city",),
    "地级及以上市": ("city",),
    "地级市": ("city",),
    "设区市": ("city",),
    "设区的市": ("city",),
    "省辖市": ("city",),
    "州": ("autonomous-prefecture",),
    "自治州": ("autonomous-prefecture",),
    "盟": ("league",),
    "地区": ("prefecture",),
    "地": ("prefecture",),
    "县级市": ("county-level-city",),
    "区": ("district",),
    "市辖区": ("district",),
    "县": ("county", "autonomous-county"),
    "自治县": ("autonomous-county",),
    "旗": ("banner", "autonomous-banner"),
    "林区": ("forestry-district",),
}
"""The kinds of places that a word stands for, but 市, which depends on whose it is."""

_OF_CITY_LEVEL = frozenset(("autonomous-prefecture", "prefecture", "league"))
"""Kinds that are right below a province wherever it has any: of one without 地区, 各地、州、市."""

_TAIWAN = "710000"
"""It has no body that a notice gives a task."""


def collective(text: str, jurisdiction: Jurisdiction, year: int | None) -> Collective | None:
    """Return the collective that `text` names in a document of `jurisdiction`, if it names one.

    It stands for the governments right below `jurisdiction`, where the words say that all of a kind
    are meant and the table of places holds for `year`.
    """
    if not _COLLECTIVE.search(text):
        return None
    return Collective(text, text, jurisdiction, _places(text, jurisdiction, year))


def _places(text: str, home: Jurisdiction, year: int | None) -> tuple[Jurisdiction, ...]:
    words = _words_for_all(text)
    if not words or year is None or year < home.since:
        return ()
    places = packaged_places()
    below = [one for one in places.children(home) if one.kind != "zone"]
    there = {one.kind for one in below}
    kinds = _kinds_of_all(words, home, there)
    if not kinds or not kinds - _OF_CITY_LEVEL <= there or kinds.isdisjoint(there):
        return ()  # 各市、县 of a province: some of them are not right below it
    return tuple(one for one in below if one.kind in kinds and one.code != _TAIWAN)


def _words_for_all(text: str) -> list[str]:
    """Return the words for kinds of places of which `text` names all, or none."""
    opening = _OPENING.match(text)
    if not opening:
        return []
    parts = _BETWEEN.split(text[opening.end() :])
    return [word for part in parts if (word := _TAIL.sub("", part))]


def _kinds_of_all(words: list[str], home: Jurisdiction, there: set[str]) -> set[str]:
    """Return the kinds that `words` stand for where those `there` are right below `home`, or none.

    A county-level city of a province is among 各市、县 of 海南省, where all counties are right
    below; whether it is among 各市、州 of 湖北省 nobody can tell.
    """
    found = [_kinds(word, home) for word in words]
    kinds = {kind for one in found for kind in one}
    if not all(found):
        return set()
    if home.level == "province" and "county-level-city" in there and _names_cities(words):
        return {*kinds, "county-level-city"} if "county" in kinds else set()
    return kinds


def _names_cities(words: list[str]) -> bool:
    """Tell whether 市 stands among `words` by itself, and not in 设区市."""
    return any("市" in word and word not in _ALL_OF for word in words)


def _kinds(word: str, home: Jurisdiction) -> tuple[str, ...]:
    """Return the kinds of places that a word such as 县 or 县市区 stands for."""
    if word in _ALL_OF:
        return _ALL_OF[word]
    if word == "市":
        return (
            ("city",) if home.kind in {"province", "autonomous-region"} else ("county-level-city",)
        )
    parts = [_kinds(one, home) for one in word] if len(word) > 1 else [()]
    return tuple(kind for part in parts for kind in part) if all(parts) else ()
