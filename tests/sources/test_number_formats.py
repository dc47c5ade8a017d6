"""Numbers and dates as workbooks show them, and numbers as Word counts."""

import pytest

from gdquality.sources.number_formats import BUILT_IN, shown, shown_text
from gdquality.sources.numerals import counted, numeral

DAY = 46053  # 31 January 2026, a Saturday


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        (1.0, "", "1"),
        (0.1 + 0.2, "General", "0.3"),
        (1 / 3, "General", "0.333333333"),
        (100 / 3, "General", "33.33333333"),
        (-2.0, "General", "-2"),
        (1e20, "General", "1E+20"),
        (0.00001234, "General", "1.234E-05"),
        (3, "00", "03"),
        (2.5, "0", "3"),
        (1.005, "0.00", "1.01"),
        (5, "0.0#", "5.0"),
        (1234567.891, "#,##0.00", "1,234,567.89"),
        (-1234.5, "#,##0.00;(#,##0.00)", "(1,234.50)"),
        (0, "0;-0;无", "无"),
        (5, ";;;", ""),
        (0.0425, "0.00%", "4.25%"),
        (3, '"第"0"项"', "第3项"),
        (3, 'General"人"', "3人"),
        (12, "[DBNum1]General", "十二"),
        (12345, '0!.0,"万"', "1.2万"),
        (202601, '0"年"00"月"', "2026年01月"),
        (7, "[Red]0_ ", "7"),
        (1.5, "# ?/?", "1.5"),
        (100000, "0.00E+00", "100000"),
        (3, "[>2]0.0;0", "3"),
        (1e300, "0%", "1E+300"),
        (12, "@", "12"),
        (DAY, 'yyyy"年"m"月"', "2026年1月"),
        (DAY, "yyyy\\-mm\\-dd;@", "2026-01-31"),
        (DAY, "yy.m.d", "26.1.31"),
        (DAY, "mmm-yy", "Jan-26"),
        (DAY, 'e"年"', "2026年"),
        (DAY, "[$-804]aaaa", "星期六"),
        (DAY, "aaa dddd ddd", "六 星期六 周六"),
        (DAY, '[DBNum1][$-804]yyyy"年"m"月"d"日";@', "二〇二六年一月三十一日"),
        (DAY, "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "2026年1月31日"),
        (DAY, BUILT_IN[14], "2026/1/31"),
        (DAY, BUILT_IN[27], "2026年1月"),
        (DAY, BUILT_IN[31], "2026年1月31日"),
        (DAY, BUILT_IN[58], "1月31日"),
        (DAY + 0.75, BUILT_IN[22], "2026/1/31 18:00"),
        (DAY + 0.75, BUILT_IN[55], "下午6时00分"),
        (DAY + 0.5, "h:mm AM/PM", "12:00 PM"),
        (DAY + 0.25, "mm:ss", "00:00"),
        (DAY + 0.999999, "m/d h:mm", "2/1 0:00"),
        (1.5, "[h]:mm", "36:00"),
        (0.5, '[m]"分"', "720分"),
        (1, "yyyy/m/d", "1900/1/1"),
        (-1, "yyyy/m/d", "-1"),
        (3e6, "yyyy/m/d", "3000000"),
    ],
)
def test_shown(value: float, code: str, expected: str) -> None:
    """A number as a cell of that format shows it."""
    assert shown(value, code) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("", "财政"),
        ("@", "财政"),
        ("0", "财政"),
        ('0"@"', "财政"),
        ('@"厅"', "财政厅"),
        ('0;0;0;"省"@', "省财政"),
    ],
)
def test_shown_text(code: str, expected: str) -> None:
    """A text as a cell of that format shows it."""
    assert shown_text("财政", code) == expected


@pytest.mark.parametrize(
    ("number_format", "expected"),
    [
        ("chineseCounting", "一 十 十一 二十 九十九 一○一"),
        ("chineseCountingThousand", "一 十 十一 二十 九十九 一百零一"),
        ("ideographDigital", "一 一〇 一一 二〇 九九 一〇一"),
        ("chineseLegalSimplified", "壹 壹拾 壹拾壹 贰拾 玖拾玖 壹佰零壹"),
        ("ideographTraditional", "甲 癸 甲 癸 壬 甲"),
        ("ideographEnclosedCircle", "㈠ ㈩ 11 20 99 101"),
        ("decimalEnclosedCircle", "① ⑩ ⑪ ⑳ 99 101"),
        ("decimalEnclosedParen", "⑴ ⑽ ⑾ ⒇ 99 101"),
        ("decimalFullWidth", "１ １０ １１ ２０ ９９ １０１"),
        ("decimalZero", "01 10 11 20 99 101"),
        ("numberInDash", "- 1 - - 10 - - 11 - - 20 - - 99 - - 101 -"),
        ("001", "001 010 011 020 099 101"),
        ("lowerLetter", "a j k t uuuu wwww"),
        ("upperRoman", "I X XI XX XCIX CI"),
        ("hebrew1", "1 10 11 20 99 101"),
        ("none", "     "),
    ],
)
def test_numerals(number_format: str, expected: str) -> None:
    """A number as a list of that format counts; digits where it cannot."""
    assert " ".join(numeral(n, number_format) for n in (1, 10, 11, 20, 99, 101)) == expected


@pytest.mark.parametrize("number_format", ["chineseCounting", "upperRoman", "lowerLetter"])
@pytest.mark.parametrize("number", [-1, 0, 10**9])
def test_numbers_that_no_list_has(number: int, number_format: str) -> None:
    """They are written in digits, however large."""
    assert numeral(number, number_format) == str(number)


def test_counted() -> None:
    """Zeros inside a number are said once."""
    numbers = (0, 110, 1001, 1010, 10_010, 20_304, 100_000)

    assert [counted(number) for number in numbers] == [
        *("零", "一百一十", "一千零一", "一千零一十", "一万零一十", "二万零三百零四", "十万")
    ]
