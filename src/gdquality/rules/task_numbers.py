"""Tasks are numbered 1, 2, 3, …, each number once and in order."""

from collections.abc import Iterator

from gdquality.rules.examples import SECOND_TASK, TASK
from gdquality.rules.rule import Found, NoticeFile, Rule


def check(file: NoticeFile) -> Iterator[Found]:
    """Find numbers that are twice there, skipped or out of order."""
    first: dict[int, int] = {}
    expected = 1
    # Where a number cannot be read, it may be the one that seems to be missing.
    may_skip = None in file.numbers
    for index, number in enumerate(file.numbers):
        path = ("tasks", index, "number")
        if number is None:
            continue
        if number in first:
            yield Found(path, f"序号 {number} 重复：第 {first[number] + 1} 个任务已有")
        elif number > expected and not may_skip:
            yield Found(path, f"序号 {expected} 缺失：这里是 {number}")
        elif number < expected:
            yield Found(path, f"序号 {number} 排在 {expected - 1} 之后")
        first.setdefault(number, index)
        expected = max(expected, number + 1)


RULE = Rule(
    code="GDQ201",
    name="task-numbers",
    severity="error",
    title="任务序号从 1 起，连续、不重复、按顺序",
    why="序号是通知表格里的编号，引用任务都靠它。",
    passes=TASK + SECOND_TASK,
    fails=TASK + SECOND_TASK.replace("number: 2", "number: 3"),
    check=check,
)
