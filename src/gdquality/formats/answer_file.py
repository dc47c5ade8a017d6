"""The one place where an answer becomes the content of a file, of the kind that its ending says.

These are for people: headings in Chinese, the notice and its source. What a program is to read is
what it would read from standard output.
"""

from collections.abc import Callable, Sequence
from importlib import import_module

from gdquality.formats.caption import Caption
from gdquality.formats.handout import Handout, handout_of
from gdquality.queries.answers import Answer

Content = Callable[[Answer, Caption | None, Sequence[str]], bytes]


def content_of_handout(handout: Handout, ending: str) -> bytes:
    """Return `handout` as a .xlsx, .docx or .html file."""
    # Only the module asked for: an answer is to be quick.
    content: bytes = import_module(f"gdquality.formats.as_{ending[1:]}").file_of(handout)
    return content


def content_of(
    answer: Answer, ending: str, caption: Caption | None, lines: Sequence[str] = ()
) -> bytes:
    """Return `answer` as the content of a file whose name ends in `ending`, one of CONTENTS.

    What is for people says first what `lines` say of it: how it was narrowed, and warnings.
    Raises GdqError for an answer that such a file cannot hold, and where a library is missing.
    """
    if ending in HANDOUTS:
        return content_of_handout(handout_of(answer, caption).after(lines), ending)
    return CONTENTS[ending](answer, caption, lines)


def _csv(answer: Answer, _caption: Caption | None, _lines: Sequence[str]) -> bytes:
    from gdquality.formats.as_csv import csv_for_people
    from gdquality.formats.sheet import in_words, sheet_of

    return csv_for_people(in_words(sheet_of(answer))).encode()


def _json(answer: Answer, _caption: Caption | None, _lines: Sequence[str]) -> bytes:
    from gdquality.formats.as_json import render

    return render(answer).encode()


def _md(answer: Answer, caption: Caption | None, lines: Sequence[str]) -> bytes:
    from gdquality.formats.as_md import after_lines, render, source_line

    return (after_lines(render(answer), lines) + source_line(caption)).encode()


def _svg(answer: Answer, caption: Caption | None, lines: Sequence[str]) -> bytes:
    from gdquality.formats.as_svg import render

    return render(answer, caption, lines).encode()


def _png(answer: Answer, caption: Caption | None, lines: Sequence[str]) -> bytes:
    from gdquality.formats.as_svg import png

    return png(answer, caption, lines)


HANDOUTS = (".xlsx", ".docx", ".html")
"""Endings of files that lay an answer out on pages."""

CONTENTS: dict[str, Content] = {
    ".csv": _csv,
    ".json": _json,
    ".md": _md,
    ".svg": _svg,
    ".png": _png,
}
"""What writes a file of each other ending."""
