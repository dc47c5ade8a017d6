"""Files are written whole or not at all, and whatever cannot be read says why."""

import os
import stat
from pathlib import Path

import pytest
from conftest import posix_only

from gdquality import files
from gdquality.errors import InputError


def test_written_whole(tmp_path: Path) -> None:
    """A file that is replaced keeps its mode; nothing else is left in the folder."""
    path = tmp_path / "a.yaml"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)

    files.write_bytes(path, "新\n".encode())

    assert path.read_bytes() == "新\n".encode()
    assert os.name != "posix" or stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]


@posix_only
def test_through_a_link(tmp_path: Path) -> None:
    """A symbolic link stays one; what it points to is replaced."""
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("old", encoding="utf-8")
    link.symlink_to(target)

    files.write_bytes(link, b"new")

    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "new"


def test_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fails leaves the old file as it was."""

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "a.yaml"
    path.write_text("old", encoding="utf-8")
    monkeypatch.setattr(os, "fsync", fail)

    with pytest.raises(InputError, match="无法写入：磁盘已满"):
        files.write_bytes(path, b"new")

    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_too_large(tmp_path: Path) -> None:
    """A file beyond the limit is refused before it is read."""
    path = tmp_path / "a"
    path.write_bytes(b"x" * 100)

    with pytest.raises(InputError, match="文件超过"):
        files.read_bytes(path, 99)


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (PermissionError(13, "denied"), "无法读取：没有权限"),
        (FileNotFoundError(2, "gone"), "没有这个文件"),
        (OSError(5, "Input/output error"), "无法读取：磁盘出错"),
        (OSError(116, "Stale file handle"), "无法读取：系统错误（Stale file handle）"),
    ],
)
def test_unreadable(
    error: OSError, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the system refuses is said in one line, also when it happens half-way."""

    def fail(_: Path) -> bytes:
        raise error

    path = tmp_path / "a"
    path.write_bytes(b"x")
    monkeypatch.setattr(Path, "read_bytes", fail)

    with pytest.raises(InputError) as caught:
        files.read_bytes(path)

    assert caught.value.messages == (f"{path}: {message}",)


def test_a_name_that_no_system_takes() -> None:
    """A path with a NUL is an error like any other."""
    with pytest.raises(InputError, match="无法读取：没有这样的路径"):
        files.read_bytes(Path("a\0b"))


def test_open_in_excel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows nobody replaces a file that Excel has open: that is what the hint says."""

    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(files, "ON_WINDOWS", True)
    monkeypatch.setattr(Path, "replace", refused)
    path = tmp_path / "a.xlsx"
    with pytest.raises(InputError, match="没有权限") as caught:
        files.write_bytes(path, b"new")

    assert caught.value.hint == "如果在 Excel、Word 等程序中打开着，请先关闭"
    assert list(tmp_path.iterdir()) == []
