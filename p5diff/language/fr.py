"""French."""

from collections.abc import Mapping

from p5diff.language.agency import Agency
from p5diff.language.agency.fr import AGENCY as _AGENCY
from p5diff.language.carriers import Carrier
from p5diff.language.carriers.fr import CARRIER as _CARRIER
from p5diff.language.grammar.fr import GRAMMAR as _GRAMMAR
from p5diff.language.measures import FigureWords
from p5diff.language.measures.fr import MEASURES as _MEASURES
from p5diff.language.verbs import begins_alike as _begins_alike
from p5diff.language.verbs import fr as _verbs

CODE = "fr"
LONG_CODES: tuple[str, ...] = ("fra", "fre")
verbs = _verbs.verbs
promises = _verbs.promises
same_verb = _begins_alike
NOUN_LAST = False
VERB_FIRST = False
PLURALS: Mapping[str, str] = {}
NAME = "French"
DIRECTION = "ltr"
SCRIPT = "Latin"
CASED = True
SEPARATOR = " "
TERMINATORS = ".?!…"
ABBREVIATIONS: frozenset[str] = frozenset(
    """m mm mme mmes mlle mlles me mes dr drs mgr pr prof cf c.-à-d c.à.d s.e s.e.m ex st ste gén min
    amb env col cdt cne lt ltt-col lt-col sgt adj adm am brig capt cap vve feu hon son.exc exc sén
    dép prés dir sec av apr j.-c p.ex i.e e.g ibid op loc n.b v resp max incl excl éd coll trad bd
    pl sq dept dépt cmdt lieut chev maj div esc proc insp ing arch rév préf imp bld fg ets éts mgrs cst""".split()
)
NUMBER_ABBREVIATIONS: frozenset[str] = frozenset(
    """alt opt var no nos n art arts par par paragr p pp vol al alin chap sect fig tabl add corr rev
    rés doc docs ann app annexe tit liv l ch suppl sér réf rec déc décl pt pts tél janv févr mars
    avr juill sept oct nov déc not rubr bull rapp""".split()
)
ENDING_ABBREVIATIONS: frozenset[str] = frozenset("""e.-u é.-u o.n.u u.e s.a s.a.r.l""".split())
CLOSING_ABBREVIATIONS: frozenset[str] = frozenset("""etc al suiv ss cie sté ltée inc""".split())
UNIT_ABBREVIATIONS: frozenset[str] = frozenset(
    """km kg cm mm m h hr min sec mn mio mrd md fr s siècle""".split()
)
UNIT_FOLLOWERS = ""
DATE_PREPOSITIONS: frozenset[str] = frozenset("dès depuis vers à".split())
STARTING_WORDS: frozenset[str] = frozenset(
    """nul aucun aucune personne rien chaque chacun certains plusieurs quelques voici voilà enfin puis alors
    cependant toutefois mais or car donc cet cela celui celle ceux celles on je vous si lorsque quand
    comme malgré selon depuis après avant pendant les""".split()
)
JOINING_WORDS: tuple[str, ...] = ()
SAYING_WORDS: tuple[str, ...] = ()
QUOTES: tuple[tuple[str, str], ...] = (("« ", " »"), ("“", "”"), ('"', '"'))
MONTHS: Mapping[str, int] = {
    **{
        name: number
        for number, name in enumerate(
            """janvier février mars avril mai juin juillet août septembre octobre novembre
            décembre""".split(),
            start=1,
        )
    },
    "fevrier": 2,
    "aout": 8,
    "decembre": 12,
}
DATE_PATTERNS: tuple[str, ...] = (
    # at most so many days as a month has: a table of numbers is no list of them, and would be tried from each
    r"(?:les? |du )?(?P<d>\d{1,2})(?:er)?(?:, \d{1,2}){0,30}(?: (?P<m2>{month})(?: (?P<y2>\d{4}))?)?"
    r" ?(?:-|–|—|au|à|et) ?(?:le )?(?P<d2>\d{1,2})(?:er)? (?P<m>{month}) (?P<y>\d{4})",
    r"(?:le )?(?P<d>\d{1,2})(?:er)? (?P<m>{month}) (?P<y>\d{4})",
)
WEEKDAYS = r"(?:lun|mar|mercre|jeu|vendre|same)di|dimanche"
DOCUMENTS = (
    r"déclaration|communiqu|résolution|décision|accord\b|traité|convention|protocole|rapport"
    r"|lettre\b|notes?\b|mémorandum|réunion|conférence|session\b|sommet|presse\b|actualité"
    r"|allocution|discours|résumé|conclusions|document|projet|annexe|conjoint|commun"
    r"|par\b|photo|source\b"
)
NOTE_HEADINGS = r"notes(?: (?:de fin|de bas de page|finales))?|références"
PLACE_BEFORE_DATE = r",? (?:le )?"
DONE_AT = r"(?:fait|adoptée?) à "
VARIANTS: Mapping[str, str] = {
    "clef": "clé",
    "clefs": "clés",
    "connaitre": "connaître",
    "reconnaitre": "reconnaître",
    "maitrise": "maîtrise",
    "couts": "coûts",
    "cout": "coût",
    "aout": "août",
    "paraitre": "paraître",
    "maitriser": "maîtriser",
    "entrainer": "entraîner",
    "entraine": "entraîne",
}
FOLDS: tuple[tuple[str, str], ...] = (
    ("œ", "oe"),
    ("æ", "ae"),
    (r"^1(?:ère|ere|re)$", "1re"),
    (r"^(\d+|[ivxlc]+)(?:i?ème|i?eme)(s?)$", r"\1e\2"),
    (r"^n\.?[º°]$", "no"),
    # the spellings of 1990: no circumflex on i and u where it tells nothing, è for é before a mute e
    (r"(?<=[a-zà-ÿ])aît", "ait"),
    (r"(?<=[co]n)naît", "nait"),
    (r"(?<=[acgr])oût", "out"),
    (r"^[ée]v[éè](?=nement)", "evé"),
    (r"^(r)è(?=glementa)", r"\1é"),
)
COMMON_WORDS: frozenset[str] = frozenset(
    """le la les de des du et à en que qui dans pour par sur au aux une un est sont leur leurs nous
    ce cette ces il elle ils elles se sa son ses avec ne pas plus ou où été être ont a tous toutes
    tout toute également ainsi afin notre nos d l""".split()
)
FREQUENT_LETTERS = "esaitnrulodcpméèàêçôîûùâ’«»"
TELLING_LETTERS = "çœèêëîïûùâôœ"
LETTER_TITLES: tuple[str, ...] = (r"\blettre datée\b", r"^lettre\b", r"\bnotes? verbales?\b")
TRANSMITTALS: tuple[str, ...] = (
    r"\bai l.honneur(?:, [^.;]{3,160}?,)? de (?:vous )?(?:\w+ ){0,4}?(?:transmettre|communiquer|adresser|faire tenir|soumettre|faire parvenir)",
    r"\b(?:vous trouverez ci-joint|je vous (?:transmets|adresse|prie de))\b",
    r"\bfaire distribuer\b.{0,80}\bdocument",
    r"\bci-joint\b.{0,80}\b(?:texte|déclaration|document)",
)
SIGNED: tuple[str, ...] = (r"\(signé\)", r"\bsigné ?:", r"/s/")
OFFICES: tuple[str, ...] = (
    r"\breprésentante? permanente?\b",
    r"\breprésentante?\b",
    r"\bambassad(?:eur|rice)\b",
    r"\bchargée? d.affaires\b",
    r"\bministre\b",
    r"\bsecrétaire (?:générale?|d.état)\b",
    r"\bprésidente?\b",
    r"\bdirect(?:eur|rice)\b",
    r"\bchef(?:fe)? de (?:la )?délégation\b",
)
PAGE_LINES: tuple[str, ...] = (r"(?:page|p\.) ?{n}(?: ?(?:sur|de|/) ?{n})?", r"{n} ?(?:sur|/) ?{n}")
MASTHEADS: tuple[str, ...] = (
    r"nations unies",
    r"assemblée générale|conseil de sécurité|conférence du désarmement",
    r"distr(?:\.|ibution)? ?: ?\w+",
    r"(?:original|langue (?:originale|de l.original)) ?: ?[\w, /]+",
    r"français",
    r"points? \d[\w ().,]* de l.ordre du jour.*",
)
ANNEX_TITLES = frozenset("annexe appendice additif".split())
LABELS: tuple[str, ...] = (
    r"(?:article|section|chapitre|principe|mesure|annexe|partie) (?:\d{1,3}|premier|[ivxlc]{1,6})"
    r"(?:[.:)]| [:–—](?= ))",
    r"\d{1,3}°\)?",
)
COMPOUND_STARTS: frozenset[str] = frozenset(
    """non vice sous contre demi mi semi anti après avant arrière haut celui celle ceux celles au par
    ci là peut c est dit quasi ex extra ultra grand grands états nord sud est ouest entre lui eux
    elle nous vous moi soi cela même vis rendez porte avant""".split()
)
COMPOUND_ENDS: frozenset[str] = frozenset(
    """il elle ils elles on je tu nous vous ce ci là même mêmes t y en le la les lui leur moi toi prolifération unis à dire""".split()
)
COMPOUND_TENS: frozenset[str] = frozenset("vingt trente quarante cinquante soixante quatre".split())
COMPOUND_SYLLABLES: frozenset[str] = frozenset(
    "il elle on je tu ce ci là t y en le la les lui leur moi toi nous vous à dire mi au par est entre".split()
)
UNFINISHED = "jqv"
SUFFIXES: tuple[str, ...] = tuple(
    """tion tions sion sions ment ments mement ité ités ture tures ance ances ence ences teur teurs
    trice tive tif tifs aire aires ique iques able ables ible ibles ation ations age ages ée ées és
    er ant ante ants antes eur eurs euse lité rité nité taire nale nales naux nal liféra raires
    ligne""".split()
)
TAG = "fr-FR"
ENCODINGS: tuple[str, ...] = ("cp1252",)
SPACED_MARKS = ":;!?%"
REFERS = (
    r"\b(?:articles?|art\.|résolutions?|paragraphes?|par\.|numéros?|n[°o]s?|sections?|chapitres?|"
    r"règles?|piliers?|protocoles?|phases?|parties?|annexes?|points?|objectifs?|COP|"
    r"recommandations?|principes?|tableaux?|décisions?|directives?|règlements?|versions?)"
)
NUMBERED_NAMES: tuple[str, ...] = (
    r"[^\W\d_a-zà-ÿ]\w+(?:\s(?:d['’]|de\s|du\s|des\s)?\w+){0,4}\s(?:de|en)\s(?P<y>\d{4})\b",
)
ACTIONS = r"\b[Mm]esures?|\b[Aa]ctions?"
RESOLUTIONS: tuple[str, ...] = (r"[Rr]ésolution (?P<no>\d{2,4}){year} du Conseil de sécurité",)
NO_UNITS: frozenset[str] = frozenset(
    """de du des et ou le la les en à a est au aux dans par pour avec sur que qui sont ont un une
    nouveaux nouvelles autres""".split()
)
DAY_AND_MONTH = r"(?<!\d)(?P<d>\d{1,2}) (?P<m>{month})\b"
FOLD_ACCENTS = False  # traite is trade in people, traité a treaty
LETTER_FOLDS: Mapping[str, str] = {"œ": "oe"}
CLITICS: tuple[str, ...] = ()
POSSESSIVES: tuple[str, ...] = ()
NOUN_ENDINGS: Mapping[str, tuple[str, ...]] = {}
OWNED_ENDINGS: Mapping[str, tuple[str, ...]] = {}
WHOLE_NOUNS: frozenset[str] = frozenset()
UNSPLIT: frozenset[str] = frozenset()
ARTICLE_CLITICS: tuple[str, ...] = ()
ARTICLE = ""
STEM = 6
"""Letters by which words are the same, as in English: verb endings come later."""
ENDINGS: tuple[str, ...] = ()
MEASURES: FigureWords = _MEASURES
AGENCY: Agency = _AGENCY
GRAMMAR = _GRAMMAR
CARRIER: Carrier = _CARRIER
GROUPING = ""
OPTIONS = r"(?:option|variante|alternative|alt\.?)\s?(?:\d{1,2}|[A-H])\b"
LEAD_BEFORE = (
    r"(?:en outre|aussi|de nouveau|à nouveau|de même|derechef|par ailleurs|une fois (?:encore|"
    r"de plus)|en particulier|encore|très|plus|à cet(?:te)? (?:égard|fin|effet)|dans ce (?:contexte|"
    r"cadre)|en conséquence|(?:n['’])?ayant(?: pas)?|étant|s['’]étant|avec (?:\w+ )?(?:satisfaction|"
    r"préoccupation|regret|intérêt)|[^\W\d_]+ment)"
)
LEAD_AFTER = (
    r"(?:en outre|aussi|de nouveau|à nouveau|de même|derechef|par ailleurs|une fois (?:encore|"
    r"de plus)|encore|[^\W\d_]+ment)"
)
LEAD_WITH = "(?:ne se|se|ne)"
LEAD_VERBS = ""
AND: frozenset[str] = frozenset("et".split())
ALSO: tuple[str, ...] = ("ainsi que",)
IMPERATIVE = ""
EXAMPLES: tuple[str, ...] = (
    "exemple",
    "notamment",
    "y compris",
    "tel que",
    "tels que",
    "telle que",
    "telles que",
    "comprennent",
)
PARTICLES: frozenset[str] = frozenset()
AND_PREFIX = ""
ARTICLES: frozenset[str] = frozenset("le la les l' l du de des d' d au aux un une".split())
ADJUNCTS: frozenset[str] = frozenset(
    "après avant avec chaque comme compris compte conformément dans durant dès en hors jusqu lors lorsque malgré moyennant par pendant pourvu quand sans selon sous suivant tant tenant vu".split()
)
ADJUNCT_PREFIX = ""
MAY_DENY = (
    r"\b(?:ne|pas|non|nul\w*|aucun\w*|jamais|rien|personne|sans|ni|sauf|seul\w*|uniquement|except\w*|limit\w*|restre\w*|refus\w*|interdi\w*|empêch\w*|évit\w*|abst\w*|"
    r"contr\w*|rejet\w*|oppos\w*|exclu\w*|manqu\w*|absen\w*|exempt\w*|impossib\w*|inadmissib\w*|illici\w*|prohib\w*|"
    r"in\w+(?:able|ible)s?|im\w+(?:able|ible)s?|ir\w+(?:able|ible)s?|indépendant\w*|secr\w*|hors|prév\w*)\b|\bn['’]"
)
DENIES = r"\bne\b|\bn['’]|\bnon\b"
IDLE_DENIALS = (
    r"\bnon seulement\b|\bn['’]importe\b|\bou non\b|\bnon[- ]\w+|"
    r"\bn(?:e\b|['’])(?:(?!\bpas\b|\bplus\b|\bjamais\b|\baucun|\brien\b)[^.;]){1,40}\bqu(?:e\b|['’])"
)
WITHOUT = r"\bsans\b|\bindépendamment d"
DENSITY = 1.12
"""Measured as `p5diff.language.base` says."""
BEARS_BEFORE = (
    r"\b(?:lac|fleuve|rivière|golfe|baie|mer|détroit|canal|bassin|delta|banque|université|institut|musée|mont)\s+"
    r"(?:d(?:e|u|es)\s+|d['’])?(?:l[ae]s?\s+|l['’])?$"
)
BEARS_AFTER = ""
