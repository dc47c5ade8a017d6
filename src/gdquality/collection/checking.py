"""What a database keeps of how its files were read: what could not be, or not for certain."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from gdquality.checker import Report
from gdquality.collection.schema import opened
from gdquality.records import Place, Remark
from gdquality.rules.file_rules import UNREADABLE_FILE
from gdquality.rules.finding import Finding


class Checked(NamedTuple):
    """The report on the files of a database, and the first of the remarks on what was read of them.

    Each remark comes with its file; there are `remarks_in_all`.
    """

    report: Report
    remarks: tuple[tuple[str, Remark], ...]
    remarks_in_all: int


def check_database(path: Path, most_remarks: int) -> Checked:
    """Return what the database at `path` says of its files, with up to `most_remarks`.

    Raises InputError for what is no database of ours, or damaged.
    """
    with closing(opened(path)) as connection:
        problems = connection.execute("SELECT path, message FROM problems ORDER BY path")
        rule = UNREADABLE_FILE
        findings = tuple(
            Finding(file, 0, 0, rule.code, rule.severity, message) for file, message in problems
        )
        files = connection.execute("SELECT path FROM files UNION SELECT path FROM problems")
        report = Report(findings, dict.fromkeys((file for (file,) in files), ""))
        [(count,)] = connection.execute("SELECT count(*) FROM remarks")
        return Checked(report, tuple(_remarks(connection, most_remarks)), count)


def _remarks(connection: sqlite3.Connection, most: int) -> list[tuple[str, Remark]]:
    rows = connection.execute(
        'SELECT file, code, message, part, "row", "column" FROM remarks JOIN notices USING (notice)'
        " ORDER BY file, notice, remark LIMIT ?",
        (most,),
    )
    return [
        (file, Remark(code=code, message=message, place=Place(row=row, column=column, part=part)))
        for file, code, message, part, row, column in rows
    ]
