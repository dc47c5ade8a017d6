"""What a database keeps of how its files were read: what could not be, or not for certain."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path, PurePath

from gdquality.checker import Report
from gdquality.collection.schema import opened
from gdquality.records import Place, Remark
from gdquality.records.places import located
from gdquality.rules.file_rules import UNREADABLE_FILE
from gdquality.rules.finding import Finding
from gdquality.rules.remark import rule_of


def check_database(path: Path) -> Report:
    """Return what the database at `path` says of its files: problems, and remarks on the others.

    Raises InputError for what is no database of ours, or damaged.
    """
    with closing(opened(path)) as connection:
        findings = sorted([*_problems(connection), *_remarks(connection)])
        files = connection.execute("SELECT path FROM files UNION SELECT path FROM problems")
        return Report(tuple(findings), dict.fromkeys((file for (file,) in files), ""))


def _problems(connection: sqlite3.Connection) -> Iterator[Finding]:
    rule = UNREADABLE_FILE
    for file, message in connection.execute("SELECT path, message FROM problems"):
        yield Finding(file, 0, 0, rule.code, rule.severity, message)


def _remarks(connection: sqlite3.Connection) -> Iterator[Finding]:
    rows = connection.execute(
        "SELECT (SELECT min(path) FROM files WHERE files.notice = notices.notice), file,"
        ' code, message, part, "row", "column" FROM remarks JOIN notices USING (notice)'
    )
    for path, file, code, message, part, row, column in rows:
        place = Place(row=row, column=column, part=part)
        # Of a notice that was parsed before, the file that was read is not the source.
        source = path if path and PurePath(path).name == file else file
        yield _finding(source, Remark(code=code, message=message, place=place))


def _finding(file: str, remark: Remark) -> Finding:
    """Return a remark as the finding that a notice in a folder has of it."""
    place, rule = remark.place, rule_of(remark)
    if place.column and not place.part:  # line and character of a text
        return Finding(file, place.row, place.column, rule.code, rule.severity, remark.message)
    message = f"{located('', place).strip()}：{remark.message}"
    return Finding(file, 0, 0, rule.code, rule.severity, message)
