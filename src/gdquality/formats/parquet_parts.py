"""The long table of facts as a folder of Parquet files, at any address of fsspec."""

from collections.abc import Iterable
from itertools import islice

from gdquality.collection.addresses import opened_at
from gdquality.formats.as_parquet import ROWS, parquet
from gdquality.queries.fact_table import Fact


def write_parts(facts: Iterable[Fact], address: str, rows: int = ROWS) -> int:
    """Write `facts` below `address`, `rows` a file, in place of what was there; return how many.

    A file system that can shows all of them or those before. Raises InputError where it refuses,
    GdqError where a library is missing.
    """
    rest = iter(facts)
    with opened_at(address) as (system, folder):
        system.makedirs(folder, exist_ok=True)
        # Names alone: systems say what they list in ways of their own.
        former = {path.rpartition("/")[2] for path in system.glob(f"{folder}/part-*.parquet")}
        written: set[str] = set()
        with system.transaction:
            while (some := list(islice(rest, rows))) or not written:
                name = f"part-{len(written):05}.parquet"
                with system.open(f"{folder}/{name}", "wb") as stream:
                    stream.write(parquet(some))
                written.add(name)
        for name in former - written:
            system.rm_file(f"{folder}/{name}")
    return len(written)
