"""What a format marks as a paragraph stays one; furniture only where there are pages; escapes."""

from __future__ import annotations

import pytest

from p5diff import ingest
from p5diff import language as languages
from p5diff.ingest.layout.normalise import normalise
from p5diff.ingest.layout.recovery import from_raw
from p5diff.model.setaside import SetAsideReason
from p5diff.model.source import BlockKind, RawBlock, RawText, Source
from p5diff.text.stored import AS_IT_STANDS, parse


def marked(*texts: str, language: str = "en", kind: BlockKind = BlockKind.PARAGRAPH) -> Source:
    blocks = tuple(RawBlock(text=text, kind=kind) for text in texts)
    return from_raw(RawText(blocks=blocks, format="test"), language=language)


def plain(text: str, language: str = "en") -> Source:
    return ingest.source(text.encode(), name="a.txt", language=language)


def paragraphs(source: Source) -> list[str]:
    known = source.language
    return [f"{p.label} {p.text(known)}".strip() for p in source.paragraphs]


PREAMBLES = {
    "en": ["The lake states,", "recalling the pact of the piers,", "convinced that lamps save lives,",
           "1. welcome the report;", "2. decide to meet again."],
    "fr": ["Les États du lac,", "rappelant le pacte des jetées,",
           "convaincus que les lampes sauvent des vies,",
           "1. accueillent le rapport avec satisfaction ;", "2. décident de se réunir à nouveau."],
    "es": ["Los Estados del lago,", "recordando el pacto de los muelles,",
           "convencidos de que las lámparas salvan vidas,", "1. acogen con satisfacción el informe;",
           "2. deciden reunirse de nuevo."],
    "ru": ["Государства озера,", "ссылаясь на договор о пирсах,", "будучи убеждены, что лампы спасают жизни,",
           "1. приветствуют доклад;", "2. постановляют вновь собраться."],
    "ar": ["إن دول البحيرة،", "إذ تشير إلى ميثاق الأرصفة،", "واقتناعا منها بأن المصابيح تنقذ الأرواح،",
           "1. ترحب بالتقرير؛", "2. تقرر الاجتماع مرة أخرى."],
    "zh": ["湖区各国，", "回顾码头公约，", "深信灯火挽救生命，", "1. 欢迎报告；", "2. 决定再次举行会议。"],
}  # fmt: skip


@pytest.mark.parametrize("language", sorted(PREAMBLES))
def test_a_preamble_in_lower_case_keeps_its_paragraphs(language: str) -> None:
    """As blocks that a format marks, and as plain text with blank lines."""
    clauses = PREAMBLES[language]
    wanted = [c.replace("1. ", "1. ") for c in clauses]
    for source in (marked(*clauses, language=language), plain("\n\n".join(clauses) + "\n", language)):
        assert [text.replace(" ", "") for text in paragraphs(source)] == [t.replace(" ", "") for t in wanted]
        assert all(p.level == 0 for p in source.paragraphs)


@pytest.mark.parametrize("kind", [BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.ROW])
def test_terms_and_options_stay_apart(kind: BlockKind) -> None:
    terms = ["lamp | a light on a pier", "option 1", "the keeper lights all", "option 2", "he lights none"]
    source = from_raw(
        RawText(
            blocks=(
                RawBlock(text="The lake states agreed on the terms below."),
                *(RawBlock(text=term, kind=kind) for term in terms),
                RawBlock(text="They will meet again next year."),
            ),
            format="test",
        ),
        language="en",
    )
    assert paragraphs(source)[1:-1] == terms


def test_what_plain_text_rules_would_read_otherwise_is_escaped_and_stays() -> None:
    source = marked(
        "Warehouses and the many lamps that the keepers of the northern piers have", "lit by night"
    )
    assert len(source.paragraphs) == 2 and source.stored.startswith(AS_IT_STANDS)
    assert normalise(source.stored, language="en") == source.stored
    assert plain(source.stored).paragraphs == source.paragraphs


@pytest.mark.parametrize("text", ["# 4 of the list is lit.", "\\ is a mark.", "\\# too.", "## x y."])
def test_letters_that_look_like_marks_stay_letters(text: str) -> None:
    source = marked("They met.", text)
    assert [p.level for p in source.paragraphs] == [0, 0]
    assert source.paragraphs[1].text("en") == text
    assert parse(source.stored, language=languages.get("en")) == source.paragraphs


REFRAIN = "A lamp that is out saves nobody."


@pytest.mark.parametrize(
    "text",
    [
        f"{REFRAIN}\n\nThey met at the pier.\n\nThey agreed on lamps.\n\n{REFRAIN}\n",
        "The aims are:\n\na) to light;\n\nThe aims are:\n\nb) to keep;\n\nThe aims are:\n\nc) to mend.\n",
        "LC/2031/4\n\nThey met at the pier.\n\nLC/2031/5\n\nThey left.\n",
        "They had before them:\n\nLC/2031/4\n\nLC/2031/5\n\nThey adopted both.\n",
        "1\n\nThe lamps are lit.\n\nThey burn.\n\n2\n\nThe piers are kept.\n\nThey stand.\n",
        "Article 1\n\nThe lamps are lit.\n\fArticle 2\n\nThe piers are kept.\n\fArticle 3\n\nThey stand.\n",
        "They recalled the statement in\nLC/2031/4. It remains valid.\n",
    ],
)
def test_without_pages_nothing_is_furniture(text: str) -> None:
    source = plain(text)
    assert source.set_aside == ()
    assert "".join(source.stored.replace("# ", "").replace("\\", "").split()).replace("#", "") == "".join(
        text.split()
    ).replace("\\", "")


def test_running_heads_recur_at_the_edges_of_pages() -> None:
    pages = [
        f"Report of the lake states\n\nThey met for the {n} time and agreed.\n\n- {n} -" for n in (2, 3, 4)
    ]
    source = plain("\f".join(pages) + "\n")
    reasons = [piece.reason for piece in source.set_aside]
    assert reasons.count(SetAsideReason.PAGE_NUMBER) == 3
    assert reasons.count(SetAsideReason.RUNNING_HEAD) >= 2
    assert [piece.place for piece in source.set_aside][:1] == ["page 1"]
    assert "They met for the 3 time and agreed." in source.stored


def test_a_rule_is_listed_but_not_worth_a_note() -> None:
    source = plain("The states met at the pier.\n\n* * *\n\nThey left the pier.\n")
    assert [(p.reason, p.place) for p in source.set_aside] == [(SetAsideReason.RULE, "paragraph 1")]
    assert not [note for note in source.notes if note.slug == "set-aside"]


def test_few_pieces_are_quoted_and_many_counted() -> None:
    def noted(count: int) -> str:
        notes = [RawBlock(text=f"See LC/{n}.", kind=BlockKind.FOOTNOTE, label=str(n)) for n in range(count)]
        raw = RawText(blocks=(RawBlock(text="The states met."), *notes), format="test")
        notes_of = from_raw(raw, language="en").notes
        return next(n.message for n in notes_of if n.slug == "set-aside-compared")

    assert "“See LC/1.” (footnote 1)" in noted(2)
    assert "9 × footnote" in noted(9) and "See LC" not in noted(9)


def test_a_heading_marked_in_wrapped_lines_keeps_its_mark_once() -> None:
    text = "# Lamps and channels\nThe states met in\nMay. They left.\n"
    block = RawBlock(text=text, kind=BlockKind.LINES)
    made = from_raw(RawText(blocks=(block,), format="test"), language="en")
    assert made.stored == "# Lamps and channels\n\nThe states met in May.\nThey left.\n"
    assert [p.level for p in made.paragraphs] == [1, 0]
    assert paragraphs(made)[0] == "Lamps and channels"


def test_one_blank_line_parts_paragraphs_where_no_text_has_more() -> None:
    once = "The states met in May.\n\nThey agreed on lamps.\n\nThey left in June.\n"
    assert paragraphs(plain(once)) == [
        "The states met in May.",
        "They agreed on lamps.",
        "They left in June.",
    ]


def test_the_symbol_above_the_first_page_goes_with_those_above_the_others() -> None:
    pages = ["The Parties met and agreed that", "more should be done. They left.", "They will return."]
    text = "\f".join(f"HC/2031/8\n\n{page}\n\n- {n} -\n" for n, page in enumerate(pages, 1))
    source = plain(text)
    assert paragraphs(source) == [
        "The Parties met and agreed that more should be done. They left.",
        "They will return.",
    ]
    assert ingest.proposals(source).symbol == "HC/2031/8"


@pytest.mark.parametrize(
    ("language", "head", "line"),
    [
        ("en", "Certificate", "The keeper certifies that on {n} May a State sent its paper."),
        ("fr", "Certificat", "Le gardien certifie que le {n} mai un État a remis son instrument."),
        ("ru", "Удостоверение", "Хранитель удостоверяет, что {n} мая государство сдало свой документ."),
    ],
)
def test_titles_of_forms_are_no_running_heads(language: str, head: str, line: str) -> None:
    text = "\f".join(f"{head} {n}\n\n{line.format(n=n)}\n" for n in (1, 2, 3))
    source = plain(text, language)
    assert not source.set_aside
    assert [p for p in paragraphs(source) if p.startswith(head)] == [f"{head} {n}" for n in (1, 2, 3)]


def test_cells_of_a_chinese_row_stay_apart() -> None:
    source = ingest.source(
        "会议通过了下表。\n\n| 年份 | 数量 |\n|---|---|\n| 甲 | 乙 |\n".encode(), name="a.md"
    )
    assert paragraphs(source)[1:] == ["年份 | 数量", "甲 | 乙"]
