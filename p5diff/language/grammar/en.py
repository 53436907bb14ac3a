"""English: auxiliaries and participles show tense and voice; infinitives and "that" show what is asked."""

from p5diff.language.grammar import made

_PARTICIPLES = (
    "built|rebuilt|held|withheld|sent|lent|spent|bent|kept|left|laid|relaid|paid|repaid|made|remade|met|set|reset|cut|"
    "put|shut|sold|resold|told|hung|strung|done|redone|undone|gone|given|taken|retaken|driven|written|rewritten|drawn|"
    "withdrawn|flown|grown|sown|shown|thrown|worn|torn|borne|sworn|chosen|frozen|spoken|broken|woven|stolen|begun|run|"
    "won|dug|sunk|wound|ground|bound|found|fed|led|read|bred|brought|bought|caught|taught|sought|fought|swept|lit|"
    "dealt|cast|split|spread|shed|hit|let|struck|stuck|hewn|mown|sewn|heard|lost|seen|known|hidden|beaten|eaten|"
    "forgiven|overseen|undertaken|understood|wed|bid|burnt|spilt|mended"
)
_DONE = rf"(?:\w{{2,}}ed|{_PARTICIPLES})"
_PASTS = (
    "began|rose|fell|grew|held|took|made|brought|came|went|led|sent|won|built|found|saw|lost|spent|broke|drew|ran|swept|"
    "drove|sank|fled|struck|dug|fought|caught|taught|bought|sold|told|gave|wrote|rode|flew|threw|tore|"
    "wore|swore|chose|froze|spoke|stole|wove|bore|sang|drank|swam|shrank|laid|paid|kept|slept|wept|crept|dealt|"
    "felt|heard|stood|understood|withdrew|undertook|overtook|became|hung|shook|ate|blew|knew|bred"
)
_TEND = (
    "needed|required|affected|felt|determined|remembered|judged|tempted|forced|faced|missed|exhausted|driven|hit|lost|"
    "informed|guided|based|composed|prepared|underpinned|shaped|measured|forgotten|threatened|harmed|seen|won|overwhelmed|displaced|destroyed|flooded|submerged|interested|concerned|"
    "indeed|understood|known"
)
"""Participles of what befalls somebody: nobody promises it."""
_PARTY = (
    r"(?:(?:both|the two|the three|the four|our two|our) (?:\w+ ){0,2}(?:sides?|governments|parties|states|countries|"
    r"capitals|ministers|ministries|delegations|authorities|presidents|leaders|navies|administrations|banks|cities|"
    r"councils|shores|republics|nations)|the (?:contracting )?parties|the delegations|the signatories|the ministers)"
)
_ASIDE = (
    r"(?:\w+ly |also |again |now |still |jointly |further |therefore |hereby |once more |not |then |all )"
)
_LABEL = r"^(?:\(?\w{1,4}[.)]\s*)?"
_OTHERS = (
    r"(?:the|all|every|each|those|any|both|other|its|member|states|governments|parties|\w+(?:ers|ors|ists|ants|ents|"
    r"ities|tries|ments|ships|anks|lords|men))"
)

_ABSTRACT = (
    "need|ability|right|opportunity|efforts?|obligation|commitment|decision|plans?|chance|capacity|power|authority|"
    "determination|readiness|willingness|intention|duty|desire|measures|steps|action|way|means|agreement|attempts?|mandate"
)
"""Nouns with an infinitive of their own: nobody is addressed by them."""

GRAMMAR = made(
    (
        "statement",
        r"\b(?:aims?|goals?|tasks?|purposes?|points?|challenges?|wish|duty|duties|objectives?|intentions?|priority|priorities|answer|remedy|way|"
        r"choice|question|idea|role)\b[^.;]{0,100}\b(?:is|are) (?:not )?to\b",
        True,
    ),
    (
        "unsettled",
        rf"\b(?:we|{_PARTY}|negotiators|experts|engineers|officials)\b[^,;.]{{0,20}} (?:have|has) (?:yet to|still to|not yet)\b",
    ),
    (
        "pending",
        r"\b(?<!we )(?:is|are|remains?) (?:still |now |currently |also )?(?:continuing|proceeding|progressing|ongoing|"
        r"under ?way|afoot|in hand|in progress|in train|under (?:review|study|discussion|consideration|way))\b"
        rf"|\b(?:is|are) (?:still|now|currently|presently) being {_DONE}\b"
        r"|\b(?:question|matter|issue|point|dispute|decision|whether|how|who|where)\b[^;.]{0,80}\b(?:remains?|is|are) "
        r"(?:still )?(?:to be \w+|open|undecided|unsettled|unresolved|pending|outstanding|on the table)\b"
        r"|\bwe\b[^,;.]{0,30}\b(?:still|yet)\b[^,;.]{0,60}\b(?:whether|how|which|who|where)\b",
        True,
    ),
    (
        "plea",
        rf"\b(?:we|the (?:assembly|council|conference|committee|commission|board|meeting|congress)) {_ASIDE}?"
        r"(?!will|shall|are|have|had|were|must|should|would|can|could|may|might|need|want|use|uses|help|helps|allow|"
        r"allows|enable|enables|expect|expects|consider|considers|believe|find|finds|lend|lends|send|sends|give|gives|"
        r"leave|leaves|owe|owes|take|takes|make|makes|keep|keeps|bring|brings|pay|pays|offer|offers|know|thank|thanks|"
        r"train|trains|permit|permits|has|\w+ed\b)"
        rf"\w+ (?:upon |on |with |to )?{_OTHERS} (?!(?:\w+ )?(?:{_ABSTRACT})\b)[^,;.]{{0,80}}?\bto (?!the\b|a\b|an\b|our\b|its\b|their\b|all\b)[a-z]+"
        r"|\bwe (?:\w+ )?(?:ask|insist|plead|petition|pray|request|demand) that\b"
        rf"|{_LABEL}(?!(?:this|its|thus|as|his|is|has|does|was|always|perhaps)\b)[a-z]+s (?:upon |on |with |once more )?{_OTHERS} "
        r"[^;.]{2,160}? to (?!the\b|a\b|an\b|its\b)[a-z]+[^.]*;$"
        rf"|\b(?:is|are) {_ASIDE}?(?!expected|supposed|entitled|required|obliged|bound|allowed|permitted|forced|said|"
        r"known|believed|used|destined|designed|intended|determined|resolved|committed|prepared|inclined|suited|"
        r"limited|linked|tied|related|opposed|reported|thought|estimated|devoted|dedicated|added|exposed|subjected|"
        r"attached|accustomed|compelled|doomed|condemned|needed|pleased|indebted|authori[sz]ed|empowered|reduced|"
        r"returned|restricted|confined|agreed|decided|delighted|relieved|honou?red)"
        r"[a-z]+ed to (?!the\b|a\b|an\b|our\b|its\b|their\b|all\b)[a-z]+",
    ),
    (
        "accord",
        rf"\b{_PARTY} {_ASIDE}?(?:have |has )?{_ASIDE}?(?!failed|refused|managed|declined|ceased|helped|used|continued|"
        r"started|tried|attempted|struggled|happened|appeared|seemed|neglected|proved|returned|travelled|moved|"
        r"referred|objected|contributed|needed|hoped|wanted|offered|concentrated|worked|focused|insisted)"
        r"(?:[a-z]+ed|undertook|undertaken|swore|sworn|chose|chosen) (?:themselves )?"
        r"(?:(?:on|upon|to) (?:[a-z]+ly )?[a-z]+ing\b|to (?!the\b|a\b|an\b|their\b|its\b)[a-z]+)"
        rf"|\b{_PARTY}[^:]{{0,60}}:$"
        r"|\b(?:undertook|vowed|swore|pledged|promised|guaranteed)\b (?:to|that)\b"
        r"|\bwe (?:are|have|remain|stand) (?:\w+ly )?(?:resolved|determined|bound|sworn|pledged)(?:,| to\b| that\b| never\b| not\b)"
        r"|\bwe are (?:\w+ly )?(?:lending|sending|giving|doubling|tripling|\w+ing) (?:\w+ly )?(?:a|an|another|\d+|two|three|four|five|six|"
        r"ten|twenty|fifty|a hundred) ",
    ),
    ("duty", r"^(?:if|should|where|when)\b[^.;]{3,90}, (?:the other|either|each|both)\b", True),
    (
        "future",
        r"\b(?:is|are) (?:hereby |also |then |further )?to (?!be (?:found|seen|blamed|feared|hoped|expected|welcomed|"
        r"regretted)\b|blame\b|no\b|the\b|a\b|an\b|its\b|their\b|our\b|some\b)(?:be )?[a-z]+"
        rf"|\bwill {_ASIDE}?be {_ASIDE}?(?!(?:{_TEND})\b){_DONE}\b"
        r"|\bwill (?:each |both |all )?(?:go|come|enter) (?:into|on|out|back|ahead)\b"
        r"|\bwill (?:\w+ly |also |each |both |not |no longer )?(?!be|remain|become|need|depend|require|have|see|suffer|face|continue|rise|"
        r"fall|grow|expand|increase|decrease|decline|improve|worsen|exceed|reach|double|take|cost|likely|\w+ly\b)[a-z]+\b[^.;]{0,80}\b"
        r"(?:from|by|until|before|within|on|in|throughout|during) (?:the (?:first|second|third|end|spring|summer|autumn|winter|thaw|coming|next|start|beginning)|\d|"
        r"january|february|march|april|may|june|july|august|september|october|november|december|next|(?:two|three|four|five|six|ten|twelve) (?:days|weeks|months|years))\b",
    ),
    (
        "norm",
        r"\b(?:should|ought (?:not )?to|must|may not|cannot|can not)\b",
        True,
    ),
    (
        "past",
        rf"\b(?:was|were|has been|have been|had been) {_ASIDE}{{0,2}}{_DONE}\b"
        rf"|^(?:last|yesterday|earlier this|in (?:19|20)\d\d|since|over the (?:past|last)|during|between|in the past|this (?:spring|"
        rf"summer|autumn|winter|year|month))\b[^;.]{{3,100}}\b(?:[a-z]+ed|{_PASTS})\b"
        rf"|\b(?:has|have|had) {_ASIDE}{{0,2}}(?:been )?(?!shown\b|taught\b|proved\b|become\b|made\b){_DONE}\b"
        r"|^(?:(?!\b(?:is|are|was|were|am|may|can|cannot|could|would|should|must|will|has|have)\b)[^.;])*?"
        rf"\b(?<!-)(?<!the )(?<!a )(?<!an )(?<!of )(?<!to )(?<!by )(?<!and )(?<!be )(?P<v>(?:{_PASTS}))\b(?! (?:and|or)\b)"
        r"(?![^.;]*\b(?:is|are|was|were|may|can|cannot|should|must|will|has|have)\b)",
    ),
    (
        "ours",
        r"^(?:our|my) (?:\w+ ){0,2}(?:sympath(?:y|ies)|thoughts?|hearts?|condolences|gratitude|thanks|prayers|solidarity|"
        r"conviction|belief|view|hope|wish|position|understanding|assessment|admiration|grief)\b"
        r"|^(?:to our (?:mind|way of thinking)|in our (?:view|eyes|judge?ment|opinion)|as we see it|in the (?:view|opinion|eyes) of the "
        r"(?:ministers|parties|leaders|participants|delegations|council|committee|conference|heads))\b"
        r"|^it is our \w+ (?:\w+ )?that\b|^(?:[^,;.]{0,60}, )?we (?!which)\w+",
        True,
    ),
    (
        "statement",
        r"^(?!(?:done|published|printed|issued|signed|adopted|submitted|prepared|source|note|\w+ing)\b)(?![^ :]+(?: [^ :]+){0,2}:)(?:(?:[^ ]+ ){7,}[^ ]+|(?:[^ ]+ ){1,5}?(?!(?:this|its|his|us|is|as)\b)"
        r"[a-z]+s (?:the|an?|its|their|our|nobody|no|us|every|each|more|less|to|into|out|up|down|only|little|few|most|all|\w+ly)\b[^.]*)[.!?]",
        True,
    ),
    subordinates=r"\b(?:that|which|who|whom|whose|if|when|where|unless|until|whether|while|because|since|so|as|what|how|why|lest|"
    r"than|once|after|before|though|although)\b",
)
