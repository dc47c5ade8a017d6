"""Building a database of many notices: rate on one core and on all, memory, a second run, kills.

    python benchmarks/building.py                 # 10,000 notices, 50 kills: some ten minutes
    python benchmarks/building.py 1000 10

What counts are the ratios of one run on one machine: the rate of all cores to that of one times
their number, and the second run to the first.
"""

import contextlib
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from many_notices import make_notices

GDQ = [sys.executable, "-m", "gdquality"]
ASKED = 5
"""How often a question is put, of which the median counts."""

FOLDER = 200
"""Notices of a folder that is asked."""

LONGEST = 10.0
"""Seconds after which a build is killed at the latest."""

EVERY = 0.2
"""Seconds between two looks at the memory."""


def run(*arguments: str, cores: set[int] | None = None) -> tuple[float, int]:
    """Run `gdq`, on `cores` if given; return the seconds and the most memory in kB at a time."""
    begin = time.perf_counter()

    def pin() -> None:
        if cores:
            os.sched_setaffinity(0, cores)

    process = subprocess.Popen(
        [*GDQ, *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=pin,  # noqa: PLW1509 -- no thread runs yet
    )
    most = [0]
    watcher = threading.Thread(target=_watch, args=(process, most))
    watcher.start()
    process.wait()
    watcher.join()
    return time.perf_counter() - begin, most[0]


def _watch(process: subprocess.Popen[bytes], most: list[int]) -> None:
    while process.poll() is None:
        most[0] = max(most[0], sum(map(_memory, family(process.pid))))
        time.sleep(EVERY)


def family(pid: int) -> Iterator[int]:
    """Yield `pid` and the processes that it has started, and they."""
    yield pid
    with contextlib.suppress(OSError):
        for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
            yield from family(int(child))


def _memory(pid: int) -> int:
    """Return the proportional set size of a process in kB: what is shared counts once."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


def content(path: Path) -> dict[str, list[str]]:
    """Return all that a database holds, however it came there; it is sound."""
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    tables = ("documents", "tasks", "assignments", "deadline_bodies", "names", "copies")
    return {
        table: sorted(map(repr, connection.execute(f"SELECT * FROM {table}")))  # noqa: S608 -- names of ours
        for table in tables
    }


def kills(sources: Path, path: Path, times: int, longest: float) -> None:
    """Kill a build at random moments, `times` times; start anew where one has ended."""
    chance = random.Random(1)
    done = 0
    while done < times:
        command = [*GDQ, "build", str(sources), "-o", str(path), "--jobs", "2"]
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        try:
            process.wait(chance.uniform(0.3, longest))
            path.unlink()
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            done += 1


def asked(*arguments: str) -> float:
    """Return the median seconds of a question."""
    return sorted(run(*arguments)[0] for _ in range(ASKED))[ASKED // 2]


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    times = int(sys.argv[2]) if len(sys.argv) > 2 else 50  # noqa: PLR2004 -- a second argument
    cores = sorted(os.sched_getaffinity(0))
    with tempfile.TemporaryDirectory() as place:
        sources, path = Path(place, "sources"), Path(place, "notices.db")
        make_notices(sources, count)
        build = ("build", str(sources), "-o")
        one, _ = run(*build, str(Path(place, "one.db")), "--jobs", "1", cores={cores[0]})
        every, memory = run(*build, str(path), "--jobs", str(len(cores)))
        second, _ = run(*build, str(path))
        print(f"{count / one:8.1f} notices a second on one core")
        print(
            f"{count / every:8.1f} on {len(cores)}: {one / every / len(cores):.0%} of as many times"
        )
        print(f"{memory / 1000:8.0f} MB at most, all processes together")
        print(f"{every / second:8.0f} times as fast when nothing has changed")
        print(f"{path.stat().st_size / count / 1000:8.1f} kB a notice")
        question = ("agency", "广东省财政厅", "-f", "json", "--data")
        everywhere = ("agency", "财政厅", "-f", "json", "--data", str(path))
        print(f"{asked(*question[:4]):8.2f} s gdq agency 广东省财政厅 of the packaged notice")
        print(f"{asked(*question, str(path)):8.2f} s of the database, of notices of 15 places")
        print(f"{asked(*everywhere):8.2f} s gdq agency 财政厅, in half of all the notices")
        folder, files = Path(place, "mine"), sorted(sources.rglob("*.*"))[:FOLDER]
        run("add", *map(str, files), "--data", str(folder))
        first, _ = run(*question, str(folder))
        print(f"{first:8.2f} s of a folder of {FOLDER}, the first time")
        print(f"{asked(*question, str(folder)):8.2f} s after that")
        killed = Path(place, "killed.db")
        kills(sources, killed, times, min(every * 0.5, LONGEST))
        run(*build, str(killed))
        print(f"{times:8} kills: {'the same' if content(killed) == content(path) else 'ANOTHER'}")


if __name__ == "__main__":
    main()
