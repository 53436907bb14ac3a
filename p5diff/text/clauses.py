"""Clauses of a resolution: one sentence of many paragraphs, each with its role, number and lead verb.

A resolution names who speaks ("The Lamp Conference,"), recalls what it rests on ("Recalling …,") and
then decides, point by point ("1. Requests …;"). What is recalled explains and binds to nothing, in
whatever words it opens; so the preamble is told by its place and its commas, not by a list of verbs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from p5diff.language import Language
from p5diff.model.clause import Clause, ClauseRole
from p5diff.model.statement import Paragraph, Role

_OPEN = (",", ";", "،", "؛", "，", "；")
"""How a clause ends that is not the last one of its sentence."""
_FIRST = re.compile(r"[(（]?(?:1|١|一)[.)．）、]?")
_NUMBERED = re.compile(r"[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[.)．）、]?")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LEAD_CHARACTERS = 2
"""Characters of a Chinese verb."""


def clauses(paragraphs: Sequence[Paragraph], *, language: Language) -> tuple[Clause, ...]:
    """The clauses of a resolution in order; none where the text is not one.

    A resolution has at least one preambular clause and a first numbered one; all that stands in the
    body before that ends in a comma or a semicolon.
    """
    body = [(block, p) for block, p in enumerate(paragraphs) if p.role is Role.BODY and p.sentences]
    first = next((i for i, (_, p) in enumerate(body) if _FIRST.fullmatch(p.label)), None)
    if first is None:
        return ()
    preamble = body[:first]
    if len(preamble) < 2 or not all(_is_open(p) for _, p in preamble):
        return ()
    block, speaker = preamble[0]
    found = [Clause(role=ClauseRole.SPEAKER, sentences=_ids(speaker), block=block)]
    found += [_clause(block, p, ClauseRole.PREAMBULAR, language) for block, p in preamble[1:]]
    numbered = [(block, p) for block, p in body[first:] if _NUMBERED.fullmatch(p.label)]
    return (*found, *(_clause(block, p, ClauseRole.OPERATIVE, language) for block, p in numbered))


def _is_open(paragraph: Paragraph) -> bool:
    """Whether the sentence goes on after the paragraph, which is no list by itself."""
    return not paragraph.label and paragraph.sentences[-1].text.rstrip().endswith(_OPEN)


def _clause(block: int, paragraph: Paragraph, role: ClauseRole, language: Language) -> Clause:
    word = _WORD.search(paragraph.sentences[0].text)
    lead = word.group() if word else ""
    if not language.SEPARATOR:
        lead = lead[:_LEAD_CHARACTERS]
    return Clause(role=role, number=paragraph.label, lead=lead, sentences=_ids(paragraph), block=block)


def _ids(paragraph: Paragraph) -> tuple[str, ...]:
    return tuple(sentence.id for sentence in paragraph.sentences)
