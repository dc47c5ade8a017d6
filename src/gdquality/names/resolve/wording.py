"""The same name in other words: 委员会 is 委, 监督管理 is 监管, and 和 may be left out."""

import re

_SHORT = {
    "中国共产党": "中共",
    "委员会": "委",
    "办公室": "办",
    "监督管理": "监管",
    "人民政府": "政府",
    "有限责任公司": "公司",
    "有限公司": "公司",
    "工作领导小组": "领导小组",
}
_LONG = re.compile("|".join([*_SHORT, "(?<=.)[和与](?=..)"]))


def shortened(name: str) -> str:
    """Return `name` with each of the usual words in its short form."""
    return _LONG.sub(lambda found: _SHORT.get(found[0], ""), name)
