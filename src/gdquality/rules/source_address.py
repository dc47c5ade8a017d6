"""An address among the sources is one that a browser opens."""

import re

from gdquality.rules.examples import AGENCIES
from gdquality.rules.rule import Findings, RegistryFile, Rule

_LIKE_ONE = re.compile(r"ht|ftp|www|.*//", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?:https?|ftp)://[^\s/.，。、；]+(?:\.[^\s/.，。、；]+)+(?:/[^\s，。、；]*)?"
)


def check(file: RegistryFile) -> Findings:
    """Find sources that look like an address and are none; a source may be a document, too."""
    sources = [(("agencies", index), agency.sources) for index, agency in file.agencies]
    sources += [(("changes", index), change.sources) for index, change in file.changes]
    for path, texts in sources:
        for place, text in enumerate(texts):
            if _LIKE_ONE.match(text) and not _ADDRESS.fullmatch(text):
                yield ((*path, "sources", place), f"“{text}”不是完整的网址")


RULE = Rule(
    code="GDQ418",
    name="source-address",
    severity="error",
    title="出处如果是网址，就打得开",
    why="网址少了一个冒号、多了一个空格，别人就找不到出处。",
    passes=AGENCIES + '    sources: ["http://slt.gd.gov.cn/1.html", 粤办函〔2016〕553号]\n',
    fails=AGENCIES + '    sources: ["http//slt.gd.gov.cn/1.html"]\n',
    check=check,
)
