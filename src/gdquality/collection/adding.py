"""Notices put into the folder of a data set: a parsed file each, none twice."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gdquality.collection.folder import FORMER, files_of_folder, registry_of_folder
from gdquality.collection.reading import kept
from gdquality.collection.sameness import identity, substance
from gdquality.data_folder import NOTICE_FILE, NOTICES
from gdquality.errors import GdqError, InputError, Problem
from gdquality.files import read_bytes, reason, write_new_bytes
from gdquality.parsing import parse
from gdquality.records import Notice
from gdquality.store.validation import revalidate
from gdquality.store.yaml_writer import dump_notice

LONGEST_NAME = 60
"""Characters of the longest name that a file is given."""

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\s.]+')
"""What some system allows in no name of a file."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a notice: written to `path`, unless it is there; `former` was put aside."""

    notice: Notice
    path: Path
    is_there: bool = False
    former: Path | None = None

    def told(self) -> str:
        """Return what is said of it."""
        if self.is_there:
            return f"已有同一份通知（{self.path.name}），没有再加"
        counts = f"{len(self.notice.tasks)} 项任务，{len(self.notice.deadlines)} 项报送要求"
        replaced = f"，取代 {self.former.name}" if self.former else ""
        return f"已加入 {self.path}：{counts}{replaced}"


class Folder:
    """The folder of a data set that notices are added to; made if it is not there."""

    def __init__(self, folder: Path) -> None:
        """Add to `folder`; raises InputError where it is a file, or a file of it is broken."""
        if folder.exists() and not folder.is_dir():
            raise InputError(str(folder), Problem("不是文件夹，不能加入通知"))
        self._folder = folder
        self._registry = registry_of_folder(folder)
        self._there = {path: kept(path, self._registry) for path in self._files()}

    def add(self, file: Path) -> Added:
        """Read `file` and write its notice, unless it is there.

        One of the same number and title that says something else is taken for the former issue of
        this one, and put aside. Raises InputError for what cannot be read, or not be written.
        """
        notice = parse(read_bytes(file), str(file), self._registry)
        for path, other in self._there.items():
            if substance(other) == substance(notice) or other.source == notice.source:
                return Added(notice, path, is_there=True)
        former = [
            path for path, other in self._there.items() if identity(other) == identity(notice)
        ]
        text = dump_notice(notice)
        revalidate(text, notice)
        for path in former:
            self._put_aside(path)
        target = self._free_name(notice)
        self._write(target, text)
        self._there[target] = notice
        return Added(notice, target, former=former[0] if former else None)

    def _files(self) -> Iterator[Path]:
        return (one for one in files_of_folder(self._folder) if one.parent.name != FORMER)

    def _free_name(self, notice: Notice) -> Path:
        name = notice.document_number or notice.title
        stem = _NOT_IN_NAMES.sub("-", name)[:LONGEST_NAME].strip("-") or "notice"
        for count in range(1, 10_000):
            suffix = f"-{count}" if count > 1 else ""
            path = self._folder / NOTICES / f"{stem}{suffix}.yaml"
            if not path.exists():
                return path
        raise GdqError(f"{stem} 这个名称的文件太多")

    def _write(self, path: Path, text: str) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError(str(path.parent), Problem(f"无法写入：{reason(error)}")) from None
        write_new_bytes(path, text.encode())

    def _put_aside(self, path: Path) -> None:
        """Move the file of a former issue to those that no answer comes from."""
        aside = self._folder / NOTICES / FORMER / path.name
        if path.name == NOTICE_FILE or aside.exists():
            aside = aside.with_stem(f"{aside.stem}-{self._there[path].source.sha256[:8]}")
        try:
            aside.parent.mkdir(parents=True, exist_ok=True)
            path.rename(aside)
        except OSError as error:
            raise InputError(str(path), Problem(f"无法移动：{reason(error)}")) from None
        del self._there[path]
