"""Finding threads, the matrix, and the three commands."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from p5diff.errors import P5DiffError, ReferenceNotFound
from p5diff.model.statement import Coverage
from p5diff.report.series import matrix
from p5diff.report.series.find import find, on_topic
from p5diff.report.series.rank import UNSURE, called, ranked
from p5diff.report.terminal.series import trace_lines
from p5diff.text.dates import last_day
from p5diff.workflows.series import series, traced, weave
from tests.cli.run import p5diff
from tests.series.material import statement

CABLE = "The States agreed to protect the undersea cables near the straits."
FUND = "The States call for a fund to clear mines from farmland."
TEST = "They agreed to maintain a moratorium on nuclear test explosions."


@pytest.fixture
def folder(tmp_path: Path) -> list[Path]:
    said = (
        [CABLE, FUND, TEST],
        [CABLE, TEST],
        [CABLE.replace("agreed to protect", "agreed to consider protecting"), FUND],
    )
    paths = [tmp_path / f"{2011 + n}-06-01.txt" for n in range(3)]
    for path, texts in zip(paths, said, strict=True):
        path.write_text("\n\n".join(texts) + "\n", encoding="utf-8")
    return paths


def test_files_are_ordered_by_the_date_in_their_names(folder: list[Path]) -> None:
    made = series([str(path) for path in reversed(folder)])
    assert [last_day(meta) for meta in made.texts] == ["2011-06-01", "2012-06-01", "2013-06-01"]


def test_words_places_and_ids_name_threads(folder: list[Path]) -> None:
    made = series(folder)
    cable = find(made, "undersea CABLE")
    assert [t.first.text for t in cable] == [CABLE]
    assert find(made, "2012-06-01#1") == cable and find(made, cable[0].id) == cable
    assert find(made, "2012-06-01#p1.1") == cable
    assert not find(made, "cables undersea") and not find(made, "")
    assert [t.first.text for t in on_topic(made, ("ctbt",))] == [TEST]
    with pytest.raises(ReferenceNotFound) as caught:
        traced(made, "submarines")
    assert caught.value.slug == "nothing-found"


def test_chinese_words_are_found() -> None:
    made = weave(
        [
            statement("zh", 0, ["各国重申支持海底电缆的保护。"]),
            statement("zh", 1, ["各国重申支持海底电缆的保护。"]),
        ]
    )
    assert len(find(made, "海底电缆")) == 1 and not find(made, "电缆海底")


def test_since_and_until_bound_the_dates(folder: list[Path]) -> None:
    assert len(series(folder, since="2012").statements) == 2
    assert len(series(folder, until="2012-06").statements) == 2
    with pytest.raises(P5DiffError) as caught:
        series(folder, since="2013")
    assert caught.value.slug == "series-too-short"


def test_the_matrix_tells_silence_from_what_was_not_said_yet(folder: list[Path]) -> None:
    made = series(folder)
    rows = {row.label: row for row in matrix.by_thread(made).rows}
    assert [c.words.split(";")[0] for c in rows[TEST].cells] == ["1 sentence", "1 sentence", "not said"]
    assert rows[TEST].cells[2].dropped == 1
    fund = rows[FUND].cells
    assert fund[1].words == "not said; 1 dropped" and fund[2].revived == 1
    cable = next(row for label, row in rows.items() if "cables" in label)
    assert cable.cells[2].weaker == 1
    topics = {row.id: row for row in matrix.by_topic(made).rows}
    assert topics["ctbt"].cells[0].count == 1


def test_the_matrix_as_csv_starts_no_formula() -> None:
    made = weave([statement("en", n, ["=cmd|x of the States.", CABLE]) for n in range(2)])
    rows = list(csv.reader(io.StringIO(matrix.to_csv(matrix.by_thread(made)))))
    assert rows[0] == ["id", "row", "oslo-2001 (2001-05-01)", "oslo-2002 (2002-05-01)"]
    assert rows[1][1].startswith("'=")


def test_what_matters_most_comes_first(folder: list[Path]) -> None:
    first = ranked(series(folder))[0]
    assert first.event.event.value in ("dropped", "weakened") and first.thread.first.text in (CABLE, TEST)


def test_what_came_back_is_not_told_as_gone_before_what_stays_away() -> None:
    said = {"cable": (1, 1, 0, 1, 1), "test": (1, 1, 1, 1, 0)}
    texts = [[w for w, at in ((CABLE, said["cable"]), (TEST, said["test"])) if at[n]] for n in range(5)]
    found = ranked(weave([statement("en", n, [*text, FUND]) for n, text in enumerate(texts)]))
    assert [(r.thread.first.text, r.event.event.value) for r in found] == [
        (TEST, "dropped"),
        (CABLE, "revived"),
        (CABLE, "dropped"),
    ]


def test_nothing_is_called_born_that_a_partial_text_may_have_held() -> None:
    texts = [statement("en", n, text) for n, text in enumerate(([FUND], [FUND, TEST], [FUND, TEST, CABLE]))]
    partly = replace(texts[1], meta=replace(texts[1].meta, coverage=Coverage.PARTIAL, not_covered=("*",)))
    made = weave([texts[0], partly, texts[2]])
    told = {t.first.text: called(t, t.events[0]) for t in made.threads}
    assert told == {FUND: "born", TEST: "born", CABLE: UNSURE}
    lines = trace_lines(made, find(made, "undersea"), 100)
    assert any(UNSURE in "".join(c.text for c in line) for line in lines)


def test_the_commands(folder: list[Path], tmp_path: Path) -> None:
    names = [str(path) for path in folder]
    done = p5diff("series", *names)
    assert done.returncode == 0 and "3 statements" in done.stdout and "Watch in 2013-06-01" in done.stdout
    data = json.loads(p5diff("series", *names, "--format", "json").stdout)
    assert [len(t["wordings"]) for t in data["threads"]] == [3] * len(data["threads"])
    done = p5diff("trace", "moratorium", *names)
    assert "in the same words: 2012-06-01" in done.stdout and "- dropped" in done.stdout
    done = p5diff("trace", "cables", *names)
    assert "{+consider" in done.stdout
    done = p5diff("matrix", *names, "-o", tmp_path / "m.csv")
    assert done.returncode == 0 and (tmp_path / "m.csv").read_text(encoding="utf-8").startswith("id,row,")
    done = p5diff("trace", cwd=tmp_path)
    assert done.returncode == 2 and "nothing to follow" in done.stderr


def test_the_bundled_corpus_is_a_series(tmp_path: Path) -> None:
    done = p5diff("series", "--series", "p5-conference", cwd=tmp_path)
    assert done.returncode == 0 and "Paraphrases, not the wording" in done.stdout
    done = p5diff("series", "--series", "nowhere", cwd=tmp_path)
    assert done.returncode == 2 and "p5-conference" in done.stderr


def test_the_schema_is_the_published_one(folder: list[Path]) -> None:
    import jsonschema

    from p5diff import to_dict
    from p5diff.model.schema import schema
    from p5diff.model.series import Series
    from tests.conftest import ROOT

    published = json.loads((ROOT / "p5diff/data/schemas/series-2.0.json").read_text(encoding="utf-8"))
    assert published == schema(Series)
    jsonschema.validate(json.loads(json.dumps(to_dict(series(folder)))), published)


def test_a_corpus_of_several_series_is_followed_one_series_at_a_time(tmp_path: Path) -> None:
    """What the leaders leave unsaid in a series of their own is not dropped from the conferences'."""
    made = series()
    assert {meta.series for meta in made.texts} == {"p5-conference"}
    assert any(note.slug == "one-series-of-several" and "leaders-2022" in note.message for note in made.notes)
    both = series([meta.id for meta in made.texts[-1:]] + ["leaders-2022"])
    assert {meta.series for meta in both.texts} == {"p5-conference", "p5-leaders"}
