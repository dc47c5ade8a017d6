"""Bodies that are asked for by another name than the notice has, or that it has by none."""

from pathlib import Path

import pytest
from conftest import Run

XIANGZHOU = """\
象政办发〔2020〕5号

象州县人民政府办公室关于印发分工方案的通知

各乡镇人民政府：

序号\t任务\t牵头单位\t配合单位
1\t治水\t象州生态环境局\t县财政局、县爱卫办
2\t修路\t县住建局\t县住房保障和房产管理局
"""

BAOTOU = """\
包府办发〔2019〕5号

包头市人民政府办公室关于印发分工方案的通知

各旗县区人民政府：

序号\t任务\t牵头单位\t配合单位
1\t治水\t市环保局\t市财政局、市中小企业局
2\t存钱\t人民银行包头市中心支行\t市发展改革局、市城管局、市城乡规划局
"""


@pytest.fixture(params=["document", "data set"])
def folder(request: pytest.FixtureRequest, tmp_path: Path, gdq: Run) -> Path:
    """Return where both notices are: as documents, or each as a data set drafted of it."""
    for name, text in (("象州", XIANGZHOU), ("包头", BAOTOU)):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        if request.param == "data set":
            source = path.rename(path.with_suffix(".txt"))
            assert gdq("parse", str(source), "-o", f"{path}/").exit_code == 0
    return tmp_path


@pytest.mark.parametrize(
    ("notice", "asked", "named"),
    [
        ("象州", "生态环境局", "来宾市象州生态环境局"),
        ("象州", "象州县财政局", "象州县财政局"),
        ("包头", "人行包头中支", "中国人民银行包头市中心支行"),
        ("包头", "生态环境局", "包头市环境保护局"),
        ("包头", "发改委", "包头市发展和改革局"),
    ],
)
def test_the_body_that_the_notice_names(
    folder: Path, gdq: Run, notice: str, asked: str, named: str
) -> None:
    """It has the tasks, and `resolve` says the same name."""
    data = ["--data", str(folder / notice)]

    result = gdq("agency", asked, *data)
    assert result.exit_code == 0
    assert f"{named}（推定）\n" in result.stdout
    assert " 1 项" in result.stdout
    assert f"{named}（推定）" in gdq("resolve", asked, *data).stdout
    assert gdq("tasks", "--agency", asked, *data).stdout != ""


@pytest.mark.parametrize(
    ("notice", "asked", "told"),
    [
        (
            "包头",
            "工信局",
            "通知没有提到“包头市工业和信息化局”\n提示：通知提到的相近的有：包头市中小企业局",
        ),
        ("包头", "教育局", "通知没有提到“包头市教育局”"),
        ("包头", "农委", "通知没有提到“农委”"),
        (
            "象州",
            "卫健局",
            "通知没有提到“象州县卫生健康局”\n提示：通知提到的相近的有：象州县爱国卫生运动委员会办公室",
        ),
        ("包头", "市委农办", "通知没有提到“中共包头市委农村工作领导小组办公室”"),
        ("象州", "应急局", "通知没有提到“象州县应急管理局”"),
    ],
)
def test_what_the_notice_does_not_name_has_no_count(
    folder: Path, gdq: Run, notice: str, asked: str, told: str
) -> None:
    """A body of the same function is offered, never taken for it."""
    data = ["--data", str(folder / notice)]

    for question in (
        ["agency", asked],
        ["tasks", "--lead", asked],
        ["deadlines", "--agency", asked],
    ):
        result = gdq(*question, *data)
        assert (result.exit_code, result.stdout) == (1, "")
        assert told in result.stderr


def test_candidates_that_the_notice_does_not_name(folder: Path, gdq: Run) -> None:
    """They are asked back without a number of tasks."""
    result = gdq("agency", "规划局", "--data", str(folder / "包头"))

    assert result.exit_code == 3
    assert "# 通知没有提到\n" in result.stderr
    assert "# 牵头 0 项，参与 1 项" in result.stderr
