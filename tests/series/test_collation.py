"""The collation table of a series: each body thread in a row, in the words of each statement."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

from p5diff.model.statement import Coverage, Edition
from p5diff.report.series import collation
from p5diff.workflows.series import weave
from tests.cli.run import p5diff
from tests.series.material import planted, statement

CABLE = "The States agreed to protect the undersea cables near the straits."
LATER = "The States intend to protect the undersea cables near the straits."
TEST = "They agreed to maintain a moratorium on nuclear test explosions."


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def test_cells_hold_the_wording_marked_against_the_last() -> None:
    texts = [statement("en", 0, [CABLE, TEST]), statement("en", 1, [TEST]), statement("en", 2, [LATER, TEST])]
    rows = rows_of(collation.to_csv(weave(texts)))
    assert rows[0] == [
        "thread",
        "topics",
        "oslo-2001 (2001-05-01)",
        "oslo-2002 (2002-05-01)",
        "oslo-2003 (2003-05-01)",
    ]
    cable = next(row for row in rows if row[0] == "oslo-2001#p1.1")
    assert cable[2:4] == [CABLE, "absent"]
    assert "[-" in cable[4] and "{+intend" in cable[4]
    assert re.sub(r"\[-.*?-\]|\{\+|\+\}", "", cable[4]) == LATER
    assert re.sub(r"\{\+.*?\+\}|\[-|-\]", "", cable[4]) == CABLE
    page = collation.to_html(weave(texts))
    cell = next(c for c in re.findall(r'<td><p lang="en" dir="ltr">(.*?)</p></td>', page) if "<ins>" in c)
    assert re.sub(r"<del>.*?</del>|</?ins>", "", cell) == LATER
    assert page.count('<span class="silent">absent</span>') == 1


def test_a_partial_digest_says_so_and_is_not_absent() -> None:
    part = statement("en", 1, [TEST])
    meta = replace(part.meta, coverage=Coverage.PARTIAL, edition=Edition.DIGEST, not_covered=("*",))
    made = weave([statement("en", 0, [CABLE, TEST]), replace(part, meta=meta)])
    rows = rows_of(collation.to_csv(made))
    assert rows[0][3] == "oslo-2002 (2002-05-01, digest, partial)"
    assert rows[1][3] == "not covered"
    assert "digest, partial" in collation.to_html(made)


def test_each_body_thread_has_one_row_in_either_form() -> None:
    made = weave(planted("ar", 2, twins=2).statements)
    rows, page = rows_of(collation.to_csv(made)), collation.to_html(made)
    assert [row[0] for row in rows[1:]] == [thread.id for thread in made.threads]
    assert {len(row) for row in rows} == {2 + len(made.statements)}
    assert page.count('<th scope="row">') == len(made.threads)
    assert '<p lang="ar" dir="rtl">' in page


def test_markup_and_formulas_in_a_text_stay_words() -> None:
    made = weave([statement("en", n, ["=cmd|x of the <b>States</b>."]) for n in range(2)])
    assert rows_of(collation.to_csv(made))[1][2].startswith("'=")
    assert "&lt;b&gt;States" in collation.to_html(made) and "<b>" not in collation.to_html(made)


def test_the_command_writes_both(tmp_path: Path) -> None:
    for year, said in ((2011, CABLE), (2012, LATER)):
        (tmp_path / f"{year}-06-01.txt").write_text(said + "\n", encoding="utf-8")
    files = sorted(tmp_path.glob("*.txt"))
    for name in ("x.csv", "x.html"):
        done = p5diff("series", *files, "--format", "table", "-o", tmp_path / name)
        assert done.returncode == 0, done.stderr
    assert "{+intend" in (tmp_path / "x.csv").read_text(encoding="utf-8")
    assert "<ins>intend" in (tmp_path / "x.html").read_text(encoding="utf-8")
    assert p5diff("series", *files, "-f", "table").stdout.startswith("thread,topics,")
