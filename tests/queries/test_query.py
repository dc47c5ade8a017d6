"""Questions put to the notice."""

import pytest

from gdquality.errors import NotFoundError
from gdquality.names.registry import Registry
from gdquality.names.resolve import Resolved
from gdquality.queries.agencies import answer_agency
from gdquality.queries.answers import AgencyAnswer
from gdquality.queries.tasks import find_tasks
from gdquality.records import Notice


def ask(name: str, notice: Notice, registry: Registry) -> AgencyAnswer:
    """Return the answer about the agency of a canonical name."""
    return answer_agency(Resolved(name, "exact", registry.agencies[name]), notice, registry)


def numbers(answer: AgencyAnswer) -> tuple[list[int], list[int]]:
    """Return the numbers of the tasks that an agency leads and supports."""
    return [one.task.number for one in answer.lead], [one.task.number for one in answer.support]


def test_quality_supervision(notice: Notice, registry: Registry) -> None:
    """质监局 leads 22 tasks and supports 9, as read from the notice."""
    lead, support = numbers(ask("广东省质量技术监督局", notice, registry))

    assert lead == [
        *(1, 2, 6, 7, 8, 9, 10, 11, 12, 18, 20, 22, 23, 24, 25, 27, 28, 29, 30, 31, 33, 34)
    ]
    assert support == [4, 13, 14, 15, 16, 17, 19, 21, 26]


@pytest.mark.parametrize(
    ("agency", "due"),
    [
        # Leads and supports: the plans, their submission, the policy measures.
        ("广东省质量技术监督局", ["2016-12-15", "2016-12-15", None]),
        # Supports only: 会同参与单位.
        ("广东省公安厅", ["2016-12-15", "2016-12-15", None]),
        # Owes the report and the evaluations, and hands nothing in to itself.
        ("广东省质量强省工作领导小组办公室", ["2016-12-31", None, None, None, None]),
        # Is what the localities are, and supports task 32.
        ("各地级以上市人民政府", ["2016-12-15", "2016-12-15", None, None]),
        # Are what their members are, who owe the policy measures with everybody.
        ("各地", ["2016-12-15", "2016-12-15", None]),
        # Is addressed as a locality, without a task.
        ("佛山市顺德区人民政府", ["2016-12-15", "2016-12-15", None]),
        # Has no task, hence no duty.
        ("广东省审计厅", []),
    ],
)
def test_deadlines_that_bind(
    agency: str, due: list[str | None], notice: Notice, registry: Registry
) -> None:
    """A deadline binds whom it names, and whom a collective stands for; the dated come first."""
    deadlines = ask(agency, notice, registry).deadlines

    assert [one.due and one.due.isoformat() for one in deadlines] == due


def test_find_tasks(notice: Notice) -> None:
    """Tasks come in the order asked for, each once."""
    assert [task.number for task in find_tasks([21, 1, 21], notice)] == [21, 1]


def test_missing_tasks(notice: Notice) -> None:
    """Every number that is not there is named, with those that are."""
    with pytest.raises(NotFoundError) as caught:
        find_tasks([36, 1, 0, 36], notice)

    assert caught.value.messages == ("没有第 36 项任务", "没有第 0 项任务")
    assert caught.value.hint == "任务序号从 1 到 35"
