"""Bodies that a notice names and no registry has: agencies of which no more is known."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from gdquality.names.above import with_bodies_above
from gdquality.names.registry import Registry
from gdquality.records import DERIVED, Agency, Kind, Notice

LEVEL_IN_FRONT = re.compile(
    r"^(?:省|自治区|市|州|盟|县|区|旗)"
    r"(?:党?委(?!员)(?=.{3})|(?!党?委|场|容|民|域|块|政[工设管])(?=.{2}))"
)
"""The government or party committee that a name is of, which its own officials leave out.

市 of 市财政局 and 市委 of 市委宣传部; no part of 市场, 区域 or 市委党校.
"""


def with_named(registry: Registry, notice: Notice) -> Registry:
    """Return `registry` with the bodies that `notice` names and it does not have."""
    registry = with_bodies_above(registry, notice)
    derived = [
        one for one in notice.every_mention if one.derived and one.agency not in registry.agencies
    ]
    if derived and notice.jurisdiction:
        from gdquality.names.government.named import with_drafts

        registry = with_drafts(registry, notice, derived)
    return _with_as_printed(registry, dict.fromkeys(one.agency for one in derived))


def _with_as_printed(registry: Registry, names: Iterable[str]) -> Registry:
    """Return `registry` with the bodies of which nothing is known but the printed name."""
    missing = [name for name in names if name not in registry.agencies]
    if not missing:
        return registry
    short = _short_names(missing)
    added = tuple(_agency(name, short.get(name)) for name in missing)
    return Registry(replace(registry.data, agencies=(*registry.data.agencies, *added)))


def _short_names(names: Iterable[str]) -> dict[str, str]:
    """Return 财政局 of 市财政局, for those of `names` of which it is no other's."""
    short = {name: LEVEL_IN_FRONT.sub("", name) for name in names}
    bearers = Counter(one for name in short for one in {name, short[name]})
    return {name: one for name, one in short.items() if one != name and bearers[one] == 1}


def _agency(name: str, short: str | None) -> Agency:
    from gdquality.parsing.shapes import is_collective

    kind: Kind = "collective" if is_collective(name) else "other-organ"
    aliases = (short,) if short else ()
    return Agency(name=name, kind=kind, confidence="low", aliases=aliases, note=DERIVED)
