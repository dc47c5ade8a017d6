"""`gdq notice`: the document's own particulars."""

from gdquality.cli.asking import load_to_ask
from gdquality.cli.options import DataOption, FormatOption, OutputOption
from gdquality.cli.output import emit_answer
from gdquality.cli.output_file import ForceOption, destination


def notice(
    format_: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    data: DataOption = None,
) -> None:
    """显示通知本身：发文字号、标题、主送机关等。

    例：

    gdq notice

    gdq notice -f json
    """
    from gdquality.queries.answers import Particulars

    to = destination(format_, output, force=force)
    chosen = load_to_ask(data)
    emit_answer(Particulars(chosen.notice), to, chosen)
