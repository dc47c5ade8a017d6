"""A list of names as it is pasted from a notice, a table or a mail."""

import re

from gdquality.names.registry import Registry
from gdquality.names.resolve.phrase import name_in
from gdquality.parsing.agency_lists import expand
from gdquality.parsing.vocabulary import Vocabulary

LONGEST = 10_000
"""Characters of the longest list that is taken apart: some thousand names."""

_SEPARATORS = re.compile("[；;/\n]")


def items(text: str, registry: Registry) -> list[tuple[str, str]]:
    """Return the names that `text` lists, each in full and as printed; none if it is no list.

    省发展改革委、财政厅 has 省财政厅, printed 财政厅. Marks around the list, and a label in
    front, are no part of it.
    """
    if len(text) > LONGEST:
        return []
    listed = _SEPARATORS.sub("，", name_in(text))
    vocabulary = Vocabulary.of(registry.prefixes, registry.names)
    found = expand(listed, vocabulary)
    return [(one.text, listed[one.start : one.end]) for one in found] if len(found) > 1 else []
