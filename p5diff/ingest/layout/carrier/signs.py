"""What each paragraph of a source shows of a page around a statement.

A paragraph is *running* where it holds sentences or is a clause of one. What only an opening can show (who
speaks, what it leads to) is looked for in the first running paragraphs alone: a statement that begins later
has no carrier.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from p5diff.ingest.layout.carrier import words as w
from p5diff.ingest.layout.carrier.boxes import Boxes
from p5diff.ingest.layout.carrier.openings import Openings
from p5diff.ingest.layout.carrier.page import (
    GREETING,
    LISTED,
    LONGEST_NUMBER,
    RUNNING,
    Page,
    counts,
    is_number,
)
from p5diff.ingest.layout.carrier.quotations import Quotations
from p5diff.ingest.layout.carrier.voices import Voices
from p5diff.ingest.layout.places import Taken, letters
from p5diff.ingest.layout.unwrap import UnwrappedParagraph
from p5diff.language import Language
from p5diff.language.script import BRACKETS
from p5diff.model.setaside import SetAsideReason
from p5diff.model.source import BlockKind
from p5diff.text.dates import find_dates, place_and_date, whole_date
from p5diff.text.detect import SURE_ENOUGH, detect_language
from p5diff.text.labels import is_bullet, split_label
from p5diff.text.roles import is_office, is_signed, sends_document
from p5diff.text.segment import ends_sentence, sentences

OPENING = 8
"""Running paragraphs of a page before the statement: the longest seen has four."""
LONGEST_LEAD = 400
"""Characters of the longest sentence that introduces a text: one with all parties named has 310."""
_BARE = 60
"""Letters from which a line without a stop may be a sentence that lost it; a third of it in Chinese."""
_FIGURES = re.compile(r"\d+")
_WIRE = 100
"""Characters in which an agency's place, day and name stand."""
_FRAME = (SetAsideReason.NAVIGATION, SetAsideReason.FURNITURE)


def points(sentence: str, words: w.CarrierWords, *, with_noun: bool) -> bool:
    """Whether a sentence says that a statement, or its text, stands here.

    `with_noun`: whether the sentence, or one before it, names what is carried.
    """
    text = sentence.rstrip(w.AROUND_COLON)
    if len(text) > LONGEST_LEAD:
        return False
    colon = text[-1:] in w.COLONS
    if with_noun and ((colon and words.text.search(text)) or words.points_to_text.search(text)):
        return True
    if not (words.noun.search(text) or words.spoken.search(text)):
        return False
    return words.points_to_noun.search(text) is not None or (colon and words.points.search(text) is not None)


class PageSigns(Page):
    """The paragraphs of a source, each with the signs that it shows: lists as long as `pieces`."""

    def __init__(
        self, pieces: Sequence[UnwrappedParagraph], taken: Sequence[Taken], language: Language
    ) -> None:
        super().__init__(pieces, language)
        self.taken = taken
        self.framed = any(one.item.reason in _FRAME and not one.item.page for one in taken)
        """Whether a page's menus and lines were set aside already."""
        self.rules = frozenset(one.before for one in taken if one.item.reason is SetAsideReason.RULE)
        first = self.next[0]
        self.typed_end = any(set(one.item.text) == {"#"} and one.before > first for one in taken)
        """Whether strokes were set aside that end a release."""
        self.early = next((i for i, n in enumerate(self.runs) if n > OPENING), len(self.pieces))
        """Where the paragraphs end after which no statement begins any more."""
        self.foreign = [
            run and self._is_foreign(text) for run, text in zip(self.running, self.texts, strict=True)
        ]
        """Whether a running paragraph is in another language than the source."""
        self.openings, self.boxes = Openings(self), Boxes(self)
        self.voices, self.quotations = Voices(self), Quotations(self)
        self._find_edges()
        self._find_leads()
        self._find_lines_of_page()

    def _is_foreign(self, text: str) -> bool:
        code, sure = detect_language(text)
        return code != self.language.CODE and sure >= SURE_ENOUGH

    # Marks and lines of the page.

    def _find_edges(self) -> None:
        words, texts = self.words, self.texts
        bare = [text.strip(w.AROUND) for text in texts]
        self.begin = [s and bool(words.begins.fullmatch(b)) for b, s in zip(bare, self.short, strict=True)]
        self.end = [
            s and (bool(words.ends.fullmatch(b)) or t.strip() == "###" or (r and self._ends_first(t)))
            for t, b, s, r in zip(texts, bare, self.short, self.running, strict=True)
        ]
        self.head = [
            s
            and (
                w.full(words.heads, t)
                or w.CRUMBS.fullmatch(t) is not None
                or w.full(words.heads, self._dateless(t))
            )
            for t, s in zip(texts, self.short, strict=True)
        ]
        self.contact = [s and self._is_contact(t) for t, s in zip(texts, self.short, strict=True)]
        own = [
            s and not whole_date(t, language=self.language) and (w.full(words.tails, t) or c)
            for t, s, c in zip(texts, self.short, self.contact, strict=True)
        ]
        self.inserted = [
            (t and not run) or (p.linked and w.full(words.tails, p.text))
            for t, run, p in zip(own, self.running, self.pieces, strict=True)
        ]
        """Lines of the page that may stand amid the text."""
        self.amid = self._amid()
        self.tail = [tail and not amid for tail, amid in zip(self._with_links(own), self.amid, strict=True)]
        self.greeting = [
            len(t) <= GREETING
            and (
                w.full(words.greets, t)
                or (not r and t.rstrip(w.AROUND_COLON)[-1:] in (",", "，", "،", *w.COLONS))
            )
            for t, r in zip(texts, self.running, strict=True)
        ]
        """Words that greet, and short lines that end as a greeting does."""
        self.strokes = [w.STROKES.fullmatch(t.strip()) is not None for t in texts]

    def _ends_first(self, text: str) -> bool:
        """Whether the first sentence of a paragraph says that the text has ended: "That concludes the
        statement. Your questions, please." """
        first = sentences(text, language=self.language)[0]
        said = text[first.start : first.end].strip(w.AROUND)
        return self.words.noun.search(said) is not None and self.words.ends.fullmatch(said) is not None

    def _amid(self) -> list[bool]:
        """The links and advertisements that sentences follow: they may stand amid the text, which goes on."""
        count = len(self.pieces)
        beside = [
            piece.linked or (short and w.full(self.words.beside, text))
            for piece, short, text in zip(self.pieces, self.short, self.texts, strict=True)
        ]
        found = [False] * count
        for index in range(count - 2, -1, -1):
            after = index + 1
            goes_on = found[after] if beside[after] else self.running[after] and not self.contact[after]
            found[index] = beside[index] and goes_on
        return found

    def _is_contact(self, text: str) -> bool:
        """Whether a line holds an address or a number to call."""
        if w.PHONE.search(text):
            return True
        return w.CONTACT.search(text) is not None and not ends_sentence(text, language=self.language)

    def _with_links(self, own: Sequence[bool]) -> list[bool]:
        """The lines of a page after the text: its own words, links, and headings above those alone."""
        found = [tail or piece.linked for tail, piece in zip(own, self.pieces, strict=True)]
        for index in range(len(found) - 1, 0, -1):
            last = index + 1 == len(found)
            if self.pieces[index].level and (last or found[index + 1]) and not self.is_dated(index):
                found[index] = True
        return found

    def _dateless(self, text: str) -> str:
        """A short line without the day that stands in it: "5 May 2031 – Media note"."""
        if len(text) > RUNNING or not any(char.isdigit() for char in text):
            return ""
        found = next(find_dates(text, language=self.language), None)
        return (text[: found.start] + text[found.end :]).strip(w.AROUND) if found else ""

    def is_dated(self, index: int) -> bool:
        """Whether a line is a date, or a place and a date."""
        text = self.texts[index]
        return bool(whole_date(text, language=self.language) or place_and_date(text, language=self.language))

    def _find_lines_of_page(self) -> None:
        texts, language = self.texts, self.language
        self.part = self.lines(lambda text: w.full(self.words.parts, text.partition("\n")[0]))
        """Lines that close a letter or message."""
        self.dated = [
            not run and short and self.is_dated(i)
            for i, (run, short) in enumerate(zip(self.running, self.short, strict=True))
        ]
        self.annexed = self._with_brackets(self.annex)
        self.signed = self.lines(lambda text: is_signed(text, language) or is_office(text, language))
        self.mail = self._mail()
        hour = self.lines(lambda text: w.HOUR.search(text) is not None, RUNNING)
        number = self._numbers()
        bars = self.lines(lambda text: w.BARS.search(text) is not None)
        bars = [bar and piece.kind is not BlockKind.ROW for bar, piece in zip(bars, self.pieces, strict=True)]
        links = [piece.linked for piece in self.pieces]
        names = self.lines(lambda text: any(one.fullmatch(text.strip()) for one in self.words.publisher))
        page = zip(self.head, self.tail, links, hour, number, bars, names, self.mail, self.part, strict=True)
        self.page = [
            not amid and (contact or (not run and any(signs)))
            for run, contact, amid, signs in zip(self.running, self.contact, self.amid, page, strict=True)
        ]
        """Lines that only a page or message has."""
        self.courtesy = [self.words.courtesy.search(text) is not None for text in texts]
        self.reader = [
            run and short and self.words.reader.search(w.QUOTED.sub("", text)) is not None
            for run, short, text in zip(self.running, self.short, texts, strict=True)
        ]
        """Sentences that speak to who reads the publication, or of it."""
        self.bare = self._bare_lines()
        """Short lines that do not run, whatever they say: no heading, item, date, signature or greeting."""
        self.bares = counts(self.bare)
        self.pages = counts(self.page)
        self.ends = counts(self.end)
        self.tails = counts(self.tail)
        self.heads = counts(self.head)
        self.mails = counts(self.mail)
        self.annexes = counts(self.annex)
        self.greetings = counts(self.greeting)

    def _with_brackets(self, lines: Sequence[bool]) -> list[bool]:
        """Some lines, and those in brackets right below one of them: "[Original: Russian]"."""
        found = list(lines)
        bracketed = self.lines(lambda text: w.BRACKETED.fullmatch(text.strip()) is not None)
        for index in range(1, len(found)):
            found[index] = found[index] or (found[index - 1] and bracketed[index])
        return found

    def _bare_lines(self) -> list[bool]:
        most = _BARE if self.language.SEPARATOR else _BARE // 3
        known = zip(
            self.dated, self.signed, self.strokes, self.annexed, self.part, self.greeting, strict=True
        )
        lines = self.lines(lambda text: not ends_sentence(text, language=self.language))
        found = [
            line and not (piece.level or listed or letters(piece.text) >= most or any(other))
            for line, piece, listed, other in zip(lines, self.pieces, self.listed, known, strict=True)
        ]
        return self._once(found)

    def _numbers(self) -> list[bool]:
        """The lines that are the number of the publication."""
        return self._once(self.lines(lambda text: is_number(text, self.language), LONGEST_NUMBER))

    def _once(self, lines: Sequence[bool]) -> list[bool]:
        """Some lines but those that recur with another number, which are headings of the text: "Article 1",
        "Article 2"."""
        shapes = [
            _FIGURES.sub("", text.strip()) if line else ""
            for line, text in zip(lines, self.texts, strict=True)
        ]
        often = Counter(shapes)
        return [line and often[one] == 1 for line, one in zip(lines, shapes, strict=True)]

    def _mail(self) -> list[bool]:
        """The lines of a mail program, and labelled ones that stand among them."""
        found = self.lines(w.is_of_mail)
        labelled = self.lines(lambda text: w.LABELLED.fullmatch(text) is not None)
        if not any(found):
            return found
        for order in (range(1, len(found)), range(len(found) - 2, -1, -1)):
            step = 1 if order.step > 0 else -1
            for index in order:
                found[index] = found[index] or (labelled[index] and found[index - step])
        return found

    # What an opening says.

    def _find_leads(self) -> None:
        """Sentences that introduce the text, announce it, or tell of it at least, in the opening."""
        count, words = len(self.pieces), self.words
        self.lead, self.announce, self.told = [False] * count, [False] * count, [False] * count
        self.own, self.sends, self.wire, self.labelled, self.pointing = ([False] * count for _ in range(5))
        for index in range(self.early):
            text = self.texts[index]
            label, _ = split_label(text, language=self.language)
            self.labelled[index] = bool(label and not is_bullet(label) and self.running[index])
            named = self.noun[index] and words.text.search(text) is not None
            ends = self.running[index] or ends_sentence(text, language=self.language)
            speaks = ends and words.first_person.search(w.QUOTED.sub("", text)) is not None
            if self.running[index]:
                last, *before = self._last_sentences(text) if self._may_lead_in(text) else [""]
                self.lead[index] = self._leads(index, last) or any(self._leads(index, one) for one in before)
                told = self._announces(text, last) and not speaks
                self.announce[index] = self.lead[index] or told
                self.told[index] = self.announce[index] or (named and not speaks)
                self.sends[index] = sends_document(text, self.language)
                self.wire[index] = self._is_wire(text)
                self.pointing[index] = any(words.points.search(one) for one in (last, *before))
            pointed = self.noun[index] or words.text.search(text) is not None
            hands_on = named or (pointed and words.points.search(text) is not None)
            self.own[index] = speaks and not (self.told[index] or self.sends[index] or hands_on)
        self._announce_quoted()
        self._typed_marks()
        self._paired_marks()
        self.marked = any(self.begin) or any(self.end) or bool(self.rules)
        """Whether marks or rules part the source."""
        self.owns, self.labels = counts(self.own), counts(self.labelled)
        self.wires, self.sendings = counts(self.wire), counts(self.sends)

    def _announce_quoted(self) -> None:
        """ "Text below. Thanks, Jo" before a message in quotation marks announces it."""
        quoted = next((i for i, piece in enumerate(self.pieces[: self.early]) if piece.quoted), 0)
        for index in range(max(0, quoted - 4), quoted):
            if self.running[index] and self.words.points_to_text.search(self.texts[index]):
                self.announce[index] = self.told[index] = True

    def _leads(self, index: int, sentence: str) -> bool:
        """Whether the last sentence of a paragraph leads to the text. What a row of a table or an item of
        a list says, and what such rows follow, introduces none by a mere "below"."""
        beside = self.pieces[index : index + 2]
        prose = not any(piece.kind in LISTED for piece in beside)
        known = any(self.noun[max(0, index - OPENING) : index + 1])
        said = w.QUOTED.sub("", sentence)  # words in quotation marks are told of and introduce nothing
        sentence = said if len(said) > len(sentence) // 2 else sentence
        if self._reads_out(sentence) or self._hands_over(index, sentence):
            return True
        introduced = self.words.introduces.search(sentence) is not None
        if not introduced and not (prose and points(sentence, self.words, with_noun=known)):
            return False
        return self.words.first_person.search(sentence) is None or self._publishes(sentence)

    def _reads_out(self, sentence: str) -> bool:
        """Whether somebody reads a statement of others out: "a joint statement, which I will read"."""
        return self._names_another(sentence) and self.words.aloud.search(sentence) is not None

    def _names_another(self, sentence: str) -> bool:
        """Whether a sentence names a text, and not as its own: "this statement"."""
        words = self.words
        return words.noun.search(sentence) is not None and words.itself.search(sentence) is None

    def _hands_over(self, index: int, sentence: str) -> bool:
        """Whether a letter or message hands over what stands in it: it sends a text on or greets, names the
        text, points to it or ends with a colon, and closes behind it, with nothing that runs after that."""
        sent = sends_document(sentence, self.language) or any(self.greeting[:index])
        if not sent or not self._names_another(sentence):
            return False
        colon = sentence.rstrip(w.AROUND_COLON)[-1:] in w.COLONS
        return (colon or points(sentence, self.words, with_noun=True)) and self._closes_behind(index)

    def _closes_behind(self, index: int) -> bool:
        """Whether a letter closes behind the paragraph that follows, and nothing but lines about the message
        stands after that."""
        for at in range(index + 2, len(self.pieces)):
            text = self.texts[at]
            parts = not self.running[at] and w.full(self.words.parts, text.partition("\n")[0])
            if parts or self.words.courtesy.search(text):
                return not any(
                    run and not self.words.reader.search(one)
                    for run, one in zip(self.running[at + 1 :], self.texts[at + 1 :], strict=True)
                )
        return False

    def _publishes(self, sentence: str) -> bool:
        """Whether somebody who says "we" or "I" publishes a statement of others: "We publish below the text
        of the declaration". A letter that sends one on is kept with it."""
        if sends_document(sentence, self.language) or not self.words.noun.search(sentence):
            return False
        return points(sentence, self.words, with_noun=True) and self.words.text.search(sentence) is not None

    def _announces(self, text: str, last: str) -> bool:
        """Whether a paragraph says that a statement was made, or ends with its name and a colon."""
        if self.words.announces.search(text) is not None:
            return True
        return text.rstrip(w.AROUND_COLON)[-1:] in w.COLONS and self.words.noun.search(last) is not None

    def _may_lead_in(self, text: str) -> bool:
        """Whether a paragraph holds any word of a sentence that introduces a text: few do."""
        words = self.words
        return any(
            one.may_match(text)
            for one in (words.noun, words.spoken, words.text, words.introduces, words.points)
        )

    def _last_sentences(self, text: str) -> list[str]:
        """The last sentence of a paragraph, and the one before it: "… circulated the statement below. We
        reproduce it in full." """
        found = sentences(text, language=self.language)
        return [text[one.start : one.end] for one in found[:-3:-1]] or [text]

    def _typed_marks(self) -> None:
        """Two lines between the same strokes, after a sentence that tells of the text, are its marks of
        beginning and end, whatever they say; where a text has more of them they are its headings."""
        lines = [text.strip() for text in self.texts]
        found = [i for i, line in enumerate(lines) if w.is_decorated(line)]
        if len(found) != 2:
            return
        start, end = found
        if lines[start][0] == lines[end][0] and any(self.told[max(0, start - OPENING) : start]):
            self.begin[start] = self.end[end] = True

    def _paired_marks(self) -> None:
        """Two lines in brackets that share a word, and no more of them, are the text's marks of beginning and
        end, whatever they say: "[transcription begins]", "[transcription ends]"."""
        lines = self.lines(lambda text: text[0] in BRACKETS and text[-1] == BRACKETS[text[0]])
        found = [i for i, line in enumerate(lines) if line and not any(map(str.isdigit, self.texts[i]))]
        if len(found) != 2:
            return
        start, end = found
        one, two = self.texts[start], self.texts[end]
        between = start < self.early and self.runs[end] > self.runs[start]
        if between and one != two and w.long_words(one) & w.long_words(two):
            self.begin[start] = self.end[end] = True

    def _is_wire(self, text: str) -> bool:
        """Whether a paragraph opens with place, day and name of an agency's report."""
        mark = w.WIRE.search(text[:_WIRE])
        return (
            mark is not None
            and mark.start() > 4
            and any(char.isdigit() for char in text[: mark.end() + 40][:60])
        )
