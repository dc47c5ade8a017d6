"""The foot of a page that a document was saved from, where 主办单位 is who keeps the site."""

import re
from collections.abc import Iterator, Sequence

from gdquality.parsing.passages import Passage

_HOST = re.compile(r"\s*(?:主办|承办|协办|主管)(?:单位|机构|部门)?[：:]")
_OF_FOOT = re.compile(
    r"版权所有|备案[号序证]|ICP|网安备|标识码|技术支持[：:]|(?i:copyright)|网站地图"
)
_OF_GOVERNMENT = re.compile(r"[：:][^、，,；;：:]{0,20}政府(?:办公[厅室]|办)?\s*$")
"""The government whose site it is, which stands alone below some documents."""

_NEAR = 4
"""Lines above and below one in which the rest of the foot stands."""

_LONGEST_OF_FOOT = 120
"""Characters of a line of the foot; a longer one is prose, which may tell of sites."""


def without_foot(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Yield `passages` without the lines of a foot that say who keeps the site.

    A foot is known by what else stands in it, as 版权所有 and 备案号, or by naming the government
    in the last line. Anywhere else 主办单位 is who does a task.
    """
    texts = [passage.text for passage in passages]
    for number, passage in enumerate(passages):
        if not (_HOST.match(passage.text) and _is_of_foot(texts, number)):
            yield passage


def _is_of_foot(lines: Sequence[str], number: int) -> bool:
    near = lines[max(number - _NEAR, 0) : number + _NEAR + 1]
    if any(len(line) <= _LONGEST_OF_FOOT and _OF_FOOT.search(line) for line in near):
        return True
    return number == len(lines) - 1 and bool(_OF_GOVERNMENT.search(lines[number]))


def is_before_foot(text: str, host: int) -> bool:
    """Tell whether the label at `host` is of a foot that stands in the same line."""
    return bool(_OF_FOOT.search(text, host, host + _LONGEST_OF_FOOT))
