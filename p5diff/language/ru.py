"""Russian."""

from collections.abc import Mapping

CODE = "ru"
NAME = "Russian"
DIRECTION = "ltr"
SEPARATOR = " "
TERMINATORS = ".?!…"
ABBREVIATIONS: frozenset[str] = frozenset(["г", "гг", "т.е", "т.д", "т.п", "др", "пр", "ст", "стр", "п", "пп", "им", "см", "ред", "док"])
QUOTES: tuple[tuple[str, str], ...] = (("«", "»"), ("„", "“"), ('"', '"'))
MONTHS: Mapping[str, int] = {
    name: number
    for number, name in enumerate(
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"], start=1
    )
}
VARIANTS: Mapping[str, str] = {}
COMMON_WORDS: frozenset[str] = frozenset(
    ["и", "в", "на", "с", "по", "для", "о", "об", "что", "их", "к", "из", "от", "как", "не", "мы", "это", "а", "также", "при", "за"]
)
