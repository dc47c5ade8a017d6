"""Bodies added to an agencies.yaml that somebody has written."""

from dataclasses import replace
from difflib import ndiff

import pytest

from gdquality.records import Agency, RegistryData
from gdquality.store.registry_text import with_added
from gdquality.store.validation import validate_document
from gdquality.store.yaml_reader import read_yaml

NEW = Agency("湖南省林业局", "government-department", "low", aliases=("省林业局",), note="推定")
BLOCK = """\
# 我的名录
jurisdiction: 湖南省
agencies:
  # 财政
  - name: 湖南省财政厅   # 官网
    kind: government-department
    confidence: high

  # 变更

changes: []
places: []
"""


def added(text: str) -> str:
    """Return `text` with one body more, after a look at what it holds."""
    known = registry_in(text)
    wanted = replace(known, agencies=(*known.agencies, NEW))
    result = with_added(text, known, wanted)
    assert registry_in(result) == wanted
    return result


def registry_in(text: str) -> RegistryData:
    """Return the registry that a text holds."""
    return validate_document(read_yaml(text, "agencies.yaml"), RegistryData)


@pytest.mark.parametrize(
    "text",
    [
        BLOCK,
        BLOCK.replace("\n  - ", "\n- ").replace("\n    ", "\n  ").replace("\n  #", "\n#"),
        "changes: []\nplaces: []\n" + BLOCK[: BLOCK.index("\n  # 变更")],
        BLOCK[: BLOCK.index("changes")].replace("agencies:", "changes: []\nplaces: []\nagencies:"),
    ],
)
def test_all_else_stays_as_it_was(text: str) -> None:
    """Lines of the new body come behind the last, wherever the list stands."""
    result = added(text)

    changed = [line for line in ndiff(text.split("\n"), result.split("\n")) if line[0] in "+-"]
    assert [line[0] for line in changed] == ["+"] * 6
    assert "name: 湖南省林业局" in changed[0]
    assert result.index("官网") < result.index("湖南省林业局")


def test_a_last_line_that_is_not_ended() -> None:
    """It is ended first."""
    added("changes: []\nplaces: []\n" + BLOCK[: BLOCK.index("\n\n  # 变更")])


@pytest.mark.parametrize(
    "agencies", ["[]", "[{name: 湖南省财政厅, kind: other-organ, confidence: low}]"]
)
def test_a_list_in_brackets_is_written_anew(agencies: str) -> None:
    """Nothing is lost but the layout."""
    added(f"jurisdiction: 湖南省\nplaces: []\nagencies: {agencies}\nchanges: []\n")


def test_nothing_to_add() -> None:
    """The text is the same to the last blank."""
    assert with_added(BLOCK, registry_in(BLOCK), registry_in(BLOCK)) == BLOCK
