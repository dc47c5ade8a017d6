"""`import gdquality`: what it offers, what it costs, and that its page tells the truth."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from conftest import ROOT

import gdquality


def test_page_names_every_question() -> None:
    """The page's table has each public method of a data set, and no other."""
    text = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    public = {name for name in vars(gdquality.Dataset) if not name.startswith("_")}

    assert public
    assert {name for name in public if f"`{name}(" not in text} == set()


def test_all() -> None:
    """Everything promised is there, is listed, and nothing else is."""
    assert [getattr(gdquality, name).__name__ for name in gdquality.__all__ if name != "Resolution"]
    assert set(gdquality.__all__) == set(gdquality._HOMES)
    assert set(gdquality.__all__) <= set(dir(gdquality))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        gdquality.__getattr__("nothing")


def test_import_is_free(process: Callable[..., CompletedProcess[str]]) -> None:
    """Importing the package imports no module of it."""
    code = (
        "import json, sys, gdquality;"
        "print(json.dumps([name for name in sys.modules if name.startswith('gdquality.')]))"
    )

    assert json.loads(process("-c", code).stdout) == []


def test_one_name_is_no_series_of_characters() -> None:
    """A name given alone where several may be is that name."""
    data = gdquality.load()

    assert data.tasks(lead="农业厅") == data.tasks(lead=["农业厅"])
    assert data.matrix("农业厅") == data.matrix(["农业厅"])


@pytest.mark.parametrize("as_", [str, Path])
def test_another_data_set(as_: Callable[[str], str | Path], tmp_path: Path) -> None:
    """A folder may be named by path or text; a fault in it is an error with its place."""
    (tmp_path / "agencies.yaml").write_text("agencies: {\n", encoding="utf-8")
    data = gdquality.load(as_(str(tmp_path)))

    with pytest.raises(gdquality.InputError) as caught:
        data.agencies()

    assert Path(caught.value.file) == tmp_path / "agencies.yaml"
    assert caught.value.problems[0].line == 2
