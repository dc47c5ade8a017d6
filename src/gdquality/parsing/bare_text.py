"""What is to be read of a cell or a bracket: without brackets around it, and what leads in."""

import re

from gdquality.parsing.brackets import CLOSING, OPENING, closings, unopened
from gdquality.parsing.compact import Compact, compacted
from gdquality.parsing.words import words

_UNCLOSED = frozenset([*OPENING, '"', "“"])
"""What a cell may begin with that it does not close: half of a bracket, a quote of a broken CSV."""

_THE_WORK = re.compile(
    r"\s*(?:(?:[此该本]项?|上述|以上)(?:工作|任务|事项|措施)[，,]?(?:具体)?|具体)(?=由?.)"
)
"""What a sentence begins with that says who does the work of which the text before it tells."""


def bare(text: str) -> Compact | None:
    """Return what is to be read of `text`, without brackets around the whole; None if nothing."""
    inside = text.strip()
    if inside and inside[0] in OPENING and closings(inside).get(0) == len(inside) - 1:
        start = text.index(inside)
        text = f"{text[:start]} {inside[1:-1]} {text[start + len(inside) :]}"
    if text[:1] in _UNCLOSED and closings(text).get(0) is None:
        text = f" {text[1:]}"
    if text[-1:] in CLOSING and unopened(text):
        text = f"{text[:-1]} "
    if the_work := _THE_WORK.match(text):
        text = " " * the_work.end() + text[the_work.end() :]
    source = compacted(text)
    return source if source.text and source.text not in words("empty_cells") else None
