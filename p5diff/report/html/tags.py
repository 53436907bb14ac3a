"""Languages as HTML attributes: from a short list, whatever a file claims."""

from __future__ import annotations

from p5diff.language import LANGUAGES


def language_tag(language: str) -> str:
    """The language as a `lang` attribute may hold it: a known code, else `und`."""
    return language if language in LANGUAGES else "und"


def direction(language: str) -> str:
    """`ltr` or `rtl`; unknown languages let the browser decide."""
    return LANGUAGES[language].DIRECTION if language in LANGUAGES else "auto"
