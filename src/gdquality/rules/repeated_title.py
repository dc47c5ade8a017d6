"""No two tasks have one title."""

from gdquality.rules.examples import SECOND_TASK, TASK
from gdquality.rules.rule import Findings, NoticeFile, Rule


def check(file: NoticeFile) -> Findings:
    """Find titles that an earlier task under the same headings has."""
    first: dict[tuple[object, ...], int] = {}
    for index, task in file.tasks:
        key = (*task.under, task.title)
        if key in first:
            message = f"任务名称与第 {first[key]} 项相同：“{task.title}”"
            yield (("tasks", index, "title"), message)
        first.setdefault(key, task.number)


RULE = Rule(
    code="GDQ202",
    name="repeated-title",
    severity="error",
    title="任务名称不重复",
    why="两项同名，多半是一行抄了两遍。",
    passes=TASK + SECOND_TASK,
    fails=TASK + SECOND_TASK.replace("提升服务质量", "提升工程质量"),
    check=check,
)
