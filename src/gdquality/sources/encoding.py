"""Bytes as text."""

from gdquality import files


def decode(data: bytes, file: str) -> str:
    r"""Return `data` as text with `\n` line ends.

    Raises InputError with the line and column of the first byte that is none.
    """
    return files.decode(data, file)
