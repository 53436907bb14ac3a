"""Fuzz the plan that a killed writer left: it is read, or set aside, and never leads out of the corpus."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from pathlib import Path

from common import fuzz

PARTS = ("..", "/etc/passwd", "a/b", ".git/hooks/x", "linked/x", "a/../../b", "", "\0", "corpus.toml")


def load() -> Callable[[bytes], None]:
    """Reading a plan from any bytes, and from a plan with any of its parts put in another's place."""
    from p5diff.corpus.layout import inside
    from p5diff.corpus.write.journal import Malformed, read_journal

    folder = Path(tempfile.mkdtemp())
    root, scratch = folder / "corpus", folder / "scratch"
    root.mkdir()
    scratch.mkdir()
    (root / "linked").symlink_to(folder)

    def target(data: bytes) -> None:
        names = [PARTS[byte % len(PARTS)] for byte in data[:6]]
        built = {"staged": names[:2], "kept": names[2:3], "removed": names[3:4], "message": "x"}
        built["blobs"] = dict.fromkeys(names[4:], "0" * (len(data) % 41))
        for text in (data, json.dumps(built).encode()):
            (scratch / "journal.json").write_bytes(text)
            try:
                plan = read_journal(scratch, root)
            except Malformed:
                continue
            for path in (*plan.staged, *plan.kept, *plan.removed, *plan.blobs) if plan else ():
                assert inside(root, path).resolve().is_relative_to(root.resolve())

    return target


if __name__ == "__main__":
    fuzz(load)
