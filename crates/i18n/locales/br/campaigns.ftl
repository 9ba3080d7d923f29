# Brouillon : à relire par une personne de langue bretonne.
# Campaigns: asking the people of places whether what is known of them is still right, and the pages where they answer.

## The desk

campaigns-title = Koulzadoù
campaigns-lead = Goulennit gant al lec'hioù ha reizh eo c'hoazh ar pezh a zo skrivet diwar o fenn. Ur gemennadenn hepken a resev pep frammadur, ha respont a ra gant ur c'hlik, hep kont.
campaigns-none = Koulzad ebet evit poent.
campaign-name = Anv
campaign-where = Pelec'h
campaign-answers = Respontoù
campaign-when = Pegoulz
campaign-answered-of = { $answered } diwar { $asked }
campaign-runs-until = War ober, betek an { $date }
campaign-over-since = Echu abaoe an { $date }
campaign-closed-on = Paouezet d'an { $date }
campaign-begun-on = Kroget d'an { $date }
campaign-silent-title = Na respontont morse
campaign-silent-lead = Meur a gemennadenn a zo chomet hep respont. Gwelloc'h e vo pellgomz pe mont di eget kas ur gemennadenn ouzhpenn.
campaign-let-pass = { $n ->
    [one] { $n } koulzad hep respont
   *[other] { $n } koulzad hep respont
}
campaign-new-title = Koulzad nevez
campaign-new-lead = Dibabit lec'hioù, sellit ouzh piv e vefe goulennet, ha kasit goude. Netra n'a kuit a-raok ar bouton diwezhañ.
campaign-yours = Ho tiriadoù ha frammadurioù
campaign-which = Peseurt lec'hioù ?
campaign-where-hint = Ur gumun, un etrekumuniezh, un departamant, ur rannvro. Laoskit goullo evit kement a zo dindanoc'h.
campaign-doubt = Ar pezh a ouzer diwar o fenn
campaign-doubt-non-confirmes = Lec'hioù n'int ket bet kadarnaet abaoe pell
campaign-doubt-a-verifier = Al lec'hioù da wiriañ hepken
campaign-doubt-tous = An holl lec'hioù
campaign-network = Rouedad
campaign-network-all = An holl rouedadoù
campaign-network-unknown = Dianav eo ar rouedad-mañ. Dibabit unan er roll.
campaign-months = Hep keloù eus al lec'h abaoe, e mizioù
campaign-months-hint = Da skouer 6. Laoskit goullo evit na deurel kont outañ.
campaign-months-wrong = Skrivit un niver a vizioù etre 1 ha 120, pe laoskit goullo.
campaign-months-chosen = { $n ->
    [one] Hep keloù eus al lec'h abaoe { $n } miz
   *[other] Hep keloù eus al lec'h abaoe { $n } miz
}
campaign-how = Penaos ?
campaign-name-hint = Evit en em gavout : ne weler ket anezhañ el lec'hioù.
campaign-name-usual = Gwiriadenn an { $date }
campaign-name-missing = Roit un anv d'ar c'houlzad.
campaign-last-day = Deiz diwezhañ evit respont
campaign-last-day-hint = Laoskit goullo evit { $n } deiz. C'hwec'h miz d'ar muiañ.
campaign-last-day-wrong = Dibabit un deiz adalek warc'hoazh, a-benn c'hwec'h miz d'ar muiañ.
campaign-reminders = Adc'halvoù
campaign-reminders-hint = Deizioù goude ar gemennadenn gentañ, da skouer « 7, 14 ». Tri d'ar muiañ. Ar re n'o deus ket respontet hepken a vo adc'halvet.
campaign-reminders-wrong = Skrivit tri niver a zeizioù d'ar muiañ, da skouer « 7, 14 », pe laoskit goullo.
campaign-reminders-chosen = Adc'halvoù goude { $days } deiz
campaign-preview = Gwelet piv a vefe goulennet gantañ
campaign-would-mails = { $n ->
    [0] Ne vefe goulennet gant den ebet
    [one] { $n } gemennadenn a vefe kaset
   *[other] { $n } kemennadenn a vefe kaset
}
campaign-would-places = { $n ->
    [one] { $n } lec'h a vefe gwiriet
   *[other] { $n } lec'h a vefe gwiriet
}
campaign-would-texts = { $n ->
    [one] { $n } anezho dre SMS : un niverenn hezoug, ha chomlec'h ebet
   *[other] { $n } anezho dre SMS : un niverenn hezoug, ha chomlec'h ebet
}
campaign-reach-text = dre SMS
campaign-would-lately = { $n ->
    [one] Lezet eo { $n } lec'h a-gostez : goulennet eo bet nebeutoc'h eget 30 deiz zo, pe ur c'houlzad all a zo war ober
   *[other] Lezet eo { $n } lec'h a-gostez : goulennet eo bet nebeutoc'h eget 30 deiz zo, pe ur c'houlzad all a zo war ober
}
campaign-would-no-address = { $n ->
    [one] { $n } frammadur pe lec'h n'en deus chomlec'h postel ebet : pellgomzit
   *[other] { $n } frammadur pe lec'h n'o deus chomlec'h postel ebet : pellgomzit
}
campaign-would-refused = { $n ->
    [one] { $n } chomlec'h ne fell ket dezhañ resev ken
   *[other] { $n } chomlec'h ne fell ket dezho resev ken
}
campaign-would-bouncing = { $n ->
    [one] { $n } chomlec'h ne resev netra : da reizhañ eo
   *[other] { $n } chomlec'h ne resevont netra : da reizhañ int
}
campaign-would-end = Gortozet e vo ar respontoù betek an { $date }
campaign-nobody = N'eus den ebet da c'houlenn gantañ gant an dibaboù-se. N'eus bet kaset netra.
campaign-send = Kas
campaign-more = { $n ->
    [one] Hag { $n } all.
   *[other] Ha { $n } all.
}
campaign-who = Gant piv e vez goulennet
campaign-who-name = Frammadur pe chomlec'h
campaign-who-places = Lec'hioù
campaign-who-reach = Penaos
campaign-who-state = Stad
campaign-places = { $n ->
    [one] { $n } lec'h
   *[other] { $n } lec'h
}
campaign-places-answered = { $answered } diwar { $all }
campaign-reach-mail = gant ur gemennadenn
campaign-state-waiting = O c'hortoz
campaign-state-answered = Respontet en deus
campaign-state-refused = Ne fell ket dezhañ resev kemennadennoù ken
campaign-state-bounced = Chomlec'h da reizhañ
campaign-state-no-address = Chomlec'h postel ebet
campaign-reminded = { $n ->
    [0] hini ebet
   *[other] { $n }
}
campaign-figures = Pelec'h emañ kont ?
campaign-figure-asked = { $n ->
    [one] Goulennet gant { $n } frammadur pe chomlec'h
   *[other] Goulennet gant { $n } frammadur pe chomlec'h
}
campaign-figure-answered = { $n ->
    [one] { $n } en deus respontet evit e holl lec'hioù
   *[other] { $n } o deus respontet evit o holl lec'hioù
}
campaign-figure-places = { $n ->
    [one] { $n } lec'h da wiriañ
   *[other] { $n } lec'h da wiriañ
}
campaign-figure-right = { $n ->
    [one] { $n } lec'h kadarnaet
   *[other] { $n } lec'h kadarnaet
}
campaign-figure-corrected = { $n ->
    [one] { $n } lec'h reizhet
   *[other] { $n } lec'h reizhet
}
campaign-figure-gone = { $n ->
    [one] { $n } lec'h n'eus ket anezhañ ken : e-touez ar c'hinnigoù da sellet outo emañ ar respont
   *[other] { $n } lec'h n'eus ket anezho ken : e-touez ar c'hinnigoù da sellet outo emañ ar respontoù
}
campaign-figure-bounced = { $n ->
    [one] { $n } chomlec'h da reizhañ
   *[other] { $n } chomlec'h da reizhañ
}
campaign-figure-refused = { $n ->
    [one] { $n } ne fell ket dezhañ resev kemennadennoù ken
   *[other] { $n } ne fell ket dezho resev kemennadennoù ken
}
campaign-figure-no-address = { $n ->
    [one] { $n } hep chomlec'h postel
   *[other] { $n } hep chomlec'h postel
}
campaign-by-hand = Da vezañ tizhet en un doare all
campaign-by-hand-lead = Kemennadenn ebet ne c'hall o zizhout. Pellgomzit, pe reizhit ar chomlec'h war bajenn al lec'h.
campaign-end = Paouez gant ar c'houlzad
campaign-end-hint = Adc'halv ebet ne vo kaset ken. Al liammoù resevet dija a vo mat betek an deiziad embannet.
note-campaign-sent = Lañset eo ar c'houlzad. Kaset e vez ar c'hemennadennoù.
note-campaign-sent-before = Lañset e oa ar c'houlzad-mañ dija : netra n'eo bet kaset div wech.
note-campaign-closed = Paouezet eo ar c'houlzad.
mail-error-demonstration = un diskouezadenn eo : netra ne vez kaset d'al lec'hioù

## The page of the link

confirm-title = Ha deskrivet mat eo ho lec'hioù ?
confirm-lead = Setu ar pezh a lenn an dud diwar-benn { $name }. Lavarit deomp ha reizh eo c'hoazh, pe reizhit. N'hoc'h eus ket ezhomm a gont.
confirm-all-answered = Trugarez : respontet hoc'h eus evit { $name }. N'eus netra d'ober ken.
confirm-nothing-left = Trugarez. Ne weler ket lec'hioù { $name } amañ ken : n'eus netra da wiriañ ken.
confirm-until = Mat eo al liamm-mañ betek an { $date }.
confirm-all = { $n ->
    [one] Reizh eo pep tra evit va lec'h
   *[other] Reizh eo pep tra evit va { $n } lec'h
}
confirm-right = Reizh eo pep tra
confirm-correct = Reizhañ
confirm-gone-ask = N'eus ket eus al lec'h-mañ ken ?
confirm-gone-hint = Unan eus an tiriad a wirio a-raok tennañ al lec'h.
confirm-gone = N'eus ket eus al lec'h-mañ ken
confirm-gone-words = An den a resev kemennadennoù al lec'h-mañ a lavar n'eus ket anezhañ ken (koulzad « { $name } »).
confirm-answered = Respontet dija, trugarez
confirm-said-right = lavaret hoc'h eus « reizh eo pep tra » d'an { $date }
confirm-said-corrected = reizhet hoc'h eus anezhañ d'an { $date }
confirm-said-gone = lavaret hoc'h eus n'eus ket anezhañ ken d'an { $date }
confirm-address = Chomlec'h
confirm-hours = Eurioù digor
confirm-contact = Darempred
confirm-services = Ar pezh a gaver eno
confirm-sessions = Digoradurioù
confirm-not-given = N'eus roet netra
note-confirm-right = Trugarez ! Notet eo, hag an holl a wel anezhañ dija.
note-confirm-all-right = Trugarez ! Notet eo evit hoc'h holl lec'hioù, hag an holl a wel anezhañ dija.
note-confirm-corrected = Trugarez ! Hizivaet eo pajenn al lec'h.
note-confirm-gone = Trugarez ! Unan eus an tiriad a wirio.
note-confirm-before = Respontet ho poa dija, trugarez. N'eus cheñchet netra.
note-confirm-refused = Notet eo : ne resevot ket ar goulennoù-se ken.
correct-title = Reizhañ al lec'h-mañ
correct-lead = Cheñchit ar pezh a zo faos ha laoskit ar peurrest : ar pezh a laoskit a vo notet evel reizh. Evit tennañ un dra, pe evit un dra all, skrivit anezhañ en traoñ.
correct-words = Un dra all da lavaret ?
correct-send = Enrollañ
correct-nothing = N'hoc'h eus cheñchet netra. Mard eo reizh pep tra, distroit ha dibabit « Reizh eo pep tra ».
correct-changed = Unan all a zo o paouez cheñch al lec'h-mañ. Lennit ar maeziennoù en-dro, hag enrollit adarre.

## The command line

cli-bounce-kept = { $n ->
    [one] { $n } chomlec'h ne resev netra : ne skrivo ket ar c'houlzadoù dezhañ ken.
   *[other] { $n } chomlec'h ne resevont netra : ne skrivo ket ar c'houlzadoù dezho ken.
}
cli-bounce-nothing = Ne lavar ar gemennadenn-mañ netra diwar-benn chomlec'h ur c'houlzad : lezet eo a-gostez.

## Short messages

text-campaign-digest = { $n ->
    [one] { $organisation } : deskrivet mat eo ho lec'h bepred ? Respontit gant ur c'hlik : { $link }
   *[other] { $organisation } : deskrivet mat eo ho { $n } lec'h bepred ? Respontit gant ur c'hlik : { $link }
}
text-campaign-reminder = { $n ->
    [one] Adc'halv. { $organisation } : deskrivet mat eo ho lec'h bepred ? Respontit gant ur c'hlik : { $link }
   *[other] Adc'halv. { $organisation } : deskrivet mat eo ho { $n } lec'h bepred ? Respontit gant ur c'hlik : { $link }
}
mail-error-no-gateway = servij SMS ebet n'eo reizhet
cli-sms-url = Ne zere ket chomlec'h ar servij SMS : http://… pe https://…, hep anv na ger-tremen.
