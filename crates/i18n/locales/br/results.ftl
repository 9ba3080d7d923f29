# Brouillon : à relire par une personne de langue bretonne.

results-place = Pelec'h ?
results-need = Ezhomm
results-any-need = An holl ezhommoù
results-when = Pegoulz ?
results-any-time = N'eus forzh
results-count = { $n ->
    [one] { $n } lec'h a c'hall ho skoazellañ
   *[other] { $n } lec'h a c'hall ho skoazellañ
}
results-none = Lec'h ebet o respont d'ar c'hlask-mañ
results-open = { $n ->
    [one] { $n } lec'h digor { $when }
   *[other] { $n } lec'h digor { $when }
}
results-none-open = Lec'h anavezet ebet digor { $when }
results-open-and-call = { $open }, { $n } da bellgomz
results-not-found-title = N'eo ket bet kavet al lec'h
results-around = Tro-dro da { $place }, ar re dalvoudusañ da gentañ
results-around-fallback = N'eo ket bet kavet ar straed : tro-dro da { $place }, ar re dalvoudusañ da gentañ
results-around-you = Tro-dro deoc'h, ar re dalvoudusañ da gentañ
results-ask-place = Lavarit pelec'h emaoc'h : al lec'hioù tostañ a zeuio da gentañ.
results-understood = Komprenet en ho frazenn :
results-filters = Siloù :
results-filter = Silañ
results-apply = Lakaat da dalvezout
results-map = Gwelet ar gartenn
results-no-map = Serriñ ar gartenn
results-print = Moullañ ar roll
results-send = Kas ar roll
results-next = Lec'hioù da-heul
results-unknown-title = Eurioù dianav, pellgomzit
results-unknown-more = { $n ->
    [one] Ha { $n } lec'h all gant eurioù dianav.
   *[other] Ha { $n } lec'h all gant eurioù dianav.
}
results-elsewhere = Ar re dostañ, d'ur c'houlz all pe pelloc'h
results-ways-on = Klaskit :
results-any-moment = n'eus forzh pegoulz
results-farther = betek 100 km
results-without-filters = hep an dezverkoù all
results-day = Ur mare all
results-date = Deiz
results-part = Lodenn eus an deiz
part-all = an deiz a-bezh
part-matin = mintin, 8e – 12e
part-apres-midi = goude kreisteiz, 12e – 18e
part-soir = noz, 18e – 22e
results-order = Roll
results-radius = Hed, e kilometroù
results-sort = Urzh
sort-utilite = ar re dalvoudusañ da gentañ
sort-distance = ar re dostañ da gentañ
sort-nom = dre anv
sort-fraicheur = ar re nevesañ da gentañ
results-reason-session = Unan bennak a skoazell amañ evit an ezhomm-se
results-reason = { $reason } ({ $points })
card-way = Mont di
card-sheet = Fichenn da reiñ
chip-remove = Lemel : { $label }
chip-text = « { $text } »
chip-polygon = Takad treset

filter-frais = Priz
filter-public = Evit piv
filter-prise_en_charge = Degemer azasaet
filter-acces = Penaos dont
filter-accompagnement = Doare ar skoazell
filter-reseau = Rouedad
filter-label = Label
filter-dispositif = Programm
filter-itinerance = War al lec'h pe o treiñ

spot-commune = kumun
spot-quartier = karter
spot-epci = etrekumuniezh
spot-departement = departamant
spot-region = rannvro
spot-named = lec'h anavezet

map-title = { $n ->
    [one] Kartenn { $n } lec'h
   *[other] Kartenn { $n } lec'h
}
map-desc = { $n ->
    [0] Niverennoù ar roll eo ar re-mañ.
    [one] Niverennoù ar roll eo ar re-mañ. N'eo ket anavezet lec'hiadur { $n } lec'h.
   *[other] Niverennoù ar roll eo ar re-mañ. N'eo ket anavezet lec'hiadur { $n } lec'h.
}
map-you = Amañ emaoc'h
map-open = digor
map-closed = serr
map-unknown = eurioù dianav
map-moving = Kartenn al lec'hioù ; emañ ar memes roll skrivet dindan
