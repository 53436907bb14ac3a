"""What a sentence does where no row names its verb: told by the form of the verb, by what it is said of and
by what it governs, in six languages."""

from __future__ import annotations

import pytest

from p5diff import compare_texts
from p5diff import language as languages
from p5diff.meaning import load_rules
from p5diff.meaning.sentence.reading import markers
from p5diff.meaning.sentence.speech import BY_FORM

FILL = {
    "en": "The delegations met in the harbour and exchanged views on the lamps.",
    "fr": "Les délégations se sont réunies au port et ont échangé des vues sur les lampes.",
    "es": "Las delegaciones se reunieron en el puerto e intercambiaron opiniones sobre las lámparas.",
    "ru": "Делегации встретились в порту и обменялись мнениями о фонарях.",
    "zh": "各代表团在港口举行会议，并就灯塔交换意见。",
    "ar": "اجتمعت الوفود في الميناء وتبادلت الآراء بشأن المصابيح.",
}


def _told(text: str, language: str) -> tuple[str, str]:
    """Kind and actor of a sentence that stands behind another."""
    page = f"{FILL[language]}\n\n{text}\n"
    change = compare_texts(page, page, language=language).changes[-1]
    if not change.marks:
        return "none", ""
    return change.marks[0].kind.value, change.marks[0].actor


TREATY = [
    ("en", "The Contracting Parties exchange the lists of their pilots every spring."),
    ("en", "Each Contracting Party notifies the other of wrecks."),
    ("fr", "Les Parties interdisent tout rejet de goudron dans le chenal."),
    ("fr", "Chaque Partie contractante tient un registre des épaves."),
    ("es", "Las Partes Contratantes suprimen los derechos de faro."),
    ("ru", "Стороны незамедлительно уведомляют друг друга о затонувших судах."),
    ("zh", "自明年起，缔约双方取消灯塔税。"),
    ("ar", "تتبادل الأطراف المتعاقدة قوائم السفن الغارقة."),
]


@pytest.mark.parametrize(("language", "text"), TREATY)
def test_what_a_treaty_lays_down_in_the_present_binds_its_parties(language: str, text: str) -> None:
    assert _told(text, language) == ("commitment", "we")


NO_PROMISE = [
    ("en", "Trade along the strait will expand next year."),
    ("en", "The Committee expects that, with patience, the fishing will expand."),
    ("en", "The aim of the fund for widows and orphans of the coast is to publish their letters."),
    ("fr", "Rien ne montre que les parties échangent leurs listes."),
    ("es", "Nada indica que las partes intercambien sus listas."),
]


@pytest.mark.parametrize(("language", "text"), NO_PROMISE)
def test_what_only_happens_or_stands_under_another_verb_is_no_promise(language: str, text: str) -> None:
    assert _told(text, language)[0] != "commitment"


TOLD = [
    ("en", "The quarrel lasted two days.", "record"),
    ("en", "The Guild elected a keeper at its spring meeting.", "record"),
    ("es", "La exposición de anclas atrajo a tres mil visitantes.", "record"),
    ("ru", "Выставка якорей привлекла три тысячи гостей.", "record"),
    ("zh", "观潮团走访了三十个村庄。", "record"),
    ("ar", "جذبت سوق المراسي ثلاثة آلاف زائر.", "record"),
    ("ru", "Доверие соседей зиждется на правде.", "position"),
    ("fr", "Les crues nuisent aux moulins.", "position"),
    ("en", "Sweden is to double its share of the lamps.", "commitment"),
    ("en", "Norway pledged 40 million crowns for the lighthouse.", "commitment"),
    ("en", "Committing to assist any village with its dykes, the ports met.", "commitment"),
    ("es", "Queda establecido un fondo de los faros.", "commitment"),
    ("fr", "Il est institué un fonds des phares.", "commitment"),
    ("ru", "Учреждается фонд маяков.", "commitment"),
    ("zh", "兹设立灯塔基金。", "commitment"),
    ("en", "It is high time to mend the lamps.", "call"),
    ("fr", "L'heure est venue de réparer les lampes.", "call"),
    ("es", "Ha llegado la hora de reparar las lámparas.", "call"),
    ("ru", "Настало время чинить фонари.", "call"),
    ("zh", "现在是修好灯塔的时候了。", "call"),
    ("ar", "حان الوقت لإصلاح المصابيح.", "call"),
    ("en", "Work on the sea wall is well advanced.", "process"),
    ("fr", "Les travaux de la digue sont bien avancés.", "process"),
    ("es", "Los trabajos del dique están muy avanzados.", "process"),
    ("ru", "Работа над волноломом близится к концу.", "process"),
    ("zh", "海堤的修订工作进展顺利。", "process"),
    ("en", "The sandbank has become a danger.", "position"),
    ("es", "El banco de arena se ha vuelto un peligro.", "position"),
    ("fr", "Le banc de sable est devenu un danger.", "position"),
    ("ru", "Отмель стала опасной.", "position"),
    ("ar", "أصبح الرصيف خطرا على السفن.", "position"),
]


@pytest.mark.parametrize(("language", "text", "kind"), TOLD)
def test_the_form_of_a_verb_and_what_it_is_said_of_tell_the_kind(language: str, text: str, kind: str) -> None:
    assert _told(text, language)[0] == kind


def test_a_form_alone_bears_no_verdict() -> None:
    before = f"{FILL['en']}\n\nThe Contracting Parties exchange their charts of the strait every spring.\n"
    after = f"{FILL['en']}\n\nThe Contracting Parties printed their charts of the strait every spring.\n"
    change = compare_texts(before, after, language="en").changes[-1]
    assert [m.kind.value for m in change.marks] == ["commitment", "record"]
    assert not [s for s in change.shifts if s.aspect == "strength"]


def test_a_form_alone_takes_no_deadline_away() -> None:
    before = f"{FILL['ru']}\n\nВедомство выдаёт справку до 1 июля 2031 года.\n"
    after = f"{FILL['ru']}\n\nВедомство выдаёт справку до 1 июля 2033 года.\n"
    change = compare_texts(before, after, language="ru").changes[-1]
    assert [(s.aspect, s.verdict.value) for s in change.shifts] == [("deadline", "weaker")]


@pytest.mark.parametrize("language", sorted(FILL))
def test_every_language_tells_by_form_what_treaties_lay_down_and_what_happened(language: str) -> None:
    acts = {row.act.id for row in markers(load_rules(), languages.get(language)).rows}
    assert {"bind", "narrate"} <= acts & BY_FORM


def test_the_parties_before_a_colon_bind_each_item() -> None:
    page = (
        f"{FILL['fr']}\n\nÀ cet effet, les États contractants :\n\n"
        "a) abolissent le péage du chenal ;\n\nb) créent un registre des épaves.\n"
    )
    changes = compare_texts(page, page, language="fr").changes
    assert [c.marks[0].kind.value for c in changes[-2:]] == ["commitment", "commitment"]


PART_OF_A_WORD = [
    # A character or letters inside another word are no verb: 能 of 能源, سند of السندات, حث of بحث.
    ("zh", "港口能源局的灯油表", "none"),
    ("zh", "灯塔能让渔船平安。", "position"),
    ("ar", "ونشجع الملاحين على شراء السندات.", "call"),
    ("ar", "بحث الوزيران حال المنارة.", "process"),
    # Who is asked stands under the verb of asking, and so does what he is to do as well.
    ("zh", "理事会要求船主立即停航，并将灯油交还港口。", "call"),
    ("ar", "تشجع الدول الأعضاء على صيانة المنارات.", "call"),
    # What the parties of a treaty are to do binds them.
    ("zh", "缔约双方应在三十日内互换灯塔名录。", "commitment"),
    ("ar", "لا يستخدم أي طرف منارته ضد الطرف الآخر.", "commitment"),
    ("ar", "تعفى المصابيح من الرسوم كل ربيع.", "commitment"),
    ("ar", "تعلن يوم 3 أيار/مايو يوما دوليا للمنارات.", "commitment"),
    # What was done, told by time and form.
    ("zh", "渔民上月在浅滩找见三盏灯。", "record"),
    ("zh", "港务局将灯费下调一成。", "record"),
    ("zh", "海浪冲毁了半座码头。", "record"),
    ("zh", "岛国已正式成为灯塔公约缔约国。", "record"),
    ("ar", "ومنذ الربيع، أوصلت البلدية النور إلى الميناء.", "record"),
    ("ar", "خفض الحارس ضوء المنارة.", "record"),
    # How things are.
    ("zh", "沿海形势依然严峻。", "position"),
    # What will perhaps be done is promised by nobody; "or" before a body's name is no "perhaps".
    ("zh", "灯塔守则或将另行公布。", "position"),
    ("zh", "各国可能将派出引水员。", "position"),
    ("zh", "港务局也许会在明年关闭浅滩灯塔。", "position"),
    ("zh", "我们将派出引水员，或将提供船只。", "commitment"),
    ("zh", "缔约国或会员国将互换灯塔名录。", "commitment"),
    # Condolences and salutes are said for all who speak.
    ("en", "We bow our heads to the drowned pilots.", "position"),
    ("fr", "Nous présentons nos condoléances aux proches du pilote.", "position"),
    ("es", "Presentamos nuestras condolencias a los deudos del piloto.", "position"),
    ("ru", "Мы приносим соболезнования близким лоцмана.", "position"),
    ("zh", "我们向船工家属表示同情。", "position"),
    ("ar", "نتقدم بأحر التعازي إلى أسرة الملاح.", "position"),
]


@pytest.mark.parametrize(("language", "text", "kind"), PART_OF_A_WORD)
def test_no_part_of_a_word_is_a_verb_and_scope_and_form_decide(language: str, text: str, kind: str) -> None:
    assert _told(text, language)[0] == kind
