"""The registries that come with the package, each of the bodies of one place."""

from collections.abc import Callable
from functools import cache, partial
from typing import NamedTuple

from gdquality.names.government.place import COUNTRY, Jurisdiction
from gdquality.names.government.places import packaged_places
from gdquality.names.government.tables import packaged_text
from gdquality.names.registry import Registry
from gdquality.records import RegistryData
from gdquality.store.build import build
from gdquality.store.yaml_reader import read_yaml

_FILES = {COUNTRY: "national.yaml", "440000": "agencies.yaml"}
"""The packaged registries by the code of their place."""


class Layer(NamedTuple):
    """A registry with the place whose bodies it has, read when it is asked for."""

    place: Jurisdiction
    load: Callable[[], Registry]


def layers_with(own: Registry | None) -> tuple[Layer, ...]:
    """Return the registries that may be asked.

    `own` takes the place of the packaged one of its jurisdiction.
    """
    places = packaged_places()
    of_own = places.named(own.data.jurisdiction)[:1] if own else ()
    given = (Layer(place, partial(_given, own)) for place in of_own if own)
    packaged = (
        Layer(places.by_code[code], partial(packaged_registry, file))
        for code, file in _FILES.items()
    )
    return (*given, *(layer for layer in packaged if layer.place not in of_own))


def _given(registry: Registry) -> Registry:
    return registry


@cache
def packaged_registry(file: str) -> Registry:
    """Return the registry in a packaged file, read when first asked for.

    It was validated when it was made, and is read without validation.
    """
    return Registry(build(read_yaml(packaged_text(file), file).value, RegistryData))


def registry_of(jurisdiction: str) -> Registry:
    """Return the packaged registry of the place that is called so, or one without entries."""
    if file := _file_of(jurisdiction):
        return packaged_registry(file)
    return Registry(RegistryData(jurisdiction, (), (), ()))


def packaged_text_of(jurisdiction: str) -> str:
    """Return the text of the packaged registry of a place, or an empty one."""
    file = _file_of(jurisdiction)
    return packaged_text(file) if file else ""


def _file_of(jurisdiction: str) -> str | None:
    found = packaged_places().named(jurisdiction)[:1]
    return next((_FILES[place.code] for place in found if place.code in _FILES), None)
