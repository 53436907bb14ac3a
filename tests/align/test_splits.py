# ruff: noqa: E501 (sentences stay whole)
"""One sentence that becomes two, and back, in six languages: relative clauses, participles, passives, lists of three,
clauses with "although". All came out right when they were written, before anything was looked at.
"""

from __future__ import annotations

import pytest

from p5diff.align import align_sentences

CASES = (
    (
        "en",
        "The delegations, meeting in Tallinn, adopted a charter on river ports and elected a secretary for three years.",
        (
            "Meeting in Tallinn, the delegations adopted a charter on river ports.",
            "A secretary was elected for three years.",
        ),
        ("Snow fell on the mountain passes.", "The budget was approved without a vote."),
        ("Snow fell on the mountain passes.", "The budget was approved by consensus."),
    ),
    (
        "en",
        "We call on all exporters to publish their licences, which should be renewed every five years.",
        ("We call on all exporters to publish their licences.", "These should be renewed every five years."),
        ("We thank the host city.", "We deplore the sinking of two ferries."),
        ("We thank the host city warmly.", "We deplore the sinking of two ferries."),
    ),
    (
        "en",
        "Although the survey is not complete, the experts agreed that the dam is safe and that no village needs to move.",
        (
            "The experts agreed that the dam is safe.",
            "No village needs to move, they found, although the survey is not complete.",
        ),
        ("The experts visited the valley.", "They will return in spring."),
        ("The experts visited the valley.", "They are to return in spring."),
    ),
    (
        "en",
        "The Agency shall inspect both enrichment halls and storage ponds, and shall report its findings to the Board.",
        (
            "The Agency shall inspect both enrichment halls and storage ponds.",
            "Its findings shall be reported to the Board.",
        ),
        ("The Agency shall appoint inspectors.", "The Agency shall keep records of seals."),
        ("The Agency shall appoint inspectors.", "The Agency shall keep a record of all seals."),
    ),
    (
        "en",
        "Members reiterate their support for a ceasefire, for the release of hostages and for unhindered aid.",
        (
            "Members reiterate their support for a ceasefire and for the release of hostages.",
            "They also stand for unhindered aid.",
        ),
        ("Members regret the delay.", "Members will meet again."),
        ("Members regret the delay.", "Members will meet again in June."),
    ),
    (
        "fr",
        "Les États réunis à Dakar ont adopté un programme de reboisement, dont le coût sera partagé entre eux.",
        (
            "Les États réunis à Dakar ont adopté un programme de reboisement.",
            "Son coût sera partagé entre eux.",
        ),
        ("La séance a été ouverte à midi.", "Le secrétariat publiera un rapport."),
        ("La séance a été ouverte à midi.", "Le secrétariat publiera un bref rapport."),
    ),
    (
        "fr",
        "Nous réaffirmons notre attachement au dialogue et invitons les parties à reprendre les pourparlers sans conditions.",
        (
            "Nous réaffirmons notre attachement au dialogue.",
            "Nous invitons les parties à reprendre les pourparlers sans conditions.",
        ),
        ("Nous remercions la Norvège.", "Nous suivrons la situation de près."),
        ("Nous remercions la Norvège.", "Nous suivrons de près la situation."),
    ),
    (
        "fr",
        "Le Conseil décide de proroger le mandat de la mission jusqu’en mars et d’en réduire les effectifs d’un tiers.",
        (
            "Le Conseil décide de proroger le mandat de la mission jusqu’en mars.",
            "Il décide aussi d’en réduire les effectifs d’un tiers.",
        ),
        ("Le Conseil salue l’accord.", "Le Conseil reste saisi de la question."),
        ("Le Conseil salue l’accord conclu.", "Le Conseil reste saisi de la question."),
    ),
    (
        "fr",
        "Les exportateurs déclarent chaque vente d’armes légères, sauf celles destinées aux musées, et conservent les registres dix ans.",
        (
            "Les exportateurs déclarent chaque vente d’armes légères, sauf celles destinées aux musées.",
            "Les registres sont conservés dix ans.",
        ),
        ("Les douanes contrôlent les ports.", "Les courtiers sont agréés."),
        ("Les douanes contrôlent tous les ports.", "Les courtiers sont agréés."),
    ),
    (
        "fr",
        "Bien que des progrès aient été faits, la faim recule trop lentement et les dons diminuent.",
        ("La faim recule trop lentement, bien que des progrès aient été faits.", "Les dons diminuent."),
        ("La sécheresse dure.", "Un fonds est créé."),
        ("La sécheresse dure depuis un an.", "Un fonds est créé."),
    ),
    (
        "es",
        "Los ministros, reunidos en Quito, aprobaron un plan de vacunación y crearon un fondo para las islas.",
        (
            "Reunidos en Quito, los ministros aprobaron un plan de vacunación.",
            "También crearon un fondo para las islas.",
        ),
        ("La reunión duró dos días.", "El acta se publicará en mayo."),
        ("La reunión duró dos días.", "El acta será publicada en mayo."),
    ),
    (
        "es",
        "Pedimos a todas las partes que respeten la tregua, cuya vigencia termina en agosto.",
        ("Pedimos a todas las partes que respeten la tregua.", "Su vigencia termina en agosto."),
        ("Lamentamos las víctimas.", "Agradecemos a los mediadores."),
        ("Lamentamos las víctimas.", "Agradecemos su labor a los mediadores."),
    ),
    (
        "es",
        "El Comité examinará los informes nacionales, formulará observaciones y las enviará a la Asamblea.",
        (
            "El Comité examinará los informes nacionales.",
            "Formulará observaciones y las enviará a la Asamblea.",
        ),
        ("El Comité elegirá a su mesa.", "Las sesiones serán públicas."),
        ("El Comité elegirá a su mesa.", "Las sesiones del Comité serán públicas."),
    ),
    (
        "es",
        "Se prohíbe la venta de minas antipersonal y se destruirán las existencias en un plazo de cuatro años.",
        (
            "Se prohíbe la venta de minas antipersonal.",
            "Las existencias se destruirán en un plazo de cuatro años.",
        ),
        ("Las partes marcarán las zonas.", "Habrá ayuda a los heridos."),
        ("Las partes marcarán las zonas peligrosas.", "Habrá ayuda a los heridos."),
    ),
    (
        "es",
        "Aunque la cosecha mejoró, persisten la escasez de agua y el alza de los precios.",
        (
            "Persiste la escasez de agua, aunque la cosecha mejoró.",
            "Persiste asimismo el alza de los precios.",
        ),
        ("Llovió poco en abril.", "Los silos están llenos."),
        ("Llovió poco en abril.", "Los silos ya están llenos."),
    ),
    (
        "ru",
        "Участники встречи в Минске приняли устав речных портов и избрали секретаря на три года.",
        ("Участники встречи в Минске приняли устав речных портов.", "Секретарь избран на три года."),
        ("Погода была холодной.", "Бюджет утверждён без голосования."),
        ("Погода была холодной.", "Бюджет утверждён консенсусом."),
    ),
    (
        "ru",
        "Мы призываем все государства публиковать лицензии, срок которых не должен превышать пяти лет.",
        ("Мы призываем все государства публиковать лицензии.", "Их срок не должен превышать пяти лет."),
        ("Мы благодарим хозяев.", "Мы осуждаем захват судов."),
        ("Мы благодарим хозяев встречи.", "Мы осуждаем захват судов."),
    ),
    (
        "ru",
        "Совет продлевает мандат миссии до марта, сокращает её численность и просит представить доклад.",
        (
            "Совет продлевает мандат миссии до марта и сокращает её численность.",
            "Он также просит представить доклад.",
        ),
        ("Совет приветствует соглашение.", "Совет остаётся занятым вопросом."),
        ("Совет приветствует соглашение.", "Совет продолжает заниматься вопросом."),
    ),
    (
        "ru",
        "Хотя обследование не закончено, эксперты считают плотину надёжной и не предлагают переселять деревни.",
        (
            "Эксперты считают плотину надёжной, хотя обследование не закончено.",
            "Переселять деревни они не предлагают.",
        ),
        ("Эксперты посетили долину.", "Весной они вернутся."),
        ("Эксперты посетили долину.", "Они вернутся весной."),
    ),
    (
        "ru",
        "Стороны подтверждают приверженность запрещению испытаний и обмену сейсмическими данными.",
        (
            "Стороны подтверждают приверженность запрещению испытаний.",
            "Они подтверждают и приверженность обмену сейсмическими данными.",
        ),
        ("Стороны проведут консультации.", "Стороны открыли линию связи."),
        ("Стороны проведут новые консультации.", "Стороны открыли линию связи."),
    ),
    (
        "zh",
        "与会各方通过了内河港口章程，并选举产生了任期三年的秘书。",
        ("与会各方通过了内河港口章程。", "会议还选举产生了秘书，任期三年。"),
        ("会议在塔林举行。", "预算未经表决获得核准。"),
        ("会议在塔林举行。", "预算以协商一致方式获得核准。"),
    ),
    (
        "zh",
        "我们呼吁所有出口国公布许可证，许可证应每五年更新一次。",
        ("我们呼吁所有出口国公布许可证。", "许可证应每五年更新一次。"),
        ("我们感谢东道国。", "我们对两艘渡轮沉没表示痛惜。"),
        ("我们感谢东道国。", "我们对两艘渡轮的沉没表示痛惜。"),
    ),
    (
        "zh",
        "理事会决定将特派团任期延长至三月，并裁减三分之一人员。",
        ("理事会决定将特派团任期延长至三月。", "理事会还决定裁减三分之一人员。"),
        ("理事会欢迎该协定。", "理事会继续处理此案。"),
        ("理事会欢迎该协定。", "理事会将继续处理此案。"),
    ),
    (
        "zh",
        "缔约国重申支持停火、释放人质和畅通无阻的援助。",
        ("缔约国重申支持停火和释放人质。", "缔约国也支持畅通无阻的援助。"),
        ("缔约国对拖延表示遗憾。", "缔约国将再次开会。"),
        ("缔约国对拖延深表遗憾。", "缔约国将再次开会。"),
    ),
    (
        "zh",
        "虽然勘察尚未完成，专家认为水坝安全，村庄无须搬迁。",
        ("专家认为水坝安全。", "虽然勘察尚未完成，村庄无须搬迁。"),
        ("专家走访了山谷。", "他们将于春季返回。"),
        ("专家走访了山谷。", "他们春季将再来。"),
    ),
    (
        "ar",
        "اعتمد المشاركون المجتمعون في الرباط ميثاقا للموانئ النهرية وانتخبوا أمينا لمدة ثلاث سنوات.",
        (
            "اعتمد المشاركون المجتمعون في الرباط ميثاقا للموانئ النهرية.",
            "وانتخب المشاركون أمينا لمدة ثلاث سنوات.",
        ),
        ("كان الطقس باردا.", "أقرت الميزانية دون تصويت."),
        ("كان الطقس باردا.", "أقرت الميزانية بتوافق الآراء."),
    ),
    (
        "ar",
        "ندعو جميع الدول المصدرة إلى نشر التراخيص التي ينبغي تجديدها كل خمس سنوات.",
        ("ندعو جميع الدول المصدرة إلى نشر التراخيص.", "وينبغي تجديد هذه التراخيص كل خمس سنوات."),
        ("نشكر البلد المضيف.", "نأسف لغرق عبارتين."),
        ("نشكر البلد المضيف جزيل الشكر.", "نأسف لغرق عبارتين."),
    ),
    (
        "ar",
        "يقرر المجلس تمديد ولاية البعثة حتى مارس ويخفض عدد أفرادها بمقدار الثلث.",
        ("يقرر المجلس تمديد ولاية البعثة حتى مارس.", "ويقرر أيضا خفض عدد أفرادها بمقدار الثلث."),
        ("يرحب المجلس بالاتفاق.", "يبقي المجلس المسألة قيد النظر."),
        ("يرحب المجلس بالاتفاق المبرم.", "يبقي المجلس المسألة قيد النظر."),
    ),
    (
        "ar",
        "تحظر الأطراف بيع الألغام المضادة للأفراد وتدمر مخزوناتها خلال أربع سنوات.",
        ("تحظر الأطراف بيع الألغام المضادة للأفراد.", "كما تدمر الأطراف مخزوناتها خلال أربع سنوات."),
        ("تضع الأطراف علامات على المناطق.", "تقدم المساعدة للجرحى."),
        ("تضع الأطراف علامات على المناطق الخطرة.", "تقدم المساعدة للجرحى."),
    ),
    (
        "ar",
        "يؤكد الأعضاء من جديد دعمهم لوقف إطلاق النار والإفراج عن الرهائن ووصول المساعدات دون عوائق.",
        (
            "يؤكد الأعضاء من جديد دعمهم لوقف إطلاق النار والإفراج عن الرهائن.",
            "ويدعمون كذلك وصول المساعدات دون عوائق.",
        ),
        ("يأسف الأعضاء للتأخير.", "سيجتمع الأعضاء مجددا."),
        ("يأسف الأعضاء للتأخير الشديد.", "سيجتمع الأعضاء مجددا."),
    ),
)


@pytest.mark.parametrize("unknown", [False, True])
@pytest.mark.parametrize(("language", "whole", "halves", "around", "changed"), CASES)
def test_a_sentence_is_split_and_merged(
    language: str,
    whole: str,
    halves: tuple[str, str],
    around: tuple[str, str],
    changed: tuple[str, str],
    unknown: bool,
) -> None:
    """Alone, and between neighbours that change too; also where the language is none that is known."""
    code = "de" if unknown else language
    assert list(align_sentences([whole], halves, language=code)) == [(0, 0), (0, 1)]
    assert list(align_sentences(halves, [whole], language=code)) == [(0, 0), (1, 0)]
    before, after = [around[0], whole, around[1]], [changed[0], *halves, changed[1]]
    assert list(align_sentences(before, after, language=code)) == [(0, 0), (1, 1), (1, 2), (2, 3)]
    assert list(align_sentences(after, before, language=code)) == [(0, 0), (1, 1), (2, 1), (3, 2)]


ELIDED = (
    ("fr", "Les experts de l’Islande ont été entendus.", "Ont pris la parole ceux qui venaient d’Islande."),
    ("fr", "Il convient d’élargir l’Agence.", "Une Agence plus grande s’impose."),
    ("fr", "L’eau manque dans les camps.", "On déplore le peu d’eau potable."),
    ("fr", "Nous appuyons l’initiative malienne.", "Toute initiative du Mali a notre soutien."),
    ("it", "L’acqua manca nei campi.", "Si lamenta la poca acqua potabile."),
    ("it", "Occorre rafforzare l’Agenzia.", "Una Agenzia più forte è necessaria."),
    ("en", "Iceland's experts were heard.", "Those who came from Iceland took the floor."),
    ("en", "The Agency's reach must grow.", "A larger Agency is required."),
)


@pytest.mark.parametrize(("language", "before", "after"), ELIDED)
def test_what_an_apostrophe_joins_is_seen(language: str, before: str, after: str) -> None:
    """The word in common stands behind an elided article, or before an ending, on one side."""
    around = ("They met at Lyon.", "The next round is in May.")
    links = align_sentences([around[0], before, around[1]], [around[0], after, around[1]], language=language)
    assert list(links) == [(0, 0), (1, 1), (2, 2)]


def test_a_clear_link_says_how_often_such_links_are_right() -> None:
    """Whatever its edit ratio, from both sides."""
    before = ["Fees fall.", "The parties shall notify any change of the bridges listed.", "Talks go on."]
    after = ["Fees fall.", "The parties shall notify each new change of the bridges listed.", "Talks go on."]
    for sides in ((before, after), (after, before)):
        link = align_sentences(*sides, language="en")[1]
        assert (link.found_by, link.confidence) == ("clear", 0.98)
