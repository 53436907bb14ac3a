"""The template engine: everything escaped, nothing undefined, hidden characters spelled out."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from p5diff.report.bidi import QUOTED, parts
from p5diff.text.characters import has_figure
from p5diff.text.labels import spaced
from p5diff.text.visible import visible


@cache
def asset(name: str) -> str:
    """A file of the templates folder, as written."""
    return files("p5diff.report").joinpath("templates", name).read_text(encoding="utf-8")


def digest(content: str) -> str:
    """A content as a Content-Security-Policy names it: `'sha256-…'`."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode() + "'"


def policy(style: str, *scripts: str) -> str:
    """Nothing may load, run, frame or send, but this style and these scripts."""
    allowed = " ".join(digest(script) for script in scripts if script) or "'none'"
    return (
        f"default-src 'none'; style-src {digest(style)}; script-src {allowed}; "
        "base-uri 'none'; form-action 'none'"
    )


@cache
def _environment() -> Any:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    made = Environment(
        loader=FunctionLoader(asset),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_seen,
    )
    made.filters["whole"] = whole
    made.filters["quoting"] = quoting
    made.filters["spaced"] = spaced
    return made


def _seen(value: Any) -> Any:
    """Plain strings are shown with their hidden characters spelled out; markup passes."""
    return visible(value) if type(value) is str else value


_WHOLE = re.compile(
    r"\d{1,2} [^\W\d_]{3,12} \d{4}(?!\d)"  # 12 May 2022, 12 мая 2022
    r"|[^\W\d_]{3,9} \d{1,2}, \d{4}(?!\d)"  # May 12, 2022
    r"|(?:\d{1,4}[年月日]){1,3}"
    r"|[A-Z][A-Za-z]*(?:/[A-Z0-9][A-Za-z0-9.()-]*)+"  # S/RES/1540(2004)
    r"|(?:\$|€|£)?\d+(?:[.,/–:-]\d+)+(?:\s?%| per cent| percent)?"
    r"|\d+(?:\s?%| per cent| percent)"
)
"""Dates, document symbols and figures. A line may end around them, never inside."""
_FITS = 30
"""The longest such thing that is kept together, in characters: it fits a line of a phone of 320 px."""


def whole(text: str) -> Any:
    """The text escaped, with what must not break across lines kept together."""
    from markupsafe import Markup, escape

    shown = visible(text)
    if not has_figure(shown) and "/" not in shown:  # what any of them has
        return escape(shown)
    made, at = [], 0
    for match in _WHOLE.finditer(shown):
        if len(match.group()) <= _FITS:
            made += [escape(shown[at : match.start()]), Markup('<span class="nb">')]
            made += [escape(match.group()), Markup("</span>")]
            at = match.end()
    return Markup("").join([*made, escape(shown[at:])]) if made else escape(shown)


def quoting(text: str, way: str = "ltr") -> Any:
    """A sentence of ours that runs that way, escaped, the words of each quotation apart: where they run from
    right to left they must not turn round what stands between two of them, nor the marks, which are the
    sentence's."""
    from markupsafe import Markup

    pieces = enumerate(QUOTED.split(visible(text)))
    return Markup("").join(
        Markup('{}<bdi dir="auto">{}</bdi>{}').format(*parts(piece)) if at % 2 else _between(piece, way)
        for at, piece in pieces
    )


def _between(text: str, way: str) -> Any:
    """What of a sentence of ours is no quotation, escaped."""
    from markupsafe import escape

    return _named_apart(text) if way == "rtl" else escape(text)


_NAME = re.compile(r"[A-Za-z0-9]+(?:[-–./:][A-Za-z0-9]+)+")
"""A date, an identifier, a file's name: `2022-05-08`, `paris-2011`."""


def _named_apart(text: str) -> Any:
    """Words that run from right to left, escaped, the names in them apart: a date must not turn round. The
    arrow between two of them points the way they are read."""
    from markupsafe import Markup, escape

    text = text.replace("→", "←")
    kept, at = Markup(""), 0
    for match in _NAME.finditer(text):
        kept += escape(text[at : match.start()]) + Markup("<bdi>{}</bdi>").format(match.group())
        at = match.end()
    return kept + escape(text[at:])


def fill(
    template: str, style: str, script: str = "", *, early: str = "", more: str = "", **values: Any
) -> str:
    """A page from a template, with its style and script inside and a policy that names both.

    `early` is a script for the head, which says how the page is laid out before any of it is read; `more` is
    put to the end of the style.
    """
    return "".join(filled(template, style, script, early=early, more=more, **values))


def filled(
    template: str, style: str, script: str = "", *, early: str = "", more: str = "", **values: Any
) -> Iterator[str]:
    """As `fill`, a piece at a time: a long page need not stand in memory whole."""
    from markupsafe import Markup

    css, js, first = asset(style) + more, *(asset(name) if name else "" for name in (script, early))
    return _drawn(
        template,
        values,
        css=Markup(css),
        js=Markup(js),
        early=Markup(f"<script>{first}</script>" if first else ""),
        style=Markup(f"<style>{css}</style>"),
        script=Markup(f"<script>{js}</script>"),
        policy=Markup(policy(css, js, first)),
    )


def fill_beside(template: str, style: str, script: str = "", *, early: str = "", **values: Any) -> str:
    """The page of `filled_beside` as a whole."""
    return "".join(filled_beside(template, style, script, early=early, **values))


def filled_beside(
    template: str, style: str, script: str = "", *, early: str = "", **values: Any
) -> Iterator[str]:
    """As `filled`, for a page of a folder whose pages share style and scripts: files that stand beside it, by
    their last name. A policy that lets nothing in but files of that place, on a disk or a host."""
    from markupsafe import Markup

    def beside(name: str) -> Markup:
        return Markup(f'<script src="{name.rpartition("/")[2]}"></script>' if name else "")

    return _drawn(
        template,
        values,
        early=beside(early),
        style=Markup(f'<link rel="stylesheet" href="{style.rpartition("/")[2]}">'),
        script=beside(script),
        policy=Markup(_BESIDE),
    )


_BESIDE = (
    "default-src 'none'; style-src 'self' file:; script-src 'self' file:; base-uri 'none'; form-action 'none'"
)
"""`file:` since browsers differ on what `'self'` is for a page opened from a disk; from a host, no page may
load a file of the reader's."""


def _drawn(template: str, values: Mapping[str, Any], **own: Any) -> Iterator[str]:
    pieces: Iterator[str] = _environment().get_template(template).generate(**own, **values)
    return pieces
