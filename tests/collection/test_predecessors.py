"""Bodies of today in notices of before their time: by whom they are answered, and what is said."""

from pathlib import Path

import pytest
from conftest import Run
from many import notice_file

from gdquality.cli import run

GUANGDONG = (
    "“广东省市场监督管理局”2018-10-19 才有，此前的通知以其前身作答："
    "广东省工商行政管理局、广东省质量技术监督局\n"
)


@pytest.fixture(scope="module")
def governments(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a database of notices of 2016 and 2020 of two provinces and a city."""
    folder = tmp_path_factory.mktemp("governments") / "sources"
    for organ, level in (
        ("广东省人民政府办公厅", "省"),
        ("湖南省人民政府办公厅", "省"),
        ("长沙市人民政府办公室", "市"),
    ):
        title = f"{organ}关于市场的通知"
        old, new = f"整顿\t{level}工商局\t{level}质监局", f"整顿\t{level}市场监管局\t{level}审计局"
        notice_file(folder, f"{organ}16.txt", old, organ=organ, title=title)
        notice_file(folder, f"{organ}20.txt", new, year=2020, organ=organ, title=title)
    path = folder.with_name("governments.db")
    run(["build", str(folder), "-o", str(path), "--jobs", "1"])
    return path


@pytest.mark.parametrize(
    "question",
    [
        ("agency", "市场监管局"),
        ("tasks", "--agency", "市场监管局"),
        ("partners", "市场监管局"),
        ("matrix", "--agency", "市场监管局"),
    ],
)
def test_only_where_predecessors_answer(
    question: tuple[str, ...], governments: Path, gdq: Run
) -> None:
    """What became of the bodies of Guangdong is said of notices that name them, and of no other."""
    asked = (*question, "--data", str(governments))

    assert gdq(*asked).stderr.startswith(GUANGDONG)
    for place in ("湖南省", "长沙市"):
        assert gdq(*asked, "--in", place).stderr == ""
    assert gdq(*asked, "--in", "广东省", "--since", "2018").stderr == ""


def test_a_body_and_one_that_it_came_of(governments: Path, gdq: Run) -> None:
    """They are not compared, and nobody is said to answer for another."""
    result = gdq("compare", "工商局", "市场监管局", "--data", str(governments))

    assert result.exit_code == 2
    assert result.stderr.startswith("错误：广东省工商行政管理局与广东省市场监督管理局在这些通知里")


def test_a_file_says_who_answers(governments: Path, gdq: Run, tmp_path: Path) -> None:
    """Whoever is handed it must not take the tasks of 2016 for those of the later body."""
    path = tmp_path / "a.md"
    gdq("compare", "市场监管局", "质监局", "--data", str(governments), "-o", str(path))
    gdq("matrix", "--agency", "市场监管局", "--data", str(governments), "-o", str(path))

    assert GUANGDONG.strip() in path.read_text(encoding="utf-8")


def test_partners_of_several_bodies(governments: Path, gdq: Run, tmp_path: Path) -> None:
    """A sum over bodies of several places says whose partners it has."""
    told = "各通知里的“审计局”是 3 个单位，合在一起：广东省审计局、湖南省审计局、长沙市审计局"
    path = tmp_path / "a.md"
    asked = ("partners", "审计局", "--data", str(governments))

    assert f"提示：{told}；只问一个请写全称\n" in gdq(*asked, "--since", "2018").stderr
    gdq(*asked, "-o", str(path))
    assert "合在一起" in path.read_text(encoding="utf-8")
    assert "合在一起" not in gdq(*asked, "--in", "长沙").stderr
