"""A concordance as a translation memory."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from p5diff import language as languages
from p5diff.model.concordance import Concordance
from p5diff.model.statement import separator
from p5diff.report.concord.rows import LABELS, UNSURE, ConcordRow, rows
from p5diff.text.visible import visible


def to_tmx(concordance: Concordance) -> str:
    """Translation memory eXchange 1.4b: a unit for each link that has both sides and holds; what to
    look at stands in a note, the confidence in a property."""
    codes = concordance.before.language, concordance.after.language
    tags = [languages.get(code).TAG for code in codes]
    made = [
        '<?xml version="1.0" encoding="UTF-8"?>\n',
        '<tmx version="1.4">\n',
        f'<header creationtool="p5diff" creationtoolversion={quoteattr(concordance.provenance.version)}'
        ' segtype="sentence" o-tmf="p5diff" adminlang="en"'
        f' srclang={quoteattr(tags[0])} datatype="plaintext"/>\n<body>\n',
    ]
    for number, row in enumerate(rows(concordance), 1):
        if row.before and row.after and row.link.confidence >= UNSURE:
            made.append(_unit(number, row, tags, codes))
    return "".join([*made, "</body>\n</tmx>\n"])


def _unit(number: int, row: ConcordRow, tags: Sequence[str], codes: Sequence[str]) -> str:
    notes = "".join(
        f"<note>{escape(visible(f'{LABELS[d.kind]}: {d.explanation}'))}</note>" for d in row.discrepancies
    )
    sides = "".join(
        f'<tuv xml:lang={quoteattr(tag)}><prop type="x-sentences">{" ".join(s.id for s in side)}</prop>'
        f"<seg>{escape(visible(separator(code).join(s.text for s in side)))}</seg></tuv>\n"
        for tag, code, side in zip(tags, codes, (row.before, row.after), strict=True)
    )
    confidence = f'<prop type="x-confidence">{row.link.confidence}</prop>'
    return f'<tu tuid="{number}">{notes}{confidence}\n{sides}</tu>\n'
