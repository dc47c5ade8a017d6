"""How a file looks, by which it is known again without reading it."""

import os
from pathlib import Path
from typing import NamedTuple


class FileState(NamedTuple):
    """A file as it was when it was read: it is not read again while it looks the same."""

    path: str
    size: int
    modified: int
    """Nanoseconds, as the system counts them; 0 where nobody tells."""

    @classmethod
    def of(cls, path: str) -> "FileState":
        """Return how the file at `path` looks; what nobody can look at, its reader tells of."""
        try:
            status = Path(path).stat()
        except OSError:
            return cls(as_text(path), 0, 0)
        if not os.access(path, os.R_OK):
            return cls(as_text(path), status.st_size, 0)
        return cls(as_text(path), status.st_size, status.st_mtime_ns)


def as_text(path: str) -> str:
    """Return `path` as text: not every name of a file is."""
    return path.encode("utf-8", "backslashreplace").decode()
