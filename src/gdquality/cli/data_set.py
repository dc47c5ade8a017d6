"""The folder of a data set that `gdq parse` and `gdq init` write."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from gdquality.cli.talk import say, say_written
from gdquality.data_folder import NOTICE_FILE, REGISTRY_FILE, DataFolder
from gdquality.dataset import Dataset
from gdquality.errors import GdqError, InputError

if TYPE_CHECKING:
    from gdquality.drafting import RegistryText
    from gdquality.records import Notice


def write_data_set(source: Path, folder: Path, asked: Dataset, *, force: bool) -> "Notice":
    """Write the data set of the notice in `source`, and return the notice.

    That is tasks.yaml, agencies.yaml with a draft of every body that no registry has, and a copy of
    the source to compare with. What stands in an agencies.yaml that is there is kept. Raises
    GdqError rather than write over another notice, unless there is `force`.
    """
    from gdquality.drafting import draft
    from gdquality.files import exists, read_bytes
    from gdquality.store.yaml_writer import dump_notice

    if source.name in (NOTICE_FILE, REGISTRY_FILE):
        raise GdqError(f"原文不能叫 {source.name}，请改名")
    data = read_bytes(source)
    known = _registry_for(source, folder, asked)
    notice, registry = draft(data, str(source), known)
    contents = {
        folder / REGISTRY_FILE: registry.text.encode(),
        folder / notice.source.file: data,
        folder / NOTICE_FILE: dump_notice(notice).encode(),
    }
    if exists(folder / REGISTRY_FILE) and registry == known:
        del contents[folder / REGISTRY_FILE]  # whatever it is encoded in
    if not force and (others := [*_written_over(contents, folder, notice)]):
        raise GdqError(f"{others[0]} 已存在，没有改动", hint="加 --force 才写")
    _write(folder, contents)
    say_written(folder / NOTICE_FILE, notice)
    if drafted := sum(one.is_derived for one in registry.data.agencies):
        say(f"{folder / REGISTRY_FILE} 中推定的单位有 {drafted} 个，请核对", "提示")
    return notice


def _registry_for(source: Path, folder: Path, asked: Dataset) -> "RegistryText":
    """Return the registry that the names of the notice are looked up in and added to."""
    from gdquality.drafting import registry_in, registry_to_begin_with
    from gdquality.files import exists

    told = asked.jurisdiction or asked.parse(source).jurisdiction
    if exists(folder / REGISTRY_FILE):
        known = registry_in(DataFolder(folder))
        if told not in (None, known.data.jurisdiction):
            message = f"{folder / REGISTRY_FILE} 是{known.data.jurisdiction}的名录，通知是{told}的"
            raise GdqError(message, hint="写入另一个文件夹")
        return known
    if told is None:
        command = f"gdq parse {source} -o {folder} --in 湖南省"
        raise GdqError(
            "看不出是哪个政府的通知，不知道起草哪里的名录", hint=f"用 --in 指明：{command}"
        )
    in_use = asked.data
    if isinstance(in_use, DataFolder) and in_use.registry.data.jurisdiction == told:
        return registry_in(in_use)
    return registry_to_begin_with(told)


def _written_over(contents: dict[Path, bytes], folder: Path, notice: "Notice") -> Iterator[Path]:
    """Yield the files of another notice that `contents` would be written over."""
    from gdquality.files import exists, read_bytes

    if not _is_of_same_file(folder, notice):
        for path, data in contents.items():
            if path.name != REGISTRY_FILE and exists(path) and read_bytes(path) != data:
                yield path


def _is_of_same_file(folder: Path, notice: "Notice") -> bool:
    try:
        return DataFolder(folder).notice.source.file == notice.source.file
    except InputError:
        return False


def _write(folder: Path, contents: dict[Path, bytes]) -> None:
    """Write each file whole, the notice last; what is there already is left alone."""
    from gdquality.files import exists, make_folder, read_bytes, write_bytes

    make_folder(folder)
    for path, data in contents.items():
        if not exists(path) or read_bytes(path) != data:
            write_bytes(path, data)


def write_registry(folder: Path, registry: "RegistryText") -> None:
    """Write the agencies.yaml of a new data set; raises GdqError if there is one."""
    from gdquality.files import make_folder, write_new_bytes

    make_folder(folder)
    write_new_bytes(folder / REGISTRY_FILE, registry.text.encode())
