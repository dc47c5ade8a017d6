"""A network of bodies as GraphML, which Gephi and networkx open, and as CSV of its edges."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from xml.sax.saxutils import escape, quoteattr

from gdquality.formats.as_csv import harmless
from gdquality.formats.controls import visible
from gdquality.queries.network import Edge

_KEYS = (
    ("label", "node", "string"),
    ("kind", "node", "string"),
    ("relation", "edge", "string"),
    ("year", "edge", "string"),
    ("jurisdiction", "edge", "string"),
    ("weight", "edge", "int"),
)


def graphml(edges: Sequence[Edge], kinds: Mapping[str, str]) -> str:
    """Return GraphML of `edges` between bodies, of which `kinds` says what they are.

    All edges are directed, as networkx wants it; `relation` says that `beside` has no direction.
    """
    return "\n".join([*_lines(edges, kinds), ""])


def _lines(edges: Sequence[Edge], kinds: Mapping[str, str]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for name, owner, kind in _KEYS:
        yield f'  <key id="{name}" for="{owner}" attr.name="{name}" attr.type="{kind}"/>'
    yield '  <graph edgedefault="directed">'
    for name in sorted({end for edge in edges for end in edge[:2]}):
        told = {"label": name, "kind": kinds.get(name, "")}
        yield f"    <node id={_quoted(name)}>{_data(told)}</node>"
    for number, edge in enumerate(edges):
        values = dict(zip(edge._fields[2:], edge[2:], strict=True))
        ends = f"source={_quoted(edge.source)} target={_quoted(edge.target)}"
        yield f'    <edge id="e{number}" {ends}>{_data(values)}</edge>'
    yield "  </graph>"
    yield "</graphml>"


def _data(values: Mapping[str, object]) -> str:
    told = ((key, visible(str(value))) for key, value in values.items() if value != "")
    return "".join(f'<data key="{key}">{escape(value)}</data>' for key, value in told)


def _quoted(text: str) -> str:
    return quoteattr(visible(text))


def edges_csv(edges: Iterable[Edge]) -> str:
    """Return `edges` as CSV under the names of their fields."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(Edge._fields)
    writer.writerows([harmless(cell) for cell in edge] for edge in edges)
    return text.getvalue()
