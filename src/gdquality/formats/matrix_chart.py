"""A matrix as a chart: a row a task, a column an agency, a circle a role."""

from typing import Any

from gdquality.formats.charts import (
    DARK,
    MIDDLE,
    SIZE,
    STEP,
    TITLE_SIZE,
    label_width,
    names_from_left_to_right,
    nominal,
    padding,
    width,
)
from gdquality.formats.controls import visible
from gdquality.formats.terms import ROLES, shown_name
from gdquality.queries.answers import Matrix
from gdquality.records import Role

LEGEND = 60
"""Pixels of the legend: a symbol and two characters."""

FILLS: dict[Role, str] = {"lead": DARK, "responsible": MIDDLE, "support": "white"}
"""How the circle of each role is filled."""


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
            "y": names_from_left_to_right("task", tasks),
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
    left, right = label_width(tasks), STEP * len(agencies)
    needed = max(width(title, TITLE_SIZE), left + LEGEND, *map(width, source))
    return {
        "title": {"text": title, "subtitle": source},
        "padding": padding(left + right, needed),
        "width": {"step": STEP},
        "height": {"step": STEP},
        "encoding": {"x": nominal("agency", agencies, axis)},
        "layer": [circles, headings],
    }
