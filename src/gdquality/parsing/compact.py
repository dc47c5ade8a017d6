"""Text without the blanks and line breaks that a page or a cell puts into it, each place kept."""

from collections.abc import Sequence
from dataclasses import dataclass

_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


@dataclass(frozen=True, slots=True)
class Compact:
    """`text` without blanks; `origins` has the place in the source of each of its characters.

    `gaps` are the places in `text` before which the source has blanks.
    """

    text: str
    origins: Sequence[int]
    gaps: frozenset[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where in the source the characters from `start` to `end` stand."""
        if start >= end:
            at = self.origins[start] if start < len(self.origins) else 0
            return at, at
        return self.origins[start], self.origins[end - 1] + 1


def compacted(source: str) -> Compact:
    """Return `source` without blanks, line breaks and invisible characters."""
    origins = [at for at, one in enumerate(source) if not one.isspace() and one not in _INVISIBLE]
    gaps = {n for n, at in enumerate(origins) if n and at != origins[n - 1] + 1}
    return Compact("".join(source[at] for at in origins), origins, frozenset(gaps))
