"""docs/tutorial-series.md works as written, on eleven statements made here."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from tests.cli.run import p5diff
from tests.conftest import ROOT

KEPT = "The harbour cities will hold a joint exercise of their pilots every spring."
FIRM = "The harbour cities undertake to protect the undersea cables near the straits."
SOFT = "The harbour cities will consider protecting the undersea cables near the straits."


def texts(folder: Path) -> None:
    for year in range(2010, 2021):
        cable = {2016: [], 2017: []}.get(year, [FIRM if year < 2013 else SOFT])
        body = [*cable, f"They met in the spring of {year}.", KEPT]
        (folder / f"{year}-05-04.txt").write_text("\n\n".join(body) + "\n", "utf-8")


def test_the_tutorial_works_as_written(tmp_path: Path) -> None:
    texts(tmp_path)
    page = (ROOT / "docs" / "tutorial-series.md").read_text("utf-8")
    blocks = re.findall(r"(?ms)^```console\n\$ (.*?)\n(.*?)^```", page)
    assert len(blocks) == 4
    for command, shown in blocks:
        width = [] if " site " in command else ["--width", "200"]
        done = p5diff(*shlex.split(command)[1:], *width, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        for line in filter(None, map(str.strip, shown.splitlines())):
            pattern = ".*".join(re.escape(part) for part in line.split("…"))
            assert re.search(pattern, done.stdout), f"{line!r} is not in {done.stdout}"
    pages = {p.name: p.read_text("utf-8") for p in (tmp_path / "pages").glob("topic-*.html")}
    assert any('id="t-2010-05-04.p1.1"' in text for text in pages.values())
    assert "joint exercise" in (tmp_path / "matrix.csv").read_text("utf-8")
