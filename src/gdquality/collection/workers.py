"""Processes that read files, each with a limit of time and memory; a hostile file costs itself."""

import contextlib
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from itertools import chain
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from time import monotonic
from typing import Generic, Self, TypeVar

from gdquality.collection.reading import Outcome, Reader
from gdquality.errors import GdqError
from gdquality.names.registry import Registry
from gdquality.records import RegistryData

T = TypeVar("T")

AHEAD = 32
"""Files a process that are read before the first of them is written."""

MEGABYTES = 1_500
"""Memory of a process, libraries included; a file that needs more is not read."""

SECONDS = 60.0
"""Time by the clock that one file may take."""

STARTING = 60.0
"""Seconds that a process may take to begin."""

_READY = None
"""What a process says first."""


@dataclass(slots=True)
class _Job(Generic[T]):
    """A file to be read, and what came of it."""

    subject: T
    path: str
    outcome: Outcome | None = None


class _Worker(Generic[T]):
    """A process, and the file that it is at."""

    def __init__(self, registry: RegistryData) -> None:
        # A process that is started anew, and no copy of this one, where threads draw a bar.
        context = get_context("spawn")
        self.connection, other_end = context.Pipe()
        self.process = context.Process(target=_serve, args=(other_end, registry), daemon=True)
        self.process.start()
        other_end.close()
        self.job: _Job[T] | None = None
        self.is_ready = False
        self.until = monotonic() + STARTING

    @property
    def is_idle(self) -> bool:
        return self.is_ready and self.job is None

    def begin(self, job: _Job[T], seconds: float) -> None:
        self.job = job
        self.until = monotonic() + seconds
        with contextlib.suppress(OSError):  # of one that has died meanwhile `receive` says so
            self.connection.send(job.path)

    def receive(self) -> None:
        """Take what it has to say; raises EOFError or OSError if it has died."""
        outcome = self.connection.recv()
        if self.job is None:
            self.is_ready = True
        else:
            self.job.outcome = outcome
            self.job = None

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.connection.close()


class Workers(Generic[T]):
    """Some processes that read files by one registry. Used in a `with`, at whose end they end."""

    def __init__(self, registry: Registry, count: int, seconds: float) -> None:
        """Have `count` processes; none may take longer than `seconds` for a file."""
        self._registry = registry.data
        self._count = count
        self.seconds = seconds
        self._workers: list[_Worker[T]] = []

    def __enter__(self) -> Self:
        """Begin: the processes are started when there is something to read."""
        return self

    def __exit__(self, *_: object) -> None:
        """End them, whatever they are at."""
        for worker in self._workers:
            worker.end()

    def read(self, files: Iterable[tuple[T, str]]) -> Iterator[tuple[T, Outcome]]:
        """Yield what came of each file, in their order; each is a subject and its path."""
        rest = iter(files)
        first = next(rest, None)
        if first is None:
            return
        self._workers = [_Worker(self._registry) for _ in range(self._count)]
        rest = chain([first], rest)
        jobs: deque[_Job[T]] = deque()
        is_over = False
        while jobs or not is_over:
            is_over = is_over or not self._hand_out(rest, jobs)
            if jobs and jobs[0].outcome:
                job = jobs.popleft()
                assert job.outcome
                yield job.subject, job.outcome
            elif jobs or not is_over:
                self._attend()

    def _hand_out(self, rest: Iterator[tuple[T, str]], jobs: deque[_Job[T]]) -> bool:
        """Give each idle process a file of `rest`, as far as `jobs` may run ahead.

        Return whether there may be more.
        """
        for worker in self._workers:
            if worker.is_idle and len(jobs) < AHEAD * self._count:
                file = next(rest, None)
                if file is None:
                    return False
                jobs.append(_Job(*file))
                worker.begin(jobs[-1], self.seconds)
        return True

    def _attend(self) -> None:
        """Wait until a process has something to say, or has taken too long."""
        busy = {one.connection: one for one in self._workers if not one.is_idle}
        soonest = min(one.until for one in busy.values())
        said = wait([*busy], max(0.0, soonest - monotonic()))
        for connection in said:
            assert isinstance(connection, Connection)
            try:
                busy[connection].receive()
            except (EOFError, OSError):
                # Its memory may have gone to another program: it is tried again another time.
                problem = "读这个文件的进程意外终止了"
                self._replace(busy[connection], Outcome(problem=problem, is_lasting=False))
        for connection, worker in busy.items():
            if connection not in said and worker.until <= monotonic():
                problem = too_slow(self.seconds)
                self._replace(worker, Outcome(problem=problem, seconds=self.seconds))

    def _replace(self, worker: _Worker[T], outcome: Outcome) -> None:
        """End a process, of whose file `outcome` came, and start another one."""
        worker.end()
        if worker.job is None:
            raise GdqError("读文件的进程起不来", hint="可试 --jobs 1")
        worker.job.outcome = outcome
        self._workers[self._workers.index(worker)] = _Worker(self._registry)


def too_slow(seconds: float) -> str:
    """Return what is wrong with a file that took longer than `seconds`."""
    return f"读不完：超过 {seconds:g} 秒，可加大 --timeout"


def _serve(connection: Connection, registry: RegistryData) -> None:
    """Read files as they are told, until nobody is there any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started this process ends it
    _bind()
    reader = Reader(Registry(registry))
    _import_what_reads()
    with contextlib.suppress(EOFError, OSError):
        connection.send(_READY)
        while True:
            connection.send(reader(connection.recv()))


def _import_what_reads() -> None:
    """Import the parser before the first file comes, whose time is limited."""
    for name in ("document_file", "derived_bodies", "names.government.named"):
        import_module(f"gdquality.{name}")


def _bind() -> None:
    """Limit the memory of this process, where the system can."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        bytes_ = MEGABYTES * 1_000_000
        resource.setrlimit(resource.RLIMIT_AS, (bytes_, bytes_))
