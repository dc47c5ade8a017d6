"""What the fields of records may hold, in the words of pydantic, which is not imported."""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, ClassVar

from gdquality.records.value import Value


class Limit:
    """A bound on a field, in pydantic's words; plain here, so that records import nothing."""

    def __init__(self, **bounds: Any) -> None:
        """Keep `bounds`, keys of a pydantic core schema: `min_length`, `ge`, `pattern`."""
        self.bounds = bounds

    def __get_pydantic_core_schema__(
        self, source: Any, handler: Callable[[Any], dict[str, Any]]
    ) -> dict[str, Any]:
        """Add the bounds to the schema of the field; pydantic calls this."""
        return {**handler(source), **self.bounds}


class IsoDate:
    """A date written YYYY-MM-DD and no other way: pydantic alone would take seconds."""

    def __get_pydantic_core_schema__(
        self, _source: Any, handler: Callable[[Any], dict[str, Any]]
    ) -> dict[str, Any]:
        """Let the form be checked before the date; pydantic calls this."""
        text = {**handler(str), "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
        return {"type": "chain", "steps": [text, {**handler(date), "strict": False}]}


Text = Annotated[str, Limit(min_length=1)]
Count = Annotated[int, Limit(ge=1)]
Date = Annotated[str, Limit(pattern=r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$")]
"""A date to the precision known: 2018, 2018-10 or 2018-10-19."""
DocumentNumber = Annotated[str, Limit(pattern=r"^[一-鿿]+〔[0-9]{4}〕[0-9]+号$")]


class Record(Value):
    """The base of all records: tells pydantic to be strict."""

    __slots__ = ()
    __pydantic_config__: ClassVar = {"extra": "forbid", "strict": True}
