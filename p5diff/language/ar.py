"""Arabic."""

from collections.abc import Mapping

CODE = "ar"
NAME = "Arabic"
DIRECTION = "rtl"
SEPARATOR = " "
TERMINATORS = ".؟!…"
ABBREVIATIONS: frozenset[str] = frozenset([])
QUOTES: tuple[tuple[str, str], ...] = (("«", "»"), ("“", "”"), ('"', '"'))
MONTHS: Mapping[str, int] = {
    name: number
    for number, name in enumerate(
        ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيه", "يوليه", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"], start=1
    )
}
VARIANTS: Mapping[str, str] = {}
COMMON_WORDS: frozenset[str] = frozenset(["في", "من", "على", "إلى", "أن", "عن", "التي", "الذي", "مع", "هذا", "هذه", "أو", "لا", "كل", "ما"])
