## The list of organisations

orgs-title = Structures
orgs-total = { $n ->
    [0] Aucune structure n'est enregistrée sur votre territoire.
    [one] Une structure est enregistrée.
   *[other] { $n } structures sont enregistrées.
}

orgs-missing = Structures à ajouter
orgs-missing-lead = Des lieux les nomment comme les leurs, et personne ne les a encore ajoutées.
orgs-missing-places = { $n ->
    [one] un lieu
   *[other] { $n } lieux
}
edit-org-naming = { $n ->
    [one] Rattacher le lieu qui la nomme
   *[other] Rattacher les { $n } lieux qui la nomment
}
note-org-places-added = Les lieux sont rattachés.

## Their fields

org-nom-name = Nom
org-type-name = Type
org-siret-name = SIRET ou RNA
org-courriel-name = Courriel public
org-telephone-name = Téléphone
org-site-name = Site
org-resume-name = Ce que fait la structure

## Their kinds

edit-org-type = Type de structure
edit-org-type-missing = Choisissez un type. Si aucun ne convient, choisissez « Autre ».
edit-org-type-commune = Commune
edit-org-type-commune-hint = Une mairie et ses services.
edit-org-type-epci = Intercommunalité
edit-org-type-epci-hint = Métropole, communauté urbaine, d'agglomération ou de communes.
edit-org-type-departement = Département
edit-org-type-departement-hint = Le conseil départemental.
edit-org-type-region = Région
edit-org-type-region-hint = Le conseil régional.
edit-org-type-etat = Service de l'État
edit-org-type-etat-hint = Préfecture, rectorat, France Travail.
edit-org-type-public = Autre organisme public
edit-org-type-public-hint = CCAS, CAF, hôpital, université.
edit-org-type-association = Association
edit-org-type-association-hint = Fondation, centre social associatif.
edit-org-type-entreprise = Entreprise
edit-org-type-entreprise-hint = Société, coopérative, indépendant.
edit-org-type-bibliotheques = Réseau de bibliothèques
edit-org-type-collectif = Collectif
edit-org-type-collectif-hint = Des personnes qui agissent ensemble sans être déclarées.
edit-org-type-autre = Autre

## A choice between two answers

edit-session-told = { $title } : { $times }

## On the page of a place

place-organisations = Tenu par

## What an organisation does among the others

org-zone-name = Territoire d’action
org-roles-name = Rôles
org-parent-name = Fait partie de
org-contacts-name = Contacts
org-role-pilote = Pilote
org-role-pilote-hint = Décide avec d’autres de ce qui est fait.
org-role-financeur = Financeur
org-role-financeur-hint = Apporte de l’argent.
org-role-employeur = Employeur
org-role-employeur-hint = Emploie les personnes qui aident.
org-role-animateur = Animateur
org-role-animateur-hint = Fait travailler les autres ensemble.
org-role-operateur = Opérateur
org-role-operateur-hint = Tient les lieux, ou mène les actions.
org-role-reseau = Réseau
org-role-reseau-hint = Fédère d’autres structures.
org-role-hub = Hub
org-role-hub-hint = Hub territorial pour un numérique inclusif.
edit-org-zone = Territoire d’action (facultatif)
edit-org-zone-hint = Des communes, une intercommunalité, un département : « Rennes Métropole, Vitré ».
edit-org-roles = Rôles (facultatif)
edit-org-roles-hint = Ceux que vous tenez vous-mêmes. Ceux que donnent une gouvernance, un dispositif ou un poste se voient déjà sur votre page.
edit-org-parent = Fait partie de (facultatif)
edit-org-parent-hint = Le nom d’une fédération, d’un réseau ou d’une maison mère, telle qu’elle est enregistrée ici.
edit-org-parent-circle = Cette structure fait déjà partie de la vôtre : l’une des deux doit changer.
edit-org-double = Est-ce une autre structure ?
edit-org-double-title = Cette structure est peut-être déjà là
edit-org-double-lead = Regardez la page de celles-ci. Si c’est l’une d’elles, n’en ajoutez pas une seconde : changez sa fiche, ou demandez à qui la gère de le faire.
edit-org-double-wrong = Si c’est une autre structure, cochez la case, puis enregistrez.
edit-org-double-autre = C’est une autre structure
edit-org-contact = Contact { $n } (facultatif)
edit-org-contact-hint = Une fonction qui répond au public. N’écrivez jamais le nom d’une personne. Enregistrez pour en ajouter un autre, jusqu’à cinq.
edit-org-contact-fonction = Fonction
edit-org-contact-fonction-hint = Par exemple « Référente numérique ».
edit-org-contact-fonction-missing = Écrivez la fonction de ce contact.
edit-org-contact-service = Service
edit-org-contact-courriel = Courriel de la fonction
edit-org-contact-telephone = Téléphone de la fonction

## The page of an organisation

org-lead = Ce que fait cette structure pour l’inclusion numérique, et avec qui.
org-public = Voir la page publique
org-leads = structure porteuse
org-joins = structure partenaire
org-runs = anime
org-employs = Emploie : { $posts }.
org-hosts = Accueille, sans les employer : { $posts }.
org-contacts-title = Contacts
org-members-title = { $n ->
    [one] Une structure en fait partie
   *[other] { $n } structures en font partie
}
org-places-title = { $n ->
    [one] Un lieu
   *[other] { $n } lieux
}
org-schemes-title = { $n ->
    [one] Un dispositif ou réseau
   *[other] { $n } dispositifs et réseaux
}
org-bodies-title = { $n ->
    [one] Une gouvernance
   *[other] { $n } gouvernances
}
org-actions-title = { $n ->
    [one] Une action de feuille de route
   *[other] { $n } actions de feuilles de route
}
org-posts-title = Postes
org-more = { $n ->
    [one] et un autre.
   *[other] et { $n } autres.
}
org-levels = Qui fait quoi ici ?
org-ecosystem = Qui travaille avec qui ?

## Two organisations that are one

fusion-way = Fusionner une autre structure dans celle-ci
fusion-title = Fusionner dans { $name }
fusion-lead = Deux fiches pour une seule structure ? Choisissez celle qui disparaît : vous comparerez les deux avant de décider.
fusion-both-lead = Comparez les deux fiches, puis choisissez ce qui reste.
fusion-twins = Fiches qui lui ressemblent
fusion-no-twin = Aucune autre structure ne lui ressemble.
fusion-other = Une autre structure
fusion-avec = Structure qui disparaît
fusion-avec-hint = Son nom, ou l’adresse de sa page sur ce site.
fusion-avec-wrong = Ce texte ne désigne pas une seule structure. Collez l’adresse de sa page.
fusion-same = C’est la même structure.
fusion-moved = Une autre personne vient de changer une des deux fiches. Relisez-les, puis recommencez.
fusion-compare = Comparer
fusion-table = Les deux fiches
fusion-field = Information
fusion-kept = Structure qui reste
fusion-lost = Structure qui disparaît
fusion-address = Adresse
fusion-level = Niveau qui en répond
fusion-keep-other = Garder plutôt { $name }
fusion-follows = Ce qui va suivre
fusion-redirects = L’adresse de la page « { $lost } » mènera pour toujours à la page « { $kept } ».
fusion-places = { $n ->
    [one] Un lieu sera rattaché à la structure qui reste : les personnes qui la gèrent pourront le modifier.
   *[other] { $n } lieux seront rattachés à la structure qui reste : les personnes qui la gèrent pourront les modifier.
}
fusion-kind-scheme = { $n ->
    [one] Un dispositif la nommera.
   *[other] { $n } dispositifs la nommeront.
}
fusion-kind-envelope = { $n ->
    [one] Une enveloppe la nommera.
   *[other] { $n } enveloppes la nommeront.
}
fusion-kind-cluster = { $n ->
    [one] Une grappe la nommera.
   *[other] { $n } grappes la nommeront.
}
fusion-kind-sector = { $n ->
    [one] Un secteur la nommera.
   *[other] { $n } secteurs la nommeront.
}
fusion-kind-baseline = { $n ->
    [one] Un tableau de services la nommera.
   *[other] { $n } tableaux de services la nommeront.
}
fusion-kind-body = { $n ->
    [one] Une gouvernance la nommera (animation ou contacts).
   *[other] { $n } gouvernances la nommeront (animation ou contacts).
}
fusion-kind-body-file = { $n ->
    [one] Un carnet privé de gouvernance la nommera.
   *[other] { $n } carnets privés de gouvernance la nommeront.
}
fusion-kind-membership = { $n ->
    [one] Une adhésion à une gouvernance la suivra, passée ou en cours.
   *[other] { $n } adhésions à des gouvernances la suivront, passées ou en cours.
}
fusion-kind-meeting = { $n ->
    [one] Une feuille de présence la nommera.
   *[other] { $n } feuilles de présence la nommeront.
}
fusion-kind-decision = { $n ->
    [one] Une décision la nommera.
   *[other] { $n } décisions la nommeront.
}
fusion-kind-roadmap = { $n ->
    [one] Une feuille de route la nommera, dans toutes ses versions.
   *[other] { $n } feuilles de route la nommeront, dans toutes leurs versions.
}
fusion-kind-post = { $n ->
    [one] Un poste la nommera.
   *[other] { $n } postes la nommeront.
}
fusion-kind-organisation = { $n ->
    [one] Une structure en fera partie.
   *[other] { $n } structures en feront partie.
}
fusion-kind-campaign = { $n ->
    [one] Une campagne la suivra.
   *[other] { $n } campagnes la suivront.
}
fusion-both = Les deux siègent dans { $name } : une seule adhésion restera, et les mandats de l’autre prendront fin.
fusion-roles = { $n ->
    [one] Le rôle d’une personne prendra fin. Elle recevra un message, et pourra le redemander.
   *[other] { $n } rôles prendront fin. Les personnes recevront un message, et pourront les redemander.
}
fusion-no-undo = Une fusion ne peut pas être défaite. Le journal garde les deux fiches telles qu’elles étaient.
fusion-blocked = Vous ne pouvez pas fusionner ces deux structures : il vous manque des droits. Demandez à une personne qui les a.
fusion-blocked-place = Répondre du territoire du lieu { $name }
fusion-blocked-body = Gérer les membres de { $name }
fusion-blocked-scheme = Coordonner le dispositif { $name }
fusion-blocked-cluster = Coordonner la grappe { $name }
fusion-blocked-envelope = Gérer l’enveloppe { $name }
fusion-blocked-campaigns = Mener les campagnes de la structure qui disparaît
fusion-blocked-roles = Donner des rôles dans la structure qui disparaît
fusion-values = Ce qui reste
fusion-role = Garder leur rôle dans la structure qui reste
fusion-role-hint = Sans coche, le rôle prend fin.
fusion-role-wrong = Vous ne pouvez pas donner l’un de ces rôles.
fusion-raison = Pourquoi ?
fusion-raison-hint = Pour le journal : une fiche créée deux fois, deux structures qui se sont réunies…
fusion-raison-missing = Dites pourquoi.
fusion-do = Fusionner les deux structures
note-org-merged = Les deux structures n’en font plus qu’une.
