"""What a file or a picture says of the notice that its answer is from."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from gdquality.dataset import Dataset

if TYPE_CHECKING:
    from gdquality.collection.questions import Collection


class Caption(NamedTuple):
    """A notice as others are told of it: what of it is not known is empty.

    `unsure` places of the document were not read, or not for certain. Of many notices that are
    counted together `title` is how many.
    """

    title: str
    number: str
    issued: date | None
    file: str
    unsure: int = 0
    is_of_many: bool = False

    @property
    def named(self) -> str:
        """Its title, as titles are quoted, and its number: 《通知》（粤办函〔2016〕553号）."""
        if self.is_of_many:
            return self.title
        return f"《{self.title}》" + (f"（{self.number}）" if self.number else "")

    @property
    def source(self) -> str:
        """A line that says where the answer is from, and whether all of that was read."""
        return f"来源：{self.named}，{made_from(self.file, self.unsure)}"


def made_from(file: str, unsure: int) -> str:
    """Return from which file an answer was made, and whether all of that was read."""
    rest = f"，其中 {unsure} 处没有读，或读得没有把握" if unsure else ""
    return f"据 {file} 整理{rest}"


def caption_of(asked: "Dataset | Collection") -> Caption:
    """Return how others are told of the notice, or the notices, that are asked.

    The remarks on the packaged notice were looked through.
    """
    if not isinstance(asked, Dataset):
        return Caption(f"{len(asked.notices())} 份通知", "", None, asked.path.name, is_of_many=True)
    notice = asked.notice
    unsure = 0 if asked.data.is_packaged else len(notice.remarks)
    number = notice.document_number or ""
    return Caption(notice.title, number, notice.issued, notice.source.file, unsure)
