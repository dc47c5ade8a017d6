"""`gdq notice`: the document's own particulars."""

from gdquality.cli.asking import load_to_ask, notices_to_ask
from gdquality.cli.options import (
    DataOption,
    FormatOption,
    InOption,
    NoticeOption,
    SinceOption,
    UntilOption,
)
from gdquality.cli.output import emit_answer


def notice(
    notice: NoticeOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    in_: InOption = None,
    format_: FormatOption = "table",
    data: DataOption = None,
) -> int:
    """显示通知本身：发文字号、标题、主送机关等。

    例：

    gdq notice

    gdq notice -f json
    """
    from gdquality.queries.answers import Particulars

    if many := notices_to_ask(data, notice, since, until, in_):
        from gdquality.cli.many import emit_per_notice

        return emit_per_notice(many.particulars(), format_, many, "没有这样的通知")
    emit_answer(Particulars(load_to_ask(data).notice), format_)
    return 0
