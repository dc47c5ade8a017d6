"""What a document saved as one line says of itself."""

from datetime import date

import pytest

from gdquality.names.registry import Registry
from gdquality.parsing import parse

BODY = f"各县市区人民政府：{'继续推进各项工作。' * 60}衡阳市人民政府办公室2023年5月6日"


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("衡阳市人民政府办公室关于印发工作方案的通知", None),
        ("衡阳市人民政府办公室关于印发《衡阳市工作方案》的通知", None),
        ("衡阳市人民政府办公室关于加快发展的实施意见", None),
        ("衡阳市人民政府办公室关于印发工作方案的通知", "衡政办发〔2023〕5号"),
    ],
)
def test_one_line(title: str, number: str | None, registry: Registry) -> None:
    """Title, number, issuing organ and date are read from one line."""
    notice = parse(f"{title}{number or ''}{BODY}".encode(), "notice.txt", registry)
    said = (notice.title, notice.document_number, notice.issuing_organ, notice.issued)
    assert said == (title, number, "衡阳市人民政府办公室", date(2023, 5, 6))


@pytest.mark.parametrize(
    "text",
    ["关于进一步通知各单位的工作", "市政府关于加快发展的意见要求，各单位", "衡阳市的工作方案"],
)
def test_prose_is_no_title(text: str, registry: Registry) -> None:
    """What a long line begins with is no title if it only tells of one."""
    assert parse(f"{text}{BODY}".encode(), "notice.txt", registry).title == "notice"
