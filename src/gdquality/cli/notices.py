"""`gdq notices`: which notices there are."""

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
from gdquality.cli.output_file import ForceOption, destination


def notices(
    notice: NoticeOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    in_: InOption = None,
    format_: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    data: DataOption = None,
) -> int:
    """列出有哪些通知，新的在前；同一份的其他文件、被取代的旧稿也写明。

    例：

    gdq notices --data mine

    gdq notices --data notices.db --since 2024
    """
    from gdquality.cli.many import emit_per_notice
    from gdquality.queries.per_notice import NoticeList

    to = destination(format_, output, force=force)
    many = notices_to_ask(data, notice, since, until, in_)
    if many is None:
        from gdquality.collection.alone import alone

        many = alone(load_to_ask(data))
    return emit_per_notice(NoticeList(many.notices()), to, many, "没有这样的通知")
