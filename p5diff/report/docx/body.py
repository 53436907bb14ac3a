"""The body of the Word file: the redline, paragraph by paragraph, as tracked changes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import count

from p5diff import language as languages
from p5diff.model.alignment import Op
from p5diff.model.comparison import Comparison
from p5diff.model.statement import Role, Sentence, separator
from p5diff.report import setaside
from p5diff.report.bidi import right_to_left
from p5diff.report.docx.comments import AUTHOR, NAMESPACE, Comments, dated_attribute
from p5diff.report.docx.joins import apart
from p5diff.report.docx.package import plain_run, xml_text
from p5diff.report.phrasebook import Say, english
from p5diff.report.pieces import TextPiece
from p5diff.report.redline import RedlineParagraph, lines, only
from p5diff.report.selection import ALL, Selection

# No style called "Title": readers take such a paragraph for metadata, out of the text.
_STYLES = {Role.TITLE: "Heading1", Role.HEADING: "Heading2", Role.BODY: "BodyText"}
_SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/>'
    '<w:footerReference w:type="default" r:id="rId5"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" '
    'w:gutter="0"/></w:sectPr>'
)
_COVER = (
    '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId6"/>'
    '<w:footerReference w:type="default" r:id="rId7"/>'
    '<w:type w:val="nextPage"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1418" w:bottom="851" w:left="1418" w:header="1000" w:footer="567" '
    'w:gutter="0"/></w:sectPr></w:pPr></w:p>'
)
"""A page whose header is the cover. The paragraph is empty: no text but the two texts is in the body."""
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def document(
    comparison: Comparison,
    comments: Comments,
    date: datetime | None,
    selection: Selection = ALL,
    say: Say = english,
) -> str:
    """The part `word/document.xml`: an empty paragraph that bears the cover, then the redline."""
    body = _COVER + "".join(_DocxBody(comparison, comments, date, selection, say).paragraphs())
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f"{head}<w:document {NAMESPACE} {_R}><w:body>{body}{_SECTION}</w:body></w:document>"


class _DocxBody:
    """Writes paragraphs; numbers every tracked change."""

    def __init__(
        self,
        comparison: Comparison,
        comments: Comments,
        date: datetime | None,
        selection: Selection,
        say: Say,
    ) -> None:
        self._say = say
        self._comparison = comparison
        self._comments = comments
        self._date = dated_attribute(date)
        self._shown = selection.numbers(comparison)
        self._numbers = count(1)
        self._told: set[tuple[int, str]] = set()
        languages = (comparison.before.language, comparison.after.language)
        self._language = {Op.DELETE: languages[0], Op.KEEP: languages[1], Op.INSERT: languages[1]}

    def paragraphs(self) -> Iterator[str]:
        spaced = all(separator(language) for language in self._language.values())
        found = lines(self._comparison, keep_last_mark=True)
        if self._shown is not None:
            found = only(found, self._shown)
        for line in apart(found, spaced=spaced) or (RedlineParagraph(pieces=(), mark=Op.KEEP),):
            yield f"<w:p>{self._properties(line)}{''.join(self._runs(line.pieces))}</w:p>"
        yield from self._set_aside()

    def _set_aside(self) -> Iterator[str]:
        """What was left out of the texts and differs, behind them, its words tracked as well."""
        rows = setaside.rows(self._comparison)
        if rows:
            title = plain_run(self._say(setaside.TITLE))
            yield f'<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr>{title}</w:p>'
        for row in rows:
            runs = "".join(self._run(TextPiece(op=edit.op, text=edit.text)) for edit in row.edits)
            yield f"<w:p>{plain_run(setaside.said(row, self._say) + ': ')}{runs}</w:p>"

    def _properties(self, line: RedlineParagraph) -> str:
        """Style and direction, what became of the mark, and the style before if it was another."""
        sentence = line.before if line.mark is Op.DELETE else line.after
        own = _style(sentence, self._language[line.mark])
        mark = "" if line.mark is Op.KEEP else f"<w:rPr><w:{_TAG[line.mark]} {self._tracked()}/></w:rPr>"
        changed = ""
        if line.mark is Op.KEEP and line.before is not None:
            old = _style(line.before, self._language[Op.DELETE])
            if old != own:
                changed = f"<w:pPrChange {self._tracked()}><w:pPr>{old}</w:pPr></w:pPrChange>"
        return f"<w:pPr>{own}{mark}{changed}</w:pPr>"

    def _tracked(self) -> str:
        return f'w:id="{next(self._numbers) + 100000}" w:author="{AUTHOR}"{self._date}'

    def _runs(self, pieces: tuple[TextPiece, ...]) -> Iterator[str]:
        """Runs, each change's comment around its first run on the side it speaks of."""
        for piece in pieces:
            comment = self._comment(piece)
            run = self._run(piece)
            if comment is not None:
                run = f'<w:commentRangeStart w:id="{comment}"/>{run}{_reference(comment)}'
            yield run

    def _comment(self, piece: TextPiece) -> int | None:
        if not piece.change:
            return None
        pair = self._comparison.changes[piece.change - 1].pair
        side = "before" if piece.op is Op.DELETE else "after"
        if side == "before" and pair.after and not piece.displaced:
            return None
        if (piece.change, side) in self._told:
            return None
        self._told.add((piece.change, side))
        return self._comments.at(piece.change, side)

    def _run(self, piece: TextPiece) -> str:
        tag = "w:delText" if piece.op is Op.DELETE else "w:t"
        look = _look(self._language[piece.op], piece)
        run = f'<w:r>{look}<{tag} xml:space="preserve">{xml_text(piece.text)}</{tag}></w:r>'
        if piece.op is Op.KEEP:
            return run
        return f"<w:{_TAG[piece.op]} {self._tracked()}>{run}</w:{_TAG[piece.op]}>"


_TAG = {Op.DELETE: "del", Op.INSERT: "ins"}


def _style(sentence: Sentence | None, language: str) -> str:
    style = _STYLES.get(sentence.role if sentence else Role.BODY, "Formal")
    return f'<w:pStyle w:val="{style}"/>{"<w:bidi/>" if right_to_left(language) else ""}'


def _look(language: str, piece: TextPiece) -> str:
    """Run properties in the order the schema wants: fonts, underline, direction."""
    fonts = '<w:rFonts w:hint="eastAsia"/>' if languages.get(language).SCRIPT == "Han" else ""
    inner = '<w:u w:val="thick"/>' if piece.inner else ""
    direction = "<w:rtl/>" if right_to_left(language) else ""
    return f"<w:rPr>{fonts}{inner}{direction}</w:rPr>" if fonts or inner or direction else ""


def _reference(comment: int) -> str:
    return (
        f'<w:commentRangeEnd w:id="{comment}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'
        f'<w:commentReference w:id="{comment}"/></w:r>'
    )
