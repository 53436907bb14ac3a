"""What was set aside, compared: nothing hidden, nothing twice, print of one copy apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from p5diff import language as languages
from p5diff.align.setaside import compare_set_aside
from p5diff.model.alignment import Op, PairKind
from p5diff.model.comparison import SetAsideChange, SetAsideChanges
from p5diff.model.setaside import UNCOMPARED, SetAside, SetAsideReason

EN = languages.get("en")
R = SetAsideReason


def note(text: str, label: str = "", reason: R = R.FOOTNOTE, sentence: str = "") -> SetAside:
    return SetAside(text=text, reason=reason, label=label, sentence=sentence)


def kinds(before: list[SetAside], after: list[SetAside]) -> list[tuple[str, str]]:
    found = compare_set_aside(before, after, language=EN).changes
    return [(c.kind.value, (c.after or c.before or note("")).text) for c in found]


def test_a_changed_note_is_reworded_a_new_one_new() -> None:
    before = [note("Signed in 1968.", "1"), note("See document LC/32.", "2")]
    after = [note("Signed in 1968.", "1"), note("See document LC/33, which binds.", "2"), note("Other.", "3")]
    assert kinds(before, after) == [
        ("unchanged", "Signed in 1968."),
        ("reworded", "See document LC/33, which binds."),
        ("new", "Other."),
    ]
    assert kinds(after, before)[-1] == ("dropped", "Other.")


def test_a_renumbered_note_is_the_same() -> None:
    assert kinds([note("Signed.", "1")], [note("Signed.", "2")]) == [("unchanged", "Signed.")]


def test_a_header_is_the_running_head_of_another_format() -> None:
    before = [note("Report, page 1", reason=R.RUNNING_HEAD), note("Report, page 2", reason=R.RUNNING_HEAD)]
    after = [note("Report, page 7", reason=R.HEADER)]
    assert [kind for kind, _ in kinds(before, after)] == ["unchanged"]


def test_the_print_of_one_copy_is_not_compared() -> None:
    print_ = [note("CD/1", reason=reason) for reason in UNCOMPARED]
    assert compare_set_aside(print_, [], language=EN) == SetAsideChanges()


pieces = st.lists(
    st.builds(
        SetAside,
        text=st.sampled_from(["See LC/1.", "See LC/2.", "See LC/2 and LC/3.", "Reserved.", "", "…"]),
        reason=st.sampled_from([R.FOOTNOTE, R.ENDNOTE, R.COMMENT, R.HEADER, R.STRUCK]),
        label=st.sampled_from(["", "1", "2"]),
    ),
    max_size=6,
)


def text_of(change: SetAsideChange, op: Op) -> str:
    return "".join(edit.text for edit in change.edits if edit.op in (Op.KEEP, op))


@given(pieces, pieces)
def test_each_piece_is_in_one_change_and_its_words_replay(
    before: list[SetAside], after: list[SetAside]
) -> None:
    changes = compare_set_aside(before, after, language=EN).changes
    ours = [change.before for change in changes if change.before]
    theirs = [change.after for change in changes if change.after]
    told = [piece for piece in after if piece.reason is not R.HEADER and any(c.isalnum() for c in piece.text)]
    assert [piece for piece in theirs if piece.reason is not R.HEADER] == told
    assert len(ours) == len({id(piece) for piece in ours})
    for change in changes:
        if change.after:
            assert text_of(change, Op.INSERT) == change.after.text
        if change.before and change.kind is not PairKind.UNCHANGED:
            assert text_of(change, Op.DELETE) == change.before.text


@given(pieces)
def test_a_text_against_itself_differs_in_nothing(found: list[SetAside]) -> None:
    assert compare_set_aside(found, found, language=EN).differing == ()


def test_a_short_note_written_anew_is_the_note_of_its_mark_and_sentence() -> None:
    before = note("Place open.", "2", sentence="p2.1")
    assert kinds([before], [note("In Tarn.", "2", sentence="p2.1")]) == [("reworded", "In Tarn.")]
    for other in (note("In Tarn.", "3", sentence="p2.1"), note("In Tarn.", "2", sentence="p3.1")):
        assert [kind for kind, _ in kinds([before], [other])] == ["new", "dropped"]
    long = note("The town in which it takes place is named by the host in March.", "2", sentence="p2.1")
    assert [kind for kind, _ in kinds([before], [long])] == ["new", "dropped"]
