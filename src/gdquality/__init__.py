"""Read how a Chinese government notice divides its work among agencies, and answer from it.

    data = gdquality.load()
    data.agency("质监局").lead

The names below are all there is to rely on (docs/api.md); each is imported when first used, since
an answer is to be quick.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from gdquality.collection.opening import load_collection
    from gdquality.collection.questions import Collection
    from gdquality.dataset import Dataset, Name, load
    from gdquality.errors import AmbiguousError, GdqError, InputError, NotFoundError, Problem
    from gdquality.names.registry import Registry, Succession
    from gdquality.names.resolve import Ambiguous, Method, Resolution, Resolved, Unknown
    from gdquality.parsing.split import Split, SplitMention
    from gdquality.queries.answers import (
        AgencyAnswer,
        AgencyCount,
        Assignment,
        Comparison,
        Matrix,
        Partner,
        SharedTask,
    )
    from gdquality.queries.fact_table import Fact
    from gdquality.queries.per_notice import Copy, Narrowing, NoticeEntry, PerNotice
    from gdquality.records import (
        Agency,
        Change,
        Deadline,
        Kind,
        Mention,
        Notice,
        Place,
        Printed,
        Remark,
        Role,
        Section,
        Source,
        Task,
    )
    from gdquality.store.yaml_writer import dump_notice

__version__ = "0.1.0"

_MODULES = {
    "collection.opening": ("load_collection",),
    "collection.questions": ("Collection",),
    "dataset": ("Dataset", "Name", "load"),
    "errors": ("AmbiguousError", "GdqError", "InputError", "NotFoundError", "Problem"),
    "parsing.split": ("Split", "SplitMention"),
    "queries.answers": (
        *("AgencyAnswer", "AgencyCount", "Assignment", "Comparison"),
        *("Matrix", "Partner", "SharedTask"),
    ),
    "queries.fact_table": ("Fact",),
    "queries.per_notice": ("Copy", "Narrowing", "NoticeEntry", "PerNotice"),
    "records": (
        *("Agency", "Change", "Deadline", "Kind", "Mention", "Notice"),
        *("Place", "Printed", "Remark", "Role", "Section", "Source", "Task"),
    ),
    "names.registry": ("Registry", "Succession"),
    "names.resolve": ("Ambiguous", "Method", "Resolution", "Resolved", "Unknown"),
    "store.yaml_writer": ("dump_notice",),
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names}

__all__ = [
    "Agency",
    "AgencyAnswer",
    "AgencyCount",
    "Ambiguous",
    "AmbiguousError",
    "Assignment",
    "Change",
    "Collection",
    "Comparison",
    "Copy",
    "Dataset",
    "Deadline",
    "Fact",
    "GdqError",
    "InputError",
    "Kind",
    "Matrix",
    "Mention",
    "Method",
    "Name",
    "Narrowing",
    "NotFoundError",
    "Notice",
    "NoticeEntry",
    "Partner",
    "PerNotice",
    "Place",
    "Printed",
    "Problem",
    "Registry",
    "Remark",
    "Resolution",
    "Resolved",
    "Role",
    "Section",
    "SharedTask",
    "Source",
    "Split",
    "SplitMention",
    "Succession",
    "Task",
    "Unknown",
    "dump_notice",
    "load",
    "load_collection",
]


if not TYPE_CHECKING:  # with it, any name at all would pass for one of ours

    def __getattr__(name: str) -> object:
        import importlib

        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(importlib.import_module(f"gdquality.{_HOMES[name]}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return [*globals(), *__all__]
