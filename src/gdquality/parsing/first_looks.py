"""Patterns of which only is asked whether and where a text has a piece of them, found quickly."""

import re


def first_look(begins: str, pieces: str) -> re.Pattern[str]:
    """Match the first character of each piece that the pattern `pieces` matches in a text.

    `begins` is the inside of a set with every character that a piece may begin with. The engine
    runs over all others at once if a pattern begins with a set, and so it is looked for first, and
    for the piece from there on.
    """
    return re.compile(rf"[{begins}](?<=(?={pieces}).)")
