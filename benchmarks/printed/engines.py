"""The three programs that print a document: WeasyPrint and Chromium from HTML, LibreOffice from ODT."""
# ruff: noqa: E501  (markup is easier to read unbroken)

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from html import escape
from itertools import groupby
from pathlib import Path

from benchmarks.printed.layouts import PAGE_OF, SYMBOL, Block, Document, Layout

_LOGO = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='60' height='60'%3E%3Ccircle cx='30' cy='30' r='28' fill='%23678'/%3E%3C/svg%3E"


def pdf(document: Document) -> bytes:
    """The document as a PDF file."""
    return {"weasyprint": _weasyprint, "chromium": _chromium, "libreoffice": _libreoffice}[
        document.layout.engine
    ](document)


def _weasyprint(document: Document) -> bytes:
    import weasyprint

    variant = "pdf/ua-1" if document.layout.tagged else None
    made = weasyprint.HTML(string=_html(document)).write_pdf(pdf_variant=variant)
    assert isinstance(made, bytes)
    return made


def _chromium(document: Document) -> bytes:
    program = shutil.which("chromium") or shutil.which("chromium-browser") or "chromium"
    with tempfile.TemporaryDirectory() as folder:
        page, out = Path(folder, "page.html"), Path(folder, "page.pdf")
        page.write_text(_html(document), encoding="utf-8")
        tags = [] if document.layout.tagged else ["--disable-pdf-tagging"]
        subprocess.run(
            [
                program,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                f"--user-data-dir={folder}/profile",
                "--no-pdf-header-footer",
                *tags,
                f"--print-to-pdf={out}",
                page.as_uri(),
            ],
            check=True,
            capture_output=True,
            timeout=240,
        )
        return out.read_bytes()


def _libreoffice(document: Document) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "page.fodt")
        page.write_text(_fodt(document), encoding="utf-8")
        tagged = str(document.layout.tagged).lower()
        option = f'pdf:writer_pdf_Export:{{"UseTaggedPDF":{{"type":"boolean","value":"{tagged}"}}}}'
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation=file://{folder}/profile",
                "--headless",
                "--convert-to",
                option,
                "--outdir",
                folder,
                str(page),
            ],
            check=True,
            capture_output=True,
            timeout=240,
        )
        return Path(folder, "page.pdf").read_bytes()


# --- HTML


def _html(document: Document) -> str:
    layout = document.layout
    direction = "rtl" if layout.language == "ar" else "ltr"
    parts: list[str] = []
    for table, blocks in groupby(document.blocks[1:], lambda block: block.kind == "r"):
        if table:
            cells = ("".join(f"<td>{escape(c)}</td>" for c in block.cells) for block in blocks)
            parts.append("<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>")
        else:
            parts += [_html_block(document, block) for block in blocks]
    logo = f'<img src="{_LOGO}" style="width:15mm">' if layout.logo else ""
    body = f'{logo}{_html_block(document, document.blocks[0])}<div class="text">{"".join(parts)}</div>'
    return (
        f'<!doctype html><html lang="{layout.language}" dir="{direction}"><head><meta charset="utf-8"><title>{escape(document.title)}</title>'
        f"<style>{_css(document)}</style></head><body>{body}</body></html>"
    )


def _html_block(document: Document, block: Block) -> str:
    inner = re.sub(r"\^(\d)\^", r"<sup>\1</sup>", _spaced(escape(block.text), document.layout))
    inner = re.sub(
        r"\*(\d)\*", lambda m: f'<span class="note">{escape(document.notes[int(m[1]) - 1])}</span>', inner
    )
    if block.kind in "th":
        tag = {"t": "h1", "h": "h2"}[block.kind]
        return f"<{tag}>{inner}</{tag}>"
    label = f"{block.label}&emsp;" if block.label else ""
    return f'<p class="{block.kind}">{label}{inner}</p>'


def _spaced(text: str, layout: Layout) -> str:
    """French signs with the no-break space that typists put there."""
    return re.sub(r" (?=[;:!?»])|(?<=«) ", "\u00a0", text) if layout.language == "fr" else text


def _css(document: Document) -> str:
    layout = document.layout
    number = PAGE_OF[layout.language].replace("{n}", '" counter(page) "').replace("{m}", '" counter(pages) "')
    title = f'content: "{document.title}"; font-size: 8pt'
    pages = {
        "none": "",
        "title": f"@top-center {{ {title} }} @bottom-center {{ content: counter(page); font-size: 9pt }}",
        "symbol": f'@top-left {{ content: "{SYMBOL}"; font-size: 9pt }} @top-right {{ content: "{number}"; font-size: 9pt }}',
        "sides": "",
        "foot": '@bottom-center { content: "– " counter(page) " –"; font-size: 9pt }',
    }[layout.head]
    sides = (
        f'@page :left {{ @top-left {{ content: "{SYMBOL}"; font-size: 9pt }} @bottom-left {{ content: counter(page) "/" counter(pages) }} }}'
        f'@page :right {{ @top-right {{ content: "{SYMBOL}"; font-size: 9pt }} @bottom-right {{ content: counter(page) "/" counter(pages) }} }}'
        if layout.head == "sides"
        else ""
    )
    first = "@page :first { @top-left { content: none } @top-right { content: none } @top-center { content: none } }"
    return f"""@page {{ size: {layout.page[0]}mm {layout.page[1]}mm; margin: {layout.margin}mm; {pages} @footnote {{ border-top: 0.5pt solid black; padding-top: 1mm }} }}
{sides} {first}
body {{ margin: 0; font: {layout.size}pt '{layout.font}', serif; line-height: 1.3 }}
h1 {{ font-size: {layout.size * 1.4}pt; text-align: center; {"letter-spacing: 3pt;" if layout.spaced else ""} margin: 6mm 0 }}
h2 {{ font-size: {layout.size * 1.1}pt; margin: 4mm 0 2mm; break-after: avoid }}
p {{ margin: 0 0 {"0" if layout.indented else "2.5mm"}; text-indent: {"1.5em" if layout.indented else "0"};
  text-align: {"justify" if layout.justified else "start"}; hyphens: {"auto" if layout.hyphenated else "manual"} }}
.text {{ column-count: {layout.columns}; column-gap: 8mm }}
sup {{ font-size: 65%; vertical-align: super; line-height: 0 }}
table {{ border-collapse: collapse; margin: 2mm 0 4mm }} td {{ border: 0.3pt solid #888; padding: 1mm 2mm; vertical-align: top; width: 30mm }}
.note {{ float: footnote; font-size: {layout.size * 0.8}pt; text-indent: 0 }} ::footnote-call {{ font-size: 65%; vertical-align: super; line-height: 0 }}"""


# --- ODT

_SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("fo", "xsl-fo-compatible"),
    )
)
_COUNTRY = {"en": "GB", "fr": "FR", "es": "ES", "ru": "RU", "zh": "CN", "ar": "EG"}


def _fodt(document: Document) -> str:
    layout = document.layout
    parts: list[str] = []
    for table, blocks in groupby(document.blocks[1:], lambda block: block.kind == "r"):
        if table:
            rows = (
                "".join(
                    f'<table:table-cell><text:p text:style-name="cell">{escape(c)}</text:p></table:table-cell>'
                    for c in block.cells
                )
                for block in blocks
            )
            columns = '<table:table-column table:number-columns-repeated="3"/>'
            parts.append(
                f'<table:table table:style-name="tab">{columns}'
                + "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
                + "</table:table>"
            )
        else:
            parts += [_fodt_block(document, block) for block in blocks]
    body = "".join(parts)
    if layout.columns > 1:
        body = f'<text:section text:style-name="cols" text:name="cols">{body}</text:section>'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {_SPACES} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">'
        f"{_fodt_styles(document)}<office:body><office:text>{_fodt_block(document, document.blocks[0])}{body}</office:text></office:body></office:document>"
    )


def _fodt_block(document: Document, block: Block) -> str:
    inner = re.sub(
        r"\^(\d)\^",
        r'<text:span text:style-name="sup">\1</text:span>',
        _spaced(escape(block.text), document.layout),
    )

    def note(match: re.Match[str]) -> str:
        words = escape(document.notes[int(match[1]) - 1])
        return f'<text:note text:note-class="footnote"><text:note-citation>{match[1]}</text:note-citation><text:note-body><text:p text:style-name="note">{words}</text:p></text:note-body></text:note>'

    inner = re.sub(r"\*(\d)\*", note, inner)
    if block.kind in "th":
        return f'<text:h text:style-name="{block.kind}" text:outline-level="{1 if block.kind == "t" else 2}">{inner}</text:h>'
    label = f"{block.label}<text:tab/>" if block.label else ""
    return f'<text:p text:style-name="p">{label}{inner}</text:p>'


def _fodt_styles(document: Document) -> str:
    layout = document.layout
    arabic = layout.language == "ar"
    mode = 'style:writing-mode="rl-tb"' if arabic else 'style:writing-mode="lr-tb"'
    code, country = layout.language, _COUNTRY[layout.language]
    tongue = f'fo:language="{code}" fo:country="{country}" style:language-asian="{code}" style:country-asian="{country}" style:language-complex="{code}" style:country-complex="{country}"'

    def text(size: float, extra: str = "", weight: str = "normal") -> str:
        fonts = f'fo:font-family="{layout.font}" style:font-family-asian="{layout.font}" style:font-family-complex="{layout.font}"'
        sizes = f'fo:font-size="{size}pt" style:font-size-asian="{size}pt" style:font-size-complex="{size}pt"'
        weights = f'fo:font-weight="{weight}" style:font-weight-asian="{weight}" style:font-weight-complex="{weight}"'
        hyphens = f'fo:hyphenate="{str(layout.hyphenated).lower()}"'
        return f"<style:text-properties {fonts} {sizes} {weights} {tongue} {hyphens} {extra}/>"

    def style(name: str, properties: str, content: str) -> str:
        return f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties {mode} {properties}/>{content}</style:style>'

    ragged = "right" if arabic else "left"  # "start" is to the left in LibreOffice, whatever the direction
    align = "justify" if layout.justified else ragged
    gap, indent = ("0cm", "0.6cm") if layout.indented else ("0.25cm", "0cm")
    spaced = 'fo:letter-spacing="0.1cm"' if layout.spaced else ""
    styles = [
        style(
            "t", 'fo:text-align="center" fo:margin-bottom="0.6cm"', text(layout.size * 1.4, spaced, "bold")
        ),
        style(
            "h",
            f'fo:text-align="{ragged}" fo:margin-top="0.4cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"',
            text(layout.size * 1.1, "", "bold"),
        ),
        style(
            "p",
            f'fo:text-align="{align}" fo:margin-bottom="{gap}" fo:text-indent="{indent}" fo:line-height="125%"',
            text(layout.size),
        ),
        style("cell", f'fo:text-align="{ragged}"', text(layout.size)),
        style("edge", f'fo:text-align="{ragged}"', text(8.5)),
        style("note", f'fo:text-align="{ragged}"', text(layout.size * 0.8)),
    ]
    number = '<text:page-number text:select-page="current"/>'
    pages = PAGE_OF[code].replace("{n}", number).replace("{m}", "<text:page-count/>")
    edge = '<text:p text:style-name="edge">{}</text:p>'
    header = {
        "title": edge.format(escape(document.title)),
        "symbol": edge.format(f"{SYMBOL}<text:tab/>{pages}"),
        "sides": edge.format(SYMBOL),
    }.get(layout.head, "")
    footer = {
        "title": edge.format(number),
        "foot": edge.format(f"– {number} –"),
        "sides": edge.format(f"{number}/<text:page-count/>"),
    }.get(layout.head, "")
    page = (
        f'<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="{layout.page[0]}mm" fo:page-height="{layout.page[1]}mm" fo:margin="{layout.margin}mm" {mode}/>'
        '<style:header-style><style:header-footer-properties fo:margin-bottom="0.5cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:margin-top="0.5cm"/></style:footer-style></style:page-layout>'
    )
    sections = '<style:style style:name="cols" style:family="section"><style:section-properties><style:columns fo:column-count="2" fo:column-gap="0.8cm"/></style:section-properties></style:style>'
    sup = '<style:style style:name="sup" style:family="text"><style:text-properties style:text-position="super 60%"/></style:style>'
    tab = f'<style:style style:name="tab" style:family="table"><style:table-properties style:width="12cm" table:align="{"right" if arabic else "left"}" {mode}/></style:style>'
    master = f'<style:master-page style:name="Standard" style:page-layout-name="page">{f"<style:header>{header}</style:header>" if header else ""}{f"<style:footer>{footer}</style:footer>" if footer else ""}</style:master-page>'
    notes = '<text:notes-configuration text:note-class="footnote" style:num-format="1" text:start-value="0" text:start-numbering-at="document"/>'
    return (
        f"<office:styles>{''.join(styles)}{sup}{notes}</office:styles><office:automatic-styles>{sections}{tab}{page}</office:automatic-styles>"
        f"<office:master-styles>{master}</office:master-styles>"
    )
