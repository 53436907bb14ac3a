# ruff: noqa: E501 (sentences stay whole)
"""Sixty sentences that become two, ten in each of six languages, and back: conditions, purposes, reasons, contrasts,
time, speech that is reported, lists behind a colon, appositions, participles, gerunds.

Each stands alone, beside a sentence that comes in, and with the nine others of its language in one text.
"""

from __future__ import annotations

import pytest

from p5diff.align import align_sentences

WRITTEN = {
    "en": """
If a well runs dry, the district may draw on the reserve lake for ninety days. | The district may draw on the reserve lake for ninety days. | It may do so only if a well runs dry.
The hosts opened a second bridge so that ambulances can reach the island at night. | The hosts opened a second bridge. | Ambulances can now reach the island at night.
Because pollen counts had doubled, the ministers moved the games to October. | Pollen counts had doubled. | The ministers therefore moved the games to October.
While the northern members favour a quota on herring, the southern ones prefer a tax on nets. | The northern members favour a quota on herring. | The southern members, by contrast, prefer a tax on nets.
After the tunnel was flooded, engineers replaced the pumps and raised the western gate. | Engineers replaced the pumps after the tunnel was flooded. | They also raised the western gate.
The registrar confirmed that the vaults were sealed and that no coin was missing. | The registrar confirmed that the vaults were sealed. | She added that no coin was missing.
Three measures were agreed: a hotline for skippers, a map of reefs and a fund for widows. | A hotline for skippers and a map of reefs were agreed. | A fund for widows was agreed as well.
The observatory, a gift of two foundations, will measure dust above the salt flats. | The observatory is a gift of two foundations. | It will measure dust above the salt flats.
Having heard the apiarists, the panel lowered the fee for hives and lifted the ban on clover. | Having heard the apiarists, the panel lowered the fee for hives. | The ban on clover was lifted.
Members shall mark every buoy in yellow and report its loss to the pilot station within an hour. | Every buoy shall be marked in yellow by members. | They shall report the loss of a buoy to the pilot station within an hour.
""",
    "fr": """
Si un puits tarit, le district peut puiser dans le lac de réserve pendant trois mois. | Le district peut puiser dans le lac de réserve pendant trois mois. | Il ne le peut que si un puits tarit.
Les hôtes ont ouvert un second pont afin que les ambulances atteignent l’île la nuit. | Les hôtes ont ouvert un second pont. | Les ambulances atteignent désormais l’île la nuit.
Comme le pollen avait doublé, les ministres ont reporté les jeux à octobre. | Le pollen avait doublé. | Les ministres ont donc reporté les jeux à octobre.
Tandis que les membres du nord défendent un quota de harengs, ceux du sud préfèrent une taxe sur les filets. | Les membres du nord défendent un quota de harengs. | Ceux du sud préfèrent en revanche une taxe sur les filets.
Après l’inondation du tunnel, les ingénieurs ont remplacé les pompes et relevé la vanne occidentale. | Les ingénieurs ont remplacé les pompes après l’inondation du tunnel. | Ils ont aussi relevé la vanne occidentale.
La greffière a confirmé que les coffres étaient scellés et qu’aucune pièce ne manquait. | La greffière a confirmé que les coffres étaient scellés. | Elle a ajouté qu’aucune pièce ne manquait.
Trois mesures ont été retenues : un numéro d’appel pour les patrons pêcheurs, une carte des récifs et un fonds pour les veuves. | Un numéro d’appel pour les patrons pêcheurs et une carte des récifs ont été retenus. | Un fonds pour les veuves l’a été également.
L’observatoire, don de deux fondations, mesurera la poussière au-dessus des salines. | L’observatoire est le don de deux fondations. | Il mesurera la poussière au-dessus des salines.
Ayant entendu les apiculteurs, le jury a baissé la redevance sur les ruches et levé l’interdiction du trèfle. | Ayant entendu les apiculteurs, le jury a baissé la redevance sur les ruches. | L’interdiction du trèfle a été levée.
Les membres peignent chaque bouée en jaune et signalent sa perte à la station de pilotage dans l’heure. | Chaque bouée est peinte en jaune par les membres. | Ils signalent la perte d’une bouée à la station de pilotage dans l’heure.
""",
    "es": """
Si un pozo se seca, el distrito puede extraer agua del lago de reserva durante tres meses. | El distrito puede extraer agua del lago de reserva durante tres meses. | Solo podrá hacerlo si un pozo se seca.
Los anfitriones abrieron un segundo puente para que las ambulancias lleguen a la isla de noche. | Los anfitriones abrieron un segundo puente. | Las ambulancias llegan ahora a la isla de noche.
Como el polen se había duplicado, los ministros aplazaron los juegos a octubre. | El polen se había duplicado. | Por ello los ministros aplazaron los juegos a octubre.
Mientras los miembros del norte defienden una cuota de arenque, los del sur prefieren un impuesto sobre las redes. | Los miembros del norte defienden una cuota de arenque. | Los del sur prefieren, en cambio, un impuesto sobre las redes.
Tras inundarse el túnel, los ingenieros sustituyeron las bombas y elevaron la compuerta occidental. | Los ingenieros sustituyeron las bombas tras inundarse el túnel. | También elevaron la compuerta occidental.
La secretaria confirmó que las cámaras estaban selladas y que no faltaba ninguna moneda. | La secretaria confirmó que las cámaras estaban selladas. | Añadió que no faltaba ninguna moneda.
Se acordaron tres medidas: una línea telefónica para patrones, un mapa de arrecifes y un fondo para viudas. | Se acordaron una línea telefónica para patrones y un mapa de arrecifes. | Se acordó asimismo un fondo para viudas.
El observatorio, donado por dos fundaciones, medirá el polvo sobre las salinas. | El observatorio fue donado por dos fundaciones. | Medirá el polvo sobre las salinas.
Oídos los apicultores, el jurado rebajó la tasa de las colmenas y levantó la prohibición del trébol. | Oídos los apicultores, el jurado rebajó la tasa de las colmenas. | Se levantó la prohibición del trébol.
Los miembros pintarán cada boya de amarillo y comunicarán su pérdida a la estación de prácticos en una hora. | Cada boya será pintada de amarillo por los miembros. | Estos comunicarán la pérdida de una boya a la estación de prácticos en una hora.
""",
    "ru": """
Если колодец пересохнет, район может брать воду из запасного озера в течение трёх месяцев. | Район может брать воду из запасного озера в течение трёх месяцев. | Это допускается, лишь если колодец пересохнет.
Хозяева открыли второй мост, чтобы машины скорой помощи могли добираться до острова ночью. | Хозяева открыли второй мост. | Теперь машины скорой помощи могут добираться до острова ночью.
Поскольку пыльцы стало вдвое больше, министры перенесли игры на октябрь. | Пыльцы стало вдвое больше. | Поэтому министры перенесли игры на октябрь.
Если северные члены выступают за квоту на сельдь, то южные предпочитают налог на сети. | Северные члены выступают за квоту на сельдь. | Южные же предпочитают налог на сети.
После затопления туннеля инженеры заменили насосы и подняли западный затвор. | Инженеры заменили насосы после затопления туннеля. | Они также подняли западный затвор.
Регистратор подтвердила, что хранилища опечатаны и что ни одна монета не пропала. | Регистратор подтвердила, что хранилища опечатаны. | Она добавила, что ни одна монета не пропала.
Согласованы три меры: телефон доверия для шкиперов, карта рифов и фонд помощи вдовам. | Согласованы телефон доверия для шкиперов и карта рифов. | Согласован и фонд помощи вдовам.
Обсерватория, подаренная двумя фондами, будет измерять пыль над солончаками. | Обсерватория подарена двумя фондами. | Она будет измерять пыль над солончаками.
Заслушав пчеловодов, коллегия снизила сбор за ульи и сняла запрет на клевер. | Заслушав пчеловодов, коллегия снизила сбор за ульи. | Запрет на клевер снят.
Члены окрашивают каждый буй в жёлтый цвет и сообщают о его пропаже лоцманской станции в течение часа. | Каждый буй окрашивается членами в жёлтый цвет. | О пропаже буя они сообщают лоцманской станции в течение часа.
""",
    "zh": """
如果水井干涸，该区可在三个月内从备用湖取水。 | 该区可在三个月内从备用湖取水。 | 但仅限于水井干涸的情况。
东道主开通了第二座桥梁，使救护车夜间能够抵达岛上。 | 东道主开通了第二座桥梁。 | 救护车夜间因此能够抵达岛上。
由于花粉浓度增加一倍，部长们将运动会推迟到十月。 | 花粉浓度增加一倍。 | 部长们因此将运动会推迟到十月。
北方成员主张对鲱鱼实行配额，而南方成员则倾向于征收渔网税。 | 北方成员主张对鲱鱼实行配额。 | 南方成员则倾向于征收渔网税。
隧道被淹后，工程师更换了水泵并加高了西侧闸门。 | 隧道被淹后，工程师更换了水泵。 | 他们还加高了西侧闸门。
登记官证实金库已经封存，且没有硬币遗失。 | 登记官证实金库已经封存。 | 她补充说，没有硬币遗失。
会议商定三项措施：为船长设立热线、绘制礁石图、为遗孀设立基金。 | 会议商定为船长设立热线并绘制礁石图。 | 会议还商定为遗孀设立基金。
天文台由两家基金会捐赠，将测量盐滩上空的尘埃。 | 天文台由两家基金会捐赠。 | 它将测量盐滩上空的尘埃。
听取养蜂人意见后，评审团降低了蜂箱费，并取消了三叶草禁令。 | 听取养蜂人意见后，评审团降低了蜂箱费。 | 三叶草禁令也已取消。
各成员应将每个浮标漆成黄色，并在一小时内向引航站报告其遗失。 | 每个浮标应由各成员漆成黄色。 | 浮标遗失应在一小时内向引航站报告。
""",
    "ar": """
إذا جفت بئر جاز للمقاطعة أن تسحب المياه من البحيرة الاحتياطية مدة ثلاثة أشهر. | يجوز للمقاطعة أن تسحب المياه من البحيرة الاحتياطية مدة ثلاثة أشهر. | ولا يجوز لها ذلك إلا إذا جفت بئر.
افتتح المضيفون جسرا ثانيا لكي تصل سيارات الإسعاف إلى الجزيرة ليلا. | افتتح المضيفون جسرا ثانيا. | وباتت سيارات الإسعاف تصل إلى الجزيرة ليلا.
نظرا لتضاعف حبوب اللقاح، أجل الوزراء الألعاب إلى أكتوبر. | تضاعفت حبوب اللقاح. | ولذلك أجل الوزراء الألعاب إلى أكتوبر.
يؤيد أعضاء الشمال تحديد حصة لأسماك الرنجة بينما يفضل أعضاء الجنوب فرض ضريبة على الشباك. | يؤيد أعضاء الشمال تحديد حصة لأسماك الرنجة. | أما أعضاء الجنوب فيفضلون فرض ضريبة على الشباك.
بعد غمر النفق استبدل المهندسون المضخات ورفعوا البوابة الغربية. | استبدل المهندسون المضخات بعد غمر النفق. | ورفعوا كذلك البوابة الغربية.
أكدت أمينة السجل أن الخزائن مختومة وأنه لم تفقد أي قطعة نقدية. | أكدت أمينة السجل أن الخزائن مختومة. | وأضافت أنه لم تفقد أي قطعة نقدية.
اتفق على ثلاثة تدابير: خط هاتفي لربابنة السفن وخريطة للشعاب وصندوق للأرامل. | اتفق على خط هاتفي لربابنة السفن وخريطة للشعاب. | واتفق أيضا على صندوق للأرامل.
سيقيس المرصد الذي تبرعت به مؤسستان الغبار فوق السبخات. | تبرعت مؤسستان بالمرصد. | وسيقيس المرصد الغبار فوق السبخات.
بعد الاستماع إلى مربي النحل خفضت اللجنة رسوم الخلايا ورفعت الحظر عن البرسيم. | بعد الاستماع إلى مربي النحل خفضت اللجنة رسوم الخلايا. | ورفع الحظر عن البرسيم.
يطلي الأعضاء كل عوامة باللون الأصفر ويبلغون محطة الإرشاد عن فقدانها خلال ساعة. | يطلي الأعضاء كل عوامة باللون الأصفر. | ويبلغون محطة الإرشاد عن فقدان العوامة خلال ساعة.
""",
}
FIRST_LAST_NEW = {
    "en": ("Snow closed the pass.", "The flags were lowered.", "A choir of miners sang in the square."),
    "fr": (
        "La neige a fermé le col.",
        "Les drapeaux ont été abaissés.",
        "Un chœur de mineurs a chanté sur la place.",
    ),
    "es": ("La nieve cerró el paso.", "Se arriaron las banderas.", "Un coro de mineros cantó en la plaza."),
    "ru": ("Снег закрыл перевал.", "Флаги были спущены.", "На площади пел хор шахтёров."),
    "zh": ("大雪封闭了山口。", "旗帜已经降下。", "矿工合唱团在广场上演唱。"),
    "ar": ("أغلق الثلج الممر.", "أنزلت الأعلام.", "غنت جوقة من عمال المناجم في الساحة."),
}


def _lines(language: str) -> list[tuple[str, str, str]]:
    """The sentence, and its two halves."""
    found = []
    for line in WRITTEN[language].strip().splitlines():
        whole, first, second = line.split(" | ")
        found.append((whole, first, second))
    return found


CASES = [(language, *case) for language in WRITTEN for case in _lines(language)]
NOT_FOUND = {"但仅限于水井干涸的情况。", "ولا يجوز لها ذلك إلا إذا جفت بئر."}
"""Second halves that share one word of content with their sentence, and stay new."""
NOT_FOUND_IN_LONG = NOT_FOUND | {"Se acordó asimismo un fondo para viudas.", "واتفق أيضا على صندوق للأرامل."}
"""And two more where nine other sentences stand around."""

CUT_OFF = (
    (
        "en",
        "Provided that the lake is frozen, pilots may land seaplanes on skis near the weather hut.",
        "Pilots may land seaplanes on skis near the weather hut.",
        "This holds only while the lake is frozen.",
    ),
    (
        "en",
        "In order to spare the nesting terns, the marina will shut its northern pier until August.",
        "The marina will shut its northern pier until August.",
        "The aim is to spare the nesting terns.",
    ),
    (
        "fr",
        "Sous réserve du feu vert du maire, la chorale peut répéter chaque soir dans la halle aux grains.",
        "La chorale peut répéter chaque soir dans la halle aux grains.",
        "Le feu vert du maire reste requis.",
    ),
    (
        "fr",
        "Afin de ménager les sternes, la marina fermera son ponton nord jusqu’en août.",
        "La marina fermera son ponton nord jusqu’en août.",
        "Il s’agit de ménager les sternes.",
    ),
    (
        "es",
        "Siempre que el lago esté helado, los pilotos podrán aterrizar con esquíes junto a la caseta.",
        "Los pilotos podrán aterrizar con esquíes junto a la caseta.",
        "Para ello el lago debe estar helado.",
    ),
    (
        "es",
        "A fin de proteger los charranes, el puerto deportivo cerrará el muelle norte hasta agosto.",
        "El puerto deportivo cerrará el muelle norte hasta agosto.",
        "Se trata de proteger los charranes.",
    ),
    (
        "ru",
        "Чтобы не тревожить крачек, пристань закроет северный причал до августа.",
        "Пристань закроет северный причал до августа.",
        "Это делается, чтобы не тревожить крачек.",
    ),
    (
        "zh",
        "在湖面结冰的前提下，飞行员可在气象站附近使用滑橇降落。",
        "飞行员可在气象站附近使用滑橇降落。",
        "前提是湖面已经结冰。",
    ),
    (
        "zh",
        "为保护燕鸥筑巢，码头将关闭北侧栈桥至八月。",
        "码头将关闭北侧栈桥至八月。",
        "此举旨在保护燕鸥筑巢。",
    ),
    (
        "ar",
        "شريطة موافقة العمدة، يجوز للجوقة أن تتدرب كل مساء في مخزن الحبوب.",
        "يجوز للجوقة أن تتدرب كل مساء في مخزن الحبوب.",
        "ويشترط لذلك موافقة العمدة.",
    ),
    (
        "ar",
        "حرصا على طيور الخرشنة، سيغلق المرسى رصيفه الشمالي حتى أغسطس.",
        "سيغلق المرسى رصيفه الشمالي حتى أغسطس.",
        "والغرض هو الحرص على طيور الخرشنة.",
    ),
    (
        "de",
        "Sofern der See zugefroren ist, dürfen Piloten mit Kufen neben der Wetterhütte landen.",
        "Piloten dürfen mit Kufen neben der Wetterhütte landen.",
        "Voraussetzung ist, dass der See zugefroren ist.",
    ),
    (
        "pt",
        "Para poupar as gaivotas, a marina fechará o cais norte até agosto.",
        "A marina fechará o cais norte até agosto.",
        "O objetivo é poupar as gaivotas.",
    ),
)
"""What led the sentence in, a condition or a purpose, is cut off and said behind the rest; and the reverse."""


@pytest.mark.parametrize(("language", "whole", "first", "second"), (*CASES, *CUT_OFF))
def test_a_sentence_becomes_two(language: str, whole: str, first: str, second: str) -> None:
    there = align_sentences([whole], [first, second], language=language)
    back = align_sentences([first, second], [whole], language=language)
    assert list(there) == ([(0, 0)] if second in NOT_FOUND else [(0, 0), (0, 1)])
    assert list(back) == [(j, i) for i, j in there]


@pytest.mark.parametrize(("language", "whole", "first", "second"), CASES)
def test_a_sentence_that_comes_in_beside_the_two_is_new(
    language: str, whole: str, first: str, second: str
) -> None:
    start, end, new = FIRST_LAST_NEW[language]
    one, two = [start, whole, end], [start, first, second, new, end]
    wanted = [(0, 0), (1, 1), (1, 2), (2, 4)]
    if second in NOT_FOUND:
        wanted.remove((1, 2))
    assert list(align_sentences(one, two, language=language)) == wanted
    assert list(align_sentences(two, one, language=language)) == sorted((j, i) for i, j in wanted)


@pytest.mark.parametrize("language", list(WRITTEN))
def test_ten_in_one_text(language: str) -> None:
    cases = _lines(language)
    ones, twos = [case[0] for case in cases], [half for case in cases for half in case[1:]]
    wanted = [(k // 2, k) for k, half in enumerate(twos) if half not in NOT_FOUND_IN_LONG]
    assert list(align_sentences(ones, twos, language=language)) == wanted
    assert list(align_sentences(twos, ones, language=language)) == [(k, i) for i, k in wanted]


@pytest.mark.parametrize(("language", "whole", "first", "second"), CUT_OFF)
def test_what_was_cut_off_of_another_sentence_is_new(
    language: str, whole: str, first: str, second: str
) -> None:
    """Of a sentence on something else, what leads in does not join the rest of this one."""
    for other, _, _, stranger in CUT_OFF:
        if other == language and stranger != second:
            assert list(align_sentences([whole], [first, stranger], language=language)) == [(0, 0)]
