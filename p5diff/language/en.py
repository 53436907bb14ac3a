"""English."""

from collections.abc import Mapping

CODE = "en"
NAME = "English"
DIRECTION = "ltr"
SEPARATOR = " "
TERMINATORS = ".?!…"
ABBREVIATIONS: frozenset[str] = frozenset(
    ["mr", "mrs", "ms", "dr", "no", "nos", "art", "arts", "para", "paras", "vol", "st", "i.e", "e.g", "cf", "etc", "u.s", "u.k", "gen", "amb", "h.e", "rev", "add", "corr"]
)
QUOTES: tuple[tuple[str, str], ...] = (("“", "”"), ("‘", "’"), ('"', '"'))
MONTHS: Mapping[str, int] = {
    name: number
    for number, name in enumerate(
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"],
        start=1,
    )
}
VARIANTS: Mapping[str, str] = {}
COMMON_WORDS: frozenset[str] = frozenset(
    ["the", "of", "and", "to", "in", "that", "for", "with", "on", "by", "as", "is", "are", "be", "which", "their", "will", "this", "have", "it", "our", "we", "its", "from", "at", "an", "or"]
)
