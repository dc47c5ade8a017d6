"""Parsing the notice: milliseconds, and how they grow with rows and with notices.

Wanted: the notice in under 5 ms, its time in proportion to rows and notices.

    python benchmarks/parsing.py
"""

import time
from collections.abc import Callable

from gdquality.data_folder import packaged_folder
from gdquality.dataset import load
from gdquality.parsing import parse
from gdquality.records import Notice

ROUNDS = 30


def best(function: Callable[[], object]) -> float:
    """Return the least milliseconds that `function` took."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        function()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def lengthened(text: str, factor: int) -> bytes:
    """Return the notice with its rows `factor` times over, numbered on."""
    lines = text.split("\n")
    rows = [line.split("\t", 1)[1] for line in lines if line[:1].isdigit() and "\t" in line]
    first = next(n for n, line in enumerate(lines) if line.startswith("序号"))
    last = max(n for n, line in enumerate(lines) if "\t" in line)
    table = [f"{number}\t{row}" for number, row in enumerate(rows * factor, start=1)]
    return "\n".join([*lines[: first + 1], *table, *lines[last + 1 :]]).encode()


def main() -> None:
    """Measure and print."""
    data = (packaged_folder() / "notice.txt").read_bytes()
    registry = load().registry

    def read(source: bytes) -> Notice:
        return parse(source, "notice.txt", registry)

    base = best(lambda: read(data))
    print(f"{base:6.2f} ms  the notice, 35 rows")
    for factor in (10, 100):
        source = lengthened(data.decode(), factor)
        ratio = best(lambda source=source: read(source)) / base  # type: ignore[misc]
        print(f"{ratio:6.1f}     {factor} times the rows")
    ratio = best(lambda: [read(data) for _ in range(10)]) / base
    print(f"{ratio:6.1f}     10 notices")


if __name__ == "__main__":
    main()
