# Examination of applications, decisions, results and letters.

examen-title = Studi ar goulennoù
examen-lead = Ar goulennoù resevet, ar re o deus ar gwellañ notennoù da gentañ. Gant pep pazenn e vez roet un abeg.
examen-de = Studi : { $name }
examen-dossier = Gwelet ar goulenn hag e restroù
examen-toutes = An holl
examen-etape-recue = Da studiañ
examen-etape-recevable = Degemeret da studiañ
examen-etape-eligible = Diouzh ar galv
examen-etape-ecartee = Lakaet a-gostez
examen-etape-decidee = Divizet
examen-depuis = O c'hortoz abaoe
examen-jours =
    { $n ->
        [0] hiziv
        [one] { $n } deiz
       *[other] { $n } deiz
    }
examen-marque = Notenn
examen-marques =
    { $n ->
        [one] { $mean } diwar 20, { $n } notenn
       *[other] { $mean } diwar 20, { $n } notenn, eus { $least } da { $most }
    }
examen-avis = Ali
examen-avis-favorable = A-du
examen-avis-reserve = A-du gant evezhiadennoù
examen-avis-defavorable = A-enep
examen-avis-de = Ali : { $name }
examen-avis-sur = Ali diwar-benn goulenn { $name }
examen-avis-motif = Abeg an ali
examen-avis-motif-hint = Lennet e vez an abeg gant ar re a studi ha gant al liveoù all.
examen-niveau = Live a ro an ali
examen-a-aviser = Alioù da reiñ
examen-a-aviser-lead = Ar goulennoù degemeret a sell ouzh un tiriad a gomzit evitañ.
examen-rien-a-aviser = Goulenn ebet ne c'houlenn ali unan eus ho tiriadoù.
examen-aviser = Reiñ an ali
examen-appel = Galv
examen-territoire = Tiriad
examen-recevabilite = Degemeradur da studiañ
examen-eligibilite = Bezañ diouzh ar galv
examen-pas-dit = n'eo ket lavaret c'hoazh
examen-question = Petra a vez gwelet
examen-question-recevabilite = An degemeradur da studiañ
examen-question-recevabilite-hint = Deuet eo, klok eo, ha gallout a ra ar framm-mañ goulenn.
examen-question-eligibilite = Bezañ diouzh ar galv
examen-question-eligibilite-hint = Ar pezh a vez goulennet eo ar pezh a vez paeet gant ar galv.
examen-constat = Disoc'h
examen-constat-oui = Ya
examen-constat-non = Ket
examen-constat-motif = Abeg an disoc'h
examen-constater = Enrollañ an disoc'h
examen-notes = Notennoù prevez
examen-note-texte = Notenn brevez
examen-note-texte-hint = Lennet gant ar re a studi. Ne vez ket gwelet gant ar framm a c'houlenn.
examen-noter = Mirout an notenn
examen-marquer = Enrollañ ma foentoù
examen-point-choisir = Dibab
examen-point-manque = Roit etre 0 ha 5 poent.
examen-poids = Kontañ a ra { $n } gwech. Etre 0 ha 5 poent.
examen-conflits = Liammoù disklêriet
examen-conflits-n =
    { $n ->
        [one] { $n } den ne notenn ket
       *[other] { $n } den ne notennont ket
    }
examen-conflit-motif = Liamm gant ar framm a c'houlenn
examen-conflit-motif-hint = Ne notennot ket ar goulenn-mañ, ha lamet e vo ar poentoù bet roet ganeoc'h.
examen-declarer = Disklêriañ ul liamm gant ar framm
examen-grille = Kael notennañ
examen-grille-lead = Un dezverk dre linenn : e anv, daoubik, ha pet gwech e kont.
examen-grille-ecrire = Enrollañ ar gael
note-examen-grille-ecrite = Enrollet eo ar gael.
examen-criteres = Dezverkoù
examen-criteres-hint = Da skouer « Talvoudegezh evit an dud : 3 ». Pep dezverk a resev etre 0 ha 5 poent hag a gont etre 1 ha 10 gwech.
examen-decisions = Divizoù
examen-decision = Diviz
examen-decision-retenue = Asantet
examen-decision-retenue-sous-reserve = Asantet gant evezhiadennoù
examen-decision-liste-attente = War ar roll gortoz
examen-decision-refusee = Nac'het
examen-decision-sans-suite = Hep heuliad
examen-decision-motif = Abeg an diviz
examen-decision-motif-hint = Skrivet e vez el lizher.
examen-decider = Enrollañ an diviz
examen-enveloppe = Golo-arc'hant
examen-enveloppe-hint = Roet e vez ar sammad asambles gant an diviz. Ma n'eus ket trawalc'h er golo-arc'hant, ne vez divizet netra.
examen-enveloppe-aucune = Sammad ebet
examen-montant = Sammad roet
examen-cout = Koust en holl
examen-cout-hint = Ret ma pae ar golo-arc'hant ul lodenn eus ar c'houst.
examen-annee = Bloaz
examen-sans-enveloppe = N'hallit reiñ sammad ebet eus golo-arc'hant ebet. Ar re a arc'hanta a roio anezhañ d'ar goulenn « { $request } ».
examen-reste = { $left } a chom diwar { $whole }
note-examen-dit = Enrollet eo.
examen-courrier = Lizher-kemenn
examen-publier = Embann an disoc'hoù
note-examen-publie = Embannet eo an disoc'hoù.
examen-resultats = Disoc'hoù
examen-resultats-de = Disoc'hoù : { $title }
examen-publies = Embannet d'an { $date }. Ar goulennoù asantet hepken a vez anvet.
examen-beneficiaire = Framm skoazellet
examen-sans-montant = hep sammad
examen-aucune-retenue = Goulenn ebet n'eo asantet.
examen-total =
    { $n ->
        [one] { $n } goulenn asantet, { $amount } roet.
       *[other] { $n } goulenn asantet, { $amount } roet.
    }
examen-ouvertes = Roadennoù digor (360Giving, JSON)
examen-sans-motif = Skrivit an abeg.
examen-faux-decidee = Divizet eo bet c'hoazh gant ar c'huzul.
examen-faux-irrecevable = N'eo ket bet degemeret ar goulenn da studiañ.
examen-faux-ineligible = N'eo ket bet lavaret ez eo ar goulenn diouzh ar galv.
examen-faux-conflit = Disklêriet ho peus ul liamm gant ar framm : ne notennit ket ar goulenn-mañ.
examen-faux-points = Roit etre 0 ha { $n } poent da bep dezverk.
examen-faux-grille = N'eus kael ebet c'hoazh gant ar galv.
examen-faux-notes = Re a notennoù zo.
examen-faux-etat = N'eo ket ar goulenn da studiañ : { $state }.
examen-faux-partie = Ho framm a gemer perzh er goulenn-mañ : ne studiit ket anezhañ.
examen-faux-niveau = Ne sell ket ar goulenn ouzh al live-mañ, pe ne gomzit ket evitañ.
examen-faux-grille-utilisee = Goulennoù zo bet notennet gant ar gael-mañ : ne cheñcho ket ken.
examen-faux-indecises =
    { $n ->
        [0] N'eus goulenn ebet da embann.
        [one] { $n } goulenn n'eo ket divizet.
       *[other] { $n } goulenn n'int ket divizet.
    }
examen-faux-montant = Ar goulennoù asantet hepken a resev ur sammad.
examen-faux-territoire = N'eo ket anavezet tiriad ar goulenn.
examen-faux-enveloppe = Dibabit ur golo-arc'hant eus ar roll.
examen-faux-criteres = Skrivit un dezverk dre linenn gant e bouez etre 1 ha 10, { $n } d'ar muiañ.
courrier-a = Da { $name }
courrier-le = D'an { $date }
courrier-objet = Ho koulenn d'ar galv « { $title } »
courrier-retenue = Asantet eo ho koulenn d'ar galv « { $title } ».
courrier-retenue-sous-reserve = Asantet eo ho koulenn d'ar galv « { $title } », gant an evezhiadenn skrivet amañ dindan.
courrier-liste-attente = War ar roll gortoz emañ ho koulenn d'ar galv « { $title } » : asantet e c'hallo bezañ ma vez dieubet arc'hant.
courrier-refusee = N'eo ket asantet ho koulenn d'ar galv « { $title } ».
courrier-sans-suite = Ne vez roet heuliad ebet d'ho koulenn d'ar galv « { $title } ».
courrier-montant = { $amount } eo ar sammad roet.
courrier-motif = Abeg
courrier-fin = Ar renadur a zoug ar galv a respont d'ho koulennoù.
courrier-reference = Niverenn ar goulenn : { $name }
examen-lot = Meur a hini war un dro
examen-lot-choix = Goulennoù dibabet
examen-lot-recue = { $step }, resevet d'an { $date }
examen-lot-faire = Petra ober gant ar re-mañ ?
examen-lot-faire-etiqueter = Lakaat an dikedenn
examen-lot-faire-detiqueter = Lemel an dikedenn
examen-lot-faire-liste-attente = Lakaat war ar roll gortoz
examen-lot-faire-refusee = Nac'hañ
examen-lot-faire-sans-suite = Lakaat hep heuliad
examen-lot-etiquette = Tikedenn
examen-lot-etiquette-hint = Un nebeut gerioù, da skouer « da adwelet ». Lennet gant ar re a studi hepken.
examen-lot-motif = Abeg boutin
examen-lot-motif-hint = Evit un diviz : skrivet e vez e pep lizher.
examen-lot-envoyer = Ober evit ar re zo dibabet
examen-lot-aucune = Dibabit ur goulenn da nebeutañ.
examen-lot-sans-etiquette = Skrivit an dikedenn gant un nebeut gerioù, { $n } arouezenn d'ar muiañ.
examen-lot-fait =
    { $n ->
        [0] N'eus bet gallet ober netra :
        [one] { $n } goulenn zo graet. Ar pezh n'eus ket bet gallet ober :
       *[other] { $n } goulenn zo graet. Ar pezh n'eus ket bet gallet ober :
    }
examen-lot-inconnue = N'emañ ket ken ar goulenn-mañ.
examen-faux-une-a-une = Ur goulenn asantet a vez divizet e-unan, gant e sammad.
examen-faux-etiquettes = { $n } tikedenn d'ar muiañ a vez war ur goulenn.
examen-delais = Dale
examen-delais-lead = Ar goulennoù lamet, kaset en-dro da reizhañ pe divizet n'int ket kontet. Dale zo gant ur goulenn ma n'eo ket studiet deiz ar c'huzul, pe ma n'eo ket divizet deiz an diviz.
examen-delais-etape = Pazenn
examen-delais-nombre = O c'hortoz
examen-delais-mediane = Kreiz
examen-delais-longue = Ar c'hoshañ
examen-delais-retard = Gant dale
examen-delais-total = An holl bazennoù
