"""An alias is made of its body's name, or the body's note says where it comes from."""

from collections import Counter

from gdquality.names.resolve.normal import normalise, split_prefix
from gdquality.records import Agency
from gdquality.rules.examples import AGENCIES
from gdquality.rules.plain_name import is_plain
from gdquality.rules.rule import Findings, RegistryFile, Rule


def check(file: RegistryFile) -> Findings:
    """Find aliases whose characters do not stand in the full name, in order, and in no note.

    One that another body bears, or that is no plain name, is for the rules of those to find.
    """
    bearers = Counter(name for _, one in file.agencies for name in {one.name, *one.aliases})
    for index, agency in file.agencies:
        for place, alias in enumerate(agency.aliases):
            is_ours = bearers[alias] == 1 and is_plain(alias) and agency.kind != "collective"
            if is_ours and not _is_explained(alias, agency, file.jurisdiction):
                message = f"“{alias}”不像“{agency.name}”的简称；若是，请在 note 里说明"
                yield (("agencies", index, "aliases", place), message)


def _is_explained(alias: str, agency: Agency, jurisdiction: str) -> bool:
    name, short = normalise(agency.name), normalise(alias)
    _, core = split_prefix(short, jurisdiction) if jurisdiction else ("", short)
    return core in agency.note or any(_is_made_of(one, name) for one in (short, core))


def _is_made_of(short: str, name: str) -> bool:
    characters = iter(name)
    return all(character in characters for character in short)


RULE = Rule(
    code="GDQ419",
    name="unexplained-alias",
    severity="warning",
    title="简称由全称的字组成，次序不变；不是这样的，note 里有说明",
    why="简称里有全称没有的字，多半是笔误；确有其名的（如加挂的牌子），写明来历。",
    passes=AGENCIES,
    fails=AGENCIES.replace("省水利厅, 水利厅", "省水力厅, 水利厅"),
    check=check,
)
