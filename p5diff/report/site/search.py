"""The search index: made when the site is, read by its search page, in the six languages.

Words are folded as rules read them (case, accents, Arabic letters and vowel signs); Chinese is found by
neighbouring characters. The page folds what is typed by the same table, which the index carries.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from p5diff import language as languages
from p5diff.language import Language
from p5diff.model.statement import Statement
from p5diff.report.html.foot import script_safe
from p5diff.report.html.tags import direction, language_tag
from p5diff.report.phrasebook import Say
from p5diff.report.series.facts import date
from p5diff.report.site.names import Places, sentence_anchor
from p5diff.text.fold import letter_table
from p5diff.text.visible import visible

_WORD = re.compile(r"[^\W_]+")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")


TOLD = (
    "No statement of this site says it.",
    "1 sentence",
    "{{n}} different sentences, the newest first",
    "{{n}} shown",
)
"""What the script says; it fills in the figures itself."""


def folded(text: str, language: Language) -> str:
    """A text as it is searched: compatible forms, small letters, no accents, letters read as another."""
    text = unicodedata.normalize("NFKC", text).lower()
    table = letter_table(language)
    return "".join(
        c for c in unicodedata.normalize("NFKD", text.translate(table)) if unicodedata.category(c) != "Mn"
    )


def terms(text: str) -> dict[str, None]:
    """The terms of a folded text: words; of Chinese, characters and pairs of neighbours."""
    found: dict[str, None] = {}
    for word in _WORD.findall(text):
        if _HAN.search(word):
            found.update(dict.fromkeys(word))
            found.update(dict.fromkeys(a + b for a, b in pairwise(word)))
        else:
            found[word] = None
    return found


def index(statements: Sequence[Statement], places: Places, say: Say) -> str:
    """The index as JSON that a script element can hold. A sentence that recurs is held once.

    `texts`: distinct sentences; `at`: for each of them, numbers of statements and places in them;
    `terms`: term → the sentences that hold it, each but the first as the distance from the one before.
    """
    language = languages.get(statements[0].meta.language)
    number: dict[str, int] = {}
    at: list[list[Any]] = []
    found: dict[str, list[int]] = {}
    for place, statement in enumerate(statements):
        for sentence in statement.sentences():
            text = visible(sentence.text)
            if text not in number:
                number[text] = len(number)
                at.append([])
                for term in terms(folded(text, language)):
                    found.setdefault(term, []).append(number[text])
            at[number[text]] += [place, sentence_anchor(sentence.id)]
    data = {
        "language": language_tag(statements[0].meta.language),
        "direction": direction(statements[0].meta.language),
        "folds": dict(language.LETTER_FOLDS),
        "inside": bool(language.CLITICS),
        "statements": [[visible(s.meta.id), date(s.meta), places.page(s.meta.ref)] for s in statements],
        "words": [say(words) for words in TOLD],
        "texts": list(number),
        "at": at,
        "terms": {term: _distances(numbers) for term, numbers in sorted(found.items())},
    }
    return script_safe(json.dumps(data, ensure_ascii=False, separators=(",", ":")))


def _distances(numbers: list[int]) -> list[int]:
    return [n - before for n, before in zip(numbers, [0, *numbers], strict=False)]
