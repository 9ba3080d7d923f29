## The list of organisations

orgs-title = Frammoù
orgs-total = { $n ->
    [0] N'eus framm enrollet ebet war ho tiriad.
    [one] Ur framm zo enrollet.
   *[other] { $n } framm zo enrollet.
}

orgs-missing = Frammoù da ouzhpennañ
orgs-missing-lead = Lec’hioù a anv anezho evel o re, ha den n’en deus o ouzhpennet c’hoazh.
orgs-missing-places = { $n ->
    [one] ul lec’h
   *[other] { $n } lec’h
}
edit-org-naming = { $n ->
    [one] Stagañ al lec’h a anv anezhi
   *[other] Stagañ an { $n } lec’h a anv anezhi
}
note-org-places-added = Staget eo al lec’hioù.

## Their fields

org-nom-name = Anv
org-type-name = Seurt
org-siret-name = SIRET pe RNA
org-courriel-name = Chomlec'h postel foran
org-telephone-name = Pellgomz
org-site-name = Lec'hienn
org-resume-name = Ar pezh a ra ar framm

## Their kinds

edit-org-type = Seurt framm
edit-org-type-missing = Dibabit ur seurt. Ma ne glot hini ebet, dibabit « All ».
edit-org-type-commune = Kumun
edit-org-type-commune-hint = Un ti-kêr hag e servijoù.
edit-org-type-epci = Etrekumuniezh
edit-org-type-epci-hint = Meurgêr, pe kumuniezh kumunioù.
edit-org-type-departement = Departamant
edit-org-type-departement-hint = Kuzul an departamant.
edit-org-type-region = Rannvro
edit-org-type-region-hint = Kuzul ar rannvro.
edit-org-type-etat = Servij ar Stad
edit-org-type-etat-hint = Prefeti, akademiezh, France Travail.
edit-org-type-public = Aozadur foran all
edit-org-type-public-hint = CCAS, CAF, ospital, skol-veur.
edit-org-type-association = Kevredigezh
edit-org-type-association-hint = Diazezadur, kreizenn sokial kevredigezhel.
edit-org-type-entreprise = Embregerezh
edit-org-type-entreprise-hint = Embregerezh, kevelouri, den emren.
edit-org-type-bibliotheques = Rouedad levraouegoù
edit-org-type-collectif = Strollad
edit-org-type-collectif-hint = Tud a labour asambles hep bezañ disklêriet.
edit-org-type-autre = All

## A choice between two answers

edit-session-told = { $title } : { $times }

## On the page of a place

place-organisations = Dalc'het gant

## What an organisation does among the others

org-zone-name = Tiriad labour
org-roles-name = Rolloù
org-parent-name = Lodenn eus
org-contacts-name = Darempredoù
org-role-pilote = Levier
org-role-pilote-hint = Divizout a ra gant re all ar pezh a vez graet.
org-role-financeur = Arc’hantaer
org-role-financeur-hint = Reiñ a ra arc’hant.
org-role-employeur = Implijer
org-role-employeur-hint = Implijout a ra an dud a sikour.
org-role-animateur = Bleniour
org-role-animateur-hint = Lakaat a ra ar re all da labourat asambles.
org-role-operateur = Oberataer
org-role-operateur-hint = Derc’hel a ra al lec’hioù, pe kas an oberoù da benn.
org-role-reseau = Rouedad
org-role-reseau-hint = Bodañ a ra frammoù all.
org-role-hub = Hub
org-role-hub-hint = Hub rannvro evit an niverel digor d’an holl.
edit-org-zone = Tiriad labour (diret)
edit-org-zone-hint = Kumunioù, un etrekumuniezh, un departamant : « Rennes Métropole, Vitré ».
edit-org-roles = Rolloù (diret)
edit-org-roles-hint = Ar re a zalc’hit hoc’h-unan. Ar re a zeu eus ur c’houarnerezh, ur stignad pe ur post a weler dija war ho pajenn.
edit-org-parent = Lodenn eus (diret)
edit-org-parent-hint = Anv ur c’hevread, ur rouedad pe un ti-mamm, evel m’eo enrollet amañ.
edit-org-parent-circle = Lodenn eus ho hini eo ar framm-se dija : ret eo cheñch unan anezho.
edit-org-double = Hag ur framm all eo ?
edit-org-double-title = Marteze emañ ar framm-mañ amañ dija
edit-org-double-lead = Sellit ouzh pajenn ar re-mañ. Mard eo unan anezho, na ouzhpennit ket un eil : cheñchit he fichenn, pe goulennit digant an hini a ver anezhi.
edit-org-double-wrong = Mard eo ur framm all, kevaskit al log, ha goude enrollit.
edit-org-double-autre = Ur framm all eo
edit-org-contact = Darempred { $n } (diret)
edit-org-contact-hint = Ur garg a respont d’an dud. Na skrivit morse anv un den. Enrollit evit ouzhpennañ unan all, betek pemp.
edit-org-contact-fonction = Karg
edit-org-contact-fonction-hint = Da skouer « Dave niverel ».
edit-org-contact-fonction-missing = Skrivit karg an darempred-mañ.
edit-org-contact-service = Servij
edit-org-contact-courriel = Chomlec’h postel ar garg
edit-org-contact-telephone = Pellgomz ar garg

## The page of an organisation

org-lead = Ar pezh a ra ar framm-mañ evit an niverel digor d’an holl, ha gant piv.
org-public = Gwelet ar bajenn foran
org-leads = framm dougen
org-joins = framm keveler
org-runs = a vlegn
org-employs = Implijout a ra : { $posts }.
org-hosts = Degemer a ra hep implijout : { $posts }.
org-contacts-title = Darempredoù
org-members-title = { $n ->
    [one] Ur framm a zo lodenn anezhañ
   *[other] { $n } framm a zo lodenn anezhañ
}
org-places-title = { $n ->
    [one] Ul lec’h
   *[other] { $n } lec’h
}
org-schemes-title = { $n ->
    [one] Ur stignad pe rouedad
   *[other] { $n } stignad ha rouedad
}
org-bodies-title = { $n ->
    [one] Ur c’houarnerezh
   *[other] { $n } gouarnerezh
}
org-actions-title = { $n ->
    [one] Un ober eus ur steuñv labour
   *[other] { $n } ober eus steuñvoù labour
}
org-posts-title = Postoù
org-more = { $n ->
    [one] hag unan all.
   *[other] ha { $n } all.
}
org-levels = Piv a ra petra amañ ?
org-ecosystem = Piv a labour gant piv ?

## Two organisations that are one

fusion-way = Kendeuziñ ur framm all e-barzh hemañ
fusion-title = Kendeuziñ e-barzh { $name }
fusion-lead = Div fichenn evit ur framm hepken ? Dibabit an hini a ya kuit : keñveriañ a reot an div a-raok divizout.
fusion-both-lead = Keñveriit an div fichenn, ha dibabit ar pezh a chom.
fusion-twins = Fichennoù heñvel outañ
fusion-no-twin = N’eus framm all ebet heñvel outañ.
fusion-other = Ur framm all
fusion-avec = Framm a ya kuit
fusion-avec-hint = E anv, pe chomlec’h e bajenn war al lec’hienn-mañ.
fusion-avec-wrong = Ne ra ket an destenn-mañ dave d’ur framm hepken. Pegit chomlec’h e bajenn.
fusion-same = Ar memes framm eo.
fusion-moved = Unan all en deus cheñchet unan eus an div fichenn. Adlennit anezho, ha krogit en-dro.
fusion-compare = Keñveriañ
fusion-table = An div fichenn
fusion-field = Titour
fusion-kept = Framm a chom
fusion-lost = Framm a ya kuit
fusion-address = Chomlec’h
fusion-level = Live a respont anezhañ
fusion-keep-other = Mirout { $name } kentoc’h
fusion-follows = Ar pezh a heulio
fusion-redirects = Chomlec’h ar bajenn « { $lost } » a gaso da viken d’ar bajenn « { $kept } ».
fusion-places = { $n ->
    [one] Staget e vo ul lec’h ouzh ar framm a chom : an dud a ver anezhañ a c’hallo e gemmañ.
   *[other] Staget e vo { $n } lec’h ouzh ar framm a chom : an dud a ver anezhañ a c’hallo o c’hemmañ.
}
fusion-kind-scheme = { $n ->
    [one] Un dispozitiv a roio e anv.
   *[other] { $n } dispozitiv a roio e anv.
}
fusion-kind-envelope = { $n ->
    [one] Ur golo arc’hant a anvo anezhañ.
   *[other] { $n } golo arc’hant a anvo anezhañ.
}
fusion-kind-cluster = { $n ->
    [one] Ur bodad a roio e anv.
   *[other] { $n } bodad a roio e anv.
}
fusion-kind-sector = { $n ->
    [one] Ur rann a roio e anv.
   *[other] { $n } rann a roio e anv.
}
fusion-kind-baseline = { $n ->
    [one] Un daolenn servijoù a roio e anv.
   *[other] { $n } taolenn servijoù a roio e anv.
}
fusion-kind-body = { $n ->
    [one] Ur gouarnañs a roio e anv (buhezadur pe zarempredoù).
   *[other] { $n } gouarnañs a roio e anv (buhezadur pe zarempredoù).
}
fusion-kind-body-file = { $n ->
    [one] Ur c’harned prevez eus ur gouarnañs a roio e anv.
   *[other] { $n } karned prevez eus gouarnañsoù a roio e anv.
}
fusion-kind-membership = { $n ->
    [one] Un ezelded en ur gouarnañs a heulio, tremenet pe a-vremañ.
   *[other] { $n } ezelded e gouarnañsoù a heulio, tremenet pe a-vremañ.
}
fusion-kind-meeting = { $n ->
    [one] Ur follenn vezañs a roio e anv.
   *[other] { $n } follenn vezañs a roio e anv.
}
fusion-kind-decision = { $n ->
    [one] Un diviz a roio e anv.
   *[other] { $n } diviz a roio e anv.
}
fusion-kind-roadmap = { $n ->
    [one] Ur follenn-hent a roio e anv, en he holl stummoù.
   *[other] { $n } follenn-hent a roio e anv, en o holl stummoù.
}
fusion-kind-post = { $n ->
    [one] Ur post a roio e anv.
   *[other] { $n } post a roio e anv.
}
fusion-kind-organisation = { $n ->
    [one] Ur framm a vo ul lodenn anezhañ.
   *[other] { $n } framm a vo ul lodenn anezhañ.
}
fusion-kind-campaign = { $n ->
    [one] Ur c’houlzad a heulio anezhañ.
   *[other] { $n } koulzad a heulio anezhañ.
}
fusion-both = O-daou ez int izili eus { $name } : un ezelded hepken a chomo, ha kefridioù egile a echuo.
fusion-roles = { $n ->
    [one] Echuiñ a raio roll un den. Resev a raio ur gemennadenn, ha gallout a raio e c’houlenn en-dro.
   *[other] Echuiñ a raio { $n } roll. An dud a resevo ur gemennadenn, ha gallout a raint o goulenn en-dro.
}
fusion-no-undo = Ne c’haller ket dizober ur c’hendeuz. Mirout a ra ar marilh an div fichenn evel ma oant.
fusion-blocked = Ne c’hallit ket kendeuziñ an daou framm-mañ : gwirioù a vank deoc’h. Goulennit digant unan bennak en deus anezho.
fusion-blocked-place = Respont eus tiriad al lec’h { $name }
fusion-blocked-body = Merañ izili { $name }
fusion-blocked-scheme = Kenurzhiañ an dispozitiv { $name }
fusion-blocked-cluster = Kenurzhiañ ar bodad { $name }
fusion-blocked-envelope = Merañ ar golo arc’hant { $name }
fusion-blocked-campaigns = Ren koulzadoù ar framm a ya kuit
fusion-blocked-roles = Reiñ rolloù er framm a ya kuit
fusion-values = Ar pezh a chom
fusion-role = Mirout o roll er framm a chom
fusion-role-hint = Hep kevaskañ, ar roll a echu.
fusion-role-wrong = Ne c’hallit ket reiñ unan eus ar rolloù-se.
fusion-raison = Perak ?
fusion-raison-hint = Evit ar marilh : ur fichenn krouet div wech, daou framm hag a zo en em vodet…
fusion-raison-missing = Lavarit perak.
fusion-do = Kendeuziñ an daou framm
note-org-merged = N’eus nemet ur framm ken.
