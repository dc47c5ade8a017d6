"""Whoever the registry refers to is in it: the bodies of a change, the members of a collective."""

from collections.abc import Iterator

from gdquality.rules.rule import Found, RegistryFile, Rule


def check(file: RegistryFile) -> Iterator[Found]:
    """Find references to bodies that the registry does not know."""
    known = {agency.name for _, agency in file.agencies}
    lists = [(("agencies", index, "members"), agency.members) for index, agency in file.agencies]
    for index, change in file.changes:
        lists.append((("changes", index, "before"), change.before))
        lists.append((("changes", index, "after"), change.after))
    for path, names in lists:
        for place, name in enumerate(names):
            if name not in known:
                yield Found((*path, place), f"名录中没有“{name}”")


RULE = Rule(
    code="GDQ403",
    name="known-bodies",
    severity="error",
    title="变更和集合称谓提到的单位都在名录里",
    why="提到的单位查不到，前身和今名就断了。",
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
    before: [广东省水力厅]
    after: [广东省财政厅]
    confidence: low
""",
    check=check,
)
