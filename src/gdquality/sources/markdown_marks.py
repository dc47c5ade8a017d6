"""The marks of Markdown inside a line, taken away so that the text is left."""

import html
import re

_LONGEST = 1000
"""Characters between two marks of emphasis. Bounded, so that no line takes long."""

# A backslash, code, pictures, links, addresses, tags, and what HTML writes as names.
_TOKEN = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|``(?P<code2>[^`]+)``|`(?P<code>[^`]+)`"
    r"|!\[[^\[\]]*\]\((?:[!#-'*-~ ]++|\"[^\"]*+\")*+\)"
    r"|\[(?P<link>[^\[\]]*)\]\((?:[!#-'*-~ ]++|\"[^\"]*+\")++\)"
    r"|<(?P<address>[a-z]{3,6}://[!-;=?-~]+|[\w.+-]+@[\w.-]+)>"
    r"|(?P<break><br\s*/?>)"
    r"|<!--[^<>]*-->|</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>"
    r"|&(?P<entity>#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,31}\d{0,2});",
    re.IGNORECASE,
)
_EMPHASIS = tuple(
    re.compile(pattern.replace("LONGEST", str(_LONGEST)))
    for pattern in (
        r"\*\*(?=[^\s*])([^*]{1,LONGEST})(?<=\S)\*\*",
        r"~~(?=\S)([^~]{1,LONGEST})(?<=\S)~~",
        r"(?<!\w)__(?=[^\s_])([^_]{1,LONGEST})(?<=\S)__(?!\w)",
        r"\*(?=[^\s*])([^*]{1,LONGEST})(?<=\S)\*",
        r"(?<!\w)_(?=[^\s_])([^_]{1,LONGEST})(?<=\S)_(?!\w)",
    )
)
# What every mark begins with: most cells of a table have none.
_FIRST = re.compile(r"[\\`\[<&*~_]")
# What is no mark although it looks like one waits in the private use area, where no text is.
_KEPT = {ord(mark): 0xE000 + ord(mark) for mark in "*_~"}
_BACK = {kept: mark for mark, kept in _KEPT.items()}


def without_marks(text: str) -> str:
    r"""Return the text of a line as it is shown; `<br>` is `\n`."""
    if not _FIRST.search(text):
        return text.strip()
    text = _TOKEN.sub(_shown, text)
    for emphasis in _EMPHASIS:
        text = emphasis.sub(r"\1", text)
    return text.translate(_BACK).strip()


def _shown(token: re.Match[str]) -> str:
    match token.lastgroup:
        case "break":
            return "\n"
        case "entity":
            return html.unescape(token[0])
        case "link":
            return token["link"]
        case str(name):
            return token[name].translate(_KEPT)
        case None:
            return ""
