from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff.errors import ReferenceNotFound
from p5diff.model.refs import STORED_EDITIONS, Reference, check_id, check_revision, id_problem
from p5diff.model.statement import Edition

HOSTILE_IDS = (
    "..", ".", "../x", "/etc", "-x", "--help", ".git", ".GIT", "GIT~1", ".g\u200cit", "a.", "a ", " a", "",
    "a/b", "a\\b", "a\0b", "a\nb", "con", "CON", "nul", "nul.txt", "prn", "aux", "com1", "lpt9", "x" * 101,
    "x" * 300, ":(glob)*", "a:b", "a..b", "corpus.toml", "rules", "Ä", "ä", "а", "a*", "$(x)", "`x`", "%00",
)  # fmt: skip


@pytest.mark.parametrize("identifier", HOSTILE_IDS)
def test_hostile_ids_are_refused(identifier: str) -> None:
    assert id_problem(identifier)
    with pytest.raises(ReferenceNotFound) as caught:
        check_id(identifier)
    assert caught.value.slug == "bad-id"


@pytest.mark.parametrize("identifier", ["a", "1", "washington-2012", "npt.2015_pc-i", "x" * 100, "console"])
def test_plain_ids_are_taken(identifier: str) -> None:
    assert check_id(identifier) == identifier


@pytest.mark.parametrize(
    "revision",
    ["--output=x", "-n", "", "a b", "a..b", "a:b", "HEAD:x", "\nHEAD", "a\0", "^HEAD", "@", "x" * 201, "*"],
)
def test_option_like_revisions_are_refused(revision: str) -> None:
    with pytest.raises(ReferenceNotFound):
        check_revision(revision)


@pytest.mark.parametrize("revision", ["HEAD", "HEAD~3", "HEAD^2", "v1.0", "feature/x", "main@{1}", "0a1b2c"])
def test_plain_revisions_are_taken(revision: str) -> None:
    assert check_revision(revision) == revision


_ids = st.from_regex(r"[a-z0-9][a-z0-9._-]{0,40}", fullmatch=True).filter(lambda text: not id_problem(text))
_references = st.builds(
    lambda identifier, language, edition, revision: Reference(
        id=identifier, language=language, edition=edition if language else None, revision=revision
    ),
    _ids,
    st.sampled_from(["", "en", "zh", "ar"]),
    st.sampled_from([None, *STORED_EDITIONS]),
    st.sampled_from(["", "HEAD", "HEAD~2", "v1.0", "main"]),
)


@given(_references)
def test_a_reference_written_is_read_again(reference: Reference) -> None:
    """Reference.parse(str(reference)) == reference."""
    assert Reference.parse(str(reference)) == reference


@given(st.text(max_size=80))
def test_any_text_is_a_reference_or_an_expected_error(text: str) -> None:
    try:
        reference = Reference.parse(text)
    except ReferenceNotFound as error:
        assert error.slug in {"bad-id", "bad-reference", "bad-revision"}
    else:
        assert not id_problem(reference.id)


@pytest.mark.parametrize(
    "text", ["a:", "a:EN", "a:en.", "a:en.stated", "a:en.other", "a:en:zh", "a@", "a:en.official@--x"]
)
def test_half_references_are_refused(text: str) -> None:
    with pytest.raises(ReferenceNotFound):
        Reference.parse(text)


def test_parts() -> None:
    reference = Reference.parse("washington-2012:zh.official@HEAD~1")
    assert (reference.id, reference.language) == ("washington-2012", "zh")
    assert (reference.edition, reference.revision) == (Edition.OFFICIAL, "HEAD~1")
