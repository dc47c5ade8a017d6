"""A task has someone who leads it."""

from gdquality.rules.examples import TASK
from gdquality.rules.rule import Findings, NoticeFile, Rule


def check(file: NoticeFile) -> Findings:
    """Find tasks that nobody leads or is responsible for."""
    for index, task in file.tasks:
        if not task.lead and not task.responsible:
            yield (("tasks", index, "lead"), f"第 {task.number} 项没有牵头单位或责任单位")


RULE = Rule(
    code="GDQ203",
    name="no-lead",
    severity="error",
    title="每项任务都有牵头单位或责任单位",
    why="没有牵头单位、也没有责任单位的任务，没有人负责。",
    passes=TASK,
    fails=TASK.replace("{text: 省质监局, agency: 广东省质量技术监督局}", ""),
    check=check,
)
