"""How pages, press releases and news stories that carry a statement speak around it.

Patterns are regular expressions in text form, matched without regard to case on one paragraph
in stored form. `{noun}` stands for the language's words for a statement.
"""

from __future__ import annotations

from typing import NamedTuple


class Carrier(NamedTuple):
    """The words of a carrier, in one language.

    `noun`: what is carried. `introduces`: searched in the sentence before the text, says that
    the text itself follows. `announces`: searched in a sentence, says only that there is one.
    Whole lines: `begins` and `ends` mark where it starts and stops; `heads` belong to the page
    before it (kind of publication, embargo, number, office); `tails` to the page after it (notes to
    editors, contacts, links, dates of publication). `first_person`: searched in a sentence, shows that
    the parties themselves speak, so that it is no carrier's. `publisher`: whole line, with the name as
    group `who`. `at`: what stands between "met" and a place before a date; `on`: between both.
    """

    noun: str
    introduces: tuple[str, ...]
    announces: tuple[str, ...]
    begins: tuple[str, ...]
    ends: tuple[str, ...]
    heads: tuple[str, ...]
    tails: tuple[str, ...]
    first_person: str
    publisher: tuple[str, ...]
    at: str
    on: str
