# ruff: noqa: E501 (sentences stay whole)
"""Coordinations that become two sentences, or one again, made by rule in six languages.

"They welcomed A and B." becomes "They welcomed A. They also welcomed B."; or B goes; or the sentence
stays and "They welcomed C." is new behind it. Only what follows the repeated opening tells them apart.
Every text also runs backwards, so that what was split is merged.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from benchmarks.judged import Judged


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Openings, each with how it goes on and how it is said again; and what may be spoken of."""

    openings: tuple[tuple[str, str, str], ...]
    """(opening, what joins two objects, the opening of a sentence that adds the second)."""
    objects: tuple[str, ...]
    end: str = "."


WORDINGS = {
    "en": Wording(
        openings=(
            ("The delegations welcomed ", " and ", "The delegations also welcomed "),
            ("The committee decided to examine ", " and to examine ", "The committee decided to examine "),
            ("States should report on ", " and on ", "States should report on "),
            ("The parties stressed the importance of ", " and of ", "The parties stressed the importance of "),
            ("We took note of ", " as well as ", "We took note of "),
            ("The Council urges all members to support ", " and ", "It urges all members to support "),
        ),
        objects=(
            "the inspection of closed harbours;the training of customs officers;a register of radiation sources;"
            "the annual exchange of seismic data;early warning of forest fires;voluntary visits to laboratories;"
            "the work of the legal panel;regional seminars on export licences;the safe transport of waste;"
            "equal access to drinking water;a fund for small islands;the recent report on fisheries;"
            "joint exercises at sea;the protection of cultural sites;lower tariffs on medicines;"
            "the review of older treaties"
        ).split(";"),
    ),
    "fr": Wording(
        openings=(
            ("Les délégations ont salué ", " et ", "Les délégations ont également salué "),
            ("Le comité a décidé d’examiner ", " et d’examiner ", "Le comité a décidé d’examiner "),
            ("Les Parties ont souligné l’importance que revêtent ", " et ",
             "Les Parties ont souligné l’importance que revêtent "),
            ("Nous avons pris note avec intérêt de ", " ainsi que de ", "Nous avons pris note avec intérêt de "),
        ),
        objects=(
            "l’inspection des ports fermés;la formation des douaniers;le registre des sources de rayonnement;"
            "l’échange annuel de données sismiques;l’alerte rapide en cas d’incendie;les visites de laboratoires;"
            "les travaux du groupe juridique;la sûreté du transport des déchets;l’accès à l’eau potable;"
            "le fonds destiné aux petites îles;les exercices communs en mer;la protection des sites culturels"
        ).split(";"),
    ),
    "es": Wording(
        openings=(
            ("Las delegaciones acogieron con satisfacción ", " y ",
             "Las delegaciones también acogieron con satisfacción "),
            ("El comité decidió examinar ", " y examinar ", "El comité decidió examinar "),
            ("Las Partes destacaron la importancia de ", " y de ", "Las Partes destacaron la importancia de "),
            ("Tomamos nota de ", " así como de ", "Tomamos nota asimismo de "),
        ),
        objects=(
            "la inspección de puertos cerrados;la formación de los agentes de aduanas;"
            "el registro de fuentes de radiación;el intercambio anual de datos sísmicos;"
            "la alerta temprana de incendios;las visitas a laboratorios;los trabajos del grupo jurídico;"
            "el transporte seguro de desechos;el acceso al agua potable;el fondo para islas pequeñas;"
            "los ejercicios conjuntos en el mar;la protección de los sitios culturales"
        ).split(";"),
    ),
    "ru": Wording(
        openings=(
            ("Делегации приветствовали ", " и ", "Делегации также приветствовали "),
            ("Комитет постановил рассмотреть ", " и рассмотреть ", "Комитет постановил рассмотреть "),
            ("Стороны подчеркнули, что поддерживают ", ", а также ", "Стороны подчеркнули, что поддерживают "),
            ("Мы приняли к сведению ", " и ", "Мы приняли к сведению "),
        ),
        objects=(
            "осмотр закрытых гаваней;обучение сотрудников таможни;перечень источников излучения;"
            "ежегодный обмен сейсмическими данными;раннее оповещение о пожарах;посещения лабораторий;"
            "работу юридической группы;безопасную перевозку отходов;доступ к питьевой воде;"
            "фонд для малых островов;совместные учения на море;охрану памятников культуры"
        ).split(";"),
    ),
    "zh": Wording(
        openings=(
            ("各代表团欢迎", "和", "各代表团还欢迎"),
            ("委员会决定审议", "并审议", "委员会决定审议"),
            ("缔约方强调必须支持", "以及", "缔约方强调必须支持"),
            ("我们注意到", "，并注意到", "我们注意到"),
        ),
        objects=(
            "关闭港口的检查;海关人员的培训;辐射源的登记;每年交换地震数据;森林火灾的预警;实验室的自愿访问;"
            "法律小组的工作;废物的安全运输;饮用水的平等获取;小岛屿的专项基金;海上联合演习;文化遗址的保护"
        ).split(";"),
        end="。",
    ),
    "ar": Wording(
        openings=(
            ("رحبت الوفود بما تحقق في مجال ", " وفي مجال ", "ورحبت الوفود أيضا بما تحقق في مجال "),
            ("قررت اللجنة النظر في ", " وفي ", "وقررت اللجنة النظر في "),
            ("شددت الأطراف على أهمية ", " وأهمية ", "وشددت الأطراف على أهمية "),
            ("نحيط علما بما يجري بشأن ", " وبشأن ", "ونحيط علما أيضا بما يجري بشأن "),
        ),
        objects=(
            "تفتيش الموانئ المغلقة;تدريب موظفي الجمارك;سجل مصادر الإشعاع;تبادل بيانات الزلازل سنويا;"
            "الإنذار المبكر بالحرائق;زيارة المختبرات طوعا;أعمال الفريق القانوني;نقل النفايات نقلا مأمونا;"
            "الحصول على مياه الشرب;صندوق الجزر الصغيرة;التدريبات المشتركة في البحر;حماية المواقع الثقافية"
        ).split(";"),
    ),
}  # fmt: skip


def _document(language: str, seed: int) -> Judged:
    dice = random.Random(f"{language}{seed}")
    wording = WORDINGS[language]
    stock = list(wording.objects)
    dice.shuffle(stock)
    old: list[str] = []
    new: list[str] = []
    gold: set[tuple[int, int]] = set()
    while len(stock) >= 3:
        opening, joiner, again = dice.choice(wording.openings)
        first, second = stock.pop(), stock.pop()
        become = dice.choice(("split", "split", "cut", "beside", "alone"))
        i, j = len(old), len(new)
        if become == "alone":
            old.append(f"{opening}{first}{wording.end}")
            new.append(f"{opening}{first}{wording.end}")
            gold.add((i, j))
            continue
        old.append(f"{opening}{first}{joiner}{second}{wording.end}")
        gold.add((i, j))
        if become == "split":
            new += [f"{opening}{first}{wording.end}", f"{again}{second}{wording.end}"]
            gold.add((i, j + 1))
        elif become == "cut":
            new.append(f"{opening}{dice.choice((first, second))}{wording.end}")
        else:
            new += [old[-1], f"{again}{stock.pop()}{wording.end}"]
    return Judged(
        id=f"{language}-{seed}", language=language, old=tuple(old), new=tuple(new),
        gold=frozenset(gold), optional=frozenset(), masked=frozenset(),
    )  # fmt: skip


def _backwards(text: Judged) -> Judged:
    return Judged(
        id=f"{text.id}-back", language=text.language, old=text.new, new=text.old,
        gold=frozenset((j, i) for i, j in text.gold), optional=frozenset(), masked=frozenset(),
    )  # fmt: skip


def coordinations(count: int = 3) -> list[Judged]:
    """`count` texts of each language, forwards and backwards; the same ones every time."""
    made = [_document(language, seed) for language in WORDINGS for seed in range(count)]
    return [*made, *map(_backwards, made)]
