"""What validation finds: one thing wrong at one place of a file."""

from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "note"]
"""How much a finding matters; a note is to be looked at, and nothing is wrong."""


class Finding(NamedTuple):
    """A `message` about `file`, found by the rule `code`; line and column count from 1.

    Findings sort by file and place. Line and column are 0 where the file could not be read.
    """

    file: str
    line: int
    column: int
    code: str
    severity: Severity
    message: str
