"""The committees that administer zones: 广州空港经济区管委会, 高新区管委会."""

import re
from typing import NamedTuple

from gdquality.names.government.patterns import packaged_patterns
from gdquality.records import Confidence, Kind

_HOLDER = "{zone}"
_ZONE = re.compile("[区园城港]$")
_SHORTENED = re.compile("(?:高新区|经开区|自贸区|自贸试验区|综保区|(?<!经济|技术|产业)开发区)$")
"""What zones are called short; what they are in full, each says for itself."""

_BODY_OF_ZONE = re.compile("(.+[区园城港])(?:管理局|管委会|管理委员会|党工委)$")
_ANY_ZONE = re.compile(
    "(?:国家级|省级|市级|高新|经济|技术|产业|开发|经开|综合|保税|自由贸易|自贸|试验|示范|工业|出口加工"
    "|物流|旅游|度假|管理|新|片|港|园|区|城)+"
)


class Zone(NamedTuple):
    """The name of what administers a zone, its kind, and where that is known from."""

    name: str
    kind: Kind
    confidence: Confidence
    source: str


def zone_named(name: str) -> Zone | None:
    """Return what administers the zone in `name`, with its rank in full, if there is one.

    A zone that is printed short has none here, and what the others are called is never sure.
    """
    for pattern in packaged_patterns()["city"]:
        for form in pattern.forms if _HOLDER in pattern.name else ():
            tail = form.removeprefix(_HOLDER)
            zone = name.removesuffix(tail)
            if zone != name and _ZONE.search(zone) and not _SHORTENED.search(zone):
                full = pattern.name.replace(_HOLDER, zone)
                return Zone(full, pattern.kind, "low", pattern.source)
    return None


def has_own_zone(name: str) -> bool:
    """Tell whether `name` is of the administration of a zone that has a name of its own.

    虹桥国际中央商务区 has, 高新区 is a place's.
    """
    found = _BODY_OF_ZONE.match(name)
    return bool(found and not _ANY_ZONE.fullmatch(found[1]))
