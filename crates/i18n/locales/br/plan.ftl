# Three years of means: the plan of a body.

plan-title = Steuñv war tri bloaz
plan-of = Steuñv war tri bloaz : { $name }
plan-lead = Ar pezh a zo goulennet, boutinaet, prometet, roet ha paeet, dre vloavezh, golo, ezhomm ha tiriad. Ur c'houst lavaret div wech ne vez kontet nemet ur wech.
plan-des = Tri bloaz adalek { $year }
plan-xlsx = Levr jediñ (XLSX)
plan-csv = Taolennoù (CSV)
plan-pdf = Teuliad (PDF)
plan-sum = War tri bloaz, eus { $first } betek { $last }, { $asked } a zo goulennet, { $pooled } anezho dre voutinadurioù.
plan-sum-given = { $promised } a zo prometet ha { $granted } roet, { $paid } anezho paeet. A chom da gavout : { $find }.
plan-sum-double = Kontet div wech, ha tennet : { $doubled }.
plan-no-double = Netra n'eo kontet div wech.
plan-parted = Sammadoù rannet ingal, betek ar santim : { $years ->
        [one] { $years } goulenn etre meur a vloavezh
       *[other] { $years } goulenn etre meur a vloavezh
    }, { $needs } etre meur a ezhomm, { $territories } etre meur a diriad.
plan-outside = Goulennet evit bloavezhioù all, ha laosket a-gostez : { $amount }.
plan-unsaid = { $n ->
        [one] { $n } mennad ne lavar sammad ebet : ne gont ket.
       *[other] { $n } mennad ne lavaront sammad ebet : ne gontont ket.
    }
plan-sums = Sammadoù a lennit : ar pezh a sell ouzh nebeutoc'h eget tri framm ne vez ket diskouezet, nag an taolennoù dre ezhomm ha dre diriad. Lennet e vefe lodenn pep hini.
plan-peu = Nebeutoc'h eget tri framm o deus ul lodenn er steuñv-mañ : ne vez ket diskouezet e sammadoù, lennet e vefe lodenn pep hini.
plan-bars = Bloavezh ha bloavezh
plan-bar = War ar barrennoù : leun, paeet ; linennoù sonn, roet ha n'eo ket paeet c'hoazh ; linennoù stouet, prometet ; riblenn bikennek, da gavout. Ar memes skeul o deus an teir barrenn.
plan-year = { $year } : { $asked } goulennet, { $promised } prometet, { $granted } roet, { $paid } anezho paeet, { $find } da gavout.
plan-by-envelope = Dre c'holo
plan-by-need = Dre ezhomm
plan-enveloppe = Golo
plan-enveloppe-montant = Sammad ar golo
plan-besoin = Ezhomm
plan-demande = Goulennet, ur wech
plan-double = Kontet div wech, tennet
plan-mutualise = Boutinaet
plan-a-trouver = Da gavout
plan-reste = A chom er golo
plan-trois-ans = Tri bloaz
plan-non-dit = n'eo ket lavaret
plan-sans-enveloppe = Hep golo
plan-entre = { $low } betek { $high }
plan-au-moins = { $head }, d'an nebeutañ
plan-au-plus = { $head }, d'ar muiañ
plan-lire = Da lenn
plan-doubles = Ar pezh a zo kontet div wech
plan-doubled = « { $told } » a lavar ar memes koust ha « { $kept } » ({ $why }) : { $amount } tennet, { $rest } kontet ouzhpenn.
plan-why-same-action = ur memes ober
plan-why-same-cost = ur memes koust
plan-why-same-post = ur memes post
plan-why-follows = an eil a zeu eus egile

## What if

plan-si = Ha ma…
plan-si-aide = Esaeit ur sammad all evit ur golo, pe ar steuñv hep ur c'heveler. Netra ne vez enrollet. Chomlec'h ar bajenn a vir hoc'h esae : gallout a rit e reiñ d'un all.
plan-si-enveloppe = Ar golo
plan-si-montant = a zalc'h
plan-si-montant-hint = Da skouer : 40 000 €.
plan-si-sans = Hep ar c'heveler-mañ
plan-si-aucune = (kemm ebet)
plan-si-voir = Gwelet petra a gemm
plan-si-inconnue = Dibabit ur golo eus ar renerezh-mañ.
plan-si-choisir = Dibabit ar golo ivez.
plan-si-personne = N'en deus ar c'heveler-mañ netra er steuñv-mañ.
plan-si-ferme = Sammadoù a lennit : ar pezh en deus ur framm hepken enno ne vez ket diskouezet.
plan-alors = Ar pezh a gemm
plan-si-dit-montant = « { $name } » a zalc'hfe { $amount }.
plan-si-dit-sans = Hep { $name } : mont a ra e c'houlennoù kuit, chom a ra e lodenn er boutinadurioù.
plan-si-reste = { $n ->
        [one] { $n } eus e c'houlennoù a chom : douget eo gant ur boutinadur.
       *[other] { $n } eus e c'houlennoù a chom : douget int gant boutinadurioù.
    }
plan-moved = Diforc'h war tri bloaz : { $asked } goulennet, { $granted } roet, { $find } da gavout.
plan-si-annees = A-raok ha goude, dre vloavezh
plan-si-demande-avant = Goulennet
plan-si-demande-apres = Goulennet, neuze
plan-si-trouver-avant = Da gavout
plan-si-trouver-apres = Da gavout, neuze
plan-si-enveloppes = Ar pezh a chomfe e pep golo
plan-si-reste-avant = A chom
plan-si-reste-apres = A chom, neuze
