"""What a document says of itself, as headings and values."""

from collections.abc import Iterator

from gdquality.queries.answers import Particulars
from gdquality.records import Place


def particulars(answer: Particulars) -> Iterator[tuple[str, str]]:
    """Yield heading and value of each particular that the document has."""
    notice = answer.notice
    known = (
        ("发文字号", notice.document_number or ""),
        ("标题", notice.title),
        ("发文机关", notice.issuing_organ or ""),
        ("地方", notice.jurisdiction or ""),
        ("成文日期", notice.issued.isoformat() if notice.issued else ""),
        ("主送机关", "；".join(notice.main_recipients)),
        ("抄送机关", "；".join(notice.copy_recipients)),
        ("依据", notice.basis or ""),
        ("附件", notice.attachment or ""),
        ("公开方式", notice.disclosure or ""),
    )
    yield from ((heading, value) for heading, value in known if value)
    begins = [_order(section.place) for section in notice.sections]
    for section, begin, end in zip(notice.sections, begins, [*begins, None][1:], strict=False):
        duties = [
            one.what
            for one in notice.deadlines
            if begin <= _order(one.place) and (end is None or _order(one.place) < end)
        ]
        yield "正文", "：".join([section.heading, *["；".join(duties)] * bool(duties)])
    yield from (("说明", note) for note in notice.notes)
    yield "任务", f"{len(notice.tasks)} 项"
    yield "报送要求", f"{len(notice.deadlines)} 项"
    yield "来源", f"{notice.source.file}，SHA-256 {notice.source.sha256}"


def _order(place: Place) -> tuple[str, int, int]:
    return place.part, place.row, place.column
