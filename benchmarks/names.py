"""Names: what our steps and rapidfuzz's scorers answer when the typed alias is not registered.

Each alias of the registry is taken away and then asked for. Ours has the other aliases left, and
so has rapidfuzz, which takes the best of all names above a score. Printed are right, wrong,
ambiguous and unanswered, and the time as a ratio to WRatio's, all of one run:

    python benchmarks/names.py
"""

import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from rapidfuzz import fuzz, process

from gdquality.dataset import load
from gdquality.records import Agency
from gdquality.registry import Registry
from gdquality.resolve import Ambiguous, Resolved, Resolver

CUTOFF = 80

Answer = Callable[[str, Registry], str]
"""From a query and the registry to the canonical name, "?" if ambiguous, "" if unanswered."""


def without(registry: Registry, agency: Agency, alias: str) -> Registry:
    """Return `registry` without one alias of one agency."""
    aliases = tuple(one for one in agency.aliases if one != alias)
    agencies = tuple(
        replace(one, aliases=aliases) if one is agency else one for one in registry.data.agencies
    )
    return Registry(replace(registry.data, agencies=agencies))


def ours(query: str, registry: Registry) -> str:
    """Answer by the steps of `gdquality.resolve`."""
    answer = Resolver(registry, load().readings).resolve(query)
    if isinstance(answer, Resolved):
        return answer.agency.name
    return "?" if isinstance(answer, Ambiguous) else ""


def by(scorer: Callable[..., float]) -> Answer:
    """Return an answer by a rapidfuzz scorer: the best name at or above the cutoff."""

    def answer(query: str, registry: Registry) -> str:
        names = tuple(registry.bearers)
        found = process.extract(query, names, scorer=scorer, score_cutoff=CUTOFF, limit=5)
        best = {registry.bearers[name][0].name for name, score, _ in found if score == found[0][1]}
        return "" if not best else best.pop() if len(best) == 1 else "?"

    return answer


def leave_one_out(answer: Answer, registry: Registry) -> tuple[Counter[str], list[tuple[str, str]]]:
    """Return how many answers are right, wrong, ambiguous and none, and the wrong ones."""
    counts: Counter[str] = Counter()
    wrong = []
    for agency in registry.data.agencies:
        for alias in agency.aliases:
            found = answer(alias, without(registry, agency, alias))
            kind = {"": "none", "?": "ambiguous", agency.name: "right"}.get(found, "wrong")
            counts[kind] += 1
            if kind == "wrong":
                wrong.append((alias, found))
    return counts, wrong


def main() -> None:
    """Measure and print."""
    registry = load().registry
    answers = {
        "gdquality": ours,
        "WRatio": by(fuzz.WRatio),
        "ratio": by(fuzz.ratio),
        "partial_ratio": by(fuzz.partial_ratio),
        "token_set_ratio": by(fuzz.token_set_ratio),
    }
    print("right  wrong  ambiguous  none")
    for name, answer in answers.items():
        counts, _ = leave_one_out(answer, registry)
        print(
            f"{counts['right']:5}  {counts['wrong']:5}  {counts['ambiguous']:9}  "
            f"{counts['none']:4}  {name}"
        )
    print()
    names = tuple(registry.bearers)
    resolver = Resolver(registry, load().readings)
    queries = {
        "exact": "质监局",
        "abbreviation": "质技监局",
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
    many = 100_000
    each = (stream([names[n % len(names)] for n in range(many)]) - stream(names[:1])) / many
    print(f"{each * 1e6:8.1f} µs a name more, of {many:,} exact names through `gdq resolve -`")


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
