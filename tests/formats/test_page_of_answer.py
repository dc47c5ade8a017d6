"""An answer as a page: everything is text, and nothing is fetched."""

import re
from pathlib import Path

from conftest import Run

from gdquality.formats.as_html import file_of
from gdquality.formats.caption import Caption
from gdquality.formats.handout import Handout, Part
from gdquality.formats.sheet import Sheet
from gdquality.formats.templates import hash_of

NAME = "<script>alert(1)</script>{{ 7*7 }}&amp;\x1b\u202e"
SHOWN = "&lt;script&gt;alert(1)&lt;/script&gt;{{ 7*7 }}&amp;amp;\\x1b\\u202e"


def test_hostile_names() -> None:
    """Markup, templates and controls are text wherever they stand."""
    sheet = Sheet((("a", NAME), ("b", NAME)), ((NAME, (NAME, NAME)),))
    caption = Caption(NAME, NAME, None, NAME)

    text = file_of(
        Handout(f"{NAME}.", (NAME,), (Part("甲", sheet), Part("乙", sheet)), caption)
    ).decode()

    assert "<script" not in text
    assert text.count(SHOWN) == 2 + 1 + 2 + 2 * 5 + 3
    assert "49" not in text.replace(SHOWN, "")


def test_policy(gdq: Run, tmp_path: Path) -> None:
    """The policy allows nothing but the style that the page has."""
    path = tmp_path / "a.html"
    gdq("tasks", "-o", str(path))

    text = path.read_text(encoding="utf-8")
    [style] = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    assert f"default-src 'none'; style-src '{hash_of(style)}'" in text
    assert not re.search(r"\b(src|href|style)=|url\(|@import", text)


def test_names_are_whole(gdq: Run, tmp_path: Path) -> None:
    """Each name is in one piece with the 、 that follows it."""
    path = tmp_path / "a.html"
    gdq("task", "27", "-o", str(path))

    text = path.read_text(encoding="utf-8")
    assert '<span class="name">省民政厅、</span><span class="name">广东保监局</span>' in text
