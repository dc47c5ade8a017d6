"""Hostile input by the thousand: notices, lists, names and data files, broken at random.

Whatever comes in, a notice is read or refused with the parser's one error, a name is resolved or
not, a data file gives findings. Anything else that is raised ends the run, with what raised it.
Printed are how many were made and taken, and the slowest; the same seed makes the same input.

    python benchmarks/robustness.py                # 2,000 of each
    python benchmarks/robustness.py 100000 7       # 100,000 of each, by another seed
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from gdquality.checker import check_files
from gdquality.data_folder import NOTICE_FILE, REGISTRY_FILE, DataFolder, packaged_folder
from gdquality.dataset import load
from gdquality.errors import InputError
from gdquality.parsing import parse

SEED = 553
HALF = 0.5
LIMIT = 1.0
"""Seconds after which an input is called slow; each is some thousand characters."""

DATA = load()

ODD = (
    "\t\n\r\0\x1b\x85\u200b\u2028\ufeff\ud800\U0001f600 　"
    "，、；。：:（）()〔〕*[]{}&!|>#-\"'“”1１一各等省"
)
"""What breaks things: white space, controls, separators, what YAML and Markdown read."""


@dataclass
class Run:
    """What came of the inputs of one kind: how many, how many were taken, the slowest."""

    kind: str
    made: int = 0
    taken: int = 0
    slowest: float = 0.0

    def __str__(self) -> str:
        """Return the line that is printed."""
        return f"{self.made:9,} {self.taken:9,} {self.slowest:8.3f} s  {self.kind}"


def mutated(text: str, random: Random, most: int = 5) -> str:
    """Return `text` after a few accidents of any kind at random places."""
    for _ in range(random.randint(1, most)):
        start = random.randrange(len(text) + 1)
        end = min(len(text), start + random.choice((0, 1, 1, 2, 10, 200)))
        match random.randrange(5):
            case 0:  # lost
                text = text[:start] + text[end:]
            case 1:  # twice, or many times
                text = text[:end] + text[start:end] * random.choice((1, 1, 50)) + text[end:]
            case 2:  # moved elsewhere
                rest = text[:start] + text[end:]
                place = random.randrange(len(rest) + 1)
                text = rest[:place] + text[start:end] + rest[place:]
            case 3:  # something odd put in
                text = text[:start] + random.choice(ODD) * random.choice((1, 1, 30)) + text[start:]
            case _:  # cut off
                text = text[: max(start, len(text) // 2)]
    return text


def notices(random: Random) -> Iterator[str]:
    """Yield the packaged notice, mutated."""
    text = (packaged_folder() / "notice.txt").read_text(encoding="utf-8")
    while True:
        yield mutated(text, random)


def lists(random: Random) -> Iterator[str]:
    """Yield notices of one row, its lists made at random of names, pieces of them and odd signs."""
    head, tail = _around_the_rows()
    while True:
        lead, support = (_list(DATA.registry.names, random) for _ in range(2))
        yield f"{head}1\t一事\t{lead}\t{support}\n{tail}"


def _around_the_rows() -> tuple[str, str]:
    """Return what stands in the packaged notice before its first row and behind its last."""
    lines = (packaged_folder() / "notice.txt").read_text(encoding="utf-8").splitlines(keepends=True)
    rows = [number for number, line in enumerate(lines) if "\t" in line]
    return "".join(lines[: rows[0] + 1]), "".join(lines[rows[-1] + 1 :])


def _list(names: tuple[str, ...], random: Random) -> str:
    provincial = [name[1:] for name in names if name[0] == "省"]
    text = "省" + "、".join(random.sample(provincial, random.randint(1, 8)))
    return text if random.random() < HALF else mutated(text, random, most=2)


def names(random: Random) -> Iterator[str]:
    """Yield names: real ones mutated, and any characters."""
    real = DATA.registry.names
    while True:
        if random.random() < HALF:
            yield mutated(random.choice(real), random, most=2)
        else:
            yield "".join(_piece(real, random) for _ in range(random.randint(0, 8)))


def _piece(names: tuple[str, ...], random: Random) -> str:
    match random.randrange(6):
        case 0 | 1:
            return random.choice(names)
        case 2:
            name = random.choice(names)
            return name[random.randrange(len(name)) :]
        case 3 | 4:
            return random.choice(ODD)
        case _:
            return chr(
                random.choice((random.randrange(0x110000), random.randrange(0x4E00, 0x9FFF)))
            )


def data_files(name: str) -> Callable[[Random], Iterator[str]]:
    """Return what yields the packaged file `name`, mutated."""

    def made(random: Random) -> Iterator[str]:
        text = (packaged_folder() / name).read_text(encoding="utf-8")
        while True:
            yield mutated(text, random)

    return made


def takes_notice(text: str) -> bool:
    """Parse `text`; return whether it was read. Raises what the parser should not, or an invention.

    The characters of a mention stand in a cell of its task, in order, whatever it lends to others;
    words in a cell may give another role than its heading.
    """
    try:
        notice = parse(text.encode("utf-8", "surrogatepass"), "n.txt", DATA.registry)
    except InputError as error:
        if not error.messages:
            raise AssertionError("an error without a message") from error
        return False
    for task in notice.tasks:
        for mention in task.every_mention:
            if not any(_is_printed(mention.text, one.text) for one in task.printed):
                raise AssertionError(f"“{mention.text}” is printed nowhere in {task.printed}")
    return True


def _is_printed(name: str, cell: str) -> bool:
    rest = iter(cell)
    return all(character in rest for character in name)


def takes_name(text: str) -> bool:
    """Resolve `text`; return whether it is one agency's."""
    return type(DATA.resolve(text)).__name__ == "Resolved"


def takes_file(name: str, folder: Path) -> Callable[[str], bool]:
    """Return what checks a text as the file `name` of a data set and tells whether it was sound."""
    for one in (REGISTRY_FILE, NOTICE_FILE):
        (folder / one).write_bytes((packaged_folder() / one).read_bytes())

    def takes(text: str) -> bool:
        (folder / name).write_bytes(text.encode("utf-8", "surrogatepass"))
        findings = check_files([folder / name], DataFolder(folder)).findings
        return not any(one.severity == "error" for one in findings)

    return takes


def run(kind: str, inputs: Iterator[str], takes: Callable[[str], bool], most: int) -> Run:
    """Return what came of `most` inputs; raises what one of them raised, that input as a note."""
    result = Run(kind)
    for _ in range(most):
        text = next(inputs)
        start = time.perf_counter()
        try:
            result.taken += takes(text)
        except Exception as error:
            error.add_note(f"{kind}: {text!r}")
            raise
        result.slowest = max(result.slowest, time.perf_counter() - start)
        result.made += 1
    return result


def runs(most: int, seed: int) -> Iterator[Run]:
    """Yield what came of each kind of input."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for kind, inputs, takes in (
            ("notices", notices, takes_notice),
            ("lists", lists, takes_notice),
            ("names", names, takes_name),
            (NOTICE_FILE, data_files(NOTICE_FILE), takes_file(NOTICE_FILE, folder)),
            (REGISTRY_FILE, data_files(REGISTRY_FILE), takes_file(REGISTRY_FILE, folder)),
        ):
            random = Random(seed)
            yield run(kind, inputs(random), takes, most)


def main() -> int:
    """Run, print, and return 1 if an input was slow."""
    numbers = [int(one) for one in sys.argv[1:]]
    most, seed = (*numbers, *(2_000, SEED)[len(numbers) :])
    print(f"{'made':>9} {'taken':>9} {'slowest':>10}")
    slow = False
    for result in runs(most, seed):
        print(result, flush=True)
        slow = slow or result.slowest > LIMIT
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
