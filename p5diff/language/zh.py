"""Chinese."""

from collections.abc import Mapping

CODE = "zh"
NAME = "Chinese"
DIRECTION = "ltr"
SEPARATOR = ""
TERMINATORS = "。？！…"
ABBREVIATIONS: frozenset[str] = frozenset([])
QUOTES: tuple[tuple[str, str], ...] = (("“", "”"), ("‘", "’"), ("《", "》"), ("〈", "〉"))
MONTHS: Mapping[str, int] = {
    name: number
    for number, name in enumerate(["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"], start=1)
}
VARIANTS: Mapping[str, str] = {}
COMMON_WORDS: frozenset[str] = frozenset(["的", "和", "在", "了", "是", "与", "为", "以", "及", "对", "其", "并", "等", "将"])
