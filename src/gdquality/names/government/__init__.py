"""Names anywhere: places, whose document it is, and what a body of a place is called.

An answer from the packaged data imports nothing of this.
"""

from gdquality.names.government.collectives import collective
from gdquality.names.government.derivation import derive
from gdquality.names.government.derived import Collective, Derived, Registered, Unsettled
from gdquality.names.government.jurisdiction import jurisdiction_of
from gdquality.names.government.layers import (
    layers_with,
    packaged_text_of,
    registry_of,
)
from gdquality.names.government.meanings import Meaning, Meanings, meanings_in
from gdquality.names.government.patterns import NOW
from gdquality.names.government.place import Jurisdiction
from gdquality.names.government.places import Places, official_name, packaged_places, place_called

__all__ = [
    "NOW",
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
    "jurisdiction_of",
    "layers_with",
    "meanings_in",
    "official_name",
    "packaged_places",
    "packaged_text_of",
    "place_called",
    "registry_of",
]
