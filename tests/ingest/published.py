"""Pages, notes and messages after how ministries, organisations, agencies and newspapers publish a
statement, in six languages; all words invented. Each with the paragraphs of the statement alone."""

from __future__ import annotations

# ruff: noqa: E501  (markup is easier to read unbroken)
import io
from typing import NamedTuple


class Page(NamedTuple):
    """A file as somebody publishes it, the statement in it, and what is proposed of it."""

    data: str | bytes
    text: list[str]
    facts: dict[str, str]


EN1 = [
    "The four States met in Lisbon from 3 to 5 May 2032 to take stock of their work.",
    "They reaffirmed their commitment to the Charter of the Lamps and urged all States to accede to it without delay.",
    "They decided to establish a working group on terms, which will report in 2033.",
]
FR1 = [
    "Les quatre États se sont réunis à Lisbonne du 3 au 5 mai 2032 pour faire le point de leurs travaux.",
    "Ils ont réaffirmé leur attachement à la Charte des lampes et engagé tous les États à y adhérer sans délai.",
    "Ils ont décidé de créer un groupe de travail sur les termes, qui fera rapport en 2033.",
]
ES1 = [
    "Los cuatro Estados se reunieron en Lisboa del 3 al 5 de mayo de 2032 para examinar su labor.",
    "Reafirmaron su compromiso con la Carta de las Lámparas e instaron a todos los Estados a adherirse a ella sin demora.",
    "Decidieron establecer un grupo de trabajo sobre términos, que presentará un informe en 2033.",
]
RU1 = [
    "Четыре государства провели с 3 по 5 мая 2032 года в Лиссабоне встречу, чтобы подвести итоги своей работы.",
    "Они подтвердили приверженность Хартии ламп и призвали все государства незамедлительно присоединиться к ней.",
    "Они постановили учредить рабочую группу по терминам, которая представит доклад в 2033 году.",
]
ZH1 = [
    "四国于2032年5月3日至5日在里斯本举行会议，总结有关工作。",
    "四国重申对《灯塔宪章》的承诺，敦促所有国家尽快加入。",
    "四国决定设立术语工作组，该工作组将于2033年提交报告。",
]
AR1 = [
    "اجتمعت الدول الأربع في لشبونة في الفترة من 3 إلى 5 أيار/مايو 2032 لاستعراض أعمالها.",
    "وأكدت الدول من جديد التزامها بميثاق المصابيح وحثت جميع الدول على الانضمام إليه دون تأخير.",
    "وقررت الدول إنشاء فريق عامل معني بالمصطلحات يقدم تقريره في عام 2033.",
]

EN2 = [
    "The six delegations held talks in Quito on 9 and 10 June 2033 on the safety of harbours.",
    "They welcomed the entry into force of the Lantern Convention and encouraged those that have not done so to ratify it.",
    "They intend to exchange data on beacons before the end of the year.",
]
FR2 = [
    "Les six délégations se sont entretenues à Quito les 9 et 10 juin 2033 de la sûreté des ports.",
    "Elles se sont félicitées de l’entrée en vigueur de la Convention des lanternes et ont encouragé les autres à la ratifier.",
    "Elles comptent échanger des données sur les balises avant la fin de l’année.",
]
ES2 = [
    "Las seis delegaciones conversaron en Quito los días 9 y 10 de junio de 2033 sobre la seguridad de los puertos.",
    "Celebraron la entrada en vigor del Convenio de los Faroles y alentaron a los demás a ratificarlo.",
    "Tienen la intención de intercambiar datos sobre balizas antes de fin de año.",
]
RU2 = [
    "Шесть делегаций 9 и 10 июня 2033 года обсудили в Кито безопасность портов.",
    "Они приветствовали вступление в силу Конвенции о фонарях и призвали остальных ратифицировать её.",
    "Они намерены до конца года обменяться данными о маяках.",
]
ZH2 = [
    "六国代表团于2033年6月9日至10日在基多就港口安全举行会谈。",
    "六国代表团欢迎《灯笼公约》生效，鼓励其他国家批准该公约。",
    "六国代表团打算在年底前交换灯标数据。",
]
AR2 = [
    "أجرت الوفود الستة محادثات في كيتو يومي 9 و10 حزيران/يونيه 2033 بشأن سلامة الموانئ.",
    "ورحبت الوفود ببدء نفاذ اتفاقية الفوانيس وشجعت الدول الأخرى على التصديق عليها.",
    "وتعتزم الوفود تبادل البيانات عن المنارات قبل نهاية العام.",
]


def html(body: str, lang: str, title: str) -> str:
    return f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title></head><body>{body}</body></html>'


def p(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>\n" for text in texts)


def docx_of(paragraphs: list[str]) -> bytes:
    import docx

    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


S: dict[str, Page] = {}

S["mid.html"] = Page(
    html(
        f"""<header><a href="/">Министерство иностранных дел</a><nav><ul><li><a href=1>Внешняя политика</a></li><li><a href=2>Пресс-служба</a></li></ul></nav></header>
<div class="page"><h1>О встрече четырёх государств в Лиссабоне</h1><div class="date">5 мая 2032 16:40</div><div>884-05-05-2032</div>
<p>5 мая в Лиссабоне завершилась встреча представителей четырёх государств.</p><p>По итогам встречи было принято совместное заявление. Публикуем его текст.</p>
{p(RU1)}<div class="tools"><a href=3>Дополнительные материалы</a></div><div>Фото: пресс-служба министерства</div><div><a href=4>Скачать PDF</a></div></div><footer>119200, Москва, Смоленская-Сенная пл. © Министерство, 2032</footer>""",
        "ru",
        "О встрече",
    ),
    RU1,
    {"title": "О встрече четырёх государств в Лиссабоне", "date": "2032-05-05"},
)
S["xinhua.html"] = Page(
    html(
        f"""<div class="nav"><a href=1>首页</a> <a href=2>国际</a> <a href=3>时政</a></div><div id="main"><h1>四国发表联合声明</h1><div>2032-05-05 21:15:08</div><div>来源：新华网</div>
<p>新华社里斯本5月5日电 四国代表5日在里斯本发表联合声明。声明全文如下：</p>{p(ZH1)}<p>（完）</p><p>【责任编辑:李某】</p></div><div>版权所有 新华网</div>""",
        "zh",
        "四国发表联合声明",
    ),
    ZH1,
    {"title": "四国发表联合声明", "date": "2032-05-05"},
)
S["diplo.html"] = Page(
    html(
        f"""<main><p>Accueil > Politique étrangère > Actualités</p><h1>Réunion des quatre à Lisbonne (5 mai 2032)</h1>
<p>« C’est une étape importante pour nos quatre pays », a déclaré la ministre à l’issue de la rencontre.</p>
<p>On trouvera ci-dessous le texte de la déclaration conjointe :</p><blockquote>{p(FR1)}</blockquote>
<p><img src=a.jpg alt="photo"> Crédits : MEAE</p><h3>Dans la même rubrique</h3><ul><li><a href=1>Entretien de la ministre avec son homologue</a></li><li><a href=2>Agenda</a></li></ul></main>""",
        "fr",
        "Réunion",
    ),
    FR1,
    {"title": "Réunion des quatre à Lisbonne (5 mai 2032)"},
)
S["oid.txt"] = Page(
    "\n\n".join(
        [
            "Ministerio de Asuntos Exteriores",
            "COMUNICADO 045",
            "Madrid, 6 de mayo de 2032",
            "Reunión de los cuatro en Lisboa",
            "El Ministerio se congratula de los resultados de la reunión de Lisboa y hace público el texto de la declaración conjunta aprobada por los cuatro Estados:",
            *["«" + ES1[0], "»" + ES1[1], "»" + ES1[2] + "»"],
            "Oficina de Información Diplomática",
            "prensa@example.org",
        ]
    )
    + "\n",
    ES1,
    {},
)
S["spa.txt"] = Page(
    "\n\n".join(
        [
            "الدول الأربع تصدر بيانا مشتركا",
            "لشبونة في 5 مايو 2032 / وكالة الأنباء / صدر اليوم في ختام اجتماع الدول الأربع بيان مشترك فيما يلي نصه :",
            *AR1,
            "// انتهى //",
            "18:20 ت م",
        ]
    )
    + "\n",
    AR1,
    {"title": "الدول الأربع تصدر بيانا مشتركا", "date": "2032-05-05"},
)
S["unpress.html"] = Page(
    html(
        f"""<nav><a>Home</a><a>Secretary-General</a></nav><main><p>SC/21034</p><p>5 May 2032</p><h1>Press Statement on Lisbon Meeting</h1>
<p>The following press statement was issued today by the four States, through their coordinator, Ana Silva (Portugal):</p>{p(EN1)}<p>* *** *</p><p>For information media. Not an official record.</p></main>""",
        "en",
        "Press Statement on Lisbon Meeting",
    ),
    EN1,
    {"title": "Press Statement on Lisbon Meeting"},
)
S["mail.eml"] = Page(
    "From: A B <a@example.org>\nTo: list@example.org\nSubject: Lisbon statement\nDate: Wed, 05 May 2032 18:00:00 +0000\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nDear colleagues,\n\nPlease find below the statement adopted by the four in Lisbon this afternoon.\n\n-----\n\n"
    + "\n\n".join(EN1)
    + "\n\n-----\n\nBest regards,\nAna Silva\nSecond Secretary, Permanent Mission\n",
    EN1,
    {},
)
S["release.docx"] = Page(
    docx_of(
        [
            "PRESS RELEASE",
            "Embargoed until 18:00 GMT, 5 May 2032",
            "Lisbon, 5 May 2032",
            "Four States agree to set up a working group",
            "Ministers of the four States met in Lisbon this week. At the end of their talks they adopted a joint statement, the full text of which reads:",
            "“" + EN1[0],
            "“" + EN1[1],
            "“" + EN1[2] + "”",
            "ENDS",
            "Notes to editors:",
            "1. The Charter of the Lamps was signed in 2020.",
            "2. For interviews call the press office on 00 44 20 0000.",
        ]
    ),
    EN1,
    {"date": "2032-05-05"},
)
S["embassy.html"] = Page(
    html(
        f"""<table><tr><td><a href=1>Embassy of Portugal</a><br><a href=2>Visas</a></td><td><h2>News from Lisbon</h2><p><i>May 6, 2032</i></p><p>In a joint statement released on Wednesday, the four States said: “{EN1[0]}</p><p>“{EN1[1]}</p><p>“{EN1[2]}”</p><p>The statement was welcomed by the Ambassador.</p><p>Embassy of Portugal, 2012 Massachusetts Avenue</p></td></tr></table>""",
        "en",
        "Embassy",
    ),
    EN1,
    {},
)
S["news-fr.html"] = Page(
    html(
        f"""<header>Le Quotidien</header><article><h1>Lisbonne : ce que disent les quatre</h1><p class=author>Par Jean Martin</p><p>Publié le 5 mai 2032 à 19h02, modifié le 6 mai 2032 à 08h10</p><figure><img src=x><figcaption>Les délégués à Lisbonne, le 4 mai. AFP</figcaption></figure><p>Les quatre États ont adopté mercredi une déclaration commune. Voici son texte intégral :</p>{p(FR1)}<p>Lire aussi : <a href=1>Le port sans lampes</a></p><p>Abonnez-vous à notre lettre d’information</p></article>""",
        "fr",
        "x",
    ),
    FR1,
    {"title": "Lisbonne : ce que disent les quatre"},
)
S["gobierno.html"] = Page(
    html(
        f"""<main><h1>Culmina en Lisboa la reunión de los cuatro</h1><p>Boletín 112 | 5 de mayo de 2032 | Comunicado</p><ul><li>Se creará un grupo de trabajo sobre términos</li><li>Llamado a todos los Estados</li></ul><p>Hoy concluyó en Lisboa la reunión de los cuatro Estados, en la que participó el Subsecretario.</p><p>Al concluir la reunión, se emitió la declaración conjunta que se transcribe a continuación:</p><p><b>Declaración conjunta de los cuatro Estados</b></p>{p(ES1)}<p>Lisboa, 5 de mayo de 2032</p><p>—ooOoo—</p></main><footer>Contacto: prensa</footer>""",
        "es",
        "x",
    ),
    ["Declaración conjunta de los cuatro Estados", *ES1, "Lisboa, 5 de mayo de 2032"],
    {},
)
S["fmprc.txt"] = Page(
    "\n\n".join(
        [
            "外交部发言人就四国里斯本会议答记者问",
            "2032年5月6日",
            "有记者问：四国里斯本会议取得哪些成果？",
            "发言人表示：会议取得积极成果，四国通过了联合声明。现将声明全文公布如下：",
            *ZH1,
            "相关新闻：",
            "四国代表会见记者",
        ]
    )
    + "\n",
    ZH1,
    {},
)
S["mofa-ar.html"] = Page(
    html(
        f'''<div dir=rtl><h1>بيان مشترك للدول الأربع</h1><p>الأربعاء 5 مايو 2032</p><p>تنشر وزارة الخارجية نص البيان المشترك الصادر عن اجتماع الدول الأربع في لشبونة:</p><p>"{AR1[0]}</p><p>{AR1[1]}</p><p>{AR1[2]}"</p><p>إدارة الإعلام والاتصال</p><p>مشاركة</p></div>''',
        "ar",
        "بيان",
    ),
    AR1,
    {"title": "بيان مشترك للدول الأربع"},
)
S["tass.txt"] = Page(
    "\n\n".join(
        [
            "ЛИССАБОН, 5 мая 2032 года. /Корр. агентства/. Четыре государства выступили в среду с совместным заявлением. Агентство приводит его полный текст.",
            *[('"' + RU1[0]), RU1[1], RU1[2] + '"'],
            "Читайте также",
            "Как прошла встреча в Лиссабоне",
        ]
    )
    + "\n",
    RU1,
    {},
)

S["consilium.html"] = Page(
    html(
        f"""<header><img alt="Council"><nav><a href=1>Press</a></nav></header><main><div>Council of Ports | Press release | 10 June 2033 | 21:30</div><h1>Harbour safety: joint statement of the six delegations</h1><div>Share</div><div>Facebook | X | LinkedIn</div><p>Delegations will find below the joint statement agreed in Quito.</p>{p(EN2)}<h3>Press contacts</h3><p>Ana Gomez</p><p>Press officer +32 2 000 00</p><p>If you are not a journalist, please send your request to the public information service.</p><h3>Topics:</h3><ul><li><a href=2>Harbours</a></li></ul><p>Last review: 11 June 2033</p></main>""",
        "en",
        "x",
    ),
    EN2,
    {"title": "Harbour safety: joint statement of the six delegations", "date": "2033-06-10"},
)
S["mision.docx"] = Page(
    docx_of(
        [
            "Misión Permanente ante los Puertos Unidos",
            "NOTA INFORMATIVA",
            "10 de junio de 2033",
            "La Misión Permanente se complace en compartir el texto de la declaración difundida hoy en Quito por las seis delegaciones:",
            "DECLARACIÓN CONJUNTA",
            *ES2,
            "***",
            "Para más información, diríjase al agregado de prensa.",
        ]
    ),
    ["DECLARACIÓN CONJUNTA", *ES2],
    {"date": "2033-06-10"},
)
S["embassy-ru.html"] = Page(
    html(
        f"""<table><tr><td colspan=2>Посольство</td></tr><tr><td><a href=1>Главная</a><br><a href=2>Консульство</a></td><td><h2>Новости</h2><p><b>О переговорах в Кито</b></p><p>10.06.2033</p><p>10 июня шесть делегаций завершили переговоры. Министр отметил: «Мы довольны итогами».</p><p>По окончании переговоров делегации распространили следующее заявление:</p><p>«{RU2[0]}</p><p>{RU2[1]}</p><p>{RU2[2]}»</p><p>&lt;&lt; Назад к списку</p></td></tr></table>""",
        "ru",
        "Посольство",
    ),
    RU2,
    {},
)
S["agency-zh.txt"] = Page(
    "\n\n".join(
        [
            "基多6月10日电（记者 张某）六国代表团10日在基多发表关于港口安全的共同声明。以下为声明全文：",
            *ZH2,
            "（责编：李某、王某）",
        ]
    )
    + "\n",
    ZH2,
    {},
)
S["unis-fr.txt"] = Page(
    "\n\n".join(
        [
            "COMMUNIQUÉ DE PRESSE",
            "CP/2033/17",
            "10 juin 2033",
            "DÉCLARATION DES SIX DÉLÉGATIONS",
            "La déclaration suivante a été rendue publique aujourd’hui à Quito :",
            "« " + FR2[0],
            "« " + FR2[1],
            "« " + FR2[2] + " »",
            "* *** *",
            "À l’intention des organes d’information. Document non officiel.",
        ]
    )
    + "\n",
    FR2,
    {},
)
S["forward.eml"] = Page(
    "From: desk@example.org\nTo: me@example.org\nSubject: =?utf-8?q?Fwd=3A_=D8=A8=D9=8A=D8=A7=D9=86?=\nDate: Fri, 10 Jun 2033 18:00:00 +0000\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\nالزملاء الأعزاء،\n\nتجدون أدناه نص البيان الذي صدر اليوم في كيتو.\n\n"
    + "\n\n".join(AR2)
    + "\n\nمع أطيب التحيات،\nسالم\n",
    AR2,
    {},
)
S["news-en.html"] = Page(
    html(
        f"""<article><h1>Six nations vow safer harbours</h1><p class=byline>By Jo Field, Quito</p><time>June 10, 2033 5:12 PM</time><figure><img alt=x><figcaption>Delegates in Quito. Photo: Jo Field</figcaption></figure><p>Six nations on Friday promised to share data on beacons, in a declaration that officials called historic.</p><p>“We have never been so close,” said one envoy.</p><h2>Full text of the declaration</h2>{p(EN2)}<h2>Read more</h2><ul><li><a href=1>The storm of 2031</a></li><li><a href=2>Who pays for light?</a></li></ul><p>Get our newsletter</p></article>""",
        "en",
        "x",
    ),
    EN2,
    {},
)
S["mae-es.html"] = Page(
    html(
        f"""<main><h1>Comunicado conjunto tras la reunión de Quito</h1><p>10/06/2033</p><p>Los jefes de las seis delegaciones hicieron hoy la siguiente declaración a los medios.</p><hr>{p(ES2)}<hr><p>Compartir en redes</p><p>Síguenos en X</p></main>""",
        "es",
        "x",
    ),
    ES2,
    {},
)
S["presidency-ar.html"] = Page(
    html(
        f"""<div dir=rtl><h1>صدور إعلان كيتو</h1><p>10 حزيران/يونيه 2033</p><p>اختتمت الوفود الستة محادثاتها في كيتو اليوم واعتمدت إعلانا جاء فيه ما يلي:</p><blockquote>{p(AR2)}</blockquote><p>وأعرب الوزير عن ارتياحه للنتائج.</p><p>طباعة الصفحة</p></div>""",
        "ar",
        "x",
    ),
    AR2,
    {"title": "صدور إعلان كيتو"},
)
S["gov-md.md"] = Page(
    "# Quito talks end\n\n*10 June 2033*\n\nMinisters said they were pleased with the results. The communiqué they issued reads in full:\n\n> "
    + "\n>\n> ".join(EN2)
    + "\n\n## Related\n\n- [Harbours](a)\n- [Beacons](b)\n",
    EN2,
    {},
)
S["quai.txt"] = Page(
    "\n\n".join(
        [
            "Point de presse du 10 juin 2033",
            "Q - Que disent les six délégations ?",
            "R - Elles ont adopté une déclaration dont voici le texte :",
            *FR2,
            "Fin du point de presse",
        ]
    )
    + "\n",
    FR2,
    {},
)
S["mid-en.html"] = Page(
    html(
        f"""<div><span>10 June 2033 14:12</span><h1>Joint Statement of the Six Delegations on Harbour Safety</h1><p>1023-10-06-2033</p>{p(EN2)}<div><a href=1>Print version</a></div><div><a href=2>Send by email</a></div></div>""",
        "en",
        "x",
    ),
    EN2,
    {"title": "Joint Statement of the Six Delegations on Harbour Safety"},
)
S["inline-fr.html"] = Page(
    html(
        f"""<article><h1>Les six s’engagent</h1><p>Dans une déclaration commune publiée vendredi, les six délégations écrivent : « {FR2[0]} {FR2[1]} {FR2[2]} »</p><p>Le texte a été salué par les ports.</p></article>""",
        "fr",
        "x",
    ),
    [" ".join(FR2)],
    {},
)
S["plain-zh.txt"] = Page(
    "\n\n".join(
        [
            "各位同事：",
            "现将六国代表团今天在基多发表的声明转发如下。",
            "——————",
            *ZH2,
            "——————",
            "此致",
            "敬礼",
        ]
    )
    + "\n",
    ZH2,
    {},
)

EN3 = [
    "Ministers of the seven coastal States gathered in Dakar on 14 July 2034 for their annual dialogue.",
    "They underlined the value of the Beacon Compact and undertook to publish their figures every year.",
    "They requested the secretariat to prepare a glossary.",
]
RU3 = [
    "Министры семи прибрежных государств собрались 14 июля 2034 года в Дакаре на ежегодный диалог.",
    "Они подчеркнули значение Пакта о маяках и обязались ежегодно публиковать свои данные.",
    "Они просили секретариат подготовить глоссарий.",
]
ZH3 = [
    "七个沿海国部长于2034年7月14日在达喀尔举行年度对话。",
    "部长们强调《灯标契约》的价值，承诺每年公布数据。",
    "部长们请秘书处编写术语表。",
]
AR3 = [
    "اجتمع وزراء الدول الساحلية السبع في داكار في 14 تموز/يوليه 2034 لعقد حوارهم السنوي.",
    "وأكدوا أهمية ميثاق المنارات وتعهدوا بنشر أرقامهم كل عام.",
    "وطلبوا إلى الأمانة إعداد مسرد.",
]

S["spokes-ru.html"] = Page(
    html(
        f"<main><h1>Комментарий Департамента информации и печати</h1><p>14-07-2034</p><p>В Дакаре состоялся ежегодный диалог министров. Ниже текст принятого ими заявления (перевод с французского):</p><blockquote>{p(RU3)}</blockquote><p>Поделиться</p></main>",
        "ru",
        "x",
    ),
    RU3,
    {},
)
S["paper-zh.html"] = Page(
    html(
        f"<article><h1>七国部长会议闭幕</h1><span>2034年07月15日 08:30</span><span>来源：某某日报</span><p>本报达喀尔7月14日电（记者王某）七国部长会议14日闭幕，会议通过联合公报。公报指出：</p><p>“{ZH3[0]}</p><p>“{ZH3[1]}</p><p>“{ZH3[2]}”</p><p>下次会议将于2035年举行。</p><p>责编：赵某</p></article>",
        "zh",
        "x",
    ),
    ZH3,
    {},
)
S["arab-agency.html"] = Page(
    html(
        f"<div dir=rtl><h2>الوزراء يختتمون حوارهم في داكار</h2><p>داكار (وكالات) 14-7-2034</p><p>اختتم الوزراء أعمال حوارهم بإصدار بيان ختامي، وفيما يلي نص البيان كاملا:</p>{p(AR3)}<p>المصدر: وكالات</p><ul><li><a href=1>أخبار أخرى</a></li></ul></div>",
        "ar",
        "x",
    ),
    AR3,
    {},
)
S["un-centre.html"] = Page(
    html(
        f"<main><h1>Secretary-General welcomes Dakar statement</h1><p>15 July 2034</p><p>The Secretary-General welcomes the statement that seven ministers issued on Friday.</p><p>The statement says:</p><blockquote>{p(EN3)}</blockquote></main>",
        "en",
        "x",
    ),
    EN3,
    {},
)
S["quote-en.html"] = Page(
    html(
        f"<h1>Dakar dialogue ends</h1><p>DAKAR, July 14 – The ministers issued a statement, which read in part: “{EN3[0]} {EN3[1]} {EN3[2]}”</p><p>Protesters stood outside.</p>",
        "en",
        "x",
    ),
    [" ".join(EN3)],
    {},
)
S["read-ar.txt"] = Page(
    "بيان صحفي\n\n15 تموز/يوليه 2034\n\nيسر الوزارة أن تعلن صدور البيان المشترك الآتي نصه:\n\n"
    + "\n\n".join(AR3)
    + "\n\n- انتهى -\n\nللاستفسار: إدارة الإعلام\n",
    AR3,
    {},
)
S["post.eml"] = Page(
    "From: a@b.org\nTo: c@d.org\nSubject: Text\nDate: Fri, 14 Jul 2034 18:00:00 +0000\nMIME-Version: 1.0\n"
    "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\nУважаемые коллеги!\n\n"
    "Пересылаю текст заявления, принятого вчера в Дакаре.\n\n***\n\n"
    + "\n\n".join(RU3)
    + "\n\n***\n\nС уважением,\nИван Серов\n",
    RU3,
    {},
)
