"""The partners of an agency as a chart: a row a partner, a bar a count."""

from typing import Any

from gdquality.formats.charts import (
    DARK,
    MIDDLE,
    SIZE,
    STEP,
    TITLE_SIZE,
    label_width,
    names_from_left_to_right,
    padding,
    width,
)
from gdquality.formats.controls import visible
from gdquality.formats.terms import PARTS, shown_name
from gdquality.queries.answers import PartnerList

BARS = 120
"""Pixels of a column of bars."""


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
    drawn = label_width(names) + len(PARTS) * (BARS + STEP) - STEP
    needed = max(width(title, TITLE_SIZE), *map(width, below), 0)
    return {
        "title": {"text": title, "subtitle": below},
        "padding": padding(drawn, needed),
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
                "y": names_from_left_to_right("agency", names),
            },
            "layer": [bar, number],
        },
    }
