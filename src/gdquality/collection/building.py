"""Files and folders of any format → the database of many notices."""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from gdquality.collection.addresses import bytes_at
from gdquality.collection.file_state import FileState
from gdquality.collection.found_files import Found, files_in, top_of
from gdquality.collection.reading import Outcome, Reader, parser_of
from gdquality.collection.writing import Writer
from gdquality.errors import InputError


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


class Readers(Protocol):
    """Processes that read files, of this machine or of a cluster."""

    seconds: float
    """Time that a file may take."""

    def read(self, files: Iterable[Found]) -> Iterator[tuple[FileState, Outcome]]:
        """Yield what came of each file, in their order."""


def build(
    sources: Sequence[str],
    connection: sqlite3.Connection,
    reader: Reader,
    readers: Readers,
    watch: Watcher,
) -> Tally:
    """Let `readers`, each as `reader`, read `sources`, and write what they hold to `connection`.

    Files that are there as they were are not read again; those of `sources` that are gone go.
    Raises InputError for a source that is not there or cannot be listed, and sqlite3.Error where
    nothing can be written.
    """
    own = _own_files(connection)
    files = [one for one in dict.fromkeys(files_in(sources)) if one.path not in own]
    tally = Tally(len(files))
    with Writer(connection, reader, parser_of(reader)) as writer:
        watch(tally)
        for file, outcome in readers.read(_to_read(files, writer, readers.seconds, tally, watch)):
            writer.put(file, outcome)
            _count(outcome, tally)
            watch(tally)
        writer.keep_only((one.state.path for one in files), map(top_of, sources))
    return tally


def _to_read(
    files: Iterable[Found], writer: Writer, seconds: float, tally: Tally, watch: Watcher
) -> Iterator[Found]:
    """Yield the files that are to be read; take note of the others."""
    for file in files:
        state, path = file
        if writer.is_read(state, seconds) or writer.know_again(state, partial(_content, path)):
            tally.unchanged += 1
            watch(tally)
        else:
            yield file


def _count(outcome: Outcome, tally: Tally) -> None:
    if outcome.parsed:
        tally.read += 1
        tally.remarks += len(outcome.parsed.rows["remarks"])
    else:
        tally.failures += 1


def _content(path: str) -> str:
    """Return the SHA-256 of a file, or nothing of one that cannot be read."""
    try:
        return hashlib.sha256(bytes_at(path)).hexdigest()
    except InputError:
        return ""


def _own_files(connection: sqlite3.Connection) -> set[str]:
    """Return the files of the database itself, which may lie among its sources."""
    [(_, _, path)] = connection.execute("PRAGMA database_list").fetchall()[:1]
    return {path, f"{path}-journal"}
