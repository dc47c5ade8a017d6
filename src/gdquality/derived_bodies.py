"""Bodies that a notice names and no registry has: agencies of which no more is known."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from gdquality.names.registry import Registry
from gdquality.records import Agency, Kind, Notice

_LEVEL = re.compile(r"^(?:省|自治区|市|州|盟|县|区|旗)(?!场|容|民|域|块|政[工设管])(?=.{2})")
"""The government that a name is of, which its own officials leave out; no part of 市场 or 区域."""


def with_derived(registry: Registry, notice: Notice) -> Registry:
    """Return `registry` with the bodies of `notice` that are derived, if there are any."""
    mentions = [
        *(mention for task in notice.tasks for mention in task.every_mention),
        *(mention for one in notice.deadlines for mention in (*one.who, *one.to)),
    ]
    derived = dict.fromkeys(mention.agency for mention in mentions if mention.derived)
    names = [name for name in derived if name not in registry.agencies]
    short = _short_names(names)
    added = tuple(_agency(name, short.get(name)) for name in names)
    if not added:
        return registry
    return Registry(replace(registry.data, agencies=(*registry.data.agencies, *added)))


def _short_names(names: Iterable[str]) -> dict[str, str]:
    """Return 财政局 of 市财政局, for those of `names` of which it is no other's."""
    short = {name: _LEVEL.sub("", name) for name in names}
    bearers = Counter(one for name in short for one in {name, short[name]})
    return {name: one for name, one in short.items() if one != name and bearers[one] == 1}


def _agency(name: str, short: str | None) -> Agency:
    from gdquality.parsing.shapes import is_collective

    kind: Kind = "collective" if is_collective(name) else "other-organ"
    aliases = (short,) if short else ()
    return Agency(name=name, kind=kind, confidence="low", aliases=aliases, note="推定")
