"""What validation finds: one thing wrong at one place of a file."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A `message` about `file`, found by the rule `code`; line and column count from 1."""

    file: str
    line: int
    column: int
    code: str
    severity: Severity
    message: str
