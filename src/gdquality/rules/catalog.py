"""Every rule, by code."""

from typing import Any

from gdquality.rules import (
    duplicate_key,
    fullwidth_punctuation,
    missing_field,
    plain_yaml,
    tab_indentation,
    unknown_field,
    unknown_file,
    unreadable_file,
    unused_exception,
    wrong_type,
    yaml_syntax,
)
from gdquality.rules.notice_rules import NOTICE_RULES
from gdquality.rules.registry_rules import REGISTRY_RULES
from gdquality.rules.rule import Rule

FILE_RULES: tuple[Rule[None], ...] = (
    unreadable_file.RULE,
    yaml_syntax.RULE,
    duplicate_key.RULE,
    plain_yaml.RULE,
    fullwidth_punctuation.RULE,
    tab_indentation.RULE,
    unused_exception.RULE,
    missing_field.RULE,
    unknown_field.RULE,
    wrong_type.RULE,
    unknown_file.RULE,
)

_ALL: tuple[Rule[Any], ...] = (*FILE_RULES, *NOTICE_RULES, *REGISTRY_RULES)

RULES: dict[str, Rule[Any]] = {rule.code: rule for rule in sorted(_ALL, key=lambda rule: rule.code)}
