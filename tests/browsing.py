"""A page in a real browser: Chromium or Chrome, headless, as people would use it."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ELSEWHERE = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
)
Open = Callable[..., "Page"]


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """Return a browser of this machine; without one, and in CI, the tests are skipped."""
    if os.environ.get("CI"):
        pytest.skip("a browser is for people to look with, and not in CI")
    found = [path for path in map(shutil.which, PROGRAMS) if path]
    found += [path for path in ELSEWHERE if Path(path).exists()]
    if not found:
        pytest.skip("no Chromium or Chrome on this machine")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found[0])
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: "Browser", file: Path) -> Iterator[Open]:
    """Return a function that opens the page at a view; nothing may be said, nor asked for."""
    said: list[str] = []
    asked: list[str] = []
    contexts = []

    def open_(view: str = "", path: Path = file, **options: Any) -> "Page":
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{path.as_uri()}#{view}")
        return page

    yield open_
    for context in contexts:
        context.close()
    assert said == []
    # The page itself is a request, and its icon one that is answered in it.
    assert {one.partition(":")[0] for one in asked} <= {"file", "data"}
    assert {Path(one).suffix for one in asked if one.startswith("file:")} == {".html"}


def shown(page: "Page") -> str:
    """Return the heading of the view that is shown."""
    [heading] = page.locator("main section:visible > h2").all_inner_texts()
    return heading


def go_to(page: "Page", view: str) -> None:
    """Follow a link to `view`."""
    page.evaluate("view => { location.hash = view }", view)
    page.wait_for_function("view => decodeURIComponent(location.hash) === `#${view}`", arg=view)
    page.wait_for_function("document.activeElement.tagName === 'H2'")


def faults(page: "Page") -> list[tuple[str, str]]:
    """Return what axe-core finds that keeps people out: the rule, and an element."""
    import axe_playwright_python

    axe = Path(axe_playwright_python.__file__).parent / "axe.min.js"
    page.evaluate(axe.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")
    return [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]]
