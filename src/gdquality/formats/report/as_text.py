"""A report for people: `file:line:column: CODE 错误 message`, and the line with carets beneath."""

from collections.abc import Iterator

from rich.cells import cell_len

from gdquality.checker import Report
from gdquality.checker.lines import lines_at
from gdquality.formats.controls import visible
from gdquality.rules.finding import Finding

SEVERITIES = {"error": "错误", "warning": "警告", "note": "提示"}

WINDOW = 60
"""Characters before and after the place that are shown of a long line."""


def render(report: Report) -> str:
    """Return two or three lines a finding, in order of file and place."""
    lines = {
        file: lines_at(report.texts.get(file, ""), (one.line for one in found))
        for file, found in report.by_file().items()
    }
    return "".join(
        line + "\n"
        for one in report.findings
        for line in _lines(one, lines.get(one.file, {}).get(one.line, ""))
    )


def _lines(finding: Finding, source: str) -> Iterator[str]:
    place = visible(finding.file)
    if finding.line:
        place += f":{finding.line}:{finding.column or 1}"
    severity = SEVERITIES[finding.severity]
    yield f"{place}: {finding.code} {severity} {visible(finding.message)}"
    if source.strip():
        yield from excerpt(source, finding.line, finding.column)


def excerpt(line: str, number: int, column: int) -> Iterator[str]:
    """Yield `line` under its number, and carets right under the value at `column`.

    Carets count cells of the terminal, two of which a Chinese character takes.
    """
    start = max(column - 1, 0)
    first, end = max(start - WINDOW, 0), start + _length(line[start : start + WINDOW])
    before, value = visible(line[first:start]), visible(line[start:end])
    after = visible(line[end : start + WINDOW])
    left = "……" if first else ""
    right = "……" if len(line) > start + WINDOW else ""
    margin = " " * len(str(number))
    yield f"  {number} | {left}{before}{value}{after}{right}"
    yield f"  {margin} | {' ' * cell_len(left + before)}{'^' * max(cell_len(value), 1)}"


def _length(text: str) -> int:
    """Return how many characters the YAML value or key at the start of `text` takes."""
    if text[:1] in ("'", '"'):
        closing = text.find(text[0], 1)
        return closing + 1 if closing > 0 else 1
    if text[:1] in ("[", "{", "-", "：", "，", "\t"):
        return 1
    ends = [place for mark in (", ", "}", "]", ": ", " #") if (place := text.find(mark)) > 0]
    return min([*ends, len(text.rstrip())])
