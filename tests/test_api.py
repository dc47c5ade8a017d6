"""`import gdquality`: what it offers, what it costs, and that its page tells the truth."""

import ast
import copy
import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from conftest import ROOT

import gdquality


def test_page_names_every_question() -> None:
    """The page's table has each public method and property of a data set."""
    text = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    public = {
        name: f"`{name}(" if callable(value) else f"`{name}`"
        for name, value in vars(gdquality.Dataset).items()
        if not name.startswith("_")
    }

    assert public
    assert {name for name, shown in public.items() if shown not in text} == set()


def test_all() -> None:
    """Everything promised is there, is listed, has its type, and nothing else is."""
    source = ast.parse(Path(gdquality.__file__).read_text(encoding="utf-8"))
    for_checkers = {
        alias.name
        for node in ast.walk(source)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }

    assert all(getattr(gdquality, name) is not None for name in gdquality.__all__)
    assert set(gdquality.__all__) == set(gdquality._HOMES) == for_checkers
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


def test_none_asks_for_nothing() -> None:
    """None does wherever something may be left out, so that a caller needs no cases."""
    data = gdquality.load(None)

    assert data.tasks(None, lead=None, support=None, agency=None) == data.tasks()
    assert data.tasks(lead="农业厅", support=None) == data.tasks(lead="农业厅")
    assert data.matrix(None) == data.matrix()
    assert data.deadlines(None) == data.deadlines()


@pytest.mark.parametrize("number", ["21", " 21\n", "２１", "021"])
def test_a_number_may_be_text(number: str) -> None:
    """A number that was read from a form or a file does as it is."""
    data = gdquality.load()

    assert data.task(number) == data.task(21)


@pytest.mark.parametrize("text", ["", "x", "1-5", "1_0", "-1", "2.0", "²", "9" * 5_000])
def test_text_that_is_no_number(text: str) -> None:
    """Other text is refused, not taken for a task that is not there."""
    with pytest.raises(gdquality.GdqError, match="不是任务序号") as caught:
        gdquality.load().task(text)

    assert not isinstance(caught.value, gdquality.NotFoundError)


def test_a_number_that_is_not_there() -> None:
    """As text or not, a number of no task is one that is not found."""
    for number in (36, "36", "0"):
        with pytest.raises(gdquality.NotFoundError, match="没有第"):
            gdquality.load().task(number)


@pytest.mark.parametrize("as_", [str, Path])
def test_another_data_set(as_: Callable[[str], str | Path], tmp_path: Path) -> None:
    """A folder may be named by path or text; a problem in it is an error with its place."""
    (tmp_path / "agencies.yaml").write_text("agencies: {\n", encoding="utf-8")
    data = gdquality.load(as_(str(tmp_path)))

    with pytest.raises(gdquality.InputError) as caught:
        data.agencies()

    assert Path(caught.value.file) == tmp_path / "agencies.yaml"
    assert caught.value.problems[0].line == 2


def test_an_agency_may_be_asked_about() -> None:
    """An agency that was found before does where a name does."""
    data = gdquality.load()
    agency = data.find("农业厅").agency

    assert data.tasks(lead=agency) == data.tasks(lead=[agency]) == data.tasks(lead="农业厅")
    assert data.partners(agency) == data.partners("农业厅")
    assert data.agency(agency).lead == data.agency("农业厅").lead


def test_ambiguity_survives_a_copy() -> None:
    """The error may go from one process to another."""
    with pytest.raises(gdquality.AmbiguousError) as caught:
        gdquality.load().find("检验检疫局")

    again = copy.copy(caught.value)
    assert again.candidates == caught.value.candidates
    assert len(again.candidates) == 3


def test_no_name_is_the_packaged_data() -> None:
    """An empty name of a folder is none, as an empty GDQ_DATA is."""
    assert gdquality.load("").data.is_packaged


def test_parse_gives_valid_records(tmp_path: Path) -> None:
    """What the library parses can be written and loaded, full-width digits or not."""
    source = tmp_path / "notice.txt"
    text = (ROOT / "data" / "notice.txt").read_text(encoding="utf-8")
    source.write_text(text.replace("〔2016〕553号", "〔２０１６〕５５３号"), encoding="utf-8")

    notice = gdquality.load().parse(source)

    assert notice.document_number == "粤办函〔2016〕553号"


def test_an_agency_of_another_registry() -> None:
    """One that this registry does not know is not found, wherever it comes from."""
    data = gdquality.load()
    stranger = gdquality.Agency("浙江省质量技术监督局", "provincial-department", "high")

    with pytest.raises(gdquality.NotFoundError):
        data.agency(stranger)
