"""Matrix and partners as pictures: what they show, and that nothing of it is cut."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from conftest import Run
from rich.cells import cell_len

from gdquality import Matrix, Notice, load
from gdquality.errors import GdqError
from gdquality.formats.as_svg import render
from gdquality.formats.charts import DARK, MIDDLE, SIZE
from gdquality.queries.answers import Partner, PartnerList, TaskList

SVG = "{http://www.w3.org/2000/svg}"
Box = tuple[str, float, float, float, float]


def texts(node: ET.Element, x: float = 0, y: float = 0) -> Iterator[Box]:
    """Yield each text with left, top, right and bottom in pixels, reckoned from its cells."""
    for move in re.findall(r"translate\(([-\d.]+),([-\d.]+)\)", node.get("transform", "")):
        x, y = x + float(move[0]), y + float(move[1])
    if node.tag == f"{SVG}text":
        lines = [span.text or "" for span in node.iter(f"{SVG}tspan")] or [node.text or ""]
        size = float((node.get("font-size") or "").removesuffix("px"))
        width = max(map(cell_len, lines)) * size / 2
        left = x - {"start": 0, "middle": width / 2, "end": width}[node.get("text-anchor", "start")]
        yield "".join(lines), left, y - size, left + width, y + (len(lines) - 1) * SIZE
    for child in node:
        yield from texts(child, x, y)


def picture(text: str) -> ET.Element:
    """Return the root of an SVG document in which no text goes beyond the edge."""
    root = ET.fromstring(text)  # noqa: S314 -- we drew it
    width, height = float(root.get("width", 0)), float(root.get("height", 0))
    boxes = list(texts(root))
    assert boxes
    for content, left, top, right, bottom in boxes:
        assert left >= 0, content
        assert top >= 0, content
        assert right <= width, content
        assert bottom <= height, content
    return root


def marks_of(root: ET.Element) -> list[ET.Element]:
    """Return the circles of the chart."""
    [marks] = [
        node
        for node in root.iter(f"{SVG}g")
        if {"mark-symbol", "role-mark"} <= set(node.get("class", "").split())
    ]
    return list(marks.iter(f"{SVG}path"))


def circles(root: ET.Element) -> list[str]:
    """Return the colour of each circle of the chart."""
    return [path.get("fill", "") for path in marks_of(root)]


def test_matrix(gdq: Run, notice: Notice) -> None:
    """Every task, every agency read downwards, and a circle for each of the 262 mentions."""
    result = gdq("matrix", "-f", "svg")

    root = picture(result.stdout)
    shown = [content for content, *_ in texts(root)]
    assert (result.exit_code, result.stderr) == (0, "")
    assert {"省质监局", "省环境保护厅", "广东出入境检验检疫局", "任务与单位对照"} <= set(shown)
    assert "27\u2007加强质量安全多元救济" in shown
    assert len(shown) == 35 + 48 + 4
    assert (
        "来源：《广东省人民政府办公厅关于进一步做好质量强省战略实施工作的通知》（粤办函〔2016〕553号），据 notice.txt 整理"
        in shown
    )
    assert [path.get("stroke") for path in marks_of(root)] == [DARK] * len(circles(root))
    assert [node.get("fill") for node in root.iter(f"{SVG}rect")] == ["white"]
    assert {"Microsoft YaHei", "SimHei"} <= {
        font.strip("' ")
        for node in root.iter(f"{SVG}text")
        for font in (node.get("font-family") or "").split(",")
    }
    assert circles(root).count(DARK) == sum(len(task.lead) for task in notice.tasks)
    assert circles(root).count("white") == sum(len(task.support) for task in notice.tasks)


def test_upright_names_end_at_one_height(gdq: Run) -> None:
    """The agencies' names end just above the first task, the shortest and the longest alike."""
    columns = load().matrix().columns
    root = picture(gdq("matrix", "-f", "svg").stdout)

    names = {text for _, text in columns}
    ends = {round(bottom) for content, _, _, _, bottom in texts(root) if content in names}
    first = next(top for content, _, top, _, _ in texts(root) if content.startswith("1\u2007"))
    assert len(ends) == 1
    assert ends.pop() <= first


def test_narrow_matrix(gdq: Run) -> None:
    """--agency narrows the picture as it does the table."""
    root = picture(gdq("matrix", "-f", "svg", "--agency", "省编办").stdout)

    shown = [content for content, *_ in texts(root)]
    assert sorted(circles(root)) == sorted([DARK, "white"])
    assert len(shown) == 2 + 1 + 4


def test_partners(gdq: Run) -> None:
    """Every partner by its full name, and its counts beside the bars."""
    root = picture(gdq("partners", "质监局", "-f", "svg").stdout)

    shown = [content for content, *_ in texts(root)]
    assert {"共事", "本单位牵头", "对方牵头", "并列", "广东省商务厅"} <= set(shown)
    assert "与广东省质量技术监督局共事的任务数" in shown
    assert sum(content == "20" for content in shown) == 1
    assert "0" not in shown
    bars = [path.get("fill") for path in root.iter(f"{SVG}path")]
    assert bars.count(DARK) == len(load().partners("质监局"))
    assert MIDDLE in bars


def test_number_of_three_digits() -> None:
    """A number keeps its distance from the title, whatever its length."""
    matrix = Matrix((("甲", "甲"),), ((9, "事", ("lead",)), (1000, "事", ("lead",))))

    shown = [content for content, *_ in texts(picture(render(matrix)))]
    assert {"9\u2007\u2007\u2007\u2007事", "1000\u2007事"} <= set(shown)


def test_partners_of_a_later_body(gdq: Run) -> None:
    """A picture stands alone: it says whose tasks a later body's are."""
    root = picture(gdq("partners", "市场监管局", "-f", "svg").stdout)

    shown = [content for content, *_ in texts(root)]
    assert "与广东省市场监督管理局共事的任务数" in shown
    [subtitle] = [content for content in shown if content.startswith("以其前身计：")]
    assert subtitle.count("、") == 3


def test_hostile_names() -> None:
    """Markup, templates and controls in names are text, and the picture stays well-formed."""
    name = "</text><script>1</script>&amp;\x1b${datum}"
    shown = "</text><script>1</script>&amp;\\x1b${datum}"

    matrix = picture(render(Matrix(((name, name),), ((1, name, ("lead",)),))))
    partners = picture(render(PartnerList(name, (Partner(name, 1, 1, 0, 0),))))

    assert shown in [content for content, *_ in texts(matrix)]
    assert f"1\u2007{shown}" in [content for content, *_ in texts(matrix)]
    assert shown in [content for content, *_ in texts(partners)]
    assert not [node for node in (*matrix.iter(), *partners.iter()) if "script" in node.tag]


@pytest.mark.parametrize("command", [["matrix"], ["partners", "质监局"]])
def test_labels_for_screen_readers(gdq: Run, command: list[str]) -> None:
    """What the picture is, and what each mark says, is told in Chinese; the rest is not told."""
    root = ET.fromstring(gdq(*command, "-f", "svg").stdout)  # noqa: S314 -- we drew it
    told = [node.get("aria-label", "") for node in root.iter() if node.get("aria-label")]

    assert root.get("lang") == "zh-CN"
    assert root.get("aria-roledescription") == "图"
    assert told[0] in ("任务与单位对照", "与广东省质量技术监督局共事的任务数")
    assert not [label for label in told if re.search("[A-Za-z]", label.replace("notice.txt", ""))]
    assert {"省质监局牵头：27\u2007加强质量安全多元救济", "广东省商务厅：共事 20 项"} & set(told)
    kinds = {node.get("aria-roledescription") for node in root.iter()}
    assert kinds == {None, "图"}


def test_png(gdq: Run, tmp_path: Path) -> None:
    """A PNG is the same picture, twice as fine."""
    root = picture(gdq("matrix", "-f", "svg", "--agency", "编办").stdout)
    gdq("matrix", "--agency", "编办", "-o", str(tmp_path / "a.png"))

    content = (tmp_path / "a.png").read_bytes()
    width = int.from_bytes(content[16:20], "big")
    assert abs(width - 2 * float(root.get("width", 0))) <= 2


def test_empty() -> None:
    """Nothing to show is a picture of nothing."""
    assert render(Matrix((), ())).startswith("<svg")
    assert render(PartnerList("广东省审计厅", ())).startswith("<svg")


def test_no_picture_of_a_list() -> None:
    """Only relations are pictures."""
    with pytest.raises(GdqError, match="只有 gdq matrix 和 gdq partners"):
        render(TaskList(()))


def test_without_the_library(gdq: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the library is not installed, one line says which."""
    monkeypatch.setitem(sys.modules, "vl_convert", None)

    result = gdq("matrix", "-f", "svg")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "错误：这种格式要用 vl-convert-python，没有装\n提示：pip install vl-convert-python\n"
    )
