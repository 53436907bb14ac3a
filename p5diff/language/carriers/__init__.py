"""How pages, press releases and news stories that carry a statement speak around it.

Patterns are regular expressions in text form, matched without regard to case on one paragraph
in stored form. `{noun}` stands for the language's words for a statement.
"""

from __future__ import annotations

from typing import NamedTuple


class Carrier(NamedTuple):
    """The words of a carrier, in one language.

    `noun`: what is carried. `spoken`: what is carried too, by words that statements use of other things as well
    ("message", "resolution"): only beside words of `points`. `text`: its words as such ("the full text", "its text"). `points`: says that
    something stands here or just below. A sentence with the two introduces, and so does one with `text`
    that a colon ends. `introduces`: searched in the sentence before the text, says that
    the text itself follows. `announces`: searched in a sentence, says only that there is one.
    Whole lines: `begins` and `ends` mark where it starts and stops; `heads` belong to the page
    before it (kind of publication, embargo, number, office); `tails` to the page after it (notes to
    editors, contacts, links, dates of publication). `beside`: lines of a page that may stand inside the text as
    well as after it (links to other stories, advertisements). `first_person`: searched in a sentence, shows that
    the parties themselves speak, so that it is no carrier's. `publisher`: whole line, with the name as
    group `who`. `greets` and `parts` are whole lines that open and close a letter or message around the text, `courtesy` what a note says at its end, searched in a paragraph,
    `forwards` those that a mail program puts above one that is sent on. `at`: what stands between "met" and a place before a date (nothing where the place would stand in another form than it is called by); `on`:
    between both. `reader`: searched in a sentence after the text, shows that it speaks to who reads the publication or of
    that publication, as no statement does. `delivery`: whole lines that put the spoken word above the text.
    Who speaks, searched in a paragraph without what stands in quotation marks: `reports`: that somebody tells
    what others said, or works for the press; `aloud`: that somebody reads out what others say; `lately`: times told from the day of writing ("yesterday", `{days}`:
    the days of the week); `acts`: verbs with which parties bind, ask or judge; `itself`: words of a statement
    for itself ("this statement").
    """

    noun: str
    spoken: str
    text: str
    points: str
    introduces: tuple[str, ...]
    announces: tuple[str, ...]
    begins: tuple[str, ...]
    ends: tuple[str, ...]
    heads: tuple[str, ...]
    tails: tuple[str, ...]
    beside: tuple[str, ...]
    first_person: str
    publisher: tuple[str, ...]
    greets: tuple[str, ...]
    parts: tuple[str, ...]
    courtesy: tuple[str, ...]
    forwards: tuple[str, ...]
    at: str
    on: str
    reader: tuple[str, ...]
    delivery: tuple[str, ...]
    reports: str
    aloud: str
    lately: str
    itself: str
    acts: str
