"""Reading with a library that cannot be trusted to end: in a process of its own, with bounds.

A small file can ask a C library for gigabytes and for hours, and nothing in this process could stop
it. So the reading is done by a copy of this process, which the system ends at its bounds.
"""

import faulthandler
import os
import pickle
import signal
import warnings
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from select import select
from time import monotonic
from typing import Any, NoReturn

from gdquality.errors import InputError, Problem
from gdquality.sources.interface import Reader, SourceDocument

SECONDS = 7
"""Time of the processor, so that an answer comes in ten; 3,500 rows of a PDF take two to four."""
WAIT = 60
"""Seconds by the clock: on a busy machine a process gets a part of the time."""
MEGABYTES = 500
"""Memory beyond what this process has, libraries included."""


def bounded(read: Reader, data: bytes, file: str) -> SourceDocument:
    """Return what `read` returns for `data`, or raise the InputError that it raises.

    InputError too where it needs more than SECONDS or MEGABYTES, or where a library or `read`
    itself breaks down. On a system that cannot copy a process (Windows), `read` is called in this
    one, without bounds.
    """
    if not hasattr(os, "fork"):
        return _returned(*_outcome(partial(read, data, file)), file)
    receiving, sending = os.pipe()
    with warnings.catch_warnings():
        # Other threads may run: the copy has none of them, and needs nothing that they hold.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        _answer(partial(read, data, file), sending)
    os.close(sending)
    try:
        answer = _received(receiving)
    finally:
        os.close(receiving)
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    if not answer:
        message = f"读不完：要的时间或内存超出限度（{SECONDS} 秒、{MEGABYTES} MB），或者文件已损坏"
        raise InputError(file, Problem(message))
    kind, value = pickle.loads(answer)  # noqa: S301 -- what our own copy wrote
    return _returned(kind, value, file)


def _returned(kind: str, value: Any, file: str) -> SourceDocument:
    """Return the document that came of reading, or raise the refusal."""
    if kind == "refused":
        problems, hint = value
        raise InputError(file, *problems, hint=hint)
    assert isinstance(value, SourceDocument)
    return value


def _received(receiving: int) -> bytes:
    """Return all that comes until the other end is closed, nothing where that takes too long."""
    end = monotonic() + WAIT
    pieces: list[bytes] = []
    while select([receiving], [], [], max(0.0, end - monotonic()))[0]:
        piece = os.read(receiving, 1 << 16)
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)
    return b""


def _answer(read: Callable[[], SourceDocument], sending: int) -> NoReturn:
    """Read in the copy, write what comes of it, and end; nothing where memory is not enough."""
    try:
        _bind()
        answer = pickle.dumps(_outcome(read))
        with os.fdopen(sending, "wb") as pipe:
            pipe.write(answer)
    except MemoryError:
        pass
    finally:
        os._exit(0)


def _outcome(read: Callable[[], SourceDocument]) -> tuple[str, object]:
    """Return what comes of reading: a document, or a refusal, that of a failure of ours too."""
    try:
        return "read", read()
    except InputError as error:
        return "refused", (error.problems, error.hint)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 -- whatever a reader meets in a hostile file
        message = f"读的时候程序出错（{type(error).__name__}：{error}）"
        return "refused", ((Problem(message),), "请把文件和这条消息告诉我们")


def _bind() -> None:
    """Set the bounds of this process, and send nowhere what a library says when it breaks down."""
    import resource

    _lower(resource.RLIMIT_CPU, SECONDS)
    _lower(resource.RLIMIT_CORE, 0)
    with suppress(OSError):
        pages = int(Path("/proc/self/statm").read_text().split()[0])
        _lower(resource.RLIMIT_AS, pages * resource.getpagesize() + MEGABYTES * 1_000_000)
    faulthandler.disable()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


def _lower(bound: int, value: int) -> None:
    """Lower a bound to `value`, or leave it where it is lower."""
    import resource

    _, most = resource.getrlimit(bound)
    if most == resource.RLIM_INFINITY or value < most:
        resource.setrlimit(bound, (value, most))
