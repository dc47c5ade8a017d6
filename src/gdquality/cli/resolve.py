"""`gdq resolve`: names → canonical names, one by one or a stream of them."""

import sys
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from gdquality import load
from gdquality.cli.completion import agency_names
from gdquality.cli.options import FORMATS, DataOption
from gdquality.cli.output import emit, emit_answer
from gdquality.cli.progress import ProgressBar
from gdquality.cli.standard_input import lines_of_standard_input, size_of
from gdquality.errors import GdqError
from gdquality.formats import AnswerFormat

if TYPE_CHECKING:
    from gdquality.resolve import Resolution


def resolve(
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="NAME...",
            help="单位名称；- 从标准输入逐行读取。",
            autocompletion=agency_names,
        ),
    ],
    format_: Annotated[
        AnswerFormat | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=f"{FORMATS}；默认 table，读标准输入时 tsv。",
        ),
    ] = None,
    data: DataOption = None,
) -> int:
    """把各种叫法对应到单位全称。

    例：

    gdq resolve 质监局 fgw 環境保護廳

    gdq resolve - < names.txt
    """
    from gdquality.formats import resolutions, streams
    from gdquality.query import ResolutionList

    if "-" in names and len(names) > 1:
        raise GdqError("- 不能与名称同用", hint="gdq resolve - < names.txt")
    chosen = load(data)
    tally = Tally()
    from_stdin = names == ["-"]
    kind = format_ or ("tsv" if from_stdin else "table")
    bar = ProgressBar(size_of(sys.stdin), answer_follows=kind not in ("tsv", "json"))
    chunks = tally.standard_input(bar) if from_stdin else iter([names])
    answers = (tally.count([chosen.resolve(name) for name in chunk]) for chunk in chunks)
    match kind:
        case "tsv":
            for text in streams.tsv(resolutions.FIELDS, answers, resolutions.cells_of):
                emit(text)
        case "json":
            for text in streams.json_array(answers, resolutions.object_of):
                emit(text, "json")
        case other:
            emit_answer(ResolutionList(tuple(chain.from_iterable(answers))), other)
    return tally.exit_code()


class Tally:
    """What became of the names so far, for the exit code."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.failed = False
        self.ambiguous = False

    def count(self, answers: "list[Resolution]") -> "list[Resolution]":
        """Take note of `answers`, and return them."""
        from gdquality.resolve import Ambiguous, Unknown

        self.failed |= any(isinstance(answer, Unknown) for answer in answers)
        self.ambiguous |= any(isinstance(answer, Ambiguous) for answer in answers)
        return answers

    def exit_code(self) -> int:
        """Return 1 if a name was not resolved, else 3 if one was ambiguous, else 0."""
        if self.failed:
            return 1
        return 3 if self.ambiguous else 0

    def standard_input(self, bar: ProgressBar) -> Iterator[list[str]]:
        """Yield the names on standard input; a line that is not UTF-8 counts as not resolved."""
        for lines in lines_of_standard_input(bar):
            self.failed |= None in lines
            yield [line for line in lines if line]
