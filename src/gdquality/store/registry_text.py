"""The text of an agencies.yaml to which bodies are added, all else as it was written."""

import re

from gdquality.errors import InputError
from gdquality.records import RegistryData
from gdquality.store.validation import validate_document
from gdquality.store.yaml_reader import read_yaml
from gdquality.store.yaml_writer import dump_agencies, dump_registry

HEADER = """\
# yaml-language-server: $schema=agencies.schema.json
# 由 gdq 起草，可以修改：核对过的单位，去掉 note 里的“推定”。
"""

_ITEM = re.compile(r"( *)- ")
_NEXT_KEY = re.compile(r"[\w\"']")


def with_added(text: str, known: RegistryData, wanted: RegistryData) -> str:
    """Return `text`, which holds `known`, with the bodies that `wanted` has beyond it.

    They follow the others, and comments and layout stay. Only where the list is written in a way
    that does not allow it the whole file is written anew.
    """
    added = wanted.agencies[len(known.agencies) :]
    if not added:
        return text
    lines = text.splitlines(keepends=True)
    start = next((i for i, line in enumerate(lines) if line.startswith("agencies:")), len(lines))
    end = next((i for i in range(start + 1, len(lines)) if _NEXT_KEY.match(lines[i])), len(lines))
    while end > start + 1 and not lines[end - 1].partition("#")[0].strip():
        end -= 1  # blank lines and comments before the next key are its own
    items = (found for line in lines[start + 1 : end] if (found := _ITEM.match(line)))
    indent = next((found[1] for found in items), None)
    if indent is not None:
        new = "".join(f"{indent}{line}\n" for line in dump_agencies(added).splitlines())
        before = "".join(lines[:end])
        result = before + "\n" * (not before.endswith("\n")) + new + "".join(lines[end:])
        if _holds(result, wanted):
            return result
    return HEADER + dump_registry(wanted)


def _holds(text: str, wanted: RegistryData) -> bool:
    try:
        return validate_document(read_yaml(text, ""), RegistryData) == wanted
    except InputError:
        return False
