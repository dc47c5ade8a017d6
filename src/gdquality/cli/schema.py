"""`gdq schema`: the JSON Schema of a data set's files."""

import json
from typing import Annotated

import typer

from gdquality.cli.output import emit


def schema(
    agencies: Annotated[bool, typer.Option("--agencies", help="agencies.yaml 的。")] = False,
) -> None:
    """打印数据文件的 JSON Schema。

    例：

    gdq schema > tasks.schema.json

    gdq schema --agencies > agencies.schema.json
    """
    from gdquality.records import Notice, RegistryData
    from gdquality.store.validation import json_schema

    value = json_schema(RegistryData if agencies else Notice)
    emit(json.dumps(value, ensure_ascii=False, indent=2) + "\n", "json")
