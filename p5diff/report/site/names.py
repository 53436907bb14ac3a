"""Names of pages and places: the same for the same statement or thread in every build, whatever it is called.

`washington-2012` → `statement-washington-2012.html`; thread `washington-2012#p10.4` →
`t-washington-2012.p10.4`. What a file system or an address could not carry is replaced, and a digest of
the whole name keeps two such names apart.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from p5diff.model.series import Series, Thread
from p5diff.model.statement import Metadata

_LONGEST = 60
"""Characters of a name in a file's name: file systems take 255 bytes, and a mail may cut a long address."""
NO_TOPIC = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLink:
    """Where something stands, and what it is called."""

    href: str
    text: str


def plain(name: str) -> str:
    """Lower-case letters, digits, points and hyphens; with a digest where that lost anything."""
    clean = re.sub(r"[^a-z0-9.]+", "-", name.lower()).strip("-.")[:_LONGEST]
    if clean and clean == name:
        return clean
    return f"{clean}-{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}".lstrip("-")


def thread_anchor(identifier: str) -> str:
    """The place of a thread on its page."""
    return "t-" + plain(identifier.replace("#", ".", 1))


def sentence_anchor(sentence: str) -> str:
    """The place of a sentence on the page of its statement."""
    return f"s-{plain(sentence)}"


def topic_page(topic: str) -> str:
    """The page of a topic; threads without one share a page."""
    return f"topic-{plain(topic or NO_TOPIC)}.html"


def thread_link(thread: Thread) -> str:
    """Page and place of a thread: on the page of the topic that its first wording leads with."""
    return f"{topic_page(thread.topics[0] if thread.topics else '')}#{thread_anchor(thread.id)}"


class Places:
    """Where the statements of a series stand in its site."""

    def __init__(self, texts: Sequence[Metadata]) -> None:
        counts = Counter(plain(meta.id) for meta in texts)
        self._names = {
            meta.ref: plain(meta.id) if counts[plain(meta.id)] == 1 else plain(meta.ref) for meta in texts
        }
        self._ids = {meta.ref: meta.id for meta in texts}

    @classmethod
    def of(cls, series: Series) -> Places:
        """The places of a series."""
        return cls(series.texts)

    def name(self, ref: str) -> str:
        """What a reader calls the statement."""
        return self._ids.get(ref, ref)

    def page(self, ref: str) -> str:
        """The page of a statement."""
        return f"statement-{self._names[ref]}.html"

    def link(self, ref: str) -> PageLink:
        """The page of a statement, by its name."""
        return PageLink(href=self.page(ref), text=self.name(ref))

    def sentence(self, ref: str, sentence: str) -> str:
        """The place of a sentence."""
        return f"{self.page(ref)}#{sentence_anchor(sentence)}"

    def pair(self, before: str, after: str) -> str:
        """The page on which two neighbours are compared."""
        return f"pair-{self._names[before]}--{self._names[after]}.html"
