"""The files of data sets in a folder, and those among them that are another program's."""

import contextlib
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path

from gdquality.checker.loading import RECORDS, Loaded, load
from gdquality.data_folder import (
    EXCEPTIONS_FILE,
    NOTICE_FILE,
    NOTICES,
    READINGS_FILE,
    REGISTRY_FILE,
)
from gdquality.errors import GdqError, InputError, Problem
from gdquality.files import reason

NAMES = (NOTICE_FILE, REGISTRY_FILE, READINGS_FILE, EXCEPTIONS_FILE)
"""What the files of a data set are called."""

FEW = 3
"""Fields of one record that show a file to be ours, though the one that says so is misspelt."""

_KEY_OF_A_LINE = re.compile(r"^(?:\{ *)?[\"']?(\w+)[\"']? *[:：]", re.MULTILINE)


def told_apart(paths: Iterable[Path]) -> tuple[list[Path], list[Path]]:
    """Return the files among `paths`, and those in the folders among them, at any depth.

    In a folder those count that are called as the files of a data set, or lie in its notices/;
    neither hidden folders nor links to others are looked into. Raises GdqError for a folder
    without any, InputError for one that cannot be read.
    """
    files, in_folders = [], []
    for path in paths:
        if _is_folder(path):
            in_folders += _files_in(path)
        else:
            files.append(path)
    return files, in_folders


def _is_folder(path: Path) -> bool:
    with contextlib.suppress(OSError, ValueError):  # whoever reads it says what is wrong
        return path.is_dir()
    return False


def _files_in(folder: Path) -> list[Path]:
    found = [
        Path(parent, name)
        for parent, names in _walk(folder)
        for name in sorted(names)
        if name in NAMES or (name.endswith(".yaml") and Path(parent).name == NOTICES)
    ]
    if not found:
        raise GdqError(f"{folder} 中没有 {'、'.join(NAMES)}")
    return found


def _walk(folder: Path) -> Iterator[tuple[str, list[str]]]:
    def refuse(error: OSError) -> None:
        raise InputError(str(error.filename), Problem(f"无法读取：{reason(error)}"))

    for parent, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield parent, names


def is_foreign(loaded: Loaded) -> bool:
    """Tell whether a file is evidently another program's, which happens to have that name.

    It can be read, has no key of ours at its top, and stands beside no file that has. What cannot
    be read as text is not evident.
    """
    if loaded.document is None or _is_ours(loaded):
        return False
    neighbours = (loaded.path.with_name(name) for name in NAMES if name != loaded.path.name)
    return not any(_is_ours(load(path)) for path in neighbours if path.is_file())


def _is_ours(loaded: Loaded) -> bool:
    # In a file that is no YAML any more keys still begin lines.
    keys = set(_KEY_OF_A_LINE.findall(loaded.text))
    if loaded.document and isinstance(loaded.document.value, dict):
        keys |= loaded.document.value.keys()
    known = ({field.name for field in fields(record)} for record in RECORDS.values())
    return not keys.isdisjoint(RECORDS) or any(len(keys & names) >= FEW for names in known)
