"""How large a table may be, whatever it is written in."""

MOST_POSITIONS = 1_000_000
"""Cells of a table, merged ones counted wherever they stand: 3,500 rows of 10 have 35,000."""


class TooLargeError(ValueError):
    """A table has more cells than anybody could read."""


def check_size(rows: int, columns: int) -> None:
    """Raise TooLargeError for a table of more than MOST_POSITIONS."""
    if rows * columns > MOST_POSITIONS:
        raise TooLargeError
