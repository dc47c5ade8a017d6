"""Notices put into the folder of a data set: a parsed file each, none twice."""

import re
from collections.abc import Container
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from gdquality.collection.added import Added
from gdquality.collection.folder import COPIES, FORMER, files_of_folder, registry_of_folder
from gdquality.collection.issues import Document, is_aside, same_notice, which_stands
from gdquality.collection.reading import notice_in
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
        self._there: dict[Path, Document] = {}
        for path in files_of_folder(folder):
            self._there[path] = Document.of(self._read(path, None))

    def add(self, file: Path) -> Added:
        """Read `file` and write its notice, unless it is there.

        Of the documents that are one notice one stands: the one that is dated later, or says that
        it is corrected, else the one that is added later. The others are put aside, copies of it
        to the copies. Raises InputError for what cannot be read, or not be written.
        """
        notice = self._read(file, self._jurisdiction)
        for path, other in self._there.items():
            if other.notice.source.sha256 == notice.source.sha256:
                if self._jurisdiction and other.notice.jurisdiction != notice.jurisdiction:
                    return self._write_over(path, notice, file)
                return Added(notice, path, is_there=True)
        one = Document.of(notice)
        same = same_notice(one, self._there)
        if best := which_stands(one, same):
            return self._add_aside(one, best, same)
        # Written before the others go: whatever fails between, one of them answers.
        path = self._write(one, self._folder / NOTICES)
        former = self._put_aside(same, one)
        path = self._named_anew(path, notice)
        return Added(notice, path, former=former, resembles=self._resembling(one))

    def _add_aside(self, one: Document, best: Path, same: dict[Path, Document]) -> Added:
        """Write a document of the notice that `best` stands for, and tell of what it is a copy."""
        copied = [path for path in (best, *same) if same[path].substance == one.substance]
        written = self._write(one, self._folder / NOTICES / (COPIES if copied else FORMER))
        stands = same.pop(best)
        former = self._put_aside(same, stands)
        if copied:
            return Added(one.notice, copied[0], is_there=True, is_copy=True, former=former)
        return Added(one.notice, written, former=former, later=(stands.notice,))

    def _read(self, file: Path, jurisdiction: str | None) -> Notice:
        return notice_in(read_bytes(file), str(file), self._registry, jurisdiction)

    def _write_over(self, path: Path, notice: Notice, file: Path) -> Added:
        """Write a notice in place of what was read of the same `file` as that of another place.

        Raises InputError where that was changed since.
        """
        other = self._there[path].notice
        as_read = (self._read(file, place) for place in (None, other.jurisdiction))
        if not any(other == replace(one, source=other.source) for one in as_read):
            told = f"与现在读出的不同，可能改过，没有按{notice.jurisdiction}的通知重读"
            raise InputError(str(path), Problem(told), hint=f"先移走 {path}")
        text = dump_notice(notice)
        revalidate(text, notice)
        write_bytes(path, text.encode())
        return self._settled(path, Document.of(notice))

    def _settled(self, path: Path, one: Document) -> Added:
        """Put what was read anew, and what is one notice with it now, where each belongs."""
        once = same_notice(self._there.pop(path), self._there)
        same = same_notice(one, self._there)
        self._there[path] = one
        stands = one
        if best := which_stands(one, same):
            stands = same.pop(best)
            if not is_aside(path):
                path = self._move(path, one.aside_of(stands))
        elif is_aside(path):
            path = self._move(path, "")
        former = self._put_aside(same, stands)
        if stands is one:
            resembles = self._resembling(one, once)
            return Added(one.notice, path, is_read_anew=True, former=former, resembles=resembles)
        return Added(
            *(one.notice, path),
            is_read_anew=True,
            is_copy=one.substance == stands.substance,
            former=former,
            later=(stands.notice,),
        )

    def _resembling(self, one: Document, once: Container[Path] = ()) -> tuple[Notice, ...]:
        """Return what may be another document of `one`, or was `once`, and answers beside it."""
        return tuple(
            other.notice
            for path, other in self._there.items()
            if (path in once or other.may_be(one)) and not other.is_one_with(one)
            if not (is_aside(path) and self._is_answered_for(other))
        )

    def _is_answered_for(self, one: Document) -> bool:
        """Tell whether a file that is not put aside answers for `one`."""
        return not all(map(is_aside, same_notice(one, self._there)))

    def _named_anew(self, path: Path, notice: Notice) -> Path:
        """Give a file the name that it would have had without those that were put aside."""
        better = _free_name(notice, path.parent)
        if len(better.name) < len(path.name):
            with suppress(OSError):
                path.rename(better)
                self._there[better] = self._there.pop(path)
                return better
        return path

    def _write(self, one: Document, folder: Path) -> Path:
        """Write a notice into `folder`, which is made if it is not there; return its path."""
        notice = one.notice
        text = dump_notice(notice)
        revalidate(text, notice)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError(str(folder), Problem(f"无法写入：{reason(error)}")) from None
        path = _free_name(notice, folder)
        write_new_bytes(path, text.encode())
        self._there[path] = one
        return path

    def _put_aside(self, same: dict[Path, Document], stands: Document) -> tuple[Notice, ...]:
        """Move those of `same` that answer to those that do not, as `stands` does; return them."""
        moved = [(path, other) for path, other in same.items() if not is_aside(path)]
        for path, other in moved:
            self._move(path, other.aside_of(stands))
        return tuple(other.notice for _, other in moved)

    def _move(self, path: Path, folder: str) -> Path:
        """Move a file to a folder in notices/, or into that itself; return where it is then."""
        there = self._folder / NOTICES / folder / path.name
        if path.name == NOTICE_FILE or there.exists():
            there = there.with_stem(f"{there.stem}-{self._there[path].notice.source.sha256[:8]}")
        try:
            there.parent.mkdir(parents=True, exist_ok=True)
            path.rename(there)
        except OSError as error:
            raise InputError(str(path), Problem(f"无法移动：{reason(error)}")) from None
        self._there[there] = self._there.pop(path)
        return there


def _free_name(notice: Notice, folder: Path) -> Path:
    name = notice.document_number or notice.title
    stem = _NOT_IN_NAMES.sub("-", name)[:LONGEST_NAME].strip("-") or "notice"
    for count in range(1, 10_000):
        suffix = f"-{count}" if count > 1 else ""
        path = folder / f"{stem}{suffix}.yaml"
        if not path.exists():
            return path
    raise GdqError(f"{stem} 这个名称的文件太多")
