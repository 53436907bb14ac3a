"""Text cut to a length: never inside a word, and never twice the same words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff.report.cut import cells, short, telling

TEXT = "other member States and the private sector to fight counter-ransomware"


@pytest.mark.parametrize("longest", range(18, 60))
def test_what_stands_around_the_middle_is_words(longest: int) -> None:
    for text in (
        TEXT,
        "противодействие распространению вредоносных программ-вымогателей",
        "تعزيز التعاون الدولي",
    ):
        words = set(text.split())
        for shown in (
            telling(text, longest, []),
            telling(text, longest, [text.split()[-2]]),
            short(text, longest),
        ):
            assert set(shown.replace("…", " ").split()) <= words, shown


def test_what_has_no_spaces_may_be_cut_anywhere() -> None:
    text = "各国承诺加强区域合作并定期提交报告以期早日达成协议"
    assert cells(telling(text, 14, ["提交报告"])) <= 16
    address = "https://example.org/" + "a" * 60
    assert cells(telling(address, 20, [])) <= 20


@given(st.lists(st.text("ab", min_size=1, max_size=12), min_size=1, max_size=20), st.integers(6, 60))
def test_a_cut_text_begins_and_ends_as_the_text_does(words: list[str], longest: int) -> None:
    text = " ".join(words)
    head, cut, tail = telling(text, longest, []).partition(" …")
    assert text.startswith(head) and text.endswith(tail)
    assert len(head) + len(tail) < len(text) if cut else head == text


@pytest.mark.parametrize(
    "text, acts",
    [
        (
            "In view of the long drought in the far north of the basin, the Parties will share the wells.",
            "will share",
        ),
        (
            "Vu la longue sécheresse dans le nord lointain du bassin, les Parties partageront les puits.",
            "partageront",
        ),
        ("鉴于盆地遥远北部的长期干旱以及各村庄所报告的严重困难，各方承诺共享全部水井。", "承诺共享"),
        (
            "Ввиду долгой засухи на дальнем севере бассейна реки, Стороны обязуются делить колодцы.",
            "обязуются",
        ),
    ],
)
def test_the_words_that_act_are_not_cut_away(text: str, acts: str) -> None:
    cut = telling(text, 60, [acts])
    assert acts in cut and "…" in cut and cells(cut) <= 64
    assert acts not in short(text, 60), "or the case says nothing"
    assert text.startswith(cut.split(" …")[0])


ANOTHER = {
    "urged": "Against it were Ann Lee, who held that, while the council is slow, wells are few; "
    "and Bo Orr, who urged more.",
    "دعا": "تعارضه آن لي التي رأت أن المجلس بطيء وأن الآبار قليلة في كل المقاطعات؛ "
    "وبو أور الذي دعا إلى المزيد.",
    "呼吁": "反对者为李安，其认为理事会行动迟缓而且各省水井太少难以满足需要；以及欧博，其呼吁增加投入。",
}


@pytest.mark.parametrize("acts", ANOTHER)
def test_nobody_is_given_the_words_of_another(acts: str) -> None:
    cut = telling(ANOTHER[acts], 72, [acts])
    assert acts in cut and cut.startswith("…"), cut


def test_words_that_act_are_no_letters_of_another_word() -> None:
    """ "ont" (French "have") stands in "contributeur"."""
    text = (
        "ou de bannir pour un temps ou pour toujours tout contributeur du projet, les gardiens ont le droit"
    )
    cut = telling(text, 60, ["ont"])
    assert "ontributeur" not in cut.replace("contributeur", "")
    assert "ont le droit" in cut


def test_of_words_that_act_the_first_that_the_text_holds_is_shown() -> None:
    """A verdict rests on them; what else acts comes behind."""
    text = "The keepers are charged with the rules of the harbour and its lamps and will mend each one"
    assert "will mend" in telling(text, 60, ["absent", "will", "are charged"])
    assert "will mend" not in telling(text, 60, ["are charged", "will"])
