"""French: endings show person and tense; "de" and "à" with an infinitive show what is asked."""

from p5diff.language.grammar import Grammar

_INF = r"(?:ne (?:pas |plus |jamais )|n['’]|s['’]|se |y |en |l['’]|la |le |les |leur |lui ){0,6}\w{2,}(?:er|ir|re|oir)\b"
_PP = r"\w{2,}(?:é|i|u|is|it|ert|ort|aint|eint|oint|ait|os|us)(?:e|s|es)?\b"
_LABEL = r"^(?:\(?\w{1,4}[.)]\s*)?"
_PARTY = (
    r"(?:(?:les|nos) (?:deux|trois|quatre)(?: \w+){0,2}|les parties(?: contractantes)?|les délégations|les signataires|"
    r"les deux (?:côtés|parties|rives)|les ministres|les gouvernements)"
)
_ADV = (
    r"(?:\w+ment |donc |aussi |ainsi |instamment |de nouveau |à nouveau |également |encore |tous |toutes )?"
)
_OTHERS = r"(?:aux? |à |auprès d\w+ )?(?:les? |la |l['’]|aux |tous |toutes |chaque |ceux |celles |nos |quiconque |l['’])?"
_WORKERS = (
    r"(?:officiers|médiateurs?|émissaires?|envoyés?|négociateurs|experts?|expertes|ingénieurs|techniciens|géomètres|fonctionnaires|délégations?|"
    r"délégués|spécialistes|archivistes|juristes|avocats|vérificateurs|auditeurs|rédacteurs|savants|scientifiques|secrétariats?|"
    r"géologues|historiens|urbanistes|architectes|enquêteurs|inspecteurs|arbitres|commissaires|linguistes|traducteurs|archéologues|"
    r"cartographes|hydrologues|économistes|statisticiens|diplomates|facilitateurs|groupe de travail|commission|comité|équipes?|"
    r"tribunal|agences|ministères|parties|services|ateliers|club|on|douaniers|juges|vétérinaires|"
    r"(?!terror|tour|journal|milit)\w{3,}(?:ologues|ologistes|ographes|aticiens|ateurs|istes))"
)
"""Those whose work a text may say is not done yet. Of anybody else "encore" tells how things are."""
_LOT = (
    r"(?:sont|est|ont|a|souffrent|souffre|croient|croit|manquent|manque|subissent|subit|vivent|vit|restent|reste|demeurent|demeure|peuvent|peut|"
    r"doivent|doit|refusent|refuse|opposent|oppose|soutiennent|soutient|espèrent|espère|meurent|meurt)"
)

GRAMMAR = Grammar(
    (
        "unsettled",
        r"\bn['’](?:ont|avons|est|a) (?:pas encore|toujours pas|encore pas) (?=[^.;]{2,40}\b(?:qui|si|s['’]il|comment|où|quand|quel\w*)\b)"
        r"|\b(?:nous|les deux \w+|les (?:parties|délégations|camps|négociateurs|experts|deux)) n['’](?:ont|avons) (?:pas encore|toujours pas)\b",
    ),
    (
        "pending",
        r"\b(?:on|nul|personne)(?: n['’]| ne)? (?:ignore|sait|sait pas|ne sait)\b[^.;,]{0,20}\b(?:encore |toujours )?(?:qui|si|comment|où|quand)\b"
        r"|\bse (?:poursuit|poursuivent|prolonge|prolongent)\b|\bsui(?:t|vent) (?:son|leur) cours\b"
        r"|\b(?:est|sont|reste|restent|demeure|demeurent) (?:toujours |encore |actuellement )?(?:en cours|en chantier|à l['’]étude|"
        r"à l['’]examen|en préparation|en gestation|pendante?s?|en suspens|en voie d|en discussion|en débat|sur la table)"
        rf"|\breste(?:nt)? (?:encore )?à {_INF}"
        r"|\bnous (?:\w+ons|sommes)\b[^,;.]{0,40}\b(?:encore|toujours)\b"
        r"|\bnous (?:\w+ons|sommes)\b[^,;.]{0,40}\b(?:s['’]il|si|comment|qui|où) "
        r"|\b(?:poursui(?:t|vent|vons)|continue(?:nt)?) (?:l['’]|la |le |les |leurs? |nos |de |d['’]|à )"
        r"|\bremet(?:tent|tons)? à [^.;]{0,60}\b(?:l['’]examen|l['’]étude|la discussion|la décision|le débat|la suite)\b"
        r"|\breste(?:nt)? (?:à \w+|en suspens)\b"
        r"|\b(?:poursui(?:t|vent|vons)|continue(?:nt)?) [^.;]{0,50}\b(?:l['’](?:examen|étude|analyse|échange|élaboration)|les? (?:\w+ )?(?:discussions|travaux|"
        r"négociations|consultations|échanges|pourparlers|dialogue)|leurs (?:\w+ )?(?:discussions|travaux|négociations|consultations|échanges|pourparlers)|"
        r"la (?:discussion|rédaction|mise au point))\b"
        rf"|\b{_WORKERS}\b[^.;,]{{0,40}}? (?!{_LOT}\b)\w+(?:ent|e|t|d) (?:encore|toujours)\b(?! (?:plus|pas|que)\b)"
        rf"|\b{_WORKERS}\b[^.;,]{{0,40}}? (?:continue(?:nt)?|persiste(?:nt)?) (?:à |de |d['’])",
        True,
    ),
    (
        "plea",
        r"\bnous (?:vous |en )?(?!aidons|autorisons|remercions|félicitons|formons|empêchons|permettons|mettons|avons|sommes|"
        r"continuons|refusons|renonçons|évitons|cessons|acceptons|essayons|laissons|faisons|tenons|venons|allons|"
        r"\w+rons\b)\w+ons "
        rf"{_ADV}(?:aux? |à |auprès d\w+ )?(?:les? |la |l['’]|aux |tous |toutes |chaque |ceux |celles |nos )[^.;]{{2,120}}?\b"
        rf"(?:de |d['’]|à |pour qu)(?:{_INF}|['’]?\w+)"
        r"|^que (?:les?|la|l['’]|chaque|tous|toutes|nul)\b(?! ou )|^qu['’](?:on|ils?|elles?)\b|\btels? (?:est|sont) (?:le|la|les|notre|nos) (?:souhait|vœu|appel|prière)"
        rf"|{_LABEL}(?!(?:une?|le|la|les|des?|du|ce|ces|cette|il|elle|nous|dans|en|à|par|pour|sur|et|charge|donne|remercie)\b)"
        rf"\w+(?:e|t|d) {_ADV}{_OTHERS}[^.;]{{2,160}}? (?:de |d['’]|à ){_INF}[^.]*;$",
    ),
    (
        "accord",
        rf"\b{_PARTY}[^.;]{{0,30}}? (?:se sont|sont|ont) {_ADV}(?!cessé|fini|achevé|commencé|continué|refusé|tenté|essayé|réussi|"
        r"manqué|tardé|échoué|renoncé|aidé|contribué|servi|évité|omis|procédé|parvenu|hésité|dû|pu|su|voulu|cherché|"
        rf"peiné|participé|assisté|échangé|mis\b){_PP} (?:pour|de|d['’]|à|afin de|en vue de) ?{_INF}"
        rf"|\b{_PARTY}[^.;]{{0,30}}? (?:se sont|sont|ont) {_ADV}{_PP} (?:que|à ce que)\b"
        r"|\bil (?:est|a été) (?:également |aussi )?(?!interdit|possible|temps|demandé|rappelé|prévu|attendu|permis|exclu)\w+(?:é|u|i) (?:de |d['’])"
        rf"|\bentend(?:ent|ons)? {_INF}|\bs['’]est (?:obligée?|astreinte?|résolue?|décidée?|déterminée?) à {_INF}"
        rf"|\b{_PARTY}[^:]{{0,60}} :$",
    ),
    (
        "duty",
        r"^(?:si|s['’]il|lorsqu\w*|quand)\b[^.;]{3,90}, (?:l['’]autre|l['’]une?|chacune?|chaque)\b",
        True,
    ),
    (
        "order",
        rf"{_LABEL}(?!(?:une?|le|la|les|des?|du|ce|ces|cette|il|elle|nous|dans|en|à|par|pour|sur|et|note|salue|regrette|"
        rf"loue|félicite)\b)\w+(?:e|t|d) {_ADV}(?:l['’]|le |la |les |un |une |des |aux? |son |ses )[^.]*;$",
    ),
    (
        "future",
        rf"\b(?:sera|seront) {_ADV}(?!touché|affecté|menacé|exposé|jugé|perdu|ressenti|requis|nécessité){_PP}"
        r"|\bse \w{2,}(?:ra|ront)\b"
        r"|\b(?:aura|auront) (?:une?|droit|accès|son|sa|leurs?|des|ses)\b[^.;]*\b(?:avant|d['’]ici|dès|à partir|au plus tard)\b"
        r"|\bne (?!sera|pourra|suffira|faudra|aura|saura|voudra)\w{2,}(?:ront|ra) plus\b"
        r"|\b\w{2,}(?<!f)(?<!aff)(?:eront|iront|dront|tront|ront)\b(?<!\bpourront)(?<!\bauront)(?<!\bsauront)(?<!\bseront)(?! (?:plus|moins|mieux|davantage)\b)"
        r"|\b\w{2,}(?:era|ira|dra|tra|rra|vra|ura|ora)\b(?<!\bpourra)(?<!\bfaudra)(?<!\baura)(?<!\bsaura)(?<!\bsera)(?<!\bopéra)(?<!\bultra)(?<!\bextra)(?<!\bintra)(?! (?:plus|moins|mieux|davantage)\b)",
    ),
    (
        "norm",
        r"\b(?:devrait|devraient|doit|doivent|ne saurait|ne sauraient|ne peut|ne peuvent|faut|faudrait|convient)\b",
        True,
    ),
    (
        "past",
        rf"\b(?:n['’]|l['’]|les |y |en |s['’](?=est)|se (?=sont))?(?:a|ont|avons|avait|avaient|(?<=s['’])est|(?<=se )sont)(?: été)?(?:,[^,;]{{0,50}},)? (?:\w+ment |pas |guère |encore |déjà |"
        rf"toujours |tous |toutes |ainsi |jamais )*(?:\w{{2,}}(?:é|és|ées|ée)\b|été\b)(?<!\bété)"
        rf"|\b(?:a|ont|avons|avait|avaient) (?:\w+ment |pas |déjà )?{_PP}"
        r"|\b(?:coûte|coûtent|se vend|se vendent|se négocie)\b[^.;,]{0,25}\b(?:deux|trois|quatre|cinq|dix) fois\b"
        r"|\b(?:coûte|coûtent|vaut|valent) (?:désormais |aujourd['’]hui |maintenant )?(?:le double|le triple|moitié)\b"
        r"|\b(?:furent|fut)\b|\b\w{3,}(?:èrent|irent|urent|inrent)\b"
        r"|^depuis [^,;]{2,50}, (?:\d|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\w+ze|vingt|trente|\w+ante|cent|mille|\w+aine)",
    ),
    (
        "ours",
        r"\bnous \w|^(?:notre|nos) (?:\w+ ){0,2}(?:gratitude|pensées?|reconnaissance|sympathie|solidarité|condoléances|remerciements|"
        r"conviction|vœux?|admiration|douleur)\b|^(?:à|de) (?:notre|nos) (?:sens|avis|point de vue|yeux)\b"
        r"|^(?:de l['’]avis|selon l['’]avis|aux yeux) des (?:ministres|parties|participants|délégations|chefs)\b",
        True,
    ),
    (
        "statement",
        r"^(?!(?:fait|publié|signé|adopté|établi|imprimé|source|note)\b)(?![^ :]+(?: [^ :]+){0,2} ?:)(?:(?:[^ ]+ ){8,}[^ ]+|(?:[^ ]+ ){0,8}?(?!(?:de|que|ne|entre|contre|comme|cette|cet|et|"
        r"toute?|notre|avant|pendant)\b)[\wà-ÿ'’]{2,}(?:e|t|nt|d) (?:les?|la|l['’]|une?|des|du|personne|rien|d['’]|plus|davantage|moins|pas|guère|jamais)[^.]*)[.!?]",
        True,
    ),
    subordinates=r"\b(?:qui|que|dont|où|si|lorsque|quand|quoique|puisque|parce|comme|tant|dès|tandis)\b|\b(?:qu|s|lorsqu|puisqu)['’](?=il|elle|on|un|au|a|e)",
)
