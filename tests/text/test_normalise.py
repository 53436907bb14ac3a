"""Normalising: each step alone, and the law that twice is once."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff import language as languages
from p5diff.ingest import origins, proposals, read
from p5diff.ingest.layout.normalise import STEPS, normalise
from p5diff.ingest.layout.recovery import from_raw, from_text, is_stored
from p5diff.text.detect import detect_language
from p5diff.text.stored import parse, serialise, unescaped
from tests.cases import cases
from tests.text.texts import LANGUAGES

_PIECES = {
    "en": "Mr. The States agreed. No. 5 U.S. and (a) 1. iv. — non- prolif- “ ” (Signed) Ambassador # ## "
    "Page 3 … ? ! * e.g. A. ### : ; [1]",
    "zh": "五常 会议 。 ， “ ” 《 》 1. 一、 （一） 第一条 2012年 6月27日 "
    "华盛顿 3 …… ―― NPT ！ ？ # (签名) 大使 第3页 ： ； ． ① 代表",
    "ru": "Договор и г. 2009 А. « » — ст. 5 (Подпись) а) 1. посол страны. стр. раз- Москва",
    "ar": "المعاهدة في ؟ . ، (أ) 1- د. (توقيع) السفير صفحة 3 ٣ جنيف « » أولا -",
    "fr": "Les États « » ! art. 5 M. non- (Signé) Ambassadeur a) 1. Genève : et accord.",
    "es": "¿Qué? ¡Sí! Sr. EE.UU. art. 5 (Firmado) Embajador a) 1. Ginebra y acuerdo.",
}
_GAPS = [" ", " ", "", "\n", "\n\n", "\n ", "\r\n", "  \n", "\f", "\u00a0", "\u00ad\n", "\u3000"]


def messy(language: str) -> st.SearchStrategy[str]:
    """Scraps of statements in any order and layout."""
    scrap = st.tuples(st.sampled_from(_PIECES[language].split()), st.sampled_from(_GAPS))
    return st.lists(scrap, max_size=30).map(lambda pairs: "".join(a + b for a, b in pairs))


@pytest.mark.parametrize("language", LANGUAGES)
@cases(40)
@given(data=st.data())
def test_normalising_twice_is_normalising_once(language: str, data: st.DataObject) -> None:
    """Law 5: normalising twice is normalising once."""
    once = normalise(data.draw(messy(language)), language=language)
    assert normalise(once, language=language) == once
    assert is_stored(once, language=languages.get(language)) or not once


@given(text=st.text(max_size=300), language=st.sampled_from(LANGUAGES))
def test_any_string_normalises_and_stays(text: str, language: str) -> None:
    """Law 5 on arbitrary text, and no error on any."""
    once = normalise(text, language=language)
    assert normalise(once, language=language) == once


@given(text=messy("en"))
def test_each_step_is_idempotent(text: str) -> None:
    for step in STEPS:
        text = step.apply(text, languages.get("en"))
        assert step.apply(text, languages.get("en")) == text, step.name


@pytest.mark.parametrize("language", LANGUAGES)
@cases(40)
@given(data=st.data())
def test_stored_text_is_what_parse_and_serialise_agree_on(language: str, data: st.DataObject) -> None:
    """Law 6 for the text itself: what is written is read, what is read is written."""
    once = normalise(data.draw(messy(language)), language=language)
    paragraphs = parse(once, language=languages.get(language))
    if once:
        assert serialise(paragraphs, language=languages.get(language)) == unescaped(once)
    assert (
        parse(serialise(paragraphs, language=languages.get(language)), language=languages.get(language))
        == paragraphs
    )


@pytest.mark.parametrize("language", LANGUAGES)
@cases(40)
@given(data=st.data())
def test_no_character_is_lost_or_invented(language: str, data: st.DataObject) -> None:
    """Every character that is no space stands in the text, was set aside, or was a hyphen that
    divided a word."""
    from p5diff.ingest import read_bytes

    source = data.draw(messy(language)).replace("#", "")
    if not source.strip():
        return
    draft = from_raw(read_bytes(source.encode(), name="a.txt"), language=language)
    kept = "".join(s.label * (s.number == 1) + s.text for p in draft.paragraphs for s in p.sentences)
    aside = "".join(item.label + item.text for item in draft.set_aside)
    before = sorted(
        "".join(unicodedata.normalize("NFC", source).split()).replace("\u00ad", "").replace("-", "")
    )
    assert sorted("".join((kept + aside).split()).replace("-", "")) == before


_TWO_EACH = "\n\n".join(
    f"The States met in the {name} session and agreed on the report.\nThey will meet before the year ends."
    for name in ("first", "second", "third", "fourth")
)


@pytest.mark.parametrize("rule", ["* * *", "*****", "--------", "____________", "=====", "* * * **********"])
@pytest.mark.parametrize(
    "where", ["{a}\n\n{rule}\n\n{b}\n", "{rule}\n\n{a}\n\n{b}\n\n{rule}\n", "{a}\n{rule}\n\n{b}\n"]
)
def test_a_rule_stands_alone_and_leaves_the_rest_as_it_is(rule: str, where: str) -> None:
    """Sentences that stand together stay together, wherever rules part the text."""
    from p5diff.ingest import read_bytes

    a, _, b = _TWO_EACH.partition("\n\n")
    text = where.format(a=a, b=b, rule=rule)
    assert normalise(text, language="en") == _TWO_EACH + "\n"
    draft = from_raw(read_bytes(text.encode(), name="a.txt"), language="en")
    assert draft.stored == _TWO_EACH + "\n"
    assert [(item.text, item.reason) for item in draft.set_aside] == [(rule, "rule")] * text.count(rule)
    assert all(text[item.offset :].startswith(rule) for item in draft.set_aside)
    assert len(origins(draft)) == 8


def test_a_rule_at_the_end_of_a_paragraph_changes_no_other() -> None:
    """A rule that only cutting sentences brings to light is set aside, and nothing is laid out again."""
    from p5diff.ingest import read_bytes

    paragraphs = [part.replace("\n", " ") for part in _TWO_EACH.split("\n\n")]
    source = "\n\n".join([*paragraphs[:2], f"{paragraphs[2]} * * * **********", paragraphs[3]]) + "\n"
    draft = from_raw(read_bytes(source.encode(), name="a.txt"), language="en")
    assert draft.stored == _TWO_EACH + "\n"
    assert [item.text for item in draft.set_aside] == ["* * * **********"]


def test_seed_gives_its_parts(shared: Path) -> None:
    """Title block, 2 letter paragraphs, signature, 3-line title, 14 body paragraphs, date, place."""
    path = next((shared / "seed").glob("000_*.txt"))
    draft = from_raw(read(path), language="zh")
    roles = [p.role.value for p in draft.paragraphs]
    assert roles == ["title", "letter", "letter", "signature", "title", *["body"] * 14, "date", "place"]
    lines = {i: len(p.sentences) for i, p in enumerate(draft.paragraphs)}
    assert (lines[0], lines[3], lines[4]) == (1, 2, 3)
    source = "".join(path.read_text(encoding="utf-8").split())
    assert "".join(draft.stored.replace("# ", "").split()) == source
    assert " " not in "".join(s.text for p in draft.paragraphs for s in p.sentences)
    assert (proposals(draft).dates, proposals(draft).place) == (("2012-06-27", "2012-06-29"), "华盛顿")
    assert proposals(draft).language == "zh" and not draft.set_aside


def test_shared_texts_stay_as_stored(shared: Path) -> None:
    """Law 5 on every shared text, whatever its format."""
    for path in sorted([*(shared / "data").glob("*/*.md"), *(shared / "data/fomc").glob("*.txt")]):
        raw = read(path)
        language = detect_language("\n".join(block.text for block in raw.blocks))[0]
        stored = from_raw(raw, language=language).stored
        assert normalise(stored, language=language) == stored, path.name


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("2009年伦敦和 2011年巴黎。\n", "2009年伦敦和2011年巴黎。\n"),
        ("\ufeffThe\u00a0States\r\nmet.\r\n", "The States met.\n"),
        ("cafe\u0301 x\u00b2 \ufb01 end.\n", "café x² \ufb01 end.\n"),
        ("dis\u00adarm and rear\u00ad\nmament.\n", "disarm and rearmament.\n"),
        ("One met.\u2028Two left.\u0085", "One met.\nTwo left.\n"),
        ("", ""),
        (" \n\t\n", ""),
    ],
)
def test_characters(source: str, wanted: str) -> None:
    assert normalise(source, language="zh" if "年" in source else "en") == wanted


def test_printed_marks_are_kept() -> None:
    printed = "《关于〈条约〉的声明》――“五常”重申：‘承诺’（第十条）！"
    assert normalise(printed, language="zh") == printed + "\n"


@pytest.mark.parametrize(
    ("language", "title", "body"),
    [
        ("en", "Joint Statement – Lisbon, 3–5 May 2032", "The States met and reviewed their work."),
        ("es", "Declaración conjunta de los Estados ribereños", "Los Estados examinaron su labor."),
        ("ru", "Совместное заявление прибрежных государств", "Государства провели встречу в порту."),
        ("ar", "بيان مشترك صادر عن الدول الساحلية", "اجتمعت الدول واستعرضت أعمالها."),
    ],
)
def test_a_title_as_long_as_the_text_is_not_joined_to_it(language: str, title: str, body: str) -> None:
    stored = from_text(f"{title}\n\n{body}\n\n{body}\n", language=languages.get(language))
    assert stored == f"# {title}\n\n{body}\n\n{body}\n"
