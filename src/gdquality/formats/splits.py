"""Lists taken apart, as rows and objects."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from gdquality.records import Role

if TYPE_CHECKING:
    from gdquality.parsing.split import Split

COLUMNS = (
    ("text", "原文"),
    ("lead", "牵头单位"),
    ("responsible", "责任单位"),
    ("support", "配合单位"),
    ("unstated", "未注明角色"),
    ("remarks", "说明"),
)
"""The columns of a text that was taken apart: its names by role, and what else is said of it."""

FIELDS = tuple(key for key, _ in COLUMNS)

ROLES: dict[Role | None, str] = {
    "lead": "牵头",
    "responsible": "责任",
    "support": "配合",
    None: "",
}
"""What each role is called."""


def cells_of(split: "Split") -> tuple[str, ...]:
    """Return the columns of a text; names are joined by ；, for some hold a 、 and none a ；."""
    by_role = ("；".join(one.text for one in split.mentions if one.role == role) for role in ROLES)
    return split.text, *by_role, "；".join(split.remarks)


def object_of(split: "Split") -> dict[str, Any]:
    """Return a text, its mentions and remarks under their keys."""
    return {
        "text": split.text,
        "mentions": [asdict(one) for one in split.mentions],
        "remarks": list(split.remarks),
    }
