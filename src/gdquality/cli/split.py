"""`gdq split`: a list or role sentence → who, and as what; some of them, or a stream."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from gdquality.cli.asking import load_names
from gdquality.cli.options import InOption, NamesDataOption, OutputOption, StreamFormatOption
from gdquality.cli.output import emit_one_by_one
from gdquality.cli.output_file import ForceOption, destination
from gdquality.cli.progress import ProgressBar
from gdquality.cli.standard_input import names_of_lines, size_of
from gdquality.dataset import Dataset
from gdquality.errors import GdqError
from gdquality.formats import AnswerFormat
from gdquality.records import Role

if TYPE_CHECKING:
    from gdquality.parsing.split import Split
    from gdquality.queries.answers import NotAName


def split(
    texts: Annotated[
        list[str],
        typer.Argument(metavar="TEXT...", help="单位清单或分工表述；- 从标准输入逐行读取。"),
    ],
    as_: Annotated[
        Role | None,
        typer.Option(
            "--as",
            metavar="ROLE",
            help="原文未注明角色的单位按 lead、responsible 或 support 列出。",
        ),
    ] = None,
    in_: InOption = None,
    format_: StreamFormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    data: NamesDataOption = None,
) -> int:
    """把单位清单或分工表述拆成一个个单位：谁牵头，谁负责，谁配合。

    例：

    gdq split 省发展改革委牵头，财政厅、商务厅配合

    gdq split - < cells.txt
    """
    from gdquality.formats import splits
    from gdquality.queries.answers import SplitList

    if "-" in texts and len(texts) > 1:
        raise GdqError("- 不能与文字同用", hint="gdq split - < cells.txt")
    from_stdin = texts == ["-"]
    usual: AnswerFormat = "tsv" if from_stdin else "table"
    to = destination(format_, output, force=force, usual=usual)
    bar = ProgressBar(size_of(sys.stdin), answer_follows=to.kind not in ("tsv", "json"))
    work = Work(load_names(data, in_), as_)
    answers = work.split(names_of_lines(bar) if from_stdin else [[*texts]])
    emit_one_by_one(answers, to, splits.FIELDS, splits.cells_of, splits.object_of, SplitList)
    return 1 if work.failed else 0


class Work:
    """Takes texts apart, and knows whether something was not understood."""

    def __init__(self, dataset: Dataset, role: Role | None) -> None:
        """Split by the names of `dataset`; `role` is that of those to whom a text gives none."""
        self.dataset = dataset
        self.role = role
        self.failed = False

    def split(self, chunks: "Iterable[Sequence[str | NotAName]]") -> "Iterator[list[Split]]":
        """Yield an answer a text, of a blank or unreadable line that of an empty one."""
        for chunk in chunks:
            texts = [one if isinstance(one, str) else "" for one in chunk]
            answers = [self.dataset.split(text, self.role) for text in texts]
            unread = any(not isinstance(one, str) and one.status == "unreadable" for one in chunk)
            self.failed |= unread or not all(one.is_understood for one in answers)
            yield answers
