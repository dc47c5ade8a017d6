"""Files as text: read from any encoding in use for Chinese, written whole or not at all."""

import contextlib
import errno
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from gdquality.errors import InputError, Problem

LARGEST = 64 * 1024 * 1024
"""Bytes of the largest file that is read; a notice has some ten thousand."""

_REASONS = {
    errno.ENOENT: "没有这个文件夹",
    errno.ENOTDIR: "路径中有的不是文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "磁盘是只读的",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EFBIG: "文件太大",
    errno.EEXIST: "已有这个文件",
    errno.EISDIR: "这是文件夹",
    errno.EIO: "磁盘出错",
    errno.ELOOP: "符号链接太多",
}


ON_WINDOWS = os.name == "nt"


def reason(error: OSError | ValueError) -> str:
    """Return why the system refused a file, in the language of the users."""
    if isinstance(error, OSError):
        return _REASONS.get(error.errno or 0) or f"系统错误（{error.strerror or error}）"
    return "没有这样的路径"  # as Python says of a NUL in a path


def read_bytes(path: Path, largest: int = LARGEST) -> bytes:
    """Return the bytes of a regular file, or raise InputError that says why there are none.

    A file of more than `largest` bytes is not read.
    """
    try:
        if path.exists() and not path.is_file():
            kind = "文件夹" if path.is_dir() else "特殊文件"
            raise InputError(str(path), Problem(f"这是{kind}，不是文本文件"))
        if path.stat().st_size > largest:
            raise InputError(str(path), Problem(f"文件超过 {largest // 1024**2} MB"))
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(str(path), Problem("没有这个文件")) from None
    except (OSError, ValueError) as error:
        raise InputError(str(path), Problem(f"无法读取：{reason(error)}")) from None


def decode(data: bytes, file: str) -> str:
    r"""Return `data` as text with `\n` line ends, from UTF-8 (with or without BOM) or GB18030.

    Raises InputError with the line and column of the first byte that is neither, or of a NUL.
    """
    refuse_utf16(data, file)
    nul = data.find(b"\0")
    if nul >= 0:
        raise located(data, file, nul, "是 NUL，不是文本")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as utf8:
        try:
            text = data.decode("gb18030")
        except UnicodeDecodeError:
            # The byte where UTF-8 broke: the later of the two may lie far from the damage.
            raise located(data, file, utf8.start, "既不是 UTF-8 也不是 GB18030") from None
    return with_plain_line_ends(text)


def refuse_utf16(data: bytes, file: str) -> None:
    """Raise InputError if `data`, the beginning of a text, has the mark of UTF-16."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError(file, Problem("第 1 个字节：这是 UTF-16，请另存为 UTF-8", 1, 1))


def encoding_of(lines: Iterable[bytes]) -> str | None:
    """Return which of utf-8 and gb18030 most of `lines` are, or None if they do not tell.

    ASCII is both. Of what reads as UTF-8 only Chinese tells: a few characters of GB18030 may be
    the bytes of an é, but hardly those of another Chinese character.
    """
    votes = Counter(map(_vote, lines))
    if votes["gb18030"] > votes["utf-8"]:
        return "gb18030"
    return "utf-8" if votes["utf-8"] else None


def _vote(line: bytes) -> str | None:
    if line.isascii():
        return None
    try:
        return "utf-8" if max(line.decode()) > "\u07ff" else None
    except UnicodeDecodeError:
        return "gb18030" if _is_gb18030(line) else None


def _is_gb18030(line: bytes) -> bool:
    try:
        line.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return True


def located(
    data: bytes, file: str, offset: int, message: str, encoding: str = "utf-8"
) -> InputError:
    """Return the error that the byte at `offset` of `data` gives; the bytes before are text."""
    before = with_plain_line_ends(data[:offset].decode(encoding, "replace"))
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    return InputError(file, Problem(f"第 {offset + 1} 个字节{message}", line, column))


def with_plain_line_ends(text: str) -> str:
    r"""Return `text` without a byte order mark, and with `\n` at the end of its lines."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def exists(path: Path) -> bool:
    """Tell whether there is anything at `path`; raises InputError where nobody can tell."""
    try:
        return path.exists()
    except OSError as error:
        raise InputError(str(path), Problem(f"无法写入：{reason(error)}")) from None


def make_folder(path: Path) -> None:
    """Make the folder `path`, if it is not there; raises InputError where it cannot be."""
    try:
        path.mkdir(exist_ok=True)
    except FileExistsError:
        raise InputError(str(path), Problem("不是文件夹，不能写入")) from None
    except (OSError, ValueError) as error:
        raise InputError(str(path), Problem(f"无法写入：{reason(error)}")) from None


def write_bytes(path: Path, data: bytes) -> None:
    """Write `data` so that `path` holds either all of it or what it held before.

    Raises InputError if the folder or the disk refuses.
    """
    _write(path, data, Path.replace)


def write_new_bytes(path: Path, data: bytes) -> None:
    """Write `data` to `path` as `write_bytes`, unless there is something by then."""
    _write(path, data, _move_to_nothing)


def _move_to_nothing(temporary: Path, target: Path) -> None:
    try:
        target.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:  # not every file system has links
        if target.exists():
            raise FileExistsError(errno.EEXIST, "") from None
        temporary.replace(target)


def _write(path: Path, data: bytes, move: Callable[[Path, Path], object]) -> None:
    try:
        target = path.resolve()
    except (OSError, RuntimeError):
        raise InputError(str(path), Problem("符号链接自己指向自己")) from None
    # Not tempfile: its names and modes are private, and the file is to keep the umask's mode.
    temporary = target.with_name(f".gdq-{os.getpid()}.tmp")
    try:
        if target.exists() and not target.is_file():
            raise InputError(str(path), Problem("不是普通文件，不能写入"))
        stream = temporary.open("xb")
        with _removed_at_last(temporary):
            with stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            if target.exists():
                temporary.chmod(target.stat().st_mode & 0o777)
            move(temporary, target)
    except PermissionError as error:
        # Windows lets nobody replace what Excel has open.
        hint = "如果在 Excel、Word 等程序中打开着，请先关闭" if ON_WINDOWS else ""
        raise InputError(str(path), Problem(f"无法写入：{reason(error)}"), hint=hint) from None
    except OSError as error:
        raise InputError(str(path), Problem(f"无法写入：{reason(error)}")) from None


@contextlib.contextmanager
def _removed_at_last(temporary: Path) -> Iterator[None]:
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()
