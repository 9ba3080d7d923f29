# Who works with whom: the picture of the ecosystem.

ecosystem-heading = Qui travaille avec qui
ecosystem-title = Qui travaille avec qui : { $name }
ecosystem-lead = Choisissez un territoire : vous verrez qui y aide avec le numérique, et ce qui relie ces acteurs.
ecosystem-where = Commune, quartier ou département
ecosystem-unknown = Aucun territoire ne porte ce nom. Vérifiez l’orthographe, ou essayez la commune voisine.
ecosystem-which = Lequel de ces territoires ?
ecosystem-show = Montrer
ecosystem-level = Niveau
ecosystem-all-levels = Tous les niveaux
ecosystem-role = Rôle des structures
ecosystem-all-roles = Tous les rôles
ecosystem-draw = Afficher
ecosystem-kind-gouvernances = Gouvernances
ecosystem-kind-structures = Structures
ecosystem-kind-dispositifs = Dispositifs et réseaux
ecosystem-kind-lieux = Lieux
ecosystem-one-gouvernances = gouvernance
ecosystem-one-structures = structure
ecosystem-one-dispositifs = dispositif ou réseau
ecosystem-one-lieux = lieu
ecosystem-one-with = { $kind } ({ $roles })
ecosystem-line-strong = dirige ou anime
ecosystem-line-plain = est membre, emploie, appartient
ecosystem-line-dashed = est partenaire, ou observe
ecosystem-count-gouvernances = { $n ->
    [one] { $n } gouvernance
   *[other] { $n } gouvernances
}
ecosystem-count-structures = { $n ->
    [one] { $n } structure
   *[other] { $n } structures
}
ecosystem-count-dispositifs = { $n ->
    [one] { $n } dispositif ou réseau
   *[other] { $n } dispositifs ou réseaux
}
ecosystem-count-lieux = { $n ->
    [one] { $n } lieu
   *[other] { $n } lieux
}
ecosystem-summary = { $n ->
    [one] { $parts } ; { $n } lien entre eux.
   *[other] { $parts } ; { $n } liens entre eux.
}
ecosystem-left-out = { $n ->
    [one] { $n } acteur n’est pas dessiné, pour que l’image reste lisible. Le tableau le montre.
   *[other] { $n } acteurs ne sont pas dessinés, pour que l’image reste lisible. Le tableau les montre.
}
ecosystem-places = { $n ->
    [one] { $name } : { $n } lieu
   *[other] { $name } : { $n } lieux
}
ecosystem-picture = Image des liens, à faire défiler
ecosystem-to-table = Voir la même chose en tableau
ecosystem-to-picture = Voir l’image des liens
ecosystem-in-words = En mots
ecosystem-table = Tous les acteurs et leurs liens
ecosystem-range = { $n ->
    [0] aucun
   *[other] { $from } à { $to } sur { $n }
}
ecosystem-name = Nom
ecosystem-kind = Nature
ecosystem-ties = Liens
ecosystem-before = Page précédente
ecosystem-after = Page suivante
ecosystem-no-tie = Aucun lien connu ici.
ecosystem-others = { $n ->
    [one] {" "}et { $n } autre
   *[other] {" "}et { $n } autres
}
ecosystem-does-governs = Gouverne : { $names }.
ecosystem-does-leads = Dirige : { $names }.
ecosystem-does-facilitates = Anime : { $names }.
ecosystem-does-funds = Finance : { $names }.
ecosystem-does-member = Membre de : { $names }.
ecosystem-does-employs = Emploie des postes de : { $names }.
ecosystem-does-hosts = Accueille des postes de : { $names }.
ecosystem-does-partner = Partenaire de : { $names }.
ecosystem-does-part-of = Partie locale de : { $names }.
ecosystem-does-under = Fait partie de : { $names }.
ecosystem-does-holds = Gère : { $names }.
ecosystem-does-belongs = Appartient à : { $names }.
ecosystem-does-watches = Observe : { $names }.
ecosystem-by-governs = Gouvernance : { $names }.
ecosystem-by-leads = Dirigé par : { $names }.
ecosystem-by-facilitates = Animé par : { $names }.
ecosystem-by-funds = Financé par : { $names }.
ecosystem-by-member = Membres : { $names }.
ecosystem-by-employs = Employeurs des postes : { $names }.
ecosystem-by-hosts = Postes accueillis chez : { $names }.
ecosystem-by-partner = Partenaires : { $names }.
ecosystem-by-part-of = Parties locales : { $names }.
ecosystem-by-under = Membres ou parties : { $names }.
ecosystem-by-holds = Géré par : { $names }.
ecosystem-by-belongs = Lieux : { $names }.
ecosystem-by-watches = Observateurs : { $names }.
