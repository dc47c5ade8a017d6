"""The files that a database is built from: of folders of this machine, and below addresses."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from gdquality.collection.addresses import files_at, is_address, opened_at
from gdquality.collection.file_state import FileState
from gdquality.errors import InputError, Problem
from gdquality.files import reason

_NO_NOTICE = (".", "~$")
"""How the names begin of what is hidden, and of what Word puts beside a document that is open."""


class Found(NamedTuple):
    """A file: how it looks, and the path or address by which it is read."""

    state: FileState
    path: str


def files_in(sources: Iterable[str]) -> Iterator[Found]:
    """Yield the files in `sources` at any depth, in order; in a folder none that is hidden.

    Raises InputError for what is not there, and for a folder that cannot be listed.
    """
    for source in sources:
        if is_address(source):
            yield from _below(source)
        else:
            yield from (Found(FileState.of(path), path) for path in _of_this_machine(source))


def top_of(source: str) -> str:
    """Return what the paths of all files in `source` begin with."""
    if is_address(source):
        with opened_at(source) as (system, path):
            return str(system.unstrip_protocol(path))
    return _absolute(source)


def _below(address: str) -> Iterator[Found]:
    top = top_of(address)
    for path, state in files_at(address):
        parts = path.removeprefix(top).split("/")
        if path == top or not any(part.startswith(_NO_NOTICE) for part in parts):
            yield Found(state, path)


def _of_this_machine(source: str) -> Iterator[str]:
    top = _absolute(source)
    if not Path(top).exists():
        raise InputError(source, Problem("没有这个文件或文件夹"))
    if not Path(top).is_dir():
        yield top
        return
    for parent, folders, names in os.walk(top, onerror=_refuse):
        folders[:] = sorted(name for name in folders if not name.startswith(_NO_NOTICE))
        for name in sorted(names):
            if not name.startswith(_NO_NOTICE):
                yield os.path.join(parent, name)  # noqa: PTH118 -- of a hundred thousand files


def _refuse(error: OSError) -> None:
    raise InputError(str(error.filename), Problem(f"无法读取：{reason(error)}"))


def _absolute(path: str) -> str:
    return os.path.abspath(path)  # noqa: PTH100 -- resolves no links, which files may be
