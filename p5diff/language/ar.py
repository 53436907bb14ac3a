"""Arabic."""

from collections.abc import Mapping

from p5diff.language.agency import Agency
from p5diff.language.agency.ar import AGENCY as _AGENCY
from p5diff.language.carriers import Carrier
from p5diff.language.carriers.ar import CARRIER as _CARRIER
from p5diff.language.grammar.ar import GRAMMAR as _GRAMMAR
from p5diff.language.measures import FigureWords
from p5diff.language.measures.ar import MEASURES as _MEASURES
from p5diff.language.verbs import ar as _verbs

CODE = "ar"
LONG_CODES: tuple[str, ...] = ("ara",)
verbs = _verbs.verbs
promises = _verbs.promises
same_verb = _verbs.same_verb
NOUN_LAST = False
VERB_FIRST = True
PLURALS: Mapping[str, str] = dict(
    pair.split("/")
    for pair in """دول/دوله اطراف/طرف اعضاء/عضو حكومات/حكومه بلدان/بلد وفود/وفد هيئات/هيئه منظمات/منظمه وزراء/وزير
    مؤسسات/مؤسسه سلطات/سلطه شركات/شركه مصارف/مصرف برلمانات/برلمان محاكم/محكمه خبراء/خبير قاده/قائد رؤساء/رئيس
    ممثلون/ممثل ممثلين/ممثل""".split()
)
NAME = "Arabic"
DIRECTION = "rtl"
SCRIPT = "Arabic"
CASED = False
SEPARATOR = " "
TERMINATORS = ".؟!…۔"
ABBREVIATIONS: frozenset[str] = frozenset("""د أ م ج أ.د م.م السيد ق.م ش.م.م ش.م ت س.ت""".split())
NUMBER_ABBREVIATIONS: frozenset[str] = frozenset(
    """ص ف ع رقم المادة ط ج هـ م no art para add corr rev""".split()
)
ENDING_ABBREVIATIONS: frozenset[str] = frozenset("""u.s u.k u.n""".split())
CLOSING_ABBREVIATIONS: frozenset[str] = frozenset("""إلخ الخ ألخ""".split())
UNIT_ABBREVIATIONS: frozenset[str] = frozenset("""م هـ ه كم كغ كجم سم ق""".split())
UNIT_FOLLOWERS = ""
DATE_PREPOSITIONS: frozenset[str] = frozenset("في منذ حتى عام سنة".split())
STARTING_WORDS: frozenset[str] = frozenset()
JOINING_WORDS: tuple[str, ...] = ("ثم ", "أو ", "لكن")
SAYING_WORDS: tuple[str, ...] = ("قال", "صاح", "سأل", "أجاب", "أضاف", "صرح")
QUOTES: tuple[tuple[str, str], ...] = (("«", "»"), ("“", "”"), ('"', '"'))
_MONTH_NAMES = (
    "كانون الثاني/يناير|يناير|كانون الثاني|جانفي",
    "شباط/فبراير|فبراير|شباط|فيفري",
    "آذار/مارس|مارس|آذار",
    "نيسان/أبريل|أبريل|نيسان|ابريل|أفريل|إبريل",
    "أيار/مايو|مايو|أيار|ماي",
    "حزيران/يونيه|حزيران/يونيو|يونيه|يونيو|حزيران|جوان",
    "تموز/يوليه|تموز/يوليو|يوليه|يوليو|تموز|جويلية",
    "آب/أغسطس|أغسطس|آب|أوت",
    "أيلول/سبتمبر|سبتمبر|أيلول",
    "تشرين الأول/أكتوبر|أكتوبر|تشرين الأول",
    "تشرين الثاني/نوفمبر|نوفمبر|تشرين الثاني",
    "كانون الأول/ديسمبر|ديسمبر|كانون الأول",
)
MONTHS: Mapping[str, int] = {
    name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names.split("|")
}
DATE_PATTERNS: tuple[str, ...] = (
    r"(?:من )?(?P<d>\d{1,2})(?: (?P<m2>{month})(?:،? (?P<y2>\d{4}))?)? ?(?:-|–|—|إلى|حتى|و) ?(?P<d2>\d{1,2}) "
    r"(?P<m>{month})،? (?P<y>\d{4})",
    r"(?:في )?(?P<d>\d{1,2}) (?P<m>{month})،? (?P<y>\d{4})",
)
WEEKDAYS = r"(?:يوم )?(?:ال)?(?:اثنين|إثنين|ثلاثاء|أربعاء|اربعاء|خميس|جمعة|سبت|أحد|احد)"
DOCUMENTS = (
    r"بيان|إعلان|بلاغ|قرار|مقرر|اتفاق|معاهدة|بروتوكول|تقرير|رسالة|مذكرة|اجتماع|مؤتمر|دورة|قمة|صح"
    r"في|خبر|أخبار|خطاب|كلمة|موجز|استنتاجات|وثيقة|مشروع|مرفق|مشترك"
    r"|بقلم|المصدر|صورة"
)
NOTE_HEADINGS = r"(?:ال)?(?:حواشي|هوامش|حاشية|ملاحظات)(?: (?:ختامية|سفلية))?"
PLACE_BEFORE_DATE = r"[،,]? (?:في )?"
DONE_AT = r"(?:حرر|صدر|أبرم) في "
VARIANTS: Mapping[str, str] = {
    "يونيو": "يونيه",
    "يوليو": "يوليه",
    "مسؤولية": "مسئولية",
    "مسؤول": "مسئول",
    "شؤون": "شئون",
}
FOLDS: tuple[tuple[str, str], ...] = (
    ("[\u0640\u064b-\u0652\u0670]", ""),  # elongation and vowel signs: print, not wording
    ("[أإآٱ]", "ا"),
    ("[ؤئء]و", "ءو"),  # شؤون and شئون
    ("ى$", "ي"),
    # with the article no word bears a pronoun, so that a final ه without its dots is ة
    ("^([وف]?(?:[بك]?ال|لل).{2,})ة$", r"\1ه"),
)
COMMON_WORDS: frozenset[str] = frozenset(
    """في من على إلى أن عن التي الذي مع هذا هذه أو لا كل ما كما وقد ذلك تلك بين بعد قبل إن وفي ومن
    وأن الذين كان كانت لم لن قد غير أي عند حول خلال بما وعلى""".split()
)
FREQUENT_LETTERS = "اليمونرتبةعدسفهكقحأجشصىخإئءؤ،؟"
TELLING_LETTERS = "ةىإأ"
LETTER_TITLES: tuple[str, ...] = (
    r"^(?:ال)?رسال(?:ة|تان|تين)\b",
    r"\b(?:ال)?رسالة (?:ال)?مؤرخة\b",
    r"\b(?:ال)?مذكرة (?:ال)?شفوية\b",
)
TRANSMITTALS: tuple[str, ...] = (
    r"(?:أتشرف|يشرفني|يسرني|نتشرف) (?:\w+ ){0,3}?(?:بأن )?(?:\w+ ){0,2}?"
    r"(?:أحيل|أرفق|أقدم|أنقل|أوجه|بإحالة|أبعث|نحيل|إحالة)",
    r"\b(?:أحيل|أرفق) (?:إليكم|طيه|طيا|طيًا|لكم)",
    r"\b(?:تعميم|توزيع)\b.{0,80}\b(?:وثيقة|وثائق)",
    r"\bوثيقة (?:رسمية )?من وثائق\b",
)
SIGNED: tuple[str, ...] = (r"\((?:توقيع|التوقيع|توقّع|موقع)\)", r"^(?:توقيع|التوقيع) ?:")
OFFICES: tuple[str, ...] = (
    r"\bالممثلة? الدائمة?\b",
    r"\bالممثلة?\b",
    r"\bالسفيرة?\b",
    r"\bالقائمة? بالأعمال\b",
    r"\bوزيرة?\b",
    r"\bالأمينة? العامة?\b",
    r"\bالرئيسة?\b",
    r"\bرئيسة? (?:ال)?وفد\b",
    r"\bالمديرة?\b",
)
PAGE_LINES: tuple[str, ...] = (r"(?:صفحة|الصفحة|ص) ?{n}(?: ?(?:من|/) ?{n})?", r"{n} ?(?:من|/) ?{n}")
MASTHEADS: tuple[str, ...] = (
    r"الأمم المتحدة",
    r"الجمعية العامة|مجلس الأمن|مؤتمر نزع السلاح",
    r"distr(?:\.|ibution)? ?: ?\w+",
    r"original ?: ?[\w, /]+|(?:اللغة الأصلية|لغة الأصل|الأصل) ?: ?[\w ]+",
    r"عربي|بالعربية",
    r"البنود? \d[\w ().,]* من جدول الأعمال.*",
)
ANNEX_TITLES = frozenset("مرفق المرفق تذييل التذييل ضميمة الضميمة".split())
LABELS: tuple[str, ...] = (
    r"(?:المادة|الفرع|الفصل|المبدأ|الإجراء|المرفق|الجزء) \(?(?:\d{1,3}|[ء-ي]{3,9})\)?(?:[.:)]| ?[–—-](?= ))",
    r"[(]?[أبجدهوزحطيكلمنسعفصقر][)]",
    r"\d{1,3} ?[-–—](?= )",
    r"(?:أولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا|تاسعا|عاشرا|أولاً|ثانياً|ثالثاً|رابعاً|خامساً) ?[:–—-](?= )",
)
COMPOUND_STARTS: frozenset[str] = frozenset()
COMPOUND_ENDS: frozenset[str] = frozenset()
COMPOUND_TENS: frozenset[str] = frozenset()
COMPOUND_SYLLABLES: frozenset[str] = frozenset()
UNFINISHED = ""
SUFFIXES: tuple[str, ...] = ()
TAG = "ar-SA"
ENCODINGS: tuple[str, ...] = ("cp1256", "iso8859-6")
SPACED_MARKS = ""
REFERS = r"(?:\bال)?(?:مادة|مواد|قرار|قرارات|فقرة|فقرات|رقم|بند|بنود|فصل|مرفق|مرحلة|توصية|مبدأ|مقرر|هدف|إصدار|نسخة)"
NUMBERED_NAMES: tuple[str, ...] = (r"(?:مؤتمر|قمة|دورة|خطة|اجتماع)\S*(?:\s\S+){0,3}\sلعام\s(?P<y>\d{4})",)
ACTIONS = "(?:ال)?إجراءات?|(?:ال)?إجراء"
RESOLUTIONS: tuple[str, ...] = (r"قرار مجلس الأمن (?P<no>\d{2,4}){year}",)
NO_UNITS: frozenset[str] = frozenset("""من في إلى على و عن أو أن التي الذي جديدة أخرى""".split())
DAY_AND_MONTH = r"(?<!\d)(?P<d>\d{1,2}) (?P<m>{month})\b"
FOLD_ACCENTS = False
LETTER_FOLDS: Mapping[str, str] = {
    **dict.fromkeys("أإآٱ", "ا"),
    "ى": "ي",
    "ة": "ه",
    **dict.fromkeys(map(chr, (*range(0x064B, 0x0660), 0x0670, 0x0640)), ""),  # vowel signs, elongation
    **{digit: str(value) for value, digit in enumerate("٠١٢٣٤٥٦٧٨٩")},
    **{digit: str(value) for value, digit in enumerate("۰۱۲۳۴۵۶۷۸۹")},
}
CLITICS: tuple[str, ...] = tuple("وبال وال بال فال كال ولل لل ال وب ول و ب ل ف ك س".split())
POSSESSIVES: tuple[str, ...] = ("هما", "كما", "هم", "هن", "ها", "كم", "نا")
"""Without ه, which is written like the ة of a noun of its own: حربه would be حربة, a lance."""
NOUN_ENDINGS: Mapping[str, tuple[str, ...]] = {
    "هما": (),
    "كما": (),
    "ها": (),
    "تان": ("ه",),
    "تين": ("ه",),
    "ته": ("ه",),
    "ان": ("",),
    "ين": ("",),
    "ون": ("", "ين"),
    "ات": ("", "ه"),
    "و": ("ين", "ون"),
    "ا": ("",),
}
OWNED_ENDINGS: Mapping[str, tuple[str, ...]] = {
    "ات": ("", "ه"),
    "ت": ("ه",),
    "ي": ("", "ين"),
    "و": ("ين", "ون"),
}
WHOLE_NOUNS: frozenset[str] = frozenset(
    """عبارات اخطارات امين امان بحرين بنا بنين تعليمات تعلمون تعلمين تعلمنا تعلمها حملات ذرات ريان سادات ضمان طلبات فقرات خزانات ذهبنا ذهبا
    سرعات سعرات سكران شاشات شراكات طالبان عدسات مخابرات مدافعين مدافعون مدافعا مدعو نفقات بورما مراعا فارو بارزا بارزين بارزون لبنان
    لبنانا طيران تمرين تمرينا قطران سودان عمان برلمان سرطان احزان اديان الوان بلدان جيران حيوان سلطان شيطان عدوان عنوان قران ميدان
    ميزان نيران نسيان هيجان قانون زيتون كربون صابون تكوين تلوين تامين تخزين تموين فلسطين ملايين سجين معين يقين قوانين موازين
    ثوان اوان دكان مهرجان تعاون هاتان امتحان انسان برهان ايمان اسنان""".split()
)
UNSPLIT: frozenset[str] = frozenset("سنويا سنوي سنويه سنه سنوات سنين سته".split())
ARTICLE_CLITICS: tuple[str, ...] = ("لل", "ولل", "فلل")
ARTICLE = "ال"
STEM = 4
"""Letters by which words are the same: roots have three, with one more for the pattern."""
ENDINGS: tuple[str, ...] = ()
MEASURES: FigureWords = _MEASURES
AGENCY: Agency = _AGENCY
GRAMMAR = _GRAMMAR
CARRIER: Carrier = _CARRIER
GROUPING = ","
OPTIONS = r"(?:ال)?(?:خيار|بديل)\s?(?:\d{1,2}|[أ-د])\b"
LEAD_BEFORE = (
    r"(?:و?إذ(?:ا)?|و?كما|و?كذلك|و?أيضاً?|و?قد|و?بعد أن|و?في هذا (?:الصدد|السياق)|و?لهذه الغاية|"
    r"و?تحقيقاً? لهذه الغاية|و?بالإضافة إلى ذلك|و?علاوة على ذلك|و?مرة أخرى|و?مجدداً?|و?من جديد|"
    r"و?بقوة|و?بشدة|و?بناء على ذلك|و?لا|و?لم)"
)
LEAD_AFTER = "(?:كذلك|أيضاً?|مجدداً?|من جديد|مرة أخرى|بقوة|بشدة|بإلحاح|كذلك)"
LEAD_WITH = ""
LEAD_VERBS = ""
AND: frozenset[str] = frozenset()
ALSO: tuple[str, ...] = ()
IMPERATIVE = ""
EXAMPLES: tuple[str, ...] = ("مثال", "أمثله", "أمثلة", "مثل", "بما في ذلك", "ومنها", "تشمل", "يشمل")
PARTICLES: frozenset[str] = frozenset()
AND_PREFIX = "و"
ARTICLES: frozenset[str] = frozenset()
ADJUNCTS: frozenset[str] = frozenset(
    "أثناء إذا بعد بمراعاة تحت حتى حسبما خلال دون ضمن طالما طريق عبر عند عندما في قبل كلما كما مراعاة مع منذ نظرا وفق وفقا".split()
)
ADJUNCT_PREFIX = "ب"
MAY_DENY = (
    r"\b[وف]?(?:لا|ألا|لم|لن|ليس\w*|غير|بغير|لغير|عدم|بعدم|لعدم|دون|بدون|بلا|ما|حظر\w*|يحظر\w*|منع\w*|يمنع\w*|"
    r"رفض\w*|يرفض\w*|ضد|خال\w*|إنما|فقط|سوى|وحد\w*|حصر\w*|تقي\w*|قيود|تجنب\w*|امتنا\w*|يمتنع\w*|لئلا|كيلا|لكيلا|إلا)\b"
)
DENIES = r"\b[وفأ]?(?:لا|ألا|لم|لن|ليس|ليست|ليسوا|لست)\b"
IDLE_DENIALS = r"\bو?لا (?:سيما|يزال\w*|تزال\w*|بد|غنى|شك|يقل\w*|تقل\w*|يزيد|تزيد|يتجاوز\w*|تتجاوز\w*|رجعة)\b|\bلا[- ]?(?:مركزي|حصر)\w*"
WITHOUT = r"\b[وب]?(?:دون|بدون|بلا|بغير)\b|\b(?:بصرف|بغض) النظر\b|\bأيا كان\w*"
DENSITY = 0.71
"""Measured as `p5diff.language.base` says."""
BEARS_BEFORE = r"(?:بحيرة|نهر|خليج|بحر|مضيق|قناة|حوض|دلتا|بنك|مصرف|جامعة|معهد|جبل|متحف)\s+$"
BEARS_AFTER = ""
