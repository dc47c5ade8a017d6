"""Write data/readings.yaml: how the names of the registry, and common characters, are read.

`gdq` resolves pinyin and homophones without pypinyin, which takes longer to import than an answer
may: the readings are made here, when the data are made.

    python scripts/readings.py            write the file
    python scripts/readings.py --check    compare, change nothing, end with 1 if it differs
"""

import sys

import yaml
from pypinyin import Style, lazy_pinyin

from gdquality.data_folder import READINGS_FILE, packaged_folder
from gdquality.dataset import Dataset
from gdquality.files import write_bytes
from gdquality.resolve.normal import normalise

HEADER = "# Written by scripts/readings.py; never edited by hand.\n"


def reading(text: str) -> str:
    """Return the syllables of `text`, without tones and between spaces; ü is v."""
    return " ".join(lazy_pinyin(text, style=Style.NORMAL, v_to_u=False))


def common_characters() -> str:
    """Return the 6,763 characters of GB 2312."""
    codes = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return "".join(code.decode("gb2312", "ignore") for code in codes)


def readings() -> str:
    """Return the text of readings.yaml for the packaged registry."""
    names = {name: reading(normalise(name)) for name in Dataset().registry.bearers}
    syllables: dict[str, str] = {}
    for character in common_characters():
        syllable = reading(character)
        syllables[syllable] = syllables.get(syllable, "") + character
    value = {"names": names, "syllables": dict(sorted(syllables.items()))}
    return HEADER + yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10**6)


def main() -> int:
    """Write or check, and return the exit code."""
    path = packaged_folder() / READINGS_FILE
    text = readings()
    if "--check" not in sys.argv[1:]:
        write_bytes(path, text.encode())
        return 0
    if path.read_text(encoding="utf-8") == text:
        return 0
    sys.stderr.write(f"error: {path.name} is not what the registry gives: run {sys.argv[0]}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
