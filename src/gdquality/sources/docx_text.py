"""The text of Word's paragraphs, as it is printed.

Tracked changes are accepted, and of a field its result is read, not its instruction
(ECMA-376-1, 17.13.5, 17.16.18).
"""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from gdquality.sources.docx_equations import LONGEST, equation
from gdquality.sources.docx_symbols import symbol
from gdquality.sources.xml_tree import Node

_PRINTED = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}

_ENDS_SENTENCE = tuple("。；：！？…;:!?")
_BEGINS_ITEM = re.compile(
    r"\s{2}|\u3000|第[一二三四五六七八九十百]{1,5}[章节条部]|[一二三四五六七八九十]{1,4}[、.．]"
    r"|[（(][一二三四五六七八九十\d]{1,4}[）)]|\d{1,3}[、.．）)](?!\d)|[①-⑳]"
)


@dataclass(slots=True)
class _Field:
    """An open field: where it begins in the pieces, and whether its result has begun."""

    start: int
    instruction: str = ""
    has_result: bool = False


@dataclass(slots=True)
class _Runs:
    """What is being read of one paragraph; `fields` are the open ones."""

    pieces: list[str] = field(default_factory=list)
    boxes: list[Node] = field(default_factory=list)
    fields: list[_Field] = field(default_factory=list)


class TextReader:
    """Reads paragraphs, and keeps count of what it leaves out.

    `hidden` counts runs of hidden text, `objects` what other programs have embedded, `unknown`
    characters that only a symbol font has; `notes` are the ids of the footnotes and endnotes that
    the text refers to.
    """

    def __init__(self, hidden_styles: AbstractSet[str] = frozenset()) -> None:
        """Begin with nothing left out; `hidden_styles` are those whose text is hidden."""
        self._hidden_styles = hidden_styles
        self.hidden = 0
        self.objects = 0
        self.unknown = 0
        self.notes: dict[str, list[str]] = {"footnotes": [], "endnotes": []}

    def read(self, paragraph: Node) -> tuple[str, list[Node]]:
        r"""Return the text of a paragraph, breaks as `\n`, and the text boxes anchored in it."""
        runs = _Runs()
        self._read(paragraph, runs, is_hidden=self._is_hidden(paragraph, "pPr", "pStyle"))
        return "".join(runs.pieces), runs.boxes

    def shows_no_end(self, paragraph: Node) -> bool:
        """Tell whether the mark at the end of a paragraph is hidden."""
        marks = paragraph.child("pPr", "rPr")
        own = None if marks is None else _said_hidden(marks)
        return self._is_hidden(paragraph, "pPr", "pStyle") if own is None else own

    def _is_hidden(self, node: Node, *path: str) -> bool:
        return bool(self._hidden_styles) and node.value(*path) in self._hidden_styles

    def _hides(self, run: Node, *, is_hidden: bool) -> bool:
        """Tell whether a run is hidden, by itself or by its styles, which turn each other about."""
        properties = run.child("rPr")
        if properties is None:
            return is_hidden
        own = _said_hidden(properties)
        return is_hidden != self._is_hidden(properties, "rStyle") if own is None else own

    def _read(self, node: Node, runs: _Runs, *, is_hidden: bool) -> None:
        for child in node.children:
            tag = child.tag
            if tag == "t":
                runs.pieces.append(child.text)
            elif tag == "r":
                if self._hides(child, is_hidden=is_hidden):
                    self.hidden += any(inner.tag == "t" for inner in child.children)
                else:
                    self._read(child, runs, is_hidden=is_hidden)
            elif tag in _PRINTED:
                runs.pieces.append(_PRINTED[tag])
            else:
                self._read_special(child, runs)

    def _read_special(self, node: Node, runs: _Runs) -> None:
        match node.tag:
            case "fldChar":
                _pass_field_mark(node.attributes.get("fldCharType"), runs)
            case "instrText":
                if runs.fields and len(runs.fields[-1].instruction) < LONGEST:
                    runs.fields[-1].instruction += node.text
            case "sym":
                font, code = (node.attributes.get(name, "") for name in ("font", "char"))
                character = symbol(font, code)
                runs.pieces.append(character or "")
                self.unknown += character is None
            case "txbxContent":
                runs.boxes.append(node)
            case "footnoteReference" | "endnoteReference":
                notes = self.notes[node.tag.replace("Reference", "s")]
                notes.append(node.attributes.get("id", ""))
            case "object" | "relIds" | "altChunk":
                self.objects += 1
            case _:
                pass


def _said_hidden(properties: Node) -> bool | None:
    """Return whether properties say that characters are hidden, None if they do not say."""
    return properties.has("vanish") if properties.child("vanish") else None


def _pass_field_mark(kind: str | None, runs: _Runs) -> None:
    """Drop what stands in a field before its result; a field without an end drops nothing."""
    if kind == "begin":
        runs.fields.append(_Field(len(runs.pieces)))
    elif runs.fields and kind in {"separate", "end"}:
        current = runs.fields.pop()
        if not current.has_result:
            del runs.pieces[current.start :]
        if kind == "separate":
            runs.fields.append(replace(current, has_result=True))
        elif not current.has_result:
            runs.pieces.append(equation(current.instruction))


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
