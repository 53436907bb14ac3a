"""The collation of a series as TEI P5, by parallel segmentation: for scholars and their tools.

    <ab n="paris-2011#p1.1"><app>
      <rdg wit="#w1 #w2">They
        <app><rdg wit="#w1">agreed</rdg><rdg wit="#w2">intend</rdg></app> to report.</rdg>
      <rdg wit="#w3" type="absent"/>
    </app></ab>

An `ab` is a thread, a witness a statement. What all witnesses of a thread share stands once; where they
part, an `app` holds the readings. To read a witness, take its readings and what stands around them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from p5diff.model.alignment import Op
from p5diff.model.series import Gap, Series, Thread, Wording
from p5diff.model.statement import Role
from p5diff.report.docx.package import xml_text
from p5diff.report.html.tags import language_tag
from p5diff.report.series.facts import cautions, date, kind_of_text

NAMESPACE = "http://www.tei-c.org/ns/1.0"
_GAPS = {Gap.ABSENT: "absent", Gap.NOT_COVERED: "not-covered"}


def to_tei(series: Series, version: str = "") -> str:
    """The collation of the body's threads as one TEI document; `version` of p5diff stands in its header."""
    body = "".join(f"{_thread(series, thread)}\n" for thread in series.threads if thread.role is Role.BODY)
    tag = xml_text(language_tag(series.language))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="{NAMESPACE}">\n{_header(series, version)}'
        f'<text xml:lang="{tag}">\n<body>\n{body}</body>\n</text>\n</TEI>\n'
    )


def _header(series: Series, version: str) -> str:
    first, last = series.texts[0].id, series.texts[-1].id
    title = first if first == last else f"{first} to {last}"
    witnesses = "".join(
        f'<witness xml:id="w{n}" n="{xml_text(meta.ref)}">{xml_text(meta.title())}'
        + (f', <date when="{xml_text(date(meta))}">{xml_text(date(meta))}</date>' if date(meta) else "")
        + (f" ({xml_text(kind_of_text(meta))})" if kind_of_text(meta) else "")
        + "</witness>\n"
        for n, meta in enumerate(series.texts, start=1)
    )
    said = "".join(f"<p>{xml_text(caution)}</p>\n" for caution in cautions(series))
    topics = "".join(
        f'<category xml:id="{mark}" n="{xml_text(topic)}"><catDesc>{xml_text(label)}</catDesc></category>\n'
        for mark, topic, label in _topics(series)
    )
    classes = f'<classDecl><taxonomy xml:id="topics">\n{topics}</taxonomy></classDecl>\n' if topics else ""
    maker = xml_text(f"Collated with p5diff {version}".strip())
    return (
        f"<teiHeader>\n<fileDesc>\n<titleStmt><title>{xml_text(title)}: collation</title></titleStmt>\n"
        f"<publicationStmt><p>{maker}.</p></publicationStmt>\n"
        f"<sourceDesc><listWit>\n{witnesses}</listWit></sourceDesc>\n</fileDesc>\n<encodingDesc>\n"
        '<variantEncoding method="parallel-segmentation" location="internal"/>\n'
        "<editorialDecl><p>Each ab is one commitment, position or call, followed through the witnesses in "
        "order of date; n is its name. A reading of type absent or not-covered is none: the witness does not "
        f"say it, or is partial, and nobody can tell.</p>\n{said}</editorialDecl>\n{classes}</encodingDesc>\n"
        "</teiHeader>\n"
    )


def _topics(series: Series) -> Iterator[tuple[str, str, str]]:
    """A name that XML allows, the topic, its label."""
    for number, (topic, label) in enumerate(series.topics, start=1):
        yield f"t{number}", topic, label


def _thread(series: Series, thread: Thread) -> str:
    marks = {topic: mark for mark, topic, _ in _topics(series)}
    ana = " ".join(f"#{marks[topic]}" for topic in thread.topics if topic in marks)
    said = [(n, w) for n, w in enumerate(thread.wordings, start=1) if isinstance(w, Wording)]
    readings = f'<rdg wit="{_wit(n for n, _ in said)}">{"".join(_segments(said))}</rdg>'
    for gap, name in _GAPS.items():
        missing = [n for n, wording in enumerate(thread.wordings, start=1) if wording is gap]
        if missing:
            readings += f'\n<rdg wit="{_wit(missing)}" type="{name}"/>'
    places = "".join(
        f'\n<witDetail wit="#w{n}" type="place">{xml_text(" ".join(wording.sentences))}</witDetail>'
        for n, wording in said
    )
    about = f' ana="{ana}"' if ana else ""
    return f'<ab n="{xml_text(thread.id)}" type="thread"{about}><app>\n{readings}{places}\n</app></ab>'


@dataclass(slots=True)
class _Column:
    """Words, and the witnesses that have them here."""

    text: str
    wit: set[int] = field(default_factory=set)


def _segments(said: Sequence[tuple[int, Wording]]) -> Iterator[str]:
    """The wordings of a thread as one: what all have, and an `app` wherever they part."""
    everybody = {n for n, _ in said}
    parting: list[_Column] = []
    for column in [*_columns(said), _Column("", everybody)]:
        if column.wit != everybody:
            parting.append(column)
            continue
        if parting:
            yield _app(parting, everybody)
            parting = []
        yield xml_text(column.text)


def _app(columns: Sequence[_Column], everybody: set[int]) -> str:
    readings: dict[str, list[int]] = {}
    for n in sorted(everybody):
        readings.setdefault("".join(c.text for c in columns if n in c.wit), []).append(n)
    drawn = "".join(f'<rdg wit="{_wit(wit)}">{xml_text(text)}</rdg>' for text, wit in readings.items())
    return f"<app>{drawn}</app>"


def _columns(said: Sequence[tuple[int, Wording]]) -> list[_Column]:
    """Each wording laid over the one before by its edits: words that stay share a column."""
    columns: list[_Column] = []
    last: tuple[int, str] | None = None
    for n, wording in said:
        if last is None or (wording.text != last[1] and not wording.edits):
            columns.append(_Column(wording.text, {n}))
        elif wording.text == last[1]:
            for column in columns:
                if last[0] in column.wit:
                    column.wit.add(n)
        else:
            columns = _laid(columns, last[0], n, wording)
        last = (n, wording.text)
    return columns


def _laid(columns: Sequence[_Column], before: int, n: int, wording: Wording) -> list[_Column]:
    """Columns with one more witness, cut where its edits begin and end in the wording `before`."""
    made: list[_Column] = []
    waiting = list(reversed(columns))
    for edit in wording.edits:
        if edit.op is Op.INSERT:
            made.append(_Column(edit.text, {n}))
            continue
        left = len(edit.text)
        while left:
            column = waiting.pop()
            if before not in column.wit:
                made.append(column)
                continue
            if len(column.text) > left:
                waiting.append(_Column(column.text[left:], set(column.wit)))
                column = _Column(column.text[:left], set(column.wit))
            left -= len(column.text)
            if edit.op is Op.KEEP:
                column.wit.add(n)
            made.append(column)
    return [*made, *reversed(waiting)]


def _wit(numbers: Iterator[int] | Sequence[int]) -> str:
    return " ".join(f"#w{n}" for n in numbers)
