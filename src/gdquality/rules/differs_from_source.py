"""tasks.yaml is what the parser gives of its source, to the last value."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from hashlib import sha256
from typing import Any

from gdquality.errors import InputError
from gdquality.parsing import parse
from gdquality.rules.examples import TASK
from gdquality.rules.rule import Findings, NoticeFile, Rule
from gdquality.store.yaml_document import KeyPath


def check(file: NoticeFile) -> Findings:
    """Find the first value that differs; a source that has changed is GDQ502's to find."""
    if not (file.whole and file.source) or _digest(file.source) != file.whole.source.sha256:
        return
    try:
        jurisdiction = file.whole.jurisdiction  # which a user may have told
        expected = parse(file.source, file.whole.source.file, file.own_registry, jurisdiction)
    except InputError as error:
        yield (("source", "file"), f"原文现在读不懂：{error.messages[0]}")
        return
    for path, value in _differences(file.whole, expected, ()):
        yield (path, f"与原文不符：原文是“{value}”")
        return


def _digest(source: bytes) -> str:
    return sha256(source).hexdigest()


def _differences(value: Any, expected: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if is_dataclass(expected):
        for field in fields(expected):
            mine, theirs = getattr(value, field.name), getattr(expected, field.name)
            yield from _differences(mine, theirs, (*path, field.name))
    elif isinstance(expected, dict):
        if value != expected:
            yield path, "；".join(f"{key}：{one}" for key, one in expected.items())
    elif isinstance(expected, tuple):
        for index, (mine, theirs) in enumerate(zip(value, expected, strict=False)):
            yield from _differences(mine, theirs, (*path, index))
        if len(value) != len(expected):
            surplus = (len(expected),) if len(value) > len(expected) else ()
            yield (*path, *surplus), f"{len(expected)} 项"
    elif value != expected:
        yield path, "无" if expected is None else str(expected)


RULE = Rule(
    code="GDQ501",
    name="differs-from-source",
    severity="error",
    title="任务数据就是从原文读出的样子",
    why="tasks.yaml 由 gdq parse 写成，从不手改；改动会在下次写入时丢失。",
    passes=TASK,
    fails=TASK.replace("提升工程质量", "提升工程"),
    check=check,
)
