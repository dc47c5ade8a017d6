"""What somebody is bound to do or hand in: the phrase in a clause that makes sense alone."""

import re

from gdquality.parsing.date_patterns import first_limit
from gdquality.parsing.duty_verbs import ADVERB, DOES, MUST, REVIEWS
from gdquality.parsing.passages import healed

_TAKES = re.compile("(?:将(?!来)|(?<!即)(?:把(?![关握手])))")
_BEFORE = re.compile(rf"^(?:{ADVERB}|[，,、]|将$)*")
_BEFORE_OBJECT = re.compile(rf"^(?:{MUST}|并(?![购网联轨行入])|抓紧|认真|及时|按时|按期|[，,、])*")
_PREPOSITION = re.compile("[于在]$")
_AFTER = re.compile(rf"(?:{ADVERB}|[，,、]|一式[一二两三四五六]份|先行|后)+$")
_AFTER_APPROVAL = re.compile(
    r"^经.{2,40}?(?:审核|审定|审查|审议|批准|同意|确认|把关|签批)(?:同意|把关|通过|签字)*[后，]?"
)
_CHARGE = re.compile(f"^(?:[，,、请并也都均还]|{MUST})+")
_REVIEWED = re.compile(f"(?:{REVIEWS}|研究|同意|批准|确认|并|、)+")
_TIMES = re.compile(r"^(?:[一二两三四]|\d+)次$")
_CUT_OFF = re.compile("(?:[的和及与或、，将把由对于在时前向后以]|(?<![合归兼吞])并|以及)$")
_OPENS_CUT = re.compile("^(?:[的、，由和及与或等后]|以及)")
_BARE = re.compile(
    f"(?:{ADVERB})*(?:完成|到位|实现|启动|开展|公布|公示|发布|印发|出台|建成|提出|形成|建立|做好|实施)"
)
_DOES = re.compile(rf"(?:{ADVERB})*(?:对[^，]{{2,60}}?(?:进行|开展|实施|予以)|{DOES}(?![的后]))")
_CIRCUMSTANCE = re.compile("(?:结合|按照?|根据|依据|围绕|对照|参照|通过|采取|依托|借助).{2,}$")


def makes_sense(text: str) -> bool:
    """Tell whether `text` is a whole phrase: cut off nowhere, its brackets closed."""
    return (
        len(text) > 1
        and not _CUT_OFF.search(text)
        and not _OPENS_CUT.search(text)
        and all(text.count(one) == text.count(other) for one, other in ("（）", "《》", "“”"))
        and not first_limit(text)
    )


def is_taken(text: str) -> bool:
    """Tell whether 将 or 把 stands in `text` before what is handed in."""
    return bool(_TAKES.search(text))


def object_in(text: str) -> str:
    """Return what is handed in or done; who approves it (经市政府审定后) is no part of it."""
    taken = [found.end() for found in _TAKES.finditer(text)]
    # What 将 takes begins right behind it: 基本情况 and 全部材料 have no adverb.
    what = text[taken[-1] :] if taken else _BEFORE_OBJECT.sub("", text)
    what = _AFTER_APPROVAL.sub("", _AFTER.sub("", what))
    if not makes_sense(what) or _TIMES.match(what) or _REVIEWED.fullmatch(what):
        return ""
    return healed(what)


def done_by(before: str, after: str) -> str:
    """Return what is to be done by a limit that stands between `before` and `after`, or nothing.

    于6月底前完成任务 says it behind the limit, 将台账于6月底前完成 before it.
    """
    after, before = _CHARGE.sub("", after), _PREPOSITION.sub("", before)
    if _BARE.fullmatch(after):
        return object_in(before) if is_taken(before) else ""
    before = _AFTER.sub("", _BEFORE.sub("", before))
    if before and not _CIRCUMSTANCE.match(before):
        return ""
    return healed(after) if _DOES.match(after) and makes_sense(after) else ""
