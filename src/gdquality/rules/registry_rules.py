"""The rules of an agencies.yaml."""

from collections.abc import Iterator

from gdquality.records import RegistryData
from gdquality.rules import change_cycle, known_bodies, real_date, shared_name
from gdquality.rules.finding import Finding
from gdquality.rules.rule import Rule, run
from gdquality.store.yaml_reader import Document

REGISTRY_RULES: tuple[Rule[RegistryData], ...] = (
    shared_name.RULE,
    known_bodies.RULE,
    change_cycle.RULE,
    real_date.RULE,
)


def check_registry(data: RegistryData, document: Document) -> Iterator[Finding]:
    """Yield what the rules find in the registry that `document` holds."""
    return run(REGISTRY_RULES, data, document)
