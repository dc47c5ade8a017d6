"""`gdq build`: files of any number and format → a database to be asked."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gdquality.cli.options import DataOption
from gdquality.cli.output_file import refuse_folder
from gdquality.cli.talk import say

if TYPE_CHECKING:
    import sqlite3

    from gdquality.collection.building import Tally

MOST_SHOWN = 10
"""Files that could not be read of which each is told."""


def build(
    sources: Annotated[
        list[Path], typer.Argument(metavar="SOURCES...", help="文件或文件夹。", readable=False)
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
        float, typer.Option("--timeout", metavar="SECONDS", help="一个文件最多读几秒。", min=0.1)
    ] = 60.0,
    strict: Annotated[
        bool, typer.Option("--strict", help="有读不出的文件或任何警告就以 1 退出。")
    ] = False,
    data: DataOption = None,
) -> int:
    """把许多通知的文件读成一个数据库，再用 --data 查询；没有变的文件不再读。

    例：

    gdq build 通知/ -o notices.db

    gdq build 通知/ 分工.xlsx -o notices.db --jobs 4
    """
    import sqlite3

    from gdquality.cli.build_progress import BuildProgress
    from gdquality.collection.building import build as build_database
    from gdquality.collection.folder import registry_of_folder
    from gdquality.collection.opening import keep_registry
    from gdquality.collection.schema import created, refused

    refuse_folder(output, "notices.db")
    registry = registry_of_folder(Path(data)) if data else None
    connection = created(output)
    try:
        keep_registry(connection, registry)
        with BuildProgress() as progress:
            tally = build_database(
                sources,
                connection,
                registry or registry_of_folder(Path()),
                progress.show,
                jobs=jobs or os.cpu_count() or 1,
                seconds=timeout,
            )
        is_flawless = _tell(tally, output, connection)
    except sqlite3.Error as error:
        raise refused(output, error) from None
    finally:
        connection.close()
    return int(strict and not is_flawless)


def _tell(tally: "Tally", output: Path, connection: "sqlite3.Connection") -> bool:
    """Say what the database holds; return whether all of it was read, and for certain."""
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
