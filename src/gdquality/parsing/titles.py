"""The title of a document, where GB/T 9704-2012 puts it, or where sites and tables do."""

import re
from collections.abc import Iterator, Sequence

from gdquality.parsing.columns import column_of, is_role
from gdquality.parsing.compact import in_simplified
from gdquality.parsing.passages import healed

_KIND = (
    "决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要"
    "|方案|办法|规定|细则|措施|计划|规划|要点|清单|分工|分解|分解表|分工表|一览表|政策|行动"
)
"""The kinds of official documents (党政机关公文处理工作条例 2012, 8) and what they bring along."""

_ABOUT = re.compile("关于|關於")
_TITLE = re.compile(rf"(?:[^，。；：《》]|《[^《》]*》){{4,}}(?:{_KIND})(?:[（(][^）)]*[）)])?")
_YEAR_AND_SERIAL = re.compile(r"[〔\[［【(（]([12]\d{3})[〕\]］】)）]第?(\d{1,5})号")
_TITLE_THEN_SIGN = re.compile(
    rf"(?P<title>[^，。；：]{{0,40}}关于[^。；]{{4,80}}?(?:{_KIND}))(?!的)[（(]?(?P<sign>[一-鿿]{{2,8}})$"
)
_SIGN = re.compile(r"文件(?P<sign>[一-鿿]{2,8})$")
_TITLE_AFTER = re.compile(
    rf"(?P<title>[^，。；：]{{0,40}}关于[^。；]{{4,80}}?(?:{_KIND}))(?=各|[一-鿿]{{2,20}}[：:，])"
)
_TITLE_FIRST = re.compile(
    rf"(?:[^，。；：\s]{{2,40}}?(?:政府|办公[厅室]|委员会|[委厅局部]))?关于[^，。；：]{{2,80}}?的[一-鿿]{{0,4}}?(?:{_KIND})"
    "(?=各|为|根据|[一-鿿、（）]{2,30}[：:])"
)
"""The title that begins a document saved as one line, and to whom or why it goes on."""

_ISSUED_TITLE = re.compile(r"《([^》]{4,80})》(?=已经?.{2,40}(?:同意|通过|审定)|(?:现)?印发给)")
_LABEL = re.compile(r"(?:标题|名称)\s*[：:]\s*")
_NO_TITLE = re.compile(r"附件|序号|[一二三四五六七八九十]+、|[（(]|\d+[.．、]")

_LONGEST_WORD = 2
"""Characters of a line with which no title begins that goes on in the next line: 任务."""

LONGEST_TITLE = 100
"""Characters of the longest title: three lines of some thirty."""


def caption(captions: Sequence[str]) -> str:
    """Return the first of the `captions` of tables that may be the title of the document."""
    return next((line for line in captions if _may_be_title(line) and "：" not in line), "")


def in_one_line(top: Sequence[str]) -> tuple[str, str | None]:
    """Return title and number of a document that is saved without line breaks."""
    for line in top:
        for found in _YEAR_AND_SERIAL.finditer(line, 0, 2 * LONGEST_TITLE):
            before, after = line[: found.start()], line[found.end() :]
            sign = _TITLE_THEN_SIGN.search(before) or _SIGN.search(before)
            title = sign if sign and "title" in sign.groupdict() else _TITLE_AFTER.match(after)
            if sign and title:
                return title["title"], f"{sign['sign']}〔{found[1]}〕{found[2]}号"
    first = _TITLE_FIRST.match(top[0]) if top and len(top[0]) > 2 * LONGEST_TITLE else None
    return first[0] if first else "", None


def title_in(top: Sequence[str], number: int, recipients: int) -> str:
    """Return the title in the `top` of a document, empty where it prints none.

    `number` and `recipients` are the lines of these, -1 for none: between them it stands.
    """
    if 0 <= number < recipients - 1:
        between = healed("".join(top[number + 1 : recipients]))
        if len(between) <= LONGEST_TITLE:
            return between
    plain = [_LABEL.sub("", line, count=1) for line in top]
    return (
        next((line for line in plain if _ABOUT.search(line) and _is_title(line)), "")
        or in_one_line(plain)[0]
        or next((found[1] for line in plain if (found := _ISSUED_TITLE.search(line))), "")
        or next(filter(_is_title, _joined(plain)), "")
    )


def _joined(lines: Sequence[str]) -> Iterator[str]:
    """Yield each line alone and with the one or two after it, since long titles are broken.

    The heading of a column, 单位 or 牵头单位, begins none with what stands in the next cells.
    """
    for start, line in enumerate(lines):
        is_heading = len(line) <= _LONGEST_WORD or is_role(column_of(line))
        if not (is_heading or _NO_TITLE.match(line)):
            yield from ("".join(lines[start:end]) for end in range(start + 1, start + 4))


def _is_title(line: str) -> bool:
    return _may_be_title(line) and bool(_TITLE.fullmatch(in_simplified(line)))


def _may_be_title(line: str) -> bool:
    return len(line) <= LONGEST_TITLE and not _NO_TITLE.match(line)
