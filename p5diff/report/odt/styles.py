"""Styles, header, footer and cover of an OpenDocument text, and what it says of itself."""

from __future__ import annotations

from collections.abc import Iterable

from p5diff import language as languages
from p5diff.language import Language
from p5diff.report.bidi import directed, right_to_left
from p5diff.report.cover import CoverLine
from p5diff.report.docx.package import xml_text

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in (
        ("office", f"{_OASIS}:office:1.0"),
        ("text", f"{_OASIS}:text:1.0"),
        ("style", f"{_OASIS}:style:1.0"),
        ("fo", f"{_OASIS}:xsl-fo-compatible:1.0"),
        ("svg", f"{_OASIS}:svg-compatible:1.0"),
        ("meta", f"{_OASIS}:meta:1.0"),
        ("dc", "http://purl.org/dc/elements/1.1/"),
    )
)
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_FONTS = (
    'fo:font-family="Cambria, Georgia, serif" style:font-family-asian="SimSun, Noto Serif CJK SC" '
    'style:font-family-complex="Traditional Arabic, Noto Naskh Arabic"'
)


def styles(title: str, said: str, language: str, cover: Iterable[CoverLine]) -> str:
    """The part `styles.xml`. `said` stands under the title on each page, `cover` in a page of its own."""
    known = languages.get(language)
    found = tuple(cover)

    def drawn(foot: bool) -> str:
        return "".join(_cover_line(line) for line in found if (line.role == "foot") is foot)

    return (
        f'{_HEAD}<office:document-styles {NAMESPACES} office:version="1.3"><office:styles>{_default(known)}'
        f"{''.join(_named(known))}</office:styles><office:automatic-styles>{_layout('Page', 1.25)}"
        f"{_layout('CoverPage', 1.5)}</office:automatic-styles><office:master-styles>"
        f"{_master('Standard', 'Page', _small(title) + (_small(said) if said else ''))}"
        f"{_master('Cover', 'CoverPage', drawn(False), drawn(True))}"
        "</office:master-styles></office:document-styles>"
    )


def _default(known: Language) -> str:
    """What holds for every paragraph where no style says otherwise."""
    # What stands in Latin letters breaks at words: never by the rules of a script without capitals.
    western = known if known.CASED and known is not languages.UNKNOWN else languages.get("en")
    country = "US" if western.CODE == "en" else "none"
    return (
        '<style:default-style style:family="paragraph"><style:text-properties '
        f'{_FONTS} fo:font-size="11pt" style:font-size-asian="11pt" style:font-size-complex="14pt" '
        f'fo:language="{western.CODE}" fo:country="{country}" style:language-asian="zh" '
        'style:country-asian="CN" '
        'style:language-complex="ar" style:country-complex="SA"/></style:default-style>'
    )


def _named(known: Language) -> list[str]:
    """The styles that paragraphs and words of the document name."""
    italic = 'fo:font-style="italic"' if known.CASED else ""
    return [
        *_both("Body", "", "fo:margin-bottom='0.25cm' fo:line-height='120%'"),
        *_both("Formal", italic, "fo:margin-bottom='0.25cm'"),
        *_both("Title", _size(15), "fo:margin-bottom='0.35cm' fo:keep-with-next='always'", level=1),
        *_both(
            "Heading",
            f"{_size(12)} {_BOLD}",
            "fo:margin-top='0.4cm' fo:margin-bottom='0.15cm' fo:keep-with-next='always'",
            level=2,
        ),
        *_both("Cover-title", _size(16), "fo:margin-bottom='0.2cm'"),
        *_both("Cover-answer", _size(12), "fo:margin-bottom='0.2cm'"),
        *_both("Cover-head", f"{_size(10)} {_BOLD}", "fo:margin-top='0.15cm'"),
        *_both("Cover-item", _size(10), "fo:margin-top='0.04cm'"),
        *_both("Cover-small", _size(8.5), "fo:margin-top='0.04cm'"),
        *_both("Cover-foot", _size(7.5), "fo:margin-top='0.04cm'"),
        _style("Small", _size(8), "fo:text-align='center'"),
        '<style:style style:name="delete" style:family="text"><style:text-properties '
        'style:text-line-through-style="solid" fo:color="#7a2e00"/></style:style>',
        '<style:style style:name="insert" style:family="text"><style:text-properties '
        'style:text-underline-style="solid" fo:color="#07432b"/></style:style>',
        '<style:style style:name="place" style:family="text"><style:text-properties '
        'fo:color="#4b4841"/></style:style>',
    ]


def meta(title: str, date: str) -> str:
    """The part `meta.xml`."""
    return (
        f'{_HEAD}<office:document-meta {NAMESPACES} office:version="1.3"><office:meta>'
        f"<meta:generator>p5diff</meta:generator><dc:title>{xml_text(title)}</dc:title>"
        f"<meta:creation-date>{date}</meta:creation-date><dc:date>{date}</dc:date>"
        "</office:meta></office:document-meta>"
    )


_BOLD = 'fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"'


def _size(points: float) -> str:
    """Arabic letters are drawn smaller at the same size: a fifth is added."""
    return (
        f'fo:font-size="{points:g}pt" style:font-size-asian="{points:g}pt" '
        f'style:font-size-complex="{points * 1.2:g}pt"'
    )


def _both(name: str, text: str, paragraph: str, level: int = 0) -> list[str]:
    """The style, and the same for text that runs from right to left."""
    rtl = f"{paragraph} style:writing-mode='rl-tb' fo:text-align='start'"
    return [_style(name, text, paragraph, level), _style(f"{name}Rtl", text, rtl, level)]


def _style(name: str, text: str, paragraph: str, level: int = 0) -> str:
    outline = f' style:default-outline-level="{level}"' if level else ""
    return (
        f'<style:style style:name="{name}" style:family="paragraph"{outline}>'
        f"<style:paragraph-properties {paragraph}/><style:text-properties {text}/></style:style>"
    )


def _layout(name: str, top: float) -> str:
    return (
        f'<style:page-layout style:name="{name}"><style:page-layout-properties fo:page-width="21cm" '
        f'fo:page-height="29.7cm" fo:margin-top="{top}cm" fo:margin-bottom="1.25cm" fo:margin-left="2.5cm" '
        'fo:margin-right="2.5cm"/><style:header-style><style:header-footer-properties '
        'fo:min-height="0.6cm" fo:margin-bottom="0.5cm"/></style:header-style><style:footer-style>'
        '<style:header-footer-properties fo:min-height="0.6cm" fo:margin-top="0.5cm"/></style:footer-style>'
        "</style:page-layout>"
    )


def _master(name: str, layout: str, header: str, foot: str = "") -> str:
    """A page. What was compared stands at the foot of the cover: LibreOffice lets no header grow over
    some two thirds of a page.
    """
    number = '<text:page-number text:select-page="current">1</text:page-number>'
    return (
        f'<style:master-page style:name="{name}" style:page-layout-name="{layout}">'
        f"<style:header>{header}</style:header><style:footer>{foot}"
        f"<text:p text:style-name='Small'>{number} / "
        "<text:page-count>1</text:page-count></text:p></style:footer></style:master-page>"
    )


def _small(text: str) -> str:
    return f'<text:p text:style-name="Small">{xml_text(text)}</text:p>'


def _cover_line(line: CoverLine) -> str:
    rtl = right_to_left(line.language)
    said = [(op, directed(xml_text(text), op, rtl)) for op, text in line.runs]
    runs = "".join(
        text if op == "keep" else f'<text:span text:style-name="{op}">{text}</text:span>' for op, text in said
    )
    return f'<text:p text:style-name="Cover-{line.role}{"Rtl" if rtl else ""}">{runs}</text:p>'
