"""Git speed of a corpus: bulk writing and reading at a revision, beside the git command line.

    python benchmarks/corpus.py [--statements 1000] [--read 10000] [--rounds 5]

Prints medians and ratios of interleaved rounds, as a Markdown table. Texts are invented; nothing
outside a temporary folder is touched.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from p5diff.corpus import Corpus
from p5diff.corpus.git import commit as git_write
from p5diff.corpus.git.repository import open_repository
from p5diff.corpus.write import journal as journals
from p5diff.corpus.write.writer import writing

SENTENCE = "The Parties took up item {} of the agenda and agreed on what to do about it in year {}.\n"


def _text(number: int) -> bytes:
    """About 8.7 kB, the size used for the project's earlier measurements."""
    return "".join(SENTENCE.format(line, number) for line in range(100)).encode()


def _files(count: int, start: int) -> dict[str, bytes | None]:
    names = range(start, start + count)
    files: dict[str, bytes | None] = {f"s-{n}/en.txt": _text(n) for n in names}
    return files | {f"s-{n}/statement.toml": f'id = "s-{n}"\n'.encode() for n in names}


def _repository(folder: Path) -> Corpus:
    folder.mkdir()
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    (folder / "corpus.toml").write_text('format = 1\nname = "bench"\n')
    return Corpus(folder)


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _store(corpus: Corpus, files: dict[str, bytes | None]) -> None:
    with writing(corpus) as writer:
        writer.store(files, message="Add in bulk")


def _git_part(corpus: Corpus, files: dict[str, bytes | None]) -> None:
    """Only what is done in git: objects, index, tree, commit, swap of HEAD."""
    scratch = journals.scratch_folder(corpus.root, None)
    scratch.mkdir(exist_ok=True)
    with open_repository(corpus.root) as repository:
        assert repository is not None
        blobs = git_write.write_blobs(repository, files, scratch)
        git_write.replace_index(repository, git_write.prepare_index(repository, blobs, scratch))
        git_write.commit(repository, blobs, "Add in bulk", scratch)


def _command_line(corpus: Corpus, files: dict[str, bytes | None]) -> None:
    """The files are there already: `git add` and `git commit`."""
    subprocess.run(["git", "add", "."], cwd=corpus.root, check=True)
    subprocess.run(["git", "commit", "-qm", "Add in bulk"], cwd=corpus.root, check=True)


def _write_round(folder: Path, count: int, number: int) -> dict[str, float]:
    files = _files(count, 0)
    whole, part, command = (_repository(folder / f"{name}-{number}") for name in ("whole", "part", "command"))
    for path, data in files.items():
        (command.root / path).parent.mkdir(exist_ok=True)
        (command.root / path).write_bytes(data or b"")
    return {
        "p5diff, everything": _timed(lambda: _store(whole, files)),
        "p5diff, git part": _timed(lambda: _git_part(part, files)),
        "git add + commit": _timed(lambda: _command_line(command, files)),
    }


def _read_round(corpus: Corpus, count: int) -> dict[str, float]:
    def ours() -> None:
        with open_repository(corpus.root) as repository:
            assert repository is not None
            snapshot = repository.snapshot("HEAD")
            snapshot.prepare([path for folder in snapshot.folders() for path in snapshot.files(folder)])
            assert len(snapshot.folders()) == count

    def command() -> None:
        listed = subprocess.run(
            ["git", "ls-tree", "-r", "HEAD"], cwd=corpus.root, check=True, capture_output=True, text=True
        )
        oids = "".join(line.split()[2] + "\n" for line in listed.stdout.splitlines())
        subprocess.run(
            ["git", "cat-file", "--batch"],
            cwd=corpus.root,
            input=oids.encode(),
            check=True,
            capture_output=True,
        )

    return {"p5diff snapshot": _timed(ours), "git ls-tree + cat-file": _timed(command)}


def _table(title: str, rounds: list[dict[str, float]], reference: str) -> None:
    print(f"\n{title}\n\n| what | median s | ratio to {reference} |\n|---|---|---|")
    for name in rounds[0]:
        ratio = statistics.median(one[name] / one[reference] for one in rounds)
        print(f"| {name} | {statistics.median(one[name] for one in rounds):.3f} | {ratio:.2f} |")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--statements", type=int, default=1000)
    parser.add_argument("--read", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        written = [_write_round(folder, options.statements, n) for n in range(options.rounds)]
        _table(f"{options.statements} statements written in one commit", written, "git add + commit")
        corpus = _repository(folder / "read")
        _store(corpus, _files(options.read, 0))
        read = [_read_round(corpus, options.read) for _ in range(options.rounds)]
        _table(f"{options.read} statements read at a revision", read, "git ls-tree + cat-file")
    return 0


if __name__ == "__main__":
    sys.exit(main())
