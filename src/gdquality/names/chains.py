"""Chains of changes: from a body to what it became, and back to what it came of."""

from collections.abc import Callable, Iterable, Iterator

from gdquality.records import Change

_Ends = tuple[tuple[str, ...], tuple[str, ...]]


def after(name: str, changes: Iterable[Change]) -> Iterator[tuple[str, Change]]:
    """Yield each body that `name` became or gave duties to, with the change that made it so."""
    return _walk(name, changes, _forwards, _is_earlier)


def before(name: str, changes: Iterable[Change]) -> Iterator[tuple[str, Change]]:
    """Yield each body that `name` came of or took duties from, with the change that made it so."""
    return _walk(name, changes, _backwards, _is_later)


def _forwards(change: Change) -> _Ends:
    return change.before, change.after


def _backwards(change: Change) -> _Ends:
    return change.after, change.before


def _walk(
    name: str,
    changes: Iterable[Change],
    ends: Callable[[Change], _Ends],
    is_against_time: Callable[[str, str], bool],
) -> Iterator[tuple[str, Change]]:
    """Yield each body that a chain of `changes` leads to from `name`, with the last of them.

    The dates of a chain go one way, and it does not go on from a body that took over duties only.
    """
    reached = {name}
    waiting = [(name, "")]
    seen = set(waiting)
    while waiting:
        here, since = waiting.pop(0)
        for change in changes:
            start, end = ends(change)
            if here not in start or is_against_time(change.date, since):
                continue
            for agency in end:
                if agency not in reached:
                    reached.add(agency)
                    yield agency, change
                step = agency, change.date
                if change.kind != "transferred" and step not in seen:
                    seen.add(step)
                    waiting.append(step)


def _is_earlier(date: str, other: str) -> bool:
    """Tell whether `date` is before `other`, as far as both are known."""
    length = min(len(date), len(other))
    return date[:length] < other[:length]


def _is_later(date: str, other: str) -> bool:
    return bool(other) and _is_earlier(other, date)
