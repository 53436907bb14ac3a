"""A text with a conflict that git left in it is refused in every format of text; what looks alike is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from p5diff import ingest
from p5diff.errors import InputError
from p5diff.text.unmerged import line_of_conflict

CONFLICT = "They met.\n\n<<<<<<< HEAD\nFees fall by half.\n=======\nFees fall by a third.\n>>>>>>> draft\n"
NEAR = {
    "a rule of Markdown": "They met.\n\nThe fees\n=======\n\nFees fall by half.\n",
    "an opening mark alone": "They met.\n\n<<<<<<< HEAD\nFees fall by half.\n",
    "nothing between the two": "They met.\n\n<<<<<<< HEAD\nFees fall.\n>>>>>>> draft\n",
    "the marks in another order": "They met.\n>>>>>>> a\nIn May.\n=======\nIn June.\n<<<<<<< b\n",
    "what parts the two before both": "The fees\n=======\nThey met.\n<<<<<<< a\nIn May.\n>>>>>>> b\n",
    "marks inside lines": "They wrote <<<<<<< HEAD, then\n =======\nand at last >>>>>>> draft.\n",
    "eight of each": "They met.\n<<<<<<<< a\nIn May.\n========\nIn June.\n>>>>>>>> b\n",
}


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_conflict_is_refused_and_its_line_named(name: str, end: str, encoding: str) -> None:
    data = CONFLICT.replace("\n", end).encode(encoding)
    with pytest.raises(InputError) as raised:
        ingest.source(data, name=name)
    assert raised.value.slug == "unmerged"
    assert "line 3 " in raised.value.message


def test_of_a_page_too() -> None:
    page = f"<html><body><main><p>They met.</p>\n{CONFLICT}</main></body></html>"
    with pytest.raises(InputError) as raised:
        ingest.source(page.encode(), name="a.html")
    assert raised.value.slug == "unmerged"


def test_a_conflict_with_the_common_ancestor_is_one() -> None:
    """As git writes it with `merge.conflictStyle = diff3`."""
    assert line_of_conflict(CONFLICT.replace("=======", "||||||| base\nFees stay.\n=======")) == 3


def test_the_first_line_can_begin_one() -> None:
    assert line_of_conflict(CONFLICT.split("\n\n")[1]) == 1


@pytest.mark.parametrize("text", NEAR.values(), ids=NEAR)
def test_what_only_looks_alike_is_read(text: str) -> None:
    assert line_of_conflict(text) == 0


def test_marks_that_are_shown_as_code_are_read(tmp_path: Path) -> None:
    """Indented, as a manual shows them."""
    shown = "They met.\n\n" + "".join(f"    {line}\n" for line in CONFLICT.splitlines())
    assert ingest.source(shown.encode(), name="a.md").paragraphs
