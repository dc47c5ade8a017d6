"""The package as a product: what the archives hold, and an answer from an installed wheel."""

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT

from gdquality.data_folder import packaged_folder

DATA = (
    *("__init__.py", "agencies.yaml", "national.yaml", "notice.txt", "patterns.tsv", "places.tsv"),
    *("readings.yaml", "tasks.yaml"),
)

UNBUILT = (*(".git", ".*_cache", ".hypothesis", ".venv", "venv"), *("build", "dist"))
"""Folders that a checkout may have, and a package is not built from."""


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the sdist, and the wheel that is built from it."""
    folder = tmp_path_factory.mktemp("dist")
    # What is built in the project's own folder stays there, and two builds disturb each other.
    project = shutil.copytree(ROOT, folder / "project", ignore=shutil.ignore_patterns(*UNBUILT))
    # `build` makes the wheel from the unpacked sdist: both hold all that they need.
    subprocess.run(
        [sys.executable, "-m", "build", "--outdir", str(folder), str(project)],
        check=True,
        capture_output=True,
    )
    return folder


def environment(**variables: str) -> dict[str, str]:
    """Return the environment with `variables`, and without the measuring of coverage."""
    return {k: v for k, v in os.environ.items() if not k.startswith("COV")} | variables


def modules() -> set[str]:
    """Return the modules in src/, the words and the templates that they read, as paths below it."""
    source = ROOT / "src"
    found = [*source.glob("gdquality/**/*.py"), *source.glob("gdquality/parsing/*.txt")]
    for files in ("*.css", "*.html", "script/*.js"):
        found += source.glob(f"gdquality/formats/templates/{files}")
    return {path.relative_to(source).as_posix() for path in found}


def test_wheel(archives: Path) -> None:
    """The wheel holds the modules, the data, and nothing else."""
    [wheel] = archives.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}

    data = {f"gdquality/data/{name}" for name in DATA}
    assert names == modules() | data | {"gdquality/py.typed"}


def test_sdist(archives: Path) -> None:
    """The sdist holds what the wheel is built from, and the tests are not in it."""
    [sdist] = archives.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        files = [member.name for member in archive.getmembers() if member.isfile()]
    names = {name.partition("/")[2] for name in files}

    top = {"LICENSE", "README.md", "PKG-INFO", "pyproject.toml", "setup.cfg", "MANIFEST.in"}
    info = {name for name in names if name.startswith("src/gdquality.egg-info/")}
    expected = {f"src/{name}" for name in modules() | {"gdquality/py.typed"}}
    assert names - info == top | expected | {f"data/{name}" for name in DATA}


def test_answer_from_the_wheel(archives: Path, tmp_path: Path) -> None:
    """Unpacked elsewhere, the wheel answers from its own data."""
    [wheel] = archives.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "lib")  # noqa: S202 -- we built it
    empty = tmp_path / "empty"
    empty.mkdir()

    result = subprocess.run(
        [sys.executable, "-m", "gdquality", "agency", "质监局"],
        cwd=empty,
        env=environment(PYTHONPATH=str(tmp_path / "lib"), PYTHONUTF8="1"),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    origin = subprocess.run(
        [sys.executable, "-c", "import gdquality.data; print(*gdquality.data.__path__)"],
        cwd=empty,
        env=environment(PYTHONPATH=str(tmp_path / "lib")),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith("广东省质量技术监督局\n省政府直属机构，牵头 22 项，参与 9 项\n")
    assert Path(origin.stdout.strip()) == tmp_path / "lib" / "gdquality" / "data"


def test_an_edit_of_the_data_shows() -> None:
    """Installed for editing, as for these tests, data/ at the top is what is read."""
    assert packaged_folder().resolve() == ROOT / "data"
