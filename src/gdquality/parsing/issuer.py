"""Whose notice it is: by its issuing organ, its number and its title."""

import re

from gdquality.parsing.particulars import Particulars

_DEEPER = re.compile(r"[一-鿿]{1,10}?[省市县区州盟旗](?!场|容|政|民|域|块|划|位)|[、，]")
"""What may be a place below, or another organ: 广州市 of 广东省广州市, no 市场监督管理局."""


def jurisdiction_of(particulars: Particulars, expected: str) -> str | None:
    """Return the name of the place whose bodies issued the document, None if that is not told.

    What is evidently of the `expected` place is so without a look at all the others.
    """
    organ = particulars.issuing_organ or particulars.title.partition("关于")[0]
    organ = "".join(organ.split())
    if organ.startswith(expected) and not _DEEPER.match(organ, len(expected)):
        return expected
    from gdquality.names.government import jurisdiction_of as told_by
    from gdquality.names.government import packaged_places

    place = told_by(particulars.issuing_organ, particulars.document_number or "", particulars.title)
    return packaged_places().official(place) if place else None
