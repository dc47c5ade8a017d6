"""Who is who, anywhere: places, whose document it is, and what a body of a place is called."""

from gdquality.names.government.collectives import collective
from gdquality.names.government.derivation import derive
from gdquality.names.government.derived import Collective, Derived, Registered, Unsettled
from gdquality.names.government.draft import draft_registry
from gdquality.names.government.jurisdiction import jurisdiction_of
from gdquality.names.government.meanings import Meaning, Meanings, registered
from gdquality.names.government.national import national_registry
from gdquality.names.government.places import Jurisdiction, Places, packaged_places

__all__ = [
    "Collective",
    "Derived",
    "Jurisdiction",
    "Meaning",
    "Meanings",
    "Places",
    "Registered",
    "Unsettled",
    "collective",
    "derive",
    "draft_registry",
    "jurisdiction_of",
    "national_registry",
    "packaged_places",
    "registered",
]
