"""Spanish: endings show person, tense and mood; the personal "a" and "que" show who is asked."""

from p5diff.language.grammar import Grammar

_INF = r"(?:no )?\w{2,}(?:ar|er|ir|ír)(?:se|lo|la|los|las|le|les)?\b"
_LABEL = r"^(?:\(?\w{1,4}[.)]\s*)?"
_PARTY = (
    r"(?:(?:ambos|ambas|los dos|las dos|los tres|las tres) (?:\w+ ){0,2}?\w+|las partes(?: contratantes)?|los gobiernos|"
    r"las delegaciones|los firmantes|los ministros|los cancilleres)"
)
_ADV = r"(?:\w+mente |también |además |asimismo |nuevamente |ya |no )?"
_WORKERS = (
    r"(?:oficiales|mediadores|enviados|emisarios|negociadores|expertos|expertas|ingenieros|técnicos|topógrafos|funcionarios|delegaciones|delegados|"
    r"especialistas|archiveros|juristas|abogados|auditores|redactores|científicos|científicas|secretarías?|geólogos|historiadores|"
    r"urbanistas|arquitectos|investigadores|inspectores|árbitros|comisarios|lingüistas|traductores|arqueólogos|cartógrafos|hidrólogos|"
    r"economistas|estadísticos|diplomáticos|facilitadores|peritos|grupo de trabajo|comisión|comité|equipos?|tribunal|organismos|"
    r"ministerios|partes|cancillerías|agencias|conferencia|aduaneros|jueces|veterinarios|"
    r"(?!terror|tur|period|trabaj|consum)\w{3,}(?:ólogos|ógrafos|istas|adores))"
)
"""Those whose work a text may say is not done yet. Of anybody else "siguen" tells how things are."""

GRAMMAR = Grammar(
    (
        "unsettled",
        r"\b(?:aún|todavía) no (?:se )?(?:ha|han|hemos) (?=[^.;]{2,40}\b(?:quién|si|cómo|dónde|cuándo|cuál|qué)\b)"
        r"|\b(?:está|están|queda|quedan|falta|faltan) por \w+(?:ar|er|ir)\b"
        r"|\b(?:las partes|las dos partes|ambos \w+|ambas \w+|los dos \w+|las delegaciones) (?:aún|todavía) no (?:se )?han\b|\b(?:aún|todavía) no hemos\b",
    ),
    (
        "pending",
        r"\b(?:sigue|siguen|continúa|continúan|prosigue|prosiguen|está|están|permanece|permanecen|queda|quedan|mantiene|mantienen)\b"
        r"[^.;,]{0,30}(?:en marcha|en curso|en estudio|en examen|en trámite|bajo examen|pendientes? de|su curso|sobre la mesa|en debate)"
        r"|\b(?:prosiguen?|proseguimos) (?:con )?(?:el|la|los|las|su|sus|nuestr\w+)\b"
        r"|\b(?:siguen?|continúan?|seguimos|continuamos) (?:con )?(?:el|la|los|las) (?:\w*ción|\w*miento|\w*eo|estudio|examen|cotejo|"
        r"trabajo|trabajos|labor|diálogo)\b"
        r"|\b(?:estamos|seguimos|continuamos|siguen|están) \w+(?:ando|iendo|yendo) (?:si|cómo|qué|quién|cuándo|dónde|sobre|acerca)\b"
        r"|^(?:continúa|prosigue|sigue)n? (?:el|la|los|las) (?!\w+ (?:a|en) )"
        rf"|\b{_WORKERS}\b[^.;,]{{0,40}}? (?:siguen?|continúan?|prosiguen?) (?!sufriendo|padeciendo|viviendo|siendo|esperando|teniendo|careciendo|"
        r"creyendo|apoyando|oponiéndose|negándose|violando)(?:\w*(?:ando|iendo|yendo|éndose|ándose))\b"
        rf"|\b{_WORKERS}\b[^.;,]{{0,40}}? (?:todavía|aún) (?!(?:no|son|es|están|está|han|ha|tienen|sufren|esperan|viven|creen|carecen)\b)\w+(?:an|en|a|e)\b"
        r"|\b(?:aún|todavía) (?:no )?(?:estamos|seguimos|hemos|han)\b|\bqueda(?:n)? por \w+(?:ar|er|ir)\b",
        True,
    ),
    (
        "plea",
        r"^que (?:se )?\w+(?:e|en|a|an) (?:al?|de|en|el|la|los|las|sin) [^.]*\.$|\b(?!ayudamos|vamos|enseñamos|obligamos|llegamos|volvimos|permitimos|dimos|vimos|agradecemos|felicitamos|debemos|"
        r"aspiramos|contribuimos|tenemos|damos|llevamos|saludamos|acompañamos|acompañaremos|\w+remos)\w{2,}(?:amos|emos|imos) "
        r"(?:\w+mente |encarecidamente )?(?:a (?:los|las|la|el|todos|todas|ambos|ambas|quienes|cada|cuantos|otros|\w+)|al|de (?:los|las)|que) [^.;]{0,110}?\b"
        rf"(?:a que|que|para que|de que|a|al) (?:{_INF}|no |se |\w+[aeáé]n?\b)"
        rf"|{_LABEL}(?!(?:da|ayuda|agradece|felicita|presta|concede|otorga|encarga|saluda|el|la|en|para|una|de|que|se|este|esta)\b)"
        rf"\w+(?:a|e) {_ADV}(?:a|al) [^.;]{{2,160}}? (?:a que|que|a|para que) (?:{_INF}|\w+[aeáé]n?\b)[^.]*;$",
    ),
    (
        "accord",
        rf"\b{_PARTY} {_ADV}(?:se )?(?!pudieron|lograron|dejaron|terminaron|acabaron|empezaron|comenzaron|volvieron|llegaron|tardaron|"
        r"ayudaron|contribuyeron|intentaron|trataron|procuraron|rehusaron|hicieron|vieron|supieron|quisieron|debieron|tuvieron|"
        r"negaron|dudaron|evitaron|alcanzaron)"
        rf"\w+(?:aron|ieron|eron) (?:en |de |por |a )?{_INF}"
        rf"|\b{_PARTY} {_ADV}(?:se )?(?:han) \w+(?:ado|ido|to) (?:en |de |por |a )?{_INF}"
        rf"|\b{_PARTY}[^:]{{0,60}}:$"
        r"|\b(?:nos )?(?:mantenemos|seguimos|permanecemos) (?:firmes|resueltos|decididos|empeñados)\b",
    ),
    ("duty", r"^(?:si|cuando)\b[^.;]{3,90}, (?:el otro|la otra|cada un[oa])\b", True),
    (
        "order",
        rf"{_LABEL}(?!(?:la|el|los|las|en|para|una|un|de|que|se|este|esta|toma|observa|celebra|lamenta|acoge|expresa|felicita|encomia)\b)"
        rf"\w+(?:a|e) {_ADV}(?:el |la |los |las |un |una |por |al |su |sus )[^.]*;$"
        r"|^quedan? (?!por\b|mucho\b|\w+ por\b)(?:\w+mente )?(?:\w+[ae]s?d?[oa]?s?) ",
    ),
    (
        "future",
        r"\b(?:será|serán) (?:\w+mente )?(?!afectad|necesari|percibid|juzgad|recordad)\w+(?:ad|id)[oa]s?\b"
        r"|\b(?!estará|habrá|habrán|podrá|podrán|será|serán|allá|acá|quizá|ojalá|papá|mamá|jamás|detrás|atrás|además|demás|aumentará|crecerá|"
        r"bajará|subirá|caerá)\w{2,}(?:ará|erá|irá|drá|brá|rrá|arán|erán|irán|drán|brán|rrán)\b(?! (?:más|menos|mejor|peor)\b)"
        r"|\b(?!queremos\b|requeremos\b)\w{2,}(?:aremos|eremos|iremos|dremos|(?<=ha)bremos|(?<=sa)bremos|querremos)\b",
    ),
    (
        "norm",
        r"\b(?:debe|deben|debería|deberían|no puede|no pueden|conviene|hay que|es preciso|han? de)\b",
        True,
    ),
    (
        "past",
        r"\b\w{2,}(?:aron|ieron|jeron|yeron)\b|\b(?:se |le |les |lo |la )?\w{2,}(?<!\bm)(?:ó)\b(?<!\bsó)(?<!\bcó)"
        r"|\b(?:ha|han|hemos|había|habían) (?:sido )?\w+(?:ado|ido|to|cho|so|ados|idas|ada|ido)\b|\b(?:fue|fueron)\b"
        r"|\b(?:cuesta|cuestan|vale|valen|se vende|se venden)\b[^.;,]{0,40}\b(?:el doble|el triple|la mitad|(?:dos|tres|cuatro|cinco|diez) veces)\b"
        r"|\b(?:desde|hace)\b[^,;.]{2,40}, (?:\d|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|veinte|treinta|cien|mil|\w+cientos)\b",
    ),
    (
        "ours",
        r"\b(?!últimos|mismos|mínimos|máximos|próximos|primos|ramos|extremos|supremos|tramos|reclamos)\w{2,}(?:amos|emos|imos)\b"
        r"|^nos \w+|^(?:nuestra|nuestro|nuestras|nuestros) (?:\w+ ){0,2}(?:gratitud|pensamientos?|solidaridad|condolencias|pésame|"
        r"agradecimiento|convicción|admiración|dolor)\b|^a (?:nuestro|nuestros) (?:juicio|entender|modo de ver|parecer|ojos)\b|^a juicio de (?:los|las) (?:ministros|partes|participantes|delegaciones|jefes)\b",
        True,
    ),
    (
        "statement",
        r"^(?!(?:hecho|publicado|firmado|aprobado|fuente|nota)\b)(?![^ :]+(?: [^ :]+){0,2}:)(?:(?:[^ ]+ ){8,}[^ ]+|(?:[^ ]+ ){0,8}?(?!(?:de|que|la|una|entre|sobre|para|contra|desde|este|"
        r"esta|toda|cada|ante|durante|mediante|nuestra)\b)[\wáéíóúñ]{2,}(?:a|e|an|en) (?:al?|el|los|las?|una?|más|menos|lo|mal|bien|poco|nada|nadie|cada|siempre|nunca|sin)\b[^.]*)[.!?]",
        True,
    ),
    subordinates=r"\b(?:que|quien|quienes|cual|cuales|cuyo|cuya|donde|si|cuando|porque|pues|aunque|mientras|como|quién|cómo|dónde|qué)\b",
)
