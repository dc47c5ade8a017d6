"""Reports of validation: one format, one module; a report goes in, text comes out."""

import importlib
from typing import Literal, get_args

from gdquality.checker import Report

ReportFormat = Literal["text", "json", "github", "sarif", "junit"]
"""How a report is written: each has a module here, whose `render` takes a Report."""

REPORT_FORMATS: tuple[ReportFormat, ...] = get_args(ReportFormat)


def render(report: Report, format_: ReportFormat) -> str:
    """Return `report` as text in `format_`."""
    # Only the module asked for: rich and an XML library are not for a report in JSON.
    module = importlib.import_module(f"gdquality.formats.report.as_{format_}")
    text: str = module.render(report)
    return text


def summary(report: Report) -> str:
    """Return one sentence that counts files, errors, warnings, and notes if there are any."""
    errors, warnings, notes = map(report.count, ("error", "warning", "note"))
    told = f"检查了 {len(report.texts)} 个文件：{errors} 个错误，{warnings} 个警告"
    return f"{told}，{notes} 个提示" if notes else told
