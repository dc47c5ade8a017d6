"""`gdq build`: each file once, none lost, none twice, whatever happens on the way."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from conftest import ROOT, Result, Run, posix_only
from many import MakeNotice

from gdquality.collection.file_state import FileState
from gdquality.collection.reading import Outcome, Reader
from gdquality.collection.schema import OF_A_NOTICE, created
from gdquality.collection.workers import Workers
from gdquality.collection.writing import Writer
from gdquality.dataset import load


def build(gdq: Run, path: Path, *sources: Path, options: tuple[str, ...] = ()) -> Result:
    """Build the database at `path` in one process."""
    return gdq("build", *map(str, sources), "-o", str(path), "--jobs", "1", *options)


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of what a database holds, however they came there."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        tables = ("documents", *OF_A_NOTICE, "problems")
        return {
            table: sorted(connection.execute(f"SELECT * FROM {table}"), key=str)  # noqa: S608
            for table in tables
        }


def column(path: Path, statement: str) -> list[object]:
    """Return the first column of what `statement` finds."""
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute(statement)]


def test_what_has_not_changed_is_not_read_again(
    gdq: Run, make_notice: MakeNotice, tmp_path: Path
) -> None:
    """A file is known by its looks, else by its content, wherever it has moved."""
    path = tmp_path / "a.db"
    first, second = make_notice("a.txt"), make_notice("b.txt", serial=2)
    assert "新读 2 个文件，0 个没有变" in build(gdq, path, first.parent).stderr
    before = content(path)

    assert "新读 0 个文件，2 个没有变" in build(gdq, path, first.parent).stderr
    os.utime(first, (1, 1))
    second.rename(second.with_name("c.txt"))
    assert "新读 0 个文件，2 个没有变" in build(gdq, path, first.parent).stderr
    assert content(path) == before


def test_what_changes_goes_and_comes(gdq: Run, make_notice: MakeNotice, tmp_path: Path) -> None:
    """After a run the database holds what its sources hold, and of others what it had."""
    path = tmp_path / "a.db"
    first, second = make_notice("a.txt"), make_notice("b.txt", serial=2)
    other = tmp_path / "other.txt"
    other.write_bytes(make_notice("c.txt", serial=3).read_bytes())
    build(gdq, path, first.parent, other)
    (first.parent / "c.txt").unlink()
    make_notice("a.txt", "换了任务\t省质监局\t省农业厅")
    second.unlink()

    assert "新读 1 个文件，0 个没有变" in build(gdq, path, first.parent).stderr

    assert column(path, "SELECT title FROM tasks ORDER BY title") == ["抓好农产品品牌", "换了任务"]
    fresh = tmp_path / "fresh.db"
    build(gdq, fresh, first.parent, other)
    assert content(fresh) == content(path)


def test_one_notice_of_several_files(gdq: Run, make_notice: MakeNotice, tmp_path: Path) -> None:
    """The one that is dated later stands; when its file goes, the former one stands again."""
    path = tmp_path / "a.db"
    make_notice("a.txt", "旧任务\t省质监局\t省农业厅")
    later = make_notice("b.txt", "新任务\t省质监局\t省农业厅", day="2016年5月1日")
    same = later.with_name("c.txt")
    same.write_text(later.read_text(encoding="utf-8") + "\n\n", encoding="utf-8")

    build(gdq, path, later.parent)

    assert column(path, "SELECT title FROM tasks") == ["新任务"]
    assert sorted(column(path, "SELECT relation FROM copies")) == ["copy", "former"]  # type: ignore[type-var]
    later.unlink()
    same.unlink()
    build(gdq, path, later.parent)
    assert column(path, "SELECT title FROM tasks") == ["旧任务"]
    assert column(path, "SELECT relation FROM copies") == []
    assert column(path, "SELECT agency FROM facts WHERE role = 'lead'") == ["广东省质量技术监督局"]


def test_a_broken_file_costs_its_row(gdq: Run, make_notice: MakeNotice, tmp_path: Path) -> None:
    """What cannot be read stands in problems, and goes when the file is mended."""
    path = tmp_path / "a.db"
    folder = make_notice("a.txt").parent
    (folder / "empty.txt").touch()
    (folder / "picture.docx").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / ".hidden").write_bytes(b"\xff")

    result = build(gdq, path, folder)

    assert result.exit_code == 0
    assert f"警告：{folder / 'empty.txt'}: 文件是空的" in result.stderr
    assert "1 份通知，1 项任务；新读 1 个文件，0 个没有变，2 个读不出" in result.stderr
    assert build(gdq, path, folder, options=("--strict",)).exit_code == 1
    make_notice("empty.txt", serial=2)
    build(gdq, path, folder)
    assert column(path, "SELECT path FROM problems") == [str(folder / "picture.docx")]


def test_a_file_that_takes_too_long(gdq: Run, make_notice: MakeNotice, tmp_path: Path) -> None:
    """It is given up after the time limit, the others are read, and it is not tried again."""
    path = tmp_path / "a.db"
    rows = [f"任务{number}\t省质监局\t省农业厅、省财政厅" for number in range(99_000)]
    slow = make_notice("a.txt", *rows)
    make_notice("b.txt", serial=2)

    result = build(gdq, path, slow.parent, options=("--timeout", "3"))

    assert f"{slow}: 读不完：超过 3 秒" in result.stderr
    assert column(path, "SELECT document_number FROM notices") == ["粤办函〔2016〕2号"]
    again = build(gdq, path, slow.parent, options=("--timeout", "3"))
    assert "新读 0 个文件，2 个没有变，1 个读不出" in again.stderr


def test_a_process_that_dies_is_replaced(make_notice: MakeNotice) -> None:
    """The file that it was at is said to be at fault; those after it are read."""
    files = [str(make_notice(f"{number}.txt", serial=number)) for number in range(100)]
    with Workers[str](Reader(load().registry), 1, 60) as workers:
        found = workers.read((file, file) for file in files)
        outcomes = [next(found)]
        workers._workers[0].process.kill()
        outcomes += found

    assert [file for file, _ in outcomes] == files
    problems = [one.problem for _, one in outcomes if not one.parsed]
    assert len(problems) <= 1
    assert set(problems) <= {"读这个文件的进程意外终止了"}


def test_workers_keep_the_order_and_end(make_notice: MakeNotice) -> None:
    """What comes of files comes in their order, whichever process is quicker."""
    rows = [f"任务{number}\t省质监局\t省农业厅" for number in range(500)]
    files = [make_notice("0.txt", *rows)]
    files += [make_notice(f"{number}.txt", serial=number) for number in range(1, 6)]
    with Workers[int](Reader(load().registry), 2, 60) as workers:
        found = list(workers.read(enumerate(map(str, files))))
        processes = [one.process for one in workers._workers]

    assert [number for number, _ in found] == list(range(6))
    assert all(isinstance(one, Outcome) and one.parsed for _, one in found)
    assert not any(process.is_alive() for process in processes)


@posix_only
def test_killed_at_any_moment(gdq: Run, make_notice: MakeNotice, tmp_path: Path) -> None:
    """The database opens, and the next run ends with what an undisturbed one ends with."""
    files = [make_notice(f"{number}.txt", serial=number) for number in range(1, 150)]
    folder = files[0].parent
    whole, killed = tmp_path / "whole.db", tmp_path / "killed.db"
    build(gdq, whole, folder)
    command = [sys.executable, "-m", "gdquality", "build", str(folder), "-o", str(killed)]
    chance = random.Random(1)
    for _ in range(3):
        process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.5, 3))
        process.send_signal(signal.SIGKILL)
        process.wait()

    build(gdq, killed, folder)

    assert content(killed) == content(whole)


@posix_only
def test_a_full_disk(gdq: Run, make_notice: MakeNotice, tmp_path: Path) -> None:
    """It is said, nothing is broken, and the next run with room ends as any other."""
    files = [make_notice(f"{number}.txt", serial=number) for number in range(1, 60)]
    folder = files[0].parent
    path, whole = tmp_path / "a.db", tmp_path / "whole.db"
    script = (
        "import resource, sys; from gdquality.cli import run;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000));"
        "sys.exit(run(sys.argv[1:]))"
    )
    arguments = ["build", str(folder), "-o", str(path), "--jobs", "1"]
    result = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, check=False, text=True
    )

    assert result.returncode == 2
    assert result.stderr.startswith(f"错误：{path}: 磁盘")
    build(gdq, whole, folder)
    build(gdq, path, folder)
    assert content(path) == content(whole)


def test_another_program_s_database(gdq: Run, make_notice: MakeNotice, tmp_path: Path) -> None:
    """Nothing is written into what is not ours, and no answer comes from it."""
    source = make_notice("a.txt")
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE notices (a)")
    text = tmp_path / "text.db"
    text.write_text("no database at all\n" * 100, encoding="utf-8")
    later = tmp_path / "later.db"
    with closing(created(later)) as connection:
        connection.execute("PRAGMA user_version = 99")

    for one, message in (
        (path, "不是 gdq build 写的数据库"),
        (text, "不是 SQLite 数据库"),
        (later, "是另一版本的 gdq 写的数据库"),
        (tmp_path, f"{tmp_path} 是文件夹"),
        (tmp_path / "no" / "a.db", "打不开"),
    ):
        result = build(gdq, one, source)
        assert (result.exit_code, message in result.stderr) == (2, True), result
    assert gdq("tasks", "--data", str(path)).exit_code == 2
    assert build(gdq, tmp_path / "b.db", Path("没有")).exit_code == 2


def test_by_the_registry_of_a_data_set(gdq: Run, make_notice: MakeNotice, tmp_path: Path) -> None:
    """The registry goes with the database, and its change is a reason to read again."""
    folder, path = tmp_path / "mine", tmp_path / "a.db"
    folder.mkdir()
    registry = (ROOT / "data" / "agencies.yaml").read_text(encoding="utf-8")
    own = registry.replace("省农业厅", "省农业厅局")
    (folder / "agencies.yaml").write_text(own, encoding="utf-8")
    source = make_notice("a.txt", "抓品牌\t省农业厅局\t省质监局")

    build(gdq, path, source)
    assert column(path, "SELECT derived FROM facts WHERE role = 'lead'") == [1]
    result = build(gdq, path, source, options=("--data", str(folder)))

    assert "新读 1 个文件" in result.stderr
    assert column(path, "SELECT derived FROM facts WHERE role = 'lead'") == [0]
    assert gdq("agency", "农业厅局", "--data", str(path)).exit_code == 0


def test_the_registry_stays_with_the_database(
    gdq: Run, make_notice: MakeNotice, tmp_path: Path
) -> None:
    """It is that of the folder, of the file it is exported to, and of a build that goes on."""
    folder, path = tmp_path / "mine", tmp_path / "a.db"
    folder.mkdir()
    registry = (ROOT / "data" / "agencies.yaml").read_text(encoding="utf-8")
    own = registry.replace("省农业厅", "省农业厅局")
    (folder / "agencies.yaml").write_text(own, encoding="utf-8")
    gdq("add", str(make_notice("a.txt", "抓品牌\t省农业厅局\t省质监局")), "--data", str(folder))
    asked = ("agency", "农业厅局", "-f", "json", "--data")
    answer = gdq(*asked, str(folder))
    assert answer.exit_code == 0

    gdq("export", "-o", str(path), "--data", str(folder))
    assert gdq(*asked, str(path)) == answer
    build(gdq, path, make_notice("b.txt", "抓标准\t省农业厅局\t省财政厅", serial=2))
    assert gdq(*asked, str(path)).stdout.count("document_number") == 2
    assert column(path, "SELECT DISTINCT derived FROM facts WHERE role = 'lead'") == [0]


def test_a_file_that_is_given_more_time(gdq: Run, make_notice: MakeNotice, tmp_path: Path) -> None:
    """What took too long is read when there is more time for it, and only then."""
    path = tmp_path / "a.db"
    rows = [f"任务{number}\t省质监局\t省农业厅、省财政厅" for number in range(9_000)]
    slow = make_notice("a.txt", *rows)
    assert "读不完：超过 0.1 秒" in build(gdq, path, slow, options=("--timeout", "0.1")).stderr

    assert "1 个没有变" in build(gdq, path, slow, options=("--timeout", "0.1")).stderr
    result = build(gdq, path, slow)

    assert "9000 项任务；新读 1 个文件，0 个没有变，0 个读不出" in result.stderr


def test_what_may_be_read_tomorrow_is_tried_again(make_notice: MakeNotice, tmp_path: Path) -> None:
    """A file that nobody could open keeps what it held, and is no problem once it is gone."""
    source, registry = make_notice("a.txt"), load().registry
    reader = Reader(registry)
    with closing(created(tmp_path / "a.db")) as connection:
        file = FileState.of(str(source))
        with Writer(connection, reader, "1") as writer:
            writer.put(file, reader(str(source)))
            writer.put(file, reader(str(source.parent)))  # as one that cannot be opened
            refused = FileState("b.txt", 1, 1)
            writer.put(refused, reader("没有.txt"))

            assert not writer.is_read(refused)
            assert connection.execute("SELECT tasks FROM notices").fetchall() == [(1,)]
            problems = connection.execute("SELECT path FROM problems").fetchall()
            assert problems == [(str(source),), ("b.txt",)]
            writer.keep_only([str(source)], ["b.txt"])
            assert connection.execute("SELECT path FROM problems").fetchall() == problems[:1]


def test_bodies_go_with_the_last_notice(gdq: Run, make_notice: MakeNotice, tmp_path: Path) -> None:
    """A body that no notice names any more is none of those that were named."""
    path = tmp_path / "a.db"
    gone = make_notice("a.txt", "抓品牌\t省农业厅\t市财政局")
    make_notice("b.txt", serial=2)
    build(gdq, path, gone.parent)
    assert "市财政局" in column(path, "SELECT agency FROM agencies")
    gone.unlink()

    build(gdq, path, gone.parent)

    assert "市财政局" not in column(path, "SELECT agency FROM agencies")


@posix_only
def test_a_killed_build_is_asked(gdq: Run, make_notice: MakeNotice, tmp_path: Path) -> None:
    """What was committed answers, though what came after must be taken back first."""
    path = tmp_path / "a.db"
    build(gdq, path, make_notice("a.txt"))
    before = gdq("tasks", "-f", "json", "--data", str(path))
    script = (
        "import os, sqlite3, sys; connection = sqlite3.connect(sys.argv[1]);"
        "connection.execute('PRAGMA cache_size = 1');"
        "connection.execute('DELETE FROM tasks');"
        "connection.executemany('INSERT INTO problems VALUES (?, ?)',"
        " ((str(n), 'x' * 999) for n in range(999))); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    assert path.with_name("a.db-journal").stat().st_size

    assert gdq("tasks", "-f", "json", "--data", str(path)) == before


def test_files_that_say_another_is_open(gdq: Run, make_notice: MakeNotice, tmp_path: Path) -> None:
    """Word puts one beside each document that somebody has open; it holds no notice."""
    source = make_notice("a.txt")
    source.with_name("~$通知.docx").write_bytes(b"\x05Somebody")

    assert "0 个读不出" in build(gdq, tmp_path / "a.db", source.parent).stderr


def test_its_own_file_among_the_sources(gdq: Run, make_notice: MakeNotice) -> None:
    """A database that lies in the folder that it is built from is no source of itself."""
    folder = make_notice("a.txt").parent

    for _ in range(2):
        result = build(gdq, folder / "a.db", folder)
        assert "0 个读不出" in result.stderr


def test_names_of_files_that_are_no_text(gdq: Run, make_notice: MakeNotice, tmp_path: Path) -> None:
    """A name that is no text is a problem of that file, and of no other."""
    source = make_notice("a.txt")
    try:
        Path(os.fsdecode(os.fsencode(source.parent) + b"/\xff.txt")).write_bytes(b"x")
    except OSError:
        pytest.skip("this system has no such names")

    result = build(gdq, tmp_path / "a.db", source.parent)

    assert "\\udcff.txt: 文件名里有读不出的字符" in result.stderr
    assert "1 份通知" in result.stderr


def test_a_source_that_is_not_there_leaves_no_database(gdq: Run, tmp_path: Path) -> None:
    """An empty one would answer that there is nothing."""
    path = tmp_path / "a.db"

    assert build(gdq, path, tmp_path / "none").exit_code == 2
    assert not path.exists()


def test_what_is_no_database(gdq: Run, make_notice: MakeNotice, tmp_path: Path) -> None:
    """A database is not written under the name of a workbook, nor a folder without files passed."""
    source = make_notice("a.txt").parent
    empty = tmp_path / "empty"
    empty.mkdir()

    result = build(gdq, tmp_path / "a.xlsx", source)
    assert (result.exit_code, (tmp_path / "a.xlsx").exists()) == (2, False)
    assert "应是 .db、.sqlite、.sqlite3 之一" in result.stderr
    assert "警告：没有找到文件" in build(gdq, tmp_path / "a.db", empty).stderr
