"""`gdq network`: who leads whom, who works beside whom, as a graph."""

from pathlib import Path
from typing import Annotated

import typer

from gdquality.cli.asking import load_to_ask, notices_to_ask
from gdquality.cli.options import DataOption, InOption, NoticeOption, SinceOption, UntilOption
from gdquality.cli.output_file import ForceOption, refuse_folder, writer
from gdquality.cli.talk import say
from gdquality.errors import GdqError, quoted
from gdquality.queries.network import SPLITS

ENDINGS = (".graphml", ".csv")


def network(
    output: Annotated[
        Path,
        typer.Option("-o", "--output", metavar="FILE", help="写入 FILE：.graphml 或 .csv。"),
    ],
    by: Annotated[
        list[str] | None,
        typer.Option(
            metavar="BY",
            help="分 year（年）、jurisdiction（地方）计数；可都写。",
            autocompletion=lambda: SPLITS,
        ),
    ] = None,
    force: ForceOption = False,
    notice: NoticeOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    in_: InOption = None,
    data: DataOption = None,
) -> int:
    """把谁牵头谁、谁与谁并列写成网络，供 Gephi、networkx 等画图和计算。

    例：

    gdq network -o bodies.graphml

    gdq network -o edges.csv --by year --data notices.db
    """
    from gdquality.formats.graph import edges_csv, graphml
    from gdquality.queries.network import network as network_of

    unknown = [one for one in by or () if one not in SPLITS]
    if unknown:
        message = f"--by 的值不对：{quoted(unknown[0])}，可用 {'、'.join(SPLITS)}"
        raise GdqError(message, hint="gdq network -o edges.csv --by year")
    refuse_folder(output, "bodies.graphml")
    ending = output.suffix.lower()
    if ending not in ENDINGS:
        known = "、".join(ENDINGS)
        hint = "gdq network -o bodies.graphml"
        raise GdqError(f"{output} 的扩展名应是 {known} 之一", hint=hint)
    write = writer(output, force=force)
    chosen = notices_to_ask(data, notice, since, until, in_) or load_to_ask(data)
    edges = network_of(chosen.facts(), by or ())
    kinds = {one.agency.name: one.agency.kind for one in chosen.agencies()}
    text = graphml(edges, kinds) if ending == ".graphml" else edges_csv(edges)
    write(text.encode())
    bodies = {end for edge in edges for end in edge[:2]}
    say(f"已写入 {output}：{len(bodies)} 个单位，{len(edges)} 条连线")
    return 0 if edges else 1
