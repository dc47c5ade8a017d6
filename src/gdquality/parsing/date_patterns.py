"""Dates by which something is due, as notices print them: 2016年12月15日前, 12月底前."""

import re
from collections.abc import Iterator

_HOUR = r"(?:上午|下午|晚上?|中午)?\s*\d{1,2}(?:\s*[时点]|[:：]\d{2})|下班|上班|中午"
WEEKDAY = r"\s*[（(](?:星期|周|礼拜)[一二三四五六日天][）)]"
DAY = rf"\d{{1,2}}\s*日(?:{WEEKDAY})?(?:\s*(?:{_HOUR}))?"
_MONTH = rf"\d{{1,2}}\s*月(?:\s*{DAY}|第[一二三四1-4]周|底|末|份|初|中旬|上旬|下旬)?"
_OF_YEAR = r"第?[一二三四1-4]季度(?:末|底)?|上半年|下半年|年底|年末|年中|年内"
_WHICH = r"每(?:年度?|半年|季度|季|月|周)|当年|次年|翌年|同年|今年|明年|本年度?"
_DIGITS = r"\d{4}[-./]\d{1,2}[-./]\d{1,2}"
DATE = (
    rf"(?:(?:{_WHICH}|\d{{4}}\s*年)?度?\s*(?:{_MONTH}|{_OF_YEAR})|(?:\d{{4}}\s*年|{_WHICH})[底末]"
    rf"|(?:每月|每季度?(?:末|首|第[一二三]个?|最后一?个)月的?|次月|下月|当月|翌月)\s*{DAY}|每周[一二三四五六日天末](?:{_HOUR})?|{_DIGITS}(?:\s*(?:{_HOUR}))?|\d{{4}}\s*年)"
)
_SEPARATOR = r"\s*(?:[、和及与或至到—－~～-]|分别)\s*"
_BY = (
    r"(?:之前|以前|前|止|内)"
    r"(?![后期列述款者蒙部容外]|[一二三1-3]季度|[一二两三四五六七八九十\d]+(?:个|名|位|年|天|批))"
)
_WITHIN = (
    r"(?:自[^，。；\n]{1,30}?之日起|[收接]到[^，。；\n]{0,12}?后|印发后)?(?:\d{1,3}|[一二两三四五六七八九十]{1,3})"
    r"(?:个(?:工作日|自然日|月|星期)|工作日|日|天|周)(?:之|以)?内(?![部容设])"
)
"""A period that begins with an event: 印发之日起三个月内, 30个工作日内."""

DUE = re.compile(
    # What it may begin with, looked at first, since nearly every character of a text begins none.
    r"(?=[\s\d度每当次翌同今明本第一二两三四五六七八九十上下年自从收接印])"
    rf"(?:(?:[自从]{DATE}(?:起|开始)[，,]?(?=每))?"
    rf"(?:{DATE}(?:之前|以前|前)?{_SEPARATOR}){{0,5}}(?:{DATE}|(?<=[、和及与或至到—－~～-]){DAY}){_BY}"
    rf"|{_WITHIN})"
)
"""One date or several, or a period, with the word that makes them a limit: 前, 以前, 止, 内."""

_ENDS_DUE = re.compile("[前止内]")

EVERY = re.compile(
    r"每个?(?:年度?|半年|季度?|月|旬|周)(?:[末底初]|\d{1,2}\s*月(?:\s*\d{1,2}\s*日|[底末份])?|\d{1,2}\s*日)?"
)
"""A period after which something is handed in again, without a word that makes it a limit."""

ANY_DATE = re.compile(
    rf"(?:\d{{4}}\s*年\s*)?(?:{_MONTH})|\d{{4}}\s*年\s*(?:{_OF_YEAR})|\d{{4}}[-./]\d{{1,2}}(?:[-./]\d{{1,2}})?"
)
"""A date in the column of limits, where it needs no such word: 2019年12月底, 6月底完成."""

REPEATED = re.compile(
    "每|次月|下月|当月|翌月|当年|次年|翌年|同年|明年|今年|本年|季度|半年|中旬|上旬|下旬|月初|年中|周"
)
"""Words by which a limit is no single day that could be told."""


def limits_in(text: str) -> Iterator[re.Match[str]]:
    """Return the limits in `text`, in printed order."""
    return DUE.finditer(text) if _ENDS_DUE.search(text) else iter(())


def first_limit(text: str) -> re.Match[str] | None:
    """Return the first limit in `text`, if it has one."""
    return DUE.search(text) if _ENDS_DUE.search(text) else None
