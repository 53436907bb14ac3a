"""English verbs: regular ones by rule, the others by their forms."""

from __future__ import annotations

import re
from functools import cache

from p5diff.language.verbs import Verbs, begins_alike

_DOUBLED = frozenset(
    "plan set commit submit permit refer prefer admit cut regret stop control recur ban bar expel scrap shut transfer transmit".split()
)
"""Verbs that double their last letter before an ending."""
_IRREGULAR = {
    "be": ("is", "are", "was", "were"),
    "arise": ("arise", "arises", "arose"),
    "fall": ("fall", "falls", "fell"),
    "go": ("go", "goes", "went"),
    "know": ("know", "knows", "knew"),
    "run": ("run", "runs", "ran"),
    "rise": ("rise", "rises", "rose"),
    "spread": ("spread", "spreads"),
    "cost": ("cost", "costs"),
    "hurt": ("hurt", "hurts"),
    "lose": ("lose", "loses", "lost"),
    "put": ("put", "puts"),
    "come": ("come", "comes", "came"),
    "feel": ("feel", "feels", "felt"),
    "say": ("say", "says", "said"),
    "tell": ("tell", "tells", "told"),
    "do": ("do", "does", "did"),
    "get": ("get", "gets", "got"),
    "underlie": ("underlie", "underlies", "underlay"),
    "bear": ("bear", "bears", "bore"),
    "feed": ("feed", "feeds", "fed"),
    "speak": ("speak", "speaks", "spoke"),
    "become": ("become", "becomes", "became"),
    "begin": ("begin", "begins", "began"),
    "bring": ("bring", "brings", "brought"),
    "build": ("build", "builds", "built"),
    "choose": ("choose", "chooses", "chose"),
    "draw": ("draw", "draws", "drew"),
    "find": ("find", "finds", "found"),
    "give": ("give", "gives", "gave"),
    "hear": ("hear", "hears", "heard"),
    "hold": ("hold", "holds", "held"),
    "keep": ("keep", "keeps", "kept"),
    "lead": ("lead", "leads", "led"),
    "lie": ("lie", "lies", "lay"),
    "make": ("make", "makes", "made"),
    "mean": ("mean", "means", "meant"),
    "meet": ("meet", "meets", "met"),
    "pay": ("pay", "pays", "paid"),
    "rest": ("rest", "rests", "rested"),
    "see": ("see", "sees", "saw"),
    "seek": ("seek", "seeks", "sought"),
    "send": ("send", "sends", "sent"),
    "set": ("set", "sets"),
    "stand": ("stand", "stands", "stood"),
    "take": ("take", "takes", "took"),
    "think": ("think", "thinks", "thought"),
    "undertake": ("undertake", "undertakes", "undertook"),
    "uphold": ("uphold", "upholds", "upheld"),
    "win": ("win", "wins", "won"),
    "write": ("write", "writes", "wrote"),
}
_WORDS = """
accelerate accept acknowledge act address adopt advance affect affirm aggravate agree aim allow
amount announce appeal appear applaud apply appreciate approve arise arrive ask aspire assemble
assess assure attach attend authorise authorize balance base bear become begin believe belong
benefit brief bring build call cause celebrate challenge choose cite come commemorate commend commit
complement complete compound comprise concern conclude condemn conduct confer confirm congratulate
connect consider constitute consult contain continue contribute convene cost cover create cross
damage debate decide declare decline deepen define deliver demand demonstrate denounce depend
deplore deposit deprive derive deserve desire destroy deteriorate determine develop differ discuss
disrupt distort divide do draw drive embody emerge emphasise emphasize empower enable encourage
end endanger endorse enhance ensure entail envisage equip erode establish evaluate evolve exacerbate
examine exceed exchange exercise exhort exist expand expect explore expose express extend face
facilitate fail fall favor favour feed feel find fluctuate follow form foster fuel function gather
generate get give go govern guarantee guide hail hamper happen harm have hear help highlight hinder
hinge hold hope host hurt impact impair impede implore imply impose improve include incorporate
increase indicate influence inform initiate inspire instruct intend intensify interfere invest
invite invoke involve issue jeopardise jeopardize join justify keep kill know lack launch lead lie
limit link live look lose lower maintain make mandate mark matter mean measure meet merit mitigate
mourn move multiply necessitate need note oblige observe occupy offer open operate oppose organise
organize originate outweigh overlap owe participate pay permit perpetuate persist plan play pledge
point pose possess praise precede prepare present prevent proclaim prohibit promise promote propose
protect prove provide provoke publish put raise range ratify reach reaffirm realise realize recall
receive recognise recognize recommend reconfirm record recover reduce reflect regard regret
reinforce reiterate reject rejoice relate rely remain remind remove render renew repeat replace
report represent request require reside resolve respect rest restate restrict result reveal review
reward rise risk run safeguard salute satisfy save say secure see seek seem seize send serve shape
share shift show sign signal slow solicit speak spread stabilise stabilize stand stay stem stimulate
stop strain strengthen stress strive submit suffer suggest supplement support survive sustain take
target task tell tend thank think threaten thwart tie touch train transcend transform trigger turn
underlie underline undermine underpin underscore understand undertake unite uphold urge use value
vary view violate visit voice vow want warn warrant weaken welcome widen win wish witness work write
yield
""".split()

_AGENTIVE = """
abolish abstain accede accept adjust admit adopt allocate allow announce apply appoint approve assist attend
ban bar begin build buy cancel cease charge chair clear close collect compensate complete conclude conduct
consult contribute convene cooperate coordinate create cut deliver deploy deposit design designate destroy
disburse disclose dismantle dispatch distribute donate double draft earmark elect eliminate end endow engage
enact enforce enlarge ensure establish evacuate examine exchange exclude exempt expand expel extend facilitate
finalise finalize finance forgive freeze fulfil fund grant guarantee halt harmonise harmonize hold honour
host implement impose inform initiate inspect install introduce invest invite issue join keep launch levy
lift link maintain mark mobilise mobilize modernise modernize monitor negotiate nominate notify observe
offer open operate organise organize outlaw pay permit pilot plant post present prohibit prosecute protect
provide publish purchase ratify recall recruit refrain refund refuse register reimburse reinstate release
relocate remove renew repair repay repeal replace replenish report resettle respect restore restrict resume
retain return review scrap secure sell send share shut sign station stop streamline strengthen submit supply
support suspend target train transfer transmit treble triple undertake upgrade vaccinate verify visit waive
withdraw withhold
""".split()
"""Verbs of which the subject is somebody who acts, and not what happens to things: a future of these is a
promise, where "prices will rise" is none."""
_HAPPENS = frozenset(
    """
adjust begin cease clear close cut double end enforce enlarge ensure expand extend facilitate halt link
mark maintain open protect restore restrict retain respect stop strengthen support treble triple
""".split()
)
"""Those of them that are also said of what nobody does: "activity will expand", "the gap will close"."""
_DONE = {
    "begin": "begun",
    "forgive": "forgiven",
    "freeze": "frozen",
    "shut": "shut",
    "undertake": "undertaken",
    "withdraw": "withdrawn",
    "withhold": "withheld",
    "cut": "cut",
    "buy": "bought",
    "sell": "sold",
    "repay": "repaid",
    "teach": "taught",
    "catch": "caught",
    "see": "seen",
    "go": "gone",
    "do": "done",
}
"""Participles that are no past, or whose verb stands in no other table."""


def _regular(verb: str) -> tuple[str, ...]:
    if verb in _DOUBLED:
        return verb, f"{verb}s", f"{verb}{verb[-1]}ed"
    if re.search(r"[^aeiou]y$", verb):
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied"
    third = f"{verb}es" if re.search(r"(?:s|x|z|ch|sh|o)$", verb) else f"{verb}s"
    return verb, third, f"{verb}d" if verb.endswith("e") else f"{verb}ed"


def same_verb(ahead: str, told: str) -> bool:
    """Whether two words are forms of one verb, the first as it lies ahead: "sell" and "sold"."""
    return begins_alike(ahead, told) or told in (*_IRREGULAR.get(ahead, ())[2:], _DONE.get(ahead))


def _participle(verb: str) -> str:
    if verb in _DOUBLED:
        return f"{verb}{verb[-1]}ing"
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    return f"{verb[:-1]}ing" if re.search(r"[^eo]e$", verb) and verb != "be" else f"{verb}ing"


def _forms(verb: str) -> dict[str, tuple[str, ...]]:
    finite = {"have": ("have", "has", "had"), **_IRREGULAR}.get(verb) or _regular(verb)
    return {"v": finite, "p": finite[:2], "d": finite[2:], "ing": (_participle(verb),), "inf": (verb,)}


@cache
def verbs() -> Verbs:
    """Every verb with its forms; "agent" holds those of all verbs that somebody does (see `_AGENTIVE`)."""
    agents = {
        "inf": tuple(_AGENTIVE),
        "does": tuple(verb for verb in _AGENTIVE if verb not in _HAPPENS),
        "s": tuple((_IRREGULAR.get(verb) or _regular(verb))[1] for verb in _AGENTIVE),
        "done": tuple(_DONE.get(verb) or (_IRREGULAR.get(verb) or _regular(verb))[-1] for verb in _AGENTIVE),
    }
    return {**{verb: _forms(verb) for verb in (*_WORDS, "be")}, "agent": agents}
