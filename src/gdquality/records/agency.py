"""What the registry consists of: agencies, and the changes that made some of them into others."""

from dataclasses import dataclass
from typing import Annotated, Literal

from gdquality.records.constraints import Date, Limit, Record, Text
from gdquality.records.notice import Role

Kind = Literal[
    "provincial-department",
    "provincial-special",
    "provincial-directly-affiliated",
    "department-managed",
    "government-department",
    "people-government",
    "state-council-department",
    "state-council-special",
    "state-council-directly-affiliated",
    "state-council-office",
    "state-council-institution",
    "state-administration",
    "judicial-organ",
    "party-organ",
    "party-office",
    "mass-organisation",
    "research-institute",
    "public-institution",
    "state-owned-enterprise",
    "central-vertical",
    "coordinating-body",
    "collective",
    "other-organ",
]
"""What a body is. A `collective` names others together: 各地级以上市政府."""

Confidence = Literal["high", "medium", "low"]
"""How sure the registry is of what it says."""

DERIVED = "推定"
"""What the note of a body begins with that was made by a pattern, and that nobody has confirmed."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Agency(Record):
    """A body by its official full name: that of November 2016, if it was in being.

    `since` is when it came to be, where that is known and was not long before the notice.
    `former_names` were right before, and are understood; `misprints` are wrong spellings that a
    source prints. A collective stands for its `members`, for the governments of its `places`, and
    for whoever has one of its `roles` in the notice's table.
    """

    name: Text
    kind: Kind
    confidence: Confidence
    aliases: tuple[Text, ...] = ()
    former_names: tuple[Text, ...] = ()
    parent: Text | None = None
    since: Date | None = None
    misprints: tuple[Text, ...] = ()
    members: tuple[Text, ...] = ()
    places: tuple[Text, ...] = ()
    roles: tuple[Role, ...] = ()
    sources: tuple[Text, ...] = ()
    note: str = ""

    @property
    def is_derived(self) -> bool:
        """Whether nobody has confirmed that there is such a body."""
        return self.note.startswith(DERIVED)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Change(Record):
    """An event that made agencies into others, as the W3C ORG vocabulary's ChangeEvent.

    `before` ended or gave up something; `after` came of it or took it over.
    """

    date: Date
    kind: Literal["renamed", "merged", "split", "transferred", "abolished"]
    before: Annotated[tuple[Text, ...], Limit(min_length=1)]
    after: tuple[Text, ...]
    confidence: Confidence
    sources: tuple[Text, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RegistryData(Record):
    """What agencies.yaml holds.

    `jurisdiction` (广东省) is the place whose bodies drop its name; `places` are the names that an
    agency list carries over its items or lets share a tail; `outside` are bodies that are parents
    of some and no entries themselves. `elsewhere` are places, and `other_bodies` names, that are
    another government's or another body's: no uncertain step may take them for one of ours.
    """

    jurisdiction: Text
    places: tuple[Text, ...]
    agencies: tuple[Agency, ...]
    changes: tuple[Change, ...]
    outside: tuple[Text, ...] = ()
    elsewhere: tuple[Text, ...] = ()
    other_bodies: tuple[Text, ...] = ()
