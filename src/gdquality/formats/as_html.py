"""A handout as a page of its own: one file, which asks nothing of anywhere."""

from gdquality.formats.handout import Handout
from gdquality.formats.templates import page_of


def file_of(handout: Handout) -> bytes:
    """Return an .html file of `handout`."""
    return page_of("handout.html", handout=handout)
