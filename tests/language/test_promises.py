"""Forms of verbs that promise by themselves are told from forms of other verbs, and from other forms."""

from __future__ import annotations

import pytest

from p5diff import compare_texts
from p5diff import language as languages
from p5diff.meaning.pattern.words import scan

PROMISES = [
    *(("fr", "établira", "établir"), ("fr", "conclura", "conclure"), ("fr", "maintiendrons", "maintenir")),
    *(
        ("fr", "recevront", "recevoir"),
        ("es", "erradicaremos", "erradicar"),
        ("es", "mantendrán", "mantener"),
    ),
    *(("es", "repondrá", "reponer"), ("ru", "искореним", "искоренить"), ("ru", "создадут", "создать")),
    *(("ru", "обеспечат", "обеспечивать"), ("ar", "سنقضي", "القضاء"), ("ar", "سننشئ", "إنشاء")),
    *(
        ("ar", "ستستضيف", "استضافة"),
        ("ar", "سنكافح", "مكافحة"),
        ("ar", "تعد", "تعد"),
        ("ar", "سنبني", "بناء"),
    ),
]
NONE = [
    *(("fr", "établit", "établir"), ("fr", "publiera", "établir"), ("fr", "établira", "registre")),
    *(("es", "erradicaron", "erradicar"), ("es", "pondrá", "tener"), ("ru", "искоренили", "искоренить")),
    *(("ru", "закроем", "искоренить"), ("ru", "доклад", "закрыть"), ("ar", "سنفتح", "إغلاق")),
    *(("ar", "تصحيحية", "تصحيحية"), ("ar", "تعزيز", "تعزيز"), ("ar", "نووية", "نووية")),
    *(("ar", "المركز", "المركز"), ("en", "reports", "report"), ("zh", "将", "将")),
]


@pytest.mark.parametrize(("code", "form", "named"), PROMISES)
def test_a_future_promises_what_the_infinitive_names(code: str, form: str, named: str) -> None:
    assert _promises(code, form, named)


@pytest.mark.parametrize(("code", "form", "named"), NONE)
def test_other_forms_and_other_verbs_do_not(code: str, form: str, named: str) -> None:
    assert not _promises(code, form, named)


def test_what_stands_for_a_promise_is_its_verb_and_no_adjective_beside_it() -> None:
    made = compare_texts(
        "ومن المتوقع اتخاذ إجراءات تصحيحية مناسبة وعادلة.",
        "سوف يتخذون إجراءات تصحيحية مناسبة وعادلة.",
        language="ar",
    )
    assert [(s.before, s.after) for c in made.changes for s in c.shifts] == [("ومن المتوقع", "سوف")]


def _promises(code: str, form: str, named: str) -> bool:
    language = languages.get(code)
    one, two = (scan(word, language).forms[0].keys[0] for word in (form, named))
    return language.promises(one, two)
