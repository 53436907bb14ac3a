"""French."""

from p5diff.language.carriers import Carrier

_ISSUED = r"(?:publi[ée]e?s?|adopt[ée]e?s?|rendu(?:e)? publique?|diffus[ée]e?|émis(?:e)?|fait|prononc[ée]e?|sign[ée]e?)"
CARRIER = Carrier(
    noun=r"(?:déclarations?|manifestes?|communiqués?)",
    spoken=r"(?:messages?|discours|allocution|interventions?|propos|appel|lettre|engagement|résolution|proclamation|serment)",
    text=r"(?:\btextes?\b|\bintégralité\b|\bteneur\b|\btranscription\b)",
    points=r"\b(?:transmet\w*|partag\w+|ci-(?:dessous|après)|suit|suivent|suivante?s?|voici|in extenso|trouver\w* (?:ici|plus bas)|reproduit\w*|publi(?:e|ons|ent))\b",
    introduces=(
        rf"\b{_ISSUED}\b.{{0,80}}\b(?:la|le|les) {{noun}}\b.{{0,60}}\b(?:suivante?s?|ci-après|ci-dessous)\b",
        r"\b{noun} (?:reproduite? )?(?:ci-dessous|ci-après)\b",
        r"\bdont (?:le texte|la teneur)(?: intégrale?)? (?:suit|est|figure|se lit)\b",
        r"\b(?:la|le) voici\b.{0,60}(?:intégral|texte|entier)",
        r"\bvoici (?:ci-après |ci-dessous )?(?:le texte|la traduction|la {noun}|le {noun})\b",
        r"\btexte (?:intégral |complet )?(?:de|du)\b.{0,160}\b(?:suit|est le suivant|ci-après|ci-dessous|figure)\b",
        r"\b{noun}\b.{0,80}\b(?:(?:est|sont) (?:reproduite?s?|publiée?s?|donnée?s?|présentée?s?|disponibles?)|figure(?:nt)?)\b[^.:]{0,40}\b(?:ci-dessous|ci-après|plus bas|intégralement)\b",
        r"\b{noun}\b.{0,100}\b(?:est|était) (?:ainsi (?:libellée?|conçue?)|reproduite? ci-(?:après|dessous)|la suivante|le suivant)",
    ),
    announces=(r"\b(?:diffusent?|publient?|rend(?:ent)? publique?s?|porte(?:nt)? à la connaissance)\b.{0,80}\b{noun}", rf"\b{_ISSUED}\b.{{0,60}}\b{{noun}}", rf"{{noun}}\b.{{0,80}}\b(?:a|ont) été {_ISSUED}"),
    begins=(r"(?:ici )?(?:commence )?(?:la |le )?{noun}(?: conjointe?)? (?:commence|débute)(?: ici)?", r"début (?:du texte|de la {noun}|du {noun}|de citation)", r"texte (?:intégral|complet)?(?: ?de la {noun}| ?du {noun})?", r"citation"),
    ends=(r"(?:la |le )?{noun}(?: conjointe?)? (?:finit|s[’']achève|se termine)(?: ici)?", r"fin (?:du|de la|de l[’\'])\s?[^.!?]{3,30}", r"fin(?: (?:du texte|de la {noun}|du {noun}|de citation|du communiqué))?",),
    heads=(
        r"communiqué de presse\b.{0,40}", r"(?:point de presse|actualité|déclaration à la presse)\b.{0,40}",
        r"(?:sous )?embargo\b.{0,80}", r"pour (?:publication|diffusion) immédiate", r"\(?traduction (?:non officielle|de courtoisie|provisoire)\)?",
        r"(?:publié le|source|de|date)\W{0,3}", r"seul le prononcé fait foi", r"communiqué n[°ºo.]\W?\s?[\d/.-]+",
    ),
    tails=(r"(?:contexte|rappel|pour mémoire|informations? générales?)\W?",
        r"(?:c\.?c\.?|copies?(?: à)?) ?:.{1,200}", r"adresses? pour (?:l[’']envoi de|toutes?) (?:questions|renseignements|informations)\b.{0,120}",
        r"version imprimable\W?", r"envoyer (?:par|à)\b.{0,40}",
        r"(?:abonnez-vous|s[’']abonner|inscrivez-vous|recevez)\b.{0,100}", r"(?:commentaires?|vos réactions)\b.{0,40}", r"\(?(?:traduit|traduction|rédigé|édité|avec|propos recueillis|par|mis en ligne)(?: .{1,40})? (?:par|de|l[’'])\s?.{0,80}", r"la rédaction", r"(?:traduction|rédaction|édition) ?:.{0,80}", r"télécharger\b.{0,80}", r"(?:dans la même rubrique|sur le même thème|les plus lus|autres (?:actualités|articles)|dernières actualités)\b.{0,80}", r"suivez[- ](?:nous|le|la|les)\b.{0,80}", r"mots[- ]clés?\b.{0,120}",
        r"notes? (?:aux|à l[’']attention des|pour les) (?:rédactions?|rédacteurs?|journalistes)\b.{0,80}", r"pour (?:en savoir plus|plus d[’']informations?|de plus amples)\b.{0,200}",
        r"contacts?(?: presse)?\b[:.]?.{0,120}", r"(?:service|relations) (?:de )?presse\b.{0,120}", r"partager(?: (?:cette|cet|sur|la)\b.{0,60})?",
        r"(?:publié|mis(?:e)? (?:en ligne|à jour)|dernière (?:mise à jour|modification))\b.{0,80}", r"source ?:.{0,120}", r"à (?:consulter|voir) (?:également|aussi)\b.{0,80}", r"(?:retour|haut) (?:en|de|à)\b.{0,40}(?:page|haut|accueil).{0,20}",
        r"(?:©|copyright\b|tous droits réservés).{0,160}", r"(?:articles? liés?|liens utiles|documents? (?:liés|associés))\W?.{0,60}", r"(?:photo|crédits?(?: photo)?) ?:.{0,160}",
        r"imprimer(?: .{0,30})?", r"(?:à propos|qui sommes-nous)\b.{0,60}", r"à l[’']intention des organes d[’']information\b.{0,60}", r"(?:tél|courriel|e-?mail|téléphone)[.\s]{0,2}:.{0,120}",
    ),
    beside=(r"(?:lire|voir|écouter|regarder) (?:aussi|également|plus)\b.{0,160}", r"(?:à lire (?:aussi|également)|voir aussi|publicité|annonce|sur le même sujet)\b.{0,160}"),
    first_person=r"\b(?:nous|notre|nos|je)\b|\bj[’']",
    publisher=(r"(?:source|publié par|de)\s?:\s?(?P<who>[^,.:]{3,80})(?:[,.:].*)?", r"(?P<who>ministère\b[\w’' -]{3,80})", r"(?P<who>représentation permanente\b[\w’' -]{0,80})"),
    greets=(r"(?:chère?s?|bonjour|madame|monsieur|mesdames|messieurs)\b.{0,60}[,:!.]?",),
    parts=(r"(?:(?:bien )?cordialement|(?:bien )?(?:à vous|respectueusement)|salutations|(?:avec )?(?:mes|nos) (?:meilleures |cordiales )?salutations|sincères salutations|merci)\b.{0,80}",),
    courtesy=(r"\bsaisi\w*\b.{0,20}\b(?:cette|l[’\']) ?occasion\b.{0,40}\brenouvel", r"\b(?:veuillez|d[’\']) ?agréer\b", r"\bassurances? de (?:sa|ma|notre|leur) (?:très |plus )?haute considération\b",),
    forwards=(r"le .{5,120} a écrit ?:", r"(?:début du )?message (?:transféré|d[’\']origine|réexpédié) ?:?", r"(?:de|envoyé|à|cc|date|objet) ?:.{1,200}",),
    at=r"(?:à|au|aux|en) ", on=r",? (?:le |les |du |des )?",
    reader=(r"\b(?:cette|notre|la présente) (?:page|lettre d[’']information|infolettre|édition|newsletter|rubrique)\b|\b(?:ce|notre|le présent) (?:bulletin|site|courriel|numéro|billet|blog)\b", r"\b(?:(?:vous (?:recevez|trouverez|avez reçu)|vous (?:pouvez|pourrez)(?: aussi| également)? (?:lire|relire|consulter|télécharger|trouver|suivre|voir|revoir|écouter|modifier|nous |vous ))|votre (?:abonnement|avis|courriel)|vos (?:questions|commentaires)|nos (?:lecteurs|abonnés|lectrices))\b", r"\b(?:cliqu\w+|télécharg\w+|désabonn\w+|désinscri\w+)\b",),
    delivery=(r"seul le (?:texte )?prononcé fait foi", r"le prononcé fait foi", r"vérifier (?:au|contre le|à l[’']audition du) prononcé",),
)  # fmt: skip
