r"""What Word's EQ fields show, which have no result to read: ① is often { eq \o\ac(○,1) }.

Word writes so what it encloses, combines, or sets pinyin over. How a formula is built is not
followed: the text of its parts stands in their order.
"""

import re

LONGEST = 255
"""Characters of an instruction that are read; Word's own have some fifty."""
_DEEPEST = 4
"""Options within options; pinyin over a character takes two."""
_EQ = re.compile(r"\s*eq\b(.*)", re.IGNORECASE | re.DOTALL)
_SWITCH = re.compile(r"\\\*\s*(?:\"[^\"]*\"|[^\s\"\\]+)")
_INNERMOST = re.compile(r"((?:\\[a-z]{1,4}\s*\d*\s*)+)\(([^()]*)\)", re.IGNORECASE)
_RAISED = re.compile(r"\\s\s*\\(?:up|do)")
_OVER = re.compile(r"\\o\b")
_CIRCLES = frozenset("○〇◯")
_SHAPES = _CIRCLES | frozenset("□△◇")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_ASIDE = "\0"


def equation(instruction: str) -> str:
    """Return the text that a field of this instruction shows, "" if it is no EQ."""
    found = _EQ.match(instruction[:LONGEST])
    if found is None:
        return ""
    text = _SWITCH.sub("", found[1])
    for _ in range(_DEEPEST):
        text, count = _INNERMOST.subn(_shown, text)
        if not count:
            break
    return text.replace(_ASIDE, "").strip()


def _shown(part: re.Match[str]) -> str:
    """Return what options make of their arguments; what is raised or lowered is marked."""
    options, inner = part[1].lower(), part[2]
    if _RAISED.search(options):
        return _ASIDE + inner
    arguments = [argument.strip(" ") for argument in re.split("[,，;；]", inner)]
    if _OVER.match(options):
        return _over(arguments)
    return ("/" if options.startswith("\\f") else "").join(arguments)


def _over(arguments: list[str]) -> str:
    """Return what is set over one another: a number in a circle, a character under its pinyin."""
    texts = [argument for argument in arguments if argument not in _SHAPES]
    base = [text for text in texts if not text.startswith(_ASIDE)]
    text = "".join(base or texts)
    in_circle = not _CIRCLES.isdisjoint(arguments) and text.isascii() and text.isdecimal()
    number = int(text[:3]) if in_circle else 0
    return _CIRCLED[number - 1] if 0 < number <= len(_CIRCLED) else text
