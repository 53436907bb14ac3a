"""Formulas on one line, as MathML and as Word write them: the same signs from both."""
# ruff: noqa: E501  (tables of cases are easier to read unbroken)

from __future__ import annotations

from functools import reduce

import pytest
from lxml import etree

from p5diff.ingest.readers.docx.math import linear as word
from p5diff.ingest.readers.mathml import FormulaPart
from p5diff.ingest.readers.mathml import linear as mathml


def m(name: str, *inside: FormulaPart | str) -> FormulaPart:
    return FormulaPart(name, inside)


def n(text: str) -> FormulaPart:
    return m("mi", text)


@pytest.mark.parametrize(
    ("formula", "line"),
    [
        (m("msup", n("10"), n("6")), "10⁶"),
        (m("msup", m("mrow", n("a"), n("+"), n("b")), n("2")), "(a+b)²"),
        (m("msup", n("e"), n("Q")), "e^Q"),
        (m("msub", n("x"), n("1")), "x_1"),
        (m("msub", n("x"), m("mrow", n("i"), n("+"), n("1"))), "x_(i+1)"),
        (m("msubsup", n("x"), n("1"), n("2")), "x_1²"),
        (m("munder", n("lim"), n("n")), "lim_n"),
        (m("mover", n("x"), n("¯")), "x¯"),
        (m("munderover", n("∑"), m("mrow", n("i"), n("="), n("1")), n("n")), "∑_(i=1)ⁿ"),
        (m("mfrac", m("mrow", n("a"), n("+"), n("b")), n("c")), "(a+b)/c"),
        (m("mfrac", n("a"), m("mrow", n("b"), n("−"), n("1"))), "a/(b−1)"),
        (m("msqrt", n("x")), "√x"),
        (m("msqrt", n("x"), n("+"), n("y")), "√(x+y)"),
        (m("mroot", n("x"), n("3")), "³√x"),
        (m("mtable", m("mtr", n("1"), n("2")), m("mtr", n("3"), n("4"))), "1, 2; 3, 4"),
        # What is said beside the formula is no part of it, and does not count as one of its parts.
        (m("math", m("semantics", n("x"), m("annotation", "x squared"))), "x"),
        (m("msup", n("x"), m("none"), n("2")), "x²"),
        # With too few parts there is nothing to raise.
        (m("msup", n("10")), "10"),
        (m("msubsup", n("x"), n("1")), "x1"),
        # Words keep the spaces that part them from signs; white space between elements says nothing.
        (m("mrow", n("x"), m("mtext", "  if   not "), n("y")), "x if not y"),
        (m("mrow", n("x"), "\n  ", m("mo", " + "), "\n  ", n("y")), "x+y"),
        (m("msup", n("10"), m("mrow")), "10"),
        # Deeper than any formula is: flat, and nothing is left out.
        (reduce(lambda inner, _: m("mrow", inner), range(2_000), m("msup", n("10"), n("6"))), "106"),
    ],
)
def test_mathml(formula: FormulaPart, line: str) -> None:
    assert mathml(formula) == line


def nested(depth: int) -> FormulaPart:
    part = n("x")
    for _ in range(depth):
        part = m("mrow", part)
    return part


@pytest.mark.parametrize("depth", [39, 40, 41, 2_000])
def test_mathml_loses_nothing_where_no_formula_is_so_deep(depth: int) -> None:
    assert mathml(nested(depth)) == "x"


def t(text: str) -> str:
    return f"<m:r><m:rPr><m:sty m:val='p'/></m:rPr><m:t>{text}</m:t></m:r>"


def e(name: str, *inside: str) -> str:
    return f"<m:{name}>{''.join(inside)}</m:{name}>"


def v(name: str, value: str) -> str:
    return f"<m:{name} m:val='{value}'/>"


@pytest.mark.parametrize(
    ("formula", "line"),
    [
        (e("sSup", e("e", t("10")), e("sup", t("6"))), "10⁶"),
        (e("sSup", e("e", t("a+b")), e("sup", t("2"))), "(a+b)²"),
        (e("sSup", e("e", t("e")), e("sup", t("Q"))), "e^Q"),
        (e("sSub", e("e", t("x")), e("sub", t("1"))), "x_1"),
        (e("sSub", e("e", t("x")), e("sub", t("i+1"))), "x_(i+1)"),
        (e("sSubSup", e("e", t("x")), e("sub", t("1")), e("sup", t("2"))), "x_1²"),
        (e("f", e("num", t("a+b")), e("den", t("c"))), "(a+b)/c"),
        (e("f", e("num", t("a")), e("den", t("b−1"))), "a/(b−1)"),
        (e("rad", e("deg"), e("e", t("x"))), "√x"),
        (e("rad", e("deg", t("3")), e("e", t("x+y"))), "³√(x+y)"),
        (e("d", e("e", t("a")), e("e", t("b"))), "(a|b)"),
        (
            e("d", e("dPr", v("begChr", "["), v("sepChr", ";"), v("endChr", "[")), *(e("e", t(x)) for x in "01")),
            "[0;1[",
        ),
        (e("d", e("dPr", v("begChr", "")), e("e", t("a"))), "a)"),
        (e("nary", e("sub", t("0")), e("sup", t("1")), e("e", t("x"))), "∫_0¹ x"),
        (e("nary", e("naryPr", v("chr", "∑")), e("sub", t("i=1")), e("sup"), e("e", t("x"))), "∑_(i=1) x"),
        (e("nary", e("sub"), e("sup", t("n")), e("e", t("x"))), "∫ⁿ x"),
        (
            e("m", e("mr", e("e", t("1")), e("e", t("2"))), e("mr", e("e", t("3")), e("e", t("4")))),
            "[1, 2; 3, 4]",
        ),
        (e("func", e("fName", t("sin")), e("e", t("x"))), "sin x"),
        (e("box", "<m:boxPr><m:ctrlPr/></m:boxPr>", e("e", t("x"))), "x"),
        (e("sSup", e("e", t("10"))), "10"),
    ],
)  # fmt: skip
def test_word(formula: str, line: str) -> None:
    assert word(element(formula)) == line


def element(formula: str) -> object:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    return etree.fromstring(f'<m:oMath xmlns:m="{space}">{formula}</m:oMath>'.encode())


def test_word_comes_out_flat_where_no_formula_is_so_deep() -> None:
    deep = e("sSup", e("e", t("10")), e("sup", t("6")))
    assert word(element("<m:box><m:e>" * 10 + deep + "</m:e></m:box>" * 10)) == "10⁶"
    assert word(element("<m:box><m:e>" * 30 + deep + "</m:e></m:box>" * 30)) == "106"
