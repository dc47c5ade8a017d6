"""Answers as YAML, with the keys of the JSON."""

import yaml

from gdquality.formats.as_json import plain
from gdquality.query import Answer


def render(answer: Answer) -> str:
    """Return a mapping, or a sequence where the answer is a list; control characters escaped."""
    return yaml.safe_dump(plain(answer), allow_unicode=True, sort_keys=False, width=10**6)
