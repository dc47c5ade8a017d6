"""The few errors a user can meet.

Each carries what the command line needs: the lines to show, a hint, and the exit code.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong at one place of a text; line and column count from 1, 0 where unknown.

    `kind` tells apart what one reader can find, for those who give each a code.
    """

    message: str
    line: int = 0
    column: int = 0
    kind: str = ""

    def at(self, file: str) -> str:
        """Return `file:line:column: message`, without the numbers that are unknown."""
        place = [str(number) for number in (self.line, self.column) if number]
        return ":".join([file, *place]) + f": {self.message}"


class GdqError(Exception):
    """Whatever ends a command: its message is what the user reads."""

    exit_code = 2

    def __init__(self, *messages: str, hint: str = "") -> None:
        """Keep one message an error line, and the hint that may follow them."""
        super().__init__("\n".join(messages))
        self.messages = messages
        self.hint = hint


class InputError(GdqError):
    """A file that cannot be read or understood, with every place where it is wrong."""

    def __init__(self, file: str, *problems: Problem, hint: str = "") -> None:
        """Keep `file` as the user named it, and its problems in the order of the text."""
        super().__init__(*(problem.at(file) for problem in problems), hint=hint)
        self.file = file
        self.problems = problems


class NotFoundError(GdqError):
    """A well-formed question about an agency or a task that is not there."""

    exit_code = 1


class AmbiguousError(GdqError):
    """A name that more than one agency bears: `candidates` are their canonical names."""

    exit_code = 3

    def __init__(self, *messages: str, candidates: tuple[str, ...] = (), hint: str = "") -> None:
        """Keep the messages, the candidates in the registry's order, and the hint."""
        super().__init__(*messages, hint=hint)
        self.candidates = candidates


def quoted(text: str, most: int = 40) -> str:
    """Return `text` in quotation marks, cut to `most` characters for a message."""
    return f"“{text[:most]}{'……' if len(text) > most else ''}”"
