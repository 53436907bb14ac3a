"""Bringing files in: what is stored, shown, refused; and reading it again at every revision."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff.corpus import Corpus
from p5diff.corpus.checks.rules import RuleChoice
from p5diff.errors import CorpusError, InputError, P5DiffError, ReferenceNotFound
from p5diff.model.refs import Reference
from p5diff.model.source import Source
from p5diff.model.statement import Coverage, Edition
from p5diff.workflows.add import add
from p5diff.workflows.check import check
from p5diff.workflows.describe import Given, names_in_file_name
from p5diff.workflows.facts import add_facts
from p5diff.workflows.init import init
from p5diff.workflows.verify import VerifyOutcome, verify
from tests.cases import cases
from tests.cli.run import p5diff
from tests.needs import needs_git

from .conftest import CHINESE, ENGLISH, git

pytestmark = [
    pytest.mark.system,
    needs_git,
]


def _file(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def test_text_original_and_facts_are_stored_and_committed(corpus: Corpus, tmp_path: Path) -> None:
    data = CHINESE.encode("gb18030")
    path = _file(tmp_path, "x.txt", data)
    added = add(
        corpus,
        [path],
        Given(edition="official", id="oslo-2019", title="声明", dates=("2019-05-03",), place="Oslo"),
    )
    folder = corpus.root / "oslo-2019"
    assert (folder / "zh.txt").read_text("utf-8") == (
        "各方于2019年5月3日在奥斯陆举行会议。\n各方欢迎工作组的报告。\n\n各方重申条约的目标。\n各方同意于2021年再次举行会议。\n"
    )
    assert (folder / "source" / "zh.txt").read_bytes() == data
    text = corpus.texts("oslo-2019")[0]
    assert (text.language, text.edition, text.encoding) == ("zh", Edition.OFFICIAL, "gb18030")
    assert text.sha256 == sha256(data).hexdigest() and text.name == "x.txt"
    assert added.stored is not None
    message = git(corpus.root, "log", "-1", "--format=%B")
    assert message.startswith("Add oslo-2019:zh.official\n\nText: oslo-2019/zh.txt\nSource: x.txt\n")
    assert f"Source-SHA256: {text.sha256}\nImporter: plain (p5diff " in message
    assert git(corpus.root, "rev-parse", "HEAD").strip() == added.stored.commit


def test_the_same_again_changes_nothing(filled: Corpus, tmp_path: Path) -> None:
    before = git(filled.root, "rev-parse", "HEAD")
    said = Given(edition="official", id="oslo-2019", title="A statement", dates=("2019-05-03",), place="Oslo")
    added = add(filled, [tmp_path / "oslo-2019.en.txt"], said)
    assert added.additions[0].unchanged and added.stored is not None and added.stored.commit == ""
    assert git(filled.root, "rev-parse", "HEAD") == before


def test_another_text_needs_force(filled: Corpus, tmp_path: Path) -> None:
    path = _file(tmp_path, "oslo-2019.en.md", "# A title\n\nThe Parties met again.\n")
    with pytest.raises(CorpusError) as caught:
        add(filled, [path], Given(edition="official"))
    assert caught.value.slug == "would-overwrite"
    assert git(filled.root, "status", "--porcelain") == ""
    add(filled, [path], Given(edition="official"), force=True)
    assert sorted(p.name for p in (filled.root / "oslo-2019" / "source").iterdir()) == ["en.md", "zh.txt"]
    assert len(filled.entry("oslo-2019").texts) == 2
    assert git(filled.root, "status", "--porcelain") == ""


def test_a_dry_run_writes_nothing(filled: Corpus, tmp_path: Path) -> None:
    before = sorted(filled.root.rglob("*"))
    added = add(filled, [_file(tmp_path, "new-1.txt", ENGLISH)], Given(edition="official"), dry_run=True)
    assert added.stored is None and added.additions[0].imported.stored
    assert sorted(filled.root.rglob("*")) == before


def test_without_commit_it_is_staged(filled: Corpus, tmp_path: Path) -> None:
    add(filled, [_file(tmp_path, "new-1.txt", ENGLISH)], Given(edition="official"), commit=False)
    staged = [
        line for line in git(filled.root, "status", "--porcelain").splitlines() if line.startswith("A ")
    ]
    assert [line[3:] for line in staged] == ["new-1/en.txt", "new-1/source/en.txt", "new-1/statement.toml"]


def test_what_is_known_is_kept_and_blanks_are_filled(filled: Corpus, tmp_path: Path) -> None:
    path = _file(tmp_path, "t.txt", "Les Parties se sont réunies.\n")
    add(filled, [path], Given(id="oslo-2019", language="fr", edition="translation", place="Bergen"))
    entry = filled.entry("oslo-2019")
    assert (entry.place, entry.dates) == ("Bergen", ("2019-05-03",))
    assert dict(entry.titles)["en"] == "A statement"
    assert [text.path for text in entry.texts][-1] == "oslo-2019/fr.translation.txt"


def test_a_partial_text_names_what_it_leaves_out(corpus: Corpus, tmp_path: Path) -> None:
    add(corpus, [_file(tmp_path, "a-1.txt", ENGLISH)], Given(edition="official", not_covered=("testing",)))
    add(corpus, [_file(tmp_path, "a-2.txt", ENGLISH)], Given(edition="official", coverage="partial"))
    first, second = corpus.texts("a-1")[0], corpus.texts("a-2")[0]
    assert (first.coverage, first.not_covered) == (Coverage.PARTIAL, ("testing",))
    assert (second.coverage, second.not_covered) == (Coverage.PARTIAL, ("*",))


def test_several_files_are_one_commit_or_none(corpus: Corpus, tmp_path: Path) -> None:
    paths = [_file(tmp_path, f"s-{n}.txt", f"{ENGLISH}\nNumber {n}.\n") for n in range(5)]
    with pytest.raises(InputError):
        add(corpus, [*paths, tmp_path / "missing.txt"], Given(edition="official"))
    assert corpus.entries() == ()
    add(corpus, paths, Given(edition="official"))
    assert git(corpus.root, "rev-list", "--count", "HEAD").strip() == "2"
    assert [entry.id for entry in corpus.entries()] == [f"s-{n}" for n in range(5)]


def test_two_files_for_one_place_are_refused(corpus: Corpus, tmp_path: Path) -> None:
    paths = [_file(tmp_path, name, ENGLISH + name) for name in ("a.en.txt", "A.en.md")]
    with pytest.raises(CorpusError) as caught:
        add(corpus, paths, Given(edition="official"))
    assert caught.value.slug == "would-overwrite" and corpus.entries() == ()


@pytest.mark.parametrize(
    ("said", "slug"),
    [
        (Given(edition="official", id="../x"), "bad-id"),
        (Given(edition="official", language="xx"), "unknown-language"),
        (Given(edition="draft"), "unknown-edition"),
        (Given(edition="official", coverage="some"), "unknown-coverage"),
        (Given(edition="official", dates=("2019-02-30",)), "bad-date"),
    ],
)
def test_what_cannot_be_stored_is_refused(corpus: Corpus, tmp_path: Path, said: Given, slug: str) -> None:
    with pytest.raises(P5DiffError) as caught:
        add(corpus, [_file(tmp_path, "a-1.txt", ENGLISH)], said)
    assert caught.value.slug == slug and corpus.entries() == ()


def test_the_bundled_corpus_cannot_be_changed(filled: Corpus, tmp_path: Path) -> None:
    bundled = Corpus(filled.root, bundled=True)
    with pytest.raises(CorpusError) as caught:
        add(bundled, [_file(tmp_path, "a-1.txt", ENGLISH)], Given(edition="official"))
    assert caught.value.slug == "read-only-corpus" and "p5diff init" in caught.value.hint
    assert add(bundled, [tmp_path / "a-1.txt"], Given(edition="official"), dry_run=True).stored is None


def test_names_of_files_tell_what_they_can() -> None:
    assert names_in_file_name("oslo-2019.zh.txt") == {"id": "oslo-2019", "language": "zh"}
    assert names_in_file_name("report.final.docx") == {"id": "report.final"}
    assert names_in_file_name("a.en.draft.txt") == {"id": "a.en.draft"}


def test_init_refuses_a_corpus_and_joins_a_repository(corpus: Corpus, tmp_path: Path) -> None:
    with pytest.raises(CorpusError) as caught:
        init(corpus.root)
    assert caught.value.slug == "corpus-exists"
    big = tmp_path / "big"
    big.mkdir()
    git(big, "init", "-q")
    inner, stored = init(big / "texts")
    assert stored.commit and not (inner.root / ".git").exists()
    add(inner, [_file(tmp_path, "a-1.txt", ENGLISH)], Given(edition="official"))
    assert "texts/a-1/en.txt" in git(big, "ls-tree", "-r", "--name-only", "HEAD").splitlines()
    assert git(big, "status", "--porcelain") == ""
    assert inner.load(Reference.parse("a-1:en@HEAD")).meta.revision


def test_a_linked_worktree_is_its_own_place(filled: Corpus, tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    git(filled.root, "worktree", "add", "-q", "-b", "side", str(tree))
    beside = Corpus(tree)
    add(beside, [_file(tmp_path, "b-1.txt", ENGLISH)], Given(edition="official"))
    assert git(tree, "log", "-1", "--format=%s").strip() == "Add b-1:en.official"
    assert git(tree, "status", "--porcelain") == "" and git(filled.root, "status", "--porcelain") == ""
    with pytest.raises(ReferenceNotFound):
        filled.entry("b-1")


def test_without_git_there_is_no_history_but_everything_else(tmp_path: Path) -> None:
    corpus, stored = init(tmp_path / "plain", git=False)
    assert stored.commit == ""
    add(corpus, [_file(tmp_path, "a-1.txt", ENGLISH)], Given(edition="official"))
    assert len(list(corpus.load(Reference.parse("a-1")).sentences())) == 4
    with pytest.raises(CorpusError) as caught:
        corpus.load(Reference.parse("a-1@HEAD"))
    assert caught.value.slug == "no-git"


_sentences = st.lists(
    st.sampled_from(
        [
            "The Parties met.",
            "They agreed (see A/1/2).",
            "They did not agree.",
            "A new report came.",
            "They left.",
        ]
    ),
    min_size=1,
    max_size=6,
)


@cases(8)
@given(versions=st.lists(st.lists(_sentences, min_size=1, max_size=3), min_size=1, max_size=3))
def test_what_is_saved_is_loaded_at_every_revision(
    versions: list[list[list[str]]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Law 6: what is saved is loaded: `load(save(s)) == s`, at every revision."""
    folder = tmp_path_factory.mktemp("law6")
    corpus, _ = init(folder / "corpus")
    seen = []
    for version in versions:
        path = _file(folder, "x.txt", "\n\n".join("\n".join(p) for p in version) + "\n")
        added = add(corpus, [path], Given(edition="official", id="a-1", language="en"), force=True)
        assert added.stored is not None
        draft = added.additions[0].imported
        seen.append((git(corpus.root, "rev-parse", "HEAD").strip(), draft.paragraphs))
    for revision, paragraphs in seen:
        assert corpus.load(Reference.parse(f"a-1:en@{revision}")).paragraphs == paragraphs
    assert corpus.load(Reference.parse("a-1:en")).paragraphs == seen[-1][1]


FACTS = """
[[statement]]
id = "oslo-2019"
title.en = "A statement"
dates = ["2019-05-03"]
checked = "memory"
sources = [{ url = "https://x.example/a", language = "en", what = "full text" }]
texts = [{ file = "a.txt", language = "en", edition = "digest", coverage = "partial", not_covered = ["*"] }]

[[statement]]
id = "oslo-2020"
circulated = { body = "Conference", symbol = "" }
"""


def test_a_list_of_facts(corpus: Corpus, tmp_path: Path) -> None:
    _file(tmp_path, "a.txt", ENGLISH)
    facts = _file(tmp_path, "facts.toml", FACTS)
    add_facts(corpus, facts)
    one, two = corpus.entries()[::-1]
    assert not one.certain and "not verified" in corpus.load(Reference.parse("oslo-2019")).meta.note
    assert one.texts[0].edition is Edition.DIGEST and one.sources[0].url == "https://x.example/a"
    assert two.circulated == (("body", "Conference"),) and two.texts == ()
    with pytest.raises(ReferenceNotFound) as caught:
        corpus.load(Reference.parse("oslo-2019:fr"))
    assert caught.value.slug == "no-text" and "https://x.example/a" in caught.value.hint
    assert add_facts(corpus, facts).additions[0].unchanged


def test_a_wrong_list_is_refused_with_every_problem(corpus: Corpus, tmp_path: Path) -> None:
    wrong = FACTS.replace('id = "oslo-2020"', 'id = "Oslo 2020"').replace("dates", "datse")
    with pytest.raises(CorpusError) as caught:
        add_facts(corpus, _file(tmp_path, "facts.toml", wrong))
    assert "statement[0].datse" in caught.value.cause and "statement[1].id" in caught.value.cause


def test_add_never_says_official_on_its_own(corpus: Corpus, tmp_path: Path) -> None:
    path = _file(tmp_path, "a-1.txt", ENGLISH)
    (addition,) = add(corpus, [path], Given()).additions
    assert str(addition.text.reference()) == "a-1:en.unstated"
    found = [f for f in check([], corpus.root, RuleChoice()).findings if f.rule == "P409"]
    assert len(found) == 1 and "--edition official" in found[0].hint
    add(corpus, [path], Given(edition="official"))
    assert [str(t.reference()) for t in corpus.texts("a-1")] == ["a-1:en.official"]
    assert not (corpus.root / "a-1/en.unstated.txt").exists()
    assert not [
        f for f in check([], corpus.root, RuleChoice()).findings if f.rule in ("P409", "P603", "P404")
    ]


@pytest.mark.parametrize(
    "said",
    [
        Given(id="a-1"),
        Given(title="A title"),
        Given(dates=("2019-05-03",)),
        Given(symbols=("CD/1",)),
        Given(ordinal=0),
        Given(url="https://x.example"),
    ],
)
def test_what_is_true_of_one_file_is_not_said_of_several(corpus: Corpus, tmp_path: Path, said: Given) -> None:
    paths = [_file(tmp_path, "b-1.txt", ENGLISH), _file(tmp_path, "b-2.txt", CHINESE)]
    with pytest.raises(P5DiffError) as caught:
        add(corpus, paths, said)
    assert caught.value.slug == "facts-of-one-file" and corpus.entries() == ()


def test_one_statement_in_two_languages_shares_its_facts(corpus: Corpus, tmp_path: Path) -> None:
    paths = [_file(tmp_path, "x.en.txt", ENGLISH), _file(tmp_path, "x.zh.txt", CHINESE)]
    add(corpus, paths, Given(id="oslo-2019", dates=("2019-05-03",), edition="official"))
    assert {t.language for t in corpus.texts("oslo-2019")} == {"en", "zh"}


def test_the_same_bytes_under_another_id_are_warned_of(corpus: Corpus, tmp_path: Path) -> None:
    one, two = _file(tmp_path, "a-1.txt", ENGLISH), _file(tmp_path, "a-2.txt", ENGLISH)
    add(corpus, [one], Given(edition="official"))
    (addition,) = add(corpus, [two], Given(edition="official"), dry_run=True).additions
    assert [n.message for n in addition.notes if n.slug == "same-file"] == [
        "the same file is in the corpus already, as a-1:en.official"
    ]
    batch = add(corpus, [two, _file(tmp_path, "a-3.txt", ENGLISH)], Given(edition="digest"), dry_run=True)
    assert "a-2:en.digest" in batch.additions[1].notes[-1].message


TWO_READINGS = """Ministers issued the following statement:

“They agreed to meet again in Quito.

“They thanked the host.”

Analysts had expected more from the meeting, and several said so at some length on Tuesday evening.

The next round of talks will take up the questions that were left open in Porto, officials said.
"""


def test_a_page_with_two_readings_is_refused_until_one_is_chosen(corpus: Corpus, tmp_path: Path) -> None:
    path = _file(tmp_path, "quito-2031.txt", TWO_READINGS)
    given = Given(language="en", edition="official")
    with pytest.raises(P5DiffError) as caught:
        add(corpus, [path], given)
    assert caught.value.slug == "carrier-undecided"
    assert "--carrier inside" in caught.value.hint
    assert not (corpus.root / "quito-2031").exists()
    shown = add(corpus, [path], given, dry_run=True).additions[0]
    assert any(note.slug == "carrier-doubtful" for note in shown.notes)


@pytest.mark.parametrize(("choice", "paragraphs"), [("inside", 2), ("whole", 5)])
def test_the_choice_is_kept_and_the_original_read_by_it(
    corpus: Corpus, tmp_path: Path, choice: str, paragraphs: int
) -> None:
    path = _file(tmp_path, "quito-2031.txt", TWO_READINGS)
    asked: list[str] = []

    def choose(imported: Source) -> str:
        asked.append(imported.name)
        return choice

    given = Given(language="en", edition="official", title="A statement", dates=("2031-03-08",))
    added = add(corpus, [path], given, choose=choose)
    assert asked == ["quito-2031.txt"]
    assert len(added.additions[0].imported.paragraphs) == paragraphs
    assert f'carrier = "{choice}"' in (corpus.root / "quito-2031" / "statement.toml").read_text("utf-8")
    assert [done.outcome for done in verify(corpus)] == [VerifyOutcome.FOLLOWS]


def test_the_choice_can_be_said_beforehand_and_must_be_a_known_word(corpus: Corpus, tmp_path: Path) -> None:
    path = _file(tmp_path, "quito-2031.txt", TWO_READINGS)
    added = add(corpus, [path], Given(language="en", edition="official", carrier="inside"))
    assert added.additions[0].imported.stored.startswith("They agreed to meet again in Quito.")
    with pytest.raises(P5DiffError) as caught:
        add(corpus, [path], Given(carrier="outside"))
    assert caught.value.slug == "unknown-carrier"


def test_a_name_that_is_no_text_is_stored_all_the_same(tmp_path: Path) -> None:
    """Bytes of file names and arguments that are no UTF-8 become U+FFFD, whatever field they go to."""
    odd = os.fsdecode(b"\xff")
    root = tmp_path / "c"
    source = tmp_path / f"b{odd}.txt"
    try:
        source.write_text("Joint statement\n\nThe Parties met in Oslo. They will report.\n", "utf-8")
    except (OSError, UnicodeError):
        pytest.skip("file names are text here")
    assert p5diff("init", str(root), "--name", f"n{odd}").returncode == 0
    done = p5diff("add", str(source), "--id", "oslo-2019", "--language", "en", "--corpus", str(root))
    assert done.returncode == 0, done.stderr
    for command in (
        ["edit", "oslo-2019", "--place", f"P{odd}"],
        ["edit", "oslo-2019", "--note", f"N{odd}"],
        ["verify"],
    ):
        done = p5diff(*command, "--corpus", str(root))
        assert done.returncode == 0, done.stderr
    kept = (root / "oslo-2019" / "statement.toml").read_text("utf-8")
    assert kept.count("\\uFFFD") == 3 and 'name = "b\\uFFFD.txt"' in kept
    assert p5diff("check", "--format", "sarif", str(source)).returncode in (0, 1)


def test_a_line_to_copy_runs_nothing_that_a_file_is_called() -> None:
    """`check` proposes `p5diff add NAME`; the name comes from the statement, which may be a stranger's."""
    import shlex

    from p5diff.corpus.checks.metadata import _file_argument

    for name in ("a.txt", "a b.txt", "x; rm -rf ~", "$(x)", "`x`", "it's", '"', "-rf", "a|b", "a\\", "*"):
        words = shlex.split(f"p5diff add {_file_argument(name)} --id x")
        assert words == ["p5diff", "add", f"./{name}" if name.startswith("-") else name, "--id", "x"]
    assert {_file_argument(name) for name in ("", "a\nb", "a\u202eb", "\x1b[31m")} == {"FILE"}


_HELD = "Joint Statement, {}, 3 May {}\n\n1. The Parties met and agreed on this.\n"


@pytest.mark.parametrize(
    ("held", "ids"),
    [
        ({"2031-05-03": ("Geneva", 2031), "2032-05-03": ("Oslo", 2032)}, ["geneva-2031", "oslo-2032"]),
        ({"2031-05-03": ("Geneva", 2031), "2031-09-03": ("Geneva", 2031)}, ["2031-05-03", "2031-09-03"]),
        ({"2031-05-03": ("Geneva", 2031), "2032-05-03": None}, ["2031-05-03", "2032-05-03"]),
        ({"2031-05-03": ("Geneva", 2031), "oslo-note": None}, ["geneva-2031", "oslo-note"]),
        ({"2031-05-03": ("Geneva", 2031)}, ["geneva-2031"]),
        ({"2031-05-03": None}, ["2031-05-03"]),
    ],
)
def test_the_ids_of_files_that_are_added_together_go_by_one_rule(
    corpus: Corpus, tmp_path: Path, held: dict[str, tuple[str, int] | None], ids: list[str]
) -> None:
    paths = []
    for name, where in held.items():
        path = tmp_path / f"{name}.txt"
        path.write_text(_HELD.format(*where) if where else "1. The Parties met and agreed on this.\n")
        paths.append(path)
    added = add(corpus, paths, Given(edition="official", language="en"), dry_run=True)
    assert [addition.text.id for addition in added.additions] == ids
