"""The only part of p5diff that talks to the network: fetch one published document.

Everything is bounded and told: https unless asked otherwise, the usual ports, public addresses
only (the very address that was checked is connected to, checked again at each redirect), at most five
redirects, a cap on bytes and on the whole time, no proxies or passwords from the environment,
and only content types that an importer reads. Raises `InputError`; the hint says how to save the
page by hand.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from p5diff.errors import InputError, P5DiffError
from p5diff.ingest.fetch.addresses import resolve
from p5diff.ingest.fetch.transfer import Answer, exchange
from p5diff.ingest.sandbox.limits import megabytes

Report = Callable[[str], None]
_PORTS = {"https": 443, "http": 80}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/octet-stream": "",
    "binary/octet-stream": "",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What one fetch may use. `trusted` are addresses beyond the public ones, for tests alone."""

    bytes: int = 20 * 2**20
    seconds: float = 30.0
    redirects: int = 5
    http: bool = False
    trusted: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A document as it came: where from at last, its bytes, and what the server said of it.

    `name` is a file name with the suffix of its type, for `p5diff.ingest.read_bytes`.
    """

    url: str
    data: bytes
    content_type: str
    charset: str
    name: str
    path: tuple[str, ...] = ()
    """Every address on the way, the first and the last included."""


def fetch(url: str, *, report: Report = lambda step: None, bounds: Bounds = Bounds()) -> Fetched:
    """Fetch one document, telling each step to `report`.

    Raises `InputError` for an address that is refused, unreachable, too large, too slow, of a
    type that is not read, or answered with an error.
    """
    path: list[str] = []
    try:
        return _follow(url, path, report, bounds)
    except P5DiffError as error:
        raise InputError(error.slug, error.message, cause=error.cause, hint=by_hand(url)) from None


def by_hand(url: str) -> str:
    """What to do where a program cannot get a page."""
    return (
        f"open {url} in a browser, save the page (as “web page, HTML only”, or print it to a PDF), "
        "and add the file: p5diff add FILE"
    )


def _follow(url: str, path: list[str], report: Report, bounds: Bounds) -> Fetched:
    deadline = _Deadline(bounds.seconds)
    while True:
        parts = _checked(url, secure=bool(path) and path[0].startswith("https:"), bounds=bounds)
        path.append(urlunsplit(parts))
        answer = _get(parts, report, bounds, deadline.left())
        if answer.status not in _REDIRECTS:
            return _document(answer, path, report)
        url = _joined(path[-1], answer.location)
        report(f"{answer.status}: moved to {url}")
        if not answer.location or len(path) > bounds.redirects:
            raise _failed(path[0], f"it redirects more than {bounds.redirects} times, or to nowhere")


def _joined(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError as error:
        raise _failed(url, f"it redirects to an address that is none: {error}") from None


def _checked(url: str, *, secure: bool, bounds: Bounds) -> SplitResult:
    """The address in its parts, refused unless it is plain http(s) on a usual port."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError as error:
        raise _refused(url, f"it is no valid address: {error}") from None
    if parts.scheme not in _PORTS:
        raise _refused(url, f"only https addresses are fetched, not {parts.scheme or 'bare names'}")
    if parts.scheme == "http" and (secure or not bounds.http):
        why = (
            "a secure page leads to it"
            if secure
            else "anyone on the way could change it; allow it with --http"
        )
        raise _refused(url, f"it is not secure (http): {why}")
    if parts.username is not None or not parts.hostname:
        raise _refused(url, "it has a user name in it, or no host")
    if port not in {None, *_PORTS.values()} and not bounds.trusted:
        raise _refused(url, f"port {port} is not one of web servers")
    return _encoded(parts)


def _encoded(parts: SplitResult) -> SplitResult:
    """Path and query in ASCII without white space or control characters."""
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return parts._replace(path=path, query=query, fragment="")


def _get(parts: SplitResult, report: Report, bounds: Bounds, seconds: float) -> Answer:
    host = _ascii_host(parts)
    port = parts.port or _PORTS[parts.scheme]
    report(f"looking up {host}")
    address = resolve(host, port, seconds=min(10, seconds), trusted=bounds.trusted)
    report(f"connecting to {address}, port {port} ({parts.scheme})")
    target = urlunsplit(("", "", parts.path, parts.query, ""))
    answer = exchange(
        host, address, port, target, secure=parts.scheme == "https", seconds=seconds, most=bounds.bytes
    )
    report(f"{answer.status} {answer.reason}: {answer.content_type or 'no type'}, {len(answer.data):,} bytes")
    return answer


def _ascii_host(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    try:
        return host.encode("ascii").decode() if host.isascii() else host.encode("idna").decode()
    except UnicodeError:
        raise _refused(urlunsplit(parts), "its host name is not valid") from None


def _document(answer: Answer, path: list[str], report: Report) -> Fetched:
    if answer.status != 200:
        raise _failed(path[-1], f"the server answered {answer.status} {answer.reason}")
    if answer.cut:
        raise _failed(path[-1], f"it is larger than {megabytes(len(answer.data))}, or was cut off")
    if answer.content_type not in _SUFFIXES:
        raise _failed(
            path[-1], f"it is {answer.content_type or 'of no stated type'}, which no importer reads"
        )
    if not answer.data.strip():
        raise _failed(path[-1], "the server sent nothing")
    name = _name(path[-1], _SUFFIXES[answer.content_type])
    report(f"read {len(answer.data):,} bytes as {name}")
    return Fetched(
        url=path[-1],
        data=answer.data,
        content_type=answer.content_type,
        charset=_charset(answer.charset, report),
        name=name,
        path=tuple(path),
    )


def _charset(label: str, report: Report) -> str:
    """The encoding that a server states, if documents are written in it. UTF-7 is not known to browsers."""
    from p5diff.ingest.decode import stated

    if not label:
        return ""
    name = stated(label)
    if name and name != "utf-7":
        return label
    report(f"the server states the encoding {label!r}, which is not used for texts; it is found out instead")
    return ""


def _name(url: str, suffix: str) -> str:
    last = urlsplit(url).path.rstrip("/").rpartition("/")[2]
    stem = "".join(c for c in last if c.isascii() and (c.isalnum() or c in "-_."))[:80].strip(".") or "page"
    return stem if not suffix or stem.lower().endswith(suffix) else stem + suffix


class _Deadline:
    """One clock for all steps of a fetch."""

    def __init__(self, seconds: float) -> None:
        from time import monotonic

        self._now: Callable[[], float] = monotonic
        self._end = monotonic() + seconds
        self._seconds = seconds

    def left(self) -> float:
        """Seconds left; `InputError` when there are none."""
        left = self._end - self._now()
        if left <= 0:
            raise _failed("the address", f"it took more than {self._seconds:g} seconds")
        return left


def _refused(url: str, cause: str) -> InputError:
    return InputError("fetch-refused", f"{url} is not fetched", cause=cause)


def _failed(url: str, cause: str) -> InputError:
    return InputError("fetch-failed", f"{url} could not be fetched", cause=cause)
