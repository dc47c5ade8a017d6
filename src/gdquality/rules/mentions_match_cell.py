"""GDQ205: the mentions of a task are those that its printed text names."""

from collections.abc import Sequence

from gdquality.parsing.notes import role_of_others
from gdquality.parsing.role_sentences import read_allocation
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.records import ROLES, Role, Task
from gdquality.rules.examples import TASK
from gdquality.rules.rule import Findings, NoticeFile, Rule
from gdquality.store.yaml_document import KeyPath


def check(file: NoticeFile) -> Findings:
    """Find the first mention of each role that differs from what is printed."""
    vocabulary = Vocabulary.of(file.registry.prefixes, file.registry.names)
    others = role_of_others("\n".join(file.whole.notes)) if file.whole else None
    for index, task in file.tasks:
        printed = _printed(task, vocabulary)
        if others and not printed["lead"]:
            named, printed["responsible"] = printed["responsible"], []
            printed["lead"] = named[:1]
            printed[others] = [*named[1:], *printed[others]]
        for role in ROLES:
            mentioned = [mention.text for mention in task.mentions(role)]
            yield from _compare(mentioned, printed[role], ("tasks", index, role))


def _printed(task: Task, vocabulary: Vocabulary) -> dict[Role, list[str]]:
    """Return the names that the printed text gives each role."""
    names: dict[Role, list[str]] = {role: [] for role in ROLES}
    for one in task.printed:
        allocation = read_allocation(one.text, vocabulary, one.role)
        for mention in allocation.mentions if allocation else ():
            names[mention.role or one.role or "responsible"].append(mention.text)
    return names


def _compare(named: Sequence[str], printed: Sequence[str], path: KeyPath) -> Findings:
    for place, (mine, theirs) in enumerate(zip(named, printed, strict=False)):
        if mine != theirs:
            message = f"原文此处印的是“{theirs}”，这里是“{mine}”"
            yield ((*path, place, "text"), message)
            return
    if len(named) != len(printed):
        yield (path, f"原文印有 {len(printed)} 个单位，这里有 {len(named)} 个")


RULE = Rule(
    code="GDQ205",
    name="mentions-match-cell",
    severity="error",
    title="列出的单位就是原文所印的单位",
    why="原文是依据，列出的单位由它读出；两者不合，必有一处被改过。",
    passes=TASK,
    fails=TASK.replace("text: 省财政厅, place", "text: 省财政厅、水利厅, place"),
    check=check,
)
