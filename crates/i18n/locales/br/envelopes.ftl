# Envelopes and their ledgers.

## Lists

env-title = Goloioù arc'hant
env-lead = An arc'hant lakaet a-gostez gant ur arc'hantaour : pegement, evit petra, evit piv, ha pegement a chom.
env-none = Golo ebet evit poent. Krouet e vezont adalek lec'h labour ur renerezh.
env-of-body = Goloioù ar renerezh
env-body-title = Goloioù arc'hant : { $name }
env-body-lead = Ar pezh a zo prometet, roet ha paeet. Ur sammad hag a sell ouzh nebeutoc'h eget tri framm ne vez ket diskouezet : lennet e vefe lodenn pep hini.
env-body-none = N'en deus ar renerezh-mañ golo ebet c'hoazh.
env-new = Golo nevez
env-new-lead = Ne c'hall ket ur golo bezañ tremenet biken : gwiriet e vez an uhelvevennoù gant pep linenn.
env-make = Krouiñ ar golo
env-change = Kemmañ ar golo
env-change-lead = Ne c'hall ket ar sammad nag an uhelvevennoù mont dindan ar pezh a zo prometet pe roet dija. Piv bennak a skriv anezho ne ro ket arc'hant eus ar golo-mañ.
env-csv = Linennoù e CSV

## What an envelope is

env-nom = Anv
env-nom-hint = Da skouer : Dotation d'ingénierie 2024.
env-objet = Ar pezh a bae
env-objet-ingenierie = Ijinouriezh : studioù, buhezadur, savidigezh teuliadoù
env-objet-formation = Stummadur
env-objet-postes = Postoù
env-objet-investissement = Postadur : urzhiataerioù, arrebeuri, labourioù
env-objet-fonctionnement = Mont en-dro
env-financeur = Arc'hantaour
env-financeur-hint = Anv ar framm, pe un anv all, da skouer : Stad.
env-financeur-est = An arc'hantaour-mañ a zo
env-financeur-est-connu = Ur framm anavezet amañ : e renerien a c'hallo reiñ
env-financeur-est-autre = Unan all, ha pa vefe dezhañ ar memes anv
env-montant = Sammad
env-montant-hint = Da skouer : 55 400 €.
env-debut = Devezh kentañ
env-fin = Devezh diwezhañ
env-quand = Prantad
env-plafonds = Uhelvevennoù
env-plafonds-aide = Laoskit goullo ar pezh n'en deus uhelvevenn ebet.
env-plafonds-territoires = Dre diriad
env-plafonds-territoires-hint = Unan dre linenn, da skouer « Rennes : 10 000 € ». Ma anvit lod, an tiriadoù all n'o devo netra.
env-plafond-chacune = Evit pep framm
env-plafond-chacune-hint = Ar muiañ a c'hall ur framm kaout en holl.
env-plafonds-structures = Evit frammoù zo
env-plafonds-structures-hint = Unan dre linenn, da skouer « CCAS : 10 000 € ». Kemer a ra plas uhelvevenn pep framm.
env-taux = Lodenn eus ar c'houst
env-taux-aide = Laoskit goullo ma c'hall ar golo paeañ pep tra.
env-part = D'ar muiañ al lodenn-mañ eus ar c'houst
env-part-hint = Da skouer : 40 %.
env-plancher = D'an nebeutañ, dre c'houlenn
env-plancher-hint = Dindan, ne vez ket kemeret ur goulenn.
env-plafond-demande = D'ar muiañ, dre c'houlenn
env-plafond-demande-hint = Ne vern ar c'houst.
env-source = Mammenn
env-source-hint = Al lizher pe ar bajenn ma'z eo skrivet ar sammad-se.

env-named = { $name } : { $value }

## What became of it

env-usage = Pelec'h emañ an arc'hant
env-use = { $promised } prometet, { $granted } roet, { $paid } paeet en o zouez ; chom a ra { $left } diwar { $whole }.
env-bar = War ar varrenn : leun, paeet ; linennoù sonn, roet ha n'eo ket paeet c'hoazh ; linennoù stouet, prometet ; gwenn, ar pezh a chom.
env-withheld = n'eo ket diskouezet
env-no-line = Netra prometet na roet c'hoazh.
env-by-year = Dre vloavezh
env-by-territory = Dre diriad
env-by-structure = Dre framm
env-annee = Bloavezh
env-territoire = Tiriad
env-structure = Framm
env-promis = Prometet
env-accorde = Roet
env-verse = Paeet
env-plafond = Uhelvevenn
env-reste = A chom
env-no-ceiling = hep uhelvevenn
env-lines = Linennoù
env-annulee = nullet

## A line

env-ligne = Linenn
env-ligne-jour = Deiz
env-ligne-fait = Ar pezh a zo graet
env-ligne-pour = Evit
env-ligne-demande = Goulenn
env-ligne-demande-hint = Anv ar goulenn, atav an hevelep hini : adalek ar promesa betek ar paeamant.
env-ligne-structure = Framm
env-ligne-structure-hint = Piv en deus an arc'hant : e anv rik, pe chomlec'h e bajenn.
env-ligne-territoire = Tiriad
env-ligne-territoire-hint = Pelec'h e servij an arc'hant, da skouer : Rennes.
env-ligne-annee = Bloavezh
env-ligne-annee-hint = Ar bloavezh evit pehini e vez roet an arc'hant.
env-ligne-montant = Sammad
env-ligne-montant-hint = Da skouer : 4 000 €.
env-ligne-cout = Koust hollek
env-ligne-cout-hint = Paeañ a ra ar golo ul lodenn eus ar c'houst-se.
env-ligne-decision = Diviz
env-ligne-decision-hint = E niverenn, ma'z eus unan.
env-ligne-motif = Abeg
env-ligne-motif-hint = Ur frazenn : chom a ra gant al linenn.
env-fait-promettre = Prometet
env-fait-accorder = Roet
env-fait-verser = Paeet
env-fait-liberer = Daskoret d'ar golo
env-fait-annuler = Nullañ a ra al linenn { $n }
env-acte-promettre = Prometiñ
env-acte-promettre-aide = Lakaet e vez an arc'hant a-gostez evit ur goulenn. Piv bennak a bromet d'ur goulenn ne ro netra dezhañ.
env-acte-accorder = Reiñ
env-acte-accorder-aide = Roet e vez an arc'hant dre un diviz. Kemeret e vez da gentañ ar pezh a oa prometet d'an hevelep goulenn.
env-acte-verser = Notañ ur paeamant
env-acte-verser-aide = Aet eo an arc'hant, diwar ar pezh a zo roet.
env-acte-liberer = Daskor d'ar golo
env-acte-liberer-aide = Daskoret e vez da gentañ ar pezh a zo prometet, ha goude ar pezh a zo roet ha n'eo ket paeet c'hoazh.
env-acte-annuler = Nullañ ul linenn
env-acte-annuler-aide = Ne vez kemmet linenn ebet biken : un all a null anezhi, ha lavaret a ra perak. Chom a ra an div.
env-annuler-this = Nullañ al linenn { $line }
env-annuler-title = Nullañ al linenn { $line }

## What is wrong

env-wrong-empty = Skrivit ur sammad brasoc'h eget mann.
env-wrong-ceiling = Ne c'hall ket un uhelvevenn bezañ uheloc'h eget ar golo.
env-wrong-bound = Un izelvevenn pe un uhelvevenn dre c'houlenn a zo brasoc'h eget mann.
env-wrong-floor = Uheloc'h eo an izelvevenn dre c'houlenn eget an uhelvevenn.
env-wrong-funder = Skrivit piv a zegas an arc'hant.
env-wrong-funder-unknown = Framm ebet anavezet amañ n'eo anvet « { $text } ». Reizhit an anv, pe dibabit « Unan all ».
env-wrong-line = N'eo ket komprenet : « { $text } ». Skrivit un anv, daoubik, ur sammad.
env-wrong-twice = « { $text } » : war ul linenn all emañ an anv-se dija. Dalc'hit ul linenn hepken.
env-wrong-share = Skrivit ul lodenn etre 0,01 % ha 100 %.
env-wrong-request = Skrivit anv ar goulenn.
env-wrong-year = Skrivit ur bloavezh, da skouer 2026.
env-wrong-reason = Skrivit perak.
env-refus-enveloppe = { $over } re : chom a ra { $left } er golo. Goulennit nebeutoc'h, pe lakait uhelaat ar sammad.
env-refus-territoire = { $over } re evit { $name } : { $ceiling } eo e uhelvevenn, chom a ra { $left }. Goulennit nebeutoc'h, pe lakait uhelaat an uhelvevenn.
env-refus-structure = { $over } re evit { $name } : { $ceiling } eo e uhelvevenn, chom a ra { $left }. Goulennit nebeutoc'h, pe lakait uhelaat an uhelvevenn.
env-refus-taux = { $over } re : ar goulenn-mañ a c'hall kaout { $ceiling } en holl, chom a ra { $left } dezhañ.
env-refus-vide = Skrivit ur sammad brasoc'h eget mann.
env-refus-verser = Ne vez paeet nemet ar pezh a zo roet : chom a ra { $amount } da baeañ d'ar goulenn-mañ, evit ar framm, an tiriad hag ar bloavezh-se.
env-refus-liberer = Ne vez daskoret nemet ar pezh a zo dalc'het : { $amount } evit ar goulenn, ar framm, an tiriad hag ar bloavezh-se.
env-refus-suite = Linennoù all eus ar goulenn « { $request } » a zalc'h outi : nullit anezho da gentañ.
env-refus-annulee = Nullet eo al linenn { $n } dija, pe nullañ a ra unan all : skrivit ul linenn nevez.
env-refus-rendue = Al linenn { $n } a zaskor arc'hant : prometit pe roit en-dro.
env-refus-formulaire = Implijet eo bet ar furmskrid-mañ dija : skrivet eo al linenn { $n }. Lennit anezhi, neuze digorit ur furmskrid nevez.
env-refus-ligne = N'eus linenn { $n } ebet.
env-refus-dates = Ne servij ket ar golo hiziv : { $period }.
env-refus-annee = Servijout a ra ar golo er bloavezhioù { $from } betek { $to }.
env-refus-cout = Paeañ a ra ar golo ul lodenn eus ar c'houst : skrivit ar c'houst hollek.
env-refus-plancher = Ur goulenn a zo { $amount } d'an nebeutañ.
env-refus-soi = Prometet ho peus d'ar goulenn-mañ, pe skrivet un uhelvevenn : unan all a rank reiñ.

## What was done

note-env-saved = Enrollet eo ar golo.
note-env-promettre = Prometet eo.
note-env-accorder = Roet eo.
note-env-verser = Notet eo ar paeamant.
note-env-liberer = Daskoret eo d'ar golo.
note-env-annuler = Nullet eo al linenn.
