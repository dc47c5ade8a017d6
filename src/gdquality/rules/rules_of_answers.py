"""The rules without which an answer is wrong: a data set that breaks one answers nothing.

They are few and know no parser, since every answer imports them.
"""

from gdquality.rules import (
    change_cycle,
    change_order,
    known_agency,
    known_bodies,
    known_parent,
    real_date,
    shared_name,
    task_numbers,
)
from gdquality.rules.rule import NoticeFile, RegistryFile, Rule

REGISTRY_RULES_OF_ANSWERS: tuple[Rule[RegistryFile], ...] = (
    real_date.RULE,
    shared_name.RULE,
    known_parent.RULE,
    known_bodies.RULE,
    change_cycle.RULE,
    change_order.RULE,
)

NOTICE_RULES_OF_ANSWERS: tuple[Rule[NoticeFile], ...] = (
    task_numbers.RULE._replace(check=task_numbers.check_repeated),
    known_agency.RULE,
)
"""What tasks and agencies are found by; without it they are merged and left out in silence.

Numbers that are skipped or out of order are no matter of it.
"""
