"""The two scripts of Chinese: traditional characters as simplified ones."""

from functools import cache
from typing import Any


def simplified(text: str) -> str:
    """Return `text` in simplified characters, those of Hong Kong replaced as well."""
    return str(_converter().convert(text))


@cache
def _converter() -> Any:
    # Loading its dictionaries takes as long as an answer; few texts need them.
    from opencc import OpenCC

    return OpenCC("hk2s")
