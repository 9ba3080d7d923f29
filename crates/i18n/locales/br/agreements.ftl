# Agreements on money that was granted.

## Lists

conv-title = Emglevioù
conv-of-envelope = Emglevioù : { $name }
conv-of-organisation = Emglevioù { $name }
conv-lead = Ar pezh a vez sinet gant pep framm a zegemer arc'hant ar golo-mañ, hag ar pezh a heuilh : paeamantoù, bilañsoù, kemmoù, daskorioù.
conv-own-lead = An emglevioù kaset d'ho framm da sinañ, hag ar bilañsoù da reiñ.
conv-none = Emglev ebet evit poent.
conv-none-own = N'en deus ho framm degemeret emglev ebet c'hoazh.
conv-sans = Roet hep emglev
conv-une = Emglev
conv-name = { $request } : { $name }
conv-montant-convenu = Sammad divizet
conv-bilan-attendu = Bilañs gortozet
conv-attendu = { $report }, a-raok an { $day }
conv-attendu-en-retard = { $report } diwezhat : gortozet d'an { $day }
conv-new = Emglev nevez
conv-new-for = Skrivañ evit { $request }
conv-new-lead = Un emglev a zo diwar-benn arc'hant roet dija d'ur goulenn. Netra ne vez paeet amañ : skrivet e vez ar paeamantoù er golo.
conv-new-none = N'eus netra roet hep emglev er golo-mañ : roit da gentañ, an emglev a zeu goude.
conv-make = Krouiñ an emglev
conv-change = Kemmañ ar brouilhed
conv-change-lead = Ur brouilhed ne zalc'h den. Ne ya ket ar sammad en tu all d'ar pezh a zo roet.
conv-amend = Ober ur c'hemm
conv-amend-lead = Lennet e c'haller atav ar pezh a oa divizet a-raok. Ne gemm ket un termen paeet dija.
conv-amend-do = Enrollañ ar c'hemm

## What is agreed

conv-demande = Goulenn roet
conv-demande-dite = { $request }, { $name } : { $amount } roet
conv-enveloppe = Golo
conv-objet = Pal
conv-objet-hint = Ar pezh a bae an arc'hant, e frazenn pe ziv.
conv-debut = Devezh kentañ
conv-fin = Devezh diwezhañ
conv-echeances = Paeamantoù raktreset
conv-echeance-n = Paeamant { $n }
conv-echeance-jour = A-raok an
conv-echeance-montant = Sammad
conv-jour-intermediaire = Bilañs etre gortozet d'an
conv-jour-intermediaire-hint = Laoskit goullo ma n'eus ket.
conv-jour-final = Bilañs diwezhañ gortozet d'an
conv-ecart-manque = Ar paeamantoù raktreset a laosk { $amount } a-gostez : n'emañ ket enno kement a zo roet.
conv-ecart-trop = Ar paeamantoù raktreset a ya { $amount } en tu all d'ar pezh a zo roet : grit ur c'hemm, pe lakait reiñ an diforc'h.
conv-echeance-dite = { $amount }, { $day }
conv-ligne-dite = Linenn { $line } : { $amount }, { $day }

## How far it is

conv-etat = Stad
conv-etat-redigee = O vezañ skrivet
conv-etat-envoyee = Kaset da sinañ
conv-etat-signee = Sinet
conv-etat-amendee = Sinet, gant kemm
conv-etat-bilan-intermediaire = Bilañs etre degemeret
conv-etat-bilan-final = Bilañs diwezhañ degemeret
conv-etat-close = Serret
conv-etat-interrompue = Paouezet
conv-depuis = { $state } abaoe an { $day }
conv-signee-le = { $state } ; sinadur an { $day }
conv-signature = Sinadur
conv-signee-par = Sinet d'an { $day } : { $by }.
conv-versee = Paeet : linenn { $line }
conv-versee-en-partie = Paeet evit lod : linenn { $line }, { $missing } a vank
conv-en-retard = Diwezhat : da baeañ
conv-a-venir = Da zont
conv-pas-maintenant = Ne vez ket graet an dra-se bremañ. Stad an emglev : { $state }.

## Steps

conv-acte-envoyer = Kas da sinañ
conv-acte-envoyer-aide = Sinet e vez er-maez ac'hann, war ar skrid moullet. Gwelet e vez neuze an emglev gant ar framm.
conv-acte-reprendre = Adkemer ar brouilhed
conv-acte-reprendre-aide = Ur brouilhed eo an emglev en-dro : ne vez ket gwelet ken gant ar framm.
conv-acte-signer = Notañ ar sinadur
conv-acte-signer-aide = Devezh ar sinadur diwezhañ, ha karg pep siner. Ne vez goulennet anv ebet.
conv-acte-verser = Liammañ ur paeamant
conv-acte-verser-aide = Dibabit ar paeamant raktreset ha linenn ar golo he deus paeet anezhañ. Ur wech hepken e servij ul linenn.
conv-acte-reclamer = Goulenn arc'hant en-dro
conv-acte-reclamer-aide = Morse muioc'h eget ar pezh a zo paeet. Gortozet e vez ar sammad ken na vez notet gant ul linenn eus ar golo.
conv-acte-rendre = Notañ arc'hant daskoret
conv-acte-rendre-aide = Er golo, nullit da gentañ linenn ar paeamant, ha notit goude ar pezh a zo dalc'het gant ur paeamant nevez. Amañ, dibabit al linenn a null.
conv-acte-clore = Serriñ an emglev
conv-acte-clore-aide = Goude ar bilañs diwezhañ, pa ne vez gortozet netra ken.
conv-acte-interrompre = Paouez gant an emglev
conv-acte-interrompre-aide = Echuiñ a ra a-raok he zermen. Arc'hant a c'haller goulenn en-dro c'hoazh.
conv-jour = Deiz
conv-motif = Abeg
conv-motif-hint = Ur frazenn : chom a ra gant an emglev.
conv-montant = Sammad
conv-signataires = Kargoù ar sinerien
conv-signataires-hint = Da skouer : prezidantelezh, renerezh meur.
conv-signataires-n = Karg { $n }
conv-echeance = Paeamant raktreset
conv-ligne = Linenn ar golo
conv-remboursement = Daskor gortozet

## What became of it

conv-avenants = Kemmoù
conv-avenant = Kemm { $n }, { $day } : { $reason }
conv-avenant-avant = A-raok : { $instalments }
conv-bilans = Bilañsoù
conv-bilan-dit = { $report } an { $day }, gant { $by }. Dispignet : { $spent }.
conv-remboursements = Daskorioù
conv-remboursement-dit = { $amount } goulennet d'an { $day } : { $reason }
conv-remboursement-attendu = Gortozet.
conv-remboursement-recu = Degemeret : linenn { $line } ar golo.
conv-materiel = Dafar prenet
conv-materiel-somme = Paeañ a ra an emglev-mañ { $share } eus un dafar a goust { $price }.

## Reports

conv-acte-bilan = Reiñ ur bilañs
conv-bilan-title = Bilañs : { $name }
conv-bilan-lead = Leuniet eo ar furmskrid gant ar pezh a zo anavezet dija : merkerioù hoc'h oberoù er follennoù-hent, hag al lodenn baeet eus an dafar er roll. Reizhit ar pezh a zo faos.
conv-bilan = Peseurt bilañs
conv-bilan-intermediaire = Bilañs etre
conv-bilan-final = Bilañs diwezhañ
conv-bilan-final-hint = War e lerc'h, ne vez gortozet bilañs ebet ken.
conv-bilan-mots = Ar pezh a zo bet graet
conv-mesures = Muzulioù
conv-mesures-hint = Unan dre linenn.
conv-mesure = { $name } : { $value } ; pal : { $target } ({ $action })
conv-mesure-vue = { $value } { $unit } d'an { $day }
conv-depense = Dispignet eus an arc'hant-mañ
conv-depense-hint = Abaoe an derou. Da skouer : 4 400 €, pe 0.
conv-bilan-envoyer = Kas ar bilañs

## The text

conv-texte = Skrid da voullañ
conv-texte-title = Emglev { $name }
conv-texte-entre = Etre { $funder }, a zegas an arc'hant, ha { $name }, a zegemer anezhañ.
conv-texte-objet = 1. Pal
conv-texte-objet-mots = Arc'hantet eo ar goulenn « { $request } » gant ar golo « { $envelope } ».
conv-texte-montant = 2. Sammad ha paeamantoù
conv-texte-montant-mots = { $amount } a vez paeet evel-hen :
conv-texte-duree = 3. Pad
conv-texte-duree-mots = An arc'hant a servij d'ar pal-se { $period }.
conv-texte-sans-duree = betek ar bilañs diwezhañ
conv-texte-bilans = 4. Bilañsoù
conv-texte-bilans-un = Ur bilañs diwezhañ a vez roet a-raok an { $last }.
conv-texte-bilans-deux = Ur bilañs etre a vez roet a-raok an { $interim }, ur bilañs diwezhañ a-raok an { $last }.
conv-texte-materiel = 5. Dafar
conv-texte-materiel-mots = Skrivet e vez an dafar prenet gant an arc'hant-se e roll ar framm, gant e lec'h, e briz ha bloavezh e nevesadur.
conv-texte-changements = 6. Kemmoù ha daskor
conv-texte-changements-mots = Ur c'hemm a vez graet dre un ouzhpennadenn sinet gant an daou.
conv-texte-rendre-mots = Daskoret e vez an arc'hant n'en deus ket servijet d'ar pal.
conv-texte-signatures = 7. Sinadurioù
conv-texte-a-signer = Graet e daou skouerenn. Deiz, karg ha sinadur pep hini :

## What is wrong

conv-wrong-objet = Skrivit ar pezh a bae an arc'hant.
conv-wrong-bilan = Skrivit ar pezh a zo bet graet.
conv-wrong-depense = Skrivit ar pezh a zo bet dispignet : 0 ma n'eus netra.
conv-wrong-mesures = D'ar muiañ { $n } linenn, { $chars } arouezenn pep hini.
conv-refus-rien = N'eus netra roet d'ar goulenn-mañ eus ar framm-mañ.
conv-refus-etape = Ne vez ket graet an dra-se bremañ. Stad an emglev : { $state }.
conv-refus-change = Kemmet eo bet ar brouilhed gant unan bennak etretant : adlennit anezhañ en un ivinell all, keñveriit, ha krogit en-dro.
conv-refus-sans-echeance = Skrivit ur paeamant d'an nebeutañ.
conv-refus-echeances = D'ar muiañ { $n } paeamant.
conv-refus-bilans = Ar bilañs diwezhañ a zeu goude ar bilañs etre.
conv-refus-accorde = { $over } re : { $granted } a zo roet. Izelait ur paeamant, pe lakait reiñ an diforc'h.
conv-refus-tot = Ket a-raok an { $day }.
conv-refus-signataire = Skrivit karg ur siner d'an nebeutañ.
conv-refus-versee = Paeet eo dija ar paeamant a { $amount }, { $day } : laoskit anezhañ evel m'emañ.
conv-refus-liee = Liammet ouzh al linenn { $line } dija.
conv-refus-versement = N'eo ket al linenn { $line } ur paeamant dieub eus an emglev-mañ.
conv-refus-trop = Paeañ a ra al linenn { $amount } muioc'h eget raktreset : dibabit ur paeamant all, pe grit ur c'hemm.
conv-refus-retour = Ne null ket al linenn { $line } ur paeamant eus an emglev-mañ.
conv-refus-rendre = Ne vez goulennet nemet ar pezh a zo paeet : { $amount } d'ar muiañ.
conv-refus-bilan-final = Aze emañ ar bilañs diwezhañ dija.
conv-refus-sans-bilan = Gortozet eo c'hoazh ar bilañs diwezhañ.
conv-refus-du = Gortozet eo c'hoazh un daskor.

## What was done

note-conv-saved = Enrollet eo an emglev.
note-conv-amended = Enrollet eo ar c'hemm.
note-conv-envoyer = Kaset eo an emglev da sinañ.
note-conv-reprendre = Ur brouilhed eo an emglev en-dro.
note-conv-signer = Notet eo ar sinadur.
note-conv-verser = Liammet eo ar paeamant.
note-conv-reclamer = Goulennet eo an arc'hant en-dro.
note-conv-rendre = Notet eo an daskor.
note-conv-clore = Serret eo an emglev.
note-conv-interrompre = Paouezet eo an emglev.
note-conv-bilan = Kaset eo ar bilañs.

## Equipment

equip-title = Dafar
equip-of = Dafar : { $name }
equip-lead = Ar pezh en deus prenet ar framm, pelec'h emañ, ha pegoulz e vo ret nevesaat. N'eus nemet tud ar framm hag al lec'hioù o welet an dra-se.
equip-none = Dafar ebet n'eo skrivet.
equip-calendrier = Da nevesaat
equip-a-renouveler = Da nevesaat e { $year } : { $what }
equip-a-renouveler-depuis = A oa da nevesaat e { $year } : { $what }
equip-lots = Lodoù
equip-new = Ouzhpennañ ul lod
equip-new-lead = Ul lod : dafar a-seurt, prenet en hevelep deiz, en hevelep lec'h.
equip-nature = Seurt
equip-nature-ordinateurs = Urzhiataerioù
equip-nature-tablettes = Tabletezennoù
equip-nature-imprimantes = Moullerezioù ha skannerioù
equip-nature-ecrans = Skrammoù ha bannerioù
equip-nature-reseau = Rouedad : boestoù, fun, alc'hwezioù 4G
equip-nature-mobilier = Arrebeuri
equip-nature-vehicules = Kirri
equip-nature-autre = All
equip-nombre = Pet
equip-detail = Munud
equip-detail-hint = Ur patrom, ur sal.
equip-achete = Prenet d'an
equip-achete-le = prenet d'an { $day }
equip-achat = Prenadenn
equip-achat-dit = { $day }, { $price }
equip-prix = Priz
equip-prix-hint = Evit al lod a-bezh, da skouer : 12 000 €.
equip-lieu = Lec'h
equip-lieu-hint = Anv rik ul lec'h, pe chomlec'h e bajenn. Laoskit goullo ma n'emañ an dafar e lec'h ebet.
equip-nulle-part = e lec'h ebet
equip-renouvellement = Da nevesaat e
equip-renouvellement-hint = Ur bloavezh, da skouer : 2031.
equip-convention = Paeet gant an emglev
equip-convention-aucune = Hini ebet
equip-convention-dite = { $request } ({ $envelope })
equip-part = Lodenn baeet
equip-part-hint = Al lodenn eus ar priz paeet gant an emglev, da skouer : 4 800 €.
equip-paye-par = Paeet gant
equip-a-qui = Da biv
equip-etat = Stad
equip-etat-en-service = Implijet
equip-etat-prete = Prestet
equip-etat-donne = Roet
equip-etat-rebut = Taolet
equip-etat-depuis = { $day } : { $reason }
equip-depuis = Abaoe an
equip-depuis-hint = Laoskit goullo ma'z eo implijet an dafar.
equip-motif = Abeg
equip-motif-hint = Da biv eo prestet pe roet, pe perak eo taolet.
equip-partager = Distagañ ul lodenn
equip-partager-aide = Ul lodenn a ya e lec'h all, a zo prestet, roet pe taolet : rannet e vez ar priz hag al lodenn baeet d'ar santim.
equip-place-lead = An dafar a zo amañ, da biv eo, ha peseurt golo en deus paeet anezhañ.
equip-place-none = Dafar ebet n'eo skrivet el lec'h-mañ.
equip-faux-nombre = Skrivit un niver etre 1 ha { $n }.
equip-faux-partie = Ul lodenn a zo bihanoc'h eget al lod : dalc'hit unan d'an nebeutañ.
equip-faux-prix = Skrivit priz al lod : 0 ma'z eo bet roet.
equip-faux-part = Brasoc'h eget mann eo al lodenn baeet, ha n'eo ket brasoc'h eget ar priz.
equip-faux-annee = Dont a ra an nevesadur goude ar brenadenn, e-kerzh daou-ugent vloaz.
equip-faux-avant = A-raok ar brenadenn e oa.
equip-faux-convention = Dibabit un emglev sinet gant ar framm-mañ, pe laoskit al lodenn c'houllo.
equip-change-entre-temps = Kemmet eo bet al lod-mañ gant unan bennak etretant : digorit anezhañ en-dro, ha krogit adarre.
note-equip-saved = Enrollet eo ar roll dafar.

equip-combien-ordinateurs = { $n } urzhiataer
equip-combien-tablettes = { $n } tabletezenn
equip-combien-imprimantes = { $n } moullerez
equip-combien-ecrans = { $n } skramm
equip-combien-reseau = { $n } dafar rouedad
equip-combien-mobilier = { $n } arrebeuri
equip-combien-vehicules = { $n } c'harr
equip-combien-autre = { $n } tra all
equip-age = { $n } bloaz
