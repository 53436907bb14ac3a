"""Alignment: who corresponds to whom between two texts, and which words changed.

`align` compares two statements, `align_sentences` two lists of strings, `words.diff_words` two
strings. docs/alignment.md explains the passes and every threshold.
"""

from p5diff.align.passes.links import Link
from p5diff.align.sentences import align_sentences
from p5diff.align.settings import DEFAULT, Settings
from p5diff.align.statements import TopicHints, align

__all__ = ["DEFAULT", "Link", "Settings", "TopicHints", "align", "align_sentences"]
