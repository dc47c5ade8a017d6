"""Databases that are none, or damaged: a clear error, and what `gdq validate` says of sound ones."""

import json
import re
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
    source = make_notice("a.txt", "甲\t见附件\t省财政厅", "乙\t广州市财政局\t省财政厅")
    picture = source.with_name("b.txt")
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    path = tmp_path / "a.db"
    gdq("build", str(source.parent), "-o", str(path), "--jobs", "1")

    for asked in (("--data", str(path)), (str(path),)):
        result = gdq("validate", *asked, "-f", "json")
        keys = ("code", "severity", "file", "line")
        assert [tuple(map(one.get, keys)) for one in json.loads(result.stdout)["findings"]] == [
            ("GDQ504", "warning", str(source), 17),
            ("GDQ305", "note", str(source), 18),
            ("GDQ001", "error", str(picture), 0),
        ]
        assert "检查了 2 个文件：1 个错误，1 个警告，1 个提示\n" in result.stderr
        assert result.exit_code == 1
    warning = "警告：另有 1 个文件读不出，不在其内（gdq validate 列出）\n"
    assert gdq("notices", "--data", str(path)).stderr == warning


@pytest.mark.parametrize(
    ("options", "codes", "exit_code"),
    [
        (["--ignore", "GDQ001"], ["GDQ504", "GDQ305"], 0),
        (["--ignore", "GDQ001", "--strict"], ["GDQ504", "GDQ305"], 1),
        (["--ignore", "GDQ001,GDQ504", "--strict"], ["GDQ305"], 0),
        (["--select", "GDQ504"], ["GDQ504", "GDQ001"], 1),
    ],
)
@pytest.mark.parametrize("format_", ["json", "sarif", "junit", "text", "github"])
def test_validate_chooses(
    options: list[str],
    codes: list[str],
    exit_code: int,
    format_: str,
    make_notice: MakeNotice,
    gdq: Run,
    tmp_path: Path,
) -> None:
    """Rules are chosen, and each format has what is found, as for a folder."""
    source = make_notice("a.txt", "甲\t见附件\t省财政厅", "乙\t广州市财政局\t省财政厅")
    source.with_name("b.txt").touch()
    path = tmp_path / "a.db"
    gdq("build", str(source.parent), "-o", str(path), "--jobs", "1")

    result = gdq("validate", "--data", str(path), "-f", format_, *options)

    assert set(re.findall("GDQ...", result.stdout)) == set(codes)
    assert result.exit_code == exit_code


def test_a_folder_has_the_same_remarks(make_notice: MakeNotice, gdq: Run, tmp_path: Path) -> None:
    """What is told of the notices of a database is told of those of a folder."""
    source = make_notice("a.txt", "甲\t省质监局\t见附件", "乙\t广州市财政局\t省财政厅")
    folder, path, kept = tmp_path / "mine", tmp_path / "a.db", tmp_path / "kept.db"
    gdq("add", str(source), "--data", str(folder))
    gdq("build", str(source), "-o", str(path), "--jobs", "1")
    gdq("export", "-o", str(kept), "--data", str(folder))

    found = [
        {one["code"]: one for one in json.loads(result.stdout)["findings"]}
        for result in (gdq("validate", "-f", "json", "--data", str(one)) for one in (folder, path))
    ]

    assert [list(one) for one in found] == [["GDQ305", "GDQ504"], ["GDQ504", "GDQ305"]]
    message = found[1]["GDQ504"]["message"]
    assert found[0]["GDQ504"]["message"] == f"a.txt:17:10：{message}"
    # A place in the source is none in the parsed file that was exported.
    assert f"a.txt:17:10: GDQ504 警告 {message}" in gdq("validate", str(kept)).stdout


def test_validate_says_of_a_document_who_checks_it(make_notice: MakeNotice, gdq: Run) -> None:
    """A file in the place of a data set is told what to do with."""
    path = make_notice("a.txt")

    result = gdq("validate", "--data", str(path))

    assert result.exit_code == 2
    assert f"通知的文件：gdq parse {path}" in result.stderr


def test_many_remarks(
    make_notice: MakeNotice, gdq: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of very many the first are told, and where the others are; no error is left out."""
    monkeypatch.setattr("gdquality.cli.validate.MOST_SHOWN", 1)
    source = make_notice("a.txt", "甲\t广州市财政局\t深圳市财政局")
    path = tmp_path / "a.db"
    source.with_name("b.txt").touch()
    gdq("build", str(source.parent), "-o", str(path), "--jobs", "1")

    result = gdq("validate", "--data", str(path))

    assert [result.stdout.count(one) for one in ("GDQ305", "GDQ001")] == [1, 1]
    assert (
        "1 个错误，0 个警告，2 个提示\n提示：另有 1 处没有列出，用 -f json 列出全部\n"
        in result.stderr
    )
