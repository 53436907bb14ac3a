"""A statement inside a page: the news story, media note or archive page around it is set aside.

The carrier is told by its own signs, in the words of `p5diff.language.carriers`: a sentence that
introduces the text, marks where it begins and ends, quotation marks that open it and close once,
a block quotation, rules, and lines that only pages have (embargo, notes to editors, links to
share). Nothing is cut from a text without such a sign before or after it, from one in which the
parties speak or number paragraphs before the sign, nor where more follows a quotation than it holds:
there are two readings then, and a note says so.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from p5diff.ingest.layout.places import Taken, letters
from p5diff.ingest.layout.unwrap import UnwrappedParagraph
from p5diff.language import Language
from p5diff.language.carriers import Carrier
from p5diff.model.alignment import Note
from p5diff.model.setaside import SetAside, SetAsideReason
from p5diff.model.source import BlockKind, CarrierChoice, Proposals
from p5diff.text.dates import LONGEST_DATE, find_dates, is_place, place_and_date, whole_date
from p5diff.text.fold import letter_table
from p5diff.text.labels import is_bullet, split_label
from p5diff.text.needles import Spared
from p5diff.text.roles import is_office, is_signed, names_annex, sends_document
from p5diff.text.segment import ends_sentence, sentences

_QUOTES = {"“": "”", "«": "»", "「": "」", "『": "』", "„": "“", '"': '"', "”": "“", "〝": "〞"}
"""Marks that open a quotation of paragraphs → what closes it. Single marks are left out: one that
closes cannot be told from an apostrophe."""
_AROUND = ' \t\u00a0[](){}*-–—_=~#<>.:：。…"“”«»【】（）/|•·'
"""What may stand around a mark of beginning or end."""
_COLONS = (":", "：")
_AROUND_COLON = " *_\u200f\u200e\u202c"
"""What may stand after the colon of a sentence that introduces: marks of stress and direction."""
_INNER = re.compile(rf"[:：,，]\s?[{''.join(_QUOTES)}](?=\S| \S)")
"""A quotation that opens inside a sentence."""
_QUOTED = re.compile(r"“[^”]{0,400}”|«[^»]{0,400}»|「[^」]{0,400}」|„[^“”]{0,400}[“”]|\"[^\"]{0,400}\"")
"""Words that somebody else is said to have spoken."""
_CRUMBS = re.compile(r"[^\n>›»→]{1,40}(?: ?[>›→»] ?[^\n>›»→.!?]{1,60}){1,6}")
"""Where a page stands in its site: "Home > News > Statements"."""
_STAMP = re.compile(r"(?<!\d)(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)")
_CONTACT = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.\w|https?://|\bwww\.")
_DAY_FIRST = re.compile(
    r"(?<![\d./])(?P<d>0[1-9]|[12]\d|3[01])(?P<mark>[./])(?P<m>0[1-9]|1[0-2])(?P=mark)(?P<y>(?:19|20)\d\d)(?!\d)"
)
"""A day in figures; with strokes the month stands first in some English."""
_DECORATED = re.compile(r"([=\-*_~#–—•+]{2,}) ?(?P<words>[^\n]{2,60}?) ?[=\-*_~#–—•+]{2,}")
"""A line of a few words between strokes, as marks of beginning and end are typed."""
_LONGEST_QUOTED = 200
"""Paragraphs of the longest statement that may be quoted; the closing mark is looked for no farther."""
_SEVERAL = 3
"""Paragraphs of a quotation that nobody announced and that may be the statement; two may be a citation."""
_TITLED = 40
"""Characters of the longest heading that says no more than what the text is ("Déclaration conjointe")."""
_OPENING = 8
"""Paragraphs of a story before the sentence that introduces: the longest seen has four."""
_BETWEEN = 3
"""Paragraphs of a story between the sentence that announces a statement and the statement."""
_LISTED = (BlockKind.LIST_ITEM, BlockKind.ROW)
"""Kinds of paragraphs that introduce nothing by a mere "below" or a colon."""
_LONGEST_LEAD = 400
"""Characters of the longest sentence that introduces a text: one with all parties named has 310."""
_LONGEST_LINE = 200
"""Characters of the longest line of a page: its marks, links and credits are shorter."""
_RUNNING = 100
"""Letters from which an open line is a paragraph, not a title or a link."""


class Carried(NamedTuple):
    """The paragraphs of the statement, what was set aside, what the carrier says of it (None
    where there is no carrier) and what is doubtful."""

    pieces: list[UnwrappedParagraph]
    taken: list[Taken]
    facts: Proposals | None = None
    notes: tuple[Note, ...] = ()


class _Span(NamedTuple):
    """The statement: its paragraphs from `start` up to `end`, and the last one of a quotation that
    opens at `quote` (-1: not quoted)."""

    start: int
    end: int
    quote: int = -1
    close: int = -1


def uncarried(
    pieces: list[UnwrappedParagraph],
    taken: list[Taken],
    *,
    language: Language,
    choice: CarrierChoice = CarrierChoice.JUDGED,
) -> Carried:
    """The statement without the page that carries it; everything as it was where none does, or where
    `choice` says that the whole is the text."""
    if choice is CarrierChoice.WHOLE:
        return Carried(pieces, taken)
    pieces_, taken_ = _opened(pieces, taken, language)
    view = _View([one._replace(text=_plain(one.text, language)) for one in pieces_], taken_, language)
    found = view.span()
    if found is None and choice is CarrierChoice.INSIDE:
        found, view.notes = view.doubtful or view.sent(), ()
    if found is None:
        kept, away = _without_delivery(pieces, taken, language)
        return Carried(kept, away, Proposals() if len(kept) < len(pieces) else None, view.notes)
    view.pieces = pieces_
    kept, away = _without_delivery(*view.cut(found), language)
    return Carried(kept, away, view.facts(found), view.notes)


def _without_delivery(
    pieces: list[UnwrappedParagraph], taken: list[Taken], language: Language
) -> tuple[list[UnwrappedParagraph], list[Taken]]:
    """The pieces without a line above the text that says that the spoken word holds: it speaks of the sheet,
    whatever else stands there, so that it is no part of the text without any page around it."""
    pattern = _words(language).delivery
    for index, piece in enumerate(pieces[:_OPENING]):
        line = _plain(piece.text, language).strip(_AROUND)
        if len(line) > _LONGEST_LINE or (letters(line) >= _RUNNING and not piece.level):
            break
        if pattern.fullmatch(line) and len(pieces) > index + 1:
            notice = Taken(index, _aside(piece, piece.text))
            before = [one for one in taken if one.before <= index]
            after = [one._replace(before=one.before - 1) for one in taken if one.before > index]
            return [*pieces[:index], *pieces[index + 1 :]], [*before, notice, *after]
    return pieces, taken


def may_be_carried(text: str, *, language: Language) -> bool:
    """Whether a text holds a word of a carrier at all: a quick look before a thorough one."""
    words = _words(language)
    text = _plain(text, language)
    if words.introduces.search(text) or words.announces.search(text):
        return True
    lines = [line for line in text.split("\n") if line.strip()]
    titled = (line for line in lines if len(line) <= _LONGEST_LEAD and words.text.search(line))
    if any(words.noun.search(line) for line in titled):
        return True
    if any(words.delivery.fullmatch(line.strip(_AROUND)) for line in lines[:_OPENING]):
        return True
    if sends_document(text, language) and any(names_annex(line, language) for line in lines):
        return True
    return any(
        _is_mark(line, words) or line[0] in _QUOTES or _points(line, words, with_noun=True) for line in lines
    )


def _points(sentence: str, words: _Words, *, with_noun: bool) -> bool:
    """Whether a sentence says that a statement, or its text, stands here.

    `with_noun`: whether the sentence, or one before it, names what is carried.
    """
    text = sentence.rstrip(_AROUND_COLON)
    if len(text) > _LONGEST_LEAD:
        return False
    colon = text[-1:] in _COLONS
    if with_noun and ((colon and words.text.search(text)) or words.points_to_text.search(text)):
        return True
    if not words.noun.search(text):
        return False
    return words.points_to_noun.search(text) is not None or (colon and words.points.search(text) is not None)


def _opened(
    pieces: list[UnwrappedParagraph], taken: list[Taken], language: Language
) -> tuple[list[UnwrappedParagraph], list[Taken]]:
    """The pieces with a quotation that opens inside the sentence which introduces it set apart:
    "The four said: “They met …", where the quotation goes on or holds most of the paragraph."""
    words = _words(language)
    found: list[UnwrappedParagraph] = []
    added: list[int] = []
    for index, piece in enumerate(pieces):
        at = _opens_at(pieces, index, words, language)
        if not at:
            found.append(piece)
            continue
        front = letters(piece.text[:at])
        lines = [(line, start) for line, start in zip(piece.lines, piece.starts, strict=False)]
        later = [i for i, (_, start) in enumerate(lines) if start >= at]
        cut = later[0] if later else len(lines)
        held = lines[max(0, cut - 1) :] if lines else []
        found.append(
            piece._replace(
                text=piece.text[:at].rstrip(),
                lines=piece.lines[: max(1, cut)],
                starts=piece.starts[: max(1, cut)],
                calls=tuple(call for call in piece.calls if call[1] <= front),
            )
        )
        found.append(
            piece._replace(
                text=piece.text[at:],
                lines=tuple(line for line, _ in held),
                starts=tuple(max(0, start - at) for _, start in held),
                calls=tuple((key, place - front) for key, place in piece.calls if place > front),
                divisions=(),
                added=0,
            )
        )
        added.append(index)
    if not added:
        return pieces, taken
    return found, [one._replace(before=one.before + bisect_left(added, one.before)) for one in taken]


def _opens_at(pieces: Sequence[UnwrappedParagraph], index: int, words: _Words, language: Language) -> int:
    """Where in a paragraph the quotation begins that the words before it introduce; 0: nowhere."""
    text = _plain(pieces[index].text, language)
    for match in _INNER.finditer(text):
        at = match.end() - 1
        head, opening = text[: match.start() + 1], text[at]
        closing = _QUOTES[opening]
        if not (words.introduces.search(head) or words.announces.search(head) or words.noun.search(head)):
            continue
        if words.first_person.search(head):
            continue
        inner = text[at + 1 :]
        closes = inner.find(closing)
        later = index + 1 < len(pieces) and any(
            closing in piece.text for piece in pieces[index + 1 : index + 1 + _LONGEST_QUOTED]
        )
        if closes < 0 and later:
            return at
        whole = inner.rstrip(" .。؛;,").endswith(closing) and inner.count(closing) == 1
        if (
            whole
            and opening != closing
            and letters(inner) >= 2 * _RUNNING
            and len(sentences(inner, language=language)) > 1
        ):
            return at
    return 0


class _Words(NamedTuple):
    noun: Spared
    text: Spared
    points: Spared
    points_to_text: Spared
    points_to_noun: Spared
    greets: Spared
    parts: Spared
    introduces: Spared
    announces: Spared
    begins: Spared
    ends: Spared
    heads: Spared
    tails: Spared
    beside: Spared
    first_person: Spared
    reader: Spared
    delivery: Spared
    publisher: tuple[re.Pattern[str], ...]


@cache
def _words(language: Language) -> _Words:
    own: Carrier = language.CARRIER

    def one(parts: Iterable[str]) -> Spared:
        filled = (part.replace("{noun}", own.noun) for part in parts)
        return Spared("|".join(f"(?:{part})" for part in filled), re.IGNORECASE)

    noun = rf"\b{own.noun}" if language.SEPARATOR else own.noun
    return _Words(
        noun=one((noun,)),
        text=one((own.text,)),
        points=one((own.points,)),
        points_to_text=one(
            (rf"(?:{own.points}).{{0,120}}(?:{own.text})", rf"(?:{own.text}).{{0,120}}(?:{own.points})")
        ),
        points_to_noun=one((rf"(?:{own.points})[^:：]{{0,60}}{noun}",)),
        greets=one(own.greets),
        parts=one((*own.parts, r"--")),
        introduces=one(own.introduces),
        announces=one(own.announces),
        begins=one(own.begins),
        ends=one((*own.ends, "###", r"-?\s?30\s?-?")),
        heads=one((*own.heads, *own.forwards, r"\d{1,5}-\d{2}-\d{2}-(?:19|20)\d{2}")),
        tails=one((*own.tails, *own.beside)),
        beside=one(own.beside),
        first_person=one((own.first_person,)),
        reader=one(own.reader),
        delivery=one(own.delivery),
        publisher=tuple(re.compile(part, re.IGNORECASE) for part in own.publisher),
    )


def _is_mark(text: str, words: _Words) -> bool:
    core = text.strip(_AROUND)
    return bool(words.begins.fullmatch(core) or words.ends.fullmatch(core) or text.strip() == "###")


def _plain(text: str, language: Language) -> str:
    """The text in the characters that the words of carriers are written in: traditional Chinese as
    simplified, character for character."""
    return text if language.SEPARATOR else text.translate(letter_table(language))


def _long_words(text: str) -> list[str]:
    """The words of a line that say something: of four letters and more, or pairs of Chinese characters."""
    if not any("\u4e00" <= char <= "\u9fff" for char in text):
        return [word.casefold() for word in re.findall(r"[^\W\d_]{4,}", text)]
    return [a + b for a, b in pairwise(text) if a.isalpha() and b.isalpha()]


class _View:
    """The pieces of a source with the signs that each shows."""

    def __init__(self, pieces: list[UnwrappedParagraph], taken: list[Taken], language: Language) -> None:
        self.pieces, self.taken, self.language = pieces, taken, language
        self.notes: tuple[Note, ...] = ()
        self.doubtful: _Span | None = None
        self.words = _words(language)
        texts = [piece.text for piece in pieces]
        self.short = [len(text) <= _LONGEST_LINE for text in texts]
        self.noun = [self.words.noun.search(text) is not None for text in texts]
        """Whether a paragraph names what a page may carry: "statement", "letter"."""
        self.named = [
            n and self.words.text.search(t) is not None for n, t in zip(self.noun, texts, strict=True)
        ]
        """Whether it also says that the text of it is meant: "Full text of the statement"."""
        self.running = [self._is_running(index) for index in range(len(pieces))]
        self.first = next((i for i, run in enumerate(self.running) if run), None)
        """The first paragraph of sentences."""
        size = (letters(text) for text in texts)
        self.size = [n if run else 0 for n, run in zip(size, self.running, strict=True)]
        self._find_edges(texts)
        self._find_leads(texts)
        self._typed_marks(texts)
        self._find_lines_of_page(texts)
        self.rules = sorted({one.before for one in taken if one.item.reason is SetAsideReason.RULE})

    def _find_edges(self, texts: Sequence[str]) -> None:
        """Marks of beginning and end, and lines that pages have before and after a text."""
        words, bare = self.words, [text.strip(_AROUND) for text in texts]
        self.begin = [s and bool(words.begins.fullmatch(b)) for b, s in zip(bare, self.short, strict=True)]
        self.end = [
            s and (bool(words.ends.fullmatch(b)) or t.strip() == "###")
            for t, b, s in zip(texts, bare, self.short, strict=True)
        ]
        self.head = [
            s
            and (
                self._full(words.heads, t)
                or _CRUMBS.fullmatch(t) is not None
                or self._full(words.heads, self._dateless(t))
            )
            for t, s in zip(texts, self.short, strict=True)
        ]
        self.tail = [
            s
            and not whole_date(t, language=self.language)
            and (self._full(words.tails, t) or self._is_contact(t))
            for t, s in zip(texts, self.short, strict=True)
        ]

    def _find_leads(self, texts: Sequence[str]) -> None:
        """Sentences that introduce the text, announce it, or tell of it at least."""
        words = self.words
        last = [
            self._last_sentence(text) if run and self._may_lead_in(text) else ""
            for text, run in zip(texts, self.running, strict=True)
        ]
        known = [any(self.noun[max(0, i - _OPENING) : i + 1]) for i in range(len(texts))]
        # What a row of a table or an item of a list says, and what such rows follow, introduces no statement.
        listed = [piece.kind in _LISTED for piece in self.pieces]
        prose = [not (x or y) for x, y in zip(listed, [*listed, False][1:], strict=True)]
        self.lead = [
            run and self._leads(text, plain=plain, known=said)
            for run, text, plain, said in zip(self.running, last, prose, known, strict=True)
        ]
        self.announce = [
            lead or (run and self._announces(text, end) and not self._speaks(text))
            for lead, run, text, end in zip(self.lead, self.running, texts, last, strict=True)
        ]
        quoted = next((i for i, piece in enumerate(self.pieces) if piece.quoted), 0)
        for index in range(max(0, quoted - _BETWEEN - 1), quoted):  # "Text below. Thanks, Jo"
            if self.running[index] and words.points_to_text.search(texts[index]):
                self.announce[index] = True
        self.told = [
            run and (a or (n and not self._speaks(text)))
            for run, a, n, text in zip(self.running, self.announce, self.named, texts, strict=True)
        ]

    def _leads(self, sentence: str, *, plain: bool, known: bool) -> bool:
        """Whether the last sentence of a paragraph leads to the text; `plain`: it stands among prose;
        `known`: what is carried was named in it or before."""
        introduced = self.words.introduces.search(sentence) is not None
        if not introduced and not (plain and _points(sentence, self.words, with_noun=known)):
            return False
        return self.words.first_person.search(sentence) is None or self._publishes(sentence)

    def _announces(self, text: str, last: str) -> bool:
        """Whether a paragraph says that a statement was made, or ends with its name and a colon."""
        if self.words.announces.search(text) is not None:
            return True
        return text.rstrip(_AROUND_COLON)[-1:] in _COLONS and self.words.noun.search(last) is not None

    def _find_lines_of_page(self, texts: Sequence[str]) -> None:
        """Greetings, parts of a message, and lines of the page beside, inside and after the text."""
        words, greeted = self.words, any(self.announce)  # a letter may be the statement itself
        self.head = [
            h or (greeted and self._full(words.greets, t)) for h, t in zip(self.head, texts, strict=True)
        ]
        self.part = [
            greeted and s and self._full(words.parts, t.partition("\n")[0])
            for t, s in zip(texts, self.short, strict=True)
        ]
        self.inserted = [
            (t and not run) or (p.linked and self._full(words.tails, p.text))
            for t, run, p in zip(self.tail, self.running, self.pieces, strict=True)
        ]
        self.beside = [
            p.linked or (s and self._full(words.beside, t))
            for p, t, s in zip(self.pieces, texts, self.short, strict=True)
        ]
        self.tail = self._with_links(self.pieces)

    def _typed_marks(self, texts: Sequence[str]) -> None:
        """Two lines between the same strokes, after a sentence that tells of the text, are its marks of
        beginning and end, whatever they say; where a text has more of them they are its headings."""
        found = [(i, m) for i, text in enumerate(texts) if (m := _DECORATED.fullmatch(text.strip()))]
        if len(found) != 2:
            return
        (start, one), (end, two) = found
        if one[1][0] == two[1][0] and any(self.told[max(0, start - _OPENING) : start]):
            self.begin[start] = self.end[end] = True

    def _speaks(self, text: str) -> bool:
        """Whether "we" or "I" speak in a paragraph, in words that are not quoted: asked of few paragraphs,
        since it costs a look through all of the words."""
        return self.words.first_person.search(_QUOTED.sub("", text)) is not None

    def _is_contact(self, text: str) -> bool:
        """Whether a line holds an address of the net or of mail, and is no sentence."""
        return _CONTACT.search(text) is not None and not ends_sentence(text, language=self.language)

    def _with_links(self, pieces: Sequence[UnwrappedParagraph]) -> list[bool]:
        """The lines of a page after the text: its own words, links, and headings above those alone."""
        found = [tail or piece.linked for tail, piece in zip(self.tail, pieces, strict=True)]
        for index in range(len(pieces) - 1, 0, -1):
            last = index + 1 == len(pieces)
            if pieces[index].level and (last or found[index + 1]) and not self._dated(pieces[index].text):
                found[index] = True
        return found

    def _dateless(self, text: str) -> str:
        """A short line without the day that stands in it: "5 May 2031 – Media note"."""
        if len(text) > _RUNNING or not any(char.isdigit() for char in text):
            return ""
        found = next(find_dates(text, language=self.language), None)
        return (text[: found.start] + text[found.end :]).strip(_AROUND) if found else ""

    @staticmethod
    def _full(pattern: Spared, text: str) -> bool:
        core = text.lstrip("• ").strip()
        return bool(pattern.fullmatch(core) or pattern.fullmatch(core.strip(_AROUND)))

    def _dated(self, text: str) -> bool:
        """Whether a line is the statement's own date and place."""
        return bool(whole_date(text, language=self.language) or place_and_date(text, language=self.language))

    def _publishes(self, sentence: str) -> bool:
        """Whether somebody who says "we" or "I" publishes a statement of others: "We publish below the text
        of the declaration". A letter that sends one on is kept with it."""
        if sends_document(sentence, self.language) or not self.words.noun.search(sentence):
            return False
        return _points(sentence, self.words, with_noun=True) and self.words.text.search(sentence) is not None

    def _is_running(self, index: int) -> bool:
        piece = self.pieces[index]
        text = piece.text.rstrip(' ”»」』"“])）】')
        if piece.level or not text:
            return False
        if letters(text) >= _RUNNING:
            return True
        names = text[-1] in _COLONS and self.noun[index]  # "The statement says:"
        least = 8 if not self.language.SEPARATOR or names else 20  # an open line or a label is shorter
        return letters(text) >= least and (text[-1] in ":：" or ends_sentence(text, language=self.language))

    def _may_lead_in(self, text: str) -> bool:
        """Whether a paragraph holds any word of a sentence that introduces a text: few do."""
        words = self.words
        return any(one.may_match(text) for one in (words.noun, words.text, words.introduces))

    def _last_sentence(self, text: str) -> str:
        found = sentences(text, language=self.language)
        return text[found[-1].start : found[-1].end] if found else text

    def span(self) -> _Span | None:
        """Where the statement stands; None where the whole is the text."""
        found = self._attached() or self._marked() or self._introduced()
        if found is not None or self.notes:
            return found
        found = self._ruled() or self._bare_quotation() or self._release()
        if found is None:
            self._large_quotation()
        if found is None and not self.notes:
            self._submitted()
        return found

    # Each reading in turn, the surest first.

    def _attached(self) -> _Span | None:
        """What a letter sends on, if a line of its own says that it is attached, and nothing else is."""
        annexes = [
            i
            for i, piece in enumerate(self.pieces)
            if not self.running[i] and names_annex(piece.text, self.language)
        ]
        if len(annexes) != 1:
            return None
        place = annexes[0]
        before = [i for i in range(place) if self.running[i]]
        sent = [i for i in before if sends_document(self.pieces[i].text, self.language)]
        if not sent or len(before) > _OPENING or not any(self.running[place + 1 :]):
            return None
        end = len(self.pieces)
        while not self.running[end - 1] and self.tail[end - 1]:  # "Copy to:" below what is sent on
            end -= 1
        return _Span(place + 1, end)

    def sent(self) -> _Span | None:
        """What follows the signature of a letter that sends it on; read so only where it is asked for,
        because a letter is else kept as a part of its own."""
        texts = [piece.text for piece in self.pieces]
        sends = (i for i, text in enumerate(texts) if self.running[i] and sends_document(text, self.language))
        first = next(sends, None)
        if first is None or sum(self.running[:first]) > _OPENING:
            return None
        signs = [
            i
            for i in range(first + 1, len(texts))
            if not self.running[i]
            and (is_signed(texts[i], self.language) or is_office(texts[i], self.language))
        ]
        end = signs[0] + 1 if signs else len(texts)
        while end in signs or (end < len(texts) and names_annex(texts[end], self.language)):
            end += 1
        return _Span(end, len(texts)) if any(self.running[end:]) else None

    def _marked(self) -> _Span | None:
        """Between a mark where it begins and one where it ends; one of them may be wanting if a
        sentence introduces the text."""
        for index, begins in enumerate(self.begin):
            if not begins:
                continue
            ends = [i for i in range(index + 1, len(self.pieces)) if self.end[i]]
            told = any(self.told[:index]) or self._names_text(index)
            if not (ends or told) or not any(self.running[index + 1 :]):
                continue
            if not ends and not self._may_lead(index):
                continue
            end = ends[-1] if ends else self._quoted_to(index + 1) or self._tail_from(index + 1)
            if any(self.running[index + 1 : end]):
                return self._within(index + 1, end)
        return None

    def _quoted_to(self, start: int) -> int:
        """Where a quotation of several paragraphs ends that follows a mark, with less after it than it
        holds; 0 where there is none."""
        first = next((i for i in range(start, len(self.pieces)) if self.running[i]), start)
        close = self._close(first) if first < len(self.pieces) else None
        if close is None or sum(self.running[first : close + 1]) < 2:
            return 0
        after = sum(self.size[close + 1 : self._tail_from(close + 1)])
        return close + 1 if after < sum(self.size[first : close + 1]) else 0

    def _names_text(self, index: int) -> bool:
        """Whether a mark is the heading of a text that was spoken of ("Full text of the declaration")."""
        told = any(self.running[i] and self.noun[i] for i in range(index))
        return told and self.words.text.search(self.pieces[index].text) is not None

    def _introduced(self) -> _Span | None:
        """After a sentence that introduces it, or quoted after one that announces it."""
        for index in range(len(self.pieces) - 1):
            if not self.announce[index] or not self._may_lead(index):
                continue
            quotation = self._quotation_after(index)
            if quotation is not None:
                found = self._weighed(*quotation, index)
            else:
                open_ = self.lead[index] or self._is_titled(index + 1)
                found = self._open_after(index) if open_ else None
            if found is not None:
                return found
        return None

    def _is_titled(self, index: int) -> bool:
        """Whether a heading of few words names what an announcement has told of: "Joint statement"."""
        piece = self.pieces[index]
        most = 3 if self.language.SEPARATOR else 1
        return (
            piece.level > 0
            and len(piece.text.split()) <= most
            and len(piece.text) <= _TITLED
            and self.noun[index]
        )

    def _may_lead(self, index: int) -> bool:
        """Whether nothing before a sign speaks for a text that has begun already."""
        before = [i for i in range(index) if self.running[i]]
        if len(before) > _OPENING:
            return False
        spoken = (i for i in range(index) if ends_sentence(self.pieces[i].text, language=self.language))
        if any(self._speaks(self.pieces[i].text) for i in spoken):
            return False
        for i in [*before, *([index] if self.running[index] else [])]:
            text = self.pieces[i].text
            label, _ = split_label(text, language=self.language)
            sends = sends_document(text, self.language) and not (i == index and self.lead[i])
            speaks = self._speaks(text) and not (i == index and self.lead[i])
            if speaks or sends or (label and not is_bullet(label)):
                return False
        return not any(self.pieces[i].quoted for i in before)

    def _quotation_after(self, index: int) -> tuple[int, int] | None:
        """First and last paragraph of the quotation that a sentence leads to."""
        between = 0
        for start in range(index + 1, len(self.pieces)):
            close = self._closes_at(start)
            if close is not None:
                return start, close
            between += self.running[start]
            if between > (0 if self.lead[index] else _BETWEEN):
                return None
        return None

    def _weighed(self, start: int, close: int, index: int) -> _Span | None:
        """A quotation, if more of the text stands in it than after it."""
        held = sum(self.size[start : close + 1])
        tail = self._tail_from(close + 1)
        after = sum(self.size[close + 1 : tail])
        several = sum(self.running[start : close + 1]) > 1
        span = self._quoted_span(start, close)
        alone = held > 2 * (after + sum(self.size[: index + 1]))
        if after >= held or not (several or self.lead[index] or alone):
            if self.lead[index] and (several or held > 2 * sum(self.size[:index])):
                self._doubt(span)
            return None
        return span

    def _open_after(self, index: int) -> _Span | None:
        """What follows an introduction without quotation marks, up to the signs of a page."""
        end = self._tail_from(index + 1, message=True)
        ends = [i for i in range(index + 1, end) if self.end[i]]
        end = ends[-1] if ends else end
        closed = [rule for rule in self.rules if index + 1 < rule < end]
        if self.rules and index + 1 in self.rules and closed:
            end = closed[-1]
        held, before = sum(self.size[index + 1 : end]), sum(self.size[:index])
        if not held:
            return None
        other = self._other_text(index, end)
        if other:
            self._doubt(_Span(index + 1, other))
            return None
        if 2 * held < before and not (ends or closed):
            self._doubt(_Span(index + 1, end))
            return None
        return _Span(index + 1, end)

    def _other_text(self, index: int, end: int) -> int:
        """The heading of a second text that the introduction tells of beside the first ("… followed by the
        remarks of the minister"): most of its words stand in the introduction. 0 where there is none."""
        told = set(_long_words(self.pieces[index].text))
        heads = [i for i in range(index + 1, end) if self.pieces[i].level]
        if len(heads) < 2 or heads[0] != index + 1:
            return 0
        for later in heads[1:]:
            words = _long_words(self.pieces[later].text)
            same = self.pieces[later].level == self.pieces[heads[0]].level
            if same and len(words) > 1 and sum(word in told for word in words) * 3 >= len(words) * 2:
                return later
        return 0

    def _ruled(self) -> _Span | None:
        """After a rule that follows a sentence which announces it."""
        for place, rule in enumerate(self.rules):
            told = [i for i in range(rule) if self.told[i]]
            if not told or not self._may_lead(told[-1]):
                continue
            if sum(self.running[told[-1] + 1 : rule]) > _BETWEEN:
                continue
            later = [r for r in self.rules[place + 1 :] if r > rule]
            end = later[-1] if later else self._tail_from(rule, message=True)
            held, rest = sum(self.size[rule:end]), sum(self.size[:rule]) + sum(self.size[end:])
            told_of = self.words.introduces.search(self.pieces[told[-1]].text) is not None
            if held > rest or (told_of and 2 * held > rest):
                return self._within(rule, end)
        return None

    def _bare_quotation(self) -> _Span | None:
        """A text that is one quotation of several paragraphs from its first sentence to its last."""
        first = self.first
        if first is None:
            return None
        close = self._close(first)
        tail = self._tail_from(first)
        if close is None or sum(self.running[first : close + 1]) < 2 or any(self.running[close + 1 : tail]):
            return None
        opened = sum(self.pieces[i].text[:1] in _QUOTES for i in range(first, close + 1) if self.running[i])
        if opened < sum(self.running[first : close + 1]) and not any(self.head) and tail == len(self.pieces):
            return None
        start = max((i + 1 for i in range(first) if self.head[i]), default=0)
        return _Span(start, tail if tail > close else close + 1, first, close)

    def _large_quotation(self) -> None:
        """A quotation of several paragraphs, most of the text, in one that names a statement before: what
        stands around it may be a page, and is asked about."""
        whole = sum(self.size)
        named = False
        for start in range(len(self.pieces)):
            close = self._closes_at(start)
            if named and close is not None:
                several = sum(self.running[start : close + 1]) >= _SEVERAL
                if several and 2 * sum(self.size[start : close + 1]) > whole:
                    self._doubt(self._quoted_span(start, close))
                return
            named = named or self.noun[start]

    def _submitted(self) -> None:
        """A text that somebody submits or reads out in the first person ("I submit the text of …"): what
        follows may be that text, and is asked about. A letter is a part of its own."""
        first = self.first
        if first is None or sum(self.running) < _SEVERAL:
            return
        text = self.pieces[first].text
        if self.named[first] and self._speaks(text) and not sends_document(text, self.language):
            self._doubt(_Span(first + 1, self._tail_from(first + 1)))

    def _release(self) -> _Span | None:
        """A press release that is nothing but the statement: two signs of a page around it."""
        first = self.first
        if first is None:
            return None
        end = next((i for i in range(first + 1, len(self.pieces)) if self.end[i]), None)
        tail = self._tail_from(first + 1)
        stop = end if end is not None and end < tail else tail
        after = sum(self.size[stop:])
        before = [
            i
            for i in range(first)
            if self.named[i]  # "Full text of …"
            or self.head[i]
            or self.beside[i]
            or (self.tail[i] and not self.pieces[i].level)
        ]
        typed = any(set(one.item.text) == {"#"} and one.before > first for one in self.taken)
        signs = bool(before) + (tail < len(self.pieces)) + (end is not None or typed)
        if signs < 2 or after > sum(self.size[first:stop]) or self.head[first]:
            return None
        start = max((i + 1 for i in before), default=0)
        return self._within(min(start, first), stop)

    # Ends.

    def _close(self, start: int) -> int | None:
        """The paragraph at whose end a quotation that opens at `start` closes."""
        text = self.pieces[start].text
        closing = _QUOTES.get(text[:1])
        if closing is None or not self.running[start]:
            return None
        for index in range(start, len(self.pieces)):
            text = self.pieces[index].text
            opening = self.pieces[start].text[0]
            again = text.startswith((opening, "»")) if opening == "«" else text.startswith(opening)
            body = text[1:] if again else text
            if opening == closing:
                left = body.count(closing) % 2
            else:
                left = body.count(closing) - body.count(opening)
            if left > 0:
                return index if body.rstrip(" .。؛;,").endswith(closing) else None
        return None

    def _closes_at(self, start: int) -> int | None:
        """The last paragraph of the quotation that begins at `start`: a block of it, or one in marks."""
        return self._block_end(start) if self.pieces[start].quoted else self._close(start)

    def _quoted_span(self, start: int, close: int) -> _Span:
        """A quotation as the text, with the marks around it where it is no block."""
        return _Span(start, close + 1, *((-1, -1) if self.pieces[start].quoted else (start, close)))

    def _block_end(self, start: int) -> int:
        end = start
        while end + 1 < len(self.pieces) and self.pieces[end + 1].quoted:
            end += 1
        return end

    def _tail_from(self, start: int, *, message: bool = False) -> int:
        """The first line of the page after the text: from it on, nothing but the page follows.

        `message`: whether the text was introduced, so that a letter or message around it is its page.
        """
        for index in range(max(start, 1), len(self.pieces)):
            closes = self.tail[index] or (message and (self.part[index] or self._to_reader(index)))
            if not closes or not any(self.running[:index]) or self._stands_inside(index):
                continue
            rest = range(index, len(self.pieces))
            if sum(self.size[i] for i in rest) <= sum(self.size[start:index]):
                return index
        return len(self.pieces)

    def _to_reader(self, index: int) -> bool:
        """Whether a sentence speaks to who reads the publication, or of it, and nothing longer follows it:
        a statement addresses nobody who reads it. What is cut off so is a fifth of the page at most, as a
        few closing lines are; more may be the text."""
        if not (self.running[index] and self.short[index]):
            return False
        if self.words.reader.search(_QUOTED.sub("", self.pieces[index].text)) is None:
            return False
        return 4 * sum(self.size[index:]) <= sum(self.size[:index])

    def _stands_inside(self, index: int) -> bool:
        """Whether a link or an advertisement is followed by sentences, which may be those of the text: to
        cut them off would be worse than to keep a sentence of the page."""
        after = index
        while after < len(self.pieces) and self.beside[after]:
            after += 1
        return index < after < len(self.pieces) and self.running[after] and not self.tail[after]

    def _within(self, start: int, end: int) -> _Span:
        """A span without the lines of the page at its edges, and without quotation marks around it."""
        first = next((i for i in range(start, end) if self.running[i]), start)
        close = self._close(first)
        if close is not None and not any(self.running[close + 1 : end]) and close > first:
            return _Span(start, end, first, close)
        return _Span(start, end)

    def _doubt(self, span: _Span) -> None:
        words = _beginning(self.pieces[span.start].text, self.language)
        count = span.end - span.start
        size = f"{count} paragraph{'s' * (count > 1)}"
        message = (
            f"two readings: the text may be only what begins “{words} …” ({size}), and "
            " the rest a page that carries it; all was kept (--carrier inside takes that part alone, "
            "--carrier whole says that all is the text)"
        )
        self.notes = (Note(slug="carrier-doubtful", message=message),)
        self.doubtful = span

    # What becomes of it.

    def cut(self, span: _Span) -> tuple[list[UnwrappedParagraph], list[Taken]]:
        """The paragraphs of the statement, and all else set aside in the order of the source."""
        kept: list[UnwrappedParagraph] = []
        away: list[Taken] = []
        waiting = list(self.taken)
        for index, piece in enumerate(self.pieces):
            while waiting and waiting[0].before <= index:
                away.append(waiting.pop(0)._replace(before=len(kept)))
            inside = span.start <= index < span.end
            early = inside and not any(self.running[span.start : index + 1]) and self.head[index]
            within = inside and self.inserted[index] and any(self.running[index + 1 : span.end])
            if not inside or early or within:
                away.append(Taken(len(kept), _aside(piece, piece.text)))
                continue
            front, text, back = self._unquoted(index, span)
            if front:
                away.append(Taken(len(kept), _aside(piece, front)))
            cut = letters(front)
            calls = tuple((key, max(0, at - cut)) for key, at in piece.calls)
            moved = piece.text.index(text[:1], len(front)) if front else 0
            starts = tuple(max(0, at - moved) for at in piece.starts)
            kept.append(piece._replace(text=text, calls=calls, starts=starts))
            if back:
                away.append(Taken(len(kept), _aside(piece, back)))
        away += [one._replace(before=len(kept)) for one in waiting]
        return kept, away

    def _unquoted(self, index: int, span: _Span) -> tuple[str, str, str]:
        """A mark taken off its front, the text, and one taken off its end."""
        text, front, back = self.pieces[index].text, "", ""
        if not span.quote <= index <= span.close or span.quote < 0:
            return "", text, ""
        opening = self.pieces[span.quote].text[0]
        closing = _QUOTES[opening]
        if self._opens_again(text, opening, closing, index, span):
            front, text = text[0], text[1:].lstrip()
        if index == span.close:
            at = text.rfind(closing)
            back, text = closing, text[:at].rstrip() + text[at + 1 :]
        return front, text, back

    def _opens_again(self, text: str, opening: str, closing: str, index: int, span: _Span) -> bool:
        """Whether the mark at the front of a paragraph belongs to the quotation around all."""
        if index == span.quote:
            return True
        if opening == "«" and text.startswith("»"):
            return True
        if not text.startswith(opening):
            return False
        if opening == closing:
            return text.count(opening) % 2 == (0 if index == span.close else 1)
        left = text.count(opening) - text.count(closing)
        return left >= (0 if index == span.close else 1)

    def facts(self, span: _Span) -> Proposals:
        """Title, days, place and publisher that the carrier names."""
        outside = [i for i in range(len(self.pieces)) if not span.start <= i < span.end]
        title = self._title([i for i in outside if i < span.start])
        days, place = self._days_and_place(outside, title)
        return Proposals(
            title=self._without_date(title),
            date=days[-1] if days else "",
            dates=days,
            place=place,
            publisher=self._publisher(outside),
        )

    def _title(self, before: Sequence[int]) -> str:
        marked = [
            self.pieces[i] for i in before if self.pieces[i].level and letters(self.pieces[i].text) >= 8
        ]
        if marked:
            return max(marked, key=lambda piece: (letters(piece.text) > 20, -piece.level)).text
        for i in before:
            text = self.pieces[i].text
            plain = self.running[i] or self.head[i] or self.tail[i] or self.begin[i] or self._dated(text)
            if (
                not plain
                and letters(text) >= (4 if not self.language.SEPARATOR else 12)
                and not self._who(text)
            ):
                return text
        return ""

    def _without_date(self, title: str) -> str:
        for found in find_dates(title, language=self.language):
            if found.end == len(title) and title[: found.start].rstrip().endswith((",", "，", "،")):
                return title[: found.start].rstrip(" ,，،")
        return title

    def _days_and_place(self, outside: Sequence[int], title: str) -> tuple[tuple[str, ...], str]:
        """The days of the event from sentences and the title, else of the page; with a place beside."""
        texts = [self.pieces[i].text for i in outside]
        lines = [text for text in texts if self._dated(text)]
        page = next((f for text in lines for f in find_dates(text, language=self.language)), None)
        named = page or next(find_dates(title, language=self.language), None)
        told = [self.pieces[i].text for i in outside if self.announce[i]]
        told += [title] + [self.pieces[i].text for i in outside if self.running[i] and not self.announce[i]]
        days: tuple[str, ...] = ()
        place = ""
        for text in told:
            whole = self._with_year(text, named.first[:4]) if named else text
            for found in find_dates(whole, language=self.language):
                days = days or tuple(dict.fromkeys((found.first, found.last)))
                place = place or self._place_beside(whole, found.start, found.end)
        if page and not days:
            days = tuple(dict.fromkeys((page.first, page.last)))
        days = days or self._stamp(outside)
        for i in outside:
            both = place_and_date(self.pieces[i].text, language=self.language)
            if both and not (self.head[i] or self.tail[i] or self._who(both[0])):
                return days, both[0]
            beside = i + 1 < len(self.pieces) and whole_date(self.pieces[i + 1].text, language=self.language)
            name = self.pieces[i].text
            if (
                beside
                and is_place(name, language=self.language)
                and not self.head[i]
                and not self.tail[i]
                and not self._who(name)
            ):
                return days, name
        return days, place

    def _stamp(self, outside: Sequence[int]) -> tuple[str, ...]:
        """The day of a stamp such as "2032-05-05 21:15" or "Published 5 May 2032, updated …"."""
        for i in outside:
            text = self.pieces[i].text
            if len(text) > LONGEST_DATE or (self.running[i] and not (self.head[i] or self.tail[i])):
                continue
            if match := _STAMP.search(text):
                return (match.group(),)
            if (match := _DAY_FIRST.search(text)) and (match["mark"] == "." or self.language.CODE != "en"):
                return (f"{match['y']}-{match['m']}-{match['d']}",)
            for found in find_dates(text, language=self.language):
                return (found.first,)
        return ()

    def _with_year(self, text: str, year: str) -> str:
        """A sentence of a page that leaves the year out, with that of the page."""
        if not self.language.SEPARATOR or list(find_dates(text, language=self.language)):
            return text
        months = "|".join(re.escape(m) for m in sorted(self.language.MONTHS, key=len, reverse=True))
        return re.sub(rf"(?<=\d )({months})\b(?!,? \d{{4}})", rf"\1 {year}", text, flags=re.IGNORECASE)

    def _place_beside(self, text: str, start: int, end: int) -> str:
        own = self.language.CARRIER
        name = r"(?P<name>\S+(?: \S+){0,2}?)" if self.language.SEPARATOR else r"(?P<name>[^\W\d]{2,6}?)"
        before = re.search(rf"(?:^|(?<=\W)|(?<=会))(?:{own.at}){name}(?:{own.on})$", text[:start])
        after = re.match(rf",? (?:{own.at})(?P<name>[^\W\d_]+)(?=\W|$)", text[end:])
        for match in (before, after):
            if match and is_place(match["name"].strip(" ,،，"), language=self.language):
                return match["name"].strip(" ,،，")
        return ""

    def _publisher(self, outside: Sequence[int]) -> str:
        for i in outside:
            text = self.pieces[i].text
            if self.head[i] and text.rstrip().endswith((":", "：")) and i + 1 < len(self.pieces):
                joined = f"{text} {self.pieces[i + 1].text}"
                if not self._dated(self.pieces[i + 1].text) and (who := self._who(joined)):
                    return who
            named = self.words.publisher[0].fullmatch(text.strip()) if self.tail[i] else None
            if named or not (self.running[i] or self.tail[i]):
                who = self._who(text)
                if who:
                    return who
        return ""

    def _who(self, text: str) -> str:
        if len(text) > 160:
            return ""
        for pattern in self.words.publisher:
            if match := pattern.fullmatch(text.strip()):
                return str(match["who"]).strip()
        return ""


def _beginning(text: str, language: Language) -> str:
    """The first words of a text, for a message."""
    words = text.split()[:8]
    return " ".join(words) if language.SEPARATOR else text[:16]


def _aside(piece: UnwrappedParagraph, text: str) -> SetAside:
    line = piece.lines[0] if piece.lines else None
    return SetAside(
        text=" ".join(text.split()),
        reason=SetAsideReason.CARRIER,
        page=line.page if line else 0,
        offset=line.start if line else -1,
    )
