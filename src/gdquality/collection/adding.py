"""Notices put into the folder of a data set: a parsed file each, none twice."""

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from gdquality.collection.folder import COPIES, FORMER, files_of_folder, registry_of_folder
from gdquality.collection.reading import notice_in
from gdquality.collection.sameness import identity, standing, substance
from gdquality.data_folder import NOTICE_FILE, NOTICES
from gdquality.errors import GdqError, InputError, Problem
from gdquality.files import read_bytes, reason, write_bytes, write_new_bytes
from gdquality.records import Notice
from gdquality.store.validation import revalidate
from gdquality.store.yaml_writer import dump_notice

LONGEST_NAME = 60
"""Characters of the longest name that a file is given."""

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\s.]+')
"""What some system allows in no name of a file."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a notice: written to `path`, unless it is there: the same file, or a copy.

    What was there as that of another place `is_read_anew`. It stands in place of the documents
    `former`, or one of `later` stands in place of it.
    """

    notice: Notice
    path: Path
    is_there: bool = False
    is_copy: bool = False
    is_read_anew: bool = False
    former: tuple[Notice, ...] = ()
    later: tuple[Notice, ...] = ()

    def told(self) -> str:
        """Return what is said of it."""
        if self.is_there:
            aside = f"{self.path.parent.name}/" if _is_aside(self.path) else ""
            done = "记为它的另一个文件" if self.is_copy else "没有再加"
            return f"已有同一份通知（{aside}{self.path.name}），{done}"
        verb = "已重读" if self.is_read_anew else "已加入"
        counts = f"{len(self.notice.tasks)} 项任务，{len(self.notice.deadlines)} 项报送要求"
        replaced = f"，取代 {_files(self.former)}" if self.former else ""
        replaced += f"，是 {_files(self.later)} 的旧稿，不用来作答" if self.later else ""
        return f"{verb} {self.path}：{counts}{replaced}"


class Folder:
    """The folder of a data set that notices are added to; made if it is not there."""

    def __init__(self, folder: Path, jurisdiction: str | None = None) -> None:
        """Add to `folder` documents, of `jurisdiction` if that is given.

        Raises InputError where it is a file, or a file of it is broken.
        """
        if folder.exists() and not folder.is_dir():
            raise InputError(str(folder), Problem("不是文件夹，不能加入通知"))
        self._folder = folder
        self._jurisdiction = jurisdiction
        self._registry = registry_of_folder(folder)
        self._there = {path: self._read(path, None) for path in files_of_folder(folder)}

    def add(self, file: Path) -> Added:
        """Read `file` and write its notice, unless it is there.

        Another document of one that is there goes to the copies. Of those of the same number and
        title that say something else the one that is dated later stands, or says that it is
        corrected, else the one that is added later; the others are put aside. Raises InputError for
        what cannot be read, or not be written.
        """
        notice = self._read(file, self._jurisdiction)
        if added := self._there_already(notice, file):
            return added
        others = {
            path: other
            for path, other in self._there.items()
            if identity(other) == identity(notice) and not _is_aside(path)
        }
        if later := tuple(one for one in others.values() if _standing(one) > _standing(notice)):
            path = self._write(notice, self._folder / NOTICES / FORMER)
            return Added(notice, path, later=later)
        # Written before the others go: whatever fails between, one of them answers.
        written = self._write(notice, self._folder / NOTICES)
        for path in others:
            self._put_aside(path)
        return Added(notice, self._named_anew(written, notice), former=tuple(others.values()))

    def _read(self, file: Path, jurisdiction: str | None) -> Notice:
        return notice_in(read_bytes(file), str(file), self._registry, jurisdiction)

    def _there_already(self, notice: Notice, file: Path) -> Added | None:
        """Return what becomes of a notice that is there, be it of this `file` or of another."""
        for path, other in self._there.items():
            if other.source.sha256 == notice.source.sha256:
                if self._jurisdiction and other.jurisdiction != notice.jurisdiction:
                    return self._write_over(path, notice, file)
                return Added(notice, path, is_there=True)
        for path, other in self._there.items():
            if substance(other) == substance(notice):
                self._write(notice, self._folder / NOTICES / COPIES)
                return Added(notice, path, is_there=True, is_copy=True)
        return None

    def _write_over(self, path: Path, notice: Notice, file: Path) -> Added:
        """Write a notice in place of what was read of the same `file` as that of another place.

        Raises InputError where that was changed since.
        """
        other = self._there[path]
        as_read = (self._read(file, place) for place in (None, other.jurisdiction))
        if not any(other == replace(one, source=other.source) for one in as_read):
            told = f"与现在读出的不同，可能改过，没有按{notice.jurisdiction}的通知重读"
            raise InputError(str(path), Problem(told), hint=f"先移走 {path}")
        text = dump_notice(notice)
        revalidate(text, notice)
        write_bytes(path, text.encode())
        self._there[path] = notice
        return Added(notice, path, is_read_anew=True)

    def _named_anew(self, path: Path, notice: Notice) -> Path:
        """Give a file the name that it would have had without those that were put aside."""
        better = _free_name(notice, path.parent)
        if len(better.name) < len(path.name):
            with suppress(OSError):
                path.rename(better)
                self._there[better] = self._there.pop(path)
                return better
        return path

    def _write(self, notice: Notice, folder: Path) -> Path:
        """Write a notice into `folder`, which is made if it is not there; return its path."""
        text = dump_notice(notice)
        revalidate(text, notice)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError(str(folder), Problem(f"无法写入：{reason(error)}")) from None
        path = _free_name(notice, folder)
        write_new_bytes(path, text.encode())
        self._there[path] = notice
        return path

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
        self._there[aside] = self._there.pop(path)


def _free_name(notice: Notice, folder: Path) -> Path:
    name = notice.document_number or notice.title
    stem = _NOT_IN_NAMES.sub("-", name)[:LONGEST_NAME].strip("-") or "notice"
    for count in range(1, 10_000):
        suffix = f"-{count}" if count > 1 else ""
        path = folder / f"{stem}{suffix}.yaml"
        if not path.exists():
            return path
    raise GdqError(f"{stem} 这个名称的文件太多")


def _is_aside(path: Path) -> bool:
    return path.parent.name in (FORMER, COPIES)


def _standing(notice: Notice) -> tuple[str, bool]:
    return standing(notice.issued.isoformat() if notice.issued else "", notice.title)


def _files(notices: Iterable[Notice]) -> str:
    return "、".join(one.source.file for one in notices)
