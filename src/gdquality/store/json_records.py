"""Records as JSON: the shortest form in which a notice is kept whole."""

import json
from dataclasses import is_dataclass
from datetime import date
from typing import Any

from gdquality.store.told import told


def dump(record: Any) -> str:
    """Return `record` as JSON under the keys of tasks.yaml; what says nothing is left out.

    `store.build` makes the record of it again.
    """
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"), default=_plain)


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return dict(told(value))
    assert isinstance(value, date)
    return value.isoformat()
