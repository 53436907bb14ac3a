"""Who waits for whom: one writer at a time, and locks that nobody holds any more."""

from __future__ import annotations

from pathlib import Path

import pytest

from p5diff import disk
from p5diff.corpus.write import writer
from p5diff.corpus.write.journal import Journal
from p5diff.errors import CorpusError
from tests.needs import needs_git

pytest.importorskip("fcntl")


@pytest.fixture(autouse=True)
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for a minute."""
    monkeypatch.setattr(writer, "WAIT_SECONDS", 0.05)
    monkeypatch.setattr(writer, "LOCK_SECONDS", 0.05)


def test_a_writer_that_waits_too_long_says_who_is_in_its_way(tmp_path: Path) -> None:
    with writer._turn(tmp_path), pytest.raises(CorpusError) as caught, writer._turn(tmp_path):
        pytest.fail("two writers at once")
    assert caught.value.slug == "corpus-busy"
    assert str(tmp_path) in str(caught.value.cause)


def test_the_next_writer_has_its_turn_once_the_first_is_done(tmp_path: Path) -> None:
    with writer._turn(tmp_path):
        pass
    with writer._turn(tmp_path), disk.held(tmp_path) as handle:
        assert not writer._taken(handle)
    with disk.held(tmp_path) as handle:
        assert writer._taken(handle)


@needs_git
def test_locks_that_a_killed_command_left_are_dropped_and_that_of_an_editor_stays(tmp_path: Path) -> None:
    from p5diff.corpus.git.repository import open_repository
    from p5diff.workflows.init import init

    root = init(tmp_path / "corpus")[0].root
    heads = root / ".git" / "refs" / "heads" / "deep"
    heads.mkdir(parents=True)
    dead = [root / ".git" / "HEAD.lock", heads / "main.lock"]
    kept = [root / ".git" / "index.lock", heads / "main"]
    for path in (*dead, *kept):
        path.write_text("")
    with open_repository(root) as repository:
        assert repository is not None
        writer._drop_dead_locks(repository)
    assert not any(path.exists() for path in dead)
    assert all(path.exists() for path in kept)


@pytest.mark.parametrize(
    ("staged", "removed", "said"),
    [
        (["b"], [], "b"),
        (["b", "a"], ["c"], "a, b, c"),
        (["b", "a"], ["a"], "a, b"),
        (["b", "a", "d"], ["c"], "a, b, c and 1 more"),
        (["b", "a", "d"], ["c", "e"], "a, b, c and 2 more"),
    ],
)
def test_a_plan_is_named_by_three_of_its_files(staged: list[str], removed: list[str], said: str) -> None:
    assert writer._files(Journal(staged=staged, removed=removed)) == said
