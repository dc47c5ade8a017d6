"""A remark on how a notice was read is pointed out, until the source has been looked at."""

from gdquality.records import Remark
from gdquality.records.places import located
from gdquality.rules import derived_name, misprint
from gdquality.rules.examples import TASK
from gdquality.rules.rule import Findings, NoticeFile, Rule

OF_A_NAME: dict[str, Rule[NoticeFile]] = {
    "misprint": misprint.RULE,
    "unknown-agency": derived_name.RULE,
}
"""The rules that say the same as remarks of these codes, where the name stands."""


def check(file: NoticeFile) -> Findings:
    """Find the remarks, but those of which another rule says the same."""
    notice = file.whole
    for index, one in enumerate(notice.remarks if notice else ()):
        if notice and one.code not in OF_A_NAME:
            message = f"{located(notice.source.file, one.place)}：{one.message}"
            yield (("remarks", index, "message"), message)


def rule_of(remark: Remark) -> Rule[NoticeFile]:
    """Return the rule that says what a remark says."""
    return OF_A_NAME.get(remark.code, RULE)


RULE = Rule(
    code="GDQ504",
    name="remark",
    severity="warning",
    title="通知都读了，读得也有把握",
    why="没有读、读得没有把握的地方，答案里可能少了一项任务，或错了一个单位：请对照原文看一看。",
    passes=TASK,
    fails=TASK
    + """\
remarks:
  - {code: unread-duty, message: 有期限或报送要求，没有读成, place: {row: 9, column: 1}}
""",
    check=check,
)
