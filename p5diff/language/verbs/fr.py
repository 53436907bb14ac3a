"""French verbs: the first group by rule, with its changes of stem; the others by their forms."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import NamedTuple

from p5diff.language.verbs import Verbs


class _Paradigm(NamedTuple):
    """Third person singular and plural and first plural of the present, participles, infinitive,
    third persons of the past historic."""

    he: str
    they: str
    we: str
    past: str
    present: str
    infinitive: str
    narrated: tuple[str, ...]
    with_etre: bool = False


def _first(stem: str, strong: str = "") -> _Paradigm:
    """`stem` as in the infinitive; `strong` where the present changes it (appel-, appell-)."""
    weak = stem + "e" if stem.endswith("g") else stem[:-1] + "ç" if stem.endswith("c") else stem
    strong = strong or stem
    return _Paradigm(
        he=f"{strong}e",
        they=f"{strong}ent",
        we=f"{weak}ons",
        past=f"{stem}é",
        present=f"{weak}ant",
        infinitive=f"{stem}er",
        narrated=(f"{weak}a", f"{stem}èrent"),
    )


def _given(
    he: str, they: str, we: str, past: str, infinitive: str, *narrated: str, etre: bool = False
) -> _Paradigm:
    return _Paradigm(he, they, we, past, f"{we[:-3]}ant", infinitive, narrated, etre)


_FIRST = """
abord adress analys aspir concert consult contest entam entérin explor gard nomm oppos partag pench plaid press procéd/procèd projet/projett prorog prôn travaill élev/élèv étudi œuvr
entrav habit posséd risqu signifi suppos touch figur fragilis nécessit pass provoqu reli
accélér/accélèr accept accord accompagn achev/achèv adopt affect affirm aid ajout amélior annonc appel/appell
appliqu apport appréci approuv appuy/appuie assist assur attach attest augment autoris avanc bord cherch charg
class commémor compt concern condamn confirm consacr conseill considér/considèr constat constitu
continu contribu coopér/coopèr coordonn cré débouch décid déclar déconseill demand demeur dénonc
déplor dépos désir désign détermin discut donn dur échang édict élabor encourag engag énonc envisag
espér/espèr estim évalu évoqu examin exhort exig exist exprim facilit favoris félicit fix forg form formul
frein glorifi habilit honor implor impliqu import impos incarn indiqu inform initi insist
institu instaur intensifi invit invoqu jou jug justifi lanc laiss lou mand marqu
menac men/mèn mentionn mérit mesur mobilis montr not oblig observ occup organis pens port pos
préconis présent préserv pri proclam procur progress prolong propos protég/protèg prouv
qualifi rappel/rappell rapport ratifi réaffirm réalis récus recommand redout regrett réitér/réitèr rejet/rejett
remerci renforc renouvel/renouvell repos représent résult respect rest salu scell sign
signal souhait soulign stipul subordonn suggér/suggèr témoign tranch travers
utilis valoris veill vis visit vot félicit conjur adjur mandat charg préoccup alarm inquiét/inquièt invit
""".split()
_GIVEN: dict[str, _Paradigm] = {
    "convenir": _given(
        "convient", "conviennent", "convenons", "convenu", "convenir", "convint", "convinrent", etre=True
    ),
    "tenir": _given("tient", "tiennent", "tenons", "tenu", "tenir", "tint", "tinrent"),
    "soutenir": _given(
        "soutient", "soutiennent", "soutenons", "soutenu", "soutenir", "soutint", "soutinrent"
    ),
    "maintenir": _given(
        "maintient", "maintiennent", "maintenons", "maintenu", "maintenir", "maintint", "maintinrent"
    ),
    "reconnaître": _given(
        "reconnaît", "reconnaissent", "reconnaissons", "reconnu", "reconnaître", "reconnut", "reconnurent"
    ),
    "savoir": _given("sait", "savent", "savons", "su", "savoir", "sut", "surent"),
    "prendre": _given("prend", "prennent", "prenons", "pris", "prendre", "prit", "prirent"),
    "entreprendre": _given(
        "entreprend", "entreprennent", "entreprenons", "entrepris", "entreprendre", "entreprit"
    ),
    "faire": _given("fait", "font", "faisons", "fait", "faire", "fit", "firent"),
    "accueillir": _given(
        "accueille", "accueillent", "accueillons", "accueilli", "accueillir", "accueillit", "accueillirent"
    ),
    "promettre": _given("promet", "promettent", "promettons", "promis", "promettre", "promit", "promirent"),
    "admettre": _given("admet", "admettent", "admettons", "admis", "admettre", "admit", "admirent"),
    "mettre": _given("met", "mettent", "mettons", "mis", "mettre", "mit", "mirent"),
    "émettre": _given("émet", "émettent", "émettons", "émis", "émettre", "émit", "émirent"),
    "compromettre": _given("compromet", "compromettent", "compromettons", "compromis", "compromettre"),
    "permettre": _given("permet", "permettent", "permettons", "permis", "permettre", "permit", "permirent"),
    "souscrire": _given("souscrit", "souscrivent", "souscrivons", "souscrit", "souscrire", "souscrivit"),
    "inscrire": _given("inscrit", "inscrivent", "inscrivons", "inscrit", "inscrire", "inscrivit"),
    "poursuivre": _given(
        "poursuit", "poursuivent", "poursuivons", "poursuivi", "poursuivre", "poursuivit", "poursuivirent"
    ),
    "suivre": _given("suit", "suivent", "suivons", "suivi", "suivre", "suivit", "suivirent"),
    "entendre": _given("entend", "entendent", "entendons", "entendu", "entendre", "entendit", "entendirent"),
    "débattre": _given("débat", "débattent", "débattons", "débattu", "débattre", "débattit", "débattirent"),
    "croire": _given("croit", "croient", "croyons", "cru", "croire", "crut", "crurent"),
    "voir": _given("voit", "voient", "voyons", "vu", "voir", "vit", "virent"),
    "prévoir": _given("prévoit", "prévoient", "prévoyons", "prévu", "prévoir", "prévit", "prévirent"),
    "recevoir": _given("reçoit", "reçoivent", "recevons", "reçu", "recevoir", "reçut", "reçurent"),
    "vouloir": _given("veut", "veulent", "voulons", "voulu", "vouloir"),
    "répondre": _given("répond", "répondent", "répondons", "répondu", "répondre"),
    "dépendre": _given("dépend", "dépendent", "dépendons", "dépendu", "dépendre"),
    "rendre": _given("rend", "rendent", "rendons", "rendu", "rendre", "rendit", "rendirent"),
    "interdire": _given("interdit", "interdisent", "interdisons", "interdit", "interdire"),
    "garantir": _given("garantit", "garantissent", "garantissons", "garanti", "garantir", "garantirent"),
    "réunir": _given("réunit", "réunissent", "réunissons", "réuni", "réunir", "réunirent", etre=True),
    "établir": _given("établit", "établissent", "établissons", "établi", "établir", "établirent"),
    "réfléchir": _given("réfléchit", "réfléchissent", "réfléchissons", "réfléchi", "réfléchir"),
    "applaudir": _given("applaudit", "applaudissent", "applaudissons", "applaudi", "applaudir"),
    "réjouir": _given("réjouit", "réjouissent", "réjouissons", "réjoui", "réjouir", etre=True),
    "abstenir": _given("abstient", "abstiennent", "abstenons", "abstenu", "abstenir", etre=True),
    "enjoindre": _given("enjoint", "enjoignent", "enjoignons", "enjoint", "enjoindre"),
    "être": _given("est", "sont", "sommes", "été", "être", "fut", "furent"),
    "avoir": _given("a", "ont", "avons", "eu", "avoir", "eut", "eurent"),
    "offrir": _given("offre", "offrent", "offrons", "offert", "offrir"),
    "contenir": _given("contient", "contiennent", "contenons", "contenu", "contenir"),
    "constituer": _first("constitu"),
    "nuire": _given("nuit", "nuisent", "nuisons", "nui", "nuire"),
    "requérir": _given("requiert", "requièrent", "requérons", "requis", "requérir"),
    "relever": _first("relev", "relèv"),
    "résoudre": _given("résout", "résolvent", "résolvons", "résolu", "résoudre"),
    "souvenir": _given("souvient", "souviennent", "souvenons", "souvenu", "souvenir", etre=True),
    "unir": _given("unit", "unissent", "unissons", "uni", "unir"),
    "appartenir": _given("appartient", "appartiennent", "appartenons", "appartenu", "appartenir", etre=False),
    "souffrir": _given("souffre", "souffrent", "souffrons", "souffert", "souffrir"),
    "réduire": _given("réduit", "réduisent", "réduisons", "réduit", "réduire"),
    "servir": _given("sert", "servent", "servons", "servi", "servir"),
    "valoir": _given("vaut", "valent", "valons", "valu", "valoir"),
    "aller": _given("va", "vont", "allons", "allé", "aller", etre=True),
    "devoir": _given("doit", "doivent", "devons", "dû", "devoir"),
    "pouvoir": _given("peut", "peuvent", "pouvons", "pu", "pouvoir"),
    "falloir": _given("faut", "faut", "faut", "fallu", "falloir"),
    "dire": _given("dit", "disent", "disons", "dit", "dire"),
    "agir": _given("agit", "agissent", "agissons", "agi", "agir"),
    "attendre": _given("attend", "attendent", "attendons", "attendu", "attendre", "attendit", "attendirent"),
    "défendre": _given("défend", "défendent", "défendons", "défendu", "défendre", "défendit", "défendirent"),
    "parvenir": _given(
        "parvient", "parviennent", "parvenons", "parvenu", "parvenir", "parvint", "parvinrent", etre=True
    ),
    "ouvrir": _given("ouvre", "ouvrent", "ouvrons", "ouvert", "ouvrir"),
    "entretenir": _given("entretient", "entretiennent", "entretenons", "entretenu", "entretenir"),
    "penser": _first("pens"),
    "saisir": _given("saisit", "saisissent", "saisissons", "saisi", "saisir"),
    "élargir": _given("élargit", "élargissent", "élargissons", "élargi", "élargir"),
    "affaiblir": _given("affaiblit", "affaiblissent", "affaiblissons", "affaibli", "affaiblir"),
    "accroître": _given("accroît", "accroissent", "accroissons", "accru", "accroître"),
    "détruire": _given("détruit", "détruisent", "détruisons", "détruit", "détruire"),
    "produire": _given("produit", "produisent", "produisons", "produit", "produire"),
    "traduire": _given("traduit", "traduisent", "traduisons", "traduit", "traduire"),
    "inclure": _given("inclut", "incluent", "incluons", "inclus", "inclure"),
    "conclure": _given("conclut", "concluent", "concluons", "conclu", "conclure", "conclurent"),
    "exclure": _given("exclut", "excluent", "excluons", "exclu", "exclure"),
}


def _forms(verb: _Paradigm) -> dict[str, tuple[str, ...]]:
    past = f"({verb.past}|{verb.past}e|{verb.past}s|{verb.past}es)"
    auxiliary = "(est|sont|sommes|était|étaient)" if verb.with_etre else "(a|ont|avons|avait|avaient)"
    present = (verb.he, verb.they, verb.we)
    return {
        "p": present,
        "v": (
            *present,
            *verb.narrated,
            f"{auxiliary} [{{adv}}] [{{adv}}] {past}",
            f"(se|s) (est|sont) [{{adv}}] {past}",
        ),
        "ing": (verb.present, f"ayant {past}"),
        "inf": (verb.infinitive,),
        "pas": (f"(est|sont|a été|ont été) [{{adv}}] {past}",),
    }


@cache
def verbs() -> Verbs:
    """Every verb with its forms."""
    known = dict(_GIVEN)
    for written in _FIRST:
        stem, _, strong = written.partition("/")
        if strong != "x":
            known.setdefault(f"{stem}er", _first(stem, strong))
    return {name: _forms(verb) for name, verb in known.items()}


_FUTURE = ("a", "ont", "ons")
"""Endings of the future in the third person and the first of the plural, after the infinitive."""
_STEMS_OF_FUTURE = (("enir", "iendr"), ("evoir", "evr"), ("faire", "fer"), ("etre", "ser"), ("avoir", "aur"))
"""Infinitives whose future has another stem, by their ends; accents are left out."""


def promises(form: str, named: str) -> bool:
    """Whether a word is a future of the infinitive: "établira" of "établir"."""
    word, infinitive = _plain(form), _plain(named)
    stem = infinitive.removesuffix("e")
    for end, other in _STEMS_OF_FUTURE:
        if infinitive.endswith(end):
            stem = infinitive.removesuffix(end) + other
    return stem.endswith("r") and any(word == stem + end for end in _FUTURE)


def _plain(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
