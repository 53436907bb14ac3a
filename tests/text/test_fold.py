"""Print variants: whole classes fold together, and what may say another thing stays apart."""

from __future__ import annotations

import pytest

from p5diff import compare
from p5diff import language as languages
from p5diff.align.words.changes import diff_words
from p5diff.model.alignment import Op, PairKind
from p5diff.model.statement import Metadata, Statement
from p5diff.text.fold import fold, older_forms
from p5diff.text.stored import parse
from p5diff.text.tokens import printed_tokens

SAME = {
    "en": """realise/realize organisations/organizations
    organisation's/organization's prioritising/prioritizing
    analyse/analyze paralysed/paralyzed catalysing/catalyzing colour/color colours/colors dishonour/dishonor
    neighbourhood/neighborhood favourable/favorable endeavouring/endeavoring behavioural/behavioral
    labour-market/labor-market rumours/rumors unfavourably/unfavorably vapour/vapor armoury/armory
    centre/center centres/centers centred/centered theatre/theater kilometre/kilometer fibre/fiber
    calibre/caliber litres/liters sombre/somber defence/defense offences/offenses pretence/pretense
    licence/license labelled/labeled travelling/traveling modelled/modeled signalling/signaling
    counsellor/counselor fuelled/fueled marshalled/marshaled totalling/totaling dialogue/dialog
    catalogued/cataloged analogue/analog archaeology/archeology anaemia/anemia leukaemia/leukemia
    encyclopaedia/encyclopedia paediatric/pediatric aesthetic/esthetic foetus/fetus oestrogen/estrogen
    diarrhoea/diarrhea mediaeval/medieval reflexion/reflection connexion/connection programme/program
    kilogramme/kilogram malpractise/malpractice judgement/judgment
    centring/centering whilst/while amongst/among learnt/learned fulfil/fulfill
    fulfilment/fulfillment enrolment/enrollment skilful/skillful ageing/aging towards/toward grey/gray
    sulphur/sulfur manoeuvre/maneuver artefact/artifact practise/practice 1,500,000/1500000""",
    "fr": """œuvre/oeuvre cœur/coeur États/Etats Événement/Evénement 1ère/1re 2ème/2e XXIème/XXIe Nº/no
    connaître/connaitre coûts/couts réglementaire/règlementaire évènement/événement
    l’Égypte/l’Egypte d’Érythrée/d’Erythrée À/A n.º/nº""",
    "es": "sólo/solo período/periodo substancia/sustancia substituir/sustituir Ámbito/Ambito n.º/nº",
    "ru": "ещё/еще учёта/учета №/N 5-ый/5-й 2-ого/2-го",
    "ar": "أمن/امن إلى/الي مسؤولياتها/مسئولياتها شؤونها/شئونها ٢٠١٠/2010 ٣٫٥/3.5"
    " المكتبة/المكتبه والاتفاقية/والاتفاقيه للجنة/للجنه",
    "zh": "國/国 條/条 帐/账 後/后",
}
APART = {
    "en": """four/for hour/hor our/or tour/tor court/cort fourth/forth source/sorce wise/wize rise/rize
    prise/prize resume/résumé States'/State's massacre/massacer fence/fense
    hence/hense called/caled filled/filed rolled/roled controlled/controled pole/poled vogue/vog does/des
    toes/tes phoenix/phenix council/counsel 1.500/1500 2.5/25 treaties/treaty will/shall""",
    "fr": "ou/où a/à des/dès traite/traité résume/résumé pêche/péché 1,5/15 à/a l’ouïe/l’oui",
    "es": "el/él si/sí mas/más esta/está 1.500/1,5 pérdida/perdida",
    "ru": "мир/мира все/вся 5-й/5-го",
    "ar": "كتابة/كتابه دولة/دول للجنة/للجان",
    "zh": "国/围 应/须",
}


def _pairs(table: dict[str, str]) -> list[tuple[str, str, str]]:
    return [(code, *pair.split("/")) for code, words in table.items() for pair in words.split()]


@pytest.mark.parametrize(("code", "one", "other"), _pairs(SAME))
def test_print_variants_are_editorial(code: str, one: str, other: str) -> None:
    language = languages.get(code)
    for before, after in ((one, other), (other, one)):
        edits = diff_words(f"x {before} y", f"x {after} y", language=language)
        assert all(e.editorial for e in edits if e.op is not Op.KEEP), edits


@pytest.mark.parametrize(("code", "one", "other"), _pairs(APART))
def test_what_may_say_another_thing_is_a_change(code: str, one: str, other: str) -> None:
    edits = diff_words(f"x {one} y", f"x {other} y", language=languages.get(code))
    assert [e for e in edits if e.op is not Op.KEEP and not e.editorial]


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("fr", "Le point n° 5 vaut.", "Le point No. 5 vaut."),
        ("fr", "LE TRAITÉ DES ÉTATS", "LE TRAITE DES ETATS"),
        ("ru", "Пункт № 5 важен.", "Пункт N 5 важен."),
        ("en", "They wait… and go – now.", "They wait... and go — now."),
        ("fr", "« Oui », dit-il.", "“Oui”, dit-il."),
        ("fr", "Le fonds de 1 500 000 euros", "Le fonds de 1\u202f500\u202f000 euros"),
    ],
)
def test_signs_and_spaces_are_editorial(code: str, before: str, after: str) -> None:
    edits = diff_words(before, after, language=languages.get(code))
    assert all(e.editorial for e in edits if e.op is not Op.KEEP), edits


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u2009", "\u202f"])
@pytest.mark.parametrize("code", languages.LANGUAGES)
def test_a_number_grouped_by_spaces_is_one_word(code: str, space: str) -> None:
    before, after = (f"x 1{space}{middle}{space}000,5 y" for middle in ("000", "500"))
    edits = diff_words(before, after, language=languages.get(code))
    assert [e.text for e in edits if e.op is not Op.KEEP] == [before[2:-2], after[2:-2]]


@pytest.mark.parametrize("text", ["in 2010 150 States", "No. 0 500", "12 34 567", "1 5000"])
def test_figures_that_merely_stand_together_are_several_words(text: str) -> None:
    assert not [token for token in printed_tokens(text) if " " in token and not token.startswith("34")]


def test_traditional_and_simplified_characters_are_print_and_a_note_says_so() -> None:
    old = "各國重申條約義務。\n會議結束時無人反對。\n"
    new = "各国重申条约义务。\n会议结束时无人反对。\n"
    found = compare(_statement(old), _statement(new))
    assert [change.pair.kind for change in found.changes] == [PairKind.EDITORIAL] * 2
    assert not [shift for change in found.changes for shift in change.shifts]
    assert [note.slug for note in found.provenance.notes].count("characters-differ") == 1
    same = compare(_statement(new), _statement(new))
    assert "characters-differ" not in [note.slug for note in same.provenance.notes]


def _statement(text: str) -> Statement:
    meta = Metadata(ref="x", id="x", language="zh")
    return Statement(meta=meta, paragraphs=parse(text, language=languages.get("zh")))


def test_forms_of_characters_are_told_from_several_only() -> None:
    zh = languages.get("zh")
    assert older_forms("各国重申条约义务", language=zh) is False
    assert older_forms("國", language=zh) is None
    assert older_forms("各国重申条约义务，会议结束时无人反对，见“國際”。", language=zh) is False


def test_folding_is_once_and_for_all() -> None:
    """The form that comparisons use is the form of itself."""
    for code, one, other in _pairs(SAME):
        language = languages.get(code)
        for word in (one, other):
            assert fold(fold(word, language=language), language=language) == fold(word, language=language)
