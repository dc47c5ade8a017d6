"""Standard output and input as they may be: of another encoding, full, closed, unbuffered."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml
from conftest import FULL, NO_FULL, ROOT

from gdquality.cli.output import emit

MAIN = "from gdquality.__main__ import main; main()"


def gdq(
    *arguments: str, stdout: int = subprocess.PIPE, stdin: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run `gdq` as a process of its own, with `environment` added to its own."""
    return subprocess.run(
        [sys.executable, "-c", MAIN, *arguments],
        cwd=ROOT,
        env=os.environ | environment,
        input=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
    )


@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
def test_data_in_another_encoding(encoding: str) -> None:
    """JSON, YAML and SVG are right in any encoding; what it lacks has their own escapes."""
    answers = {
        format_: gdq("matrix", "--agency", "编办", "-f", format_, PYTHONIOENCODING=encoding)
        for format_ in ("json", "yaml", "svg")
    }
    texts = {format_: result.stdout.decode(encoding) for format_, result in answers.items()}

    assert json.loads(texts["json"]) == yaml.safe_load(texts["yaml"])
    assert json.loads(texts["json"])[0]["title"] == "加强检验检测服务能力建设"
    # Without a declaration of another encoding XML is UTF-8.
    words = "".join(ET.fromstring(answers["svg"].stdout).itertext())  # noqa: S314 -- we drew it
    assert "任务与单位对照" in words
    assert "12\u2007加强检验检测服务能力建设" in words
    assert [result.stderr for result in answers.values()] == [b"", b"", b""]


@pytest.mark.parametrize("query", ["é", "😀", "𠮷"])
def test_json_of_any_character(query: str) -> None:
    """A character beyond the encoding is an escape of JSON, in one piece or as a stream."""
    stdin = f"{query}\n".encode()
    alone = gdq("resolve", query, "-f", "json", PYTHONIOENCODING="gbk", PYTHONUTF8="0")
    streamed = gdq("resolve", "-", "-f", "json", stdin=stdin, PYTHONIOENCODING="gbk")

    for result in (alone, streamed):
        assert json.loads(result.stdout.decode("gbk"))[0]["query"] == query


@pytest.mark.parametrize("format_", ["table", "csv", "tsv", "md"])
def test_text_in_another_encoding(format_: str) -> None:
    """Where text has no escapes of its own, it is said once that some were written."""
    result = gdq("task", "27", "-f", format_, PYTHONIOENCODING="ascii:backslashreplace")

    assert "广东保监局".encode("ascii", "backslashreplace") in result.stdout
    assert result.stderr.count("警告：".encode("ascii", "backslashreplace")) == 1
    assert result.returncode == 0
    assert gdq("task", "27", "-f", format_, PYTHONIOENCODING="gbk").stderr == b""


def test_parse_into_another_encoding() -> None:
    """What would be other records in that encoding is refused; a file has none of it."""
    result = gdq("parse", "data/notice.txt", PYTHONIOENCODING="ascii:backslashreplace")

    assert (result.returncode, result.stdout) == (2, b"")
    assert "提示：".encode("ascii", "backslashreplace") in result.stderr
    assert gdq("parse", "data/notice.txt", PYTHONIOENCODING="gb18030").returncode == 0


@pytest.mark.skipif(not FULL.exists(), reason=NO_FULL)
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(
    ("arguments", "variables"),
    [
        (["tasks"], {}),
        (["tasks", "-f", "json"], {}),
        (["matrix", "-f", "svg"], {}),
        (["--help"], {}),
        (["task", "--help"], {}),
        (["--show-completion"], {"SHELL": "/bin/bash"}),
        ([], {"_GDQ_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "gdq agency 质"}),
    ],
)
def test_full_disk(
    arguments: list[str],
    variables: dict[str, str],
    unbuffered: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One line says so, whoever it is that writes."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with FULL.open("wb") as full:
        result = gdq(*arguments, stdout=full.fileno(), PYTHONUNBUFFERED=unbuffered)

    assert (result.returncode, result.stderr.decode()) == (2, "错误：无法写出：磁盘已满\n")


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("arguments", [["tasks"], ["--help"], ["task", "-h"], ["rule"], []])
def test_closed_pipe(arguments: list[str], unbuffered: str) -> None:
    """A reader that has gone away is no error."""
    reader, writer = os.pipe()
    os.close(reader)

    result = gdq(*arguments, stdout=writer, PYTHONUNBUFFERED=unbuffered)
    os.close(writer)

    assert (result.returncode, result.stderr) == (0, b"")


def test_short_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unbuffered, nothing is lost where the system takes less at once than it is given."""

    class Slow(io.RawIOBase):
        def __init__(self) -> None:
            self.taken = b""

        def writable(self) -> bool:
            return True

        def write(self, data: Any) -> int:
            self.taken += bytes(data)[:7]
            return min(7, len(bytes(data)))

    slow = Slow()
    stdout = io.TextIOWrapper(slow, encoding="utf-8", write_through=True)  # type: ignore[type-var]
    monkeypatch.setattr(sys, "stdout", stdout)

    emit("加强质量安全多元救济\n")

    assert slow.taken.decode() == "加强质量安全多元救济\n"


def test_input_that_cannot_be_read(tmp_path: Path) -> None:
    """Standard input that is open for writing alone is an error like any other."""
    with (tmp_path / "x").open("wb") as only_for_writing:
        result = subprocess.run(
            [sys.executable, "-c", MAIN, "resolve", "-"],
            cwd=ROOT,
            stdin=only_for_writing,
            capture_output=True,
            check=False,
        )

    assert result.returncode == 2
    assert result.stderr.decode().startswith("错误：<stdin>: 无法读取：")
