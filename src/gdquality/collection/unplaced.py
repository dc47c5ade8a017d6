"""Bodies that a name may mean that leaves out their place: 长沙市财政局 by 财政局."""

import json
import re
import sqlite3
from collections.abc import Iterable

from gdquality.collection.rows import SHORTEST
from gdquality.derived_bodies import LEVEL_IN_FRONT
from gdquality.names.resolve.normal import normalise
from gdquality.records import Agency
from gdquality.store.build import build

_PLACE_AT_END = re.compile("(?:[省市区县州盟旗]|兵团)(?:党?委(?:员会)?)?$")


def bodies_without_place(names: Iterable[str], connection: sqlite3.Connection) -> dict[str, Agency]:
    """Return the bodies no registry has that one of `names`, normalised, is without their place.

    By the form of the name alone, as it is said and not taken for certain: 财政局 and 市财政局 of
    长沙市财政局.
    """
    return {
        body.name: body
        for name in names
        if len(name) >= SHORTEST
        for body in _ending_in(name, connection)
        if any(_is_without_place(name, normalise(one)) for one in _called(body))
    }


def _ending_in(name: str, connection: sqlite3.Connection) -> Iterable[Agency]:
    # The record has each name in quotation marks.
    statement = "SELECT record FROM agencies WHERE derived AND instr(record, ?)"
    rows = connection.execute(statement, (f'{name}"',)).fetchall()
    return (build(json.loads(record), Agency) for (record,) in rows)


def _called(body: Agency) -> tuple[str, ...]:
    return (body.name, *body.aliases, *body.former_names)


def _is_without_place(name: str, full: str) -> bool:
    """Tell whether `full` is `name` behind a place or its committee: 长沙市, 中共长沙市委.

    The name may have the level of the place: 市财政局.
    """
    place = full.removesuffix(name)
    if not place or place == full:
        return False
    return bool(LEVEL_IN_FRONT.search(name) or _PLACE_AT_END.search(place))
