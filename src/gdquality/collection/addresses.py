"""Files at addresses (s3://…, hdfs://…), by fsspec, and files of this machine, without it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gdquality.collection.file_state import FileState
from gdquality.errors import GdqError, InputError, Problem
from gdquality.extras import needed
from gdquality.files import LARGEST, read_bytes

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_CHANGED = ("mtime", "LastModified", "last_modified", "updated", "modified")
"""What file systems call the time of the last change."""


def is_address(text: str) -> bool:
    """Tell whether `text` is an address rather than a path of this machine."""
    return "://" in text


def bytes_at(place: str) -> bytes:
    """Return the bytes of the file at a path or an address; raises InputError as read_bytes."""
    if not is_address(place):
        return read_bytes(Path(place))
    with opened_at(place) as (system, path), system.open(path, "rb") as stream:
        data: bytes = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise InputError(place, Problem(f"文件超过 {LARGEST // 1024**2} MB"))
    return data


def files_at(address: str) -> Iterator[tuple[str, FileState]]:
    """Yield the files below an address, or the one there, in order: its address, and how it looks.

    Raises InputError for what is not there or cannot be listed.
    """
    with opened_at(address) as (system, top):
        found = system.find(top, detail=True)
        if not found and not system.exists(top):
            raise FileNotFoundError
    for path, info in sorted(found.items()):
        place = system.unstrip_protocol(path)
        yield place, FileState(place, info.get("size") or 0, _changed(info))


@contextmanager
def opened_at(address: str) -> "Iterator[tuple[AbstractFileSystem, str]]":
    """Give the file system of an address and the path there, and say in Chinese what it refuses.

    Raises InputError then, and GdqError where a library for such addresses is missing.
    """
    with needed("gdquality[cluster]", "这样的地址"):
        from fsspec.core import url_to_fs
    try:
        yield url_to_fs(address)
    except ImportError as error:
        raise GdqError(f"{address}: 这种地址要用的库没有装", hint=str(error)) from None
    except FileNotFoundError:
        raise InputError(address, Problem("没有这个文件或文件夹")) from None
    except GdqError:
        raise
    except Exception as error:  # noqa: BLE001 -- each file system has errors of its own
        problem = f"无法读写：{type(error).__name__}: {error}"
        raise InputError(address, Problem(problem)) from None


def _changed(info: Mapping[str, Any]) -> int:
    """Return when a file was last changed, in nanoseconds; 0 if its system does not tell."""
    for key in _CHANGED:
        when = info.get(key)
        if isinstance(when, datetime):
            when = when.timestamp()
        if isinstance(when, float | int):
            return int(when * 1e9)
    return 0
