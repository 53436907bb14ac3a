"""The cover of a Word file: the brief, as the header of a page of its own."""

from __future__ import annotations

from collections.abc import Iterable

from p5diff import language as languages
from p5diff.report.bidi import directed, right_to_left
from p5diff.report.cover import CoverLine
from p5diff.report.docx.comments import NAMESPACE
from p5diff.report.docx.package import xml_text

STYLES = {
    "title": "CoverTitle",
    "answer": "CoverAnswer",
    "head": "CoverHead",
    "item": "CoverItem",
    "small": "CoverSmall",
    "foot": "CoverFoot",
}
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_LOOKS = {
    "delete": '<w:strike/><w:color w:val="7A2E00"/>',
    "insert": '<w:color w:val="07432B"/><w:u w:val="single"/>',
    "place": '<w:color w:val="4B4841"/>',
    "keep": "",
}
"""Marks of the words, in the order the schema wants. They are no tracked changes: accepting leaves them."""


def header(lines: Iterable[CoverLine]) -> str:
    """The part `word/cover.xml`: all but the foot of the page."""
    drawn = "".join(_paragraph(line) for line in lines if line.role != "foot")
    return f"{_HEAD}<w:hdr {NAMESPACE}>{drawn}</w:hdr>"


def footer(lines: Iterable[CoverLine]) -> str:
    """The part `word/coverfoot.xml`: what was compared. No header can fill a page to its end."""
    drawn = "".join(_paragraph(line) for line in lines if line.role == "foot")
    return f"{_HEAD}<w:ftr {NAMESPACE}>{drawn}</w:ftr>"


def _paragraph(line: CoverLine) -> str:
    known = languages.get(line.language)
    rtl = right_to_left(line.language)
    fonts = '<w:rFonts w:hint="eastAsia"/>' if known.SCRIPT == "Han" else ""
    runs = "".join(
        f"<w:r><w:rPr>{fonts}{_LOOKS[op]}{'<w:rtl/>' if rtl and op != 'place' else ''}</w:rPr>"
        f'<w:t xml:space="preserve">{directed(xml_text(text), op, rtl)}</w:t></w:r>'
        for op, text in line.runs
    )
    bidi = "<w:bidi/>" if rtl else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{STYLES[line.role]}"/>{bidi}</w:pPr>{runs}</w:p>'
