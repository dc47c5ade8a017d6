"""Databases that are none, or damaged: a clear error, and what `gdq validate` says of sound ones."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Run
from many import MakeNotice

PAGE = 4096


def damaged(path: Path, kind: str, database: Path) -> Path:
    """Write a file called as a database that is damaged in some way, and return its path."""
    content = bytearray(database.read_bytes())
    if kind == "inside":
        with closing(sqlite3.connect(database)) as connection:
            found = "SELECT rootpage FROM sqlite_master WHERE name = 'documents'"
            [(page,)] = connection.execute(found)
        content[(page - 1) * PAGE : (page - 1) * PAGE + 300] = b"\xff" * 300
    contents = {
        "inside": bytes(content),
        "half": bytes(content[: len(content) // 2]),
        "text": "广东省人民政府办公厅\n".encode() * 99,
        "empty": b"",
    }
    path.write_bytes(contents[kind])
    return path


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("text", "不是 SQLite 数据库"),
        ("empty", "不是 gdq build 写的数据库"),
        ("half", "数据库已损坏，请删去重新生成"),
        ("inside", "数据库读不下去，可能已损坏"),
    ],
)
@pytest.mark.parametrize("question", [("agency", "质监局"), ("tasks",), ("export", "-o", "{to}")])
def test_no_answer_comes_from_it(
    question: tuple[str, ...], kind: str, message: str, database: Path, gdq: Run, tmp_path: Path
) -> None:
    """It is no notice, and what is wrong is said in a line."""
    path = damaged(tmp_path / "a.db", kind, database)
    words = [one.format(to=tmp_path / "b.json") for one in question]

    result = gdq(*words, "--data", str(path))

    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert "内部错误" not in result.stderr
    assert not (tmp_path / "b.json").exists()


@pytest.mark.parametrize("ending", ["db", "sqlite", "sqlite3"])
def test_a_name_that_was_mistyped(ending: str, gdq: Run) -> None:
    """What is not there is told as such, by every command."""
    for command in (("notices",), ("validate",), ("resolve", "质监局")):
        result = gdq(*command, "--data", f"none.{ending}")
        assert result.exit_code == 2
        assert f"错误：none.{ending}: 没有这个文件\n" in result.stderr


def test_validate(make_notice: MakeNotice, gdq: Run, tmp_path: Path) -> None:
    """It tells the files that could not be read, and what was not read for certain."""
    source = make_notice("a.txt", "甲\t广州市财政局\t省财政厅")
    picture = source.with_name("b.txt")
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    path = tmp_path / "a.db"
    gdq("build", str(source.parent), "-o", str(path), "--jobs", "1")

    for asked in (("--data", str(path)), (str(path),)):
        result = gdq("validate", *asked, "-f", "json")
        [finding] = json.loads(result.stdout)["findings"]
        assert (finding["code"], finding["file"]) == ("GDQ001", str(picture))
        assert "检查了 2 个文件：1 个错误" in result.stderr
        assert "警告：a.txt:17:5: 名录中没有“广州市财政局”" in result.stderr
        assert result.exit_code == 1
    warning = "警告：另有 1 个文件读不出，不在其内（gdq validate 列出）\n"
    assert gdq("notices", "--data", str(path)).stderr == warning
    picture.unlink()
    gdq("build", str(source.parent), "-o", str(path), "--jobs", "1")
    assert gdq("validate", "--data", str(path)).exit_code == 0
    assert gdq("validate", "--data", str(path), "--strict").exit_code == 1


def test_validate_says_of_a_document_who_checks_it(make_notice: MakeNotice, gdq: Run) -> None:
    """A file in the place of a data set is told what to do with."""
    path = make_notice("a.txt")

    result = gdq("validate", "--data", str(path))

    assert result.exit_code == 2
    assert f"通知的文件：gdq parse {path}" in result.stderr


def test_many_remarks(
    make_notice: MakeNotice, gdq: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of very many the first are told, and where the others are."""
    monkeypatch.setattr("gdquality.cli.validate.MOST_REMARKS", 1)
    source = make_notice("a.txt", "甲\t广州市财政局\t深圳市财政局")
    path = tmp_path / "a.db"
    gdq("build", str(source), "-o", str(path), "--jobs", "1")

    result = gdq("validate", "--data", str(path))

    assert result.stderr.count("名录中没有") == 1
    assert "另有 1 处没有读，或读得没有把握，都在表 remarks 中" in result.stderr
