"""A change of the corpus happens whole or not at all: killed, crowded, on a full disk, interrupted."""

from __future__ import annotations

import errno
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from p5diff.corpus import Corpus
from p5diff.corpus.git import commit as git_write
from p5diff.corpus.git.repository import GitFailed
from p5diff.corpus.write import journal as journals
from p5diff.corpus.write.writer import writing
from p5diff.errors import CorpusError
from p5diff.model.refs import Reference
from p5diff.workflows import gitdriver
from p5diff.workflows.add import add
from p5diff.workflows.describe import Given
from p5diff.workflows.init import init
from p5diff.workflows.log import log
from tests.needs import needs_git

from .conftest import CHINESE, ENGLISH, git
from .killing import Killer, child, events, lock_files, orphans, settle, wait

__all__ = ["orphans"]

pytestmark = [
    pytest.mark.system,
    needs_git,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork"),
]
KILLS = 200


@pytest.mark.slow
@pytest.mark.usefixtures("orphans")
def test_killed_at_200_points_add_leaves_the_old_or_the_new_state(filled: Corpus, tmp_path: Path) -> None:
    """kill -9 anywhere: old or new state, fsck clean, no lock to remove by hand, no partial file."""
    source = tmp_path / "new.txt"
    source.write_text(ENGLISH, "utf-8")
    dice = random.Random(20120629)

    def work(number: int) -> Callable[[], object]:
        # Every third goes into a statement that is there already, in one more language.
        if number % 3 == 2:
            given = Given(id="oslo-2019", language="fr", edition="digest", note=str(number))
            return lambda: add(filled, [source], given, force=True)
        return lambda: add(filled, [source], Given(edition="official", id=f"s-{number}", language="en"))

    started = time.monotonic()
    totals = [events(work(9000), tmp_path / "count"), events(work(9002), tmp_path / "count")]
    duration = (time.monotonic() - started) / 2
    killed = 0
    for number in range(KILLS):
        if number % 2:
            steps = dice.randrange(totals[number % 3 == 2])

            def killed_at(number: int = number, steps: int = steps) -> None:
                sys.addaudithook(Killer(steps))
                work(number)()

            pid = child(killed_at)
        else:
            pid = child(work(number))
            time.sleep(dice.random() * duration)
            os.kill(pid, signal.SIGKILL)
        killed += (wait(pid) == -signal.SIGKILL) and number % 2
        settle()
        _check_state(filled, number)
    # Those killed at a step of their own: how many a clock hits in time depends on the machine.
    assert killed >= KILLS // 2 - 5
    with writing(filled):
        pass  # the next writer mends what is left
    assert git(filled.root, "status", "--porcelain") == ""
    assert not (filled.root / ".git" / "p5diff").exists()
    assert git(filled.root, "fsck", "--strict", "--no-dangling") == ""
    for entry in filled.entries():
        for text in entry.texts:
            committed = git(filled.root, "show", f"HEAD:{text.path}")
            assert committed == (filled.root / text.path).read_text("utf-8")


def _check_state(corpus: Corpus, number: int) -> None:
    assert lock_files(corpus.root / ".git") == []
    folder = corpus.root / f"s-{number}"
    if number % 3 != 2 and folder.exists():
        assert sorted(p.name for p in folder.iterdir()) == ["en.txt", "source", "statement.toml"]
    for entry in corpus.entries():
        for text in entry.texts:
            statement = corpus.load(Reference(id=text.id, language=text.language, edition=text.edition))
            assert sum(1 for _ in statement.sentences()) == 4
    if number % 10 == 0:
        assert git(corpus.root, "fsck", "--strict", "--no-dangling") == ""


@pytest.mark.slow
def test_four_writers_lose_nothing(corpus: Corpus, tmp_path: Path) -> None:
    """4 writers x 20 commits: 80 commits, 80 texts."""
    source = tmp_path / "new.txt"
    source.write_text(ENGLISH, "utf-8")

    def work(writer: int) -> None:
        for number in range(20):
            add(corpus, [source], Given(edition="official", id=f"w{writer}-{number}", language="en"))

    assert [wait(pid) for pid in [child(lambda w=w: work(w)) for w in range(4)]] == [0, 0, 0, 0]
    assert git(corpus.root, "rev-list", "--count", "HEAD").strip() == "81"  # the first one made the corpus
    listed = git(corpus.root, "ls-tree", "-r", "--name-only", "HEAD").splitlines()
    assert len([path for path in listed if path.endswith("/en.txt") and "/source/" not in path]) == 80
    assert git(corpus.root, "status", "--porcelain") == ""
    assert git(corpus.root, "fsck", "--strict", "--no-dangling") == ""


@pytest.mark.parametrize("in_git", [True, False])
def test_two_processes_at_one_statement(tmp_path: Path, in_git: bool) -> None:
    """Two texts in two languages come both; of two of one language with other words, the one that is first,
    and the other is told that it is there."""
    corpus = init(tmp_path / "corpus", name="tests", git=in_git)[0]
    files = {"en": ENGLISH, "zh": CHINESE, "other": ENGLISH.replace("2021", "2022")}
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")

    def adding(name: str, identifier: str, language: str) -> int:
        given = Given(edition="official", id=identifier, language=language, title="T")
        return child(lambda: add(corpus, [tmp_path / name], given))

    for number in range(5):
        languages = [adding("en", f"s-{number}", "en"), adding("zh", f"s-{number}", "zh")]
        assert [wait(pid) for pid in languages] == [0, 0]
        assert {text.language for text in corpus.texts(f"s-{number}")} == {"en", "zh"}
        words = [adding("en", f"t-{number}", "en"), adding("other", f"t-{number}", "en")]
        refused = [wait(pid) for pid in words]
        assert sorted(refused) == [0, 1]
        (stored,) = corpus.texts(f"t-{number}")
        kept = corpus.load(Reference(id=stored.id, language="en", edition=stored.edition))
        written = (tmp_path / ("other" if refused[0] else "en")).read_bytes()
        assert kept.meta.source.sha256 == sha256(written).hexdigest()
    if in_git:
        assert git(corpus.root, "status", "--porcelain") == ""
        assert git(corpus.root, "fsck", "--strict", "--no-dangling") == ""


def test_a_commit_of_git_in_between_is_not_lost(filled: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    """The swap of HEAD fails when HEAD has moved, and the change goes on top."""
    real = git_write._swap_head
    moved: list[bool] = []

    def racing(*arguments: object) -> None:
        if not moved:
            moved.append(True)
            environment = {**os.environ, "GIT_INDEX_FILE": str(filled.root.parent / "index-of-another")}
            tree = git(filled.root, "rev-parse", "HEAD^{tree}").strip()
            new = git(filled.root, "commit-tree", tree, "-p", "HEAD", "-m", "Meanwhile").strip()
            subprocess.run(["git", "update-ref", "HEAD", new], cwd=filled.root, check=True, env=environment)
        real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(git_write, "_swap_head", racing)
    with writing(filled) as writer:
        writer.store({"oslo-2019/en.txt": b"Another text.\n"}, message="Change it")
    assert git(filled.root, "log", "--format=%s", "-3").splitlines()[:2] == ["Change it", "Meanwhile"]
    assert git(filled.root, "status", "--porcelain") == ""


def _snapshot(root: Path) -> dict[str, bytes]:
    found = (path for path in root.rglob("*") if path.is_file())
    ignored = (root / ".git" / "objects", root / ".git" / "logs")
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in found
        if not any(path.is_relative_to(folder) for folder in ignored)
    }


@pytest.mark.parametrize(
    "place", ["stage", "write_journal", "put_in_place", "write_blobs", "replace_index", "commit"]
)
def test_a_full_disk_leaves_everything_as_it_was(
    filled: Corpus, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    before = _snapshot(filled.root)
    module = journals if hasattr(journals, place) else git_write
    real = getattr(module, place)

    def full(*arguments: object, **named: object) -> None:
        if place in ("put_in_place", "stage", "replace_index"):
            real(*arguments, **named)
        raise OSError(errno.ENOSPC, "No space left on device", "somewhere")

    monkeypatch.setattr(module, place, full)
    with pytest.raises(CorpusError) as caught, writing(filled) as writer:
        writer.store(
            {
                "oslo-2019/en.txt": b"Another.\n",
                "new-1/statement.toml": b'id = "new-1"\n',
                "oslo-2019/zh.txt": None,
            },
            message="x",
        )
    assert caught.value.slug == "cannot-write" and "No space left" in caught.value.cause
    assert _snapshot(filled.root) == before


@pytest.mark.slow
def test_a_real_limit_on_file_size_is_an_expected_error(filled: Corpus, tmp_path: Path) -> None:
    """A file that cannot be written in full, for p5diff and for git's own commands."""
    big = tmp_path / "big.txt"
    big.write_text("\n\n".join(f"The Parties adopted decision number {n}." for n in range(5000)), "utf-8")
    before = _snapshot(filled.root)

    def work() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        try:
            add(filled, [big], Given(edition="official", id="big-1", language="en"))
        except CorpusError as error:
            os._exit(42 if error.slug in ("cannot-write", "git-failed") else 43)

    assert wait(child(work)) == 42
    assert _snapshot(filled.root) == before


@pytest.mark.skipif(os.geteuid() != 0, reason="needs root to become another user")
def test_a_folder_that_may_not_be_written_is_an_expected_error(filled: Corpus, tmp_path: Path) -> None:
    source = tmp_path / "new.txt"
    source.write_text(ENGLISH, "utf-8")
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == os.geteuid() and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o055)
    before = _snapshot(filled.root)

    def work() -> None:
        os.setuid(65534)
        try:
            add(filled, [source], Given(edition="official", id="new-1", language="en"))
        except CorpusError as error:
            os._exit(42 if error.slug == "cannot-write" else 43)

    assert wait(child(work)) == 42
    assert _snapshot(filled.root) == before


def test_an_interrupt_leaves_nothing_half_done(filled: Corpus, tmp_path: Path) -> None:
    source = tmp_path / "new.txt"
    source.write_text(ENGLISH, "utf-8")
    dice = random.Random(7)
    for number in range(12):

        def work(number: int = number) -> None:
            signal.signal(signal.SIGINT, signal.default_int_handler)
            add(filled, [source], Given(edition="official", id=f"i-{number}", language="en"))

        pid = child(work)
        time.sleep(dice.random() * 0.15)
        os.kill(pid, signal.SIGINT)
        wait(pid)
        assert not (filled.root / ".git" / "p5diff").exists()
        assert git(filled.root, "status", "--porcelain") == ""
    assert git(filled.root, "fsck", "--strict", "--no-dangling") == ""


def test_a_lock_left_by_a_killed_git_is_cleared_by_the_next_writer(filled: Corpus) -> None:
    """Where even git's own command was killed half way, the journal tells that the lock is dead."""
    scratch = filled.root / ".git" / "p5diff" / "top" / "00000000deadbeef"
    plan = journals.stage(scratch, {"n-1/statement.toml": b'id = "n-1"\n'}, filled.root)
    with writing_without_recovery(filled) as repository:
        blobs = git_write.write_blobs(repository, {"n-1/statement.toml": b'id = "n-1"\n'}, scratch)
    journals.write_journal(scratch, journals.Journal(staged=plan.staged, blobs=blobs, message="Add n-1"))
    branch = git(filled.root, "symbolic-ref", "HEAD").strip()
    (filled.root / ".git" / f"{branch}.lock").touch()
    with writing(filled):
        pass
    assert git(filled.root, "log", "-1", "--format=%s").strip() == "Add n-1"
    assert git(filled.root, "status", "--porcelain") == ""
    assert lock_files(filled.root / ".git") == []


def test_a_plan_is_carried_out_from_gits_objects_if_staged_files_were_lost(filled: Corpus) -> None:
    """After a power cut files that were not made durable can be empty or missing."""
    scratch = filled.root / ".git" / "p5diff" / "top" / "00000000deadbeef"
    files = {"n-1/statement.toml": b'id = "n-1"\n', "n-1/en.txt": b"The Parties met.\n"}
    plan = journals.stage(scratch, files, filled.root)
    with writing_without_recovery(filled) as repository:
        blobs = git_write.write_blobs(repository, files, scratch)
    journals.write_journal(scratch, journals.Journal(staged=plan.staged, blobs=blobs, message="Add n-1"))
    (scratch / "new" / "n-1" / "en.txt").write_bytes(b"")
    (scratch / "new" / "n-1" / "statement.toml").unlink()
    with writing(filled):
        pass
    assert {path: (filled.root / path).read_bytes() for path in files} == files
    assert git(filled.root, "status", "--porcelain") == ""


@pytest.mark.parametrize("when", [0.0, 0.5])
def test_a_reader_that_goes_away_costs_nothing(filled: Corpus, tmp_path: Path, when: float) -> None:
    """A closed pipe: what was asked for is done, and nothing is left behind."""
    source = tmp_path / "new.txt"
    source.write_text(ENGLISH, "utf-8")
    command = [
        sys.executable,
        "-m",
        "p5diff",
        "add",
        str(source),
        "--id",
        "p-1",
        "--corpus",
        str(filled.root),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        time.sleep(when)
        process.stdout.close()
        errors = process.stderr.read()
        code = process.wait()
    assert code in (0, 141) and b"Traceback" not in errors
    assert git(filled.root, "log", "-1", "--format=%s").strip() == "Add p-1:en.unstated"
    assert git(filled.root, "status", "--porcelain") == ""


def writing_without_recovery(corpus: Corpus):  # type: ignore[no-untyped-def]
    from p5diff.corpus.git.repository import open_repository

    return open_repository(corpus.root)


def test_the_users_own_staged_changes_stay_staged(filled: Corpus) -> None:
    (filled.root / "notes.md").write_text("mine\n")
    git(filled.root, "add", "notes.md")
    with writing(filled) as writer:
        stored = writer.store({"n-1/statement.toml": b'id = "n-1"\n'}, message="Add n-1")
    assert git(filled.root, "status", "--porcelain").splitlines() == ["A  notes.md"]
    assert git(filled.root, "show", "--stat", "--format=", stored.commit).count("|") == 1


def test_without_git_nothing_is_committed_or_staged(tmp_path: Path) -> None:
    corpus = init(tmp_path / "corpus", name="tests", git=False)[0]
    for _ in range(2):  # the second time nothing changes
        with writing(corpus) as writer:
            stored = writer.store({"notes.txt": b"n"}, message="Add a note")
        assert (stored.commit, stored.staged, stored.notes) == ("", False, ())
        assert (corpus.root / "notes.txt").read_bytes() == b"n"


def test_without_git_files_are_kept_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "corpus.toml").write_text('format = 1\nname = "plain"\n')
    corpus = Corpus(tmp_path)
    with writing(corpus) as writer:
        assert writer.store({"n-1/statement.toml": b'id = "n-1"\n'}, message="x").commit == ""
    assert [entry.id for entry in corpus.entries()] == ["n-1"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["corpus.toml", "n-1"]


@pytest.mark.slow
@pytest.mark.parametrize("most", [0, 100, 300, 500, 700])
def test_git_past_a_limit_of_file_size_leaves_no_lock(filled: Corpus, most: int) -> None:
    """Python gives its children back the signal that ends them there; a git that is ended leaves its lock.
    Where not even a file for what git is told can be made, that is no fault of the program."""
    before = _snapshot(filled.root)
    entry = filled.entry("oslo-2019")

    def limited(work: Callable[[], object]) -> int:
        def run() -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
            try:
                work()
            except CorpusError as error:
                os._exit(42 if error.slug in ("cannot-write", "git-failed") else 43)

        return wait(child(run))

    def change() -> None:
        with writing(filled) as writer:
            writer.store({f"{entry.id}/note.txt": b"A\n"}, message="Change it")

    def leave() -> None:
        with writing(filled) as writer:
            writer.store({f"{entry.id}/zh.txt": None}, message="Take it out")

    for work in (lambda: gitdriver.enable(filled.root), leave, change):
        done = limited(work)
        assert done in (0, 42)
        assert lock_files(filled.root / ".git") == []
        if done == 0:  # there was room
            return
        assert _snapshot(filled.root) == before


@pytest.mark.parametrize("most", [0, 10, 60])
def test_a_repository_that_could_not_be_made_is_not_in_the_way(tmp_path: Path, most: int) -> None:
    """Where the disk is full half of a `.git` is made, and git refuses it from then on."""
    root = tmp_path / "new"

    def work() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        try:
            init(root)
        except CorpusError as error:
            os._exit(42 if error.slug in ("cannot-write", "git-failed") else 43)

    assert wait(child(work)) == 42
    assert not (root / ".git").exists()
    _, stored = init(root)
    assert stored.commit and git(root, "status", "--porcelain") == ""


def test_a_repository_that_was_there_stays_where_git_fails(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "notes").write_text("mine")
    with pytest.raises(CorpusError):
        init(tmp_path)
    assert (tmp_path / ".git" / "notes").read_text() == "mine"


@pytest.mark.parametrize("said", ["write error. Out of diskspace", "loose object: No space left on device"])
def test_a_full_disk_is_no_damage(said: str) -> None:
    """What git says of it leads to room on the disk, and not to a search for damage."""
    assert "room" in str(GitFailed("write-tree", 128, f"fatal: {said}").hint)
    assert "fsck" in str(GitFailed("write-tree", 128, "fatal: bad object").hint)


def test_a_history_of_impossible_days_is_told_in_its_own_order(filled: Corpus, tmp_path: Path) -> None:
    """The clock of who commits may be wrong by decades; what follows what is said by the commits."""
    text = filled.root / "oslo-2019" / "en.txt"
    for number, day in enumerate(
        ["2001-01-01T00:00:00Z", "2090-06-01T00:00:00+1400", "1975-03-01T00:00:00Z"]
    ):
        text.write_text(f"{text.read_text('utf-8').rstrip()}\n\nNote {number} was added.\n", "utf-8")
        dated = {"GIT_COMMITTER_DATE": day, "GIT_AUTHOR_DATE": day}
        command = ["git", "-c", "user.name=n", "-c", "user.email=a@b.c", "commit", "-qam", f"change {number}"]
        subprocess.run(command, cwd=filled.root, env=os.environ | dated, check=True)
    told = [entry.revision.subject for entry in log(filled, Reference.parse("oslo-2019:en")).entries]
    assert told[:3] == ["change 2", "change 1", "change 0"]
