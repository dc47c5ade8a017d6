"""Who leads whom and who works beside whom, counted over the tasks of any number of notices."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations, groupby
from typing import Literal, NamedTuple

from gdquality.queries.fact_table import Fact
from gdquality.records import year_in

SPLITS = ("year", "jurisdiction")
"""By what the tasks of an edge may be told apart."""

Relation = Literal["leads", "beside"]
"""`leads`: one leads the task and the other does not; `beside`: both lead it, or neither does."""


class Edge(NamedTuple):
    """Two bodies that have a part in `weight` tasks together, of one year and jurisdiction.

    Of `leads` the source leads; `beside` has no direction, and its source comes first by name. What
    the tasks are not split by is empty, as is what is not known.
    """

    source: str
    target: str
    relation: Relation
    year: str
    jurisdiction: str
    weight: int


def network(facts: Iterable[Fact], by: Iterable[str] = ()) -> list[Edge]:
    """Return the edges between the bodies of `facts`, which come task by task; heaviest first."""
    split = set(by)
    counts: Counter[tuple[str, str, Relation, str, str]] = Counter()
    for _, task in groupby(facts, key=lambda one: (one.notice, one.task)):
        rows = list(task)
        year = _year(rows[0]) if "year" in split else ""
        place = (rows[0].jurisdiction or "") if "jurisdiction" in split else ""
        for source, target, relation in _pairs(rows):
            counts[source, target, relation, year, place] += 1
    edges = [Edge(*key, weight) for key, weight in counts.items()]
    return sorted(edges, key=lambda one: (-one.weight, *one[:5]))


def _year(fact: Fact) -> str:
    if fact.issued:
        return str(fact.issued.year)
    return str(year_in(fact.document_number)) if fact.document_number else ""


def _pairs(task: list[Fact]) -> Iterator[tuple[str, str, Relation]]:
    leads = sorted({one.agency for one in task if one.role == "lead"})
    others = sorted({one.agency for one in task} - set(leads))
    for lead in leads:
        for other in others:
            yield lead, other, "leads"
    for group in (leads, others):
        for one, other in combinations(group, 2):
            yield one, other, "beside"
