"""Web pages: the main text found, and no visible character lost."""
# ruff: noqa: E501  (markup and tables of cases are easier to read unbroken)

from __future__ import annotations

from collections import Counter
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff.errors import InputError
from p5diff.ingest.readers.html import parse, read
from p5diff.ingest.readers.html.charset import declared, python_name
from p5diff.ingest.readers.html.tree import BLOCK, parse_tree
from p5diff.model.source import BlockKind, RawBlock, RawText
from tests.ingest.blocks import aside

LONG = "The five harbour states met in Port Maren and agreed on lamps, channels and pilots for the coast."


def load(body: str, head: str = "") -> RawText:
    return parse(f"<html><head>{head}</head><body>{body}</body></html>".encode(), name="p")


def text_of(raw: RawText) -> list[str]:
    return [b.text for b in raw.blocks if b.is_text]


def of_kind(raw: RawText, kind: BlockKind) -> list[RawBlock]:
    return [b for b in raw.blocks if b.kind is kind]


@pytest.mark.parametrize(
    "odd", ["<![\xff99[x]>", "<![if !x]>", "<![CDATA<p>", "<![ >", "<!doctype", "<!-", "<![endif]-->"]
)
def test_odd_declarations_do_not_stop_the_reader(odd: str) -> None:
    raw = load(f"<p>{LONG}</p>{odd}<p>{LONG}</p>")
    assert LONG in text_of(raw)[0]


TEXT = st.text("ab c.,é中文ب\n&<>", min_size=1, max_size=12)
TREES = st.recursive(
    TEXT.map(lambda text: (escape(text), text)),
    lambda inner: st.tuples(
        st.sampled_from(
            "div p span b h2 ul li table tr td blockquote section article a em font center dl dd pre".split()
        ),
        st.lists(inner, max_size=4),
    ).map(
        lambda item: (
            f"<{item[0]}>{''.join(i[0] for i in item[1])}</{item[0]}>",
            "".join(i[1] for i in item[1]),
        )
    ),
    max_leaves=25,
)


@given(TREES)
def test_no_visible_character_is_lost(tree: tuple[str, str]) -> None:
    """Nothing of the statement lost: what is not text is kept as furniture."""
    markup, visible = tree
    raw = load(f"<div><p>{LONG}</p>{markup}</div>")
    wanted = Counter("".join((LONG + visible).split()))
    found = Counter("".join("".join(block.text for block in raw.blocks).split()))
    assert not wanted - found


@given(st.text("<>/!-='\"& abdivpt&;#0[]CDATA\n\x00é", max_size=300))
def test_any_markup_is_read_or_refused(markup: str) -> None:
    try:
        parse(markup.encode(), name="p")
    except InputError as error:
        assert error.hint


def test_scripts_styles_and_hidden_parts_are_not_text() -> None:
    raw = load(
        f"<p>{LONG}</p><script>var x = 'no';</script><style>p {{}}</style><p hidden>no</p>"
        "<div style='display: none'>no</div><noscript>no</noscript><template>no</template><!-- no -->"
    )
    assert text_of(raw) == [LONG]
    hidden = [text for reason, text in aside(raw) if reason == "hidden text"]
    assert hidden == ["no", "no", "no"]  # the paragraph, the division, the template
    assert sorted(reason for reason, _ in aside(raw)) == [
        "alternative text", "hidden text", "hidden text", "hidden text",
    ]  # fmt: skip


def test_lists_have_the_labels_that_a_browser_prints() -> None:
    raw = load(
        f"<p>{LONG}</p><ol start=3><li>c<li>d</ol><ol type=a><li>x<li value=4>y</ol><ol type=I reversed><li>p<li>q</ol><ul><li>z</ul>"
    )
    assert [(b.label, b.text) for b in raw.blocks if b.label] == [
        ("3.", "c"), ("4.", "d"), ("a.", "x"), ("d.", "y"), ("II.", "p"), ("I.", "q"), ("•", "z"),
    ]  # fmt: skip


def test_footnote_references_go_and_other_superscripts_stay() -> None:
    raw = load(
        f'<p>{LONG}<sup><a href="#fn1" id="fnref1">1</a></sup> On 1<sup>st</sup> May, 10 m<sup>2</sup>.<sup>[2]</sup></p>'
        '<div class="footnotes"><ol><li id="fn1">A note. <a href="#fnref1">↩</a></li></ol></div>'
    )
    assert text_of(raw) == [f"{LONG} On 1st May, 10 m²."]
    assert [(call.key, call.at) for call in raw.blocks[0].calls] == [("fn1", len(LONG))]
    assert [(b.label, b.text) for b in of_kind(raw, BlockKind.FOOTNOTE)] == [("1", "A note.")]


def test_breaks_part_paragraphs_only_where_they_mean_to() -> None:
    raw = load(f"<div>{LONG}<br><br>Second.<br>Third,<br>still the third<br>\u3000\u3000Fourth.</div>")
    assert text_of(raw) == [LONG, "Second.", "Third,\nstill the third", "Fourth."]


def test_tables_quotations_and_preformatted_text() -> None:
    raw = load(
        f"<p>{LONG}</p><table><tr><td>a<td>b<tr><td>c<td></table><blockquote>Said.</blockquote><pre>one\n two</pre>"
    )
    assert text_of(raw) == [LONG, "a | b", "c", "Said.", "one\n two"]
    assert [b.kind for b in raw.blocks][-1] is BlockKind.LINES


def test_a_headline_outside_of_the_main_part_is_the_title() -> None:
    head = "<title>Joint statement of the states | Ministry</title>"
    raw = load(
        f"<header><h1>Joint statement of the states</h1><nav><a href=x>Home</a></nav></header><main><p>{LONG}</p></main>",
        head,
    )
    assert raw.blocks[0] == RawBlock(text="Joint statement of the states", kind=BlockKind.HEADING, level=1)
    assert [text for _, text in aside(raw)] == ["Home"]


def test_what_a_page_states_of_itself() -> None:
    head = (
        '<title>T</title><meta property="og:title" content="The title"><link rel="canonical" href="https://m.example/s">'
        '<meta name="PubDate" content="2031/5/9 10:00">'
    )
    raw = parse(f'<html lang="zh-CN"><head>{head}</head><body><p>{LONG}</p></body></html>'.encode(), name="p")
    assert dict(raw.properties) == {
        "title": "The title", "url": "https://m.example/s", "published": "2031-05-09", "language": "zh",
    }  # fmt: skip


def test_a_sidebar_full_of_text_is_not_the_statement() -> None:
    teaser = "<p>A long teaser about a museum, written in a full sentence that reads as text would.</p>"
    raw = load(f"<div><main>{'<p>' + LONG + '</p>'}<p>{LONG}</p></main><aside>{teaser * 2}</aside></div>")
    assert text_of(raw) == [LONG, LONG]


def test_a_page_without_text_says_so() -> None:
    with pytest.raises(InputError) as caught:
        read(b"<html><script>app()</script><div id=root></div></html>", name="p")
    assert caught.value.slug == "html-no-text"


RUSSIAN, CHINESE, ARABIC = (
    "Заявление пяти государств о маяках",
    "五国关于灯塔的联合声明",
    "بيان الدول الخمس بشأن المنارات",
)


@pytest.mark.parametrize(
    ("text", "label", "codec"),
    [
        (RUSSIAN, "windows-1251", "cp1251"), (RUSSIAN, "koi8-r", "koi8-r"), (CHINESE, "gb2312", "gb18030"),
        (CHINESE, "gbk", "gb18030"), (ARABIC, "windows-1256", "cp1256"), (RUSSIAN, "utf-8", "utf-8"),
        ("Résumé — “fin”", "iso-8859-1", "cp1252"), (RUSSIAN, "UTF8", "utf-8"),
    ],
)  # fmt: skip
def test_every_labelled_page_is_decoded_right(text: str, label: str, codec: str) -> None:
    page = f'<html><head><meta charset="{label}"></head><body><p>{text}</p></body></html>'
    raw = parse(page.encode(codec), name="p")
    assert text_of(raw) == [text]
    assert (
        parse(page.replace(f'charset="{label}"', "").encode(codec), name="p", charset=label).blocks
        == raw.blocks
    )


def test_marks_and_given_encodings_go_before_labels() -> None:
    page = f"<meta charset=koi8-r><p>{RUSSIAN}</p>"
    assert text_of(parse(page.encode("utf-8-sig"), name="p")) == [RUSSIAN]
    assert text_of(parse(page.encode("utf-16"), name="p")) == [RUSSIAN]
    assert text_of(parse(page.encode("cp1251"), name="p", encoding="cp1251")) == [RUSSIAN]


def test_a_false_label_is_set_aside_with_a_note() -> None:
    raw = parse(f"<meta charset=utf-8><p>{RUSSIAN * 3}</p>".encode("cp1251"), name="p")
    assert text_of(raw) == [RUSSIAN * 3]
    assert "encoding-contradicted" in {note.slug for note in raw.notes}


def test_an_undecodable_page_is_refused_with_its_offset() -> None:
    with pytest.raises(InputError) as caught:
        parse(b"<p>\xff\xfe\xfd plain", name="p", encoding="utf-8")
    assert "offset 3" in caught.value.message


def test_labels_are_read_as_browsers_read_them() -> None:
    assert declared(b'<?xml version="1.0" encoding="KOI8-R"?>') == "KOI8-R"
    assert (python_name("GBK"), python_name("latin1"), python_name("none-such")) == ("gb18030", "cp1252", "")


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<li>",
                "<td>",
                "<div>",
                "</div>",
                "<b>",
                "</b>",
                "<tr>",
                "</table>",
                "x",
                "<br/>",
            ]
        )
    )
)
def test_the_tree_is_a_tree(pieces: list[str]) -> None:
    root = parse_tree("".join(pieces), name="p", depth=512)
    stack = [root]
    count = 0
    while stack:
        node = stack.pop()
        for child in node.children:
            if isinstance(child, str):
                count += len(child)
            else:
                assert child.parent is node
                assert not (node.tag == "p" and child.tag in BLOCK)
                stack.append(child)
    assert count == pieces.count("x")


@pytest.mark.parametrize(
    ("sheet", "markup", "kept", "left"),
    [
        (".x { text-decoration: line-through }", '<p>The <span class="x">old</span> lamp.</p>', "The lamp.", "old"),
        ("@media screen { p em{display:none} }", "<p>The <em>old</em> lamp.</p>", "The lamp.", "old"),
        ("@media print { em{display:none} }", "<p>The <em>old</em> lamp.</p>", "The old lamp.", ""),
        ("div em{display:none}", "<p>The <em>old</em> lamp.</p>", "The lamp.", "old"),
        ("td em{display:none}", "<p>The <em>old</em> lamp.</p>", "The old lamp.", ""),
        ("em:hover{display:none}", "<p>The <em>old</em> lamp.</p>", "The old lamp.", ""),
        ("", "<p>The <del>old</del> <ins>new</ins> lamp.</p>", "The new lamp.", "old"),
        ("", "<p>The <s>old</s> lamp.</p>", "The lamp.", "old"),
        ("", "<p>The <strike>old</strike> lamp.</p>", "The lamp.", "old"),
        ("", '<p>The <b style="text-decoration:line-through">old</b> lamp.</p>', "The lamp.", "old"),
        ("", '<p>The <b aria-hidden="true">old</b> lamp.</p>', "The lamp.", "old"),
        ("", '<p>The <img src=x alt="old"> lamp.</p>', "The lamp.", "old"),
        ("", "<p>The <!-- an old --> lamp.</p>", "The lamp.", "an old"),
        ("", "<del><p>old</p></del><p>The lamp.</p>", "The lamp.", "old"),
    ],
)  # fmt: skip
def test_what_a_page_strikes_or_hides_is_set_aside(sheet: str, markup: str, kept: str, left: str) -> None:
    raw = load(f"<div><p>{LONG}</p>{markup}</div>", f"<style>{sheet}</style>")
    assert text_of(raw) == [LONG, kept]
    assert [text for _, text in aside(raw)] == ([left] if left else [])


def test_powers_stay_and_marks_of_notes_go() -> None:
    raw = load(
        f"<p>{LONG}</p><p>From 10<sup>6</sup> to 10<sup>−3</sup> units, 4 km<sup>2</sup>, in 1995<sup>2</sup>, "
        "words<sup>3</sup>and the 21<sup>st</sup>, N<sup>o</sup> 4, M<sup>me</sup> Tarn, H<sub>2</sub>O.</p>"
    )
    assert text_of(raw)[1] == (
        "From 10⁶ to 10⁻³ units, 4 km², in 1995, words and the 21st, No 4, Mme Tarn, H2O."
    )
    assert aside(raw) == [("note mark", "2"), ("note mark", "3")]


def test_a_typed_note_is_the_note_of_its_mark() -> None:
    raw = load(
        f"<p>{LONG}</p><p>Lamps<sup>1</sup> shine.</p><p><sup>1</sup> Oil lamps.</p><p><sup>2</sup> H is gas.</p>"
    )
    assert text_of(raw)[1:] == ["Lamps shine.", "² H is gas."]
    (note,) = of_kind(raw, BlockKind.FOOTNOTE)
    assert (note.label, note.text) == ("1", "Oil lamps.")
    (call,) = raw.blocks[1].calls
    assert (call.key, call.at) == (note.key, len("Lamps"))


@pytest.mark.parametrize(
    "names", [("a1", "b1"), ("cite_ref-1", "cite_note-1"), ("_ftnref1", "_ftn1"), ("x", "y")]
)
def test_a_note_is_known_by_its_links_whatever_they_are_named(names: tuple[str, str]) -> None:
    here, there = names
    raw = load(
        f'<p>{LONG}</p><p>Lamps<a id="{here}" href="#{there}">1</a> shine.</p><p>Oil.</p>'
        f'<p><a id="{there}" href="#{here}">1</a> Of oil.</p>'
    )
    assert text_of(raw)[1:] == ["Lamps shine.", "Oil."]
    assert [(b.label, b.text, b.key) for b in of_kind(raw, BlockKind.FOOTNOTE)] == [("1", "Of oil.", there)]


def test_items_that_breaks_part_are_paragraphs_and_wrapped_lines_are_none() -> None:
    wrapped = "The states that met at the harbour in the spring of<br>the year resolved to keep the lamps lit at night and<br>to meet again in the autumn. They thanked the keepers<br>of the lamps."
    raw = load(
        f"<p>{LONG}</p><p>They may:<br>report<br>meet</p><p>We:<br>(a) go;<br>(b) stay; and<br>(c) rest.</p><p>{wrapped}</p>"
    )
    assert text_of(raw)[1:-1] == [
        "They may:",
        "report",
        "meet",
        "We:",
        "(a) go;",
        "(b) stay; and",
        "(c) rest.",
    ]
    assert " ".join(text_of(raw)[-1].split()) == " ".join(wrapped.replace("<br>", " ").split())


def test_a_table_that_holds_numbered_paragraphs_is_no_table() -> None:
    row = "<table><tr><td><p>{}</p></td><td><p>{}</p><p>{}</p></td></tr></table>"
    raw = load(
        f"<p>{LONG}</p>{row.format('(1)', 'Light lamps.', 'All of them.')}{row.format('第二条', 'x', 'y')}"
    )
    assert [(b.label, b.text) for b in raw.blocks[1:3]] == [("(1)", "Light lamps."), ("", "All of them.")]
    assert raw.blocks[3].text == "第二条 | x / y"


def test_an_empty_cell_keeps_its_place() -> None:
    raw = load(
        f"<p>{LONG}</p><table><tr><th>Year<th>Lit<th>Dark<tr><td>2031<td><td>4<tr><td>2032<td>7<td></table>"
    )
    assert text_of(raw)[1:] == ["Year | Lit | Dark", "2031 | | 4", "2032 | 7"]
    assert {b.kind for b in raw.blocks[1:]} == {BlockKind.ROW}


def test_a_page_that_a_program_unhides_is_read_with_a_note() -> None:
    raw = load(
        f'<p>Loading, please wait for the text of this page.</p><div style="display:none"><p>{LONG * 5}</p></div>'
    )
    assert LONG * 5 in text_of(raw)
    assert "html-hidden-read" in {note.slug for note in raw.notes}


def test_a_header_counts_by_what_it_holds() -> None:
    words = f"<header><h2>Preamble</h2><p>{LONG}</p><p>{LONG}</p></header>"
    menu = '<header><h2>Ministry</h2><p><a href="/">A ministry whose name is long enough to be a paragraph</a></p></header>'
    parts = "".join(f"<section><h2>Article {n}</h2><p>{LONG}</p></section>" for n in (1, 2, 3))
    assert text_of(load(words + parts))[:2] == ["Preamble", LONG]
    assert text_of(load(menu + parts))[0] == "Article 1"


def test_each_table_may_have_its_own_note_of_one_mark() -> None:
    table = "<table><tr><td>Lit<sup>a</sup><td>Dark</table><p><sup>a</sup> {}</p>"
    raw = load(f"<p>{LONG}</p>{table.format('Of oil.')}{table.format('Of gas.')}")
    assert text_of(raw)[1:] == ["Lit | Dark", "Lit | Dark"]
    found = of_kind(raw, BlockKind.FOOTNOTE)
    assert [(note.label, note.text) for note in found] == [("a", "Of oil."), ("a", "Of gas.")]
    assert [b.calls[0].key for b in raw.blocks if b.calls] == [note.key for note in found]


def test_a_page_with_control_characters_is_refused_whatever_it_says_of_itself() -> None:
    page = f'<meta charset="utf-8"><p>{LONG}</p><p>' + "\x01\x02\x1b" * 40 + "</p>"
    with pytest.raises(InputError) as caught:
        parse(page.encode(), name="p")
    assert caught.value.slug == "file-binary"


def test_clauses_of_a_preamble_in_a_header_are_text() -> None:
    page = (
        "<header><p>Las Partes,</p><p>Recordando sus obligaciones,</p><p>Convencidas de su utilidad,</p></header>"
        "<p>Los Estados se reunieron durante dos días para examinar su labor.</p><p>Acordaron volver a verse.</p>"
    )
    blocks = read(page.encode(), name="a.html").blocks
    assert [b.text for b in blocks if b.is_text][:2] == ["Las Partes,", "Recordando sus obligaciones,"]


@pytest.mark.parametrize(
    ("head", "main", "foot"),
    [
        ("The Conference of Lighthouses, recalling its rules on the safety of sailors,", ["Decides to open a register.", "Asks for a report."], "Decides to remain seized of it."),
        ("La Conférence des phares, rappelant ses règles sur la sécurité des marins,", ["Décide d’ouvrir un registre.", "Demande un rapport."], "Décide de rester saisie."),
        ("1. Стороны откроют общий реестр маяков.", ["2. Они доложат о нём весной.", "3. Он открыт для всех."], "4. Споры решает совет."),
        ("灯塔会议回顾关于海员安全和航道照明的各项决定，", ["决定设立灯塔登记册。", "请秘书每年提交报告。"], "决定继续处理此案，直至下届会议审议。"),
    ],
)  # fmt: skip
def test_header_and_footer_that_go_on_with_the_text_are_text(head: str, main: list[str], foot: str) -> None:
    inner = "".join(f"<p>{line}</p>" for line in main)
    raw = load(
        f"<nav>Home</nav><header><p>{head}</p></header><main>{inner}</main><footer><p>{foot}</p></footer>"
    )
    assert [" ".join((b.label, b.text)).strip() for b in raw.blocks if b.is_text] == [head, *main, foot]
    assert [text for _, text in aside(raw)] == ["Home"]


def test_short_paragraphs_of_main_are_kept_beside_a_long_header() -> None:
    raw = load(f"<header><p>{LONG}</p></header><main><p>Open a register.</p><p>Report.</p></main>")
    assert {"Open a register.", "Report."} <= set(text_of(raw))


@pytest.mark.parametrize("foot", ["Ministry of Harbours, 4 Quay Street.", "Contact us"])
def test_a_footer_of_the_site_is_set_aside(foot: str) -> None:
    raw = load(
        f"<header><p>Ministry of Harbours</p></header><main><p>{LONG}</p></main><footer><p>{foot}</p></footer>"
    )
    assert text_of(raw) == [LONG]


@pytest.mark.parametrize(
    ("text", "kept", "notes"),
    [
        # the note is called in turn, and by one figure alone
        ("<p>2031<sup>1</sup>年计划有64<sup>2</sup>项。</p><p><sup>1</sup> 五月。</p><p><sup>2</sup> 其中三项。</p>", "64项", 2),
        # ten is what powers are taken of; no note 3 is called in turn
        ("<p>In 2031<sup>1</sup> 10<sup>2</sup> ships left.</p><p><sup>1</sup> May.</p><p><sup>2</sup> More.</p>", "10² ships", 1),
        ("<p>In 2031<sup>1</sup> 64<sup>3</sup> ships left.</p><p><sup>1</sup> May.</p><p><sup>3</sup> More.</p>", "64³ ships", 1),
        ("<p>64<sup>1</sup> ships and 65<sup>1</sup> boats.</p><p><sup>1</sup> May.</p>", "64¹ ships", 0),
        ("<p>64<sup>2</sup> ships.</p><p>They left.</p>", "64² ships", 0),
        ("<p>In all 14,208<sup>1</sup> ships left.</p><p><sup>1</sup> More.</p>", "14,208 ships", 1),
    ],
)  # fmt: skip
def test_a_raised_figure_at_a_figure_is_a_note_where_one_waits_for_its_call(
    text: str, kept: str, notes: int
) -> None:
    found = read(f"<html><body>{text}</body></html>".encode(), name="a.html").blocks
    assert any(kept in block.text for block in found if block.is_text)
    assert [block.kind for block in found].count(BlockKind.FOOTNOTE) == notes
    assert len([key for block in found for key in block.calls]) == notes


CLAUSES = {
    "en": "The Harbour Board,|Recalling its decision of the fourth session|Noting that three lamps are dark,|Decides:|(a) to light the lamps every evening|(b) to keep the readings in one book|(c) to send the book to the office",
    "fr": "Le Conseil des ports,|Rappelant sa décision de la quatrième session|Notant que trois feux sont éteints,|Décide :|a) d’allumer les feux chaque soir|b) de noter les relevés dans un seul livre|c) d’envoyer le livre au bureau",
    "es": "La Junta de Puertos,|Recordando su decisión del cuarto período|Observando que tres faros están apagados,|Decide:|a) encender los faros cada tarde|b) anotar las lecturas en un solo libro|c) enviar el libro a la oficina",
    "ru": "Совет гаваней,|ссылаясь на своё решение четвёртой сессии|отмечая, что три маяка темны,|постановляет:|a) зажигать маяки каждый вечер|b) записывать показания в одну книгу|c) отправлять книгу в контору",
    "ar": "إن لجنة الموانئ،|وإذ تشير إلى قرارها الصادر في دورتها الرابعة|وإذ تلاحظ أن ثلاث منارات مطفأة،|تقرر ما يلي:|(أ) تضاء المنارات كل مساء|(ب) تدون القراءات في سجل واحد|(ج) يرسل السجل إلى الأمانة",
    "zh": "港口委员会，|回顾其第四届会议的决定|注意到三盏灯仍然不亮，|决定：|(a) 每天傍晚点亮所有灯塔的灯|(b) 把所有读数记在一本册子里|(c) 把册子送交秘书处",
}
MENU = '<div><a href="/a">Ports</a> <a href="/b">Lamps</a> <a href="/c">Board</a></div><div>© Harbour Board 2031</div>'


@pytest.mark.parametrize("language", CLAUSES)
@pytest.mark.parametrize(
    "block",
    ["<div>{}</div>", "<section>{}</section>", "<tr><td>{}</td></tr>", "<div><span>{}</span></div>", "<div><div>{}</div></div>"],
)  # fmt: skip
@pytest.mark.parametrize("stop", [",:", ""])
def test_short_clauses_beside_a_list_are_no_furniture(language: str, block: str, stop: str) -> None:
    """The one block of some length is the list: the clauses before it, or behind it, are half of the words."""
    *clauses, a, b, c = CLAUSES[language].split("|")
    clauses = clauses if stop else [clause.rstrip(",:،，： ") for clause in clauses]
    listed = block.format(f"{a}<br>{b}<br>{c}")
    said = "".join(block.format(clause) for clause in clauses)
    table = ("<table>", "</table>") if "<td>" in block else ("", "")
    for text in (said + listed, listed + said):
        page = f'<html lang="{language}"><body>{table[0]}{text}{table[1]}{MENU}</body></html>'
        found = "|".join(text_of(read(page.encode(), name="a.html")))
        assert all(words in found for words in (*clauses, c))


def test_a_few_words_beside_the_text_are_furniture() -> None:
    page = f"<div>6 May 2033</div><div>Print</div><div><p>{LONG}</p><p>They burn all night.</p></div>{MENU}"
    assert text_of(load(page)) == [LONG, "They burn all night."]


BANNER = "This site keeps cookies so that your visit is a pleasant one. Find out how we use them."


@pytest.mark.parametrize("main", ["<main>{}</main>", '<div role="main">{}</div>'])
def test_a_banner_outside_of_what_calls_itself_main_is_no_text(main: str) -> None:
    body = "".join(f"<p>{LONG}</p>" for _ in range(4))
    raw = load(f"<div class='k'><p>{BANNER}</p></div>{main.format(body)}")
    assert text_of(raw) == [LONG] * 4
    assert any(BANNER in block.text for block in raw.blocks if not block.is_text)


def test_a_main_that_holds_only_the_lead_is_not_believed() -> None:
    rest = "".join(f"<p>{LONG}</p>" for _ in range(4))
    assert text_of(load(f"<main><p>{BANNER}</p></main><div>{rest}</div>")) == [BANNER, *[LONG] * 4]


@pytest.mark.parametrize("head", ["Ministry of Harbours", "Of lamps,"])
@pytest.mark.parametrize("foot", ["Ministry of Harbours, 4 Quay Street.", "4 Quay St."])
@pytest.mark.parametrize(
    "hidden", ["", "<!-- old -->", "<p hidden>Recalling its rules on the safety of sailors,</p>"]
)
def test_a_footer_of_the_site_below_short_paragraphs_is_set_aside(head: str, foot: str, hidden: str) -> None:
    """Only below a header that breaks off at a clause does it end the text; what is not seen is no header."""
    main = "<p>Decides to open a register.</p><p>Asks for a report.</p>"
    raw = load(
        f"<header>{hidden}<p>{head}</p></header><main>{main}{hidden}</main><footer><p>{foot}</p></footer>"
    )
    assert text_of(raw)[-2:] == ["Decides to open a register.", "Asks for a report."]
