"""Bodies that only the notice knows, and what they are asked by."""

from pathlib import Path

import pytest
from conftest import ROOT

import gdquality
from gdquality.errors import GdqError

NOTICE = ROOT / "tests" / "cases" / "notices" / "three-roles.txt"


def asked(text: str, folder: Path, name: str) -> str:
    """Return which body of a table with `text` in it the `name` means."""
    source = folder / "table.csv"
    source.write_text(f"序号,任务,牵头单位,配合单位\n{text}\n", encoding="utf-8")
    return gdquality.load(source).agency(name).agency.name


def test_without_its_level(tmp_path: Path) -> None:
    """Who works there says 财政局 of the 市财政局, whose ever it is."""
    assert asked("1,办好学校,市财政局,", tmp_path, "财政局") == "市财政局"
    assert gdquality.load(NOTICE).agency("财政局").agency.name == "长沙市财政局"


def test_two_levels_are_asked_back(tmp_path: Path) -> None:
    """Where two governments have one, neither is taken for it."""
    with pytest.raises(GdqError):
        asked("1,办好学校,市水务局,区水务局", tmp_path, "水务局")


def test_a_word_that_begins_as_a_level(tmp_path: Path) -> None:
    """市场监管局 is no body called 场监管局."""
    assert asked("1,办好学校,市场监管局,市水务局", tmp_path, "市场监管局") == "市场监管局"
    with pytest.raises(GdqError):
        asked("1,办好学校,市场监管局,市水务局", tmp_path, "场监管局")
