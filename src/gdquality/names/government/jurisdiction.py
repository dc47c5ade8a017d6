"""The jurisdiction of a document: whose government or body issued it.

Told by the issuing organ, else by the sign of the document number, else by the title; what they
do not tell is not guessed.
"""

import re
from collections.abc import Iterator

from gdquality.names.government.derivation import by_pattern
from gdquality.names.government.place import COUNTRY, Jurisdiction
from gdquality.names.government.places import packaged_places

_BETWEEN_ORGANS = re.compile(r"[、，,;；\s]+")
_SIGN = re.compile(r"^\s*([一-鿿]{1,14})\s*[〔\[［【(（]")
_PARTY = re.compile("^(?:中国共产党|中共)")
_CENTRAL = re.compile(
    "^(?:国务院|国家|全国|中央|最高人民|中华人民共和国|中国(?!共产主义青年团)|中共中央|中国共产党中央)"
)
_MINISTRY = re.compile(
    "^[一-鿿]{1,12}(?:部|总局|总署)(?:办公厅)?$|^(?:人民银行|证监会|银保监会|审计署|新华社)"
)
_LOCAL_PARTY = re.compile("(?:组织|宣传|统战|武装|工作)部$")
_IN_TITLE = re.compile("^(?:(?:关于)?(?:印发|转发|公布|发布)?[《〈“]*)")


def jurisdiction_of(
    issuing_organ: str | None, document_number: str | None = None, title: str = ""
) -> Jurisdiction | None:
    """Return the place whose bodies issued a document, or None where that cannot be told.

    The organ tells it, else the one that the title begins with, else the sign of the number, else
    a place in the title, if what they tell does not disagree. Several organs are one jurisdiction
    if all that tell one tell the same: a party committee and its government, several ministries.
    """
    issuer, about, _ = "".join(title.split()).partition("关于")
    for organs in (issuing_organ, issuer if about else ""):
        if told := _of_organs(organs or ""):
            return next(iter(told)) if len(told) == 1 else None
    by_number, named = _of_number(document_number or ""), _of_title(title)
    if by_number and named and named != by_number:
        is_within = by_number in packaged_places().above(named)
        return by_number if is_within else None
    return by_number or named


def _of_organs(organs: str) -> set[Jurisdiction]:
    found = map(_of_organ, _BETWEEN_ORGANS.split(organs.strip()))
    return {place for place in found if place}


def _of_organ(organ: str) -> Jurisdiction | None:
    if not organ:
        return None
    if place := place_at_start(_PARTY.sub("", organ)):
        return place
    body = by_pattern(organ, _country(), None)
    if body and body.place and body.place.level != "national":
        return body.place
    is_ministry = _MINISTRY.match(organ) and not _LOCAL_PARTY.search(organ)
    return _country() if _CENTRAL.match(organ) or is_ministry else None


def place_at_start(text: str) -> Jurisdiction | None:
    """Return the place whose full name `text` begins with, the innermost: 广州市越秀区.

    A name that several places bear, and a short one, tell nothing.
    """
    places = packaged_places()
    for length in range(min(len(text), places.longest), 1, -1):
        found = [one for one in places.bearing(text[:length]) if _is_full(one, text[:length])]
        if len(found) == 1 and found[0].code != COUNTRY:
            return _innermost(found[0], text[length:])
        if found:
            return None
    return None


def _is_full(place: Jurisdiction, printed: str) -> bool:
    return printed == place.name or (printed in place.names and printed != place.short)


def _innermost(place: Jurisdiction, rest: str) -> Jurisdiction:
    below = packaged_places().children(place)
    inner = next((one for one in below if rest.startswith(one.name)), None)
    return _innermost(inner, rest.removeprefix(inner.name)) if inner else place


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
