"""The registry of the centre, which stands above every government's."""

from functools import cache

from gdquality.names.government.tables import packaged_text
from gdquality.names.registry import Registry
from gdquality.records import RegistryData
from gdquality.store.build import build
from gdquality.store.yaml_reader import read_yaml

FILE = "national.yaml"


@cache
def national_registry() -> Registry:
    """Return the packaged registry of the centre, read when first asked for.

    It was validated when it was made, and is read without validation.
    """
    return Registry(build(read_yaml(packaged_text(FILE), FILE).value, RegistryData))
