# Brouillon : à relire par une personne de langue bretonne.

place-call = Pellgomz da { $phone }
place-book = Kemer un emgav
place-sheet = Fichenn da voullañ
place-sessions = Pegoulz e vezit skoazellet
place-no-sessions = N'eo ket bet roet an deizioù ma vez unan bennak ouzh ho skoazellañ. Pellgomzit a-raok dont.
place-session = Abadenn
place-now = Bremañ, betek { $time }
place-next = Ar wech kentañ : { $moment }
session-phone = dre bellgomz
session-roving = o treiñ
session-walk-in = hep emgav
session-appointment = gant emgav
session-seats = { $n ->
    [one] { $n } plas
   *[other] { $n } plas
}
place-services = Ar pezh a gavit eno
place-fees = Priz
place-access = Penaos dont
place-support = Doare ar skoazell
place-publics = Evit piv
place-everybody = an holl
place-care = Degemer azasaet
place-mobility = War al lec'h pe o treiñ
place-programmes = Programmoù
place-labels = Stummadurioù ha labeloù
place-parent = Aozadur
place-hours = Eurioù al lec'h
place-this-week = Ar sizhun-mañ
place-today = (hiziv)
place-holiday = { $hours } (deiz-gouel)
place-maybe = { $hours } (da gadarnaat)
place-hours-vary = Cheñch a ra an eurioù-mañ e-pad ar bloaz : ar re-mañ zo evit ar sizhun-mañ.
place-no-hours = N'eo ket bet roet an eurioù : pellgomzit a-raok dont.
place-way = hent
place-map-title = Kartenn : { $name }
place-accessibility = Haezadusted evit an dud nammet : fichenn Acceslibre
place-contact = Darempred
place-networks = Rouedadoù
place-address = Chomlec'h :
place-source = A-belec'h e teu ar fichenn-mañ
place-json = ar memes roadennoù evit ar programmoù
place-wrong = Ur fazi ?
place-tell = Kelaouit ar skipailh
gone-text = N'eo ket roet ken al lec'h-mañ gant e vammenn abaoe an { $date }.
gone-what-to-do = Serret pe dilojet eo marteze. Pellgomzit a-raok dont, pe klaskit ul lec'h all tost.
gone-around = Kavout ul lec'h all er memes kumun
