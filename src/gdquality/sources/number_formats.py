"""Numbers and texts of workbooks as they are shown (ECMA-376-1, 18.8.30 and 18.8.31).

Formats that depend on the language are those of Chinese. What a format says about fractions and
conditions is not followed: such a number is shown as by General.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache

from gdquality.sources.date_formats import EPOCH_1900, DateToken, shown_date
from gdquality.sources.numerals import counted

BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "yyyy/m/d",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy/m/d h:mm",
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
    **dict.fromkeys((34, 55), '上午/下午h"时"mm"分"'),
    **dict.fromkeys((35, 56), '上午/下午h"时"mm"分"ss"秒"'),
    **dict.fromkeys((37, 38), "#,##0;(#,##0)"),
    **dict.fromkeys((39, 40), "#,##0.00;(#,##0.00)"),
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
}
"""Formats that a file names by number only: 27 to 36 and 50 to 58 depend on the language."""

_LONGEST = 255
"""Characters of a format; Excel allows no more, and every cell would repeat its literals."""
_COUNTED = 9
"""Digits of a number that is no longer counted in words."""
_TOKEN = re.compile(
    r"""
    "(?P<quoted>[^"]*)"? | [\\!](?P<escaped>.?) | (?P<blank>[_*].?)
    | \[(?P<elapsed>h+|m+|s+)\] | \[(?P<bracket>[^\]]*)\]?
    | (?P<general>General|G/通用格式) | (?P<half>AM/PM|A/P|上午/下午)
    | (?P<date>y+|m+|d+|h+|s+(?:\.0+)?|a{3,}|e+(?![+-]))
    | (?P<digits>[0#?][0#?,]*(?:\.[0#?]*)?|\.[0#?]+)
    | (?P<text>@) | (?P<percent>%) | (?P<end>;) | (?P<exponent>E[+-]0*) | (?P<literal>.)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_DATES = {"date", "elapsed", "half"}


@dataclass(frozen=True, slots=True)
class _Section:
    """A part of a format, for positive or negative numbers, for zero or for text."""

    tokens: tuple[DateToken, ...]
    brackets: str
    kinds: frozenset[str]


@lru_cache(maxsize=1024)
def _sections(code: str) -> tuple[_Section, ...]:
    sections = []
    tokens: list[DateToken] = []
    brackets = ""
    for match in _TOKEN.finditer(code[:_LONGEST] + ";"):
        kind = match.lastgroup or ""
        text = match[kind] if kind else ""
        if kind == "end":
            kinds = frozenset(token.kind for token in tokens)
            sections.append(_Section(tuple(tokens), brackets, kinds))
            tokens, brackets = [], ""
        elif kind == "bracket":
            brackets += f"[{text}]"
        elif kind != "blank":
            is_literal = kind in {"quoted", "escaped", "literal"}
            tokens.append(DateToken("literal" if is_literal else kind, text))
    return tuple(sections)


def shown(value: float, code: str, epoch: date = EPOCH_1900) -> str:
    """Return a number as a cell of that format shows it, days since `epoch` where it is a date."""
    if code in {"", "General"}:
        return general(value)
    sections = _sections(code)
    numeric = [section for section in sections if "text" not in section.kinds]
    if not numeric or any(re.search("[<>=]", section.brackets) for section in numeric):
        return general(value)
    section = numeric[0]
    if len(numeric) > 2 and value == 0:  # noqa: PLR2004 (the third section is for zero)
        section = numeric[2]
    elif len(numeric) > 1 and value < 0:
        section, value = numeric[1], -value
    if section.kinds & _DATES:
        return shown_date(value, section.tokens, section.brackets, epoch) or general(value)
    if "general" in section.kinds or "digits" in section.kinds:
        return _number(value, section)
    return "".join(token.text for token in section.tokens)


def shown_text(text: str, code: str) -> str:
    """Return a text as a cell of that format shows it."""
    if "@" not in code or code == "@" or len(text) > _LONGEST:
        return text
    section = next((part for part in _sections(code) if "text" in part.kinds), None)
    if section is None:  # an @ in quotation marks
        return text
    return "".join(text if token.kind == "text" else token.text for token in section.tokens)


def general(value: float) -> str:
    """Return a number in the format General: at most ten digits, as wide as a cell shows it."""
    if value == int(value) and abs(value) < 1e15:  # noqa: PLR2004 (exact until there)
        return str(int(value))
    return f"{round(value, 9):.10G}" if abs(value) >= 1e-4 else f"{value:.6G}"  # noqa: PLR2004


def _number(value: float, section: _Section) -> str:
    patterns = [token.text for token in section.tokens if token.kind == "digits"]
    fraction_over = any(token.text == "/" for token in section.tokens)
    if fraction_over or "exponent" in section.kinds or any("." in text for text in patterns[:-1]):
        return general(value)
    percents = sum(token.kind == "percent" for token in section.tokens)
    try:
        runs = _digits(Decimal(repr(abs(value))) * 100**percents, patterns) if patterns else []
    except InvalidOperation:  # more digits than anyone counts
        return general(value)
    written = "-" if value < 0 else ""
    for token in section.tokens:
        if token.kind == "digits":
            written += runs.pop(0)
        elif token.kind == "general":
            plain = general(abs(value))
            chinese = "DBNum1" in section.brackets and len(plain) < _COUNTED and plain.isdigit()
            written += counted(int(plain)) if chinese else plain
        else:
            written += token.text
    return written


def _digits(number: Decimal, patterns: list[str]) -> list[str]:
    """Return what stands for each run of placeholders; the last of them may have decimals."""
    *others, last = patterns
    places, point, decimals = last.partition(".")
    scale = len(places) - len(places.rstrip(","))  # a comma at the end: thousands
    rounded = (number / 1000**scale).quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP)
    whole, _, fraction = f"{rounded:f}".partition(".")
    while fraction.endswith("0") and decimals[len(fraction) - 1] in "#?":
        fraction = fraction[:-1]
    runs = _spread(whole, [*others, places])
    runs[-1] += point + fraction
    return runs


def _spread(whole: str, patterns: list[str]) -> list[str]:
    """Return the digits of a whole number for each run of placeholders, from the right."""
    left = whole.lstrip("0")
    runs: list[str] = []
    for index in range(len(patterns) - 1, -1, -1):
        places = patterns[index].replace(",", "")
        count = len(left) if index == 0 else min(len(places), len(left))
        run, left = left[len(left) - count :], left[: len(left) - count]
        zeros = places[: max(0, len(places) - len(run))].partition("0")
        run = (zeros[1] + zeros[2]).replace("#", "0").replace("?", "0") + run
        if "," in patterns[index].rstrip(","):
            run = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",", run)
        runs.insert(0, run)
    return runs
