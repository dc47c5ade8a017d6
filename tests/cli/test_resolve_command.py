"""`gdq resolve` and `gdq agencies`."""

import json
from pathlib import Path

import pytest
from conftest import ROOT, Result, Run


def test_table(gdq: Run) -> None:
    """A row a name: how it was understood, what it may mean, that nothing fits."""
    result = gdq("resolve", "质监局", "zjj", "教育部", "[b]\x1b[1m")

    assert result == Result(
        1,
        """\
     名称         依据   单位全称
-------------------------------------------------------------------------------
     质监局       简称   广东省质量技术监督局
？   zjj          拼音   广东省质量技术监督局、中国证券监督管理委员会广东监管局
无   教育部
无   [b]\\x1b[1m
""",
        "",
    )


@pytest.mark.parametrize(
    ("names", "exit_code"),
    [
        (["质监局"], 0),
        (["质监局", "zjj"], 3),
        (["质监局", "zjj", "教育部"], 1),
        (["教育部"], 1),
    ],
)
def test_exit_codes(names: list[str], exit_code: int, gdq: Run) -> None:
    """0 if all are resolved, 1 if any is not, 3 if any is ambiguous and none failed."""
    assert gdq("resolve", *names, "-f", "tsv").exit_code == exit_code


def test_json(gdq: Run) -> None:
    """The keys that are promised."""
    result = gdq("resolve", "质监局", "zjj", "教育部", "-f", "json")

    assert json.loads(result.stdout) == [
        {
            "query": "质监局",
            "status": "resolved",
            "agency": "广东省质量技术监督局",
            "method": "alias",
            "candidates": [],
            "derived": False,
        },
        {
            "query": "zjj",
            "status": "ambiguous",
            "agency": None,
            "method": "pinyin",
            "candidates": ["广东省质量技术监督局", "中国证券监督管理委员会广东监管局"],
            "derived": False,
        },
        {
            "query": "教育部",
            "status": "unknown",
            "agency": None,
            "method": None,
            "candidates": [],
            "derived": False,
        },
    ]


def test_dash_with_names(gdq: Run) -> None:
    """- stands alone."""
    assert gdq("resolve", "-", "质监局").exit_code == 2


def test_agencies(gdq: Run) -> None:
    """Every body with a task, those that lead most first, then those that support most."""
    agencies = json.loads(gdq("agencies", "-f", "json").stdout)

    assert len(agencies) == 48
    first = agencies[0]
    assert first["name"] == "广东省质量技术监督局"
    assert (first["lead_count"], first["support_count"]) == (22, 9)
    assert sum(one["lead_count"] for one in agencies) == 50
    assert sum(one["support_count"] for one in agencies) == 212


def test_agencies_of_a_kind(gdq: Run) -> None:
    """One kind, sorted by sound."""
    result = gdq("agencies", "--kind", "party-organ", "--all", "--sort", "name")

    assert result == Result(
        0,
        """\
牵头   参与   类别       单位
---------------------------------------------------
   0      0   党的机关   中共广东省委统一战线工作部
   0      1   党的机关   中共广东省委宣传部
   0      0   党的机关   中共广东省委组织部
   0      0   党的机关   中国共产党广东省委员会
""",
        "",
    )


def test_agencies_by_support(gdq: Run) -> None:
    """The body that supports most comes first."""
    agencies = json.loads(gdq("agencies", "--sort", "support", "-f", "json").stdout)
    counts = [one["support_count"] for one in agencies]

    assert counts == sorted(counts, reverse=True)


def test_unknown_kind(gdq: Run) -> None:
    """A kind that there is not is wrong usage; those that there are, are named."""
    result = gdq("agencies", "--kind", "ministry")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(
        "错误：没有“ministry”这一类单位\n提示：可写 省政府组成部门、省政府直属特设机构、"
    )


def test_kind_by_either_name(gdq: Run) -> None:
    """A kind is what the table calls it, or its key."""
    by_key = gdq("agencies", "--kind", "party-office")

    assert by_key == gdq("agencies", "--kind", "党委办事机构")
    assert "广东省机构编制委员会办公室" in by_key.stdout


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("aliases: [省审计厅, 审计厅]", "aliases: [省审计厅, 财政厅]", "GDQ401 “财政厅”已是"),
        ("before: [广东省粮食局]", "before: [广东省粮库]", "GDQ403 名录中没有“广东省粮库”"),
        ("after: [广东省林业局]", "after: [广东省林业厅]", "GDQ404 “广东省林业厅”经变更"),
        ("date: 2018-10-27", "date: 2018-02-30", "GDQ105 没有“2018-02-30”这个日期"),
        ("date: 2018-10-27", "date: 2018-13", "日期应写作"),
    ],
)
def test_registry_that_fails(old: str, new: str, expected: str, gdq: Run, tmp_path: Path) -> None:
    """A registry that breaks a rule stops every command with that finding, at its place."""
    text = (ROOT / "data" / "agencies.yaml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "agencies.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    (tmp_path / "tasks.yaml").write_bytes((ROOT / "data" / "tasks.yaml").read_bytes())
    line = text[: text.index(old)].count("\n") + 1

    for command in (["agency", "质监局"], ["resolve", "质监局"], ["agencies"], ["task", "1"]):
        result = gdq(*command, "--data", str(tmp_path))

        assert (result.exit_code, result.stdout) == (2, "")
        place = result.stderr.removeprefix(f"错误：{tmp_path}/agencies.yaml:")
        assert abs(int(place.split(":")[0]) - line) <= 4
        assert expected in result.stderr
