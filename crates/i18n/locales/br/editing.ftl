# Brouillon : à relire par une personne de langue bretonne.
# The forms on which people change what is known of a place.

## Changing what is known of a place

edit-title = Kemmañ : { $name }
edit-title-part = { $part } : { $name }
edit-lead = Kemmit ar pezh n'eo ket gwir ken. Mard eo gwir pep tra c'hoazh, lavarit se : fiziout a raio an dud a glask sikour.
edit-see = Gwelet ar bajenn foran
edit-parts = Lodennoù ar fichenn
edit-change = Kemmañ
edit-change-this = Kemmañ : { $part }
edit-confirm = Gwir eo atav
edit-confirm-this = Gwir eo atav : { $part }
edit-known = A-belec'h e teu
edit-source = Mammenn : { $source }
edit-source-here = skrivet war al lec'hienn-mañ
edit-invite = Derc'hel a rit al lec'h-mañ ? Hizivait anezhañ
edit-choice-unknown = Unan eus ar respontoù n'emañ ket er roll : dibabit e-touez ar re kinniget.
edit-too-long = Re hir eo : { $n } arouezenn d'ar muiañ.
edit-too-many = Re zo : { $n } d'ar muiañ.
note-place-saved = Enrollet eo, ha gwelus adalek bremañ.
note-place-same = Evel-se e oa dija : n'eus bet kemmet netra.
note-place-confirmed = Trugarez : kadarnaet eo gant deiziad hiziv.
note-draft-forgotten = Ankouaet eo ar brouilhed.

## Drafts

edit-draft = Kroget e oac'h d'an { $date }, hep enrollañ.
edit-draft-resume = Kenderc'hel gant ar brouilhed-se
edit-draft-forget = Ankouaat anezhañ

## Two people at once

edit-clash-title = Unan bennak en deus kemmet an hevelep tra ha c'hwi
edit-clash-lead = E-pad ma skrivec'h, un den all en deus enrollet ur respont all. Dibabit an hini reizh. Miret eo ar peurrest eus ar pezh hoc'h eus skrivet.
edit-clash-before = A-raok :
edit-clash-theirs = Ar pezh en deus skrivet an den all :
edit-clash-mine = Ar pezh hoc'h eus skrivet :

## Parts

edit-part-horaires = Eurioù digeriñ
edit-part-horaires-lead = Pegoulz e vez digor ar savadur. Ar mareoù ma vez roet skoazell a zo e « Abadennoù ».
edit-part-permanences = Abadennoù
edit-part-permanences-lead = Ar mareoù ma skoazell unan bennak : abadennoù, atalieroù. Dibabit unan evit he c'hemmañ.
edit-part-services = Servijoù
edit-part-services-lead = Kevaskit ar pezh a c'haller ober e gwirionez en ho ti.
edit-part-contact = Darempred
edit-part-contact-lead = Foran eo ar pezh a zo skrivet amañ.
edit-part-adresse = Chomlec'h
edit-part-adresse-lead = Ar chomlec'h ma teuer, hag e lec'h war ar gartenn.
edit-part-publics = Tud degemeret
edit-part-publics-lead = Kevaskit nemet ma labourit evit tud 'zo. Hep respont, degemer mat d'an holl.
edit-part-acces = Dont
edit-part-acces-lead = Penaos e teuer, pegement e koust, pelec'h e kemerer emgav.
edit-part-presentation = Kinnig
edit-part-presentation-lead = Anv al lec'h, ha frazennoù simpl 'zo.
edit-part-reseaux = Rouedadoù
edit-part-reseaux-lead = Ar rouedadoù hag ar programmoù ma'z eo ezel al lec'h.

## Opening hours

edit-mode = Penaos e fell deoc'h reiñ an eurioù ?
edit-mode-semaine = Leuniañ ar sizhun
edit-mode-texte = Skrivañ anezho en ur frazenn
edit-mode-garder = Mirout ar re anavezet
edit-week = Sizhun
edit-week-hint = Deroù ha fin pep mare. Laoskit goullo un deiz serr, pe pep tra ma n'ouzoc'h ket.
edit-week-range = Mare { $n }
edit-week-from = { $day }, mare { $n }, deroù
edit-week-to = { $day }, mare { $n }, fin
edit-week-copy = Eilañ { $day } betek { $last }
edit-week-half = Un deroù pe ur fin a vank.
edit-week-time = Skrivit un eur, da skouer 9:30.
edit-week-backwards = Ar fin a rank dont war-lerc'h an deroù.
edit-week-overlap = Daou vare a gej : bodit anezho.
edit-week-many = Tri mare bemdez d'ar muiañ.
edit-ferme = Devezhioù serr
edit-ferme-feries = Serr d'an deizioù gouel
edit-ferme-vacances = Serr e-pad ar vakañsoù skol
edit-closings = Serriñ da zeiziadoù resis
edit-closings-hint = Deiz kentañ ha diwezhañ. Evit un devezh hepken, leunit an hini kentañ.
edit-closing-from = Serradur { $n }, deiz kentañ
edit-closing-to = Serradur { $n }, deiz diwezhañ
edit-closing-backwards = An deiz diwezhañ a rank dont war-lerc'h an hini kentañ.
edit-closing-date = Skrivit un deiziad, da skouer 24/12/2026.
edit-texte = Eurioù en ur frazenn
edit-texte-hint = E galleg, da skouer : du lundi au vendredi de 9 h à 12 h. Ar pezh n'eo ket komprenet a vez diskouezet evel m'emañ.
edit-preview = Gwelet an disoc'h
edit-preview-title = Setu ar pezh a lenno an dud :
edit-hours-none = Eurioù dianav.
edit-hours-unread = Diskouezet e vo an destenn-mañ evel m'emañ, hep jediñ « digor bremañ » :
edit-hours-kept = Re ispisial eo an eurioù-mañ evit ar gael : gallout a rit o mirout.
edit-hours-vary = Er sizhun-mañ : { $week }
edit-told-feries = Serr d'an deizioù gouel.
edit-told-vacances = Serr e-pad ar vakañsoù skol.
edit-told-closing = Serr : { $days }.

## Services and publics

edit-services = Petra a c'haller ober amañ ?
edit-accompagnement = E pe stumm e roit skoazell ?
edit-publics = Labourat a rit evit tud 'zo ?
edit-accueil = Piv a c'hallit degemer en un doare azasaet ?

## Contact

edit-telephone = Pellgomz
edit-telephone-n = Pellgomz { $n }
edit-telephone-hint = Dek sifr : 02 99 00 00 00.
edit-telephone-wrong = « { $text } » n'eo ket un niverenn c'hall : gwiriit ar sifroù.
edit-courriel = Chomlec'h postel
edit-courriel-n = Chomlec'h postel { $n }
edit-courriel-hint = Hini al lec'h, morse hini un den.
edit-courriel-wrong = « { $text } » n'eo ket ur chomlec'h postel.
edit-site = Lec'hienn
edit-site-n = Lec'hienn { $n }
edit-site-wrong = « { $text } » n'eo ket chomlec'h ul lec'hienn, evel https://exemple.fr

## Address

edit-rue = Niverenn ha straed
edit-complement = Ouzhpenn
edit-complement-hint = Savadur, estaj, dor : ar pezh a sikour da gavout an nor.
edit-code-postal = Kod post
edit-code-postal-wrong = Pemp sifr a zo en ur c'hod post.
edit-commune = Kumun
edit-commune-missing = Skrivit anv ar gumun.
edit-commune-unknown = N'eo ket bet kavet ar gumun-se : gwiriit hec'h anv hag ar c'hod post.
edit-itinerance = Ur chomlec'h sabet en deus al lec'h ?
edit-point = Lec'h war ar gartenn
edit-point-find = Klask ar chomlec'h-se war ar gartenn
edit-point-found = Kavet :
edit-point-prendre = Reizh eo ar poent diskouezet
edit-point-garder = Mirout ar poent a-raok
edit-point-lost = Klaskit ar chomlec'h war ar gartenn adarre.
edit-point-elsewhere = Kemmañ a ra ar gumun : klaskit ar chomlec'h war ar gartenn a-raok enrollañ.
edit-point-nothing = N'eo ket bet kavet ar chomlec'h-se : gwiriit anezhañ. Miret eo ar poent a-raok.

## Coming

edit-venir = Penaos e teuer ?
edit-prix = Pegement e koust ?
edit-rdv = Chomlec'h evit kemer emgav enlinenn
edit-acceslibre = Fichenn Acceslibre
edit-acceslibre-hint = Chomlec'h fichenn ar savadur war acceslibre.beta.gouv.fr : pazennoù, ledander an norioù, parklec'hioù.

## Presentation

edit-nom = Anv al lec'h
edit-nom-missing = Roit un anv d'al lec'h.
edit-resume = En ur frazenn pe div
edit-resume-hint = 280 arouezenn d'ar muiañ. Lennet e vez er rolloù.
edit-detail = Hiroc'h
edit-structure = Framm a zo al lec'h dindanañ
edit-structure-hint = Da skouer : Kêr Roazhon, CCAS, ur gevredigezh.

## Networks

edit-reseaux = Rouedadoù
edit-dispositifs = Programmoù broadel
edit-labels = Stummadurioù ha labeloù
edit-autre-label = Stummadurioù pe labeloù all
edit-autre-label-n = Stummadur pe label all { $n }

## Sessions

edit-session-new = Ouzhpennañ un abadenn pe un atalier
edit-session-remove = Lemel an abadenn-mañ
edit-session-never = Roit un deiz hag un eur da vihanañ.
edit-titre = Anv (diret)
edit-titre-hint = Da skouer : Skoazell niverel, Atalier pellgomz.
edit-quand = Pegoulz ?
edit-quand-semaine = Bep sizhun
edit-quand-une-fois = Ur wech hepken
edit-quand-garder = Mirout al lusk anavezet
edit-du = Deiz kentañ (diret)
edit-au = Deiz diwezhañ (diret)
edit-sauf = Devezhioù hep abadenn
edit-sauf-hint = Ehanoù, stummadur : un deiziad dre gombod.
edit-sauf-n = Devezh hep abadenn { $n }
edit-jour = Deiz, ma'z eo ur wech hepken
edit-jour-missing = Roit an deiz.
edit-debut = Deroù, ma'z eo ur wech hepken
edit-fin = Fin, ma'z eo ur wech hepken
edit-entree = Penaos ez eer e-barzh ?
edit-entree-non-dit = N'eo ket lavaret
edit-entree-libre = Hep emgav
edit-entree-rendez-vous = Dre emgav
edit-lieu = Pelec'h ?
edit-lieu-sur-place = War al lec'h
edit-lieu-telephone = Dre bellgomz
edit-lieu-tournee = War droiad
edit-pour = Evit piv ?
edit-pour-habitants = An annezidi
edit-pour-professionnels = An dud a vicher
edit-places = Niver a blasoù (diret)
edit-places-wrong = Skrivit un niver klok, da skouer 8.

## The day itself

day-title = Petra c'hoarvez hiziv ?
day-link-today = Hiziv : { $session }
day-link-more = Lavarout eo leun, nullet pe erlec'hiet
day-kind-complet = Leun hiziv
day-kind-annule = Nullet
day-kind-remplace = Erlec'hiet
day-now = Diskouezet eo : { $said }.
day-unsay = Paouez d'e ziskouez
day-words = Resisadur
day-words-hint = Evit « erlec'hiet » : gant petra, pelec'h, da bet eur. Anv den ebet.
day-words-missing = Skrivit gant petra eo erlec'hiet an abadenn.
day-words-long = Re hir eo : ul linenn a zo a-walc'h.
day-ends = Ar pezh a zo lavaret amañ a vo diverket fenoz.
day-turned-away = Tud n'hoc'h eus ket gallet skoazellañ hiziv
day-turned-away-lead = Ur gont hepken, hep anv : diskouez a ra pelec'h e vank skoazell.
day-one-more = Un den ouzhpenn : { $need }
day-one-less = Un den nebeutoc'h : { $need }
day-told-complet = { $session } : leun hiziv
day-told-complet-more = { $session } : leun hiziv ({ $words })
day-told-annule = { $session } : nullet hiziv
day-told-annule-more = { $session } : nullet hiziv ({ $words })
day-told-remplace = { $session } : erlec'hiet hiziv
day-told-remplace-more = { $session } : erlec'hiet hiziv gant { $words }
note-day-said = Diskouezet eo adalek bremañ, betek fenoz.
note-day-unsaid = N'eo ket diskouezet ken.
note-day-counted = Kontet eo.

## Organisations

edit-org-new = Ouzhpennañ ur framm
edit-org-nom = Anv ar framm
edit-org-niveau = Live a respont anezhañ
edit-org-niveau-hint = Anv ur gumun, un etrekumuniezh, un departamant : « Ille-et-Vilaine ».
edit-org-niveau-other = Ne respontit ket eus an tiriad-se.
edit-org-siret = SIRET pe RNA (diret)
edit-org-siret-wrong = « { $text } » n'eo na SIRET na RNA : gwiriit ar sifroù.
edit-org-courriel = Chomlec'h postel foran (diret)
edit-org-telephone = Pellgomz (diret)
edit-org-site = Lec'hienn (diret)
edit-org-resume = Ar pezh a ra ar framm (diret)
edit-org-places = E lec'hioù
edit-org-remove = Distagañ
edit-org-remove-this = Distagañ : { $name }
edit-org-add = Stagañ ul lec'h
edit-org-add-hint = Pegit chomlec'h e bajenn war al lec'hienn-mañ.
edit-org-attach = Stagañ
edit-org-place-unknown = N'en deus lec'h ebet ar chomlec'h-se.
note-org-saved = Enrollet eo ar framm.
note-org-place-added = Staget eo al lec'h.
note-org-place-removed = N'eo ket staget al lec'h ken.
