"""Records as YAML: UTF-8, fixed order, no anchors, one mention a line."""

from dataclasses import is_dataclass
from datetime import date
from typing import Any

import yaml

from gdquality.records import Agency, Mention, Notice, Place, RegistryData
from gdquality.store.told import told

HEADER = """\
# yaml-language-server: $schema=tasks.schema.json
# Written by `gdq parse`; never edited by hand.
"""


class _Dumper(yaml.SafeDumper):
    """Indents sequences inside mappings, and never wraps a line or writes an anchor."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 -- the signature is PyYAML's
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 -- the signature is PyYAML's
        return True

    def represent_record(self, record: Any) -> yaml.Node:
        """Represent what a record says; a field that says nothing is left out.

        A notice has its tasks, if only none: they tell the file from any other.
        """
        always = ("tasks",) if isinstance(record, Notice) else ()
        return self.represent_mapping(
            "tag:yaml.org,2002:map",
            list(told(record, always)),
            flow_style=isinstance(record, (Mention, Place)),
        )


def _represent_text(dumper: _Dumper, text: str) -> yaml.Node:
    # Plain, it would look like the slip of an input method (GDQ005).
    style = "'" if text[:1] in ("“", "‘", "＂") else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _represent(dumper: _Dumper, value: Any) -> yaml.Node:
    if is_dataclass(value):
        return dumper.represent_record(value)
    raise yaml.representer.RepresenterError(f"no YAML for {type(value).__name__}")


_Dumper.add_multi_representer(object, _represent)
_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(tuple, yaml.SafeDumper.represent_list)
_Dumper.add_representer(date, lambda dumper, value: dumper.represent_date(value))


def dump_notice(notice: Notice) -> str:
    """Return `notice` as the text of a tasks.yaml."""
    return HEADER + _dumped(notice)


def dump_registry(data: RegistryData) -> str:
    """Return `data` as the text of an agencies.yaml, without the comment that it begins with."""
    return _dumped(data)


def dump_agencies(agencies: tuple[Agency, ...]) -> str:
    """Return `agencies` as the items of a YAML list."""
    return _dumped(agencies)


def _dumped(value: Any) -> str:
    return yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6)
