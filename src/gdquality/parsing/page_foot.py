"""The foot of a page that a document was saved from, where 主办单位 is who keeps the site."""

import re
from collections.abc import Iterator, Sequence

from gdquality.errors import quoted
from gdquality.parsing.outline_markers import style_of
from gdquality.parsing.passages import SIGNED, Passage
from gdquality.records import Remark

_HOST = re.compile(
    r"\s*(?P<site>本?网站|网页|本站)?(?:主办|承办|协办|主管)(?:单位|机构|部门)?[：:]"
)
_OF_FOOT = re.compile(r"版权所有|备案[号序证]|ICP|网安备|标识码|(?i:copyright)|网站地图")
_KEEPS_SITE = re.compile(
    r"\s*(?:版权所有|(?:信息|文章)?来源|(?:办公|联系)?地址|主\s+[管办]|中国政府网).{1,100}?(?:主\s*办|承\s*办)(?:单位)?\s*[：:]"
)
"""A line of a foot in which the host stands behind what else it says: 版权所有：… 主办：…."""

_TURNS_PAGE = re.compile(r"\s*[（(【\[]?[上下]一[篇条页则]")
_ENDS_PAGE = re.compile(
    rf"{_TURNS_PAGE.pattern}|"
    r"[\s【\[（(]*(?:(?:打印|关闭|分享|收藏)(?!\w*[机厂店])|返回(?:顶部|首页|列表)|扫一扫)"
)
"""What stands between a document and the foot of its page."""

_CONTACT = re.compile(
    r"\s*(?:(?:联系|咨询|服务|办公|监督|值班)?(?:电话|热线|方式)|联系我们|关于我们|(?:办公|联系)?地址|邮编|邮政编码|(?:电子)?邮箱|"
    r"传真|网址|技术支持|维护|运维|运行维护|建议|访问量|您是第|浏览)"
)
"""What else stands in a foot, and below an event as well."""

_OF_GOVERNMENT = re.compile(r"[：:]\s*[^、，,；;：:\s]{0,20}政府(?:办公[厅室]|办)?\s*$")
"""The government whose site it is, which stands alone below some documents."""

_OF_OFFICE = re.compile(r"[：:]\s*[^、，,；;：:\s]{0,20}政府(?:办公[厅室]|办)\s*(?=$|[\s主承协])")
"""Its office, which keeps its site, and an event hardly ever."""

_GIVEN_OUT = re.compile(r"牵头|负责|责任|配合|[局委办厅院部府会组]\s*[）)]")
_NO_EVENT = re.compile(r"\s*(?:抄送|附件|\S{2,30}(?:政府|办公[厅室]|委员会|[局委厅])\s*$)")
"""What ends a document, as who signs it does."""

_ENDS = ("。", "；", "！")
_NEAR = 4
"""Lines above and below one in which the rest of the foot stands."""

_LONGEST_OF_FOOT = 120
"""Characters of a line of the foot; a longer one is prose, which may tell of sites."""

_LONGEST_HEADING = 40


def without_foot(
    passages: Sequence[Passage], remarks: list[Remark], *, ends: bool
) -> Iterator[Passage]:
    """Yield `passages` without the lines of a foot that say who keeps the site.

    A foot is known by what else stands in it, as 版权所有 and 下一篇. In the last lines of a
    document, if it `ends` here, 主办单位 may be of a foot of which nothing else is left: what no
    heading above can have meant is told in `remarks`. Anywhere else it is who does a task.
    """
    lines = [passage.text for passage in passages]
    last = len(lines)
    while ends and last and _may_be_of_foot(lines[last - 1]):
        last -= 1
    of_page = (at for at in range(last, len(lines)) if _ENDS_PAGE.match(lines[at]))
    page_ends = next(of_page, len(lines))
    has_hosts, names_keeper = _has_hosts(lines[:last]), _names_keeper(lines[last:])
    for number, passage in enumerate(passages):
        host = _HOST.match(passage.text)
        is_last = number >= last
        if not host and len(passage.text) <= _LONGEST_OF_FOOT and _KEEPS_SITE.match(passage.text):
            remarks.append(_not_read(passage))
        elif not host:
            yield passage
        elif host["site"] or number > page_ends or _is_of_foot(lines, number):
            continue
        elif not is_last or (has_hosts and not names_keeper):
            yield passage
        elif has_hosts or not names_keeper:
            remarks.append(_not_read(passage))


def _not_read(passage: Passage) -> Remark:
    message = f"像是网页页脚，没有读成任务：{quoted(passage.text.strip())}"
    return Remark("unread-allocation", message, passage.place_at(0))


def _may_be_of_foot(line: str) -> bool:
    if len(line) > _LONGEST_OF_FOOT:
        return False
    return any(one.match(line) for one in (_HOST, _ENDS_PAGE, _CONTACT))


def _is_of_foot(lines: Sequence[str], number: int) -> bool:
    above, below = lines[max(number - _NEAR, 0) : number], lines[number : number + _NEAR + 1]
    near = [line for line in (*above, *below) if len(line) <= _LONGEST_OF_FOOT]
    if any(map(_OF_FOOT.search, near)):
        return True
    turned = [at for at, line in enumerate(above) if _TURNS_PAGE.match(line)]
    return bool(turned) and not any(style_of(line.strip()) for line in above[turned[-1] :])


def _names_keeper(lines: Sequence[str]) -> bool:
    """Tell whether the last lines name who keeps the site of a government, and not an event."""
    hosts = [line for line in lines if _HOST.match(line)]
    return any(map(_OF_OFFICE.search, hosts)) or (
        len(hosts) == 1 and bool(_OF_GOVERNMENT.search(hosts[0]))
    )


def _has_hosts(lines: Sequence[str]) -> bool:
    """Tell whether the last of `lines` may have hosts: a heading, or more of an event."""
    above = lines[-1].strip() if lines else ""
    if not above or _GIVEN_OUT.search(above) or SIGNED.match(above) or _NO_EVENT.match(above):
        return False
    is_heading = style_of(above) and len(above) <= _LONGEST_HEADING
    heading = above.rstrip("".join(_ENDS)) if is_heading else above
    return not any(sign in heading for sign in _ENDS)


def is_before_foot(text: str, host: int) -> bool:
    """Tell whether the label at `host` is of a foot that stands in the same line."""
    if _OF_FOOT.search(text, host, host + _LONGEST_OF_FOOT):
        return True
    if len(text) - host > _LONGEST_OF_FOOT:
        return False
    near = max(host - _LONGEST_OF_FOOT, 0)
    return bool(_OF_OFFICE.search(text, near) and _GIVEN_OUT.search(text, near, host))
