"""Every rule, by code."""

from typing import Any

from gdquality.rules.file_rules import FILE_RULES
from gdquality.rules.notice_rules import NOTICE_RULES
from gdquality.rules.registry_rules import REGISTRY_RULES
from gdquality.rules.rule import Rule

_ALL: tuple[Rule[Any], ...] = (*FILE_RULES, *NOTICE_RULES, *REGISTRY_RULES)

RULES: dict[str, Rule[Any]] = {rule.code: rule for rule in sorted(_ALL, key=lambda rule: rule.code)}
