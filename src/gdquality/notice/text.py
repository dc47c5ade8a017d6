"""The lines of a notice, healed of the scars that conversion leaves, each knowing its place."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from unicodedata import normalize

_BOLD = re.compile(r"\*\*")
# Beyond Latin-1 on both sides: a range of all Chinese characters takes long to compile.
_SPACE_INSIDE = re.compile(r"(?<=[^\x00-\xff])[ \t　]+(?=[^\x00-\xff])")
_NUMBER = re.compile(r"[〔\[［【(（]\s*(\d{4})\s*[〕\]］】)）]\s*第?\s*(\d+)\s*号")
_TITLE = re.compile(r"《[^《》]*》(?:（[^（）]*）)?")
_SENTENCE_ENDS = "。：！？；:"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source; `number` counts from 1."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Prose of one or more source lines, as (offset in `text`, line number) of each."""

    text: str
    starts: tuple[tuple[int, int], ...]

    def line_at(self, offset: int) -> int:
        """Return the source line of the character at `offset`."""
        return self.starts[bisect_right(self.starts, offset, key=lambda start: start[0]) - 1][1]


def lines_of(text: str) -> list[Line]:
    """Return every line of `text`, blank ones included; a form feed is blank space."""
    parts = text.replace("\f", " ").split("\n")
    return [Line(number, part) for number, part in enumerate(parts, start=1)]


def heal(text: str) -> str:
    """Return `text` without bold marks and stray spaces, document numbers in their own brackets.

    The number of a document stands in hexagonal brackets (GB/T 9704-2012, 7.2.5): 〔2016〕9号.
    """
    text = _SPACE_INSIDE.sub("", _BOLD.sub("", text).strip())
    return _NUMBER.sub(lambda found: normalize("NFKC", f"〔{found[1]}〕{found[2]}号"), text)


def outside_titles(text: str) -> str:
    """Return `text` without blanks and the titles that it cites: 《…》, 《…》（…）."""
    return _TITLE.sub("", "".join(text.split()))


def paragraphs_of(lines: Iterable[Line]) -> Iterator[Paragraph]:
    """Yield the prose of healed `lines`, none of them blank.

    A paragraph that stops in mid-sentence goes on after a break.
    """
    pieces: list[Line] = []
    for line in lines:
        pieces.append(line)
        if line.text.endswith(tuple(_SENTENCE_ENDS)):
            yield _join(pieces)
            pieces = []
    if pieces:
        yield _join(pieces)


def _join(pieces: list[Line]) -> Paragraph:
    # Healed as one, since the break may go through a document number.
    text = heal("".join(piece.text.strip() for piece in pieces))
    starts = []
    offset = 0
    for piece in pieces:
        starts.append((min(offset, len(text)), piece.number))
        offset += len(heal(piece.text))
    return Paragraph(text, tuple(starts))
