"""Invented news pages around a statement in six languages, put together from their parts."""

from __future__ import annotations

from typing import NamedTuple


class Story(NamedTuple):
    """What a page in one language says around a text."""

    title: str
    before: str
    """What a reporter tells first."""
    lead: str
    """A sentence that leads to the text."""
    named: str
    """A heading that names the text."""
    text: list[str]
    after: str
    """What a reporter adds."""
    background: str
    """The heading of a section that a page adds."""
    about: str
    """What stands below it."""
    marks: tuple[str, str]
    """Lines in brackets around a copied text."""


STORIES = {
    "en": Story(
        "Ferry ministers end their talks", "The talks in Ost Haven had dragged on for two days. A declaration was in doubt until the last hour.",
        "The declaration that they put out in the end is brief:", "Text of the declaration",
        ["The Ferry Ministers of the four coasts met in Ost Haven on 3 May 2033.", "The Ministers will let every ship of the rescue services pass without a fee.", "The Ministers deplored the loss of the Marigold and her crew.", "The Ministers will meet again in Lund in the spring."],
        "Fishermen in the harbour shrugged when they heard of it. “Paper,” said one of them.", "Background", "The ferry treaty was signed in 2019 after a collision.",
        ("[copy begins]", "[copy ends]"),
    ),
    "fr": Story(
        "Fin des pourparlers sur les bacs", "Les pourparlers d’Ostabie ont duré deux jours. Personne ne croyait plus à une déclaration.",
        "La déclaration finalement remise à la presse tient en quelques lignes :", "Texte de la déclaration",
        ["Les ministres des bacs des quatre rives se sont réunis à Ostabie le 3 mai 2033.", "Les ministres laisseront passer sans péage tout navire de secours.", "Les ministres déplorent la perte du Souci et de son équipage.", "Les ministres se retrouveront à Lunde au printemps."],
        "Au port, les pêcheurs haussaient les épaules. « Du papier », lâchait l’un d’eux.", "Rappel", "Le traité des bacs a été signé en 2019 après une collision.",
        ("[la copie commence]", "[la copie finit]"),
    ),
    "es": Story(
        "Terminan las conversaciones sobre los transbordadores", "Las conversaciones de Ostavia duraron dos días. Hasta la última hora se dudó de que hubiera declaración.",
        "La declaración que al fin se entregó a la prensa es breve:", "Texto de la declaración",
        ["Los Ministros de las cuatro costas se reunieron en Ostavia el 3 de mayo de 2033.", "Los Ministros dejarán pasar sin peaje a todo buque de salvamento.", "Los Ministros lamentaron la pérdida de la Caléndula y de su tripulación.", "Los Ministros volverán a reunirse en Lunda en primavera."],
        "En el puerto, los pescadores se encogían de hombros. «Papel», decía uno de ellos.", "Antecedentes", "El tratado de transbordadores se firmó en 2019 tras una colisión.",
        ("[comienza la copia]", "[termina la copia]"),
    ),
    "ru": Story(
        "Переговоры о паромах завершены", "Переговоры в Остгавани шли два дня. До последнего часа никто не был уверен, что заявление появится.",
        "Заявление, которое в итоге раздали журналистам, невелико:", "Текст заявления",
        ["Министры паромного сообщения четырёх берегов встретились в Остгавани 3 мая 2033 года.", "Министры будут пропускать суда спасательных служб без сборов.", "Министры скорбят о гибели судна «Ноготок» и его экипажа.", "Министры соберутся вновь весной в Лунде."],
        "Рыбаки в порту, услышав новость, пожимали плечами. «Бумага», — сказал один из них.", "Справка", "Договор о паромах был подписан в 2019 году после столкновения.",
        ("[начинается копия]", "[кончается копия]"),
    ),
    "zh": Story(
        "渡轮会谈在东港结束", "东港会谈持续了两天，直到最后一刻，外界仍怀疑能否发表声明。",
        "最后散发给记者的声明很短：", "声明全文",
        ["四岸渡轮事务部长于2033年5月3日在东港举行会议。", "部长们将允许救援船只免费通行。", "部长们对金盏花号及其船员遇难表示哀悼。", "部长们将于春季在隆德再次会晤。"],
        "港口的渔民听到消息后耸了耸肩，一位老人说：“不过是纸。”", "背景", "渡轮条约是2019年一次碰撞事故之后签署的。",
        ("［抄件开始］", "［抄件结束］"),
    ),
    "ar": Story(
        "انتهاء محادثات العبارات", "استمرت المحادثات في الميناء الشرقي يومين. وظل صدور بيان أمرا مشكوكا فيه حتى الساعة الأخيرة.",
        "أما البيان الذي وزع على الصحفيين في النهاية فقصير:", "نص البيان",
        ["اجتمع وزراء العبارات في السواحل الأربعة في الميناء الشرقي في 3 أيار/مايو 2033.", "يسمح الوزراء لكل سفينة من سفن الإنقاذ بالمرور دون رسوم.", "يأسف الوزراء لفقدان السفينة قطيفة وطاقمها.", "يجتمع الوزراء مجددا في لوند في الربيع."],
        "وهز الصيادون في المرفأ أكتافهم حين سمعوا الخبر، وقال أحدهم: «ورق».", "خلفية", "وقعت معاهدة العبارات عام 2019 بعد حادث تصادم.",
        ("[بداية النسخة]", "[آخر النسخة]"),
    ),
}  # fmt: skip


def page(code: str, body: str, title: str = "") -> str:
    """A page whose menus and foot say what they are by their names alone."""
    head = title or STORIES[code].title
    return (
        f'<html lang="{code}"><head><meta charset="utf-8"><title>{head}</title></head><body>'
        f'<div class="site-nav"><a href="/">Ost</a> <a href="/n">Nov</a></div><div class="story">{body}</div>'
        '<div class="page-footer">Ost 2033</div></body></html>'
    )


def p(*texts: str) -> str:
    """Paragraphs of a page."""
    return "".join(f"<p>{text}</p>\n" for text in texts)


def shapes(code: str) -> dict[str, tuple[str, str]]:
    """Name of the file → what it holds: pages around the same text in one language."""
    it = STORIES[code]
    other = STORIES["fr" if code == "en" else "en"]
    head = f"<h1>{it.title}</h1>"
    marked = "\n\n".join([it.title, it.before, it.marks[0], *it.text, it.marks[1], it.about]) + "\n"
    return {
        "a colon.html": (head + p(it.before, it.lead, *it.text, it.after), "html"),
        "a heading.html": (head + p(it.before) + f"<h3>{it.named}</h3>" + p(*it.text), "html"),
        "background.html": (p(*it.text) + f"<h2>{it.background}</h2>" + p(it.about), "html"),
        "two languages.html": (p(*it.text) + f"<h2>{other.title}</h2>" + p(*other.text), "html"),
        "marks.txt": (marked, "txt"),
    }


NAMED = {
    "entry-meta": "Ost · 3 V 2033",
    "article__tags": "Ost, Nov",
    "nodeSubmitted": "A. Ost, 10:15",
    "pdf-link": "PDF (212 kB)",
    "social-share": "Ost | Nov",
    "printfooter": "www.example.org/ost",
    "infobox": "Ost 44/2, 3.",
}
"""Names of parts of a page about its text → what such a part may hold, in any language."""
