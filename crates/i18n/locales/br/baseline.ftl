# Which services are given at which places, and who knows how.

## For everybody

socle-public-title = Ar pezh a ginniger, lec'h dre lec'h
socle-public-title-of = Ar pezh a ginniger : { $name }
socle-public-lead = Ur gaoged c'houllo ne dalv ket nann : goulennit gant al lec'h.
socle-public-none = N'eus netra roet da c'houzout c'hoazh.

## At the desk

socle-title = Servijoù ha barregezhioù
socle-title-of = Servijoù ha barregezhioù : { $name }
socle-lead = An holl a wel ar pezh a ginniger. Ar peurrest (c'hoantoù, nac'hadennoù, anvioù ar gevelerien) a chom etre ar re a labour er stignad.
socle-none = Servij ebet deskrivet c'hoazh : ouzhpennit an hini kentañ.
socle-matrix = Servijoù dre lec'h
socle-know-how = Piv a oar ober petra
socle-missing = Ar pezh a vank, ha piv a c'hallfe sikour
socle-places = Mogerioù, heuliañ ha degemer
socle-lieu = Lec'h
socle-structure = Framm
socle-oui = ya
socle-souhaite = c'hoantaet
socle-non = nann
socle-since = abaoe an { $date }
socle-gap = { $n ->
    [one] { $service } : a vank en ul lec'h.
   *[other] { $service } : a vank e { $n } lec'h.
}
socle-gap-souhaite = C'hoantaet : { $places }.
socle-gap-unsaid = Netra lavaret : { $places }.
socle-gap-non = Nac'het : { $places }.
socle-gap-partout = an holl lec'hioù
socle-candidates = A c'hallfe sikour : { $who }.
socle-no-candidate = Aozadur ebet ne lavar c'hoazh e c'hallfe sikour.
socle-csv = Taolenn evit ur c'hizidell
socle-csv-list = Roll gant aozerien ha deiziadoù
note-socle-saved = Enrollet eo.

## Saying something

socle-form-dire = Lavarout penaos emañ ar bed gant ur servij
dire-lieu = E peseurt lec'h ?
dire-service = Evit peseurt servij ?
dire-quoi = Respont
dire-quoi-offert = Kinniget
dire-quoi-souhaite = C'hoantaet
dire-quoi-refuse = Nac'het
dire-quoi-rien = Diverkañ ar respont
dire-raison = Abeg an nac'hadenn
dire-raison-hint = Goulennet evit un nac'hadenn hepken. N'eo morse foran.
dire-raison-missing = Lavarit perak : un nac'hadenn hep abeg ne sikour den.
dire-par = Framm a lavar kement-se
dire-depuis = Abaoe an
dire-depuis-hint = Hiziv ma laoskit goullo.

## Pasting

socle-form-coller = Pegañ un daolenn
coller-texte = Kaogedoù eilet eus ur c'hizidell
coller-texte-hint = Ar servijoù el linenn gentañ, al lec'hioù er bann kentañ. Er c'haogedoù : oui, souhaité, pe non gant un abeg (« non : pas de salle »). Komprenet eo bannoù ar restr CSV : propriétaire des murs, suivi par, bureau partageable… Ur gaoged c'houllo ne cheñch netra.
coller-par = Framm a lavar kement-se
coller-depuis = Abaoe an
coller-missing = Pegit kaogedoù da gentañ.
coller-service = Linenn { $line }, bann { $column } : n'emañ ket ar servij « { $text } » en daolenn-mañ.
coller-lieu = Linenn { $line }, bann { $column } : n'emañ ket al lec'h « { $text } » en daolenn-mañ.
coller-structure = Linenn { $line }, bann { $column } : ne ra ket « { $text } » dave d’ur framm anavezet hepken. Pegit e chomlec’h.
coller-twice = Linenn { $line }, bann { $column } : emañ « { $text } » a-us pe a-gleiz dija.
coller-mot = Linenn { $line }, bann { $column } : n'eo ket komprenet « { $text } ». Skrivit oui, souhaité, pe non gant un abeg.
coller-oui-non = Linenn { $line }, bann { $column } : n’eo ket komprenet « { $text } ». Skrivit oui pe non.
coller-raison = Linenn { $line }, bann { $column } : n'eus abeg ebet d'an nac'hadenn-mañ.
coller-trop = Linenn { $line }, bann { $column } : emañ ar gaoged-mañ en tu-hont d'al linenn gentañ.
coller-more = { $n ->
    [one] Ha { $n } fazi all.
   *[other] Ha { $n } fazi all.
}

## Services, know-how, places

socle-form-service = Ouzhpennañ pe adenvel ur servij
service-nom = Anv ar servij
service-nom-hint = Da skouer : wifi, moullañ, atalieroù, dresañ.
service-national = Servij broadel
socle-form-savoir = Lavarout petra a oar ober ur framm
savoir-qui = Framm
savoir-service = Evit peseurt servij ?
savoir-quoi = Ar pezh a c'hall
savoir-quoi-sait-faire = A oar ober
savoir-quoi-a-une-solution = He deus un diskoulm
savoir-quoi-rien = Diverkañ
socle-form-lieu = Lavarout petra a c'hall prestañ ul lec'h
lieu-lequel = Peseurt lec'h ?
lieu-murs = Perc'henn ar mogerioù
lieu-suivi = Piv a heuilh ar pezh a vank
lieu-accueil = Ar pezh a c'hall prestañ
lieu-accueil-bureau-partageable = Burev da rannañ
lieu-accueil-salle-de-groupe = Sal strollad
lieu-accueil-lien-accueil = Liamm gant an degemer
lieu-accueil-rangement = Lec'h da renkañ ar binvioù
lieu-accueil-soir = Digor d'an noz

## What partners think

consulter-title = Alioù ar gevelerien
consulter-head = Servij
consulter-none = N'eus bet goulennet ali ebet c'hoazh. Chom a ra an alioù etre an dud a labour er stign.
consulter-nobody = Ouzhpennit aozadurioù kevelet da gentañ : int eo a ro un ali.
consulter-silent = Hep respont
consulter-said = { $name }.
consulter-why = { $name } : « { $why } »
socle-form-consulter = Goulenn ali ar gevelerien
consulter-service = War peseurt servij ?
consulter-service-tous = An holl servijoù
consulter-jusque = Respont betek an
consulter-past = Tremenet eo an deiziad-mañ.
consulter-do = Goulenn an ali
consulter-asked-title = Servijoù kinniget : { $name }
consulter-asked-lead = Petra a soñj { $organisation } eus ar servijoù-mañ ? An dud a labour er stign hepken a lenn hoc'h ali. Gallout a rit respont evit lod anezho hepken.
consulter-motif = Perak ? ({ $service })
consulter-motif-hint = Da lavaret ma n'eo ket a-du an ali.
consulter-give = Reiñ an alioù-mañ
consulter-nothing = Dibabit un ali evit ur servij da nebeutañ.
note-consulter = Goulennet eo ali ar gevelerien. Ur postel a resevont.
note-consulter-over = Echu eo ar c'huzuliadur : n'eo ket bet enrollet an ali.
