"""What a document says of all its lists at once: 列第一位者为牵头单位，下同."""

import re

from gdquality.parsing.passages import healed

FIRST_LEADS = re.compile(
    # What it may begin with, looked at first: most texts have none of it.
    r"(?=[列排位居在第首最])(?:列|排|排名|位列|排列|居)?在?(?:第一位|首位|最前面?|第一个|第一)的?(?:责任)?(?:单位|部门|者)?的?"
    r"(?:均)?(?:为|是)(?:该项工作|该项任务|本项任务|各项任务|此项工作)?的?(?:牵头|主责)"
)
"""That whoever is named first leads."""

_SENTENCE = re.compile(r"[^。；\n（）()〔〕]+")
_STANDING = re.compile("不再(?:一一|单独|逐项|重复)?列出|下同")


def notes_in(text: str) -> tuple[str, ...]:
    """Return the standing notes in `text`, each once and as printed."""
    if not _STANDING.search("".join(text.replace("*", "").split())):
        return ()
    found = (healed(match[0]) for match in _SENTENCE.finditer(text))
    return tuple(dict.fromkeys(note for note in found if _STANDING.search(note)))
