"""No body becomes itself again: changes lead forward in time."""

from collections.abc import Iterator

from gdquality.rules.rule import Found, RegistryFile, Rule


def check(file: RegistryFile) -> Iterator[Found]:
    """Find the changes that close a circle."""
    after: dict[str, set[str]] = {}
    for index, change in file.changes:
        for name in change.before:
            after.setdefault(name, set()).update(change.after)
        for name in change.before:
            if name in _reached(name, after):
                yield Found(("changes", index), f"“{name}”经这项变更又成为自己")
                break


def _reached(name: str, after: dict[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = [name]
    while waiting:
        new = after.get(waiting.pop(), set()) - reached
        reached |= new
        waiting += new
    return reached


RULE = Rule(
    code="GDQ404",
    name="change-cycle",
    severity="error",
    title="没有单位经过变更又成为自己",
    why="转回原处的变更，问今名就没有尽头。",
    passes="""\
agencies:
  - name: 广东省财政厅
    aliases: [省财政厅, 财政厅]
    kind: provincial-department
    confidence: high
  - name: 广东省水利厅
    aliases: [省水利厅, 水利厅]
    kind: provincial-department
    confidence: high
changes:
  - date: 2018-10
    kind: renamed
    before: [广东省水利厅]
    after: [广东省财政厅]
    confidence: low
""",
    fails="""\
agencies:
  - name: 广东省财政厅
    aliases: [省财政厅, 财政厅]
    kind: provincial-department
    confidence: high
  - name: 广东省水利厅
    aliases: [省水利厅, 水利厅]
    kind: provincial-department
    confidence: high
changes:
  - date: 2018-10
    kind: renamed
    before: [广东省水利厅]
    after: [广东省水利厅]
    confidence: low
""",
    check=check,
)
