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


__all__ = ["LANGUAGES", "UNKNOWN", "Language", "get"]
