"""The places of China that have a government or issue notices, and what they are called.

Codes are those of GB/T 2260; docs/decisions/0019-another-government.md tells where the table comes
from.
"""

from collections.abc import Iterator
from functools import cache, cached_property

from gdquality.errors import AmbiguousError, GdqError, quoted
from gdquality.names.government.place import AS_OF, COUNTRY, Jurisdiction
from gdquality.names.government.tables import read_table

_LONGEST_PATH = 50
"""Characters of a place's name with those above it, and more."""


class Places:
    """All places, by code and by name."""

    def __init__(self, places: tuple[Jurisdiction, ...]) -> None:
        """Index `places` on first use."""
        self.all = places

    @cached_property
    def by_code(self) -> dict[str, Jurisdiction]:
        """The places that have a code."""
        return {place.code: place for place in self.all if place.code}

    @cached_property
    def _named(self) -> dict[str, list[Jurisdiction]]:
        found: dict[str, list[Jurisdiction]] = {}
        for place in self.all:
            for name in dict.fromkeys((place.name, place.short, *place.names)):
                found.setdefault(name, []).append(place)
        return found

    @cached_property
    def longest(self) -> int:
        """The characters of the longest name."""
        return max(map(len, self._named))

    @cached_property
    def _below(self) -> dict[str, list[Jurisdiction]]:
        found: dict[str, list[Jurisdiction]] = {}
        for place in self.all:
            found.setdefault(place.parent, []).append(place)
        return found

    def bearing(self, name: str) -> tuple[Jurisdiction, ...]:
        """Return the places that bear `name` itself: in full before those that it is short for."""
        found = self._named.get(name, ())
        full = tuple(place for place in found if name != place.short or name == place.name)
        return full or tuple(found)

    def named(self, name: str) -> tuple[Jurisdiction, ...]:
        """Return the places that are called `name`: in full, in short, or with those above.

        上海市青浦区, 青浦区 and 青浦 are one place; 鼓楼区 is four.
        """
        if (found := self.bearing(name)) or len(name) > _LONGEST_PATH:
            return found
        for length in range(min(len(name) - 1, self.longest), 1, -1):
            above = self._named.get(name[:length], ())
            inner = self.named(name[length:]) if above else ()
            if found := tuple(one for one in inner if not set(above).isdisjoint(self.above(one))):
                return found
        return ()

    @property
    def provinces(self) -> tuple[Jurisdiction, ...]:
        """The country, and what is right below it."""
        return (self.by_code[COUNTRY], *self._below[COUNTRY])

    def children(self, place: Jurisdiction) -> tuple[Jurisdiction, ...]:
        """Return the places right below `place`, zones included."""
        return tuple(self._below.get(place.code, ())) if place.code else ()

    def parent(self, place: Jurisdiction) -> Jurisdiction | None:
        """Return the place above `place`; the country has none."""
        return self.by_code.get(place.parent)

    def above(self, place: Jurisdiction) -> Iterator[Jurisdiction]:
        """Yield the places above `place`, the nearest first, the country last."""
        parent = self.parent(place)
        while parent:
            yield parent
            parent = self.parent(parent)

    def above_all(self, found: tuple[Jurisdiction, ...]) -> tuple[Jurisdiction, ...]:
        """Return the one of `found` that all others are below, if there is one."""
        tops = (one for one in found if all(one == it or one in self.above(it) for it in found))
        return tuple(tops)[:1]

    def official(self, place: Jurisdiction) -> str:
        """Return the name as that of a body begins with it: 上海市青浦区, 象州县, 湖南省.

        A district is named with its city, since the names of districts are several cities'.
        """
        parent = self.parent(place)
        is_within = place.kind == "district" and parent and parent.kind in {"city", "municipality"}
        return f"{parent.name}{place.name}" if parent and is_within else place.name


@cache
def packaged_places() -> Places:
    """Return the places of the packaged table, read when first asked for."""
    return Places(tuple(map(_place, read_table("places.tsv"))))


def _place(row: list[str]) -> Jurisdiction:
    *own, names, signs, since = row
    code, name, short, kind, parent = own
    return Jurisdiction(
        *(code, name, short, kind, parent),
        tuple(names.split("|")) if names else (),
        tuple(signs.split("|")) if signs else (),
        int(since) if since else AS_OF,
    )


def place_called(name: str) -> Jurisdiction:
    """Return the one place that a user calls `name`: in full, in short, or with those above it.

    长沙 is the city, not the county within it. Raises GdqError if none is called so,
    AmbiguousError if several are.
    """
    places = packaged_places()
    found = places.named("".join(name.split()))
    found = places.above_all(found) or found
    if not found:
        raise GdqError(f"没有叫{quoted(name)}的地方", hint="可写全称或简称：湖南省、长沙、青浦区")
    if len(found) > 1:
        names = tuple(map(places.official, found))
        message = f"叫{quoted(name)}的地方有 {len(names)} 个，请写明是哪一个"
        raise AmbiguousError(message, candidates=names, hint=f"可写 {'、'.join(names)}")
    return found[0]


def official_name(name: str) -> str:
    """Return the full name of the one place that a user calls `name`; raises as `place_called`."""
    return packaged_places().official(place_called(name))


def place_at_start(text: str) -> Jurisdiction | None:
    """Return the place whose full name `text` begins with, the innermost: 广州市越秀区.

    A name that several places bear, and a short one, tell nothing.
    """
    places = packaged_places()
    for length in range(min(len(text), places.longest), 1, -1):
        found = [one for one in places.bearing(text[:length]) if _is_full(one, text[:length])]
        if len(found) == 1 and found[0].code != COUNTRY:
            return _innermost(found[0], text[length:])
        if found:
            return None
    return None


def _is_full(place: Jurisdiction, printed: str) -> bool:
    return printed == place.name or (printed in place.names and printed != place.short)


def _innermost(place: Jurisdiction, rest: str) -> Jurisdiction:
    below = packaged_places().children(place)
    inner = next((one for one in below if rest.startswith(one.name)), None)
    return _innermost(inner, rest.removeprefix(inner.name)) if inner else place
