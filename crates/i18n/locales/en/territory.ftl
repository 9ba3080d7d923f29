# One territory.

territory-about = Places that help with digital things: { $name }.
territory-kind-pays = country
territory-kind-region = region
territory-kind-departement = département
territory-kind-epci = group of towns
territory-kind-commune = town
territory-kind-iris = statistical block (IRIS)
territory-kind-qpv = priority neighbourhood
territory-kind-quartier = neighbourhood
territory-places = { $n ->
    [one] place of help
   *[other] places of help
}
territory-open-now = open now
territory-population = inhabitants
territory-communes = towns
territory-figures-source = Places: this directory, version { $revision }, on { $date }.
territory-population-source = Inhabitants: Insee, official geographic code of 2026.
territory-list = Where to find help
territory-empty = No known place here. Search around: the nearest help may be in the next town.
territory-all = { $n ->
    [one] See this place and its hours
   *[other] Search among the { $n } places
}
territory-services = What is found here
territory-networks = Networks
territory-take = To take away
territory-poster = Poster of the week
territory-csv = List as CSV, national schema
territory-geojson = List as GeoJSON, for a map
territory-below = Areas inside
