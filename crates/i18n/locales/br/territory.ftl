# Brouillon : à relire par une personne de langue bretonne.

territory-about = Al lec'hioù a skoazell gant an niverel : { $name }.
territory-kind-pays = bro
territory-kind-region = rannvro
territory-kind-departement = departamant
territory-kind-epci = etrekumuniezh
territory-kind-commune = kumun
territory-kind-iris = bloc'h stadegel (IRIS)
territory-kind-qpv = karter da gentañ
territory-kind-quartier = karter
territory-places = { $n ->
    [one] lec'h skoazell
   *[other] lec'h skoazell
}
territory-open-now = digor bremañ
territory-population = annezad
territory-communes = kumunioù
territory-figures-source = Lec'hioù : ar roll-mañ, stumm { $revision }, d'an { $date }.
territory-population-source = Annezad : Insee, kod ofisiel douaroniel 2026.
territory-list = Pelec'h kavout skoazell
territory-empty = Lec'h anavezet ebet amañ. Klaskit tro-dro : marteze emañ ar skoazell dostañ er gumun nesañ.
territory-all = { $n ->
    [one] Gwelet al lec'h-mañ hag e eurioù
   *[other] Klask e-touez an { $n } lec'h
}
territory-services = Ar pezh a gaver amañ
territory-networks = Rouedadoù
territory-take = Da gas ganeoc'h
territory-poster = Skritell ar sizhun
territory-csv = Roll e CSV, patrom broadel
territory-geojson = Roll e GeoJSON, evit ur gartenn
territory-below = Tiriadoù e-barzh
