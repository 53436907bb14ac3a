"""The parts of a Word file that do not hold the text: types, relations, styles, header, footer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from p5diff import language as languages
from p5diff.report.docx.comments import NAMESPACE
from p5diff.report.docx.package import iso, plain_run, xml_text

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = ("document", "styles", "settings", "comments", "header", "footer", "cover", "coverfoot")


def fixed_parts(
    title: str,
    said: tuple[str, ...],
    language: str,
    date: datetime | None,
    *,
    comments: bool = True,
    cover: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """Part name → XML, for all but the document and its comments. `said` goes under the title
    into the header of each page; `language` is that of the text. `cover` holds the
    parts of a first page: `cover`, its header, and `coverfoot`.
    """
    present = {"comments": comments, "cover": bool(cover), "coverfoot": bool(cover)}
    parts = [name for name in _PARTS if present.get(name, True)]
    return {
        **{f"word/{name}.xml": xml for name, xml in (cover or {}).items()},
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": _relations([("officeDocument", "word/document.xml")], core=True),
        "docProps/core.xml": _core(title, date),
        "word/_rels/document.xml.rels": _relations(
            [(name, f"{name}.xml") for name in _PARTS[1:] if name in parts]
        ),
        "word/styles.xml": styles(language),
        "word/settings.xml": _SETTINGS,
        "word/header.xml": _header((title, *said)),
        "word/footer.xml": _FOOTER,
    }


def _content_types(parts: list[str]) -> str:
    kinds = {"document": "document.main", "cover": "header", "coverfoot": "footer"}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kinds.get(name, name)}+xml"/>'
        for name in parts
    )
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}'
        f'<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
    )


_KINDS = {"cover": "header", "coverfoot": "footer"}
"""Parts that are of another's kind."""


def _relations(targets: list[tuple[str, str]], *, core: bool = False) -> str:
    """Numbered from 1 in order: styles 1, settings 2, comments 3, header 4, footer 5, cover 6, its foot 7."""
    numbers = {name: number for number, name in enumerate(_PARTS[1:], start=1)}
    items = "".join(
        f'<Relationship Id="rId{numbers.get(kind, 1)}" Type="{_OFFICE}/{_KINDS.get(kind, kind)}" '
        f'Target="{target}"/>'
        for kind, target in targets
    )
    if core:
        items += (
            f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
            'Target="docProps/core.xml"/>'
        )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'


def _core(title: str, date: datetime | None) -> str:
    when = f'xsi:type="dcterms:W3CDTF">{iso(date)}' if date else ""
    dates = (
        f"<dcterms:created {when}</dcterms:created><dcterms:modified {when}</dcterms:modified>"
        if when
        else ""
    )
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{xml_text(title)}</dc:title><dc:creator>p5diff</dc:creator>"
        f"{dates}</cp:coreProperties>"
    )


_SETTINGS = (
    f"{_HEAD}<w:settings {NAMESPACE}><w:compat>"
    '<w:compatSetting w:name="compatibilityMode" w:val="15" '
    'w:uri="http://schemas.microsoft.com/office/word"/>'
    "</w:compat></w:settings>"
)


def _header(texts: tuple[str, ...]) -> str:
    paragraphs = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>{plain_run(text)}</w:p>' for text in texts
    )
    return f"{_HEAD}<w:hdr {NAMESPACE}>{paragraphs}</w:hdr>"


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


_FOOTER = (
    f'{_HEAD}<w:ftr {NAMESPACE}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
    f'{_field("PAGE")}<w:r><w:t xml:space="preserve"> / </w:t></w:r>{_field("NUMPAGES")}</w:p></w:ftr>'
)


def styles(language: str) -> str:
    """Few and plain; fonts named for Latin, East Asian and right-to-left scripts."""
    known = languages.get(language)
    tag = known.TAG if known.CASED and known is not languages.UNKNOWN else "en-GB"
    defaults = (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Cambria" w:hAnsi="Cambria" w:eastAsia="SimSun" w:cs="Traditional Arabic"/>'
        f'<w:sz w:val="22"/><w:szCs w:val="28"/><w:lang w:val="{tag}" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    space = '<w:spacing w:before="{0}" w:after="{1}" w:line="288" w:lineRule="auto"/>'
    small = '<w:sz w:val="16"/><w:szCs w:val="18"/>'
    title, heading = space.format(0, 200), space.format(240, 100)
    big, bold = (
        '<w:sz w:val="30"/><w:szCs w:val="34"/>',
        '<w:b/><w:bCs/><w:sz w:val="24"/><w:szCs w:val="30"/>',
    )
    close = '<w:spacing w:before="{0}" w:after="20"/>'
    cover = '<w:sz w:val="20"/><w:szCs w:val="24"/>'
    outline = '<w:keepNext/>{0}<w:outlineLvl w:val="{1}"/>'
    made = [
        _style("Normal", "Normal", default=True),
        _style("BodyText", "Body Text", space.format(0, 140)),
        _style("Formal", "Formal Text", space.format(0, 140), "<w:i/>" if known.CASED else ""),
        _style("Heading1", "heading 1", outline.format(title, 0), big),
        _style("Heading2", "heading 2", outline.format(heading, 1), bold),
        _style("CoverTitle", "Cover Title", space.format(0, 120), '<w:sz w:val="32"/><w:szCs w:val="36"/>'),
        _style("CoverAnswer", "Cover Answer", space.format(0, 120), '<w:sz w:val="24"/><w:szCs w:val="28"/>'),
        _style("CoverHead", "Cover Head", close.format(90), f"<w:b/><w:bCs/>{cover}"),
        _style("CoverItem", "Cover Item", close.format(20), cover),
        _style("CoverSmall", "Cover Small", close.format(20), '<w:sz w:val="17"/><w:szCs w:val="20"/>'),
        _style("CoverFoot", "Cover Foot", close.format(10), '<w:sz w:val="15"/><w:szCs w:val="18"/>'),
        _style("Header", "header", '<w:jc w:val="center"/>', small),
        _style("Footer", "footer", '<w:jc w:val="center"/>', small),
        _style("CommentText", "annotation text", run='<w:sz w:val="20"/><w:szCs w:val="22"/>'),
        '<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/>'
        '<w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>',
    ]
    return f"{_HEAD}<w:styles {NAMESPACE}>{defaults}{''.join(made)}</w:styles>"


def _style(identifier: str, name: str, paragraph: str = "", run: str = "", *, default: bool = False) -> str:
    first = ' w:default="1"' if default else ""
    based = "" if default else '<w:basedOn w:val="Normal"/>'
    properties = f"<w:pPr>{paragraph}</w:pPr>" if paragraph else ""
    properties += f"<w:rPr>{run}</w:rPr>" if run else ""
    return (
        f'<w:style w:type="paragraph"{first} w:styleId="{identifier}">'
        f'<w:name w:val="{name}"/>{based}<w:qFormat/>{properties}</w:style>'
    )
