"""Languages: a Protocol and one short module of data each, found in `LANGUAGES`."""

from p5diff.language import ar, en, es, fr, ru, zh
from p5diff.language.base import Language

LANGUAGES: dict[str, Language] = {"en": en, "zh": zh, "fr": fr, "ru": ru, "es": es, "ar": ar}
"""The six languages of the United Nations, by BCP 47 primary tag."""

__all__ = ["LANGUAGES", "Language"]
