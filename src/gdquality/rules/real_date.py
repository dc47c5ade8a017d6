"""The dates of a data set are days, months or years that there are."""

from datetime import date

from gdquality.rules.examples import AGENCIES, CHANGES
from gdquality.rules.rule import Findings, RegistryFile, Rule


def check(file: RegistryFile) -> Findings:
    """Find dates of the registry such as 2018-02-30, which have the form of one."""
    dates = [
        (("agencies", index, "since"), agency.since)
        for index, agency in file.agencies
        if agency.since
    ]
    dates += [(("changes", index, "date"), change.date) for index, change in file.changes]
    for path, text in dates:
        year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
        try:
            date(year, month, day)
        except ValueError:
            yield (path, f"没有“{text}”这个日期")


RULE = Rule(
    code="GDQ105",
    name="real-date",
    severity="error",
    title="日期是有的日子，写作 2018、2018-10 或 2018-10-19",
    why="2018-13、2016-02-30 这样的日期，期限就无从算起。",
    passes=AGENCIES + CHANGES,
    fails=(AGENCIES + CHANGES).replace("2018-10", "2018-02-30"),
    check=check,
)
