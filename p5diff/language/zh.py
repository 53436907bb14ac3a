"""Chinese, simplified and traditional."""

from collections.abc import Mapping

from p5diff.language.agency import Agency
from p5diff.language.agency.zh import AGENCY as _AGENCY
from p5diff.language.carriers import Carrier
from p5diff.language.carriers.zh import CARRIER as _CARRIER
from p5diff.language.grammar.zh import GRAMMAR as _GRAMMAR
from p5diff.language.measures import FigureWords
from p5diff.language.measures.zh import MEASURES as _MEASURES
from p5diff.language.verbs import begins_alike as _begins_alike
from p5diff.language.verbs import nothing_promises as _nothing_promises
from p5diff.language.verbs import zh as _verbs
from p5diff.language.zh_characters import SIMPLIFIED, TRADITIONAL

CODE = "zh"
LONG_CODES: tuple[str, ...] = ("zho", "chi")
verbs = _verbs.verbs
promises = _nothing_promises
same_verb = _begins_alike
NOUN_LAST = True
VERB_FIRST = False
PLURALS: Mapping[str, str] = {}
NAME = "Chinese"
DIRECTION = "ltr"
SCRIPT = "Han"
CASED = False
SEPARATOR = ""
TERMINATORS = "。？！．｡"
ABBREVIATIONS: frozenset[str] = frozenset("mr mrs ms dr prof st i.e e.g cf vs".split())
NUMBER_ABBREVIATIONS: frozenset[str] = frozenset(
    """no nos art para p pp vol add corr rev doc docs res dec fig sec ch""".split()
)
ENDING_ABBREVIATIONS: frozenset[str] = frozenset("""u.s u.k u.n jr sr""".split())
CLOSING_ABBREVIATIONS: frozenset[str] = frozenset("""etc inc ltd co corp""".split())
UNIT_ABBREVIATIONS: frozenset[str] = frozenset("""a.m p.m""".split())
UNIT_FOLLOWERS = ""
DATE_PREPOSITIONS: frozenset[str] = frozenset()
STARTING_WORDS: frozenset[str] = frozenset()
SAYING_WORDS: tuple[str, ...] = tuple(
    "他说 她说 他们说 他喊 她喊 他叫 她叫 他们喊 他问 她问 他答 她答 主席说 他表示 她表示 他说道 然后 并 而 但".split()
)
JOINING_WORDS: tuple[str, ...] = tuple(
    "然后 但 而 并 和 与 及 以及 也 就 还 又 或 等 的 地 得 了 都 却 则 因此 所以 于是 甚至 乃至 直到 直至 之".split()
)
QUOTES: tuple[tuple[str, str], ...] = (
    ("“", "”"),
    ("‘", "’"),
    ("《", "》"),
    ("〈", "〉"),
    ("「", "」"),
    ("『", "』"),
)
_NUMERALS = "一 二 三 四 五 六 七 八 九 十 十一 十二".split()
MONTHS: Mapping[str, int] = {
    **{f"{number}月": number for number in range(1, 13)},
    **{f"{name}月": number for number, name in enumerate(_NUMERALS, start=1)},
}
_YEAR = r"(?P<y>\d{4}|[〇零○一二三四五六七八九]{4})年"
_DAY = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号號]"
DATE_PATTERNS: tuple[str, ...] = (
    rf"{_YEAR}(?P<m>{{month}})(?P<d>{_DAY}|\d{{1,2}})[至到和、—–-]"
    rf"(?:{_YEAR.replace('<y>', '<y2>')}(?=\d{{0,2}}[一二三四五六七八九十]{{0,2}}月))?(?:(?P<m2>{{month}}))?(?P<d2>{_DAY})",
    rf"{_YEAR}(?P<m>{{month}})(?P<d>{_DAY})",
    rf"{_YEAR}(?P<m>{{month}})",
)
WEEKDAYS = r"(?:星期|周|週)[一二三四五六日天]"
DOCUMENTS = (
    r"声明|宣言|公报|公報|聲明|决议|决定|協定|协定|协议|条约|條約|公约|议定书|报告|信|照会|备忘录|会议|会晤|届|峰会|新闻|讲话|发言|答记者问|摘要|结论|文件|草"
    r"案|附件|联合"
    r"|记者|作者|来源|编辑|图片"
)
NOTE_HEADINGS = r"(?:尾注|脚注|注释|註釋|附注|注)"
PLACE_BEFORE_DATE = r"[，,、：:]?"
DONE_AT = r"(?:订于|签于|发表于)"
_OTHER_FORMS = {"帐": "账", "藉": "借", "迭": "叠"}
VARIANTS: Mapping[str, str] = {
    **{old: _OTHER_FORMS.get(new, new) for old, new in zip(TRADITIONAL, SIMPLIFIED, strict=True)},
    **_OTHER_FORMS,
}
FOLDS: tuple[tuple[str, str], ...] = ()
COMMON_WORDS: frozenset[str] = frozenset("的 和 在 了 是 与 为 以 及 对 其 并 等 将 於 與 為 對 並".split())
FREQUENT_LETTERS = (
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过"
    "發這個們來為國說時會對後過與員關條約議應將進與權務經動種產實際機構無論問題聯業現當間電開體"
    "发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前"
    "开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最"
    "重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门"
    "任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数"
    "安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科"
    "约议裁核武器扩散联际组织会员缔促责任委监督查促"
)
TELLING_LETTERS = ""
LETTER_TITLES: tuple[str, ...] = (r"致.{1,60}的?[信函]", r"的信(?:，|,|$)", r"普通照会", r"来信$")
TRANSMITTALS: tuple[str, ...] = (
    r"谨随[信函].{0,8}转[交递]",
    r"谨(?:此)?(?:转[交递]|随[信函附]|附上|提交)",
    r"随[信函](?:转[交递]|附上|附[送寄])",
    r"谨请.{0,40}(?:分发|散发|印发)",
    r"请将.{0,40}作为.{0,30}(?:文件|文書|文书).{0,4}(?:分发|散发|印发)",
    r"荣幸地?.{0,10}(?:转[交递]|提交|随[信函])",
)
SIGNED: tuple[str, ...] = (r"[(（](?:签名|簽名|签字|簽字|签署)[)）]", r"^(?:签名|签字)[:：]")
OFFICES: tuple[str, ...] = (
    r"(?:代表|大使|公使|参赞|部长|主席|秘书长|总理|总统|主任|团长|總理|部長|秘書長)$",
    r"^常驻.*代表",
)
PAGE_LINES: tuple[str, ...] = (r"第? ?{n} ?[页頁](?:[，, /]*[共总] ?{n} ?[页頁])?", r"{n} ?/ ?{n}")
MASTHEADS: tuple[str, ...] = (
    r"联合国|聯合國",
    r"大会|安全理事会|裁军谈判会议|裁谈会",
    r"distr(?:\.|ibution)? ?: ?\w+",
    r"[普限]遍?分发|分发[:：].{1,8}",
    r"(?:chinese )?original ?: ?[\w, /]+",
    r"(?:原文|原件|原文语文|原始语言)[:：].{1,12}",
    r"中文",
    r"第[一二三四五六七八九十百\d]{1,6}[届次]会议",
    r"(?:临时)?议程项目 ?\d[\w ().,]*",
)
ANNEX_TITLES = frozenset("附件 附录 附表".split())
LABELS: tuple[str, ...] = (
    r"第(?:\d{1,4}|[一二三四五六七八九十百零〇]{1,7})[条條章节節款编項项](?:[：:、.．]|(?= ))",
    r"[一二三四五六七八九十百]{1,5}[、．.]",
    r"[(（][一二三四五六七八九十百]{1,5}[)）]、?",
    r"[①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳]",
    r"\d{1,3}[、．]",
)
COMPOUND_STARTS: frozenset[str] = frozenset("non self anti post pre multi co ex".split())
COMPOUND_ENDS: frozenset[str] = frozenset()
COMPOUND_TENS: frozenset[str] = frozenset()
COMPOUND_SYLLABLES: frozenset[str] = frozenset()
UNFINISHED = ""
SUFFIXES: tuple[str, ...] = ()
TAG = "zh-CN"
ENCODINGS: tuple[str, ...] = ("gb18030", "big5")
SPACED_MARKS = ""
REFERS = ""
NUMBERED_NAMES: tuple[str, ...] = (
    r"(?P<y>\d{4})年[^，。；、：举召主开办前底内起将在于]{0,20}?(?:会议|大会|峰会|行动计划|议程|伦敦|巴黎)",
    r"第(?P<y>\d+)[届号条次轮期章款项段节]",
)
ACTIONS = "行动"
RESOLUTIONS: tuple[str, ...] = (r"(?:安全理事会|安理会)第?(?P<no>\d{2,4}){year}号决议",)
NO_UNITS: frozenset[str] = frozenset()
DAY_AND_MONTH = r"(?<!\d)(?P<m>\d{1,2}月)(?P<d>\d{1,2})日"
FOLD_ACCENTS = False
LETTER_FOLDS: Mapping[str, str] = dict(zip(TRADITIONAL, SIMPLIFIED, strict=True))
CLITICS: tuple[str, ...] = ()
POSSESSIVES: tuple[str, ...] = ()
NOUN_ENDINGS: Mapping[str, tuple[str, ...]] = {}
OWNED_ENDINGS: Mapping[str, tuple[str, ...]] = {}
WHOLE_NOUNS: frozenset[str] = frozenset()
UNSPLIT: frozenset[str] = frozenset()
ARTICLE_CLITICS: tuple[str, ...] = ()
ARTICLE = ""
STEM = 2
"""Characters: two make a word."""
ENDINGS: tuple[str, ...] = ()
MEASURES: FigureWords = _MEASURES
AGENCY: Agency = _AGENCY
GRAMMAR = _GRAMMAR
CARRIER: Carrier = _CARRIER
GROUPING = ","
OPTIONS = r"(?:备选案文|备选方案|案文|方案|选项|備選案文|選項)\s?(?:\d{1,2}|[一二三四五六七八九十A-H])"
LEAD_BEFORE = (
    r"(?:还|又|也|并且|并|再次|再度|进一步|强烈|特别|同时|继续|深为|深切|深深|严重|最强烈地|在这方面|为此|此外|因此|兹|一致|仍|郑重|极为|十分|高度|"
    r"[\u4e00-\u9fff]{2,4}地)"
)
LEAD_AFTER = ""
LEAD_WITH = ""
LEAD_VERBS = (
    r"(?:注意到|认识到|意识到|考虑到|关切到|表示|感到|深感|深信|坚信|审议了|听取了|收到了|通过|决定|敦促|促请|敦请|呼吁|吁请|吁|要求|鼓励|欢迎|赞赏|回顾|重申|申明|"
    r"强调|确认|铭记|念及|忆及|谴责|感谢|赞扬|核准|授权|建议|邀请|指出|承认|关切|痛惜|遗憾|相信|宣布|断定|认定|认为|期待|支持|责成|委托|设立|延长|终止|同意|满意|请|"
    r"知悉|获悉|关注|不安|震惊|遵循|依照|根据|本着)"
)
AND: frozenset[str] = frozenset("和 与 及 以及 或 或者".split())
ALSO: tuple[str, ...] = ()
IMPERATIVE = ""
EXAMPLES: tuple[str, ...] = ("例如", "例子", "示例", "包括", "诸如", "比如", "譬如")
PARTICLES: frozenset[str] = frozenset("之 者 所 于 被".split())
AND_PREFIX = ""
ARTICLES: frozenset[str] = frozenset()
ADJUNCTS: frozenset[str] = frozenset("在 以 按 经 依 随 鉴 据 视 如 若".split())
ADJUNCT_PREFIX = ""
MAY_DENY = r"[只仅唯除才限不没無无非未勿莫禁拒免防反否缺别停止绝]"
DENIES = (
    r"不(?:得|会|应|能|可(?!逆|分|或|剥|持|告|缺|侵|避|否)|再|准|许|愿|要(?!求)|必|予|是|打算|承诺|敦促|呼吁|使用|首先|支持|接受|同意|允许|承认|"
    r"参加|签署|转让|寻求|部署|构成|具有|拥有|意味|存在|享有|包括|适用|影响)|没有|从未|未曾|并未|无法|无权|勿|绝非|并非"
)
IDLE_DENIALS = r"不得不|不能不|不会不|是否?不|要不要|不久|不可或缺|尚未解决|没有理由不"
WITHOUT = r"未经|不加|毫不迟延|毫不拖延|不拖延|无须|无条件|尽快|不论|无论|不分|不管"
DENSITY = 0.31
"""Measured as `p5diff.language.base` says."""
BEARS_BEFORE = ""
BEARS_AFTER = "(?:河(?!内)|湖|湾|海峡|运河|盆地|三角洲|银行|大学|洋|半岛|高原)"
