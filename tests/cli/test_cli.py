"""The command line: whole outputs, exit codes, and every kind of bad input."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import FULL, NO_FULL, ROOT, Result, Run, posix_only
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from notices import notice_text

from gdquality import __main__

NOTICE = "data/notice.txt"


@pytest.fixture
def wide(gdq: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a `gdq` that draws 80 columns."""
    monkeypatch.setenv("COLUMNS", "80")
    return gdq


def test_agency(wide: Run) -> None:
    """Lead tasks, supporting tasks and deadlines, with the other agencies beside each task."""
    result = wide("agency", "统计局")

    assert result == Result(
        0,
        """\
广东省统计局
省政府直属机构，牵头 1 项，参与 0 项

牵头任务
序号   重点工作任务           共同牵头   参与单位
--------------------------------------------------------------------------------
  23   加强宏观质量统计分析   省质监局   省发展改革委、省经济和信息化委、
                                         省住房城乡建设厅、省环境保护、
                                         省商务厅、省社科院

报送要求
期限         事项                       责任单位                   报送
-------------------------------------------------------------------------------
2016-12-15   实施方案、行动计划及组织   各地、省直牵头部门、       省质量强省办
             实施情况                   参与单位
2016-12-15   相关政策措施制订及实施情   各地、各有关部门           省质量强省办
             况
未注明       制定牵头任务的实施方案     省直牵头部门、参与单位
""",
        "",
    )


def test_agency_without_tasks(wide: Run) -> None:
    """An agency that the table does not name has none."""
    assert wide("agency", "审计厅").stdout == "广东省审计厅\n省政府组成部门，牵头 0 项，参与 0 项\n"


def test_task(wide: Run) -> None:
    """Each agency of a task, as the notice calls it and by its full name."""
    result = wide("task", "3", "27")

    assert result == Result(
        0,
        """\
3  提升工程质量
                通知中的名称       单位全称
-------------------------------------------------------------------
牵头单位（1）   省住房城乡建设厅   广东省住房和城乡建设厅
参与单位（3）   省交通运输厅       广东省交通运输厅
                省水利厅           广东省水利厅
                广东保监局         中国保险监督管理委员会广东监管局

27  加强质量安全多元救济
                通知中的名称   单位全称
---------------------------------------------------------------
牵头单位（1）   省质监局       广东省质量技术监督局
参与单位（2）   省民政厅       广东省民政厅
                广东保监局     中国保险监督管理委员会广东监管局
""",
        "",
    )


@pytest.mark.parametrize("command", [["agency", "质监局"], ["task", "21"], ["tasks"]])
@pytest.mark.parametrize("columns", ["40", "60", "80", "100", "120", "200"])
def test_nothing_is_cut(
    command: list[str], columns: str, gdq: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At any width every character of the answer is there, and no line is wider."""
    from rich.cells import cell_len

    monkeypatch.setenv("COLUMNS", "1000")
    whole = gdq(*command).stdout
    monkeypatch.setenv("COLUMNS", columns)
    text = gdq(*command).stdout

    def characters(drawn: str) -> list[str]:
        return sorted(one for one in drawn if one not in "- \n、")

    assert characters(text) == characters(whole)
    assert max(map(cell_len, text.splitlines())) <= int(columns)


def test_agency_json(gdq: Run) -> None:
    """The keys of an answer about an agency."""
    answer = json.loads(gdq("agency", "统计局", "--format", "json").stdout)

    assert list(answer) == [
        *("query", "agency", "method", "predecessors", "successors"),
        *("lead", "responsible", "support", "deadlines", "is_later", "roles"),
    ]
    assert answer["query"] == "统计局"
    assert answer["method"] == "alias"
    assert answer["agency"]["name"] == "广东省统计局"
    assert answer["agency"]["parent"] == "广东省人民政府"
    [lead] = answer["lead"]
    assert (lead["number"], lead["title"]) == (23, "加强宏观质量统计分析")
    assert (lead["text"], lead["agency"]) == ("省统计局", "广东省统计局")
    assert lead["lead_agencies"][1] == {
        "text": "省质监局",
        "agency": "广东省质量技术监督局",
        "derived": False,
    }
    assert answer["deadlines"][0]["due"] == "2016-12-15"
    assert answer["deadlines"][2]["due"] is None


def test_task_json(gdq: Run) -> None:
    """The keys of a task; 21 has one lead and 14 supporting agencies, three of them bureaus."""
    [task] = json.loads(gdq("task", "21", "-f", "json").stdout)

    assert {"number", "title", "lead", "support", "printed", "line"} < task.keys()
    assert task["printed"].keys() == {"lead", "support"}
    assert (len(task["lead"]), len(task["support"])) == (1, 14)
    bureaus = [one["text"] for one in task["support"] if one["text"].endswith("检验检疫局")]
    assert bureaus == ["广东出入境检验检疫局", "深圳出入境检验检疫局", "珠海出入境检验检疫局"]


@pytest.mark.parametrize(
    ("arguments", "numbers"),
    [
        (["21"], [21]),
        (["1-3"], [1, 2, 3]),
        (["3", "1-2", "1"], [3, 1, 2]),
        (["1,2，4、5"], [1, 2, 4, 5]),
        (["35-35"], [35]),
    ],
)
def test_task_numbers(arguments: list[str], numbers: list[int], gdq: Run) -> None:
    """Numbers, ranges and lists of both."""
    tasks = json.loads(gdq("task", *arguments, "-f", "json").stdout)

    assert [task["number"] for task in tasks] == numbers


HINT = "提示：写作 21、1-5 或 1,2，例如 gdq task 21\n"
RANGE = "提示：任务序号从 1 到 35\n"


@pytest.mark.parametrize(
    ("arguments", "exit_code", "stderr"),
    [
        (["task", "36"], 1, "错误：没有第 36 项任务\n" + RANGE),
        (["task", "0"], 1, "错误：没有第 0 项任务\n" + RANGE),
        (["task", "35-9" + "9" * 18], 1, f"错误：没有第 9{'9' * 18} 项任务\n" + RANGE),
        (["task", "x"], 2, "错误：“x”不是任务序号\n" + HINT),
        (["task", "1-"], 2, "错误：“1-”不是任务序号\n" + HINT),
        (["task", "5-1"], 2, "错误：“5-1”不是任务序号\n" + HINT),
        (["task", "9" * 21], 2, f"错误：“{'9' * 21}”不是任务序号\n" + HINT),
        (["task", ""], 2, "错误：“”不是任务序号\n" + HINT),
        (["agency", "教监局"], 1,
         "错误：名录中没有“教监局”\n提示：名称相近的有：质监局、安监局、银监局\n"),
        (["agency", "腾讯"], 1, "错误：名录中没有“腾讯”\n"),
        (["agency", ""], 1, "错误：名录中没有“”\n"),
        (["agency", "[/red]\x1b[31m\n\u202e"], 1,
         "错误：名录中没有“[/red]\\x1b[31m\\n\\u202e”\n"),
        (["agency", "x" * 99], 1, f"错误：名录中没有“{'x' * 40}……”\n"),
        (["agency", "检验检疫局"], 3, "错误：“检验检疫局”可指 3 个单位，请写明是哪一个\n"
         "提示：gdq agency 中华人民共和国广东出入境检验检疫局  # 牵头 0 项，参与 8 项\n"
         "提示：gdq agency 中华人民共和国深圳出入境检验检疫局  # 牵头 0 项，参与 8 项\n"
         "提示：gdq agency 中华人民共和国珠海出入境检验检疫局  # 牵头 0 项，参与 8 项\n"),
        (["agency"], 2, "错误：缺少参数 NAME\n提示：gdq agency --help\n"),
        (["tsk"], 2, "错误：没有命令“tsk”，相近的有：task、tasks\n提示：gdq --help\n"),
        (["task", "-1"], 2, "错误：没有选项 -1\n提示：gdq task --help\n"),
        (["agency", "a", "b"], 2, "错误：多余的参数：b\n提示：gdq agency --help\n"),
        (["agency", "a", "-f"], 2, "错误：选项 -f 后面要有值\n提示：gdq agency --help\n"),
        (["agency", "a", "-f", "x"], 2, "错误：--format / -f 的值不对：x，可用 table、json、yaml、csv、tsv、md\n提示：gdq agency --help\n"),
        (["parse", NOTICE, "--check"], 2,
         "错误：--check 要与 -o FILE 同用\n提示：gdq parse SOURCE --check -o FILE\n"),
        (["parse", NOTICE, "--force"], 2,
         "错误：--force 要与 -o FILE 同用\n提示：gdq parse SOURCE --force -o FILE\n"),
        (["parse", NOTICE, "-o", NOTICE, "--force"], 2, f"错误：{NOTICE} 就是原文，不能写入\n"),
        (["parse", NOTICE, "--check", "-o", NOTICE], 2, f"错误：{NOTICE} 就是原文，不能写入\n"),
        (["parse", "none.txt"], 2, "错误：none.txt: 没有这个文件\n"),
        (["parse", "data"], 2, "错误：data: 这是文件夹，不是文本文件\n"),
        pytest.param(
            ["parse", "/dev/null"], 2, "错误：/dev/null: 这是特殊文件，不是文本文件\n", marks=posix_only),
        (["agency", "质监局", "--data", "none"], 2,
         "错误：none/agencies.yaml: 没有这个文件\n提示：数据文件夹应有 agencies.yaml 和 tasks.yaml\n"),
    ],
)  # fmt: skip
def test_errors(arguments: list[str], exit_code: int, stderr: str, gdq: Run) -> None:
    """One line that says what and where, a hint where there is one, the right exit code."""
    assert gdq(*arguments) == Result(exit_code, "", stderr)


def test_uncertain_answers_say_so(gdq: Run) -> None:
    """An abbreviation that the registry does not list is said on standard error."""
    result = gdq("agency", "质技监局")

    assert result.exit_code == 0
    assert result.stderr == "“质技监局”按缩写理解为“广东省质量技术监督局”\n"


def test_parse_prints(gdq: Run) -> None:
    """`gdq parse SOURCE` prints what data/tasks.yaml holds."""
    result = gdq("parse", NOTICE)

    assert result.exit_code == 0
    assert result.stdout == (ROOT / "data" / "tasks.yaml").read_text(encoding="utf-8")
    assert result.stderr == (
        "警告：data/notice.txt:58:47: “省环境保护”当为误印，按“广东省环境保护厅”处理\n"
    )


def test_parse_writes_and_checks(gdq: Run, tmp_path: Path) -> None:
    """`-o` writes the file, `--check` compares with it and changes nothing."""
    output = tmp_path / "tasks.yaml"

    written = gdq("parse", NOTICE, "-o", str(output))
    text = output.read_text(encoding="utf-8")
    same = gdq("parse", NOTICE, "--check", "-o", str(output))
    output.write_text(text.replace("title: 提升工程质量", "title: 提升工程"), encoding="utf-8")
    other = gdq("parse", NOTICE, "--check", "-o", str(output))
    output.write_text(text + "\n", encoding="utf-8")
    longer = gdq("parse", NOTICE, "--check", "-o", str(output))

    assert written.stderr.endswith(f"已写入 {output}：35 项任务，提及单位 262 次\n")
    assert (same.exit_code, same.stdout) == (0, "")
    assert other.exit_code == 1
    assert "-    title: 提升工程\n+    title: 提升工程质量\n" in other.stdout
    assert longer.exit_code == 1
    assert longer.stdout


def test_parse_keeps_what_is_there(gdq: Run, tmp_path: Path) -> None:
    """As with `export`, a file that is there is kept, and replaced only by --force."""
    output = tmp_path / "tasks.yaml"
    output.write_text("old", encoding="utf-8")

    kept = gdq("parse", NOTICE, "-o", str(output))

    assert kept == Result(2, "", f"错误：{output} 已存在，没有改动\n提示：加 --force 才写\n")
    assert output.read_text(encoding="utf-8") == "old"
    assert gdq("parse", NOTICE, "-o", str(output), "--force").exit_code == 0
    assert output.read_bytes() == (ROOT / "data" / "tasks.yaml").read_bytes()
    assert list(tmp_path.iterdir()) == [output]


def test_parse_keeps_what_comes_meanwhile(
    gdq: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another process writes while this one reads the notice is kept as well."""
    output = tmp_path / "tasks.yaml"
    monkeypatch.setattr(os, "fsync", lambda _: output.write_text("theirs", encoding="utf-8"))

    result = gdq("parse", NOTICE, "-o", str(output))

    assert result.exit_code == 2
    assert result.stderr.endswith(f"错误：{output}: 无法写入：已有这个文件\n")
    assert output.read_text(encoding="utf-8") == "theirs"
    assert list(tmp_path.iterdir()) == [output]


def test_parse_of_unknown_names(gdq: Run, tmp_path: Path) -> None:
    """A name that the registry of its government lacks is derived, and remarked."""
    source, output = tmp_path / "n.txt", tmp_path / "tasks.yaml"
    source.write_text(notice_text("1\t一事\t省质监局\t省无名厅、[bold]厅"), encoding="utf-8")

    result = gdq("parse", str(source), "-o", str(output), "--strict")

    assert result == Result(
        1,
        "",
        f"警告：{source}:14:11: 名录中没有“省无名厅”，推定为“广东省无名厅”\n"
        f"警告：{source}:14:16: 名录中没有“省[bold]厅”，推定为“广东省[bold]厅”\n"
        f"已写入 {output}：1 项任务，提及单位 3 次\n",
    )
    assert "{text: 省无名厅, agency: 广东省无名厅, derived: true}" in output.read_text(
        encoding="utf-8"
    )


def test_output_that_cannot_be_written(gdq: Run, tmp_path: Path) -> None:
    """A folder that is not there is an error; nothing is left behind."""
    folder = gdq("parse", NOTICE, "-o", str(tmp_path / "none" / "mine") + "/")
    missing = gdq("parse", NOTICE, "-o", str(tmp_path / "none" / "tasks.yaml"))

    assert folder.exit_code == missing.exit_code == 2
    assert f"错误：{tmp_path}/none/mine: 无法写入：没有这个文件夹\n" in folder.stderr
    assert f"错误：{tmp_path}/none/tasks.yaml: 无法写入：没有这个文件夹\n" in missing.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a copy of the data folder."""
    for name in ("agencies.yaml", "tasks.yaml"):
        (tmp_path / name).write_bytes((ROOT / "data" / name).read_bytes())
    return tmp_path


def test_another_data_set(gdq: Run, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--data` and GDQ_DATA put another data set in place of the packaged one."""
    path = data / "tasks.yaml"
    text = path.read_text(encoding="utf-8").replace("title: 提升工程质量", "title: '[b]\\e[1m'")
    path.write_text(text.replace("'[b]\\e[1m'", '"[b]\\e[1m"'), encoding="utf-8")

    monkeypatch.chdir(data)
    here = gdq("task", "3", "--data", ".")
    monkeypatch.setenv("GDQ_DATA", "")
    assert gdq("task", "3").stdout.startswith("3  提升工程质量\n")
    monkeypatch.delenv("GDQ_DATA")
    by_option = gdq("task", "3", "--data", str(data))
    assert here == by_option
    as_json = gdq("task", "3", "-f", "json", "--data", str(data))
    monkeypatch.setenv("GDQ_DATA", str(data))
    by_variable = gdq("task", "3")

    assert by_option.stdout.startswith("3  [b]\\x1b[1m\n")
    assert by_option == by_variable
    assert '"title": "[b]\\u001b[1m"' in as_json.stdout


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        ("tasks.yaml", "  - number: 3\n", "  - number: three\n", ":76:13: 应为整数"),
        ("tasks.yaml", "title: 提升工程质量\n", "title: [\n", "YAML 语法错误"),
        (
            "agencies.yaml",
            "kind: party-office",
            "kind: office",
            "应为其中之一：provincial-department、provincial-special、",
        ),
    ],
)
def test_broken_data_set(
    name: str, old: str, new: str, expected: str, gdq: Run, data: Path
) -> None:
    """A broken file of a data set that the user names is reported at the place."""
    path = data / name
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")

    result = gdq("agency", "质监局", "--data", str(data))

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"错误：{path}:")
    assert expected in result.stderr


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("  - number: 3\n", "  - number: 2\n", ":76:13: GDQ201 序号 2 重复：第 2 个任务已有"),
        ("agency: 广东省文化厅}", "agency: 文化厅}", "GDQ301 名录中没有“文化厅”"),
    ],
)
def test_data_set_that_would_answer_wrongly(
    old: str, new: str, expected: str, gdq: Run, data: Path
) -> None:
    """Nothing is answered from tasks that cannot be told apart, or agencies that nobody knows."""
    path = data / "tasks.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")

    result = gdq("agencies", "--data", str(data))

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"错误：{path}:")
    assert expected in result.stderr
    assert result.stderr.endswith(f"提示：gdq validate --data {data}\n")


def test_many_problems(gdq: Run, data: Path) -> None:
    """Of very many problems the first are shown, and the command that shows all."""
    path = data / "tasks.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("广东省", "浙江省"), encoding="utf-8")

    lines = gdq("task", "1", "--data", str(data)).stderr.splitlines()

    found = json.loads(gdq("validate", "--data", str(data), "-f", "json").stdout)["findings"]
    unknown = [one for one in found if one["code"] == "GDQ301"]

    assert len(lines) == 12
    assert lines[9].startswith(f"错误：{path}:")
    assert lines[10:] == [
        f"错误：另有 {len(unknown) - 10} 处",
        f"提示：gdq validate --data {data}",
    ]


def test_data_set_with_a_gap(gdq: Run, data: Path) -> None:
    """Of an extract, whose tasks can be told apart, anything may be asked."""
    path = data / "tasks.yaml"
    text = path.read_text(encoding="utf-8")
    begin, end = text.index("  - number: 8\n"), text.index("  - number: 9\n")
    path.write_text(text[:begin] + text[end:], encoding="utf-8")

    assert gdq("task", "7", "--data", str(data)).exit_code == 0
    assert gdq("task", "7-9", "--data", str(data)).stderr.startswith("错误：没有第 8 项任务\n")
    last = gdq("task", "34-35", "-f", "json", "--data", str(data))
    assert [task["number"] for task in json.loads(last.stdout)] == [34, 35]


def test_sorted_by_sound_without_readings(gdq: Run, data: Path) -> None:
    """Names that nobody has read before are read a character at a time."""
    for name in ("agencies.yaml", "tasks.yaml"):
        text = (data / name).read_text(encoding="utf-8").replace("广东省", "浙江省")
        (data / name).write_text(text, encoding="utf-8")

    answer = gdq("agencies", "--sort", "name", "-f", "csv", "--data", str(data))

    names = [line.rsplit(",", 1)[1] for line in answer.stdout.splitlines()]
    known = ["浙江省财政厅", "浙江省教育厅", "浙江省水利厅", "浙江省文化厅"]
    assert [name for name in names if name in known] == known


def test_notice_without_sections(gdq: Run, data: Path) -> None:
    """A notice whose body has no sections has particulars all the same."""
    path = data / "tasks.yaml"
    text = path.read_text(encoding="utf-8")
    begin, end = text.index("sections:"), text.index("tasks:\n")
    path.write_text(f"{text[:begin]}sections: []\n{text[end:]}", encoding="utf-8")

    result = gdq("notice", "--data", str(data))

    assert (result.exit_code, result.stderr) == (0, "")
    assert "正文" not in result.stdout


def test_internal_errors(gdq: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody foresaw is one line too; GDQ_DEBUG shows where it came from."""

    def fail(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("gdquality.queries.tasks.find_tasks", fail)

    result = gdq("task", "1")

    assert result.exit_code == 2
    assert result.stderr.startswith("错误：内部错误：RuntimeError: boom\n")
    monkeypatch.setenv("GDQ_DEBUG", "1")
    with pytest.raises(RuntimeError):
        gdq("task", "1")


def test_interrupt(gdq: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends with 130 and no words."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("gdquality.queries.tasks.find_tasks", interrupt)

    assert gdq("task", "1").exit_code == 130


def test_help(wide: Run) -> None:
    """`gdq` shows its help; each command's opens with examples, and nothing of it is cut."""
    bare = wide()

    assert bare.exit_code == 2
    assert bare.stderr == ""
    assert "gdq agency 质监局" in bare.stdout
    assert "─ 命令 ─" in bare.stdout
    for command in ("agency", "task", "parse", "validate"):
        result = wide(command, "-h")

        assert result.exit_code == 0
        assert result.stdout.count(f"gdq {command} ") >= 2, command
        assert "…" not in result.stdout, command


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(arguments=st.lists(st.text() | st.sampled_from(["agency", "task", "-f", "json"])))
def test_no_arguments_raise(arguments: list[str], gdq: Run) -> None:
    """Whatever the arguments, the exit code is one of the promised ones."""
    result = gdq(*(arguments or ["task"]))

    assert result.exit_code in (0, 1, 2, 3)
    assert "内部错误" not in result.stderr


def test_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """`main` runs the arguments of the process and exits with their code."""
    monkeypatch.setattr("sys.argv", ["gdq", "task", "36"])
    monkeypatch.setattr("gc.set_threshold", lambda *_: None)
    monkeypatch.setattr("gc.freeze", lambda: None)

    with pytest.raises(SystemExit) as caught:
        __main__.main()

    assert caught.value.code == 1


@posix_only
@pytest.mark.parametrize(
    ("redirection", "expected"),
    [
        (">&-", 0),
        pytest.param("> /dev/full", 2, marks=pytest.mark.skipif(not FULL.exists(), reason=NO_FULL)),
    ],
)
def test_output_that_takes_nothing(redirection: str, expected: int) -> None:
    """Without standard output there is nothing to say; a full disk is an error of one line."""
    command = f"{sys.executable} -m gdquality task 21 -f json {redirection}"
    result = subprocess.run(["bash", "-c", command], capture_output=True, check=False)  # noqa: S607

    assert result.returncode == expected
    assert result.stderr.count(b"\n") == (1 if expected else 0)


def test_closed_pipe() -> None:
    """A reader that goes away is no error: `gdq task 1-35 | head -1`."""
    read, write = os.pipe()
    os.close(read)
    result = subprocess.run(
        [sys.executable, "-m", "gdquality", "task", "1-35"],
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write)

    assert (result.returncode, result.stderr) == (0, b"")


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "utf-8"])
def test_encodings_of_the_terminal(encoding: str) -> None:
    """A terminal that lacks a character gets its escape, not a traceback."""
    result = subprocess.run(
        [sys.executable, "-m", "gdquality", "agency", "质☃"],
        env=os.environ | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )

    expected = "错误：名录中没有“质☃”\n".encode(encoding, "backslashreplace")
    assert (result.returncode, result.stdout) == (1, b"")
    assert result.stderr.startswith(expected)
