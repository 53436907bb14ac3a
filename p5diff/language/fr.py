"""French."""

from collections.abc import Mapping

CODE = "fr"
NAME = "French"
DIRECTION = "ltr"
SEPARATOR = " "
TERMINATORS = ".?!…"
ABBREVIATIONS: frozenset[str] = frozenset(
    ["m", "mm", "mme", "mmes", "dr", "art", "par", "vol", "p", "pp", "cf", "etc", "no", "nos", "s.e", "st", "ste"]
)
QUOTES: tuple[tuple[str, str], ...] = (("« ", " »"), ("“", "”"), ('"', '"'))
MONTHS: Mapping[str, int] = {
    name: number
    for number, name in enumerate(
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
        start=1,
    )
}
VARIANTS: Mapping[str, str] = {}
COMMON_WORDS: frozenset[str] = frozenset(
    ["le", "la", "les", "de", "des", "du", "et", "à", "en", "que", "qui", "dans", "pour", "par", "sur", "au", "aux", "une", "un", "est", "sont", "leur", "leurs", "nous", "ce", "cette"]
)
