"""The same documents as flat OpenDocument, for LibreOffice to turn into PDF and DOCX."""
# ruff: noqa: E501  (markup is easier to read unbroken)

from __future__ import annotations

import shutil
import subprocess
import tempfile
from html import escape
from pathlib import Path

from tests.documents.model import MARK, Doc

_SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in [
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("fo", "xsl-fo-compatible"),
        ("dc", "none"),
    ][:4]
)
_COUNTRY = {"en": "GB", "fr": "FR", "es": "ES", "ru": "RU", "zh": "CN", "ar": "EG"}
_FONT = {"zh": "Noto Serif CJK SC", "ar": "Noto Naskh Arabic"}


def flat_odt(doc: Doc, *, columns: int = 1, indented: bool = False) -> str:
    """The document as flat OpenDocument XML, with header, footer, footnotes and hyphenation."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {_SPACES} office:version="1.2" '
        f'office:mimetype="application/vnd.oasis.opendocument.text">{_styles(doc, columns, indented)}'
        f"<office:body><office:text>{_body(doc, columns)}</office:text></office:body></office:document>"
    )


def _styles(doc: Doc, columns: int, indented: bool) -> str:
    font = _FONT.get(doc.language, "Liberation Serif")
    tongue = f'fo:language="{doc.language}" fo:country="{_COUNTRY[doc.language]}"'
    asian = f'style:language-asian="{doc.language}" style:country-asian="{_COUNTRY[doc.language]}"'
    complex_ = f'style:language-complex="{doc.language}" style:country-complex="{_COUNTRY[doc.language]}"'
    mode = 'style:writing-mode="rl-tb"' if doc.language == "ar" else 'style:writing-mode="lr-tb"'
    size = "12pt" if doc.language == "ar" else "10.5pt"

    def text(points: str, weight: str = "normal") -> str:
        return (
            f'<style:text-properties fo:font-family="Liberation Serif" style:font-family-asian="{font}" '
            f'style:font-family-complex="{font}" fo:font-size="{points}" style:font-size-asian="{points}" '
            f'style:font-size-complex="{points}" fo:font-weight="{weight}" style:font-weight-asian="{weight}" '
            f'style:font-weight-complex="{weight}" {tongue} {asian} {complex_} fo:hyphenate="true"/>'
        )

    def style(name: str, properties: str, content: str, parent: str = "") -> str:
        return (
            f'<style:style style:name="{name}" style:family="paragraph"{parent}>'
            f"<style:paragraph-properties {mode} {properties}/>{content}</style:style>"
        )

    gap, indent = ("0cm", "0.75cm") if indented else ("0.25cm", "0cm")
    end = "start" if False else "end"
    return (
        "<office:styles>"
        + style(
            "Body",
            f'fo:text-align="justify" fo:margin-bottom="{gap}" fo:text-indent="{indent}" fo:line-height="120%" style:auto-text-indent="false"',
            text(size),
        )
        + style(
            "Title",
            'fo:text-align="center" fo:margin-top="0.6cm" fo:margin-bottom="0.6cm"',
            text("15pt", "bold"),
        )
        + style(
            "Head",
            'fo:margin-top="0.5cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"',
            text("11.5pt", "bold"),
            ' style:default-outline-level="2"',
        )
        + style("Mast", 'fo:border-bottom="0.05cm solid #000000"', text("14pt", "bold"))
        + style("Distr", 'fo:margin-left="10cm"', text("9pt"))
        + style("Place", f'fo:text-align="{end}" fo:margin-top="0.6cm"', text(size))
        + style("Footnote", "", text("8.5pt"))
        + style("Furniture", "", text("9pt"))
        + "</office:styles><office:automatic-styles>"
        + '<style:page-layout style:name="pm"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" '
        + f'fo:margin-top="1.8cm" fo:margin-bottom="1.6cm" fo:margin-left="2.5cm" fo:margin-right="2.5cm" {mode}/>'
        + '<style:header-style><style:header-footer-properties fo:min-height="1cm" fo:margin-bottom="0.5cm"/></style:header-style>'
        + '<style:footer-style><style:header-footer-properties fo:min-height="1cm" fo:margin-top="0.5cm"/></style:footer-style></style:page-layout>'
        + f'<style:style style:name="Sect" style:family="section"><style:section-properties {mode}><style:columns fo:column-count="{columns}" fo:column-gap="0.8cm"/></style:section-properties></style:style>'
        + "</office:automatic-styles><office:master-styles>"
        + f'<style:master-page style:name="Standard" style:page-layout-name="pm"><style:header><text:p text:style-name="Furniture">{escape(doc.symbol)}</text:p></style:header>'
        + '<style:footer><text:p text:style-name="Furniture"><text:page-number text:select-page="current">1</text:page-number>/<text:page-count>2</text:page-count></text:p></style:footer></style:master-page>'
        + "</office:master-styles>"
    )


def _body(doc: Doc, columns: int) -> str:
    parts = []
    if doc.organisation:
        parts.append(
            f'<text:p text:style-name="Mast">{escape(doc.organisation)} {escape(doc.symbol)}</text:p>'
        )
        parts += [
            f'<text:p text:style-name="Distr">{escape(line)}</text:p>'
            for line in doc.distribution.split("\n")
        ]
    parts.append(f'<text:h text:style-name="Title" text:outline-level="1">{escape(doc.title)}</text:h>')
    inner = "".join(_paragraph(doc, i, text) for i, text in enumerate(doc.paragraphs, start=1))
    if doc.place:
        inner += f'<text:p text:style-name="Place">{escape(doc.place)}</text:p>'
    return "".join(parts) + (
        f'<text:section text:style-name="Sect" text:name="s">{inner}</text:section>' if columns > 1 else inner
    )


def _paragraph(doc: Doc, number: int, text: str) -> str:
    if text.startswith("# "):
        return f'<text:h text:style-name="Head" text:outline-level="2">{escape(text[2:])}</text:h>'
    label = f"{number}.<text:tab/>" if doc.numbered else ""
    return f'<text:p text:style-name="Body">{label}{MARK.sub(lambda m: _note(doc, int(m[1])), escape(text))}</text:p>'


def _note(doc: Doc, number: int) -> str:
    return (
        f'<text:note text:id="n{number}" text:note-class="footnote"><text:note-citation>{number}</text:note-citation>'
        f'<text:note-body><text:p text:style-name="Footnote">{escape(doc.footnotes[number - 1])}</text:p></text:note-body></text:note>'
    )


def soffice() -> str | None:
    """The LibreOffice program, None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def convert(sources: dict[str, str], target: str, folder: Path) -> dict[str, bytes]:
    """All flat ODT sources in one run of LibreOffice; `target` is `pdf` or `docx`."""
    program = soffice()
    assert program is not None
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, xml in sources.items():
        path = folder / f"{name}.fodt"
        path.write_text(xml, encoding="utf-8")
        paths.append(str(path))
    with tempfile.TemporaryDirectory() as profile:
        command = [
            program,
            f"-env:UserInstallation=file://{profile}",
            "--headless",
            "--convert-to",
            target,
            "--outdir",
            str(folder),
            *paths,
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {name: (folder / f"{name}.{target}").read_bytes() for name in sources}
