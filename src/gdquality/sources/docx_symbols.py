"""Characters that Word takes from symbol fonts, as those of Unicode that look the same.

A table may say who does what by ticks alone. The codes are those of the fonts, which Word raises to
F000 and above (ECMA-376-1, 17.3.3.30).
"""

from collections.abc import Iterable, Mapping

_RAISED = 0xF000


def _run(first: int, characters: str) -> Iterable[tuple[int, str]]:
    return enumerate(characters, first)


_FONTS: Mapping[str, Mapping[int, str]] = {
    "wingdings": {
        **dict(_run(0x6C, "●❍■□")),
        **dict(_run(0x71, "❑❒⬧⧫◆❖⬥")),
        **dict(_run(0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩")),
        **dict(_run(0x8B, "⓿❶❷❸❹❺❻❼❽❾❿")),
        **dict(_run(0xA1, "○")),
        **dict(_run(0xA7, "▪◻")),
        0xAB: "★",
        0xD8: "➢",
        **dict(_run(0xDF, "←→↑↓")),
        **dict(_run(0xFB, "✗✓☒☑")),
    },
    "wingdings 2": {**dict(_run(0x4F, "✗✓☒☑☒")), 0x98: "●", 0xA2: "■", 0xA3: "□"},
    "symbol": {
        **dict(_run(0xB0, "°±")),
        0xA3: "≤",
        0xB3: "≥",
        0xB4: "×",
        0xB7: "•",
        0xD6: "√",
    },
}


def symbol(font: str, code: str) -> str | None:
    """Return the character of a code in hexadecimal, None for one that only the font has."""
    try:
        number = int(code[:4], 16)
        character = chr(number)
    except ValueError:
        return None
    own = number - _RAISED if number >= _RAISED else number
    known = _FONTS.get(font.lower(), {}).get(own)
    return known or (character if character.isprintable() else None)
