"""Sentence ends in six languages: abbreviations, initials, numbers, quotations."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.sentences import cases, cut
from p5diff import language as languages
from p5diff.language import LANGUAGES
from p5diff.text import segment
from p5diff.text.segment import ends_sentence, sentences
from tests.text.layouts import UDHR, declaration, whole_declaration
from tests.text.texts import PARAGRAPHS

CASES = [
    (
        "en",
        "Mr. J. Smith met No. 1887 in 2010. | The U.S. Department agreed (Art. 5). | He said “No.” | We left",
    ),
    (
        "en",
        "It grew by 2.5 percent... and more. | Wait… | Then stop. | The Rev. A. B. Lee, Jr. spoke. | It is.",
    ),
    (
        "en",
        "He left the U.S. | The talks went on. | Is it so? | Yes! | “It is,” he said. | (It was.) | Done.",
    ),
    (
        "en",
        "We ask: why? | The States (e.g. Norland, etc.) agreed; others did not. | See para. 4.[2] | It is.",
    ),
    ("zh", "五常说：“我们同意。” | 会议结束。 | 真的吗？！ | 是的……然后继续；不停。 | （见附件。） | 完"),
    ("zh", "“同意！”，他说。 | 《条约》第2.5条（NPT/CONF.2015/PC.I/12）生效。 | U.S. 代表发言。"),
    (
        "fr",
        "« Oui. » | Nous sommes d’accord ! | L’art. 5 s’applique à M. Dupont. | Est-ce tout ? | Oui, etc.",
    ),
    (
        "ru",
        "А. А. Иванов приехал 5 мая 2009 г. на встречу. | «Да!» — сказал он. | См. ст. 5 и п. 3. | Конец.",
    ),
    ("ru", "В 2009 г. был подписан договор, т.е. соглашение. | Работа идёт и т.д. | Это всё."),
    (
        "ru",
        "Присутствовали гг. Серов и Орлов. | Решение по п. № 5 принято. | До 2011 гг. Стороны спорили.",
    ),
    ("en", "Alt. 1. The Parties may meet. | They left."),
    ("es", "Opción 2. Las Partes se reúnen. | Fin."),
    ("es", "¿Qué? | ¡Sí! | El Sr. Pérez vino de EE.UU. con el art. 5. | «Bien.» | ¿Y ahora?"),
    ("ar", "هل وافقت الدول؟ | نعم. | قال د. محمد ذلك، وأضاف؛ ثم ذهب. | انتهى الاجتماع!"),
]

RULED = [
    ("en", "They met at 6 p.m. GMT in Oslo. | They left."),
    ("en", "They agreed as follows: 1. Open the gate. | They left."),
    ("zh", "灯、帆……都在。 | 会议结束。"),
    ("zh", "他想了想……但是没有说。 | 他走了。"),
    ("zh", "他想了想…… | 没有说。 | 他走了。"),
    ("zh", "规则“数灯。点灯。”由来已久。 | 他走了。"),
    ("zh", "“同意。”他说。 | 他走了。"),
    ("zh", "会议于2031年5月3日举行． | 各方同意．"),
    ("zh", "见第1．2条。 | 完。"),
    ("en", "The States … Parties met. | They left."),
    ("en", "The States […] Parties met. | They left."),
    ("en", "They waited… | Then they left."),
    ("en", "They list the tasks. | (a) open the gate; (b) close it."),
    ("en", "See app. B. | They left."),
    ("en", "See app. B of the report. | They left."),
    ("en", "He said (“Go.”). | They left."),
    ("ru", "Это стоило 5 млн. долл. США. | Они заплатили."),
    ("ru", "В мае 2009 г. Россия подписала договор. | Работа идёт."),
    ("ru", "Договор подписан в 2009 г. | Россия его исполняет."),
    ("ru", "И т. д. | Это всё."),
    ("es", "Vino de EE. UU. con él. | Fin."),
    ("en", "They agreed.[2] | They left.¹ | It is so."),
    ("en", "J.-P. Dupont came. | They met J.-P. | They left."),
    ("ar", "قال: نعم… ثم ذهب. | انتهى."),
    ("ar", "وافقت الدول… | الاجتماع انتهى."),
    ("en", "Is it? yes it is. | They left."),
    ("en", "They met. | 5 came. | They left."),
    ("en", "“They met. | They left.” | It is so."),
    ("en", "It is said: “They met. They left.” | It is so."),
    ("en", 'He asked "Who came? Nobody." and left. | They met.'),
    ("en", 'They say "Go. Now." | They met.'),
    ("en", 'The 5" pipe broke. | They met in a 6" tube.'),
    ("en", '"They met. | They left." | It is so.'),
    ("en", 'He said: "They met. They left." | It is so.'),
    ("en", '"Who? Nobody." was the answer. | They left.'),
    ("zh", '他说："同意。走。" | 会议结束。'),
    ("zh", "“……我们同意。” | 完。"),
    ("zh", "……我们同意。 | 完。"),
    ("zh", "会议讨论了灯塔、帆船……以及码头。 | 完。"),
    ("zh", "会议讨论了灯塔问题…… | 代表们离开。"),
    ("ar", "قال د. محمد وأ. علي ذلك. | انتهى."),
    ("ar", "حضر أ. علي الاجتماع. | انتهى."),
    ("en", "In May 2009 the U.S. Senate met. | It voted."),
    ("ru", "В мае 2009 г. Стороны подписали договор. | Он действует."),
    ("ru", "В начале холодного мая 2009 г. | Стороны подписали договор. | Он действует."),
    ("ru", "В самом начале очень холодного мая 2009 г. | Стороны подписали договор."),
    ("ru", "Договор подписан в 2009 г. | Стороны его исполняют."),
    ("ru", "Они платят 5 млн. долл. США. | Они заплатили."),
    ("en", "They met at 6 p.m. | They left at 7 p.m. GMT."),
    ("en", "They met at 6 p.m. UTC. | It was late."),
    ("en", "They met at 6 p.m. | SENATE was closed."),
    ("en", "They met J. R. R. Tolkien. | They left."),
    ("en", "They saw plan B. | They left."),
    ("en", "They saw plan B. Smith was not there."),
    ("en", "It is item ii. | They left."),
    ("en", "They listed: i. the gate; ii. the lamp. | They left."),
    ("en", "They listed: A. the gate; B. the lamp. | They left."),
    ("en", "They agree: 12. The gate opens. | They left."),
    ("en", "4. The gate opens. | They left."),
    ("en", "They met in room 12. | The gate opens."),
    ("en", "See vol. 3. | They left."),
    ("en", "See vol. A/RES/1 of it. | They left."),
    ("en", "See No. A/RES/48/263 of it. | They left."),
    ("ru", "Ген.-лейт. Серов приехал. | Он уехал."),
    ("en", "They met on Jan. 5. | They left."),
    ("en", "They met Lee Jr. | They left Roe Sr. and him."),
    ("en", "They agreed etc. | They left."),
    ("en", "They met in 2009. | Oslo was cold."),
    ("fr", "Il est né en 300 av. J.-C. | Il est mort."),
    ("fr", "M. J.-P. Roux est venu. | Il est parti."),
    ("es", "Llegó a las 6 p. m. | Salió."),
    ("es", "El art. 5 y los arts. 6 y 7. | Fin."),
    ("en", "(It is so.) | They left. | Yes."),
    ("ru", "В начале мая 2009 г. Стороны подписали договор. | Он действует."),
    ("en", "They agreed: II. Open the gate. | They left."),
]
"""A rule of its own each: what it holds together, and what it lets go."""


@pytest.mark.parametrize(("language", "marked"), RULED)
def test_each_rule_of_sentence_ends(language: str, marked: str) -> None:
    text = marked.replace(" | ", "" if language == "zh" else " ")
    assert [text[a:b] for a, b in sentences(text, language=languages.get(language))] == marked.split(" | ")


def test_a_long_quotation_is_cut_like_any_text() -> None:
    """Up to some three sentences of 300 characters in all it is a part of its own."""
    inside = "They met in Oslo. "
    for times, wanted in ((16, 1), (17, 17)):
        text = f"He read “{(inside * times).strip()}”, and left."
        assert len(sentences(text, language=languages.get("en"))) == wanted


@pytest.mark.parametrize(
    ("text", "following", "ends"),
    [
        ("They met.", "", True), ("They met", "", False), ("They met.", "They left.", True),
        ("They met.", "in Oslo.", False), ("They met Mr.", "Lee.", False), ("See No.", "5 of it.", False),
        ("They met.”", "They left.", True), ("They met.[12]", "They left.", True),
        ("They met 2.5", "", False),
        ("They met,", "They left.", False), ("They met. And", "", False),
    ],
)  # fmt: skip
def test_whether_a_line_ends_a_sentence(text: str, following: str, ends: bool) -> None:
    assert ends_sentence(text, following, language=languages.get("en")) is ends


@pytest.mark.parametrize(("language", "marked"), CASES)
def test_sentence_ends(language: str, marked: str) -> None:
    wanted = marked.split(" | ")
    text = ("" if language == "zh" else " ").join(wanted)
    assert [text[a:b] for a, b in sentences(text, language=languages.get(language))] == wanted


@pytest.mark.parametrize("language", sorted(PARAGRAPHS))
@given(data=st.data())
def test_spans_cover_all_but_white_space(language: str, data: st.DataObject) -> None:
    """Lossless: spans rise, never overlap, and leave out nothing but white space."""
    marks = st.sampled_from([*"ab 。.?!؟…»”)( \n1", "Mr.", "U.S. ", "五", "г. "])
    text = data.draw(st.lists(marks, max_size=60).map("".join))
    at, left = 0, ""
    for start, end in sentences(text, language=languages.get(language)):
        assert at <= start < end
        left += text[at:start]
        at = end
    assert (left + text[at:]).strip() == ""


@pytest.mark.parametrize("language", sorted(UDHR))
def test_declaration_has_about_as_many_sentences_everywhere(language: str, shared: Path) -> None:
    """Parallel texts cross-check the rules: translators rarely split or join sentences."""
    counts = {
        code: sum(
            len(sentences(text, language=languages.get(code))) for text in whole_declaration(shared, code)
        )
        for code in (language, "en")
    }
    assert abs(counts[language] - counts["en"]) <= 0.1 * counts["en"]
    assert all(
        ends_sentence(text, language=languages.get(language)) for text in declaration(shared, language)
    )


@pytest.mark.parametrize("language", sorted(PARAGRAPHS))
def test_sentences_of_a_stored_paragraph_are_found_again(language: str) -> None:
    for text in PARAGRAPHS[language]:
        found = [text[a:b] for a, b in sentences(text, language=languages.get(language))]
        again = ("" if language == "zh" else " ").join(found)
        assert [again[a:b] for a, b in sentences(again, language=languages.get(language))] == found


def test_every_character_that_can_end_a_sentence_is_known() -> None:
    """Law: a text whose last character is not among them ends no sentence."""
    ends = {
        char
        for char in map(chr, range(0x10000))
        for before in ("", ".", ".[1", ". ")
        if any(m.end() == len(before) + 1 for m in segment._CANDIDATE.finditer(before + char))
    }
    assert ends == segment._MAY_END


def test_nearly_all_sentence_ends_are_those_that_a_person_cut() -> None:
    """At least 98 of 100 cases over all languages, and 95 in each, cut exactly."""
    share = {}
    total = right = 0
    for code in LANGUAGES:
        found = [cut(code, wanted) == wanted for wanted in cases(code)]
        total, right = total + len(found), right + sum(found)
        share[code] = sum(found) / len(found)
    assert total >= 300
    assert right >= 0.98 * total
    assert min(share.values()) >= 0.95, share


def test_a_latin_stop_in_chinese_text_ends_only_latin_sentences() -> None:
    """A stop that Han characters follow at once belongs to a name or a figure."""
    chinese = languages.get("zh")
    text = "灯塔由J.史密斯先生看守。钟声每日两次。"
    assert [text[a:b] for a, b in sentences(text, language=chinese)] == [
        "灯塔由J.史密斯先生看守。",
        "钟声每日两次。",
    ]
    figure = "水位升至3．5米。钟声响起。"
    assert [figure[a:b] for a, b in sentences(figure, language=chinese)] == ["水位升至3．5米。", "钟声响起。"]


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("en", "“We waited. Nobody came.” was the keeper’s answer.", "They left."),
        ("fr", "« Nous attendons. Rien ne vient », a-t-il dit.", "Ils partirent."),
        ("es", "«Esperamos. Nadie vino», dijo el guardián.", "Se fueron."),
        ("ru", "«Мы ждали. Никто не пришёл», — сказал сторож.", "Они ушли."),
        ("ar", "«انتظرنا. لم يأت أحد»، قال الحارس.", "ثم رحلوا."),
    ],
)
def test_a_quotation_that_opens_a_sentence_is_part_of_it(code: str, first: str, last: str) -> None:
    text = f"{first} {last}"
    assert [text[a:b] for a, b in sentences(text, language=LANGUAGES[code])] == [first, last]


def test_a_quotation_by_itself_is_cut_like_any_text() -> None:
    text = "“We waited. Nobody came.” They left."
    assert len(sentences(text, language=LANGUAGES["en"])) == 3
