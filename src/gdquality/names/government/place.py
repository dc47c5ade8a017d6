"""One place: what it is called, the level of its government, and what it prints in its stead."""

from typing import Literal, NamedTuple

COUNTRY = "000000"
"""The code of 全国."""

AS_OF = 2023
"""The year whose divisions the table has."""

Level = Literal["national", "province", "city", "county", "zone"]
"""The level of a place's government; a zone has none of its own, but bodies that issue notices."""

_LEVELS: dict[str, Level] = {
    "country": "national",
    "province": "province",
    "autonomous-region": "province",
    "municipality": "province",
    "special-administrative-region": "province",
    "corps": "province",
    "city": "city",
    "autonomous-prefecture": "city",
    "prefecture": "city",
    "league": "city",
    "zone": "zone",
}
"""The level of each kind of place; all others are counties."""

_PREFIXES: dict[str, tuple[str, ...]] = {
    "country": (),
    "province": ("省",),
    "autonomous-region": ("自治区", "区"),
    "municipality": ("市",),
    "special-administrative-region": ("特区",),
    "corps": ("兵团",),
    "city": ("市",),
    "autonomous-prefecture": ("自治州", "州"),
    "prefecture": ("地区", "行署"),
    "league": ("盟",),
    "county": ("县",),
    "autonomous-county": ("自治县", "县"),
    "county-level-city": ("市",),
    "district": ("新区", "区"),
    "banner": ("旗",),
    "autonomous-banner": ("自治旗", "旗"),
    "forestry-district": ("林区", "区"),
    "special-district": ("特区", "区"),
    "zone": ("新区", "示范区", "实验区", "开发区", "区"),
}
"""What the notices of a place of each kind print before a name in its stead, longest first."""


class Jurisdiction(NamedTuple):  # a frozen dataclass takes four times as long to make
    """A place with the bodies that are called by it.

    `code` is that of GB/T 2260 (a zone's that of the Bureau of Statistics, or none). `short` is the
    name without people and kind (广西, 恩施, 青浦), `names` are others in use, `parent` is the code
    of the place above, `signs` are what document numbers of its bodies begin with. `since` is the
    first year in which its divisions were those that are known.
    """

    code: str
    name: str
    short: str
    kind: str
    parent: str
    names: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    since: int = AS_OF

    @property
    def level(self) -> Level:
        """The level of its government."""
        return _LEVELS.get(self.kind, "county")

    @property
    def prefixes(self) -> tuple[str, ...]:
        """What its notices print in its stead before a name, longest first: 自治区, 区."""
        return _PREFIXES[self.kind]
