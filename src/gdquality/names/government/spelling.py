"""Names as documents spell them, freed of what makes no difference."""

import re

from gdquality.characters import simplified

_OTHER_NAME = re.compile(r"(?<=.)[（(][^（）()]*[）)]$")

LONGEST = 60
"""Characters of the longest name that is looked at; the longest official one has some forty."""


def plain(text: str) -> str:
    """Return `text` without blanks, and in simplified characters."""
    joined = "".join(text.split())
    try:
        joined.encode("gb2312")
    except UnicodeEncodeError:
        return simplified(joined)
    return joined


def without_other_name(name: str) -> str:
    """Return `name` without the other name of the body that it has in brackets behind it."""
    return _OTHER_NAME.sub("", name)
