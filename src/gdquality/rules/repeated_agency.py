"""An agency has one part in a task: it does not stand there twice, nor lead and support."""

from collections.abc import Iterator

from gdquality.rules.rule import Found, NoticeFile, Rule


def check(file: NoticeFile) -> Iterator[Found]:
    """Find the second and later mentions of an agency in one task."""
    for index, task in enumerate(file.notice.tasks):
        seen: dict[str, str] = {}
        for role, mentions in (("lead", task.lead), ("support", task.support)):
            for place, mention in enumerate(mentions):
                if mention.agency in seen:
                    message = f"第 {task.number} 项已列有“{mention.agency}”：{seen[mention.agency]}"
                    yield Found(("tasks", index, role, place, "agency"), message)
                seen.setdefault(mention.agency, mention.text)


RULE = Rule("GDQ204", "repeated-agency", "error", check)
