"""Parsing the notice: milliseconds of this process, and how they grow with rows and with notices.

The best of many calls is what a notice costs among others, when the patterns are compiled and the
vocabulary of the registry knows its words; the first call is what one notice alone costs, beside
the import of the parser. Machines differ: the same run times what reads the lines of the notice,
and what reads the records that come of it, from their YAML.

    python benchmarks/parsing.py
"""

import gc
import time
from collections.abc import Callable

from gdquality.data_folder import packaged_folder
from gdquality.dataset import load
from gdquality.parsing import parse
from gdquality.records import Notice
from gdquality.sources.recognition import read_source
from gdquality.store.yaml_reader import read_yaml

ROUNDS = 50


def taken(function: Callable[[], object]) -> float:
    """Return the milliseconds of this process that `function` took."""
    start = time.process_time()
    function()
    return (time.process_time() - start) * 1000


def best(function: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the least milliseconds that `function` took."""
    return min(taken(function) for _ in range(rounds))


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
    gc.disable()  # as the command does
    folder = packaged_folder()
    data = (folder / "notice.txt").read_bytes()
    records = (folder / "tasks.yaml").read_text(encoding="utf-8")
    registry = load().registry

    def read(source: bytes) -> Notice:
        return parse(source, "notice.txt", registry)

    first = taken(lambda: read(data))
    base = best(lambda: read(data))
    lines = best(lambda: read_source(data, "notice.txt"))
    yaml = best(lambda: read_yaml(records, "tasks.yaml"), rounds=5)
    print(f"{base:6.2f} ms  the notice, 35 rows; {first:.0f} ms when it is the first")
    print(f"{base / lines:6.1f}     times what reading its lines and tables takes")
    print(f"{base / yaml:6.2f}     times what reading its records from YAML takes")
    for factor in (10, 100):
        source = lengthened(data.decode(), factor)
        ratio = best(lambda source=source: read(source), rounds=5) / base  # type: ignore[misc]
        print(f"{ratio:6.1f}     {factor} times the rows")
    ratio = best(lambda: [read(data) for _ in range(10)]) / base
    print(f"{ratio:6.1f}     10 notices")


if __name__ == "__main__":
    main()
