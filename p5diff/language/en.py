"""English."""

from collections.abc import Mapping

from p5diff.language.measures import Measures
from p5diff.language.measures.en import MEASURES as _MEASURES
from p5diff.language.verbs import en as _verbs

CODE = "en"
verbs = _verbs.verbs
NAME = "English"
DIRECTION = "ltr"
SCRIPT = "Latin"
CASED = True
SEPARATOR = " "
TERMINATORS = ".?!…"
ABBREVIATIONS: frozenset[str] = frozenset(
    """mr mrs ms dr prof profs messrs mmes hon rev gen maj col capt lt sgt amb sen rep gov st i.e e.g cf
    viz vs v h.e h.m h.r.h ibid approx dept adm brig cmdr cdr cpl pvt comdr insp supt fr br esq pres
    atty asst assoc dir min sec.-gen sec.gen mt ft maj.gen lt.col lt.gen brig.gen v.adm r.adm incl excl
    esp est ca circa op loc n.b q.v sc resp cit bros univ inst natl intl govt comm""".split()
)
NUMBER_ABBREVIATIONS: frozenset[str] = frozenset(
    """no nos art arts para paras subpara subparas p pp vol vols ch chap chaps sec secs sect sects fig
    figs tab ex cl cls add corr res doc docs annex ann app apps appx attach att encl encls pt pts ser
    suppl supp amend dec decl reg regs fn n nn ed eds rev col cols l ll item tit stat rm ext tel
    jan feb mar apr jun jul aug sep sept oct nov dec""".split()
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
DATE_PATTERNS: tuple[str, ...] = (
    r"(?P<d>\d{1,2})(?:st|nd|rd|th)?(?: (?P<m2>{month}))? ?(?:-|–|—|to|and|through) ?"
    r"(?P<d2>\d{1,2})(?:st|nd|rd|th)? (?P<m>{month}),? (?P<y>\d{4})",
    r"(?P<d>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?P<m>{month})\.?,? (?P<y>\d{4})",
    r"(?P<m>{month})\.? (?P<d>\d{1,2})(?:st|nd|rd|th)?(?: ?(?:-|–|—|to|and) ?"
    r"(?:(?P<m2>{month})\.? )?(?P<d2>\d{1,2}))?,? (?P<y>\d{4})",
)
PLACE_BEFORE_DATE = r",? (?:on )?|, "
DONE_AT = r"(?:done|signed|adopted) (?:at|in) "
VARIANTS: Mapping[str, str] = {
    variant: usual
    for usual, variant in (
        pair.split("/")
        for pair in """program/programme center/centre defense/defence license/licence
        labor/labour labors/labours favor/favour favors/favours honor/honour honors/honours
        neighbor/neighbour neighboring/neighbouring endeavor/endeavour endeavors/endeavours
        behavior/behaviour color/colour harbor/harbour fulfill/fulfil fulfillment/fulfilment
        judgment/judgement aging/ageing skillful/skilful installment/instalment
        enrollment/enrolment centers/centres programs/programmes catalog/catalogue
        analog/analogue dialog/dialogue gray/grey toward/towards afterward/afterwards
        among/amongst while/whilst cooperate/co-operate cooperation/co-operation
        coordinate/co-ordinate coordination/co-ordination traveled/travelled
        modeling/modelling modeled/modelled signaling/signalling signaled/signalled
        counseling/counselling canceled/cancelled focused/focussed defenses/defences
        offense/offence artifact/artefact maneuver/manoeuvre meter/metre meters/metres
        kilometer/kilometre kilometers/kilometres percent/per-cent inquiry/enquiry
        reflection/reflexion disk/disc tire/tyre esthetic/aesthetic anesthesia/anaesthesia
        pediatric/paediatric""".split()
    )
}
FOLDS: tuple[tuple[str, str], ...] = (
    (r"(?<=[a-z]{3})is(?=(?:e|es|ed|ing|ation|ations|ational|er|ers)$)", "iz"),
    (r"(?<=[a-z]{2}al)ys(?=(?:e|es|ed|ing)$)", "yz"),
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
    r"\b(?:have|has) the hono(?:u)?r to (?:\w+ ){0,4}?(?:transmit|forward|enclose|submit|attach|convey|circulate)",
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
    r"original ?: ?[\w, /]+",
    r"english(?: only)?",
    r"\(?[a-z]+ session\)?",
    r"(?:agenda )?items? \d[\w ().,]*",
)
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
    binding minded breakers party year old day long century use purpose general chief elect operation
    operate operative economic political military effective efficient intensive specific wing weapon
    control run backed making ended agreed established quality income performing held like to in out by the""".split()
)
SUFFIXES: tuple[str, ...] = tuple(
    """tion sion ment ness ity ing ings ly ed er ers est ons al ally ble bility tive sive ture ance
    ence ency ancy ate ated ates ating ation ized ised ize ise izing ising ous ful less ship ism ist
    ists ical ically ary ery ory ties ty cy sive sions tions ments liferation mament ference curity
    tional national eration eral erals clear sibility lateral ternational tee cil""".split()
)
TAG = "en-GB"
ENCODINGS: tuple[str, ...] = ()
SPACED_MARKS = ""
REFERS = (
    r"\b(?:articles?|arts?\.|resolutions?|UNSCRs?|tracks?|paragraphs?|paras?\.?|numbers?|no\.|nos\.|"
    r"sections?|chapters?|rules?|pillars?|protocols?|phases?|steps?|parts?|annex|items?|goals?|SDGs?|COP|CMP|"
    r"recommendations?|principles?|appendix|tables?|footnotes?|decisions?|regulations?|directives?)"
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
    """a of and or the in to at on for with by from as is are was were have has will shall that which
    new other more additional full""".split()
)
DAY_AND_MONTH = (
    r"(?<!\d)(?P<d>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?P<m>{month})\b"
    r"|(?<!\w)(?P<m2>{month})\.? (?P<d2>\d{1,2})(?:st|nd|rd|th)?(?![\d/])"
)
FOLD_ACCENTS = True
LETTER_FOLDS: Mapping[str, str] = {}
CLITICS: tuple[str, ...] = ()
ARTICLE_CLITICS: tuple[str, ...] = ()
ARTICLE = ""
STEM = 6
MEASURES: Measures = _MEASURES
