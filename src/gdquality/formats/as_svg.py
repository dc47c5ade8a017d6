"""Matrix and partners as pictures: charts in the Vega-Lite grammar, drawn as SVG or PNG.

Text stays text, in the first Chinese font that the reader's machine has. Where to put it is
therefore reckoned from its width in cells, and never from the fonts of the machine that draws.
"""

from typing import Any

from gdquality.errors import GdqError
from gdquality.extras import needed
from gdquality.formats.caption import Caption
from gdquality.formats.controls import visible
from gdquality.formats.terms import PARTS, ROLES, shown_name
from gdquality.queries.answers import Answer, Matrix, PartnerList
from gdquality.records import Role

FONTS = (
    "'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', 'PingFang SC', SimHei, sans-serif"
)
SIZE = 12
"""Pixels of a character, which are also those of a line of one character."""

TITLE_SIZE = 16
"""Pixels of a character of the title."""

STEP = 20
"""Pixels from one row or column to the next."""

BARS = 120
"""Pixels of a column of bars."""

SCALE = 2
"""Pixels of a PNG to one of the picture."""

LEGEND = 60
"""Pixels of the legend: a symbol and two characters."""

DARK, MIDDLE, FAINT = "#1f4e79", "#6f9bc8", "#e6e6e6"


FILLS: dict[Role, str] = {"lead": DARK, "responsible": MIDDLE, "support": "white"}
"""How the circle of each role is filled."""


def render(answer: Answer, caption: Caption | None = None, conditions: str = "") -> str:
    """Return an SVG document of a matrix or of the partners of an agency.

    `caption` is the notice that it is from, `conditions` what it was narrowed by. Raises GdqError
    for another answer, and where vl-convert is not installed.
    """
    chart = _chart(answer, caption, conditions)
    with needed("vl-convert-python"):
        import vl_convert
    return labelled(vl_convert.vegalite_to_svg(chart), chart["title"]["text"]) + "\n"


def png(answer: Answer, caption: Caption | None = None, conditions: str = "") -> bytes:
    """Return the same picture as PNG, twice as fine as a screen, as print wants it.

    The machine that draws has to have a Chinese font.
    """
    chart = _chart(answer, caption, conditions)
    with needed("vl-convert-python"):
        import vl_convert
    return bytes(vl_convert.vegalite_to_png(chart, scale=SCALE))


def _chart(answer: Answer, caption: Caption | None, conditions: str) -> dict[str, Any]:
    source = [visible(conditions)] if conditions else []
    source += [visible(caption.source)] if caption else []
    match answer:
        case Matrix():
            return FRAME | matrix_chart(answer, source)
        case PartnerList():
            return FRAME | partners_chart(answer, source)
        case _:
            raise GdqError("只有 gdq matrix 和 gdq partners 能画成图")


def labelled(svg: str, title: str) -> str:
    """Return `svg` as a screen reader tells it in Chinese: what the picture is, and each mark.

    Vega says in English what kind of thing each part is; the marks say it themselves.
    """
    from xml.etree import ElementTree as ET

    ET.register_namespace("", "http://www.w3.org/2000/svg")
    root = ET.fromstring(svg)  # noqa: S314 -- it was drawn here
    for node in root.iter():
        kind = node.attrib.pop("aria-roledescription", "")
        if kind.endswith("container"):
            node.attrib.pop("role", None)
        elif kind.endswith("title"):
            node.set("aria-label", "".join(node.itertext()))
    root.set("role", "graphics-document")
    root.set("aria-roledescription", "图")
    root.set("aria-label", title)
    root.set("lang", "zh-CN")
    return ET.tostring(root, encoding="unicode")


FRAME: dict[str, Any] = {
    "background": "white",
    "config": {
        "font": FONTS,
        "axis": {
            "aria": False,
            "domain": False,
            "ticks": False,
            "labelFontSize": SIZE,
            "labelLimit": 0,
        },
        "header": {"labelFontSize": SIZE, "labelFontWeight": "bold", "title": None},
        "legend": {
            "aria": False,
            "orient": "top",
            "columns": 1,
            "labelFontSize": SIZE,
            "title": None,
        },
        "title": {
            "aria": False,
            "anchor": "start",
            "fontSize": TITLE_SIZE,
            "offset": SIZE,
            "subtitleFontSize": SIZE,
            "subtitlePadding": 4,
        },
        "view": {"stroke": None},
    },
}


def matrix_chart(answer: Matrix, source: list[str]) -> dict[str, Any]:
    """Return the chart of who leads and who supports: a row a task, a column an agency.

    `source` are lines that say where it is from.
    """
    digits = max((len(str(number)) for number, _, _ in answer.rows), default=0)
    tasks = [f"{number:\u2007<{digits + 1}}{visible(title)}" for number, title, _ in answer.rows]
    agencies = [
        visible(shown_name(text, derived=name in answer.derived)) for name, text in answer.columns
    ]
    parts = [
        {
            "task": task,
            "agency": agency,
            "role": ROLES[role],
            "said": f"{agency}{ROLES[role]}：{task}",
        }
        for task, (_, _, roles) in zip(tasks, answer.rows, strict=True)
        for agency, role in zip(agencies, roles, strict=True)
        if role
    ]
    circles = {
        "data": {"values": parts},
        "mark": {"type": "circle", "size": 100, "stroke": DARK, "strokeWidth": 1.5, "opacity": 1},
        "encoding": {
            "y": _names_from_left_to_right("task", tasks),
            "description": {"field": "said"},
            "fill": {
                "field": "role",
                "scale": {
                    "domain": [ROLES[role] for role in answer.roles],
                    "range": [FILLS[role] for role in answer.roles],
                },
                "legend": {"symbolStrokeColor": DARK, "symbolStrokeWidth": 1.5},
            },
        },
    }
    # The labels of an axis all begin at one height; upright names are to end at one.
    headings = {
        "data": {"values": [{"agency": name, "characters": [*name]} for name in agencies]},
        "mark": {
            "type": "text",
            "aria": False,
            "align": "center",
            "baseline": "top",
            "fontSize": SIZE,
            "lineHeight": SIZE,
            "dy": {"expr": f"-{SIZE} * length(datum.characters) - {SIZE // 2}"},
        },
        "encoding": {"text": {"field": "characters"}, "y": {"value": 0}},
    }
    room = (max(map(len, agencies), default=0) + 1) * SIZE
    axis = {"orient": "top", "title": None, "labels": False, "minExtent": room}
    title = "任务与单位对照"
    left, right = _label_width(tasks), STEP * len(agencies)
    needed = max(_width(title, TITLE_SIZE), left + LEGEND, *map(_width, source))
    return {
        "title": {"text": title, "subtitle": source},
        "padding": _padding(left + right, needed),
        "width": {"step": STEP},
        "height": {"step": STEP},
        "encoding": {"x": _nominal("agency", agencies, axis)},
        "layer": [circles, headings],
    }


def partners_chart(answer: PartnerList, source: list[str]) -> dict[str, Any]:
    """Return the chart of how often each partner works with an agency, and in which roles.

    `source` are lines that say where it is from.
    """
    names = [visible(shown_name(one.agency, derived=one.derived)) for one in answer.partners]
    counts = [
        {
            "agency": name,
            "role": heading,
            "count": getattr(one, key),
            "said": f"{name}：{heading} {getattr(one, key)} 项",
        }
        for name, one in zip(names, answer.partners, strict=True)
        for key, heading in PARTS.items()
    ]
    most = max((one.together for one in answer.partners), default=0)
    bar = {
        "mark": {"type": "bar", "height": SIZE},
        "encoding": {
            "description": {"field": "said"},
            "color": {
                "condition": {"test": f"datum.role == '{PARTS['together']}'", "value": DARK},
                "value": MIDDLE,
            },
        },
    }
    number = {
        "mark": {"type": "text", "aria": False, "align": "left", "dx": 3, "fontSize": SIZE},
        "transform": [{"filter": "datum.count > 0"}],
        "encoding": {"text": {"field": "count"}},
    }
    title = f"与{visible(answer.agency)}共事的任务数"
    below = source
    if answer.predecessors:
        below = [visible(f"以其前身计：{'、'.join(answer.predecessors)}"), *source]
    drawn = _label_width(names) + len(PARTS) * (BARS + STEP) - STEP
    needed = max(_width(title, TITLE_SIZE), *map(_width, below), 0)
    return {
        "title": {"text": title, "subtitle": below},
        "padding": _padding(drawn, needed),
        "data": {"values": counts},
        "facet": {"column": {"field": "role", "sort": [*PARTS.values()]}},
        "spacing": STEP,
        "spec": {
            "width": BARS,
            "height": {"step": STEP},
            "encoding": {
                "x": {
                    "field": "count",
                    "type": "quantitative",
                    # Room for the number beside the longest bar.
                    "scale": {"domain": [0, most * 1.2]},
                    "axis": None,
                },
                "y": _names_from_left_to_right("agency", names),
            },
            "layer": [bar, number],
        },
    }


def _padding(drawn: int, needed: int) -> dict[str, int]:
    """Return the padding of a picture `drawn` so wide, that has to be as wide as `needed`."""
    return {"left": SIZE, "top": SIZE, "bottom": SIZE, "right": SIZE + max(0, needed - drawn)}


def _names_from_left_to_right(field: str, names: list[str]) -> dict[str, Any]:
    width = _label_width(names)
    axis = {"title": None, "labelAlign": "left", "labelPadding": width, "minExtent": width}
    return _nominal(field, names, axis)


def _nominal(field: str, names: list[str], axis: dict[str, Any]) -> dict[str, Any]:
    shown = {"grid": True, "gridColor": FAINT, "labelOverlap": False, **axis}
    return {"field": field, "type": "nominal", "scale": {"domain": names}, "axis": shown}


def _label_width(names: list[str]) -> int:
    return max(map(_width, names), default=0) + SIZE


def _width(text: str, size: int = SIZE) -> int:
    from rich.cells import cell_len

    return cell_len(text) * size // 2
