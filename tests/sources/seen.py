"""What the tests of sources look at: blocks without their places."""

from gdquality.sources.interface import Paragraph, SourceDocument

Seen = list[str | list[list[str]]]


def seen(document: SourceDocument) -> Seen:
    """Return the blocks of a document: paragraphs as strings, tables as rows of strings."""
    return [
        block.text
        if isinstance(block, Paragraph)
        else [[cell.text for cell in row] for row in block.rows]
        for block in document.blocks
    ]
