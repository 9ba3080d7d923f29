# Censuses: for those who conduct them, for town halls, in mails.

## States, bodies, answers

census-state-a-contacter = Da vont e darempred
census-state-demande = Respont gortozet
census-state-repondu = Respontet he deus
census-state-rien-ici = Netra amañ
census-state-verifie = Gwiriet
census-body-mairie = Ti-kêr
census-body-ccas = Kreizenn obererezh sokial ar gumun (CCAS)
census-body-bibliotheque = Levraoueg pe mediaoueg
census-body-epn = Lec'h niverel publik, cyber-base pe fab lab
census-body-esc = Lec'h sokial boutin pe kreizenn sokial
census-body-association = Kevredigezh
census-short-mairie = Ti-kêr
census-short-ccas = CCAS
census-short-bibliotheque = Levraoueg
census-short-epn = EPN
census-short-esc = ESC
census-short-association = Kevredigezh
census-word-juste = Reizh eo
census-word-a-corriger = Un dra bennak a zo da reizhañ
census-word-ferme = N'eus ket eus al lec'h-mañ ken
census-presence-oui = Unan a zo
census-presence-non = N'eus hini ebet
census-presence-inconnu = N'ouzon ket
census-by-town-hall = an ti-kêr

## The list

census-list-title = Niveradegoù
census-list-lead = Goulenn gant tiez-kêr un tiriad pe lec'hioù a sikour an dud gant an niverel, hag heuliañ o respontoù betek un deiziad.
census-new = Digeriñ un niveradeg
census-none = Niveradeg ebet evit poent.
census-name = Niveradeg
census-where = Tiriad
census-when = Termen
census-progress = Araokadur
census-settled = { $n ->
    [one] { $n } gumun diwar { $total } he deus respontet
   *[other] { $n } kumun diwar { $total } o deus respontet
}
census-left = { $n ->
    [0] Hiziv, d'an { $day }, emañ gortozet ar respontoù.
    [one] Gortozet eo ar respontoù evit an { $day } : { $n } deiz a chom.
   *[other] Gortozet eo ar respontoù evit an { $day } : { $n } deiz a chom.
}
census-passed = Gortozet e oa ar respontoù evit an { $day }.

## Opening one

census-new-lead = Dibabit an tiriad, ar c'humunioù, ar pezh a glasker hag an deiziad. Netra ne vez kaset a-raok ma c'houlennit.
census-territory = Tiriad
census-territory-missing = Skrivit anv an tiriad.
census-territory-not-yours = N'hallit ket digeriñ un niveradeg war an tiriad-mañ.
census-other-territory = Dibab un tiriad all
census-yours = Gallout a rit digeriñ unan war : { $territory }.
census-next = Kenderc'hel
census-title = Anv an niveradeg
census-title-hint = Evit en em gavout. An tiez-kêr n'her gwelont ket.
census-title-default = Niveradeg { $territory }
census-title-missing = Roit un anv d'an niveradeg.
census-title-long = Re hir eo an anv-mañ : 120 arouez d'ar muiañ.
census-target = Respontoù gortozet evit an
census-target-hint = An tiez-kêr n'o deus ket respontet a resev ur c'hemenn 10 devezh a-raok, ha 3 devezh a-raok. O liamm a servij 7 devezh war-lerc'h c'hoazh.
census-target-wrong = Skrivit un deiziad evel 2027-01-31.
census-target-far = Dibabit un deiz da zont, a-raok daou vloaz.
census-bodies = Ar pezh a glasker e pep kumun
census-bodies-missing = Askit ur seurt lec'h d'an nebeutañ.
census-communes = Kumunioù goulennet
census-communes-missing = Askit ur gumun d'an nebeutañ.
census-communes-many = Ouzhpenn 400 kumun a zo en tiriad-mañ : dibabit unan bihanoc'h.
census-open = Digeriñ an niveradeg

## Following one

census-map = Kartenn
census-map-title = { $n ->
    [one] Kartenn ur gumun hag he respont
   *[other] Kartenn { $n } kumun hag o respontoù
}
census-map-desc = Pep kumun a zoug un arouez a lavar pelec'h emañ. An daolenn da heul a lavar an hevelep tra.
census-communes-title = Kumunioù
census-no-commune = Kumun ebet er stad-se.
census-commune = Kumun
census-contact = Chomlec'h an ti-kêr
census-no-contact = chomlec'h ebet
census-here = Amañ emaint
census-missing = A vank
census-do = Da ober
census-nothing = netra
census-told = { $body } (lavaret gant an ti-kêr)
census-places = { $n ->
    [0] lec'h anavezet ebet
    [one] { $n } lec'h anavezet
   *[other] { $n } lec'h anavezet
}
census-send = Kas al liamm
census-send-this = Kas al liamm da { $commune }
census-send-help = Ur postel a ya da chomlec'h an ti-kêr, gant e liamm.
census-send-all = { $n ->
    [one] Kas he liamm d'ar gumun he deus ur chomlec'h
   *[other] Kas o liamm d'an { $n } kumun o deus ur chomlec'h
}
census-remind = Adkemenn
census-remind-this = Adkemenn { $commune }
census-remind-help = An hevelep liamm a vez kaset adarre, ur wech an deiz d'ar muiañ.
census-verify = Merkañ evel gwiriet
census-verify-this = Merkañ evel gwiriet : { $commune }
census-verify-help = Sellet ho peus ouzh ar respont, klok eo.
census-hand-over = Prientiñ ul liamm da reiñ
census-hand-over-help = Postel ebet ne ya kuit : reiñ a rit al liamm hoc'h-unan.
census-take = Kemer ar respont evel m'emañ
census-take-help = Respontet en deus an ti-kêr en un doare all, pe n'en deus ket kliket war « Echuet on ».
census-nothing-mark = Merkañ « netra amañ »
census-nothing-mark-help = Lavaret en deus deoc'h an ti-kêr n'eus lec'h ebet.
census-reopen = Addigeriñ
census-reopen-help = Ar gumun a zo adarre « da vont e darempred ». Al liamm he deus ne servij ken.
census-paste = Chomlec'hioù an tiez-kêr
census-paste-label = Ul linenn dre gumun
census-paste-hint = Kod INSEE pe anv, pik-virgulenn, chomlec'h. Da skouer : Bruz ; mairie@exemple.fr
census-paste-do = Enrollañ ar chomlec'hioù-se
census-kept = { $n ->
    [0] Chomlec'h ebet n'eo enrollet.
    [one] { $n } chomlec'h a zo enrollet.
   *[other] { $n } chomlec'h a zo enrollet.
}
census-bad-lines = N'eo ket komprenet al linennoù-mañ. Reizhit anezho amañ dindan ha kasit anezho adarre.
census-bad-line = Linenn { $n } : { $why }
census-line-shape = ur pik-virgulenn a vank etre ar gumun hag ar chomlec'h.
census-line-address = n'eo ket klok ar chomlec'h.
census-line-commune = n'emañ ket ar gumun-se en niveradeg, pe meur a hini a zo gant an anv-se.
census-line-many = re a linennoù a zo war un dro.
census-contacts-kept = Ar chomlec'hioù, hag ar pezh en deus skrivet an tiez-kêr hep kas anezhañ, a vez diverket c'hwec'h miz goude an termen.

## One commune

census-contact-title = Chomlec'h an ti-kêr
census-contact-label = Postel
census-contact-wrong = Skrivit ur chomlec'h klok, da skouer mairie@exemple.fr.
census-link = Liamm an ti-kêr
census-link-hint = An hini a zigor anezhañ a respont evit ar gumun : roit anezhañ d'an ti-kêr, ha da zen all ebet.
census-bodies-title = Ar pezh a glasker
census-found-known = { $n ->
    [one] { $n } lec'h anavezet
   *[other] { $n } lec'h anavezet
}
census-found-told = an ti-kêr a lavar ez eus unan
census-found-told-which = an ti-kêr a lavar ez eus unan : { $which }
census-found-absent = n'eus hini ebet
census-found-missing = n'ouzer ket
census-places-title = Lec'hioù anavezet
census-no-place = N'eus lec'h anavezet ebet er gumun-mañ.
census-typed = { $n ->
    [one] Kroget eo an ti-kêr : { $n } respont enrollet, n'eo ket kaset c'hoazh.
   *[other] Kroget eo an ti-kêr : { $n } respont enrollet, n'int ket kaset c'hoazh.
}
census-taken-title = Ar pezh a zo bet kemeret eus ar respont
census-taken-right = Kadarnaet gant ar gumun : { $name }
census-taken-wrong = Da reizhañ : { $name }
census-taken-gone = N'eus ket anezhañ ken, da studiañ : { $name }
census-taken-added = Ul lec'h da ouzhpennañ, da studiañ
census-see-proposal = gwelet ar c'hinnig
census-step = { $date } : { $what } ({ $by })
census-step-a-contacter = addigoret
census-step-demande = liamm roet pe kaset
census-step-repondu = respont roet
census-step-rien-ici = netra amañ
census-step-verifie = gwiriet
census-step-relance = kemenn kaset
proposal-of-census = Lavaret gant ti-kêr { $commune }, en un niveradeg
proposal-of-census-body = Lavaret gant ti-kêr { $commune }, en un niveradeg : { $body }

## What was done

note-census-opened = Digor eo an niveradeg. Roit chomlec'hioù an tiez-kêr, ha kasit al liammoù goude.
note-census-contacts = Enrollet eo ar chomlec'hioù.
note-census-contact = Enrollet eo ar chomlec'h.
note-census-sent = Aet eo al liammoù.
note-census-mailed = Mont a ra ar gemennadenn bremaik.
note-census-no-address = N'he deus ket ar gumun-mañ a chomlec'h : netra n'eo kaset.
note-census-already = Ur c'hemenn a zo aet hiziv endeo : netra ouzhpenn n'eo kaset.
note-census-over = Echu eo an niveradeg : al liamm ne servijfe ket ken.
note-census-link = Prest eo al liamm : eilit anezhañ ha roit anezhañ d'an ti-kêr.
note-census-taken = Kemeret eo ar respont.
note-census-nothing-here = Notet eo : netra amañ.
note-census-verified = Gwiriet eo ar gumun.
note-census-reopened = Da vont e darempred emañ ar gumun adarre. He liamm kozh ne servij ken.
note-census-not-now = Cheñchet he deus ar gumun etretant : sellit pelec'h emañ.
note-census-saved = Enrollet eo. Gallout a rit kenderc'hel, pe distreiñ diwezhatoc'h dre an hevelep liamm.

## The page of a town hall

census-answer-title = Al lec'hioù sikour niverel e { $commune }
census-answer-lead = { $territory } a ra roll al lec'hioù ma kav an dud sikour gant an niverel : un urzhiataer, un digarez enlinenn, un atalier. Anavezout a rit ho kumun : lavarit deomp petra zo reizh ha petra a vank. N'hoc'h eus ket ezhomm eus ur gont.
census-answer-until = Respontit a-raok an { $day }.
census-answer-saved = Gallout a rit paouez pa garit : ar pezh a enrollit a vez miret, hag an hevelep liamm a zegas ac'hanoc'h en-dro.
census-part-known = 1. Al lec'hioù a anavezomp
census-answer-known = { $n ->
    [0] N'anavezomp lec'h ebet en ho kumun c'hoazh.
    [one] Ul lec'h a anavezomp en ho kumun. Ha reizh eo ?
   *[other] { $n } lec'h a anavezomp en ho kumun. Lavarit deomp evit pep hini ha reizh eo. Ma n'ouzoc'h ket, kit d'an hini da heul.
}
census-report = Lavaret petra zo da reizhañ evit { $name } (ivinell nevez)
census-save = Enrollañ
census-part-bodies = 2. Piv a sikour ivez en ho kumun ?
census-part-bodies-hint = Evit pep seurt lec'h, lavarit deomp hag-eñ ez eus unan a sikour gant an niverel.
census-we-know = Anavezout a reomp : { $names }.
census-which = Pehini pe pere ({ $body })
census-part-added = 3. Al lec'hioù a vank
census-part-added-hint = Ouzhpennit al lec'hioù n'anavezomp ket. Trawalc'h eo an anv, ar peurrest a sikour. Unan bennak a wiria a-raok embann anezho.
census-added = Lec'h { $n }
census-added-name = Anv
census-added-street = Chomlec'h
census-added-body = Un
census-added-other = Un dra all
census-added-does = Petra a reer eno
census-added-does-hint = Da skouer : sikour gant an digarezioù d'ar meurzh vintin, urzhiataerioù digor d'an holl.
census-added-contact = Pellgomz, postel pe lec'hienn
census-add-more = Enrollañ hag ouzhpennañ ul lec'h all
census-name-missing = Skrivit anv al lec'h-mañ, pe diverkit ar maeziennoù all.
census-too-long = Re hir eo an destenn-mañ.
census-part-end = 4. Echu eo ?
census-part-end-hint = Goude ar bouton-mañ e vez kaset ho respont, hag al liamm ne servij ken. Netra ne vez embannet a-raok bezañ gwiriet.
census-finish = Echuet on
census-nothing-button = N'eus netra er gumun
census-done-title = Trugarez
census-done = Degouezhet eo respont { $commune }. Gallout a rit serriñ ar bajenn-mañ. M'ho peus ankouaet un dra bennak, skrivit d'an den en deus kaset al liamm deoc'h : gallout a ra addigeriñ anezhañ.
census-done-nothing = Notet eo : n'eus lec'h ebet e { $commune }. Ma cheñch an dra-se, skrivit d'an den en deus kaset al liamm deoc'h.
census-done-right = { $n ->
    [one] { $n } lec'h kadarnaet gant ar gumun
   *[other] { $n } lec'h kadarnaet gant ar gumun
}
census-done-gone = { $n ->
    [one] { $n } lec'h da lemel
   *[other] { $n } lec'h da lemel
}
census-done-added = { $n ->
    [one] { $n } lec'h da ouzhpennañ
   *[other] { $n } lec'h da ouzhpennañ
}
census-done-next = Ar pezh a zo da ouzhpennañ pe da lemel a vez studiet gant un den eus an tiriad a-raok cheñch war al lec'hienn.
census-replaced-title = Ne servij ket al liamm-mañ ken
census-replaced = Ul liamm all a zo en e lec'h. Klaskit ar gemennadenn nevesañ, pe goulennit gant an den en deus kaset anezhi.

## Who said it

known-probable-mairie = gwirheñvel : kadarnaet gant an ti-kêr { $ago } ({ $date })
known-a-verifier-mairie = da wiriañ, pellgomzit a-raok : kadarnaet gant an ti-kêr { $ago } ({ $date })

## Mails

mail-census-request-subject = Al lec'hioù sikour niverel e { $commune }
mail-census-request-text = { $territory } a ra roll al lec'hioù ma kav an dud sikour gant an niverel. Evit { $commune }, c'hwi eo a oar. Digorit ar roll : lavarit petra zo reizh, petra n'eus ket ken ha petra a vank, a-raok an { $day }. Un nebeud munutennoù a bad, hep kont. Ma respont gwelloc'h un den all eus an ti-kêr, roit ar gemennadenn-mañ d'an den-se.
mail-census-request-action = Gwelet ar roll ha respont
mail-census-request-why = Resev a rit ar gemennadenn-mañ rak chomlec'h an ti-kêr eo. Al liamm-mañ a zo evit an ti-kêr : an hini a zigor anezhañ a respont evit ar gumun.
mail-census-reminder-subject = Kemenn : al lec'hioù sikour niverel e { $commune }
mail-census-reminder-text = N'hon eus ket ho respont evit { $commune } c'hoazh. { $territory } en deus ezhomm anezhañ a-raok an { $day } evit ma kavo an annezidi sikour e-kichen o zi. Ar pezh ho peus enrollet endeo a zo miret.
mail-census-reminder-action = Gwelet ar roll ha respont
mail-census-reminder-why = Resev a rit ar gemennadenn-mañ rak chomlec'h an ti-kêr eo. Al liamm-mañ a zo evit an ti-kêr : an hini a zigor anezhañ a respont evit ar gumun.
mail-name-census-request = Goulenn niveradeg
mail-name-census-reminder = Kemenn niveradeg
