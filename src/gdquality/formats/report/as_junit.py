"""A report as JUnit XML: a suite a file, a case a finding, one that passes if there is none."""

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from gdquality.checker import Report
from gdquality.formats.controls import visible
from gdquality.formats.report.paths import in_repository

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report) -> str:
    """Return an XML document."""
    suites = Element("testsuites", name="gdq validate")
    for file, found in report.by_file().items():
        name = _text(in_repository(file))
        errors = sum(finding.severity == "error" for finding in found)
        suite = SubElement(
            suites, "testsuite", name=name, tests=str(len(found) or 1), failures=str(errors)
        )
        if not found:
            SubElement(suite, "testcase", name="gdq", classname=name)
        for finding in found:
            place = f"{finding.code} {finding.line}:{finding.column}"
            case = SubElement(suite, "testcase", name=place, classname=name)
            message = _text(finding.message)
            if finding.severity == "error":
                failure = SubElement(case, "failure", message=message, type=finding.code)
                failure.text = f"{name}:{finding.line}:{finding.column}: {message}"
            else:
                SubElement(case, "system-out").text = message
    indent(suites)
    return tostring(suites, encoding="unicode", xml_declaration=False) + "\n"


def _text(text: str) -> str:
    return _NOT_XML.sub("\ufffd", visible(text))
