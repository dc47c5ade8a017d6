"""The particulars of the document around its table, in the layout of GB/T 9704-2012."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from gdquality.errors import Problem
from gdquality.notice.text import Line, Paragraph, heal, paragraphs_of
from gdquality.records import Section

_NUMBER = re.compile(r"[一-鿿]+〔[0-9]{4}〕[0-9]+号")
_ATTACHMENT = re.compile(r"附件[：:]\s*(.*)")
_COPY = re.compile(r"抄送[：:]\s*(.*)")
_DISCLOSURE = re.compile(r"公开方式[：:]\s*(.*)")
_AFTER_TABLE = re.compile(
    r"[（(]?(?:公开方式|抄送|分送|主送|附件|附注|联系人|校对|主题词|备注|注|.*印发)"
)
_DATE = re.compile(r"[（(]?(\d{4})年(\d{1,2})月(\d{1,2})日[)）]?")
_SECTION = re.compile(r"[一二三四五六七八九十]+、([^。]+)。")
_CITED = re.compile(rf"》（({_NUMBER.pattern})）")


@dataclass(frozen=True, slots=True)
class Heading:
    """The document without its table.

    `body` is the prose between the recipients and the attachment or the date of `issued`.
    """

    document_number: str
    title: str
    issuing_organ: str
    main_recipients: tuple[str, ...]
    copy_recipients: tuple[str, ...]
    basis: str | None
    attachment: str | None
    disclosure: str | None
    issued: date | None
    sections: tuple[Section, ...]
    body: tuple[Paragraph, ...]


def read_heading(before: Sequence[Line], after: Sequence[Line]) -> Heading | list[Problem]:
    """Return the particulars printed `before` and `after` the table, or what is missing.

    Issuing organ, document number, title and main recipients are required; the rest is None or
    empty where the document has none. The annotation (附注) with the person to contact is never
    read.
    """
    printed, after = _whole(before), _whole(after)
    number = _find(printed, _NUMBER.fullmatch)
    recipients = _find(printed, lambda text: text.endswith(("：", ":")), number + 1)
    problems = [*_missing(printed, number, recipients), *_stray_lines(after)]
    if problems:
        return problems
    signature = _signature(printed)
    ends = (_find(printed, _ATTACHMENT.match, recipients), signature)
    end = min((one for one in ends if one > recipients), default=len(printed))
    body = tuple(paragraphs_of(printed[recipients + 1 : end]))
    prose = "".join(paragraph.text for paragraph in body)
    cited = _CITED.search(prose)
    return Heading(
        document_number=printed[number].text,
        title=heal("".join(line.text for line in printed[number + 1 : recipients])),
        issuing_organ=printed[0].text.removesuffix("文件"),
        main_recipients=_names(printed[recipients].text),
        copy_recipients=_names(_value(after, _COPY) or ""),
        basis=cited[1] if cited else None,
        attachment=_value(printed[end:], _ATTACHMENT),
        disclosure=_value(after, _DISCLOSURE),
        issued=_day(printed[signature].text) if signature > recipients else None,
        sections=tuple(_sections(body)),
        body=body,
    )


def _signature(printed: Sequence[Line]) -> int:
    """Return which line is the date of issue (成文日期), alone after the last sentence, or -1."""
    for index in range(len(printed) - 1, -1, -1):
        if _day(printed[index].text):
            return index
        if "。" in printed[index].text:
            break
    return -1


def _day(text: str) -> date | None:
    found = _DATE.fullmatch("".join(text.split()))
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _sections(body: Sequence[Paragraph]) -> Iterator[Section]:
    for paragraph in body:
        if heading := _SECTION.match(paragraph.text):
            yield Section(heading[1], paragraph.line_at(0))


def _find(lines: Sequence[Line], matches: Callable[[str], object], start: int = 0) -> int:
    return next((i for i in range(start, len(lines)) if matches(lines[i].text)), -1)


def _missing(printed: Sequence[Line], number: int, recipients: int) -> list[Problem]:
    top = printed[0].number if printed else 1
    if number < 0:
        return [Problem("没有发文字号，如“粤办函〔2016〕553号”", top)]
    if number == 0:
        return [Problem("发文字号之前没有发文机关", top)]
    if recipients < 0:
        return [Problem("没有以“：”结尾的主送机关", printed[number].number)]
    if recipients == number + 1:
        return [Problem("发文字号与主送机关之间没有标题", printed[number].number)]
    return []


def _stray_lines(after: Sequence[Line]) -> list[Problem]:
    return [
        Problem("表格之后有不认识的行：像是表格的一部分", line.number)
        for line in after
        if line.text and not _AFTER_TABLE.match(line.text)
    ]


def _whole(lines: Sequence[Line]) -> list[Line]:
    """Return healed lines; what ends in a comma goes on in the next."""
    whole: list[Line] = []
    for line in lines:
        text = heal(line.text)
        if text and whole and whole[-1].text.endswith(("，", "、", ",")):
            whole[-1] = Line(whole[-1].number, whole[-1].text + text)
        else:
            whole.append(Line(line.number, text))
    return [line for line in whole if line.text]


def _value(lines: Sequence[Line], label: re.Pattern[str]) -> str | None:
    for line in lines:
        match = label.match(line.text)
        if match and match[1]:
            return match[1].rstrip("。")
    return None


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for name in re.split("[，,]", text.rstrip("。：:")) if name)
