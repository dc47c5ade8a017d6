"""Write data/national.yaml: the bodies of the centre, and what became of whom since 2008.

    python scripts/national.py FOLDER            write the file
    python scripts/national.py FOLDER --check    compare, change nothing, end with 1 if it differs

FOLDER holds national.tsv and changes-national.tsv of the project's research, which are no part of
the repository (docs/decisions/0019-another-government.md tells what they are and what is made of
them).
"""

import csv
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

from packaged import write_or_check

from gdquality.records import Agency, Change, Confidence, Kind, RegistryData
from gdquality.store.yaml_writer import dump_registry

FILE = "national.yaml"

JURISDICTION = "全国"

HEADER = """\
# yaml-language-server: $schema=agencies.schema.json
# The registry of the centre, written by scripts/national.py from the project's research and never
# edited by hand (docs/decisions/0019-another-government.md). Confidence and sources are those of
# the research.
"""

_CLOSED = re.compile(r"（([^（）]*)）$")

_BETWEEN_SOURCES = re.compile(r"[;；](?![^（]*）)|\s+(?=http|（)")

_REMARK = re.compile("（|from general knowledge|name seen|plan cited")

_COPY = re.compile(r"https?://(?!(?:[\w-]+\.)*gov\.cn/)")
"""Pages that no government answers for: copies of articles, which are no sources."""

KINDS: dict[str, Kind] = {
    "state-council-department": "state-council-department",
    "state-council-special": "state-council-special",
    "state-council-directly-affiliated": "state-council-directly-affiliated",
    "state-council-office": "state-council-office",
    "state-council-institution": "state-council-institution",
    "state-administration": "state-administration",
    "mass-organisation": "mass-organisation",
    "enterprise": "state-owned-enterprise",
    "judicial": "judicial-organ",
}

_BY_NAME: tuple[tuple[str, Kind], ...] = (
    ("公司$", "state-owned-enterprise"),
    ("领导小组$", "coordinating-body"),
    ("^(?:中央|中共|中国共产党).*(?:办公厅|室)$", "party-office"),
    ("^(?:中共|中国共产党)", "party-organ"),
)
"""The kinds of names of which the research says only that they are the party's, or other bodies."""

STATE_COUNCIL = "中华人民共和国国务院"

UNSOURCED = (
    Agency(
        name="中国共产党中央委员会",
        aliases=("中共中央", "党中央"),
        kind="party-organ",
        confidence="high",
        note="Unsourced.",
    ),
    Agency(
        name="中国人民银行营业管理部",
        aliases=("人民银行营业管理部", "人行营管部"),
        kind="central-vertical",
        parent="中国人民银行",
        confidence="low",
        note="Of Beijing, until 2023; unsourced.",
    ),
)  # fmt: skip
"""Bodies that the research keeps among the patterns, and that are of no place."""

ALIASES = {"国家食品药品监督管理局": ("国家药监局",)}
"""Short names that the research has for the latest of their bearers only; unsourced."""

RENAMED = (
    ("2017", "国家电网公司", "国家电网有限公司"),
    ("2017", "中国石油天然气集团公司", "中国石油天然气集团有限公司"),
    ("2018", "中国石油化工集团公司", "中国石油化工集团有限公司"),
    ("2019-12", "中国邮政集团公司", "中国邮政集团有限公司"),
    ("2023", "国家减灾委员会办公室", "国家防灾减灾救灾委员会办公室"),
)  # fmt: skip
"""Changes of name that the research tells by the dates of the two names alone; unsourced."""


@dataclass
class Body:
    """The rows of one name: the latest says what the body is, earlier ones go into its note."""

    rows: list[dict[str, str]]
    aliases: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    has_origin: bool = False

    @property
    def name(self) -> str:
        """The canonical name."""
        return self.rows[-1]["name"]

    @property
    def since(self) -> str:
        """When it came to be, or nothing."""
        return self.rows[0]["since"]

    @property
    def until(self) -> str:
        """When it ended, or nothing."""
        return self.rows[-1]["until"]


def registry(folder: Path) -> RegistryData:
    """Return the registry that the research gives."""
    bodies = _bodies(folder)
    owners = _owners(bodies)
    changes = [*_changes(folder, bodies, owners), *_renamed(bodies)]
    changes = _in_order(changes)
    for name in {name for change in changes for name in change.after}:
        bodies[name].has_origin = True
    _settle_aliases(bodies, changes)
    agencies = [_agency(body, owners) for body in bodies.values()]
    agencies += UNSOURCED
    names = {one.name for one in agencies}
    outside = sorted({one.parent for one in agencies if one.parent} - names)
    return RegistryData(
        jurisdiction=JURISDICTION,
        places=(),
        outside=tuple(outside),
        agencies=tuple(agencies),
        changes=tuple(changes),
    )


def _read(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _bodies(folder: Path) -> dict[str, Body]:
    found: dict[str, Body] = {}
    for row in sorted(_read(folder, "national.tsv"), key=lambda row: row["since"]):
        found.setdefault(row["name"], Body([])).rows.append(row)
    order = dict.fromkeys(row["name"] for row in _read(folder, "national.tsv"))
    return {name: found[name] for name in order}


def _owners(bodies: dict[str, Body]) -> dict[str, list[Body]]:
    """Return the bodies by each of their names, and by the canonical one without 中华人民共和国."""
    owners: dict[str, list[Body]] = {}
    for body in bodies.values():
        texts = [alias for row in body.rows for alias in row["aliases"].split("|")]
        aliases = [text for text in texts if text and "、" not in text and "（" not in text]
        short = body.name.removeprefix("中华人民共和国")
        aliases += ALIASES.get(body.name, ())
        body.aliases = [one for one in dict.fromkeys((*aliases, short)) if one != body.name]
        for name in (body.name, *body.aliases):
            owners.setdefault(name, []).append(body)
    return owners


def _agency(body: Body, owners: dict[str, list[Body]]) -> Agency:
    row = body.rows[-1]
    for before in body.rows[:-1]:
        body.notes.append(f"Until {before['until']}: {before['kind']} under {before['parent']}.")
    if body.until:
        body.notes.append(f"Until {body.until}.")
    if body.since and not body.has_origin:
        body.notes.append(f"What it came of in {body.since} is unsourced.")
    if unlike := [one for one in body.aliases if not _is_made_of(one, body.name)]:
        body.notes.append(f"In use beside its name: {'、'.join(unlike)}.")
    sources, remarks = _sources(*(row["source"] for row in body.rows))
    body.notes += remarks
    parent = owners[row["parent"]][0].name if row["parent"] in owners else row["parent"]
    return Agency(
        name=body.name,
        aliases=tuple(body.aliases),
        kind=_kind(row),
        since=body.since or None,
        parent=parent or None,
        confidence=_confidence(row, sources, body.notes),
        sources=sources,
        note=" ".join(body.notes),
    )


def _confidence(row: dict[str, str], sources: tuple[str, ...], notes: list[str]) -> Confidence:
    """Return the confidence of the research, low where no source stands, and note that."""
    is_seen = any("seen in" in note for note in notes)
    if sources or is_seen:
        return cast("Confidence", row["confidence"])
    if "Unsourced." not in notes:
        notes.append("Unsourced.")
    return "low"


def _is_made_of(short: str, name: str) -> bool:
    characters = iter(name)
    return all(character in characters for character in short)


def _sources(*texts: str) -> tuple[tuple[str, ...], list[str]]:
    """Return the sources in `texts`, each once, and the remarks that stand among them."""
    parts = [part.strip() for text in texts for part in _BETWEEN_SOURCES.split(text)]
    told = [part.replace("lists-dev.tsv", "lists of real notices") for part in parts if part]
    told = [part for part in dict.fromkeys(told) if part != "name not seen in corpus"]
    sources = [part for part in told if not _REMARK.match(part) and not _COPY.match(part)]
    return tuple(sources), [_remark(part) for part in told if _REMARK.match(part)]


def _remark(part: str) -> str:
    """Return what stands among sources and is none as a sentence of a note."""
    return (
        part
        if part.startswith("（")
        else {"from general knowledge": "Unsourced."}.get(part, f"{part.capitalize()}.")
    )


def _kind(row: dict[str, str]) -> Kind:
    name, kind = row["name"], row["kind"]
    if name == STATE_COUNCIL:
        return "people-government"
    if kind == "enterprise" and not name.endswith(("公司", "银行")):
        return "other-organ"
    by_name = next((one for pattern, one in _BY_NAME if re.search(pattern, name)), None)
    return KINDS.get(kind) or by_name or "other-organ"


def _changes(
    folder: Path, bodies: dict[str, Body], owners: dict[str, list[Body]]
) -> Iterator[Change]:
    ended: set[str] = set()
    for row in _read(folder, "changes-national.tsv"):
        if row["kind"] == "created" or "{" in row["before"] + row["after"] or "/" in row["date"]:
            continue
        yield from _of_row(row, owners, bodies, ended)


def _of_row(
    row: dict[str, str], owners: dict[str, list[Body]], bodies: dict[str, Body], ended: set[str]
) -> Iterator[Change]:
    """Yield the changes of a row: of bodies that ended by it, and of those that gave duties up."""
    before = [_part(text, owners, row["date"]) for text in row["before"].split("|")]
    after = [_part(text, owners, row["date"]) for text in row["after"].split("|")]
    takers = list(dict.fromkeys(name for name, _ in after if name in bodies))
    if set(takers) >= {name for name, _ in before}:
        for name in takers:  # under another body from then on
            bodies[name].notes.append(f"{row['date']}: {row['before']} → {row['after']}.")
        return
    givers = [(name, duty) for name, duty in before if name in bodies and name not in takers]
    ending = [
        name
        for name, duty in givers
        if not duty and row["kind"] != "transferred" and _ends(bodies[name], row, ended)
    ]
    ended.update(ending)
    strangers = [text for text, _ in (*before, *after) if text not in bodies]
    sources, remarks = _sources(row["source"])
    told = [f"No entries: {'、'.join(strangers)}."] if strangers else []
    confidence = _confidence(row, sources, remarks)
    note = " ".join((*told, *remarks))
    made = Change(
        date=row["date"],
        kind="transferred",
        before=(),
        after=tuple(takers),
        confidence=confidence,
        sources=sources,
        note=note,
    )
    if not takers:
        return
    if ending:
        yield from _ending(made, ending, row["kind"])
    giving = {name: duty for name, duty in givers if name not in ending}
    if giving:
        duties = [f"{name}: {duty}" for name, duty in giving.items() if duty]
        notes = [*([note] if note else []), *([f"Duties: {'；'.join(duties)}."] if duties else [])]
        yield replace(made, before=tuple(giving), note=" ".join(notes))


def _ending(made: Change, ending: list[str], kind: str) -> Iterator[Change]:
    takers = made.after
    if kind == "split" and len(ending) == 1:
        yield replace(made, kind="split", before=tuple(ending))
        return
    yield replace(
        made,
        kind="renamed" if kind == "renamed" else "merged",
        before=tuple(ending),
        after=takers[:1],
    )
    if takers[1:]:
        yield replace(made, before=tuple(ending), after=takers[1:])


def _ends(body: Body, row: dict[str, str], ended: set[str]) -> bool:
    length = min(len(body.until), len(row["date"]))
    is_then = bool(body.until) and body.until[:length] == row["date"][:length]
    return is_then and body.name not in ended


def _part(text: str, owners: dict[str, list[Body]], date: str) -> tuple[str, str]:
    """Return the body that a row names and the duty in brackets behind it; else the name."""
    if text in owners:
        return _owner(owners[text], date).name, ""
    found = _CLOSED.search(text)
    name = text[: found.start()] if found else text
    if name not in owners:
        return text, ""
    return _owner(owners[name], date).name, found[1] if found else ""


def _owner(bodies: list[Body], date: str) -> Body:
    """Return the one of `bodies` that was there at `date`, or came to be then."""
    there = [
        one for one in bodies if one.since <= date and (not one.until or one.until >= date[:7])
    ]
    return (there or bodies)[0]


def _renamed(bodies: dict[str, Body]) -> Iterator[Change]:
    for date, before, after in RENAMED:
        assert before in bodies
        assert after in bodies
        yield Change(date, "renamed", (before,), (after,), "low", (), "Unsourced.")


def _in_order(changes: list[Change]) -> list[Change]:
    """Return `changes` in order of time; a day is within its month, a month within its year."""
    return sorted(changes, key=lambda one: one.date)


def _settle_aliases(bodies: dict[str, Body], changes: list[Change]) -> None:
    """Leave an alias to several bodies only where it passed from one to another; else say of it."""
    bearers: dict[str, list[Body]] = {}
    for body in bodies.values():
        for name in (body.name, *body.aliases):
            bearers.setdefault(name, []).append(body)
    for name, sharing in bearers.items():
        owner = next((one for one in sharing if name == one.name), None)
        for body in sharing:
            others = [one for one in sharing if one is not body]
            if all(_passed_on(body, other, changes) for other in others):
                continue
            if body is not owner and name != body.name.removeprefix("中华人民共和国"):
                body.aliases.remove(name)
                whose = "、".join(one.name for one in others)
                body.notes.append(f"Also called {name}, as is {whose}.")


def _passed_on(one: Body, other: Body, changes: list[Change]) -> bool:
    first, second = sorted((one, other), key=lambda body: body.since)
    return (
        _came_of(second.name, first.name, changes)
        or _came_of(first.name, second.name, changes)
        or bool(first.until and first.until <= second.since and _ends_by(first.name, changes))
    )


def _ends_by(name: str, changes: list[Change]) -> bool:
    return any(name in one.before and one.kind != "transferred" for one in changes)


def _came_of(later: str, earlier: str, changes: list[Change]) -> bool:
    """Tell whether `later` is what became of `earlier`, in one change or several."""
    reached = {earlier}
    for change in changes:
        if change.kind != "transferred" and not reached.isdisjoint(change.before):
            reached.update(change.after)
    return later in reached


def text(folder: Path) -> str:
    """Return the text of national.yaml."""
    return HEADER + dump_registry(registry(folder))


def main() -> int:
    """Write or check, and return the exit code."""
    folder, *options = sys.argv[1:]
    return write_or_check(FILE, text(Path(folder)), folder, check=options == ["--check"])


if __name__ == "__main__":
    sys.exit(main())
