"""The long table of facts as Apache Parquet, for pandas, polars, DuckDB and the like."""

from collections.abc import Iterable, Iterator
from dataclasses import astuple
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING

from gdquality.extras import needed
from gdquality.queries.fact_table import Fact

if TYPE_CHECKING:
    import pyarrow as pa

ROWS = 100_000
"""Facts that are written at once, some 20 MB."""


def parquet(facts: Iterable[Fact]) -> bytes:
    """Return a Parquet file of `facts`, a column a field, texts as dictionaries.

    Raises GdqError where pyarrow is not installed.
    """
    with needed("pyarrow"):
        import pyarrow as pa
        import pyarrow.parquet as pq
    stream = BytesIO()
    schema = _schema()
    with pq.ParquetWriter(stream, schema, compression="zstd") as writer:
        for rows in _chunks(facts):
            columns = [
                pa.array(column, field.type) for column, field in zip(rows, schema, strict=True)
            ]
            writer.write_table(pa.Table.from_arrays(columns, schema=schema))
    return stream.getvalue()


def _schema() -> "pa.Schema":
    import pyarrow as pa

    text = pa.string()
    types = {"notice": pa.int64(), "issued": pa.date32(), "task": pa.int32(), "derived": pa.bool_()}
    return pa.schema([pa.field(name, types.get(name, text)) for name in Fact.__slots__])


def _chunks(facts: Iterable[Fact]) -> Iterator[list[tuple[object, ...]]]:
    """Yield the columns of ROWS facts after the other."""
    rest = iter(facts)
    while rows := [astuple(one) for one in islice(rest, ROWS)]:
        yield list(zip(*rows, strict=True))
