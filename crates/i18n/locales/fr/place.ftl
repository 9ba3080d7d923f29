# One place.

place-call = Appeler le { $phone }
place-book = Prendre rendez-vous
place-sheet = Fiche à imprimer
place-sessions = Quand on vous aide
place-no-sessions = Les jours où une personne vous aide ne sont pas communiqués. Appelez avant de venir.
place-session = Permanence
place-now = En ce moment, jusqu'à { $time }
place-next = Prochaine fois : { $moment }
session-phone = par téléphone
session-roving = en tournée
session-walk-in = sans rendez-vous
session-appointment = sur rendez-vous
session-seats = { $n ->
    [one] { $n } place
   *[other] { $n } places
}
place-services = Ce que vous y trouvez
place-fees = Prix
place-access = Comment venir
place-support = Forme de l'aide
place-publics = Pour qui
place-everybody = tout le monde
place-care = Accueil adapté
place-mobility = Sur place ou en tournée
place-programmes = Programmes
place-labels = Formations et labels
place-parent = Structure
place-hours = Horaires du lieu
place-this-week = Cette semaine
place-today = (aujourd'hui)
place-holiday = { $hours } (jour férié)
place-maybe = { $hours } (à confirmer)
place-hours-vary = Ces horaires changent dans l'année : ceux-ci valent pour cette semaine.
place-no-hours = Horaires non communiqués : appelez avant de venir.
place-way = itinéraire
place-map-title = Carte : { $name }
place-accessibility = Accès aux personnes handicapées : la fiche d'Acceslibre
place-contact = Contact
place-networks = Réseaux
place-address = Adresse :
place-source = D'où vient cette fiche
place-json = mêmes données pour les programmes
place-wrong = Une erreur ?
place-tell = Prévenez l'équipe
gone-text = Ce lieu n'est plus donné par sa source depuis le { $date }.
gone-what-to-do = Il a peut-être fermé ou déménagé. Appelez avant de venir, ou cherchez un autre lieu tout près.
gone-around = Trouver un autre lieu dans la même commune
