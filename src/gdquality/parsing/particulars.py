"""The particulars of a document, in the layout of GB/T 9704-2012, as far as they are printed.

Only the title is required, and is the file's name where none is printed. Nothing is taken from
where the standard does not put it: what a site prints around the text (menus, 来源：) is not the
document's. The annotation (附注) with the person to contact is never read.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from unicodedata import normalize

from gdquality.parsing.columns import column_of, is_role
from gdquality.parsing.passages import Passage, healed
from gdquality.parsing.titles import LONGEST_TITLE, caption, in_one_line, title_in

_NUMBER = re.compile(
    r"([一-鿿]{2,12})\s*[〔\[［【(（]\s*([12]\d{3})\s*[〕\]］】)）]\s*第?\s*(\d{1,5})\s*号"
)
_CITED = re.compile(rf"》\s*[（(]\s*({_NUMBER.pattern})")
_DATE = re.compile(r"([12]\d{3})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_ATTACHMENT = re.compile(r"附件\s*\d*\s*[：:]\s*(.*)")
_LISTED = re.compile(r"(\d{1,2})\s*[.．、]")
_COPY = re.compile(r"抄送\s*[：:]\s*(.*)")
_DISCLOSURE = re.compile(r"(?:公开方式|公开属性)\s*[：:]\s*(.*)")
_ORGAN = re.compile(
    r"[一-鿿（）\s]{2,60}(?:政府|办公厅|办公室|委员会|管委会|小组|指挥部|联席会议|[部委厅局院署会社司行办])(?:文件)?"
)
_ADDRESSED = re.compile("各|政府|单位|部门|委员会|办公[厅室]|[厅局委办院司][：:]")
_EACH = ("各", "有关", "相关")
"""What a line begins with that is addressed to 各责任单位, and no label of who they are."""

_RECIPIENTS = re.compile(r"[^。；]{2,200}[：:]")

_LINES_OF_TOP = 80
"""Paragraphs in which a document begins; sites print menus of some fifty lines above it."""


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


def _document_numbers(text: str) -> list[str]:
    """Return the document numbers in `text`, in their own brackets (7.2.5): 〔2016〕9号."""
    return [_numbered(found) for found in _NUMBER.finditer(text)]


def read_particulars(
    passages: Sequence[Passage], captions: Sequence[str], signature: Sequence[str], file: str
) -> Particulars:
    """Return the particulars that the prose of a document prints.

    Where it prints no title, the first of the `captions` of its tables is one, or else the name of
    the `file`. Without any prose the captions, and the `signature` below a table, are all there is.
    """
    prose_lines = [line for line in (healed(passage.text) for passage in passages) if line]
    lines = [*(prose_lines or captions), *signature]
    top = lines[:_LINES_OF_TOP]
    number = _find(top, _is_number)
    recipients = _find(top, _are_recipients, number + 1)
    title = title_in(top, number, recipients)
    organ = _organ(lines, number, title)
    prose = "\n".join(lines[max(recipients, 0) :])
    cited = _CITED.search(prose)
    return Particulars(
        title=title or caption(captions) or PurePath(file.replace("\\", "/")).stem,
        document_number=_document_number(top, number),
        issuing_organ=organ,
        main_recipients=_names(top[recipients]) if recipients >= 0 else (),
        copy_recipients=_names(_value(lines, _COPY) or ""),
        basis=_numbered(found) if cited and (found := _NUMBER.search(cited[1])) else None,
        attachment=_attachment(lines),
        disclosure=_value(lines, _DISCLOSURE),
        issued=_issued(lines) or _signed(top[0] if top else "", organ),
    )


def is_date(line: str) -> bool:
    """Tell whether a line has nothing but a date."""
    return bool(_DATE.fullmatch(line))


def is_organ(line: str) -> bool:
    """Tell whether a line has nothing but what may issue a document."""
    return bool(_ORGAN.fullmatch(line))


def _find(lines: Sequence[str], matches: Callable[[str], object], start: int = 0) -> int:
    return next((i for i in range(start, len(lines)) if matches(lines[i])), -1)


def _numbered(found: re.Match[str]) -> str:
    return normalize("NFKC", f"{found[1]}〔{found[2]}〕{found[3]}号").replace("[", "〔")


def _is_number(line: str) -> bool:
    return bool(_NUMBER.fullmatch(line.strip("（）()")))


def _are_recipients(line: str) -> bool:
    if not _RECIPIENTS.fullmatch(line) or not _ADDRESSED.search(line) or _DATE.search(line):
        return False
    return line.startswith(_EACH) or not is_role(column_of(line.rstrip("：:")))


def _document_number(top: Sequence[str], number: int) -> str | None:
    return _document_numbers(top[number])[0] if number >= 0 else in_one_line(top)[1]


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


def _signed(line: str, organ: str | None) -> date | None:
    """Return the date behind the `organ` that signs a document saved as one `line`."""
    if organ is None or len(line) <= LONGEST_TITLE:
        return None
    signed = rf"{re.escape(organ)}\s*({_DATE.pattern})(?!\s*(?:印发|发布|公布|制定))"
    found = re.search(signed, line)
    return _issued([found[1]]) if found else None


def _value(lines: Sequence[str], label: re.Pattern[str]) -> str | None:
    for line in lines:
        match = label.match(line)
        if match and match[1]:
            return match[1].rstrip("。")
    return None


def _attachment(lines: Sequence[str]) -> str | None:
    """Return what is attached: 1．… on the line of 附件：, and those that it counts on below."""
    at = _find(lines, _has_attachment)
    if at < 0:
        return None
    found = [_value(lines[at : at + 1], _ATTACHMENT) or ""]
    if number := _LISTED.match(found[0]):
        for line in lines[at + 1 :]:
            following = _LISTED.match(line)
            if not following or int(following[1]) != int(number[1]) + len(found):
                break
            found.append(line.rstrip("。"))
    return "；".join(found)


def _has_attachment(line: str) -> bool:
    found = _ATTACHMENT.match(line)
    return bool(found and found[1])


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in re.split("[，,]", text.rstrip("。：:")) if name.strip())
