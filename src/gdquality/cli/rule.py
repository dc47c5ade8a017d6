"""`gdq rule`: what a rule is for."""

from typing import Annotated

import typer

from gdquality.cli.completion import rule_codes
from gdquality.cli.output import emit
from gdquality.errors import NotFoundError, quoted


def rule(
    codes: Annotated[
        list[str] | None,
        typer.Argument(metavar="CODE...", help="不写则列出所有规则。", autocompletion=rule_codes),
    ] = None,
) -> None:
    """说明一条检查规则：查什么，为什么，举例。

    例：

    gdq rule

    gdq rule GDQ205
    """
    from gdquality.formats.rules import rule_text, rules_list
    from gdquality.rules.catalog import RULES

    unknown = [code for code in codes or [] if code.upper() not in RULES]
    if unknown:
        raise NotFoundError(*(f"没有规则{quoted(code)}" for code in unknown), hint="gdq rule")
    if codes:
        emit("\n".join(rule_text(RULES[code.upper()]) for code in codes))
    else:
        emit(rules_list(RULES.values()))
