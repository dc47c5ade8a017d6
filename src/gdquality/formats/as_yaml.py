"""Answers as YAML, with the keys of the JSON."""

from typing import Any

import yaml

from gdquality.formats.as_json import plain
from gdquality.formats.controls import visible, visible_in_json
from gdquality.queries.answers import Answer


class _Dumper(yaml.SafeDumper):
    """Puts text with control characters in double quotes, where they can be escaped."""


def _represent_text(dumper: _Dumper, text: str) -> yaml.Node:
    style = None if visible(text) == text else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent_text)


def render(answer: Answer) -> str:
    """Return a mapping, or a sequence where the answer is a list; control characters escaped."""
    return dump(plain(answer))


def dump(value: Any) -> str:
    """Return plain `value` as YAML; control characters escaped."""
    # The escapes of JSON are those of YAML as well.
    return visible_in_json(_dump(value, allow_unicode=True))


def render_ascii(answer: Answer) -> str:
    """Return the same with every other character escaped, for an encoding that lacks some."""
    return dump_ascii(plain(answer))


def dump_ascii(value: Any) -> str:
    """Return plain `value` as YAML in ASCII."""
    return _dump(value, allow_unicode=False)


def _dump(value: Any, **options: Any) -> str:
    return str(yaml.dump(value, Dumper=_Dumper, sort_keys=False, width=10**6, **options))
