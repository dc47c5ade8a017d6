"""What a hand gets wrong in the files of a data set: every kind of error, in every record it fits.

An error is made in the plain values that a file holds, so that the file stays well-formed YAML;
what an editor or an input method breaks is in `benchmarks/robustness.py`.
"""

from collections.abc import Callable, Iterator
from random import Random
from typing import Any, NamedTuple

from gdquality.records import Kind
from gdquality.store.yaml_document import KeyPath

Value = Any
Data = dict[str, Value]
Fields = dict[str, Value]


class HandError(NamedTuple):
    """One error: of what `kind`, where the wrong value stands, and the whole file with it."""

    kind: str
    path: KeyPath
    data: Data


class Drawer:
    """Draws what a hand may write in place of what it should, from the data themselves."""

    def __init__(self, data: Data, random: Random) -> None:
        """Draw from `data`, what an agencies.yaml holds."""
        self.data = data
        self.random = random
        self.names = [agency["name"] for agency in data["agencies"]]
        self.characters = sorted(set("".join(self.names)))

    def misspelt(self, text: str) -> str:
        """Return `text` with one character in place of another."""
        at = self.random.randrange(len(text))
        other = self.random.choice([one for one in self.characters if one != text[at]])
        return text[:at] + other + text[at + 1 :]

    def shortened(self, text: str) -> str:
        """Return `text` without one of its characters."""
        at = self.random.randrange(len(text))
        return text[:at] + text[at + 1 :]

    def transposed(self, text: str) -> str:
        """Return `text` with two characters beside each other changed about."""
        at = self.random.randrange(len(text) - 1)
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]

    def agency(self, *but: str) -> Fields:
        """Return another agency than those of the names `but`."""
        others = [one for one in self.data["agencies"] if one["name"] not in but]
        return dict(self.random.choice(others))

    def alias(self, *but: str) -> str:
        """Return an alias of another agency."""
        others = [one for one in self.data["agencies"] if one["name"] not in but]
        return str(self.random.choice([name for one in others for name in one.get("aliases", ())]))

    def item(self, items: list[Value]) -> int:
        """Return the index of one of `items`."""
        return self.random.randrange(len(items))


Edit = Callable[[Drawer, Fields], Value]
"""From a record to the wrong value of one of its fields; what it was before is no error."""

LEFT_OUT = object()
"""What an edit returns when the field is to be left out."""

OTHER_KINDS: tuple[str, ...] = Kind.__args__  # type: ignore[attr-defined]


def _text(edit: Callable[[Drawer, str], str], field: str) -> Edit:
    """Return the edit that does to a text what `edit` does."""
    return lambda draw, record: edit(draw, record[field]) if record.get(field) else LEFT_OUT


def _one(edit: Callable[[Drawer, str], str], field: str) -> Edit:
    """Return the edit that does to one item of a list what `edit` does."""

    def edited(draw: Drawer, record: Fields) -> Value:
        items = list(record.get(field, ()))
        if not items:
            return items
        at = draw.item(items)
        items[at] = edit(draw, items[at])
        return items

    return edited


def _more(field: str, extra: Callable[[Drawer, Fields], str]) -> Edit:
    """Return the edit that puts an item behind the others of a list."""
    return lambda draw, record: [*record.get(field, ()), extra(draw, record)]


def _twice(field: str) -> Edit:
    """Return the edit that writes an item of a list twice."""

    def edited(draw: Drawer, record: Fields) -> Value:
        items = record.get(field) or []
        return [*items, items[draw.item(items)]] if items else items

    return edited


def _joined(_draw: Drawer, record: Fields) -> Value:
    aliases = record.get("aliases", [])
    return ["、".join(aliases[:2]), *aliases[2:]]


def _below(draw: Drawer, record: Fields) -> Value:
    below = [one for one in draw.data["agencies"] if one.get("parent") == record["name"]]
    return draw.random.choice(below)["name"] if below else record.get("parent", LEFT_OUT)


def _collective(draw: Drawer, _record: Fields) -> Value:
    found = [one for one in draw.data["agencies"] if one["kind"] == "collective"]
    return draw.random.choice(found)["name"]


def _other_kind(draw: Drawer, record: Fields) -> Value:
    return draw.random.choice([kind for kind in OTHER_KINDS if kind != record["kind"]])


def _shifted(field: str, *years: int) -> Edit:
    """Return the edit that writes a date some years off."""

    def edited(draw: Drawer, record: Fields) -> Value:
        if field not in record:
            return LEFT_OUT
        date = record[field]
        return f"{int(date[:4]) + draw.random.choice(years)}{date[4:]}"

    return edited


def _digits(field: str) -> Edit:
    """Return the edit that changes two digits of a year about: 2081 for 2018."""

    def edited(_draw: Drawer, record: Fields) -> Value:
        date = record.get(field)
        return f"{date[:2]}{date[3]}{date[2]}{date[4:]}" if date else LEFT_OUT

    return edited


def _if_collective(edit: Edit) -> Edit:
    """Return `edit` for collectives alone."""
    return lambda draw, record: edit(draw, record) if record["kind"] == "collective" else None


def _unless_collective(edit: Edit) -> Edit:
    """Return `edit` for all that are no collectives."""
    return lambda draw, record: edit(draw, record) if record["kind"] != "collective" else None


def _ended(draw: Drawer, record: Fields) -> Value:
    """Put a body that has ended before the change in place of one of those that changed."""
    date = record["date"][:4]
    ended = [
        name
        for change in draw.data["changes"]
        if change["date"][:4] < date and change["kind"] in ("renamed", "merged")
        for name in change["before"]
    ]
    return [draw.random.choice(ended)] if ended else record["before"]


AGENCY_EDITS: tuple[tuple[str, str, Edit], ...] = (
    ("name", "misspelt", _text(Drawer.misspelt, "name")),
    ("name", "a character short", _text(Drawer.shortened, "name")),
    ("name", "transposed", _text(Drawer.transposed, "name")),
    ("name", "another's", lambda draw, one: draw.agency(one["name"])["name"]),
    ("name", "an alias", lambda _, one: one.get("aliases", [one["name"]])[0]),
    ("name", "with a blank", lambda _, one: one["name"][:3] + " " + one["name"][3:]),
    ("aliases", "misspelt", _one(Drawer.misspelt, "aliases")),
    ("aliases", "a character short", _one(Drawer.shortened, "aliases")),
    ("aliases", "transposed", _one(Drawer.transposed, "aliases")),
    ("aliases", "twice", _twice("aliases")),
    ("aliases", "the full name", _more("aliases", lambda _, one: one["name"])),
    ("aliases", "another's", _more("aliases", lambda draw, one: draw.alias(one["name"]))),
    ("aliases", "another's full name", _more("aliases", lambda d, o: d.agency(o["name"])["name"])),
    ("aliases", "two joined", _joined),
    ("former_names", "an alias", lambda _, one: one.get("aliases", [])[:1]),
    ("former_names", "another's", lambda draw, one: [draw.alias(one["name"])]),
    ("misprints", "an alias", lambda _, one: one.get("aliases", [])[:1]),
    ("misprints", "another's", lambda draw, one: [draw.alias(one["name"])]),
    ("kind", "another", _other_kind),
    ("parent", "misspelt", _text(Drawer.misspelt, "parent")),
    ("parent", "itself", lambda _, one: one["name"]),
    ("parent", "one below it", _below),
    ("parent", "a collective", _unless_collective(_collective)),
    ("parent", "any agency", lambda draw, one: draw.agency(one["name"])["name"]),
    ("parent", "any outside", lambda draw, _: draw.random.choice(draw.data["outside"])),
    ("since", "years later", _shifted("since", 10, 12)),
    ("since", "years earlier", _shifted("since", -10, -2)),
    ("since", "digits transposed", _digits("since")),
    ("since", "left out", lambda *_: LEFT_OUT),
    ("since", "of a body of 2016", lambda _, one: one.get("since", "2019")),
    ("members", "of a body", _unless_collective(lambda d, o: [d.agency(o["name"])["name"]])),
    ("members", "itself", _if_collective(_more("members", lambda _, one: one["name"]))),
    ("members", "its superior", _if_collective(lambda _, o: [o.get("parent", o["name"])])),
    ("members", "twice", _twice("members")),
    ("members", "misspelt", _one(Drawer.misspelt, "members")),
    ("roles", "of a body", _unless_collective(lambda *_: ["lead"])),
    ("roles", "twice", _twice("roles")),
    ("sources", "twice", _twice("sources")),
    ("sources", "a colon short", _one(lambda _, text: text.replace("://", "//"), "sources")),
    ("sources", "with a blank", _one(lambda _, text: text.replace("/", " /"), "sources")),
)  # fmt: skip

CHANGE_EDITS: tuple[tuple[str, str, Edit], ...] = (
    ("date", "years later", _shifted("date", 1, 10)),
    ("date", "years earlier", _shifted("date", -10, -1)),
    ("date", "digits transposed", _digits("date")),
    ("kind", "renamed", lambda *_: "renamed"),
    ("kind", "merged", lambda *_: "merged"),
    ("kind", "split", lambda *_: "split"),
    ("kind", "transferred", lambda *_: "transferred"),
    ("kind", "abolished", lambda *_: "abolished"),
    ("before", "misspelt", _one(Drawer.misspelt, "before")),
    ("before", "any agency", lambda draw, one: [draw.agency(*one["before"])["name"]]),
    ("before", "a collective", lambda draw, one: [_collective(draw, one)]),
    ("before", "one that had ended", _ended),
    ("before", "twice", _twice("before")),
    ("after", "misspelt", _one(Drawer.misspelt, "after")),
    ("after", "any agency", lambda draw, one: [draw.agency(*one["after"])["name"]]),
    ("after", "the one before", lambda _, one: one["before"]),
    ("after", "none", lambda *_: []),
    ("after", "twice", _twice("after")),
    ("after", "one more", _more("after", lambda draw, one: draw.agency(*one["after"])["name"])),
    ("sources", "twice", _twice("sources")),
)  # fmt: skip


def _our_name(draw: Drawer, _data: Fields) -> str:
    return draw.alias()


LIST_EDITS: tuple[tuple[str, str, Edit], ...] = (
    ("jurisdiction", "misspelt", _text(Drawer.misspelt, "jurisdiction")),
    ("jurisdiction", "a character short", _text(Drawer.shortened, "jurisdiction")),
    ("places", "twice", _twice("places")),
    ("places", "elsewhere", _more("places", lambda d, o: d.random.choice(o["elsewhere"]))),
    ("places", "misspelt", _one(Drawer.misspelt, "places")),
    ("outside", "twice", _twice("outside")),
    ("outside", "an entry", _more("outside", lambda draw, _: draw.agency()["name"])),
    ("outside", "an alias", _more("outside", _our_name)),
    ("outside", "misspelt", _one(Drawer.misspelt, "outside")),
    ("outside", "one more", _more("outside", lambda draw, o: draw.misspelt(o["outside"][0]))),
    ("elsewhere", "twice", _twice("elsewhere")),
    ("elsewhere", "ours", _more("elsewhere", lambda d, o: d.random.choice(o["places"]))),
    ("elsewhere", "the jurisdiction", _more("elsewhere", lambda _, o: o["jurisdiction"][:-1])),
    ("other_bodies", "twice", _twice("other_bodies")),
    ("other_bodies", "ours", _more("other_bodies", _our_name)),
    ("other_bodies", "our full name", _more("other_bodies", lambda d, _: d.agency()["name"])),
)  # fmt: skip


def registry_errors(data: Data, random: Random) -> Iterator[HandError]:
    """Yield every error in every record of `data`, what an agencies.yaml holds."""
    draw = Drawer(data, random)
    for section, edits in (("agencies", AGENCY_EDITS), ("changes", CHANGE_EDITS)):
        for index, record in enumerate(data[section]):
            for field, what, edit in edits:
                value = edit(draw, record)
                yield from _edited(
                    data, (section, index, field), f"{section}.{field}: {what}", value
                )
            yield from _copied_or_lost(data, (section, index))
    for index, change in enumerate(data["changes"]):
        swapped = {**change, "before": change["after"], "after": change["before"]}
        kind = "changes: before and after changed about"
        yield HandError(kind, ("changes", index), put(data, ("changes", index), swapped))
    for _ in range(10):
        for field, what, edit in LIST_EDITS:
            yield from _edited(data, (field,), f"{field}: {what}", edit(draw, data))


def notice_errors(data: Data, random: Random) -> Iterator[HandError]:
    """Yield errors in every value of `data`, what a tasks.yaml holds."""
    characters = sorted(set("".join(task["title"] for task in data["tasks"])))
    for path, value in _leaves(data, ()):
        field = ".".join(str(step) for step in path if isinstance(step, str))
        if isinstance(value, int):
            wrong: dict[str, Value] = {"one more": value + 1, "ten times": value * 10}
        elif isinstance(value, str):
            at = random.randrange(len(value))
            other = random.choice([one for one in characters if one != value[at]])
            wrong = {
                "misspelt": value[:at] + other + value[at + 1 :],
                "a character short": value[:at] + value[at + 1 :],
            }
        else:
            wrong = {"something": "某事"}
        for what, new in wrong.items():
            yield HandError(f"{field}: {what}", path, put(data, path, new))
    for path in _items(data, ()):
        yield from _copied_or_lost(data, path)


def forgeries(data: Data, random: Random) -> Iterator[HandError]:
    """Yield changes of a tasks.yaml that leave it sound in itself: only the source can tell.

    A task is given to another agency, in text, agency and printed cell together; a title is
    written anew; the last tasks, or duties, are taken away.
    """
    mentions = [mention for task in data["tasks"] for mention in task["support"]]
    for index, task in enumerate(data["tasks"]):
        path: KeyPath = ("tasks", index)
        named = [one["agency"] for one in (*task["lead"], *task["support"])]
        other = random.choice([one for one in mentions if one["agency"] not in named])
        cell = "、".join(one["text"] for one in (*task["support"], other))
        forged = {
            **task,
            "support": [*task["support"], other],
            "printed": [
                {**one, "text": cell} if one["role"] == "support" else one
                for one in task["printed"]
            ],
        }
        yield HandError("text, agency and cell", path, put(data, path, forged))
        title = (*path, "title")
        yield HandError("title", title, put(data, title, task["title"] + "水平"))
        yield HandError("last tasks", ("tasks",), {**data, "tasks": data["tasks"][:index]})
    for index, _ in enumerate(data["deadlines"]):
        kept = data["deadlines"][:index]
        yield HandError("last duties", ("deadlines",), {**data, "deadlines": kept})


def at(data: Any, path: KeyPath) -> Any:
    """Return what stands at `path`; of a way that ends before, the last that is there."""
    for step in path:
        data = data[int(step)] if isinstance(data, list) else data.get(step, data)
    return data


def put(data: Any, path: KeyPath, value: Value) -> Any:
    """Return `data` with `value` at `path`, all else as it was."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(data, list):
        return [put(one, rest, value) if n == step else one for n, one in enumerate(data)]
    if value is LEFT_OUT and not rest:
        return {key: one for key, one in data.items() if key != step}
    return {**data, step: put(data.get(step), rest, value)}


def _edited(data: Data, path: KeyPath, kind: str, value: Value) -> Iterator[HandError]:
    """Yield the error if there is one: an edit that fits no more gives back what was there."""
    before = at(data, path[:-1]).get(path[-1], LEFT_OUT)
    is_nothing = value is None or (value == [] and before is LEFT_OUT)
    if value is not before and value != before and not is_nothing:
        yield HandError(kind, path, put(data, path, value))


def _copied_or_lost(data: Data, path: KeyPath) -> Iterator[HandError]:
    """Yield an item of a list written twice, and left out."""
    items, index = at(data, path[:-1]), int(path[-1])
    field = ".".join(str(step) for step in path if isinstance(step, str))
    twice = [*items[: index + 1], *items[index:]]
    yield HandError(f"{field}: twice", (*path[:-1], index + 1), put(data, path[:-1], twice))
    lost = [*items[:index], *items[index + 1 :]]
    yield HandError(f"{field}: lost", path[:-1], put(data, path[:-1], lost))


def _leaves(value: Value, path: KeyPath) -> Iterator[tuple[KeyPath, Value]]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _leaves(one, (*path, key))
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from _leaves(one, (*path, index))
    else:
        yield path, value


def _items(value: Value, path: KeyPath) -> Iterator[KeyPath]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _items(one, (*path, key))
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield (*path, index)
            yield from _items(one, (*path, index))
