"""Names: what our steps and rapidfuzz's scorers answer, and how long that takes.

Each alias of the registry is taken away and then asked for. Ours has the other aliases left, and
so has rapidfuzz, which takes the best of all names above a score. With a list (tab-separated: a
query in which control characters are escaped, the name it means, `-` for none or A|B for a question
back, a category) that is asked as well. Printed are right, wrong, asked back and unanswered, and
the time as a ratio to WRatio's, all of one run:

    python benchmarks/names.py [LIST]
"""

import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from rapidfuzz import fuzz, process

from gdquality.dataset import load
from gdquality.names.government import Meanings, layers_with, packaged_places
from gdquality.names.registry import Registry
from gdquality.names.resolve import Ambiguous, Resolved, Resolver
from gdquality.records import Agency

CUTOFF = 80
KINDS = ("right", "wrong", "asked", "none")
ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[nrt])")

Answer = Callable[[str, Registry], frozenset[str]]
"""From a query and the registry to the canonical names: one if answered, several if asked back."""


def without(registry: Registry, agency: Agency, alias: str) -> Registry:
    """Return `registry` without one alias of one agency."""
    aliases = tuple(one for one in agency.aliases if one != alias)
    agencies = tuple(
        replace(one, aliases=aliases) if one is agency else one for one in registry.data.agencies
    )
    return Registry(replace(registry.data, agencies=agencies))


def by_steps(resolver: Resolver, query: str) -> frozenset[str]:
    """Answer by the steps of `gdquality.names.resolve`."""
    answer = resolver.resolve(query)
    if isinstance(answer, Resolved):
        return frozenset((answer.agency.name,))
    agencies = answer.candidates if isinstance(answer, Ambiguous) else ()
    return frozenset(agency.name for agency in agencies)


def ours(query: str, registry: Registry) -> frozenset[str]:
    """Answer by the steps of `gdquality.names.resolve`, indexed anew."""
    return by_steps(Resolver(registry, load().readings), query)


def by(scorer: Callable[..., float]) -> Answer:
    """Return an answer by a rapidfuzz scorer: the best names at or above the cutoff."""

    def answer(query: str, registry: Registry) -> frozenset[str]:
        names = tuple(registry.bearers)
        found = process.extract(query, names, scorer=scorer, score_cutoff=CUTOFF, limit=5)
        best = (name for name, score, _ in found if score == found[0][1])
        return frozenset(registry.bearers[name][0].name for name in best)

    return answer


SCORERS = {
    "WRatio": by(fuzz.WRatio),
    "ratio": by(fuzz.ratio),
    "partial_ratio": by(fuzz.partial_ratio),
    "token_set_ratio": by(fuzz.token_set_ratio),
}


def kind_of(found: frozenset[str], expected: frozenset[str]) -> str:
    """Return what is to be said of an answer: right, wrong, asked back or none."""
    if found == expected:
        return "right"
    return "none" if not found else "wrong" if len(found) == 1 else "asked"


def leave_one_out(answer: Answer, registry: Registry) -> tuple[Counter[str], list[tuple[str, str]]]:
    """Return how many answers are right, wrong, asked back and none, and the wrong ones."""
    counts: Counter[str] = Counter()
    wrong = []
    for agency in registry.data.agencies:
        for alias in agency.aliases:
            found = answer(alias, without(registry, agency, alias))
            kind = kind_of(found, frozenset((agency.name,)))
            counts[kind] += 1
            if kind == "wrong":
                wrong.append((alias, "".join(found)))
    return counts, wrong


def read_list(path: Path) -> Iterator[tuple[str, frozenset[str], str]]:
    """Yield the query, the names expected and the category of each row but the first."""
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        query, expected, category = line.split("\t")
        names = frozenset(expected.split("|")) - {"-"}
        yield ESCAPE.sub(_unescaped, query), names, category


def _unescaped(found: re.Match[str]) -> str:
    what = found[1]
    return {"n": "\n", "r": "\r", "t": "\t"}.get(what) or chr(int(what[1:], 16))


def ask(path: Path, registry: Registry) -> None:
    """Print what is answered to the list in `path`."""
    rows = list(read_list(path))
    resolver = Resolver(registry, load().readings)

    def at_once(query: str, _: Registry) -> frozenset[str]:
        return by_steps(resolver, query)

    answers: dict[str, Answer] = {"gdquality": at_once} | SCORERS
    for name, answer in answers.items():
        kinds = [kind_of(answer(query, registry), expected) for query, expected, _ in rows]
        print_counts(Counter(kinds), name)
        if name == "gdquality":
            for category in sorted({row[2] for row in rows}):
                of_it = [kind for kind, row in zip(kinds, rows, strict=True) if row[2] == category]
                print_counts(Counter(of_it), f"    of category {category}")
    print()


def print_counts(counts: Counter[str], name: str) -> None:
    """Print a line of counts."""
    print("  ".join(f"{counts[kind]:5}" for kind in KINDS), name, sep="  ")


def main() -> None:
    """Measure and print."""
    registry = load().registry
    print("  ".join(f"{kind:>5}" for kind in KINDS))
    for name, answer in ({"gdquality": ours} | SCORERS).items():
        print_counts(leave_one_out(answer, registry)[0], name)
    print()
    for path in sys.argv[1:]:
        ask(Path(path), registry)
    names = tuple(registry.bearers)
    resolver = Resolver(registry, load().readings)
    queries = {
        "exact": "质监局",
        "abbreviation": "质技监局",
        "pinyin": "gdfgw",
        "slip": "环境报护厅",
        "miss": "海洋气象部",
    }
    for kind, query in queries.items():
        mine = best(lambda query=query: resolver.resolve(query))  # type: ignore[misc]
        theirs = best(lambda query=query: process.extractOne(query, names, scorer=fuzz.WRatio))  # type: ignore[misc]
        print(f"{mine * 1e6:8.1f} µs, {mine / theirs:6.3f} of WRatio  {kind}")
    larger = Resolver(ten_times(registry), load().readings)
    ratio = best(lambda: larger.resolve("质监局")) / best(lambda: resolver.resolve("质监局"))
    print(f"{ratio:8.2f}  an exact name in ten times the registry, to one in the registry")
    known = [name for name in registry.bearers if registry.identify(name)]
    first = best(
        lambda: [meanings.known(name) for meanings in [of_guangdong(registry)] for name in known]
    )
    print(f"{first / len(known) * 1e6:8.1f} µs an exact name in a document, every registry loaded")
    many = 100_000
    each = (stream([names[n % len(names)] for n in range(many)]) - stream(names[:1])) / many
    print(f"{each * 1e6:8.1f} µs a name more, of {many:,} exact names through `gdq resolve -`")


def of_guangdong(registry: Registry) -> Meanings:
    """Return what names mean in a document of the government of `registry`, none asked yet."""
    (place,) = packaged_places().named("广东省")
    return Meanings(place, "2016-11", layers_with(registry))


def ten_times(registry: Registry) -> Registry:
    """Return `registry` with nine made-up bodies beside each of its own."""
    made_up = (
        replace(
            agency,
            name=agency.name + str(number),
            aliases=tuple(alias + str(number) for alias in agency.aliases),
        )
        for agency in registry.data.agencies
        for number in range(1, 10)
    )
    return Registry(replace(registry.data, agencies=(*registry.data.agencies, *made_up)))


def stream(names: Sequence[str]) -> float:
    """Return the seconds that `gdq resolve -` takes for `names`, as a whole process."""
    command = [sys.executable, "-m", "gdquality", "resolve", "-"]
    data = "\n".join(names).encode()
    return best(lambda: subprocess.run(command, input=data, capture_output=True, check=True), 5)


def best(function: Callable[[], object], rounds: int = 200) -> float:
    """Return the least seconds that `function` took."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        function()
        times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    main()
