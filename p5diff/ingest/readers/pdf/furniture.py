"""What belongs to the page and not to the text: running heads, page numbers, job numbers, rules.

A line is furniture on evidence only: it stands at the edge of the page, nothing but furniture lies
outside of it, and it is a number that counts up with the pages, a printer's mark, or words that recur
at one height of most pages. Sentences, labels that count ("Article 12") and lines larger than the text
are text, whatever recurs. No page loses most of its words so, unless other pages show that they are a
head, or hold them. Everything here happens before lines are joined, so that no sentence that runs over
a page is cut.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile
from statistics import median

from p5diff.ingest.readers.pdf.lines import PageLine
from p5diff.ingest.readers.pdf.tags import FURNITURE
from p5diff.language.references import SYMBOL, is_symbol
from p5diff.language.script import is_han
from p5diff.model.setaside import SetAsideReason

_EDGE = 0.16
"""Heads and feet stand within this share of the page's height: three lines of head below a margin
of 15 mm reach it on A4."""
_COUNT = "\0"
"""Stands in a line for a number that counts up with the pages."""
_BARE = re.compile(
    r"(?:(?:第 ?|[-–—‐•· (\[]{0,6})(\d{1,4})[-–—‐•· )\]]{0,6}|(\d{1,4})\s?/\s?\d{1,4}|((?-i:[ivxlc]{1,6})))",
    re.IGNORECASE,
)
_PAGE_WORD = re.compile(
    r"(?:(?<![^\W\d_])(?:pages?|pp?\.|стр(?:аница|\.)?|p[áa]gina|p[áa]g\.|صفحة|الصفحة|ص\.)\s*"
    r"(?:no?\.?|№)?\s*\d{1,4}"
    r"(?:\s*(?:/|of|sur|de|из|من|-|–)\s*\d{1,4})?|\d{1,4}\s+(?:صفحة|الصفحة)|第?\s?\d{1,4}\s?[页頁](?:[\s,，/共]*\d{1,4}\s?[页頁])?)",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\d+")
_SEPARATED = re.compile(r"^(\d{1,4})\s*[|·•–—]\s*(?=\D)|(?<=[^\d\s])\s*[|·•–—]\s*(\d{1,4})$")
_OF_ALL = r"\d{1,4}(?:\s?/\s?|\s(?:of|sur|de|из|من)\s)\d{1,4}"
_ENDS_COUNTING = re.compile(rf"^{_OF_ALL}\s+(?=\D)|(?<=\S)\s+{_OF_ALL}$")
"""The number of the page and of all pages at an end of a head: "Harbour, 6 May 2033 1/2"."""
_PRINTED = re.compile(
    r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? ?\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?"
    r"|\w{0,5}:/{2,3}\S+|https?:\S+)(?:\s+\d{1,3}(?:/\d{1,3})?)?"
)
"""What browsers print around a page: the time of printing, the address."""
_DAY = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")
"""A day in figures: at the edge of several pages it is that of printing, on one it dates the text."""
_JOB = re.compile(
    r"(?:[A-Z]{1,5}\.)?\d{2}-\d{4,6}[A-Z]?\*{0,2}(?:\s*\([A-Z]{1,3}\))*(?:\s+\d{6})*(?:\s*[*\d/ ]{0,8})"
    r"|\*\d{5,8}\*"
    r"|\d{1,3}/\d{1,3}\s+(?:[A-Z]{1,5}\.)?\d{2}-\d{4,6}[A-Z]?(?:\s*\([A-Z]{1,3}\))*"
    r"|please recycle\W*|[*\d ]{8,}"
)
"""Job numbers of a printing office, bar codes, the call to recycle."""
_CONTINUED = re.compile(r"/?\s?\.{3}|/\s?…")
"""The mark "/..." at the foot of a page: the text goes on."""
_RULE = re.compile(r"[_‗]{4,}|[-–—―─=]{5,}")
_SENTENCE_END = re.compile(r"[.;:!?。；：！？؟؛]$")
_SENTENCE_WORDS = 4
"""Words of a row with a full stop that make it a sentence: "No. 5." is none."""
_LARGER = 1.15
"""A line so much larger than the text is a title: running heads are set small or as the text."""
_SLOT = 6.0
"""Heights (points) within which lines of different pages count as standing in one place."""
_MOST = 0.5
"""Share of the pages that could carry a head on which it must stand: some have heads on every second page."""
_ALIKE = 0.5
"""Where so many of the lines of pages recur, the pages are copies of one form, and nothing that
recurs on them is a running head."""
_FEW_PAGES = 3
"""Of so many pages a head may be seen on one alone, where left and right pages have heads of their own; in
longer documents it recurs."""
_LEAST_REPEATED = 5
"""Characters of a piece of a head that repeats words of page one: shorter ones may be anything."""
_LEAST_TITLE = 10
"""Characters of a head without symbol or number that repeats the title: a shorter one may be a word."""
_SMALLER = 0.93
"""Of the text's type size: heads are set smaller, or prove themselves by a symbol or a number."""
_LETTERHEAD = 2
"""Rows of a letterhead at least: organisation and symbol, body and date. One row is a running head."""
_LONGEST_HEAD = 4
"""Rows of a running head or foot: more at the edge of a page are text."""
_GAP = 1.7
"""Baselines so many font sizes apart have a gap between them: lines of one text stand 1.2–1.5 apart."""


_WORDS_APART, _WORD_GAP = 0.6, 0.12
"""Of the type size: gaps between two texts of a row are wider than the one, word spaces than the other."""


_WORDLESS = frozenset({SetAsideReason.PAGE_NUMBER, SetAsideReason.DOCUMENT_CODE, SetAsideReason.RULE})
"""Reasons of what has no words: a page that holds nothing else is blank."""


@dataclass(slots=True)
class PageRow:
    """Pieces on one baseline, from left to right."""

    pieces: list[PageLine]
    below_rule: bool = False

    @property
    def text(self) -> str:
        """The row's words."""
        return " ".join(piece.text for piece in self.pieces)

    @property
    def texts(self) -> list[str]:
        """What stands apart in it, each from left to right: pieces no farther from each other than words are
        one text. PDFium begins anew where a file draws its words, or letters, one by one."""
        texts: list[str] = []
        for last, piece in zip([None, *self.pieces], self.pieces, strict=False):
            gap = piece.left - last.right if last else 0.0
            if last is None or gap > _WORDS_APART * piece.size:
                texts.append(piece.text)
                continue
            between = " " if gap > _WORD_GAP * piece.size else ""
            pair = (piece.text, texts[-1]) if piece.rtl else (texts[-1], piece.text)
            texts[-1] = between.join(pair)
        return texts

    @property
    def base(self) -> float:
        """Its baseline."""
        return self.pieces[0].base

    @property
    def size(self) -> float:
        """The largest size in it."""
        return max(piece.size for piece in self.pieces)

    @property
    def page(self) -> int:
        """Its page, from 1."""
        return self.pieces[0].page


@dataclass(slots=True)
class Furniture:
    """What was taken off one page, each row with the reason; `rules` are the heights of typed rules."""

    rows: list[tuple[PageRow, SetAsideReason]] = field(default_factory=list)
    rules: list[float] = field(default_factory=list)


def split_furniture(
    pages: Sequence[list[PageLine]], heights: Sequence[float]
) -> tuple[list[list[PageLine]], list[Furniture]]:
    """Each page's pieces, parted into body and furniture."""
    away = [Furniture() for _ in pages]
    rows = [_without_strays(rows_of(page), aside) for page, aside in zip(pages, away, strict=True)]
    heads = _Heads(rows, heights)
    body = []
    if heads.artifacts:
        for index, page_rows in enumerate(rows):
            away[index].rows += _artifacts(page_rows, heights[index], heads)
            gone = {id(piece) for row, _ in away[index].rows for piece in row.pieces}
            body.append([p for row in page_rows for p in row.pieces if id(p) not in gone])
        # what no tag names may be furniture still: some programs leave it out
        rows = [rows_of(page) for page in body]
        body = []
    for index, page_rows in enumerate(rows):
        taken = _edge_rows(page_rows, heights[index], heads)
        away[index].rows += [(page_rows[i], reason) for i, reason in sorted(taken.items())]
        body.append([piece for i, row in enumerate(page_rows) if i not in taken for piece in row.pieces])
    _give_back(body, away)
    return body, away


def _give_back(body: Sequence[list[PageLine]], away: Sequence[Furniture]) -> None:
    """Make text again what would leave a page with the lesser part of its words, unless another page shows
    that nothing is missed: it holds the same as text, or as a head and keeps most of its words."""
    poor = [_loses_most(page, aside) for page, aside in zip(body, away, strict=True)]
    if not any(poor):
        return
    heads = {
        _key(row)
        for aside, loses in zip(away, poor, strict=True)
        if not loses
        for row, reason in aside.rows
        if reason not in _WORDLESS
    }
    kept = ["".join(_letters(piece.text) for piece in page) for page in body]
    for number, (page, aside) in enumerate(zip(body, away, strict=True)):
        if not poor[number]:
            continue
        others = [text for n, text in enumerate(kept) if n != number]
        for row, reason in list(aside.rows):
            letters = _letters(row.text)
            if reason in _WORDLESS or _key(row) in heads or any(letters in text for text in others):
                continue
            aside.rows.remove((row, reason))
            for piece in row.pieces:
                if piece.node is FURNITURE:
                    piece.disown()
            page.extend(row.pieces)


def _loses_most(page: Sequence[PageLine], aside: Furniture) -> bool:
    lost = sum(len(_letters(row.text)) for row, reason in aside.rows if reason not in _WORDLESS)
    return lost > sum(len(_letters(piece.text)) for piece in page)


def _letters(text: str) -> str:
    """Letters and figures in lower case: what words are made of."""
    return "".join(c for c in text.lower() if c.isalnum())


def _artifacts(rows: Sequence[PageRow], height: float, heads: _Heads) -> list[tuple[PageRow, SetAsideReason]]:
    """What the tags of a file call of the page and not of the text, with the reason of its place. Several
    rows at the top of the first page that stand nowhere else are a letterhead, and for others to judge."""
    parts = [
        PageRow(pieces, row.below_rule)
        for row in rows
        if (pieces := [piece for piece in row.pieces if piece.node is FURNITURE])
    ]
    result, letterhead = [], []
    for part in parts:
        place, top = SetAsideReason.FURNITURE, part.base > height / 2
        if _at_edge(part, height):
            place = SetAsideReason.HEADER if top else SetAsideReason.FOOTER
        reason = heads.reason(part)
        if reason is None and place is SetAsideReason.HEADER and part.page == 1:
            letterhead.append(part)
        result.append((part, reason or place))
    if len(letterhead) < _LETTERHEAD:
        return result
    for piece in (piece for part in letterhead for piece in part.pieces):
        piece.disown()
    return [(part, reason) for part, reason in result if part not in letterhead]


def rows_of(page: Sequence[PageLine]) -> list[PageRow]:
    """Pieces on one baseline, from the top of the page down."""
    rows: list[PageRow] = []
    for piece in sorted(page, key=lambda p: -p.base):
        if rows and abs(rows[-1].base - piece.base) < 0.3 * piece.size:
            rows[-1].pieces.append(piece)
        else:
            rows.append(PageRow([piece]))
    for row in rows:
        row.pieces.sort(key=lambda p: p.left)
    return rows


def _without_strays(rows: list[PageRow], aside: Furniture) -> list[PageRow]:
    """Typed rules go first: the one above the footnotes stands in the middle of a sentence."""
    kept: list[PageRow] = []
    for row in rows:
        if all(_RULE.fullmatch(piece.text.replace(" ", "")) for piece in row.pieces):
            aside.rows.append((row, SetAsideReason.RULE))
            aside.rules.append(row.base)
        else:
            row.below_rule = bool(aside.rules)
            kept.append(row)
    return kept


class _Heads:
    """What recurs at the edges of the pages of one document."""

    def __init__(self, rows: Sequence[list[PageRow]], heights: Sequence[float]) -> None:
        self._pages = len(rows)
        self.artifacts = any(p.node is FURNITURE for page in rows for row in page for p in row.pieces)
        """Whether the tags of the file say what is furniture."""
        sizes = Counter(round(row.size * 2) / 2 for page in rows for row in page for _ in row.text)
        self._body = sizes.most_common(1)[0][0] if sizes else 10.0
        self._pitch = _usual_pitch(rows)
        self._first = "".join(row.text for row in rows[0]) if rows else ""
        self._first = "".join(self._first.split()).lower()
        edges = [
            [row for row in page if _at_edge(row, height)] for page, height in zip(rows, heights, strict=True)
        ]
        self._alike = _are_alike(rows)
        self._offsets = _offsets(edges)
        days = Counter(text for page in edges for text in {text for row in page for text in row.texts})
        self._days = frozenset(text for text, count in days.items() if count > 1 and _DAY.fullmatch(text))
        self._slots = self._recurring(edges)

    def is_text(self, row: PageRow) -> bool:
        """Whether the tags of a file that name its furniture call a row text."""
        return self.artifacts and all(piece.node for piece in row.pieces)

    def _recurring(self, edges: Sequence[list[PageRow]]) -> dict[str, list[tuple[int, float]]]:
        """Line as compared between pages → the pages and heights where it stands."""
        found: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for page in edges:
            for row in page:
                key = self._key(row)
                if key and not self._is_text(row):
                    found[key].append((row.page, row.base))
        return found

    def _key(self, row: PageRow) -> str:
        """The same as for any row; the number of its page at an end of smaller type is no part of it."""
        return _key(row, numbered=row.size < _SMALLER * self._body)

    def _is_text(self, row: PageRow) -> bool:
        """Whether a row is text beyond doubt: a sentence, a note, or larger than the text around it."""
        if row.below_rule:
            return True
        if (
            row.text[:1].islower()
            and len(row.text.split()) > _SENTENCE_WORDS
            and row.size > _SMALLER * self._body
        ):
            return True  # a line of a sentence that several pages begin with, as in texts with a refrain
        if row.size > _LARGER * self._body and not any(map(is_symbol, row.texts)):
            return True
        return bool(_SENTENCE_END.search(row.text)) and len(row.text.split()) >= _SENTENCE_WORDS

    def reason(self, row: PageRow) -> SetAsideReason | None:
        """Why a row at the edge of its page is furniture, or None for text."""
        texts = row.texts
        if all(self._is_number(text, row.page) or _PAGE_WORD.fullmatch(text) for text in texts):
            return SetAsideReason.PAGE_NUMBER
        if all(
            _JOB.fullmatch(text)
            or _PRINTED.fullmatch(text)
            or text in self._days
            or self._is_number(text, row.page)
            for text in texts
        ):
            return SetAsideReason.DOCUMENT_CODE
        if all(_is_mark(text) or self._is_number(text, row.page) for text in texts) and any(
            map(_PAGE_WORD.search, texts)
        ):
            return SetAsideReason.RUNNING_HEAD
        if all(_CONTINUED.fullmatch(text) for text in texts):
            return SetAsideReason.FURNITURE
        if self._is_text(row):
            return None
        return SetAsideReason.RUNNING_HEAD if self._recurs(row) else None

    def _is_number(self, text: str, page: int) -> bool:
        """Whether a number is the page's: where the pages are numbered, it keeps step with them."""
        match = _BARE.fullmatch(text)
        if not match:
            return False
        if match[3]:  # roman: i, ii …
            return self._pages > 1 or page == 1
        number = int(match[1] or match[2])
        if match[2] and number > (other := int(text.rpartition("/")[2])):
            return (other, number) == (page, self._pages)  # "6/1", as Arabic pages show "1/6"
        return not self._offsets or number - page in self._offsets

    def _recurs(self, row: PageRow) -> bool:
        key = self._key(row)
        here = [page for page, base in self._slots.get(key, ()) if abs(base - row.base) < _SLOT]
        pages = len(set(here))
        if self._alike and _COUNT not in key and not any(map(is_symbol, key.split("\1"))):
            return False
        if pages < 2:
            return False
        # a head may stand on left or right pages alone, and not on the first
        possible = max(1, (self._pages - 1) // 2)
        return pages >= min(possible, 3) and pages >= _MOST * possible

    def repeats_title(self, top: Sequence[PageRow], below: Sequence[PageRow]) -> int:
        """How many rows at the top of a later page are a head seen there alone, as in documents of
        two pages: a block parted from the text by a gap, which bears a symbol or page number, and
        whose words are those of the first page or stand beside the symbol. A symbol with another
        below it is the first cell of a table. A head that says the number of its page is one anywhere."""
        rows = [*top, *below[:1]]
        count = 1
        while count < len(rows) and not self._gapped(rows[count - 1], rows[count]):
            count += 1
        block = rows[:count]
        if not top or count in {len(rows), _LONGEST_HEAD + 1} or any(self._is_text(row) for row in block):
            return 0
        if _bears_its_number(block) or self._repeats_large(block, [*top[count:], *below]):
            return count
        if top[0].page == 1 or self._pages > _FEW_PAGES:
            return 0
        pieces = [text for row in block for text in row.texts]
        if not any(map(_is_mark, pieces)):
            return count if self._repeats_words(block) else 0
        if any(_heads_column(piece, [*top[count:], *below]) for row in block for piece in row.pieces):
            return 0
        known = all(_is_mark(text) or self._is_known(text) for text in pieces)
        beside = any(
            len(row.pieces) > 1 and any(is_symbol(piece.text) for piece in row.pieces) for row in block
        )
        return count if known or beside else 0

    def _repeats_large(self, block: Sequence[PageRow], below: Sequence[PageRow]) -> bool:
        """Whether a line in smaller type than the text says what a title of the same page does."""
        if len(block) > 1 or block[0].size >= _SMALLER * self._body:
            return False
        titles = (row.text for row in below if row.size > _LARGER * self._body)
        return any(row == block[0].text for row in titles)

    def _repeats_words(self, block: Sequence[PageRow]) -> bool:
        """Whether a block in smaller type than the text has words of the first page and nothing else."""
        smaller = all(row.size < _SMALLER * self._body for row in block)
        words = "".join("".join(row.text.split()).lower() for row in block)
        weight = sum(3 if is_han(c) else 1 for c in words)  # a Han character says as much as a short word
        return smaller and weight >= _LEAST_TITLE and words in self._first

    def _gapped(self, above: PageRow, below: PageRow) -> bool:
        return above.base - below.base > _GAP * max(above.size, self._pitch / 1.4)

    def _is_known(self, text: str) -> bool:
        plain = "".join(text.split()).lower()
        return len(plain) >= _LEAST_REPEATED and plain in self._first


def _heads_column(piece: PageLine, below: Sequence[PageRow]) -> bool:
    """Whether a symbol stands at the head of a column of symbols."""
    return is_symbol(piece.text) and any(
        is_symbol(other.text) and abs(other.left - piece.left) < _SLOT
        for row in below
        for other in row.pieces
    )


def _is_mark(text: str) -> bool:
    """A symbol or a page number, or both."""
    rest = _PAGE_WORD.sub("", text)
    match = SYMBOL.match(rest.strip())
    rest = rest.strip()[match.end() :] if match else rest
    return (bool(match) or rest != text) and (not rest.strip() or bool(_BARE.fullmatch(rest.strip())))


def _bears_its_number(block: Sequence[PageRow]) -> bool:
    """Whether rows are a symbol and the number of their own page, each by itself ("Page 2"), with single
    words at most, as the name of a language is: a head, seen on one page as it is on many."""
    pieces = [piece for row in block for piece in row.pieces]
    numbered = [p for p in pieces if _PAGE_WORD.fullmatch(p.text) and str(p.page) in _FIGURES.findall(p.text)]
    rest = [piece.text for piece in pieces if piece not in numbered and not is_symbol(piece.text)]
    named = all(text.isalpha() for text in rest)
    return len(block) > 1 and bool(numbered) and named and len(pieces) > len(rest) + len(numbered)


def _key(row: PageRow, *, numbered: bool = False) -> str:
    """The row as compared between pages: page numbers, where they are told as such, count as equal; where the
    row is `numbered`, so does the number of its page at an end."""
    parts = []
    for shown in row.texts:
        text = shown.strip()
        text = _ENDS_COUNTING.sub(_COUNT, _PAGE_WORD.sub(_COUNT, text))
        text = _without_number(text, str(row.page)) if numbered and _COUNT not in text else text
        if _BARE.fullmatch(text):
            text = _COUNT
        else:
            text = _SEPARATED.sub(_COUNT, text)
            match = SYMBOL.match(text)
            if match and _BARE.fullmatch(text[match.end() :].strip()):
                text = match.group() + _COUNT
        parts.append("".join(text.split()))
    parts = sorted(part for part in parts if part != _COUNT)
    return "\1".join(parts)


def _without_number(text: str, page: str) -> str:
    """A text without the number of its page at an end, where more stands there than a word: "Article 3"."""
    for rest in (text.removesuffix(f" {page}"), text.removeprefix(f"{page} ")):
        if rest != text and (" " in rest.strip() or (len(rest) >= _LEAST_REPEATED and is_han(rest[0]))):
            return rest
    return text


def _offsets(edges: Sequence[list[PageRow]]) -> frozenset[int]:
    """Number minus page, where at least two pages agree on it; nothing where no two agree."""
    counts: Counter[int] = Counter()
    for page in edges:
        found = set()
        for row in page:
            for text in row.texts:
                match = _BARE.fullmatch(text)
                if match and (match[1] or match[2]):
                    found.add(int(match[1] or match[2]) - row.page)
        counts.update(found)
    most = max(counts.values(), default=0)
    return frozenset(offset for offset, count in counts.items() if count >= max(2, 0.5 * most))


def _are_alike(rows: Sequence[list[PageRow]]) -> bool:
    """Whether the pages are copies of one form: most of their lines recur at one height, figures apart."""
    if len(rows) < 2:
        return False
    counts: Counter[tuple[str, int]] = Counter()
    pages = [
        {(re.sub(r"\d+", "#", "".join(row.text.split())), round(row.base / _SLOT)) for row in page}
        for page in rows
    ]
    for page in pages:
        counts.update(page)
    shared = sum(counts[row] > 1 for page in pages for row in page)
    return shared > _ALIKE * sum(map(len, pages)) > 0


def _usual_pitch(rows: Sequence[list[PageRow]]) -> float:
    drops = [one.base - other.base for page in rows for one, other in pairwise(page)]
    return median(drops) if drops else 14.0


def _is_printers(row: PageRow) -> bool:
    """A job number with the number of the page, or with its language."""
    texts = row.texts
    jobs = sum(bool(_JOB.fullmatch(text)) for text in texts)
    return (
        bool(jobs)
        and len("".join(texts)) > 8
        and all(_JOB.fullmatch(text) or _BARE.fullmatch(text) for text in texts)
    )


def _at_edge(row: PageRow, height: float) -> bool:
    return not _EDGE * height < row.base < (1 - _EDGE) * height


def _edge_rows(rows: list[PageRow], height: float, heads: _Heads) -> dict[int, SetAsideReason]:
    """Indices of furniture rows with their reasons: from both edges inwards, as far as nothing
    else intervenes."""
    away: dict[int, SetAsideReason] = {}
    for order in (range(len(rows)), range(len(rows) - 1, -1, -1)):
        for index in order:
            if index in away:
                continue
            if heads.is_text(rows[index]):
                break
            reason = heads.reason(rows[index]) if _at_edge(rows[index], height) else None
            if reason is None:
                break
            away[index] = reason
    for index, row in enumerate(rows):
        if index not in away and (_at_edge(row, height) and _is_printers(row)) and not heads.is_text(row):
            away[index] = SetAsideReason.DOCUMENT_CODE  # beyond doubt, even where text runs past it
    if rows and _CONTINUED.fullmatch(rows[-1].text) and not heads.is_text(rows[-1]):
        away.setdefault(len(rows) - 1, SetAsideReason.FURNITURE)
    start = next((i for i in range(len(rows)) if i not in away), len(rows))
    top = list(takewhile(lambda row: _at_edge(row, height), rows[start:]))
    for index in range(start, start + heads.repeats_title(top, rows[start + len(top) :])):
        if not heads.is_text(rows[index]):
            away[index] = SetAsideReason.RUNNING_HEAD
    return away
