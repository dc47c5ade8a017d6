"""Labels that are set with blanks between their characters, as 牵 头 单 位：."""

import re

from gdquality.parsing.role_patterns import due_labels, labels

_SPACED = re.compile(r"(?<![一-鿿])[一-鿿]{1,2}(?:[ \t　]{1,4}[一-鿿]{1,2}){1,5}[ \t　]{0,4}[：:]")
_LAST = re.compile("[位门限间体构进度排主责合任办][ \t　]{0,4}[：:]")
"""How a label ends, looked for before anything that takes longer."""


def closed_up(text: str) -> str:
    """Return `text` with such labels without their blanks.

    As many blanks stand behind the label, so that offsets stay. What is no label stays as it is.
    """
    return _SPACED.sub(_closed_up, text) if _LAST.search(text) else text


def _closed_up(spaced: re.Match[str]) -> str:
    label = "".join(spaced[0].split())
    is_label = labels().fullmatch(label) or due_labels().fullmatch(label)
    return label.ljust(len(spaced[0])) if is_label else spaced[0]
