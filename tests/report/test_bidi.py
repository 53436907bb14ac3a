"""Words of two directions in one line: the page isolates them, in Word and OpenDocument marks do."""

from __future__ import annotations

import io
import re
from zipfile import ZipFile

import pytest

from p5diff.report import docx, odt
from p5diff.report.bidi import LRM, RLM, directed, placed, quoting
from p5diff.report.brief import brief
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
    drawn = {
        "docx": lambda: docx.render(MADE),
        "odt": lambda: odt.render(MADE),
        "brief": lambda: word.render(sheet(brief(MADE), phrases("en"))),
    }[form]
    found = parts(drawn())
    assert re.search(f"{LRM}“[^”<]*{RLM}”{LRM}", found)
    assert re.search(f"{LRM}[^<]*¶[12]{LRM}", found)
    assert "U+200E" not in found
