"""How large a page is, and how long it takes to make, to open, and to answer a key.

    python benchmarks/page.py [NOTICES]

Measures the page of the packaged notice, and one of notices made at random (many_notices.py). The
browser is that of the machine; a key is answered when what was found is laid out.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from many_notices import make_notices
from playwright.sync_api import Page, sync_playwright

from gdquality import load, load_collection
from gdquality.collection.questions import Collection
from gdquality.formats.page import page, page_of_many

TYPED = ("质量安全", "zhiliang", "省财政厅", "czj", "jiaqiang", "长沙市财政局", "shengjiaoyuting")
KEYS = """text => Array.from(text, (_, at) => {
    input.value = text.slice(0, at + 1);
    const begin = performance.now();
    input.dispatchEvent(new Event("input"));
    document.body.getBoundingClientRect();
    return performance.now() - begin;
})"""
ROUNDS = 5


def collection(folder: Path, count: int) -> Collection:
    """Return `count` notices made at random, as a database in `folder`."""
    make_notices(folder / "notices", count)
    database = folder / "notices.db"
    sources = str(folder / "notices")
    command = [sys.executable, "-m", "gdquality", "build", sources, "-o", str(database)]
    subprocess.run(command, check=True, capture_output=True)
    return load_collection(database)


def keys(opened: Page) -> list[float]:
    """Return the milliseconds of each key of everything that is typed, the slowest last."""
    return sorted(
        one for _ in range(ROUNDS) for text in TYPED for one in opened.evaluate(KEYS, text)
    )


def report(name: str, content: bytes, seconds: float, folder: Path) -> None:
    """Open a page and print what it takes."""
    path = folder / f"{name}.html"
    path.write_bytes(content)
    program = next(filter(None, map(shutil.which, ("chromium", "google-chrome", "chrome"))))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program)
        opened = browser.new_page()
        opened.goto(path.as_uri())
        shown = opened.evaluate("performance.getEntriesByType('navigation')[0].domInteractive")
        opened.wait_for_function("entries.length > 0")
        found = keys(opened)
        browser.close()
    print(
        f"{name}: {len(content) / 1000:.0f} KB, made in {seconds:.2f} s, shown in {shown:.0f} ms;"
        f" a key {found[len(found) // 2]:.1f} ms, the slowest {found[-1]:.1f} ms"
    )


def main() -> None:
    """Measure both pages."""
    count = int(sys.argv[1]) if sys.argv[1:] else 1000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        begin = time.perf_counter()
        content = page(load())
        report("notice", content, time.perf_counter() - begin, folder)
        many = collection(folder, count)
        begin = time.perf_counter()
        content = page_of_many(many, folder / "notices.db")
        report(f"{count} notices", content, time.perf_counter() - begin, folder)


if __name__ == "__main__":
    main()
