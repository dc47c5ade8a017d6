"""`gdq notice`: the document's own particulars."""

from gdquality.cli.asking import load_to_ask, notices_to_ask
from gdquality.cli.options import (
    DataOption,
    FormatOption,
    InOption,
    NoticeOption,
    OutputOption,
    SinceOption,
    UntilOption,
)
from gdquality.cli.output import emit_answer
from gdquality.cli.output_file import ForceOption, destination


def notice(
    notice: NoticeOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    in_: InOption = None,
    format_: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    data: DataOption = None,
) -> int:
    """显示通知本身：发文字号、标题、主送机关等。

    例：

    gdq notice

    gdq notice -f json
    """
    from gdquality.queries.answers import Particulars

    to = destination(format_, output, force=force)
    if many := notices_to_ask(data, notice, since, until, in_):
        from gdquality.cli.many import emit_per_notice

        return emit_per_notice(many.particulars(), to, many, "没有这样的通知")
    chosen = load_to_ask(data)
    emit_answer(Particulars(chosen.notice), to, chosen)
    return 0
