"""Words of two directions in one line: the page isolates them, in Word and OpenDocument marks do."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from zipfile import ZipFile

import pytest

from p5diff.report import docx, html, odt
from p5diff.report.bidi import LRM, RLM, directed, placed, quoting
from p5diff.report.brief import brief
from p5diff.report.html import environment
from p5diff.report.phrasebook import phrases
from p5diff.report.sheets import word
from p5diff.report.sheets.sheet import sheet
from p5diff.workflows.compare import compare_statements
from tests.meaning.texts import statement

MADE = compare_statements(
    statement(["تتعهد الأطراف بنشر سجل مخزوناتها."], ["ترحب الأطراف بالمحادثات."], language="ar"),
    statement(
        ["ترحب الأطراف بالمحادثات."], ["تتعهد الأطراف بإغلاق ثلاثة مناجم قبل عام 2040."], language="ar"
    ),
)


def test_a_quotation_from_right_to_left_holds_together() -> None:
    assert quoting("first “نعم …” → “لا”.") == f"first {LRM}“نعم …{RLM}”{LRM} → {LRM}“لا{RLM}”{LRM}."
    assert quoting("first “yes” → “no”.") == "first “yes” → “no”."
    assert directed("¶2", "place", True) == placed("¶2") == f"{LRM}¶2{LRM}"
    assert placed("4  ¶1 → ¶2  ") == f"{LRM}4{LRM}{RLM}  {LRM}¶1 → ¶2{LRM}{RLM}  "
    assert directed("“لا”", "keep", True) == "“لا”"


def parts(data: bytes) -> str:
    with ZipFile(io.BytesIO(data)) as archive:
        return " ".join(archive.read(n).decode() for n in archive.namelist() if n.endswith(".xml"))


@pytest.mark.parametrize("form", ["docx", "odt", "brief"])
def test_covers_hold_quotations_and_places_together(form: str) -> None:
    drawn: dict[str, Callable[[], bytes]] = {
        "docx": lambda: docx.render(MADE),
        "odt": lambda: odt.render(MADE),
        "brief": lambda: word.render(sheet(brief(MADE), phrases("en"))),
    }
    found = parts(drawn[form]())
    assert re.search(f"{LRM}“[^”<]*{RLM}”{LRM}", found)
    assert re.search(f"{LRM}[^<]*¶[12]{LRM}", found)
    assert "U+200E" not in found


def test_a_page_from_right_to_left_keeps_dates_and_points_its_arrows_on() -> None:
    drawn = str(environment.quoting("من 2022-05-08 → paris-2011 (“a → b”)", "rtl"))
    assert drawn == 'من <bdi>2022-05-08</bdi> ← <bdi>paris-2011</bdi> (“<bdi dir="auto">a → b</bdi>”)'
    page = html.render(MADE, words="ar")
    shown = re.sub(r"<(script|style)\b.*?</\1>|<q>.*?</q>|<title>.*?</title>", "", page, flags=re.S)
    assert "→" not in re.sub(r"<[^>]*>", "", shown)
