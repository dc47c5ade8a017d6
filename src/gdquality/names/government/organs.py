"""The organs that issue a document, one by one: titles print several without anything between."""

import re
from collections.abc import Iterator

from gdquality.names.government.places import place_at_start

_BETWEEN_ORGANS = re.compile(r"[、，,;；\s]+")
_AND_OTHERS = re.compile("等(?:[0-9一二三四五六七八九十百]+个?)?(?:部门|单位|部委|机关)$")
_PARTY = re.compile("^(?:中国共产党|中共)")
_ENDING = re.compile("(?:政府|[委厅局部署院会室])$")
_GOVERNMENT = re.compile("(?:政府|政府办公[厅室])$")
_GENERAL = re.compile("(..)总局$")
"""What the bodies below are called by, too: 国家税务总局湖南省税务局 is one organ."""

_CENTRAL = re.compile(
    "^(?:国务院|国家(?!安全(?!部))|全国|中央|最高人民|中华人民共和国|中国(?!共产主义青年团)"
    "|中共中央|中国共产党中央)"
)
_MINISTRY = re.compile(
    "^[一-鿿]{1,12}(?:部|总局|总署)(?:办公厅)?$|^(?:人民银行|证监会|银保监会|审计署|新华社)"
)
_LOCAL_PARTY = re.compile("(?:组织|宣传|统战|武装|工作)部$")
_ISSUES = re.compile("关于|印发|转发|批转|发布|公布")


def issuer_in(title: str) -> str:
    """Return what stands in a title before what is issued; nothing where nothing is."""
    organs, issues, _ = _ISSUES.sub("\n", title, count=1).partition("\n")
    return organs if issues else ""


def organs_in(text: str) -> Iterator[str]:
    """Yield the organs in `text`, those that stand together without a mark one by one, too."""
    for organs in _BETWEEN_ORGANS.split(text.strip()):
        yield from _run_together(_AND_OTHERS.sub("", organs))


def _run_together(text: str) -> Iterator[str]:
    start = 0
    for end in range(2, len(text) - 1):
        before, rest = text[start:end], text[end:]
        if _ENDING.search(before) and _begins_organ(rest, before):
            yield before
            start = end
    if text[start:]:
        yield text[start:]


def _begins_organ(text: str, before: str) -> bool:
    if place_at_start(without_party(text)):
        general = _GENERAL.search(before)
        return not (general and f"{general[1]}局" in text)
    if _CENTRAL.match(text):
        return True
    # 省委组织部 is one organ, 省人民政府教育部 are two.
    return bool(_GOVERNMENT.search(before)) and is_central(text)


def is_central(organ: str) -> bool:
    """Tell whether the name of an organ begins or ends as those of the centre do."""
    is_ministry = _MINISTRY.match(organ) and not _LOCAL_PARTY.search(organ)
    return bool(_CENTRAL.match(organ) or is_ministry)


def without_party(organ: str) -> str:
    """Return 广东省委 of 中共广东省委."""
    return _PARTY.sub("", organ)
