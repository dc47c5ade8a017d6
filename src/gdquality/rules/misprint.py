"""A misprint of the source is kept as printed, and pointed out."""

from collections.abc import Iterator

from gdquality.rules.known_agency import mentions_of
from gdquality.rules.rule import Found, NoticeFile, Rule


def check(file: NoticeFile) -> Iterator[Found]:
    """Find mentions whose text the registry knows as a wrong spelling only."""
    registry = file.registry
    for path, mention in mentions_of(file.notice):
        if mention.text in registry.misprints and mention.text not in registry.bearers:
            message = f"“{mention.text}”当为误印，按“{registry.misprints[mention.text].name}”处理"
            yield Found((*path, "text"), message)


RULE = Rule("GDQ303", "misprint", "warning", check)
