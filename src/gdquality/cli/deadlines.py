"""`gdq deadlines`: what is due, by whom, to whom."""

from typing import Annotated

from gdquality.cli.asking import load_to_ask
from gdquality.cli.options import DataOption, FormatOption, OutputOption, agency_option
from gdquality.cli.output import emit_found
from gdquality.cli.output_file import ForceOption, destination


def deadlines(
    agency: Annotated[str | None, agency_option("只列对这个单位的要求。")] = None,
    format_: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    data: DataOption = None,
) -> int:
    """列出报送要求：何时、何事、由谁、报给谁。

    例：

    gdq deadlines

    gdq deadlines --agency 农业厅 -f json
    """
    from gdquality.cli.names import canonical
    from gdquality.queries.answers import DeadlineList

    to = destination(format_, output, force=force)
    chosen = load_to_ask(data)
    found = chosen.deadlines(None if agency is None else canonical(agency, chosen))
    return emit_found(DeadlineList(found), to, found, chosen, "没有这样的报送要求")
