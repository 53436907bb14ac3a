"""English."""

from collections.abc import Mapping

from p5diff.language.agency import Agency
from p5diff.language.agency.en import AGENCY as _AGENCY
from p5diff.language.carriers import Carrier
from p5diff.language.carriers.en import CARRIER as _CARRIER
from p5diff.language.grammar.en import GRAMMAR as _GRAMMAR
from p5diff.language.measures import FigureWords
from p5diff.language.measures.en import MEASURES as _MEASURES
from p5diff.language.verbs import en as _verbs
from p5diff.language.verbs import nothing_promises as _nothing_promises

CODE = "en"
LONG_CODES: tuple[str, ...] = ("eng",)
verbs = _verbs.verbs
promises = _nothing_promises
same_verb = _verbs.same_verb
NOUN_LAST = True
VERB_FIRST = False
PLURALS: Mapping[str, str] = {}
NAME = "English"
DIRECTION = "ltr"
SCRIPT = "Latin"
CASED = True
SEPARATOR = " "
TERMINATORS = ".?!…"
ABBREVIATIONS: frozenset[str] = frozenset(
    """mr mrs ms dr prof profs messrs mmes hon rev gen maj col capt lt sgt amb sen rep gov st i.e e.g
    cf viz vs v h.e h.m h.r.h ibid approx dept adm brig cmdr cdr cpl pvt comdr insp supt fr br esq
    pres atty asst assoc dir min sec.-gen sec.gen mt ft maj.gen lt.col lt.gen brig.gen v.adm r.adm
    incl excl esp est ca circa op loc n.b q.v sc resp cit bros univ inst natl intl govt comm em wg flt
    sqn bvt ven archdn archbp abp bp msgr revd cllr cmdt pfc cwo lieut cpt ssgt ens ste assn dist
    eng mgr""".split()
)
NUMBER_ABBREVIATIONS: frozenset[str] = frozenset(
    """alt opt var no nos art arts para paras subpara subparas p pp vol vols ch chap chaps sec secs sect sects fig
    figs tab ex cl cls add corr res doc docs annex ann app apps appx attach att encl encls pt pts ser
    suppl supp amend dec decl reg regs fn n nn ed eds rev col cols l ll item tit stat rm ext tel
    tues wed thurs jan feb mar apr jun jul aug sep sept oct nov dec""".split()
)
ENDING_ABBREVIATIONS: frozenset[str] = frozenset(
    """u.s u.k u.n e.u u.s.s.r jr sr ave blvd rd ph.d m.a b.a m.p""".split()
)
CLOSING_ABBREVIATIONS: frozenset[str] = frozenset(
    """etc u.s.a d.c inc ltd llc plc co corp al et.al seq ff n.a t.b.d""".split()
)
UNIT_ABBREVIATIONS: frozenset[str] = frozenset(
    """a.m p.m km kg cm mm m ft lb lbs oz gal mi hr hrs min mins sec secs yr yrs mo wk wks bn mn tn b.c
    a.d b.c.e c.e kt mt pct""".split()
)
UNIT_FOLLOWERS = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|eastern|central|pacific|mountain|atlantic|greenwich|"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
DATE_PREPOSITIONS: frozenset[str] = frozenset("at by in on from until since before after around".split())
STARTING_WORDS: frozenset[str] = frozenset(
    """a an no nobody none nothing every each some many few several most much another others one two three
    what why who whose here now then today later still yet so because although though despite all as
    they she he it we you i my your president nevertheless finally first second next meanwhile""".split()
)
JOINING_WORDS: tuple[str, ...] = ()
SAYING_WORDS: tuple[str, ...] = ()
QUOTES: tuple[tuple[str, str], ...] = (("“", "”"), ("‘", "’"), ('"', '"'))
MONTHS: Mapping[str, int] = {
    **{
        name: number
        for number, name in enumerate(
            """january february march april may june july august september october november
            december""".split(),
            start=1,
        )
    },
    **{
        name: number
        for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)
    },
    "sept": 9,
}
_ORD = r"(?:st|nd|rd|th)?"
_TO = r" ?(?:-|–|—|to|and|through|until|till) ?(?:the )?"
DATE_PATTERNS: tuple[str, ...] = (
    # at most so many days as a month has: a table of numbers is no list of them, and would be tried from each
    rf"(?P<d>\d{{1,2}}){_ORD}(?:, \d{{1,2}}{_ORD}){{0,30}},?(?: (?:of )?(?P<m2>{{month}})\.?(?:,? (?P<y2>\d{{4}}))?)?{_TO}"
    rf"(?P<d2>\d{{1,2}}){_ORD} (?:of )?(?P<m>{{month}})\.?,? (?P<y>\d{{4}})",
    rf"(?P<d>\d{{1,2}}){_ORD}(?: day)? (?:of )?(?P<m>{{month}})\.?,? (?P<y>\d{{4}})",
    rf"(?P<m2>{{month}})\.? (?P<d>\d{{1,2}}){_ORD},? (?P<y2>\d{{4}}){_TO}"
    rf"(?P<m>{{month}})\.? (?P<d2>\d{{1,2}}){_ORD},? (?P<y>\d{{4}})",
    rf"(?P<m>{{month}})\.? (?P<d>\d{{1,2}}){_ORD}(?:(?:, \d{{1,2}}{_ORD}){{0,30}},?{_TO}"
    rf"(?:(?P<m2>{{month}})\.? )?(?P<d2>\d{{1,2}}){_ORD})?,? (?P<y>\d{{4}})",
)
WEEKDAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
DOCUMENTS = (
    r"statement|declaration|communiqu|resolution|decision|agreement|treat(?:y|ies)|convention"
    r"|protocol|report|letters?\b|notes?\b|memorandum|meeting|conference|session|round\b|summit"
    r"|press\b|news\b|remarks|speech|address\b|summary|conclusions|paper\b|draft|plan\b|annex\b"
    r"|joint\b|final\b"
    r"|by\b|photo|source\b"
)
NOTE_HEADINGS = r"(?:end|foot)?-?notes(?: and references)?|references"
PLACE_BEFORE_DATE = r",? (?:on |this |the |on the )?|, "
DONE_AT = r"(?:done|signed|adopted) (?:at|in) "
VARIANTS: Mapping[str, str] = {
    variant: usual
    for usual, variant in (
        pair.split("/")
        for pair in """program/programme programs/programmes gray/grey judgment/judgement
        judgments/judgements acknowledgment/acknowledgement acknowledgments/acknowledgements
        aging/ageing likable/likeable sizable/sizeable salable/saleable movable/moveable
        toward/towards afterward/afterwards forward/forwards backward/backwards upward/upwards
        downward/downwards inward/inwards outward/outwards onward/onwards
        among/amongst while/whilst amid/amidst learned/learnt burned/burnt spelled/spelt spoiled/spoilt
        dreamed/dreamt leaped/leapt
        cooperate/co-operate cooperation/co-operation cooperative/co-operative
        cooperated/co-operated cooperating/co-operating
        coordinate/co-ordinate coordination/co-ordination coordinated/co-ordinated
        coordinating/co-ordinating coordinator/co-ordinator
        focused/focussed focusing/focussing biased/biassed benefited/benefitted benefiting/benefitting
        targeted/targetted targeting/targetting budgeted/budgetted
        artifact/artefact artifacts/artefacts percent/per-cent
        inquiry/enquiry inquiries/enquiries inquire/enquire inquired/enquired
        disk/disc disks/discs plow/plough plows/ploughs plowed/ploughed mold/mould molds/moulds
        sulfur/sulphur sulfate/sulphate sulfates/sulphates sulfide/sulphide aluminum/aluminium
        skeptic/sceptic skeptics/sceptics skeptical/sceptical skepticism/scepticism
        pajamas/pyjamas jewelry/jewellery cozy/cosy mustache/moustache airplane/aeroplane
        smolder/smoulder smoldering/smouldering
        skillful/skilful skillfully/skilfully willful/wilful willfully/wilfully
        fulfill/fulfil fulfills/fulfils fulfillment/fulfilment enroll/enrol enrolls/enrols
        enrollment/enrolment enrollments/enrolments install/instal installment/instalment
        installments/instalments distill/distil instill/instil instills/instils appall/appal
        specialty/speciality specialties/specialities maneuver/manoeuvre maneuvers/manoeuvres
        maneuvered/manoeuvred maneuvering/manoeuvring""".split()
    )
}
_OUR = (
    "arb|ard|arm|behavi|cand|clam|col|demean|dol|endeav|enam|fav|ferv|flav|harb|hon|hum|lab|mal?od|"
    "misdemean|neighb|od|parl|ranc|rig|rum|savi|sav|splend|succ|tum|val|vap|vig"
)
_RE = "cent|met|lit|theat|fib|calib|sab|spect|somb|meag|lust|goit|sepulch|reconnoit|saltpet"
_DOUBLED = (
    "barre|beve|cance|channe|chise|counse|dia|due|ename|equa|fue|funne|gave|grave|grove|impane|imperi|initia|"
    "jewe|labe|leve|libe|marsha|marve|mode|pane|parce|penci|quarre|reve|riva|shove|shrive|signa|snive|spira|"
    "stenci|swive|symbo|tasse|tota|towe|trave|tunne|unrave|yode"
)
FOLDS: tuple[tuple[str, str], ...] = (
    (r"(?<![a-z])(mal)?practis(?=e|ing)", r"\1practic"),
    # -ise, -isation and their kin; four letters before, so that "wise" and "rise" stay themselves
    (r"(?<=[a-z]{3})is(?=(?:e|es|ed|ing|ingly|ation|ations|ational|er|ers|able)\b)", "iz"),
    (r"(?<=[a-z]{2}al)ys(?=(?:e|es|ed|ing|er|ers)\b)", "yz"),
    (rf"(?<![a-z])((?:dis|un|re|mis|be|non)?(?:{_OUR}))our", r"\1or"),
    (rf"(?<![a-z])((?:[a-z]*)(?:{_RE}))r(?:e(?=s?\b)|(?=ed\b|ing\b))", r"\1er"),
    (r"(?<![a-z])(def|off|pret)ence(?=(?:s|less)?\b)", r"\1ense"),
    (r"(?<![a-z])((?:un)?licen)c(?=e|ing|ed)", r"\1s"),
    (rf"(?<![a-z])((?:un|re|mis)?(?:{_DOUBLED}))ll(?=(?:ed|ing|ings|er|ers|or|ors)\b)", r"\1l"),
    (
        r"(?<![a-z])(catal|dial|anal|monol|prol|epil|homol|travel|pedag)ogu(?:e(?=s?\b)|(?=ed\b|ing\b))",
        r"\1og",
    ),
    (r"(?<![a-z])(an|leuk|h|isch)aem", r"\1em"),
    (r"(?<![a-z])(an|)aesthe", r"\1esthe"),
    (r"(?<![a-z])(orthop|encyclop|p)aed", r"\1ed"),
    (r"(?<![a-z])(arch)aeo", r"\1eo"),
    (r"(?<![a-z])(medi|prim)aev", r"\1ev"),
    (r"(?<![a-z])caes(?=ium)", "ces"),
    (r"(?<![a-z])oe(?=strogen|sophag|dema)", "e"),
    (r"(?<![a-z])(f)oe(?=t(?:us|al))", r"\1e"),
    (r"(?<=rrh)oe(?=a)", "e"),
    (r"(?<=fle)x(?=ions?\b)", "ct"),
    (r"(?<=conne)x(?=ions?\b)", "ct"),
    (r"(?<=gram)me(?=s?\b)", ""),
)
COMMON_WORDS: frozenset[str] = frozenset(
    """the of and to in that for with on by as is are be which their will this have it our we its
    from at an or these those they has been was were not also all any such both he she his her
    there when where if but should would may can must shall under between through into more other
    than who how after before during while since however furthermore moreover in""".split()
)
FREQUENT_LETTERS = "etaoinsrhldcum"
TELLING_LETTERS = ""
LETTER_TITLES: tuple[str, ...] = (
    r"\bletter dated\b",
    r"\bletter from\b",
    r"\bnotes? verbales?\b",
    r"^letter\b",
)
TRANSMITTALS: tuple[str, ...] = (
    r"\b(?:have|has) the hono(?:u)?r(?:, [^.;]{3,160}?,)? to (?:\w+ ){0,4}?(?:transmit|forward|enclose|submit|attach|convey|circulate)",
    r"\b(?:transmit|forward|enclose|attach)(?:s|ing)? (?:herewith|herein|hereby)\b",
    r"\b(?:please find|i enclose|i attach|i am pleased to (?:transmit|forward|enclose))\b",
    r"\bi (?:am writing to|hereby|herewith) (?:transmit|forward|enclose|submit)",
    r"\b(?:circulated|distributed|issued) as (?:an? )?(?:official )?document",
)
SIGNED: tuple[str, ...] = (r"\(signed\)", r"\bsigned:", r"\bsigned by\b", r"/s/")
OFFICES: tuple[str, ...] = (
    r"\b(?:permanent |deputy |acting |special )*representative\b",
    r"\bambassador\b",
    r"\bchargé d.affaires\b",
    r"\b(?:prime |foreign |deputy )*minister\b",
    r"\bsecretary(?:-general)?\b",
    r"\bdirector(?:-general)?\b",
    r"\bchair(?:person|man|woman)?\b",
    r"\bhead of (?:the )?(?:delegation|mission)\b",
    r"\bpresident\b",
)
PAGE_LINES: tuple[str, ...] = (r"(?:page|p\.|pg\.?) ?{n}(?: ?(?:of|/) ?{n})?", r"{n} ?(?:of|/) ?{n}")
MASTHEADS: tuple[str, ...] = (
    r"united nations",
    r"general assembly|security council|conference on disarmament",
    r"distr(?:\.|ibution) ?: ?\w+",
    r"original(?: language)? ?: ?[\w, /]+",
    r"english(?: only)?",
    r"\(?[a-z]+ session\)?",
    r"(?:agenda )?items? \d[\w ().,]*",
)
ANNEX_TITLES = frozenset("annex appendix attachment enclosure addendum".split())
LABELS: tuple[str, ...] = (
    r"(?:article|section|chapter|principle|action|annex|part) (?:\d{1,3}|[ivxlc]{1,6})(?:[.:)]| ?[–—](?= ))",
)
COMPOUND_STARTS: frozenset[str] = frozenset(
    """non self anti post pre well long short high low first second third one two three four five
    multi co ex vice cross counter inter intra semi sub super ultra under over mid large small full
    half part all state longer shorter higher lower market critical on de north south east west so by to step decision policy peer people re cyber
    nuclear weapon weapons conflict war peace time cost risk rules science evidence data day year
    world far near hard soft open close on off up down in out land sea air space dual single double
    confidence test early late low end life hand face arms legally politically""".split()
)
COMPOUND_ENDS: frozenset[str] = frozenset(
    """term based oriented led related assistance weapon weapons free wide style level scale range
    aligned driven owned sector date standing going making building sharing keeping breaking taking
    known being off up technology facing looking reaching depth proliferation state states enabled
    friendly sensitive responsive intrusive cutting averse thirds fifths quarters
    binding minded breakers party year old day long century use purpose general chief elect operation
    operate operative economic political military effective efficient intensive specific wing weapon
    control run backed making ended agreed established quality income performing held like to in out by the""".split()
)
COMPOUND_TENS: frozenset[str] = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
COMPOUND_SYLLABLES: frozenset[str] = frozenset(
    """in on up so pre down off out over under by to re de co ex be inter intra sub super ultra north south east west
    date standing state states year days use run like led held control going being old wing style general
    effective political operation operate operative sector ended part half all man hand face land
    counter day""".split()
)
UNFINISHED = "ijquv"
SUFFIXES: tuple[str, ...] = tuple(
    """tion sion ment ness ity ing ings ly ed er ers est ons al ally ble bility tive sive ture ance
    ence ency ancy ate ated ates ating ation ized ised ize ise izing ising ous ful less ship ism ist
    ists ical ically ary ery ory ties ty cy sive sions tions ments liferation mament ference curity
    zation zations sation sations tional national eration eral erals clear sibility lateral ternational tee cil""".split()
)
TAG = "en-GB"
ENCODINGS: tuple[str, ...] = ()
SPACED_MARKS = ""
REFERS = (
    r"\b(?:articles?|arts?\.|resolutions?|UNSCRs?|tracks?|paragraphs?|paras?\.?|numbers?|no\.|nos\.|"
    r"sections?|chapters?|rules?|pillars?|protocols?|phases?|steps?|parts?|annex|items?|goals?|SDGs?|COP|CMP|"
    r"recommendations?|principles?|appendix|tables?|footnotes?|options?|decisions?|regulations?|directives?|versions?|releases?)"
)
_CAPITAL = r"[^\W\d_a-zà-ÿ]"
_UNITS = r"States?|Part(?:y|ies)|Members?|Governments?|Nations?|Countries|Ministers?|Leaders?"
NUMBERED_NAMES: tuple[str, ...] = (
    rf"(?P<y>\b\d{{1,4}})(?=[ -](?!(?:{_UNITS})\b){_CAPITAL}[a-z]+)",
    r"(?P<y>\b\d{4})(?= (?:NPT|UN|P5|G7|G20|BRICS|NATO|ASEAN|APEC|COP|IAEA) )",
    r"\b(?!(?:In|Since|By|During|Until|Till|From|After|Before|For|Through|To|Around|Between|And|Of|On|Year|"
    r"January|February|March|April|May|June|July|August|September|October|November|December)\b)"
    r"[A-Z][a-zé]+ (?P<y>\d{4})\b(?! to\b)",
    r"\b(?:Conference|Plan|Summit|Agenda|Statement|Declaration|Committee|Meeting) of (?P<y>\d{4})\b",
)
ACTIONS = r"\b[Aa]ctions?"
RESOLUTIONS: tuple[str, ...] = (r"(?:UNSC|Security Council) [Rr]esolution (?P<no>\d{2,4})\b{year}",)
NO_UNITS: frozenset[str] = frozenset(
    """a of and or the in to at on for with by from as is are was were have has will shall that which per
    new other more additional full""".split()
)
DAY_AND_MONTH = (
    r"(?<!\d)(?P<d>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?P<m>{month})\b"
    r"|(?<!\w)(?P<m2>{month})\.? (?P<d2>\d{1,2})(?:st|nd|rd|th)?(?![\d/])"
)
FOLD_ACCENTS = True
LETTER_FOLDS: Mapping[str, str] = {}
CLITICS: tuple[str, ...] = ()
POSSESSIVES: tuple[str, ...] = ()
NOUN_ENDINGS: Mapping[str, tuple[str, ...]] = {}
OWNED_ENDINGS: Mapping[str, tuple[str, ...]] = {}
WHOLE_NOUNS: frozenset[str] = frozenset()
UNSPLIT: frozenset[str] = frozenset()
ARTICLE_CLITICS: tuple[str, ...] = ()
ARTICLE = ""
STEM = 6
"""Letters by which words are the same: endings come later."""
ENDINGS: tuple[str, ...] = ()
MEASURES: FigureWords = _MEASURES
AGENCY: Agency = _AGENCY
GRAMMAR = _GRAMMAR
CARRIER: Carrier = _CARRIER
GROUPING = ","
OPTIONS = r"(?:option|alternative|alt\.?|variant)\s?(?:\d{1,2}|[A-H])\b"
LEAD_BEFORE = (
    r"(?:also|too|again|further(?:more)?|moreover|likewise|once (?:again|more)|while|and|once|most|"
    r"more|in particular|in (?:this|that) (?:regard|respect|context|connection|spirit)|to (?:this|"
    r"that) end|accordingly|therefore|thus|hereby|having|being|been|still|"
    r"with (?:\w+ )?(?:appreciation|satisfaction|regret|concern|interest)|(?!(?:apply|rely|supply|"
    r"reply|comply|imply|multiply|ally)\b)\w+ly)"
)
LEAD_AFTER = "(?:also|again|further|once (?:again|more)|likewise|strongly|urgently)"
LEAD_WITH = ""
LEAD_VERBS = ""
AND: frozenset[str] = frozenset("and".split())
ALSO: tuple[str, ...] = ("as well as",)
IMPERATIVE = ""
EXAMPLES: tuple[str, ...] = ("example", "include", "including", "such as", "e.g.", "for instance", "like")
PARTICLES: frozenset[str] = frozenset()
AND_PREFIX = ""
ARTICLES: frozenset[str] = frozenset("the a an".split())
ADJUNCTS: frozenset[str] = frozenset(
    "after as at bearing before by considering during given having in into notwithstanding pending provided pursuant subject taking through throughout towards under until upon via when whenever while with within without".split()
)
ADJUNCT_PREFIX = ""
MAY_DENY = (
    r"\b(?:no|not|none|nor|never|nothing|nobody|neither|without|unless|cannot|\w+n['’]t|nowhere|hardly|only|solely|except\w*|limit\w*|restrict\w*|"
    r"refus\w*|declin\w*|fail\w*|refrain\w*|avoid\w*|prevent\w*|prohibit\w*|bann?\w*|reject\w*|oppos\w*|against|"
    r"den(?:y|ie)\w*|lack\w*|absen\w*|free (?:of|from)|contrary|substitut\w*|non|abstain\w*|exclu\w*|impossib\w*|"
    r"beyond|in\w+(?:able|ible)|un\w+able|im\w+ible|ir\w+ble|inequal\w*|unequal\w*|independen\w*|secret\w*|neutral\w*|"
    r"un(?:able|lawful|acceptabl|authori[sz]ed|just|fair|willing|warranted)\w*)\b"
)
DENIES = r"\b(?:not|never|cannot|no|none|nobody|nothing|nor|neither|\w+n['’]t)\b"
IDLE_DENIALS = (
    r"\b(?:no|not) (?:later|less|more|fewer|longer|doubt|only|merely|least|limited)\b|\bwhether or not\b|\bif not\b|"
    r"\bno\. ?\d|\bnot to mention\b|\bnothing (?:less|but)\b|\bnon-\w+"
)
WITHOUT = r"\b(?:without|regardless of|irrespective of|notwithstanding)\b"
DENSITY = 1.0
"""Measured as `p5diff.language.base` says."""
BEARS_BEFORE = r"\b(?:Lake|River|Mount|Mt\.?|Cape|(?:Gulf|Bay|Sea|Straits?|Isthmus|Bank|University|Institute|Museum) of(?: the)?)\s+$"
BEARS_AFTER = (
    r"\s+(?:River|Delta|Basin|Canal|Strait|Sea|Ocean|Bank|University|Institute|Airlines|Airways|Valley|Desert|Peninsula"
    r"|Plateau|Foundation|Tech)\b"
)
