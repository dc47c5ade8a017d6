"""`gdq init`: the folder of a new data set, with the registry of a place to begin with."""

import shlex
from pathlib import Path
from typing import Annotated

import typer

from gdquality.cli.options import InOption
from gdquality.cli.talk import say
from gdquality.errors import GdqError


def init(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="新的数据文件夹。")],
    in_: InOption = None,
) -> None:
    """新建一个数据文件夹，先放一份名录。

    例：

    gdq init mine

    gdq init mine --in 湖南省
    """
    from gdquality.cli.data_set import write_registry
    from gdquality.data_folder import REGISTRY_FILE
    from gdquality.drafting import registry_to_begin_with
    from gdquality.files import exists
    from gdquality.names.government import official_name

    if not folder:
        raise GdqError("没有写文件夹", hint="gdq init 我的数据")
    path = Path(folder) / REGISTRY_FILE
    place = official_name("广东省" if in_ is None else in_)
    if exists(path):
        raise GdqError(f"{path} 已存在，没有改动")
    registry = registry_to_begin_with(place)
    write_registry(path.parent, registry)
    say(f"已写入 {path}：{place}，{len(registry.data.agencies)} 个单位")
    say(f"gdq parse 通知.docx -o {shlex.quote(str(path.parent))}/", "提示")
