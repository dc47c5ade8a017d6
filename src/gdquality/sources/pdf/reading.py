"""From the bytes of a PDF to its pages, with pdfium; and what is told where that cannot be."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from gdquality.errors import InputError, Problem
from gdquality.sources.pdf import (
    cells,
    characters,
    columns,
    drawing,
    grid,
    overhang,
    standin,
    streams,
    unwalled,
)
from gdquality.sources.pdf.characters import Character
from gdquality.sources.pdf.lines import lines
from gdquality.sources.pdf.page import Page
from gdquality.sources.pdf.rules import rules

MAX_PAGES = 2_000
"""The longest documents of governments have some hundreds."""


def pages(data: bytes, file: str) -> Iterator[Page]:
    """Yield the pages of a PDF.

    Raises InputError where it cannot be opened, has no text at all, or is too long.
    """
    standin.use()
    with closing(_opened(data, file)) as document:
        count = len(document)
        if count > MAX_PAGES:
            raise _too_long(file, f"有 {count} 页，多于 {MAX_PAGES} 页")
        left = characters.MAX_CHARACTERS
        unruled = unwalled.Columns()
        for number in range(1, count + 1):
            page = _page(document, number, unruled)
            left -= page.characters
            if left < 0:
                raise _too_long(file, f"多于 {characters.MAX_CHARACTERS} 个字")
            yield page


def is_whole(data: bytes) -> bool:
    """Return whether a PDF's list of its objects is right, and what it has of text is whole."""
    if not streams.are_whole(data):
        return False
    with closing(pypdfium2.PdfDocument(data)) as document:
        return bool(pdfium.FPDF_DocumentHasValidCrossReferenceTable(document.raw))


def _opened(data: bytes, file: str) -> Any:
    """Return the document, opened without a password, which an owner's password allows."""
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            hint = "在能打开它的程序里另存或打印成没有密码的 PDF，再读那一份"
            raise InputError(file, Problem("有打开密码，不能读"), hint=hint) from None
        if error.err_code == pdfium.FPDF_ERR_SECURITY:
            raise InputError(file, Problem("加密方式不认识，不能读")) from None
        hint = "重新下载，或者用 PDF 阅读器打开后另存一次"
        raise InputError(file, Problem("不是完整的 PDF，或者已损坏"), hint=hint) from None


def _too_long(file: str, message: str) -> InputError:
    return InputError(file, Problem(f"{message}，超出限度"), hint="拆成几份，分开来读")


def _page(document: Any, number: int, unruled: unwalled.Columns) -> Page:
    """Return a page, one without anything on it where the file does not have it whole."""
    try:
        with closing(document[number - 1]) as page, closing(page.get_textpage()) as textpage:
            return _read(number, page, textpage, unruled)
    except pypdfium2.PdfiumError:
        unread = [("unread-page", "这一页已损坏，没有读")]
        return Page(number, 0.0, [], [], 0, 0, unread)


def _read(number: int, page: Any, textpage: Any, unruled: unwalled.Columns) -> Page:
    found = characters.read(textpage, page.get_bbox())
    drawn = drawing.read(page, found.upright, found.width, found.height)
    level, upright = rules(drawn.thin)
    squared = drawn.cut_off or len(level) * len(upright) > grid.MAX_CROSSINGS
    texts = list(map(cells.placed, found.characters))
    if not squared:
        upright += unruled.walls(drawn.thin, upright, texts)
        upright += unwalled.around_titles(level, upright, texts)
    by_white = not squared and unruled.by_white
    grids = [] if squared else grid.grids(level, upright, drawn.shades)
    free, inside = _apart(texts, grids)
    lost, sideways = _apart(found.turned, grids)
    parts = [cells.part(number, *each) for each in zip(grids, inside, sideways, strict=True)]
    outside = lines(free, columns.GUTTER)
    return Page(
        number,
        found.height,
        parts,
        overhang.taken(parts[-1], outside) if parts else outside,
        len(found.characters) + len(found.turned) + found.aslant + found.unknown,
        drawn.pictures,
        list(_unread(found, drawn, len(lost) + found.aslant, squared=squared, by_white=by_white)),
    )


def _apart(
    found: Iterable[cells.Placed], grids: list[grid.Grid]
) -> tuple[list[Character], list[list[cells.Placed]]]:
    """Return the characters outside all tables, and those in each."""
    free: list[Character] = []
    inside: list[list[cells.Placed]] = [[] for _ in grids]
    for one in found:
        for table, its in zip(grids, inside, strict=True):
            if table.holds(one[0], one[1]):
                its.append(one)
                break
        else:
            free.append(one[2])
    return free, inside


def _unread(
    found: characters.TextLayer, drawn: drawing.Drawing, lost: int, *, squared: bool, by_white: bool
) -> Iterator[tuple[str, str]]:
    """Yield codes and messages for what is on a page and was not read."""
    if found.unknown:
        yield "unknown-characters", f"有 {found.unknown} 个字，文件没有给出是什么字，没有读"
    if lost:
        yield "turned-text", f"有 {lost} 个字与正文方向不同，没有读"
    if not found.characters and drawn.pictures:
        yield "picture-page", "这一页是图片，没有文字，没有读"
    if by_white:
        yield "irregular-table", "表格没有竖线，各栏按文字之间的空白分开"
    if squared:
        yield "drawing", "线条太多，不像表格线，其中如果有表格，没有按表格读"
