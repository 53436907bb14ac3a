"""Pages around a statement, and texts that carry nothing, with the places at which the statement begins and
ends.

Labelled pages are folders with a page and an `expect.json` (`paragraphs`: those of the statement; `title`,
`optional`, `optional_head`, `optional_tail`: lines that may stand with it or not). They are given as
folders and are no part of the project. The project's own are the pages of `tests/ingest`. Texts that carry
nothing are statements alone (those that the pages carry, `../shared/data`, `corpus/`, `docs/`) and texts
written to look like pages: they quote, number, point forward or speak in the first person.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from p5diff import ingest
from p5diff import language as languages
from p5diff.errors import P5DiffError
from p5diff.ingest.layout import recovery
from p5diff.ingest.layout.carrier.cut import opened
from p5diff.ingest.layout.carrier.signs import PageSigns
from p5diff.ingest.layout.places import Taken
from p5diff.ingest.layout.typed_notes import without_notes
from p5diff.ingest.layout.unwrap import UnwrappedParagraph
from p5diff.text.detect import detect_language
from tests.ingest import test_carrier as own
from tests.ingest.published import S as PUBLISHED
from tests.ingest.stories import STORIES, shapes
from tests.ingest.stories import page as page_of

ROOT = Path(__file__).parent.parent
_SUFFIXES = {".md", ".txt", ".html", ".docx", ".odt", ".rtf", ".epub", ".eml", ".fodt", ".pdf"}
_PAGES = "statement-in-a-page"
"""The folder of cases whose files are pages around a statement."""
_EDGE = {"more ru, a heading that names it", "read ru"}
"""The pages of the tests that signs tell least surely; they weigh three times as much as others."""
_MOST = 400_000
"""Bytes of the largest text that is read: longer ones say no more about pages."""


class Labelled(NamedTuple):
    """A source before its carrier is looked for, and the places that are right."""

    name: str
    lot: str
    pieces: list[UnwrappedParagraph]
    taken: list[Taken]
    language: str
    begins: frozenset[int]
    ends: frozenset[int]
    weight: float = 1.0

    def page(self) -> PageSigns:
        """The signs of its paragraphs."""
        language = languages.get(self.language)
        parts, aside = opened(self.pieces, self.taken, language)
        return PageSigns(parts, aside, language)


def labelled(folder: Path) -> Iterator[Labelled]:
    """The pages of a folder; those that are refused (fonts without characters) are left out."""
    for case in sorted(folder.glob("*/expect.json")):
        expect = json.loads(case.read_text(encoding="utf-8"))
        if expect.get("part") not in ("a", "n") or "paragraphs" not in expect:
            continue
        page = next(path for path in sorted(case.parent.iterdir()) if path.stem in ("page", "before"))
        lot = folder.parent.name if folder.name == "reading" else folder.name
        beside = [
            line
            for key in ("title", "optional", "optional_head", "optional_tail")
            for line in expect.get(key, [])
        ]
        yield from _made(
            f"{lot}/{case.parent.name}", lot, page.read_bytes(), page.name, expect["paragraphs"], beside
        )


def own_pages() -> Iterator[Labelled]:
    """The pages of the tests."""
    for name, shape in own.SHAPES.items():
        yield from _made(f"shape {name}", "own", shape.page.encode(), shape.file, shape.text)
    for name, (file, page, text) in own.MORE.items():
        yield from _made(f"more {name}", "own", page.encode(), file, text)
    for name, published in PUBLISHED.items():
        data = published.data if isinstance(published.data, bytes) else published.data.encode()
        yield from _made(f"published {name}", "published", data, name, published.text)
    for code, story in STORIES.items():
        for name, (body, kind) in shapes(code).items():
            data = page_of(code, body) if kind == "html" else body
            yield from _made(
                f"story {code} {name}",
                "stories",
                data.encode(),
                name,
                story.text,
                [story.named],
                language=code,
                weight=2.0 if "a colon" in name else 0.5,  # the only pages whose text a mere colon opens
            )
    for code, (*letter, annex, text) in own.LETTERS.items():
        for file, page in (
            ("a.txt", own._plain(*letter, annex, *text)),
            ("a.html", own._page(own._p([*letter, annex, *text]), code)),
        ):
            yield from _made(f"letter {code}", "own", page.encode(), file, text)
    for code, (lead, begin, text, end) in own.MARKED.items():
        page = own._plain(lead, begin, *text, end, "Tel. 555 01 23")
        yield from _made(f"marked {code}", "own", page.encode(), "a.txt", text, language=code)
    for code, (first, lead, last, to) in own.NOTES.items():
        text = own.TEXTS_READ[code]
        page = own._plain(first, lead, *text, last, to)
        yield from _made(f"note {code}", "own", page.encode(), "a.txt", text, language=code)
    for code, (lead, last, _) in own.READER.items():
        body, more = own.TEXTS_READ[code], own.COUNT_ON_US[code]
        for lines, text in (
            ([lead, *body, "* * *", last], body),
            ([lead, *body, more], [*body, more]),
            ([lead, *body, own.COPIED[code]], body),
        ):
            yield from _made(f"read {code}", "own", own._plain(*lines).encode(), "a.txt", text, language=code)


def own_wholes() -> Iterator[Labelled]:
    """Texts of the tests and others that look like pages and are none: a cut text is the gravest fault, so
    that they weigh twice."""
    for name, page in (own.WHOLE | own.QUOTES_ITSELF).items():
        yield from _made(f"whole {name}", "wholes", page.encode(), "a.txt", None, weight=2.0)
    for page in own.ITSELF:
        yield from _made("speaks of itself", "wholes", page.encode(), "a.txt", None, weight=2.0)
    for page in (own.FAR_FROM_THE_NOUN, own.ROW_BEFORE_ROWS, own.A_COLON_BEFORE_ROWS):
        yield from _made("rows", "wholes", page.encode(), "page.md", None, language="en", weight=2.0)
    for name, lines, code in _looking_like_pages():
        yield from _made(
            f"{name} {code}", "wholes", own._plain(*lines).encode(), "a.txt", None, language=code, weight=0.5
        )


def own_doubts() -> Iterator[Labelled]:
    """Texts of the tests with two readings: each half as much a page as a text."""
    two = {"two": (own._TWO, [own.EN[2], "They thanked Quito."])}
    for name, (page, text) in (two | {name: (page, own.EN) for name, page in own.ASKED.items()}).items():
        for reading in (None, text):  # three texts, as heavy as the hundreds that look alike and are sure
            yield from _made(f"doubt {name}", "doubts", page.encode(), "a.txt", reading, weight=6.0)


def wholes(folder: Path, lot: str) -> Iterator[Labelled]:
    """The texts of a folder, each of which is a statement or a document and nothing around it."""
    for path in sorted(folder.rglob("*")):
        fits = path.suffix in _SUFFIXES and path.is_file() and path.stat().st_size <= _MOST
        fits = fits and path.parent.name != _PAGES
        if fits and path.name not in ("README.md", "expect.txt"):
            yield from _made(
                f"{lot} {path.parent.name}/{path.name}", lot, path.read_bytes(), path.name, None, weight=0.5
            )


def alone(pages: Sequence[Labelled]) -> Iterator[Labelled]:
    """The statement of each page by itself."""
    for page in pages:
        parts, _ = opened(page.pieces, page.taken, languages.get(page.language))
        text = [
            part._replace(text=part.text.strip(' "“”«»「」\u00a0'))
            for part in parts[max(page.begins) : min(page.ends)]
        ]
        count = len(text)
        yield Labelled(
            f"alone {page.name}",
            "alone",
            text,
            [],
            page.language,
            frozenset([0]),
            frozenset([count]),
            page.weight,
        )


def _looking_like_pages() -> Iterator[tuple[str, list[str], str]]:
    """Texts in six languages that quote, number and speak as pages do, and are none."""
    for code, text in own.TEXTS_READ.items():
        says = _SAYS[code]
        opening, closing = ("“", "”") if code in ("en", "zh") else ("«", "»")
        first, second, third = text
        short = own.TEXTS[code][2]
        yield "cites", [first, says["adopted"], f"{opening}{short}{closing}", second, third], code
        cited = [f"{opening}{short}", f"{own.TEXTS[code][1]}{closing}"]
        yield "cites more", [first, second, says["adopted"], *cited, third, first, second], code
        yield "speaks", [says["we"], says["adopted"], *text, says["share"]], code
        yield "speaks and adds", [says["we"], first, says["adopted"], *text], code
        yield "numbers", [f"1. {first}", f"2. {says['adopted']}", *text], code
        yield "recalls", [first, second, says["recalls"], f"{opening}{short}{closing}", third], code
        yield "writes", [says["dear"], says["transmits"], *text, says["yours"], "A. Silva"], code
        yield "names its source", [*text, says["source"]], code


_SAYS: dict[str, dict[str, str]] = {
    "en": {
        "we": "We, the harbour States, met in Port Maren in May.", "share": "Share this page",
        "adopted": "They also adopted the following statement:", "source": "Source: Ministry of Ports",
        "recalls": "Recalling the text of the declaration of 2030, which reads as follows:",
        "dear": "Dear Mr. President,", "yours": "Yours sincerely,",
        "transmits": "I have the honour to transmit herewith the text of the joint statement.",
    },
    "fr": {
        "we": "Nous, les États portuaires, nous sommes réunis à Port-Maren.", "share": "Partager",
        "adopted": "Ils ont aussi adopté la déclaration suivante :", "source": "Source : Ministère des ports",
        "recalls": "Rappelant le texte de la déclaration de 2030, ainsi libellé :",
        "dear": "Monsieur le Président,", "yours": "Veuillez agréer l’expression de ma haute considération.",
        "transmits": "J’ai l’honneur de vous transmettre ci-joint le texte de la déclaration.",
    },
    "es": {
        "we": "Nosotros, los Estados portuarios, nos reunimos en Puerto Maren.", "share": "Compartir",
        "adopted": "También aprobaron la siguiente declaración:", "source": "Fuente: Ministerio de Puertos",
        "recalls": "Recordando el texto de la declaración de 2030, que dice lo siguiente:",
        "dear": "Señor Presidente:", "yours": "Atentamente,",
        "transmits": "Tengo el honor de transmitirle adjunto el texto de la declaración.",
    },
    "ru": {
        "we": "Мы, портовые государства, встретились в Порт-Марене.", "share": "Поделиться",
        "adopted": "Они также приняли следующее заявление:", "source": "Источник: Министерство портов",
        "recalls": "Напоминая текст заявления 2030 года, который гласит:",
        "dear": "Уважаемый господин Председатель,", "yours": "С уважением,",
        "transmits": "Имею честь препроводить настоящим текст заявления.",
    },
    "zh": {
        "we": "我们，各港口国，在马伦港举行会议，并就下列事项达成一致。", "share": "分享",
        "adopted": "各国还发表了以下声明：", "source": "来源：港口部",
        "recalls": "回顾2030年声明，其全文如下：",
        "dear": "主席先生：", "yours": "顺致敬意。",
        "transmits": "谨随函转递联合声明全文。",
    },
    "ar": {
        "we": "نحن، دول الموانئ، اجتمعنا في بورت مارين.", "share": "مشاركة",
        "adopted": "واعتمدت الدول أيضا البيان التالي:", "source": "المصدر: وزارة الموانئ",
        "recalls": "وإذ تشير إلى نص إعلان عام 2030، وهو كما يلي:",
        "dear": "السيد الرئيس،", "yours": "وتفضلوا بقبول فائق الاحترام.",
        "transmits": "يشرفني أن أحيل إليكم طيه نص البيان المشترك.",
    },
}  # fmt: skip


def _made(
    name: str,
    lot: str,
    data: bytes,
    file: str,
    paragraphs: Sequence[Any] | None,
    beside: Sequence[str] = (),
    *,
    language: str = "",
    weight: float = 1.0,
) -> Iterator[Labelled]:
    """A source with its places, unless it cannot be read or its statement cannot be found in it."""
    try:
        raw = ingest.read_bytes(data, name=file)
    except P5DiffError:
        return
    words = "\n".join(block.text for block in raw.blocks if block.is_text)
    code = language or detect_language(words)[0]
    pieces, taken = without_notes(*recovery._pieces(raw, languages.get(code)), language=languages.get(code))
    parts = opened(pieces, taken, languages.get(code)).pieces
    if paragraphs is None:
        yield Labelled(name, lot, pieces, taken, code, frozenset([0]), frozenset([len(parts)]), weight)
        return
    begins, ends = _places([_bare(part.text) for part in parts], paragraphs, beside)
    if begins:
        weight = 3 * weight if name in _EDGE else weight
        yield Labelled(name, lot, pieces, taken, code, begins, ends, weight)
    else:
        print(f"the statement is not found in {name}")


def _places(
    texts: Sequence[str], paragraphs: Sequence[Any], beside: Sequence[str]
) -> tuple[frozenset[int], frozenset[int]]:
    """The places before and after the statement, and before and after lines that may stand with it."""
    first, last = ({_bare(form) for form in _forms(paragraphs[at])} for at in (0, -1))
    spans = [
        (abs(end - start + 1 - len(paragraphs)), start, end)
        for start, one in enumerate(texts)
        if one in first
        for end, other in enumerate(texts[start:], start)
        if other in last
    ]
    if not spans:
        return frozenset(), frozenset()
    _, start, end = min(spans)
    free = {_bare(line) for line in beside}
    begins, ends = [start], [end + 1]
    while begins[-1] and texts[begins[-1] - 1] in free:
        begins.append(begins[-1] - 1)
    while ends[-1] < len(texts) and texts[ends[-1]] in free:
        ends.append(ends[-1] + 1)
    return frozenset(begins), frozenset(ends)


def _forms(paragraph: Any) -> list[str]:
    return paragraph if isinstance(paragraph, list) else [paragraph]


def _bare(text: str) -> str:
    """The letters and figures of a text."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFC", text))
