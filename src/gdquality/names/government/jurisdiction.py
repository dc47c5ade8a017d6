"""The jurisdiction of a document: whose government or body issued it.

Told by the issuing organs, else by the sign of the document number and a place in the title; what
they do not tell is not guessed.
"""

import re
from collections.abc import Iterator

from gdquality.names.government.derivation import by_pattern
from gdquality.names.government.organs import is_central, issuer_in, organs_in, without_party
from gdquality.names.government.place import COUNTRY, Jurisdiction
from gdquality.names.government.places import packaged_places, place_at_start

_SIGN = re.compile(r"^\s*([一-鿿]{1,14})\s*[〔\[［【(（]")
_IN_TITLE = re.compile("^(?:(?:关于)?(?:印发|转发|公布|发布)?[《〈“]*)")


def jurisdiction_of(
    issuing_organ: str | None, document_number: str | None = None, title: str = ""
) -> Jurisdiction | None:
    """Return the place whose bodies issued a document, or None where that cannot be told.

    The organs tell it: those that are given and those that the title begins with; else the sign of
    the number and a place in the title, if what they tell does not disagree. Several organs are one
    jurisdiction if all that tell one tell the same: a party committee and its government, several
    ministries. A joint document of several governments is no one's.
    """
    issuer = issuer_in("".join(title.split()))
    told = _of_organs(issuing_organ or "") | _of_organs(issuer)
    if told:
        return next(iter(told)) if len(told) == 1 else None
    by_number, named = _of_number(document_number or ""), _of_title(title)
    if by_number and named and named != by_number:
        is_within = by_number in packaged_places().above(named)
        return by_number if is_within else None
    return by_number or named


def _of_organs(organs: str) -> set[Jurisdiction]:
    whole = _of_organ(organs)
    if whole and by_pattern(organs, _country(), None):
        return {whole}  # 国家税务总局湖南省税务局 is one organ
    return {place for one in organs_in(organs) if (place := _of_organ(one))}


def _of_organ(organ: str) -> Jurisdiction | None:
    if place := place_at_start(without_party(organ)):
        return place
    body = by_pattern(organ, _country(), None)
    if body and body.place and body.place.level != "national":
        return body.place
    return _country() if is_central(organ) else None


def _of_number(document_number: str) -> Jurisdiction | None:
    """Return the place of the longest sign that a document number begins with, if it is one's."""
    found = _SIGN.match(document_number)
    for sign in _beginnings(found[1]) if found else ():
        bearers = [place for place in packaged_places().all if sign in place.signs]
        if bearers:
            return bearers[0] if len(bearers) == 1 else None
    return None


def _beginnings(sign: str) -> Iterator[str]:
    yield from (sign[:length] for length in range(len(sign), 0, -1))


def _of_title(title: str) -> Jurisdiction | None:
    """Return the place that a title begins with, or the title of what is issued by it."""
    return place_at_start(_IN_TITLE.sub("", "".join(title.split())))


def _country() -> Jurisdiction:
    return packaged_places().by_code[COUNTRY]
