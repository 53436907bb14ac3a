"""Which language a text is in: its script first, then its common words and telling letters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from p5diff.language import LANGUAGES, Language
from p5diff.language.script import SCRIPTS

SURE_ENOUGH = 0.5
"""From this confidence on a detected language is taken without a word. Below it, half of the
telling words speak for another language, or there are too few to tell: then it is said, so that
a person can overrule it. Lower hides wrong guesses, higher doubts every short text."""
_SAMPLE = 20000
"""Characters that are looked at: as many as a statement of six pages has."""
_WORD = re.compile(r"[^\W\d_]+")


def detect_language(text: str) -> tuple[str, float]:
    """The likeliest of the known languages (its code) and a confidence in [0, 1]; ("en", 0.0) for
    no letters.

    The script decides where one language alone is written in it; else common words do.

    >>> detect_language("Les États parties réaffirment leur engagement.")[0]
    'fr'
    """
    sample = text[:_SAMPLE]
    if sample.isascii():
        code, confidence = _by_words(sample, _written_in("Latin")) if _WORD.search(sample) else ("en", 0.0)
        return code, round(confidence, 3)
    scripts = dict.fromkeys(known.SCRIPT for known in LANGUAGES.values())
    weights = {name: sum(map(len, _letters(name).findall(sample))) * SCRIPTS[name][1] for name in scripts}
    total = sum(weights.values())
    if not total:
        return "en", 0.0
    script = max(weights, key=lambda name: weights[name])
    share = weights[script] / total
    candidates = _written_in(script)
    if len(candidates) > 1:
        code, confidence = _by_words(sample, candidates)
        return code, round(confidence * share, 3)
    return candidates[0].CODE, round(share * min(1.0, 0.5 + weights[script] / 20), 3)


@cache
def _letters(script: str) -> re.Pattern[str]:
    return re.compile(f"[{SCRIPTS[script][0]}]+")


@cache
def _telling(known: Language, ascii_alone: bool) -> tuple[str, ...]:
    """The telling letters of a language that a text may hold."""
    return tuple({char for char in known.TELLING_LETTERS if char.isascii() or not ascii_alone})


def _written_in(script: str) -> list[Language]:
    return [known for known in LANGUAGES.values() if script == known.SCRIPT]


def _by_words(sample: str, candidates: Sequence[Language]) -> tuple[str, float]:
    """Languages of one script by common words, with their telling letters as a second voice."""
    letters = sample.lower()
    words = _WORD.findall(letters) if sample.isascii() else [w.lower() for w in _WORD.findall(sample)]
    scores = {}
    for known in candidates:
        hits = sum(map(known.COMMON_WORDS.__contains__, words))
        telling = sum(map(letters.count, _telling(known, letters.isascii())))
        scores[known.CODE] = hits + telling * 0.7
    best, second = sorted(scores.values(), reverse=True)[:2]
    if best == 0:
        return candidates[0].CODE, 0.1
    code = next(c for c in scores if scores[c] == best)
    margin = (best - second) / best
    support = min(1.0, best / max(3.0, len(words) * 0.12))
    return code, margin * 0.6 * support + 0.4 * support
