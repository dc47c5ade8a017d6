"""What the columns of a table hold, told by their headings."""

import pytest

from gdquality.parsing.columns import column_of


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("责任单位", "responsible"),
        ("发起部门", "lead"),
        ("配合/责任单位", "partner"),
        # Of these it is not said who leads.
        ("牵头/配合单位", "responsible"),
        ("牵头单位及责任单位", "responsible"),
        ("主（协）办单位", "responsible"),
        ("主协办单位", "responsible"),
        ("主、承办单位", "responsible"),
        ("主办协办单位", "responsible"),
        ("牵头（配合）单位", "responsible"),
        ("责任（配合）单位", "partner"),
        ("协同配合单位", "support"),
        ("工作任务（牵头单位）", "title"),
        ("牵头责任单位", "lead"),
        ("牵头部门配合部门", "responsible"),
        # Bodies called by their areas or offices.
        ("责任街乡", "responsible"),
        ("责任县（市、区）", "responsible"),
        ("责任办所", "responsible"),
        ("配合村（社区）", "support"),
        ("责任区", "other"),
        ("实施地区", "other"),
        # Persons, and bodies beside them.
        ("责任科室", "other"),
        ("责任科室（单位）", "responsible"),
        ("责任领导及单位", "responsible"),
        ("责任单位及责任人", "responsible"),
        ("责任单位负责人", "other"),
        ("分管领导及单位", "other"),
        # What names bodies and is no heading of theirs.
        ("各责任单位", "other"),
        ("市教育局牵头，市直有关部门配合", "other"),
        ("由市教育局牵头", "other"),
        ("责任单位整改情况", "other"),
        ("主要完成单位", "other"),
        # Who sees to it that others do the work.
        ("牵头督办单位", "other"),
        ("督办责任单位", "responsible"),
        # Words that say no body, and what counts the columns of bodies.
        ("市直配合单位", "support"),
        ("牵头单位名称", "lead"),
        ("配合单位2", "support"),
        ("案由", "title"),
        ("建议标题", "title"),
        ("提案号", "number"),
    ],
)
def test_column_of(heading: str, column: str) -> None:
    """A heading says who stands below it, or that nobody does."""
    assert column_of(heading) == column
