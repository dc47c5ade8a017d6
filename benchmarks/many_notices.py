"""Notices made at random in many layouts, to build databases of any size from.

Each layout is one of those in tests/cases/notices: tables under several headings, Markdown, pages,
allocations in brackets, labels on lines of their own. A seed makes the same notices again.
"""

import random
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple

PROVINCES = ("广东省", "湖南省", "四川省", "江苏省", "浙江省", "河北省", "陕西省", "云南省")
CITIES = ("长沙市", "株洲市", "成都市", "绵阳市", "苏州市", "杭州市", "石家庄市", "昆明市")
OFFICES = (
    *("发展改革委", "教育", "科技", "公安", "民政", "财政", "自然资源", "生态环境", "交通运输"),
    *("水利", "商务", "文化和旅游", "应急管理", "统计", "医保"),
)
VERBS = ("加强", "推进", "完善", "优化", "提升", "规范", "健全", "扩大")
OBJECTS = (
    *("质量安全监管", "农产品品牌建设", "职业教育", "河湖治理", "物流体系", "养老服务", "营商环境"),
    *("标准体系", "数据共享", "应急演练", "医疗保障", "绿色制造", "文化市场", "交通设施"),
)
SHARE_OF_GUANGDONG = 0.01
"""Of a hundred notices of all governments one is of a place that the packaged registry knows."""


class Task(NamedTuple):
    """A task, and the names that lead and support it."""

    title: str
    lead: str
    support: str


Layout = Callable[[str, str, Sequence[Task]], str]
"""What writes a notice of a head, a body and tasks."""


def tabs(head: str, body: str, tasks: Sequence[Task]) -> str:
    """Return a text with a table between tabs."""
    rows = (f"{n}\t{one.title}\t{one.lead}\t{one.support}" for n, one in enumerate(tasks, 1))
    return "\n".join((head, "", body, "", "序号\t重点工作任务\t牵头单位\t参与单位", *rows, ""))


def turned(head: str, body: str, tasks: Sequence[Task]) -> str:
    """Return a text with other columns in another order."""
    rows = (f"{one.lead}\t{one.title}\t2019年12月底\t{one.support}" for one in tasks)
    return "\n".join((head, "", body, "", "责任单位\t工作事项\t完成时限\t配合单位", *rows, ""))


def markdown(head: str, body: str, tasks: Sequence[Task]) -> str:
    """Return Markdown with a table."""
    rows = (f"| {n} | {one.title} | {one.lead} | {one.support} |" for n, one in enumerate(tasks, 1))
    top = ("| 序号 | 任务 | 牵头部门 | 配合部门 |", "|---|---|---|---|")
    return "\n".join((head, "", body, "", *top, *rows, ""))


def page(head: str, body: str, tasks: Sequence[Task]) -> str:
    """Return a web page with a table."""
    cells = [("序号", "任务", "牵头单位", "参与单位")]
    cells += [(str(n), *one) for n, one in enumerate(tasks, 1)]
    rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in cells)
    table = "".join(f"<tr>{row}</tr>" for row in rows)
    prose = "".join(f"<p>{line}</p>" for line in f"{head}\n{body}".split("\n") if line)
    return f"<!doctype html><html><body>{prose}<table>{table}</table></body></html>"


def brackets(head: str, body: str, tasks: Sequence[Task]) -> str:
    """Return prose whose paragraphs are closed by who is to do them."""
    items = (
        f"（{'一二三四五六七八九十'[n % 10]}）{one.title}。落实各项措施。"
        f"（{one.lead}牵头，{one.support}配合）"
        for n, one in enumerate(tasks)
    )
    return "\n".join((head, "", body, "", "一、主要任务", *items, ""))


def labels(head: str, body: str, tasks: Sequence[Task]) -> str:
    """Return prose with labels on lines of their own."""
    items = (
        f"{n}.{one.title}。\n牵头单位：{one.lead}\n配合单位：{one.support}"
        for n, one in enumerate(tasks, 1)
    )
    return "\n".join((head, "", body, "", *items, ""))


LAYOUTS: dict[Layout, str] = {
    tabs: ".txt",
    turned: ".txt",
    markdown: ".md",
    page: ".html",
    brackets: ".txt",
    labels: ".txt",
}


def notice(chance: random.Random, serial: int) -> tuple[str, str]:
    """Return the text of a notice, and how the name of its file ends."""
    own = chance.random() < SHARE_OF_GUANGDONG
    place = "广东省" if own else chance.choice(PROVINCES[1:] + CITIES)
    kind, suffix = ("省", "厅") if place.endswith("省") else ("市", "局")
    year, month = chance.randrange(2010, 2025), chance.randrange(1, 13)

    def names(most: int) -> str:
        some = chance.sample(OFFICES, chance.randrange(1, most + 1))
        return "、".join(kind + (one if one.endswith("委") else one + suffix) for one in some)

    tasks = [
        Task(f"{chance.choice(VERBS)}{chance.choice(OBJECTS)}", names(2), names(6))
        for _ in range(chance.randrange(5, 40))
    ]
    organ = f"{place}人民政府办公{'厅' if kind == '省' else '室'}"
    head = f"{organ}\n\n{place[0]}政办〔{year}〕{serial}号\n\n{organ}关于做好{year}年重点工作的通知"
    body = (
        f"各有关单位：\n\n现将任务分工印发给你们，请于{year}年{month}月28日前报送落实情况。\n\n"
        f"{organ}\n{year}年{month}月1日"
    )
    layout = chance.choice([*LAYOUTS])
    return layout(head, body, tasks), LAYOUTS[layout]


def make_notices(folder: Path, count: int, seed: int = 1) -> None:
    """Write `count` notices into `folder`, a hundred a folder."""
    chance = random.Random(seed)
    for serial in range(1, count + 1):
        text, ending = notice(chance, serial)
        path = folder / f"{serial // 100:04}" / f"{serial:06}{ending}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
