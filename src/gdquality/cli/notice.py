"""`gdq notice`: the document's own particulars."""

from gdquality.cli.asking import load_to_ask
from gdquality.cli.options import DataOption, FormatOption
from gdquality.cli.output import emit_answer


def notice(format_: FormatOption = "table", data: DataOption = None) -> None:
    """显示通知本身：发文字号、标题、主送机关等。

    例：

    gdq notice

    gdq notice -f json
    """
    from gdquality.queries.answers import Particulars

    emit_answer(Particulars(load_to_ask(data).notice), format_)
