"""Series of the project's own sentences in six languages, made by a seeded program that knows what it did.

Each sentence is an act joined to an object; acts and objects recur, so that near-twins abound.
"""

# ruff: noqa: E501  (tables of sentences are easier to read unbroken)
from __future__ import annotations

import random
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

from p5diff.model.statement import Metadata, Paragraph, Role, Sentence, Statement

ACTS = {
    "en": ("The States reaffirm their support for", "The States call for early progress on", "The States undertake to report on",
           "The States welcome recent work on", "The States will hold a meeting next year about", "The States regret the delay in"),
    "fr": ("Les États réaffirment leur soutien à", "Les États demandent des progrès rapides sur", "Les États s'engagent à faire rapport sur",
           "Les États saluent les travaux récents sur", "Les États tiendront l'an prochain une réunion sur", "Les États regrettent le retard de"),
    "es": ("Los Estados reafirman su apoyo a", "Los Estados piden avances rápidos en", "Los Estados se comprometen a informar sobre",
           "Los Estados acogen con satisfacción la labor reciente sobre", "Los Estados celebrarán el próximo año una reunión sobre", "Los Estados lamentan el retraso de"),
    "ru": ("Государства подтверждают свою поддержку", "Государства призывают к скорейшему прогрессу в отношении", "Государства обязуются представить доклад о",
           "Государства приветствуют недавнюю работу касательно", "Государства проведут в следующем году встречу по теме", "Государства сожалеют о задержке"),
    "zh": ("各国重申支持", "各国呼吁早日推进", "各国承诺报告", "各国欢迎近期有关", "各国将于明年开会讨论", "各国对拖延表示遗憾的是"),
    "ar": ("تؤكد الدول من جديد دعمها", "تدعو الدول إلى إحراز تقدم سريع بشأن", "تتعهد الدول بتقديم تقرير عن",
           "ترحب الدول بالعمل الأخير بشأن", "ستعقد الدول العام المقبل اجتماعا بشأن", "تأسف الدول للتأخير في"),
}  # fmt: skip
OBJECTS = {
    "en": ("the river navigation treaty in the northern basin", "a shared register of fishing vessels and their crews", "rules for small satellites in low orbits",
           "the exchange of seismic data between coastal stations", "a fund for clearing mines from farmland", "common standards for hospital ships",
           "the protection of undersea cables near the straits", "joint training of frontier guards", "the return of stolen manuscripts to libraries"),
    "fr": ("le traité de navigation fluviale du bassin septentrional", "un registre commun des navires de pêche et de leurs équipages", "des règles pour les petits satellites en orbite basse",
           "l'échange de données sismiques entre stations côtières", "un fonds de déminage des terres agricoles", "des normes communes pour les navires hôpitaux",
           "la protection des câbles sous-marins près des détroits", "la formation conjointe des gardes-frontières", "la restitution aux bibliothèques des manuscrits volés"),
    "es": ("el tratado de navegación fluvial de la cuenca septentrional", "un registro común de buques pesqueros y sus tripulaciones", "reglas para satélites pequeños en órbita baja",
           "el intercambio de datos sísmicos entre estaciones costeras", "un fondo para desminar tierras de cultivo", "normas comunes para buques hospital",
           "la protección de cables submarinos cerca de los estrechos", "la formación conjunta de guardias fronterizos", "la devolución a bibliotecas de manuscritos robados"),
    "ru": ("договора о речном судоходстве в северном бассейне", "общего реестра рыболовных судов и экипажей", "правил для малых спутников на низких орбитах",
           "обмена сейсмическими данными между береговыми станциями", "фонда разминирования пахотных земель", "единых стандартов для госпитальных судов",
           "защиты подводных кабелей вблизи проливов", "совместной подготовки пограничников", "возвращения украденных рукописей библиотекам"),
    "zh": ("北部流域内河航行条约", "渔船及船员共同登记册", "低轨道小型卫星规则", "沿海台站之间的地震数据交换", "农田扫雷基金", "医院船共同标准",
           "海峡附近海底电缆的保护", "边防人员联合培训", "被盗手稿归还图书馆"),
    "ar": ("معاهدة الملاحة النهرية في الحوض الشمالي", "سجل مشترك لسفن الصيد وأطقمها", "قواعد للسواتل الصغيرة في المدارات المنخفضة",
           "تبادل البيانات الزلزالية بين المحطات الساحلية", "صندوق لإزالة الألغام من الأراضي الزراعية", "معايير مشتركة للسفن المستشفيات",
           "حماية الكابلات البحرية قرب المضائق", "التدريب المشترك لحرس الحدود", "إعادة المخطوطات المسروقة إلى المكتبات"),
}  # fmt: skip
TAILS = {
    "en": (" in the coming years", " without further delay", " as part of their joint programme"),
    "fr": (" dans les années à venir", " sans plus tarder", " dans le cadre de leur programme commun"),
    "es": (" en los próximos años", " sin más demora", " como parte de su programa conjunto"),
    "ru": (" в ближайшие годы", " без дальнейших промедлений", " в рамках совместной программы"),
    "zh": ("，以期在今后数年见效", "，不再拖延", "，作为其联合方案的一部分"),
    "ar": (" في السنوات المقبلة", " دون مزيد من التأخير", " في إطار برنامجها المشترك"),
}
LANGUAGES = tuple(ACTS)


class Material(NamedTuple):
    """What sentences are made of, by language: acts, their objects, ends of sentences."""

    acts: Mapping[str, tuple[str, ...]]
    objects: Mapping[str, tuple[str, ...]]
    tails: Mapping[str, tuple[str, ...]]


PLAIN = Material(ACTS, OBJECTS, TAILS)


LONG_ACTS = ("parties", "ministers", "governors", "envoys", "rectors", "wardens", "chiefs")
"""The lots of `long_acts.toml`; objects of `envoys` and `wardens` stand two by two, the same for others."""


@cache
def long_acts(lot: str) -> Material:
    """Long acts with short objects."""
    data = tomllib.loads(Path(__file__).with_name("long_acts.toml").read_text(encoding="utf-8"))[lot]
    return Material(*({code: tuple(data[code][part]) for code in data} for part in Material._fields))


@dataclass
class Planted:
    """A series and what was planted in it: `gaps` and `revivals` as (sentence key, statement number)."""

    language: str
    statements: list[Statement]
    said: list[dict[str, str]]
    """For each statement: key of a sentence → its wording there."""
    gaps: list[tuple[str, int]] = field(default_factory=list)
    revivals: list[tuple[str, int]] = field(default_factory=list)


def statement(language: str, number: int, texts: list[str]) -> Statement:
    """A statement of one sentence a paragraph, dated one year after the other."""
    name = f"oslo-{2001 + number}"
    meta = Metadata(ref=f"{name}:{language}", id=name, language=language, adopted=f"{2001 + number}-05-01")
    paragraphs = tuple(
        Paragraph(
            sentences=(Sentence(text=text, block=n, number=1, paragraph=n + 1),), role=Role.BODY, number=n + 1
        )
        for n, text in enumerate(texts)
    )
    return Statement(meta=meta, paragraphs=paragraphs)


def planted(
    language: str, seed: int, *, size: int = 8, kept: int = 9, twins: int = 0, material: Material = PLAIN
) -> Planted:
    """A series of `size` statements in which some sentences leave and some of those come back.

    `kept` sentences have an object each; `twins` more share one of theirs under another act.
    """
    rng = random.Random(f"{language}-{seed}")
    acts, things = len(material.acts[language]), len(material.objects[language])
    chosen = [(rng.randrange(acts), thing) for thing in rng.sample(range(things), kept)]
    spare = [((act + rng.randrange(1, acts)) % acts, thing) for act, thing in rng.sample(chosen, twins)]
    wording = {key: _sentence(material, language, key, "") for key in chosen}
    present: dict[tuple[int, int], set[int]] = {key: set(range(size)) for key in chosen}
    made = Planted(language, [], [])
    for key in rng.sample(chosen, 4):
        leaves = rng.randrange(2, size - 3)
        back = rng.choice([None, *range(leaves + 1, size)])
        present[key] = {n for n in range(size) if n < leaves or (back is not None and n >= back)}
        made.gaps.append((str(key), leaves))
        if back is not None:
            made.revivals.append((str(key), back))
    for key in spare:
        wording[key] = _sentence(material, language, key, "")
        present[key] = set(range(rng.randrange(1, size), size))
    for n in range(size):
        for key in rng.sample(sorted(wording), 3):
            wording[key] = _sentence(material, language, key, rng.choice(material.tails[language]))
        order = [key for key in [*chosen, *spare] if n in present[key]]
        made.said.append({str(key): wording[key] for key in order})
        made.statements.append(statement(language, n, [wording[key] for key in order]))
    return made


def _sentence(material: Material, language: str, key: tuple[int, int], tail: str) -> str:
    act, thing = material.acts[language][key[0]], material.objects[language][key[1]]
    return f"{act}{'' if language == 'zh' else ' '}{thing}{tail}{'。' if language == 'zh' else '.'}"
