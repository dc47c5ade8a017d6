"""Numbers in the formats that Word and workbooks count with: 一, 壹, 甲, ①, iv.

The names are those of ST_NumberFormat (ECMA-376-1, 17.18.59), and 001 for numbers of that width;
beyond what a format can write, and in formats not known here, the digits stand.
"""

from collections.abc import Callable

LARGEST = 32_767
"""The largest number that is not written in digits: Word counts no further."""

_DIGITS = "〇一二三四五六七八九"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def numeral(number: int, number_format: str) -> str:
    """Return `number` as `number_format` writes it."""
    if number_format == "none":
        return ""
    if number_format.isdigit():
        return f"{number:0{min(len(number_format), 9)}}"
    write = _FORMATS.get(number_format)
    written = write(number) if write is not None and 0 < number <= LARGEST else ""
    return written or str(number)


def digit_by_digit(number: int, digits: str = _DIGITS) -> str:
    """Return a number as years are written: 二〇二六."""
    return "".join(digits[int(digit)] for digit in str(number))


def counted(number: int) -> str:
    """Return a number below 10^8 as it is spoken: 十二, 一百零三, 二千零一十."""
    written = _with_units(number, "零一二三四五六七八九", "千百十万")
    return written[1:] if written.startswith("一十") else written


def _with_units(number: int, digits: str, units: str) -> str:
    ten_thousands, rest = divmod(number, 10_000)
    written = _with_units(ten_thousands, digits, units) + units[3] if ten_thousands else ""
    for digit, unit in zip(f"{rest:04}", [*units[:3], ""], strict=True):
        if digit != "0":
            written += digits[int(digit)] + unit
        elif written and not written.endswith(digits[0]):
            written += digits[0]
    return written.rstrip(digits[0]) or digits[0]


def _counted_below_hundred(number: int) -> str:
    return counted(number) if number < 100 else digit_by_digit(number, "○一二三四五六七八九")  # noqa: PLR2004


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written


def _letters(number: int) -> str:
    repeats, letter = divmod(number - 1, 26)
    return "abcdefghijklmnopqrstuvwxyz"[letter] * (repeats + 1) if repeats < 30 else ""  # noqa: PLR2004


def _one_of(*runs: tuple[str, int]) -> Callable[[int], str]:
    characters = "".join(chr(ord(first) + i) for first, count in runs for i in range(count))
    return lambda number: characters[number - 1 : number]


def _cycle(characters: str) -> Callable[[int], str]:
    return lambda number: characters[(number - 1) % len(characters)]


_FORMATS: dict[str, Callable[[int], str]] = {
    "chineseCounting": _counted_below_hundred,
    "chineseCountingThousand": counted,
    "taiwaneseCounting": _counted_below_hundred,
    "taiwaneseCountingThousand": counted,
    "japaneseCounting": counted,
    "ideographDigital": digit_by_digit,
    "taiwaneseDigital": digit_by_digit,
    "japaneseDigitalTenThousand": digit_by_digit,
    "chineseLegalSimplified": lambda number: _with_units(
        number, "零壹贰叁肆伍陆柒捌玖", "仟佰拾万"
    ),
    "ideographTraditional": _cycle("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _cycle("子丑寅卯辰巳午未申酉戌亥"),
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: digit_by_digit(number, "０１２３４５６７８９"),
    "decimalFullWidth2": lambda number: digit_by_digit(number, "０１２３４５６７８９"),
    "decimalEnclosedCircle": _one_of(("①", 20), ("㉑", 15), ("㊱", 15)),
    "decimalEnclosedCircleChinese": _one_of(("①", 20), ("㉑", 15), ("㊱", 15)),
    "decimalEnclosedFullstop": _one_of(("⒈", 20)),
    "decimalEnclosedParen": _one_of(("⑴", 20)),
    "ideographEnclosedCircle": _one_of(("㈠", 10)),
    "numberInDash": lambda number: f"- {number} -",
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
}
