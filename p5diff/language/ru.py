"""Russian."""

from collections.abc import Mapping

from p5diff.language.agency import Agency
from p5diff.language.agency.ru import AGENCY as _AGENCY
from p5diff.language.carriers import Carrier
from p5diff.language.carriers.ru import CARRIER as _CARRIER
from p5diff.language.grammar.ru import GRAMMAR as _GRAMMAR
from p5diff.language.measures import FigureWords
from p5diff.language.measures.ru import MEASURES as _MEASURES
from p5diff.language.verbs import begins_alike as _begins_alike
from p5diff.language.verbs import ru as _verbs

CODE = "ru"
LONG_CODES: tuple[str, ...] = ("rus",)
verbs = _verbs.verbs
promises = _verbs.promises
same_verb = _begins_alike
NOUN_LAST = False
VERB_FIRST = False
PLURALS: Mapping[str, str] = {}
NAME = "Russian"
DIRECTION = "ltr"
SCRIPT = "Cyrillic"
CASED = True
SEPARATOR = " "
TERMINATORS = ".?!…"
ABBREVIATIONS: frozenset[str] = frozenset(
    """т.е т.н т.к т.о т.ч гн г-н г-жа г-на г-жи гг-н им см ср ред проф акад ген адм посл напр ул просп
    пр-т тов е.п его.пр ак полк подполк кап майор лейт серж мин зам пом зав нач дир пред секр чл
    корр доц асс к.э.н д.и.н канд докт св о оз р пос дер с д пл пер наб бул обл р-н респ окр уезд
    б-р г гг мн ок прим цит соч изд сост пер вып англ фр нем исп кит араб рус лат греч устар ген.-м
    ген.-л ген-м гр кн инж арх архим архиеп еп митр прот свящ игум ефр прап мл губ засл к.-л
    контр.-адм вет""".split()
)
NUMBER_ABBREVIATIONS: frozenset[str] = frozenset(
    """ст п пп стр с т тт гл разд прил док рез доб испр пункт ч рис табл подп абз ч.-л № д кв к корп оф комн
    каб тел доп исх вх вып кн л лл сер янв фев февр мар апр июн июл авг сент сен окт нояб ноя дек""".split()
)
ENDING_ABBREVIATIONS: frozenset[str] = frozenset("""с.ш ю.ш""".split())
CLOSING_ABBREVIATIONS: frozenset[str] = frozenset("""др пр т.д т.п т.п. с.г т.г проч н.э""".split())
UNIT_ABBREVIATIONS: frozenset[str] = frozenset(
    """г гг в вв руб р коп долл евро тыс млн млрд трлн км кг см мм м га т ц л ч час мин сек шт чел экз
    кт мт проц""".split()
)
UNIT_FOLLOWERS = (
    r"сша|росси(?:и|ей|ю)|российск\w+|кита(?:я|ю|ем|е)|франци(?:и|ей|ю)|великобритани(?:и|ей|ю)|"
    r"соединенн(?:ых|ым|ыми)|соединённ(?:ых|ым|ыми)|договор(?:а|у|ом|е)|соглашени(?:я|ю|ем|и)|"
    r"протокол(?:а|у|ом|е)|конвенци(?:и|ей|ю)|конференци(?:и|ей|ю)|совет(?:а|у|ом|е)|"
    r"ассамбле(?:и|ей|ю)|генеральн(?:ой|ую|ого|ым|ому)|организаци(?:и|ей|ю)|комитет(?:а|у|ом|е)|"
    r"заявлени(?:я|ю|ем|и)|сторон(?:ами|ам|ах)|государств(?:ами|ам|ах)"
)
DATE_PREPOSITIONS: frozenset[str] = frozenset(
    "в во с со к ко до по на от после около начиная весной летом осенью зимой".split()
)
STARTING_WORDS: frozenset[str] = frozenset(
    """никто ничто там тут каждый каждая каждое некоторые многие здесь теперь затем потом тогда сегодня однако
    поэтому кроме после перед при если когда хотя пока мы вы я ты эта эти такие такой""".split()
)
JOINING_WORDS: tuple[str, ...] = ()
SAYING_WORDS: tuple[str, ...] = ()
QUOTES: tuple[tuple[str, str], ...] = (("«", "»"), ("„", "“"), ('"', '"'))
MONTHS: Mapping[str, int] = {
    name: number
    for names in (
        """января февраля марта апреля мая июня июля августа сентября октября ноября
        декабря""",
        "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
        "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре",
    )
    for number, name in enumerate(names.split(), start=1)
}
_YEAR_WORD = r"(?: ?(?:года|г\.))?"
DATE_PATTERNS: tuple[str, ...] = (
    # at most so many days as a month has: a table of numbers is no list of them, and would be tried from each
    rf"(?:со? )?(?P<d>\d{{1,2}})(?:-?го)?(?:, \d{{1,2}}){{0,30}}(?: (?P<m2>{{month}})(?: (?P<y2>\d{{4}}){_YEAR_WORD})?)?"
    rf" ?(?:-|–|—|по|и|до) ?(?P<d2>\d{{1,2}})(?:-?го)? (?P<m>{{month}}) (?P<y>\d{{4}}){_YEAR_WORD}",
    rf"[«“\"]?(?P<d>\d{{1,2}})(?:-?го)?[»”\"]? (?P<m>{{month}}) (?P<y>\d{{4}}){_YEAR_WORD}",
)
WEEKDAYS = r"понедельник|вторник|среда|четверг|пятница|суббота|воскресенье"
DOCUMENTS = (
    r"заявлени|деклараци|коммюнике|резолюци|решени|постановлени|распоряжени|соглашени|договор|конвенци|протокол|доклад"
    r"|письмо|записка|меморандум|встреч|совещани|заседани|конференци|сесси|саммит|пресс|новост"
    r"|выступлени|речь|резюме|вывод|документ|проект|приложени|совместн"
    r"|автор|фото|источник"
)
NOTE_HEADINGS = r"(?:концевые |подстрочные )?(?:примечани[ея]|сноск[аи])"
PLACE_BEFORE_DATE = r",? "
DONE_AT = r"(?P<declined>(?:совершено|принято|подписано) в (?:городе |г\. ?)?)|г\. ?|гор\. ?"
VARIANTS: Mapping[str, str] = {}
FOLDS: tuple[tuple[str, str], ...] = (
    ("ё", "е"),
    ("^n$", "no"),  # Latin N for №
    # endings written to a figure, a word of their own to us: 5-ый and 5-й, 2-ого and 2-го
    (r"^(?:ый|ий|ой)$", "й"),
    (r"^(?:ого|его)$", "го"),
    (r"^(?:ому|ему)$", "му"),
    (r"^(?:ая|яя)$", "я"),
    (r"^(?:ое|ее)$", "е"),
)
COMMON_WORDS: frozenset[str] = frozenset(
    """и в на с по для о об что их к из от как не мы это а также при за до или но он она они его ее
    её был была были быть все всех этого этой этом эти том тем которые который которых наш наша
    наши под между со во ко у же так""".split()
)
FREQUENT_LETTERS = "оеаинтсрвлкмдпуя"
TELLING_LETTERS = "ыэъё"
LETTER_TITLES: tuple[str, ...] = (
    r"^письмо\b",
    r"\bписьм(?:о|у|а|ом|е) .{0,120}(?:от|на имя)\b",
    r"\bвербальн\w+ нот\w+",
)
TRANSMITTALS: tuple[str, ...] = (
    r"\b(?:имею|имеет|имеем) честь(?:, [^.;]{3,160}?,)? (?:\w+ ){0,5}?(?:препроводить|направить|представить|передать)",
    r"\bпрепровожда(?:ю|ем|я|ется)\b",
    r"\bнастоящим (?:препровождаю|направляю)\b",
    r"\b(?:распространить|издать|распространено)\b.{0,80}\bкачестве\b.{0,40}\bдокумента",
)
SIGNED: tuple[str, ...] = (r"\(подпись\)", r"\(подписал[аи]?\)", r"\(подписано\)", r"\bподписал[аи]?:")
OFFICES: tuple[str, ...] = (
    r"\bпостоянн\w+ представител\w+",
    r"\bпредставитель\b",
    r"\bпосол\b",
    r"\bвременн\w+ поверенн\w+",
    r"\bминистр\b",
    r"\bсекретарь\b",
    r"\bпредседатель\b",
    r"\bпрезидент\b",
    r"\bдиректор\b",
    r"\bглава делегации\b",
)
PAGE_LINES: tuple[str, ...] = (
    r"(?:страница|стр\.|с\.) ?{n}(?: ?(?:из|/) ?{n})?",
    r"{n} ?(?:из|/) ?{n}",
)
MASTHEADS: tuple[str, ...] = (
    r"организация объедин[её]нных наций|объедин[её]нные нации",
    r"генеральная ассамблея|совет безопасности|конференция по разоружению",
    r"distr(?:\.|ibution)? ?: ?\w+",
    r"original ?: ?[\w, /]+|(?:язык )?(?:оригинала?|подлинника?) ?: ?(?:на )?\w+(?: языке)?",
    r"(?:на )?русск(?:ий|ом)(?: язык[е]?)?",
    r"пункты? \d[\w ().,]* повестки дня.*",
)
ANNEX_TITLES = frozenset("приложение добавление".split())
LABELS: tuple[str, ...] = (
    r"(?:статья|раздел|глава|принцип|мера|пункт|приложение|часть) (?:\d{1,3}|[ivxlc]{1,6})"
    r"(?:[.:)]| ?[–—](?= ))",
    r"[а-яё]\)",
    r"[(][а-яё][)]",
)
COMPOUND_STARTS: frozenset[str] = frozenset(
    """по кое во из юго северо вице экс контр генерал штаб военно научно политико технико социально
    культурно общественно международно северо какой какая какие кто что где когда как чей
    премьер пресс интернет бизнес онлайн ядерно финансово торгово материально учебно""".split()
)
COMPOUND_ENDS: frozenset[str] = frozenset("то либо нибудь ка таки".split())
COMPOUND_TENS: frozenset[str] = frozenset()
COMPOUND_SYLLABLES: frozenset[str] = frozenset("то ка по кое во из кто что где как чей".split())
UNFINISHED = ""
SUFFIXES: tuple[str, ...] = tuple(
    """ния ние ний ния нию нием ность ности ного ному ным ных ная ное ные ной ский ского ских ская
    ство ства ции ция цию ций ений ения ение тель тели телей ться лся лись вать вает ность ющих
    ющие ющий вания вание жение жения жению ружения ружение ранение ранения пасности""".split()
)
TAG = "ru-RU"
ENCODINGS: tuple[str, ...] = ("cp1251", "koi8-r", "iso8859-5")
SPACED_MARKS = ""
REFERS = (
    r"\b(?:стать\w+|ст\.|резолюци\w+|пункт\w*|п\.|параграф\w*|раздел\w*|глав\w+|правил\w*|этап\w*|"
    r"част\w+|приложени\w+|цел\w+|рекомендаци\w+|принцип\w*|решени\w+|верси\w+)|№"
)
NUMBERED_NAMES: tuple[str, ...] = (
    r"(?i:конференци|саммит|сесси|комитет|форум|план|повестк)\w*(?:\s\w+){0,2}\s(?P<y>\d{4})\sг",
)
ACTIONS = r"\b[Дд]ействи(?:е|я|й|ям|ями|ях|ем|ю)"
RESOLUTIONS: tuple[str, ...] = (r"[Рр]езолюци\w+ (?P<no>\d{2,4}){year} Совета Безопасности",)
NO_UNITS: frozenset[str] = frozenset("""и или в на с к по из от для до о об у за новых других""".split())
DAY_AND_MONTH = r"(?<!\d)(?P<d>\d{1,2}) (?P<m>{month})\b"
FOLD_ACCENTS = False
LETTER_FOLDS: Mapping[str, str] = {"ё": "е"}
CLITICS: tuple[str, ...] = ()
POSSESSIVES: tuple[str, ...] = ()
NOUN_ENDINGS: Mapping[str, tuple[str, ...]] = {}
OWNED_ENDINGS: Mapping[str, tuple[str, ...]] = {}
WHOLE_NOUNS: frozenset[str] = frozenset()
UNSPLIT: frozenset[str] = frozenset()
ARTICLE_CLITICS: tuple[str, ...] = ()
ARTICLE = ""
STEM = 6
"""Letters by which words are the same, as in English: case endings come later."""
ENDINGS: tuple[str, ...] = (
    *("ами", "ями", "ыми", "ими", "ого", "его", "ому", "ему", "иями", "иях", "ием"),
    *("ов", "ев", "ей", "ой", "ий", "ый", "ая", "яя", "ое", "ее", "ые", "ие", "ую", "юю"),
    *("ам", "ям", "ах", "ях", "ом", "ем", "ым", "им", "их", "ых", "ью"),
    *("у", "ю", "а", "я", "о", "е", "ы", "и", "ь", "й"),
)
"""Case endings: "выход", "выходе", "выходом" are one word though none has more letters than a stem."""
MEASURES: FigureWords = _MEASURES
AGENCY: Agency = _AGENCY
GRAMMAR = _GRAMMAR
CARRIER: Carrier = _CARRIER
GROUPING = ""
OPTIONS = r"(?:вариант|альтернатива|альт\.?)\s?(?:\d{1,2}|[А-ЕA-H])\b"
LEAD_BEFORE = (
    r"(?:также|далее|вновь|снова|опять|кроме того|помимо этого|ещё раз|еще раз|ещё|еще|весьма|очень|"
    r"по-прежнему|в очередной раз|в частности|в этой связи|в связи с этим|в этом контексте|"
    r"с этой целью|для этого|при этом|в особенности|будучи|самым (?:решительным|настоятельным|"
    r"серьёзным|серьезным) образом|со?(?: [^\W\d_]+(?:ой|ей|им|ым))? [^\W\d_]+(?:ем|ью|ом|ой)|"
    r"[^\W\d_]+(?:но|ко|бо|во|го))"
)
LEAD_AFTER = "(?:также|далее|вновь|снова|настоятельно|ещё раз|еще раз|кроме того)"
LEAD_WITH = "(?:не)"
LEAD_VERBS = ""
AND: frozenset[str] = frozenset("и".split())
ALSO: tuple[str, ...] = ("а также",)
IMPERATIVE = r"\w{3,}(?:ите|йте|ьте)(?:сь)?"
EXAMPLES: tuple[str, ...] = (
    "пример",
    "например",
    "включая",
    "включает",
    "в том числе",
    "такие как",
    "таких как",
    "в частности",
)
PARTICLES: frozenset[str] = frozenset()
AND_PREFIX = ""
ARTICLES: frozenset[str] = frozenset()
ADJUNCTS: frozenset[str] = frozenset(
    "без в ввиду во вопреки всякий до если из исходя к ко когда от пока после посредством при принимая путем с со согласно учитывая через".split()
)
ADJUNCT_PREFIX = ""
MAY_DENY = (
    r"\b(?:не\w*|ни\w*|без\w*|бес\w*|только|единственн\w*|кроме|огранич\w*|отказ\w*|отклон\w*|запре\w*|отсутств\w*|против\w*|лиш\w*|воздерж\w*|"
    r"предотвра\w*|исключ\w*|избе\w*|отриц\w*)\b"
)
DENIES = r"\b(?:не|ни|нет|никогда|никто|никому|никого|нельзя)\b"
IDLE_DENIALS = r"\bбы(?:[^.,;]{0,15}) ни\b|\bне (?:позднее|позже|менее|более|только|столько|ранее)\b|\bтем не менее\b|\bне раз\b|\bво что бы то ни стало\b"
WITHOUT = r"\bбез\b|\bбезотлагательн\w*|\bнезависимо от\b"
DENSITY = 1.17
"""Measured as `p5diff.language.base` says."""
BEARS_BEFORE = (
    r"\b(?:озер\w*|рек(?:а|и|е|у|ой)|залив\w*|пролив\w*|бассейн\w*|канал\w*|дельт\w*|банк\w*|университет\w*"
    r"|институт\w*|мор(?:е|я|ю|ем)|музе\w*)\s+$"
)
BEARS_AFTER = ""
