"""What stands in the place of one notice, where its registry is asked and it is not."""

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from gdquality.data_folder import DataFolder
from gdquality.errors import InputError, Problem
from gdquality.names.registry import Registry
from gdquality.records import Notice

if TYPE_CHECKING:
    from gdquality.records.readings import Readings


class RegistryAlone:
    """The registry of many notices, as a data set without a notice."""

    is_packaged = True
    """As the packaged data set, it answers for its registry alone, and no pattern makes a body."""

    def __init__(self, path: Path, registry: Registry) -> None:
        """Let `registry` be asked; `path` is what a user asks with --data."""
        self.path = path
        self.registry = registry

    @property
    def notice(self) -> Notice:
        """None: raises InputError, as a data set does whose notice cannot be read."""
        raise InputError(str(self.path), Problem("这里有多份通知"))

    def readings(self) -> "Readings":
        """Return how characters are read, which is the same for every data set."""
        return DataFolder().readings()

    @property
    def option(self) -> str:
        """What a command says to ask of these notices."""
        return f" --data {shlex.quote(str(self.path))}"
