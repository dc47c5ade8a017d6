"""The elements of HTML by what they mean to a reader and to the parser."""


def _named(names: str) -> frozenset[str]:
    return frozenset(names.split())


PARAGRAPHS = _named(
    "address article aside blockquote body br caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main "
    "menu nav ol p pre search section summary table ul"
)
"""What begins and ends a paragraph."""

NOT_TEXT = _named(
    "script style noscript template head select textarea button object applet audio video canvas "
    "svg math iframe noframes noembed datalist map rt rp del xml -comment !doctype"
)
"""What is no text, holds it a second time, or holds what is struck out."""

FORMATTING = _named("a b big code em font i nobr s small strike strong tt u")
"""What is opened anew in the next paragraph if it is still open (HTML standard, 13.2.4.3)."""

NEVER_IN_ITSELF = _named("a button form nobr")
"""What the start of another closes, or what none other may begin in."""

SOON_CLOSED = _named(
    "area base body br col colgroup dd dt embed head hr html img input li link meta optgroup "
    "option p param rp rt source tbody tfoot thead tr track wbr"
)
"""What needs no end tag: another of its kind, or nothing, ends it."""

CELLS = _named("caption td th")
"""What closes everything that was opened inside."""
