"""Libraries that only some formats need, which a user may have left out."""

import contextlib
from collections.abc import Iterator

from gdquality.errors import GdqError


@contextlib.contextmanager
def needed(package: str, use: str = "这种格式") -> Iterator[None]:
    """Say which `package` to install for what `use` where an import in this context fails."""
    try:
        yield
    except ModuleNotFoundError:
        message = f"{use}要用 {package}，没有装"
        raise GdqError(message, hint=f"pip install {package}") from None
