"""The marks that a list prints beside names; what they mean a note says (`marked_names`)."""

import re

MARKS = "★☆▲△◆◇●○◎■□※"
ASTERISKS = "*＊"
"""Marks that part names as well, and so are read behind one alone."""

MARK_BEFORE = re.compile(f"[{MARKS}]")
MARK_BEHIND = re.compile(rf"[（(]?(?P<mark>[{MARKS}])[）)]?$")
