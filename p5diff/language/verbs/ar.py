"""Arabic verbs from two stems, that of the past and that of the present.

Clitics before a word (and, so, will) are folded where words are compared, so that وندعو is ندعو.
"""

from __future__ import annotations

import re
from functools import cache

from p5diff.language.verbs import Verbs

_STEMS = """
وجه:وجه:وجه
دعا:دع:دعو ناشد:ناشد:ناشد حث:حث:حث طالب:طالب:طالب طلب:طلب:طلب شجع:شجع:شجع أوصى:أوص:وصي أهاب:أهاب:هيب حض:حض:حض
أدان:أدان:دين استنكر:استنكر:ستنكر شجب:شجب:شجب رفض:رفض:رفض عارض:عارض:عارض ندد:ندد:ندد أسف:أسف:أسف أعرب:أعرب:عرب
أكد:أكد:ؤكد شدد:شدد:شدد جدد:جدد:جدد كرر:كرر:كرر أبرز:أبرز:برز اعترف:اعترف:عترف أقر:أقر:قر سلم:سلم:سلم أدرك:أدرك:درك
اعتقد:اعتقد:عتقد رأى:رأ:رى اعتبر:اعتبر:عتبر ذكر:ذكر:ذكر ذكّر:ذكر:ذكر أعلن:أعلن:علن أشار:أشار:شير لاحظ:لاحظ:لاحظ نوه:نوه:نوه
أيد:أيد:ؤيد دعم:دعم:دعم رحب:رحب:رحب أشاد:أشاد:شيد أثنى:أثن:ثني شكر:شكر:شكر هنأ:هنأ:هنئ ثمن:ثمن:ثمن قدر:قدر:قدر
أمل:أمل:أمل تطلع:تطلع:تطلع سعى:سع:سعى طمح:طمح:طمح تمنى:تمن:تمنى حرص:حرص:حرص
اتفق:اتفق:تفق قرر:قرر:قرر توافق:توافق:توافق أنشأ:أنشأ:نشئ أطلق:أطلق:طلق اعتمد:اعتمد:عتمد أذن:أذن:أذن كلف:كلف:كلف فوض:فوض:فوض مدد:مدد:مدد
تعهد:تعهد:تعهد التزم:التزم:لتزم عزم:عزم:عزم اعتزم:اعتزم:عتزم نوى:نو:نوي خطط:خطط:خطط وعد:وعد:عد واصل:واصل:واصل
ناقش:ناقش:ناقش بحث:بحث:بحث تباحث:تباحث:تباحث استعرض:استعرض:ستعرض تناول:تناول:تناول تبادل:تبادل:تبادل درس:درس:درس نظر:نظر:نظر تشاور:تشاور:تشاور
تداول:تداول:تداول أجرى:أجر:جري عقد:عقد:عقد أحاط:أحاط:حيط استمع:استمع:ستمع زار:زار:زور شاهد:شاهد:شاهد حضر:حضر:حضر اجتمع:اجتمع:جتمع
التقى:التق:لتقي صدق:صدق:صدق انضم:انضم:نضم وقع:وقع:وقع قدم:قدم:قدم عرض:عرض:عرض نشر:نشر:نشر افتتح:افتتح:فتتح أنجز:أنجز:نجز
أسهم:أسهم:سهم ساهم:ساهم:ساهم شكل:شكل:شكل مثل:مثل:مثل هدد:هدد:هدد قوض:قوض:قوض عزز:عزز:عزز تطلب:تطلب:تطلب اقتضى:اقتض:قتضي ظل:ظل:ظل
بقي:بقي:بقى تعتمد:اعتمد:عتمد توقف:توقف:توقف يعد:عد:عد احتاج:احتاج:حتاج كفل:كفل:كفل حذر:حذر:حذر نبه:نبه:نبه احتفظ:احتفظ:حتفظ
حذّر:حذر:حذر طرح:طرح:طرح أبدى:أبد:بدي استضاف:استضاف:ستضيف أحرز:أحرز:حرز حقق:حقق:حقق اختتم:اختتم:ختتم سجل:سجل:سجل
""".split()
"""past of he : stem of the past before an ending : stem of the present."""


def _entry(written: str) -> tuple[str, dict[str, tuple[str, ...]]]:
    he, past, present = written.split(":")
    plain = present.rstrip("يوى") if len(present) > 2 else present
    now = (*(f"{person}{present}" for person in "نتي"), f"ي{plain}ون", f"ي{present}ان", f"ت{present}ان")
    weak = {"ا": "و", "ى": "ي"}.get(he[-1], "") if len(he) > 2 else ""
    then = (f"{past}ت", f"{past}وا", f"{past}{weak}نا", f"{past}{weak}ا", f"{past}تا")
    return he, {
        "p": now,
        "v": (*now, *(form for form in then if form != he)),
        "ms": (he,),
        "ing": tuple(f"إذ {person}{present}" for person in "تني"),
        "inf": tuple(f"أن {form}" for form in now),
        "pas": (f"ي{present}",),
    }


_LETTERS = "ؤئابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_NOUNS = {
    "ن": {
        "ة": "",
        "و": "صفسجضقثل",
        "د": "عرفخيم",
        "ن": "شظفتهقص",
        "ا": "",
        "ي": "سر",
        "غ": "لط",
        "ه": "تدي",
    },
    "ت": {"ة": "", "و": "اصفسجضقثل", "ي": "سر", "ا": "خت", "ر": "سفكدصحع", "ئ": "", "ن": "شظفتهقصع"},
    "ي": {
        "ا": "تخ",
        **{"ب": "حدذقنل", "د": "عرفخلم", "ر": "حسفكدص", "ط": "لبو", "ن": "قشظفسعتهض", "و": "افقسجضصكل"},
        **{
            "م": "دنتكثوه",
            "ل": "تغبز",
            "ئ": "",
            "ف": "تر",
            "ك": "فثر",
            "س": "هعاتمرج",
            "ش": "امجركد",
            "ي": "سر",
        },
    },
}
"""After سـ and the letter of the person, the letters (folded) with which nouns begin too (سنة, ستار, سيادة), and by
which further letter a verb is told from them."""


def _futures(person: str) -> tuple[str, ...]:
    """Beginnings of words that are futures, and no nouns."""
    nouns = _NOUNS[person]
    plain = [f"س{person}{letter}*" for letter in _LETTERS if letter not in nouns]
    told = [
        f"س{person}{letter}{more}*" for letter, further in nouns.items() for more in dict.fromkeys(further)
    ]
    return (*plain, *told)


@cache
def verbs() -> Verbs:
    """Every verb with its forms; "مستقبل" holds the beginnings of futures: `n` of ours, `f` of others."""
    futures = {"n": _futures("ن"), "f": (*_futures("ت"), *_futures("ي"))}
    return {**dict(map(_entry, _STEMS)), "مستقبل": futures}


_WEAK = re.compile("[اويىئءؤأإآ]")
_FUTURE = re.compile("^[وف]?س[نيت]")
_LIVE = re.compile("^[وف]?[نيت]")
_NO_VERB = re.compile("[ةه]$|^[وف]?ت..ي.$")
"""What begins as a verb of the present does and is none: adjectives and nouns in ة (تصحيحية; ه where it is folded), nouns of
the measure taf‘īl (تعزيز)."""
_NOUN = re.compile("^(?:[وف]?[بلك]?ال|[وفبلك](?=[تام]))")
_PATTERN = re.compile("^(?:است|ست|[تما])")
"""What Arabic puts before a root to make a verb or its noun, after the weak letters are kept."""
_SHORTEST = 2
"""Consonants of a root with a weak letter: "build", "impose"."""


def promises(form: str, named: str) -> bool:
    """Whether a word is a future of the verbal noun (سنقضي of القضاء), or the verb itself, as it stands
    after "that" (تعد of "أن تعد")."""
    if _FUTURE.match(form):
        root, other = _root(_FUTURE.sub("", form)), _root(_NOUN.sub("", named))
        verb = _root(_LIVE.sub("", named)) if _LIVE.match(named) else ""
        return len(root) >= _SHORTEST and root in {other, verb}
    return form == named and bool(_LIVE.match(form)) and not _NO_VERB.search(form)


def _root(word: str) -> str:
    """The consonants that stay in every form of a word."""
    plain = word.removesuffix("ه").removesuffix("ون")
    strong = _WEAK.sub("", plain)
    return _WEAK.sub("", _PATTERN.sub("", plain)) if len(strong) > _SHORTEST else strong


def same_verb(ahead: str, told: str) -> bool:
    """Whether a future and a past are of one verb (سنفتتح, افتتحنا): their consonants agree, the letters apart
    that tell who acts."""
    if not _FUTURE.match(ahead):
        return False
    root = _root(_FUTURE.sub("", ahead))
    return len(root) >= _SHORTEST and _root(told).startswith(root)
