"""The rules of a tasks.yaml without which an answer is wrong: tasks and agencies are found by them.

Without them some are merged or left out in silence. Numbers that are skipped or out of order are no
matter of it.
"""

from gdquality.rules import known_agency, task_numbers
from gdquality.rules.rule import NoticeFile, Rule

NOTICE_RULES_OF_ANSWERS: tuple[Rule[NoticeFile], ...] = (
    task_numbers.RULE._replace(check=task_numbers.check_repeated),
    known_agency.RULE,
)
