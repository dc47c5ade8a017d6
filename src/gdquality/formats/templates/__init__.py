"""Pages from templates: everything of the data is escaped, and nothing is fetched from anywhere."""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from gdquality.formats.controls import visible

FOLDER = Path(__file__).parent


def page_of(template: str, *styles: str, **values: Any) -> bytes:
    """Return the page that `template` makes of `values`.

    It has what all pages look like, and the files `styles`, as `style`; `style_hash` is how its
    Content-Security-Policy knows that.
    """
    style = "".join(map(text_of, ("style.css", *styles)))
    values |= {"style": Markup(style), "style_hash": hash_of(style)}  # noqa: S704 -- ours
    return _environment().get_template(template).render(values).encode()


def text_of(name: str) -> str:
    """Return a file beside the templates, which is ours and goes into a page as it is."""
    return (FOLDER / name).read_text(encoding="utf-8")


def hash_of(text: str) -> str:
    """Return what a Content-Security-Policy lets `text` be known by (CSP Level 3, 8.4)."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def fragment(name: str) -> str:
    """Return `name` for the address of a place in a page, which has no room for some characters."""
    return re.sub(r"[^\w.-]", lambda match: quote(match[0], safe=""), visible(name))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["visible"] = visible
    environment.filters["fragment"] = fragment
    return environment
