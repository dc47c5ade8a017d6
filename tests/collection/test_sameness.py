"""Which documents are one notice: by the title of a corrected issue, and by whose they are."""

from datetime import date
from typing import Any

import pytest
from growth import SQUARED, growth

from gdquality.collection.sameness import identity, standing
from gdquality.records import Notice, Source

TITLE = "关于印发质量工作方案的通知"


def notice(file: str = "a.txt", title: str = TITLE, **words: Any) -> Notice:
    """Return a notice of Guangdong, if `words` do not say else."""
    facts: dict[str, Any] = {"issued": date(2024, 3, 5), "jurisdiction": "广东省"}
    sha256 = file.encode().hex().ljust(64, "0")
    return Notice(source=Source(file, sha256), title=title, **(facts | words))


@pytest.mark.parametrize(
    "title",
    [
        "【更正】关于印发质量工作方案的通知",
        "更正：关于印发质量工作方案的通知",
        "更正 关于印发质量工作方案的通知",
        "关于印发质量工作方案的通知更正",
        "关于印发质量工作方案的通知 修订版",
        "关于印发质量工作方案的通知（更正后）",
        "关于印发质量工作方案的通知（２０２４年修订）",
        "关于印发质量工作方案的通知（2024年3月修正）",
        "关于印发质量工作方案的通知（ 第二次修订稿 ）",
        "关于印发质量工作方案的通知（重新印发）",
        "关于印发《质量工作方案》（二〇二四年修订版）的通知",
    ],
)
def test_the_title_of_a_corrected_issue(title: str) -> None:
    """It differs from that of the former by what says that it is corrected."""
    assert identity(notice("b.txt", title)) == identity(notice())
    assert standing("2024-03-05", title) > standing("2024-03-05", TITLE)


@pytest.mark.parametrize(
    "title",
    [
        "关于更正质量工作方案的通知",
        "更正关于印发质量工作方案的通知",
        "关于印发质量工作方案的通知（试行）",
        "关于印发质量工作方案的通知（2024年）",
        "关于重新印发质量工作方案的通知",
        "关于印发质量工作方案的通知（征求意见稿）",
    ],
)
def test_the_title_of_another_notice(title: str) -> None:
    """What is corrected may be its matter, and other words in brackets say something else."""
    assert identity(notice("b.txt", title)) != identity(notice())
    assert standing("2024-03-05", title) == standing("2024-03-05", TITLE)


@pytest.mark.parametrize("hostile", ["2024年", "（ ", "更正 ", " ", "第一次", "0"])
def test_titles_take_linear_time(hostile: str) -> None:
    """However long what only begins like a word for a correction."""

    def read(size: int) -> None:
        standing("", f"甲{hostile * size}乙")

    assert growth(read, 4000) < SQUARED


@pytest.mark.parametrize("number", [None, "安委办〔2024〕3号"])
@pytest.mark.parametrize("place", [None, "长沙市"])
def test_two_places_are_two_notices(place: str | None, number: str | None) -> None:
    """The same title on one day, or under one number, is no correction of another city's."""
    one = notice("a.txt", document_number=number, jurisdiction=place)
    other = notice("b.txt", document_number=number, jurisdiction="株洲市")

    assert identity(one) != identity(other)


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ({"jurisdiction": None}, 2),
        ({"jurisdiction": None, "document_number": "安委办〔2024〕3号"}, 1),
        ({"jurisdiction": "长沙市"}, 1),
        ({"jurisdiction": "长沙市", "issued": None}, 2),
    ],
)
def test_what_tells_that_two_are_issues_of_one(words: dict[str, Any], keys: int) -> None:
    """A number, or a place and a day, beside the title."""
    assert len({identity(notice(file, **words)) for file in ("a.txt", "b.txt")}) == keys
