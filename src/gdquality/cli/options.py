"""The options that several commands share."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from gdquality.dataset import Dataset

Format = Literal["table", "json"]
"""How an answer is written."""


DataOption = Annotated[
    Path | None,
    typer.Option("--data", metavar="DIR", envvar="GDQ_DATA", help="换用 DIR 中的数据。"),
]

FormatOption = Annotated[Format, typer.Option("--format", "-f", help="输出格式。")]


def dataset(folder: Path | None) -> Dataset:
    """Return the data set that the option names; an empty GDQ_DATA names none."""
    return Dataset(folder if folder and str(folder) != "." else None)
