## The list of organisations

orgs-title = Frammoù
orgs-total = { $n ->
    [0] N'eus framm enrollet ebet war ho tiriad.
    [one] Ur framm zo enrollet.
   *[other] { $n } framm zo enrollet.
}

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
