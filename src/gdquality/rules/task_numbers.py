"""Tasks are numbered 1, 2, 3, …, each number once and in order."""

from collections.abc import Iterator

from gdquality.rules.rule import Found, NoticeFile, Rule


def check(file: NoticeFile) -> Iterator[Found]:
    """Find numbers that are twice there, skipped or out of order."""
    first: dict[int, int] = {}
    expected = 1
    for index, task in enumerate(file.notice.tasks):
        path = ("tasks", index, "number")
        if task.number in first:
            yield Found(path, f"序号 {task.number} 重复：第 {first[task.number] + 1} 个任务已有")
        elif task.number > expected:
            yield Found(path, f"序号 {expected} 缺失：这里是 {task.number}")
        elif task.number < expected:
            yield Found(path, f"序号 {task.number} 排在 {expected - 1} 之后")
        first.setdefault(task.number, index)
        expected = max(expected, task.number + 1)


RULE = Rule("GDQ201", "task-numbers", "error", check)
