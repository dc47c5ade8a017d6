"""What typer says of wrong usage, in the language of the users."""

import re

LONGEST = 40
"""Characters that are shown of what the user typed."""

_NAME = r"(?P<name>'[^']+'(?: / '[^']+')*)(?: \(env var: '[^']+'\))?"
"""An option or argument as typer names it: '--format' / '-f'."""

_WORD = r"""(?P<word>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
"""A word of the user's as `repr` quotes it: it ends in one place only, however long it is."""

_SAYINGS = (
    (rf"Missing argument {_NAME}\..*", "缺少参数 {name}"),
    (rf"Missing (?:option|parameter) {_NAME}\..*", "缺少选项 {name}"),
    (r"Missing command\.", "没有写命令"),
    (
        rf"No such command {_WORD}\. Did you mean (?P<known>.+)\?",
        "没有命令“{word}”，相近的有：{known}",
    ),
    (rf"No such command {_WORD}\.", "没有命令“{word}”"),
    # typer 0.26 shows the suggestion as a tuple of one.
    (
        r"No such option: (?P<typed>\S+) (?:\(')?\(Possible options: (?P<known>[^)]+)\)(?:',\))?",
        "没有选项 {typed}，相近的有：{known}",
    ),
    (r"No such option: (?P<typed>.+)", "没有选项 {typed}"),
    (rf"Option {_NAME} requires .+", "选项 {name} 后面要有值"),
    (rf"Option {_NAME} does not take a value\.", "选项 {name} 后面不写值"),
    (r"Got unexpected extra argument(?:s|\(s\))? \((?P<typed>.*)\)", "多余的参数：{typed}"),
    (
        rf"Invalid value for {_NAME}: {_WORD} is not one of (?P<known>.+)\.",
        "{name} 的值不对：{word}，可用 {known}",
    ),
    (rf"Invalid value for {_NAME}: .+", "{name} 的值不对"),
)


def translated(message: str) -> str:
    """Return typer's `message` in Chinese; one that is not known is quoted."""
    for pattern, saying in _SAYINGS:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            words = {key: _shown(key, one) for key, one in found.groupdict().items()}
            return saying.format(**words)
    return f"用法不对：{message}"


def _shown(key: str, text: str) -> str:
    """Return `text` without the quotation marks that typer puts around it; what is long is cut."""
    if key in ("word", "typed"):
        bare = text[1:-1] if key == "word" else text
        return bare if len(bare) <= LONGEST else f"{bare[:LONGEST]}……"
    return text.replace("'", "").replace(", ", "、")
