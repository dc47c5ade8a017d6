"""PDF (ISO 32000): tables as they are ruled, text as it stands.

A PDF knows no table, no paragraph and no reading order, only characters and lines at places. What
is certain of them is read; where it is not, a remark says so, and nothing is put together.
"""

from gdquality.extras import needed
from gdquality.sources.bounded import bounded
from gdquality.sources.interface import SourceDocument


def read(data: bytes, file: str) -> SourceDocument:
    """Return the document in a PDF.

    `part` of its places is the page (第3页), `row` the paragraph on that page or the row of the
    table. Raises InputError for what cannot be read (a password, a scan, damage), and GdqError that
    names the extra where pypdfium2 is not installed.
    """
    with needed("gdquality[pdf]"):
        from gdquality.sources.pdf.document import document

    return bounded(document, data, file)
