"""The marks that a list prints beside names; what they mean a note says (`marked_names`)."""

import re

MARKS = "★☆▲△◆◇●○◎■□※"
MARK_BEFORE = re.compile(f"[{MARKS}]")
MARK_BEHIND = re.compile(rf"[（(]?(?P<mark>[{MARKS}])[）)]?$")
