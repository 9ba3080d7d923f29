# The list of places.

results-place = Où ?
results-need = Besoin
results-any-need = Tous les besoins
results-when = Quand ?
results-any-time = Peu importe
results-count = { $n ->
    [one] { $n } lieu peut vous aider
   *[other] { $n } lieux peuvent vous aider
}
results-none = Aucun lieu ne répond à cette recherche
results-open = { $n ->
    [one] { $n } lieu ouvert { $when }
   *[other] { $n } lieux ouverts { $when }
}
results-none-open = Aucun lieu connu n'est ouvert { $when }
results-open-and-call = { $open }, { $n } à appeler
results-not-found-title = Endroit introuvable
results-around = Autour de { $place }, du plus utile au moins utile
results-around-fallback = Rue non trouvée : autour de { $place }, du plus utile au moins utile
results-around-you = Autour de vous, du plus utile au moins utile
results-ask-place = Dites où vous êtes : les lieux proches viendront d'abord.
results-understood = Compris dans votre phrase :
results-filters = Filtres :
results-filter = Filtrer
results-apply = Appliquer
results-map = Voir la carte
results-no-map = Fermer la carte
results-print = Imprimer la liste
results-send = Envoyer la liste
results-next = Lieux suivants
results-unknown-title = Horaires inconnus, appelez
results-unknown-more = { $n ->
    [one] Et { $n } autre lieu dont les horaires sont inconnus.
   *[other] Et { $n } autres lieux dont les horaires sont inconnus.
}
results-elsewhere = Les plus proches, à un autre moment ou plus loin
results-ways-on = Essayez :
results-any-moment = n'importe quand
results-farther = jusqu'à 100 km
results-without-filters = sans les autres critères
results-day = Un autre moment
results-date = Jour
results-part = Partie du jour
part-all = toute la journée
part-matin = matin, 8 h – 12 h
part-apres-midi = après-midi, 12 h – 18 h
part-soir = soir, 18 h – 22 h
results-order = Liste
results-radius = Distance, en kilomètres
results-sort = Ordre
sort-utilite = le plus utile d'abord
sort-distance = le plus proche d'abord
sort-nom = par nom
sort-fraicheur = le plus à jour d'abord
results-reason-session = Une personne aide ici pour ce besoin
results-reason = { $reason } ({ $points })
card-way = Y aller
card-sheet = Fiche à remettre
chip-remove = Enlever : { $label }
chip-text = « { $text } »
chip-polygon = Zone dessinée

filter-frais = Prix
filter-public = Pour qui
filter-prise_en_charge = Accueil adapté
filter-acces = Comment venir
filter-accompagnement = Forme de l'aide
filter-reseau = Réseau
filter-label = Label
filter-dispositif = Programme
filter-itinerance = Sur place ou en tournée

spot-commune = commune
spot-quartier = quartier
spot-epci = intercommunalité
spot-departement = département
spot-region = région
spot-named = lieu connu

map-title = { $n ->
    [one] Carte de { $n } lieu
   *[other] Carte de { $n } lieux
}
map-desc = { $n ->
    [0] Les numéros sont ceux de la liste.
    [one] Les numéros sont ceux de la liste. { $n } lieu n'a pas de position connue.
   *[other] Les numéros sont ceux de la liste. { $n } lieux n'ont pas de position connue.
}
map-you = Vous êtes ici
map-open = ouvert
map-closed = fermé
map-unknown = horaires inconnus
map-moving = Carte des lieux ; la même liste est écrite dessous
