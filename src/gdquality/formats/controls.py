"""Control characters of data made visible, so that none reaches the terminal."""

import codecs
import re

# C0 and C1, DEL, line and paragraph separator, and what turns the direction of text.
_CONTROLS = "\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff"
_SURROGATES = "\ud800-\udfff"
# Compiled where they are needed: JSON, which is to be quick, needs one of them.
_ANY = f"[{_CONTROLS}]"
_BEYOND_JSON = f"(?!\n)[{_CONTROLS}{_SURROGATES}]"


def visible(text: str) -> str:
    r"""Return `text` on one line, each control character as its escape: `\x1b`, `\n`."""
    if text.isprintable():
        return text
    text = re.sub(_ANY, lambda match: match[0].encode("unicode_escape").decode(), text)
    return re.sub(f"[{_SURROGATES}\ufffe\uffff]", "\ufffd", text)


def visible_in_json(text: str) -> str:
    """Return JSON `text`, which escapes C0 itself, with the other controls escaped as well."""
    return re.sub(_BEYOND_JSON, lambda match: f"\\u{ord(match[0]):04x}", text)


def escaped_json(text: str, encoding: str) -> str:
    """Return JSON `text` with the escapes of JSON for what `encoding` has no bytes for."""
    import json

    def escaped(error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeEncodeError)
        missing = error.object[error.start : error.end]
        return json.dumps(missing)[1:-1], error.end

    codecs.register_error("json", escaped)
    return text.encode(encoding, "json").decode(encoding)
