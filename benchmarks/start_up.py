"""Answers as whole processes, against an empty two-command program of the newest Typer.

Wanted: a table takes no longer, JSON and a completion at most two thirds. Run it with an
environment of the project as it is installed for use (`pip install .`):

    python benchmarks/start_up.py

A second environment with the newest Typer is made in a temporary folder. The programs take turns;
what is printed are the medians' ratios of this one run on this one machine.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROUNDS = 30
EMPTY = """\
import typer

app = typer.Typer()


@app.command()
def agency(name: str) -> None:
    pass


@app.command()
def task(number: int) -> None:
    pass


app()
"""


def main() -> None:
    """Measure and print."""
    # Without its cache of bytecode Python compiles an editable package at every start.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder, "bin", "python")
        pip = [str(python), "-m", "pip", "install", "--quiet", "typer"]
        subprocess.run(pip, check=True, env=environment)
        empty = Path(folder, "empty.py")
        empty.write_text(EMPTY, encoding="utf-8")
        gdq = [sys.executable, "-m", "gdquality"]
        programs = {
            "empty Typer program": [str(python), str(empty), "agency", "x"],
            "gdq agency 质监局": [*gdq, "agency", "质监局"],
            "gdq agency 质监局 -f json": [*gdq, "agency", "质监局", "-f", "json"],
            "gdq task 21": [*gdq, "task", "21"],
            "gdq tasks": [*gdq, "tasks"],
            "gdq tasks 品牌 -f json": [*gdq, "tasks", "品牌", "-f", "json"],
            "gdq matrix": [*gdq, "matrix"],
            "gdq partners 质监局": [*gdq, "partners", "质监局"],
            "gdq agency 质<TAB>": completion(["gdq", "agency", "质"], gdq),
            "gdq task 2<TAB>": completion(["gdq", "task", "2"], gdq),
        }
        medians = measure(programs, environment)
    base = medians["empty Typer program"]
    for name, median in medians.items():
        print(f"{median / base:5.2f}  {name}")


def completion(words: list[str], gdq: list[str]) -> list[str]:
    """Return the command that bash runs when TAB is pressed after `words`."""
    asked = (f"COMP_WORDS={' '.join(words)}", f"COMP_CWORD={len(words) - 1}")
    return ["env", "_GDQ_COMPLETE=complete_bash", *asked, *gdq]


def measure(programs: dict[str, list[str]], environment: dict[str, str]) -> dict[str, float]:
    """Return the median seconds of each program, which take turns."""
    seconds: dict[str, list[float]] = {name: [] for name in programs}
    for round_ in range(ROUNDS + 2):
        for name, command in programs.items():
            start = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True, env=environment)
            if round_ >= 2:  # noqa: PLR2004 -- the first two fill the caches
                seconds[name].append(time.perf_counter() - start)
    return {name: statistics.median(times) for name, times in seconds.items()}


if __name__ == "__main__":
    main()
