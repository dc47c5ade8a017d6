"""The database of many notices: its tables, and how it is opened."""

import sqlite3
from contextlib import closing
from pathlib import Path

from gdquality.errors import InputError, Problem

APPLICATION = 0x67647131
"""What SQLite's header says that the file is ours: gdq1."""

VERSION = 3
"""That of the tables; a database with another is built anew."""

PATIENCE = 10.0
"""Seconds for which another process may hold the database."""

MAGIC = b"SQLite format 3\0"

ENDINGS = (".db", ".sqlite", ".sqlite3")
"""How databases are called."""

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE files (
    path TEXT PRIMARY KEY, size INTEGER NOT NULL, modified INTEGER NOT NULL,
    sha256 TEXT NOT NULL, notice INTEGER, parser TEXT NOT NULL, seconds REAL
) WITHOUT ROWID;
CREATE INDEX files_by_content ON files (size, sha256);
CREATE INDEX files_by_notice ON files (notice);
CREATE TABLE documents (
    notice INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, file TEXT NOT NULL,
    identity TEXT NOT NULL, substance TEXT NOT NULL, record TEXT NOT NULL
);
CREATE INDEX documents_by_identity ON documents (identity);
CREATE INDEX documents_by_substance ON documents (substance);
CREATE TABLE notices (
    notice INTEGER PRIMARY KEY, document_number TEXT, title TEXT NOT NULL, issued TEXT,
    dated TEXT NOT NULL, jurisdiction TEXT, issuing_organ TEXT, file TEXT NOT NULL,
    sha256 TEXT NOT NULL, tasks INTEGER NOT NULL, deadlines INTEGER NOT NULL,
    remarks INTEGER NOT NULL
);
CREATE INDEX notices_by_date ON notices (dated);
CREATE TABLE copies (
    notice INTEGER NOT NULL, sha256 TEXT NOT NULL, file TEXT NOT NULL, relation TEXT NOT NULL,
    PRIMARY KEY (notice, sha256)
) WITHOUT ROWID;
CREATE TABLE tasks (
    notice INTEGER NOT NULL, task INTEGER NOT NULL, label TEXT NOT NULL, title TEXT NOT NULL,
    under TEXT NOT NULL, due TEXT, due_text TEXT, PRIMARY KEY (notice, task)
) WITHOUT ROWID;
CREATE INDEX tasks_by_title ON tasks (title);
CREATE TABLE assignments (
    notice INTEGER NOT NULL, task INTEGER NOT NULL, role TEXT NOT NULL, position INTEGER NOT NULL,
    text TEXT NOT NULL, agency TEXT NOT NULL, derived INTEGER NOT NULL,
    PRIMARY KEY (notice, task, role, position)
) WITHOUT ROWID;
CREATE INDEX assignments_by_agency ON assignments (agency, role);
CREATE TABLE deadlines (
    notice INTEGER NOT NULL, deadline INTEGER NOT NULL, due TEXT, due_text TEXT,
    what TEXT NOT NULL, who TEXT NOT NULL, receivers TEXT NOT NULL, PRIMARY KEY (notice, deadline)
) WITHOUT ROWID;
CREATE INDEX deadlines_by_date ON deadlines (due);
CREATE TABLE deadline_bodies (
    notice INTEGER NOT NULL, deadline INTEGER NOT NULL, part TEXT NOT NULL,
    position INTEGER NOT NULL, text TEXT NOT NULL, agency TEXT NOT NULL, derived INTEGER NOT NULL,
    PRIMARY KEY (notice, deadline, part, position)
) WITHOUT ROWID;
CREATE INDEX deadline_bodies_by_agency ON deadline_bodies (agency);
CREATE TABLE remarks (
    notice INTEGER NOT NULL, remark INTEGER NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL,
    part TEXT NOT NULL, "row" INTEGER NOT NULL, "column" INTEGER NOT NULL,
    PRIMARY KEY (notice, remark)
) WITHOUT ROWID;
CREATE TABLE names (
    name TEXT NOT NULL, notice INTEGER NOT NULL, agency TEXT NOT NULL,
    PRIMARY KEY (name, notice, agency)
) WITHOUT ROWID;
CREATE INDEX names_by_notice ON names (notice);
CREATE TABLE agencies (
    agency TEXT PRIMARY KEY, kind TEXT NOT NULL, parent TEXT, since TEXT, derived INTEGER NOT NULL,
    record TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE changes (
    agency TEXT NOT NULL, record TEXT NOT NULL, PRIMARY KEY (agency, record)
) WITHOUT ROWID;
CREATE TABLE problems (path TEXT PRIMARY KEY, message TEXT NOT NULL) WITHOUT ROWID;
CREATE VIEW facts AS
    SELECT notice, document_number, issued, jurisdiction, task, tasks.title AS title, role, text,
        agency, derived
    FROM assignments JOIN tasks USING (notice, task) JOIN notices USING (notice);
"""
"""docs/many.md says what each column holds."""

OF_A_NOTICE = (
    *("notices", "copies", "tasks", "assignments", "deadlines", "deadline_bodies"),
    *("remarks", "names"),
)
"""The tables with the rows of each notice that stands."""


def is_database(path: Path) -> bool:
    """Tell whether `path` is a file of SQLite, by its first bytes, or is called as one.

    What is called so and is none was mistyped or is damaged, and is no notice.
    """
    if path.suffix.lower() in ENDINGS:
        return not path.is_dir()
    try:
        with path.open("rb") as stream:
            return stream.read(len(MAGIC)) == MAGIC
    except (OSError, ValueError):
        return False


def opened(path: Path) -> sqlite3.Connection:
    """Return the database at `path` to be read; raises InputError where it is not one of ours."""
    if not path.is_file():
        raise InputError(str(path), Problem("没有这个文件"))
    try:
        # By its address, which alone can say that nothing is to be written.
        address = f"{path.absolute().as_uri()}?mode=ro"
        connection = sqlite3.connect(address, PATIENCE, uri=True)
        _roll_back(connection, path)
        _check(connection, path)
    except sqlite3.Error as error:
        raise refused(path, error) from None
    return connection


def _roll_back(connection: sqlite3.Connection, path: Path) -> None:
    """Take back what a build that was killed had half written, which only a writer can."""
    try:
        connection.execute("SELECT 1 FROM sqlite_master")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_READONLY_ROLLBACK:
            raise
        with closing(sqlite3.connect(path, PATIENCE)) as writer:
            writer.execute("SELECT 1 FROM sqlite_master")


def created(path: Path) -> sqlite3.Connection:
    """Return the database at `path` to be written, with empty tables if it is new.

    Raises InputError where it is another program's, or nothing can be written there.
    """
    try:
        connection = sqlite3.connect(path, PATIENCE)
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                lay_out(connection)
        _check(connection, path)
    except sqlite3.Error as error:
        raise refused(path, error) from None
    return connection


def lay_out(connection: sqlite3.Connection) -> None:
    """Make the tables of an empty database."""
    for statement in TABLES.split(";"):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _check(connection: sqlite3.Connection, path: Path) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION:
        raise InputError(str(path), Problem("不是 gdq build 写的数据库"))
    if version != VERSION:
        hint = "删去这个文件，再用 gdq build 重新生成"
        raise InputError(str(path), Problem("是另一版本的 gdq 写的数据库"), hint=hint)


def refused(path: Path, error: sqlite3.Error) -> InputError:
    """Return what SQLite says of `path`, in the language of the users."""
    known = {
        sqlite3.SQLITE_FULL: "磁盘已满",
        sqlite3.SQLITE_IOERR: "磁盘出错，或已满",
        sqlite3.SQLITE_READONLY: "没有权限",
        sqlite3.SQLITE_CANTOPEN: "打不开",
        sqlite3.SQLITE_BUSY: "别的程序正在写",
        sqlite3.SQLITE_LOCKED: "别的程序正在写",
        sqlite3.SQLITE_CORRUPT: "数据库已损坏，请删去重新生成",
        sqlite3.SQLITE_NOTADB: "不是 SQLite 数据库",
    }
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return InputError(str(path), Problem(known.get(code) or f"数据库出错（{error}）"))
