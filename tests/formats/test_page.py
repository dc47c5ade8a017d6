"""`gdq page`: what is in the file, before any browser opens it."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, Run

from gdquality import Notice, load
from gdquality.formats.templates import fragment, hash_of
from gdquality.names.resolve.normal import normalise
from gdquality.names.resolve.reading import Reader

LARGEST = 300_000
HOSTILE = "</script><script>alert(1)</script>{{7*7}}"


@pytest.fixture
def text(gdq: Run, tmp_path: Path) -> str:
    """Return the page of the packaged notice."""
    path = tmp_path / "notice.html"
    result = gdq("page", "-o", str(path))
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"已写入 {path}：35 项任务\n"
    return path.read_text(encoding="utf-8")


def data_in(text: str) -> dict[str, Any]:
    """Return what the script of a page knows."""
    [data] = re.findall(r'<script type="application/json" id="data">(.*?)</script>', text)
    value: dict[str, Any] = json.loads(data)
    return value


def test_size_and_policy(text: str) -> None:
    """The page is small, and its policy allows its own style and script, and nothing else."""
    [style] = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    [script] = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)

    assert len(text.encode()) <= LARGEST
    assert (
        f"default-src 'none'; style-src '{hash_of(style)}'; script-src '{hash_of(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    ) in text
    assert not re.search(r'\b(?:src|style|on\w+)="|url\(|@import|https?://(?!www\.w3\.org)', text)


def test_without_script(text: str, notice: Notice) -> None:
    """Tasks, agencies, deadlines and matrix are there for those without a script, too."""
    assert text.count('<tr id="task-') == len(notice.tasks)
    assert text.count('<tr id="agency-') == 48
    assert text.count("<abbr title=") == sum(len(task.every_mention) for task in notice.tasks)
    assert text.count('<td class="day"') == len(notice.deadlines)


def test_links_lead_somewhere(text: str) -> None:
    """Every link is to a place in the page, or to an agency or task that the script can show."""
    data = data_in(text)
    places = {f"#{one}" for one in re.findall(r' id="([^"]+)"', text)}
    places |= {f"#agency-{fragment(one['name'])}" for one in data["agencies"]}

    assert set(re.findall(r'href="(#[^"]+)"', text)) <= places


def test_data(text: str) -> None:
    """The script knows what the program answers: roles, partners, deadlines, later bodies."""
    data, asked = data_in(text), load()
    agencies = {one["name"]: one for one in data["agencies"]}

    body = agencies["广东省质量技术监督局"]
    assert {"质监局", "省质监局"} <= set(body["names"])
    assert body["about"] == ["今为：广东省市场监督管理局（2018-10-19 合并）"]
    assert body["kind"] == "省政府直属机构"
    place = data["agencies"].index(body)
    due = [one["what"] for one in data["deadlines"] if place in one.get("bound", ())]
    assert due == [one.what for one in asked.deadlines("质监局")]
    later = agencies["广东省市场监督管理局"]
    assert later["since"] == 2018
    assert {data["agencies"][at]["name"] for at in later["origins"]} >= {
        "广东省质量技术监督局",
        "广东省工商行政管理局",
    }
    assert "質质" in data["scripts"]
    assert sum(len(side) for task in data["tasks"] for side in task["parts"]) == 262


def test_readings(text: str) -> None:
    """Names are read a character at a time, or as is told where a word has another reading."""
    data = data_in(text)
    syllables = {one: read for read, several in data["syllables"].items() for one in several}
    reader = Reader(load().readings())
    for one in (*data["agencies"], *data["tasks"]):
        names = one.get("names") or [one["title"]]
        told = one.get("read") or [""] * len(names)
        for name, read in zip(map(normalise, names), told, strict=True):
            shown = read.split() or [syllables.get(character, character) for character in name]
            assert tuple(shown) == reader.read(name)


def test_a_wide_matrix(gdq: Run, tmp_path: Path) -> None:
    """What is wider than paper is several tables, in the page and in the file of the answer."""
    source = tmp_path / "a.txt"
    bodies = "、".join(f"省第{number}局" for number in range(100, 250))
    source.write_text(
        f"序号\t任务\t牵头单位\t参与单位\n1\t甲\t省财政厅\t{bodies}\n", encoding="utf-8"
    )
    for command in ("page", "matrix"):
        path = tmp_path / f"{command}.html"
        assert gdq(command, "-o", str(path), "--data", str(source)).exit_code == 0

        text = path.read_text(encoding="utf-8")
        matrix = text[text.index("任务与单位对照表") :]
        tables = [one for one in matrix.split("<table")[1:] if 'class="upright"' in one]
        assert [one.count('class="upright"') for one in tables] == [70, 70, 11]
        assert sum(one.count('<td class="role">') for one in tables) == 151


def test_hostile_data(gdq: Run, tmp_path: Path) -> None:
    """A name that is markup is text, in the page and in the data of its script."""
    path = tmp_path / "a.html"
    result = gdq("page", "-o", str(path), "--data", str(hostile_data(tmp_path)))

    text = path.read_text(encoding="utf-8")
    assert result.exit_code == 0
    assert "alert(1)" in text
    assert "<script>alert" not in text
    assert text.count("<script") == 2
    assert text.count("</script") == 2
    assert f"广东省{HOSTILE}教育厅" in [one["name"] for one in data_in(text)["agencies"]]


def hostile_data(folder: Path) -> Path:
    """Return a data set in `folder` in which a body and a task have markup in their names."""
    hostile = folder / "data"
    shutil.copytree(ROOT / "data", hostile)
    for file in ("tasks.yaml", "agencies.yaml"):
        path = hostile / file
        text = path.read_text(encoding="utf-8")
        text = text.replace("广东省教育厅", f"'广东省{HOSTILE}教育厅'")
        path.write_text(text.replace("提升工程质量", f"'{HOSTILE}'"), encoding="utf-8")
    return hostile


def test_document(gdq: Run, tmp_path: Path) -> None:
    """A document of any government is a page as well, with its three roles."""
    path = tmp_path / "a.htm"
    source = "tests/cases/notices/three-roles.txt"
    assert gdq("page", "-o", str(path), "--data", source).exit_code == 0

    text = path.read_text(encoding="utf-8")
    assert '<abbr title="责任">◎</abbr>' in text
    assert "长沙市财政局" in [one["name"] for one in data_in(text)["agencies"]]


def test_file(gdq: Run, tmp_path: Path) -> None:
    """The page is a file as any other: named as one, and never over another unasked."""
    path = tmp_path / "a.html"
    path.write_text("old", encoding="utf-8")

    kept = gdq("page", "-o", str(path))
    other = gdq("page", "-o", str(tmp_path / "a.pdf"))

    assert path.read_text(encoding="utf-8") == "old"
    assert kept.stderr == f"错误：{path} 已存在，没有改动\n提示：加 --force 才写\n"
    assert other.stderr.startswith(f"错误：{tmp_path / 'a.pdf'} 的扩展名应是 .html、.htm 之一\n")
    assert gdq("page", "-o", str(path), "--force").exit_code == 0


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("广东省商务厅", "广东省商务厅"),
        ("甲 乙%", "甲%20乙%25"),
        ('"><', "%22%3E%3C"),
        ("a\n", "a%5Cn"),
    ],
)
def test_fragment(name: str, expected: str) -> None:
    """A name is an address: Chinese as it stands, and escaped what would end or change it."""
    assert fragment(name) == expected
