# ruff: noqa: E501 (tables of names read best with one a line)
"""Write `p5diff/data/states.toml`: the Members and observers of the United Nations in six languages.

    python -m benchmarks.states

Names come from the Unicode CLDR through Babel (short names), with formal and other usual names
added here. Russian names are given in all their cases. Run it again when CLDR or the membership
changes; nothing of this is needed when p5diff runs.
"""

from __future__ import annotations

import re
from pathlib import Path

OUT = Path(__file__).parent.parent / "p5diff" / "data" / "states.toml"
LANGUAGES = ("en", "zh", "fr", "ru", "es", "ar")

MEMBERS = """AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI CV KH CM CA
CF TD CL CN CO KM CG CR CI HR CU CY CZ KP CD DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE GH GR GD
GT GN GW GY HT HN HU IS IN ID IR IQ IE IL IT JM JP JO KZ KE KI KW KG LA LV LB LS LR LY LI LT LU MG MW MY MV ML
MT MH MR MU MX FM MC MN ME MA MZ MM NA NR NP NL NZ NI NE NG MK NO OM PK PW PA PG PY PE PH PL PT QA KR MD RO RU
RW KN LC VC WS SM ST SA SN RS SC SL SG SK SI SB SO ZA SS ES LK SD SR SE CH SY TJ TZ TH TL TG TO TT TN TR TM TV
UG UA AE GB US UY UZ VU VE VN YE ZM ZW""".split()
OBSERVERS = ["VA", "PS"]

NAMES = {
    "RU": "Russian Federation", "GB": "United Kingdom", "US": "United States", "KP": "DPRK",
    "KR": "Republic of Korea", "VN": "Viet Nam", "TR": "Türkiye", "CD": "Democratic Republic of the Congo",
    "CG": "Congo", "CI": "Côte d'Ivoire", "LA": "Lao PDR", "MM": "Myanmar", "MK": "North Macedonia",
    "PS": "State of Palestine", "VA": "Holy See", "CV": "Cabo Verde", "BA": "Bosnia and Herzegovina",
    "AG": "Antigua and Barbuda", "TT": "Trinidad and Tobago", "KN": "Saint Kitts and Nevis",
    "LC": "Saint Lucia", "VC": "Saint Vincent and the Grenadines", "ST": "Sao Tome and Principe",
    "TL": "Timor-Leste", "SZ": "Eswatini",
}  # fmt: skip
"""Canonical names where the United Nations use another than CLDR."""

ALSO: dict[str, dict[str, list[str]]] = {
    "en": {
        "CN": ["People's Republic of China"], "FR": ["French Republic"], "RU": ["Russian Federation"],
        "GB": ["United Kingdom [of Great Britain and Northern Ireland]", "UK", "Great Britain"],
        "US": ["United States [of America]", "USA", "US"],
        "KP": ["Democratic People's Republic of Korea", "DPRK", "North Korea"],
        "KR": ["Republic of Korea", "South Korea", "ROK"], "IR": ["Islamic Republic of Iran", "Iran"],
        "SY": ["Syrian Arab Republic"], "VN": ["Viet Nam", "Vietnam"], "TR": ["Türkiye", "Turkey"],
        "CD": ["Democratic Republic of the Congo", "DRC", "DR Congo"], "CG": ["Republic of the Congo", "Congo"],
        "CI": ["Côte d'Ivoire", "Ivory Coast"], "LA": ["Lao People's Democratic Republic", "Laos"],
        "TZ": ["United Republic of Tanzania"], "VE": ["Bolivarian Republic of Venezuela"],
        "BO": ["Plurinational State of Bolivia"], "MD": ["Republic of Moldova"], "CZ": ["Czech Republic"],
        "MK": ["North Macedonia"], "PS": ["State of Palestine", "Palestine"],
        "VA": ["Holy See"], "NL": ["Kingdom of the Netherlands", "Netherlands"], "AE": ["UAE"],
        "CV": ["Cape Verde", "Cabo Verde"], "SZ": ["Swaziland", "Eswatini"], "BN": ["Brunei Darussalam"],
        "FM": ["Federated States of Micronesia"], "BA": ["Bosnia and Herzegovina"],
        "AG": ["Antigua and Barbuda"], "TT": ["Trinidad and Tobago"], "KN": ["Saint Kitts and Nevis"],
        "LC": ["Saint Lucia"], "VC": ["Saint Vincent and the Grenadines"], "ST": ["Sao Tome and Principe"],
        "MM": ["Myanmar", "Burma"], "TL": ["Timor Leste", "East Timor"], "ZA": ["Republic of South Africa"],
        "IN": ["Republic of India"], "DE": ["Federal Republic of Germany"], "SA": ["Kingdom of Saudi Arabia"],
        "KG": ["Kyrgyz Republic"], "SK": ["Slovak Republic"], "GM": ["The Gambia"],
    },
    "fr": {
        "CN": ["République populaire de Chine"], "FR": ["République française"],
        "RU": ["Fédération de Russie"], "GB": ["Royaume Uni [de Grande Bretagne et d'Irlande du Nord]"],
        "US": ["États Unis [d'Amérique]"], "KP": ["Corée du Nord", "République populaire démocratique de Corée", "RPDC"],
        "KR": ["Corée du Sud", "République de Corée"], "IR": ["Iran", "République islamique d'Iran"],
        "SY": ["République arabe syrienne"], "CD": ["République démocratique du Congo", "RDC"],
        "CG": ["République du Congo", "Congo"], "VA": ["Saint Siège"], "PS": ["État de Palestine", "Palestine"],
        "LA": ["République démocratique populaire lao"], "TZ": ["République Unie de Tanzanie"],
        "CZ": ["République tchèque", "Tchéquie"], "MD": ["République de Moldova"],
        "BY": ["Bélarus"],
        "CV": ["Cabo Verde", "Cap Vert"],
        "SZ": ["Swaziland"],
        "TL": ["Timor Leste"],
        "MM": ["Birmanie", "Myanmar"],
        "VN": ["Viet Nam", "Vietnam", "Viêt Nam"],
        "TR": ["Türkiye"],
        "NG": ["Nigéria"],
        "KG": ["Kirghizistan"],

    },
    "es": {
        "CN": ["República Popular China"], "FR": ["República Francesa"], "RU": ["Federación de Rusia"],
        "GB": ["Reino Unido [de Gran Bretaña e Irlanda del Norte]"],
        "US": ["Estados Unidos [de América]", "EE UU"],
        "KP": ["República Popular Democrática de Corea", "RPDC"], "KR": ["República de Corea"],
        "IR": ["República Islámica del Irán", "Irán"], "SY": ["República Árabe Siria"],
        "CD": ["República Democrática del Congo"], "CG": ["República del Congo", "Congo"],
        "VA": ["Santa Sede"], "PS": ["Estado de Palestina", "Palestina"], "TR": ["Türkiye", "Turquía"],
        "LA": ["República Democrática Popular Lao"], "TZ": ["República Unida de Tanzanía"],
        "CZ": ["República Checa", "Chequia"], "MD": ["Moldova", "República de Moldova"], "VN": ["Viet Nam"], "KE": ["Kenya"], "QA": ["Qatar"], "IQ": ["Iraq"], "BH": ["Bahrein"],
        "BY": ["Belarús"],
        "CI": ["Costa de Marfil"],
        "SA": ["Arabia Saudita"],
        "TT": ["Trinidad y Tabago"],
        "BJ": ["Benin"],

    },
    "ru": {
        "CN": ["Китайск* Народн* Республик*", "КНР"], "FR": ["Французск* Республик*"],
        "RU": ["Российск* Федераци*", "РФ"],
        "GB": ["Соединенн* Королевств* [Великобритании и Северной Ирландии]"],
        "US": ["Соединенн* Штат* [Америки]", "США"],
        "KP": ["Северн* Коре*", "КНДР", "Корейск* Народно Демократическ* Республик*"],
        "KR": ["Республик* Корея", "Республик* Корею", "Республик* Кореи", "Южн* Коре*"],
        "IR": ["Исламск* Республик* Иран"], "SY": ["Сирийск* Арабск* Республик*"],
        "CD": ["Демократическ* Республик* Конго", "ДРК"], "CG": ["Республик* Конго"],
        "VA": ["Святейш* Престол*"], "PS": ["Государств* Палестин*", "Палестин*"],
        "LA": ["Лаосск* Народно Демократическ* Республик*"], "CZ": ["Чешск* Республик*"],
        "MD": ["Республик* Молдов*"], "AE": ["Объединенн* Арабск* Эмират*", "ОАЭ"], "TG": ["Тоголезск* Республик*"],
        "BY": ["Республик* Беларусь", "Белорусси*"],
        "KG": ["Кыргызстан*", "Кыргызск* Республик*"],
        "TL": ["Тимор Лешти"],
        "ZA": ["ЮАР", "Южн* Африк*"],
        "KM": ["Коморск* Остров*"],
        "CV": ["Кабо Верде"],
        "MK": ["Северн* Македони*"],
        "KZ": ["Республик* Казахстан"],
        "UZ": ["Республик* Узбекистан"],
        "TJ": ["Республик* Таджикистан"],
        "AM": ["Республик* Армения", "Республик* Армении"],
    },
    "ar": {
        "CN": ["جمهورية الصين الشعبية"], "FR": ["الجمهورية الفرنسية"], "RU": ["الاتحاد الروسي"],
        "GB": ["المملكة المتحدة [لبريطانيا العظمى وأيرلندا الشمالية]", "بريطانيا"],
        "US": ["الولايات المتحدة [الأمريكية]"], "KP": ["كوريا الشمالية", "جمهورية كوريا الشعبية الديمقراطية"],
        "KR": ["كوريا الجنوبية", "جمهورية كوريا"], "IR": ["جمهورية إيران الإسلامية"], "SY": ["الجمهورية العربية السورية", "سورية"],
        "CD": ["جمهورية الكونغو الديمقراطية"], "CG": ["جمهورية الكونغو"], "VA": ["الكرسي الرسولي"],
        "PS": ["دولة فلسطين", "فلسطين"], "OM": ["سلطنة عمان"], "ML": ["جمهورية مالي"], "BJ": ["جمهورية بنن"],
        "TR": ["تركيا"], "TD": ["تشاد"],
        "AE": ["الإمارات"],
        "SA": ["السعودية"],
        "CL": ["شيلي"],
    },
    "zh": {
        "CN": ["中华人民共和国", "中方"], "FR": ["法兰西共和国", "法方"],
        "RU": ["俄罗斯联邦", "俄罗斯", "俄方"], "GB": ["大不列颠及北爱尔兰联合王国", "联合王国", "英方"],
        "US": ["美利坚合众国", "美方"], "KP": ["朝鲜", "朝鲜民主主义人民共和国", "朝方"], "KR": ["韩国", "大韩民国", "韩方"],
        "IR": ["伊朗伊斯兰共和国"], "SY": ["阿拉伯叙利亚共和国"], "JP": ["日方"], "IN": ["印方"],
        "CD": ["刚果民主共和国"], "CG": ["刚果共和国"], "VA": ["教廷"], "PS": ["巴勒斯坦国", "巴勒斯坦"],
        "LA": ["老挝人民民主共和国"], "AE": ["阿联酋"],
        "SA": ["沙特"],
        "ID": ["印尼"],
    },
}  # fmt: skip
"""Formal and other usual names, as patterns."""

ONLY_ALSO = {
    ("ru", "TG"), ("ru", "CD"), ("ru", "CG"), ("ar", "OM"), ("ar", "ML"), ("ar", "BJ"), ("ru", "PS"),
    ("en", "CD"), ("en", "CG"), ("fr", "CD"), ("es", "CD"), ("ar", "CD"), ("ar", "CG"), ("zh", "CD"),
    ("zh", "CG"), ("fr", "PS"), ("es", "PS"), ("en", "PS"), ("ar", "PS"), ("zh", "PS"), ("en", "MM"),
    ("en", "VA"), ("fr", "VA"), ("es", "VA"), ("ru", "VA"), ("ar", "VA"), ("zh", "VA"), ("ru", "KR"),
}  # fmt: skip
"""Where the short name is not used or is a common word: Того is "of that", مالي is "financial"."""

ASIDE = {
    "en": ["Northern Ireland", "(South|East) China Sea[s]", "East and South China Seas", "Sea of Japan",
           "Gulf of (Oman|Guinea|Mexico)", "New Mexico", "Lake Chad", "Panama Canal", "Jordan River",
           "River Jordan", "Niger River", "Niger Delta", "Indian Ocean", "Mexico City", "Kuwait City",
           "(Washington|New York) , USA"],
    "fr": ["mer de Chine [(méridionale|orientale)]", "golfe (de|d') (Oman|Guinée)", "lac Tchad",
           "canal de Panama", "Irlande du Nord"],
    "es": ["mar de China [(Meridional|Oriental)]", "golfo de (Omán|Guinea|México)", "lago Chad",
           "canal de Panamá", "Irlanda del Norte", "Ciudad de México"],
    "ru": ["Южно Китайск* мор*", "Северн* Ирланди*", "Японск* мор*", "Гвинейск* залив*"],
    "ar": ["بحر الصين [(الجنوبي|الشرقي)]", "خليج (عمان|غينيا)", "قناة بنما"],
    "zh": ["日本海", "墨西哥湾", "几内亚湾", "阿曼湾", "巴拿马运河", "北爱尔兰"],
}  # fmt: skip
"""Names that hold the name of a State and are none."""

BODIES = [
    ("Secretary-General", {"en": ["Secretary General [of the United Nations]"], "fr": ["Secrétaire général* [de l'Organisation des Nations Unies|de l'ONU]"],
     "es": ["Secretari* General [de las Naciones Unidas]"], "ru": ["Генеральн* секретар* [Организации Объединенных Наций|ООН]"],
     "ar": ["الأمين العام [للأمم المتحدة]"], "zh": ["[联合国] 秘书长"]}),
    ("Economic and Social Council", {"en": ["Economic and Social Council", "ECOSOC"], "fr": ["Conseil économique et social"],
     "es": ["Consejo Económico y Social"], "ru": ["Экономическ* и Социальн* Совет*", "ЭКОСОС"], "ar": ["المجلس الاقتصادي والاجتماعي"], "zh": ["经济及社会理事会", "经社理事会"]}),
    ("Human Rights Council", {"en": ["Human Rights Council"], "fr": ["Conseil des droits de l'homme"], "es": ["Consejo de Derechos Humanos"],
     "ru": ["Совет* по правам человека"], "ar": ["مجلس حقوق الإنسان"], "zh": ["人权理事会"]}),
    ("Trusteeship Council", {"en": ["Trusteeship Council"], "fr": ["Conseil de tutelle"], "es": ["Consejo de Administración Fiduciaria"],
     "ru": ["Совет* по Опеке"], "ar": ["مجلس الوصاية"], "zh": ["托管理事会"]}),
    ("African Union", {"en": ["African Union"], "fr": ["Union africaine"], "es": ["Unión Africana"], "ru": ["Африканск* союз*"], "ar": ["الاتحاد الأفريقي", "الاتحاد الإفريقي"], "zh": ["非洲联盟", "非盟"]}),
    ("League of Arab States", {"en": ["League of Arab States", "Arab League"], "fr": ["Ligue des États arabes"], "es": ["Liga de los Estados Árabes"],
     "ru": ["Лиг* арабских государств"], "ar": ["جامعة الدول العربية"], "zh": ["阿拉伯国家联盟"]}),
    ("International Monetary Fund", {"en": ["International Monetary Fund", "IMF"], "fr": ["Fonds monétaire international", "FMI"], "es": ["Fondo Monetario Internacional", "FMI"],
     "ru": ["Международн* валютн* фонд*", "МВФ"], "ar": ["صندوق النقد الدولي"], "zh": ["国际货币基金组织"]}),
    ("World Bank", {"en": ["World Bank"], "fr": ["Banque mondiale"], "es": ["Banco Mundial"], "ru": ["Всемирн* банк*"], "ar": ["البنك الدولي"], "zh": ["世界银行"]}),
    ("UNESCO", {"en": ["UNESCO"], "fr": ["UNESCO"], "es": ["UNESCO"], "ru": ["ЮНЕСКО"], "ar": ["اليونسكو"], "zh": ["联合国教科文组织", "教科文组织"]}),
    ("UNHCR", {"en": ["UNHCR", "United Nations High Commissioner for Refugees"], "fr": ["HCR"], "es": ["ACNUR"], "ru": ["УВКБ"], "ar": ["مفوضية الأمم المتحدة لشؤون اللاجئين"], "zh": ["联合国难民署"]}),
    ("UNEP", {"en": ["UNEP", "United Nations Environment Programme"], "fr": ["PNUE"], "es": ["PNUMA"], "ru": ["ЮНЕП"], "ar": ["برنامج الأمم المتحدة للبيئة"], "zh": ["联合国环境规划署", "环境署"]}),
    ("UNDP", {"en": ["UNDP", "United Nations Development Programme"], "fr": ["PNUD"], "es": ["PNUD"], "ru": ["ПРООН"], "ar": ["برنامج الأمم المتحدة الإنمائي"], "zh": ["联合国开发计划署", "开发署"]}),
]  # fmt: skip


def russian(name: str) -> list[str]:
    """All cases of a short name; names of several words by the beginnings of their words."""
    if " " in name or "-" in name:
        words = re.split(r"[ -]", name)
        return [" ".join(_begun(word) for word in words)]
    if name.endswith("ия"):
        return [name[:-1] + end for end in ("я", "и", "ю", "ей")]
    if name.endswith("я"):
        return [name[:-1] + end for end in ("я", "и", "е", "ю", "ей")]
    if name.endswith("а"):
        soft = name[-2] in "гкхжшщч"
        return [name[:-1] + end for end in ("а", "и" if soft else "ы", "е", "у", "ой")]
    if name.endswith("ы"):
        return [name[:-1] + end for end in ("ы", "", "ам", "ами", "ах", "ов")]
    if name.endswith("й"):
        return [name[:-1] + end for end in ("й", "я", "ю", "ем", "е")]
    if name.endswith("ь"):
        return [name[:-1] + end for end in ("ь", "я", "ю", "ем", "е", "и", "ью")]
    if name[-1] in "оеиуэ":
        return [name]
    return [name + end for end in ("", "а", "у", "ом", "е")]


def _begun(word: str) -> str:
    return word if len(word) < 4 or word[-1] in "оеиуэ" else word[:-1].rstrip("аяиыйь") + "*"


def aliases(code: str, language: str, short: str) -> list[str]:
    """The patterns for one State in one language."""
    plain = re.sub(r"\s*\(.*?\)", "", short).replace("’", "'").replace("-", " ")
    plain = " ".join(re.sub(r"[–—]", " ", plain.replace("&", "and")).split())
    known = [] if (language, code) in ONLY_ALSO else russian(plain) if language == "ru" else [plain]
    return list(dict.fromkeys([*known, *ALSO.get(language, {}).get(code, [])]))


def main() -> None:
    """Write the file."""
    from babel import Locale, __version__

    names = {language: Locale(language).territories for language in LANGUAGES}
    lines = [
        "# Members and observers of the United Nations, and its main bodies, in six languages. Written by",
        f"# benchmarks/states.py from the Unicode CLDR (Babel {__version__}; CLDR is under the Unicode licence)",
        "# with formal and other usual names: change that script, not this file.",
        "",
        "reviewed = []",
    ]
    entries = [
        ("state", NAMES.get(c, names["en"][c]), {x: aliases(c, x, names[x][c]) for x in LANGUAGES})
        for c in [*MEMBERS, *OBSERVERS]
    ]
    entries += [("body", name, words) for name, words in BODIES]
    entries += [("aside", "aside", ASIDE)]
    for category, name, words in sorted(entries, key=lambda e: (e[0], e[1])):
        lines += ["", "[[entry]]", f'category = "{category}"', f'name = "{name}"']
        for language in LANGUAGES:
            quoted = ", ".join(f'"{word}"' for word in words.get(language, []))
            lines.append(f"aliases.{language} = [{quoted}]")
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
