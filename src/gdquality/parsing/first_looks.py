"""Patterns that are only searched for, never taken apart: a quick way to find where they match."""

import re


def first_look(begins: str, pieces: str) -> re.Pattern[str]:
    """Return a pattern that matches the first character of whatever `pieces` matches.

    `begins` lists every character with which such a match may begin, as inside a set. A pattern
    that begins with a set lets the engine skip all other characters at once; only where one of
    them stands is `pieces` tried.
    """
    return re.compile(rf"[{begins}](?<=(?={pieces}).)")
