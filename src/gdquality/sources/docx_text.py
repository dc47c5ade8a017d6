"""The text of Word's paragraphs, as it is printed.

Tracked changes are accepted, and of a field its result is read, not its instruction
(ECMA-376-1, 17.13.5, 17.16.18).
"""

import re
from dataclasses import dataclass, field

from gdquality.sources.xml_tree import Node

_PRINTED = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}

_ENDS_SENTENCE = tuple("。；：！？…;:!?")
_BEGINS_ITEM = re.compile(
    r"\s{2}|\u3000|第[一二三四五六七八九十百]{1,5}[章节条部]|[一二三四五六七八九十]{1,4}[、.．]"
    r"|[（(][一二三四五六七八九十\d]{1,4}[）)]|\d{1,3}[、.．）)](?!\d)|[①-⑳]"
)


@dataclass(slots=True)
class _Runs:
    """What is being read of one paragraph.

    `fields` are the open ones: where each begins in `pieces`, and whether its result has begun.
    """

    pieces: list[str] = field(default_factory=list)
    boxes: list[Node] = field(default_factory=list)
    fields: list[tuple[int, bool]] = field(default_factory=list)


class TextReader:
    """Reads paragraphs, and keeps count of what it leaves out.

    `hidden` counts runs of hidden text, `objects` what other programs have embedded; `notes` are
    the ids of the footnotes and endnotes that the text refers to.
    """

    def __init__(self) -> None:
        """Begin with nothing left out."""
        self.hidden = 0
        self.objects = 0
        self.notes: dict[str, list[str]] = {"footnotes": [], "endnotes": []}

    def read(self, paragraph: Node) -> tuple[str, list[Node]]:
        r"""Return the text of a paragraph, breaks as `\n`, and the text boxes anchored in it."""
        runs = _Runs()
        self._read(paragraph, runs)
        return "".join(runs.pieces), runs.boxes

    def _read(self, node: Node, runs: _Runs) -> None:
        for child in node.children:
            tag = child.tag
            if tag == "t":
                runs.pieces.append(child.text)
            elif tag == "r":
                if child.has("rPr", "vanish"):
                    self.hidden += any(inner.tag == "t" for inner in child.children)
                else:
                    self._read(child, runs)
            elif tag in _PRINTED:
                runs.pieces.append(_PRINTED[tag])
            else:
                self._read_special(child, runs)

    def _read_special(self, node: Node, runs: _Runs) -> None:
        match node.tag:
            case "fldChar":
                _pass_field_mark(node.attributes.get("fldCharType"), runs)
            case "sym":
                runs.pieces.append(_symbol(node.attributes.get("char", "")))
            case "txbxContent":
                runs.boxes.append(node)
            case "footnoteReference" | "endnoteReference":
                notes = self.notes[node.tag.replace("Reference", "s")]
                notes.append(node.attributes.get("id", ""))
            case "object" | "relIds" | "altChunk":
                self.objects += 1
            case _:
                pass


def _pass_field_mark(kind: str | None, runs: _Runs) -> None:
    """Drop what stands in a field before its result; a field without an end drops nothing."""
    if kind == "begin":
        runs.fields.append((len(runs.pieces), False))
    elif runs.fields and kind in {"separate", "end"}:
        start, has_result = runs.fields.pop()
        if not has_result:
            del runs.pieces[start:]
        if kind == "separate":
            runs.fields.append((start, True))


def _symbol(code: str) -> str:
    """Return the character of a code in hexadecimal, "" for one that only a symbol font has."""
    try:
        character = chr(int(code[:4], 16))
    except ValueError:
        return ""
    return character if character.isprintable() else ""


def lines(text: str) -> list[str]:
    r"""Return the lines of a cell's paragraph without the blanks around them, and no empty ones."""
    return [line for raw in text.split("\n") if (line := raw.strip())]


def paragraphs(text: str) -> list[str]:
    r"""Return `text`, in which Word breaks lines, as paragraphs of prose.

    People break lines where a new paragraph should be, and within a title that is long: it is a
    new paragraph where a sentence ends before the break, or an item or an indent begins after it.
    """
    found: list[list[str]] = []
    for raw in text.split("\n"):
        line = raw.strip()
        if not line:
            continue
        if not found or found[-1][-1].endswith(_ENDS_SENTENCE) or _BEGINS_ITEM.match(raw):
            found.append([line])
        else:
            words = found[-1][-1][-1].isascii() and line[0].isascii()
            found[-1] += [" ", line] if words else [line]
    return ["".join(pieces) for pieces in found]
