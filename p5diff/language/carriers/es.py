"""Spanish."""

from p5diff.language.carriers import Carrier

_ISSUED = r"(?:emit\w+|public\w+|difund\w+|adopt\w+|aprob\w+|formul\w+|hicieron pública|hizo pública|dieron a conocer|firm\w+)"
CARRIER = Carrier(
    noun=r"(?:declaraci(?:ón|ones)|manifiestos?|comunicados?)",
    spoken=r"(?:mensajes?|discursos?|alocución|intervención|palabras|llamamiento|llamado|carta|compromiso|resolución|proclama(?:ción)?)",
    text=r"(?:\btextos?\b|\btranscripción\b|\btenor\b|\bíntegr(?:o|a|amente)\b)",
    points=r"(?:\b(?:a continuación|siguientes?|infra|más abajo|aquí|dice así|reza así|es este)\b|\b(?:reproduc|reenv|transcri|publi|difund|compart|ofrec|hac\w+ públic)\w*)",
    introduces=(
        rf"\b{_ISSUED}\b.{{0,80}}\b(?:la|el|las|los) siguientes? .{{0,30}}{{noun}}",
        rf"\b{_ISSUED}\b.{{0,80}}\b(?:la|el) {{noun}}\b.{{0,60}}\b(?:siguiente|a continuación)\b",
        r"\b{noun} (?:que sigue|que figura a continuación|transcrit[oa] a continuación)\b",
        r"\bcuyo texto (?:se|es|sigue|figura|dice|reza)\b",
        r"\ba continuación,? (?:se (?:reproduce|transcribe|ofrece|presenta|publica)|figura|sigue)\b.{0,120}\b(?:texto|{noun})",
        r"\btexto (?:íntegro |completo )?(?:de|del)\b.{0,160}\b(?:es el siguiente|dice así|sigue|a continuación)\b",
        r"\b{noun}\b.{0,80}\b(?:se (?:reproduce|publica|ofrece|presenta|transcribe)n?|figuran?|aparecen?)\b[^.:]{0,40}\b(?:a continuación|más abajo|aquí|íntegramente)\b",
        r"\b{noun}\b.{0,100}\b(?:dice (?:así|lo siguiente)|es la siguiente|es el siguiente|reza así)",
    ),
    announces=(rf"\b{_ISSUED}\b.{{0,60}}\b{{noun}}", rf"{{noun}}\b.{{0,80}}\b(?:fue|ha sido) {_ISSUED}"),
    begins=(r"(?:inicio|comienzo|comienza|empieza) (?:de |del |el )?(?:texto|cita)", r"(?:inicio|comienzo|comienza|empieza) (?:de |del |de la |la |el )?{noun}(?: (?:conjunt[oa]))?", r"(?:inicio|comienzo) de la {noun}", r"texto(?: (?:íntegro|completo))?(?: de la {noun}| del {noun})?", r"inicio de (?:la )?cita"),
    ends=(r"fin (?:del|de la) [^.!?]{3,30}", r"fin(?: (?:del texto|de la {noun}|del {noun}|de (?:la )?cita))?", r"(?:termina|acaba|concluye) (?:el |la )?(?:texto|{noun})(?: (?:conjunt[oa]))?"),
    heads=(
        r"(?:comunicado|nota) de prensa\b.{0,40}", r"(?:noticias?|boletín de prensa)\b.{0,40}", r"(?:bajo )?embargo\b.{0,80}", r"embargad[oa]\b.{0,80}",
        r"para (?:su )?(?:publicación|difusión) inmediata", r"\(?traducción (?:no oficial|de cortesía|provisional|oficiosa)\)?", r"(?:publicado(?: el)?|fuente|fecha|de)\W{0,3}",
        r"comunicado (?:n\.?[°ºo.]{0,2}|núm\.?)?\s?[\d/.-]+",
    ),
    tails=(r"(?:antecedentes|contexto|información general)\W?",
        r"(?:c\.? ?c\.?|(?:con )?copia(?: a)?) ?:.{1,200}",
        r"versión (?:imprimible|para imprimir)\W?", r"enviar (?:por|a)\b.{0,40}",
        r"(?:suscr[ií]b\w+|reciba)\b.{0,100}", r"(?:comentarios?|vuestras opiniones)\b.{0,40}", r"\(?(?:con información de|editado por|edición(?: de)?:|redactado por|traducid[oa] por|traducción(?: de)?:|redacción:?)\b.{0,80}", r"descarg\w+\b.{0,80}", r"(?:en la misma sección|lo más leído|otras noticias|últimas noticias)\b.{0,80}", r"s[ií]g(?:a|ue)nos\b.{0,80}", r"(?:etiquetas|palabras clave)\b.{0,120}", r"oficina de (?:información|prensa|comunicación)\b.{0,80}",
        r"notas? (?:a|para) (?:los (?:editores|redactores)|la prensa|las redacciones)\b.{0,80}", r"(?:para )?más información\b.{0,200}", r"contactos?(?: (?:de|para la) prensa)?\b[:.]?.{0,120}",
        r"comparti(?:r|do|da)\b.{0,60}", r"(?:publicado|actualizado|última (?:actualización|modificación))\b.{0,80}", r"fuente ?:.{0,120}", r"volver (?:arriba|al|a la)\b.{0,40}",
        r"(?:©|copyright\b|todos los derechos|derechos reservados).{0,160}", r"(?:noticias|enlaces|contenidos?|documentos) (?:relacionad[oa]s?|de interés)\W?", r"(?:foto|imagen|crédito)s? ?:.{0,160}", r"imprimir(?: .{0,30})?", r"(?:acerca|sobre) (?:del ministerio|de la cancillería|de nosotros|nosotros)\b.{0,60}",
        r"(?:tel|teléfono|correo(?: electrónico)?|e-?mail)[.\s]{0,2}:.{0,120}",
    ),
    beside=(r"(?:lea|leer|ver|vea|véase|escuch[ae]) (?:también|más|además)\b.{0,160}", r"(?:publicidad|anuncio|te puede interesar)\b.{0,80}", r"(?:nota|noticia) relacionada\b.{0,160}"),
    first_person=r"\b(?:nosotros|nosotras|nuestr[oa]s?|yo)\b|\b\w{3,}(?:amos|emos|imos)\b",
    publisher=(r"(?:fuente|publicado por|de)\s?:\s?(?P<who>[^,.:]{3,80})(?:[,.:].*)?", r"(?P<who>ministerio\b[\w ]{3,80})", r"(?P<who>(?:cancillería|secretaría de relaciones exteriores)\b[\w ]{0,60})"),
    greets=(r"(?:estimad[oa]s?|querid[oa]s?|hola|buen(?:os|as) (?:días|tardes|noches)|distinguid[oa]s?|excelencias?)\b.{0,60}[,:!.]?",),
    parts=(r"un (?:saludo|abrazo)\b.{0,40}", r"(?:(?:un )?(?:cordial(?:es)?|atent(?:o|os|a|as)) saludos?|saludos(?: cordiales)?|atentamente|cordialmente|muchas gracias|gracias)\b.{0,80}",),
    courtesy=(r"\b(?:hace|hago|hacen|hacemos) propicia\b.{0,20}\b(?:oportunidad|ocasión)\b", r"\baprovech\w+\b.{0,20}\b(?:oportunidad|ocasión)\b.{0,40}\b(?:reiterar|renovar|expresar)", r"\bseguridades de (?:su|mi|nuestra) más (?:alta|distinguida)",),
    forwards=(r"el .{5,120} escribió ?:", r"mensaje (?:reenviado|original) ?:?", r"(?:de|enviado(?: el)?|para|cc|fecha|asunto) ?:.{1,200}",),
    at=r"en ", on=r",? (?:el |los |del |los días |el día )?",
    reader=(r"\b(?:esta|nuestra|la presente) (?:página|edición|newsletter|web|entrada|bitácora)\b|\b(?:este|nuestro|el presente) (?:boletín|sitio|correo|número|blog)\b", r"\b(?:usted(?:es)? (?:recibe|reciben|encontrará\w*)|(?:usted(?:es)? )?(?:puede|pueden) (?:leer|consultar|encontrar|ver|escuchar|seguir|modificar|escribirnos|contactar\w*|suscribirse)|(?:le|les) invitamos a (?:leer|consultar|visitar|seguir|suscribirse)|su suscripción|nuestros lectores|nuestros suscriptores)\b", r"\b(?:haga clic|pulse aquí|descarg\w+|darse de baja)\b",),
    delivery=(r"cot[eé]jese con (?:lo pronunciado|el (?:discurso|texto) pronunciado)", r"(?:comprobar|verificar|cotejar) con (?:lo pronunciado|la (?:alocución|intervención)|el (?:discurso|texto) pronunciado)", r"(?:solo|sólo|únicamente) (?:vale|es válido|hace fe) lo pronunciado",),
)  # fmt: skip
