"""What a question is put to, and what is said of it first."""

from pathlib import Path

from gdquality import Dataset, load
from gdquality.cli.output import say


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
