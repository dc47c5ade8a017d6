"""Whom a row of a table names, in the columns of bodies."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gdquality.errors import quoted
from gdquality.parsing import shapes
from gdquality.parsing.allocation import unread_words
from gdquality.parsing.columns import Column
from gdquality.parsing.drafts import DraftMention
from gdquality.parsing.heading_roles import role_called, roles_at_slash
from gdquality.parsing.headings import Heading, Row
from gdquality.parsing.role_sentences import read_allocation
from gdquality.parsing.shares import shares_in
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.records import Printed, Remark, Role

NOTHING = re.compile(r"[\s/／\\—–\-－无]*")
"""What a cell holds that names nobody."""

_SLASH = re.compile("[/／]")

_LENGTHS_OF_PERSONS = (3, 2)
"""Characters of a person's name, which a file may print right behind a body's."""

_BETWEEN = r"\s、，,；;/（("
_SPACED = r"(?<![^\W\d_])[^\W\d_][ 　]{1,4}[^\W\d_](?![^\W\d_])"
"""Two characters set as wide as three, as names of persons are in a column of them: 周　涛."""

_PERSON = re.compile(
    rf"(?:(?<![{_BETWEEN}])[{_BETWEEN}]++)?(?P<word>{_SPACED}|[^\W\d_]++)[）)]?"
    r"(?=(?P<divided>\s*+[、，,；;/])?)"
)


@dataclass(slots=True)
class RowBodies:
    """Reads the cells of bodies; what is not understood there goes to `remarks`."""

    vocabulary: Vocabulary
    remarks: list[Remark]

    def read(
        self, row: Row, heading: Heading, before: Sequence[DraftMention]
    ) -> tuple[list[DraftMention], list[Printed], list[str]]:
        """Return whom `row` names, what it prints of them, and the limits in it.

        `before` are those whom the task that it goes on with has named.
        """
        mentions: list[DraftMention] = []
        printed: list[Printed] = []
        limits: list[str] = []
        for column in heading.naming:
            cell = row[column]
            if NOTHING.fullmatch(cell.text):
                continue
            others = [other for other in heading.naming if row[other] is cell and other != column]
            if others and others[0] < column:
                continue
            # A cell merged over 牵头单位 and 配合单位 does not say which of them a name is.
            role = "responsible" if others else _role(heading.columns[column], (*before, *mentions))
            if role == "responsible":
                role = _said_beside(row, heading) or role
            printed.append(Printed(cell.text, cell.place, role))
            text = cell.text
            if column in heading.with_persons:
                text = self._without_persons(text)
            allocation = shares_in(text, self.vocabulary, role)
            allocation = allocation or read_allocation(text, self.vocabulary, role)
            if allocation is None or not allocation.mentions:
                message = f"没有读出单位：{quoted(cell.text)}"
                self.remarks.append(Remark("unread-cell", message, cell.place))
                continue
            if allocation.due_text:
                limits.append(allocation.due_text)
            mentions += [
                DraftMention(one.role or role, one.text, cell, one.start, one.mark)
                for one in allocation.mentions
            ]
            slash = _SLASH.search(cell.text)
            if slash and roles_at_slash(heading.texts[column]):
                self.remarks.append(unread_words(slash[0], cell.place_at(slash.start())))
            for words in allocation.leftovers:
                self.remarks.append(unread_words(words.text, cell.place_at(words.start)))
        return mentions, printed, limits

    def _without_persons(self, text: str) -> str:
        """Return `text` with a sign in the place of each person that the heading says to be there.

        What stands before and behind one are two bodies, which blanks alone would join.
        """

        def read(found: re.Match[str]) -> str:
            word = found["word"]
            if self.vocabulary.is_body(word) or not shapes.is_person("".join(word.split())):
                return self._without_person_behind(found[0], word)
            sign = "" if found["divided"] or not found.start() else "、"
            return sign.ljust(len(found[0]))

        return _PERSON.sub(read, text).rstrip("、 ")

    def _without_person_behind(self, printed: str, word: str) -> str:
        """Return what is printed without a person who stands right behind a body: 市住建局吴某."""
        for length in _LENGTHS_OF_PERSONS:
            body, person = word[:-length], word[-length:]
            is_body = self.vocabulary.is_body(body) or self.vocabulary.is_institution(body)
            if is_body and shapes.is_person(person):
                return printed.replace(word, body.ljust(len(word)))
        return printed


def _said_beside(row: Row, heading: Heading) -> Role | None:
    """Return the role that a cell of its own gives to the bodies of `row`."""
    said = (role_called(row[column].text.strip()) for column in heading.holding("role"))
    return next(said, None)


def _role(column: Column, before: Sequence[DraftMention]) -> Role:
    if column == "partner":
        return "support" if any(one.role == "lead" for one in before) else "responsible"
    assert column in ("lead", "responsible", "support")
    return column
