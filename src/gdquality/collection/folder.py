"""A folder of several notices: parsed files, kept in step with a database that is asked."""

import sqlite3
from contextlib import suppress
from pathlib import Path

from gdquality.collection.file_state import FileState
from gdquality.collection.reading import YAML, Reader, parser_of
from gdquality.collection.registry_kept import forget_registry, keep_registry
from gdquality.collection.schema import created, lay_out, refused
from gdquality.collection.writing import Writer
from gdquality.data_folder import NOTICE_FILE, NOTICES, REGISTRY_FILE, DataFolder
from gdquality.errors import GdqError, InputError, Problem
from gdquality.files import reason, write_bytes
from gdquality.names.registry import Registry

FORMER = "former"
"""The folder in there that holds those that a corrected issue has replaced."""

COPIES = "copies"
"""The folder in there that holds other documents of a notice, in another format or sent again."""

CACHE = ".gdq"
"""The folder in a data set that holds its database, which may be deleted at any time."""


def is_folder_of_many(folder: Path) -> bool:
    """Tell whether a data set holds its notices in a folder of theirs."""
    return (folder / NOTICES).is_dir()


def registry_of_folder(folder: Path) -> Registry:
    """Return the registry of a data set: its own, or the packaged one if it has none."""
    own = folder / REGISTRY_FILE
    return DataFolder(folder if own.exists() else None).registry


def files_of_folder(folder: Path) -> list[Path]:
    """Return the parsed files of a data set, those that no answer comes from last."""
    notices = folder / NOTICES
    found = [*_yaml_in(notices), *_yaml_in(notices / FORMER), *_yaml_in(notices / COPIES)]
    single = folder / NOTICE_FILE
    return [single, *found] if single.is_file() else found


def _yaml_in(folder: Path) -> list[Path]:
    try:
        return sorted(one for one in folder.iterdir() if one.suffix in YAML)
    except FileNotFoundError:
        return []
    except OSError as error:
        raise InputError(str(folder), Problem(f"无法读取：{reason(error)}")) from None


def database_of_folder(folder: Path, registry: Registry) -> sqlite3.Connection:
    """Return the database of a folder of several notices, in step with its files.

    Raises InputError with all that is wrong with them: no answer comes from half of the notices.
    """
    connection = _cache(folder)
    try:
        _bring_up_to_date(folder, connection, registry)
    except sqlite3.Error as error:
        # A disk that is full, or a file that is damaged: what is kept there can be made anew.
        if connection.execute("PRAGMA database_list").fetchall()[0][2] == "":
            raise refused(folder, error) from None
        connection.close()
        connection = _in_memory()
        _bring_up_to_date(folder, connection, registry)
    return connection


def _cache(folder: Path) -> sqlite3.Connection:
    """Return the database that is kept in `folder`, or one in memory if none can be."""
    path = folder / CACHE / "notices.db"
    try:
        path.parent.mkdir(exist_ok=True)
        ignore = path.parent / ".gitignore"
        if not ignore.exists():
            write_bytes(ignore, b"*\n")
        with suppress(InputError):
            return created(path)
        path.unlink()
        return created(path)
    except (OSError, InputError):
        return _in_memory()


def _in_memory() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    lay_out(connection)
    return connection


def _bring_up_to_date(folder: Path, connection: sqlite3.Connection, registry: Registry) -> None:
    if (folder / REGISTRY_FILE).exists():
        keep_registry(connection, registry)
    else:
        forget_registry(connection)
    reader = Reader(registry)
    paths = files_of_folder(folder)
    problems: list[str] = []
    with Writer(connection, reader, parser_of(reader)) as writer:
        for path in paths:
            file = FileState.of(str(path.absolute()))
            if writer.is_read(file):
                continue
            outcome = reader(str(path))
            if outcome.problem:
                problems += [f"{path}: {outcome.problem}"]
            else:
                writer.put(file, outcome)
        kept = [str(path.absolute()) for path in paths]
        writer.keep_only(kept, [str(folder.absolute())])
    if problems:
        hint = "改好这些文件，或移出 notices/ 再问"
        raise GdqError(*problems, hint=hint)
