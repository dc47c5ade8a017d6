"""A data set of a user's own for a notice of any government, and names asked by place."""

import json
from pathlib import Path

import pytest
import yaml
from conftest import Run

import gdquality
from gdquality.dataset import load

NOTICE = """\
湘政办发〔2021〕5号

湖南省人民政府办公厅关于印发分工方案的通知

各市州人民政府：

现将分工方案印发给你们。

序号\t任务\t牵头单位\t配合单位
1\t办好学校\t省教育厅\t省发改委、财政厅、财政部
2\t修好道路\t省交通运输厅\t省发展改革委、各市州人民政府、省某某中心
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return the file of a notice of Hunan."""
    path = tmp_path / "湖南.txt"
    path.write_text(NOTICE, encoding="utf-8")
    return path


@pytest.fixture
def mine(source: Path, gdq: Run) -> Path:
    """Return the data set that is written of it."""
    folder = source.parent / "mine"
    result = gdq("parse", str(source), "-o", f"{folder}/")
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"已写入 {folder}/tasks.yaml：2 项任务，提及单位 8 次" in result.stderr
    return folder


def read(path: Path) -> str:
    """Return the text of a file."""
    return path.read_text(encoding="utf-8")


def test_a_data_set_of_ones_own(mine: Path) -> None:
    """It has the notice, its source, and a draft of every body that no registry has."""
    assert sorted(path.name for path in mine.iterdir()) == [
        "agencies.yaml",
        "tasks.yaml",
        "湖南.txt",
    ]
    registry = yaml.safe_load(read(mine / "agencies.yaml"))
    bodies = {one["name"]: one for one in registry["agencies"]}

    assert registry["jurisdiction"] == "湖南省"
    assert bodies["湖南省发展和改革委员会"]["aliases"] == ["省发改委", "省发展改革委"]
    assert bodies["湖南省教育厅"]["parent"] == "湖南省人民政府"
    assert bodies["各市州人民政府"]["kind"] == "collective"
    assert "长沙" in bodies["各市州人民政府"]["places"]
    assert {one["confidence"] for one in bodies.values()} == {"low"}
    assert all(one["note"].startswith("推定") for one in bodies.values())
    assert "中华人民共和国财政部" not in bodies


@pytest.mark.parametrize("format_", ["table", "csv", "tsv", "md", "yaml", "json"])
@pytest.mark.parametrize("asked", ["mine", "document"])
def test_what_is_derived_says_so_in_every_format(
    mine: Path, source: Path, asked: str, format_: str, gdq: Run
) -> None:
    """Of a drafted body, which its registry has by then, as of one that only the notice has."""
    data = ["--data", str(mine if asked == "mine" else source), "-f", format_]
    told = "推定" if format_ in {"table", "csv", "tsv", "md"} else "true"

    resolved = gdq("resolve", "省发改委", *data).stdout.splitlines()
    assert any("湖南省发展和改革委员会" in line for line in resolved)
    assert any(told in line for line in resolved[1:])
    registered = gdq("resolve", "财政部", *data).stdout.splitlines()
    assert not any(
        "推定" in line or "true" in line for line in registered[1:] if "---" not in line[:3]
    )
    matrix = gdq("matrix", *data).stdout
    assert "推定" in matrix or '"derived"' in matrix or "derived:" in matrix


def test_candidates_that_are_derived_say_so(gdq: Run) -> None:
    """Each of them where names are shown."""
    shown = gdq("resolve", "--in", "广州", "规划局").stdout

    assert "广州市规划局（推定）" in shown
    assert "广州市城乡规划局（推定）" in shown
    for format_ in ("csv", "md"):
        assert "推定" in gdq("resolve", "--in", "广州", "规划局", "-f", format_).stdout


def test_validate_notes_what_is_derived(mine: Path, gdq: Run) -> None:
    """It is neither an error nor a warning, and fails nothing."""
    result = gdq("validate", str(mine), "--strict")

    assert result.exit_code == 0
    assert "GDQ423 提示 “湖南省教育厅”是推定的，请核对" in result.stdout
    assert "0 个错误，0 个警告，" in result.stderr


def test_parsing_again_changes_nothing(mine: Path, source: Path, gdq: Run) -> None:
    """What is written is what is read with what is written."""
    before = {path.name: path.read_bytes() for path in mine.iterdir()}

    assert gdq("parse", str(source), "-o", str(mine)).exit_code == 0
    assert {path.name: path.read_bytes() for path in mine.iterdir()} == before
    for output in (["-o", f"{mine}/tasks.yaml", "--data", str(mine)], ["-o", str(mine)]):
        check = gdq("parse", str(source), "--check", *output)
        assert (check.exit_code, check.stdout) == (0, "")


def test_a_registry_in_another_encoding(mine: Path, source: Path, gdq: Run) -> None:
    """It is left as it is where there is nothing to add."""
    path = mine / "agencies.yaml"
    edited = read(path).replace("\n", "\r\n").encode("gb18030")
    path.write_bytes(edited)

    assert gdq("parse", str(source), "-o", str(mine)).exit_code == 0
    assert path.read_bytes() == edited


def test_what_the_user_has_edited_is_kept(mine: Path, source: Path, gdq: Run) -> None:
    """Comments, a confirmed body, a name corrected; a body of a new row is drafted behind them."""
    path = mine / "agencies.yaml"
    edited = read(path).replace("  - name: 湖南省教育厅", "  # 已核对\n  - name: 湖南省教育厅")
    head, body = edited.split("  # 已核对\n")
    body = body.replace("note: 推定", "note: 官网", 1)
    edited = f"{head}  # 已核对\n{body}".replace("湖南省某某中心", "湖南省某某服务中心")
    path.write_text(edited, encoding="utf-8")
    with source.open("a", encoding="utf-8") as file:
        file.write("3\t植树\t省林业局\t\n")

    assert gdq("parse", str(source), "-o", str(mine)).exit_code == 0
    again = read(path)
    assert again.startswith(edited.split("changes: []")[0])
    assert "  - name: 湖南省林业局\n" in again
    tasks = read(mine / "tasks.yaml")
    assert "{text: 省教育厅, agency: 湖南省教育厅}" in tasks
    assert "{text: 省某某中心, agency: 湖南省某某服务中心, derived: true}" in tasks
    assert gdq("validate", str(mine), "--strict").exit_code == 0


def test_questions_to_it(mine: Path, gdq: Run) -> None:
    """Derived bodies say so wherever they are shown by their full names."""
    assert gdq("agency", "发改委", "--data", str(mine)).stdout.startswith(
        "湖南省发展和改革委员会（推定）\n政府工作部门，牵头 0 项，参与 2 项\n"
    )
    assert "中华人民共和国财政部\n" in gdq("agency", "财政部", "--data", str(mine)).stdout
    assert "湖南省教育厅（推定）" in gdq("task", "1", "--data", str(mine)).stdout
    assert "湖南省教育厅（推定）" in gdq("agencies", "--data", str(mine)).stdout
    assert "湖南省教育厅（推定）" in gdq("partners", "省发改委", "--data", str(mine)).stdout
    rows = gdq("agencies", "-f", "csv", "--data", str(mine)).stdout.splitlines()
    assert rows[0] == "lead_count,support_count,kind,agency,derived"
    assert "1,0,government-department,湖南省教育厅,推定" in rows
    assert "0,1,state-council-department,中华人民共和国财政部," in rows


def test_who_is_whose(mine: Path) -> None:
    """Bodies of three governments are told apart, and 市财政局 is no one's."""
    data = load(mine)

    names = {name: data.find(name).agency.name for name in ("财政厅", "财政部")}
    assert names == {"财政厅": "湖南省财政厅", "财政部": "中华人民共和国财政部"}
    elsewhere = data.resolve("深圳市财政局")
    assert isinstance(elsewhere, gdquality.Resolved)
    assert elsewhere.agency.name == "深圳市财政局"
    for name in ("市财政局", "省质监剧", "财政局", "深圳市财政局"):
        with pytest.raises(gdquality.NotFoundError):
            data.find(name)


def test_a_government_that_a_collective_stands_for(mine: Path, gdq: Run) -> None:
    """A notice names 各市州人民政府; of its members nothing else is to be said."""
    result = gdq("agency", "长沙市政府", "--data", str(mine))

    assert result.exit_code == 1
    assert "通知以“各市州人民政府”统称" in result.stderr
    assert load(jurisdiction="湖南省").find("长沙市政府").agency.name == "长沙市人民政府"


def test_another_notice_is_not_written_over(mine: Path, tmp_path: Path, gdq: Run) -> None:
    """Nor is one of another government put into the registry of this."""
    other = tmp_path / "另一份.txt"
    other.write_text(NOTICE.replace("5号", "6号"), encoding="utf-8")
    before = read(mine / "tasks.yaml")

    refused = gdq("parse", str(other), "-o", str(mine))
    assert refused.exit_code == 2
    assert refused.stderr.startswith(f"错误：{mine}/tasks.yaml 已存在，没有改动\n")
    assert read(mine / "tasks.yaml") == before
    assert gdq("parse", str(other), "-o", str(mine), "--force").exit_code == 0

    other.write_text(NOTICE.replace("湖南省", "湖北省").replace("湘", "鄂"), encoding="utf-8")
    refused = gdq("parse", str(other), "-o", str(mine), "--force")
    assert (refused.exit_code, "是湖南省的名录，通知是湖北省的" in refused.stderr) == (2, True)


def test_a_notice_of_nobody_knows_whom(source: Path, tmp_path: Path, gdq: Run) -> None:
    """No registry can be drafted for it unless the place is told."""
    source.write_text(NOTICE[NOTICE.index("序号") :], encoding="utf-8")
    folder = tmp_path / "其他"

    refused = gdq("parse", str(source), "-o", f"{folder}/")
    assert (refused.exit_code, folder.exists()) == (2, False)
    assert "--in 湖南省" in refused.stderr
    assert gdq("parse", str(source), "-o", f"{folder}/", "--in", "湖南").exit_code == 0
    assert gdq("validate", str(folder), "--strict").exit_code == 0


def test_the_packaged_notice_as_ones_own(tmp_path: Path, gdq: Run) -> None:
    """Its registry comes along, comments and all."""
    folder = tmp_path / "mine"

    assert gdq("parse", "data/notice.txt", "-o", f"{folder}/").exit_code == 0
    for name in ("tasks.yaml", "agencies.yaml", "notice.txt"):
        assert (folder / name).read_bytes() == (Path("data") / name).read_bytes()


def test_a_source_that_would_be_written_over(source: Path, tmp_path: Path, gdq: Run) -> None:
    """A notice that is called like a file of the data set."""
    named = source.rename(tmp_path / "tasks.yaml")

    result = gdq("parse", str(named), "-o", f"{tmp_path}/")
    assert (result.exit_code, read(named)) == (2, NOTICE)


def test_init(tmp_path: Path, gdq: Run) -> None:
    """A registry to begin with; what is there is kept."""
    folder = tmp_path / "mine"

    assert gdq("init", str(folder), "--in", "湖南").exit_code == 0
    assert "jurisdiction: 湖南省\n" in read(folder / "agencies.yaml")
    asked = gdq("resolve", "省发改委", "质监局", "--data", str(folder), "-f", "csv").stdout
    assert "省发改委,resolved,湖南省发展和改革委员会,pattern," in asked
    assert "质监局,resolved,湖南省质量技术监督局,pattern," in asked
    unasked = gdq("agency", "财政厅", "--data", str(folder))
    assert unasked.exit_code == 2
    assert unasked.stderr.endswith(f"提示：加入通知：gdq parse 通知.docx -o {folder}/\n")
    assert gdq("init", str(folder)).exit_code == 2
    assert gdq("init", str(tmp_path / "ours")).exit_code == 0
    assert read(tmp_path / "ours" / "agencies.yaml") == read(Path("data/agencies.yaml"))


@pytest.mark.parametrize(
    ("place", "name", "agency"),
    [
        ("湖南省", "发改委", "湖南省发展和改革委员会"),
        ("湖南省", "財政廳", "湖南省财政厅"),
        ("湖南省", "牵头单位：省教育厅", "湖南省教育厅"),
        ("湖南", "市财政局", ""),
        ("湖南", "省质监剧", ""),
        ("湖南省", "某某公司", ""),
        ("长沙", "财政局", "长沙市财政局"),
        ("长沙", "省财政厅", "湖南省财政厅"),
        ("广州市", "省质监局", "广东省质量技术监督局"),
        ("广东", "质监局", "广东省质量技术监督局"),
        ("广东", "深圳市财政局", "深圳市财政局"),
        ("广东", "教育部", "中华人民共和国教育部"),
        ("广东", "质监剧", "广东省质量技术监督局"),
        ("全国", "国家卫生计生委", "中华人民共和国国家卫生和计划生育委员会"),
        ("全国", "广电总局", "国家广播电视总局"),
    ],
)
def test_names_asked_by_place(place: str, name: str, agency: str) -> None:
    """By the registries of the place and of those above, and by pattern; never another place's."""
    answer = load(jurisdiction=place).resolve(name)

    found = answer.agency.name if isinstance(answer, gdquality.Resolved) else ""
    assert found == agency


def test_several_patterns_are_asked_back(gdq: Run) -> None:
    """None is chosen."""
    result = gdq("resolve", "--in", "广州", "规划局", "-f", "csv")

    assert result.exit_code == 3
    assert "广州市规划局、广州市城乡规划局" in result.stdout


@pytest.mark.parametrize(
    ("place", "exit_code", "told"),
    [("鼓楼区", 3, "徐州市鼓楼区"), ("甲南市", 2, "没有叫“甲南市”的地方")],
)
def test_places_that_are_none_or_several(place: str, exit_code: int, told: str, gdq: Run) -> None:
    """A place is no more guessed than a body."""
    result = gdq("resolve", "--in", place, "财政局")

    assert (result.exit_code, told in result.stderr) == (exit_code, True)


@pytest.mark.parametrize("place", ["", "  "])
def test_an_empty_place_is_none(place: str, tmp_path: Path, source: Path, gdq: Run) -> None:
    """It is not as if nothing had been said: a script may have lost the place."""
    new = tmp_path / "new"
    for command in (
        ["resolve", "财政局"],
        ["agencies"],
        ["init", str(new)],
        ["parse", str(source)],
        ["parse", str(source), "-o", f"{new}/"],
    ):
        result = gdq(*command, "--in", place)
        assert (result.exit_code, result.stdout) == (2, "")
        assert f"没有叫“{place}”的地方" in result.stderr
    assert not new.exists()


def test_agencies_of_a_place(gdq: Run) -> None:
    """The registry of a place, without counts of a notice; a place without one has none to list."""
    listed = gdq("agencies", "--in", "全国", "-f", "csv").stdout.splitlines()
    none = gdq("agencies", "--in", "湖南省")

    assert listed[:2] == ["kind,agency", "people-government,中华人民共和国国务院"]
    assert len(listed) > 300
    assert (none.exit_code, none.stdout) == (1, "")
    assert none.stderr.startswith("错误：没有湖南省的名录\n")


@pytest.mark.parametrize(
    ("agency", "expected"),
    [
        ("省市场监管局", ["2022-06-30", "2022-07-31"]),
        ("省发改委", ["2022-05-31"]),
    ],
)
def test_duties_of_all_who_have_a_role(
    agency: str, expected: list[str], tmp_path: Path, gdq: Run
) -> None:
    """各牵头单位 are those who lead in the notice, and 各责任单位 too if nobody else is responsible."""
    duties = (
        "请各牵头单位于2022年6月30日前将方案报省教育厅。各配合单位要于2022年5月底前完成自查。"
        "各责任单位要于2022年7月底前完成整改。"
    )
    path = tmp_path / "湖南.txt"
    row = "1\t办好市场\t省市场监管局\t省发改委\n2\t修好水库\t省教育厅\t省财政厅"
    text = NOTICE.replace("现将分工方案印发给你们。", duties).partition("1\t")[0] + row
    path.write_text(text, encoding="utf-8")

    result = gdq("agency", agency, "--data", str(path), "-f", "json")

    assert [one["due"] for one in json.loads(result.stdout)["deadlines"]] == expected
