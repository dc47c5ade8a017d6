"""`gdq build --cluster`: a real scheduler and two workers, one of which is killed on the way."""

import json
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, Run, posix_only
from many import MakeNotice
from test_build import build, content

from gdquality.collection import cluster
from gdquality.collection.building import Tally
from gdquality.collection.building import build as build_database
from gdquality.collection.cluster import Cluster
from gdquality.collection.file_state import FileState
from gdquality.collection.schema import created
from gdquality.collection.workers import SECONDS
from gdquality.dataset import load
from gdquality.errors import GdqError

distributed = pytest.importorskip("distributed", reason="dask.distributed is not installed")

STARTING = 30
"""Seconds that a scheduler may take to begin."""


class Machines:
    """A scheduler and workers on this machine, ended by their ids."""

    def __init__(self, folder: Path, *options: str) -> None:
        """Start a scheduler, and two workers of one thread with `options`."""
        self._file = folder / "scheduler.json"
        self._log = folder / "log.txt"
        self._scheduler = self._start("scheduler", "--host", "127.0.0.1", "--port", "0")
        until = time.monotonic() + STARTING
        while not self._file.exists():
            assert time.monotonic() < until, self._log.read_text(encoding="utf-8")
            time.sleep(0.1)
        self.address: str = json.loads(self._file.read_text(encoding="utf-8"))["address"]
        self.workers = [self._start("worker", "--nthreads", "1", *options) for _ in range(2)]

    def _start(self, kind: str, *options: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", *options]
        command += ["--no-dashboard", "--scheduler-file", str(self._file)]
        with self._log.open("ab") as log:
            return subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log)

    def close(self) -> None:
        """End what still runs."""
        for process in (*self.workers, self._scheduler):
            process.terminate()
            process.wait()


@pytest.fixture(scope="module")
def machines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    """Return a cluster on this machine."""
    started = Machines(tmp_path_factory.mktemp("cluster"), "--no-nanny")
    yield started
    started.close()


@posix_only
def test_one_worker_is_killed(
    machines: Machines, gdq: Run, make_notice: MakeNotice, tmp_path: Path
) -> None:
    """Nothing is lost and nothing doubled: the database is the one that is built without any."""
    files = [make_notice(f"{number:03}.txt", serial=number) for number in range(1, 200)]
    folder = files[0].parent
    (folder / "again.txt").write_bytes(files[0].read_bytes() + b"\n")
    (folder / "empty.txt").touch()
    here, there = tmp_path / "here.db", tmp_path / "there.db"
    registry = load().registry

    def kill_one(tally: Tally) -> None:
        if tally.done == 20:
            machines.workers[0].kill()

    with (
        closing(created(there)) as connection,
        Cluster[FileState](machines.address, registry, SECONDS) as readers,
    ):
        client = readers._client
        assert client
        client.wait_for_workers(2, timeout=STARTING)
        tally = build_database([str(folder)], connection, registry, readers, kill_one)
        assert len(client.nthreads()) == 1

    assert (tally.read, tally.unchanged, tally.failures) == (200, 0, 1)
    build(gdq, here, folder)
    assert content(there) == content(here)


def test_by_the_command_line(
    machines: Machines, gdq: Run, make_notice: MakeNotice, tmp_path: Path
) -> None:
    """What a cluster has read is not read again, and goes on without it."""
    pyarrow = pytest.importorskip("pyarrow.parquet")
    path, parts = tmp_path / "a.db", tmp_path / "parts"
    folder = make_notice("a.txt").parent
    make_notice("b.txt", serial=2)
    arguments = (folder.as_uri(), "-o", str(path), "--parquet", parts.as_uri())

    result = gdq("build", *arguments, "--cluster", machines.address)

    assert "2 份通知，2 项任务；新读 2 个文件" in result.stderr
    assert f"已写入 {parts.as_uri()}：1 个 Parquet 文件" in result.stderr
    assert pyarrow.read_table(parts).num_rows == 6
    assert "新读 0 个文件，2 个没有变" in gdq("build", *arguments).stderr


@posix_only
def test_a_file_that_takes_too_long(gdq: Run, make_notice: MakeNotice, tmp_path: Path) -> None:
    """It costs its row and its time: the process that is at it begins anew."""
    rows = [f"任务{number}\t省质监局\t省农业厅、省财政厅" for number in range(99_000)]
    slow = make_notice("a.txt", *rows)
    for serial in range(2, 12):
        make_notice(f"{serial}.txt", serial=serial)
    options = ("-o", str(tmp_path / "a.db"), "--timeout", "2")

    with closing(Machines(tmp_path)) as machines:
        result = gdq("build", str(slow.parent), *options, "--cluster", machines.address)

    assert "10 份通知，10 项任务" in result.stderr
    assert f"{slow}: 读不完：超过 2 秒" in result.stderr


class Unattended:
    """A cluster of which no process can be begun anew."""

    def processing(self) -> dict[str, list[str]]:
        """Return which process has which files."""
        return {"tcp://a": ["slow"]}

    def restart_workers(self, processes: list[str], **_: object) -> None:
        """Refuse it as Dask does."""
        raise ValueError(processes)


def test_a_process_that_cannot_begin_anew() -> None:
    """It is said why the build goes no further."""
    readers = Cluster[int]("tcp://127.0.0.1:1", load().registry, SECONDS)
    slow: Any = Lost(TimeoutError())
    slow.key = "slow"
    unattended: Any = Unattended()
    readers._client = unattended

    with pytest.raises(GdqError, match="又不能重新启动") as refused:
        readers._next(deque([(7, slow)]))

    assert "--no-nanny" in refused.value.hint


def test_nobody_answers(
    gdq: Run, make_notice: MakeNotice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is said, with how to start a cluster."""
    monkeypatch.setattr(cluster, "PATIENCE", 1)
    asked = ("build", str(make_notice("a.txt")), "-o", str(tmp_path / "a.db"), "--cluster")

    for address in ("tcp://127.0.0.1:1", "nonsense"):
        result = gdq(*asked, address)
        assert result.exit_code == 2
        assert result.stderr.startswith(f"错误：集群 {address} 没有应答：")
        assert f"提示：先启动 dask scheduler 和 dask worker {address}" in result.stderr
    assert "--jobs 不能与 --cluster 同用" in gdq(*asked, "x", "--jobs", "2").stderr


def test_another_version(machines: Machines, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are read everywhere by the same rules, or not at all."""
    monkeypatch.setattr(cluster, "__version__", "0.0")

    with pytest.raises(GdqError, match=r"集群上的 gdq 不是 0\.0"):
        Cluster[int](machines.address, load().registry, SECONDS).__enter__()


class Lost:
    """A file of which nothing comes but an error."""

    def __init__(self, error: Exception) -> None:
        """Raise `error`."""
        self._error = error

    def result(self, timeout: float) -> None:  # noqa: ARG002 -- as of any future
        """Raise the error."""
        raise self._error


def test_a_file_that_kills_each_process() -> None:
    """It is a problem of that file, to be tried again; a cluster that is gone ends the build."""
    readers = Cluster[int]("tcp://127.0.0.1:1", load().registry, SECONDS)
    killed: Any = deque([(7, Lost(distributed.KilledWorker("a", None, 3)))])
    gone: Any = deque([(7, Lost(distributed.CancelledError("a")))])

    number, outcome = readers._next(killed)

    assert (number, outcome.problem, outcome.is_lasting) == (
        7,
        "读这个文件的进程意外终止了",
        False,
    )
    with pytest.raises(GdqError, match="的连接断了"):
        readers._next(gone)
