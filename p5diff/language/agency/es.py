"""Spanish."""

from p5diff.language.agency import Agency

AGENCY = Agency(
    openers=frozenset(
        """a al ante antes bajo como con conforme contra cuando de del desde después donde durante e en entre
        excepto gracias habida hacia hasta mediante mientras ni o para pese por porque pues salvo según si sin
        sobre tras u y que quien quienes cuyo cuya cual cuales habiendo""".split()
    ),
    pronouns=frozenset("ello esto eso aquello nada todo que se lo".split()),
    auxiliaries=frozenset(
        "ha han había habían habrá habrán fue fueron será serán es son era eran va van está están".split()
    ),
    passives=frozenset("sido fue fueron será serán es son era eran ser se".split()),
    itself=frozenset(["se"]),
    pair=frozenset("ambos ambas".split()),
    among_us=(
        r"\bpor (?:nosotros|nuestr\w+|ambos|ambas|cada (?:miembro|parte)|cada un[oa] de (?:los|las) (?:miembros|partes)|"
        r"(?:todos |todas )?(?:los|las) (?:\w+ )?(?:miembros|partes(?! en (?:el )?conflicto)|signatarios|participantes|delegaciones))\b"
        r"|\bser(?:á|án) \w+\b[^.;]*\bnuestr[oa]s?\b"
    ),
    two=frozenset(["dos"]),
    ours=frozenset("nuestro nuestra nuestros nuestras mi mis".split()),
    theirs=frozenset("su sus".split()),
    by=frozenset(["por"]),
    objective=frozenset(["a", "al"]),
    inert=frozenset(
        """acuerdo tratado convenio convención protocolo artículo párrafo anexo apéndice declaración comunicado
        programa plan proyecto medida iniciativa memorando texto documento disposición resolución decisión
        presupuesto estrategia hoja reunión sesión período periodo cumbre encuentro foro ronda conversación negociación
        negociaciones consulta debate producción precio tasa comercio intercambio exportación exportaciones importación importaciones crecimiento
        inflación desempleo oferta ingreso volumen número proporción nivel valor costo coste economía
        mercado salario empleo amenaza riesgo desafío crisis situación progreso esfuerzo trabajo cooperación
        relación relaciones alianza diálogo proceso resultado cambio informe capítulo sección lista instrumento
        marco ley regla reglamento derecho arancel impuesto tren tregua paz guerra conflicto violencia tendencia
        inversión inversiones gasto venta actividad indicador principio obligación año mes día inicio""".split()
    ),
    measuring=tuple(
        """alcanz super aument aument disminuy baj cay creci subi sub descend perman quedó quedaron represent
        total equival cost dur fue fueron perdi result se muestr mostr mejor empeor caus provoc contribu agrav fortalec""".split()
    ),
    coming=tuple(
        "lleg adhier adhir particip asist viaj visit incorpor sum vin acud vot declar concluy".split()
    ),
    joining=("adhier", "adhir", "incorpor", "sumó", "sumaron", "sumado"),
    plurals=("s", "es"),
    abstract=tuple("miento ción sión dad ancia encia ismo ura aje eza".split()),
    bodies=tuple(
        """ayuntamiento regimiento administración asociación comisión corporación delegación federación
        fundación institución misión organización nación sección estación división alianza agencia conferencia
        presidencia universidad municipalidad autoridad comunidad sociedad facultad entidad hermandad
        audiencia prefectura jefatura""".split()
    ),
    adverbs=("mente",),
    first_person=r"^(?!últimos|mismos|mínimos|máximos|próximos|primos|ramos)\w+[aeiáéí]mos$",
    quiet=frozenset("no también ya se aún todavía juntos juntas así además".split()),
)
