"""Notices that are in no answer though they may be meant: each question names them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Run
from many import MakeNotice, notice_file

from gdquality import load_collection
from gdquality.cli import run

LEFT_OUT = (
    "警告：在有的通知里不能确定名称指哪个单位，没有列出：湘政办发〔2023〕5号《湖南省修路方案》、"
    "湘政办发〔2022〕6号《湖南省铺路方案》；可改问：株洲市财政局、长沙市财政局\n"
)


@pytest.fixture(scope="module")
def cities(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a database of a notice of Changsha, and two of Hunan that name bodies of cities."""
    folder = tmp_path_factory.mktemp("cities") / "sources"
    hunan = "湖南省人民政府办公厅"
    notice_file(
        folder,
        "a.txt",
        "修路\t长沙市财政局\t株洲市财政局、省水利厅",
        number="湘政办发〔2023〕5号",
        title="湖南省修路方案",
        year=2023,
        organ=hunan,
    )
    notice_file(
        folder,
        "b.txt",
        "铺路\t长沙市财政局\t省水利厅",
        number="湘政办发〔2022〕6号",
        title="湖南省铺路方案",
        year=2022,
        organ=hunan,
    )
    notice_file(
        folder,
        "c.txt",
        "修渠\t市财政局\t市水利局",
        number="长政办发〔2024〕5号",
        title="长沙市修渠方案",
        organ="长沙市人民政府办公室",
        year=2024,
    )
    path = folder.with_name("cities.db")
    run(["build", str(folder), "-o", str(path), "--jobs", "1"])
    return path


@pytest.mark.parametrize("name", ["财政局", "市财政局"])
@pytest.mark.parametrize(
    "question",
    [
        lambda name: ("agency", name),
        lambda name: ("tasks", "--agency", name),
        lambda name: ("matrix", "--agency", name),
        lambda name: ("partners", name),
        lambda name: ("deadlines", "--agency", name),
    ],
)
def test_each_question_names_them(
    question: Callable[[str], tuple[str, ...]], name: str, cities: Path, gdq: Run
) -> None:
    """财政局 may be that of any city that a notice of the province names; it is not answered."""
    result = gdq(*question(name), "--data", str(cities))

    assert LEFT_OUT in result.stderr
    assert "株洲" not in result.stdout


def test_two_names(cities: Path, gdq: Run) -> None:
    """Of two names that are compared each has to mean somebody, or to be one that may be meant."""
    result = gdq("compare", "财政局", "水利厅", "--data", str(cities))
    assert result.stderr.startswith(LEFT_OUT)

    assert "没有列出" not in gdq("compare", "财政局", "教育厅", "--data", str(cities)).stderr


def test_what_is_certain_is_answered(cities: Path, gdq: Run) -> None:
    """The bodies that are offered are asked by their names, and nothing is left out."""
    result = gdq("agency", "长沙市财政局", "-f", "json", "--data", str(cities))

    assert result.stderr == ""
    assert len(json.loads(result.stdout)) == 3


@pytest.mark.parametrize(
    ("narrowing", "count"),
    [(("--in", "长沙"), 0), (("--since", "2023"), 1), (("修渠",), 0), (("路",), 2)],
)
def test_only_of_what_is_asked(
    narrowing: tuple[str, ...], count: int, cities: Path, gdq: Run
) -> None:
    """A notice that is not asked is not left out."""
    result = gdq("tasks", "--agency", "财政局", *narrowing, "--data", str(cities))

    assert result.stderr.count("《") == count


def test_where_nobody_is_meant_for_certain(cities: Path, gdq: Run) -> None:
    """That it is found nowhere is no mistake of the name's: what may be meant is told."""
    result = gdq("agency", "财政局", "--in", "湖南省", "--data", str(cities))

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == LEFT_OUT + "这些通知里没有它的任务\n"


def test_a_file_says_so(cities: Path, gdq: Run, tmp_path: Path) -> None:
    """Who reads the file did not see what was said, and it is no condition."""
    path = tmp_path / "财政局.md"
    gdq("agency", "财政局", "--since", "2023", "-o", str(path), "--data", str(cities))

    narrowed, _, warning, *_ = path.read_text(encoding="utf-8").splitlines()
    assert narrowed == "只列：成文日期：2023 起"
    assert warning.startswith("在有的通知里不能确定名称指哪个单位，没有列出：湘政办发〔2023〕5号")


def test_a_body_of_a_registry_may_be_meant(make_notice: MakeNotice, gdq: Run) -> None:
    """A name that a notice gives its own body, and the registry several, leaves out none of them.

    检验检疫局 is one body in a notice of a place that nobody knows, one of three in Guangdong.
    """
    nowhere = {"organ": "甲南市人民政府", "number": "甲府〔2016〕1号", "title": "甲"}
    make_notice("a.txt", "甲\t市检验检疫局\t市财政局", **nowhere)
    source = make_notice("b.txt", "乙\t深圳出入境检验检疫局\t省财政厅", title="乙", serial=2)
    path = source.parent / "a.db"
    gdq("build", str(source.parent), "-o", str(path), "--jobs", "1")

    result = gdq("agency", "检验检疫局", "--data", str(path))

    assert "没有列出：粤办函〔2016〕2号《乙》；可改问：" in result.stderr


def test_a_body_of_the_registry_is_no_surer_elsewhere(make_notice: MakeNotice, gdq: Run) -> None:
    """财政厅 is Guangdong's in its own notices; in one of the country it may be any of those named."""
    organ = "国务院办公厅"
    words = {"organ": organ, "number": "国办发〔2016〕1号"}
    make_notice("a.txt", "甲\t财政部\t湖南省财政厅、广东省财政厅", **words)
    make_notice("b.txt", "乙\t财政部\t广东省财政厅", organ=organ, number="国办发〔2016〕2号")
    source = make_notice("c.txt", "丙\t省财政厅\t湖南省财政厅", title="丙")
    path = source.parent / "a.db"
    gdq("build", str(source.parent), "-o", str(path), "--jobs", "1")

    result = gdq("tasks", "--agency", "财政厅", "-f", "json", "--data", str(path))

    assert [one["title"] for one in json.loads(result.stdout)] == ["乙", "丙"]
    assert (
        "没有列出：国办发〔2016〕1号《关于做好一项工作的通知》；可改问：广东省财政厅、湖南省财政厅"
        in result.stderr
    )
    both = gdq("tasks", "--agency", "湖南省财政厅", "-f", "json", "--data", str(path))
    assert [one["title"] for one in json.loads(both.stdout)] == ["甲", "丙"]


def test_registries_are_made_once(cities: Path) -> None:
    """Notices that name the same bodies share the registry that has them."""
    store = load_collection(cities).store

    first = store.registry_with(["长沙市财政局", "广东省财政厅"])
    assert first.agencies["长沙市财政局"].is_derived
    assert store.registry_with(["广东省公安厅", "长沙市财政局"]) is first
    assert store.registry_with(["广东省公安厅"]) is store.registry
