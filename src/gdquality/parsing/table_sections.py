"""The headings that rows of a table are for those below, 一、教育, and rows that only seem so.

任务        责任单位
一、修路                    a task of nobody: the next row goes on with its numbers
二、种树    市林业局
"""

from dataclasses import dataclass, field

from gdquality.errors import quoted
from gdquality.parsing.headings import Row
from gdquality.parsing.outline_markers import number_at, style_of
from gdquality.parsing.row_titles import below
from gdquality.records import Remark
from gdquality.sources.interface import Cell


@dataclass(slots=True)
class TableSections:
    """The headings above the next row of a table; a row that was none is told in `remarks`."""

    remarks: list[Remark]
    titles: list[str] = field(default_factory=list)
    loose: Cell | None = None
    is_alone: bool = False
    styles: set[str] = field(default_factory=set)

    def begin(self, section: str, row: Row) -> None:
        """Go on below a `row` that only says `section`.

        If it is not merged over the whole row, it may be a task of nobody.
        """
        if self.loose and style_of(self.loose.text) == style_of(section):
            self._tell()
        self.titles = below(self.titles, section)
        is_whole = all(cell is row[0] for cell in row)
        self.loose = None if is_whole or not style_of(section) else row[0]
        self.is_alone = True

    def above(self, task: str) -> tuple[str, ...]:
        """Return the headings above a `task`, as it is printed with its number."""
        style = style_of(task)
        if self.loose and style == style_of(self.loose.text):
            if number_at(task) > number_at(self.loose.text):
                self._tell()
                self.titles = below(self.titles, task)[:-1]
            self.loose = None
        self.is_alone = False
        self.styles.add(style)
        return tuple(self.titles)

    def end(self) -> None:
        """Tell of a last row that seems a heading, and is numbered as tasks of the table are."""
        if self.loose and style_of(self.loose.text) in self.styles:
            self._tell()
        self.styles.clear()

    def _tell(self) -> None:
        if self.loose and self.is_alone:
            message = f"这一行没有单位：{quoted(self.loose.text)}"
            self.remarks.append(Remark("row-without-agency", message, self.loose.place))
            self.is_alone = False
