"""The folder of several notices: what `gdq add` puts there, and what is answered from it."""

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, Result, Run, posix_only
from many import MakeNotice

from gdquality.collection import adding
from gdquality.errors import InputError, Problem


def notices(gdq: Run, folder: Path) -> list[dict[str, Any]]:
    """Return what `gdq notices` says of `folder`."""
    result = gdq("notices", "-f", "json", "--data", str(folder))
    assert result.stderr == ""
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return found


def add(gdq: Run, folder: Path, *files: Path) -> Result:
    """Add `files` to `folder`."""
    return gdq("add", *map(str, files), "--data", str(folder))


def test_a_file_each(mine: Path) -> None:
    """Each notice is a file as `gdq parse` writes it, named by its number or title."""
    assert sorted(path.name for path in mine.glob("notices/*")) == [
        "粤办函〔2016〕1号.yaml",
        "粤办函〔2024〕553号.yaml",
        "长沙市人民政府办公室关于印发任务清单的通知.yaml",
    ]


def test_the_same_notice_is_one(gdq: Run, make_notice: MakeNotice, tmp_path: Path) -> None:
    """A notice that is sent again, in another format or under another name, is there already."""
    folder = tmp_path / "mine"
    text = make_notice("a.txt")
    page = text.with_name("b.html")
    lines = text.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if "\t" in line]
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    prose = "".join(f"<p>{line}</p>" for line in lines if line and "\t" not in line)
    page.write_text(f"<html><body>{prose}<table>{table}</table></body></html>", encoding="utf-8")
    again = text.with_name("c.txt")
    again.write_bytes(text.read_bytes())
    add(gdq, folder, text)

    result = add(gdq, folder, page, again)

    assert result.exit_code == 0
    there = "已有同一份通知（粤办函〔2016〕1号.yaml）"
    assert f"b.html: {there}，记为它的另一个文件" in result.stderr
    assert f"c.txt: {there}，没有再加" in result.stderr
    assert add(gdq, folder, page).stderr.endswith(
        "b.html: 已有同一份通知（copies/粤办函〔2016〕1号.yaml），没有再加\n"
    )
    database = tmp_path / "a.db"
    gdq("build", str(text), str(page), "-o", str(database), "--jobs", "1")
    for place, stands, copy in ((folder, "a.txt", "b.html"), (database, "b.html", "a.txt")):
        [only] = notices(gdq, place)
        assert only["file"] == stands
        assert [(one["relation"], one["file"]) for one in only["copies"]] == [("copy", copy)]
    assert f"（另有同一份 {page.name}）" in gdq("notices", "--data", str(folder)).stdout


def test_a_copy_answers_when_the_first_is_gone(
    gdq: Run, make_notice: MakeNotice, tmp_path: Path
) -> None:
    """A file of the folder may be deleted: the notice is there as long as any document of it."""
    folder = tmp_path / "mine"
    text = make_notice("a.txt")
    copy = text.with_name("b.txt")
    copy.write_text(text.read_text(encoding="utf-8") + "\n附注\n", encoding="utf-8")
    add(gdq, folder, text, copy)
    assert [one["file"] for one in notices(gdq, folder)] == ["a.txt"]

    next(folder.glob("notices/*.yaml")).unlink()

    assert [one["file"] for one in notices(gdq, folder)] == ["b.txt"]


def test_a_corrected_issue_replaces_the_former(
    gdq: Run, make_notice: MakeNotice, tmp_path: Path
) -> None:
    """It stands, the former is put aside and in no answer, and `gdq notices` says so."""
    folder = tmp_path / "mine"
    add(gdq, folder, make_notice("a.txt", "抓品牌\t省质监局\t省农业厅"))
    corrected = make_notice(
        "b.txt", "抓品牌\t省工商局\t省农业厅", title="关于做好一项工作的通知（更正）"
    )

    result = add(gdq, folder, corrected)

    assert "粤办函〔2016〕1号.yaml：1 项任务，1 项报送要求，取代 a.txt" in result.stderr
    assert [path.name for path in folder.glob("notices/former/*")] == ["粤办函〔2016〕1号.yaml"]
    [only] = notices(gdq, folder)
    assert only["file"] == "b.txt"
    [copy] = only["copies"]
    assert (copy["relation"], copy["file"]) == ("former", "a.txt")
    assert "取代 a.txt" in gdq("notices", "--data", str(folder)).stdout
    assert (
        gdq("agency", "质监局", "-f", "json", "--data", str(folder)).stdout.count('"lead": [\n')
        == 0
    )
    # What stands does not hang on when the files were touched, as a checkout does.
    former = next(folder.glob("notices/former/*"))
    os.utime(former, (2**31, 2**31))
    assert notices(gdq, folder) == [only]


@pytest.mark.parametrize("words", [{"title": "关于一事的通知（更正）"}, {"day": "2016年5月1日"}])
def test_the_former_issue_may_come_later(
    words: dict[str, str], gdq: Run, make_notice: MakeNotice, tmp_path: Path
) -> None:
    """What is dated later or says that it is corrected stands, in whatever order they are added."""
    folder, database = tmp_path / "mine", tmp_path / "a.db"
    corrected = make_notice(
        "b.txt", "新\t省工商局\t省农业厅", **{"title": "关于一事的通知"} | words
    )
    former = make_notice("a.txt", "旧\t省质监局\t省农业厅", title="关于一事的通知")
    os.utime(corrected, (1, 1))
    add(gdq, folder, corrected)

    assert "是 b.txt 的旧稿，不用来作答" in add(gdq, folder, former).stderr
    assert "已有同一份通知（former/粤办函〔2016〕1号.yaml）" in add(gdq, folder, former).stderr
    gdq("build", str(former.parent), "-o", str(database), "--jobs", "1")

    for place in (folder, database):
        [only] = notices(gdq, place)
        assert only["file"] == "b.txt"
        assert [(one["relation"], one["file"]) for one in only["copies"]] == [("former", "a.txt")]


def test_the_former_issue_that_is_sent_again(
    gdq: Run, make_notice: MakeNotice, tmp_path: Path
) -> None:
    """What was replaced does not come back when the same files are added again."""
    folder = tmp_path / "mine"
    files = [make_notice(name, f"{name}\t省质监局\t省农业厅") for name in ("a.txt", "b.txt")]
    add(gdq, folder, *files)

    assert add(gdq, folder, *files).stderr.count("已有同一份通知") == 2
    assert [one["file"] for one in notices(gdq, folder)] == ["b.txt"]


def test_all_that_a_notice_replaces(
    gdq: Run, make_notice: MakeNotice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is said in one bracket, on a line of its own, and no file's name is cut."""
    monkeypatch.setenv("COLUMNS", "80")
    folder = tmp_path / "mine"
    names = ("gd2024.docx.txt", "gd2024.txt", "b.txt")
    add(gdq, folder, *(make_notice(name, f"{name}\t省质监局\t省农业厅") for name in names))

    lines = gdq("notices", "--data", str(folder)).stdout.splitlines()

    assert [line.strip() for line in lines][-2:] == ["（取代 gd2024.docx.txt、", "gd2024.txt）"]
    csv = gdq("notices", "--data", str(folder), "-f", "csv").stdout
    assert "取代 gd2024.docx.txt、gd2024.txt," in csv


def test_what_a_copy_replaces(gdq: Run, make_notice: MakeNotice, tmp_path: Path) -> None:
    """A copy of one notice that is a corrected issue of another puts that aside, and says so."""
    folder, day, new = tmp_path / "mine", "2016年5月1日", "新\t省质监局\t省农业厅"
    first = make_notice("a.txt", "旧\t省质监局\t省农业厅")
    other = make_notice("c.txt", new, title="关于做好另一项工作的通知", day=day)
    add(gdq, folder, first, other)
    assert len(notices(gdq, folder)) == 2

    result = add(gdq, folder, make_notice("d.txt", new, day=day))

    there = "已有同一份通知（粤办函〔2016〕1号-2.yaml），记为它的另一个文件"
    assert f"{there}，a.txt 不再用来作答\n" in result.stderr
    assert len(list(folder.glob("notices/*.yaml"))) == 1
    assert len(list(folder.glob("notices/former/*.yaml"))) == 1
    [only] = notices(gdq, folder)
    copies = {one["file"]: one["relation"] for one in only["copies"]}
    assert (only["file"], copies) == ("c.txt", {"a.txt": "former", "d.txt": "copy"})


@pytest.fixture
def two_cities(make_notice: MakeNotice) -> list[Path]:
    """Return notices of two cities with one title and date, which do not say whose they are."""
    rows = "序号\t任务\t牵头单位\n1\t{}\t市财政局"
    text = f"关于做好安全生产工作的通知\n\n各有关单位：\n\n{rows}\n\n2024年3月1日\n"
    files = [make_notice(name) for name in ("a.txt", "b.txt")]
    for file in files:
        file.write_text(text.format(f"隐患排查{file.stem}"), encoding="utf-8")
    return files


def test_notices_of_two_cities(gdq: Run, two_cities: list[Path], tmp_path: Path) -> None:
    """The answers of neither are lost to the other, whether it is known whose they are or not."""
    told, untold, database = tmp_path / "told", tmp_path / "untold", tmp_path / "a.db"
    for file, place in zip(two_cities, ("长沙", "株洲"), strict=True):
        assert "取代" not in gdq("add", str(file), "--data", str(told), "--in", place).stderr

    assert (
        "与 a.txt 题目和字号（日期）相同，看不出是不是同一份"
        in add(gdq, untold, *two_cities).stderr
    )
    gdq("build", *map(str, two_cities), "-o", str(database), "--jobs", "1")

    for folder in (told, untold, database):
        assert [one["copies"] for one in notices(gdq, folder)] == [[], []]


def test_two_notices_that_turn_out_to_be_one(
    gdq: Run, two_cities: list[Path], tmp_path: Path
) -> None:
    """When they are read anew as those of one city, the one that came later replaces the other."""
    folder = tmp_path / "mine"
    add(gdq, folder, *two_cities)

    said = [
        gdq("add", str(file), "--data", str(folder), "--in", "长沙").stderr for file in two_cities
    ]

    assert "已重读" in said[0]
    assert "取代 a.txt" in said[1]
    assert [one["file"] for one in notices(gdq, folder)] == ["b.txt"]
    # What is said to be of another place after all answers again.
    again = gdq("add", str(two_cities[0]), "--data", str(folder), "--in", "株洲").stderr
    assert "已重读" in again
    assert "former" not in again
    assert len(notices(gdq, folder)) == len(list(folder.glob("notices/*.yaml"))) == 2


def test_a_copy_of_what_is_read_anew(gdq: Run, two_cities: list[Path], tmp_path: Path) -> None:
    """A copy that is of no known place still answers, when the other is read anew; that is said."""
    folder = tmp_path / "mine"
    first, copy = two_cities
    copy.write_text(first.read_text(encoding="utf-8") + "\n附注\n", encoding="utf-8")
    assert "记为它的另一个文件" in add(gdq, folder, first, copy).stderr

    anew = [
        gdq("add", str(file), "--data", str(folder), "--in", "长沙").stderr
        for file in (first, copy)
    ]

    assert "与 b.txt 题目和字号（日期）相同" in anew[0]
    assert "是 a.txt 的另一个文件，不用来作答" in anew[1]
    [only] = notices(gdq, folder)
    assert [one["file"] for one in only["copies"]] == ["b.txt"]


def test_a_corrected_date_is_no_copy(gdq: Run, make_notice: MakeNotice, tmp_path: Path) -> None:
    """What is due on another day, or whenever, is another issue: it is added, and stands."""
    folder = tmp_path / "mine"
    head = "序号\t重点工作任务\t牵头单位\t完成时限\n"
    files = [
        make_notice(f"{due}.txt", rows=f"\n{head}1\t抓品牌\t省质监局\t{due}")
        for due in ("2016年6月底", "2016年9月底", "长期坚持")
    ]

    result = add(gdq, folder, *files)

    assert result.stderr.count("取代") == 2
    assert "长期坚持" in gdq("task", "1", "--data", str(folder)).stdout
    assert len(notices(gdq, folder)[0]["copies"]) == 2


def test_a_correction_that_cannot_be_written(
    gdq: Run, make_notice: MakeNotice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The former issue goes on answering when there is no room for the one that replaces it."""
    folder = tmp_path / "mine"
    add(gdq, folder, make_notice("a.txt", "旧\t省质监局\t省农业厅"))
    corrected = make_notice("b.txt", "新\t省质监局\t省农业厅")

    def refuse(path: Path, _: bytes) -> None:
        raise InputError(str(path), Problem("无法写入：磁盘已满"))

    with monkeypatch.context() as patch:
        patch.setattr(adding, "write_new_bytes", refuse)
        assert add(gdq, folder, corrected).exit_code == 2
    assert [one["file"] for one in notices(gdq, folder)] == ["a.txt"]


def test_what_was_parsed_before(gdq: Run, make_notice: MakeNotice, tmp_path: Path) -> None:
    """A file as `gdq parse` writes it is added as the notice that it holds."""
    parsed = tmp_path / "p.yaml"
    gdq("parse", str(make_notice("a.txt")), "-o", str(parsed))

    assert "1 项任务，1 项报送要求" in add(gdq, tmp_path / "mine", parsed).stderr
    assert notices(gdq, tmp_path / "mine")[0]["file"] == "a.txt"


def test_what_divides_no_work_is_told(gdq: Run, tmp_path: Path) -> None:
    """A file without a task may be a notice all the same; that none was found is said."""
    shopping = tmp_path / "买菜.txt"
    shopping.write_text("白菜\n萝卜\n", encoding="utf-8")

    assert f"提示：{shopping}: 没有读到任务分工" in add(gdq, tmp_path / "mine", shopping).stderr


@posix_only
def test_a_link_to_nothing(gdq: Run, make_notice: MakeNotice, tmp_path: Path) -> None:
    """It is told by its name, as any file that cannot be read."""
    folder = tmp_path / "mine"
    add(gdq, folder, make_notice("a.txt"))
    link = folder / "notices" / "b.yaml"
    link.symlink_to("nothing.yaml")

    result = gdq("notices", "--data", str(folder))

    assert (result.exit_code, f"错误：{link}: 没有这个文件" in result.stderr) == (2, True)


def test_one_number_and_two_titles_are_two(
    gdq: Run, make_notice: MakeNotice, tmp_path: Path
) -> None:
    """A notice and its attachment may share a number: no duty is lost to the other."""
    folder = tmp_path / "mine"
    first = make_notice("a.txt", "抓品牌\t省质监局\t省农业厅")
    second = make_notice("b.txt", "抓标准\t省质监局\t省农业厅", title="关于印发任务清单的通知")
    add(gdq, folder, first, second)

    assert len(notices(gdq, folder)) == 2


def test_a_file_that_is_changed_by_hand_counts(
    gdq: Run, make_notice: MakeNotice, tmp_path: Path
) -> None:
    """Each question sees the files as they are: changed, gone, come, or with no cache."""
    folder = tmp_path / "mine"
    add(gdq, folder, make_notice("a.txt"), make_notice("b.txt", serial=2))
    file = folder / "notices" / "粤办函〔2016〕2号.yaml"
    assert len(notices(gdq, folder)) == 2

    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("抓好农产品品牌", "抓好果品品牌"), encoding="utf-8")
    assert "抓好果品品牌" in gdq("tasks", "--notice", "2", "--data", str(folder)).stdout
    before = notices(gdq, folder)
    assert (folder / ".gdq" / ".gitignore").read_text(encoding="utf-8") == "*\n"
    (folder / ".gdq" / "notices.db").unlink()
    assert notices(gdq, folder) == before
    (folder / ".gdq" / "notices.db").write_bytes(b"no database")
    assert notices(gdq, folder) == before
    file.unlink()
    assert [one["file"] for one in notices(gdq, folder)] == ["a.txt"]


def test_the_single_notice_beside_them_counts(
    gdq: Run, make_notice: MakeNotice, tmp_path: Path
) -> None:
    """A data set with a tasks.yaml goes on as it was, and is one of many when others come."""
    folder = tmp_path / "mine"
    folder.mkdir()
    for name in ("agencies.yaml", "tasks.yaml"):
        (folder / name).write_bytes((ROOT / "data" / name).read_bytes())
    one = gdq("task", "21", "-f", "json", "--data", str(folder))
    assert one == gdq("task", "21", "-f", "json")

    add(gdq, folder, make_notice("a.txt", year=2017))

    numbers = [one["document_number"] for one in notices(gdq, folder)]
    assert numbers == ["粤办函〔2017〕1号", "粤办函〔2016〕553号"]
    again = add(gdq, folder, ROOT / "data" / "notice.txt")
    assert "已有同一份通知（tasks.yaml）" in again.stderr


def test_a_broken_file_is_told_and_nothing_answered(
    gdq: Run, make_notice: MakeNotice, tmp_path: Path
) -> None:
    """No answer comes from half of the notices: what is wrong is said, file by file."""
    folder = tmp_path / "mine"
    add(gdq, folder, make_notice("a.txt"))
    bad = folder / "notices" / "b.yaml"
    bad.write_text("tasks: [", encoding="utf-8")

    result = gdq("tasks", "--data", str(folder))

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"错误：{bad}: 2:1: YAML 语法错误")


def test_names_are_held_to_the_registry(gdq: Run, make_notice: MakeNotice, tmp_path: Path) -> None:
    """A body that is neither registered nor derived is a problem, as in a tasks.yaml."""
    folder = tmp_path / "mine"
    add(gdq, folder, make_notice("a.txt"))
    [file] = folder.glob("notices/*.yaml")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("agency: 广东省农业厅", "agency: 广东省农业听"), encoding="utf-8")

    result = gdq("tasks", "--data", str(folder))

    assert result.exit_code == 2
    assert "GDQ301" in result.stderr


@posix_only
def test_a_folder_that_nobody_may_write(
    gdq: Run, mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a cache on disk the answer is the same."""
    asked = ("agency", "质监局", "-f", "json", "--data", str(mine))
    before = gdq(*asked)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "mkdir", refuse)
    assert gdq(*asked) == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("x.txt",), "没有写加到哪个文件夹"),
        (("data/notice.txt", "--data", "README.md"), "README.md: 不是文件夹，不能加入通知"),
        (("没有.txt", "--data", "{folder}"), "没有.txt: 没有这个文件"),
        (("{picture}", "--data", "{folder}"), "这是图片，不能直接读取"),
    ],
)
def test_nothing_to_add(arguments: tuple[str, ...], message: str, gdq: Run, tmp_path: Path) -> None:
    """What cannot be added is said, and nothing is made of it."""
    picture = tmp_path / "a.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    words = {"folder": tmp_path / "mine", "picture": picture}

    result = gdq("add", *(one.format(**words) for one in arguments))

    assert result.exit_code == 2
    assert message in result.stderr
    assert not (tmp_path / "mine").exists()


def test_the_others_are_added(gdq: Run, make_notice: MakeNotice, tmp_path: Path) -> None:
    """One that cannot be read keeps none of the others out."""
    result = add(gdq, tmp_path / "mine", Path("没有.txt"), make_notice("a.txt"))

    assert result.exit_code == 2
    assert len(notices(gdq, tmp_path / "mine")) == 1


def test_remarks_are_said(gdq: Run, tmp_path: Path) -> None:
    """What was not read for certain is a warning, and with --strict the exit code."""
    source = str(ROOT / "data" / "notice.txt")
    arguments = ("add", source, "--strict", "--data", str(tmp_path / "mine"))
    result = gdq(*arguments)

    assert result.exit_code == 1
    assert "“省环境保护”当为误印" in result.stderr


def test_names_are_resolved_without_a_registry(mine: Path, gdq: Run) -> None:
    """`gdq resolve` and `gdq split` ask the registry of many notices as that of one."""
    resolved = gdq("resolve", "质监局", "-f", "json", "--data", str(mine))

    assert json.loads(resolved.stdout)[0]["agency"] == "广东省质量技术监督局"
    assert gdq("split", "省农业厅牵头", "-f", "json", "--data", str(mine)).exit_code == 0


@pytest.mark.parametrize("arguments", [("--data", "{mine}"), ("{mine}",)])
def test_its_files_are_validated(arguments: tuple[str, ...], mine: Path, gdq: Run) -> None:
    """`gdq validate` checks each notice, by the registry of the folder or the packaged one."""
    result = gdq("validate", *(one.format(mine=mine) for one in arguments))

    assert "检查了 3 个文件" in result.stderr
    # 长沙市's bodies are derived, and 省农业厅 of 2024 was no more. Their sources are elsewhere.
    assert set(re.findall("GDQ...", result.stdout)) == {"GDQ305", "GDQ406"}
