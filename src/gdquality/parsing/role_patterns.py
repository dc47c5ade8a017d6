"""The words of roles as patterns: labels, verbs, dates, and the note that the first leads.

Built from role_words.txt when first used; none backtracks without bound.
"""

import re
from functools import cache

from gdquality.parsing.first_looks import first_look
from gdquality.parsing.words import longest_first

_BOUNDARY = r"(?=$|[，,、；;。.．|｜）)】〕\]（(〔\[【]|会同)"
_BY_DUTIES = (
    r"(?:在|按照?|根据|依据?|结合)(?:各自|各|部门|工作|任务|管理)?(?:的)?(?:职责|职能|分工|权限|职权|责任){1,3}"
    r"(?:范围)?内?"
)
_WHEN = (
    r"(?:\d{4}年|20\d\d[.．/-]|\d{1,2}月|每[年月季周]|每半年|今年|明年|当年|年内|年前|[年月]底|[上下]半年|"
    r"第?[一二三四]季度|[“\"]?十[三四五六]五|长期|全年|持续|常态化|立即|即时|近期)"
)
_DATE = rf"(?:到|于|在|力争)?{_WHEN}"
DATED_CLAUSE = re.compile(rf"{_DATE}[^，,；;。、（）()]{{0,24}}(?=[，,；;。）)]|$)")
_FIRST = r"(?:第一位?|首位|第1位?|首个|第一个|最前)"
_TOGETHER = "联合(?!会|参谋|指挥|执法|惩戒|办公|工会|党)"
"""联合 as a verb, A联合B; it is of names as well: 中央军委联合参谋部."""
_WITH = "会(?=[省市区县州盟旗])"
"""会 for 会同, as older notices have it: 省发改委会省财政厅."""
_ARE_COMMITTEES = "管委|工委|居委|村委|组委|常委|编委|评委|执委"
"""What ends in 委 and is a committee with 会 behind it: 管委会."""
_LEADING = r"(?:牵头|主责|主办)(?:负责|责任|或[^，。]{1,4}?)?(?:单位|部门)"
FIRST_LEADS = re.compile(
    r"(?:注[：:]|其中[，,]?|[以如]?[上下]|所列|上述|各项?|每项|任务|工作|事项|措施|责任|单位|部门|多个|有|中|的|均|，){0,8}+"
    rf"(?:(?:排名?|排序|位列|名列|列)(?:在|为|于)?)?{_FIRST}(?:责任)?(?:单位|部门)?(?:的|者)?(?:责任)?(?:单位|部门)?"
    rf"(?:均?为|是|系|即为){_LEADING}(?:[，,、]?下同)?"
)
SAYS_MORE = first_look(
    r"：:第首最\d每今明当年月上下一二三四十长全持常立即近牵主负总配参协支承实落会为抓推执完组开联各单部分职指督监统考审验办受",
    rf"(?:{_FIRST}|{_WHEN}|[：:]|牵[头总]|[主负总]责|配合|参[与加]|协[同助办作]|支持|[承主会]办|会签|办理|受理|实施|落实|会同|{_TOGETHER}|{_WITH}|"
    r"(?:负|承担)[一-鿿]{2,6}责任|"
    "为主|抓|推[进动]|执行|完成|开展|承担|各[司负]|单位|部门|分工|职责|[主牵协配][）)]|"
    rf"(?:[指督]导|督[促办查]|监督|统筹|协调|主导|考核|监管|审[核批]|验收){_BOUNDARY})",
)
"""What every role sentence has a piece of, and a bare list, as most cells are, has not."""

MAY_LABEL = re.compile(
    "单位|部门|机[关构]|主体|[^官]方[：:]|牵头|主[责办]|责任|负责|落实|配合|参[与加]|协[同助办作]|[承会]办|会签|时限|时间|期限|进度|分工"
)
"""What every label has a piece of, looked for before anything is read."""

_NO_OBJECT = "人(?![员力才口民事])|[单部者的处科领同方国省市区县州旗镇乡]|解释"
_OF_BODIES = "[局厅委院府署部由各]|单位|公司|中心|牵头|负责|配合|会同"

UNKNOWN_LABEL = re.compile(r"[^\W\d_]{2,8}[：:]")


def _any(*kinds: str) -> str:
    return "|".join(map(re.escape, longest_first(*kinds)))


_SIGN = r"(?P<closes>[】〕\]）)])?(?P<sign>[：:]|[为是](?=[^牵责主]))?"


@cache
def labels() -> re.Pattern[str]:
    """Match the label of a role, `label`, and the sign that makes it one."""
    roles = _any("lead_roles", "responsible_roles", "support_roles")
    label = (
        rf"(?:{roles})(?:（[^（）]{{1,6}}）)?(?:{_any('bodies_of_labels')})|{_any('labels_alone')}"
    )
    return re.compile(
        rf"(?P<opens>[【〔\[（(])?(?:{_any('label_modifiers')}){{0,2}}?(?P<label>{label})(?:及分工|分工)?{_SIGN}"
    )


@cache
def member_labels() -> re.Pattern[str]:
    """Match the label of those who take part beside a lead: 成员单位：."""
    return re.compile(rf"(?:{_any('member_labels')})[：:]")


@cache
def due_labels() -> re.Pattern[str]:
    """Match the label of a date, `label`, and the sign that makes it one."""
    return re.compile(rf"(?P<opens>[【〔\[（(])?(?P<label>{_any('due_labels')}){_SIGN}")


@cache
def verbs() -> re.Pattern[str]:
    """Match the verbs of a role behind names, as far as a clause goes: 按职责分工负责."""
    given = _any("lead_verbs", "support_verbs", "responsible_verbs")
    adverbs = rf"{_BY_DUTIES}|{_any('role_adverbs')}"
    roles = _any("lead_roles", "responsible_roles", "support_roles")
    as_body = rf"(?:作为|为|是)(?P<label>(?:{roles})(?:{_any('bodies_of_labels')}))"
    more = rf"{_any('verbs_behind_verbs')}|(?<=牵头)(?:{_any('other_verbs')})"
    chain = rf"(?:{given})(?:{adverbs}|{given}|{more}|并|和|等工作|工作){{0,5}}?"
    return re.compile(
        rf"(?:(?:{adverbs}){{0,4}}+(?:{chain}|{as_body})|{_BY_DUTIES})"
        rf"{_BOUNDARY}"
    )


@cache
def clauses() -> re.Pattern[str]:
    """Match verbs of a role with their `object`, up to the end of the clause: 配合开展宣传.

    What names or introduces a body is no object, and neither are words as 负责人 has them.
    """
    adverbs = rf"{_BY_DUTIES}|{_any('role_adverbs')}"
    return re.compile(
        rf"(?:{adverbs}){{0,4}}+(?P<verbs>(?:{_any('verbs_with_objects')}){{1,3}}+)"
        rf"(?P<object>(?!{_NO_OBJECT}|{_any('other_verbs')})(?:(?!{_OF_BODIES})[一-鿿]){{2,20}}+)"
        r"(?=$|[，,；;。）)])"
    )


@cache
def handling() -> re.Pattern[str]:
    """Match verbs behind names that give a role where 由 or 会同 says who: 由市财政局办理."""
    return re.compile(rf"(?:{_any('role_adverbs')}){{0,4}}+(?:{_any('handling_verbs')}){_BOUNDARY}")


@cache
def other_verbs() -> re.Pattern[str]:
    """Match verbs behind names that give none of the three roles: 指导."""
    return re.compile(rf"(?:{_any('role_adverbs')}){{0,4}}+(?:{_any('other_verbs')}){_BOUNDARY}")


@cache
def joining() -> re.Pattern[str]:
    """Match what joins a body to those it works with: 会同, and 联合 and 会, where a name ends."""
    behind_name = rf"(?<=[厅局委办部署院])(?:{_TOGETHER}|(?<!{_ARE_COMMITTEES}){_WITH})"
    return re.compile(rf"(?:{_any('joining_verbs')}|{behind_name})(?=..)")
