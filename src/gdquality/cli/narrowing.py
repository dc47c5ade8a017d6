"""The options that narrow a question to some notices, where there is only one."""

import sqlite3
from typing import TYPE_CHECKING

from gdquality.errors import NotFoundError
from gdquality.queries.per_notice import Narrowing

if TYPE_CHECKING:
    from gdquality import Dataset


def hold_single(data: "Dataset", narrowing: Narrowing) -> None:
    """Raise NotFoundError unless the one notice of `data` is among those that are asked."""
    from gdquality.collection.narrowing import condition
    from gdquality.records import year_of

    text, parameters = condition(narrowing)
    one = data.notice
    issued = one.issued.isoformat() if one.issued else str(year_of(one) or "")
    row = (one.document_number, one.title, one.source.file, issued, one.jurisdiction)
    columns = "? AS document_number, ? AS title, ? AS file, ? AS dated, ? AS jurisdiction"
    statement = f"SELECT 1 FROM (SELECT {columns}) WHERE {text}"  # noqa: S608 -- columns of ours
    if not sqlite3.connect(":memory:").execute(statement, (*row, *parameters)).fetchone():
        raise NotFoundError("没有这样的通知", hint=f"这里只有 {one.document_number or one.title}")
