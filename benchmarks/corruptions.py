"""Hand errors in a data set: how many of each kind `gdq validate` finds, and whether at the place.

Every kind of error of `hand_errors` is made in the packaged data, in as many records as are asked
for, one at a time; the data set is checked as the command does. Printed is a line a kind: made,
found, found in the record that is wrong.

    python benchmarks/corruptions.py                 # a sample: 8 records a kind
    python benchmarks/corruptions.py 1000            # every record
    python benchmarks/corruptions.py 8 --silent      # and what passed in silence
"""

import json
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import yaml
from hand_errors import HandError, at, forgeries, notice_errors, registry_errors

from gdquality.checker import check_files
from gdquality.data_folder import NOTICE_FILE, REGISTRY_FILE, DataFolder, packaged_folder
from gdquality.rules.finding import Finding
from gdquality.store.yaml_reader import read_yaml

SEED = 553
SOURCE = "notice.txt"
RECORDS = ("agencies", "changes", "tasks", "deadlines")
WIDTH = 90
"""Characters of an error that passed in silence which are shown."""


@dataclass
class Count:
    """How many errors of a kind were made, found, and found at their place; and the silent ones."""

    made: int = 0
    found: int = 0
    placed: int = 0
    silent: list[HandError] = field(default_factory=list)


class Workplace:
    """A copy of the packaged data set, one of whose files is overwritten again and again."""

    def __init__(self, folder: Path, *, with_source: bool = True) -> None:
        """Copy the packaged data to `folder`."""
        self.folder = folder
        names = (REGISTRY_FILE, NOTICE_FILE, *((SOURCE,) if with_source else ()))
        self.texts = {
            name: (packaged_folder() / name).read_text(encoding="utf-8") for name in names
        }
        for name, text in self.texts.items():
            (folder / name).write_text(text, encoding="utf-8")
        self.usual = {(one.code, one.message) for one in self.findings()}

    def findings(self) -> tuple[Finding, ...]:
        """Return what is found now."""
        return check_files([], DataFolder(self.folder)).findings

    def judge(self, name: str, error: HandError) -> tuple[bool, bool]:
        """Return whether `error` in the file `name` is found, and whether in its record."""
        text = _yaml(error.data)
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        new = [one for one in self.findings() if (one.code, one.message) not in self.usual]
        first, last = lines_of(error, text)
        placed = any(one.file == str(path) and first <= one.line <= last for one in new)
        path.write_text(self.texts[name], encoding="utf-8")
        return bool(new), placed


def lines_of(error: HandError, text: str) -> tuple[int, int]:
    """Return the first and last line of the record that is wrong, or of a list outside of any."""
    in_record = error.path[0] in RECORDS and len(error.path) > 1
    record = error.path[: 2 if in_record else 1]
    size = len(_yaml(at(error.data, record)).splitlines())
    line, _ = read_yaml(text, "").at(record)
    return line, line + size


def _yaml(value: Any) -> str:
    value = json.loads(json.dumps(value))  # what stands twice is no anchor and alias
    return yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)


def count(errors: Iterable[HandError], name: str, workplace: Workplace) -> dict[str, Count]:
    """Return what was found of `errors`, made in the file `name`, by kind."""
    counts: dict[str, Count] = {}
    for error in errors:
        found, placed = workplace.judge(name, error)
        one = counts.setdefault(error.kind, Count())
        one.made += 1
        one.found += found
        one.placed += placed
        if not found:
            one.silent.append(error)
    return counts


def sample(errors: Iterable[HandError], most: int, random: Random) -> Iterator[HandError]:
    """Yield `most` errors of each kind, or all if there are no more."""
    kinds: dict[str, list[HandError]] = {}
    for error in errors:
        kinds.setdefault(error.kind, []).append(error)
    for those in kinds.values():
        yield from random.sample(those, min(most, len(those)))


def table(title: str, counts: dict[str, Count], *, silent: bool) -> str:
    """Return the counts as lines, the sums last."""
    lines = [f"{title}\n{'made':>6} {'found':>6} {'place':>6}"]
    for kind, one in counts.items():
        lines.append(f"{one.made:6} {one.found:6} {one.placed:6}  {kind}")
        lines += [f"{'':22}{_shown(error)}" for error in one.silent if silent]
    made, found = (
        sum(one.made for one in counts.values()),
        sum(one.found for one in counts.values()),
    )
    placed = sum(one.placed for one in counts.values())
    lines.append(f"{made:6} {found:6} {placed:6}  in all; {made - found} in silence\n")
    return "\n".join(lines)


def _shown(error: HandError) -> str:
    name = at(error.data, error.path[:2]) if error.path[0] == "agencies" else {}
    shown = f"{'.'.join(map(str, error.path))} {at(error.data, error.path)}"
    return f"{shown[:WIDTH]} {name.get('name', '') if isinstance(name, dict) else ''}"


def main() -> None:
    """Measure and print."""
    numbers = [int(one) for one in sys.argv[1:] if one.isdigit()]
    most, silent = (numbers or [8])[0], "--silent" in sys.argv
    for title, name, errors, with_source in (
        ("agencies.yaml", REGISTRY_FILE, registry_errors, True),
        ("tasks.yaml", NOTICE_FILE, notice_errors, True),
        ("tasks.yaml forged, with its source", NOTICE_FILE, forgeries, True),
        ("tasks.yaml forged, without its source", NOTICE_FILE, forgeries, False),
    ):
        random = Random(SEED)
        with tempfile.TemporaryDirectory() as folder:
            workplace = Workplace(Path(folder), with_source=with_source)
            data = read_yaml(workplace.texts[name], name).value
            drawn = sample(errors(data, random), most, random)
            print(table(title, count(drawn, name, workplace), silent=silent))


if __name__ == "__main__":
    main()
