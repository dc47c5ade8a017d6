"""`gdq validate` as a whole process, beside check-jsonschema (with `gdq schema`) and yamllint.

On the project's own data, and on data sets made of it with 100, 1,000 and 10,000 tasks. The other
two are installed into a temporary folder; the programs take turns, and ratios of one run are
printed:

    python benchmarks/validating.py
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from dataclasses import replace
from pathlib import Path

from gdquality.data_folder import packaged_folder
from gdquality.dataset import load
from gdquality.store.yaml_writer import dump_notice

SIZES = (100, 1_000, 10_000)


def data_set(folder: Path, size: int) -> Path:
    """Write a tasks.yaml of `size` tasks that is sound in itself, and return its path."""
    notice = load().notice
    tasks = tuple(
        replace(
            notice.tasks[number % len(notice.tasks)],
            number=number + 1,
            title=f"{notice.tasks[number % len(notice.tasks)].title}{number}",
        )
        for number in range(size)
    )
    path = folder / f"{size}" / "tasks.yaml"
    path.parent.mkdir()
    path.write_text(dump_notice(replace(notice, tasks=tasks)), encoding="utf-8")
    return path


def seconds(commands: dict[str, list[str]], rounds: int) -> dict[str, float]:
    """Return the median seconds of each command, which take turns."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, capture_output=True, check=False, env=environment)
            times[name].append(time.perf_counter() - start)
    return {name: statistics.median(each) for name, each in times.items()}


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        venv.create(folder / "venv", with_pip=True)
        tools = folder / "venv" / "bin"
        packages = ["check-jsonschema", "yamllint"]
        subprocess.run([str(tools / "pip"), "install", "--quiet", *packages], check=True)
        gdq = [sys.executable, "-m", "gdquality"]
        schema = folder / "schema.json"
        schema.write_bytes(subprocess.run([*gdq, "schema"], capture_output=True, check=True).stdout)

        def commands(path: Path) -> dict[str, list[str]]:
            checked = [str(tools / "check-jsonschema"), "--schemafile", str(schema), str(path)]
            return {
                "gdq validate": [*gdq, "validate", str(path)],
                "check-jsonschema": checked,
                "yamllint": [str(tools / "yamllint"), str(path)],
            }

        paths = {"35 (own data)": packaged_folder() / "tasks.yaml"}
        paths |= {f"{size:,}": data_set(folder, size) for size in SIZES}
        first = 0.0
        print("tasks          gdq validate: seconds, to check-jsonschema, to yamllint, to both")
        for label, path in paths.items():
            taken = seconds(commands(path), 3 if "000" in label else 9)
            mine, other, third = taken.values()
            first = first or mine
            print(
                f"{label:>13}  {mine:8.2f}  {mine / other:5.2f}  {mine / third:5.2f}  "
                f"{mine / (other + third):5.2f}"
            )


if __name__ == "__main__":
    main()
