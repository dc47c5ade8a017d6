"""Every agency that a notice names is in the registry, under its canonical name."""

from collections.abc import Iterator

from gdquality.records import Mention, Notice
from gdquality.rules.rule import Found, NoticeFile, Rule
from gdquality.store.yaml_reader import Path


def mentions_of(notice: Notice) -> Iterator[tuple[Path, Mention]]:
    """Yield every mention of `notice` with the path to it."""
    for index, task in enumerate(notice.tasks):
        for role, mentions in (("lead", task.lead), ("support", task.support)):
            for place, mention in enumerate(mentions):
                yield ("tasks", index, role, place), mention
    for index, deadline in enumerate(notice.deadlines):
        for part, mentions in (("who", deadline.who), ("to", deadline.to)):
            for place, mention in enumerate(mentions):
                yield ("deadlines", index, part, place), mention


def check(file: NoticeFile) -> Iterator[Found]:
    """Find mentions of agencies that the registry does not know."""
    for path, mention in mentions_of(file.notice):
        if mention.agency not in file.registry.agencies:
            yield Found((*path, "agency"), f"名录中没有“{mention.agency}”")


RULE = Rule("GDQ301", "known-agency", "error", check)
