"""What two agencies share."""

from gdquality.errors import GdqError
from gdquality.names.registry import Registry
from gdquality.queries.answers import Comparison, SharedTask
from gdquality.queries.facts import asked_about
from gdquality.records import ROLES, Agency, Notice, Role, Task


def compare(first: Agency, second: Agency, notice: Notice, registry: Registry) -> Comparison:
    """Return the tasks in which both agencies have a part, in the order of the notice.

    Bodies later than the notice stand for those they came of. Raises GdqError where the two stand
    for the same body.
    """
    one, other = (asked_about(agency.name, notice, registry) for agency in (first, second))
    if one & other:
        both = first.name if first.name == second.name else f"{first.name}和{second.name}"
        raise GdqError(f"{both}在通知里是同一个单位，没有可比的")
    tasks = []
    for task in notice.tasks:
        roles = (_role(one, task), _role(other, task))
        if roles[0] and roles[1]:
            tasks.append(SharedTask(task, roles[0], roles[1]))
    return Comparison(first.name, second.name, tuple(tasks))


def _role(bodies: set[str], task: Task) -> Role | None:
    """Return the role of one of `bodies` in `task`, the highest of several."""
    found = (role for role in ROLES if any(one.agency in bodies for one in task.mentions(role)))
    return next(found, None)
