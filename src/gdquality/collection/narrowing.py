"""Which notices are asked, as a condition of SQL."""

import re

from gdquality.errors import GdqError
from gdquality.queries.dates import checked_date, is_backwards
from gdquality.queries.per_notice import Narrowing

_SERIAL = re.compile(r"[0-9]{1,6}")
_YEAR = re.compile(r"[\[［【(（]([0-9]{4})[\]］】)）]")

Condition = tuple[str, tuple[str, ...]]
"""A condition on the columns of notices, and its parameters."""


def condition(narrowing: Narrowing) -> Condition:
    """Return what `narrowing` asks of a row of notices.

    Raises GdqError for what is no date, a period that ends before it begins, and no text at all.
    """
    parts: list[Condition] = []
    since = until = ""
    if narrowing.notice is not None:
        parts.append(_named(narrowing.notice.strip()))
    if narrowing.since is not None:
        # Of one of which only the year is known, only the year is compared.
        since = checked_date(narrowing.since, "--since")
        parts.append(("dated <> '' AND dated >= substr(?, 1, length(dated))", (since,)))
    if narrowing.until is not None:
        until = checked_date(narrowing.until, "--until")
        parts.append(("dated <> '' AND substr(dated, 1, length(?)) <= ?", (until, until)))
    if since and until and is_backwards(since, until):
        hint = "--since 是最早的，--until 是最晚的，都包括在内"
        raise GdqError(f"--since {since} 在 --until {until} 之后", hint=hint)
    if narrowing.jurisdiction is not None:
        parts.append(("jurisdiction = ?", (narrowing.jurisdiction,)))
    return (
        " AND ".join(f"({text})" for text, _ in parts) or "1",
        tuple(one for _, parameters in parts for one in parameters),
    )


def _named(text: str) -> Condition:
    if not text:
        raise GdqError("--notice 是空的", hint="可写号数、发文字号或标题中的文字：--notice 553")
    if _SERIAL.fullmatch(text):
        return "document_number GLOB '*〕' || ? || '号'", (text.lstrip("0") or "0",)
    columns = ("document_number", "title", "file")
    # Keyboards have no 〔〕: 粤府办[2024]8号 is the number that is printed with them.
    return " OR ".join(f"instr({one}, ?)" for one in columns), (
        _YEAR.sub(r"〔\1〕", text),
        text,
        text,
    )
