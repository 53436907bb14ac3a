"""Spanish verbs by rule, with the stem of the present where it changes, and irregular ones."""

from __future__ import annotations

import unicodedata
from functools import cache

from p5diff.language.verbs import Verbs

_ENDINGS = {
    "ar": (("a", "an", "amos"), ("ó", "aron", "amos"), "ado", "ando"),
    "er": (("e", "en", "emos"), ("ió", "ieron", "imos"), "ido", "iendo"),
    "ir": (("e", "en", "imos"), ("ió", "ieron", "imos"), "ido", "iendo"),
}
_REGULAR = """
acelerar actuar agravar agudizar alertar alzar anhelar atribuir basar brindar complacer concordar condicionar consolidar convocar debilitar deliberar descansar designar dificultar elevar encarecer enfatizar enriquecer entablar establecer estimular evitar facultar fijar frenar generar honrar inquietar limitar llegar mandatar nombrar pactar pasar perjudicar pertenecer pretender propiciar prorrogar provocar reanudar remarcar repasar resaltar salvar valer vivir
abogar abordar acompañar aceptar aconsejar acordar/acuerd adoptar advertir/adviert afectar afirmar afrontar
agradecer ahondar alarmar alcanzar alentar/alient amenazar analizar animar anunciar apelar aplaudir aplicar
aportar apoyar apreciar aprobar/aprueb arrasar asegurar asignar aspirar asumir aumentar autorizar ayudar buscar
calificar cambiar causar celebrar coincidir comenzar/comienz compartir completar comprometer comprender comunicar
conceder concluir/concluy condenar confiar confirmar congratular conllevar conmemorar conminar considerar constatar
constituir/constituy construir/construy consultar contribuir/contribuy continuar cooperar coordinar crear creer
cumplir debatir deber decidir declarar demandar demostrar/demuestr denunciar depender deplorar depositar desalentar/desalient
desear desempeñar destacar determinar dialogar discutir documentar ejercer elogiar empeñar emprender
encargar encomendar/encomiend encomiar enfrentar entregar entrañar erosionar escuchar esforzar/esfuerz esperar estimar
estrechar estudiar evaluar examinar exhortar exigir existir explorar exponer expresar facilitar favorecer
felicitar financiar firmar fomentar formar formular fortalecer garantizar guiar impedir/impid implicar implorar
impulsar inaugurar incluir/incluy incumbir indicar informar iniciar insistir instar instituir/instituy intercambiar
invitar jurar lamentar lanzar lograr llamar llevar manifestar/manifiest mejorar merecer mostrar/muestr necesitar
notar obligar observar ofrecer opinar organizar otorgar participar pedir/pid permanecer permitir persistir
planear planificar plantear poseer preocupar presentar preservar proclamar procurar prohibir prometer promover/promuev
proporcionar propugnar proteger publicar quedar ratificar reafirmar realizar recalcar rechazar recibir reclamar
recomendar/recomiend reconocer recordar/recuerd recorrer reducir reflejar reforzar/refuerz regir reiterar renovar/renuev
representar repudiar requerir/requier residir resolver/resuelv respaldar respetar respirar resultar reunir reviste
rogar/rueg saludar seguir/sigu señalar sembrar significar socavar solicitar solidarizar someter sostener subrayar sufrir
sugerir/sugier sumar tomar trabajar tratar unir urgir utilizar valorar velar visitar vulnerar abrazar tender/tiend
""".split()
_IRREGULAR: dict[str, tuple[tuple[str, str, str], tuple[str, str, str], str, str]] = {
    "convenir": (
        ("conviene", "convienen", "convenimos"),
        ("convino", "convinieron", "convinimos"),
        "convenido",
        "conviniendo",
    ),
    "tener": (("tiene", "tienen", "tenemos"), ("tuvo", "tuvieron", "tuvimos"), "tenido", "teniendo"),
    "mantener": (
        ("mantiene", "mantienen", "mantenemos"),
        ("mantuvo", "mantuvieron", "mantuvimos"),
        "mantenido",
        "manteniendo",
    ),
    "sostener": (
        ("sostiene", "sostienen", "sostenemos"),
        ("sostuvo", "sostuvieron", "sostuvimos"),
        "sostenido",
        "sosteniendo",
    ),
    "hacer": (("hace", "hacen", "hacemos"), ("hizo", "hicieron", "hicimos"), "hecho", "haciendo"),
    "poner": (("pone", "ponen", "ponemos"), ("puso", "pusieron", "pusimos"), "puesto", "poniendo"),
    "proponer": (
        ("propone", "proponen", "proponemos"),
        ("propuso", "propusieron", "propusimos"),
        "propuesto",
        "proponiendo",
    ),
    "oponer": (("opone", "oponen", "oponemos"), ("opuso", "opusieron", "opusimos"), "opuesto", "oponiendo"),
    "exponer": (
        ("expone", "exponen", "exponemos"),
        ("expuso", "expusieron", "expusimos"),
        "expuesto",
        "exponiendo",
    ),
    "ser": (("es", "son", "somos"), ("fue", "fueron", "fuimos"), "sido", "siendo"),
    "estar": (("está", "están", "estamos"), ("estuvo", "estuvieron", "estuvimos"), "estado", "estando"),
    "acoger": (("acoge", "acogen", "acogemos"), ("acogió", "acogieron", "acogimos"), "acogido", "acogiendo"),
    "dar": (("da", "dan", "damos"), ("dio", "dieron", "dimos"), "dado", "dando"),
    "prever": (("prevé", "prevén", "prevemos"), ("previó", "previeron", "previmos"), "previsto", "previendo"),
    "ver": (("ve", "ven", "vemos"), ("vio", "vieron", "vimos"), "visto", "viendo"),
    "decir": (("dice", "dicen", "decimos"), ("dijo", "dijeron", "dijimos"), "dicho", "diciendo"),
    "saber": (("sabe", "saben", "sabemos"), ("supo", "supieron", "supimos"), "sabido", "sabiendo"),
    "haber": (("ha", "han", "hemos"), ("hubo", "hubieron", "hubimos"), "habido", "habiendo"),
    "poder": (("puede", "pueden", "podemos"), ("pudo", "pudieron", "pudimos"), "podido", "pudiendo"),
    "dirigir": (
        ("dirige", "dirigen", "dirigimos"),
        ("dirigió", "dirigieron", "dirigimos"),
        "dirigido",
        "dirigiendo",
    ),
    "disponer": (
        ("dispone", "disponen", "disponemos"),
        ("dispuso", "dispusieron", "dispusimos"),
        "dispuesto",
        "disponiendo",
    ),
    "suponer": (
        ("supone", "suponen", "suponemos"),
        ("supuso", "supusieron", "supusimos"),
        "supuesto",
        "suponiendo",
    ),
    "contraer": (
        ("contrae", "contraen", "contraemos"),
        ("contrajo", "contrajeron", "contrajimos"),
        "contraído",
        "contrayendo",
    ),
    "traer": (("trae", "traen", "traemos"), ("trajo", "trajeron", "trajimos"), "traído", "trayendo"),
    "defender": (
        ("defiende", "defienden", "defendemos"),
        ("defendió", "defendieron", "defendimos"),
        "defendido",
        "defendiendo",
    ),
    "entender": (
        ("entiende", "entienden", "entendemos"),
        ("entendió", "entendieron", "entendimos"),
        "entendido",
        "entendiendo",
    ),
    "adquirir": (
        ("adquiere", "adquieren", "adquirimos"),
        ("adquirió", "adquirieron", "adquirimos"),
        "adquirido",
        "adquiriendo",
    ),
    "servir": (("sirve", "sirven", "servimos"), ("sirvió", "sirvieron", "servimos"), "servido", "sirviendo"),
    "pensar": (("piensa", "piensan", "pensamos"), ("pensó", "pensaron", "pensamos"), "pensado", "pensando"),
    "rendir": (("rinde", "rinden", "rendimos"), ("rindió", "rindieron", "rendimos"), "rendido", "rindiendo"),
    "cerrar": (("cierra", "cierran", "cerramos"), ("cerró", "cerraron", "cerramos"), "cerrado", "cerrando"),
    "abrir": (("abre", "abren", "abrimos"), ("abrió", "abrieron", "abrimos"), "abierto", "abriendo"),
    "convertir": (
        ("convierte", "convierten", "convertimos"),
        ("convirtió", "convirtieron", "convertimos"),
        "convertido",
        "convirtiendo",
    ),
    "costar": (("cuesta", "cuestan", "costamos"), ("costó", "costaron", "costamos"), "costado", "costando"),
    "suscribir": (
        ("suscribe", "suscriben", "suscribimos"),
        ("suscribió", "suscribieron", "suscribimos"),
        "suscrito",
        "suscribiendo",
    ),
    "oír": (("oye", "oyen", "oímos"), ("oyó", "oyeron", "oímos"), "oído", "oyendo"),
    "ir": (("va", "van", "vamos"), ("fue", "fueron", "fuimos"), "ido", "yendo"),
    "seguir": (("sigue", "siguen", "seguimos"), ("siguió", "siguieron", "seguimos"), "seguido", "siguiendo"),
    "proseguir": (
        ("prosigue", "prosiguen", "proseguimos"),
        ("prosiguió", "prosiguieron", "proseguimos"),
        "proseguido",
        "prosiguiendo",
    ),
    "exigir": (("exige", "exigen", "exigimos"), ("exigió", "exigieron", "exigimos"), "exigido", "exigiendo"),
    "pedir": (("pide", "piden", "pedimos"), ("pidió", "pidieron", "pedimos"), "pedido", "pidiendo"),
    "rogar": (("ruega", "ruegan", "rogamos"), ("rogó", "rogaron", "rogamos"), "rogado", "rogando"),
    "producir": (
        ("produce", "producen", "producimos"),
        ("produjo", "produjeron", "produjimos"),
        "producido",
        "produciendo",
    ),
    "reunir": (("reúne", "reúnen", "reunimos"), ("reunió", "reunieron", "reunimos"), "reunido", "reuniendo"),
    "corresponder": (
        ("corresponde", "corresponden", "correspondemos"),
        ("correspondió", "correspondieron", "correspondimos"),
        "correspondido",
        "correspondiendo",
    ),
    "obedecer": (
        ("obedece", "obedecen", "obedecemos"),
        ("obedeció", "obedecieron", "obedecimos"),
        "obedecido",
        "obedeciendo",
    ),
    "radicar": (
        ("radica", "radican", "radicamos"),
        ("radicó", "radicaron", "radicamos"),
        "radicado",
        "radicando",
    ),
}


_STRONG_DONE = (
    *(("solver", "suelto"), ("volver", "vuelto"), ("cubrir", "cubierto"), ("scribir", "scrito")),
    *(("romper", "roto"), ("abrir", "abierto"), ("imprimir", "impreso")),
)
"""Participles that do not follow the rule, by the ends of their infinitives."""


def _regular(infinitive: str, strong: str) -> tuple[tuple[str, ...], tuple[str, ...], str, str]:
    stem, ending = infinitive[:-2], infinitive[-2:]
    present, past, done, doing = _ENDINGS[ending]
    glide = stem[-1:] in "aeiouy" and ending != "ar"
    narrated = tuple(
        stem + end.replace("i", "y", 1) if glide and end[0] == "i" and end != "imos" else stem + end
        for end in past
    )
    if ending == "ir" and strong:  # advertir, advierte, advirtió; pedir, pide, pidió
        he, they, we = narrated
        weak = (
            stem[: stem.rindex("e")] + "i" + stem[stem.rindex("e") + 1 :]
            if "e" in stem and not glide
            else stem
        )
        narrated = (weak + he[len(stem) :], weak + they[len(stem) :], we)
    strong = strong or stem
    forms = (strong + present[0], strong + present[1], stem + present[2])
    hiatus = glide and stem[-1] in "aeo"
    if hiatus:
        done, narrated = done.replace("i", "í", 1), tuple(n.replace("imos", "ímos") for n in narrated)
    participle = next(
        (infinitive.removesuffix(end) + made for end, made in _STRONG_DONE if infinitive.endswith(end)),
        stem + done,
    )
    return forms, narrated, participle, stem + (doing.replace("i", "y", 1) if glide else doing)


def _forms(
    present: tuple[str, ...], past: tuple[str, ...], done: str, doing: str, infinitive: str
) -> dict[str, tuple[str, ...]]:
    return {
        "p": present,
        "v": (*present, *past, f"(ha|han|hemos|había|habían) [{{adv}}] {done}"),
        "ing": (doing, f"habiendo {done}"),
        "inf": (infinitive,),
        "pas": (f"se {present[0]}", f"se {past[0]}", f"se {present[1]}", f"se ha {done}"),
    }


@cache
def verbs() -> Verbs:
    """Every verb with its forms."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for written in _REGULAR:
        name, _, strong = written.partition("/")
        if name.endswith(("ar", "er", "ir")):
            found[name] = _forms(*_regular(name, strong), name)
    for name, (present, past, done, doing) in _IRREGULAR.items():
        found[name] = _forms(present, past, done, doing, name)
    return found


_FUTURE = ("a", "an", "emos")
"""Endings of the future in the third person and the first of the plural, after the infinitive."""
_STEMS_OF_FUTURE = (
    *(("poner", "pondr"), ("tener", "tendr"), ("venir", "vendr"), ("hacer", "har"), ("salir", "saldr")),
    ("decir", "dir"),
)
"""Infinitives whose future has another stem, by their ends."""


def promises(form: str, named: str) -> bool:
    """Whether a word is a future of the infinitive: "erradicaremos" of "erradicar"."""
    word, stem = _plain(form), _plain(named).removesuffix("se")
    for end, other in _STEMS_OF_FUTURE:
        if stem.endswith(end):
            stem = stem.removesuffix(end) + other
    return stem.endswith("r") and any(word == stem + end for end in _FUTURE)


def _plain(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
