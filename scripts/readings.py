"""Write data/readings.yaml: how common characters are read, and how otherwise in some words.

`gdq` reads names when it is asked, and without pypinyin, which takes longer to import than an
answer may: what it needs of that library's tables is taken here.

    python scripts/readings.py            write the file
    python scripts/readings.py --check    compare, change nothing, end with 1 if it differs
"""

import sys
from collections.abc import Iterator

import yaml
from packaged import write_or_check
from pypinyin import Style, lazy_pinyin
from pypinyin.phrases_dict import phrases_dict

from gdquality.data_folder import READINGS_FILE

HEADER = "# Written by scripts/readings.py; never edited by hand.\n"
WORD = 2
"""Characters of the words that are kept; longer ones are idioms, which are in no name."""


def read(text: str) -> list[str]:
    """Return the syllables of `text`, without tones; ü is v."""
    return lazy_pinyin(text, style=Style.NORMAL, v_to_u=False)


def common_characters() -> str:
    """Return the 6,763 characters of GB 2312."""
    codes = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return "".join(code.decode("gb2312", "ignore") for code in codes)


def unusual(usual: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield each character that is not read as usual in a word, its syllable there, the word."""
    for word in sorted(phrases_dict):
        if len(word) != WORD or not usual.keys() >= set(word):
            continue
        for character, syllable in zip(word, read(word), strict=True):
            if syllable != usual[character]:
                yield character, syllable, word


def readings() -> str:
    """Return the text of readings.yaml."""
    usual = {character: read(character)[0] for character in common_characters()}
    syllables: dict[str, str] = {}
    for character, syllable in usual.items():
        syllables[syllable] = syllables.get(syllable, "") + character
    words: dict[str, list[str]] = {}
    for character, syllable, word in unusual(usual):
        words.setdefault(f"{character} {syllable}", []).append(word)
    value = {
        "syllables": dict(sorted(syllables.items())),
        "words": {key: " ".join(found) for key, found in sorted(words.items())},
    }
    return HEADER + yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10**6)


def main() -> int:
    """Write or check, and return the exit code."""
    check = "--check" in sys.argv[1:]
    return write_or_check(READINGS_FILE, readings(), "pypinyin", check=check)


if __name__ == "__main__":
    sys.exit(main())
