"""The brief as a Word file of one page."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from p5diff.report.bidi import placed, quoting, right_to_left
from p5diff.report.docx.comments import NAMESPACE
from p5diff.report.docx.package import package, stamp, xml_text
from p5diff.report.docx.parts import fixed_parts
from p5diff.report.sheets.sheet import Sheet, SheetItem

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATIONS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_SECTION = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId5"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="850" w:right="1020" w:bottom="850" w:left="1020" w:header="400" w:footer="400" '
    'w:gutter="0"/></w:sectPr>'
)
_LOOKS = {
    "keep": ("", "", ""),
    "insert": ("", '<w:color w:val="1F4E9E"/>', '<w:u w:val="single"/>'),
    "delete": ("<w:strike/>", '<w:color w:val="8A3B00"/>', ""),
}
"""Strike, colour and underline of words: told by a line as much as by colour, for paper and every eye."""


def render(sheet: Sheet) -> bytes:
    """The sheet as DOCX bytes, the same for the same sheet."""
    parts = fixed_parts(sheet.title, (), sheet.language, stamp(), comments=False)
    rtl = right_to_left(sheet.language)
    body = "".join(_body(sheet, rtl))
    document = f"{_HEAD}<w:document {NAMESPACE} {_RELATIONS}><w:body>{body}{_SECTION}</w:body></w:document>"
    return package({**parts, "word/document.xml": document})


def _body(sheet: Sheet, rtl: bool) -> Iterable[str]:
    answer = _run(sheet.answer, bold=True, size=24, directed=str if rtl else quoting)
    yield _paragraph([answer], rtl, after=80, style="Heading1")
    for text in sheet.texts:
        yield _paragraph([_run(f"{text.side}: ", bold=True), _run(f"{text.title} ({text.facts})")], rtl)
    if sheet.selected:
        yield _paragraph([_run(sheet.selected)], rtl)
    for number, point in enumerate(sheet.points, start=1):
        title = [_run(f"{number}. {point.title}", bold=True), _run(f"  {point.count}")]
        yield _paragraph(title, rtl, before=80, style="Heading2")
        yield from (_item(item, rtl) for item in point.items)
        if point.also:
            yield _paragraph([_run(point.also)], rtl, indent=True)
    yield from (_paragraph([_run(line)], rtl) for line in sheet.further)
    for title_, lines in (
        (sheet.topics_title, sheet.topics),
        (sheet.ledger_title, sheet.ledger),
        (sheet.alarms_title, sheet.alarms),
        (sheet.heed_title, sheet.cautions),
    ):
        if lines:
            yield _paragraph([_run(title_, bold=True)], rtl, before=80, style="Heading2")
            yield from (_paragraph([_run(line)], rtl, indent=True) for line in lines)
    yield _paragraph([_run(" · ".join(sheet.foot), size=15)], rtl, before=80)
    for chapter in sheet.chapters:
        yield _paragraph([_run(chapter.label, bold=True)], rtl, before=160, style="Heading2")
        yield from (_item(item, rtl) for item in chapter.items)


def _item(item: SheetItem, rtl: bool) -> str:
    own = right_to_left(item.language)
    named = f"{item.sign} {item.place}  #{item.number}  "
    head = _run(named, directed=placed if rtl or own else str)
    words = [_run(text, op=op, rtl=own) for op, text in item.pieces]
    verdict = [_run(f"  {item.verdict}", bold=True)] if item.verdict else []
    return _paragraph([head, *words, *verdict], rtl or own, indent=True)


def _run(
    text: str,
    *,
    bold: bool = False,
    size: int = 18,
    op: str = "keep",
    rtl: bool = False,
    directed: Callable[[str], str] = str,
) -> str:
    """A run; `size` in half points; `directed` sets marks of direction. The schema fixes the order of its
    properties.
    """
    strike, colour, under = _LOOKS[op]
    weight = "<w:b/><w:bCs/>" if bold else ""
    sized = f'<w:sz w:val="{size}"/><w:szCs w:val="{size + 2}"/>'
    made = f"{weight}{strike}{colour}{sized}{under}{'<w:rtl/>' if rtl else ''}"
    return f'<w:r><w:rPr>{made}</w:rPr><w:t xml:space="preserve">{directed(xml_text(text))}</w:t></w:r>'


def _paragraph(
    runs: Iterable[str], rtl: bool, *, before: int = 0, after: int = 20, indent: bool = False, style: str = ""
) -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    space = f'<w:spacing w:before="{before}" w:after="{after}" w:line="240" w:lineRule="auto"/>'
    inwards = '<w:ind w:left="200"/>' if indent else ""
    return f"<w:p><w:pPr>{named}{'<w:bidi/>' if rtl else ''}{space}{inwards}</w:pPr>{''.join(runs)}</w:p>"
