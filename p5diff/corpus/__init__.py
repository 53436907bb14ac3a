"""The corpus on disk and in git: layout, files, repository, checks."""

from p5diff.corpus.catalogue import Corpus, find
from p5diff.corpus.choice import choose_pair
from p5diff.corpus.entry import StatementEntry, TextEntry, Whereabouts

__all__ = ["Corpus", "StatementEntry", "TextEntry", "Whereabouts", "choose_pair", "find"]
