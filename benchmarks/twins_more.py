"""More near-twins made by rule: Chinese, Russian, French and Arabic, lists, schedules, blocks.

Every sentence is invented. As in `twins`, a unit keeps what identifies it, and is revised with a fixed
seed. Two kinds give no such hold: in `order_only` every unit of a few patterns is reworded in the same
way, so that order alone tells them apart; in `numbered` the number in front counts on and belongs to
the place, not to the unit.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from itertools import product

from benchmarks.judged import Judged

_COUNT = 30
_Change = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Kind:
    """A pattern, what fills it (in any combination), and light changes of its wording."""

    name: str
    language: str
    pattern: str
    first: tuple[str, ...]
    second: tuple[str, ...]
    changes: tuple[_Change, ...]

    def units(self, dice: random.Random, count: int = _COUNT) -> list[str]:
        """Different units in the order of the words that fill them."""
        chosen = sorted(dice.sample(list(product(range(len(self.first)), range(len(self.second)))), count))
        return [self.pattern.format(self.first[a], self.second[b]) for a, b in chosen]

    def reworded(self, text: str, dice: random.Random) -> str:
        old, new = dice.choice([c for c in self.changes if c[0] in text])
        return text.replace(old, new, 1)


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split(", "))


_DAYS = tuple(str(day) for day in range(1, 29))
_SUBJECTS = _words(
    "fissile material, naval reactors, export controls, physical protection, peaceful uses, warhead storage, "
    "data exchange, joint exercises, site visits, research reactors"
)
_STATES = _words("Arcadia, Borduria, Cascadia, Elbonia, Freedonia, Genovia, Hyrkania, Illyria")

KINDS = (
    Kind(
        "obligations", "zh", "{}应在每年年底以前就{}问题向秘书处提交详细报告。",
        tuple(f"{stem}国" for stem in "甲乙丙丁戊己庚辛"),
        tuple("浓缩铀库存 裂变材料 海军反应堆 出口管制 实物保护 和平利用 弹头储存 数据交换 联合演习".split()),
        (("应", "须"), ("以前", "之前"), ("详细报告", "报告"), ("提交", "递交"), ("每年", "各年")),
    ),
    Kind(
        "delegations", "ru", "Делегация {} представила Конференции ежегодный доклад по вопросу {}.",
        _words("Аркадии, Бордурии, Каскадии, Эльбонии, Фридонии, Дженовии, Гиркании, Иллирии"),
        _words("расщепляющихся материалов, морских реакторов, экспортного контроля, физической защиты, "
               "мирного использования, хранения боезарядов, обмена данными, совместных учений"),
        (("представила", "направила"), ("ежегодный доклад", "доклад"), ("по вопросу", "о вопросе"),
         ("Конференции", "секретариату")),
    ),
    Kind(
        "definitions", "fr",
        "Aux fins du présent texte, l’expression « {} » ne s’étend pas à ce qui touche {}.",
        _words("matière fissile, réacteur naval, contrôle des exportations, protection physique, usage "
               "pacifique, stockage des ogives, visite de site"),
        _words("l’échange de données, les exercices communs, les essais d’explosifs, la recherche, les "
               "accidents, la navigation, la médecine, le transport"),
        (("Aux fins", "Au sens"), ("l’expression", "le terme"), ("ne s’étend pas à", "ne comprend pas"),
         ("présent texte", "présent document")),
    ),
    Kind(
        "reports", "ar", "تقدم دولة {} إلى الأمانة تقريرا سنويا مفصلا عن {} قبل نهاية السنة.",
        _words("أركاديا, بوردوريا, كاسكاديا, إلبونيا, فريدونيا, جينوفيا, هيركانيا, إليريا"),
        _words("المواد الانشطارية, مفاعلات السفن, مراقبة الصادرات, الحماية المادية, تخزين الرؤوس, "
               "تبادل البيانات, التدريبات المشتركة, زيارات المواقع"),
        (("تقدم", "ترفع"), ("تقريرا سنويا مفصلا", "تقريرا سنويا"), ("قبل نهاية", "في نهاية"),
         ("إلى الأمانة ", "")),
    ),
    Kind(
        "schedule", "en", "Lot {0}: 40 units, delivery on the first Monday of week {1}, unit price 12.50.",
        _DAYS, tuple(str(week) for week in range(1, 53)),
        (("40 units", "45 units"), ("12.50", "12.75"), ("delivery", "delivered"),
         ("first Monday", "last Monday")),
    ),
    Kind(
        "numbered", "en", "The secretariat shall circulate to all Parties the report of {} on {}.",
        _STATES, _SUBJECTS,
        (("shall", "will"), ("circulate", "send"), ("all Parties", "the Parties"), ("report", "full report")),
    ),
    Kind(
        "block", "en", "Each Party shall notify {} of all {} planned for the following year.",
        _STATES, _SUBJECTS,
        (("Each", "Every"), ("shall", "will"), ("of all", "of any"), ("following", "next")),
    ),
)  # fmt: skip
_ORDER_ONLY = (
    ("The Parties shall meet once a year to review the annual report.", "The Parties shall meet each year to "
     "review the annual report."),
    ("The Parties shall meet twice a year to review the annual report.", "The Parties shall meet every six "
     "months to review the annual report."),
    ("The Parties shall meet once a year to review the annual budget.", "The Parties shall meet each year to "
     "review the annual budget."),
)  # fmt: skip


def _revised(kind: Kind, seed: int) -> Judged:
    """Four units dropped, four added, half reworded, two moved; or a block of six moved."""
    dice = random.Random(f"{kind.name} {seed}")
    pool = kind.units(dice)
    extra = [t for t in kind.units(random.Random(f"{kind.name} more {seed}")) if t not in pool][:4]
    gone = set(dice.sample(range(len(pool)), 4))
    kept: list[tuple[int, str]] = [
        (k, kind.reworded(t, dice) if dice.random() < 0.5 else t) for k, t in enumerate(pool) if k not in gone
    ]
    _move(kept, dice, 6 if kind.name == "block" else 1)
    for text in extra:
        kept.insert(dice.randrange(len(kept)), (-1, text))
    return _judged(kind, seed, pool, kept)


def _move(kept: list[tuple[int, str]], dice: random.Random, size: int) -> None:
    """Move one block of `size` units, or two single units."""
    for _ in range(2 if size == 1 else 1):
        start = dice.randrange(len(kept) - size)
        block = kept[start : start + size]
        del kept[start : start + size]
        place = dice.randrange(len(kept))
        kept[place:place] = block


def _order_only(seed: int) -> Judged:
    """Three patterns, each many times, all reworded alike; distinct units between now and then."""
    dice = random.Random(f"order {seed}")
    marks = KINDS[5].units(dice, 8)
    rows: list[tuple[str, str]] = []
    for k in range(24):
        rows += [(marks[k // 3], marks[k // 3])] if k % 3 == 0 else []
        rows.append(dice.choice(_ORDER_ONLY))
    kind = Kind("order", "en", "", (), (), ())
    return _judged(kind, seed, [a for a, _ in rows], [(k, b) for k, (_, b) in enumerate(rows)])


def _judged(kind: Kind, seed: int, pool: list[str], kept: list[tuple[int, str]]) -> Judged:
    texts: Callable[[list[str]], tuple[str, ...]] = _numbers if kind.name == "numbered" else tuple
    return Judged(
        id=f"{kind.name}-{seed}",
        language=kind.language,
        old=texts(pool),
        new=texts([t for _, t in kept]),
        gold=frozenset((k, j) for j, (k, _) in enumerate(kept) if k >= 0),
        optional=frozenset(),
        masked=frozenset(),
    )


def _numbers(units: list[str]) -> tuple[str, ...]:
    return tuple(f"{number}. {unit}" for number, unit in enumerate(units, start=1))


def more_twins(count: int = 6) -> list[Judged]:
    """`count` revisions of each kind of text; the same ones every time."""
    made = [_revised(kind, seed) for kind in KINDS for seed in range(count)]
    return made + [_order_only(seed) for seed in range(count)]
