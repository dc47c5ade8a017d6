"""Many notices, opened to be asked: a folder of several, or a database."""

from contextlib import closing
from pathlib import Path

from gdquality.collection.folder import (
    database_of_folder,
    is_folder_of_many,
    registry_of_folder,
)
from gdquality.collection.questions import Collection
from gdquality.collection.registry_kept import registry_in
from gdquality.collection.schema import is_database, opened
from gdquality.dataset import Dataset
from gdquality.errors import GdqError
from gdquality.names.registry import Registry
from gdquality.queries.per_notice import Narrowing


def holds_many(path: Path) -> bool:
    """Tell whether there are many notices at `path`, be it only one: a form that has room."""
    return is_folder_of_many(path) if path.is_dir() else is_database(path)


def load_collection(path: str | Path, narrowing: Narrowing | None = None) -> Collection:
    """Return the notices at `path`, a folder of several or a database, or those of a narrowing.

    Raises InputError for a database that cannot be read, and GdqError with all that is wrong with
    the files of a folder.
    """
    place, asked = Path(path), narrowing or Narrowing()
    if place.is_dir():
        if not is_folder_of_many(place):
            message = f"{path} 中没有文件夹 notices"
            raise GdqError(message, hint=f"加入通知：gdq add 通知.docx --data {path}")
        registry = registry_of_folder(place)
        return Collection(database_of_folder(place, registry), place, registry, asked)
    connection = opened(place)
    return Collection(connection, place, registry_in(connection), asked)


def names_of_many(path: Path, place: str | None = None) -> Dataset:
    """Return the names of the notices at `path`, to be asked without the notices.

    Names are asked as they are meant in the place that is called `place`, if one is given.
    """
    from gdquality.collection.names_of_many import NamesOfMany
    from gdquality.names.government import official_name

    official = official_name(place) if place else None
    return NamesOfMany(path, load_collection(path, Narrowing(jurisdiction=official)).store)


def registry_at(path: Path) -> Registry:
    """Return the registry of a folder or of a database at `path`."""
    if not is_database(path):
        return registry_of_folder(path)
    with closing(opened(path)) as connection:
        return registry_in(connection)
