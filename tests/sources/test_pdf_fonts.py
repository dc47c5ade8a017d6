"""Fonts that a PDF names and does not embed: what is read does not depend on the machine."""

import json
import subprocess
import sys

import pytest
from pdf_sheets import HEIGHT, Sheets
from seen import seen

from gdquality.sources import pdf

WITHOUT_FONTS = """
import ctypes, json, sys
import pypdfium2.raw as pdfium
from gdquality.sources.pdf import read

nowhere = ctypes.cast(ctypes.create_string_buffer(b"/nowhere"), ctypes.POINTER(ctypes.c_char))
config = pdfium.FPDF_LIBRARY_CONFIG(version=2)
config.m_pUserFontPaths = (ctypes.POINTER(ctypes.c_char) * 2)(nowhere)
pdfium.FPDF_DestroyLibrary()
pdfium.FPDF_InitLibraryWithConfig(config)
[table] = read(sys.stdin.buffer.read(), "a.pdf").blocks
print(json.dumps("".join(cell.text for row in table.rows for cell in row).replace("\\n", "")))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere pdfium looks for fonts by itself")
def test_chinese_fonts_need_not_be_on_the_machine() -> None:
    """Nothing is lost; without any font, pdfium leaves out what was set character by character."""
    sheets = Sheets()
    rows = [
        ("序号", "任务", "牵头单位", "备注"),
        ("1", "全面提升产品和服务质\n量", "省质监局、省教育\n厅", "见 GB/T 9704"),
    ]
    sheets.table(100, rows, heights=(30, 46))
    there = subprocess.run(
        [sys.executable, "-c", WITHOUT_FONTS], input=sheets.data(), capture_output=True, check=True
    )
    assert json.loads(there.stdout) == "".join(rows[0] + rows[1]).replace("\n", "")


def test_latin_fonts_that_every_reader_has_keep_their_widths() -> None:
    """No text is thought to reach into the next cell."""
    sheets = Sheets()
    sheets.table(100, [("", "", "")], widths=(60, 60, 60), x=100)
    sheets.canvas.setFont("Helvetica", 12)
    texts = ["ISO 9001", "ISO 14001", "ISO 26000"]
    for number, text in enumerate(texts):
        sheets.canvas.drawString(104 + 60 * number, HEIGHT - 118, text)
    assert seen(pdf.read(sheets.data(), "a.pdf")) == [[texts]]
