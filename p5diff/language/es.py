"""Spanish."""

from collections.abc import Mapping

from p5diff.language.agency import Agency
from p5diff.language.agency.es import AGENCY as _AGENCY
from p5diff.language.carriers import Carrier
from p5diff.language.carriers.es import CARRIER as _CARRIER
from p5diff.language.grammar.es import GRAMMAR as _GRAMMAR
from p5diff.language.measures import FigureWords
from p5diff.language.measures.es import MEASURES as _MEASURES
from p5diff.language.verbs import begins_alike as _begins_alike
from p5diff.language.verbs import es as _verbs

CODE = "es"
LONG_CODES: tuple[str, ...] = ("spa",)
verbs = _verbs.verbs
promises = _verbs.promises
same_verb = _begins_alike
NOUN_LAST = False
VERB_FIRST = False
PLURALS: Mapping[str, str] = {}
NAME = "Spanish"
DIRECTION = "ltr"
SCRIPT = "Latin"
CASED = True
SEPARATOR = " "
TERMINATORS = ".?!…"
ABBREVIATIONS: frozenset[str] = frozenset(
    """sr sra sres sras srta srtas dr dra dres d dña excmo excma excmos ilmo ilma lic ing prof profa
    gral cnel cmdte cap tte sgto alm emb cf p.ej ej s.e s.m s.e.sr vs av avda ap apdo inc incl aprox
    arq abg mons pbro fr sto sta gob min pdte pdta dip sen dir admón dpto depto prov ud uds vd vds
    i.e e.g ibid op loc n.b v máx mín ed c vicealm valm contralm tcnel cmte rvdo rvda rvdmo hno hna
    hnos hnas magdo mgdo mag almte ntra ntro sgdo jza subtte hble mtro mtra""".split()
)
NUMBER_ABBREVIATIONS: frozenset[str] = frozenset(
    """alt opt var art arts párr párrs parr vol vols núm núms num nro no n p pp pág págs cap caps sec secc fig figs
    add corr rev res doc docs anx anexo ap apdo inc lit tít tabl cuad t tel ext ej ene feb mar abr may
    jun jul ago sep sept oct nov dic""".split()
)
ENDING_ABBREVIATIONS: frozenset[str] = frozenset("""ee.uu ee uu cía o.n.u u.e s.a rr.uu""".split())
CLOSING_ABBREVIATIONS: frozenset[str] = frozenset("""etc ltda al ss sig sigs a.c d.c""".split())
UNIT_ABBREVIATIONS: frozenset[str] = frozenset("""km kg cm mm m h hs hrs min seg mill p.m a.m ptas""".split())
UNIT_FOLLOWERS = r"(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)"
DATE_PREPOSITIONS: frozenset[str] = frozenset("a desde hacia hasta".split())
STARTING_WORDS: frozenset[str] = frozenset(
    """nadie ninguno ninguna ningún nada cada algunos algunas varios varias muchos pocos entonces luego
    después antes ahora hoy aquí allí sin pero aunque mientras según cuando si aquel aquella eso ello
    ellos ellas él ella yo usted ustedes tras durante""".split()
)
JOINING_WORDS: tuple[str, ...] = ()
SAYING_WORDS: tuple[str, ...] = ()
QUOTES: tuple[tuple[str, str], ...] = (("«", "»"), ("“", "”"), ('"', '"'))
MONTHS: Mapping[str, int] = {
    **{
        name: number
        for number, name in enumerate(
            """enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre
            diciembre""".split(),
            start=1,
        )
    },
    "setiembre": 9,
}
_DAY = r"\d{1,2}(?:\.?[º°])?"
DATE_PATTERNS: tuple[str, ...] = (
    # at most so many days as a month has: a table of numbers is no list of them, and would be tried from each
    rf"(?:del? )?(?P<d>{_DAY})(?:, \d{{1,2}}){{0,30}}(?: de (?P<m2>{{month}})(?: del? (?P<y2>\d{{4}}))?)?"
    rf" ?(?:-|–|—|al?|y|hasta) ?(?:el )?(?P<d2>{_DAY}) de (?P<m>{{month}}) del? (?P<y>\d{{4}})",
    rf"(?:el )?(?P<d>{_DAY}) de (?P<m>{{month}}) del? (?P<y>\d{{4}})",
)
WEEKDAYS = r"lunes|martes|miércoles|jueves|viernes|sábado|domingo"
DOCUMENTS = (
    r"declaraci|comunicad|resoluci|decisi|acuerdo\b|tratado|convenci|convenio|protocolo|informe\b"
    r"|carta\b|nota\b|memorand|reuni|conferencia|período de sesiones|cumbre\b|prensa\b|noticia"
    r"|discurso|intervenci|resumen|conclusiones|documento|proyecto|anexo|conjunt"
    r"|por\b|foto|fuente"
)
NOTE_HEADINGS = r"notas(?: (?:finales|al final|al pie|a pie de página))?|referencias"
PLACE_BEFORE_DATE = r",? (?:a |el )?"
DONE_AT = r"(?:hecho|dado|aprobad[oa]) en "
VARIANTS: Mapping[str, str] = {
    "núm": "no",
    "num": "no",
    "nro": "no",
    "setiembre": "septiembre",
    "sólo": "solo",
    "éste": "este",
    "ésta": "esta",
    "éstos": "estos",
    "éstas": "estas",
    "aquél": "aquel",
    "aquélla": "aquella",
    "período": "periodo",
    "períodos": "periodos",
    "substancia": "sustancia",
    "substancias": "sustancias",
    "obscuro": "oscuro",
    "transparencia": "trasparencia",
}
FOLDS: tuple[tuple[str, str], ...] = (
    (r"^(in|re)?subst(?=ituc|itui|ituy|anc)", r"\1sust"),
    ("^obscur", "oscur"),
    (r"^n\.?[º°]$", "no"),
    (r"^(\d+)(?:er|ro|ra|do|da|to|ta|mo|ma|vo|va|no|na|[oaºª])$", r"\1o"),
)
COMMON_WORDS: frozenset[str] = frozenset(
    """el la los las de del y a en que por para con su sus se un una al es son lo como nosotros no
    más o este esta estos estas también entre sobre ha han sin nuestro nuestra nuestros nuestras
    todos todas todo toda ser ese esa e u""".split()
)
FREQUENT_LETTERS = "eaosrnidlctumpóáíéúñ¿¡«»"
TELLING_LETTERS = "ñ¿¡áíóú"
LETTER_TITLES: tuple[str, ...] = (r"\bcarta de fecha\b", r"^carta\b", r"\bnotas? verbal(?:es)?\b")
TRANSMITTALS: tuple[str, ...] = (
    r"\b(?:tengo|tiene) el honor(?:, [^.;]{3,160}?,)? de (?:\w+ ){0,4}?"
    r"(?:transmitir|remitir|enviar|adjuntar|dirigir|presentar|hacer llegar|someter)",
    r"\badjunt[oa] (?:a la presente|le|el|la)\b",
    r"\bhacer distribuir\b.{0,80}\bdocumento",
    r"\b(?:se distribuya|sea distribuid[oa])\b.{0,60}\bdocumento",
)
SIGNED: tuple[str, ...] = (r"\(firmad[oa]\)", r"\bfirmado ?:", r"/s/")
OFFICES: tuple[str, ...] = (
    r"\brepresentante(?: permanente)?\b",
    r"\bembajador(?:a)?\b",
    r"\bencargad[oa] de negocios\b",
    r"\bministr[oa]\b",
    r"\bsecretari[oa] (?:general|de estado)\b",
    r"\bpresident[ea]\b",
    r"\bdirector(?:a)?\b",
    r"\bjef[ea] de (?:la )?delegación\b",
)
PAGE_LINES: tuple[str, ...] = (r"(?:página|pág\.|p\.) ?{n}(?: ?(?:de|/) ?{n})?", r"{n} ?(?:de|/) ?{n}")
MASTHEADS: tuple[str, ...] = (
    r"naciones unidas",
    r"asamblea general|consejo de seguridad|conferencia de desarme",
    r"distr(?:\.|ibución)? ?: ?\w+",
    r"(?:original|(?:idioma|lengua) original) ?: ?[\w, /]+",
    r"español",
    r"temas? \d[\w ().,]* del programa.*",
)
ANNEX_TITLES = frozenset("anexo apéndice adición".split())
LABELS: tuple[str, ...] = (
    r"(?:artículo|sección|capítulo|principio|medida|anexo|parte) (?:\d{1,3}|[ivxlc]{1,6})"
    r"(?:[.:)]| ?[–—](?= ))",
    r"\d{1,3}[ºª]\.?\)?",
)
COMPOUND_STARTS: frozenset[str] = frozenset(
    "no ex vice anti post pre político técnico científico económico militar cívico euro franco hispano teórico".split()
)
COMPOUND_ENDS: frozenset[str] = frozenset()
COMPOUND_TENS: frozenset[str] = frozenset()
COMPOUND_SYLLABLES: frozenset[str] = frozenset()
UNFINISHED = "bcfghjkmpqtv"
SUFFIXES: tuple[str, ...] = tuple(
    """ción ciones sión siones miento mientos dad dades mente ncia ncias anza able ables ible ibles
    tivo tiva tivos tivas dor dora dores ario aria arios arias ico ica icos icas ado ada ados adas
    ido ida idos idas ar er ir ando iendo amente ridad lidad feración rencia raciones ración""".split()
)
TAG = "es-ES"
ENCODINGS: tuple[str, ...] = ()
SPACED_MARKS = ""
REFERS = (
    r"\b(?:artículos?|arts?\.|resolución|resoluciones|párrafos?|números?|núms?\.|n[°º]|secciones|"
    r"sección|capítulos?|reglas?|pilares?|protocolos?|fases?|partes?|anexos?|puntos?|objetivos?|COP|"
    r"recomendación|recomendaciones|principios?|cuadros?|decisión|decisiones|versión|versiones)"
)
NUMBERED_NAMES: tuple[str, ...] = (r"[^\W\d_a-zà-ÿ]\w+(?:\s\w+){0,4}\sde\s(?P<y>\d{4})\b",)
ACTIONS = r"\b[Mm]edidas?"
RESOLUTIONS: tuple[str, ...] = (r"[Rr]esolución (?P<no>\d{2,4}){year} del Consejo de Seguridad",)
NO_UNITS: frozenset[str] = frozenset(
    """y o del el los las la a de en al por para con u que es son han ha un una nuevos nuevas otros
    otras""".split()
)
DAY_AND_MONTH = r"(?<!\d)(?P<d>\d{1,2}) (?:de )?(?P<m>{month})\b"
FOLD_ACCENTS = False  # tercera is third, será will be
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
"""Letters by which words are the same, as in English: verb endings come later."""
ENDINGS: tuple[str, ...] = ()
MEASURES: FigureWords = _MEASURES
AGENCY: Agency = _AGENCY
GRAMMAR = _GRAMMAR
CARRIER: Carrier = _CARRIER
GROUPING = ""
OPTIONS = r"(?:opción|variante|alternativa|alt\.?)\s?(?:\d{1,2}|[A-H])\b"
LEAD_BEFORE = (
    r"(?:también|además|asimismo|nuevamente|de nuevo|una vez más|en particular|todavía|a (?:ese|este|"
    r"tal) (?:respecto|fin|efecto)|con (?:ese|este|tal) fin|en (?:ese|este) (?:sentido|contexto)|"
    r"por (?:ello|consiguiente|tanto)|habiendo|siendo|estando|muy|más|con (?:\w+ )?(?:satisfacción|"
    r"preocupación|pesar|interés|reconocimiento|beneplácito)|[^\W\d_]+mente)"
)
LEAD_AFTER = r"(?:también|además|asimismo|nuevamente|de nuevo|una vez más|[^\W\d_]+mente)"
LEAD_WITH = "(?:no se|se|no)"
LEAD_VERBS = ""
AND: frozenset[str] = frozenset("y e".split())
ALSO: tuple[str, ...] = ("así como",)
IMPERATIVE = ""
EXAMPLES: tuple[str, ...] = (
    "ejemplo",
    "incluido",
    "incluida",
    "incluye",
    "tales como",
    "como por",
    "en particular",
)
PARTICLES: frozenset[str] = frozenset()
AND_PREFIX = ""
ARTICLES: frozenset[str] = frozenset("el la los las del de al un una".split())
ADJUNCTS: frozenset[str] = frozenset(
    "antes bajo como con conforme considerando cuando dentro desde después durante en habida hacia hasta mediante mientras por según siempre sin teniendo tras".split()
)
ADJUNCT_PREFIX = ""
MAY_DENY = (
    r"\b(?:no|ni|nunca|jamás|ning\w*|nada|nadie|sin|tampoco|salvo|s[oó]l\w*|únic\w*|excep\w*|limit\w*|restr\w*|neg\w*|nieg\w*|prohib\w*|impid\w*|imped\w*|evit\w*|"
    r"abst\w*|contra\w*|rechaz\w*|opon\w*|excl\w*|falt\w*|ausen\w*|libr\w*|imposib\w*|inadmisib\w*|ilíci\w*|"
    r"in\w+(?:able|ible)s?|im\w+(?:able|ible)s?|ir\w+(?:able|ible)s?|independ\w*|secret\w*|fuera|preven\w*)\b"
)
DENIES = r"\b(?:no|nunca|jamás|nadie|ni|ning\w+|tampoco)\b"
IDLE_DENIALS = r"\bmientras no\b|\bhasta que no\b|\bno (?:obstante|s[oó]lo|solamente|menos|más|sólo)\b|\bo no\b|\bno[- ](?:prolif|alinead|nuclear|gubernament)\w*"
WITHOUT = r"\bsin\b|\bindependientemente\b"
DENSITY = 1.13
"""Measured as `p5diff.language.base` says."""
BEARS_BEFORE = (
    r"\b(?:lago|río|golfo|bahía|mar|estrecho|canal|cuenca|delta|banco|universidad|instituto|museo|monte)\s+"
    r"(?:del?\s+)?(?:el\s+|l[ao]s?\s+)?$"
)
BEARS_AFTER = ""
