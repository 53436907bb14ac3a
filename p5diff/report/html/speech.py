"""What the page's script and style say themselves, in the language of the page."""

from __future__ import annotations

import json

from p5diff.report.phrasebook import PageWords

SCRIPT = (
    "no changes",
    "1 change",
    "{n} changes",
    "{n} of {all}",
    "(no. {n})",
    "Showing {n} of {all} changes; passages without one are hidden.",
    "1 place",
    "{n} places",
    "Change {n}",
    "before",
    "after",
    "Compared with {made}.",
    "Change {n} copied.",
    "Copying is not allowed here.",
    "copy",
    "copy change {n} with its citation",
)
"""What the script says, in English: it asks for its words by these, and fills in the figures itself."""
STYLE = (
    ("ins::before", "inserted"),
    ("del::before", "deleted"),
    (".k-uncovered ins::before", "only in the text after"),
    (".k-uncovered del::before", "only in the text before"),
)
"""What a screen reader hears before changed words; in brackets, which end after them."""


def script_words(say: PageWords) -> str:
    """The words of the script as JSON; empty in English, which it knows."""
    if say.language == "en":
        return ""
    return json.dumps({words: say.raw(words) for words in SCRIPT}, ensure_ascii=False)


def spoken(say: PageWords) -> str:
    """Rules for the end of the style; none in English."""
    if say.language == "en":
        return ""
    heard = (f'{where} {{ content: "\\2060" / " [{say(words)}: "; }}' for where, words in STYLE)
    seen = (f'  .side .t.{side}:has(*)::before {{ content: "{say(side)}"; }}' for side in ("before", "after"))
    colon = f'.bytopic dt::after, .named dt::after {{ content: "{say.led("")}"; }}'
    return "\n".join([colon, *heard, "@media screen and (max-width: 46rem) {", *seen, "}", ""])
