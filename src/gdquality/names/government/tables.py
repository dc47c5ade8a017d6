"""The files of names that come with the package, and its tab-separated tables."""

import importlib
from collections.abc import Iterator
from pathlib import Path


def packaged_text(name: str) -> str:
    """Return the text of the packaged file `name`."""
    # importlib.resources would say the same and cost as much as reading the file.
    folder = Path(importlib.import_module("gdquality.data").__path__[0])
    return (folder / name).read_text(encoding="utf-8")


def read_table(name: str) -> Iterator[list[str]]:
    """Yield the rows of the packaged table `name`, without its comments and heading."""
    lines = iter(packaged_text(name).splitlines())
    for line in lines:
        if not line.startswith("#"):
            break  # the heading
    yield from (line.split("\t") for line in lines)
