"""The fonts of the system, which reading does without.

For a font that a file does not bring along, pdfium looks for a like one on the machine, and loads it
for every page anew. That takes ten times as long as reading, and what is read would depend on what
is installed.
"""

import ctypes

import pypdfium2.raw as pdfium

NO_FONTS = pdfium.FPDF_SYSFONTINFO(version=1)
"""A system that answers no question for a font: pdfium takes its own."""


def do_without() -> None:
    """Let pdfium find no fonts of the system, for as long as this process runs."""
    pdfium.FPDF_SetSystemFontInfo(ctypes.byref(NO_FONTS))
