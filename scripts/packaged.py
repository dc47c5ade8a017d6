"""A file of the packaged data that a script makes: written, or compared with what is there."""

import sys

from gdquality.data_folder import packaged_folder
from gdquality.files import write_bytes


def write_or_check(file: str, made: str, source: str, *, check: bool) -> int:
    """Write `made` to the packaged `file`, or only `check` that it is there; return the exit code.

    `source` is what it is made from, as an error names it.
    """
    path = packaged_folder() / file
    if not check:
        write_bytes(path, made.encode())
        return 0
    if path.read_text(encoding="utf-8") == made:
        return 0
    sys.stderr.write(f"error: {file} is not what {source} gives: run {sys.argv[0]}\n")
    return 1
