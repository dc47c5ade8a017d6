"""`gdq resolve -`: a line in, a line out, in either encoding, in bounded memory, as they come."""

import csv
import io
import json
import os
import subprocess
import sys

import pytest
import yaml
from conftest import ROOT, Result, Run

from gdquality.cli import standard_input
from gdquality.cli.progress import ProgressBar
from gdquality.files import encoding_of

HEAD = "query\tstatus\tagency\tmethod\tcandidates\tderived\n"


class Stdin:
    """Standard input that gives its bytes a few at a time, as a slow pipe does."""

    def __init__(self, data: bytes, size: int = 7) -> None:
        """Give `data` in pieces of `size` bytes."""
        self.buffer = self
        self._stream = io.BytesIO(data)
        self._size = size

    def read1(self, _size: int) -> bytes:
        """Return the next piece."""
        return self._stream.read(self._size)

    def fileno(self) -> int:
        """Raise what a stream raises that is no file."""
        return self._stream.fileno()


@pytest.fixture
def stream(gdq: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs `gdq resolve -` on bytes that come `size` at once."""

    def run(data: bytes, *options: str, size: int = 7) -> Result:
        monkeypatch.setattr("sys.stdin", Stdin(data, size))
        return gdq("resolve", "-", *options)

    return run


def queries(answer: Result) -> list[str]:
    """Return the names in an answer as TSV, a line each."""
    return [line.split("\t")[0] for line in answer.stdout.splitlines()[1:]]


def statuses(answer: Result) -> list[str]:
    """Return what became of the names in an answer as TSV."""
    return [line.split("\t")[1] for line in answer.stdout.splitlines()[1:]]


def test_a_line_in_a_line_out(stream: Run) -> None:
    """BOM and CR aside; a blank line and one that cannot be read have their rows."""
    data = (
        "\ufeff质监局\r\n\n 无\t此局 \nfgw".encode() + b"\n\xe8\xb4\xa8\xff\n" + "水利厅".encode()
    )

    assert stream(data) == Result(
        1,
        HEAD + "质监局\tresolved\t广东省质量技术监督局\talias\t\t\n"
        "\tblank\t\t\t\t\n"
        "无\\t此局\tunknown\t\t\t\t\n"
        "fgw\tresolved\t广东省发展和改革委员会\tpinyin\t\t\n"
        "质\\xff\tunreadable\t\t\t\t\n"
        "水利厅\tresolved\t广东省水利厅\talias\t\t\n",
        "错误：<stdin>:5:2: 不是 UTF-8\n",
    )


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("", 0),
        ("\n", 1),
        ("a", 1),
        ("a\n", 1),
        ("a\n\n", 2),
        ("\n\n\n", 3),
        ("\na", 2),
        ("a\n ", 2),
        ("\r\n", 1),
        ("　\n", 1),
    ],
)
@pytest.mark.parametrize("size", [1, 1000])
def test_as_many_lines_as_came(data: str, expected: int, size: int, stream: Run) -> None:
    """Rows stay beside the source, whether or not it ends in a line break."""
    assert len(statuses(stream(data.encode(), size=size))) == expected
    assert len(json.loads(stream(data.encode(), "-f", "json", size=size).stdout)) == expected


@pytest.mark.parametrize("size", [1, 7, 1000])
def test_blank_lines_are_no_failure(size: int, stream: Run) -> None:
    """A file with gaps between its names ends with 0; an empty name as an argument does not."""
    result = stream("质监局\n\n\n水利厅\n\n".encode(), size=size)

    assert statuses(result) == ["resolved", "blank", "blank", "resolved", "blank"]
    assert (result.exit_code, result.stderr) == (0, "")


def test_an_empty_argument_fails(gdq: Run) -> None:
    """An empty argument is a name that was to be resolved (an unset variable), and was not."""
    result = gdq("resolve", "", "-f", "tsv")

    assert (result.exit_code, statuses(result)) == (1, ["unknown"])


def test_blank_lines_in_every_format(stream: Run) -> None:
    """Wherever rows are, a blank line is one."""
    data = "质监局\n\n水利厅\n".encode()
    blank: dict[str, object] = {
        "query": "",
        "status": "blank",
        "agency": None,
        "method": None,
        "candidates": [],
        "derived": False,
    }

    assert json.loads(stream(data, "-f", "json").stdout)[1] == blank
    assert yaml.safe_load(stream(data, "-f", "yaml").stdout)[1] == blank
    assert list(csv.reader(io.StringIO(stream(data, "-f", "csv").stdout)))[2] == [
        *("", "blank", "", "", "", ""),
    ]
    assert stream(data, "-f", "md").stdout.splitlines()[3] == "|  | 空行 |  |  |  |  |"
    drawn = stream(data, "-f", "table").stdout.splitlines()
    assert (len(drawn), drawn[3]) == (5, "")


@pytest.mark.parametrize("size", [1, 3, 64, 1 << 16])
def test_gb18030(size: int, stream: Run) -> None:
    """A list as Excel saves it on a Chinese Windows is read as `gdq parse` reads a notice."""
    data = "zjj\n质监局\n\n農業廳\r\n水利厅\n".encode("gb18030")

    result = stream(data, size=size)

    assert queries(result) == ["zjj", "质监局", "", "農業廳", "水利厅"]
    assert statuses(result) == ["ambiguous", "resolved", "blank", "resolved", "resolved"]
    assert (result.exit_code, result.stderr) == (3, "")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_encoding_of_all_names(encoding: str) -> None:
    """Every name that people type is known for what it is, alone or in a list of its kind."""
    lines = (ROOT / "tests/names/names.tsv").read_text(encoding="utf-8").splitlines()
    names = [line.split("\t")[0] for line in lines]
    chinese = [name for name in names if not name.isascii()]

    wrong = [
        name for name in chinese if encoding_of([name.encode(encoding)]) not in (None, encoding)
    ]

    assert len(chinese) > 100
    assert wrong == []
    assert encoding_of([name.encode(encoding) for name in chinese]) == encoding


@pytest.mark.parametrize(
    ("lines", "encoding"),
    [
        ([], None),
        ([b"zjj", b""], None),
        (["é".encode()], None),  # 茅 in GB18030
        ([b"\xff"], None),
        ([b"\xff", "质".encode("gb18030")], "gb18030"),
        (["质".encode()], "utf-8"),
        # A line that was cut, among others that were not.
        ([*["质监局".encode()] * 2, "质监局".encode()[:-1]], "utf-8"),
        (["模".encode("gb18030"), "模具".encode("gb18030")], "gb18030"),
    ],
)
def test_encoding_of_lines(lines: list[bytes], encoding: str | None) -> None:
    """What most lines are; nothing where they do not tell."""
    assert encoding_of(lines) == encoding


def test_a_damaged_line_among_others(stream: Run) -> None:
    """In a list in UTF-8 a damaged line is one, even if GB18030 could read something into it."""
    damaged = "水利厅".encode()[:-1] + b"a"
    damaged.decode("gb18030")
    lines = ["质监局".encode(), damaged, "农业厅".encode()]

    result = stream(b"\n".join(lines), size=1000)

    assert statuses(result) == ["resolved", "unreadable", "resolved"]
    assert (result.exit_code, result.stderr) == (1, "错误：<stdin>:2:3: 不是 UTF-8\n")


def test_a_line_that_is_no_gb18030(stream: Run) -> None:
    """Where the names before it are GB18030, a line that is not is reported as such."""
    data = "质监局\n".encode("gb18030") + b"\xff\n" + "水利厅".encode("gb18030")

    result = stream(data)

    assert statuses(result) == ["resolved", "unreadable", "resolved"]
    assert result.stderr == "错误：<stdin>:2:1: 不是 GB18030\n"


def test_utf16(stream: Run) -> None:
    """A list in UTF-16 is refused once, not line by line."""
    result = stream("质监局\n水利厅\n".encode("utf-16"))

    assert result.exit_code == 2
    assert result.stderr == "错误：<stdin>:1:1: 第 1 个字节：这是 UTF-16，请另存为 UTF-8\n"


def test_many_bad_lines(stream: Run) -> None:
    """Of very many the first are reported and the rest counted; each has its row."""
    result = stream(b"\xff\n" * 99, size=1000)

    assert statuses(result) == ["unreadable"] * 99
    assert result.exit_code == 1
    said = result.stderr.splitlines()
    assert len(said) == 11
    assert said[-1] == "错误：<stdin>: 另有 89 行读不出来"


@pytest.mark.parametrize("beyond", [0, 1])
def test_long_line(beyond: int, stream: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line beyond the limit is kept from memory, reported, and has its row."""
    monkeypatch.setattr(standard_input, "LONGEST", 1024)
    line = b"x" * (1024 + beyond)

    result = stream(line + "\n水利厅\n".encode(), size=100)

    assert statuses(result) == [["unknown", "unreadable"][beyond], "resolved"]
    assert result.stderr == "错误：<stdin>:1: 这一行超过 1 KB，不是名称\n" * beyond


def test_of_an_endless_line_little_is_kept() -> None:
    """A line that never ends takes no more memory than one that does."""

    class Endless:
        given = 0

        def read1(self, size: int) -> bytes:
            self.given += size
            return b"x" * size if self.given < 1 << 26 else b""

    bar = ProgressBar(None)

    [[line]] = standard_input._lines(Endless(), bar)  # type: ignore[arg-type]

    assert standard_input.LONGEST < len(line) <= standard_input.LONGEST + standard_input.CHUNK


@pytest.mark.parametrize(("data", "expected"), [(b"", []), ("水利厅\n".encode(), ["广东省水利厅"])])
def test_as_json(data: bytes, expected: list[str], stream: Run) -> None:
    """A stream of objects is one array, also without any."""
    answers = json.loads(stream(data, "-f", "json").stdout)

    assert [one["agency"] for one in answers] == expected


def test_answers_as_names_come() -> None:
    """Whoever types a name has its answer before the next one, in either encoding."""
    with subprocess.Popen(
        [sys.executable, "-m", "gdquality", "resolve", "-"],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stdout.readline().decode() == HEAD
        for name in ("zjj", "质监局", "水利厅"):
            process.stdin.write(f"{name}\n".encode("gb18030"))
            process.stdin.flush()
            assert process.stdout.readline().decode().split("\t")[0] == name
        process.stdin.close()

    assert process.returncode == 3


def test_names_that_come_again_are_resolved_once(
    stream: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A column of a table, in which the same few stand over and over, takes no time."""
    from gdquality.names.resolve import Resolver

    asked: list[str] = []
    resolve = Resolver.resolve

    def counted(self: Resolver, name: str) -> object:
        asked.append(name)
        return resolve(self, name)

    monkeypatch.setattr(Resolver, "resolve", counted)

    result = stream("质监局\nfgw\n".encode() * 500, size=1000)

    assert len(statuses(result)) == 1000
    assert asked == ["质监局", "fgw"]
