"""What a name may look like: told by its form and by the words that names are made of, alone."""

import re
from functools import lru_cache

from gdquality.parsing.words import ending, lengths, opening, words

LONGEST_NAME = 60
"""Characters; the longest name of a body in the documents read has 36."""

_AREA = re.compile(r"[^各、]{1,10}[省市区县州盟旗镇乡村區縣鎮鄉](?:（[^（）]*）)?$")
_ENTRUSTED = ("人民政府", "政府", "管委会", "管理委员会", "党工委", "党委", "街道办", "办事处")
_BRACKETED = re.compile(r"[（(\[〔][^（）()]*[）)\]〕]$")
_COUNTED = re.compile(r"(?:\d+|[一二两三四五六七八九十]+)(?:个|家)")


@lru_cache(4096)
def is_department(text: str) -> bool:
    """Tell whether `text`, without any prefix, is a department's name: matters and an ending."""
    if text in words("whole_names"):
        return True
    if not 2 <= len(text) <= LONGEST_NAME:
        return False
    reached = {0}
    matters, sizes, endings = words("matters"), lengths("matters"), words("department_endings")
    for start in range(len(text)):
        if start not in reached:
            continue
        if start and text[start:] in endings:
            return True
        if start and text[start] in "和与":
            reached.add(start + 1)
        reached.update(start + n for n in sizes if text[start : start + n] in matters)
    return False


def is_collective(text: str) -> bool:
    """Tell whether `text` names bodies together, as 各… and 有关… do."""
    if text.startswith("地方金融"):
        return False
    found = opening(text, "collective_openings")
    if found in {"有关", "相关", "其他", "其它", "所有", "全体"} or found.endswith("直"):
        return len(text) > len(found)
    return bool(found) or bool(_COUNTED.match(text)) or is_areas(text)


@lru_cache(4096)
def is_areas(text: str) -> bool:
    """Tell whether `text` is made of kinds of areas alone: 市州, 县（市、区）, 乡镇（街道）."""
    return bool(text) and _after_areas(text) == len(text)


def _after_areas(text: str) -> int:
    """Return where the kinds of areas end that `text` begins with."""
    at = 0
    while at < len(text):
        if word := opening(text[at : at + 8], "areas"):
            at += len(word)
        elif at and (found := re.compile(r"[（(]([^（）()]*)[）)]").match(text, at)):
            if not all(is_areas(one) for one in re.split("[、，,和及/]", found[1])):
                break
            at = found.end()
        else:
            break
    return at


@lru_cache(4096)
def collective_of_areas(text: str) -> tuple[str, str, str] | None:
    """Divide 各有关市、县人民政府 into 各有关, 市、县 and 人民政府; None for anything else."""
    found = re.match(
        "(?:地方|全[省市区县州])?(?:各级|各|有关|相关|所在|所涉|涉及|属地|其他){0,3}", text
    )
    head = found[0] if found else ""
    at = len(head)
    while n := _after_areas(text[at:]):
        at += n
        if text[at : at + 1] != "、":
            break
        at += 1
    kinds = text[len(head) : at].rstrip("、")
    tail = text[len(head) + len(kinds) :]
    level = tail.startswith("级")
    if not kinds or _without_brackets(tail.removeprefix("级")) not in {*words("area_tails"), ""}:
        return None
    return head, kinds, tail if tail or not level else ""


def _without_brackets(text: str) -> str:
    return _BRACKETED.sub("", text)


def is_area(text: str) -> bool:
    """Tell whether `text` is the name of one area or of what governs it: 花都区, 花都区政府."""
    if opening(text, "words_like_levels"):
        return False
    for tail in _ENTRUSTED:
        if text.endswith(tail) and len(text) > len(tail) + 1:
            return bool(_AREA.match(text.removesuffix(tail)))
    return bool(_AREA.match(text)) and len(text) > 1


def has_own_name(text: str) -> bool:
    """Tell whether `text` names a body that takes no carried prefix, whatever stands before it."""
    if opening(text, "prefixed_all_the_same") or text in words("local_institutes"):
        return False
    return bool(opening(text, "unprefixed") or ending(text, "own_names"))


def is_prose(text: str) -> bool:
    """Tell whether `text` is no name by its look: a sentence, a title, a date, an explanation."""
    plain = _without_brackets(text) or text
    return (
        len(text) > LONGEST_NAME
        or not words("prose_characters").isdisjoint(text)
        or bool(re.match(r"\d+(?:年|月|日|分|%|号|\.|$)|[A-Za-z]+$", text))
        or bool(re.search(r"\d{4}[〕\]）]\d+号", text))
        or (bool(opening(text, "prose_openings")) and not is_department(plain))
    )


def is_person(text: str) -> bool:
    """Tell whether `text` looks like a person's name: a family name and one or two characters."""
    if re.search("(?:同志|先生|女士)$", text):
        return True
    family = opening(text, "surnames")
    given = len(text) - len(family)
    return bool(family) and given in {1, 2} and not (is_named_as_body(text) or is_area(text))


def is_named_as_body(text: str) -> bool:
    """Tell whether `text` ends as the names of bodies and institutions do."""
    plain = _without_brackets(text) or text
    if is_department(plain) or plain in words("central_names"):
        return True
    if ending(plain, "no_bodies") and len(plain) <= len(ending(plain, "no_bodies")) + 1:
        return False
    return bool(ending(plain, "institution_endings") or ending(plain, "body_endings"))
