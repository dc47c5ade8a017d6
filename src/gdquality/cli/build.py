"""`gdq build`: files of any number and format → a database to be asked."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gdquality.cli.asking import official_place
from gdquality.cli.options import InOption, NamesDataOption
from gdquality.cli.output_file import refuse_ending, refuse_folder
from gdquality.cli.talk import say
from gdquality.errors import GdqError

if TYPE_CHECKING:
    import sqlite3

    from gdquality.collection.building import Tally
    from gdquality.collection.cluster import Cluster
    from gdquality.collection.file_state import FileState
    from gdquality.collection.reading import Reader
    from gdquality.collection.workers import Workers

MOST_SHOWN = 10
"""Files that could not be read of which each is told."""


def build(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCES...", help="文件或文件夹，也可以是地址，如 s3://bucket/通知。"
        ),
    ],
    output: Annotated[
        Path,
        typer.Option("-o", "--output", metavar="FILE", help="数据库，如 notices.db；已有则续建。"),
    ],
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", metavar="N", help="同时用几个进程，默认同处理器数。", min=1),
    ] = None,
    timeout: Annotated[
        float | None,
        typer.Option("--timeout", metavar="SECONDS", help="一个文件最多读几秒，默认 60。", min=0.1),
    ] = None,
    cluster: Annotated[
        str | None,
        typer.Option("--cluster", metavar="ADDRESS", help="在这个地址的 Dask 集群上读。"),
    ] = None,
    in_: InOption = None,
    parquet: Annotated[
        str | None,
        typer.Option(
            "--parquet", metavar="ADDRESS", help="分工的长表也写成几个 Parquet 文件，放到这个地址。"
        ),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="有读不出的文件或任何警告就以 1 退出。")
    ] = False,
    data: NamesDataOption = None,
) -> int:
    """把许多通知的文件读成一个数据库，再用 --data 查询；没有变的文件不再读。

    例：

    gdq build 通知/ -o notices.db

    gdq build 通知/ 分工.xlsx -o notices.db --jobs 4
    """
    import sqlite3

    from gdquality.cli.build_progress import BuildProgress
    from gdquality.collection.building import build as build_database
    from gdquality.collection.opening import registry_at
    from gdquality.collection.reading import Reader
    from gdquality.collection.registry_kept import keep_registry, registry_in
    from gdquality.collection.schema import ENDINGS, created, refused

    if cluster and jobs:
        raise GdqError("--jobs 不能与 --cluster 同用", hint="集群有多少进程，就用多少")
    refuse_folder(output, "notices.db")
    if output.suffix:
        refuse_ending(output, ENDINGS)
    place = official_place(in_)
    registry = registry_at(Path(data)) if data else None
    is_new = not output.exists()
    connection = created(output)
    try:
        if registry:
            keep_registry(connection, registry)
        reader = Reader(registry or registry_in(connection), place)
        with (
            _readers(reader, cluster, jobs, timeout) as readers,
            BuildProgress() as progress,
        ):
            tally = build_database(sources, connection, reader, readers, progress.show)
        is_flawless = _tell(tally, output, connection)
    except sqlite3.Error as error:
        raise refused(output, error) from None
    except GdqError:
        # A source that is not there leaves no database behind; what has been read stays.
        is_empty = not connection.execute("SELECT count(*) FROM files").fetchone()[0]
        connection.close()
        if is_new and is_empty:
            output.unlink(missing_ok=True)
        raise
    finally:
        connection.close()
    if parquet:
        _write_parts(output, parquet)
    return int(strict and not is_flawless)


def _readers(
    reader: "Reader", cluster: str | None, jobs: int | None, timeout: float | None
) -> "Workers[FileState] | Cluster[FileState]":
    """Return what reads the files: processes of this machine, or of a cluster."""
    from gdquality.collection.workers import SECONDS, Workers

    seconds = timeout or SECONDS
    if cluster:
        from gdquality.collection.cluster import Cluster

        return Cluster(cluster, reader, seconds)
    return Workers(reader, jobs or os.cpu_count() or 1, seconds)


def _write_parts(database: Path, address: str) -> None:
    from gdquality.collection.opening import load_collection
    from gdquality.formats.parquet_parts import write_parts

    count = write_parts(load_collection(database).facts(), address)
    say(f"已写入 {address}：{count} 个 Parquet 文件")


def _tell(tally: "Tally", output: Path, connection: "sqlite3.Connection") -> bool:
    """Say what the database holds; return whether all of it was read, and for certain."""
    if not tally.files:
        say("没有找到文件", "警告")
    problems = connection.execute("SELECT path, message FROM problems ORDER BY path").fetchall()
    for path, message in problems[:MOST_SHOWN]:
        say(f"{path}: {message}", "警告")
    if len(problems) > MOST_SHOWN:
        say(f"另有 {len(problems) - MOST_SHOWN} 个文件读不出，都在表 problems 中", "警告")
    notices, tasks, remarks = connection.execute(
        "SELECT count(*), coalesce(sum(tasks), 0), coalesce(sum(remarks), 0) FROM notices"
    ).fetchone()
    counts = f"新读 {tally.read} 个文件，{tally.unchanged} 个没有变，{len(problems)} 个读不出"
    say(f"已写入 {output}：{notices} 份通知，{tasks} 项任务；{counts}")
    return not problems and not remarks
