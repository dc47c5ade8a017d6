"""What typer says of wrong usage, in the language of the users."""

import re

_SAYINGS = (
    (r"Missing (?:argument|parameter|option) '(.+?)'\.", "缺少 {0}"),
    (r"No such command '(.+?)'\. Did you mean (.+)\?", "没有命令“{0}”，相近的有：{1}"),
    (r"No such command '(.+?)'\.", "没有命令“{0}”"),
    (r"No such option: (\S+?)(?:[ .].*)?", "没有选项 {0}"),
    (r"Option '(.+?)' requires .+", "选项 {0} 后面要有值"),
    (r"Got unexpected extra argument(?:s|\(s\))? \((.+)\)", "多余的参数：{0}"),
    (r"Invalid value for '?(.+?)'?: '(.*?)' is not one of (.+)\.", "{0} 的值不对：{1}，可用 {2}"),
    (r"Invalid value for '?(.+?)'?: .+", "{0} 的值不对"),
)


def translated(message: str) -> str:
    """Return typer's `message` in Chinese; one that is not known stays as it is."""
    for pattern, saying in _SAYINGS:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return saying.format(*(one.replace("'", "") for one in found.groups()))
    return message
