"""Files that held a notice and can no longer be read: what is answered from them says so."""

import json
import os
import shutil
from pathlib import Path

import pytest
from conftest import Run, posix_only
from many import MakeNotice, notice_file

from gdquality.cli import run
from gdquality.collection.file_state import FileState

TOLD = "有的文件现在读不出，用的是以前读到的内容：粤办函〔2016〕2号《乙》（b.txt：没有这个文件）"

pytestmark = posix_only  # elsewhere links are for administrators


def build(path: Path) -> None:
    """Build the database at `path` from the notices beside it."""
    run(["build", str(path.parent / "sources"), "-o", str(path), "--jobs", "1"])


def with_a_file_that_is_gone(folder: Path) -> Path:
    """Return a database built again when one of its two files was a link to nothing."""
    path, sources = folder / "a.db", folder / "sources"
    notice_file(sources, "a.txt", title="甲")
    source = notice_file(sources, "b.txt", title="乙", serial=2)
    build(path)
    shutil.move(source, folder / "moved.txt")
    source.symlink_to("nothing.txt")
    build(path)
    return path


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return such a database, which no test changes."""
    return with_a_file_that_is_gone(tmp_path_factory.mktemp("unreadable"))


@pytest.mark.parametrize(
    "question",
    [
        ("agency", "农业厅"),
        ("agencies",),
        ("tasks",),
        ("partners", "农业厅"),
        ("notices",),
        ("export", "--force", "-o", "{path}/a.csv"),
    ],
)
def test_each_answer_says_so(
    question: tuple[str, ...], database: Path, gdq: Run, tmp_path: Path
) -> None:
    """The notice still answers, and nobody takes it for what the file holds now."""
    words = [one.format(path=tmp_path) for one in question]

    assert f"警告：{TOLD}\n" in gdq(*words, "--data", str(database)).stderr
    assert TOLD not in gdq(*words, "--notice", "甲", "--data", str(database)).stderr


def test_files_and_lists_say_so(database: Path, gdq: Run, tmp_path: Path) -> None:
    """So does what is handed on, and the list of notices says which it is."""
    path = tmp_path / "a.md"
    gdq("agency", "农业厅", "-o", str(path), "--data", str(database))
    listed = json.loads(gdq("notices", "-f", "json", "--data", str(database)).stdout)

    assert path.read_text(encoding="utf-8").startswith(f"{TOLD}\n")
    assert [one["problem"] for one in listed] == [None, "没有这个文件"]
    assert "（读不出：没有这个文件）" in gdq("notices", "--data", str(database)).stdout


def test_a_file_that_was_never_read(gdq: Run, tmp_path: Path) -> None:
    """An answer that is empty must not look whole, on a terminal or in a file."""
    path, page = tmp_path / "a.db", tmp_path / "a.md"
    notice_file(tmp_path / "sources", "a.txt")
    (tmp_path / "sources" / "b.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    build(path)
    told = "另有 1 个文件读不出，不在其内（gdq validate 列出）"

    for question in (("agency", "审计厅"), ("tasks", "修路"), ("agencies",), ("deadlines",)):
        assert f"警告：{told}\n" in gdq(*question, "--data", str(path)).stderr
    gdq("tasks", "--data", str(path), "-o", str(page))
    assert told in page.read_text(encoding="utf-8")


def test_a_file_that_can_be_read_again(gdq: Run, tmp_path: Path) -> None:
    """Nothing is said any more, though the file looks as it did when it was read first."""
    path, source = with_a_file_that_is_gone(tmp_path), tmp_path / "sources" / "b.txt"
    source.unlink()
    shutil.move(tmp_path / "moved.txt", source)
    build(path)

    assert gdq("tasks", "--data", str(path)).stderr == ""


def test_another_file_of_the_notice(gdq: Run, tmp_path: Path) -> None:
    """A notice that another file holds as well is as that file has it now."""
    path = with_a_file_that_is_gone(tmp_path)
    shutil.copy(tmp_path / "moved.txt", tmp_path / "sources" / "c.txt")
    build(path)

    assert gdq("tasks", "--data", str(path)).stderr == ""


def test_what_nobody_may_open_is_not_known_again(
    make_notice: MakeNotice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that looks as before and may not be read is read, so that this is told."""
    path = str(make_notice("a.txt"))
    assert FileState.of(path).modified

    monkeypatch.setattr(os, "access", lambda *_: False)

    assert FileState.of(path).modified == 0
