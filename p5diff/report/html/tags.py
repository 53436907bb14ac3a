"""Languages as HTML attributes: from a short list, whatever a file claims."""

from __future__ import annotations

from p5diff import language as languages


def language_tag(language: str) -> str:
    """The language as a `lang` attribute may hold it: a known code, else `und`."""
    return languages.get(language).CODE


def direction(language: str) -> str:
    """`ltr` or `rtl`; unknown languages let the browser decide."""
    return languages.get(language).DIRECTION
