"""The text of a mention is a name of the agency that it is said to mean."""

from collections.abc import Iterator

from gdquality.rules.known_agency import mentions_of
from gdquality.rules.rule import Found, NoticeFile, Rule


def check(file: NoticeFile) -> Iterator[Found]:
    """Find mentions whose text names another agency of the registry, or none."""
    for path, mention in mentions_of(file.notice):
        if mention.agency in file.registry.agencies:
            meant = file.registry.identify(mention.text)
            if meant is None:
                yield Found((*path, "text"), f"“{mention.text}”不是名录中任何单位的名称")
            elif meant.name != mention.agency:
                message = f"“{mention.text}”是“{meant.name}”，不是“{mention.agency}”"
                yield Found((*path, "agency"), message)


RULE = Rule("GDQ302", "text-names-agency", "error", check)
