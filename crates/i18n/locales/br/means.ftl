# Calls for applications: the public list, the desk of the body that follows them, the position of an organisation.

appels-title = Galvoù da gandidaded
appels-lead = Ar pezh a c'haller respont dezhañ en ho kichen : evit kemer perzh, sturiañ, tuta, kinnig ur raktres pe kaout aveadur. Gant an deiziadoù, hag ar pezh a zo d'ober.
appels-count = { $n ->
    [0] Galv ebet war ober.
    [one] Ur galv war ober.
   *[other] { $n } galv war ober.
}
appels-ahead = War ober
appels-past = Echu
appels-calendar = An deiziadoù evit va deiziataer
appels-atom = Heuliañ ar galvoù (Atom)
appels-public = An holl c'halvoù
appels-none-here = Ne vez heuliet galv ebet gant ar gouarnañs-mañ.
appels-desk-lead = Ar galvoù heuliet gant ar gouarnañs-mañ. Prientiñ a ra he izili o respont eno : deiziataer, savboentoù, notenn voutin, prouennoù.
appels-asked = Galvoù : { $name }
appels-asked-lead = Sellet a ra ar galvoù-mañ ouzh ho frammad. Lavarit ar pezh a soñjit ober : en em aozañ a ra ar re all ganeoc'h.
appels-none-asked = Ne sell galv ebet war ober ouzh ho frammad.

## A call

appel-about = { $kind }, { $owner }
appel-described = { $title } : piv a zo e kaoz, betek pegoulz, petra ober.
appel-suivi = Heuliet gant
appel-to-do = Ar pezh a zo d'ober
appel-elsewhere = Ne vez kaset netra ac'hann.
appel-extend = Kregiñ gant ur post a zo anezhañ
appel-extend-this = Kregiñ gant ar post kenurzhiañ : { $name }
appel-extend-hint = Evit astenn, krogit gant ar post a zo anezhañ : ar memes post eo, ha kontet e vez ur wech hepken.
appel-see-source = Gwelet ar galv e ti an aozer
appel-see-public = Gwelet ar bajenn foran
appel-amendments = Ar pezh a zo bet cheñchet abaoe an digoradur
appel-phase = Pelec'h emañ
appel-phase-brouillon = Brouilhed
appel-phase-annonce = Kemennet
appel-phase-ouvert = Digor
appel-phase-clos = Serr
appel-phase-examine = Respontoù o vezañ studiet
appel-phase-decide = Divizet
appel-phase-archive = N'eo ket heuliet amañ ken
appel-show = Diskouez ar galvoù
appel-not-open = N'haller ket respont c'hoazh
appel-left = { $n ->
    [0] Echuiñ a ra hiziv
    [one] Un deiz a chom
   *[other] { $n } deiz a chom
}
appel-left-14j = nebeutoc'h eget div sizhun
appel-left-7j = nebeutoc'h eget ur sizhun
appel-left-2j = nebeutoc'h eget daou zeiz
appel-left-3h = nebeutoc'h eget teir eur
appel-event = { $step } : { $title }
appel-feed = { $kind }. { $owner }. Evit respont, betek : { $closing }.
appel-compte-porter = { $n ->
    [one] Ur frammad a soñj dougen ur respont.
   *[other] { $n } frammad a soñj dougen ur respont.
}
appel-compte-participer = { $n ->
    [one] Ur frammad a soñj kemer perzh en ur respont.
   *[other] { $n } frammad a soñj kemer perzh en ur respont.
}
appel-compte-ni-lun-ni-lautre = { $n ->
    [one] Ur frammad ne ra nag an eil nag egile.
   *[other] { $n } frammad ne reont nag an eil nag egile.
}

## What a call says

appel-titre = Titl
appel-nature = Doare
appel-nature-toutes = An holl
appel-nature-participer = Kemer perzh
appel-nature-piloter = Sturiañ
appel-nature-coordinateurs = Tuta pe astenn postoù kenurzhiañ
appel-nature-projets = Kinnig ur raktres
appel-nature-equipement = Kaout aveadur
appel-organisateur = Piv a aoz anezhañ
appel-organisateur-hint = Anv ar gouarnañs, pe un anv all : ar Stad, un diazezadur.
appel-organisateur-est = An aozer-mañ a zo
appel-organisateur-est-connue = Ur gouarnañs anavezet amañ
appel-organisateur-est-autre = Unan all, ha pa vefe dezhañ ar memes anv
appel-organisateur-unknown = Gouarnañs ebet anavezet amañ n'eo anvet « { $text } ». Reizhit an anv, pe dibabit « Unan all ».
appel-organisateur-missing = Skrivit piv a aoz ar galv-mañ.
appel-source = Chomlec'h ar galv
appel-source-hint = Ar bajenn m'eo embannet. Kregiñ a ra gant https://
appel-texte = Eus petra eo, ha petra zo d'ober
appel-publics = Piv a zo e kaoz
appel-pour = Doareoù frammadoù e kaoz
appel-pour-hint = Hep dibab, e kaoz emaint holl.
appel-pour-toutes = An holl frammadoù
appel-pour-dispositifs = En aozadurioù : { $schemes }
appel-dispositifs = Aozadurioù e kaoz
appel-dispositifs-hint = Lezit goullo ma n'eo ket miret ar galv d'un aozadur.
appel-dispositifs-n = Aozadur { $n }
appel-zone = Pelec'h
appel-zone-hint = Kumunioù pe tiriadoù, unan dre linenn. Lezit goullo evit ur galv hep bevenn.
appel-dates = Deiziadoù
appel-dates-hint = Lezit goullo un deiziad na anavez den c'hoazh.
appel-dates-wrong = « { $late } » n'hall ket dont a-raok « { $early } ».
appel-jour-annonce = Kemenn
appel-jour-ouverture = Digoradur
appel-jour-questions = Goulennoù betek
appel-jour-cloture = Serridigezh
appel-jour-examen = Studi ar respontoù
appel-jour-comite = Poellad
appel-jour-decision = Diviz
appel-jour-notification = Respont d'ar gandidaded
appel-jour-recours = Rekour betek
appel-heure-cloture = Eur serriñ
appel-heure-cloture-hint = Eur Pariz. Hep eur e kont an devezh a-bezh.
appel-heure-wrong = N'eus ket eus an eur-se d'an deiz-se : skrivit da skouer 12:00.
appel-avenant = Ar pezh a cheñch
appel-avenant-hint = Gallout a reer respont dija : lavarit petra a cheñch. Lennet e vo gant an holl, gant deiziad hiziv.

## The desk

appel-new = Heuliañ ur galv
appel-new-lead = Evit ur galv aozet e lec'h all, pe a responter outañ amañ war ur furmskrid. Ne vo gwelet gant den all keit ha n'hoc'h eus ket e embannet.
appel-create = Enrollañ ar galv
appel-change = Kemmañ ar galv
appel-draft = Brouilhed : n'eus nemet izili ar gouarnañs a wel ar galv-mañ.
appel-publish = Embann ar galv
appel-publish-hint = Gwelet e vo gant an holl, hag ar frammadoù e kaoz a c'hallo lavaret petra a soñjont ober.
appel-archive = Chom hep heuliañ ar galv-mañ ken
appel-archive-hint = Chom a ra gwelus d'an holl, e-touez ar galvoù echu.
appel-timetable = Hon deiziataer
appel-timetable-none = Pazenn ebet raktreset.
appel-step-new = Raktresiñ ur bazenn
appel-step-add = Ouzhpennañ ar bazenn
appel-step-due = a-raok an { $date }
appel-step-done = graet d'an { $date }
appel-step-late = diwezhat
appel-step-remove = Lemel ar bazenn
appel-step-remove-this = Lemel ar bazenn : { $name }
appel-step-settle = Graet eo
appel-step-settle-this = Graet eo : { $name }
appel-etape-quoi = Ar pezh a zo d'ober
appel-etape-qui = Piv a ra
appel-etape-qui-hint = Anv ur frammad.
appel-etape-avant = A-raok an
appel-etape-missing = Skrivit petra zo d'ober.
appel-etape-gone = N'eus ket eus ar bazenn-mañ ken.
appel-note = Notenn voutin
appel-note-of = Notenn voutin : { $title }
appel-note-lead = Skrivañ a ra izili ar gouarnañs an notenn-mañ asambles. Den all ne lenn anezhi.
appel-note-clash = Unan bennak en deus enrollet un destenn all e-keit-se. Amañ emaint o-div : adkemerit ar pezh a vank, hag enrollit.
appel-proofs = Prouennoù kas
appel-proofs-of = Prouennoù kas : { $title }
appel-proofs-lead = Un akuzad-degemer, ur bajenn enrollet : ar pezh a ziskouez ez eo aet ur respont kuit e-koulz. N'eus nemet izili ar gouarnañs a lenn anezho.
appel-proofs-none = Prouenn ebet evit c'hoazh.
appel-proof-new = Ouzhpennañ ur brouenn
appel-proof-add = Ouzhpennañ ar brouenn
appel-proof-about = { $name }, lakaet amañ d'an { $when }
appel-preuve-structure = Frammad en deus respontet
appel-preuve-fichier = Restr
appel-preuve-fichier-hint = PDF, skeudenn pe teuliad, 25 Mo d'ar muiañ.

## Positions

appel-positions = Savboentoù ar frammadoù
appel-positions-lead = N'eus nemet izili ar gouarnañs hag al liveoù a-us a lenn an daolenn-mañ. Un niver a vez lennet gant an holl, adalek tri frammad.
appel-positions-none = Frammad ebet n'en deus lavaret c'hoazh petra a soñj ober.
appel-positions-own = Ho savboentoù
appel-structure = Frammad
appel-position = Savboent
appel-position-porter = Dougen
appel-position-porter-hint = Kas a ra ho frammad ur respont, e-unan pe evit meur a hini.
appel-position-participer = Kemer perzh
appel-position-participer-hint = Kemer a ra perzh ho frammad e respont unan all.
appel-position-ni-lun-ni-lautre = Nag an eil nag egile
appel-position-ni-lun-ni-lautre-hint = Ne respont ket ho frammad. Ne resevo ket a adgemenn.
appel-position-none = Savboent ebet c'hoazh
appel-position-take = Ar pezh a soñjit ober
appel-position-do = Enrollañ ar savboent
appel-position-missing = Dibabit ur savboent.
appel-position-mots = Munudoù
appel-position-mots-hint = Diret eo.
appel-fonction = Karg an hini a gemer ar savboent
appel-fonction-hint = Da skouer : renerezh hollek, kadoriezh. Anv ebet.
appel-fonction-wrong = Skrivit ur garg, e { $n } arouezenn d'ar muiañ.
appel-quand = Pegoulz

## What cannot be

appel-wrong-state = N'emañ ket mui ar galv eno : unan bennak en deus e lakaet da vont war-raok e-keit-se.
appel-wrong-unsaid = Gallout a reer respont d'ar galv-mañ dija : lavarit petra a cheñch.
appel-wrong-early = N'hall ket an deiziad bezañ a-raok an { $date }.
appel-wrong-late = Serr eo ar galv-mañ : ne cheñch ket mui ar savboentoù.
appel-wrong-concerned = Ne sell ket ar galv-mañ ouzh ho frammad.
appel-wrong-full = { $n } pazenn a zo en deiziataer dija.

note-appel-created = Enrollet eo ar galv. Gallout a rit e embann bremañ.
note-appel-saved = Enrollet eo.
note-appel-published = Embannet eo ar galv.
note-appel-archived = N'eo ket heuliet ar galv ken.
note-appel-position-taken = Enrollet eo ho savboent. Gallout a rit e cheñch betek ar serridigezh.

mail-call-closes-subject = Chom a ra { $left } : { $title }
mail-call-closes-text = Echuiñ a ra ar galv « { $title } » d'an { $date } da { $time }, eur Pariz. D'an aozer e kaser ar respont.
mail-call-closes-action = Gwelet ar galv
mail-call-closes-why = Resev a rit ar gemennadenn-mañ peogwir e sell ar galv-mañ ouzh ur frammad pe ur gouarnañs emaoc'h e karg anezhi.
mail-name-call-closes = Galv a echu
mail-call-closes-here = Ar galv « { $title } » a echu d'an { $date } da { $time }, eur Pariz. Al labour da eskennañ a vez leuniet ha kaset amañ, e Portulan.
mail-call-amended-subject = Cheñchet eo ar galv : { $title }
mail-call-amended-text = Cheñchet eo ar galv « { $title } » ho peus kroget da respont dezhañ. Dalc'het eo ar pezh ho peus skrivet dija.
mail-call-amended-quote = Ar pezh a cheñch :
mail-call-amended-action = Gwelet ar galv
mail-call-amended-why = Resev a rit ar gemennadenn-mañ dre ma'z eus ur goulenn gant ho frammadur evit ar galv-mañ.
mail-name-call-amended = Galv hag a cheñch
mail-call-decided-subject = Respont d'ho koulenn : { $title }
mail-call-decided-text = Studiet eo bet ar goulennoù evit ar galv « { $title } ». Al lizher a lavar petra zo bet divizet evit hoc'h hini, ha perak, a c'hortoz ac'hanoc'h e Portulan.
mail-call-decided-action = Lenn al lizher
mail-call-decided-why = Resev a rit ar gemennadenn-mañ dre ma'z eo bet kaset ur goulenn gant ho frammadur evit ar galv-mañ.
mail-name-call-decided = Respont d'ur goulenn
fusion-kind-call-file = { $n ->
    [one] Ar pezh a vir ur galv da gandidaded a roio e anv : savboentoù, pazennoù, prouennoù.
   *[other] Ar pezh a vir { $n } galv da gandidaded a roio e anv : savboentoù, pazennoù, prouennoù.
}
levels-calls = Galvoù war ober
harmony-calls = Galvoù war ober
harmony-calls-why = Sellet a ra ar galvoù-mañ ouzh ho kumunioù. Lavarit piv a zoug ur respont, ha piv a gemer perzh ennañ.
harmony-calls-settled = Ne sell galv ebet war ober ouzh ho kumunioù.
harmony-calls-one = « { $title } ».
harmony-step-call = Gwelet ar galv
