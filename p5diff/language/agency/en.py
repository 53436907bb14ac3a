"""English."""

from p5diff.language.agency import Agency

AGENCY = Agency(
    openers=frozenset(
        """about above across after against along amid among around as at because before behind below beneath
        beside besides between beyond by concerning considering despite during except following for from given if
        in inside into like near of off on onto out outside over past per pursuant regarding since through
        throughout to toward towards under underneath until unless up upon via when whenever where whereas while
        whether with within without having being both""".split()
    ),
    pronouns=frozenset("it there this that these those which who what nothing everything something".split()),
    auxiliaries=frozenset("will shall has have had is are was were be been do does did would".split()),
    passives=frozenset("be been being is are was were".split()),
    pair=frozenset("both".split()),
    two=frozenset(["two"]),
    among_us=(
        r"\bby (?:both\b|us\b|our\b|(?:all|every|each|the)(?: of)?(?: the| our)? (?:\w+ )?(?:members?|part(?:y|ies)(?! to the conflict)|"
        r"sides|signatories|participants|delegations)\b)|\b(?:will|shall) (?:\w+ )?be \w+\b[^.;]*\bour\b"
    ),
    ours=frozenset(["our", "my"]),
    theirs=frozenset("its their his her".split()),
    by=frozenset(["by"]),
    inert=frozenset(
        """accord agreement treaty convention protocol article paragraph annex appendix declaration communiqué communique
        statement programme program plan project measure initiative memorandum text document provision resolution
        decision budget strategy roadmap meeting session summit gathering forum round talk negotiation consultation
        discussion production output price rate trade turnover export import growth inflation unemployment supply income revenue volume number share level value cost economy market wage job threat risk challenge
        crisis situation progress effort work cooperation relation partnership dialogue process result change
        report chapter section list instrument framework act law rule regulation duty tariff levy tax train
        ceasefire truce peace war conflict violence trend investment spending sales activity indicator
        principle right obligation line night evening condition increase decrease decline sector guideline modality mechanism package note outcome withdrawal
        stocktake review pandemic period year month day""".split()
    ),
    measuring=tuple(
        """reach total amount exceed rise rose risen fall fell fallen grow grew grown increas decreas declin
        slow soften moderat remain stay stand stood average equal account represent becom became seem appear
        last cost weigh measur contain compris consist constitut show indicat reflect improv strengthen expand
        contract pick accelerat advanc weaken diminish deepen worsen caus boost entail result contribut affect
        pose intensif""".split()
    ),
    coming=tuple(
        """arriv participat acced join attend gather travel visit depart vot testif convers conferr
        gave""".split()
    ),
    joining=("join", "acced"),
    plurals=("s", "es"),
    abstract=tuple("ment tion sion ness ance ence ism ure ity ing cy".split()),
    bodies=tuple(
        """government department parliament regiment administration association commission corporation
        delegation federation foundation institution mission organis organiz nation section station
        division alliance conference intelligence authorit municipalit universit communit facult agenc
        constituenc embass polic secretar guild facilit""".split()
    ),
    adverbs=("ly",),
    quiet=frozenset(
        "up out off down back away also then again now still already since recently together jointly thus therefore not never".split()
    ),
)
