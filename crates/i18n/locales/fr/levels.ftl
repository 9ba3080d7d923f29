# Les niveaux : qui fait quoi ici, de l'État jusqu'au quartier. Les personnes qui habitent là lisent des mots simples.

nav-levels = Qui agit ici ?
levels-title = Qui agit ici ?
levels-title-of = Qui agit ici ? { $name }
levels-about = Qui fait quoi pour aider avec le numérique, de l'État jusqu'au quartier : { $name }.
levels-lead = Qui fait quoi pour aider avec le numérique, de l'État jusqu'au coin de la rue.
levels-field = Une adresse, un quartier, une commune…
levels-example = 42 cours Kennedy, Rennes
levels-not-found = « { $text } » n'est pas un endroit connu. Essayez une commune, un code postal, ou une adresse avec sa commune.
levels-whole-country = Voir toute la France
levels-around-you = Là où vous êtes
levels-elsewhere = Changer d'adresse
levels-compare-or-day = Comparer, changer de date
levels-print = Imprimer (1 page)
levels-page-territory = Trouver de l'aide ici
levels-page-organisation = Page de la structure
levels-page-place = Horaires et services du lieu
levels-link-territory = Qui agit ici ?
levels-compare = Comparer avec
levels-compare-example = Saint-Malo
levels-day = À la date du
levels-show = Afficher
levels-today = Revenir à aujourd'hui
levels-on = Voici la situation au { $date }. Les lieux d'aide sont ceux d'aujourd'hui.
levels-wrong-day = « { $text } » n'est pas une date : écrivez-la par exemple 2024-01-15. Voici la situation d'aujourd'hui.
levels-wrong-with = « { $text } » n'est pas un territoire connu. Écrivez une commune, une intercommunalité ou un département.
levels-two = { $one } et { $two }
levels-level = Niveau

levels-level-etat = État
levels-level-region = Région
levels-level-departement = Département
levels-level-epci = Intercommunalité
levels-level-metropole = Métropole
levels-level-commune = Commune
levels-level-quartier = Quartier
levels-level-near = Au plus près
levels-says-etat = L'État fixe le cap pour tout le pays et finance une partie des moyens.
levels-says-region = La région relie les départements, forme et outille les équipes.
levels-says-departement = Le département réunit celles et ceux qui agissent, autour d'un plan commun.
levels-says-epci = Les communes y mettent leurs moyens en commun.
levels-says-commune = La commune ouvre des lieux et accueille le public.
levels-says-quartier = Les lieux et les équipes que l'on rejoint à pied.
levels-not-led = Pilotage non communiqué
levels-near = Les lieux du quartier
levels-nothing-near = Aucun lieu connu dans le quartier
levels-lead-row = Pilotage

levels-contact = Contact
levels-led-by = Porté par
levels-run-by = Animé par
levels-others = { $n ->
    [one] { $n } autre
   *[other] { $n } autres
}
levels-members = Qui participe
levels-member-count = { $n ->
    [one] { $n } organisation
   *[other] { $n } organisations
}
levels-roadmap = Feuille de route
levels-in-consultation = en consultation
levels-years = { $from }–{ $to }
levels-meeting = Prochaine rencontre
levels-at = { $date } à { $time }
levels-actions = Ce qui se fait ici
levels-done = fait
levels-underway = en cours
levels-schemes = Réseaux et programmes
levels-clusters = Lieux qui travaillent ensemble
levels-sectors = Secteur
levels-posts = Équipe
levels-places = Lieux d'aide
levels-other-bodies = Aussi à ce niveau
levels-bodies = Qui pilote
levels-body-count = { $n ->
    [one] { $n } gouvernance
   *[other] { $n } gouvernances
}
levels-counted = { $name } ({ $n })
levels-more = { $n ->
    [one] et { $n } autre
   *[other] et { $n } autres
}
levels-post-conseiller-numerique = { $n ->
    [one] { $n } poste de conseiller numérique
   *[other] { $n } postes de conseiller numérique
}
levels-post-coordinateur = { $n ->
    [one] { $n } poste de coordination
   *[other] { $n } postes de coordination
}
levels-post-mediateur = { $n ->
    [one] { $n } poste de médiation numérique
   *[other] { $n } postes de médiation numérique
}
levels-post-informaticien-public = { $n ->
    [one] { $n } poste d'informaticien public
   *[other] { $n } postes d'informaticien public
}
levels-post-autre = { $n ->
    [one] { $n } autre poste
   *[other] { $n } autres postes
}

# Ce qui manque, pour celles et ceux qui coordonnent.
levels-missing = Ce qui manque
gap-no-body = Aucune gouvernance n'est connue à ce niveau.
gap-no-area = « { $name } » ne dit pas quelles communes elle couvre.
gap-no-referent = « { $name } » n'a pas de contact.
gap-no-roadmap = « { $name } » n'a pas de feuille de route.
gap-roadmap-awaited = La feuille de route « { $name } » n'est pas encore validée.
gap-roadmap-over = La feuille de route « { $name } » est terminée.
gap-no-meeting = « { $name } » n'a pas de rencontre à venir.
gap-unserved = { $n ->
    [one] Un objectif de « { $name } » n'est repris par aucune action d'ici.
   *[other] { $n } objectifs de « { $name } » ne sont repris par aucune action d'ici.
}
gap-unlinked = La grappe « { $name } » n'est rattachée à aucune intercommunalité.
gap-uncovered-sector = Personne ne couvre le secteur « { $name } ».
gap-vacant-post = Poste à pourvoir : { $name }.
gap-funding-ends = Fin de financement le { $date } : { $name }.
gap-contract-ends = Fin de contrat le { $date } : { $name }.
gap-lone-places = { $n ->
    [one] Un lieu n'est dans aucun dispositif ni aucune grappe.
   *[other] { $n } lieux ne sont dans aucun dispositif ni aucune grappe.
}
gap-no-place = Aucun lieu d'aide n'est connu ici.
gap-step-body = Créer une gouvernance
gap-step-area = Choisir les communes
gap-step-referent = Nommer un contact
gap-step-roadmap = Écrire une feuille de route
gap-step-validate = Voir où elle en est
gap-step-renew = Préparer la suivante
gap-step-meeting = Prévoir une rencontre
gap-step-serve = Voir les objectifs
gap-step-link = Rattacher la grappe
gap-step-post = Voir le poste
gap-step-place = Ajouter un lieu

# Mesures.
bench-levels-too-few = --bodies : au moins { $fewest } gouvernances
bench-levels-size = { $bodies } gouvernances, { $members } membres, { $roadmaps } feuilles de route, { $actions } actions : { $ours } µs de processeur pour la page des niveaux, { $place } pour celle d'un lieu, soit { $ratio } fois plus
bench-levels-growth = À la plus grande taille, sur { $communes } communes : { $ratio } fois la page d'un lieu. Croissance avec le nombre de gouvernances : exposant { $exponent }
bench-levels-widest = { $address }, demandée une fois : { $time } ms de processeur, { $kilobytes } Kio, exposant { $exponent }
levels-also = Voir aussi
