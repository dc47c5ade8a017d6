"""Duties in prose: who is bound, by when, to do or hand in what; and what of it is only remarked."""

from datetime import date

import pytest
from conftest import ROOT
from notices import notice_text

from gdquality.names.registry import Registry
from gdquality.parsing import parse
from gdquality.parsing.dates import Calendar
from gdquality.records import Deadline, Notice

LINES = (ROOT / "tests/cases/duties.tsv").read_text(encoding="utf-8").splitlines()
CASES = [line.split("\t") for line in LINES if not line.startswith("#")]
OF_NAMES = {"unknown-agency", "unknown-place"}
ROW = "1\t一事\t省质监局\t省财政厅"


def notice(body: str, registry: Registry, after: str = "") -> Notice:
    """Return the notice with that body, and `after` where its date of issue would stand."""
    text = notice_text(ROW, body=body)
    text = text.replace("附件：分工表", f"附件：分工表\n\n{after}") if after else text
    return parse(text.encode(), "n.txt", registry)


def told(deadline: Deadline) -> str:
    """Return a duty in the form of the cases."""
    who, to = (" ".join(one.text for one in part) for part in (deadline.who, deadline.to))
    fields = (who, str(deadline.due or ""), deadline.due_text or "", deadline.what, to)
    return " | ".join(fields).strip()


@pytest.mark.parametrize(("body", "expected", "codes"), CASES, ids=[case[0] for case in CASES])
def test_duties(body: str, expected: str, codes: str, registry: Registry) -> None:
    """Each duty of a case is read as it says, and each remark is made."""
    found = notice(body.replace("\\n", "\n"), registry)

    assert " // ".join(map(told, found.deadlines)) == expected
    remarks = [one.code for one in found.remarks if one.code not in OF_NAMES]
    assert " ".join(remarks) == codes


@pytest.mark.parametrize(
    ("issued", "limits", "expected"),
    [
        ("2016年11月23日", "1月底前", "2017-01-31"),
        ("2016年11月23日", "11月底前", "2016-11-30"),
        # The year of another sentence's limit is not that of this one.
        ("2020年3月20日", "2020年12月31日前完成建设。|6月20日前", "2020-12-31 2020-06-20"),
        ("2019年11月20日", "2020年1月5日之前公布结果。|12月15日前", "2020-01-05 2019-12-15"),
        ("2020年11月20日", "2021年1月底前完成建设。|3月底前", "2021-01-31 2021-03-31"),
        # Both are possible: the next September, or the one after the limit.
        ("2019年3月20日", "2020年6月底前完成建设。|9月底前", "2020-06-30 None no-year"),
        # The sentence itself has the year.
        ("2019年3月20日", "2020年6月底前完成建设，|9月底前", "2020-06-30 2020-09-30"),
        ("2020年3月20日", "2020年12月31日前完成建设，|6月20日前", "2020-12-31 None no-year"),
        ("2020年11月20日", "2020年12月底前完成建设，|1月底前", "2020-12-31 2021-01-31"),
        # Past, or of the next year.
        ("2020年3月20日", "3月10日前", "None no-year"),
    ],
)
def test_the_date_of_issue(issued: str, limits: str, expected: str, registry: Registry) -> None:
    """A limit without a year is the next of its month after the document, if nothing else fits."""
    *before, last = limits.split("|")
    told_before = "".join(f"省质监局要于{one}" for one in before)
    body = f"{told_before}省质监局要于{last}将情况报送省政府。"

    found = notice(body, registry, after=f"省政府办公厅\n\n{issued}")

    read = [*(str(one.due) for one in found.deadlines), *(one.code for one in found.remarks)]
    assert " ".join(read) == expected


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        ("2020年12月31日前完成建设。|6月20日前", "2020-12-31 None no-year"),
        ("2020年1月5日前公布结果。|12月15日前", "2020-01-05 None no-year"),
        ("2020年1月5日前公布结果。|3月15日前", "2020-01-05 2020-03-15"),
    ],
)
def test_no_date_of_issue(limits: str, expected: str, registry: Registry) -> None:
    """Without one, a limit has its year of the last that named one, if it is soon after that."""
    before, last = limits.split("|")
    body = f"省质监局要于{before}省质监局要于{last}将情况报送省政府。"

    found = notice(body, registry)

    read = [*(str(one.due) for one in found.deadlines), *(one.code for one in found.remarks)]
    assert " ".join(read) == expected


def test_unknown_names_are_remarked(registry: Registry) -> None:
    """Whoever the registry of the notice's own government lacks is derived, and told."""
    found = notice("省无名厅要制定方案。", registry)

    [deadline] = found.deadlines
    assert (deadline.who[0].agency, deadline.who[0].derived) == ("广东省无名厅", True)
    assert [(one.code, one.place.row) for one in found.remarks] == [("unknown-agency", 9)]


def test_an_unknown_name_is_remarked_once(registry: Registry) -> None:
    """Whom an allocation names is told there, and not again where a limit in the item binds them."""
    found = notice("1.做一事。（责任单位：省无名厅）于2017年6月底前完成整改。", registry)

    assert [one.who[0].text for one in found.deadlines] == ["省无名厅"]
    assert [remark.code for remark in found.remarks] == ["unknown-agency"]


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("2019年12月底", None, "2019-12-31"),
        ("2024-06-30", None, "2024-06-30"),
        ("2020年底前", None, "2020-12-31"),
        ("6月底完成", date(2019, 3, 5), "2019-06-30"),
        ("1月底前", date(2019, 3, 5), "2020-01-31"),
        ("6月底完成", None, "None"),
        ("2月30日前", date(2019, 1, 1), "None"),
        ("持续推进", date(2019, 1, 1), "None"),
        ("每季度末", date(2019, 1, 1), "None"),
    ],
)
def test_dates(text: str, known: date | None, expected: str) -> None:
    """A date has its year, or that which the last date known gives it, or is none."""
    assert str(Calendar(known).day_of(text).day) == expected
