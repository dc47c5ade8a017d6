"""What a question to a document says of what was not read."""

import shlex
from pathlib import Path

from conftest import Run

TABLE = (
    "广东省人民政府关于一件事的通知\n\n"
    "序号\t任务\t牵头单位\n1\t办好学校\t省教育厅\n2\t修好道路\t另行通知\n"
)


def test_a_document_that_was_read_in_part(tmp_path: Path, gdq: Run) -> None:
    """An answer from it does not look whole; one from a document that was read whole does."""
    document = tmp_path / "分工 表.txt"
    document.write_text(TABLE, encoding="utf-8")
    partly = gdq("tasks", "--data", str(document))
    document.write_text(TABLE[: TABLE.index("2\t")], encoding="utf-8")
    wholly = gdq("tasks", "--data", str(document))

    assert partly.stderr.startswith(f"警告：{document}: 有 ")
    assert f"gdq parse {shlex.quote(str(document))}" in partly.stderr
    assert wholly.stderr == ""


def test_a_document_that_is_not_there(tmp_path: Path, gdq: Run) -> None:
    """What is named as a file is missed as a file, and no data folder is asked for."""
    result = gdq("tasks", "--data", str(tmp_path / "通知.docx"))

    assert result.exit_code == 2
    assert result.stderr == f"错误：{tmp_path / '通知.docx'}: 没有这个文件\n"


def test_limits_of_tasks_are_in_every_answer(tmp_path: Path, gdq: Run) -> None:
    """A column of limits is there if a task has one; deadlines say that they are another matter."""
    document = tmp_path / "分工.csv"
    document.write_text(
        "序号,任务,牵头单位,完成时限\n1,修路,市交通局,2023年12月底\n2,种树,市林业局,\n",
        encoding="utf-8",
    )
    asked = ("--data", str(document))

    for command in (("tasks",), ("task", "1"), ("agency", "市交通局")):
        for format_ in ("csv", "tsv"):
            assert "2023年12月底" in gdq(*command, "-f", format_, *asked).stdout
    assert "时限" in gdq("tasks", *asked).stdout
    assert "时限" not in gdq("tasks", "种树", *asked).stdout
    assert "任务有自己的时限，见 gdq tasks" in gdq("deadlines", *asked).stderr
