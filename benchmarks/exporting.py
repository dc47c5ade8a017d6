"""`gdq export x.xlsx` against an interpreter that only imports the library that writes it.

Issue 5: under one second more. Run it with an environment that has the extra `xlsx`:

    python benchmarks/exporting.py
"""

import os
import sys
import tempfile
from pathlib import Path

from start_up import measure


def main() -> None:
    """Measure and print."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder, "a.xlsx"))
        programs = {
            "import xlsxwriter": [sys.executable, "-c", "import xlsxwriter"],
            "gdq export": [sys.executable, "-m", "gdquality", "export", "--force", "-o", file],
        }
        medians = measure(programs, environment)
    base, export = medians.values()
    print(f"{export / base:5.2f}  gdq export to the import alone; {export - base:.2f} seconds more")


if __name__ == "__main__":
    main()
