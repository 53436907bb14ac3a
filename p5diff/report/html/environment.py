"""The template engine: everything escaped, nothing undefined, hidden characters spelled out."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

from p5diff.text.visible import visible


@cache
def asset(name: str) -> str:
    """A file of the templates folder, as written."""
    return files("p5diff.report").joinpath("templates", name).read_text(encoding="utf-8")


def digest(content: str) -> str:
    """A content as a Content-Security-Policy names it: `'sha256-…'`."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode() + "'"


def policy(style: str, script: str) -> str:
    """Nothing may load, run, frame or send, but this style and this script."""
    allowed = digest(script) if script else "'none'"
    return (
        f"default-src 'none'; style-src {digest(style)}; script-src {allowed}; "
        "base-uri 'none'; form-action 'none'"
    )


@cache
def _environment() -> Any:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(asset),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_seen,
    )


def _seen(value: Any) -> Any:
    """Plain strings are shown with their hidden characters spelled out; markup passes."""
    return visible(value) if type(value) is str else value


def fill(template: str, style: str, script: str = "", **values: Any) -> str:
    """A page from a template, with its style and script inside and a policy that names both."""
    from markupsafe import Markup

    css, js = asset(style), asset(script) if script else ""
    page: str = (
        _environment()
        .get_template(template)
        .render(css=Markup(css), js=Markup(js), policy=Markup(policy(css, js)), **values)
    )
    return page
