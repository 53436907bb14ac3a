"""The core of a thread: what a sentence does, and what it does it to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from p5diff.model.alignment import Pair, PairKind
from p5diff.model.comparison import Change
from p5diff.model.series import EventKind, Gap, Series
from p5diff.threads.core import without_lists
from p5diff.workflows.compare import compare_statements
from p5diff.workflows.series import weave, woven
from tests.series.material import statement

OTHERS = {
    "en": (
        "We will strengthen port inspections with the coastal regions so that trade stays open and fair.",
        "We will fund a school for young pilots in the coastal regions so that travel stays open and fair.",
    ),
    "fr": (
        "Nous renforcerons les inspections portuaires avec les régions côtières afin que le commerce reste "
        "ouvert, sûr et équitable pour tous.",
        "Nous financerons une école de jeunes pilotes dans les régions côtières afin que le voyage reste "
        "ouvert, sûr et équitable pour tous.",
    ),
    "es": (
        "Reforzaremos las inspecciones portuarias con las regiones costeras para que el comercio siga "
        "abierto, seguro y justo para todos.",
        "Financiaremos una escuela de jóvenes pilotos en las regiones costeras para que el viaje siga "
        "abierto, seguro y justo para todos.",
    ),
    "ru": (
        "Мы усилим проверки портов вместе с прибрежными областями, чтобы торговля оставалась открытой, "
        "надёжной и честной для всех.",
        "Мы создадим школу молодых лётчиков в прибрежных областях, чтобы поездки оставались открытыми, "
        "надёжными и честными для всех.",
    ),
    "zh": (
        "我们将与沿海地区一道加强港口检查，使贸易对所有人保持开放、安全和公平。",
        "我们将在沿海地区资助青年飞行员学校，使出行对所有人保持开放、安全和公平。",
    ),
    "ar": (
        "سنعزز عمليات تفتيش الموانئ مع المناطق الساحلية لكي تبقى التجارة مفتوحة وآمنة وعادلة للجميع.",
        "سنمول مدرسة للطيارين الشباب في المناطق الساحلية لكي يبقى السفر مفتوحا وآمنا وعادلا للجميع.",
    ),
}
"""Two promises for one purpose, and in one region."""
MORE = {
    "en": "We will strengthen port inspections with the coastal islands by hiring divers.",
    "es": "Reforzaremos las inspecciones portuarias con las islas costeras contratando buzos.",
    "ru": "Мы усилим проверки портов вместе с прибрежными островами, наняв водолазов.",
}
"""The first promise with its core alone."""


def told(language: str, before: str, after: str) -> Series:
    return weave([statement(language, 0, [before]), statement(language, 1, [after])])


@pytest.mark.parametrize("language", OTHERS)
def test_a_purpose_in_common_carries_no_thread(language: str) -> None:
    ended, begun = told(language, *OTHERS[language]).threads
    assert ended.wordings[1] is Gap.ABSENT
    assert ended.events[-1].event is EventKind.RECAST and ended.events[-1].others == (begun.id,)
    assert begun.events[0].others == (ended.id,)


@pytest.mark.parametrize("language", MORE)
def test_a_core_in_common_carries_it(language: str) -> None:
    (thread,) = told(language, OTHERS[language][0], MORE[language]).threads
    assert thread.events[-1].event is EventKind.REWORDED


NAMES = "Austria, Benin, Chile, Denmark, Estonia, Fiji, Ghana, Haiti and India"


def test_a_list_of_names_in_common_carries_no_thread() -> None:
    before = f"We, the ministers of {NAMES}, find that floods threaten our harbours."
    after = f"The delegates of {NAMES}, met in a hall by the lake on 3 March."
    assert [t.wordings[1] is Gap.ABSENT for t in told("en", before, after).threads] == [True, False]
    after = f"We, the ministers of {NAMES.replace('Fiji', 'Gabon')}, find that floods threaten our harbours."
    assert len(told("en", before, after).threads) == 1


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("We, the envoys of A, B, C, D, E, F and G, met there in the spring of that year.", True),
        ("We met in spring, and again in autumn, as agreed.", False),
        ("我们，甲国、乙国、丙国、丁国、戊国、己国和庚国的代表们今年春天在湖边的会议厅里举行了会晤。", True),
    ],
)
def test_lists_are_set_apart(text: str, left: bool) -> None:
    assert (without_lists(text) != text) is left


def test_what_came_back_is_named_as_what_it_came_back_to() -> None:
    """Where a thread may go on in a sentence that is the return of an older one, that one is named."""
    both = "We will strengthen port inspections, and the coastal regions will stay open, safe and fair."
    series = weave(
        [
            statement("en", n, texts)
            for n, texts in enumerate(
                [
                    [OTHERS["en"][1], "They exchange seismic data."],
                    ["They exchange seismic data.", OTHERS["en"][0]],
                    [OTHERS["en"][1], "They exchange seismic data.", both],
                    ["They exchange seismic data.", OTHERS["en"][1]],
                ]
            )
        ]
    )
    known = {thread.id for thread in series.threads}
    assert {other for t in series.threads for e in t.events for other in e.others} <= known


LABELS = {
    "en": ("Entry into force", "They emphasize the early entry into force of the new treaty."),
    "fr": (
        "Entrée en vigueur",
        "Ils soulignent l’importance d’une prompte entrée en vigueur du nouveau traité.",
    ),
    "es": ("Entrada en vigor", "Subrayan la importancia de la pronta entrada en vigor del tratado nuevo."),
    "ru": ("Вступление в силу", "Они подчёркивают значение скорейшего вступления в силу нового договора."),
    "zh": ("条约生效", "他们强调条约早日生效。"),
    "ar": ("بدء نفاذ المعاهدة", "يؤكدون أهمية التبكير في بدء نفاذ المعاهدة لدى جميع الدول الساحلية."),
}
"""What a thing is called, and a sentence that speaks of it."""


@pytest.mark.parametrize("language", LABELS)
def test_a_label_is_no_sentence(language: str) -> None:
    label, sentence = LABELS[language]
    assert len(paired(language, label, sentence).threads) == 2
    assert len(paired(language, sentence, label).threads) == 2


def test_a_short_promise_goes_on_in_a_longer_one_that_begins_with_it() -> None:
    longer = "We protect the seas and will report on fish, reefs and ports to every island each year."
    assert len(told("en", "We protect the seas.", longer).threads) == 1


def paired(language: str, before: str, after: str) -> Series:
    """Two texts whose sentences a comparison paired, as it does where both stand in one place."""
    texts = [statement(language, 0, [before]), statement(language, 1, [after])]
    one, two = (tuple(text.sentences()) for text in texts)
    change = Change(pair=Pair(before=one, after=two, kind=PairKind.REWORDED))
    return woven(texts, compared=[replace(compare_statements(*texts), changes=(change,))]).series
