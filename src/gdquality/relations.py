"""Who works with whom: the tasks against the agencies, and the partners of one."""

from collections import Counter
from collections.abc import Sequence

from gdquality.query import Matrix, Partner, asked_about, mentions
from gdquality.records import Agency, Notice, Role
from gdquality.registry import Registry


def matrix(agencies: Sequence[Agency], notice: Notice, registry: Registry) -> Matrix:
    """Return who leads and who supports each task, the agency with most tasks first.

    Of everybody with a task, or of `agencies`, and then only their tasks. Bodies later than the
    notice stand for those they came of.
    """
    weights = Counter(
        mention.agency for task in notice.tasks for mention in (*task.lead, *task.support)
    )
    chosen = [name for name, _ in weights.most_common()]
    if agencies:
        asked = {body for one in agencies for body in asked_about(one.name, notice, registry)}
        chosen = [name for name in chosen if name in asked]
    texts: dict[str, Counter[str]] = {}
    cells: dict[tuple[int, str], Role] = {}
    roles: tuple[Role, ...] = ("support", "lead")
    for task in notice.tasks:
        for role in roles:
            for mention in mentions(task, role):
                texts.setdefault(mention.agency, Counter())[mention.text] += 1
                cells[task.number, mention.agency] = role
    # As the notice mostly calls it: the shortest of its names may be a misprint.
    columns = tuple((name, texts[name].most_common(1)[0][0]) for name in chosen)
    rows = tuple(
        (task.number, task.title, tuple(cells.get((task.number, name)) for name in chosen))
        for task in notice.tasks
    )
    return Matrix(columns, tuple(row for row in rows if any(row[2]) or not agencies))


def partners(agency: Agency, notice: Notice, registry: Registry) -> tuple[Partner, ...]:
    """Return everybody who has a part in a task of `agency`, the most frequent first."""
    own = asked_about(agency.name, notice, registry)
    led: Counter[str] = Counter()
    under: Counter[str] = Counter()
    beside: Counter[str] = Counter()
    together: Counter[str] = Counter()
    for task in notice.tasks:
        lead, support = ({one.agency for one in part} for part in (task.lead, task.support))
        if not own & (lead | support):
            continue
        together.update((lead | support) - own)
        # Of several bodies, of which one leads and another supports, the part is to lead.
        if own & lead:
            led.update(support - own)
            beside.update(lead - own)
        else:
            under.update(lead)
            beside.update(support - own)
    # In the registry's order where they are equal: a set has none that lasts.
    found = (
        Partner(name, together[name], led[name], under[name], beside[name])
        for name in registry.agencies
        if together[name]
    )
    return tuple(sorted(found, key=lambda one: -one.together))
