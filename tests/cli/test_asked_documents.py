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
