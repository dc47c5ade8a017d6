"""Bytes as text: the encoding is found by what the bytes say, and damage has a place."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdquality.errors import InputError
from gdquality.sources.encoding import decode, encoding_of

SIMPLIFIED = "一、加强组织协调。\n省质监局牵头，省财政厅、商务厅配合。"
TRADITIONAL = "一、加強組織協調。\n發展局牽頭，財政司、教育局配合。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_simplified(encoding: str, newline: str) -> None:
    """Every encoding gives one text, whatever ends its lines."""
    assert decode(SIMPLIFIED.replace("\n", newline).encode(encoding), "n.txt") == SIMPLIFIED


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(encoding: str) -> None:
    """The NULs of UTF-16 tell it where no byte order mark does."""
    assert decode(SIMPLIFIED.encode(encoding), "n.txt") == SIMPLIFIED


@pytest.mark.parametrize("encoding", ["big5", "utf-8", "gb18030"])
def test_traditional(encoding: str) -> None:
    """Big5 is told from GB18030 by the characters it gives."""
    assert decode(TRADITIONAL.encode(encoding), "n.txt") == TRADITIONAL


@pytest.mark.parametrize(
    "text", ["学院", "省直", "省委", "联通", "各地", "亳州市", "·", "省质监局"]
)
def test_short(text: str) -> None:
    """A name is enough, also one whose bytes happen to be valid UTF-8 (学院, 联通)."""
    assert decode(text.encode("gb18030"), "n.txt") == text
    assert decode(text.encode(), "n.txt") == text


def test_a_declaration_breaks_a_tie() -> None:
    """Bytes that make sense as either are what the file says of itself."""
    either = "機關".encode("big5")

    assert encoding_of(either) == "gb18030"
    assert encoding_of(either, "BIG5") == "big5hkscs"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (SIMPLIFIED.encode()[:-1], "2:18: 第 80 个字节既不是 UTF-8 也不是 GB18030"),
        (SIMPLIFIED.encode("gb18030")[:-1], "2:18: 第 54 个字节既不是 UTF-8 也不是 GB18030"),
        (b"\n\xff\xff", "2:1: 第 2 个字节既不是 UTF-8 也不是 GB18030"),
        (SIMPLIFIED.encode("utf-16")[:-1], "2:18: 第 57 个字节不完整"),
        ("好\n字\0".encode(), "2:2: 第 8 个字节是 NUL，不是文本"),
        ("好\n字\0".encode("utf-16"), "2:2: 第 9 个字节是 NUL，不是文本"),
    ],
)
def test_damage(data: bytes, expected: str) -> None:
    """What is of no encoding, or of none that a text has, is named with its place."""
    with pytest.raises(InputError) as caught:
        decode(data, "n.txt")

    assert caught.value.messages == (f"n.txt:{expected}",)


@given(st.binary(), st.sampled_from(["", "big5", "gb2312", "utf-8"]))
def test_any_bytes(data: bytes, declared: str) -> None:
    """Any bytes are text or one error."""
    encoding_of(data, declared)
    with contextlib.suppress(InputError):
        decode(data, "n.txt")
