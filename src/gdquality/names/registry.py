"""The registry of agencies as something to ask: who bears this name, whom does this one mean."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from gdquality.names.chains import after, before
from gdquality.names.place_name import COUNTRY, place_name
from gdquality.records import Agency, Change, RegistryData, Role
from gdquality.records.value import Value


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Succession(Value):
    """A step in time to another body: which one, by what kind of change, when, how surely.

    `current` tells whether that body is still called so today.
    """

    agency: str
    date: str
    kind: str
    confidence: str
    current: bool


class Registry:
    """Agencies by any of their registered names; look-up is exact, never a guess."""

    def __init__(self, data: RegistryData) -> None:
        """Index `data` on first use."""
        self.data = data

    @cached_property
    def agencies(self) -> dict[str, Agency]:
        """Every agency by its canonical name, in the registry's order."""
        return {agency.name: agency for agency in self.data.agencies}

    @cached_property
    def bearers(self) -> dict[str, tuple[Agency, ...]]:
        """The agencies that bear each name; an alias of two bodies has both."""
        found: dict[str, tuple[Agency, ...]] = {}
        for agency in self.data.agencies:
            for name in dict.fromkeys((agency.name, *agency.aliases, *agency.former_names)):
                found[name] = (*found.get(name, ()), agency)
        return found

    @cached_property
    def misprints(self) -> dict[str, Agency]:
        """The agency meant by each wrong spelling that a source prints."""
        return {text: agency for agency in self.data.agencies for text in agency.misprints}

    @cached_property
    def prefixes(self) -> tuple[str, ...]:
        """What a list prints once for several bodies, longest first: 广东省, 广东, 省, 深圳, …."""
        jurisdiction = self.data.jurisdiction
        prefixes = {jurisdiction, place_name(jurisdiction).level, *self.data.places} - {""}
        return tuple(sorted(prefixes, key=lambda prefix: (-len(prefix), prefix)))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every name that a source may print, misprints included."""
        return (*self.bearers, *self.misprints)

    def identify(self, text: str, when: str = "") -> Agency | None:
        """Return the one agency that bore the printed name `text` at `when`, misprints included.

        A name that went from one body to another (广电总局) is that of the last that had begun by
        then; of nobody where the date, as far as it is known, does not tell, or where that one had
        ended and the next had not begun.
        """
        bearers = self.bearers.get(text, ())
        if len(bearers) == 1:
            return None if self._is_too_early(bearers[0], text, when) else bearers[0]
        found = _bearer_at(bearers, when)
        if found and (text == found.name or not self._had_ended(found.name, when)):
            return found
        return self.misprints.get(text)

    def _is_too_early(self, agency: Agency, text: str, when: str) -> bool:
        """Tell whether a short name of a body of the centre was another's at `when`, known or not.

        Of a place's bodies that is told by who is named, not by how (rule GDQ406).
        """
        is_short = text != agency.name and text not in agency.former_names
        is_dated = bool(when) and self.data.jurisdiction == COUNTRY
        return is_short and is_dated and _had_begun(agency.since or "", when) is False

    def _had_ended(self, name: str, when: str) -> bool:
        return any(
            name in change.before
            and change.kind != "transferred"
            and change.date < when[: len(change.date)]
            for change in self.data.changes
        )

    def successors(self, name: str) -> tuple[Succession, ...]:
        """Return the bodies that `name` became or gave duties to, step by step in order of time.

        Who took over some of its duties is the last step of a chain: what becomes of that body is
        nothing that `name` became.
        """
        steps = after(name, self.data.changes)
        return tuple(self._succession(agency, change) for agency, change in steps)

    def predecessors(self, name: str) -> tuple[Succession, ...]:
        """Return the bodies that `name` came of or took duties from, the latest first."""
        steps = before(name, self.data.changes)
        return tuple(self._succession(agency, change) for agency, change in steps)

    def origins(self, name: str) -> frozenset[str]:
        """Return the bodies that `name` came of, and not those that only gave it duties."""
        whole = tuple(one for one in self.data.changes if one.kind != "transferred")
        return frozenset(agency for agency, _ in before(name, whole))

    def _succession(self, agency: str, change: Change) -> Succession:
        is_current = not any(
            agency in later.before and later.kind != "transferred" for later in self.data.changes
        )
        return Succession(agency, change.date, change.kind, change.confidence, is_current)

    def was_there(self, agency: str, year: int) -> bool:
        """Tell whether `agency` was in being in `year`, as far as the registry knows."""
        body = self.agencies.get(agency)
        since = body.since if body else None
        return since is None or int(since[:4]) <= year

    def stands_for(self, collective: str, agency: str, roles: set[Role]) -> bool:
        """Tell whether naming `collective` binds `agency`, which has `roles` in the table."""
        return any(
            name == agency or bool(roles & set(body.roles))
            for name, body in self._members(collective, set())
        )

    def _members(self, name: str, seen: set[str]) -> Iterator[tuple[str, Agency]]:
        if name in seen or name not in self.agencies:
            return
        seen.add(name)
        body = self.agencies[name]
        yield name, body
        for member in body.members:
            yield from self._members(member, seen)


def _bearer_at(bearers: tuple[Agency, ...], when: str) -> Agency | None:
    """Return the one of `bearers` that had begun last at `when`, if the dates tell."""
    begun = [(_had_begun(one.since or "", when), one) for one in bearers]
    if not when or any(had is None for had, _ in begun):
        return None
    there = [one for had, one in begun if had]
    latest = max((one.since or "" for one in there), default="")
    fitting = [one for one in there if (one.since or "") == latest]
    return fitting[0] if len(fitting) == 1 else None


def _had_begun(since: str, when: str) -> bool | None:
    """Tell whether what began at `since` had begun at `when`; None if the dates do not tell.

    What has no date was always there; a month says no more than that the day is within.
    """
    length = min(len(since), len(when))
    if since and since[:length] == when[:length]:
        return True if length == len("2018-03-17") else None
    return since[:length] < when[:length] or not since
