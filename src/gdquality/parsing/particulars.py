"""The particulars of a document, in the layout of GB/T 9704-2012, as far as they are printed.

Only the title is required, and is the file's name where none is printed. Nothing is taken from
where the standard does not put it: what a site prints around the text (menus, 来源：) is not the
document's. The annotation (附注) with the person to contact is never read.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from unicodedata import normalize

from gdquality.parsing.passages import Passage, healed

_KIND = (
    "决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要"
    "|方案|办法|规定|细则|措施|计划|规划|要点|清单|分工|分解表|分工表|一览表|政策|行动"
)
"""The kinds of official documents (党政机关公文处理工作条例 2012, 8) and what they bring along."""

_NUMBER = re.compile(
    r"([一-鿿]{2,12})\s*[〔\[［【(（]\s*([12]\d{3})\s*[〕\]］】)）]\s*第?\s*(\d{1,5})\s*号"
)
_TITLE = re.compile(rf"(?:[^，。；：《》]|《[^《》]*》){{4,}}(?:{_KIND})(?:[（(][^）)]*[）)])?")
_YEAR_AND_SERIAL = re.compile(r"[〔\[［【(（]([12]\d{3})[〕\]］】)）]第?(\d{1,5})号")
_TITLE_THEN_SIGN = re.compile(
    rf"(?P<title>[^，。；：]{{0,40}}关于[^。；]{{4,80}}?(?:{_KIND}))[（(]?(?P<sign>[一-鿿]{{2,8}})$"
)
_SIGN = re.compile(r"文件(?P<sign>[一-鿿]{2,8})$")
_TITLE_AFTER = re.compile(
    rf"(?P<title>[^，。；：]{{0,40}}关于[^。；]{{4,80}}?(?:{_KIND}))(?=各|[一-鿿]{{2,20}}[：:，])"
)
_ISSUED_TITLE = re.compile(r"《([^》]{4,80})》(?=已经?.{2,40}(?:同意|通过|审定)|(?:现)?印发给)")
_LABEL = re.compile(r"(?:标题|名称)\s*[：:]\s*")
_NO_TITLE = re.compile(r"附件|[一二三四五六七八九十]+、|[（(]|\d+[.．、]")
_CITED = re.compile(rf"》\s*[（(]\s*({_NUMBER.pattern})")
_DATE = re.compile(r"([12]\d{3})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_ATTACHMENT = re.compile(r"附件\s*\d*\s*[：:]\s*(.*)")
_COPY = re.compile(r"抄送\s*[：:]\s*(.*)")
_DISCLOSURE = re.compile(r"(?:公开方式|公开属性)\s*[：:]\s*(.*)")
_ORGAN = re.compile(
    r"[一-鿿（）\s]{2,60}(?:政府|办公厅|办公室|委员会|管委会|小组|指挥部|联席会议|[部委厅局院署会社司行办])(?:文件)?"
)
_ADDRESSED = re.compile("各|政府|单位|部门|委员会|办公[厅室]|[厅局委办院司][：:]")
_RECIPIENTS = re.compile(r"[^。；]{2,200}[：:]")

TOP = 80
"""Paragraphs in which a document begins; sites print menus of some fifty lines above it."""

LONGEST_TITLE = 100
"""Characters of the longest title: three lines of some thirty."""


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a document says of itself; None or empty where it does not."""

    title: str
    document_number: str | None = None
    issuing_organ: str | None = None
    main_recipients: tuple[str, ...] = ()
    copy_recipients: tuple[str, ...] = ()
    basis: str | None = None
    attachment: str | None = None
    disclosure: str | None = None
    issued: date | None = None


def document_numbers(text: str) -> list[str]:
    """Return the document numbers in `text`, in their own brackets (7.2.5): 〔2016〕9号."""
    return [_numbered(found) for found in _NUMBER.finditer(text)]


def read_particulars(passages: Sequence[Passage], file: str) -> Particulars:
    """Return the particulars that the prose of a document prints; else `file` is its title."""
    lines = [line for line in (healed(passage.text) for passage in passages) if line]
    top = lines[:TOP]
    number = _find(top, _is_number)
    recipients = _find(top, _are_recipients, number + 1)
    title = _title(top, number, recipients)
    prose = "\n".join(lines[max(recipients, 0) :])
    cited = _CITED.search(prose)
    return Particulars(
        title=title or PurePath(file.replace("\\", "/")).stem,
        document_number=_document_number(top, number),
        issuing_organ=_organ(lines, number, title),
        main_recipients=_names(top[recipients]) if recipients >= 0 else (),
        copy_recipients=_names(_value(lines, _COPY) or ""),
        basis=_numbered(found) if cited and (found := _NUMBER.search(cited[1])) else None,
        attachment=_value(lines, _ATTACHMENT),
        disclosure=_value(lines, _DISCLOSURE),
        issued=_issued(lines),
    )


def _find(lines: Sequence[str], matches: Callable[[str], object], start: int = 0) -> int:
    return next((i for i in range(start, len(lines)) if matches(lines[i])), -1)


def _numbered(found: re.Match[str]) -> str:
    return normalize("NFKC", f"{found[1]}〔{found[2]}〕{found[3]}号").replace("[", "〔")


def _is_number(line: str) -> bool:
    return bool(_NUMBER.fullmatch(line.strip("（）()")))


def _are_recipients(line: str) -> bool:
    return bool(_RECIPIENTS.fullmatch(line) and _ADDRESSED.search(line)) and not _DATE.search(line)


def _document_number(top: Sequence[str], number: int) -> str | None:
    return document_numbers(top[number])[0] if number >= 0 else _in_one_line(top)[1]


def _in_one_line(top: Sequence[str]) -> tuple[str, str | None]:
    """Return title and number of a document that is saved without line breaks."""
    for line in top:
        for found in _YEAR_AND_SERIAL.finditer(line, 0, 2 * LONGEST_TITLE):
            before, after = line[: found.start()], line[found.end() :]
            sign = _TITLE_THEN_SIGN.search(before) or _SIGN.search(before)
            title = sign if sign and "title" in sign.groupdict() else _TITLE_AFTER.match(after)
            if sign and title:
                return title["title"], f"{sign['sign']}〔{found[1]}〕{found[2]}号"
    return "", None


def _title(top: Sequence[str], number: int, recipients: int) -> str:
    if 0 <= number < recipients - 1:
        between = healed("".join(top[number + 1 : recipients]))
        if len(between) <= LONGEST_TITLE:
            return between
    plain = [_LABEL.sub("", line, count=1) for line in top]
    return (
        next((line for line in plain if "关于" in line and _is_title(line)), "")
        or _in_one_line(plain)[0]
        or next((found[1] for line in plain if (found := _ISSUED_TITLE.search(line))), "")
        or next(filter(_is_title, _joined(plain)), "")
    )


def _joined(lines: Sequence[str]) -> Iterator[str]:
    """Yield each line alone and with the one or two after it, since long titles are broken."""
    for start, line in enumerate(lines):
        if not _NO_TITLE.match(line):
            yield from ("".join(lines[start:end]) for end in range(start + 1, start + 4))


def _is_title(line: str) -> bool:
    return len(line) <= LONGEST_TITLE and not _NO_TITLE.match(line) and bool(_TITLE.fullmatch(line))


def _organ(lines: Sequence[str], number: int, title: str) -> str | None:
    if organs := _organs_above(lines, number):
        return organs
    before, about, _ = title.partition("关于")
    if about and _ORGAN.fullmatch(before):
        return before
    return _organs_above(lines, _find(lines, _DATE.fullmatch, 1))


def _organs_above(lines: Sequence[str], below: int) -> str | None:
    """Return the organs in the lines right above one, of a joint document several."""
    found: list[str] = []
    for line in reversed(lines[: max(below, 0)]):
        if line != "文件":
            if not _ORGAN.fullmatch(line):
                break
            found.insert(0, line.removesuffix("文件"))
    return "、".join(found) or None


def _issued(lines: Sequence[str]) -> date | None:
    for line in lines:
        if found := _DATE.fullmatch(line):
            try:
                return date(*map(int, found.groups()))
            except ValueError:
                continue
    return None


def _value(lines: Sequence[str], label: re.Pattern[str]) -> str | None:
    for line in lines:
        match = label.match(line)
        if match and match[1]:
            return match[1].rstrip("。")
    return None


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in re.split("[，,]", text.rstrip("。：:")) if name.strip())
