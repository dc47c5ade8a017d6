"""Files at addresses of fsspec, and Parquet written there."""

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, Run
from many import MakeNotice
from test_build import build, column, content

from gdquality.collection.addresses import bytes_at, files_at
from gdquality.collection.found_files import files_in
from gdquality.dataset import load
from gdquality.errors import GdqError, InputError
from gdquality.files import LARGEST
from gdquality.formats.parquet_parts import write_parts

fsspec = pytest.importorskip("fsspec", reason="fsspec is not installed")


def test_what_is_built_from_an_address(gdq: Run, make_notice: MakeNotice, tmp_path: Path) -> None:
    """It is what is built from the folder there, and is kept in step in the same way."""
    folder = make_notice("a.txt").parent
    gone = make_notice("b.txt", serial=2)
    (folder / "~$b.docx").touch()
    path = tmp_path / "a.db"
    address = folder.as_uri()
    arguments = ("build", address, "-o", str(path), "--jobs", "1")
    assert "新读 2 个文件，0 个没有变，0 个读不出" in gdq(*arguments).stderr
    assert "新读 0 个文件，2 个没有变" in gdq(*arguments).stderr
    gone.unlink()
    make_notice("a.txt", "换了任务\t省质监局\t省农业厅")

    assert "1 份通知，1 项任务；新读 1 个文件" in gdq(*arguments).stderr

    assert column(path, "SELECT path FROM files") == [f"{address}/a.txt"]
    other = tmp_path / "b.db"
    build(gdq, other, folder)
    assert content(other) == content(path)


def test_what_is_not_there(gdq: Run, tmp_path: Path) -> None:
    """It is said where, and nothing is built."""
    for address, message in (
        ("memory://nothing", "没有这个文件或文件夹"),
        ("nope://a", "无法读写"),
    ):
        result = gdq("build", address, "-o", str(tmp_path / "a.db"))
        assert (result.exit_code, result.stderr.startswith("错误：")) == (2, True)
        assert address in result.stderr
        assert message in result.stderr


def test_a_file_system_that_tells_no_time() -> None:
    """Its files are known by their content alone; one that is too large is not read."""
    memory = fsspec.filesystem("memory")
    memory.pipe("/sources/a.txt", b"text")
    memory.pipe("/sources/.hidden/b.txt", b"text")
    memory.pipe("/large.txt", bytes(LARGEST + 1))

    assert [path for _, path in files_in(["memory://sources"])] == ["memory:///sources/a.txt"]
    [(path, state)] = files_at("memory://sources/a.txt")
    assert (path, state.size, state.modified) == ("memory:///sources/a.txt", 4, 0)
    assert bytes_at(path) == b"text"
    with pytest.raises(InputError, match="文件超过 64 MB"):
        bytes_at("memory://large.txt")


def test_a_library_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said which."""

    def missing(_: str) -> None:
        raise ImportError("Install s3fs to access S3")

    monkeypatch.setattr("fsspec.core.url_to_fs", missing)
    with pytest.raises(GdqError) as error:
        bytes_at("s3://bucket/a.txt")
    assert error.value.hint == "Install s3fs to access S3"


def test_parts_replace_those_before(tmp_path: Path) -> None:
    """All rows are in the parts, once; with fewer of them no old one stays."""
    pyarrow = pytest.importorskip("pyarrow.parquet")
    facts = load().facts()
    address = (tmp_path / "parts").as_uri()

    assert write_parts(facts, address, 100) == 3
    assert pyarrow.read_table(tmp_path / "parts").num_rows == len(facts)
    assert write_parts(facts[:10], address, 100) == 1
    assert pyarrow.read_table(tmp_path / "parts").num_rows == 10
    assert write_parts((), address) == 1
    assert pyarrow.read_table(tmp_path / "parts").num_rows == 0


def test_nothing_of_it_is_imported_without_an_address(
    make_notice: MakeNotice, tmp_path: Path
) -> None:
    """Who builds on one machine need not have Dask, nor wait for it."""
    script = (
        "import sys; from gdquality.cli import run; code = run(sys.argv[1:]);"
        "sys.exit(code or bool({'dask', 'distributed', 'fsspec'} & {*sys.modules}))"
    )
    arguments = ["build", str(make_notice("a.txt")), "-o", str(tmp_path / "a.db")]
    subprocess.run([sys.executable, "-c", script, *arguments], check=True, cwd=ROOT)
