"""Prove that each stored text follows from the original bytes kept beside it.

The original is read and normalised again; what comes out, with the hand corrections that
statement.toml records, must be the stored text to the last character.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256

from p5diff import ingest, terminal
from p5diff.corpus import leftout
from p5diff.corpus.catalogue import Corpus
from p5diff.corpus.checks.rules import finding
from p5diff.corpus.entry import Correction, StatementEntry, TextEntry
from p5diff.corpus.files import rewrite_entry
from p5diff.corpus.layout import statement_path
from p5diff.corpus.write.writer import writing
from p5diff.errors import CorpusError, MissingExtra, P5DiffError, ReferenceNotFound
from p5diff.model.alignment import Note
from p5diff.model.finding import Finding
from p5diff.model.source import Source
from p5diff.workflows.proofs import Proofs


class VerifyOutcome(StrEnum):
    """What verifying one text showed."""

    FOLLOWS = "follows"
    CORRECTED = "follows, with corrections"
    NO_ORIGINAL = "no original"
    BROKEN = "original or text is missing or damaged"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """One text: the outcome, why it differs, and the corrections that would explain it."""

    text: TextEntry
    outcome: VerifyOutcome
    reason: str = ""
    line: int = 0
    unexplained: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """How many texts were given corrections, and what had to be said of the corpus's state."""

    texts: int
    notes: tuple[Note, ...] = ()


def verify(corpus: Corpus, ids: Iterable[str] | None = None) -> list[Verified]:
    """Every text of the corpus (or of the statements `ids`), proved or not.

    Without ids, statements that cannot be read are left out; `Corpus.survey` names them. Raises
    `CorpusError` for metadata of a named one that cannot be read, `ReferenceNotFound` for unknown ids.
    """
    wanted = set(ids) if ids is not None else None
    entries = corpus.survey()[0] if wanted is None else [corpus.entry(name) for name in sorted(wanted)]
    return verify_all(corpus, entries, whole=wanted is None)


def verify_all(corpus: Corpus, entries: Sequence[StatementEntry], *, whole: bool) -> list[Verified]:
    """Every text of the entries; `whole`: they are all that the corpus has, and what importers made of
    originals is kept for the next time. Raises `MissingExtra` as `verify_text`."""
    texts = [(entry, text) for entry in entries for text in entry.texts]
    verified = []
    with Proofs.of(corpus, len(texts)) if whole else Proofs() as proofs:
        for number, (entry, text) in enumerate(texts):
            terminal.reached(number, len(texts))
            verified.append(verify_text(corpus, entry, text, proofs))
    return verified


def verify_text(
    corpus: Corpus, entry: StatementEntry, text: TextEntry, proofs: Proofs | None = None
) -> Verified:
    """One text, proved or not; `proofs` spares the importer what it is known to make.

    Raises `MissingExtra` where the reader of its format is not installed, and nothing for what is wrong
    with the text or its original."""
    if not text.original:
        return Verified(text=text, outcome=VerifyOutcome.NO_ORIGINAL, reason="no original is recorded")
    tree = corpus.tree()
    try:
        original = tree.read(f"{entry.id}/{text.original}")
        stored = tree.read(text.path)
        left_out = tree.read(text.left_out_path)  # none in corpora of earlier versions
    except CorpusError as error:
        return Verified(text=text, outcome=VerifyOutcome.BROKEN, reason=error.message)
    if original is None or stored is None:
        missing = text.path if stored is None else f"{entry.id}/{text.original}"
        return Verified(text=text, outcome=VerifyOutcome.BROKEN, reason=f"{missing} is missing")
    if sha256(original).hexdigest() != text.sha256:
        return Verified(text=text, outcome=VerifyOutcome.BROKEN, reason="the original has another digest")
    known = proofs or Proofs()
    if not text.corrections and known.agree(text, stored, left_out):
        return Verified(text=text, outcome=VerifyOutcome.FOLLOWS)
    told = _told(text, known.answer(text, stored, left_out))
    return told or _imported(text, original, stored, left_out, known)


def _imported(
    text: TextEntry, original: bytes, stored: bytes, left_out: bytes | None, known: Proofs
) -> Verified:
    """The text against what the importer makes of its original."""
    try:
        made = _made_again(original, text)
    except MissingExtra:
        raise
    except P5DiffError as error:
        return Verified(text=text, outcome=VerifyOutcome.DIFFERS, reason=f"the original: {error.message}")
    known.learn(text, made)
    found = _compare(text, made.stored, stored.decode("utf-8", "replace"))
    if left_out is not None:
        found = _with_left_out(found, left_out, made)
    if found.outcome is not VerifyOutcome.FOLLOWS:
        places = [[c.line, c.before, c.after, c.why] for c in found.unexplained]
        known.keep_answer(text, stored, left_out, [found.outcome.value, found.reason, found.line, places])
    return found


def _told(text: TextEntry, kept: object) -> Verified | None:
    """What an earlier command found out about just these bytes; None for what is no such answer."""
    if not isinstance(kept, list) or [type(part) for part in kept] != [str, str, int, list]:
        return None
    outcome, reason, line, places = kept
    if outcome not in (VerifyOutcome.CORRECTED, VerifyOutcome.DIFFERS) or any(
        not _is_place(place) for place in places
    ):
        return None
    unexplained = tuple(Correction(line=n, before=b, after=a, why=w) for n, b, a, w in places)
    return Verified(
        text=text, outcome=VerifyOutcome(outcome), reason=reason, line=line, unexplained=unexplained
    )


def _is_place(place: object) -> bool:
    return isinstance(place, list) and [type(part) for part in place] == [int, str, str, str]


def _with_left_out(compared: Verified, held: bytes, made: Source) -> Verified:
    """The finding, with a word on the list of what was left out where it is another."""
    if compared.outcome is VerifyOutcome.DIFFERS or held == leftout.write(made.set_aside):
        return compared
    reason = f"{compared.text.left_out_path} is not what the importer leaves out"
    return Verified(text=compared.text, outcome=VerifyOutcome.DIFFERS, reason=reason)


def _made_again(original: bytes, text: TextEntry) -> Source:
    name = text.name or text.original.rpartition("/")[2]
    encoding = text.encoding if text.importer in ("plain", "markdown") else None
    return ingest.source(
        original, name=name, language=text.language, encoding=encoding or None, carrier=text.carrier
    )


def _compare(text: TextEntry, made: str, stored: str) -> Verified:
    expected = correct(made, text.corrections)
    if expected is None:
        return Verified(
            text=text,
            outcome=VerifyOutcome.DIFFERS,
            reason="a recorded correction does not fit what the importer makes",
            unexplained=differences(made, stored),
        )
    if expected == stored:
        outcome = VerifyOutcome.CORRECTED if text.corrections else VerifyOutcome.FOLLOWS
        return Verified(text=text, outcome=outcome)
    unexplained = differences(made, stored)
    known = {(c.before, c.after) for c in text.corrections}
    new = [c for c in unexplained if (c.before, c.after) not in known]
    count = len(new) or len(unexplained)
    return Verified(
        text=text,
        outcome=VerifyOutcome.DIFFERS,
        reason=f"{count} {'place differs' if count == 1 else 'places differ'} from what the importer makes",
        line=_first_line(expected, stored),
        unexplained=unexplained,
    )


def correct(made: str, corrections: Sequence[Correction]) -> str | None:
    """The imported text with hand corrections, or None when one does not fit.

    >>> correct("a\\nb\\n", [Correction(line=2, before="b\\n", after="c\\n")])
    'a\\nc\\n'
    """
    lines = made.splitlines(keepends=True)
    for item in sorted(corrections, key=lambda c: c.line, reverse=True):
        before = item.before.splitlines(keepends=True)
        start = item.line - 1
        if start < 0 or start > len(lines) or lines[start : start + len(before)] != before:
            return None
        lines[start : start + len(before)] = item.after.splitlines(keepends=True)
    return "".join(lines)


def differences(made: str, stored: str) -> tuple[Correction, ...]:
    """The corrections that lead from the imported text to the stored one."""
    from difflib import SequenceMatcher

    one, two = made.splitlines(keepends=True), stored.splitlines(keepends=True)
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    return tuple(
        Correction(line=a + 1, before="".join(one[a:b]), after="".join(two[c:d]))
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
    )


def _first_line(expected: str, stored: str) -> int:
    pairs = enumerate(zip(expected.splitlines(), stored.splitlines(), strict=False), start=1)
    return next((n for n, (a, b) in pairs if a != b), 1)


def record(corpus: Corpus, identifiers: Sequence[str], why: str, *, commit: bool = True) -> Recorded:
    """Write the differences of the named statements down as hand corrections, for a reason.

    Raises `ReferenceNotFound` (slug
    `nothing-to-record`) when every text follows already.
    """
    with writing(corpus) as writer:
        files: dict[str, bytes | None] = {}
        count = 0
        for entry in (corpus.entry(name) for name in identifiers):
            texts = tuple(_with_corrections(corpus, entry, text, why) for text in entry.texts)
            count += sum(new is not old for new, old in zip(texts, entry.texts, strict=True))
            path = statement_path(entry.id)
            files[path] = rewrite_entry(corpus.tree().read(path), replace(entry, texts=texts))
            files.update(_stored(corpus, entry))
        if not count:
            raise ReferenceNotFound(
                "nothing-to-record",
                "there is nothing to record",
                cause="every text named follows from its original already",
                hint="edit the stored text first, then record why",
            )
        subject = f"Record corrections of {', '.join(identifiers)}"
        message = f"{subject}\n\nReason: {' '.join(why.split())}\n"
        stored = writer.store(files, message=message, commit=commit)
        return Recorded(texts=count, notes=stored.notes)


def _stored(corpus: Corpus, entry: StatementEntry) -> dict[str, bytes | None]:
    """The texts themselves, so that the commit holds words and reasons together."""
    return {text.path: corpus.tree().read(text.path) for text in entry.texts}


def _with_corrections(corpus: Corpus, entry: StatementEntry, text: TextEntry, why: str) -> TextEntry:
    verified = verify_text(corpus, entry, text)
    if not verified.unexplained:
        return text
    known = {(c.before, c.after): c.why for c in text.corrections}
    corrections = (replace(c, why=known.get((c.before, c.after), why)) for c in verified.unexplained)
    return replace(text, corrections=tuple(corrections))


def findings(verified: Iterable[Verified]) -> list[Finding]:
    """What `p5diff check` says of texts that do not follow from their originals."""
    hint = "`p5diff verify` shows the places; `p5diff verify ID --record WHY` records hand corrections"
    return [
        finding("P503", item.text.path, item.reason, line=item.line, hint=hint)
        for item in verified
        if item.outcome is VerifyOutcome.DIFFERS
    ]
