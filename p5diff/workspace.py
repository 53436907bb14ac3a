"""What a command works with: the corpus, and the rules and ladder that go with it, found once.

A command makes one `Workspace` and passes it on; what it is asked for is found when it is first
needed, and found once. So no function can look in another place than the one before it, or
forget the rules that a corpus adds.

    space = Workspace(Path("corpus"), ladder="six-steps")
    space.corpus, space.rules
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from p5diff.corpus.catalogue import Corpus, find

if TYPE_CHECKING:
    from p5diff.meaning.rules.rules import Rules


class Workspace:
    """A corpus with its rules. `place` is its folder (None: found as the command line finds it);
    `ladder` names another ladder than the corpus's own, or a file with one, `topics` another set of
    topics, or `none`."""

    def __init__(
        self, place: Path | None = None, *, ladder: str | Path | None = None, topics: str | None = None
    ) -> None:
        self.place = place
        self.ladder = ladder
        self.topics = topics

    @classmethod
    def of(cls, place: Path | Workspace | None, *, ladder: str | Path | None = None) -> Workspace:
        """The workspace itself, where a command has made one; else the one of a folder."""
        if not isinstance(place, Workspace):
            return cls(place, ladder=ladder)
        if ladder is None or ladder == place.ladder:
            return place
        other = cls(place.place, ladder=ladder, topics=place.topics)
        other.__dict__["corpus"] = place.corpus
        return other

    @classmethod
    def around(cls, corpus: Corpus, *, ladder: str | Path | None = None) -> Workspace:
        """The workspace of a corpus at hand."""
        space = cls(corpus.root, ladder=ladder)
        space.__dict__["corpus"] = corpus
        return space

    @cached_property
    def corpus(self) -> Corpus:
        """The corpus in use. Raises `CorpusError` (slug `no-corpus`) where a named folder holds none."""
        return find(self.place)

    @cached_property
    def rules(self) -> Rules:
        """The project's rules with those of the corpus on top. Raises `RulesError`."""
        from p5diff.meaning import load_rules

        return load_rules(self.corpus.rules_path, self.ladder, self.topics)
