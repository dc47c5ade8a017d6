"""Questions to many notices, as a folder and as a database: each answer says of which notice."""

import csv
import io
import json
from pathlib import Path

import pytest
import yaml
from conftest import Run
from many import MakeNotice

from gdquality import GdqError, InputError, load_collection
from gdquality.records import ROLES

QUESTIONS = (
    ("agency", "质监局"),
    ("agency", "市场监管局"),
    ("agency", "财政局"),
    ("agencies",),
    ("agencies", "--all"),
    ("task", "1"),
    ("task", "1-2"),
    ("tasks",),
    ("tasks", "市场"),
    ("tasks", "zdsc"),
    ("tasks", "--lead", "质监局"),
    ("tasks", "--agency", "农业厅", "--agency", "质监局"),
    ("deadlines",),
    ("deadlines", "--agency", "农业厅"),
    ("deadlines", "--after", "2024"),
    ("partners", "农业厅"),
    ("matrix",),
    ("matrix", "--agency", "质监局"),
    ("notice",),
    ("agency", "质监局", "--notice", "1"),
    ("tasks", "--since", "2017"),
    ("tasks", "--until", "2016-03-01"),
)


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_a_folder_and_a_database_answer_the_same(
    question: tuple[str, ...], mine: Path, database: Path, gdq: Run
) -> None:
    """However notices are kept, and in every format, the answer is the same."""
    for format_ in ("json", "table", "csv", "md"):
        answers = {
            (one.exit_code, one.stdout)
            for path in (mine, database)
            for one in [gdq(*question, "-f", format_, "--data", str(path))]
        }

        [(exit_code, text)] = answers
        assert exit_code == 0
        assert text


def test_each_answer_says_of_which_notice_the_newest_first(database: Path, gdq: Run) -> None:
    """In JSON each object has `notice`, beside the keys that it has of one notice."""
    answers = json.loads(gdq("agency", "农业厅", "-f", "json", "--data", str(database)).stdout)

    assert [one["notice"]["issued"] for one in answers] == ["2024-03-01", "2016-03-01"]
    assert answers[0]["notice"] == {
        "id": answers[0]["notice"]["id"],
        "document_number": "粤办函〔2024〕553号",
        "title": "关于做好一项工作的通知",
        "issued": "2024-03-01",
        "jurisdiction": "广东省",
        "file": "new.txt",
    }
    assert [one["title"] for one in answers[1]["support"]] == ["整顿市场", "抓品牌"]
    assert answers[0]["deadlines"][0]["due"] == "2024-06-30"


def test_a_list_is_one_list(database: Path, gdq: Run) -> None:
    """Tasks of many notices are one array, each with its notice; CSV has it in front."""
    tasks = json.loads(gdq("tasks", "-f", "json", "--data", str(database)).stdout)
    text = gdq("tasks", "-f", "csv", "--data", str(database)).stdout
    rows = list(csv.DictReader(io.StringIO(text)))
    as_yaml = yaml.safe_load(gdq("tasks", "-f", "yaml", "--data", str(database)).stdout)

    shown = [(one["notice"]["document_number"], one["title"]) for one in tasks]
    assert shown == [
        ("粤办函〔2024〕553号", "整顿市场"),
        ("粤办函〔2016〕1号", "整顿市场"),
        ("粤办函〔2016〕1号", "抓品牌"),
        (None, "办好学校"),
        (None, "修路"),
    ]
    assert [(row["document_number"] or None, row["title"]) for row in rows] == shown
    assert as_yaml == tasks


def test_the_period_is_each_notice_s_own(database: Path, gdq: Run) -> None:
    """A body answers for itself after it came to be; before, those do that it came of."""
    result = gdq("agency", "市场监管局", "-f", "json", "--data", str(database))
    new, old = json.loads(result.stdout)

    assert (new["is_later"], old["is_later"]) == (False, True)
    assert {one["agency"] for one in new["lead"]} == {"广东省市场监督管理局"}
    assert {one["agency"] for one in old["lead"]} == {
        "广东省工商行政管理局",
        "广东省质量技术监督局",
    }
    assert "2018-10-19 才有，此前的通知以其前身作答" in result.stderr


def test_one_notice_is_asked(database: Path, gdq: Run) -> None:
    """A serial, a number, words of the title or dates say which notices are asked."""

    def titles(*narrowing: str) -> list[str | None]:
        arguments = ("task", "1", "-f", "json", "--data", str(database), *narrowing)
        found = json.loads(gdq(*arguments).stdout)
        return [one["notice"]["document_number"] for one in found]

    assert titles("--notice", "553") == ["粤办函〔2024〕553号"]
    assert titles("--notice", "粤办函〔2016〕1号") == ["粤办函〔2016〕1号"]
    assert titles("--notice", "粤办函[2016]1号") == ["粤办函〔2016〕1号"]
    assert titles("--notice", "粤办函（2016）1号") == ["粤办函〔2016〕1号"]
    assert titles("--notice", "长沙市") == [None]
    assert titles("--since", "2016-03-01") == ["粤办函〔2024〕553号", "粤办函〔2016〕1号"]
    assert titles("--since", "2016-04") == ["粤办函〔2024〕553号"]
    assert titles("--until", "2016") == ["粤办函〔2016〕1号"]
    assert titles("--notice", "5") == []


def test_a_place_is_asked(database: Path, gdq: Run) -> None:
    """`--in` asks the notices of a place; a notice of which no place is known is of none."""
    for place, expected in (("长沙", ["长沙市"]), ("广东省", ["广东省", "广东省"]), ("湖南省", [])):
        found = gdq("task", "1", "-f", "json", "--in", place, "--data", str(database)).stdout
        assert [one["notice"]["jurisdiction"] for one in json.loads(found)] == expected


def test_a_function_is_asked_in_each_place(database: Path, gdq: Run) -> None:
    """财政局 and 发改委 are each place's own; with 省 in front, those of provinces."""

    def bodies(name: str) -> list[str]:
        found = gdq("agency", name, "-f", "json", "--data", str(database)).stdout
        return [one["agency"]["name"] for one in json.loads(found)]

    assert bodies("财政局") == bodies("市财政局") == ["长沙市财政局"]
    assert bodies("发改委") == ["长沙市发展和改革委员会"]
    assert bodies("省发改委") == bodies("广东省发改委") == []


def test_what_has_no_date_is_said(database: Path, gdq: Run) -> None:
    """A notice without a date is in no period, and that is said."""
    result = gdq("notices", "--since", "2016", "--data", str(database))

    assert "长沙市" not in result.stdout
    assert result.stderr == "提示：另有 1 份通知没有日期，不在其内\n"


@pytest.mark.parametrize(
    ("arguments", "exit_code", "message"),
    [
        (("agency", "没有这个单位"), 1, "名录中没有“没有这个单位”"),
        (("agency", "检验检疫局"), 3, "“检验检疫局”可指 3 个单位"),
        (("agency", "省教育厅"), 1, "这些通知里没有它的任务"),
        (("task", "99"), 1, "这些通知里没有这样的任务"),
        (("task", "x"), 2, "“x”不是任务序号"),
        (("tasks", "没有这样的"), 1, "没有这样的任务"),
        (("tasks", "--since", "去年"), 2, "--since 的值“去年”不是日期"),
        (("deadlines", "--after", "2024-13"), 2, "--after 的值“2024-13”不是日期"),
        (("deadlines", "--before", "2015"), 1, "没有这样的报送要求"),
        (("partners", "教育厅"), 1, "这些通知里没有与它共事的单位"),
        (("notices", "--notice", "9999"), 1, "没有这样的通知"),
        (("matrix", "-f", "svg"), 2, "多份通知的答案不能画成 svg"),
    ],
)
def test_nothing_to_answer(
    arguments: tuple[str, ...], exit_code: int, message: str, database: Path, gdq: Run
) -> None:
    """What is not there is said, with the exit code that one notice has for it."""
    result = gdq(*arguments, "--data", str(database))

    assert result.exit_code == exit_code
    assert message in result.stderr


def test_a_slip_is_said(database: Path, gdq: Run) -> None:
    """What a name was taken for without certainty is said."""
    result = gdq("agency", "质监剧", "-f", "json", "--data", str(database))

    assert "理解为“广东省质量技术监督局”" in result.stderr
    assert json.loads(result.stdout)


def test_the_same_short_name_is_another_body_in_each_notice(
    gdq: Run, make_notice: MakeNotice, tmp_path: Path
) -> None:
    """A name that two bodies of one notice share is asked back there, and answered elsewhere."""
    words = {"organ": "甲南市人民政府", "number": "甲府〔2020〕1号", "title": "甲南市工作要点"}
    make_notice("a.txt", "修路\t市交通局\t县交通局", **words)
    make_notice("b.txt", "架桥\t市交通局\t市财政局", **(words | {"number": "甲府〔2021〕2号"}))
    path = tmp_path / "two.db"
    gdq("build", str(tmp_path / "sources"), "-o", str(path), "--jobs", "1")

    answers = json.loads(gdq("agency", "交通局", "-f", "json", "--data", str(path)).stdout)

    assert [one["notice"]["document_number"] for one in answers] == ["甲府〔2021〕2号"]
    both = json.loads(gdq("agency", "市交通局", "-f", "json", "--data", str(path)).stdout)
    assert len(both) == 2


def test_counts_are_summed(database: Path, gdq: Run) -> None:
    """What is counted is counted over all notices that are asked."""
    counts = json.loads(gdq("agencies", "-f", "json", "--data", str(database)).stdout)
    by_name = {one["name"]: one for one in counts}
    partners = json.loads(gdq("partners", "农业厅", "-f", "json", "--data", str(database)).stdout)

    assert by_name["广东省农业厅"]["support_count"] == 2
    assert by_name["长沙市财政局"]["responsible_count"] == 1
    assert [(one["agency"], one["together"]) for one in partners] == [
        ("广东省质量技术监督局", 2),
        ("广东省工商行政管理局", 1),
    ]


def test_a_single_notice_is_narrowed_too(gdq: Run) -> None:
    """The packaged notice answers if it is the one that is asked, and says so if not."""
    asked = gdq("task", "21", "-f", "json")

    assert gdq("task", "21", "-f", "json", "--notice", "553") == asked
    assert gdq("task", "21", "-f", "json", "--since", "2016") == asked
    result = gdq("task", "21", "--notice", "554")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "错误：没有这样的通知\n提示：这里只有 粤办函〔2016〕553号\n"


def test_names_are_completed(database: Path, gdq: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that only notices know is offered, and the serials of their numbers."""
    monkeypatch.setenv("_GDQ_COMPLETE", "complete_zsh")
    for words, expected in (("agency 市财", "市财政局"), ("tasks --notice 5", "553")):
        monkeypatch.setenv("_TYPER_COMPLETE_ARGS", f"gdq {words}")
        monkeypatch.setenv("GDQ_DATA", str(database))

        assert f'"{expected}"' in gdq().stdout


def test_what_a_format_leaves_out_is_said(database: Path, gdq: Run) -> None:
    """CSV has no place for duties, of many notices neither."""
    result = gdq("agency", "农业厅", "-f", "csv", "--data", str(database))

    assert "csv 只有任务，不含报送要求和单位沿革" in result.stderr


def test_the_list_of_notices(database: Path, gdq: Run) -> None:
    """It is there in every format, and of a single notice, too."""
    for format_ in ("table", "json", "yaml", "csv", "tsv", "md"):
        text = gdq("notices", "-f", format_, "--data", str(database)).stdout
        assert text.index("粤办函〔2024〕553号") < text.index("粤办函〔2016〕1号")
        assert "粤办函〔2016〕553号" in gdq("notices", "-f", format_).stdout


def test_a_library_asks_for_what_is_there(tmp_path: Path) -> None:
    """What is no collection is an error that says what to do."""
    with pytest.raises(GdqError, match="没有文件夹 notices"):
        load_collection(tmp_path)
    with pytest.raises(InputError, match="没有这个文件"):
        load_collection(tmp_path / "no.db")


@pytest.mark.parametrize("ending", ["txt", "csv.txt"])
def test_a_network_goes_into_no_other_file(ending: str, gdq: Run, tmp_path: Path) -> None:
    """The ending says the kind of file; another is refused, as is an unknown split."""
    result = gdq("network", "-o", str(tmp_path / f"a.{ending}"))

    assert result.exit_code == 2
    assert "的扩展名应是 .graphml、.csv 之一" in result.stderr
    result = gdq("network", "-o", str(tmp_path / "a.csv"), "--by", "月")
    assert "--by 的值不对：“月”，可用 year、jurisdiction" in result.stderr


@pytest.mark.parametrize(
    ("organ", "level", "department"),
    [("广东省人民政府办公厅", "省", "厅"), ("长沙市人民政府办公室", "市", "局")],
)
def test_whom_a_duty_calls_by_role(
    make_notice: MakeNotice, gdq: Run, tmp_path: Path, organ: str, level: str, department: str
) -> None:
    """Of one notice or many, 各责任单位 are those whom the notice makes responsible, if it does."""
    leads, answers = f"{level}农业{department}", f"{level}商务{department}"
    text = make_notice("a.txt", organ=organ).read_text(encoding="utf-8")
    text = text.replace("牵头单位\t", "牵头单位\t责任单位\t").replace(
        "请省农业厅于2016", "请各责任单位于2016"
    )
    first = text.index("1\t抓好")
    text = f"{text[:first]}1\t甲\t{leads}\t\t{level}财政{department}\n2\t乙\t\t{answers}\t\n"
    source = tmp_path / "b.txt"
    source.write_text(text, encoding="utf-8")
    gdq("add", str(source), "--data", str(tmp_path / "mine"))

    for data in (source, tmp_path / "mine"):
        bound = gdq("deadlines", "--agency", answers, "--data", str(data))
        free = gdq("deadlines", "--agency", leads, "--data", str(data))
        assert "各责任单位" in bound.stdout
        assert (free.exit_code, free.stdout) == (1, "")


@pytest.mark.parametrize("kind", ["folder", "database"])
@pytest.mark.parametrize("name", ["文化和旅游部", "文化部", "国家旅游局", "财政部"])
def test_national_bodies_over_time(name: str, kind: str, gdq: Run, tmp_path: Path) -> None:
    """A body that the registry does not have answers for those it came of, as of one notice."""
    head = "国务院办公厅\n\n国办发〔{0}〕1号\n\n国务院办公厅关于做好{1}工作的通知\n\n各部门：\n\n"
    end = "现将分工印发给你们。\n\n国务院办公厅\n{0}年3月1日\n\n序号\t任务\t牵头单位\t参与单位\n"
    files = []
    for year, work, lead, support in (
        (2016, "文化", "文化部", "国家旅游局、财政部"),
        (2020, "旅游", "文化和旅游部", "财政部"),
    ):
        files.append(tmp_path / f"{year}.txt")
        text = (head + end).format(year, work) + f"1\t抓{work}\t{lead}\t{support}\n"
        files[-1].write_text(text, encoding="utf-8")
    many = tmp_path / ("mine" if kind == "folder" else "a.db")
    add = ("add", "--data") if kind == "folder" else ("build", "-o")
    gdq(*add, str(many), *map(str, files))

    expected = []
    for file in reversed(files):
        answer = json.loads(gdq("agency", name, "-f", "json", "--data", str(file)).stdout or "{}")
        if any(answer.get(role) for role in ROLES):
            expected.append(answer)

    found = json.loads(gdq("agency", name, "-f", "json", "--data", str(many)).stdout)
    assert [{key: one[key] for key in expected[0]} for one in found] == expected
    tasks = gdq("tasks", "--agency", name, "-f", "json", "--data", str(many)).stdout
    assert (
        len(json.loads(tasks))
        == len(expected)
        == (2 if "部" in name[2:] and name != "文化部" else 1)
    )
    partners = [one.agency for one in load_collection(many).partners(name)[1]]
    assert ("中华人民共和国财政部" in partners) == (name != "财政部")


def test_a_collective_of_another_government(
    make_notice: MakeNotice, gdq: Run, tmp_path: Path
) -> None:
    """Whom Guangdong's registry says that 各责任单位 are says nothing of a notice of Changsha."""
    source = make_notice("a.txt", "甲\t市农业局\t市财政局", organ="长沙市人民政府办公室")
    text = source.read_text(encoding="utf-8").replace("请省农业厅于2016", "请各责任单位于2016")
    source.write_text(text, encoding="utf-8")
    gdq("add", str(source), "--data", str(tmp_path / "mine"))

    for data in (source, tmp_path / "mine"):
        leads = gdq("deadlines", "--agency", "市农业局", "--data", str(data))
        supports = gdq("deadlines", "--agency", "市财政局", "--data", str(data))
        assert "各责任单位" in leads.stdout
        assert (supports.exit_code, supports.stdout) == (1, "")


@pytest.mark.parametrize(
    "called", ["各单位", "各部门", "各有关单位", "省直各单位", "各相关部门和单位"]
)
def test_whom_a_duty_calls_all_together(
    called: str, make_notice: MakeNotice, gdq: Run, tmp_path: Path
) -> None:
    """All who have a part in the notice are bound, and nobody else, nor who receives it."""
    source = make_notice("a.txt", "甲\t省农业厅\t省财政厅")
    text = source.read_text(encoding="utf-8").replace("请省农业厅于2016", f"请{called}于2016")
    source.write_text(text, encoding="utf-8")
    gdq("add", str(source), "--data", str(tmp_path / "mine"))

    for data in (source, tmp_path / "mine"):
        for name in ("省农业厅", "省财政厅"):
            assert called in gdq("deadlines", "--agency", name, "--data", str(data)).stdout
        for name in ("省质监局", "省水利厅"):
            assert gdq("deadlines", "--agency", name, "--data", str(data)).stdout == ""


def test_bodies_of_committees_are_asked_without_their_place(
    make_notice: MakeNotice, gdq: Run, tmp_path: Path
) -> None:
    """宣传部 is that of each committee, and so is what only a city has, as its notice prints it."""
    folder = make_notice("a.txt", "宣传\t省委宣传部\t省财政厅").parent
    city = {"organ": "长沙市人民政府办公室", "number": "长政办发〔2024〕5号", "title": "方案"}
    make_notice("b.txt", "治网\t市委网信办\t市委宣传部", year=2024, **city)
    path = tmp_path / "a.db"
    gdq("build", str(folder), "-o", str(path), "--jobs", "1")

    def bodies(name: str) -> list[str]:
        answer = gdq("agency", name, "-f", "json", "--data", str(path)).stdout
        return [one["agency"]["name"] for one in json.loads(answer)]

    assert bodies("宣传部") == ["中共长沙市委宣传部", "中共广东省委宣传部"]
    assert bodies("省委宣传部") == ["中共广东省委宣传部"]
    assert bodies("市委宣传部") == ["中共长沙市委宣传部"]
    assert bodies("网信办") == ["中共长沙市委网络安全和信息化委员会办公室"]


def test_a_body_of_a_place_of_no_notice(database: Path, gdq: Run) -> None:
    """None of another place is offered in its stead; and no text narrows nothing."""
    asked = ("--data", str(database))

    result = gdq("agency", "江苏省财政厅", *asked)
    assert (result.exit_code, result.stderr) == (1, "错误：这些通知没有提到“江苏省财政厅”\n")
    assert gdq("agency", "财政厅", "--in", "江苏", *asked).stderr == "没有这样的通知\n"
    assert gdq("tasks", "--notice", " ", *asked).exit_code == 2
