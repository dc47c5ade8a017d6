"""One notice as a collection of one, for what only a database answers."""

import sqlite3
from pathlib import Path

from gdquality.collection.file_state import FileState
from gdquality.collection.questions import Collection
from gdquality.collection.reading import Outcome, Reader, parser_of
from gdquality.collection.registry_kept import keep_registry
from gdquality.collection.rows import parsed
from gdquality.collection.schema import lay_out
from gdquality.collection.writing import Writer
from gdquality.dataset import Dataset
from gdquality.queries.per_notice import Narrowing


def alone(data: Dataset) -> Collection:
    """Return the notice of `data` as a collection in memory."""
    connection = sqlite3.connect(":memory:")
    lay_out(connection)
    registry, source = data.data.registry, data.notice.source
    if not data.data.is_packaged:
        keep_registry(connection, registry)
    reader = Reader(registry)
    with Writer(connection, reader, parser_of(reader)) as writer:
        rows = parsed(data.notice, data.registry, registry)
        writer.put(FileState(source.file, 0, 0), Outcome(source.sha256, rows))
    return Collection(connection, Path(source.file), registry, Narrowing())
