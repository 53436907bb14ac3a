"""French."""

from p5diff.language.agency import Agency

AGENCY = Agency(
    openers=frozenset(
        """à au aux afin après avant avec chez comme conformément contre d dans de depuis des dès du durant en
        entre envers et étant grâce hormis hors jusqu jusque lors lorsque lorsqu malgré moyennant ou où outre par
        parmi pendant pour puisque quand quant sans sauf selon si sous suivant sur tandis tant vers voici voilà vu
        qui que qu dont lequel laquelle lesquels lesquelles auquel ayant""".split()
    ),
    pronouns=frozenset("il on ce c cela ceci y rien tout qui que qu nul".split()),
    auxiliaries=frozenset(
        "a ont avait avaient aura auront est sont était étaient sera seront fut furent va vont".split()
    ),
    passives=frozenset("été est sont était étaient sera seront fut furent être soit soient s".split()),
    itself=frozenset(["s"]),
    two=frozenset(["deux"]),
    among_us=(
        r"\bpar (?:nous|nos|notre|les deux|chaque (?:membre|partie)|chacun\w* des (?:membres|parties)|l['’]une et l['’]autre|"
        r"(?:tous |toutes |l['’]ensemble )?(?:les|des) (?:\w+ )?(?:membres|parties(?! au conflit)|signataires|participants|délégations))\b"
        r"|\bser(?:a|ont) \w+\b[^.;]*\b(?:notre|nos)\b"
    ),
    ours=frozenset("notre nos mon ma mes".split()),
    theirs=frozenset("son sa ses leur leurs".split()),
    by=frozenset(["par"]),
    objective=frozenset(["des", "du"]),
    inert=frozenset(
        """accord traité convention protocole article paragraphe annexe appendice déclaration communiqué
        programme plan projet mesure initiative mémorandum texte document disposition résolution décision budget
        stratégie feuille réunion session sommet rencontre forum cycle pourparler négociation consultation
        discussion production prix taux commerce échange exportation importation croissance inflation chômage offre revenu recette volume nombre part niveau valeur coût économie marché salaire emploi menace
        risque défi crise situation progrès effort travail travaux coopération relation partenariat dialogue
        processus résultat changement rapport chapitre section liste instrument cadre loi règle règlement droit
        tarif taxe impôt train trêve cessez paix guerre conflit violence tendance investissement dépense vente
        activité indicateur principe obligation période année mois jour scrutin""".split()
    ),
    measuring=tuple(
        """attein dépass élev reculé reculer recula augment diminu baiss crû croît progress demeur resté reste représent
        tot équiv valu coût dur connu connaî perdu devenu devien pes chut ralenti stagn bondi entraîn caus provoqu montr amélior aggrav contribu
        renforc accéléré""".split()
    ),
    coming=tuple(
        "arriv adhér accéd particip assist rejoin rejoign pris visit voyag venu vot témoign procéd".split()
    ),
    joining=("adhér", "accéd", "rejoin", "rejoign"),
    plurals=("s", "es"),
    abstract=tuple("ment tion sion té ance ence isme ure age".split()),
    bodies=tuple(
        """gouvernement département parlement régiment administration association commission corporation
        délégation fédération fondation institution mission organisation nation section station division
        alliance agence conférence université municipalité autorité communauté société faculté comité
        établissement groupement préfecture magistrature équipage personnage légation""".split()
    ),
    adverbs=("ment",),
    quiet=frozenset("part y en aussi ne n se s lui leur déjà toujours encore ensemble donc ainsi".split()),
)
