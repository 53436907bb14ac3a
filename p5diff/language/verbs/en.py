"""English verbs: regular ones by rule, the others by their forms."""

from __future__ import annotations

import re
from functools import cache

from p5diff.language.verbs import Verbs

_DOUBLED = frozenset("plan set commit submit permit refer prefer admit cut regret stop control recur".split())
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
accept acknowledge act address adopt affect affirm agree aim allow announce appeal applaud apply
appreciate approve arise arrive ask aspire assemble assess assure attach attend authorise authorize
base bear become begin believe belong benefit brief bring build call cause celebrate challenge
choose cite commemorate commend commit complete concern conclude condemn conduct confirm
congratulate consider constitute consult contain continue contribute convene cost create damage
debate decide declare decline deepen define deliver demand demonstrate denounce depend deplore
deposit deserve desire destroy deteriorate determine develop discuss disrupt draw drive emphasise
emphasize enable encourage endanger endorse enhance ensure entail envisage erode establish evaluate
examine exceed exchange exhort exist expand expect explore express extend face facilitate fall favor
favour find follow form foster fuel gather give go guarantee hail hamper harm have hear help
highlight hinder hold hope host hurt impede implore imply improve include increase indicate inform
initiate instruct intend invite invoke involve issue jeopardise jeopardize join keep kill know lack
launch lead lie live look maintain make mandate matter mean meet merit mourn move necessitate need
note oblige observe occupy offer open oppose organise organize outweigh participate pay permit plan
play pledge pose praise prepare present prevent proclaim promise promote propose protect prove
provide publish ratify reach reaffirm realise realize recall receive recognise recognize recommend
reconfirm record reduce reflect regard regret reinforce reiterate reject rejoice rely remain remind
remove renew repeat report represent request require resolve respect rest restate result review rise
risk run salute satisfy save secure see seek seem seize send serve shape share show sign signal
solicit speak spread stand stem strengthen stress strive submit suffer suggest support sustain take
task tell thank think threaten thwart train transcend turn underline undermine underpin underscore
understand undertake unite uphold urge value view violate visit voice vow want warn warrant weaken
welcome win wish witness work write
""".split()


def _regular(verb: str) -> tuple[str, ...]:
    if verb in _DOUBLED:
        return verb, f"{verb}s", f"{verb}{verb[-1]}ed"
    if re.search(r"[^aeiou]y$", verb):
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied"
    third = f"{verb}es" if re.search(r"(?:s|x|z|ch|sh|o)$", verb) else f"{verb}s"
    return verb, third, f"{verb}d" if verb.endswith("e") else f"{verb}ed"


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
    """Every verb with its forms."""
    return {verb: _forms(verb) for verb in (*_WORDS, "be")}
