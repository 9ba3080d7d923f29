## Bodies, for everybody

bodies-title = Renerezhioù
bodies-about = Piv a ziviz asambles war an enframmañ niverel, tiriad dre diriad.
bodies-lead = Ur renerezh a vod ar frammoù a ziviz asambles war an enframmañ niverel en un tiriad.
bodies-where = Tiriad
bodies-where-hint = Un anv pe ur c'hod. Da skouer : Rennes Métropole, 35238, Ille-et-Vilaine.
bodies-where-wrong = « { $text } » n'eo ket anavezet, pe a zo anv meur a diriad. Skrivit un anv klok pe ur c'hod.
bodies-find = Gwelet ar renerezhioù
bodies-total = { $n ->
    [0] N'eus renerezh ebet anavezet amañ.
    [one] Ur renerezh zo anavezet amañ.
   *[other] { $n } renerezh zo anavezet amañ.
}
bodies-more = { $n ->
    [one] Unan all n'emañ ket diskouezet : roit anv un tiriad.
   *[other] { $n } all n'int ket diskouezet : roit anv un tiriad.
}
bodies-level-pays = Frañs
bodies-level-region = Rannvroioù
bodies-level-departement = Departamantoù
bodies-level-epci = Etrekumuniezhioù
bodies-level-commune = Kumunioù
bodies-level-quartier = Karterioù
bodies-level-dispositif = Programmoù ha rouedadoù
bodies-level-grappe = Strolladoù lec'hioù
bodies-one-about = { $name } : piv a respont, piv a gemer perzh, petra zo rakwelet.
bodies-on = Evel ma oa d'an { $date }.
bodies-over = Echu eo ar renerezh-mañ.
bodies-over-short = echu
bodies-seat = Tiriad pe brogramm
bodies-period = Padelezh
bodies-since = abaoe an { $date }
bodies-until = betek an { $date }
bodies-from-to = eus an { $from } betek an { $to }
bodies-run-by = Buhezekaet gant
bodies-covers = Kumunioù e-kont
bodies-communes = { $n ->
    [0] Kumun glok ebet
    [one] Ur gumun
   *[other] { $n } kumun
}
bodies-communes-more = { $n ->
    [one] hag ur gumun all
   *[other] ha { $n } kumun all
}
bodies-contacts = Da biv skrivañ
bodies-members = Izili
bodies-members-total = { $n ->
    [0] Ezel ebet evit poent.
    [one] Un ezel.
   *[other] { $n } ezel.
}
bodies-member = Framm
bodies-roles = Rolloù
bodies-member-from = Ezel abaoe an
bodies-role-none = Ezel
bodies-role-coporteur = Kenrener
bodies-role-cofinanceur = Kenarc'hanter
bodies-role-beneficiaire = Degemerer
bodies-role-observateur = Arseller
bodies-role-animateur = Buhezeker
bodies-join-ask = C'hoant en deus ho framm da gemer perzh ?
bodies-join = Goulenn mont er renerezh-mañ
bodies-roadmaps = Follennoù-hent
bodies-stage-brouillon = o vezañ skrivet
bodies-stage-en-consultation = o c'houlenn alioù
bodies-stage-validee = kadarnaet
bodies-stage-amendee = kadarnaet, ha kemmet goude
bodies-stage-close = echu
bodies-meetings = Emvodoù foran da zont
bodies-committees = Poelladoù
bodies-committee-strategique = a ziviz
bodies-committee-technique = a brient hag a heul
bodies-committee-consultatif = a ro e ali
bodies-committee-autre = poellad all
bodies-frequency-mensuelle = bep miz
bodies-frequency-trimestrielle = bep trimiziad
bodies-frequency-semestrielle = bep c'hwec'hmiziad
bodies-frequency-annuelle = bep bloaz
bodies-frequency-autre = gant ul lusk all
bodies-documents = Testennoù diazezañ
bodies-document-lettre = Lizher
bodies-document-charte = Karta
bodies-document-convention = Emglev
bodies-document-deliberation = Kendivizad
bodies-document-arrete = Diferadenn
bodies-document-autre = Teul all
bodies-document-told = { $kind } : { $title }
bodies-document-on = eus an { $date }
bodies-document-reference = dave { $reference }

## The desks

bodies-mine = { $n ->
    [0] Ne heuliit renerezh ebet evit poent.
    [one] Heuliañ a rit ur renerezh.
   *[other] Heuliañ a rit { $n } renerezh.
}
bodies-desk = Heuliañ ar renerezh
bodies-public = Gwelet ar bajenn foran
bodies-all = Gwelet an holl renerezhioù
bodies-own = Ho frammoù er renerezhioù
bodies-own-none = N'emañ ho frammoù e renerezh ebet.
bodies-own-hint = Evit kemer perzh, digorit pajenn ur renerezh ha goulennit mont ennañ.
bodies-standing-candidate = o c'hortoz ur respont
bodies-standing-member = ezel
bodies-withdraw-ask = Tennañ ar goulenn kuit
bodies-withdraw = Tennañ kuit ar goulenn graet da { $name }
bodies-leave-ask = Mont kuit
bodies-leave = Mont kuit eus { $name }
bodies-leave-hint = Echuiñ a ra rolloù ar framm hiziv. Gallout a raio goulenn distreiñ.
bodies-waiting = { $n ->
    [one] Ur framm a c'hortoz ho respont.
   *[other] { $n } framm a c'hortoz ho respont.
}
bodies-change = Kemmañ
bodies-founding = Testennoù diazezañ ha darempredoù
bodies-founding-of = Testennoù diazezañ ha darempredoù : { $name }
bodies-download = Pellgargañ { $name }
bodies-nothing = netra

## Founding

bodies-new = Krouiñ ur renerezh
bodies-new-lead = Roit an tiriad, an anv hag an destenn a ziazez ar renerezh. Gortoz a c'hall ar peurrest.
bodies-part-what = Ar renerezh
bodies-part-document = An destenn ziazezañ
bodies-part-referent = An darempred, hervez e garg
bodies-found = Krouiñ ar renerezh
bodies-seat-other = N'hallit ket krouiñ ur renerezh war an tiriad-se.
bodies-document-add = Ouzhpennañ un teul
bodies-document-remove-ask = Tennañ an teul-mañ
bodies-document-remove = Tennañ « { $title } »
bodies-document-remove-hint = Diverket e vez ar restr. Mirout a ra an istor ur roud eus an tennañ.
bodies-referent-add = Ouzhpennañ un darempred
bodies-referent-hint = Roit ur garg ha chomlec'h ur servij, ket anv un den : an holl a c'hall o lenn.
bodies-referent-end = Echuiñ hiziv : { $name }
bodies-end = Echuiñ ar renerezh
bodies-end-ask = Dibab an deiz diwezhañ
bodies-end-hint = Chom a ra ar bajenn, gant an istor. Framm ebet ne c'hall ken goulenn kemer perzh.
bodies-field-siege = Tiriad pe brogramm
bodies-field-siege-hint = Un anv pe un alc'hwez. Da skouer : Ille-et-Vilaine, epci-243500139, dispositif-epn.
bodies-field-nom = Anv ar renerezh
bodies-field-communes = Kumunioù e-kont
bodies-field-communes-hint = Un anv pe ur c'hod dre linenn : kumun, etrekumuniezh, departamant. Pa grouit, laoskit goullo evit an tiriad a-bezh.
bodies-field-debut = Deiz kentañ
bodies-field-objet = Da betra e servij
bodies-field-objet-hint = Diret. Un nebeud frazennoù eeun.
bodies-field-animation = Framm a vuhezeka
bodies-field-animation-hint = Diret. Anv ur framm enrollet.
bodies-field-de_droit = Ezel a-wir
bodies-field-de_droit-hint = Diret. Da skouer ar prefeti. Ne c'hall ket e barezed e skarzhañ.
bodies-field-nature = Seurt teul
bodies-field-titre = Titl
bodies-field-date = Deiziad an teul
bodies-field-reference = Dave
bodies-field-reference-hint = Diret. Evel m'hen ro an oberour.
bodies-field-fichier = Restr
bodies-field-fichier-hint = Diret. PDF, OpenDocument, Office, PNG pe JPEG, 25 Mo d'ar muiañ. An izili hepken a lenn anezhi.
bodies-field-lien = Chomlec'h ma c'heller e lenn
bodies-field-lien-hint = Diret. Kregiñ a ra gant https://.
bodies-field-structure = Framm an darempred
bodies-field-structure-hint = Anv ur framm enrollet.
bodies-field-fonction = Karg
bodies-field-fonction-hint = Da skouer : kefridiad niverel an departamant.
bodies-field-courriel = Chomlec'h postel ar servij
bodies-field-telephone = Pellgomz ar servij
bodies-field-depuis = Abaoe an
bodies-field-fin = Deiz diwezhañ

## Members

bodies-members-of = Izili : { $name }
bodies-candidates = Goulennoù o c'hortoz
bodies-candidates-none = N'eus goulenn ebet o c'hortoz.
bodies-asked = Goulennet d'an { $date } : { $wish }.
bodies-wish-porter = a fell dezhañ ren
bodies-wish-participer = a fell dezhañ kemer perzh
bodies-wish-observer = a fell dezhañ bezañ kelaouet
bodies-confirm = Kadarnaat { $name }
bodies-decline-ask = Chom hep degemer ar goulenn
bodies-decline = Chom hep degemer { $name }
bodies-members-none = Ezel ebet evit poent.
bodies-member-since = Ezel abaoe an { $date }.
bodies-by-right-since = Ezel a-wir abaoe an { $date }.
bodies-role-give = Reiñ ar roll-mañ
bodies-role-give-to = Reiñ ur roll da { $name }
bodies-role-end = Echuiñ hiziv
bodies-role-end-of = Echuiñ hiziv ar roll { $role } eus { $name }
bodies-exclude = Skarzhañ { $name }
bodies-exclude-hint = Ret eo kaout un diviz eus ar renerezh evit skarzhañ. Roit e niverenn hag an abeg.
bodies-relieve = Tennañ e garg digant { $name }
bodies-relieve-hint = D'ober pa n'eus ket ken eus ar framm, pe pa ya e sez d'unan all. Echuiñ a ra e rolloù hiziv.
bodies-by-right = Izili a-wir
bodies-by-right-hint = Ur framm a zo ezel a-wir ne c'houlenn ket, ha ne c'hall ket e barezed e skarzhañ.
bodies-by-right-add = Ouzhpennañ un ezel a-wir
bodies-gone = Aet kuit
bodies-left-withdrew = Aet kuit anezhañ e-unan d'an { $date }.
bodies-left-declined = Goulenn nann-degemeret d'an { $date }.
bodies-left-excluded = Skarzhet d'an { $date }.
bodies-left-relieved = Tennet e garg digantañ d'an { $date }.
bodies-left-reason = Abeg : { $reason }
bodies-field-organisation = Framm
bodies-field-organisation-hint = Ur framm enrollet.
bodies-field-souhait = Ar pezh a fell d'ar framm
bodies-field-decision = Niverenn an diviz
bodies-field-decision-hint = Da skouer : 2026-4. Diret, nemet evit skarzhañ.
bodies-field-motif = Abeg
bodies-field-role = Roll
bodies-field-du = Deiz kentañ
bodies-field-au = Deiz diwezhañ
bodies-field-au-hint = Diret : hep deiziad e pad ar roll keit ha ma chom ar framm ezel.
bodies-join-of = Mont e-barzh : { $name }
bodies-join-lead = Lennet e vez ho koulenn gant ar frammoù a ren. Gwelet a reot ar respont en ho takad.
bodies-join-send = Kas ar goulenn

## What cannot be done

bodies-clash-lead = Kemmet eo bet an hevelep tra gant unan all. Emañ e respont e-kichen ho hini : mirit ho hini pe kemerit e hini, hag enrollit.
bodies-clash = Skrivet eo bet gant egile : { $theirs }
bodies-wrong-missing = Da leuniañ.
bodies-wrong-long = Re hir : { $n } arouezenn d'ar muiañ.
bodies-wrong-day = Skrivit un deiziad evel 2026-11-30.
bodies-wrong-backwards = Dont a ra an deiz diwezhañ a-raok an hini kentañ.
bodies-wrong-organisation = N'eus framm ebet gant an anv-se, pe meur a hini zo. Skrivit an anv rik pe dibenn e chomlec'h.
bodies-wrong-url = Kregiñ a ra ar chomlec'h gant https://.
bodies-wrong-decision = N'eus bet diviz ebet gant an niverenn-se er renerezh-mañ.
bodies-wrong-early = A-raok penn-kentañ ar perzh emañ an deiziad-se.
bodies-wrong-by-right = Un ezel a-wir ne vez ket skarzhet gant e barezed.
bodies-wrong-role-held = Ar roll-se en deus ar framm d'an deizioù-se dija.
bodies-wrong-role-not-held = N'en deus ket ar framm ar roll-se hiziv.
bodies-wrong-observer = Un arseller n'en deus roll all ebet.
bodies-wrong-candidate = Graet eo bet ur goulenn gant ar framm-se dija.
bodies-wrong-member = Ezel eo ar framm-se dija.
bodies-wrong-moved = Kemmet eo bet an dra-se etretant. Adlennit ar bajenn, hag adkrogit mar bez ezhomm.
bodies-wrong-over = Echu eo ar renerezh-mañ.
bodies-wrong-file-empty = Goullo eo ar restr.
bodies-wrong-file-large = Re bounner eo ar restr : 25 Mo d'ar muiañ.
bodies-wrong-file-kind = Ne vez ket degemeret ar seurt restroù-se.
bodies-wrong-file-disguised = N'eo ket ar restr ar pezh a lavar hec'h anv.
bodies-wrong-file-name = Ne zere ket anv ar restr : 150 arouezenn d'ar muiañ.
bodies-wrong-file-again = Dibabit ar restr en-dro : n'eo ket bet miret.

## What the level above keeps

suivi-title = Notenn heuliañ
suivi-title-of = Notenn heuliañ : { $name }
suivi-lead = An dud a heuilh ar gouarnañs-mañ adalek he ziriad hepken a lenn an notenn-mañ. N'he gwel ket he izili, ha n'emañ en ezporzhiadenn ebet.
suivi-since = Notenn skrivet d'an { $date }.
suivi-note = Penaos ez a an traoù
suivi-note-hint = Diverkit an destenn evit tennañ an notenn.
suivi-note-missing = Lavarit da gentañ penaos ez a an traoù.
suivi-difficulte = Ar pezh a zo diaes
suivi-difficulte-hint = Diret.
noms-title = Anvioù an dud dave
noms-title-of = Anvioù an dud dave : { $name }
noms-lead = An holl a wel ar garg. Amañ hepken e vez diskouezet an anv, d'an dud a vera pe a heuilh an tiriad-mañ. Diverket e vez pa vez echu ar garg.
noms-way = Ouzhpennañ pe tennañ un anv
noms-none = N'eus bet roet anv ebet.
noms-no-function = Roit da gentañ ur garg d'un den dave.
noms-add = Ouzhpennañ un anv
noms-remove = Tennañ
noms-remove-this = Tennañ { $name }
noms-fonction = Karg
noms-nom = Anv-bihan hag anv
noms-nom-hint = Gant asant an den.
noms-jusque = Betek an
noms-jusque-hint = Diret. Hep deiziad e chom an anv keit ha ma pad ar garg.
noms-jusque-past = Tremenet eo an deiziad-mañ : diverket e vefe an anv diouzhtu.

## What was done

note-bodies-founded = Krouet eo ar renerezh.
note-bodies-saved = Enrollet eo.
note-bodies-asked = Kaset eo ar goulenn.
note-bodies-left = Graet eo. Gallout a raio ar framm goulenn distreiñ.
note-bodies-member-saved = Notet eo.
