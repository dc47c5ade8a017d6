"""Paths as the platforms of CI want them: relative to the root of the repository."""

from pathlib import Path


def in_repository(file: str) -> str:
    """Return `file` relative to the root of the repository that it is in, with forward slashes.

    Outside of any repository the path stays as it is.
    """
    path = Path(file).absolute()
    for folder in path.parents:
        if (folder / ".git").exists():
            return path.relative_to(folder).as_posix()
    return Path(file).as_posix()
