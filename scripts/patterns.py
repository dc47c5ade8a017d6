"""Write data/patterns.tsv: what the bodies of a place are called, at each level and in each era.

    python scripts/patterns.py FOLDER            write the file
    python scripts/patterns.py FOLDER --check    compare, change nothing, end with 1 if it differs

FOLDER holds patterns.tsv of the project's research, which is no part of the repository
(docs/decisions/0019-another-government.md tells what it is and what is made of it here).
"""

import csv
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from packaged import write_or_check

from gdquality.records import Kind

FILE = "patterns.tsv"

HEADER = """\
# What the bodies of a place are called, by level and era. In names: {place} 湖南省, {bare} 湖南,
# {tier} 省, {parent} the place above, {zone} what is printed. `forms` are other names in use,
# without the prefix of the place. Patterns are generalities: written by scripts/patterns.py,
# explained in docs/decisions/0019-another-government.md.
"""

COLUMNS = ("level", "name", "forms", "since", "until", "kind", "confidence", "function", "source")

COMPANIES = "企业平台"
"""Companies of a place: each has a name of its own, and the forms of the research are several's."""

MOBILE = "中国移动通信集团{bare}有限公司"
"""The name of a provincial company, which one of a city is not called."""

BELOW = frozenset(("{place}街道办事处", "{place}镇人民政府", "{place}乡人民政府"))
"""Names in which the place is none that the table of places has."""

NO_PATTERNS = frozenset(
    (
        ("city", "中国证券监督管理委员会{bare}监管局"),
        ("city", "{place}留学人员科技交流会办公室"),
    )
)
"""Names that cities do not have in general: the five that are planned apart have what a province
has, and the fair of 广州 has another name (中国留学人员广州科技交流会)."""

CORRECTED = {
    "国家电网{place}电力公司": "国网{place}电力公司",
    "中共{place}委精神文明建设委员会办公室": "{place}精神文明建设指导委员会办公室",
}
"""Names as they are, where the research has another; unsourced."""

SHORT = frozenset(("{place}电网有限责任公司", "{place}煤矿安全监察局"))
SHORT_OF_PROVINCES = frozenset(("{place}广播电视台",))
"""Names that have the short name of the place, whatever the research says; unsourced."""

WITHOUT_PLACE = frozenset((("province", "海关"), ("province", "海事局")))
"""Forms that fit no body of the level unless a place is named: the customs of Hunan is 长沙海关."""

IRREGULAR = frozenset(("外经贸厅", "外经贸局", "委文明办", "党委文明办"))
"""Forms with characters that the name has in another order, or not, and that are nobody else's."""

_BANK = "人民银行{bare}分行|人行{bare}分行"
_BANK_DEPARTMENT = (
    "人民银行{bare}营业管理部|人民银行{bare}营管部|人行{bare}营管部|人行营管部|人民银行营管部"
)
MORE_FORMS = {"国网{place}电力有限公司": ("{bare}电力公司",)}
"""Forms that the research has for the earlier name only; unsourced."""

UNSOURCED = (
    ("county", "{place}消防救援支队", "消防救援支队|消防支队", "2019", "", "消防救援"),
    *(
        (level, "中国共产党{place}委员会", "委|党委|中共{place}委", "", "", "党委")
        for level in ("province", "municipality", "city", "county")
    ),
    ("city", "中国人民银行{bare}分行", _BANK, "1998", "2023", "人民银行"),
    (
        *("municipality", "中国人民银行{bare}营业管理部", _BANK_DEPARTMENT),
        *("1998", "2023", "人民银行"),
    ),
    (
        *("city", "中国人民银行{place}中心支行", "人民银行{place}中心支行"),
        *("1998", "2023", "人民银行"),
    ),
    *(
        (level, "{place}国有资产监督管理委员会", "国资委|国有资产监管委", "2003", "", "国资")
        for level in ("municipality", "city")
    ),
    ("city", "{place}文化广电旅游局", "文广旅局|文化广电旅游局", "2019", "", "文化旅游"),
    ("county", "{parent}{bare}生态环境局", "{bare}生态环境局", "2019", "", "生态环境／环保"),
)
"""Patterns that the research has not, from general knowledge: the committees of the party, the
regional branches of the bank in 武汉 and eight other cities and its department in 重庆, the 国资委
of 上海 and 重庆, the bureaus of culture of Guangdong, the county bureaus of the environment of
Guangxi. What thereby has two names is asked back."""

_BY_NAME: tuple[tuple[str, Kind], ...] = (
    ("公司$", "state-owned-enterprise"),
    ("^(?:中共|中国共产党).*(?:办公厅|室)$", "party-office"),
    ("^(?:中共|中国共产党)", "party-organ"),
    ("政府$", "people-government"),
)
"""The kinds of names that are of one kind whatever the body does."""

CENTRAL = ("{place}国家税务局",)
"""Bodies of the centre whose name begins with the place."""

_FUNCTIONS: dict[Kind, str] = {
    "judicial-organ": "法院 检察院",
    "mass-organisation": "团委 总工会 妇联 工商联 科协 残联 文联作协侨联 红十字会 贸促会",
    "central-vertical": "海关 人民银行 银保监／金融监管 证监 外汇管理 气象 邮政管理 通信管理 海事"
    " 出入境检验检疫 矿山安全 财政部派驻 审计署派驻 能源监管 铁路 民航 烟草",
    "other-organ": "人大政协 军队武警 消防救援 供销 国家安全 派出机关与基层 国资",
    "coordinating-body": "议事协调机构办公室",
}
_BY_FUNCTION = {one: kind for kind, functions in _FUNCTIONS.items() for one in functions.split()}

_BY_ENDING: tuple[tuple[str, Kind], ...] = (
    ("^(?:国家|中国|中华)", "central-vertical"),
    ("(?:协会|学会|联合会)$", "mass-organisation"),
    ("(?:[总支大]队|供电局)$", "other-organ"),
    ("(?:中心|[馆院站台社]|大学|学校)$", "public-institution"),
)
"""The kinds of other names; else a body is a department of its government."""


def rows(folder: Path) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the file: those of one level and name in an era are one."""
    merged: dict[tuple[str, ...], list[tuple[list[str], str, str, str]]] = {}
    for level, name, forms, since, until, confidence, function, source in _research(folder):
        key = (level, name, since, until)
        merged.setdefault(key, []).append((forms.split("|"), confidence, function, source))
    for (level, name, since, until), parts in merged.items():
        every = dict.fromkeys(form for part in parts for form in part[0] if form)
        _, confidence, function, source = parts[0]
        kind = kind_of(name, function, level)
        yield (level, name, "|".join(every), since, until, kind, confidence, function, source)


def _research(folder: Path) -> Iterator[tuple[str, ...]]:
    with (folder / FILE).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            function, level = row["function"], row["level"]
            name = _official(row["full_name"], level)
            is_of_place = "{" in name and "{city}" not in name and "{area}" not in name
            is_company = function == COMPANIES or (name == MOBILE and level in {"city", "county"})
            is_left_out = name in BELOW or (level, name) in NO_PATTERNS
            if not is_of_place or is_company or is_left_out:
                continue
            printed = [*row["short_forms"].split("|"), *MORE_FORMS.get(name, ())]
            forms = "|".join(_forms(name, level, printed))
            source = _source(row["source"])
            yield (
                *(level, name, forms, row["era_from"], row["era_until"]),
                *(_confidence(row["confidence"], source), function, source),
            )
    for level, name, short, since, until, function in UNSOURCED:
        yield level, name, short, since, until, "low", function, "unsourced"


def _official(name: str, level: str) -> str:
    """Return the template of the research as the bodies themselves are called.

    Of the party's the names are those of their 三定规定: 中共湖南省委宣传部. 阿拉善盟行政公署 has
    its kind in the name of the place, 广西电网有限责任公司 and 湖南广播电视台 the short one.
    """
    name = name.replace("中共{place}委员会", "中共{place}委")
    name = re.sub(r"\}(地区|盟)行政公署", "}行政公署", name)
    name = CORRECTED.get(name, name)
    is_short = name in SHORT or (name in SHORT_OF_PROVINCES and level not in {"city", "county"})
    return name.replace("{place}", "{bare}") if is_short else name


def _forms(name: str, level: str, forms: list[str]) -> Iterator[str]:
    """Yield the forms that are made of characters of `name`, in order; others are other bodies'."""
    name = _without_place(name)
    for form in forms:
        characters = iter(name)
        short = _without_place(form)
        if name.startswith("中共"):  # 自治区党委 is 中共…自治区委
            short = short.removeprefix("党")
        is_made_of = all(character in characters for character in short) or form in IRREGULAR
        if is_made_of and (level, form) not in WITHOUT_PLACE:
            yield form


def _without_place(template: str) -> str:
    return re.sub(r"\{\w+\}", "", template)


_ADDRESS = re.compile(r"https?://[^\s;；（）]+")
_REFERENCE = re.compile(r"https?://(?:[\w-]+\.)*(?:gov\.cn|chinatax\.gov\.cn)/")
"""Pages that a government answers for; whoever copied an article is no source."""


def _confidence(confidence: str, source: str) -> str:
    """Return `confidence`, low where nothing stands for the row."""
    return "low" if source == "unsourced" else confidence


def _source(source: str) -> str:
    """Return `source` in words that hold without the research: its own files are not named.

    Only pages of governments are kept as sources: the others are copies of articles.
    """
    source = source.replace("gdq data/agencies.yaml", "agencies.yaml")
    source = re.sub(r"lists-dev\.tsv", "lists of real notices", source)
    source = re.sub(r"(corpus: \d+ places), e\.g\. \S+", r"\1", source)
    source = source.replace("from general knowledge", "unsourced")
    source = _ADDRESS.sub(lambda found: found[0] if _REFERENCE.match(found[0]) else "", source)
    parts = [part.strip() for part in source.split(";")]
    stands = [part for part in parts if part and part != "this level unsourced"]
    return "; ".join(part for part in parts if part) if stands else "unsourced"


def kind_of(name: str, function: str, level: str) -> Kind:
    """Return the kind of body that has this name and function at a level."""
    if function == "国资" and level in {"province", "municipality", "autonomous-region"}:
        return "provincial-special"
    if name in CENTRAL:
        return "central-vertical"
    return (
        _first(_BY_NAME, name)
        or _BY_FUNCTION.get(function)
        or _first(_BY_ENDING, name)
        or "government-department"
    )


def _first(kinds: Sequence[tuple[str, Kind]], name: str) -> Kind | None:
    return next((kind for pattern, kind in kinds if re.search(pattern, name)), None)


def text(folder: Path) -> str:
    """Return the text of patterns.tsv."""
    lines = ["\t".join(COLUMNS), *("\t".join(row) for row in rows(folder))]
    return HEADER + "\n".join(lines) + "\n"


def main() -> int:
    """Write or check, and return the exit code."""
    folder, *options = sys.argv[1:]
    return write_or_check(FILE, text(Path(folder)), folder, check=options == ["--check"])


if __name__ == "__main__":
    sys.exit(main())
