"""The rules of a tasks.yaml."""

from gdquality.rules import (
    derived_name,
    differs_from_source,
    known_agency,
    mentions_match_cell,
    misprint,
    missing_source,
    no_lead,
    not_in_being,
    outdated_name,
    remark,
    repeated_agency,
    repeated_title,
    source_changed,
    task_numbers,
    text_names_agency,
)
from gdquality.rules.rule import NoticeFile, Rule

NOTICE_RULES: tuple[Rule[NoticeFile], ...] = (
    task_numbers.RULE,
    repeated_title.RULE,
    no_lead.RULE,
    repeated_agency.RULE,
    mentions_match_cell.RULE,
    known_agency.RULE,
    text_names_agency.RULE,
    misprint.RULE,
    outdated_name.RULE,
    derived_name.RULE,
    not_in_being.RULE,
    differs_from_source.RULE,
    source_changed.RULE,
    missing_source.RULE,
    remark.RULE,
)
