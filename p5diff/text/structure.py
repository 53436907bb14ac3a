"""Structure of a text: made from what a reader saw, parsed from stored form, written to it."""

from p5diff.text.draft import from_raw, is_stored
from p5diff.text.stored import parse, sentence_lines, serialise

__all__ = ["from_raw", "is_stored", "parse", "sentence_lines", "serialise"]
