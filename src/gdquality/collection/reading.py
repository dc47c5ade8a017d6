"""One file → the rows of its notice, or why it has none: the same function in every process."""

import hashlib
from typing import NamedTuple

from gdquality import __version__
from gdquality.collection.addresses import bytes_at
from gdquality.collection.rows import Parsed, parsed
from gdquality.derived_bodies import with_named
from gdquality.errors import GdqError, InputError, Problem
from gdquality.files import decode
from gdquality.names.registry import Registry
from gdquality.records import Notice
from gdquality.store.json_records import dump

YAML = (".yaml", ".yml")
"""How the files end that `gdq parse` and `gdq add` write; their bytes alone are those of a text."""


MOST_TOLD = 3
"""Problems of a file that are told."""


class Outcome(NamedTuple):
    """What came of reading a file: rows, or what is wrong with it.

    `sha256` is that of the bytes that were read, empty if there were none. What `is_lasting` will
    be wrong with these bytes tomorrow, too; unless it took too long, and is given more than
    `seconds`.
    """

    sha256: str = ""
    parsed: Parsed | None = None
    problem: str = ""
    is_lasting: bool = True
    seconds: float | None = None


class Reader:
    """Reads files by one registry, that of the package or that of a data set."""

    def __init__(self, registry: Registry, jurisdiction: str | None = None) -> None:
        """Resolve names by `registry`; documents are of `jurisdiction`, if that is given."""
        self.registry = registry
        self.jurisdiction = jurisdiction

    def __call__(self, path: str) -> Outcome:
        """Return what comes of the file at `path`; nothing is raised."""
        sha256 = ""
        try:
            data = bytes_at(path)
            sha256 = hashlib.sha256(data).hexdigest()
            notice = notice_in(data, path, self.registry, self.jurisdiction)
            return Outcome(sha256, self.rows(notice))
        except InputError as error:
            return Outcome(sha256, None, _told(error), is_lasting=bool(sha256))
        except GdqError as error:  # a library is missing
            return Outcome(sha256, None, f"{error}（{error.hint}）", is_lasting=False)
        except (MemoryError, RecursionError):
            return Outcome(sha256, None, "内容太多，或嵌套太深，无法读取")
        except Exception as error:  # noqa: BLE001 -- one file must not end the work on the others
            problem = f"内部错误：{type(error).__name__}: {error}"
            return Outcome(sha256, None, problem)

    def rows(self, notice: Notice) -> Parsed:
        """Return the rows of a notice that was read by this registry."""
        # Imported by who only asks, too: the parser is not.
        from gdquality.document_file import registry_of_notice

        own = with_named(registry_of_notice(notice, self.registry), notice)
        return parsed(notice, own, self.registry)


def notice_in(
    data: bytes, path: str, registry: Registry, jurisdiction: str | None = None
) -> Notice:
    """Return the notice that `data` of the file at `path` holds, parsed already or not.

    A document is one of `jurisdiction`, if that is given; what was parsed says whose it is. Raises
    InputError with all that is wrong with it.
    """
    if path.endswith(YAML):
        return _parsed_before(decode(data, path), path, registry)
    from gdquality.parsing import parse

    return parse(data, path, registry, jurisdiction)


def _parsed_before(text: str, path: str, registry: Registry) -> Notice:
    """Return the notice of a file as `gdq parse` writes it, held to what answers rest on."""
    from gdquality.rules.notice_rules_of_answers import NOTICE_RULES_OF_ANSWERS
    from gdquality.rules.rule import NoticeFile, run
    from gdquality.store.validation import validate_document
    from gdquality.store.yaml_reader import read_yaml

    document = read_yaml(text, path)
    notice = validate_document(document, Notice)
    findings = sorted(run(NOTICE_RULES_OF_ANSWERS, NoticeFile.of(notice, registry), document))
    if findings:
        problems = (Problem(f"{one.code} {one.message}", one.line, one.column) for one in findings)
        raise InputError(path, *problems)
    return notice


def _told(error: InputError) -> str:
    """Return what is wrong with a file, without its name."""
    first = [one.at("").removeprefix(":").strip() for one in error.problems[:MOST_TOLD]]
    rest = len(error.problems) - len(first)
    return "；".join([*first, *[f"另有 {rest} 处"] * bool(rest)])


def parser_of(reader: Reader) -> str:
    """Return what decides how a file is read: our version, the registry, and whose it is said."""
    digest = hashlib.sha256(dump(reader.registry.data).encode()).hexdigest()
    place = f" {reader.jurisdiction}" if reader.jurisdiction else ""
    return f"{__version__} {digest[:12]}{place}"
