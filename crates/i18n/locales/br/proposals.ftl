# Brouillon : à relire par une personne de langue bretonne.
# What anybody proposes without an account, what becomes of it, and how it is examined.

nav-propose = Kinnig ul lec'h
place-missing = Ul lec'h a vank ?
gone-still-there = Amañ eo al lec'h c'hoazh ?
gone-closed-text = Lavaret ez eus bet deomp eo serret al lec'h-mañ. Gwiriet hon eus d'an { $date }.

## The two forms

proposal-report-title = Kemenn ur fazi
proposal-report-lead = Lavarit deomp petra n'eo ket mat. Unan eus an tiriad a wirio. N'hoc'h eus ket ezhomm a gont.
proposal-missing-title = Kinnig ul lec'h
proposal-missing-lead = Anavezout a rit ul lec'h a sikour gant an niverel ha n'emañ ket amañ ? Lavarit deomp. Unan eus an tiriad a wirio a-raok embann.
proposal-trap = Na leugnit ket al logell-mañ : laoskit anezhi goullo.
proposal-wrong = Petra zo faos ?
proposal-wrong-ferme = Serret eo al lec'h da viken
proposal-wrong-horaires = An eurioù digor
proposal-wrong-contact = Ar pellgomz, ar postel pe al lec'hienn
proposal-wrong-adresse = Ar chomlec'h
proposal-wrong-services = Ar pezh a gaver eno
proposal-wrong-autre = Un dra all
proposal-wrong-missing = Askit ul logell da nebeutañ, pe skrivit petra n'eo ket mat.
proposal-words = Displegit, mar karit
proposal-words-hint = 1 000 arouezenn d'ar muiañ. Na skrivit netra diwar-benn un den.
proposal-words-missing = Skrivit un nebeud gerioù.
proposal-words-too-long = Re hir eo an destenn : 1 000 arouezenn d'ar muiañ.
proposal-right = Ar pezh a zo gwir, ma ouzit
proposal-right-hint = Leugnit hepken ar pezh a ouzit.
proposal-name = Anv al lec'h
proposal-name-hint = Evel m'eo skrivet war an nor.
proposal-name-missing = Skrivit anv al lec'h.
proposal-hours = Eurioù digor
proposal-hours-hint = E galleg, pe evel Mo-Fr 09:00-12:00.
proposal-phone = Pellgomz al lec'h
proposal-phone-wrong = Skrivit un niverenn klok, da skouer 02 99 00 00 00.
proposal-email = Postel al lec'h
proposal-email-wrong = Skrivit ur chomlec'h klok, da skouer accueil@exemple.fr.
proposal-website = Lec'hienn al lec'h
proposal-website-wrong = Skrivit ur chomlec'h klok, da skouer https://www.exemple.fr.
proposal-street = Niverenn ha straed
proposal-street-hint = Da skouer : 12 rue de Nantes.
proposal-postcode = Kod-post
proposal-postcode-wrong = Pemp sifr a zo en ur c'hod-post.
proposal-commune = Kumun
proposal-commune-missing = Skrivit anv ar gumun.
proposal-commune-unknown = Ne gavomp ket ar gumun-mañ. Gwiriit hec'h anv hag ar c'hod-post.
proposal-services = Ar pezh a gaver eno
proposal-services-right = Lavarout petra a gaver eno
proposal-more = Un dra all da c'houzout
proposal-tie = Piv oc'h
proposal-tie-usager = Unan a anavez al lec'h
proposal-tie-equipe = Unan a labour eno
proposal-tie-partenaire = Un ti-kêr, ur rouedad, ur c'heveler
proposal-you = Evit respont deoc'h
proposal-contact = Ho postel (diret)
proposal-contact-hint = Evit gouzout petra a c'hoarvezo gant ho kemennadenn. Kas a raimp ul liamm deoc'h : digorit anezhañ evit ma vo lennet. Diverket e vez ar chomlec'h 30 devezh goude ar respont.
proposal-send = Kas
proposal-too-long = Re hir eo an destenn-mañ.
proposal-too-many = Kalz kemennadennoù hon eus bet hiziv. Miret eo ar pezh hoc'h eus skrivet war ar bajenn-mañ : kasit anezhañ warc'hoazh.
proposal-faults = { $n ->
    [one] Ur respont a zo da reizhañ. N'eus bet kaset netra, ha miret eo ar pezh hoc'h eus skrivet.
   *[other] { $n } respont a zo da reizhañ. N'eus bet kaset netra, ha miret eo ar pezh hoc'h eus skrivet.
}

## Once sent

proposal-thanks-title = Trugarez
proposal-thanks-text = Degouezhet eo ho kemennadenn.
proposal-mailed-title = Sellit ouzh ho posteloù
proposal-mailed-text = Kaset hon eus ul liamm deoc'h. Digorit anezhañ a-benn 7 devezh : lennet e vo ho kemennadenn goude.
proposal-follow-title = Ho kemennadenn
proposal-about-place = Diwar-benn : { $name }
proposal-about-missing = Ul lec'h da ouzhpennañ : { $name }
proposal-told-a-prouver = Ur bazenn c'hoazh : kadarnait eo deoc'h ar chomlec'h-mañ.
proposal-told-en-attente = Degouezhet eo ho kemennadenn. Unan eus an tiriad a lenno anezhi.
proposal-told-question = Ur goulenn hon eus evidoc'h.
proposal-told-repondue = Trugarez evit ho respont. Unan eus an tiriad a lenno anezhañ.
proposal-told-a-publier = Trugarez : embannet e vo al lec'h a-benn nebeut.
proposal-told-acceptee = Trugarez : graet eo, hizivaet eo ar fichenn.
proposal-told-acceptee-partie = Trugarez : lod eus ar pezh a ginnigit a zo war ar fichenn.
proposal-told-connue = Trugarez : anavezet e oa al lec'h-mañ dija.
proposal-refused-inexact = Gwiriet hon eus : n'eo ket gwir. Ne cheñch netra.
proposal-refused-inverifiable = N'hon eus ket gallet gwiriañ. Ne cheñch netra.
proposal-refused-hors-sujet = Ne sikour ket al lec'h-mañ gant an niverel : n'eo ket embannet.
proposal-refused-ailleurs = N'emañ ket al lec'h-mañ en tiriad : n'eo ket embannet.
proposal-refused-deplace = Komz a ra ar gemennadenn-mañ eus un den, pe gloazañ a ra : n'eo ket miret.
proposal-step-a-prouver = degemeret, da gadarnaat
proposal-step-en-attente = degouezhet
proposal-step-question = goulenn savet
proposal-step-repondue = respont roet
proposal-step-a-publier = asantet, embannet a-benn nebeut
proposal-step-acceptee = asantet
proposal-step-refusee = n'eo ket miret
proposal-step-connue = lec'h anavezet dija
proposal-prove = Din-me eo ar chomlec'h-mañ
proposal-question = Goulenn
proposal-answer = Ho respont
proposal-steps = Pazennoù
proposal-keep-this = Mirit chomlec'h ar bajenn-mañ : n'eus doare all ebet da c'houzout petra a c'hoarvez gant ho kemennadenn.

## The queue

proposals-title = Kinnigoù
proposals-lead = Ar pezh a gemenn pe a ginnig an dud, hag a c'hortoz ur respont.
proposals-total = { $n ->
    [0] Kinnig ebet
    [one] { $n } c'hinnig
   *[other] { $n } kinnig
}
proposals-waiting = { $n ->
    [0] Hini ebet ne c'hortoz respont.
    [one] { $n } a c'hortoz ur respont.
   *[other] { $n } a c'hortoz ur respont.
}
proposals-oldest = { $n ->
    [0] Hiziv eo degouezhet an hini koshañ.
    [one] An hini koshañ a c'hortoz abaoe { $n } devezh.
   *[other] An hini koshañ a c'hortoz abaoe { $n } devezh.
}
proposals-median = { $n ->
    [0] Unan diwar daou a gav respont en devezh.
    [one] Unan diwar daou a gav respont e { $n } devezh d'ar muiañ.
   *[other] Unan diwar daou a gav respont e { $n } devezh d'ar muiañ.
}
proposals-open = Da deuler evezh outo
proposals-everything = Ivez ar re a c'hortoz ul live all
proposals-what = Danvez
proposal-kind-place = Fazi kemennet
proposal-kind-missing = Lec'h kinniget
proposal-state-a-prouver = Chomlec'h da gadarnaat
proposal-state-en-attente = O c'hortoz
proposal-state-question = Goulenn savet
proposal-state-repondue = Respont degemeret
proposal-state-a-publier = Da embann
proposal-state-acceptee = Asantet
proposal-state-refusee = Nac'het
proposal-state-connue = Lec'h anavezet dija

## One proposal

proposal-by-you = c'hwi
proposal-own-work = C'hwi hoc'h eus kinniget al lec'h-mañ : unan all a rank e embann.
proposal-signed = { $by }, d'an { $date }
proposal-came = Degouezhet d'an { $date }
proposal-has-contact = Gallout a reer goulenn digant an den dre bostel.
proposal-no-contact = N'en deus ket lezet an den a bostel.
proposal-answer-given = Respont
proposal-reason = Abeg
proposal-reason-inexact = Gwiriet : n'eo ket gwir
proposal-reason-inverifiable = Ne c'haller ket gwiriañ
proposal-reason-hors-sujet = Ne sikour ket gant an niverel
proposal-reason-ailleurs = Er-maez eus an tiriad
proposal-reason-deplace = Diwar-benn un den, pe gloazus
proposal-reason-missing = Dibabit un abeg.
proposal-nothing-ticked = Askit ar pezh a asantit. Ma n'asantit netra, nac'hit gant un abeg.
proposal-place-changed = Cheñchet eo bet ar fichenn etretant, sellit adarre.
proposal-place-missing = Dibabit al lec'h anavezet dija.
proposal-choose = Dibabit
proposal-found-adresse-porte = Kavet gant an niverenn, er gumun.
proposal-found-adresse-rue = Kavet eo ar straed er gumun, n'eo ket an niverenn.
proposal-found-adresse-dehors = Kavet er-maez eus bevennoù ar gumun.
proposal-found-adresse-inconnue = Chomlec'h dianav : da wiriañ war ur gartenn.
proposal-found-services-oui = Servijoù a zo roet.
proposal-found-services-non = Servij ebet n'eo roet.
proposal-found-horaires-oui = Lennet eo an eurioù.
proposal-found-horaires-non = Eur ebet a c'hallfe ar programm lenn.
proposal-found-contact-oui = Un darempred a zo roet : galvit.
proposal-found-contact-non = Darempred ebet n'eo roet.
proposal-found-doublons = { $n ->
    [0] Ne gav ket ar programm a lec'h heñvel.
    [one] Kavout a ra ar programm { $n } lec'h heñvel.
   *[other] Kavout a ra ar programm { $n } lec'h heñvel.
}
proposal-check-adresse = En tiriad emañ ar chomlec'h
proposal-check-services = Deskrivet eo ar servijoù
proposal-check-horaires = Anavezet eo an eurioù
proposal-check-contact = Respont a ra unan bennak eno
proposal-check-doublons = Klasket eo bet al lec'h e-touez ar re anavezet
proposal-see-place = gwelet ar fichenn
proposal-see-this = Gwelet fichenn { $name }
proposal-said = E gerioù
proposal-assigned = Gant : { $by }
proposal-take = Me a ra war-dro
proposal-give-back = Ne ran ket war-dro ken
proposal-fields = Anavezet ha kinniget
proposal-no-field = Talvoud ebet n'eo kinniget.
proposal-known = Ar pezh a anavezer
proposal-proposed = Ar pezh a zo kinniget
proposal-accept-closed = Serret eo al lec'h : arabat e ziskouez ken
proposal-motive = Abegoù
proposal-motive-hint = Lennet e vo gant an den en deus kinniget.
proposal-accept = Asantiñ ar pezh a zo asket
proposal-likely = Hag anavezet eo al lec'h dija ?
proposal-is-this = Al lec'h-mañ eo
proposal-list = Roll da wiriañ
proposal-list-first = A-raok embann, gwiriit ar roll a-bezh hag enrollit anezhañ.
proposal-publish = Embann al lec'h-mañ
proposal-day = Devezh embann
proposal-day-hint = Goullo : diouzhtu.
proposal-day-wrong = Skrivit un deiziad evel 2026-12-31.
proposal-day-too-far = Dibabit un deiz er bloaz a zeu.
proposal-networks = Rouedadoù a zo al lec'h o vont enno
proposal-ask = Goulenn muioc'h
proposal-ask-label = Ho koulenn
proposal-refuse = Nac'hañ
proposal-comments = Notennoù diabarzh
proposal-comment = Ouzhpennañ un notenn, lennet hepken gant ar re a studi

note-proposal-taken = Notet eo : c'hwi a ra war-dro.
note-proposal-given-back = Notet eo : ne rit ket war-dro ken.
note-proposal-commented = Enrollet eo an notenn.
note-proposal-asked = Kaset eo ar goulenn.
note-proposal-checked = Enrollet eo ar roll.
note-proposal-refused = Nac'het eo ar c'hinnig.
note-proposal-accepted = Asantet eo ar c'hinnig : hizivaet eo ar fichenn.
note-proposal-merged = Notet eo : anavezet e oa al lec'h dija.
note-proposal-published = Embannet eo al lec'h.
note-proposal-agreed = Notet eo : embannet e vo al lec'h d'an devezh dibabet.
