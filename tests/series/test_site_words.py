"""A site speaks the six languages: every word of its own is in every file of phrases."""

from __future__ import annotations

import ast
import re
from importlib.resources import files as resources
from pathlib import Path

import pytest

from p5diff.model.comparison import MarkKind
from p5diff.model.series import EventKind, Gap
from p5diff.model.statement import Coverage, Edition, Role
from p5diff.report.html.foot import facts
from p5diff.report.phrasebook import LANGUAGES, PageWords, english, phrases
from p5diff.report.phrases import EDITION_WORDS
from p5diff.report.series.facts import ALARMS
from p5diff.report.series.matrix import NEVER, NO_TOPIC, SILENT, MatrixCell, by_topic
from p5diff.report.series.rank import COUNTS, UNSURE
from p5diff.report.site import files, search, statement
from p5diff.report.site.front import answer
from p5diff.report.terminal.series import LEGEND, matrix_lines, series_lines, trace_lines
from p5diff.report.topicnames import in_language
from p5diff.threads.weave import APART
from p5diff.workflows.series import woven
from p5diff.workflows.site import made
from tests.cli.run import p5diff
from tests.series.material import planted
from tests.series.material import statement as statement_of

OTHERS = [code for code in LANGUAGES if code != "en"]
SAID = re.compile(r"""\bsay\(\s*(?:'([^']*)'|"((?:[^"\\]|\\.)*)")[,)\s]""")
COUNTED = re.compile(r"""\bsay\.many\([^"]*"[^"]*", "([^"]*)"\)""")


def patterns(code: str) -> set[str]:
    """Every string of a module with a place for a value, such as `{names}`: a phrase, wherever it is said."""
    texts = (n.value for n in ast.walk(ast.parse(code)) if isinstance(n, ast.Constant))
    return {t for t in texts if isinstance(t, str) and re.search(r"\{\w+\}", t) and t not in NO_PHRASE}


NO_PHRASE = {
    "{n} that was said in {name}",
    "{name} holds {n} thread",
    "it leaves out {n} thread said before",
    "of {n} thread said before nobody can tell, since the text is partial",
    "{n} thread",
    "in {n} statement",
    "{n} ",
}
"""English for one, where the phrase for many has the forms of other languages; and the head of several."""


def wanted() -> set[str]:
    """Everything that a page may say: what templates and code hold, and the names of the model."""
    report = resources("p5diff.report")
    found: set[str] = set()
    sources = [*report.joinpath("templates", "site").iterdir(), *report.joinpath("site").iterdir()]
    for source in (p for p in sources if p.name.endswith((".html", ".py"))):
        text = source.read_text(encoding="utf-8")
        found |= {a or b for a, b in SAID.findall(text)} | set(COUNTED.findall(text))
        if source.name.endswith(".py"):
            found |= patterns(text)
    for source in ("facts.py", "matrix.py"):
        found |= patterns(report.joinpath("series", source).read_text(encoding="utf-8"))
    terminal = report.joinpath("terminal", "series.py").read_text(encoding="utf-8")
    found |= patterns(terminal) | {a or b for a, b in SAID.findall(terminal)} | {LEGEND}
    found -= {"unreviewed", "beside"}  # a phrase of every page, in another table
    found |= {e.value for e in EventKind} | {m.value for m in MarkKind if m is not MarkKind.NONE}
    found |= {Gap.NOT_COVERED.value, SILENT, NEVER, NO_TOPIC, NO_TOPIC.strip("()"), *ALARMS.values()}
    found |= {e.value for e in Edition if e is not Edition.UNSTATED} | set(EDITION_WORDS.values())
    found |= {r.value for r in Role if r is not Role.BODY}
    found |= {c.value for c in Coverage} | set(search.TOLD) | {"first text", "said again", "branched off"}
    found |= {statement.NEW, UNSURE, "born in place of", "Ladder", "partial", APART, "print only"}
    found |= {
        "strongest: {rung}",
        "{n} sentences",
        "1 sentence",
    }
    found |= {"{n} " + w for w in ("stronger", "weaker", "new", "dropped", "revived", "carried out")}
    return found | set(facts(planted("en", 1).statements[0].meta))


@pytest.mark.parametrize("language", OTHERS)
def test_no_language_lacks_a_word(language: str) -> None:
    assert len(wanted()) > 140
    assert sorted(wanted()) == sorted(phrases(language).tables["site"])


@pytest.mark.parametrize("language", OTHERS)
def test_the_pages_say_nothing_in_english(language: str) -> None:
    found = made(woven(planted("zh", 1, twins=3).statements), title="—", words=language)
    pages = {name: data.decode() for name, data in files(found)}
    own = [n for n in pages if n.endswith(".html") and not n.startswith("pair-")]
    assert any(n.startswith("topic-") for n in own) and any(n.startswith("statement-") for n in own)
    way = ' dir="rtl"' if language == "ar" else ""
    say = PageWords(language)
    for name in own:
        assert f'<html lang="{language}"{way}>' in pages[name]
        assert say.book.say("unreviewed").replace("'", "&#39;") in pages[name]
        text = re.sub(r"<(script|style|code|title)\b.*?</\1>|<[^>]*>", "¶", pages[name], flags=re.S)
        for words in ("Before you quote", "thread", "sentence", "since", "The series", "reworded", "dropped"):
            assert not re.search(rf"\b{words}\b", text), (name, words)
    assert say("What matters most") in pages["index.html"]


def test_english_stands_as_it_is_written() -> None:
    say = PageWords()
    assert (say.many(1, "{n} thread", "{n} threads"), say.many(2, "{n} thread", "{n} threads")) == (
        "1 thread",
        "2 threads",
    )
    assert MatrixCell(count=2, rung="urge", new=1).told(english) == "2 sentences; strongest: urge; 1 new"
    assert MatrixCell(count=2, rung="{x}", new=1).told(PageWords("fr")) == (
        "2 phrases; le plus fort\u00a0: {x}; 1 nouveau"
    )


AGREE = {
    "fr": ("affaibli", "affaiblis", "affaiblis"),
    "es": ("debilitado", "debilitados", "debilitados"),
    "ru": ("ослаблена", "ослаблены", "ослаблено"),
    "ar": ("ازداد ضعفا", "ازدادا ضعفا", "ازدادت ضعفا"),
    "zh": ("减弱", "减弱", "减弱"),
}


@pytest.mark.parametrize("language", OTHERS)
def test_what_stands_beside_a_count_agrees_with_it(language: str) -> None:
    say = PageWords(language)
    assert tuple(say.counted(n, "grew weaker") for n in (1, 2, 5)) == AGREE[language]
    assert set(phrases(language).tables["counted"]) == {words for _, words in COUNTS}
    assert PageWords().counted(2, "grew weaker") == "grew weaker"


def test_the_answer_counts_in_the_forms_of_each_language() -> None:
    """Two new threads and nothing left out; and what the newest leaves out, with its count."""
    kept = ["The States support talks on cables.", "The States will report on wheat."]
    more = [*kept, "The States welcome the fund.", "The States regret the delay in mapping."]
    grown = woven([statement_of("en", n, texts) for n, texts in enumerate((kept, more))]).series
    shrunk = woven([statement_of("en", n, texts) for n, texts in enumerate((more, kept))]).series
    assert {code: answer(grown, PageWords(code)) for code in ("en", "fr", "ru", "ar")} == {
        "en": "oslo-2002 holds 4 threads: 2 that were said in oslo-2001, 2 said for the first time; "
        "nothing said in oslo-2001 is dropped.",
        "fr": "oslo-2002 compte 4 fils, dont 2 déjà présents dans oslo-2001, 2 dits pour la première fois"
        "\u00a0; rien de ce que dit oslo-2001 n’est supprimé.",
        "ru": "oslo-2002 содержит 4 нити, из них 2 уже были в oslo-2001, 2 появились впервые; "
        "ничего из сказанного в oslo-2001 не снято.",
        "ar": "يتضمن oslo-2002 ما مجموعه 4 خيوط، منها اثنان سبق أن وردا في oslo-2001، "
        "منها اثنان يردان لأول مرة؛ لم يُحذف شيء مما ورد في oslo-2001.",
    }
    assert {code: answer(shrunk, PageWords(code)) for code in ("en", "es", "ru", "zh")} == {
        "en": "oslo-2002 holds 2 threads: 2 that were said in oslo-2001; "
        "it leaves out 2 threads said before.",
        "es": "oslo-2002 contiene 2 hilos: 2 ya presentes en oslo-2001; deja fuera 2 hilos anteriores.",
        "ru": "oslo-2002 содержит 2 нити, из них 2 уже были в oslo-2001; опущены 2 прежние нити.",
        "zh": "oslo-2002含2条线索（oslo-2001已有2条）；未再提及此前的2条线索。",
    }


def test_the_command_takes_a_language(tmp_path: Path) -> None:
    for year, text in ((2001, "The States will report."), (2002, "The States intend to report.")):
        (tmp_path / f"{year}.txt").write_text(text + "\n\nThe States thank the host.", encoding="utf-8")
    texts = [tmp_path / "2001.txt", tmp_path / "2002.txt"]
    done = p5diff("site", tmp_path / "out", *texts, "--lang", "ru")
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert '<html lang="ru">' in page and "Самое важное" in page
    assert "сила: " in page and "strength: " not in page
    wrong = p5diff("site", tmp_path / "out", *texts, "--lang", "de")
    assert wrong.returncode == 2 and "de" in wrong.stderr


def test_what_an_event_rests_on_is_told_in_the_language_of_the_page() -> None:
    """ "Print only" is a remark of the program, as "strength: …" is."""
    said = ["They support talks on cables.", "They support “talks” on cables."]
    found = made(woven([statement_of("en", n, [text]) for n, text in enumerate(said)]), words="fr")
    pages = b"".join(data for name, data in files(found) if name.startswith("topic-"))
    assert b"print only" not in pages and b"typographie seulement" in pages


@pytest.mark.parametrize("language", OTHERS)
def test_the_terminal_says_nothing_in_english(language: str) -> None:
    found = in_language(woven(planted("zh", 1, twins=3).statements).series, language)
    say = PageWords(language)
    table = by_topic(found)
    shown = [
        *series_lines(found, 100, say),
        *trace_lines(found, found.threads, 100, say, near=found.threads[1:2]),
        *matrix_lines(table, found, 200, say),
        *matrix_lines(table, found, 40, say),
    ]
    text = "\n".join("".join(piece.text for piece in line) for line in shown)
    for words in (
        "statements",
        "threads",
        "born",
        "dropped",
        "kept",
        "reworded",
        "first",
        "last",
        "same",
        "watch",
    ):
        assert not re.search(rf"\b{words}\b", text, re.IGNORECASE), words
    assert say("What matters most") in text and say(LEGEND).split()[1] in text
    assert " ".join(text.split()).count(say.book.say("unreviewed")) == 4
