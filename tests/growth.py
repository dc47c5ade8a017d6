"""How the time that a function takes grows with its input."""

import time
from collections.abc import Callable

TIMES = 4
SQUARED = 10
"""A growth by which time squares with size, and is not proportional to it."""

LEAST = 0.02
"""Seconds that are counted at the least: below, a machine's other work tells more than ours."""


def growth(work: Callable[[int], object], size: int) -> float:
    """Return how much longer `work` takes of this process at `size` than at a quarter of it.

    It is 4 where time is proportional to size, and 16 where it is to the square of it. The best of three counts.
    """
    return _least(work, size) / max(_least(work, size // TIMES), LEAST)


def _least(work: Callable[[int], object], size: int) -> float:
    taken = []
    for _ in range(3):
        start = time.process_time()
        work(size)
        taken.append(time.process_time() - start)
    return min(taken)
