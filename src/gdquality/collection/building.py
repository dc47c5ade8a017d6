"""Files and folders of any format → the database of many notices."""

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from gdquality.collection.reading import Outcome, Reader, parser_of
from gdquality.collection.workers import Workers
from gdquality.collection.writing import FileState, Writer, as_text
from gdquality.errors import InputError, Problem
from gdquality.files import read_bytes, reason
from gdquality.names.registry import Registry

SECONDS = 60.0
"""Time by the clock that one file may take."""


@dataclass(slots=True)
class Tally:
    """How far a build has come: files of all, and what became of them."""

    files: int
    unchanged: int = 0
    read: int = 0
    remarks: int = 0
    failures: int = 0

    @property
    def done(self) -> int:
        """Files that are done with."""
        return self.unchanged + self.read + self.failures


class Watcher(Protocol):
    """Whoever is told how far a build has come."""

    def __call__(self, tally: Tally) -> object:
        """Take note of `tally`."""


def build(  # noqa: PLR0913 -- what is read, where to, how, and who is told
    sources: Sequence[Path],
    connection: sqlite3.Connection,
    registry: Registry,
    watch: Watcher,
    *,
    jobs: int,
    seconds: float = SECONDS,
) -> Tally:
    """Read the files in `sources`, and write to `connection` what they hold.

    Files that are there as they were are not read again; those of `sources` that are gone go. In
    `jobs` processes, none of which may take longer than `seconds` for a file. Raises InputError for
    a source that is not there or cannot be listed, and sqlite3.Error where nothing can be written.
    """
    own = _own_files(connection)
    paths = [path for path in dict.fromkeys(_files_in(sources)) if path not in own]
    tally = Tally(len(paths))
    reader = Reader(registry)
    with (
        Writer(connection, reader, parser_of(registry)) as writer,
        Workers[FileState](registry, jobs, seconds) as workers,
    ):
        watch(tally)
        for file, outcome in workers.read(_to_read(paths, writer, seconds, tally, watch)):
            writer.put(file, outcome)
            _count(outcome, tally)
            watch(tally)
        writer.keep_only(map(as_text, paths), map(_absolute, sources))
    return tally


def _to_read(
    paths: Iterable[str], writer: Writer, seconds: float, tally: Tally, watch: Watcher
) -> Iterator[tuple[FileState, str]]:
    """Yield the files that are to be read; take note of the others."""
    for path in paths:
        file = FileState.of(path)
        if writer.is_read(file, seconds) or writer.know_again(file, _content(path)):
            tally.unchanged += 1
            watch(tally)
        else:
            yield file, path


def _count(outcome: Outcome, tally: Tally) -> None:
    if outcome.parsed:
        tally.read += 1
        tally.remarks += len(outcome.parsed.rows["remarks"])
    else:
        tally.failures += 1


def _content(path: str) -> str:
    """Return the SHA-256 of a file, or nothing of one that cannot be read."""
    try:
        return hashlib.sha256(read_bytes(Path(path))).hexdigest()
    except InputError:
        return ""


def _files_in(sources: Iterable[Path]) -> Iterator[str]:
    """Yield the files in `sources` at any depth, in order; in a folder none that is hidden.

    Nor those with which Word says that a document is open: ~$通知.docx.

    Raises InputError for what is not there, and for a folder that cannot be listed.
    """
    for source in sources:
        top = _absolute(source)
        if not Path(top).exists():
            raise InputError(str(source), Problem("没有这个文件或文件夹"))
        if not Path(top).is_dir():
            yield top
            continue
        for parent, folders, names in os.walk(top, onerror=_refuse):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                if not name.startswith((".", "~$")):
                    yield os.path.join(parent, name)  # noqa: PTH118 -- of a hundred thousand files


def _refuse(error: OSError) -> None:
    raise InputError(str(error.filename), Problem(f"无法读取：{reason(error)}"))


def _absolute(path: Path) -> str:
    return os.path.abspath(path)  # noqa: PTH100 -- resolves no links, which files may be


def _own_files(connection: sqlite3.Connection) -> set[str]:
    """Return the files of the database itself, which may lie among its sources."""
    [(_, _, path)] = connection.execute("PRAGMA database_list").fetchall()[:1]
    return {path, f"{path}-journal"}
