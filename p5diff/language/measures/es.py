"""Spanish figures and terms of time."""

from p5diff.language.measures import HOUR, FigureWords

MEASURES = FigureWords(
    numerals={
        **{
            word: number
            for number, word in enumerate(
                """dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince
                dieciséis diecisiete dieciocho diecinueve veinte""".split(),
                start=2,
            )
        },
        **{
            word: number * 10
            for number, word in enumerate(
                "treinta cuarenta cincuenta sesenta setenta ochenta noventa".split(), start=3
            )
        },
        "veintidós": 22,
        "veinticinco": 25,
    },
    multipliers={
        "cien": 100,
        "ciento": 100,
        "mil": 1000,
        "millón": 10**6,
        "millones": 10**6,
        "billón": 10**12,
        "billones": 10**12,
    },
    grouping="  .",
    percent=("por ciento",),
    points=("puntos? porcentuales",),
    ordinals=frozenset(),
    counted="",
    until=(
        r"a más tardar(?: el| en| para)?(?: la| el)?",
        r"antes del?(?: la)?",
        r"para(?: el| la)?",
        r"de aquí a(?:l)?(?: la)?",
        r"no más tarde del?",
        r"con anterioridad al?",
    ),
    ending=(),
    part_of_year=r"(?:(?:el |la )?(?:final|finales|fin|fines|principios|comienzos|mediados)(?: del año| del mes de| de|l) |año )",
    edges=("principios|comienzos|inicios?", "mediados", "fin|fines|final|finales|termine"),
    within=(
        r"en (?:un|el) (?:plazo|término) (?:máximo )?de",
        r"dentro de(?: los| las)?(?: próximos| próximas)?",
        r"en (?:los|las) (?:próximos|próximas)",
        r"(?:a más tardar|no más tarde de)(?: en)?",
    ),
    periods=(
        (r"horas?", HOUR),
        (r"días?(?: hábiles)?", 1),
        (r"semanas?", 7),
        (r"mes(?:es)?", 30),
        (r"años?", 365),
    ),
    one=("un", "una"),
    rhythms=(
        (r"anualmente|cada año|todos los años|una vez al año|con carácter anual", 365),
        (r"cada (?:dos|2) años|bienalmente|con carácter bienal", 730),
        (r"cada (?:tres|3) años|trienalmente", 1095),
        (r"cada (?:cuatro|4) años", 1460),
        (r"cada (?:cinco|5) años|quinquenalmente", 1825),
        (r"cada (?:seis|6) meses|semestralmente|dos veces (?:al año|por año|cada año)", 182),
        (r"cada (?:tres|3) meses|trimestralmente", 91),
        (r"mensualmente|cada mes|todos los meses", 30),
        (r"semanalmente|cada semana|todas las semanas", 7),
        (r"diariamente|cada día|todos los días", 1),
    ),
    before=(r"antes",),
    parts=frozenset("tercio mitad".split()),
    fractions=frozenset("tercios cuartos quintos sextos décimos".split()),
    at_once=(
        "inmediatamente",
        "de inmediato",
        r"sin (?:más |mayor )?(?:demora|dilación)",
        "en el acto",
        "al instante",
        "al punto",
        "enseguida",
        "con efecto inmediato",
    ),
    some_time=(
        "en su momento",
        "oportunamente",
        "a su debido tiempo",
        r"en el momento (?:oportuno|adecuado)",
        "más adelante",
        r"en una (?:fecha|etapa) posterior",
        "llegado el momento",
    ),
    lasting=(
        r"al menos hasta(?: el)?",
        r"por lo menos hasta(?: el)?",
        r"(?:(?:expira|vence|termina|finaliza|entra)(?:rá)?n?|expirará|concluye|concluirá|surte efecto|surtirá efecto)"
        r"(?: en vigor)?(?: el| en| a partir del)",
    ),
    in_force=(r"\b(?:entra(?:n|rá|rán)? en (?:vigor|vigencia)|surt(?:e|en|irá|irán) efectos?)\b([^;.]*)",),
)
