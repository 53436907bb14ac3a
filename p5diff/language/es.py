"""Spanish."""

from collections.abc import Mapping

CODE = "es"
NAME = "Spanish"
DIRECTION = "ltr"
SEPARATOR = " "
TERMINATORS = ".?!…"
ABBREVIATIONS: frozenset[str] = frozenset(
    ["sr", "sra", "sres", "dr", "dra", "art", "arts", "párr", "párrs", "vol", "núm", "núms", "etc", "ee.uu", "excmo", "excma", "cf", "p", "pp"]
)
QUOTES: tuple[tuple[str, str], ...] = (("«", "»"), ("“", "”"), ('"', '"'))
MONTHS: Mapping[str, int] = {
    name: number
    for number, name in enumerate(
        ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
        start=1,
    )
}
VARIANTS: Mapping[str, str] = {}
COMMON_WORDS: frozenset[str] = frozenset(
    ["el", "la", "los", "las", "de", "del", "y", "a", "en", "que", "por", "para", "con", "su", "sus", "se", "un", "una", "al", "es", "son", "lo", "como", "nosotros"]
)
