"""What a text says that the marks of a matrix mean, and that a bullet means nothing."""

import pytest

from gdquality.parsing.legends import legend_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("注：●为牵头单位，○为配合单位。", {"●": "lead", "○": "support"}),
        ("牵头单位（★）、责任单位（☆）", {"★": "lead", "☆": "responsible"}),
        ("责任单位（●牵头，○参加）", {"●": "lead", "○": "support"}),
        ("牵头单位用●表示，配合单位用○表示", {"●": "lead", "○": "support"}),
        ("A—牵头，S—配合，R—负责", {"A": "lead", "S": "support", "R": "responsible"}),
        ("“主”表示牵头单位；“辅”代表协办单位", {"主": "lead", "辅": "support"}),
        ("● 牵头\n○ 配合", {"●": "lead", "○": "support"}),
    ],
)
def test_legend(text: str, expected: dict[str, str]) -> None:
    """Marks and roles stand by turns, whichever is first, in a note or in the bracket at an end."""
    assert dict(legend_of(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "●市教育局牵头，市财政局配合。",
        "●牵头单位：市教育局",
        "●为牵头单位，请各单位落实",
        "市局牵头",
        "●",
        "",
    ],
)
def test_no_legend(text: str) -> None:
    """A text that says anything else is none, nor is a bullet before a sentence."""
    assert not legend_of(text)


def test_mark_explained_twice() -> None:
    """Both roles are told of a mark that is explained twice; whoever asks decides."""
    assert list(legend_of("●牵头，●配合")) == [("●", "lead"), ("●", "support")]
