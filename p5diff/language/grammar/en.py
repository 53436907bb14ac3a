"""English: auxiliaries and participles show tense and voice; infinitives and "that" show what is asked."""

from p5diff.language.grammar import Grammar

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

_WORKERS = (
    r"(?:officers|mediators|envoys|emissaries|go-betweens|negotiators|experts|engineers|technicians|surveyors|officials|delegations|"
    r"delegates|specialists|archivists|lawyers|jurists|auditors|drafters|draftsmen|scientists|secretariats?|geologists|"
    r"historians|planners|architects|investigators|inspectors|arbitrators|commissioners|linguists|translators|archaeologists|"
    r"cartographers|hydrologists|economists|statisticians|diplomats|facilitators|working (?:group|party)|task force|"
    r"(?:\w+ )?(?:commission|committee|panel|team|teams|tribunal|agencies|ministries|parties|sides|chairs?)|"
    r"judges|vets|(?!terror|tour|journal|activ|extrem|separat)\w{3,}(?:ologists|ographers|anists|emists|icists))"
)
"""Those whose work a text may say is not done yet. Of anybody else "continue to" tells how things are."""
_LOT = (
    "be|remain|need|lack|face|suffer|oppose|violate|struggle|believe|hope|see|threaten|hinder|obstruct|undermine|enjoy|"
    "support|play|fail|refuse|deny|have|die|live|pay|hold|attach|stand"
)
"""Verbs of what somebody goes on to be or to hold, which is no work."""
_BODIES = (
    r"(?:(?!(?:farm|consum|bord|wat|riv|numb|oth|disast|pow|matt|pap|ord|work|read|play|custom|lett|quart|mat|hundr|mot|doll|"
    r"flow|tow|comput|contain|lay|neighb|err|fact|indicat|col|harb|vect|sect|veg|pl|inhabit|descend|gi|infants?|el)(?:ers|ors|ants|ists)\b)"
    r"\w+(?:ers|ors|ists|ants|eers|wives|smen|women|icians)|authorit(?:y|ies)|agenc(?:y|ies)|observator(?:y|ies)|boards?|councils?|"
    r"banks?|universit(?:y|ies)|hospitals?|clinics?|schools?|ministr(?:y|ies)|governments?|commissions?|committees?|secretariats?|"
    r"offices?|departments?|airlines?|compan(?:y|ies)|firms?|ports?|courts?|tribunals?|police|museums?|institutes?|centres?|centers?|"
    r"stores|platforms?|stations?|laborator(?:y|ies)|registr(?:y|ies)|unions?|federations?|associations?|consorti(?:a|um)|clubs?|"
    r"railways?|utilit(?:y|ies)|parliaments?|senates?|nav(?:y|ies)|arm(?:y|ies)|coastguards?|ferries|cities|municipalities|"
    r"provinces|states?|parties|party|members|delegations|vessels|ships|trawlers|tankers|carriers|mines|plants|factories|"
    r"nuns|chiefs|judges|mayors|teams?|units?|brigades?|squads?|surgeons|nurses|midwives|crews?|guards?|services?|works|mills)"
)
"""Persons and bodies that act, and what they run: of others "will" often foretells."""
_COUNTED = r"(?:\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty\b|a (?:week|month|year|hundred|thousand|day|fortnight))"
_EFFECTS = (
    "be|remain|need|depend|require|have|see|suffer|face|continue|rise|fall|grow|expand|increase|decrease|decline|improve|"
    "worsen|exceed|reach|double|take|cost|likely|lead|cause|result|help|harm|hurt|hinder|benefit|bring|make|lose|matter|"
    "prove|contribute|foster|serve|affect|undermine|threaten|strengthen|weaken|deepen|shape|determine|drive|fuel|spur|"
    "prevail|fail|succeed|endure|last|die|live|come|always|never|only|not|no|soon|also|still|become|allow|enable|mean|"
    "encourage|promote|boost|enhance|reduce|create|displace|destroy|kill|drown|vanish|disappear|melt|starve|haunt|"
    "outlive|represent|constitute|burden|ripple|erode|widen|weigh|feel|know|find|want|like|look|seem|appear|show|tell|say|speak|arise|emerge|"
    "\\w+ly"
)
"""Verbs of what comes of something by itself, or of what somebody is: said of them, "will" foretells."""

GRAMMAR = Grammar(
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
        r"|\bwe\b[^,;.]{0,30}\b(?:still|yet)\b[^,;.]{0,60}\b(?:whether|how|which|who|where)\b"
        rf"|\b{_WORKERS}\b(?! will)[^;.,]{{0,40}}? (?:continues?|keeps?(?: on)?|goes on|go on|persists? in) "
        rf"(?:to (?!(?:{_LOT})\b)\w+|(?!(?:being|having|needing|facing|lacking|suffering|insisting)\b)\w+ing\b)"
        rf"|\b{_WORKERS}\b(?! will)[^;.,]{{0,40}}? (?:is|are) still (?!(?:being|having|needing|facing|lacking|suffering|waiting|living|dying|insisting)\b)\w+ing\b"
        r"|\b(?:is|are) still (?:torn|undecided|divided|split) (?:between|over|on|about|whether)\b"
        r"|\b(?:is|are) (?:still |now |currently |presently )?(?:holding|conducting|pursuing) (?:an? |the |their |its |several |"
        r"regular )?(?:\w+[ -]){0,4}?(?:talks|discussions?|negotiations?|consultations?|conversations?|meetings|dialogues?|"
        r"exchanges?|workshops|inquiry|review|study|studies|survey|surveys|hearings)\b",
        True,
    ),
    (
        "plea",
        rf"\b(?:we|the (?:assembly|council|conference|committee|commission|board|meeting|congress)) {_ASIDE}?"
        r"(?!will|shall|are|have|had|were|must|should|would|can|could|may|might|need|want|use|uses|help|helps|allow|"
        r"allows|enable|enables|expect|expects|consider|considers|believe|find|finds|lend|lends|send|sends|give|gives|"
        r"leave|leaves|owe|owes|take|takes|make|makes|keep|keeps|bring|brings|pay|pays|offer|offers|know|thank|thanks|"
        r"train|trains|permit|permits|has|that\b|which\b|wh(?:o|om|ose|ether|ere|en|ile)\b|of\b|on\b|in\b|at\b|by\b|"
        r"for\b|from\b|with\b|and\b|or\b|as\b|if\b|because\b|\w+ed\b)"
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
        r"january|february|march|april|may|june|july|august|september|october|november|december|next|the (?:year|month|week|rains|"
        r"harvest|monsoon|winter|summer)|(?:\w+[ -])?\w+ (?:days|weeks|months|years))\b"
        r"|\bwill (?:go|fall|pass|be reserved|accrue|revert|belong) to (?!waste|war|great|any)\w+"
        rf"|^(?=[^,;.]* will )(?:\(?\w{{1,3}}[.)] ?)?(?:the |our |all |each |every |both |its |their )?(?:(?!will\b|is\b|are\b|who\b|that\b|which\b|if\b|when\b|as\b|with|only\b|in\b|on\b)"
        rf"[^ ,;.]+ ){{0,4}}{_BODIES} (?:(?:of|in|from|at|on|for|along) (?:(?!will\b)[^ ,;.]+ ){{1,4}}?)?will (?:each |both |all |also |jointly |not |no longer |never )?(?!(?:{_EFFECTS})\b)[a-z]+ (?:a|an|the|its|their|his|her|"
        r"all|each|every|any|no|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|sixty|eighty|"
        r"\d[\d,]*|a hundred|over|out|up|down|off|back|more|\w+s)\b",
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
        r"|^(?=[^;]*(?:in [a-z]+|(?:last|this) [a-z]+|yesterday)\.?$)(?!we\b|if\b|when\b)(?:(?!will\b|should\b|must\b|is\b|are\b|that\b|which\b|who\b|to\b)[^ ,;.]+ ){1,6}(?!need|based|related|united|agreed|red\b|shed\b|hundred|sacred|naked|seed|feed|speed|indeed)[a-z]{2,}ed (?!by\b|to\b)"
        r"(?:(?!will\b|is\b|are\b|should\b|must\b|may\b|can\b)[^ ;.]+ ){0,12}(?:in (?:january|february|march|april|may|june|july|august|september|october|november|december)|"
        r"last (?:week|month|year|spring|summer|autumn|winter|night)|yesterday|this (?:spring|summer|autumn|winter))\.?$"
        rf"|\bnow [a-z]+s (?:more than |over |some |nearly |almost |about )?(?:{_COUNTED}|half|a third|a quarter)[^;.]*[.]"
        r"|\b(?:costs?|sells? for|fetch(?:es)?|is worth|are worth) (?:now |about |nearly |almost |some |more than |over )?(?:twice|"
        r"double|triple|half|\w+ times|\d|a third|a quarter)\b"
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
