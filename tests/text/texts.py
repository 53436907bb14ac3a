"""Invented statements for tests: plain paragraphs in six languages, one list a language."""

from __future__ import annotations

PARAGRAPHS: dict[str, list[str]] = {
    "en": [
        "The four States met in Oslo in May. They recalled their earlier promise, and they agreed on a plan "
        "of work for the next two years.",
        "The plan has three parts. The first covers the exchange of information, the second joint exercises, "
        "and the third a common glossary of terms.",
        "Experts of the four States will meet twice a year. Their reports will be made public.",
        "The States also heard Mr. J. Smith of the U.K. on document No. 12. He described the lessons of a "
        "long exercise in which inspectors and hosts changed places.",
        "They invite all other States to take part in the work, and will meet again in Bern.",
        "Until then a small group will keep in touch. It will answer questions from other States.",
    ],
    "fr": [
        "Les quatre États se sont réunis à Oslo en mai. Ils ont rappelé leur promesse et sont convenus d’un "
        "programme de travail pour les deux années à venir.",
        "Le programme comprend trois volets : l’échange d’informations, des exercices communs et un "
        "glossaire. Il sera revu chaque année.",
        "Ils ont entendu M. Dupont, qui a déclaré : « Nous sommes prêts ! » La séance a été levée à midi.",
        "Les experts des quatre États se retrouveront deux fois par an. Leurs rapports seront publiés.",
        "Ils invitent tous les autres États à prendre part aux travaux et se réuniront à Berne.",
    ],
    "es": [
        "Los cuatro Estados se reunieron en Oslo en mayo. Recordaron su promesa y acordaron un programa de "
        "trabajo para los dos próximos años.",
        "El programa consta de tres partes: el intercambio de información, los ejercicios conjuntos y un "
        "glosario común. Se examinará cada año.",
        "¿Qué harán los expertos? ¡Mucho! El Sr. Pérez explicó el art. 6 y respondió a las preguntas.",
        "Los expertos de los cuatro Estados se reunirán dos veces al año. Sus informes se publicarán.",
        "Invitan a todos los demás Estados a participar en los trabajos y se reunirán en Berna.",
    ],
    "ru": [
        "Четыре государства провели встречу в Осло в мае. Они напомнили о своём обещании и согласовали план "
        "работы на два предстоящих года.",
        "План состоит из трёх частей: обмен информацией, совместные учения и общий словарь терминов. Он "
        "будет пересматриваться ежегодно.",
        "Выступил А. А. Иванов. Он рассказал об итогах учений 2009 г. и ответил на вопросы участников.",
        "Эксперты четырёх государств будут встречаться дважды в год. Их доклады будут опубликованы.",
        "Государства приглашают всех остальных принять участие в работе и встретятся снова в Берне.",
    ],
    "ar": [
        "اجتمعت الدول الأربع في أوسلو في شهر أيار/مايو. وأشارت إلى وعدها السابق واتفقت على برنامج عمل "
        "للسنتين القادمتين.",
        "يتألف البرنامج من ثلاثة أجزاء، هي تبادل المعلومات والتمارين المشتركة ومسرد موحد. وسيجري استعراضه "
        "كل سنة.",
        "هل ستنشر التقارير؟ نعم، ستنشر كلها. وسيجتمع خبراء الدول الأربع مرتين في السنة.",
        "وتدعو الدول سائر الدول إلى المشاركة في الأعمال. وستجتمع مرة أخرى في برن.",
    ],
    "zh": [
        "四国于5月在奥斯陆举行会议。四国回顾了此前的承诺，并就今后两年的工作计划达成一致。",
        "计划分为三部分：交换信息、联合演练和编写《共同术语表》。四国每年将审议一次计划的执行情况。",
        "与会者听取了专家关于2009年演练的介绍。专家说：“视察员和东道国互换了位置。”这一经验十分有益。",
        "四国专家每年将举行两次会议。会议报告将予以公布，供所有国家参考。",
        "四国邀请所有其他国家参加这项工作，并将在伯尔尼再次举行会议。",
    ],
}

LANGUAGES = sorted(PARAGRAPHS)
