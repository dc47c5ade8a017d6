"""What writes the database of many notices: one process, a transaction about every second."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from time import monotonic
from typing import NamedTuple, Self

from gdquality.collection.file_state import FileState
from gdquality.collection.reading import Outcome, Reader
from gdquality.collection.rows import Parsed
from gdquality.collection.sameness import standing
from gdquality.collection.schema import OF_A_NOTICE
from gdquality.records import Notice
from gdquality.store.build import build

EVERY = 1.0
"""Seconds after which what was written is committed."""


_UNNAMED = (
    "agency NOT IN (SELECT agency FROM assignments UNION SELECT agency FROM deadline_bodies"
    " UNION SELECT agency FROM names)"
)


class _Document(NamedTuple):
    """A document by what says which of those of one notice stands: the greatest."""

    is_current: int
    standing: tuple[str, bool]
    modified: int
    sha256: str
    notice: int
    file: str
    substance: str

    def relation_to(self, other: "_Document") -> str:
        """Return what this one is to the one that stands."""
        return "copy" if self.substance == other.substance else "former"


class Writer:
    """Writes what is read of files, and keeps one of the documents that are one notice.

    Used in a `with`, at whose end everything is committed, or what came since the last commit is
    rolled back.
    """

    def __init__(self, connection: sqlite3.Connection, reader: Reader, parser: str) -> None:
        """Write to `connection` what `reader` reads; `parser` says how it reads."""
        self._connection = connection
        self._reader = reader
        self._parser = parser
        self._committed = monotonic()
        self._changes = connection.total_changes

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        """Commit, or roll back after an error."""
        if kind is None:
            self._connection.commit()
        else:
            self._connection.rollback()

    def is_read(self, file: FileState, seconds: float = 0.0) -> bool:
        """Tell whether `file` looks as it did when it was read in the same way.

        One that took too long is as good as read if it was given `seconds` or more; one that holds
        what it held before, since it could not be read again, is not.
        """
        row = self._connection.execute(
            "SELECT size, modified, parser, coalesce(seconds, ?) >= ?"
            " AND (notice IS NULL OR path NOT IN (SELECT path FROM problems))"
            " FROM files WHERE path = ?",
            (seconds, seconds, file.path),
        ).fetchone()
        return bool(file.modified and row == (file.size, file.modified, self._parser, 1))

    def know_again(self, file: FileState, content: Callable[[], str]) -> bool:
        """Tell whether a file with this content was read before; if so, take note of `file`.

        `content` returns its SHA-256, and is called where there is a file of this size.
        """
        same = "SELECT 1 FROM files WHERE size = ?"
        if not self._connection.execute(same, (file.size,)).fetchone():
            return False
        sha256 = content()
        row = self._connection.execute(
            "SELECT notice FROM files JOIN documents USING (notice)"
            " WHERE size = ? AND files.sha256 = ? AND parser = ?",
            (file.size, sha256, self._parser),
        ).fetchone()
        if row:
            self._note(file, Outcome(sha256), row[0])
            self._rank(row[0])
        return row is not None

    def put(self, file: FileState, outcome: Outcome) -> None:
        """Write what came of reading `file`."""
        if outcome.parsed:
            self._put_document(outcome.parsed)
            self._note(file, outcome, outcome.parsed.notice)
            self._rank(outcome.parsed.notice, outcome.parsed)
        elif outcome.is_lasting:
            self._note(file, outcome, None)
        if outcome.problem:
            problem = (file.path, outcome.problem)
            self._connection.execute("REPLACE INTO problems VALUES (?, ?)", problem)
        if monotonic() - self._committed > EVERY:
            self._connection.commit()
            self._committed = monotonic()

    def keep_only(self, paths: Iterable[str], below: Iterable[str]) -> None:
        """Forget the files that are below `below`, folders or files, and not among `paths`."""
        there = set(paths)
        tops = tuple(below)
        known = "SELECT path FROM files UNION SELECT path FROM problems"
        for (path,) in self._connection.execute(known).fetchall():
            if path not in there and any(_is_below(path, top) for top in tops):
                self._forget(path)
        self._drop_documents_without_file()
        if self._connection.total_changes > self._changes:
            _drop_unnamed(self._connection)

    def _note(self, file: FileState, outcome: Outcome, notice: int | None) -> None:
        self._connection.execute("DELETE FROM problems WHERE path = ?", (file.path,))
        row = (*file, outcome.sha256, notice, self._parser, outcome.seconds)
        self._connection.execute("REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)", row)

    def _forget(self, path: str) -> None:
        self._connection.execute("DELETE FROM files WHERE path = ?", (path,))
        self._connection.execute("DELETE FROM problems WHERE path = ?", (path,))

    def _put_document(self, one: Parsed) -> None:
        self._connection.execute("REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?)", one.document)

    def _drop_documents_without_file(self) -> None:
        orphans = self._connection.execute(
            "SELECT notice FROM documents WHERE notice NOT IN"
            " (SELECT notice FROM files WHERE notice IS NOT NULL)"
        ).fetchall()
        for (number,) in orphans:
            others = self._same_notice(number) - {number}
            self._withdraw(number)
            self._connection.execute("DELETE FROM documents WHERE notice = ?", (number,))
            for other in others:
                self._rank(other)

    def _rank(self, number: int, just_read: Parsed | None = None) -> None:
        """Decide which of the documents that are one notice with `number` stands."""
        others, best = self._in_order(self._same_notice(number))
        for one in others:
            self._withdraw(one.notice)
        if just_read and just_read.notice == best.notice:
            self._publish(just_read)
        elif not self._stands(best.notice):
            self._publish(self._read_again(best.notice))
        self._connection.execute("DELETE FROM copies WHERE notice = ?", (best.notice,))
        copies = [
            (best.notice, one.sha256, one.file, one.relation_to(best)) for one in reversed(others)
        ]
        self._connection.executemany("INSERT INTO copies VALUES (?, ?, ?, ?)", copies)

    def _in_order(self, group: set[int]) -> tuple[list["_Document"], "_Document"]:
        """Return the documents of a notice that do not stand, and the one that does.

        That is the one of the greatest `standing`, else whose file is later; none that was put
        aside.
        """
        marks = ", ".join("?" * len(group))
        rows = self._connection.execute(
            "SELECT coalesce(max(path NOT LIKE '%/notices/former/%'"
            " AND path NOT LIKE '%/notices/copies/%'), 0),"
            " coalesce(json_extract(record, '$.issued'), ''), json_extract(record, '$.title'),"
            " coalesce(max(modified), 0), documents.sha256, documents.notice, file, substance"
            " FROM documents LEFT JOIN files USING (notice)"
            f" WHERE documents.notice IN ({marks}) GROUP BY documents.notice",
            tuple(group),
        )
        *others, best = sorted(
            _Document(is_current, standing(issued, title), *rest)
            for is_current, issued, title, *rest in rows
        )
        return others, best

    def _same_notice(self, number: int) -> set[int]:
        """Return the documents that share a key with that of `number`, or with one that does."""
        found: set[int] = set()
        waiting = {number}
        while waiting:
            found |= waiting
            rows = [row for one in waiting for row in self._sharing(one)]
            waiting = set(rows) - found
        return found

    def _sharing(self, number: int) -> Iterator[int]:
        rows = self._connection.execute(
            "SELECT other.notice FROM documents AS one JOIN documents AS other"
            " ON other.identity = one.identity WHERE one.notice = ?1"
            " UNION SELECT other.notice FROM documents AS one JOIN documents AS other"
            " ON other.substance = one.substance WHERE one.notice = ?1",
            (number,),
        )
        return (row[0] for row in rows.fetchall())

    def _stands(self, number: int) -> bool:
        found = self._connection.execute("SELECT 1 FROM notices WHERE notice = ?", (number,))
        return found.fetchone() is not None

    def _read_again(self, number: int) -> Parsed:
        """Return the rows of a document that was withdrawn, from its record."""
        found = self._connection.execute("SELECT record FROM documents WHERE notice = ?", (number,))
        return self._reader.rows(build(json.loads(found.fetchone()[0]), Notice))

    def _publish(self, one: Parsed) -> None:
        self._withdraw(one.notice)
        for table, rows in one.rows.items():
            if not rows:
                continue
            marks = ", ".join("?" * len(rows[0]))
            self._connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
        self._connection.executemany(
            "REPLACE INTO agencies VALUES (?, ?, ?, ?, ?, ?)", one.agencies
        )
        self._connection.executemany("INSERT OR IGNORE INTO changes VALUES (?, ?)", one.changes)

    def _withdraw(self, number: int) -> None:
        if not self._stands(number):
            return
        for table in OF_A_NOTICE:
            self._connection.execute(f"DELETE FROM {table} WHERE notice = ?", (number,))


def drop_all_but(notices: set[int], connection: sqlite3.Connection) -> None:
    """Take everything out of a database that is not of one of `notices`."""
    rows = connection.execute("SELECT notice FROM documents").fetchall()
    others = [row for row in rows if row[0] not in notices]
    for table in ("documents", "files", *OF_A_NOTICE):
        connection.executemany(f"DELETE FROM {table} WHERE notice = ?", others)
    connection.execute("DELETE FROM problems")
    _drop_unnamed(connection)
    connection.commit()
    connection.execute("VACUUM")


def _drop_unnamed(connection: sqlite3.Connection) -> None:
    """Take out the bodies that no notice names any more, nor one that they have become."""
    for table in ("agencies", "changes"):
        connection.execute(f"DELETE FROM {table} WHERE {_UNNAMED}")


def _is_below(path: str, top: str) -> bool:
    return path == top or path.startswith(f"{top.rstrip('/')}/")
