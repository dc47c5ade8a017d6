"""`gdq add --in` and `gdq build --in`: whose the documents are, where they do not say it."""

import json
from pathlib import Path

import pytest
from conftest import Run
from many import MakeNotice

from gdquality.collection.reading import Reader, parser_of
from gdquality.dataset import load

NOWHERE = {"organ": "政府办公室", "number": "", "title": "关于修渠的通知"}


def bodies(path: Path, gdq: Run) -> list[str]:
    """Return the bodies that lead something."""
    tasks = json.loads(gdq("tasks", "-f", "json", "--data", str(path)).stdout)
    return [lead["agency"] for one in tasks for lead in one["lead"]]


def test_add(make_notice: MakeNotice, gdq: Run, tmp_path: Path) -> None:
    """The advice of the warning can be followed, the second time as well."""
    source, folder = make_notice("a.txt", "修渠\t市财政局\t市水利局", **NOWHERE), tmp_path / "mine"
    add = ("add", str(source), "--data", str(folder))
    assert "可用 --in 指明，如 --in 湖南省" in gdq(*add).stderr
    assert bodies(folder, gdq) == ["市财政局"]

    result = gdq(*add, "--in", "长沙")

    assert result.stderr.startswith(f"{source}: 已重读 {folder}/notices/")
    assert bodies(folder, gdq) == ["长沙市财政局"]
    for again in (add, (*add, "--in", "长沙")):
        assert "没有再加" in gdq(*again).stderr
    assert bodies(folder, gdq) == ["长沙市财政局"]
    gdq(*add, "--in", "株洲")
    assert bodies(folder, gdq) == ["株洲市财政局"]


def test_what_was_changed_by_hand_is_not_written_over(
    make_notice: MakeNotice, gdq: Run, tmp_path: Path
) -> None:
    """A file of the folder is its owner's."""
    source, folder = make_notice("a.txt", "修渠\t市财政局\t市水利局", **NOWHERE), tmp_path / "mine"
    gdq("add", str(source), "--data", str(folder))
    [path] = folder.glob("notices/*.yaml")
    text = path.read_text(encoding="utf-8").replace("title: 修渠", "title: 修渠道")
    path.write_text(text, encoding="utf-8")

    result = gdq("add", str(source), "--data", str(folder), "--in", "长沙")

    assert result.exit_code == 2
    assert f"{path}: 与现在读出的不同，可能改过，没有按长沙市的通知重读" in result.stderr
    assert path.read_text(encoding="utf-8") == text


def test_build(make_notice: MakeNotice, gdq: Run, tmp_path: Path) -> None:
    """What a build was told of the place is a reason to read the files again."""
    make_notice("a.txt", "修渠\t市财政局\t市水利局", **NOWHERE)
    path = tmp_path / "a.db"
    build = ("build", str(tmp_path / "sources"), "-o", str(path), "--jobs", "1")
    gdq(*build)
    assert bodies(path, gdq) == ["市财政局"]

    assert "新读 1 个文件" in gdq(*build, "--in", "长沙").stderr
    assert bodies(path, gdq) == ["长沙市财政局"]
    assert "1 个没有变" in gdq(*build, "--in", "长沙市").stderr


@pytest.mark.parametrize("command", [("add", "--data"), ("build", "-o")])
def test_a_place_that_is_not_there(
    command: tuple[str, str], make_notice: MakeNotice, gdq: Run, tmp_path: Path
) -> None:
    """It is told, and nothing is made."""
    result = gdq(*command, str(tmp_path / "x.db"), str(make_notice("a.txt")), "--in", "没有这里")

    assert result.exit_code == 2
    assert "没有叫“没有这里”的地方" in result.stderr
    assert not (tmp_path / "x.db").exists()


def test_what_was_read_before_is_not_read_again() -> None:
    """Without a place the reader is the one that it was before there was one."""
    registry = load().registry

    assert len(parser_of(Reader(registry)).split()) == 2
    assert parser_of(Reader(registry, "长沙市")) == f"{parser_of(Reader(registry))} 长沙市"
