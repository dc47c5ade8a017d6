"""What the tests share: the packaged records, and ways to run `gdq`."""

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from gdquality.cli import run as run_gdq
from gdquality.dataset import load
from gdquality.names.registry import Registry
from gdquality.records import Notice

pytest_plugins = ["browsing", "many"]

ROOT = Path(__file__).parents[1]

# A slow machine is no fault of the program: how long an example takes is not asserted by default.
settings.register_profile("gdquality", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("gdquality")


@dataclass(frozen=True)
class Result:
    """What a run of `gdq` wrote and how it ended."""

    exit_code: int
    stdout: str
    stderr: str


Run = Callable[..., Result]

FULL = Path("/dev/full")
NO_FULL = "only Linux has a disk that is always full"
posix_only = pytest.mark.skipif(os.name != "posix", reason="Windows has none of this")


@pytest.fixture(scope="session")
def registry() -> Registry:
    """Return the packaged registry."""
    return load().registry


@pytest.fixture(scope="session")
def notice() -> Notice:
    """Return the packaged notice."""
    return load().notice


@pytest.fixture
def gdq(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs `gdq` in this process, at the root of the project."""
    monkeypatch.chdir(ROOT)
    for name in ("COLUMNS", "FORCE_COLOR", "NO_COLOR", "GDQ_DATA", "GITHUB_ACTIONS", "GDQ_DEBUG"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str) -> Result:
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            exit_code = run_gdq(list(arguments))
        printed = (stream.getvalue() for stream in (out, err))
        # Paths are printed as the system writes them, and stand in the tests as most do.
        return Result(exit_code, *(text.replace(os.sep, "/") for text in printed))

    return run


@pytest.fixture
def process() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Return a function that runs this Python with arguments, as a process of its own."""

    def run(
        *arguments: str, cwd: Path = ROOT, env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=cwd,
            env=env,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return run
