"""Many statements: a line each, in columns, with nothing cut off and nothing that steers a terminal."""

from __future__ import annotations

import io

import pytest

from p5diff.corpus.entry import StatementEntry, TextEntry
from p5diff.model.statement import Coverage, Edition
from p5diff.report.cut import cells
from p5diff.report.terminal import listing
from p5diff.report.terminal.listing import print_listing


def _entry(number: int, *, title: str = "", place: str = "Geneva", texts: int = 1) -> StatementEntry:
    made = [
        TextEntry(id="x", language="zh", edition=Edition.OFFICIAL),
        TextEntry(id="x", language="en", edition=Edition.DIGEST, coverage=Coverage.PARTIAL),
    ]
    return StatementEntry(
        id=f"s-{number:04}",
        titles=(("en", title or f"Statement {number}"),),
        place=place,
        dates=("2012-06-27", "2012-06-29"),
        texts=tuple(made[:texts]),
    )


def _printed(entries: list[StatementEntry], width: int = 80) -> str:
    stream = io.StringIO()
    print_listing(entries, stream, width=width, color=False)
    return stream.getvalue()


def test_many_take_a_line_each_and_few_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "LONG", 3)
    two, three = ([_entry(n) for n in range(size)] for size in (2, 3))
    assert "───" in _printed(two)
    lines = _printed(three).splitlines()
    assert len(lines) == 4
    assert lines[0].split() == ["id", "date", "place", "title", "texts"]
    assert lines[3].split("  ") == ["s-0002", "2012-06-29", "Geneva", "Statement 2", "zh official"]


def test_columns_stand_under_each_other_in_every_script(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "LONG", 1)
    places = ("Geneva", "日内瓦", "Женева", "جنيف", "Gene\u0301ve")
    lines = _printed([_entry(n, place=place) for n, place in enumerate(places)]).splitlines()
    starts = {cells(line[: line.index("Statement")]) for line in lines[1:]}
    assert len(starts) == 1


def test_nothing_is_cut_off_and_a_line_stays_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "LONG", 1)
    long = "A title of many words " * 20
    hostile = "two\nlines\x1b]0;T\x07 and \u202eone"
    lines = _printed(
        [_entry(1, title=long), _entry(2, title=hostile, texts=2), _entry(3, texts=0)]
    ).splitlines()
    assert len(lines) == 4
    assert long.strip() in lines[1]
    assert "two; lines<U+001B>]0;T<U+0007> and <U+202E>one" in lines[2]
    assert lines[2].endswith("zh official; en digest, partial")
    assert lines[3].endswith("none here")
    assert "\x1b" not in "".join(lines)


def test_the_same_words_stand_in_both(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [_entry(n, place="日内瓦", texts=n % 3) for n in range(6)]
    table = _printed(entries, width=200).split()
    monkeypatch.setattr(listing, "LONG", 1)
    plain = _printed(entries, width=200).replace(";", "").split()
    assert sorted(plain) == sorted(word for word in table if set(word) != {"─"})
