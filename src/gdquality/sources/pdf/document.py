"""The pages of a PDF as one document: paragraphs and tables in reading order, with their places."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from gdquality.errors import InputError, Problem
from gdquality.records import Place, Remark
from gdquality.sources.interface import Block, Paragraph, SourceDocument
from gdquality.sources.pdf import columns, joining, margins, prose, reading
from gdquality.sources.pdf.cells import Part
from gdquality.sources.pdf.page import Page
from gdquality.sources.pdf.tables import Growing

Found = Growing | prose.Draft
Item = Part | columns.Block


def document(data: bytes, file: str) -> SourceDocument:
    """Return the document in a PDF. Raises InputError where it cannot be read, or has no text."""
    pages = list(reading.pages(data, file))
    _check_text(pages, file)
    margins.leave_out(pages)
    found, remarks = _found(pages)
    if not reading.is_whole(data):
        message = "文件不完整或已损坏，可能缺字、缺页"
        remarks.insert(0, Remark("damaged-file", message, Place(1)))
    return SourceDocument(file, "pdf", tuple(_blocks(found)), tuple(remarks))


def _check_text(pages: list[Page], file: str) -> None:
    """Raise InputError where no page has text that can be read."""
    if any(any(page.all_lines()) for page in pages):
        return
    if any(page.characters for page in pages):
        problem, hint = (
            "文字没有编码，读不出是什么字",
            "用原来的 Word 文件，或者先做文字识别（OCR）",
        )
    elif any(page.pictures for page in pages):
        problem, hint = (
            "是扫描件，只有图片，没有文字",
            "先做文字识别（OCR），存成有文字的 PDF 或文本",
        )
    elif any(code == "unread-page" for page in pages for code, _ in page.unread):
        problem, hint = "各页都已损坏，读不出来", "重新下载，或者用 PDF 阅读器打开后另存一次"
    else:
        problem, hint = "没有文字", ""
    raise InputError(file, Problem(problem), hint=hint)


def _found(pages: list[Page]) -> tuple[list[Found], list[Remark]]:
    """Return the tables and paragraphs of pages, each with all its pages, and the remarks."""
    items = [(page, list(_items(page))) for page in pages]
    writer = _writer([item for _, each in items for item in each])
    depths = _depths(pages)
    found: list[Found] = []
    remarks: list[Remark] = []
    for page, each in items:
        remarks += page.remarks()
        for number, item in enumerate(each):
            before = found[-1] if found else None
            if isinstance(item, columns.Block):
                draft = before if isinstance(before, prose.Draft) else None
                found += writer.write(
                    page.number, item, None if number and not item.flows else draft
                )
                remarks += _unsure(page, item)
            elif number or not (
                isinstance(before, Growing)
                and joining.carried_on(before, item, depths[before.last.page])
            ):
                found.append(joining.first(item, page.parts.index(item) + 1))
    for table in found:
        if isinstance(table, Growing):
            remarks += _doubts(table)
    return found, remarks


def _doubts(table: Growing) -> Iterator[Remark]:
    """Yield remarks on what of a table may be otherwise than it is read."""
    if table.irregular:
        yield Remark("irregular-table", "表格线不全，有的格子是按行分开的", table.place())
    for row in table.unsure:
        message = "这一行到页末，看不准与下一页的首行是一行还是两行"
        yield Remark("uncertain-table", message, table.place(row))


def _depths(pages: list[Page]) -> dict[int, float]:
    """Return of each page how far down tables go on pages as high as it is."""
    depths: dict[float, float] = defaultdict(float)
    for page in pages:
        ends = (part.grid.ys[-1] for part in page.parts)
        depths[page.height] = max(depths[page.height], *ends, 0.0)
    return {page.number: depths[page.height] for page in pages}


def _writer(items: list[Item]) -> prose.Writer:
    """Return what puts lines together, after a look at all of them."""
    blocks = [item for item in items if isinstance(item, columns.Block)]
    rights = [item.grid.xs[-1] for item in items if isinstance(item, Part)]
    return prose.Writer(blocks, max(rights, default=0.0))


def _unsure(page: Page, block: columns.Block) -> list[Remark]:
    """Return a remark where the order of a block's lines is not known."""
    if block.sure:
        return []
    message = f"从“{block.lines[0].text[:20]}”起，几栏并排而没有表格线，看不出先后，各行分开列出"
    return [Remark("reading-order", message, Place(1, part=page.part))]


def _items(page: Page) -> Iterator[Item]:
    """Yield what is on a page, from top to bottom: tables, and the lines between them."""
    lines = page.lines
    for part in page.parts:
        above = [line for line in lines if line.baseline < part.grid.ys[-1]]
        yield from columns.blocks(above)
        yield part
        lines = lines[len(above) :]
    yield from columns.blocks(lines)


def _blocks(found: list[Found]) -> Iterator[Block]:
    """Yield what was found as blocks; paragraphs are numbered within the page they begin on."""
    paragraphs: Counter[int] = Counter()
    for one in found:
        if isinstance(one, Growing):
            yield one.table()
        else:
            paragraphs[one.page] += 1
            yield Paragraph(one.text, Place(paragraphs[one.page], part=f"第{one.page}页"))
