"""Dates of the registry, which say no more than is known: 2018 is some day of that year."""


def is_before(date: str, other: str) -> bool:
    """Tell whether `date` is before `other` to the precision that both have."""
    length = min(len(date), len(other))
    return date[:length] < other[:length]


def may_be(date: str, other: str) -> bool:
    """Tell whether `date` and `other` are one day, as far as is known."""
    length = min(len(date), len(other))
    return date[:length] == other[:length]
