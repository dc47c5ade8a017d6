"""What a question is put to, and what is said of it first."""

from pathlib import Path
from typing import TYPE_CHECKING

from gdquality import Dataset, load
from gdquality.cli.talk import say

if TYPE_CHECKING:
    from gdquality.collection.questions import Collection


def load_to_ask(data: str | None, place: str | None = None) -> Dataset:
    """Return the data set or document of `--data`; of a document, say how much is to be checked.

    Names are asked as they are meant in `place`, if one is given.

    An answer from a document that was read in part must not look whole.
    """
    chosen = load(data, place)
    if data and Path(data).is_file() and (count := len(chosen.notice.remarks)):
        import shlex

        command = f"gdq parse {shlex.quote(data)}"
        say(f"{data}: 有 {count} 处没有读，或读得没有把握，见 {command}", "警告")
    return chosen


def load_names(data: str | None, place: str | None = None) -> Dataset:
    """Return what names are asked of: the data set of `--data`, be it of one notice or of many."""
    if not may_hold_many(data):
        return load(data, place)
    from gdquality.collection.opening import names_of_many

    return names_of_many(Path(data or ""), place)


def official_place(place: str | None) -> str | None:
    """Return the full name of the place that is called `place`; raises GdqError as `load`."""
    if place is None:
        return None
    from gdquality.names.government import official_name

    return official_name(place)


def may_hold_many(data: str | None) -> bool:
    """Tell whether there are many notices at `--data`; the packaged one is asked without a look."""
    if not data:
        return False
    from gdquality.collection.opening import holds_many

    return holds_many(Path(data))


def notices_to_ask(
    data: str | None,
    notice: str | None = None,
    since: str | None = None,
    until: str | None = None,
    place: str | None = None,
) -> "Collection | None":
    """Return the notices of `--data` that are asked, or None where it holds one alone.

    Of that one, too, what is given of the other parameters must be true: raises NotFoundError if
    not.
    """
    if not may_hold_many(data):
        if (notice, since, until, place) != (None, None, None, None):
            from gdquality.cli.narrowing import hold_single
            from gdquality.queries.per_notice import Narrowing

            hold_single(load(data), Narrowing(notice, since, until, official_place(place)))
        return None
    from gdquality.cli.many import of_notices
    from gdquality.collection.opening import load_collection
    from gdquality.queries.per_notice import Narrowing

    found = load_collection(data or "", Narrowing(notice, since, until, official_place(place)))
    for line, label in of_notices(found):
        say(line, label)
    return found
