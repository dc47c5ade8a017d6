"""Names as typed, freed of what makes no difference: width, spaces, marks, invisible characters."""

import re
import unicodedata

from gdquality.names.place_name import place_name

_NO_DIFFERENCE = re.compile(
    r"[\s\"'`“”‘’「」『』《》〈〉()\[\]【】〔〕{}·•*|_\-‐‑–—\ufe00-\ufe0f]+"
)


def compatible(name: str) -> str:
    """Return `name` in NFKC, without what is not seen: joiners, soft hyphens, a BOM."""
    if name.isalpha() and unicodedata.is_normalized("NFKC", name):
        return name  # the usual name, and quickly: an answer asks this of every registered one
    seen = (one for one in name if unicodedata.category(one) != "Cf")
    return unicodedata.normalize("NFKC", "".join(seen))


def normalise(name: str) -> str:
    """Return `name` as `compatible` does, without spaces, hyphens, quotation marks and brackets."""
    return _NO_DIFFERENCE.sub("", compatible(name))


def split_prefix(name: str, jurisdiction: str) -> tuple[str, str]:
    """Return the prefix of a normalised `name` that stands for `jurisdiction`, and the rest.

    For 广东省 that is 广东省, 广东 or 省, or an empty string.
    """
    level, place = place_name(jurisdiction)
    prefixes = (jurisdiction, place, level)
    prefix = next((one for one in prefixes if one and name.startswith(one)), "")
    return prefix, name.removeprefix(prefix)


def prefix_variants(name: str, jurisdiction: str) -> tuple[str, ...]:
    """Return other ways to print a normalised `name` under `jurisdiction`, likely ones first.

    省财政厅, 广东财政厅 and 广东省财政厅 are one name. A bare name is tried with 省 and 广东省
    only, since 广东 in front makes 出入境检验检疫局 one of three bodies.
    """
    prefix, core = split_prefix(name, jurisdiction)
    if len(core) < 2:  # noqa: PLR2004 -- a rank alone (局) names nobody
        return ()
    level, place = place_name(jurisdiction)
    fronts = (level, jurisdiction, place, "") if prefix else (level, jurisdiction)
    return tuple(front + core for front in fronts if front != prefix)
