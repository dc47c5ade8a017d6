"""The rules of a tasks.yaml."""

from gdquality.rules import (
    known_agency,
    mentions_match_cell,
    misprint,
    repeated_agency,
    task_numbers,
    text_names_agency,
)
from gdquality.rules.rule import NoticeFile, Rule

NOTICE_RULES: tuple[Rule[NoticeFile], ...] = (
    task_numbers.RULE,
    repeated_agency.RULE,
    mentions_match_cell.RULE,
    known_agency.RULE,
    text_names_agency.RULE,
    misprint.RULE,
)
