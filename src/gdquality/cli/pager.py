"""Long answers on a terminal a page at a time, as git shows its own."""

import contextlib
import os
import shlex
import shutil
import subprocess
import sys

LESS = "FRX"
"""What less is told unless LESS says otherwise, as by git: end if it fits, colours, no clearing."""


def show_by_pages(text: str) -> bool:
    """Show `text` by a pager if it is longer than the terminal; return whether it was shown.

    The pager is GDQ_PAGER, PAGER or less; an empty one, or cat, is none. Only for a terminal.
    """
    command, height = _command(), _height()
    if not command or not height or text.count("\n") < height:
        return False
    environment = {"LESS": LESS, "LV": "-c", **os.environ}
    try:
        pager = subprocess.Popen(  # noqa: S603 -- the user's own choice
            command, stdin=subprocess.PIPE, env=environment
        )
    except OSError:
        return False
    assert pager.stdin
    with contextlib.suppress(BrokenPipeError):
        pager.stdin.write(text.encode(sys.stdout.encoding, "backslashreplace"))
    with contextlib.suppress(BrokenPipeError):
        pager.stdin.close()
    while pager.poll() is None:
        # Ctrl-C is the pager's: it stops a search there, and does not end what is shown.
        with contextlib.suppress(KeyboardInterrupt):
            pager.wait()
    return True


def _command() -> list[str]:
    """Return the words of the pager's command, none where there is none."""
    named = (os.environ.get(key) for key in ("GDQ_PAGER", "PAGER"))
    try:
        command = shlex.split(next((one for one in named if one is not None), "less"))
    except ValueError:  # a quotation mark too few
        return []
    if not command or command == ["cat"] or not shutil.which(command[0]):
        return []
    return command


def _height() -> int:
    """Return the lines of the terminal, 0 where nobody knows."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).lines
    except OSError:
        return 0
