"""An agency has one part in a task: it does not stand there twice, nor lead and support."""

from gdquality.records import ROLES
from gdquality.rules.examples import TASK
from gdquality.rules.rule import Findings, NoticeFile, Rule


def check(file: NoticeFile) -> Findings:
    """Find the second and later mentions of an agency in one task."""
    for index, task in file.tasks:
        seen: dict[str, str] = {}
        for role in ROLES:
            for place, mention in enumerate(task.mentions(role)):
                if mention.agency in seen:
                    message = f"第 {task.number} 项已列有“{mention.agency}”：{seen[mention.agency]}"
                    yield (("tasks", index, role, place, "agency"), message)
                seen.setdefault(mention.agency, mention.text)


RULE = Rule(
    code="GDQ204",
    name="repeated-agency",
    severity="error",
    title="一个单位在一项任务里只出现一次",
    why="列两次，或既牵头又参与，分工就说不清；两个名称也可能是同一个单位。",
    passes=TASK,
    fails=TASK.replace(
        "{text: 省财政厅, agency: 广东省财政厅}", "{text: 质监局, agency: 广东省质量技术监督局}"
    ).replace("support, text: 省财政厅", "support, text: 质监局"),
    check=check,
)
