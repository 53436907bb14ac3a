"""Which language a text is in: its script first, then its common words and telling letters."""

from __future__ import annotations

import re

from p5diff.language import LANGUAGES

SURE_ENOUGH = 0.5
"""From this confidence on a detected language is taken without a word. Below it, half of the
telling words speak for another language, or there are too few to tell: then it is said, so that
a person can overrule it. Lower hides wrong guesses, higher doubts every short text."""
_SAMPLE = 20000
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = (
    ("zh", "[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+", 3.0),
    ("ar", "[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]+", 1.0),
    ("ru", "[\u0400-\u052f]+", 1.0),
    ("latin", "[A-Za-z\u00c0-\u024f]+", 1.0),
)
_LATIN = ("en", "fr", "es")


def detect_language(text: str) -> tuple[str, float]:
    """The likeliest of the six languages and a confidence in [0, 1]; ("en", 0.0) for no letters.

    >>> detect_language("Les États parties réaffirment leur engagement.")[0]
    'fr'
    """
    sample = text[:_SAMPLE]
    if sample.isascii():
        code, confidence = _latin(sample) if _WORD.search(sample) else ("en", 0.0)
        return code, round(confidence, 3)
    weights = {name: sum(map(len, re.findall(script, sample))) * weight for name, script, weight in _SCRIPTS}
    total = sum(weights.values())
    if not total:
        return "en", 0.0
    script = max(weights, key=lambda name: weights[name])
    share = weights[script] / total
    if script == "latin":
        code, confidence = _latin(sample)
        return code, round(confidence * share, 3)
    return script, round(share * min(1.0, 0.5 + weights[script] / 20), 3)


def _latin(sample: str) -> tuple[str, float]:
    """English, French or Spanish by common words, with their telling letters as a second voice."""
    letters = sample.lower()
    words = _WORD.findall(letters) if sample.isascii() else [w.lower() for w in _WORD.findall(sample)]
    scores = {}
    for code in _LATIN:
        known = LANGUAGES[code]
        hits = sum(map(known.COMMON_WORDS.__contains__, words))
        telling = sum(letters.count(char) for char in set(known.TELLING_LETTERS))
        scores[code] = hits + telling * 0.7
    best, second = sorted(scores.values(), reverse=True)[:2]
    if best == 0:
        return "en", 0.1
    code = next(c for c in _LATIN if scores[c] == best)
    margin = (best - second) / best
    support = min(1.0, best / max(3.0, len(words) * 0.12))
    return code, margin * 0.6 * support + 0.4 * support
