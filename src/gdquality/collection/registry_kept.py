"""The registry by which a database was built: its own, or the packaged one, which is not kept."""

import json
import sqlite3

from gdquality.data_folder import DataFolder
from gdquality.names.registry import Registry
from gdquality.records import RegistryData
from gdquality.store.build import build
from gdquality.store.json_records import dump


def registry_in(connection: sqlite3.Connection) -> Registry:
    """Return the registry by which a database was built."""
    kept = _kept(connection)
    return Registry(build(json.loads(kept), RegistryData)) if kept else DataFolder().registry


def keep_registry(connection: sqlite3.Connection, registry: Registry) -> None:
    """Keep in a database by which `registry`, not the packaged one, it is built."""
    text = dump(registry.data)
    if _kept(connection) != text:
        with connection:
            connection.execute("REPLACE INTO meta VALUES ('registry', ?)", (text,))


def forget_registry(connection: sqlite3.Connection) -> None:
    """Note in a database that it is built by the packaged registry."""
    if _kept(connection):
        with connection:
            connection.execute("DELETE FROM meta WHERE key = 'registry'")


def _kept(connection: sqlite3.Connection) -> str | None:
    row = connection.execute("SELECT value FROM meta WHERE key = 'registry'").fetchone()
    return str(row[0]) if row else None
