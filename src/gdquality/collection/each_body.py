"""What many notices say of every body, in one pass over them."""

from collections.abc import Iterator

from gdquality.collection.questions import Collection, with_roles
from gdquality.names.resolve import Resolved
from gdquality.queries.agencies import answer_agency
from gdquality.queries.answers import AgencyAnswer
from gdquality.queries.concerned import Concerned
from gdquality.queries.per_notice import NoticeEntry, PerNotice


def answers_of_each(many: Collection) -> Iterator[tuple[str, PerNotice[AgencyAnswer]]]:
    """Yield each body that has a task, and what `many.agency` answers of it."""
    names = [one.agency.name for one in many.agencies() if one.has_tasks]
    registry = many.store.registry_with(names)
    concerned = Concerned(names, registry)
    found: dict[str, list[tuple[NoticeEntry, AgencyAnswer]]] = {name: [] for name in names}
    for entry, notice in many.whole():
        for name in concerned.by(notice):
            resolved = Resolved(name, "exact", registry.agencies[name])
            answer = answer_agency(resolved, notice, registry)
            if answer.says_anything:
                found[name].append((entry, answer))
    for name, parts in found.items():
        yield name, with_roles(parts)
