"""Whose notice it is: by its issuing organ, its number and its title."""

import re

from gdquality.parsing.particulars import Particulars

_DEEPER = re.compile(r"[一-鿿]{1,10}?[省市县区州盟旗](?!场|容|政|民|域|块|划|位)")
"""What may be a place below: 广州市 of 广东省广州市, no 市场监督管理局."""

_OTHER = re.compile(
    "[、，]|(?:政府|[委厅局部会室])"
    "(?:中[共央国华]|国家|国务院|全国|最高|人民银行|[一-鿿]{1,11}[省市区州盟县旗部署])"
)
"""What may be another organ behind the first: 四川省 of 重庆市人民政府四川省人民政府."""


def jurisdiction_of(particulars: Particulars, expected: str) -> str | None:
    """Return the name of the place whose bodies issued the document, None if that is not told.

    What is evidently of the `expected` place is so without a look at all the others.
    """
    issuer, about, _ = particulars.title.partition("关于")
    organs = [one for one in (particulars.issuing_organ, issuer if about else "") if one]
    if organs and all(_is_of(expected, "".join(one.split())) for one in organs):
        return expected
    from gdquality.names.government import jurisdiction_of as told_by
    from gdquality.names.government import packaged_places

    place = told_by(particulars.issuing_organ, particulars.document_number or "", particulars.title)
    return packaged_places().official(place) if place else None


def _is_of(place: str, organ: str) -> bool:
    """Tell whether `organ` is evidently one of `place` itself, and one alone."""
    is_deeper = _DEEPER.match(organ, len(place))
    return organ.startswith(place) and not is_deeper and not _OTHER.search(organ)
