"""Rules as text and as a page of Markdown, from one place: the rule itself."""

from collections.abc import Iterable
from typing import Any

from gdquality.formats.report.as_text import SEVERITIES
from gdquality.rules.rule import Rule


def rules_list(rules: Iterable[Rule[Any]]) -> str:
    """Return a line a rule: code, severity, name, what it holds."""
    return "".join(
        f"{rule.code}  {SEVERITIES[rule.severity]}  {rule.name:<22}  {rule.title}\n"
        for rule in rules
    )


def rule_text(rule: Rule[Any]) -> str:
    """Return all about one rule, with an example that passes and one that fails."""
    return (
        f"{rule.code} {rule.name}（{SEVERITIES[rule.severity]}）\n\n{rule.title}。\n\n{_body(rule)}"
    )


def _body(rule: Rule[Any]) -> str:
    passes, fails = _indented(rule.passes), _indented(rule.fails)
    return f"{rule.why}\n\n通过：\n\n{passes}\n不通过：\n\n{fails}"


def _indented(yaml: str) -> str:
    shown = yaml.replace("\0", "␀").replace("\t", "→")
    return "".join(f"    {line}\n" for line in shown.splitlines())


def rule_page(rule: Rule[Any]) -> str:
    """Return the page of one rule in docs/rules/."""
    severity = SEVERITIES[rule.severity]
    return f"# {rule.code} {rule.name}\n\n{severity}：{rule.title}。\n\n{_body(rule)}"


def rules_page(rules: Iterable[Rule[Any]]) -> str:
    """Return the page that lists the rules, docs/rules/README.md."""
    rows = (
        f"| [{one.code}]({one.code}.md) | {one.name} | {SEVERITIES[one.severity]} | {one.title} |\n"
        for one in rules
    )
    return (
        "# Rules\n\nWhat `gdq validate` holds data to. Written by `scripts/rule_pages.py`; "
        "`gdq rule CODE` prints the same.\n\n"
        "| code | name | severity | holds |\n|---|---|---|---|\n" + "".join(rows)
    )
