"""Chinese figures and terms of time. A numeral is a run of characters, read by its own pattern."""

from p5diff.language.measures import HOUR, FigureWords

MEASURES = FigureWords(
    numerals={char: number for number, char in enumerate("一二三四五六七八九十", start=1)} | {"两": 2},
    multipliers={"百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "萬": 10**4, "億": 10**8},
    grouping=",",
    percent=(),
    points=("个百分点",),
    ordinals=frozenset(),
    counted="",
    until=(r"不迟于", r"不晚于", r"最迟(?:于|在)?", r"(?:在|于)?截至", r"到"),
    ending=(r"(?:之前|以前|前)(?!景|往|提|列|述|来|所|后|线)",),
    part_of_year=r"",
    within=(r"在?未来", r"今后"),
    periods=((r"个?小时", HOUR), (r"个?工作日|天|日", 1), (r"周|个?星期", 7), (r"个月", 30), (r"年", 365)),
    inside=(r"之?内", r"以内"),
    rhythms=(
        (r"每年(?:一次)?|逐年|按年|每一年", 365),
        (r"每(?:两|二|2)年(?:一次)?", 730),
        (r"每(?:三|3)年(?:一次)?", 1095),
        (r"每(?:四|4)年(?:一次)?", 1460),
        (r"每(?:五|5)年(?:一次)?", 1825),
        (r"每(?:半年|六个月|6个月)(?:一次)?|每年(?:两|二|2)次|一年(?:两|二|2)次", 182),
        (r"每(?:季度?|三个月|3个月)(?:一次)?|按季度?", 91),
        (r"每个?月(?:一次)?|按月", 30),
        (r"每周(?:一次)?|每星期(?:一次)?", 7),
        (r"每天|每日", 1),
    ),
    at_once=("立即", "立刻", "即刻", "毫不拖延", "不再拖延", "马上", "即时", "当即", "随即", "刻不容缓"),
    some_time=("适时", "择机", "择期", "择日", "日后", "届时", "(?:在)?适当(?:的)?(?:时候|时机|时)"),
    lasting=(r"至少(?:持续|维持|保持)?(?:至|到)",),
)
