"""The rules of validation, by the kind of file they look at; one rule, one module.

Codes are grouped: GDQ0xx the file, GDQ1xx its records, GDQ2xx the task table, GDQ3xx names,
GDQ4xx the registry.
"""

from gdquality.rules import (
    known_agency,
    mentions_match_cell,
    misprint,
    repeated_agency,
    shared_name,
    task_numbers,
    text_names_agency,
)
from gdquality.rules.rule import NoticeFile, RegistryFile, Rule

NOTICE_RULES: tuple[Rule[NoticeFile], ...] = (
    task_numbers.RULE,
    repeated_agency.RULE,
    mentions_match_cell.RULE,
    known_agency.RULE,
    text_names_agency.RULE,
    misprint.RULE,
)

REGISTRY_RULES: tuple[Rule[RegistryFile], ...] = (shared_name.RULE,)
