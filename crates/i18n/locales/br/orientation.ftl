# DRAFT: waits for a native reader.

situation-aide = Ezhomm am eus a sikour bremañ
situation-aide-hint = un dra da ober, ur furmskrid, un teuliad
situation-equipement = Ezhomm am eus a un urzhiataer pe eus ar genrouedad
situation-equipement-hint = evit moullañ, kevreañ, kaout dafar
situation-formation = C'hoant am eus da zeskiñ
situation-formation-hint = va-unan pe a-stroll, diouzh va lusk
situation-information = Klask a ran un titour
situation-information-hint = kompren, en em wareziñ, dibab

themes-title = Evit peseurt tra ?
bring-title = Ar pezh a zo da zegas
bring-always = Degasit ho pellgomzer ma resev ho kemennadennoù hag ho kodoù. Mirit ho kerioù-tremen evidoc'h : skrivit anezho hoc'h-unan.

theme-caf = CAF, skoazelloù familh ha RSA
theme-caf-bring = Ho niverenn CAF hag ho ker-tremen. Ho kartenn-identelezh. Ho tri baperenn-bae diwezhañ. Ur RIB. Evit al lojeiz : ar feurm pe ur gwitañs.
theme-impots = Tailhoù
theme-impots-bring = Ho kemenn-tailhoù diwezhañ : warnañ emañ ho niverenn. Ho ker-tremen, m'hoc'h eus ur gont dija. Ur RIB. Paperioù ar pezh a zo bet cheñchet : ganedigezh, dimeziñ, dilojañ, labour.
theme-sante = Yec'hed, Asurañs kleñved
theme-sante-bring = Ho kartenn Vitale pe ho niverenn surentez sokial. Ho kartenn-identelezh. Ur RIB. Evit ar c'hresk yec'hed kengret : ho kemenn-tailhoù diwezhañ hag ho korvoder e-pad an daouzek miz diwezhañ.
theme-emploi = Labour, France Travail
theme-emploi-bring = Ho niverenn France Travail hag ho ker-tremen. Ho CV, zoken unan kozh, war baper pe war un alc'hwez USB. Ho paperennoù-pae ha testeni ho implijer diwezhañ. Ar c'hinnig a blij deoc'h.
theme-retraite = Leve
theme-retraite-bring = Ho niverenn surentez sokial. Ho kartenn-identelezh hag ho levr-familh. Ho follenn-red-micher, m'hoc'h eus resevet anezhi. Ur RIB. Ho kemenn-tailhoù diwezhañ.
theme-logement = Lojeiz
theme-logement-bring = Niverenn ho koulenn-lojeiz, m'hoc'h eus unan. Ho kartenn-identelezh pe ho titl-chom. Ho kemenn-tailhoù diwezhañ. Ho tri baperenn-bae diwezhañ. Ho feurm pe ur gwitañs.
theme-papiers = Kartenn-identelezh ha paseporzh
theme-papiers-bring = Ho kartenn pe ho paseporzh kozh. Ul luc'hskeudenn nevez. Un testeni annez nebeutoc'h eget bloaz. Evit ur bugel : al levr-familh ha kartenn-identelezh unan eus ar gerent.
theme-etrangers = Titl-chom, broadelezh
theme-etrangers-bring = Ho titl-chom pe ho visa. Ho paseporzh. Hoc'h niverenn estren : dek sifr, skrivet war ho titl. Un testeni annez nebeutoc'h eget c'hwec'h miz. Kod ho luc'hskeudenn niverel (ePhoto).
theme-vehicule = Aotre-bleinañ ha kartenn c'hris
theme-vehicule-bring = Ho kartenn-identelezh. Hoc'h aotre-bleinañ pe kartenn c'hris ar c'harr. Un testeni annez nebeutoc'h eget c'hwec'h miz. Evit ur prenadenn : an testeni-gwerzh hag an testeni-asurañs. Ur gartenn-vank, ma'z eus da baeañ.
theme-justice = Justis ha gwirioù
theme-justice-bring = Lizhiri al lez-varn, an alvokad pe an huissier. Ho kartenn-identelezh. Ho kemenn-tailhoù diwezhañ, evit goulenn ar skoazell-justis. Paperioù an afer : kevrat, lizhiri, luc'hskeudennoù.
theme-scolarite = Skol, kantin, yalc'hadoù
theme-scolarite-bring = Al levr-familh. Un testeni annez. Ho kemenn-tailhoù diwezhañ. Ho niverenn CAF. Kodoù lec'hienn ar skol (Pronote, EduConnect, Toutatice), m'emaint ganeoc'h.
