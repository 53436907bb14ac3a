"""Messages (.eml) and web archives (.mht): the standard library takes them apart, and the text is
read as what it is: plain text or a web page. The head of a message and what is attached to it are
set aside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from itertools import count, groupby
from typing import Any, cast

from p5diff.errors import InputError
from p5diff.ingest.decode import stated
from p5diff.ingest.readers import plain
from p5diff.ingest.sandbox.limits import DEFAULT, Limits, too_large
from p5diff.ingest.sandbox.parent import read_in_child
from p5diff.model.alignment import Note
from p5diff.model.setaside import SetAsideReason
from p5diff.model.source import BlockKind, RawBlock, RawText
from p5diff.text.characters import line_ends
from p5diff.text.listing import first_of

_FIELDS = ("From", "To", "Cc", "Date", "Subject", "Snapshot-Content-Location")
_LONGEST_FIELD = 102_400
"""Bytes of one field of a head: Postfix takes no longer one. What the library makes of a field of 26 MB takes
2 GB."""
_FLOWED = "flowed"
_SIGNATURE = "-- "
_LONGEST_SIGNATURE = 12
"""Lines, the first included: name, office, house, addresses and a notice. What is longer may be text."""
_QUOTE_MARK = re.compile(r"^(?:> ?){1,20}")


def read(data: bytes, *, name: str, limits: Limits = DEFAULT) -> RawText:
    """The message's text, in a limited child process. Raises `InputError` where it holds none."""
    return read_in_child("mail", data, name=name, limits=limits)


def parse(data: bytes, *, name: str, limits: Limits = DEFAULT) -> RawText:
    """As `read`, in this very process: for the child, and for fuzzing."""
    try:
        bounded = cast("policy.Policy[EmailMessage]", _Bounded())
        message = BytesParser(_counting(name, limits), policy=bounded).parsebytes(data.lstrip())
        parts = list(_parts(message))
        text = _body(parts, name, limits)
        head = tuple(_head(message))
        properties = dict(text.properties)
        properties.update((k, v) for k, v in _stated(message) if k != "title" or not properties.get("title"))
    except RecursionError:
        raise _damaged(name, "its parts stand in each other hundreds of levels deep") from None
    except (
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        IndexError,
        KeyError,
    ) as error:
        raise _damaged(name, f"{type(error).__name__}: {error}") from None
    return replace(
        text,
        format="mail",
        blocks=(*head, *text.blocks),
        properties=tuple(sorted(properties.items())),
        notes=(*text.notes, *_attached(parts)),
    )


class _Bounded(policy.EmailPolicy):
    """The library's policy, which refuses a field that is longer than any (`ValueError`)."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """One field, as its lines stand."""
        if sum(map(len, sourcelines)) > _LONGEST_FIELD:
            raise ValueError(f"a field of its head is longer than {_LONGEST_FIELD:,} bytes")
        return super().header_source_parse(sourcelines)


def _counting(name: str, limits: Limits) -> Callable[..., EmailMessage]:
    """What makes the parts of a message, and refuses more than any archive may hold (`InputError`)."""
    made = count(1)

    def part(**given: Any) -> EmailMessage:
        if next(made) > limits.entries:
            raise too_large(name, "it holds more parts", f"{limits.entries:,} parts")
        return EmailMessage(**given)

    return part


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts that are no containers, in order."""
    for part in message.walk():
        if not part.is_multipart() and isinstance(part, EmailMessage):
            yield part


def _body(parts: list[EmailMessage], name: str, limits: Limits) -> RawText:
    """The text itself: the web page among the parts, which knows its paragraphs, else the plain text."""
    inline = [part for part in parts if part.get_content_disposition() != "attachment"]
    for kind in ("text/html", "application/xhtml+xml", "text/plain"):
        for part in (p for p in inline if p.get_content_type() == kind):
            payload = part.get_payload(decode=True)
            data = payload if isinstance(payload, bytes) else b""
            if data.strip():
                return (
                    _page(data, part, parts, name, limits)
                    if kind != "text/plain"
                    else _plain(data, part, name)
                )
    raise InputError(
        "mail-no-text",
        f"{name} is a message without a text",
        cause="it holds attachments or pictures only: " + (", ".join(_names(parts)) or "nothing at all"),
        hint="save the attachment that holds the statement, and give that file",
    )


def _page(data: bytes, part: EmailMessage, parts: list[EmailMessage], name: str, limits: Limits) -> RawText:
    from p5diff.ingest.readers.html.page import read_page

    sheets = "\n".join(
        text for p in parts if p.get_content_type() == "text/css" and isinstance(text := p.get_content(), str)
    )
    charset = part.get_content_charset() or ""
    return read_page(data, name=name, encoding="", charset=charset, limits=limits, sheets=sheets)


def _plain(data: bytes, part: EmailMessage, name: str) -> RawText:
    charset = stated(part.get_content_charset() or "")
    try:
        data.decode(charset or "utf-8")
    except UnicodeError:
        charset = ""
    found = plain.read(data, name=name, encoding=charset if charset not in {"", "ascii"} else None)
    flowed = part.get_param("format") == _FLOWED
    blocks = (
        piece
        for block in found.blocks
        for part in _signature_apart(replace(block, text=_unflowed(block.text)) if flowed else block)
        for piece in (_quoted_apart(part) if part.kind is block.kind else (part,))
    )
    return replace(found, blocks=tuple(blocks))


def _signature_apart(block: RawBlock) -> Iterator[RawBlock]:
    """What a mail program writes below a message, from the line "-- " on (RFC 3676, 4.3), is set aside."""
    lines = line_ends(block.text).split("\n")
    at = max((n for n, line in enumerate(lines) if line == _SIGNATURE), default=0)
    below = [line for line in lines[at:] if line.strip()]
    if not at or len(below) > _LONGEST_SIGNATURE or not any(map(str.strip, lines[:at])):
        yield block
        return
    above = "\n".join(lines[:at])
    yield replace(block, text=above)
    yield RawBlock(
        text="\n".join(below),
        kind=BlockKind.SET_ASIDE,
        reason=SetAsideReason.CARRIER,
        offset=block.offset + len(above) + 1 if block.offset >= 0 else -1,
    )


def _quoted_apart(block: RawBlock) -> Iterator[RawBlock]:
    """Lines with the mark of what a mail program quotes ("> "), without it, apart from the others."""
    lines = line_ends(block.text).split("\n")
    at = block.offset
    for quoted, group in groupby(lines, key=lambda line: line.startswith(">")):
        own = list(group)
        text = "\n".join(_QUOTE_MARK.sub("", line) if quoted else line for line in own)
        if text.strip():
            yield replace(block, text=text, quoted=quoted, offset=at)
        at += sum(len(line) + 1 for line in own)


def _unflowed(text: str) -> str:
    """Lines joined as RFC 3676 says: a line that ends in a space goes on in the next."""
    out: list[str] = []
    for stuffed in text.replace("\r\n", "\n").split("\n"):
        line = stuffed.removeprefix(" ")
        out += [line] if line.endswith(" ") and line != "-- " else [line, "\n"]
    return "".join(out)


def _head(message: EmailMessage) -> Iterator[RawBlock]:
    for name in _FIELDS:
        value = " ".join(str(message.get(name, "")).split())
        if value:
            yield RawBlock(
                text=f"{name}: {value}",
                kind=BlockKind.SET_ASIDE,
                reason=SetAsideReason.METADATA,
                place="head",
            )


def _stated(message: EmailMessage) -> Iterator[tuple[str, str]]:
    """Title, day of sending and address that the head states."""
    if subject := " ".join(str(message.get("Subject", "")).split()):
        yield "title", subject
    if address := str(message.get("Snapshot-Content-Location", "")).strip():
        yield "url", address
    try:
        yield "published", parsedate_to_datetime(str(message.get("Date", ""))).date().isoformat()
    except (TypeError, ValueError):
        return


def _names(parts: list[EmailMessage]) -> list[str]:
    return [
        n for part in parts if part.get_content_disposition() == "attachment" and (n := part.get_filename())
    ]


def _attached(parts: list[EmailMessage]) -> tuple[Note, ...]:
    names = _names(parts)
    if not names:
        return ()
    message = f"attachments were not read: {first_of(names, 8)}; give them as files where they hold the text"
    return (Note(slug="attachments-left-out", message=message),)


def _damaged(name: str, cause: str) -> InputError:
    return InputError(
        "mail-damaged",
        f"{name} cannot be read as a message",
        cause=cause[:300],
        hint="open it in the mail program or browser and save its text as plain text or HTML",
    )
