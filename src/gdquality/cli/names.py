"""Agency names on the command line: what was taken for what is said, unless it is certain."""

from collections.abc import Iterable

from gdquality.cli.talk import say
from gdquality.dataset import Dataset
from gdquality.errors import quoted
from gdquality.names.resolve import CERTAIN, Resolved
from gdquality.queries.answers import AgencyAnswer
from gdquality.queries.facts import asked_about


def canonical(name: str, data: Dataset) -> str:
    """Return the canonical name of the agency that `name` means, as `Dataset.find`.

    That others answer for one that came later is said as well.
    """
    found = data.find(name)
    say_if_uncertain(found)
    say_if_later(found.agency.name, data)
    return found.agency.name


def all_canonical(names: Iterable[str] | None, data: Dataset) -> list[str]:
    """Return the canonical names of the agencies that an option names, or none if it does not."""
    return [canonical(name, data) for name in names or ()]


def say_if_later(name: str, data: Dataset) -> None:
    """Say on standard error which bodies answer for one that was not there yet."""
    if bodies := predecessors(name, data):
        say(f"“{name}”在通知之后才有，以其前身作答：{'、'.join(bodies)}")


def predecessors(name: str, data: Dataset) -> tuple[str, ...]:
    """Return the bodies that answer for `name` if it was not there yet, in the registry's order."""
    others = asked_about(name, data.notice, data.registry) - {name}
    return tuple(body for body in data.registry.agencies if body in others)


def say_if_uncertain(found: Resolved | AgencyAnswer) -> None:
    """Say on standard error what was typed, what it was taken for, and how."""
    if found.method not in CERTAIN:
        from gdquality.formats.terms import METHODS

        say(f"{quoted(found.query)}按{METHODS[found.method]}理解为“{found.agency.name}”")
