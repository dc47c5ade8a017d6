"""The tasks against the agencies."""

from collections import Counter
from collections.abc import Sequence

from gdquality.names.registry import Registry
from gdquality.queries.answers import Matrix
from gdquality.queries.facts import asked_about, roles_given
from gdquality.records import ROLES, Agency, Notice, Role


def matrix(agencies: Sequence[Agency], notice: Notice, registry: Registry) -> Matrix:
    """Return who leads and who supports each task, the agency with most tasks first.

    Of everybody with a task, or of `agencies`, and then only their tasks. Bodies later than the
    notice stand for those they came of.
    """
    weights = Counter(one.agency for task in notice.tasks for one in task.every_mention)
    chosen = [name for name, _ in weights.most_common()]
    if agencies:
        asked = {body for agency in agencies for body in asked_about(agency.name, notice, registry)}
        chosen = [name for name in chosen if name in asked]
    texts: dict[str, Counter[str]] = {}
    cells: dict[tuple[int, str], Role] = {}
    for task in notice.tasks:
        for role in reversed(ROLES):
            for mention in task.mentions(role):
                texts.setdefault(mention.agency, Counter())[mention.text] += 1
                cells[task.number, mention.agency] = role
    # As the notice mostly calls it: the shortest of its names may be a misprint.
    columns = tuple((name, texts[name].most_common(1)[0][0]) for name in chosen)
    rows = tuple(
        (task.number, task.title, tuple(cells.get((task.number, name)) for name in chosen))
        for task in notice.tasks
    )
    shown = tuple(row for row in rows if any(row[2]) or not agencies)
    derived = frozenset(
        one.agency for task in notice.tasks for one in task.every_mention if one.derived
    )
    return Matrix(columns, shown, roles_given(notice), derived.intersection(chosen))
