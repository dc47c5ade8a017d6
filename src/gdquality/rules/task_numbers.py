"""Tasks are numbered 1, 2, 3, …, each number once and in order."""

from gdquality.rules.examples import SECOND_TASK, TASK
from gdquality.rules.rule import Findings, NoticeFile, Rule


def check(file: NoticeFile) -> Findings:
    """Find numbers that are twice there, skipped or out of order."""
    first: dict[int, int] = {}
    # After an odd number the table may go on from it, or as if it had been the right one.
    expected, last = {1}, 0
    for index, number in enumerate(file.numbers):
        path, next_one = ("tasks", index, "number"), min(expected)
        if number is None:
            expected = {one + 1 for one in expected}
            continue
        if number in first:
            yield (path, _repeated(number, first[number]))
            expected |= {next_one + 1}
        elif number in expected:
            expected = {number + 1}
        elif number > next_one:
            yield (path, f"序号 {next_one} 缺失：这里是 {number}")
            expected = {number + 1, next_one + 1}
        else:
            # What stands between may be no number, and said to be none.
            how = f"排在 {last} 之后" if last > number else "次序不对"
            yield (path, f"序号 {number} {how}")
            expected = {number + 1, next_one, next_one + 1}
        first.setdefault(number, index)
        last = number


def check_repeated(file: NoticeFile) -> Findings:
    """Find numbers that are twice there, and nothing else."""
    first: dict[int | None, int] = {}
    for index, number in enumerate(file.numbers):
        if first.setdefault(number, index) != index and number is not None:
            yield (("tasks", index, "number"), _repeated(number, first[number]))


def _repeated(number: int, first: int) -> str:
    return f"序号 {number} 重复：第 {first + 1} 个任务已有"


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
