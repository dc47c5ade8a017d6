"""The marks that a list prints beside names, or the cells of a matrix have for them.

What they mean a note (`marked_names`) or a legend (`legends`) says.
"""

import re

MARKS = "★☆▲△◆◇●○◎■□※"
BULLETS = "◆◇●○◎■□"
"""Marks that begin the lines of lists, and mean nothing before the only name of one."""
ASTERISKS = "*＊"
"""Marks that part names as well, and so are read behind one alone."""
CELL_MARKS = frozenset(MARKS + "√✓✔")
"""What a cell of a matrix says a role by, beside letters and words."""

MARK_BEFORE = re.compile(f"[{MARKS}]")
MARK_BEHIND = re.compile(rf"[（(]?(?P<mark>[{MARKS}])[）)]?$")
