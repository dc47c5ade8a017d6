"""What a notice and the registry consist of: frozen values without behaviour.

pydantic validates these same classes wherever data comes in (`store.validation`), strictly and
without extra fields; an answer from the packaged data builds them without importing it. What an
answer seldom needs, `records.readings` and `records.exceptions`, is imported from there.
"""

from gdquality.records.agency import (
    DERIVED,
    Agency,
    Change,
    Confidence,
    Kind,
    RegistryData,
)
from gdquality.records.constraints import (
    Count,
    Date,
    DocumentNumber,
    IsoDate,
    Limit,
    Record,
    Text,
)
from gdquality.records.notice import (
    ROLES,
    Deadline,
    Mention,
    Notice,
    Place,
    Printed,
    Remark,
    Role,
    Section,
    Source,
    Task,
    when_issued,
    year_in,
    year_of,
)

__all__ = [
    "DERIVED",
    "ROLES",
    "Agency",
    "Change",
    "Confidence",
    "Count",
    "Date",
    "Deadline",
    "DocumentNumber",
    "IsoDate",
    "Kind",
    "Limit",
    "Mention",
    "Notice",
    "Place",
    "Printed",
    "Record",
    "RegistryData",
    "Remark",
    "Role",
    "Section",
    "Source",
    "Task",
    "Text",
    "when_issued",
    "year_in",
    "year_of",
]
