"""What stands around a name in a document or a list, and is no part of it."""

import re

from gdquality.names.resolve.normal import compatible

_EDGE = " \t\r\n\v\f\u3000。，、；：！？…,.;:!?~/\\|*#>=+_`'\"“”‘’-–—"
_NUMBER = re.compile(r"[(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)、.:]\s*")
_CIRCLED_NUMBER = re.compile(r"^\s*[①-⑳⑴-⒇㈠-㈩]")
"""A number in one character, which NFKC makes a digit like any other."""

_ROLE = "牵头|主办|主责|负责|配合|参与|协办|承办"
"""What may stand after a name as it is: 组织 may be the beginning of 组织部."""

_ANY_ROLE = f"(?:{_ROLE}|责任|主管|落实|实施|组织|参加|协助|协同|报送)"
_LABEL = re.compile(f"{_ANY_ROLE}{{1,2}}(?:单位|部门|机构|机关)?:|(?:单位|部门|主送|抄送):")
_BEFORE = re.compile(r"[由请]+|(?:原|现)(?=.{2})|\((?:原|现)\)|[我本](?=[省市县区])")
_AFTER = re.compile(rf"(?<=.)(?:\((?:{_ANY_ROLE}|原|现)(?:单位|部门)?\)|{_ROLE})$")
_SECOND_NAME = re.compile(r"([^()]+)\(([^()]+)\)")


def name_in(phrase: str) -> str:
    """Return the name that `phrase` says something of, in NFKC, or the phrase itself.

    Of 牵头单位：省质监局, 1、省质监局。, 由省质监局牵头, 省质监局（牵头） it is 省质监局.
    原 before a body that is no more is the usual wording, and no part of its name.
    """
    name = compatible(_CIRCLED_NUMBER.sub("", phrase))
    before = ""
    while name != before:
        before = name
        name = name.strip(_EDGE)
        for opening in (_NUMBER, _LABEL, _BEFORE):
            if found := opening.match(name):
                name = name[found.end() :]
        name = _AFTER.sub("", name)
    return name


def with_second_name(name: str) -> tuple[str, str] | None:
    """Return the two names of 省市场监管局（省知识产权局）, or None of a name without another."""
    found = _SECOND_NAME.fullmatch(compatible(name).strip())
    return (found[1], found[2]) if found else None
