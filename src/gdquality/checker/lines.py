"""Single lines of a text that may have millions."""

from collections.abc import Iterable
from io import StringIO


def lines_at(text: str, numbers: Iterable[int]) -> dict[int, str]:
    """Return the lines of `text` with these numbers, which count from 1; others are left out."""
    wanted = set(numbers)
    lines = enumerate(StringIO(text, newline="\n"), start=1)
    return {number: line.removesuffix("\n") for number, line in lines if number in wanted}
