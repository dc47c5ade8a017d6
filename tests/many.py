"""Notices of several years and governments, as files, as a folder and as a database."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from conftest import ROOT

from gdquality.cli import run

MakeNotice = Callable[..., Path]

TEXT = """\
{organ}

{number}

{title}

各有关单位：

现将任务分工印发给你们。请省农业厅于{due}前将落实情况报送省质监局。

{organ}
{day}

附件：任务分工表

序号\t重点工作任务\t牵头单位\t参与单位
{rows}
"""

ROWS = ("抓好农产品品牌\t省农业厅\t省质监局、省财政厅",)


def notice_file(
    folder: Path, name: str, *rows: str, year: int = 2016, serial: int = 1, **words: str
) -> Path:
    """Write the text of a notice, of Guangdong if `words` do not say else; return its path."""
    defaults = {
        "organ": "广东省人民政府办公厅",
        "number": f"粤办函〔{year}〕{serial}号",
        "title": "关于做好一项工作的通知",
        "day": f"{year}年3月1日",
        "due": f"{year}年6月30日",
        "rows": "\n".join(f"{at}\t{row}" for at, row in enumerate(rows or ROWS, 1)),
    }
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(TEXT.format(**(defaults | words)), encoding="utf-8")
    return path


@pytest.fixture
def make_notice(tmp_path: Path) -> MakeNotice:
    """Return a function that writes the text of a notice into sources/, as `notice_file`."""
    return partial(notice_file, tmp_path / "sources")


@pytest.fixture(scope="session")
def three_notices(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return the files of three notices: of 2016, of 2024, and of another government."""
    folder = tmp_path_factory.mktemp("three") / "sources"
    old = ("整顿市场\t省工商局\t省质监局、省农业厅", "抓品牌\t省质监局\t省农业厅")
    new = "整顿市场\t省市场监管局\t省公安厅"
    files = [
        notice_file(folder, "old.txt", *old),
        notice_file(folder, "new.txt", new, year=2024, serial=553),
        ROOT / "tests" / "cases" / "notices" / "three-roles.txt",
    ]
    return [*map(str, files)]


@pytest.fixture(scope="session")
def mine(three_notices: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of three notices, which no test changes."""
    folder = tmp_path_factory.mktemp("folder") / "mine"
    assert run(["add", *three_notices, "--data", str(folder)]) == 0
    return folder


@pytest.fixture(scope="session")
def database(three_notices: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a database of the same notices."""
    path = tmp_path_factory.mktemp("database") / "notices.db"
    assert run(["build", *three_notices, "-o", str(path), "--jobs", "1"]) == 0
    return path
