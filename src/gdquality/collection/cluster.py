"""The processes of a Dask cluster, which read files by the function that reads them here."""

import json
import logging
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Generic, Self, TypeVar

from gdquality import __version__
from gdquality.collection.reading import Outcome, Reader
from gdquality.collection.workers import AHEAD, too_slow
from gdquality.errors import GdqError
from gdquality.extras import needed
from gdquality.names.registry import Registry
from gdquality.records import RegistryData
from gdquality.store.build import build
from gdquality.store.json_records import dump

if TYPE_CHECKING:
    from distributed import Client, Future

T = TypeVar("T")

PATIENCE = 15
"""Seconds that the cluster may take to answer, and to have a process."""


class Cluster(Generic[T]):
    """The cluster at an address. Used in a `with`, at whose end what still waits there is dropped.

    What a process had when it died, the cluster does again elsewhere. The memory of a file is
    limited by how the processes were started.
    """

    def __init__(self, address: str, registry: Registry, seconds: float) -> None:
        """Read by `registry` on the cluster whose scheduler is at `address`.

        A process that takes longer than `seconds` for a file is ended, and begins anew.
        """
        self.seconds = seconds
        self._address = address
        self._registry = dump(registry.data)
        self._client: Client | None = None

    def __enter__(self) -> Self:
        """Connect; raises GdqError where nobody answers, or not by this version of gdq."""
        with needed("gdquality[cluster]", "集群"):
            from distributed import Client
        # It logs a trace of what is said here in Chinese.
        logging.getLogger("distributed.client").setLevel(logging.CRITICAL)
        hint = f"先启动 dask scheduler 和 dask worker {self._address}"
        try:
            self._client = Client(self._address, timeout=PATIENCE, set_as_default=False)
            self._client.wait_for_workers(1, timeout=PATIENCE)
        except (OSError, ValueError) as error:
            self.__exit__()
            reason = str(error).splitlines()[0] if str(error) else type(error).__name__
            raise GdqError(f"集群 {self._address} 没有应答：{reason}", hint=hint) from None
        self._refuse_other_versions(self._client)
        return self

    def __exit__(self, *_: object) -> None:
        """Drop what waits, and hang up."""
        if self._client:
            self._client.close()

    def _refuse_other_versions(self, client: "Client") -> None:
        found = client.run(_version, on_error="return").values()
        if others := {str(one) for one in found} - {__version__}:
            self.__exit__()
            message = f"集群上的 gdq 不是 {__version__}：{'、'.join(sorted(others))}"
            raise GdqError(message, hint=f"在集群上也装 gdquality {__version__}")

    def read(self, files: Iterable[tuple[T, str]]) -> Iterator[tuple[T, Outcome]]:
        """Yield what came of each file, in their order; each is a subject and its path."""
        assert self._client
        # A task, not data that is sent: what dies with a process is made again elsewhere.
        reader = self._client.submit(_reader, self._registry)
        waiting: deque[tuple[T, Future[Outcome]]] = deque()
        for subject, path in files:
            waiting.append((subject, self._client.submit(_read, reader, path, pure=False)))
            if len(waiting) >= AHEAD * max(1, sum(self._client.nthreads().values())):
                yield self._next(waiting)
        while waiting:
            yield self._next(waiting)

    def _next(self, waiting: "deque[tuple[T, Future[Outcome]]]") -> tuple[T, Outcome]:
        from distributed import CancelledError, KilledWorker

        subject, future = waiting.popleft()
        try:
            return subject, self._outcome_of(future)
        except KilledWorker:
            return subject, Outcome(problem="读这个文件的进程意外终止了", is_lasting=False)
        except (CancelledError, OSError):
            message = f"与集群 {self._address} 的连接断了"
            raise GdqError(message, hint="再运行一次，从断处接着做") from None

    def _outcome_of(self, future: "Future[Outcome]") -> Outcome:
        """Return what came of the oldest file; what takes too long in two processes is given up.

        In the first it may only have waited for another file, and in the second it is first.
        """
        for tries_left in (1, 0):
            with suppress(TimeoutError):
                outcome: Outcome = future.result(timeout=self.seconds)
                return outcome
            processes = self._having(future)
            if not tries_left:
                future.cancel()
            self._restart(processes)
        return Outcome(problem=too_slow(self.seconds), seconds=self.seconds)

    def _having(self, future: "Future[Outcome]") -> list[str]:
        """Return the process that has a file, or all where it still waits for any."""
        assert self._client
        having = [one for one, keys in self._client.processing().items() if future.key in keys]
        return having or [*self._client.nthreads()]

    def _restart(self, processes: list[str]) -> None:
        assert self._client
        try:
            self._client.restart_workers(processes, timeout=PATIENCE, raise_for_error=False)
        except ValueError:
            message = "集群的进程停在一个读不完的文件上，又不能重新启动"
            raise GdqError(message, hint="用 dask worker 启动，不要加 --no-nanny") from None


def _version() -> str:
    return __version__


def _reader(registry: str) -> Reader:
    return Reader(Registry(build(json.loads(registry), RegistryData)))


def _read(reader: Reader, path: str) -> Outcome:
    return reader(path)
