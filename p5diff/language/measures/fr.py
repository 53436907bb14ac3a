"""French figures and terms of time."""

from p5diff.language.measures import HOUR, FigureWords

MEASURES = FigureWords(
    numerals={
        **{
            word: number
            for number, word in enumerate(
                """deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze
                seize""".split(),
                start=2,
            )
        },
        "vingt": 20,
        "trente": 30,
        "quarante": 40,
        "cinquante": 50,
        "soixante": 60,
    },
    multipliers={
        "cent": 100,
        "cents": 100,
        "mille": 1000,
        "million": 10**6,
        "millions": 10**6,
        "milliard": 10**9,
        "milliards": 10**9,
    },
    grouping="  .",
    percent=("pour cent", "p\\. 100"),
    points=("points? de pourcentage",),
    ordinals=frozenset(),
    counted="",
    until=(
        r"d['’]ici(?: à| au| le| la)?(?: la)?",
        r"au plus tard(?: le| en| à| au)?(?: la)?",
        r"avant(?: le| la)?",
        r"à l['’]horizon(?: de)?",
        r"dans un délai expirant le",
    ),
    ending=(),
    part_of_year=r"(?:(?:la |le )?(?:fin|début|milieu|mi)(?: de l['’]année| du mois de| du mois d['’]| de| d['’]|[- ])? ?|l['’]année |l['’]an )",
    edges=("début", "milieu|mi", "fin"),
    within=(
        r"dans un délai (?:maximal |maximum )?(?:de |d['’])",
        r"dans (?:les|un délai de)(?: prochains| prochaines)?",
        r"(?:au cours des|sous)(?: prochains| prochaines)?",
        r"d['’]ici(?: à)?",
        r"au plus tard(?: dans(?: les)?)?",
    ),
    periods=((r"heures?", HOUR), (r"jours?", 1), (r"semaines?", 7), (r"mois", 30), (r"ans?|années?", 365)),
    one=("un", "une"),
    rhythms=(
        (
            r"annuellement|chaque année|chaque an|tous les ans|une fois par an|sur une base annuelle",
            365,
        ),
        (r"tous les (?:deux|2) ans|bisannuellement|une fois tous les deux ans", 730),
        (r"tous les (?:trois|3) ans", 1095),
        (r"tous les (?:quatre|4) ans", 1460),
        (r"tous les (?:cinq|5) ans", 1825),
        (
            r"tous les (?:six|6) mois|deux fois (?:par an|l['’]an|chaque année)|semestriellement|chaque semestre",
            182,
        ),
        (r"tous les (?:trois|3) mois|trimestriellement|chaque trimestre", 91),
        (r"mensuellement|chaque mois|tous les mois", 30),
        (r"chaque semaine|toutes les semaines|hebdomadairement", 7),
        (r"quotidiennement|chaque jour|tous les jours", 1),
    ),
    before=(r"avant",),
    parts=frozenset("moitié".split()),
    fractions=frozenset("tiers quarts cinquièmes sixièmes dixièmes".split()),
    at_once=(
        "immédiatement",
        r"sans (?:délai|(?:plus )?(?:attendre|tarder))",
        "sur-le-champ",
        "aussitôt",
        "tout de suite",
        "avec effet immédiat",
        "séance tenante",
    ),
    some_time=(
        "en temps utile",
        "en temps voulu",
        "le moment venu",
        "ultérieurement",
        r"à une (?:date|étape) ultérieure",
        "à terme",
        "en son temps",
    ),
    lasting=(
        r"au moins jusqu['’](?:à|au|en)(?: la fin de)?",
        r"(?:expire(?:ra)?(?:nt)?|expireront|prend(?:ra)? (?:fin|effet)|s['’]achève(?:ra)?|entre(?:ra)? en vigueur|"
        r"(?:arrive(?:ra)?|vient|viendra) à (?:expiration|échéance))(?: le| en| au)",
    ),
    in_force=(r"\b(?:entre(?:nt|ra|ront)? en vigueur|pren(?:d|nent|dra|dront) effet)\b([^;.]*)",),
)
