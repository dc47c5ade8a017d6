"""Reading in a process of its own, which is ended at its bounds."""

import contextlib
import os
import time
from collections.abc import Callable

import pytest

from gdquality.errors import InputError, Problem
from gdquality.records import Place
from gdquality.sources import bounded as module
from gdquality.sources.bounded import bounded
from gdquality.sources.interface import Cell, SourceDocument, Table

PLACE = Place(1)


def answers(_data: bytes, file: str) -> SourceDocument:
    """Return a table of one cell that stands twice."""
    cell = Cell("甲", PLACE)
    return SourceDocument(file, "pdf", (Table(((cell, cell),), PLACE),))


def refuses(_data: bytes, file: str) -> SourceDocument:
    """Refuse a file."""
    raise InputError(file, Problem("不能读", line=3), hint="另存")


def fails(_data: bytes, _file: str) -> SourceDocument:
    """Fail, as a mistake of ours would."""
    raise IndexError("of ours")


def works_on(_data: bytes, _file: str) -> SourceDocument:
    """Never come to an end."""
    while True:
        pass


def sleeps(_data: bytes, _file: str) -> SourceDocument:
    """Wait for something that does not come."""
    time.sleep(60)
    raise AssertionError


def takes_memory(data: bytes, _file: str) -> SourceDocument:
    """Ask for more and more memory."""
    kept = []
    while True:
        kept.append(data * 100_000_000)


def breaks_down(_data: bytes, _file: str) -> SourceDocument:
    """Break down, as a C library does, after a word about it."""
    os.write(2, b"core dumped\n")
    os.abort()


def test_an_answer_comes_back() -> None:
    """Cells that are one stay one on their way."""
    [table] = bounded(answers, b"", "a.pdf").blocks

    assert isinstance(table, Table)
    assert table.rows[0][0] is table.rows[0][1]


def test_a_refusal_comes_back() -> None:
    """An InputError is the same, with its places and its hint."""
    with pytest.raises(InputError, match=r"a\.pdf:3: 不能读") as caught:
        bounded(refuses, b"", "a.pdf")

    assert caught.value.hint == "另存"
    assert caught.value.problems == (Problem("不能读", line=3),)


def test_a_mistake_of_ours_is_seen() -> None:
    """What is no refusal is told as what it is; no caller expects anything but an InputError."""
    with pytest.raises(InputError, match="程序出错（IndexError：of ours）"):
        bounded(fails, b"", "a.pdf")


@pytest.mark.parametrize("read", [works_on, sleeps, takes_memory, breaks_down])
def test_what_does_not_end(
    read: Callable[[bytes, str], SourceDocument],
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """Time, waiting and memory are bounded, and a breakdown is one error without other words."""
    monkeypatch.setattr(module, "SECONDS", 1)
    monkeypatch.setattr(module, "WAIT", 3)

    with pytest.raises(InputError, match="读不完"):
        bounded(read, b"x", "a.pdf")

    assert capfd.readouterr().err == ""


def test_no_process_is_left() -> None:
    """The copy is waited for."""
    bounded(answers, b"", "a.pdf")

    ended = 0
    with contextlib.suppress(ChildProcessError):  # what other tests have started may be running
        ended, _ = os.waitpid(-1, os.WNOHANG)
    assert ended == 0


def test_where_a_process_cannot_be_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows the reading is done in this process."""
    monkeypatch.delattr(os, "fork")
    processes: list[int] = []

    def read(data: bytes, file: str) -> SourceDocument:
        processes.append(os.getpid())
        return answers(data, file)

    assert bounded(read, b"", "a.pdf").file == "a.pdf"
    assert processes == [os.getpid()]
