"""What is sound of a file that is not sound as a whole: a broken task does not hide the others."""

from pathlib import Path
from typing import Any, TypeVar

from gdquality.checker.loading import Loaded
from gdquality.errors import InputError
from gdquality.files import read_bytes
from gdquality.names.registry import Registry
from gdquality.records import Agency, Change, Deadline, Notice, RegistryData, Task, year_in
from gdquality.rules.rule import LISTS_OF_NAMES, NoticeFile, RegistryFile
from gdquality.store.validation import InvalidError, validate

T = TypeVar("T")


def notice_file(loaded: Loaded, registry: Registry) -> NoticeFile:
    """Return what the rules of a notice look at in a loaded file."""
    if isinstance(loaded.record, Notice):
        source = _source(loaded.path.parent, loaded.record.source.file)
        return NoticeFile.of(loaded.record, registry, source)
    tasks = _get(loaded, "tasks")
    return NoticeFile(
        tasks=_items(loaded, "tasks", Task),
        deadlines=_items(loaded, "deadlines", Deadline),
        numbers=tuple(map(_number, tasks if isinstance(tasks, list) else [])),
        when=_year(_get(loaded, "document_number")),
        registry=registry,
        own_registry=registry,
        whole=None,
        source=None,
    )


def registry_file(loaded: Loaded) -> RegistryFile:
    """Return what the rules of a registry look at in a loaded file."""
    if isinstance(loaded.record, RegistryData):
        return RegistryFile.of(loaded.record)
    jurisdiction = _get(loaded, "jurisdiction")
    return RegistryFile(
        agencies=_items(loaded, "agencies", Agency),
        changes=_items(loaded, "changes", Change),
        jurisdiction=jurisdiction if isinstance(jurisdiction, str) else "",
        names={key: _texts(_get(loaded, key)) for key in LISTS_OF_NAMES},
    )


def _texts(values: Any) -> tuple[tuple[int, str], ...]:
    """Return those of a list's items that are text, each with its index."""
    items = enumerate(values if isinstance(values, list) else ())
    return tuple((index, item) for index, item in items if isinstance(item, str))


def _get(loaded: Loaded, key: str) -> Any:
    return loaded.document.value.get(key) if loaded.document else None


def _items(loaded: Loaded, key: str, record_type: type[T]) -> tuple[tuple[int, T], ...]:
    """Return the sound items of a list, each with its index."""
    values = _get(loaded, key)
    if not isinstance(values, list):
        return ()
    broken = {
        path[1]
        for path in (problem.path for problem in loaded.problems)
        if path[:1] == (key,) and path[1:]
    }
    kept = [index for index in range(len(values)) if index not in broken]
    try:
        records = validate([values[index] for index in kept], list[record_type])  # type: ignore[valid-type]
    except InvalidError:
        return ()
    return tuple(zip(kept, records, strict=True))


def _year(document_number: Any) -> str:
    try:
        return str(year_in(str(document_number)))
    except ValueError:
        return ""


def _number(task: Any) -> int | None:
    number = task.get("number") if isinstance(task, dict) else None
    return number if isinstance(number, int) and number > 0 else None


def _source(folder: Path, name: str) -> bytes | None:
    """Return the source in the file's own folder, if it is there to compare with."""
    try:
        return read_bytes(folder / name) if Path(name).name == name else None
    except InputError:
        return None
