"""Clauses of a resolution: one sentence of many paragraphs, each with its role, number and lead verb.

A resolution names who speaks ("The Lamp Conference,"), recalls what it rests on ("Recalling …,") and
then decides, point by point ("1. Requests …;"). What is recalled explains and binds to nothing, in
whatever words it opens; so the preamble is told by its place and its commas, not by a list of verbs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import dropwhile

from p5diff.language import Language
from p5diff.model.clause import Clause, ClauseRole
from p5diff.model.statement import Paragraph, Role

OPEN = (",", ";", "،", "؛", "，", "；")
"""How a clause ends that is not the last one of its sentence."""
_FIRST = re.compile(r"[(（]?(?:1|١|一)[.)．）、]?")
_NUMBERED = re.compile(r"[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[.)．）、]?")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LEAD_CHARACTERS = 2
"""Characters of a Chinese verb."""


def clauses(paragraphs: Sequence[Paragraph], *, language: Language) -> tuple[Clause, ...]:
    """The clauses of a resolution in order; none where the text is not one.

    A resolution has at least one preambular clause and a first numbered one; all that stands in the
    body before that ends in a comma or a semicolon, the titles over it apart.
    """
    body = [(block, p) for block, p in enumerate(paragraphs) if p.role is Role.BODY and p.sentences]
    first = next((i for i, (_, p) in enumerate(body) if _FIRST.fullmatch(p.label)), None)
    if first is None:
        return ()
    preamble = list(dropwhile(lambda item: _is_title(item[1]), body[:first]))
    if len(preamble) < 2 or not all(_is_open(p) for _, p in preamble):
        return ()
    block, speaker = preamble[0]
    found = [Clause(role=ClauseRole.SPEAKER, sentences=_ids(speaker), block=block)]
    found += [_clause(block, p, ClauseRole.PREAMBULAR, language) for block, p in preamble[1:]]
    numbered = [(block, p) for block, p in body[first:] if _NUMBERED.fullmatch(p.label)]
    return (*found, *(_clause(block, p, ClauseRole.OPERATIVE, language) for block, p in numbered))


def _is_title(paragraph: Paragraph) -> bool:
    """Whether a paragraph ends like no sentence: an agenda item or a subtitle over the resolution."""
    return paragraph.sentences[-1].text.rstrip()[-1:].isalnum()


def _is_open(paragraph: Paragraph) -> bool:
    """Whether the sentence goes on after the paragraph, which is no list by itself."""
    return not paragraph.label and paragraph.sentences[-1].text.rstrip().endswith(OPEN)


def _clause(block: int, paragraph: Paragraph, role: ClauseRole, language: Language) -> Clause:
    lead, opening = lead_verb(paragraph.sentences[0].text, language=language)
    return Clause(
        role=role,
        number=paragraph.label,
        lead=lead,
        opening=opening,
        sentences=_ids(paragraph),
        block=block,
    )


def lead_verb(text: str, *, language: Language) -> tuple[str, str]:
    """The verb that a clause opens with, and the words up to it with the adverbs on both sides, as printed.

    "Further requests the Council …" gives ("requests", "Further requests"); a clause that opens
    otherwise gives its first word twice. Nothing is known of a verb but where it stands: after adverbs,
    auxiliaries and joining words.
    """
    match = _opening(language).match(text)
    if match is None:
        return "", ""
    return match["lead"], match.group().rstrip()


@cache
def _opening(language: Language) -> re.Pattern[str]:
    """What a clause opens with: words before the verb, `lead` itself, adverbs after it."""
    no = r"(?!)"
    word = _WORD.pattern
    before, after, with_ = (
        part or no for part in (language.LEAD_BEFORE, language.LEAD_AFTER, language.LEAD_WITH)
    )
    if not language.SEPARATOR:
        verb = rf"(?:{language.LEAD_VERBS or no}|[^\W\d_]{{{_LEAD_CHARACTERS}}})"
        return re.compile(rf"(?:{before}[，、]?)*(?P<lead>{verb})")
    gap = r"(?:[,،] ?| )"
    lead = rf"(?P<lead>(?:{with_} )?{word})"
    return re.compile(rf"[^\w]*(?:{before}{gap})*{lead}(?: {after}\b)*", re.IGNORECASE)


def _ids(paragraph: Paragraph) -> tuple[str, ...]:
    return tuple(sentence.id for sentence in paragraph.sentences)
