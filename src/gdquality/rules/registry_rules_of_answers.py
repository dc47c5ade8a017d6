"""The rules of an agencies.yaml without which answers are wrong: one that breaks them gives none.

Every answer imports them.
"""

from gdquality.rules import (
    change_cycle,
    change_order,
    known_bodies,
    known_parent,
    real_date,
    shared_name,
)
from gdquality.rules.rule import RegistryFile, Rule

REGISTRY_RULES_OF_ANSWERS: tuple[Rule[RegistryFile], ...] = (
    real_date.RULE,
    shared_name.RULE,
    known_parent.RULE,
    known_bodies.RULE,
    change_cycle.RULE,
    change_order.RULE,
)
