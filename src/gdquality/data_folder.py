"""The folder of a data set: the notice and the registry that answers come from."""

import contextlib
import importlib
from collections.abc import Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from gdquality.errors import InputError, Problem
from gdquality.files import decode, read_bytes
from gdquality.names.registry import Registry
from gdquality.records import Notice, RegistryData
from gdquality.rules.registry_rules_of_answers import REGISTRY_RULES_OF_ANSWERS
from gdquality.rules.rule import NoticeFile, RegistryFile, Rule, run
from gdquality.store.build import ShapeError, build
from gdquality.store.yaml_document import Document
from gdquality.store.yaml_reader import read_yaml

if TYPE_CHECKING:
    from gdquality.records.readings import Readings

T = TypeVar("T")

NOTICE_FILE = "tasks.yaml"
REGISTRY_FILE = "agencies.yaml"
READINGS_FILE = "readings.yaml"
EXCEPTIONS_FILE = "exceptions.yaml"

NOTICES = "notices"
"""The folder in a data set of several notices that holds a file like tasks.yaml a notice."""


class DataFolder:
    """The folder of a data set, each of its files read when asked.

    The packaged one was validated when it was built and is read the short way; one that a user
    names is validated. Reading raises InputError with every problem at its place.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Use the files in `folder`, or those that come with the package."""
        self.is_packaged = folder is None
        self.folder = folder or packaged_folder()

    @cached_property
    def notice(self) -> Notice:
        """The notice of tasks.yaml; its names mean nothing where the registry is broken."""
        registry = self.registry
        document = self._document(NOTICE_FILE)
        notice = self._record(document, Notice)
        if not self.is_packaged:
            from gdquality.rules.notice_rules_of_answers import NOTICE_RULES_OF_ANSWERS

            self._hold(NOTICE_RULES_OF_ANSWERS, NoticeFile.of(notice, registry), document)
        return notice

    @cached_property
    def registry(self) -> Registry:
        """The registry of agencies.yaml; one that breaks a rule is an error."""
        document = self._document(REGISTRY_FILE)
        data = self._record(document, RegistryData)
        self._hold(REGISTRY_RULES_OF_ANSWERS, RegistryFile.of(data), document)
        return Registry(data)

    def readings(self) -> "Readings":
        """Return how characters are read, which is the same for every data set."""
        return _packaged_readings()

    def path(self, name: str) -> Path:
        """Return the path of the file `name` of the data set, as it is shown to users."""
        path = self.folder / name
        with contextlib.suppress(OSError, ValueError):
            return path.relative_to(Path.cwd()) if self.is_packaged else path
        return path

    def _hold(self, rules: Sequence[Rule[T]], subject: T, document: Document) -> None:
        """Raise InputError with what breaks one of `rules`: nothing is answered from it."""
        if findings := sorted(run(rules, subject, document)):
            problems = (
                Problem(f"{one.code} {one.message}", one.line, one.column) for one in findings
            )
            raise InputError(document.file, *problems, hint=self._hint)

    @property
    def _hint(self) -> str:
        """The command that tells everything that is wrong with the data set."""
        return f"gdq validate{self.option}"

    @property
    def option(self) -> str:
        """What a command says to ask of this data set: nothing, if it comes with the package."""
        if self.is_packaged:
            return ""
        return f" --data {self._quoted_folder}"

    @property
    def _quoted_folder(self) -> str:
        import shlex

        return shlex.quote(str(self.folder))

    def text(self, name: str) -> str:
        """Return the text of the file `name`; raises InputError if it cannot be read."""
        path = self.path(name)
        try:
            return decode(read_bytes(path), str(path))
        except InputError as error:
            error.hint = f"数据文件夹应有 {REGISTRY_FILE} 和 {NOTICE_FILE}"
            if name == NOTICE_FILE and not path.exists() and self.path(REGISTRY_FILE).exists():
                error.hint = f"加入通知：gdq parse 通知.docx -o {self._quoted_folder}/"
            elif self.folder.is_dir() and not self.path(NOTICE_FILE).exists():
                error.hint += (
                    f"；文件夹里是通知的文件：gdq build {self._quoted_folder} -o notices.db"
                )
            raise

    def _document(self, name: str) -> Document:
        return read_yaml(self.text(name), str(self.path(name)))

    def _record(self, document: Document, record: type[T]) -> T:
        if self.is_packaged and not document.problems:
            with contextlib.suppress(ShapeError):
                return build(document.value, record)
        from gdquality.store.validation import validate_document

        try:
            return validate_document(document, record)
        except InputError as error:
            error.hint = self._hint
            raise


@cache
def _packaged_readings() -> "Readings":
    path = packaged_folder() / READINGS_FILE
    from gdquality.records.readings import Readings

    return build(read_yaml(decode(read_bytes(path), str(path)), str(path)).value, Readings)


def packaged_folder() -> Path:
    """Return the folder of the data that come with the package."""
    # importlib.resources would say the same and cost as much as reading the data.
    return Path(importlib.import_module("gdquality.data").__path__[0])
