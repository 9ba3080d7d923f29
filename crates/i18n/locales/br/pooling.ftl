# Kenlodennoù : kinniget, asantet, kaset, kuitaet, dizober.

## Lists

mut-title = Kenlodennoù
mut-title-of = Kenlodennoù : { $name }
mut-lead = Goulenn asambles ar pezh a goust nebeutoc'h asambles. Den n'eo engouestlet a-raok bezañ roet e asant.
mut-own-lead = Ar goulennoù boutin m'en deus ho framm ul lodenn enno. Netra ne vez kaset hep asant an holl frammoù.
mut-en-cours = War ober
mut-finies = Echu
mut-propositions = Kinnigoù
mut-aucune = Kenlodenn ebet.
mut-hypotheses = Jedet eo an espernoù etre daou vent, gant martezeadennoù : prizioù boas, koustoù boas. Lakait ho prizioù-c'hwi en o flas a-raok divizout.
mut-proposition = Kinnig { $rank } : { $names }
mut-pourquoi = Perak ?
mut-proposer-celle-ci = Kinnig ur goulenn boutin (kinnig { $rank })
mut-ensemble = Kinnig ur goulenn boutin
mut-ensemble-deux = Kinnig ur goulenn boutin : { $titles }
mut-autres = { $n ->
    [one] { $n } kinnig all zo.
   *[other] { $n } kinnig all zo.
}
mut-seules = Mennozhioù hep kinnig
mut-choisir = Dibab drezoc'h hoc'h-unan
mut-choix = Mennozhioù da c'houlenn asambles
mut-choix-hint = Askit daou da nebeutañ, eus frammoù disheñvel.
mut-choisir-faire = Kenderc'hel gant ar mennozhioù-se

## What a pool is

mut-nom = Anv
mut-nom-hint = Da skouer : Urzhiataerioù evit degemeroù Port-Clair.
mut-etat = Stad
mut-etat-proposee = Kinniget
mut-etat-convenue = Asantet
mut-etat-deposee = Kaset
mut-etat-retiree = Tennet
mut-etat-defaite = Dizober
mut-porteur = Framm douger
mut-porteur-hint = Kas a ra ar goulenn evit an holl.
mut-beneficiaires = Frammoù a dalvez dezho
mut-total = Sammad goulennet
mut-version = Stumm an divizoù
mut-reference = Dave ar goulenn
mut-reference-hint = Niverenn an teuliad, el lec'h m'eo kaset. An hini memes hag e linennoù ar c'holoioù.
mut-commun = Lodenn voutin
mut-commun-hint = Ar pezh a vez paeet ur wech evit an holl. Da skouer : 6 000 €.
mut-commun-dit = { $amount }, rannet { $key }
mut-cle = Penaos rannañ al lodenn voutin
mut-cle-egal = ingal
mut-cle-propre = hervez ar lodennoù prevez
mut-cle-temps = hervez an amzer bep sizhun
mut-cle-materiel = hervez an dafar goulennet
mut-cle-poids = hervez pouezioù divizet
mut-poids = Pouez pep frammad
mut-poids-aide = Hepken ma vez rannet ar lodenn voutin hervez pouezioù divizet. Un niver klok evit pep frammad : gant 2 ha 1 e pae ar c'hentañ div wech muioc'h eget egile.
mut-poids-de = Pouez : { $name }
mut-poids-dit = { $name } { $n }
mut-cle-poids-dit = hervez pouezioù divizet ({ $all })
mut-structure = Framm
mut-intention = Mennozh
mut-intentions = Mennozhioù
mut-parts = Lodenn pep framm
mut-part = Lodenn en holl
mut-part-propre = Lodenn brevez
mut-part-commune = Lodenn eus ar boutin
mut-part-avant = Hiziv
mut-part-apres = Goude kuitaat
mut-part-rien = netra
mut-propres = Lodenn brevez pep mennozh
mut-propres-aide = Ar pezh a vir pep hini evitañ. Lezit goullo ma n'eus netra.
mut-propre-de = { $title } ({ $name })
mut-propre-dit = Er mennozh : etre { $least } ha { $most }.
mut-lieu = Lec'h
mut-temps-title = Amzer dre lec'h
mut-temps-semaine = Bep sizhun
mut-temps = { $hours }, da lavaret eo { $etp } amzer leun
mut-duree = { $h } e { $m }
mut-duree-ronde = { $h } e

## Agreements

mut-accord = Asant
mut-accord-attendu = gortozet
mut-accord-le = roet d'ar { $at }
mut-accord-sans = ket goulennet
mut-accord-aide = Reiñ a rit hoc'h asant d'an divizoù diskouezet amañ (stumm { $version }), ha da re all ebet. Ma cheñchont e vo goulennet diganeoc'h en-dro.
mut-accepter = Reiñ asant ar framm
mut-attendus = Asant gortozet : { $names }.
mut-etape-proposee = Goulennet eo an asantoù.
mut-etape-convenue = Asant eo an holl frammoù. Gallout a reer kas ar goulenn.
mut-etape-deposee = Kaset eo ar goulenn.
mut-etape-retiree = Tennet eo bet ar goulenn. E vennozhioù en deus pep framm en-dro.
mut-etape-defaite = Dizober eo bet ar genlodenn a-raok kas. E vennozhioù en deus pep framm en-dro.
mut-votre-part = Ho lodenn : { $total }, { $own } prevez ha { $common } eus ar boutin enni.

## Terms

mut-nouvelle = Kenlodenn nevez
mut-nouvelle-aide = Lavarit piv a zoug ar goulenn, petra a vir pep hini ha petra zo boutin. D'ar c'hant eo jedet al lodennoù.
mut-modifier = Cheñch an divizoù
mut-modifier-aide = Goulennet e vo asant an holl frammoù en-dro.
mut-motif = Perak
mut-motif-hint = Lennet e vo gant ar frammoù all.
mut-apercu = Lodennoù a zeu diwar se
mut-apercu-total = Sammad goulennet asambles : { $total }.
mut-apercu-change = Cheñchet eo al lodennoù gant ar pezh hoc'h eus skrivet. Gwiriit anezho izeloc'h ha kasit en-dro.
mut-proposer = Kinnig ar genlodenn-mañ
mut-changer = Enrollañ an divizoù-mañ

## Acts

mut-deposer = Kas ar goulenn
mut-deposer-aide = Adalek neuze ne vez adskrivet netra : un disparti a zeu da vezañ un astenn.
mut-retirer = Tennañ ar goulenn
mut-retirer-aide = Adtapet eo ar goulenn. E vennozhioù en deus pep framm en-dro, evel ma oant.
mut-defaire = Dizober ar genlodenn
mut-defaire-aide = E vennozhioù en deus pep framm en-dro, evel ma oant. Ar pezh a oa divizet a chom en istor.
mut-quitter = Kuitaat ar genlodenn
mut-quitter-aide = Setu petra a cheñch ho tisparti.
mut-suivant = Piv a zoug ar goulenn da c'houde ?
mut-depart-libres = Deoc'h eo ar mennozhioù-mañ en-dro, evel ma oant : { $wants }.
mut-depart-defaite = Ur framm hepken a chomfe : dizober eo ar genlodenn ha dieub an holl vennozhioù.
mut-depart-suite = Ar re all a rann al lodenn voutin. Goulennet eo o asant en-dro.
mut-depart-parts = Lodennoù a-raok ha goude kuitaat

## History

mut-histoire = Istor
mut-fait-proposer = Kenlodenn kinniget (stumm { $version })
mut-fait-accepter = { $name } a zo a-du gant ar stumm { $version }
mut-fait-changer = Divizoù cheñchet (stumm { $version })
mut-fait-partir = { $name } en deus kuitaet ar genlodenn (stumm { $version })
mut-fait-deposer = Goulenn kaset (stumm { $version })
mut-fait-retirer = Goulenn tennet
mut-fait-defaire = Kenlodenn dizober
mut-fait-quand = { $at }. Sammad goulennet : { $total }.
mut-fait-motif = Abeg : { $why }

## What became of the request

mut-suite = Heuliad ar goulenn
mut-suite-enveloppe = Golo
mut-suite-rien = Evit poent n'eus linenn ebet en ur golo gant daveenn ar goulenn-mañ.
mut-suite-somme = Evit ar goulenn-mañ : { $promised } prometet, { $granted } roet, { $paid } paeet.
mut-suite-demandes = Goulennoù boutin
mut-suite-retour = { $title } (goulenn { $request })

## Refusals

mut-refus-motif = Lavarit perak.
mut-refus-reference = Skrivit dave ar goulenn, war ul linenn.
mut-refus-deux = Askit daou vennozh da nebeutañ.
mut-refus-prise = Unan eus ar mennozhioù-se n'eo mui dieub : tennet, goulennet pe en ur genlodenn dija.
mut-refus-inconnue = Unan eus ar mennozhioù-se n'eus ket anezhañ, pe n'eo ket diskouezet d'ar renerezh-mañ.
mut-refus-sans-part = Gallout a rit kinnig ur genlodenn m'en deus ho framm ur mennozh enni. Evit ar re all, goulennit digant an hini a ren ar renerezh.
mut-refus-etat = N'haller ket mui. Stad ar genlodenn : { $state }.
mut-refus-hors = { $name } n'en deus lodenn ebet er genlodenn-mañ.
mut-refus-version = Cheñchet eo an divizoù abaoe m'ho peus lennet anezho. Digorit ar bajenn en-dro evit o lenn.
mut-refus-porteur = Dibabit ur framm en deus ul lodenn hag a chom.
mut-refus-autres = Ne cheñch ket mennozhioù ur genlodenn : dizoberit anezhi ha kinnigit unan all.
mut-refus-derniere = Ho framm eo an hini diwezhañ : tennañ a reer ar goulenn, n'eo ket kuitaat.
mut-refus-seule = Framm unan eus ar mennozhioù-se a fell dezhañ chom e-unan.
mut-refus-deux-fois = Div wech eo dibabet ur mennozh.
mut-refus-une = Ret eo kaout mennozhioù daou framm da nebeutañ.
mut-refus-cle = Rannet evel-se n'en deus den lodenn ebet : dibabit un doare all.
mut-refus-poids = Skrivit un niver klok, eus 0 betek 1 000 000.
mut-refus-poids-aucun = Roit ur pouez d'ur frammad da nebeutañ, pe dibabit un doare all da rannañ.
mut-refus-intention = Unan eus ar mennozhioù-se en deus bloavezhioù, sammadoù pe niveroù dibosupl.
mut-refus-compte = Ne ra ket al lodennoù an hollad.

note-mut-proposer = Kinniget eo ar genlodenn. Goulennet eo asant pep framm.
note-mut-accepter = Enrollet eo asant ar framm.
note-mut-changer = Enrollet eo an divizoù. Goulennet eo asant pep framm en-dro.
note-mut-deposer = Kaset eo ar goulenn.
note-mut-retirer = Tennet eo ar goulenn.
note-mut-defaire = Dizober eo ar genlodenn. E vennozhioù en deus pep framm en-dro.
note-mut-quitter = Kuitaet en deus ho framm ar genlodenn.
