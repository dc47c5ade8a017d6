"""Control characters of data made visible, so that none reaches the terminal."""

import codecs
import re

# C0 and C1, DEL, line and paragraph separator, and what turns the direction of text.
_CONTROLS = "\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff"
_ANY = re.compile(f"[{_CONTROLS}]")
_BEYOND_JSON = re.compile(f"(?!\n)[{_CONTROLS}]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def visible(text: str) -> str:
    r"""Return `text` on one line, each control character as its escape: `\x1b`, `\n`."""
    text = _ANY.sub(lambda match: match[0].encode("unicode_escape").decode(), text)
    return _SURROGATES.sub("\ufffd", text)


def visible_in_json(text: str) -> str:
    """Return JSON `text`, which escapes C0 itself, with the other controls escaped as well."""
    escaped = _BEYOND_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return _SURROGATES.sub(lambda match: f"\\u{ord(match[0]):04x}", escaped)


def escaped_json(text: str, encoding: str) -> str:
    """Return JSON `text` with the escapes of JSON for what `encoding` has no bytes for."""
    import json

    def escaped(error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeEncodeError)
        missing = error.object[error.start : error.end]
        return json.dumps(missing)[1:-1], error.end

    codecs.register_error("json", escaped)
    return text.encode(encoding, "json").decode(encoding)
