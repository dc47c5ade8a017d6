"""What a file or a picture says of the notice that its answer is from."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from gdquality.dataset import Dataset


class Caption(NamedTuple):
    """A notice as others are told of it: what of it is not known is empty.

    `unsure` places of the document were not read, or not for certain.
    """

    title: str
    number: str
    issued: date | None
    file: str
    unsure: int = 0

    @property
    def named(self) -> str:
        """Its title, as titles are quoted, and its number: 《通知》（粤办函〔2016〕553号）."""
        return f"《{self.title}》" + (f"（{self.number}）" if self.number else "")

    @property
    def source(self) -> str:
        """A line that says where the answer is from, and whether all of that was read."""
        unsure = f"，其中 {self.unsure} 处没有读，或读得没有把握" if self.unsure else ""
        return f"来源：{self.named}，据 {self.file} 整理{unsure}"


def caption_of(asked: "Dataset") -> Caption:
    """Return how others are told of the notice that is asked.

    The remarks on the packaged notice were looked through.
    """
    notice = asked.notice
    unsure = 0 if asked.data.is_packaged else len(notice.remarks)
    number = notice.document_number or ""
    return Caption(notice.title, number, notice.issued, notice.source.file, unsure)
