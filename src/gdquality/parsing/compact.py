"""Text as it is read: without blanks and line breaks, in simplified characters, each place kept."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from gdquality.characters import simplified
from gdquality.parsing.words import words

_BLANK = re.compile("[\\s\u00ad\u200b\u200c\u200d\u2060\ufeff]")
"""White space, and what a page may put between characters that shows as nothing."""

_NO_GAPS: frozenset[int] = frozenset()

Range = tuple[int, int]
"""Offsets in a text, from the first up to the second."""


class Compact(NamedTuple):
    """What is read of a source: `text` is simplified, `printed` has the very characters.

    `origins` has the place in the source of each character; `gaps` are the places in `text`
    before which the source has blanks.
    """

    text: str
    printed: str
    origins: Sequence[int]
    gaps: frozenset[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where in the source the characters from `start` to `end` stand."""
        return self.origins[start], self.origins[end - 1] + 1


def compacted(source: str) -> Compact:
    """Return `source` without blanks, line breaks and invisible characters."""
    if not _changed().search(source):
        return Compact(source, source, range(len(source)), _NO_GAPS)
    if not _BLANK.search(source):
        return Compact(in_simplified(source), source, range(len(source)), _NO_GAPS)
    origins = [at for at, one in enumerate(source) if not _BLANK.match(one)]
    gaps = {n for n, at in enumerate(origins) if n and at != origins[n - 1] + 1}
    printed = "".join(source[at] for at in origins)
    return Compact(in_simplified(printed), printed, origins, frozenset(gaps))


def in_simplified(text: str) -> str:
    """Return `text` in simplified characters, of which there are as many."""
    if not _traditional().search(text):
        return text
    found = simplified(text)
    return found if len(found) == len(text) else text


@cache
def _changed() -> re.Pattern[str]:
    """Match what is not read as it stands: blanks, and characters of the other script."""
    return re.compile(f"{_BLANK.pattern}|{_traditional().pattern}")


@cache
def _traditional() -> re.Pattern[str]:
    """Match the characters of the other script, of which any text in it has some."""
    return re.compile(f"[{''.join(sorted(words('traditional')))}]")
