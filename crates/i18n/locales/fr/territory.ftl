# One territory.

territory-about = Les lieux qui aident avec le numérique : { $name }.
territory-kind-pays = pays
territory-kind-region = région
territory-kind-departement = département
territory-kind-epci = intercommunalité
territory-kind-commune = commune
territory-kind-iris = bloc statistique (IRIS)
territory-kind-qpv = quartier prioritaire
territory-kind-quartier = quartier
territory-places = { $n ->
    [one] lieu d'aide
   *[other] lieux d'aide
}
territory-open-now = ouverts maintenant
territory-population = habitants
territory-communes = communes
territory-figures-source = Lieux : cet annuaire, version { $revision }, le { $date }.
territory-population-source = Habitants : Insee, code officiel géographique de 2026.
territory-list = Où trouver de l'aide
territory-empty = Aucun lieu connu ici. Cherchez autour : l'aide la plus proche est peut-être dans une commune voisine.
territory-all = { $n ->
    [one] Voir ce lieu et ses horaires
   *[other] Chercher parmi les { $n } lieux
}
territory-services = Ce que l'on y trouve
territory-networks = Réseaux
territory-take = À emporter
territory-poster = Affiche de la semaine
territory-csv = Liste en CSV, schéma national
territory-geojson = Liste en GeoJSON, pour une carte
territory-below = Territoires à l'intérieur
