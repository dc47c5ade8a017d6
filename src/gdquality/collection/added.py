"""What became of a file that was added to a folder, and what is said of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from gdquality.collection.issues import is_aside
from gdquality.records import Notice

_ALIKE = "题目和字号（日期）相同，看不出是不是同一份，都用来作答；若是旧稿，请移走"


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a notice: written to `path`, unless it is there: the same file, or a copy.

    What was there as that of another place `is_read_anew`. One of `later` stands in place of it.
    None of `former` answers any more. Those that it `resembles` do, beside it.
    """

    notice: Notice
    path: Path
    is_there: bool = False
    is_copy: bool = False
    is_read_anew: bool = False
    former: tuple[Notice, ...] = ()
    later: tuple[Notice, ...] = ()
    resembles: tuple[Notice, ...] = ()

    def told(self) -> str:
        """Return what is said of it."""
        replaced = f"，{_files(self.former)} 不再用来作答" if self.former else ""
        if self.is_there:
            aside = f"{self.path.parent.name}/" if is_aside(self.path) else ""
            done = "记为它的另一个文件" if self.is_copy else "没有再加"
            return f"已有同一份通知（{aside}{self.path.name}），{done}{replaced}"
        verb = "已重读" if self.is_read_anew else "已加入"
        counts = f"{len(self.notice.tasks)} 项任务，{len(self.notice.deadlines)} 项报送要求"
        if self.later:
            kind = "另一个文件" if self.is_copy else "旧稿"
            counts += f"，是 {_files(self.later)} 的{kind}，不用来作答"
        elif self.former:
            replaced = f"，取代 {_files(self.former)}"
        like = f"；与 {_files(self.resembles)} {_ALIKE}" if self.resembles else ""
        return f"{verb} {self.path}：{counts}{replaced}{like}"


def _files(notices: Iterable[Notice]) -> str:
    return "、".join(one.source.file for one in notices)
