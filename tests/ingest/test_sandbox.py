"""A hostile file can only hurt its reader: the parent raises `InputError`, stays small and calm."""
# ruff: noqa: E501  (markup and tables of cases are easier to read unbroken)

from __future__ import annotations

import io
import subprocess
import sys
import time
import zipfile
import zlib
from pathlib import Path

import pytest

from p5diff.errors import InputError, MissingExtra
from p5diff.ingest.readers import docx, html, pdf
from p5diff.ingest.sandbox.child import Pace
from p5diff.ingest.sandbox.limits import DEFAULT, Limits
from p5diff.ingest.sandbox.parent import _wait, read_in_child, require
from p5diff.ingest.sandbox.progress import watch
from tests.ingest import bombs

ROOT = Path(__file__).parents[2]
SMALL = Limits(memory=400 * 2**20, cpu=10)
"""Tighter than the defaults, so that a bomb goes off early and the suite stays quick."""


def refused(reader: object, data: bytes, limits: Limits = DEFAULT) -> InputError:
    with pytest.raises(InputError) as caught:
        reader.read(data, name="bomb", limits=limits)  # type: ignore[attr-defined]
    assert caught.value.cause and caught.value.hint
    return caught.value


def test_a_pdf_stream_that_unpacks_to_a_gigabyte_only_kills_the_child() -> None:
    assert refused(pdf, bombs.pdf(bombs.spaces(1024)), SMALL).slug in {"reader-crashed", "reader-limit"}


def test_a_doubly_packed_pdf_stream_only_kills_the_child() -> None:
    packed = zlib.compress(bombs.spaces(1024), 9)
    error = refused(pdf, bombs.pdf(packed, filters="[/FlateDecode /FlateDecode]"), SMALL)
    assert error.slug in {"reader-crashed", "reader-limit"}


def test_a_reader_of_which_nothing_is_heard_is_stopped_and_the_file_not_blamed() -> None:
    error = refused(html, b"<html>" + b"<!--" * 300_000, Limits(idle=0.3))
    assert error.slug == "reader-idle"
    assert "busy" in error.message and "damaged" not in error.cause


class _Slow:
    """A reader in a world whose clock moves only when its parent waits: so many waits, and a sign of life
    after each of the first."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, waits: int, signs: int) -> None:
        self.left, self.signs, self.now, self.killed = waits, signs, 0.0, False
        self.said = bytearray()
        monkeypatch.setattr(time, "monotonic", lambda: self.now)

    def wait(self, seconds: float) -> int:
        self.now += seconds
        self.left -= 1
        if self.left < 0:
            return 0
        if self.signs:
            self.signs -= 1
            self.said += b"%d/9\n" % (self.left % 9)
        raise subprocess.TimeoutExpired("reader", seconds)

    def kill(self) -> None:
        self.killed = True


def test_a_sign_of_life_buys_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages that are read keep a long document going, however slow the machine."""
    seen: list[tuple[int, int]] = []
    reader = _Slow(monkeypatch, waits=900, signs=900)
    watch(lambda page, pages: seen.append((page, pages)))
    try:
        assert _wait(reader, reader.said, Limits(idle=1.5)) == 0
    finally:
        watch(None)
    assert reader.now > 100 and not reader.killed
    assert seen[-1] == (0, 0), "the end is told"
    assert all(pages == 9 for _, pages in seen[:-1]) and seen[:-1], "how far it is, is told"


@pytest.mark.parametrize("signs", [0, 5])
def test_without_a_sign_of_life_the_time_is_over(monkeypatch: pytest.MonkeyPatch, signs: int) -> None:
    reader = _Slow(monkeypatch, waits=900, signs=signs)
    assert _wait(reader, reader.said, Limits(idle=1.5)) is None
    assert reader.killed and 1.5 < reader.now - 0.2 * signs < 2.1


def test_processor_time_is_bounded() -> None:
    error = refused(html, b"<html>" + b"<!--" * 300_000, Limits(cpu=1))
    assert error.slug == "reader-limit"
    assert "processor time" in error.cause


def test_a_page_buys_processor_time_and_no_more() -> None:
    """Where pages come slower than they pay for, the reader is stopped by count of seconds used."""
    many = bombs.pdf(
        zlib.compress(b"BT /F1 9 Tf 1 0 0 1 50 700 Tm " + b"(word and word) Tj " * 60_000 + b"ET")
    )
    assert refused(pdf, many, Limits(cpu=1, cpu_page=0.0)).slug == "reader-limit"


def test_memory_is_bounded() -> None:
    error = refused(html, b"<html><a " + b"a=1 " * 1_500_000, Limits(memory=300 * 2**20))
    assert "memory" in error.cause


def test_the_answer_is_cut_off_at_its_cap() -> None:
    error = refused(html, b"<html><p>" + b"word " * 20_000, Limits(result_bytes=10_000))
    assert "larger" in error.cause


def test_a_zip_bomb_is_refused_unopened() -> None:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w") as part,
    ):
        for _ in range(250):
            part.write(b" " * 2**20)
    assert refused(docx, out.getvalue()).slug == "input-too-large"


def test_a_zip_that_lies_about_its_size_is_cut_off() -> None:
    honest = bombs.docx(bombs.body("<w:p><w:r><w:t>" + "x" * 3_000_000 + "</w:t></w:r></w:p>"))
    lying = honest.replace((3_000_000).to_bytes(4, "little")[:3], b"\x10\x00\x00")
    assert refused(docx, lying, Limits(part_bytes=1_000_000)).slug in {"input-too-large", "docx-damaged"}


def test_too_many_parts_are_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(2_001):
            archive.writestr(f"word/{number}", "")
    assert refused(docx, out.getvalue()).slug == "input-too-large"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_billion_laughs_and_any_doctype_are_refused(encoding: str) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    xml = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE d [<!ENTITY l0 "lol">{laughs}]>'
        + bombs.body("<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>")
    )
    assert refused(docx, bombs.docx(xml.encode(encoding))).slug in {"docx-doctype", "docx-damaged"}


def test_an_external_entity_reads_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("do not read me")
    xml = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>' + bombs.body(
        "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>"
    )
    assert "read me" not in str(refused(docx, bombs.docx(xml)))


def test_deep_xml_and_deep_html_are_refused() -> None:
    deep = bombs.body("<w:sdt>" * 5_000 + "</w:sdt>" * 5_000)
    assert refused(docx, bombs.docx(deep)).slug == "docx-damaged"
    assert refused(html, b"<html>" + b"<div>" * 200_000).slug == "html-too-deep"


def test_a_huge_page_is_refused_before_it_is_read() -> None:
    assert refused(html, b"<p>" + b"a" * (21 * 2**20)).slug == "input-too-large"


def test_an_empty_file_says_so() -> None:
    assert refused(pdf, b"").slug == "input-empty"


def test_the_child_may_not_write_run_or_connect() -> None:
    """Whatever a document's reader is talked into, it has no files, programs or network."""
    tries = ["open('x', 'w')", "__import__('os').system('true')", "__import__('socket').socket()"]
    for attempt in tries:
        program = (
            "from p5diff.ingest.sandbox.child import restrict\nfrom p5diff.ingest.sandbox.limits import DEFAULT\nimport socket\n"
            f"restrict(DEFAULT)\ntry:\n    {attempt}\nexcept PermissionError:\n    print('refused')"
        )
        done = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=False
        )
        assert done.stdout.strip() == "refused", (attempt, done.stdout, done.stderr)


def test_the_parent_stays_small_while_a_bomb_goes_off() -> None:
    """The parent process stays under 150 MB."""
    if not Path("/proc/self/status").exists():
        pytest.skip("needs /proc to measure a process's own peak")
    program = (
        "from p5diff.errors import InputError\nfrom p5diff.ingest import read_bytes\n"
        "from tests.ingest import bombs\nfrom p5diff.ingest.readers import docx, pdf\nfrom p5diff.ingest.sandbox.limits import Limits\n"
        "data = bombs.pdf(bombs.spaces(512))\n"
        "try: pdf.read(data, name='b', limits=Limits(memory=300 * 2**20))\n"
        "except InputError: print(next(l for l in open('/proc/self/status') if l.startswith('VmHWM')).split()[1])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert int(done.stdout) < 150 * 1024, done.stderr


def test_a_missing_extra_is_named() -> None:
    with pytest.raises(MissingExtra) as caught:
        require("no_such_module_at_all", extra="pdf", purpose="reading PDF files")
    assert caught.value.hint == 'pip install "p5diff[pdf]"'


def test_the_child_needs_no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/nowhere")
    monkeypatch.setenv("PYTHONSTARTUP", "/nowhere/x.py")
    raw = read_in_child("html", b"<p>A paragraph of the five states.</p>", name="p")
    assert [b.text for b in raw.blocks] == ["A paragraph of the five states."]


def test_pages_that_are_read_again_take_no_time_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """A PDF whose tags fail is read twice: page 1 comes after page 40, which has bought its time."""
    bounds: list[int] = []
    signs: list[bytes] = []
    monkeypatch.setattr("p5diff.ingest.sandbox.child._limit_processor", bounds.append)
    monkeypatch.setattr("p5diff.ingest.sandbox.child.process_time", lambda: 100.0)
    monkeypatch.setattr("p5diff.ingest.sandbox.child.os.write", lambda _, sign: signs.append(sign))
    pace = Pace(Limits(cpu=10, cpu_page=2.0))
    for page in (1, 40, 1, 39, 41):
        pace.sign(page, 50)
    assert bounds == [112, 190, 190, 190, 192]
    assert signs == [b"1/50\n", b"40/50\n", b"40/50\n", b"40/50\n", b"41/50\n"]
