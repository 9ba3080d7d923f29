# Schemes, networks, clusters and sectors.

## What forms ask for again and again

typed-unknown = « { $text } » n'eo ket anavezet amañ : gwiriit an anv, pe pegit chomlec'h e bajenn.
typed-several = Meur a dra a zo anvet « { $text } » : skrivit ar c'hod, pe pegit chomlec'h e bajenn.
typed-name-missing = Skrivit un anv.
typed-organisation-missing = Skrivit anv ar framm.
typed-day-missing = Skrivit un deiziad.
typed-day-wrong = N'eus ket eus an deiziad-se : skrivit da skouer 31/12/2026.
typed-period-backwards = Ar fin a rank dont goude an deroù.
typed-moved = Unan bennak all en deus kemmet ar fichenn-mañ nevez zo. Miret eo ar pezh ho peus skrivet : adlennit, ha goude enrollit en-dro.
area-communes = { $n } kumun
period-from-to = eus an { $from } d'an { $to }
period-since = abaoe an { $from }
period-until = betek an { $to }

## Schemes, for everybody

disp-title = Stignadoù ha rouedadoù
disp-lead = Piv a labour asambles evit sikour gant an niverel, pelec'h, ha gant piv.
disp-none = Stignad ebet deskrivet amañ evit poent.
disp-over = Echu eo ar stignad-mañ : ar bajenn-mañ a vir ar pezh ma oa.
disp-lieux = { $n ->
    [one] { $n } lec'h
   *[other] { $n } lec'h
}
disp-more = Ha { $count } all.
disp-gouvernance = Piv a ziviz
disp-gouvernance-none = Tra ebet dezhañ e-unan : heuliet eo gant ar re a zoug anezhañ.
disp-related = Stignadoù liammet
disp-quand = Prantad
disp-type-name = Doare
disp-pilote-name = Renet gant
disp-partenaires-name = Gant
disp-niveau-name = Live
disp-zone-name = Tiriad

## Schemes, at the desk

disp-desk-title = Stignadoù
disp-desk-lead = Ar stignadoù hag ar rouedadoù kenurzhiet ganeoc'h : lec'hioù, postoù, servijoù.
disp-desk-none = Stignad ebet evit poent. Krouit an hini kentañ : goude e c'hallot ouzhpennañ lec'hioù ha postoù.
disp-nouveau = Stignad nevez
disp-form-title = Ar fichenn
disp-see = Gwelet ar bajenn foran
disp-nom = Anv
disp-type = Doare ar stignad
disp-type-programme = Programm gant arc'hant
disp-type-reseau = Rouedad lec'hioù
disp-type-label = Label douget gant lec'hioù
disp-niveau = Live a ren anezhañ
disp-niveau-hint = Ur gumun, un etrekumunelezh, un departamant… Ne cheñcho ket ken.
disp-niveau-other = N'eo ket ho live : dibabit unan a genurzhiit.
disp-zone = Kumunioù ha karterioù goloet
disp-zone-hint = Anvioù, kodoù pe tiriadoù en o fezh, gant skejoù etrezo : Rennes, 35047, Rennes Métropole.
disp-pilote = Framm a ren anezhañ
disp-partenaires = Kevelerien
disp-partenaires-n = Keveler { $n }
disp-debut = Devezh kentañ
disp-fin = Devezh diwezhañ
disp-fin-hint = Laoskit goullo ma n'en deus fin ebet. Evit e ehanañ, skrivit an devezh diwezhañ.
disp-parent = Lodenn eus
disp-parent-hint = Anv ur stignad all, ma'z eo al lodenn lec'hel anezhañ.
disp-programme = Programm broadel
disp-programme-hint = Lec'hioù an tiriad a zoug ar programm-se a zo anezhañ hep bezañ skrivet en-dro.
disp-reseau = Rouedad anvet e fichennoù al lec'hioù
disp-reseau-hint = Al lec'hioù a anv ar rouedad-se en o fichenn a zo anezhañ hep bezañ skrivet en-dro.
disp-resume = Da betra e servij
disp-resume-hint = Un nebeud frazennoù eeun, lennet gant an holl.
disp-aucun = Hini ebet
disp-lieu = Ouzhpennañ ul lec'h
disp-lieu-hint = E anv rik, pe chomlec'h e bajenn.
disp-lieu-by-record = hervez e fichenn
note-disp-saved = Enrollet eo.
note-disp-lieu-added = Ouzhpennet eo al lec'h.
note-disp-lieu-removed = Lamet eo al lec'h.

## Founding documents

doc-title = Testennoù diazez
doc-type = Doare an destenn
doc-type-lettre = Lizher
doc-type-charte = Karta
doc-type-convention = Emglev
doc-type-deliberation = Divizadeg
doc-type-arrete = Diferadenn
doc-type-autre = All
doc-titre = Titl an destenn
doc-date = Deiziad an destenn
doc-reference = Dave
doc-adresse = Chomlec'h evit e lenn
doc-add = Ouzhpennañ an destenn-mañ
doc-about = { $kind } eus an { $date }

## Clusters

grappe-lead = Lec'hioù ha frammoù a labour asambles.
grappe-desk-title = Blokadoù
grappe-desk-lead = Bodadoù frank a lec'hioù, a gumunioù hag a frammoù.
grappe-desk-none = Blokad ebet evit poent.
grappe-nouvelle = Blokad nevez
grappe-unlinked = N'eo ket liammet ar blokad-mañ ouzh un etrekumunelezh.
grappe-nom = Anv
grappe-niveaux = Liveoù ma'z eo stag outo
grappe-niveaux-hint = Unan dre linenn, da skouer Rennes, ha goude Rennes Métropole. Ne cheñchint ket ken.
grappe-niveaux-n = Live { $n }
grappe-niveaux-name = Liveoù
grappe-niveaux-missing = Skrivit ul live da nebeutañ.
grappe-zone = Kumunioù ha karterioù
grappe-zone-hint = Anvioù, kodoù pe tiriadoù en o fezh, gant skejoù etrezo.
grappe-structures = Frammoù
grappe-structures-n = Framm { $n }
grappe-structures-name = Frammoù
grappe-debut = Devezh kentañ
grappe-fin = Devezh diwezhañ
grappe-resume = Da betra e servij
grappe-lieu = Ouzhpennañ ul lec'h
grappe-lieu-hint = E anv rik, pe chomlec'h e bajenn.

## Sectors

secteur-title = Rannoù
secteur-title-of = Rannoù : { $name }
secteur-lead = Penaos eo rannet an tiriad, ha piv a ra war-dro pep lodenn.
secteur-add = Ouzhpennañ ur rann
secteur-change = Kemmañ ar rann-mañ
secteur-nom = Anv ar rann
secteur-zone = Kumunioù ha karterioù ar rann
secteur-zone-hint = Anvioù pe kodoù, gant skejoù etrezo.
secteur-zone-missing = Skrivit ur gumun da nebeutañ.
secteur-structure = Framm a ra war e dro
secteur-structure-hint = Laoskit goullo ma ne ra den war e dro.
secteur-debut = Abaoe an
secteur-fin = Betek an
secteur-about = { $area } ; goloet gant { $who }
secteur-nobody = { $area } ; den ebet ne ra war e dro
secteur-left-out = E rann ebet : { $area }.
secteur-shared = E meur a rann : { $area }.
secteur-beyond = En ur rann, met er-maez eus an tiriad : { $area }.
secteur-uncovered = En ur rann na ra den war he zro hiziv : { $area }.
note-secteur-saved = Enrollet eo ar rann.
note-secteur-removed = Lamet eo ar rann.
