"""History by sentences: log, blame, verify; and git speaking p5diff."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from p5diff.corpus import Corpus
from p5diff.corpus.git.history import parse_commit
from p5diff.errors import CorpusError, ReferenceNotFound
from p5diff.model.refs import Reference
from p5diff.workflows.add import add
from p5diff.workflows.blame import blame
from p5diff.workflows.describe import Given
from p5diff.workflows.gitdriver import disable, driver, enable, textconv
from p5diff.workflows.log import log
from p5diff.workflows.verify import VerifyOutcome, correct, differences, record, verify
from tests.needs import needs_git

from .conftest import git

pytestmark = [
    pytest.mark.system,
    needs_git,
]
# Five sentences each, in languages whose moved sentences `git blame -C` loses.
SENTENCES = {
    "zh": (
        "各方于2019年5月在奥斯陆举行了第一次正式会议。",
        "各方欢迎专家工作组提交的年度报告。",
        "各方热烈欢迎专家工作组提交的年度报告。",
        "各方重申条约规定的各项目标。",
        "下次会议将于明年召开。",
    ),
    "ru": (
        "Стороны провели первую встречу в Осло в мае.",
        "Стороны приветствуют доклад рабочей группы.",
        "Стороны горячо приветствуют доклад рабочей группы.",
        "Стороны подтверждают цели договора.",
        "Следующая встреча пройдёт через год.",
    ),
    "ar": (
        "عقدت الأطراف اجتماعها الأول في أوسلو.",
        "ورحبت الأطراف بتقرير الفريق العامل.",
        "ورحبت الأطراف ترحيبا حارا بتقرير الفريق العامل.",
        "وأكدت الأطراف من جديد أهداف المعاهدة.",
        "وسيعقد الاجتماع المقبل في العام القادم.",
    ),
}


def _three(language: str) -> tuple[str, str, str]:
    """A text, the same with a sentence reworded, and the same with one moved and one new."""
    met, welcome, warmly, aims, again = SENTENCES[language]
    return (
        f"{met}\n{welcome}\n\n{aims}\n",
        f"{met}\n{warmly}\n\n{aims}\n",
        f"{aims}\n\n{met}\n{warmly}\n\n{again}\n",
    )


def _states(corpus: Corpus, folder: Path, language: str) -> list[str]:
    """The three states committed one after the other; gives the commits, oldest first."""
    commits = []
    for number, state in enumerate(_three(language), start=1):
        path = folder / "state.txt"
        path.write_text(state, "utf-8")
        said = Given(edition="official", id="a-1", language=language, note=f"state {number}")
        added = add(corpus, [path], said, force=True)
        assert added.stored is not None
        commits.append(added.stored.commit)
    return commits


@pytest.mark.parametrize("language", SENTENCES)
def test_blame_follows_moved_and_reworded_sentences(corpus: Corpus, tmp_path: Path, language: str) -> None:
    first, second, third = _states(corpus, tmp_path, language)
    found = blame(corpus, Reference.parse(f"a-1:{language}")).sentences
    assert [(item.revision.id, item.since.id) for item in found] == [
        (first, first),  # moved
        (first, first),
        (second, first),  # reworded
        (third, third),  # new
    ]


def test_blame_at_a_revision_and_before_a_commit(corpus: Corpus, tmp_path: Path) -> None:
    first, second, _ = _states(corpus, tmp_path, "zh")
    found = blame(corpus, Reference.parse(f"a-1@{second[:12]}")).sentences
    assert [item.revision.id for item in found] == [first, second, first]
    path = corpus.root / "a-1" / "zh.txt"
    path.write_text(path.read_text("utf-8") + "\n各方感谢东道国。\n", "utf-8")
    assert [item.revision.id for item in blame(corpus, Reference.parse("a-1")).sentences][-1] == ""


@pytest.mark.parametrize("language", SENTENCES)
def test_log_counts_sentences(corpus: Corpus, tmp_path: Path, language: str) -> None:
    commits = _states(corpus, tmp_path, language)
    found = log(corpus, Reference.parse(f"a-1:{language}")).entries
    assert [entry.revision.id for entry in found] == commits[::-1]
    counted = [(c.new, c.dropped, c.reworded, c.total) for entry in found for c in entry.changes]
    assert counted == [(1, 0, 0, 4), (0, 0, 1, 3), (3, 0, 0, 3)]
    assert all(entry.facts for entry in log(corpus, Reference.parse("a-1")).entries)
    assert [e.revision.id for e in log(corpus, Reference.parse(f"a-1@{commits[0]}")).entries] == commits[:1]


def test_who_when_and_why(corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Zoë <evil> \u202eA")
    _states(corpus, tmp_path, "zh")
    entry = log(corpus, Reference.parse("a-1")).entries[0]
    assert entry.revision.subject == "Add a-1:zh.official" and "Source-SHA256: " in entry.revision.body
    assert entry.revision.author.startswith("Zoë") and entry.revision.time[:2] == "20"


def test_any_commit_object_is_read() -> None:
    odd = b"tree x\nauthor no mail\ncommitter y\n\n\xff subject\n\nbody"
    assert parse_commit("0", odd).time == "" and parse_commit("0", odd).subject == "\ufffd subject"
    assert parse_commit("0", b"").subject == ""
    good = b"author A B <a@b> 1340928000 -0530\n\nS\n"
    assert parse_commit("0", good).time == "2012-06-28T18:30:00-05:30"


def test_unknown_revisions_are_said(filled: Corpus) -> None:
    for work in (log, blame):
        with pytest.raises(ReferenceNotFound) as caught:
            work(filled, Reference.parse("oslo-2019:en@no-such-tag"))
        assert caught.value.slug == "unknown-revision"


def test_a_text_follows_from_its_original_or_says_where_it_does_not(filled: Corpus) -> None:
    assert [item.outcome for item in verify(filled)] == [VerifyOutcome.FOLLOWS, VerifyOutcome.FOLLOWS]
    path = filled.root / "oslo-2019" / "en.txt"
    path.write_text(path.read_text("utf-8").replace("welcomed", "greeted"), "utf-8")
    bad = verify(filled, ["oslo-2019"])[0]
    assert bad.outcome is VerifyOutcome.DIFFERS and bad.line == 2
    assert [(c.line, c.before, c.after) for c in bad.unexplained] == [
        (
            2,
            "They welcomed the report of the working group.\n",
            "They greeted the report of the working group.\n",
        )
    ]


def test_hand_corrections_are_recorded_with_their_reason(filled: Corpus) -> None:
    path = filled.root / "oslo-2019" / "en.txt"
    path.write_text(path.read_text("utf-8").replace("welcomed", "greeted"), "utf-8")
    assert record(filled, ["oslo-2019"], "a printer's error").texts == 1
    good = verify(filled)[0]
    assert good.outcome is VerifyOutcome.CORRECTED and good.text.corrections[0].why == "a printer's error"
    assert git(filled.root, "status", "--porcelain") == ""
    path.write_text(path.read_text("utf-8").replace("reaffirmed", "repeated"), "utf-8")
    assert record(filled, ["oslo-2019"], "another").texts == 1
    assert [c.why for c in verify(filled)[0].text.corrections] == ["a printer's error", "another"]
    with pytest.raises(ReferenceNotFound):
        record(filled, ["oslo-2019"], "nothing")
    path.write_text(path.read_text("utf-8") + "\nMore.\n", "utf-8")
    assert verify(filled)[0].outcome is VerifyOutcome.DIFFERS


@pytest.mark.parametrize(
    ("made", "stored"),
    [("a\nb\nc\n", "a\nx\nc\n"), ("a\n", "b\na\n"), ("a\nb\n", "a\n"), ("", "a\n"), ("a\n\nb\n", "b\n\na\n")],
)
def test_differences_lead_from_one_to_the_other(made: str, stored: str) -> None:
    assert correct(made, differences(made, stored)) == stored


def test_a_damaged_original_is_no_proof(filled: Corpus) -> None:
    (filled.root / "oslo-2019" / "source" / "en.txt").write_text("Other.\n")
    (filled.root / "oslo-2019" / "source" / "zh.txt").unlink()
    assert {item.outcome for item in verify(filled)} == {VerifyOutcome.BROKEN}


@pytest.fixture
def callable_from_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`p5diff` on the PATH of git's shell, as this interpreter runs it."""
    program = tmp_path / "bin" / "p5diff"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m p5diff "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent), prepend=":")
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).resolve().parent.parent.parent))


@pytest.mark.usefixtures("callable_from_git")
def test_git_shows_sentences_and_words(corpus: Corpus, tmp_path: Path) -> None:
    _states(corpus, tmp_path, "zh")
    config, before = corpus.root / ".git" / "config", (corpus.root / ".git" / "config").read_bytes()
    enable(corpus.root)
    enable(corpus.root)
    shown = git(corpus.root, "diff", "HEAD~2", "HEAD~1", "--", "a-1/zh.txt")
    assert "p5diff a-1/zh.txt" in shown and "{+热烈+}欢迎专家工作组" in shown
    assert "moved" in git(corpus.root, "log", "-p", "--ext-diff", "-1", "--", "a-1/zh.txt")
    words = git(corpus.root, "log", "-p", "--word-diff", "-1", "HEAD~1", "--", "a-1/zh.txt")
    assert "{+" in words
    assert disable(corpus.root) and not disable(corpus.root)
    assert config.read_bytes() == before
    assert not (corpus.root / ".git" / "info" / "attributes").exists()
    assert "p5diff" not in git(corpus.root, "diff", "HEAD~2", "HEAD~1", "--", "a-1/zh.txt").splitlines()[0]


@pytest.mark.usefixtures("callable_from_git")
def test_git_shows_the_text_of_documents(corpus: Corpus, tmp_path: Path) -> None:
    enable(corpus.root)
    page = corpus.root / "page.html"
    html = "<html><body><article><h1>A title</h1><p>The Parties {} in Oslo.</p></article></body></html>"
    page.write_text(html.format("met"))
    git(corpus.root, "add", "-A")
    git(corpus.root, "-c", "user.name=A", "-c", "user.email=a@b", "commit", "-qm", "page")
    page.write_text(html.format("did not meet"))
    shown = git(corpus.root, "diff")
    assert "-The Parties met in Oslo." in shown and "+The Parties did not meet in Oslo." in shown


def test_enabling_keeps_what_others_wrote(corpus: Corpus) -> None:
    attributes = corpus.root / ".git" / "info" / "attributes"
    attributes.parent.mkdir(exist_ok=True)
    attributes.write_text("*.md diff=markdown")
    enable(corpus.root)
    assert attributes.read_text().startswith("*.md diff=markdown\n# >>> p5diff >>>")
    disable(corpus.root)
    assert attributes.read_text() == "*.md diff=markdown\n"


def test_the_driver_always_has_something_to_say(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_text("The Parties met.\n")
    new.write_text("The Parties met.\nThey \x1b[31magreed.\n")
    null = "/dev/null"
    assert "{+They <U+001B>[31magreed.+}" in driver(["en.txt", str(old), "0", "1", str(new), "0", "1"])
    assert "+ The Parties met." in driver(["en.txt", null, "0", "0", str(old), "0", "1"])
    assert "- The Parties met." in driver(["en.txt", str(old), "0", "1", null, "0", "0"])
    assert "no sentence changed" in driver(["en.txt", str(old), "0", "1", str(old), "0", "1"])
    assert "renamed.txt" in driver(["en.txt", str(old), "0", "1", str(old), "0", "1", "renamed.txt", "x"])
    assert "not merged" in driver(["en.txt"])
    assert "cannot compare" in driver(["en.txt", str(tmp_path / "none"), "0", "1", str(new), "0", "1"])


def test_textconv_reads_in_the_encoding_that_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Стороны встретились в порту.\n".encode("koi8-r"))
    assert textconv(path, encoding="koi8-r") == "Стороны встретились в порту.\n"


def test_textconv_never_fails(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(b"%PDF-1.4 broken")
    assert "cannot read this file" in textconv(path)


def test_without_a_repository_there_is_nothing_to_enable(tmp_path: Path) -> None:
    with pytest.raises(CorpusError) as caught:
        enable(tmp_path)
    assert caught.value.slug == "no-git"


def test_the_driver_ends_well_as_git_demands(tmp_path: Path) -> None:
    """An external driver that ends with another code than 0 stops git."""
    done = subprocess.run(
        [sys.executable, "-m", "p5diff", "git", "driver", "en.txt", "-x", "0", "1", "--help", "0", "1"],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0 and b"en.txt" in done.stdout


def test_nobody_is_told_to_make_a_repository_inside_the_package() -> None:
    import p5diff
    from p5diff.corpus.git.repository import need_repository
    from p5diff.errors import CorpusError

    inside = Path(p5diff.__file__).parent / "data" / "corpus"
    with pytest.raises(CorpusError) as caught:
        need_repository(None, inside)
    assert "git init" not in str(caught.value.hint)
