"""Small notices to break, for the tests of the parser and of the command line."""

HEADER = "序号\t重点工作任务\t牵头单位\t参与单位"
TOP = (
    "广东省人民政府办公厅\n\n粤办函〔2016〕1号\n\n"
    "关于一项工作的通知\n\n省政府各部门：\n\n{body}\n\n附件：分工表\n\n"
)
END = "\n公开方式：主动公开\n"


def notice_text(*rows: str, body: str = "现通知如下。", header: str = HEADER) -> str:
    """Return a notice of `rows` (cells between tabs), the first of them on line 14."""
    return TOP.format(body=body) + "\n".join((header, *rows)) + "\n" + END
