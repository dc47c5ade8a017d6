"""The text of a YAML file → a Document of plain values, each with the place where it stands."""

import re

import yaml

from gdquality.errors import Problem
from gdquality.store import yaml_problems
from gdquality.store.yaml_builder import Builder, TooMuchError
from gdquality.store.yaml_document import Document

_HIDDEN_BREAK = re.compile("[\x85\u2028\u2029]")


def read_yaml(text: str, file: str) -> Document:
    """Return the one YAML document that `text` holds; whatever is wrong is in its `problems`."""
    if hidden := _HIDDEN_BREAK.search(text):
        # The parser would count a line more than editors do, and every place after be wrong.
        message = f"看不见的换行符 U+{ord(hidden[0]):04X}"
        problem = yaml_problems.problem_at(text, hidden.start(), message)
        return Document(file, None, None, (problem,), is_complete=False)
    builder = Builder()
    is_complete = _build(builder, text)
    if isinstance(builder.value, str) and (colon := yaml_problems.fullwidth_key(text)):
        # Without any other key the whole file is one text, which is no error of YAML.
        builder.problems.append(colon)
        is_complete = False
    problems = tuple(builder.problems)
    return Document(file, builder.value, builder.root, problems, is_complete=is_complete)


def _build(builder: Builder, text: str) -> bool:
    """Feed `builder` the events of `text`; return whether none of it ended the reading."""
    try:
        builder.take(text)
    except yaml.MarkedYAMLError as error:
        problem = _nesting_before(error, text) or yaml_problems.syntax_problem(text, error)
        builder.problems.append(problem)
    except yaml.reader.ReaderError as error:
        builder.problems.append(yaml_problems.control_character(text, error))
    except TooMuchError:
        pass
    else:
        return True
    return False


def _nesting_before(error: yaml.MarkedYAMLError, text: str) -> Problem | None:
    """Return that `text` is nested too deep before the place of `error`, or None.

    The parser looks up to a line ahead, and may refuse what stands there before it gives the events
    of what stands here. Given no more than that, it gives them.
    """
    mark = error.problem_mark or error.context_mark
    builder = Builder()
    try:
        builder.take(text[: mark.index if mark else 0])
    except yaml.YAMLError:
        pass
    except TooMuchError:
        return builder.problems[-1]
    return None
