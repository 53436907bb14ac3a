"""A language that nobody speaks, added as CONTRIBUTING says: one module, one line, and all stages read it."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from p5diff import compare, load
from p5diff import language as languages
from p5diff.align import align_sentences
from p5diff.language import und
from p5diff.language.base import Language
from p5diff.meaning import load_rules, topics
from p5diff.meaning.sentence.references import actions
from p5diff.model.comparison import Comparison
from p5diff.report.formats import FORMATS
from p5diff.text.detect import detect_language
from p5diff.text.segment import sentences
from p5diff.workflows.output import drawn

BEFORE = "Vok lampi sor pieri trenu.\n\nZod. Lamar tik res. 5 vok lampi. Vok pieri sor naku.\n"
AFTER = "Vok lampi sor pieri trenu.\n\nZod. Lamar tik res. 6 vok lampi. Vok pieri sor naku grom.\n"
RULES = """
[[topic]]
id = "lamps"
label.en = "Lamps"
terms.qx = ["lampi"]
"""


@pytest.fixture
def seventh(monkeypatch: pytest.MonkeyPatch) -> Language:
    """Everything that an unknown language has, and words of its own."""
    module = ModuleType("qx")
    for name, value in vars(und).items():
        if not name.startswith("_"):
            setattr(module, name, value)
    own: dict[str, object] = {
        "CODE": "qx",
        "NAME": "Invented",
        "DIRECTION": "rtl",
        "COMMON_WORDS": frozenset("vok sor tik zod".split()),
        "ABBREVIATIONS": frozenset(["zod"]),
        "NUMBER_ABBREVIATIONS": frozenset(["res"]),
        "ACTIONS": "naki",
        "VARIANTS": {"pieri": "piiri"},
        "OPTIONS": r"oki \d",
    }
    for name, value in own.items():
        setattr(module, name, value)
    language: Language = module  # type: ignore[assignment]
    monkeypatch.setitem(languages.LANGUAGES, "qx", language)
    return language


def test_it_is_detected_and_cut_by_its_own_words(seventh: Language) -> None:
    assert detect_language(BEFORE)[0] == "qx"
    text = "Zod. Lamar tik res. 5 vok lampi. Vok pieri sor naku."
    assert [text[a:b] for a, b in sentences(text, language=seventh)] == [text[:32], text[33:]]


def test_its_references_and_spellings_are_read(seventh: Language) -> None:
    assert [found.value for found in actions("vok naki 5 sor 7", seventh)] == ["5"]
    assert [tuple(link[:2]) for link in align_sentences(["vok pieri sor"], ["vok piiri sor"], language="qx")]


def test_it_goes_through_comparison_topics_and_every_output(seventh: Language, tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "own.topics.toml").write_text(RULES, encoding="utf-8")
    for name, text in (("a.txt", BEFORE), ("b.txt", AFTER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    before = load(tmp_path / "a.txt")
    assert before.meta.language == "qx"
    found = compare(tmp_path / "a.txt", tmp_path / "b.txt", before_language="qx", after_language="qx")
    assert isinstance(found, Comparison)
    assert found.tally.reworded == 2 and found.tally.unchanged == 1
    for form in (form for form in FORMATS if form.name != "terminal"):
        made = b"".join(drawn(found, form.name, ".md" if form.takes_suffix else ""))
        assert form.binary or "grom" in made.decode("utf-8"), form.name
    assert b'dir="rtl"' in b"".join(drawn(found, "html"))
    tags = topics.tag(before, load_rules(tmp_path / "rules"))
    assert "lamps" in {tag.topic for own in tags.values() for tag in own}
