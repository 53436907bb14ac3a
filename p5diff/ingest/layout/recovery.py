"""From what a reader saw to a draft in stored form, each step on evidence and with its record."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, groupby
from typing import NamedTuple

from p5diff import language as languages
from p5diff.ingest.layout import letterspaced
from p5diff.ingest.layout.carrier import may_be_carried, uncarried
from p5diff.ingest.layout.furniture import is_rule, set_aside, without_rules
from p5diff.ingest.layout.join import WordWitnesses, spacing
from p5diff.ingest.layout.lines import TextLine, split_lines
from p5diff.ingest.layout.places import Taken, letters, placed
from p5diff.ingest.layout.titles import mark
from p5diff.ingest.layout.typed_notes import may_hold_notes, notes_last, without_notes
from p5diff.ingest.layout.unwrap import UnwrappedParagraph, grouped, piece, unwrap
from p5diff.language import Language
from p5diff.model.alignment import Note
from p5diff.model.setaside import UNCOMPARED, UNSAID, SetAside, SetAsideReason
from p5diff.model.source import BlockKind, CarrierChoice, Proposals, RawBlock, RawText, Source
from p5diff.model.statement import Paragraph
from p5diff.text.characters import characters, line_ends
from p5diff.text.detect import SURE_ENOUGH, detect_language
from p5diff.text.labels import join_label, split_label
from p5diff.text.listing import first_of
from p5diff.text.roles import TextBlock, assign, is_running
from p5diff.text.stored import (
    AS_IT_STANDS,
    UNSPLIT,
    escape_line,
    heading_level,
    parse,
    sentence_lines,
    serialise,
)

_ASIDE = {
    BlockKind.FOOTNOTE: SetAsideReason.FOOTNOTE,
    BlockKind.SET_ASIDE: SetAsideReason.FURNITURE,
}


_QUOTED = 4
"""As many set-aside pieces are quoted in a note; more make it longer than a person reads."""
_QUOTE = 80
"""Characters of each that are quoted: a line of a terminal."""


def from_raw(
    raw: RawText,
    *,
    language: str | None = None,
    name: str = "",
    data: bytes = b"",
    carrier: CarrierChoice = CarrierChoice.JUDGED,
) -> Source:
    """The text of what a reader saw, in `language` (a code), or in the one that it seems to be in."""
    found, confidence = detect_language(_words(raw))
    if (
        confidence < SURE_ENOUGH
        and (stated := dict(raw.properties).get("language", "")) in languages.LANGUAGES
    ):
        found, confidence = stated, SURE_ENOUGH  # of a page in two languages, what it says of itself
    chosen = language or found
    known = languages.get(chosen)
    text = recovered(raw, known, carrier)
    paragraphs = _parsed(text.stored, known)
    aside = placed(text.pieces, text.set_aside, paragraphs)
    return Source(
        raw=raw,
        name=name,
        data=data,
        language=chosen,
        detected=language is None,
        sure=confidence if language is None else 1.0,
        stored=text.stored,
        paragraphs=paragraphs,
        set_aside=aside,
        notes=raw.notes
        + text.notes
        + _notes(text.pieces, aside)
        + _language_notes(language, found, confidence),
        carrier=text.carrier,
    )


def _words(raw: RawText) -> str:
    return "\n".join(block.text for block in raw.blocks if block.is_text)


class Recovered(NamedTuple):
    """What the blocks of a source make: stored text, its paragraphs with their lines in the
    source, and what was set aside."""

    stored: str
    pieces: list[UnwrappedParagraph]
    set_aside: list[Taken]
    carrier: Proposals | None = None
    """What the page says that carries the statement."""
    notes: tuple[Note, ...] = ()


def recovered(raw: RawText, language: Language, choice: CarrierChoice = CarrierChoice.JUDGED) -> Recovered:
    """The text of the blocks.

    What a format marks as paragraph, heading, item or row stays one. Only lines of plain text
    are joined and parted by rules; where those rules would read the result otherwise, an escape
    says that it stands as it is.
    """
    kept = _kept_as_it_is(raw, language)
    if kept is None:
        return _made(raw, language, choice)
    carried = choice is not CarrierChoice.WHOLE and may_be_carried(kept.stored, language=language)
    noted = may_hold_notes(kept.stored, stored=not kept.set_aside)
    if not carried and not noted:
        return kept
    made = _made(raw, language, choice)
    if noted and any(one.key for one in made.set_aside):
        return made  # it holds typed notes
    return made if made.carrier is not None else kept._replace(notes=made.notes)


def _kept_as_it_is(raw: RawText, language: Language) -> Recovered | None:
    """Text whose lines are in stored form already, rules between them apart; None for any other."""
    if any(block.kind is not BlockKind.LINES for block in raw.blocks):
        return None
    whole = line_ends("\n".join(block.text for block in raw.blocks))
    if is_stored(whole, language=language):
        return Recovered(whole, _stored_pieces(split_lines(raw.blocks)), [])
    if whole.startswith(AS_IT_STANDS):
        return None
    plain = without_rules(whole)
    if plain != whole and plain.strip() and is_stored(plain, language=language):
        kept = [line for line in split_lines(raw.blocks) if not is_rule(line.text)]
        return Recovered(plain, _stored_pieces(kept), _among(kept, _rules(raw.blocks, language)))
    tidied = tidy(plain, language=language)
    indented = re.search(r"^[^\S\n]", whole, re.M)
    if tidied != plain and tidied.strip() and not indented and is_stored(tidied, language=language):
        kept = [line for line in split_lines(raw.blocks) if not is_rule(line.text)]
        return Recovered(tidied, _stored_pieces(kept), _among(kept, _rules(raw.blocks, language)))
    return None


def _rules(blocks: Sequence[RawBlock], language: Language) -> list[SetAside]:
    """The rules that lines draw."""
    return [one.item for one in _lines_and_aside(blocks, language)[1] if is_rule(one.item.text)]


def _among(kept: Sequence[TextLine], rules: Sequence[SetAside]) -> list[Taken]:
    """The rules, each with the number of lines before it."""
    starts = [line.start for line in kept]
    return [Taken(bisect_right(starts, item.offset), item) for item in rules]


def _made(raw: RawText, language: Language, choice: CarrierChoice) -> Recovered:
    """What any other source becomes."""
    pieces, aside = without_notes(*_pieces(raw, language), language=language)
    pieces = letterspaced.closed(pieces, language)
    pieces, aside, carrier, notes = uncarried(pieces, aside, language=language, choice=choice)
    aside = [one for one in aside if one.item.text]  # a rule that a page draws has no characters
    stored = _write(pieces, language)
    if stored and not is_stored(stored, language=language):
        stored = AS_IT_STANDS + "\n" + stored
    return Recovered(stored, pieces, aside, carrier, notes)


def _language_notes(stated: str | None, found: str, confidence: float) -> tuple[Note, ...]:
    """A word of doubt where the language was guessed, or is not the one that was stated."""
    if stated is None and confidence < SURE_ENOUGH:
        said = f"taken to be {languages.get(found).NAME}, without being sure (--language overrules)"
        return (Note(slug="language-guessed", message=said),)
    if stated is not None and found != stated and confidence >= SURE_ENOUGH:
        said = f"read as {stated!r}, but it looks like {languages.get(found).NAME}"
        return (Note(slug="language-differs", message=said),)
    return ()


def from_text(text: str, *, language: Language) -> str:
    """Stored form of plain text. Text in stored form comes back as it is."""
    block = RawBlock(text=text, kind=BlockKind.LINES, offset=0)
    return recovered(RawText(blocks=(block,), format="plain"), language).stored


@lru_cache(maxsize=1)  # what fails the test for its furniture is taken apart next
def _laid_out(text: str, language: Language) -> tuple[list[TextLine], tuple[SetAside, ...]]:
    """The lines of a text and the furniture among them."""
    return set_aside(split_lines([RawBlock(text=text, kind=BlockKind.LINES)]), language=language)


@lru_cache(maxsize=1)  # what is written is asked whether it reads as it should, and then kept
def _parsed(text: str, language: Language) -> tuple[Paragraph, ...]:
    """The paragraphs of stored text."""
    return parse(text, language=language)


@lru_cache(maxsize=2)  # asked of what stands there, and again of what is written: mostly the same
def is_stored(text: str, *, language: Language) -> bool:
    """Whether a text is in stored form already: written as `serialise` writes, its lines ending
    where sentences end, no blank line inside a sentence and no page furniture."""
    if not text or text.startswith(AS_IT_STANDS):
        written = serialise(parse(text, language=language), language=language) if text else ""
        return not text or text == AS_IT_STANDS + "\n" + written
    if not text.endswith("\n") or "\u00ad" in text or characters(text) != text:
        return False
    if any(_runs_on(block, language) for block in text.split("\n\n")):
        return False
    paragraphs = _parsed(text, language)
    flowing = (p for p in paragraphs if p.role not in UNSPLIT)
    if serialise(paragraphs, language=language) != text or not all(_is_cut(p, language) for p in flowing):
        return False
    if _wants_marks(paragraphs, language):
        return False
    return not _laid_out(text, language)[1] and not _torn(text, language)


def _runs_on(block: str, language: Language) -> bool:
    """Whether a paragraph of one line holds several sentences: seen without reading all the text."""
    if "\n" in block.rstrip("\n") or not is_running(block):
        return False
    line = block.rstrip("\n")
    return sentence_lines(spacing_kept(line, language), language=language) != [line]


def _is_cut(paragraph: Paragraph, language: Language) -> bool:
    """Whether the lines of a paragraph are its sentences."""
    whole = join_label(paragraph.label, paragraph.text(language.CODE), language=language)
    lines = sentence_lines(spacing_kept(whole, language), language=language)
    return "\n".join(lines) + "\n" == serialise([paragraph], language=language)


def _wants_marks(paragraphs: Sequence[Paragraph], language: Language) -> bool:
    """Whether a text without any heading mark holds a line that should bear one."""
    if any(paragraph.level for paragraph in paragraphs):
        return False
    pieces: list[UnwrappedParagraph] = []
    for paragraph in paragraphs:
        lines = [sentence.text for sentence in paragraph.sentences]
        if paragraph.role not in UNSPLIT:
            lines = [join_label(paragraph.label, paragraph.text(language.CODE), language=language)]
        pieces.extend(UnwrappedParagraph(text=line) for line in lines)
    return any(group[0].level for group in mark(pieces, language=language))


def tidy(text: str, *, language: Language) -> str:
    """Text with its lines as they are, but spacing and blank lines as stored form has them."""
    lines = [spacing_kept(characters(line).rstrip(" \f\u00ad"), language) for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines).strip("\n")) + "\n"


def _torn(text: str, language: Language) -> bool:
    """Whether unwrapping would join a quarter of what blank lines part: text set with a blank line
    after every line. Less is no proof: a list or a signature can look torn."""
    blocks = [b for b in text.rstrip("\n").split("\n\n") if not heading_level(b)]
    lines = [TextLine(text=block.replace("\n", language.SEPARATOR), blanks=1) for block in blocks]
    return (len(lines) - len(grouped(lines, language=language))) * 4 >= max(len(lines), 1)


def spacing_kept(text: str, language: Language) -> str:
    """`spacing` that leaves the space after a heading mark or a label."""
    level = heading_level(text)
    if level:
        return "#" * level + " " + spacing(text[level:], language=language)
    label, rest = split_label(text, language=language)
    return join_label(label, spacing(rest, language=language), language=language)


def _stored_pieces(lines: Sequence[TextLine]) -> list[UnwrappedParagraph]:
    return [
        UnwrappedParagraph(text=line.text[heading_level(line.text) :].lstrip(" "), lines=(line,), starts=(0,))
        for line in lines
    ]


def _pieces(raw: RawText, language: Language) -> tuple[list[UnwrappedParagraph], list[Taken]]:
    """Paragraphs and headings in order; layout is unwrapped, the rest taken as the format says."""
    pieces: list[UnwrappedParagraph] = []
    aside: list[Taken] = []
    marked = [block for block in raw.blocks if block.kind is not BlockKind.LINES]
    words = WordWitnesses.of([line.text for line in split_lines(marked)])
    for (layout, quoted), group in groupby(
        raw.blocks, key=lambda block: (block.kind is BlockKind.LINES, block.quoted)
    ):
        blocks = list(group)
        if layout:
            made, taken = _lines_and_aside(blocks, language)
            made = [one._replace(quoted=quoted) for one in made] if quoted else made
            aside.extend(one._replace(before=len(pieces) + one.before) for one in taken)
            pieces.extend(made)
            continue
        for block in blocks:
            if not block.is_text or is_rule(block.text.strip()):
                aside.append(Taken(len(pieces), _aside(block), block.key))
            else:
                pieces.extend(_spaced([*_known(block, language, words)], language))
    return pieces, aside


def _lines_and_aside(
    blocks: Sequence[RawBlock], language: Language
) -> tuple[list[UnwrappedParagraph], list[Taken]]:
    """The paragraphs of lines, and the furniture among them with the pieces that stand before it."""
    kept, taken = set_aside(split_lines(blocks), language=language)
    found = unwrap(notes_last(kept), language=language)
    pieces, ends = _without_end_rules(_spaced(found, language), language)
    starts = [*accumulate((piece.lines[0].start for piece in pieces if piece.lines), max)]
    aside = [Taken(bisect_right(starts, item.offset) if item.offset >= 0 else 0, item) for item in taken]
    return pieces, sorted([*aside, *ends], key=lambda one: (one.before, one.item.offset))


def _without_end_rules(
    pieces: list[UnwrappedParagraph], language: Language
) -> tuple[list[UnwrappedParagraph], list[Taken]]:
    """The pieces without a rule that stands behind their last sentence ("They left. * * *")."""
    taken: list[Taken] = []
    for index, found in enumerate(pieces):
        lines = sentence_lines(found.text, language=language) if found.text[-1] in "*#=_~•·+" else []
        if len(lines) > 1 and is_rule(lines[-1]):
            rule = SetAside(text=lines[-1], reason=SetAsideReason.RULE, page=found.lines[-1].page)
            taken.append(Taken(index + 1, rule))
            pieces[index] = found._replace(text=found.text[: -len(lines[-1])].rstrip(" "))
    return pieces, taken


def _aside(block: RawBlock) -> SetAside:
    reason = block.reason or _ASIDE.get(block.kind, SetAsideReason.RULE)
    return SetAside(
        text=" ".join(characters(line_ends(block.text)).split()),
        reason=reason,
        place=block.place,
        page=block.page,
        offset=block.offset,
        label=block.label,
    )


def _known(block: RawBlock, language: Language, words: WordWitnesses) -> Iterable[UnwrappedParagraph]:
    """A paragraph or heading that the format marks: its line breaks mean nothing."""
    lines = split_lines([block])
    if not lines:
        return
    whole = piece(lines, language=language, words=words, marked=True)
    level = (block.level or 2) if block.kind is BlockKind.HEADING else 0
    text = f"{block.label} {whole.text}" if block.label else whole.text
    added = letters(block.label)
    yield whole._replace(
        text=text,
        level=level,
        added=added,
        calls=tuple((call.key, added + letters(block.text[: call.at])) for call in block.calls),
        kind=block.kind,
        quoted=block.quoted,
        linked=block.linked,
        setting=block.setting,
    )


def _spaced(pieces: Sequence[UnwrappedParagraph], language: Language) -> list[UnwrappedParagraph]:
    """The pieces with single spaces and without soft hyphens, except those that hold nothing else."""
    texts = [spacing_kept(p.text.replace("\u00ad", "").strip(" "), language) for p in pieces]
    found = zip(pieces, texts, strict=True)
    return [p if p.text == text else p._replace(text=text) for p, text in found if text.strip()]


def _write(pieces: Sequence[UnwrappedParagraph], language: Language) -> str:
    """Stored text of the pieces."""
    if not pieces:
        return ""
    groups = mark(pieces, language=language)
    blocks = [TextBlock(tuple(p.text for p in group), group[0].level) for group in groups]
    roles = assign(blocks, language=language)
    parts = []
    for block, role in zip(blocks, roles, strict=True):
        lines: list[str] = list(block.lines)
        if role not in UNSPLIT:
            lines = [line for text in block.lines for line in sentence_lines(text, language=language)]
        hashes = "#" * min(block.level, 6) + " " if block.level else ""
        parts.append("\n".join(hashes + escape_line(line) for line in lines if line))
    return "\n\n".join(part for part in parts if part) + "\n"


def _notes(pieces: Sequence[UnwrappedParagraph], aside: Sequence[SetAside]) -> tuple[Note, ...]:
    """What was done that a reader may want to check."""
    notes: list[Note] = []
    words = sorted({d.word for p in pieces for d in p.divisions if not d.kept})
    if words:
        joined = f"divided at line ends, and joined: {first_of(words, 8)}"
        notes.append(Note(slug="words-rejoined", message=joined))
    for slug, compared in (("set-aside", False), ("set-aside-compared", True)):
        said = [i for i in aside if i.reason not in UNSAID and (i.reason not in UNCOMPARED) == compared]
        if said:
            notes.append(Note(slug=slug, message=f"left out as no part of the text: {_listed(said)}"))
    return tuple(notes)


def _listed(aside: Sequence[SetAside]) -> str:
    """How many of each reason, and their words where they are few."""
    counts = Counter(item.reason.value for item in aside)
    told = ", ".join(f"{count} × {reason}" for reason, count in sorted(counts.items()))
    if len(aside) > _QUOTED:
        return f"{told} (p5diff show --left-out lists them)"
    return told + ": " + "; ".join(f"“{_short(item.text)}” ({item.place})" for item in aside)


def _short(text: str) -> str:
    return text if len(text) <= _QUOTE else f"{text[:_QUOTE]}…"
