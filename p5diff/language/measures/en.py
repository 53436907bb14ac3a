"""English figures and terms of time."""

from p5diff.language.measures import HOUR, FigureWords

_ADVERB = (
    r"(?=\W*$|\s*[^\w\s]|\s+(?:to|on|in|at|by|with|and|or|for|from|of|as|the|a|an|its|their|our|until|through"
    r"|during|about|via|before|after|under|between|each|all|any)\b)"
)
"""What follows a word that is also an adjective where it says how often: "daily subsistence" says it of nothing
that is due."""

MEASURES = FigureWords(
    numerals={
        **{
            word: number
            for number, word in enumerate(
                """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
                sixteen seventeen eighteen nineteen""".split(),
                start=2,
            )
        },
        **{
            word: number * 10
            for number, word in enumerate(
                "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
            )
        },
    },
    multipliers={
        "hundred": 100,
        "thousand": 1000,
        "million": 10**6,
        "billion": 10**9,
        "trillion": 10**12,
    },
    grouping=",  ",
    percent=("percent", "per cent"),
    points=("percentage points?",),
    ordinals=frozenset("first second third fourth fifth sixth seventh eighth ninth".split()),
    counted=r".*s$|people|children|women|men|usd|eur|per cent",
    until=(
        r"(?:no|not) later than",
        r"on or before",
        r"before",
        r"prior to",
        r"by",
        r"with a target date of",
    ),
    ending=(),
    part_of_year=r"(?:(?:the )?(?:end|beginning|middle|close|start|summer|autumn|spring|winter|fall|"
    r"first half|second half|(?:first|second|third|fourth) quarter) of |(?:early|mid|late|end|the end|the close)[- ](?:of the month of )?|the year )",
    edges=("beginning|start|early", "middle|mid", "end|close|late"),
    within=(
        r"within(?: a period of| the next| the coming| the following)?",
        r"(?:no|not) later than",
        r"(?:over|in) the (?:next|coming|following)",
    ),
    periods=(
        (r"hours?", HOUR),
        (r"(?:working |business |calendar )?days?", 1),
        (r"weeks?", 7),
        (r"months?", 30),
        (r"years?", 365),
    ),
    one=("a", "an", "one"),
    rhythms=(
        (rf"annually|yearly{_ADVERB}|(?:every|each) year|once (?:a|per) year|on an annual basis", 365),
        (r"every (?:two|2|second|other) years?|biennially|each biennium", 730),
        (r"every (?:three|3|third) years?|triennially", 1095),
        (r"every (?:four|4|fourth) years?|quadrennially", 1460),
        (r"every (?:five|5|fifth) years?|quinquennially", 1825),
        (
            r"every (?:six|6) months|(?:twice|two times) (?:a|per|each|every) year|biannually|semi-?annually",
            182,
        ),
        (
            rf"quarterly{_ADVERB}|every (?:three|3) months|every quarter|four times (?:a|per|each|every) year",
            91,
        ),
        (rf"monthly{_ADVERB}|(?:every|each) month|once a month", 30),
        (rf"weekly{_ADVERB}|(?:every|each) week", 7),
        (rf"daily{_ADVERB}|(?:every|each) day", 1),
    ),
    before=(r"before|prior to|ahead of",),
    parts=frozenset("half".split()),
    fractions=frozenset("thirds quarters fifths sixths eighths tenths".split()),
    at_once=(
        r"(?:effective )?immediately",
        r"without(?: any)?(?: further)? delay",
        "forthwith",
        "at once",
        "instantly",
        r"(?:right|straight) away",
        "with immediate effect",
    ),
    some_time=(
        r"in due (?:course|time)",
        r"at (?:a later|some later) (?:date|stage|time|point)",
        "at some point",
        "when the time comes",
        r"at (?:the|an) appropriate (?:time|moment)",
    ),
    lasting=(
        r"at least (?:through|until|till)",
        r"(?:expires?|ends?|lapses?|terminates?|(?:enters?|comes?) into (?:force|effect)|takes? effect)(?: as of| on| in)",
    ),
    in_force=(r"\b(?:(?:enters?|comes?) into (?:force|effect)|takes? effect)\b([^;.]*)",),
)
