"""`gdq resolve`: names → canonical names, one by one or a stream of them."""

import sys
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated

import typer

from gdquality.cli.asking import load_names
from gdquality.cli.completion import agency_names
from gdquality.cli.options import InOption, NamesDataOption, OutputOption, StreamFormatOption
from gdquality.cli.output import emit_one_by_one
from gdquality.cli.output_file import ForceOption, destination
from gdquality.cli.progress import ProgressBar
from gdquality.cli.standard_input import names_of_lines, size_of
from gdquality.errors import GdqError
from gdquality.formats import AnswerFormat

if TYPE_CHECKING:
    from gdquality import Dataset
    from gdquality.names.resolve import Resolution
    from gdquality.queries.answers import NotAName

REMEMBERED = 4096
"""Names of a stream whose answers are kept: in a column of a table the same ones come again."""


def resolve(
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="NAME...",
            help="单位名称；- 从标准输入逐行读取。",
            autocompletion=agency_names,
        ),
    ],
    in_: InOption = None,
    format_: StreamFormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    data: NamesDataOption = None,
) -> int:
    """把各种叫法对应到单位全称。

    例：

    gdq resolve 质监局 fgw 環境保護廳

    gdq resolve --in 湖南省 发改委 财政部
    """
    from gdquality.formats import resolutions
    from gdquality.queries.answers import ResolutionList

    if "-" in names and len(names) > 1:
        raise GdqError("- 不能与名称同用", hint="gdq resolve - < names.txt")
    chosen = load_names(data, in_)
    tally = Tally()
    from_stdin = names == ["-"]
    usual: AnswerFormat = "tsv" if from_stdin else "table"
    to = destination(format_, output, force=force, usual=usual)
    bar = ProgressBar(size_of(sys.stdin), answer_follows=to.kind not in ("tsv", "json"))
    chunks: Iterator[list[str | NotAName]] = (
        names_of_lines(bar) if from_stdin else iter([[*_listed(names, chosen)]])
    )
    resolved = lru_cache(REMEMBERED)(chosen.resolve)
    answers = (
        tally.count([resolved(one) if isinstance(one, str) else one for one in chunk])
        for chunk in chunks
    )
    emit_one_by_one(
        answers,
        to,
        resolutions.FIELDS,
        resolutions.cells_of,
        resolutions.object_of,
        ResolutionList,
    )
    return tally.exit_code()


def _listed(arguments: list[str], data: "Dataset") -> list[str]:
    """Return the names of the arguments, several of one that is a list as it is pasted."""
    return [name for argument in arguments for name in data.names_in(argument)]


class Tally:
    """What became of the names so far, for the exit code."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.failed = False
        self.ambiguous = False

    def count(self, answers: "list[Resolution | NotAName]") -> "list[Resolution | NotAName]":
        """Take note of `answers`, and return them."""
        from gdquality.formats.resolutions import status_of

        found = {status_of(answer) for answer in answers}
        self.failed |= not found.isdisjoint(("unknown", "unreadable"))
        self.ambiguous |= "ambiguous" in found
        return answers

    def exit_code(self) -> int:
        """Return 1 if a name was not resolved, else 3 if one was ambiguous, else 0."""
        if self.failed:
            return 1
        return 3 if self.ambiguous else 0
