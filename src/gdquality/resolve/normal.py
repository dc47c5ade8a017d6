"""Names as typed, freed of what makes no difference: width, spaces, quotation marks, brackets."""

import re
import unicodedata

_NO_DIFFERENCE = re.compile(r"[\s\"'“”‘’「」『』《》〈〉()\[\]【】〔〕{}·•]+")


def normalise(name: str) -> str:
    """Return `name` in NFKC, without spaces, quotation marks and brackets."""
    return _NO_DIFFERENCE.sub("", unicodedata.normalize("NFKC", name))


def prefix_variants(name: str, jurisdiction: str) -> tuple[str, ...]:
    """Return the other ways to print a normalised `name` under `jurisdiction`, likely ones first.

    For 广东省: 省财政厅, 广东财政厅 and 广东省财政厅 are one name. A bare name is tried with 省 and
    广东省 only, since 广东 in front makes 出入境检验检疫局 one of three bodies.
    """
    level, place = jurisdiction[-1], jurisdiction[:-1]
    prefix = next((one for one in (jurisdiction, place, level) if name.startswith(one)), "")
    core = name.removeprefix(prefix)
    if len(core) < 2:  # noqa: PLR2004 -- a rank alone (局) names nobody
        return ()
    fronts = (level, jurisdiction, place, "") if prefix else (level, jurisdiction)
    return tuple(front + core for front in fronts if front != prefix)
