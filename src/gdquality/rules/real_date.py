"""The dates of the registry are days, months or years that there are."""

from collections.abc import Iterator
from datetime import date

from gdquality.records import RegistryData
from gdquality.rules.rule import Found, Rule
from gdquality.store.yaml_reader import Path


def check(registry: RegistryData) -> Iterator[Found]:
    """Find dates such as 2018-13 or 2018-02-30."""
    dates: list[tuple[Path, str]] = [
        (("agencies", index, "since"), agency.since)
        for index, agency in enumerate(registry.agencies)
        if agency.since
    ]
    dates += [(("changes", index, "date"), one.date) for index, one in enumerate(registry.changes)]
    for path, text in dates:
        year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
        try:
            date(year, month, day)
        except ValueError:
            yield Found(path, f"没有“{text}”这个日期")


RULE = Rule("GDQ407", "real-date", "error", check)
