"""A document of any format in the place of a data set: read when it is first asked about."""

import shlex
from functools import cached_property
from pathlib import Path

from gdquality.data_folder import DataFolder
from gdquality.files import read_bytes
from gdquality.names.registry import Registry
from gdquality.parsing import parse
from gdquality.records import Notice, RegistryData
from gdquality.records.readings import Readings


class DocumentFile:
    """The notice that a file holds.

    Bodies of the packaged registry are its own if it is a document of their government. Reading
    raises InputError for a file that cannot be read at all.
    """

    is_packaged = False

    def __init__(self, path: Path, jurisdiction: str | None = None) -> None:
        """Read `path` on first use, as a document of `jurisdiction` if that is given."""
        self.path = path
        self._jurisdiction = jurisdiction
        self._packaged = DataFolder()

    @cached_property
    def notice(self) -> Notice:
        """The notice, with remarks on what was not read of it."""
        data = read_bytes(self.path)
        return parse(data, str(self.path), self._packaged.registry, self._jurisdiction)

    @cached_property
    def registry(self) -> Registry:
        """The registry of the notice's own government; without entries if none is known."""
        return registry_of_notice(self.notice, self._packaged.registry)

    def readings(self) -> Readings:
        """Return how characters are read, which is the same for every data set."""
        return self._packaged.readings()

    @property
    def option(self) -> str:
        """What a command says to ask of this document."""
        return f" --data {shlex.quote(str(self.path))}"


def registry_of_notice(notice: Notice, known: Registry) -> Registry:
    """Return the registry of the government of `notice`, which was parsed by `known`.

    It is without entries where none is known.
    """
    if notice.jurisdiction == known.data.jurisdiction:
        return known
    if notice.jurisdiction is None:
        return Registry(RegistryData("", (), (), ()))
    from gdquality.names.government import registry_of

    return registry_of(notice.jurisdiction)
