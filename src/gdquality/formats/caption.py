"""What a file or a picture says of the notice that its answer is from."""

from datetime import date
from typing import NamedTuple

from gdquality.records import Notice


class Caption(NamedTuple):
    """A notice as others are told of it: what of it is not known is empty."""

    title: str
    number: str
    issued: date | None
    file: str

    @property
    def named(self) -> str:
        """Its title, as titles are quoted, and its number: 《通知》（粤办函〔2016〕553号）."""
        return f"《{self.title}》" + (f"（{self.number}）" if self.number else "")

    @property
    def source(self) -> str:
        """A line that says where the answer is from."""
        return f"来源：{self.named}，据 {self.file} 整理"


def caption_of(notice: Notice) -> Caption:
    """Return how others are told of `notice`."""
    return Caption(notice.title, notice.document_number or "", notice.issued, notice.source.file)
