"""How large what is read may be, so that no file takes long or all memory.

A notice has some thousand characters, the longest table of tasks some thousand rows.
"""

import contextlib
from collections.abc import Iterator

from gdquality.errors import InputError, Problem

MOST_CHARACTERS = 4_000_000
"""Characters of a text, or of what a page shows: 3,500 rows have 300,000."""

MOST_LINES = 100_000
"""Lines of a text; each is a paragraph, which takes half a kilobyte."""

MOST_POSITIONS = 500_000
"""Cells of a table of a page, or of all in an Office file, merged ones counted wherever they stand:
some 70 MB. 3,500 rows of 10 have 35,000."""


class TooLargeError(ValueError):
    """Something is larger than a limit; the message says what, to the user."""


@contextlib.contextmanager
def within_limits(file: str) -> Iterator[None]:
    """Turn a TooLargeError into the InputError of `file`."""
    try:
        yield
    except TooLargeError as error:
        raise InputError(file, Problem(str(error))) from None


def check_table(positions: int) -> None:
    """Raise TooLargeError for a table of more than MOST_POSITIONS."""
    if positions > MOST_POSITIONS:
        raise TooLargeError(f"表格太大：连同合并的单元格超过 {MOST_POSITIONS} 格")


def check_text(text: str) -> None:
    """Raise TooLargeError for a text of more than MOST_CHARACTERS or MOST_LINES."""
    if len(text) > MOST_CHARACTERS:
        raise TooLargeError(f"文字太多：超过 {MOST_CHARACTERS} 字")
    if text.count("\n") > MOST_LINES:
        raise TooLargeError(f"文字太多：超过 {MOST_LINES} 行")
