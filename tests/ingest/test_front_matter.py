"""What stands before the text of a Markdown file: plain values of YAML and TOML, and where the text begins."""
# ruff: noqa: E501  (tables of cases are easier to read unbroken)

from __future__ import annotations

import pytest

from p5diff.ingest.readers.frontmatter import split_front_matter


@pytest.mark.parametrize(
    ("inside", "wanted"),
    [
        ("title: Lamps", [("title", "Lamps")]),
        ("title:   Lamps of  the   harbour  ", [("title", "Lamps of the harbour")]),
        ("title: 'It''s lit'", [("title", "It's lit")]),
        ('title: "A \\"lit\\" lamp"', [("title", 'A "lit" lamp')]),
        ('title: "\\u706f \\U0001F600 \\x41\\tb\\nc\\_d\\/e\\\\f"', [("title", "灯 😀 A b c d/e\\f")]),
        ('title: "\\ud800x\\U00110000y\\q"', [("title", "xyq")]),
        ('title: "a \\e\\0b"', [("title", "a b")]),
        ('title: "Lamps \\\n  of oil"', [("title", "Lamps of oil")]),
        ('title: "Lamps\n  of oil"', [("title", "Lamps of oil")]),
        ("title: |\n  Lamps\n  of oil\ndate: 2031-05-04", [("title", "Lamps of oil"), ("date", "2031-05-04")]),
        ("title: >-\n  Lamps\n\tof oil", [("title", "Lamps of oil")]),
        ("title: Lamps\n  of oil", [("title", "Lamps of oil")]),
        ("title: '\ndate: \"", [("title", "'"), ("date", '"')]),
        ("title: ''\ndate:\nplace: Bern", [("place", "Bern")]),
        # A list, a comment and what no key can be are left alone.
        ("tags:\n- a\n- b\n# remark: no\n2nd: no\na-b_c: yes", [("a-b_c", "yes")]),
        ("title:Lamps\nurl: https://x.y/a:b", [("url", "https://x.y/a:b")]),
        ("k" * 61 + ": yes\n" + "k" * 62 + ": no", [("k" * 61, "yes")]),
        ("  indented: no\ntitle: a", [("title", "a")]),
    ],
)  # fmt: skip
def test_yaml(inside: str, wanted: list[tuple[str, str]]) -> None:
    text = f"---\n{inside}\n---\nBody."
    found, start, notes = split_front_matter(text)
    assert (list(found), text[start:], notes) == (wanted, "Body.", ())


def test_toml() -> None:
    text = '+++\ntitle = "Lamps"\nnumber = 3\nshare = 0.5\ndate = 2031-05-04\ntags = ["a"]\n[deep]\nx = 1\n+++\nBody.'
    found, start, notes = split_front_matter(text)
    assert dict(found) == {"title": "Lamps", "number": "3", "share": "0.5", "date": "2031-05-04"}
    assert (text[start:], notes) == ("Body.", ())


@pytest.mark.parametrize("inside", ["title = ", "title Lamps", "n = " + "9" * 5000])
def test_what_is_no_toml_is_said_and_left_out(inside: str) -> None:
    text = f"+++\n{inside}\n+++\nBody."
    found, start, notes = split_front_matter(text)
    assert (found, text[start:], [note.slug for note in notes]) == ((), "Body.", ["front-matter-unread"])


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("---\ntitle: a\n---", ""),
        ("--- \t\ntitle: a\n---  \nBody.", "Body."),
        ("\ufeff---\ntitle: a\n---\nBody.", "Body."),
        ("---\ntitle: a\n---\n---\nBody.", "---\nBody."),
        # No front matter: it does not begin the file, does not end, ends in other marks, or is a rule.
        ("\n---\ntitle: a\n---\nBody.", None),
        ("---\ntitle: a\nBody.", None),
        ("---\ntitle: a\n+++\nBody.", None),
        ("----\ntitle: a\n----\nBody.", None),
        ("--- a\ntitle: a\n---\nBody.", None),
    ],
)
def test_where_the_text_begins(text: str, body: str | None) -> None:
    found, start, _ = split_front_matter(text)
    assert text[start:] == (text if body is None else body)
    assert bool(found) is (body is not None)
