"""What a corpus knows: one `StatementEntry` a statement, one `TextEntry` a text of it. No words yet."""

from __future__ import annotations

from dataclasses import dataclass

from p5diff.corpus.layout import left_out_name, text_name
from p5diff.model.refs import Reference
from p5diff.model.source import CarrierChoice
from p5diff.model.statement import Coverage, Edition, Metadata, SourceRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """An address where a text can be had. `checked` says how the fact was checked."""

    url: str
    language: str = ""
    what: str = ""
    checked: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A hand correction of an imported text: the lines from `line` (from 1) of the text as
    imported, `before`, stand as `after` in the stored one, for the reason `why`."""

    line: int
    before: str
    after: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextEntry:
    """One text of a statement: what it is and where it came from.

    `original` is the path of the original bytes inside the statement's folder, `sha256` their
    digest; both empty where no original is kept. `encoding` and `importer` are how they were read.
    """

    id: str
    language: str
    edition: Edition
    coverage: Coverage = Coverage.FULL
    not_covered: tuple[str, ...] = ()
    original: str = ""
    name: str = ""
    """Name of the file as it was given to the importer."""
    sha256: str = ""
    encoding: str = ""
    importer: str = ""
    carrier: CarrierChoice = CarrierChoice.JUDGED
    """What a person said is to be taken of a page that carries a statement."""
    url: str = ""
    note: str = ""
    ignore: tuple[str, ...] = ()
    """Codes of checks that this text is right to break (docs/checks.md)."""
    corrections: tuple[Correction, ...] = ()

    @property
    def path(self) -> str:
        """Path of the stored text inside the corpus."""
        return f"{self.id}/{text_name(self.language, self.edition)}"

    @property
    def left_out_path(self) -> str:
        """Path of the list of what was left out of the text, inside the corpus."""
        return f"{self.id}/{left_out_name(self.language, self.edition)}"

    def reference(self, revision: str = "") -> Reference:
        """The reference that names this text and no other."""
        return Reference(id=self.id, language=self.language, edition=self.edition, revision=revision)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementEntry:
    """What is known of a statement. `texts` is empty for one that is only catalogued."""

    id: str
    titles: tuple[tuple[str, str], ...] = ()
    conference: tuple[tuple[str, str], ...] = ()
    series: str = ""
    ordinal: int | None = None
    place: str = ""
    dates: tuple[str, ...] = ()
    adopted: str = ""
    parties: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    circulated: tuple[tuple[str, str], ...] = ()
    numbered_paragraphs: bool | None = None
    body_paragraphs: int | None = None
    checked: str = ""
    note: str = ""
    sources: tuple[Whereabouts, ...] = ()
    texts: tuple[TextEntry, ...] = ()

    @property
    def certain(self) -> bool:
        """False for facts from memory, which are shown as unverified."""
        return self.checked != "memory"

    def title(self, language: str = "en") -> str:
        """The title in `language`, else in English, else any, else the id."""
        titles = dict(self.titles)
        return titles.get(language) or titles.get("en") or next(iter(titles.values()), self.id)

    def metadata(self, text: TextEntry, *, corpus: str = "", revision: str = "") -> Metadata:
        """What a `Statement` of this text says about itself."""
        return Metadata(
            ref=str(text.reference(revision)),
            id=self.id,
            language=text.language,
            edition=text.edition,
            coverage=text.coverage,
            not_covered=text.not_covered,
            titles=self.titles,
            series=self.series,
            ordinal=self.ordinal,
            place=self.place,
            dates=self.dates,
            adopted=self.adopted,
            parties=self.parties,
            symbols=self.symbols,
            source=_source(self.id, text),
            note=_join_notes(text.note, "" if self.certain else "facts not verified"),
            corpus=corpus,
            revision=revision,
        )


def _source(identifier: str, text: TextEntry) -> SourceRecord:
    path = f"{identifier}/{text.original}" if text.original else ""
    return SourceRecord(path=path, url=text.url, sha256=text.sha256, importer=text.importer)


def _join_notes(*notes: str) -> str:
    return "; ".join(note for note in notes if note)
