"""Languages: what p5diff knows of each, in a module of its own, and the one look-up.

Code that holds a language code (a value of the model, a command line) looks the language up once, with
`get`, and passes the `Language` on; nothing below tells languages apart by their codes.
"""

from p5diff.language import ar, en, es, fr, ru, und, zh
from p5diff.language.base import Language

LANGUAGES: dict[str, Language] = {"en": en, "zh": zh, "fr": fr, "ru": ru, "es": es, "ar": ar}
"""The six languages of the United Nations, by BCP 47 primary tag."""

UNKNOWN: Language = und
"""What stands for a language that p5diff does not know: signs and print, no words."""


def get(code: str) -> Language:
    """The language with this BCP 47 primary tag ("en", "zh"), or `UNKNOWN`."""
    return LANGUAGES.get(code, UNKNOWN)


def primary_tag(stated: str) -> str:
    """The primary tag of a code as documents state it ("en-GB", "en_GB", "ENG"): "en".

    A language that p5diff does not know keeps its own, lower-cased.

    >>> primary_tag("ZHO"), primary_tag("fr-CA"), primary_tag("pt")
    ('zh', 'fr', 'pt')
    """
    first = stated.strip().lower().replace("_", "-").split("-", maxsplit=1)[0]
    return next((code for code, known in LANGUAGES.items() if first in known.LONG_CODES), first)


__all__ = ["LANGUAGES", "UNKNOWN", "Language", "get", "primary_tag"]
