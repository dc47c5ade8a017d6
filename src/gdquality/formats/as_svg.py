"""Matrix and partners as pictures: SVG, whose text is text, or PNG."""

from collections.abc import Sequence
from typing import Any

from gdquality.errors import GdqError
from gdquality.extras import needed
from gdquality.formats.caption import Caption
from gdquality.formats.charts import FRAME
from gdquality.formats.controls import visible
from gdquality.formats.matrix_chart import matrix_chart
from gdquality.formats.partners_chart import partners_chart
from gdquality.queries.answers import Answer, Matrix, PartnerList

SCALE = 2
"""Pixels of a PNG to one of the picture."""


def render(answer: Answer, caption: Caption | None = None, lines: Sequence[str] = ()) -> str:
    """Return an SVG document of a matrix or of the partners of an agency.

    `caption` is the notice that it is from, `lines` are what else is said of it. Raises GdqError
    for another answer, and where vl-convert is not installed.
    """
    chart = _chart(answer, caption, lines)
    with needed("vl-convert-python"):
        import vl_convert
    return labelled(vl_convert.vegalite_to_svg(chart), chart["title"]["text"]) + "\n"


def png(answer: Answer, caption: Caption | None = None, lines: Sequence[str] = ()) -> bytes:
    """Return the same picture as PNG, twice as fine as a screen, as print wants it.

    The machine that draws has to have a Chinese font.
    """
    chart = _chart(answer, caption, lines)
    with needed("vl-convert-python"):
        import vl_convert
    return bytes(vl_convert.vegalite_to_png(chart, scale=SCALE))


def _chart(answer: Answer, caption: Caption | None, lines: Sequence[str]) -> dict[str, Any]:
    source = [*map(visible, lines)]
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
