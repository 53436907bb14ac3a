"""A document as a printed page: HTML and CSS for WeasyPrint, laid out as UN documents are."""
# ruff: noqa: E501  (markup is easier to read unbroken)

from __future__ import annotations

from html import escape

from tests.documents.model import MARK, Doc

FONTS = {"zh": "'Noto Serif CJK SC','Noto Sans CJK SC'", "ar": "'Noto Naskh Arabic'"}

_CSS = """
@page { size: A4; margin: 28mm 25mm 26mm 25mm;
  @top-left { content: "%(symbol)s"; font-size: 9pt; border-bottom: 0.5pt solid black; width: 100%% }
  @bottom-right { content: counter(page) "/" counter(pages); font-size: 9pt }
  @footnote { border-top: 0.5pt solid black; padding-top: 2mm } }
@page :first { @top-left { content: none; border: none } @bottom-left { content: "LHC.31-%(job)s"; font-size: 8pt } }
body { font: %(size)s %(font)s, 'Liberation Serif', serif; line-height: 1.25; %(flow)s }
p { margin: 0 0 %(gap)s 0; text-align: justify; hyphens: %(hyphens)s; text-indent: %(indent)s; orphans: 2; widows: 2 }
.columns { column-count: 2; column-gap: 8mm }
h1 { font-size: 15pt; text-align: center; margin: 6mm 10mm } h2 { font-size: 11.5pt; margin: 4mm 0 2mm; break-after: avoid }
.mast { border-bottom: 1pt solid black; display: flex; justify-content: space-between }
.mast b { font-size: 14pt } .distr { white-space: pre-line; margin: 2mm 0 6mm 60%%; font-size: 9pt }
.place { text-align: %(end)s; text-indent: 0; margin-top: 6mm }
.note { float: footnote; font-size: 8.5pt; text-indent: 0 }
::footnote-call { font-size: 65%%; vertical-align: super; line-height: 0 }
"""


def printed_html(doc: Doc, *, columns: int = 1, indented: bool = False) -> str:
    """The page's HTML: one or two columns; paragraphs told by indents or by gaps."""
    css = _CSS % _settings(doc, indented and doc.language != "ar")  # WeasyPrint indents the wrong side
    direction = "rtl" if doc.language == "ar" else "ltr"
    body = "\n".join(_paragraph(doc, i, text) for i, text in enumerate(doc.paragraphs, start=1))
    place = f'<p class="place">{escape(doc.place)}</p>' if doc.place else ""
    return (
        f'<!doctype html><html lang="{doc.language}" dir="{direction}"><head><meta charset="utf-8">'
        f"<title>{escape(doc.title)}</title><style>{css}</style></head><body>{_mast(doc)}"
        f'<h1>{escape(doc.title)}</h1><div class="{"columns" if columns == 2 else ""}">{body}{place}</div></body></html>'
    )


def _settings(doc: Doc, indented: bool) -> dict[str, str]:
    arabic, chinese = doc.language == "ar", doc.language == "zh"
    return {
        "symbol": doc.symbol,
        "job": "04217",
        "size": "12pt" if arabic else "10.5pt",
        "font": FONTS.get(doc.language, "'Liberation Serif'"),
        "flow": "direction: rtl" if arabic else "",
        "gap": "0" if indented else "2.5mm",
        "hyphens": "none" if arabic or chinese else "auto",
        "indent": "2em" if indented else "0",
        "end": "left" if arabic else "right",
    }


def _mast(doc: Doc) -> str:
    if not doc.organisation:
        return ""
    return (
        f'<div class="mast"><b>{escape(doc.organisation)}</b><span>{escape(doc.symbol)}</span></div>'
        f'<div class="distr">{escape(doc.distribution)}</div>'
    )


def _paragraph(doc: Doc, number: int, text: str) -> str:
    if text.startswith("# "):
        return f"<h2>{escape(text[2:])}</h2>"
    label = f"{number}.&emsp;" if doc.numbered else ""
    inner = MARK.sub(
        lambda m: f'<span class="note">{escape(doc.footnotes[int(m[1]) - 1])}</span>', escape(text)
    )
    return f"<p>{label}{inner}</p>"


def weasy_pdf(html: str) -> bytes:
    """The page as a PDF file."""
    from weasyprint import HTML

    return bytes(HTML(string=html, url_fetcher=_no_network).write_pdf())


def _no_network(url: str, *_: object, **__: object) -> dict[str, object]:
    raise ValueError(f"test documents refer to nothing outside: {url}")
