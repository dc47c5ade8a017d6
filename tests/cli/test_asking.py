"""`gdq tasks`, `gdq deadlines`, `gdq notice`, and every answer in every format."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import astuple, replace
from pathlib import Path
from typing import get_args

import pytest
import yaml
from conftest import ROOT, Result, Run
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from gdquality import load
from gdquality.formats import AnswerFormat, as_csv, as_md, as_tsv, as_yaml
from gdquality.formats.as_table import draw_answer
from gdquality.queries.answers import Matrix, Particulars, TaskList
from gdquality.records import Mention, Notice, Place, Role, Task

ANSWERS = [
    ["agency", "质监局"],
    ["agency", "审计厅"],
    ["agencies"],
    ["task", "21", "3"],
    ["tasks"],
    ["deadlines"],
    ["notice"],
    ["matrix"],
    ["matrix", "--agency", "工商局", "--agency", "质监局"],
    ["partners", "质监局"],
    ["resolve", "质监局"],
    ["split", "省农业厅牵头，省财政厅配合"],
]


def numbers(result: Result) -> list[int]:
    """Return the numbers of the tasks in a JSON answer."""
    return [task["number"] for task in json.loads(result.stdout)]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], [*range(1, 36)]),
        (["品牌"], [14, 15, 16, 17]),
        ([" 品 牌 "], [14, 15, 16, 17]),
        (["pinpai"], [14, 15, 16, 17]),
        (["qyppp"], []),
        (["dzqypp"], [16]),
        (["--lead", "农业厅"], [1, 15]),
        (["--support", "旅游局"], [4, 15, 21]),
        (["--agency", "工商局", "--agency", "知识产权局"], [2, 13, 17, 21, 24, 26, 29]),
        (["--lead", "质监局", "--support", "省编办"], [18]),
        (["--lead", "质监局", "--lead", "省编办"], [12]),
        (["質量信用"], [21]),
        (["an"], [20, 22, 27]),
        (["ai"], []),
        (["anquan"], [20, 22, 27]),
        (["pin pai"], [14, 15, 16, 17]),
        (["“"], []),
        (["　"], []),
        (["质量", "--lead", "省质量强省办"], []),
    ],
)
def test_tasks(options: list[str], expected: list[int], gdq: Run) -> None:
    """Text in titles, by characters or pinyin; every agency that is named, in its role."""
    result = gdq("tasks", *options, "-f", "json")

    assert numbers(result) == expected
    assert result.exit_code == (0 if expected else 1)
    assert result.stderr == ("" if expected else "没有这样的任务\n")


def test_tasks_table(gdq: Run) -> None:
    """The list as a table; nothing at all on standard output where nothing is found."""
    assert gdq("tasks", "改进技术") == Result(
        0,
        """\
序号   重点工作任务                 牵头单位   参与单位
----------------------------------------------------------------------------------------------------
  31   改进技术性贸易措施应对工作   省质监局   省发展改革委、省商务厅、广东出入境检验检疫局、
                                               深圳出入境检验检疫局、珠海出入境检验检疫局
""",
        "",
    )
    assert gdq("tasks", "无此任务") == Result(1, "", "没有这样的任务\n")


def test_tasks_of_a_name_that_is_not_one(gdq: Run) -> None:
    """A name that fits several bodies, or none, ends the search."""
    assert gdq("tasks", "--lead", "检验检疫局").exit_code == 3
    assert gdq("tasks", "--agency", "教育部").exit_code == 1


def test_deadlines(gdq: Run) -> None:
    """Dated ones first, by date; those without a date after them."""
    dues = [one["due"] for one in json.loads(gdq("deadlines", "-f", "json").stdout)]

    assert dues == ["2016-12-15", "2016-12-15", "2016-12-31", *[None] * 5]


def test_deadlines_of_an_agency(gdq: Run) -> None:
    """The deadlines that `gdq agency` shows, a later body's included."""
    for name in ("质监局", "市场监管局", "省质量强省办"):
        listed = json.loads(gdq("deadlines", "--agency", name, "-f", "json").stdout)
        shown = json.loads(gdq("agency", name, "-f", "json").stdout)["deadlines"]

        assert sorted(map(str, listed)) == sorted(map(str, shown))
    assert gdq("deadlines", "--agency", "审计厅") == Result(1, "", "没有这样的报送要求\n")


def test_notice(gdq: Run) -> None:
    """The particulars and sections, without the tasks, and without any person."""
    answer = json.loads(gdq("notice", "-f", "json").stdout)

    assert answer["document_number"] == "粤办函〔2016〕553号"
    assert [section["heading"] for section in answer["sections"]] == [
        "加强组织协调",
        "加强政策扶持",
        "完善考核评价",
    ]
    assert "tasks" not in answer
    assert "联系人" not in gdq("notice").stdout
    assert "正文       加强组织协调：制定实施方案和具体行动计划；" in gdq("notice").stdout


@pytest.mark.parametrize("format_", get_args(AnswerFormat))
@pytest.mark.parametrize("arguments", ANSWERS, ids=" ".join)
def test_every_answer_in_every_format(arguments: list[str], format_: str, gdq: Run) -> None:
    """Each format has each answer, whole, and reads back where it is for programs."""
    result = gdq(*arguments, "-f", format_)

    assert result.exit_code == 0
    if format_ not in ("csv", "tsv"):  # of which some have no place for some of it
        assert result.stderr == ""
    if format_ == "yaml":
        as_json = gdq(*arguments, "-f", "json").stdout
        assert yaml.safe_load(result.stdout) == json.loads(as_json)
    if format_ in ("csv", "tsv"):
        delimiter = {"csv": ",", "tsv": "\t"}[format_]
        rows = list(csv.reader(io.StringIO(result.stdout), delimiter=delimiter))
        assert len({len(row) for row in rows}) == 1
        assert all(re.fullmatch(r"[a-z_]+|[一-鿿（）]+", key) for key in rows[0])
    if format_ == "md":
        tables = re.findall(r"(?:^\|.*\n)+", result.stdout, re.MULTILINE)
        assert tables or arguments == ["agency", "审计厅"]
        for table in tables:
            assert len({line.count("|") for line in table.splitlines()}) == 1


def test_agency_as_markdown(gdq: Run) -> None:
    """All that the table shows is there: kind, history, both roles with the others, deadlines."""
    text = gdq("agency", "编办", "-f", "md").stdout

    assert text.startswith(
        "# 广东省机构编制委员会办公室\n\n党委办事机构，牵头 1 项，参与 1 项\n\n"
        "今为：中共广东省委机构编制委员会办公室（2018 更名）\n\n## 牵头任务\n\n"
        "| 序号 | 重点工作任务 | 共同牵头 | 参与单位 |\n"
    )
    assert (
        "| 18 | 推动质量准入改革 | 省质监局 | 省发展改革委、省经济和信息化委、省环境保护厅 |\n"
        in text
    )
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        *("# 广东省机构编制委员会办公室", "## 牵头任务", "## 参与任务", "## 报送要求"),
    ]
    assert "| 2016-12-15 | 2016年12月15日前 | 实施方案、行动计划及组织实施情况 |" in text


def test_later_body_as_markdown(gdq: Run) -> None:
    """Each task says which body the notice names; there is no more to say of it."""
    result = gdq("agency", "市场监管局", "-f", "md")

    assert result.stderr == ""
    assert "\n\n前身：广东省工商行政管理局（2018-10-19 合并）、" in result.stdout
    assert "| 序号 | 任务（通知所列单位） | 共同牵头 | 参与单位 |\n" in result.stdout
    assert "| 1 | 提升优势传统产业质量（省质监局） |" in result.stdout


def test_markup_in_an_agency_as_markdown() -> None:
    """Names and titles are text there, too."""
    data = load()
    answer = data.agency("统计局")
    odd = replace(answer.lead[0].task, title="*a*|b")
    answer = replace(
        answer,
        agency=replace(answer.agency, name="<b>"),
        lead=(replace(answer.lead[0], task=odd),),
    )

    text = as_md.render(answer)

    assert text.startswith("# \\<b\\>\n")
    assert "| 23 | \\*a\\*\\|b |" in text


@pytest.mark.parametrize("format_", ["csv", "tsv"])
@pytest.mark.parametrize(
    ("name", "left_out"),
    [("编办", "3 项报送要求、单位沿革"), ("统计局", "3 项报送要求"), ("审计厅", "")],
)
def test_rows_say_what_they_leave_out(name: str, left_out: str, format_: str, gdq: Run) -> None:
    """One table holds assignments alone: what else there is and where, is said."""
    said = f"提示：{format_} 只有任务，不含：{left_out}；-f md、json、yaml 都有\n"

    assert gdq("agency", name, "-f", format_).stderr == (said if left_out else "")


def test_partners(gdq: Run) -> None:
    """The most frequent first; who leads whom, and who stands beside, counted by hand."""
    partners = json.loads(gdq("partners", "统计局", "-f", "json").stdout)
    by_name = {one["agency"]: one for one in partners}

    # Row 23: 统计局 and 质监局 lead, six support.
    assert len(partners) == 7
    assert by_name["广东省质量技术监督局"] == {
        "agency": "广东省质量技术监督局",
        "together": 1,
        "led": 0,
        "under": 0,
        "beside": 1,
        "derived": False,
    }
    assert by_name["广东省商务厅"]["led"] == 1
    assert gdq("partners", "审计厅") == Result(1, "", "通知中没有与它共事的单位\n")
    assert gdq("partners", "审计厅", "-f", "svg").stdout == ""


LATER = (
    "“广东省市场监督管理局”在通知之后才有，以其前身作答：广东省工商行政管理局、"
    "广东省质量技术监督局、广东省食品药品监督管理局、广东省知识产权局\n"
)


@pytest.mark.parametrize(
    "arguments",
    [
        ["tasks", "--lead", "市场监管局", "标准"],
        ["partners", "市场监管局"],
        ["deadlines", "--agency", "市场监管局"],
        ["matrix", "--agency", "市场监管局"],
        ["agency", "市场监管局", "-f", "csv"],
    ],
)
def test_later_body_says_so(arguments: list[str], gdq: Run) -> None:
    """That others answer for a body that came later is said, whatever is asked."""
    lines = gdq(*arguments).stderr.splitlines(keepends=True)

    assert lines[0] == LATER
    assert len(lines) == (2 if arguments[0] == "agency" else 1)
    assert numbers(gdq("tasks", "--lead", "市场监管局", "标准", "-f", "json")) == [7, 8, 9]


def test_partners_add_up() -> None:
    """Led, under and beside make up all that is done together, for later bodies too."""
    data = load()

    for agency in data.registry.agencies:
        for one in data.partners(agency):
            assert one.together == one.led + one.under + one.beside, (agency, one)
    # 市场监管局 leads what 质监局 led, beside whom 工商局 or others of its own may have supported.
    [commerce] = [one for one in data.partners("市场监管局") if one.agency == "广东省商务厅"]
    assert astuple(commerce)[1:] == (20, 13, 3, 4, False)


def test_partners_agree_from_both_sides(gdq: Run) -> None:
    """What one leads and the other supports is counted alike from either."""
    ours = {
        one["agency"]: one for one in json.loads(gdq("partners", "质监局", "-f", "json").stdout)
    }
    assert next(iter(ours)) == "广东省商务厅"
    for name, one in list(ours.items())[:5]:
        theirs = {o["agency"]: o for o in json.loads(gdq("partners", name, "-f", "json").stdout)}
        back = theirs["广东省质量技术监督局"]

        assert (one["together"], one["led"], one["under"], one["beside"]) == (
            back["together"],
            back["under"],
            back["led"],
            back["beside"],
        )


def test_ties_have_an_order(process: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    """The order does not hang on how Python hashes text this time."""
    outputs = {
        process(
            *("-m", "gdquality", "partners", "市场监管局", "-f", "tsv"),
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(outputs) == 1


def test_matrix(gdq: Run, notice: Notice) -> None:
    """Every mention is a mark, the agency with most tasks first."""
    rows = json.loads(gdq("matrix", "-f", "json").stdout)
    table = gdq("matrix").stdout

    assert [(row["number"], set(row["lead"]), set(row["support"])) for row in rows] == [
        (
            task.number,
            {one.agency for one in task.lead},
            {one.agency for one in task.support},
        )
        for task in notice.tasks
    ]
    marks = re.findall(" ([牵参])(?= |$)", table.rpartition("\n\n")[0], re.MULTILINE)
    assert (marks.count("牵"), marks.count("参")) == (50, 212)
    assert table.endswith("牵 牵头  参 参与\n")


def test_matrix_of_some(gdq: Run) -> None:
    """Of the agencies asked for there are only their tasks, each cell under its name."""
    result = gdq("matrix", "--agency", "法制办", "--agency", "外办")

    assert result.stdout.splitlines() == [
        "                                                 省",
        "                                                 法 省",
        "                                                 制 外",
        "                                                 办 办",
        "26  构建以保护消费者权益为核心的社会质量监督体系 参 ・",
        "30  加强国内外质量合作                           ・ 参",
        "33  加强质量法治建设                             参 ・",
        "",
        "牵 牵头  参 参与",
    ]


def test_matrix_is_by_weight(gdq: Run) -> None:
    """The agency with most tasks comes first, in whatever order they are asked for."""
    asked = gdq("matrix", "--agency", "统计局", "--agency", "质监局", "-f", "csv")

    head = asked.stdout.splitlines()[0]
    assert head == "number,title,广东省质量技术监督局,广东省统计局"


def test_matrix_of_nothing(gdq: Run) -> None:
    """An agency without tasks is named; where none is left, there is no table and no picture."""
    nothing = Result(1, "", "通知中没有“广东省审计厅”的任务\n")

    assert gdq("matrix", "--agency", "审计厅") == nothing
    assert gdq("matrix", "--agency", "审计厅", "-f", "svg") == nothing
    assert gdq("matrix", "--agency", "审计厅", "-f", "json").stdout == "[]\n"
    some = gdq("matrix", "--agency", "审计厅", "--agency", "编办")
    assert (some.exit_code, some.stderr) == (0, nothing.stderr)
    assert " 牵" in some.stdout


def test_notice_without_tasks(gdq: Run, tmp_path: Path) -> None:
    """Where there are no tasks, each question says so, and none ends in an error."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    tasks = tmp_path / "data" / "tasks.yaml"
    text = tasks.read_text(encoding="utf-8")
    begin, end = text.index("tasks:\n"), text.index("deadlines:\n")
    tasks.write_text(f"{text[:begin]}tasks: []\n{text[end:]}", encoding="utf-8")
    folder = str(tmp_path / "data")

    assert gdq("matrix", "--data", folder) == Result(1, "", "通知中没有任务\n")
    assert gdq("tasks", "--data", folder) == Result(1, "", "没有这样的任务\n")
    assert gdq("task", "1", "--data", folder).stderr.endswith("提示：没有任务\n")
    for arguments in (["agencies"], ["notice"], ["deadlines"], ["agency", "质监局"]):
        assert gdq(*arguments, "--data", folder).exit_code == 0
    for ending in (".xlsx", ".csv", ".json", ".md"):
        path = tmp_path / f"a{ending}"
        assert gdq("export", "-o", str(path), "--data", folder).exit_code == 0
        assert path.exists()


def test_matrix_of_narrow_characters() -> None:
    """A mark stands under its name, whatever the names and numbers are made of."""
    columns = (("甲", "WTO办"), ("乙", "12345"), ("丙", "丙"))
    marks: tuple[Role | None, ...] = ("lead", None, "support")
    answer = Matrix(columns, ((7, "事", marks), (1000, "事事", marks)))

    lines = draw_answer(answer, Console(width=80)).splitlines()
    *head, first, second = lines[:7]

    cells = {
        name[-1]: cell_len(line[: line.rindex(name[-1])])
        for line in head[-1:]
        for _, name in columns
    }
    assert cell_len(first[: first.index("牵")]) == cells["办"]
    assert cell_len(second[: second.index("・")]) == cells["5"]
    assert cell_len(second[: second.index("参")]) == cells["丙"]


def test_search_of_latin_text(tmp_path: Path) -> None:
    """Latin letters in a title are found as they stand, in capitals or not, and not only as pinyin."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    tasks = tmp_path / "data" / "tasks.yaml"
    text = tasks.read_text(encoding="utf-8").replace("提升工程质量", "应对WTO和ISO9000工作", 1)
    tasks.write_text(text, encoding="utf-8")
    data = load(tmp_path / "data")

    for wanted in ("WTO", "wto", "ISO9000", "iso", "WTO和", "ＷＴＯ", "yingduiw", "iso9000gz"):
        assert [task.number for task in data.tasks(wanted)] == [3], wanted


def test_readings_of_the_package(tmp_path: Path) -> None:
    """A data set without readings of its own is read as the packaged one."""
    for name in ("agencies.yaml", "tasks.yaml"):
        shutil.copy(ROOT / "data" / name, tmp_path)
    data = load(tmp_path)

    assert [task.number for task in data.tasks("qyppp")] == []
    assert [task.number for task in data.tasks("dzqypp")] == [16]
    assert data.find("zhijianju").agency.name == "广东省质量技术监督局"


HOSTILE = "=1+1|`x`\t\x1b[1m\n,\"'"


def test_hostile_text_in_formats() -> None:
    """No formula, no control character, no markup gets out of a cell."""
    task = Task(number=1, title=HOSTILE, lead=(Mention("@甲", "甲"),), printed=(), place=Place(1))
    answer = TaskList((task,))

    [_, row] = csv.reader(io.StringIO(as_csv.render(answer)))
    assert row[:3] == ["1", "'=1+1|`x`\\t\\x1b[1m\\n,\"'", "'@甲"]
    assert as_tsv.render(answer).splitlines()[1].split("\t")[1] == "=1+1|`x`\\t\\x1b[1m\\n,\"'"
    assert as_md.render(answer).splitlines()[2].startswith("| 1 | =1+1\\|\\`x\\`\\\\t")


@given(st.text())
def test_any_title_is_one_cell(title: str) -> None:
    """Whatever a title holds, rows and columns stay as they are."""
    answer = TaskList((Task(number=1, title=title, printed=(), place=Place(1)),))

    commas = list(csv.reader(io.StringIO(as_csv.render(answer))))
    tabs = [line.split("\t") for line in as_tsv.render(answer).removesuffix("\n").split("\n")]
    assert [len(row) for row in (*commas, *tabs)] == [4, 4, 4, 4]


def test_particulars_that_are_missing(notice: Notice) -> None:
    """A notice without basis or attachment has no rows for them, a section no empty list."""
    bare = Particulars(replace(notice, basis=None, attachment=None, disclosure=None))

    text = as_tsv.render(Particulars(replace(bare.notice, deadlines=())))
    assert not {"依据", "附件", "公开方式"} & {line.split("\t")[0] for line in text.splitlines()}
    assert "正文\t加强组织协调\n" in text


def test_headings_are_data_too() -> None:
    """What heads the columns of a matrix is no formula, no control character and no markup."""
    answer = Matrix(((HOSTILE, HOSTILE),), ((1, "事", ("lead",)),))

    [head, _] = csv.reader(io.StringIO(as_csv.render(answer)))
    assert head[2] == "'=1+1|`x`\\t\\x1b[1m\\n,\"'"
    [first, rule, _] = as_md.render(answer).splitlines()
    assert "\x1b" not in first
    assert first.replace("\\|", "").count("|") == rule.count("|")


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_formula(start: str) -> None:
    """A cell that begins like a formula is text in a spreadsheet."""
    assert as_csv.harmless(f"{start}1") == f"'{start}1"
    assert as_csv.harmless(-1) == -1


def test_yaml_shows_no_controls() -> None:
    """What turns the direction of text, or clears the screen, is escaped and reads back."""
    title = "甲\x1b[2J\u202e\u2066\x85乙"
    answer = TaskList((Task(number=1, title=title, printed=(), place=Place(1)),))

    for text in (as_yaml.render(answer), as_yaml.render_ascii(answer)):
        assert not set(text) & set("\x1b\u202e\u2066\x85")
        assert yaml.safe_load(text)[0]["title"] == title


def test_markdown_has_no_markup() -> None:
    """Whatever Markdown would take for markup is escaped."""
    assert as_md.heading(1, "*a*_b_[c]<d>|`e`&lt;~~f~~\\") == (
        "# \\*a\\*\\_b\\_\\[c\\]\\<d\\>\\|\\`e\\`\\&lt;\\~\\~f\\~\\~\\\\\n\n"
    )


def complete(words: str, shell: str = "zsh", **variables: str) -> str:
    """Return what a shell is told at the end of `words`."""
    how = {"_TYPER_COMPLETE_ARGS": words, "_GDQ_COMPLETE": f"complete_{shell}"}
    if shell == "fish":
        how["_TYPER_COMPLETE_FISH_ACTION"] = "get-args"
    if shell == "bash":
        how |= {"COMP_WORDS": words, "COMP_CWORD": str(len(words.split(" ")) - 1)}
    return subprocess.run(
        [sys.executable, "-c", "from gdquality.__main__ import main; main()"],
        env=os.environ | how | variables,
        capture_output=True,
        encoding="utf-8",
        check=False,
    ).stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("gdq agency 质监", "质监局"),
        ("gdq agency 质", "质量强省办"),
        ("gdq tasks --lead 农", "农业厅"),
        ("gdq task 2", "21"),
        ("gdq rule GDQ2", "GDQ205"),
        ("gdq resolve 质监", "质监局"),
        ("gdq partners 质监", "质监局"),
        ("gdq deadlines --agency 质监", "质监局"),
        ("gdq matrix --agency 质监", "质监局"),
        ("gdq rule gdq20", "gdq205"),
        ("gdq agencies --kind 党", "党委办事机构"),
    ],
)
def test_completion(words: str, expected: str, shell: str) -> None:
    """Names, numbers and codes that begin as typed, wherever one is asked for, in every shell."""
    assert expected in complete(words, shell)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize(
    ("words", "expected", "other"),
    [
        ("gdq agency zhi", "质监局", "财政厅"),
        ("gdq agency zj", "质监局", "财政厅"),
        ("gdq resolve 質", "质监局", "财政厅"),
        ("gdq tasks --lead caiz", "财政厅", "质监局"),
    ],
)
def test_completion_of_what_is_understood(
    words: str, expected: str, other: str, shell: str
) -> None:
    """Names are offered for pinyin, initials and traditional characters, too."""
    told = complete(words, shell)

    assert expected in told
    assert other not in told


def test_completion_replaces_what_is_typed() -> None:
    """Zsh and bash put the name in place of the letters; fish, which would drop it, completes them."""
    assert complete("gdq agency shuili", "bash") == "水利厅\n"
    assert complete("gdq agency shuili", "fish") == "shuiliting\t水利厅：广东省水利厅\n"
    assert complete("gdq agency shuili") == (
        'local -a shown; shown=("水利厅 -- 广东省水利厅"); compadd -U -l -d shown -- "水利厅"\n'
    )
    assert "compstate[insert]=menu; compadd" in complete("gdq agency zj")


def test_completion_explains() -> None:
    """Zsh is told the full name beside the short one, and the title beside the number."""
    assert "广东省质量技术监督局" in complete("gdq agency 质监")
    assert "加强质量信用体系建设" in complete("gdq task 21")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_of_a_command_that_may_become_another(shell: str) -> None:
    """While `task` is being typed it may still become `tasks`."""
    assert "tasks" in complete("gdq task", shell)


def test_completion_executes_nothing(tmp_path: Path) -> None:
    """What zsh evaluates holds no character of the data that means anything to it."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    tasks = tmp_path / "data" / "tasks.yaml"
    agencies = tmp_path / "data" / "agencies.yaml"
    evil = "甲\\$(touch x)`touch x`\"';乙\n丙"
    text = tasks.read_text(encoding="utf-8").replace("提升工程质量", json.dumps(evil), 1)
    tasks.write_text(text, encoding="utf-8")
    offered = ("质y", "质（一）局")
    refused = [f"质{character}局" for character in " $`;&|<>()*?[]{}~!#='\"\\"]
    names = json.dumps([*offered, *refused], ensure_ascii=False)[1:-1]
    text = agencies.read_text(encoding="utf-8").replace("[省质监局", f"[{names}, 省质监局", 1)
    agencies.write_text(text, encoding="utf-8")

    for shell in ("bash", "zsh", "fish"):
        told = complete("gdq task 3", shell, GDQ_DATA=str(tmp_path / "data"))
        assert not set(told) & set("\\$`"), told
        assert "丙" not in told.splitlines()
        told = complete(f"gdq agency --data {tmp_path / 'data'} 质", shell)
        assert all(name in told for name in offered), told
        assert not any(name in told for name in refused), told


def test_completion_without_data() -> None:
    """Where the data cannot be read, nothing is completed and nothing breaks."""
    assert "质监局" not in complete("gdq agency 质", GDQ_DATA="/nowhere")
    assert "提升" not in complete("gdq task 1", GDQ_DATA="/nowhere")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_of_places(shell: str) -> None:
    """--in offers places by full name and by short name; without a letter, the provinces."""
    assert "青浦区" in complete("gdq resolve --in 青浦", shell)
    assert "恩施土家族苗族自治州" in complete("gdq agencies --in 恩施土", shell)
    assert "全国" in complete("gdq parse --in ", shell)


def test_completion_of_names_of_a_place() -> None:
    """Names are those of the registry of the place."""
    assert "国家能源局" in complete("gdq resolve --in 全国 国家能")
