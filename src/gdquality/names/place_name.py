"""What a place's name is made of: 广西壮族自治区 is 广西壮族 and 自治区."""

from functools import lru_cache
from typing import NamedTuple

COUNTRY = "全国"
"""A jurisdiction whose documents print neither name nor level in front of a body."""

_LEVELS = ("自治区", "自治州", "自治县", "自治旗", "特别行政区", "地区")
"""Levels of more than one character; of all other places it is the last."""


class PlaceName(NamedTuple):
    """The `level` that names print in the place's stead, and the place without it."""

    level: str
    short: str


@lru_cache(64)
def place_name(jurisdiction: str) -> PlaceName:
    """Return 省 and 广东 of 广东省; nothing of the country."""
    if jurisdiction == COUNTRY:
        return PlaceName("", "")
    long = next((one for one in _LEVELS if jurisdiction.endswith(one)), "")
    level = long or jurisdiction[-1:]
    return PlaceName(level, jurisdiction.removesuffix(level))
