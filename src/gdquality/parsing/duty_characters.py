"""Duties in the characters that a document prints: they are read of its sentences in simplified."""

from dataclasses import replace

from gdquality.records import Deadline, Mention


def as_printed(read: Deadline, text: str, printed: str) -> Deadline:
    """Return a duty that was read of a simplified sentence in the characters it is printed in."""
    if text == printed:
        return read

    def restored(part: str) -> str:
        at = text.find(part)
        return printed[at : at + len(part)] if at >= 0 else part

    def mentions(named: tuple[Mention, ...]) -> tuple[Mention, ...]:
        return tuple(replace(one, text=restored(one.text)) for one in named)

    return replace(
        read,
        who=mentions(read.who),
        to=mentions(read.to),
        what=restored(read.what),
        due_text=read.due_text and restored(read.due_text),
    )
