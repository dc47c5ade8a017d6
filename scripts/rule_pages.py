"""Write docs/rules/: a page a rule, and one that lists them, from the rules themselves.

python scripts/rule_pages.py            write the pages
python scripts/rule_pages.py --check    compare, change nothing, end with 1 if one differs
"""

import sys
from pathlib import Path

from gdquality.files import write_bytes
from gdquality.formats.rules import rule_page, rules_page
from gdquality.rules.catalog import RULES

FOLDER = Path(__file__).parents[1] / "docs" / "rules"


def pages() -> dict[str, str]:
    """Return the text of every page by its file name."""
    listed = {f"{code}.md": rule_page(rule) for code, rule in RULES.items()}
    return {"README.md": rules_page(RULES.values()), **listed}


def main() -> int:
    """Write or check, and return the exit code."""
    expected = pages()
    if "--check" not in sys.argv[1:]:
        FOLDER.mkdir(exist_ok=True)
        for name, text in expected.items():
            write_bytes(FOLDER / name, text.encode())
        return 0
    there = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    if there == expected:
        return 0
    sys.stderr.write(f"error: docs/rules is not what the rules say: run {sys.argv[0]}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
