# Calls that are held here: their form, the applications to them.

## The form of a call

formulaire-titre = Furmskrid
formulaire-de = Furmskrid : { $title }
formulaire-lead = Savit goulennoù ar galv. Un danvez boulc'het dija a zalc'h ar goulennoù bet resevet ganti.
formulaire-ferme = N'eo ket digor ar furmskrid c'hoazh.
formulaire-version = Stumm { $n }, digoret d'an { $date }.
formulaire-vide = Goulenn ebet evit poent.
formulaire-ajouter = Ouzhpennañ ur goulenn
formulaire-monter = Sevel
formulaire-descendre = Diskenn
formulaire-retirer = Lemel
formulaire-ouvrir = Digeriñ ar stumm-mañ
formulaire-ouvrir-aide = An neb a grog adalek bremañ a responto d'ar goulennoù-se.
formulaire-question-titre = Goulenn ar furmskrid
formulaire-question-lead = N'eus ezhomm nemet eus ar goulenn hag e seurt.
formulaire-question = Goulenn
formulaire-question-hint = Ul linenn.
formulaire-question-manque = Skrivit ar goulenn.
formulaire-sorte = Seurt respont
formulaire-sorte-texte = Testenn
formulaire-sorte-nombre = Niver
formulaire-sorte-montant = Sammad e euroioù
formulaire-sorte-date = Deiziad
formulaire-sorte-choix = Dibab
formulaire-sorte-territoire = Tiriad
formulaire-sorte-structure = Frammadur (SIRET)
formulaire-sorte-lieu = Lec'h
formulaire-sorte-poste = Post
formulaire-sorte-fichier = Restr
formulaire-sorte-engagement = Engouestl
formulaire-aide = Sikour
formulaire-aide-hint = Ar pezh a sikour da respont. Diret.
formulaire-obligatoire = Ret
formulaire-obligatoire-oui = Ne vez kaset netra hep respont
formulaire-long = Evit un destenn
formulaire-long-oui = Meur a linenn
formulaire-reponses = Evit un dibab : ar respontoù posupl
formulaire-reponses-hint = Unan dre linenn, div da nebeutañ.
formulaire-plusieurs = Evit un dibab : pet
formulaire-plusieurs-oui = Meur a hini a c'heller dibab
formulaire-plafond = Evit un niver pe ur sammad : ar brasañ degemeret
formulaire-plafond-hint = Lezit goullo ma n'eus ket.
formulaire-si = Pegoulz diskouez anezhañ
formulaire-toujours = Atav
formulaire-si-reponse = Mard eo « { $label } » « { $answer } »
formulaire-trop = Kalz a c'houlennoù zo dija : lamit unan da gentañ.
formulaire-sans-choix = Skrivit div respont disheñvel da nebeutañ, unan dre linenn.
formulaire-depend = Ur goulenn a zepant eus hemañ, pe eus unan eus e respontoù : rankout a ra chom goude.
formulaire-disparue = N'emañ mui ar goulenn-se er furmskrid.
formulaire-ailleurs = E lec'h all e responter d'ar galv-se : n'eus furmskrid ebet amañ.

## Questions and answers

appel-questions = Goulennoù ha respontoù
appel-questions-lead = Ur goulenn savet ur wech a resev ur respont evit an holl. Den ne lenn piv en deus e savet.
appel-questions-brouillon = Embannit ar galv da gentañ : lennet e vez ar respontoù war e bajenn foran.
appel-question-repondre = Respont d'ur goulenn
appel-question-publier = Embann ar respont
appel-question = Goulenn resevet
appel-question-hint = Hep anv na netra a lavarfe piv en deus e savet.
appel-question-manque = Skrivit ar goulenn.
appel-reponse-donnee = Respont
appel-reponse-manque = Skrivit ar respont.

## A call that is held here

appel-here = Amañ e vez kaset an danvezioù, war furmskrid ar galv.
appel-reponse = Pelec'h respont
appel-reponse-ailleurs = E ti an aozer
appel-reponse-ici = Amañ, war ur furmskrid
appel-jour-souple = Dibenn evit an danvezioù boulc'het en amzer
appel-jour-souple-hint = Diret, evit ur galv a responter outañ amañ. Hep an deiziad-se eo strizh ar serriñ.
appel-heure-souple = Eur an dibenn-se
appel-souple-avant = Rankout a ra an dibenn-se dont war-lerc'h ar serriñ.
appel-wrong-form = Savit ha digorit da gentañ furmskrid ar galv-mañ.

## Beginning

candidature-deposer = Kas un danvez
candidature-choisir = Evit peseurt frammadur ?
candidature-pour = Evit { $name }
candidature-possible = Ar frammadur-mañ a c'hell kinnig.
candidature-sans-structure = N'oc'h e karg eus frammadur ebet. Goulennit digant an neb a ver ho hini.
candidature-hors-zone = Ne c'holo ket ar galv kumunioù ar frammadur-mañ.
candidature-hors-type = N'eo ket digor ar galv d'ar seurt frammadur-mañ.
candidature-hors-dispositif = Miret eo ar galv d'ur stignad n'emañ ket ar frammadur-mañ ennañ.
candidature-prerempli = Leuniet eo evidoc'h ar pezh a anavez Portulan. Gallout a rit e cheñch.
candidature-commencer = Kregiñ gant an danvez
candidature-sans-formulaire = N'heller ket c'hoazh respont d'ar galv-mañ amañ : n'eo ket digor e furmskrid.
candidature-trop-tot = N'eo ket digor ar galv c'hoazh.
candidature-close = Serr eo ar galv.

## Filling in

candidatures-titre = Danvezioù
candidatures-de = Danvezioù : { $name }
candidatures-lead = An danvezioù douget, leuniet gant re all pe lennet gant ho frammadur.
candidatures-aucune = Danvez ebet evit poent.
candidatures-appels = Ar galvoù a sell ouzh ho frammadur
candidature-appel = Galv
candidature-role = Roll
candidature-role-porteuse = Frammadur dougen
candidature-role-partenaire = Keveler
candidature-role-lectrice = Lenn hepken
candidature-porteuse = Frammadur dougen
candidature-etat = Stad
candidature-etat-brouillon = Brouilhed, n'eo ket kaset c'hoazh
candidature-etat-deposee = Kaset
candidature-etat-a-corriger = Da reizhañ
candidature-etat-retiree = Tennet kuit
candidature-tardive = Resevet goude ar serriñ, ha miret evel-se
candidature-recue = { $date } da { $time }, eur Pariz
candidature-poste = { $kind }, { $name }
candidature-oui = Ya
candidature-je-m-engage = Engouestlañ a reomp
candidature-aucun = Dibab
candidature-obligatoire = Ret evit kas.
candidature-si = Da leuniañ mard eo « { $label } » « { $answer } ».
candidature-reponses = Respontoù
candidature-sans-reponse = Respont ebet
candidature-enregistrer = Enrollañ ar brouilhed
candidature-envoyer = Kas an danvez
candidature-voir-appel = Gwelet ar galv
candidature-complete = An holl respontoù ret zo : gallout a rit kas.
candidature-sera-tardive = Serr eo ar galv. Gallout a rit kas c'hoazh : miret e vo an danvez evel diwezhat, gant e eur.
candidature-renvoyee = Goulenn a ra an aozer reizhañ respontoù zo, hag ar re-se hepken.
candidature-a-repondre = Respontit evit gallout kas.
candidature-autre-reponse = Enrollet gant unan all, e « { $label } » : { $answer }
candidature-fichiers = Restroù goulennet
candidature-fichiers-aide = Enrollit ho respontoù da gentañ : pep restr a vez staget war he fajenn.
candidature-fichier-manque = n'eo ket staget c'hoazh
candidature-joindre = Stagañ ar restr
candidature-pas-de-fichier = Ne c'houlenn ket ar goulenn-mañ ur restr.
candidature-participants = Perzhidi
candidature-inviter = Pediñ ur frammadur
candidature-inviter-faire = Pediñ
candidature-invitee = Frammadur pedet
candidature-invitee-hint = E anv, evel skrivet amañ.
candidature-comme = Ar pezh a c'hell ober
candidature-comme-partenaire = Leuniañ ganeomp
candidature-comme-lectrice = Lenn hepken
candidature-retirer = Tennañ an danvez kuit
candidature-retirer-aide = Da vat eo. Mirout a ra an aozer testeni ur c'has graet dija.
candidature-retrait = Kadarnaat
candidature-retrait-oui = Tennañ a ran an danvez-mañ kuit
candidature-retrait-sur = Askit al log evit tennañ an danvez kuit.

## Receipt

candidature-recepisse = Testeni kas
candidature-recepisse-titre = Testeni kas
candidature-recepisse-pdf = Pellgargañ an testeni (PDF)
candidature-recepisse-recue = Resevet d'an
candidature-numero = Niverenn
candidature-envoi = Kas
candidature-empreinte = Roud SHA-256
candidature-empreinte-aide = Roud testenn rik an danvez eo : ur respont all a ro ur roud all.

## What a body received

candidatures-recues = Danvezioù resevet
candidatures-recues-lead = Ar re bet kaset, en urzh ma'z int erruet. Ur brouilhed a vez lennet hepken gant ar re a leuni anezhañ.
candidatures-aucune-recue = N'eus bet kaset danvez ebet c'hoazh.
candidature-de = Danvez : { $name }
candidature-en-correction = Kaset en-dro evit reizhañ. Gallout a ra ar pezh a heul cheñch c'hoazh.
candidature-renvoyer = Kas en-dro evit reizhañ
candidature-renvoi = Respontoù da reizhañ
candidature-renvoi-hint = Ne cheñcho ket ar re all.
candidature-renvoi-motif = Ar pezh zo da reizhañ
candidature-renvoi-vide = Dibabit ur respont da reizhañ da nebeutañ.
candidature-renvoi-sans-motif = Lavarit petra zo da reizhañ.

## What cannot be

candidature-reponses-fausses = Respontoù zo da adwelet : n'eus netra kollet.
candidature-pas-porteuse = Ar frammadur dougen hepken a c'hell en ober.
candidature-lecture = Ho frammadur a lenn an danvez-mañ, hep e leuniañ.
candidature-entre-temps = Unan bennak en deus enrollet etretant. Emañ ho respontoù er furmskrid atav : keñveriit, hag enrollit adarre.
candidature-garde-autre = N'eo ket enrollet : unan all en deus enrollet bremañ. Emañ ho respontoù er furmskrid atav : keñveriit, ha dibabit « Enrollañ ar brouilhed ».
candidature-garde-faux = N'eo ket enrollet : reizhit da gentañ ar pezh a zo amañ dindan.
candidature-garde-faute = « { $label } » : { $why }
candidature-garde-pas = N'eo ket enrollet. { $why }
candidature-plus-la = N'emañ mui an danvez eno : unan bennak en deus kaset anezhañ war-raok.
candidature-champ-ferme = Cheñchet ez eus bet ur respont n'eo ket da reizhañ.
candidature-porte-deja = Ar frammadur-mañ a zoug an danvez dija.
candidature-trop-de-participants = Kalz a berzhidi zo dija.
candidature-faux-montant = Skrivit un niver, da skouer : 1 250,50
candidature-faux-plafond = N'haller ket mont dreist { $most }.
candidature-faux-territoire = N'eo ket anavezet an tiriad-se : skrivit e anv pe e god.
candidature-faux-siret = N'eo ket ur SIRET : pevarzek sifr.
candidature-faux-lieu = N'eo ket anavezet al lec'h-se : skrivit e anv pe pegit e chomlec'h amañ.
candidature-faux-poste = N'eo ket anavezet ar post-se.

## Notes

note-formulaire-ouvert = Digor eo ar furmskrid.
note-candidature-commencee = Boulc'het eo an danvez. Leunit anezhañ en ho lusk, ha kasit anezhañ a-raok ar serriñ.
note-candidature-enregistree = Enrollet eo ar brouilhed.
note-candidature-deposee = Kaset eo an danvez. Mirit an testeni.
note-candidature-gardee-tard = Erruet eo an danvez goude ar serriñ. Miret eo evel diwezhat, gant e eur.
note-candidature-invitation = Kemer a ra perzh ar frammadur en danvez.
note-candidature-retiree = Tennet eo bet an danvez kuit.
note-candidature-renvoyee = Kaset eo bet an danvez en-dro evit reizhañ.

## Counts

candidature-manque = { $n ->
    [one] Mankout a ra ur respont ret.
   *[other] Mankout a ra { $n } respont ret.
}
candidature-perdues = { $n ->
    [one] Ur respont n'eo ket bet miret, rak unan all a guzh anezhañ : { $labels }.
   *[other] { $n } respont n'int ket bet miret, rak unan all a guzh anezho : { $labels }.
}
candidatures-brouillons = { $n ->
    [0] N'eus danvez ebet o vezañ leuniet.
    [one] Un danvez zo o vezañ leuniet.
   *[other] { $n } danvez zo o vezañ leuniet.
}
fusion-kind-application = { $n ->
    [one] Un danvez a anvo anezhi.
   *[other] { $n } danvez a anvo anezhi.
}
