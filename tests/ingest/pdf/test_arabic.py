"""Arabic in five fonts, printed by three programs: ligatures, marks, brackets, figures of both kinds, Latin."""
# ruff: noqa: E501  (paragraphs are easier to read unbroken)

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Sequence

import pytest

from benchmarks.printed.engines import pdf
from benchmarks.printed.layouts import Block, Document, Layout
from p5diff.errors import InputError
from p5diff.ingest.readers.pdf import parse
from p5diff.model.source import BlockKind

pytest.importorskip("pypdfium2")

FONTS = ("Amiri", "KacstOne", "Scheherazade", "Noto Naskh Arabic", "Noto Sans Arabic")
TEXTS = (
    "لا تُغلق الأهوسة إلا بعد إخطار القرى، ولا سيما الأولى منها، لأن الإغلاق يمسّ الأهالي والآلات جميعا.",
    "ويُحث الأعضاء (ولا سيما الأعضاء الجدد) على توقيع البروتوكول [أو تأييده] قبل حلول فصل الشتاء.",
    "وبلغ عدد المراكب ١٬٢٠٤ مراكب في عام ٢٠٣٢، مقابل 873 مركبا في عام 2031، أي بزيادة 37.9 في المائة.",
    "ويشير المقرر RC/2030/12 إلى نظام AIS-B المعتمد في Eastford، وإلى الجدول (ب) من المرفق الثاني.",
    "كلُّ عبّارةٍ تنقل مائةَ راكبٍ يوميًّا تُفتَّش مرّتين؛ وسيُعقد الاجتماع المقبل، إذا وافق الأعضاء، في الجسر الشمالي.",
    "قال الأمين: «لن ندع النهر يفرقنا»، ثم أضاف أن مياهه ستبقى مفتوحة أمام كل من يحتاج إليها: هل من معترض؟",
)


FIGURES = str.maketrans("٠١٢٣٤٥٦٧٨٩٬", "0123456789,")


def document(font: str, engine: str, texts: Sequence[str] = TEXTS, **layout: object) -> Document:
    """The texts in one font. KacstOne draws figures of both kinds alike, and its files name them as one
    or the other by chance: it is given figures of one kind."""
    figures = FIGURES if font == "KacstOne" else {}
    blocks = [Block("t", "إعلان لجنة النهر")]
    blocks += [
        Block("i", text.translate(figures), f"{number}.") for number, text in enumerate(texts, start=1)
    ]
    settings: dict[str, object] = {
        "size": 12.0, "page": (210, 297), "margin": 25, "columns": 1, "indented": False, "justified": False, "hyphenated": False,
        "head": "none", "notes": False, "numbered": "1.", "table": False, "options": False, "spaced": False, "logo": False,
        "tagged": False, "long": False,
    }  # fmt: skip
    made = Layout(language="ar", engine=engine, font=font, **{**settings, **layout})  # type: ignore[arg-type]
    wanted = [blocks[0].text, *(f"{block.label} {block.text}" for block in blocks[1:])]
    return Document(made, tuple(blocks), (), blocks[0].text, tuple(map(normal, wanted)))


def found(made: Document) -> list[str]:
    raw = parse(pdf(made), name="printed.pdf")
    return [normal(f"{b.label} {b.text}") for b in raw.blocks if b.kind is not BlockKind.SET_ASIDE]


def normal(text: str) -> str:
    """One space, and marks in their canonical order."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def needs(font: str, program: str = "") -> None:
    if program and not shutil.which(program):
        pytest.skip(f"needs {program}")
    if not shutil.which("fc-list"):
        pytest.skip("needs fontconfig, to know which fonts there are")
    listed = subprocess.run(["fc-list", font], capture_output=True, text=True, check=True).stdout
    if not listed.strip():
        pytest.skip(f"needs the font {font}")


@pytest.mark.system
@pytest.mark.parametrize("justified", [False, True])
@pytest.mark.parametrize("font", [font for font in FONTS if font != "Scheherazade"])
def test_weasyprint(font: str, justified: bool) -> None:
    pytest.importorskip("weasyprint", exc_type=ImportError)
    needs(font)
    made = document(font, "weasyprint", justified=justified)
    assert found(made) == list(made.wanted)


@pytest.mark.system
def test_a_file_that_names_its_letters_wrongly_is_refused() -> None:
    """WeasyPrint calls the hamza of Scheherazade a Cyrillic letter: the page is right, its text is not."""
    pytest.importorskip("weasyprint", exc_type=ImportError)
    needs("Scheherazade")
    with pytest.raises(InputError) as caught:
        found(document("Scheherazade", "weasyprint"))
    assert caught.value.slug == "pdf-garbled"


@pytest.mark.system
@pytest.mark.parametrize("font", FONTS)
def test_chromium(font: str) -> None:
    needs(font, "chromium")
    made = document(font, "chromium", justified=True)
    assert found(made) == list(made.wanted)


@pytest.mark.system
@pytest.mark.parametrize("font", FONTS)
def test_libreoffice(font: str) -> None:
    """Justified, but for KacstOne, whose strokes that lengthen words LibreOffice calls spaces."""
    needs(font, "soffice")
    made = document(font, "libreoffice", justified=font != "KacstOne")
    assert found(made) == list(made.wanted)


@pytest.mark.system
@pytest.mark.parametrize("font", [font for font in FONTS if font != "Scheherazade"])
def test_two_columns(font: str) -> None:
    pytest.importorskip("weasyprint", exc_type=ImportError)
    needs(font)
    made = document(font, "weasyprint", columns=2, size=11.0)
    assert found(made) == list(made.wanted)


VOWELLED = (
    "يُقَرِّرُ مَجْلِسُ النَّهْرِ أَنْ تُفْتَحَ الأَهْوِسَةُ كُلَّ يَوْمٍ قَبْلَ شُرُوقِ الشَّمْسِ، وَأَلَّا تُغْلَقَ إِلَّا لَيْلًا.",
    "وتُدعى القرى المؤهَّلة إلى أن تُعيِّن مُمثِّلًا لها، وأن تُبلِّغ الأمانةَ بذلك في مُدّةٍ لا تتجاوز أسبوعين.",
    "هٰذِهِ الآبَارُ مِلْكٌ لِأَهْلِ الوَادِي؛ يُسْقَى مِنْهَا كُلُّ ظَمْآنَ، وَلَا يُسْأَلُ أَحَدٌ عَنْ شَيْءٍ.",
)
VOWEL_SIGNS = re.compile("[\u064b-\u0652\u0670]")


@pytest.mark.system
@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("engine", ["weasyprint", "chromium", "libreoffice"])
def test_vowels_stand_on_their_letters_or_are_left_out(engine: str, font: str) -> None:
    if engine == "weasyprint":
        pytest.importorskip("weasyprint", exc_type=ImportError)
    needs(font, {"chromium": "chromium", "libreoffice": "soffice"}.get(engine, ""))
    made = document(font, engine, texts=VOWELLED)
    try:
        raw = parse(pdf(made), name="printed.pdf")
    except InputError as error:
        assert error.slug == "pdf-garbled"
        assert engine == "weasyprint", "the others name all that they draw"
        return
    got = "".join(normal(f"{b.label}{b.text}") for b in raw.blocks if b.is_text).replace(" ", "")
    wanted = "".join(made.wanted).replace(" ", "")
    if "pdf-vowels-left-out" in [note.slug for note in raw.notes]:
        wanted = VOWEL_SIGNS.sub("", wanted)
    assert got == wanted
