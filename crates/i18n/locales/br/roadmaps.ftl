# Roadmaps: what everybody reads, the desk of a body, what its members are asked.

## Lists and pages of everybody

roadmaps-title = Steudadoù-hent
roadmaps-lead = Ar pezh en deus divizet pep tiriad ober evit ma c'hallo an holl ober gant an niverel.
roadmaps-within = Peseurt tiriad ?
roadmaps-show = Diskouez ar steudadoù-hent
roadmaps-none = N'eus steudad-hent ebet embannet amañ.
roadmaps-elsewhere = Re all
roadmap-about = Steudad-hent { $body } : ar pezh a zo raktreset, pelec'h, gant piv hag evit pegement.
roadmap-report = Pelec'h emeur ?
roadmap-report-title = Pelec'h emañ : { $title }
roadmap-report-day = Diskleriadur d'an { $date }.
roadmap-reply = Piv a gas, piv a gemer perzh
roadmap-reply-title = Piv a gas, piv a gemer perzh : { $title }
roadmap-reply-lead = Respont boutin { $body }, d'an { $date }.
roadmap-reply-carries = A gas un oberenn
roadmap-reply-joins = A gemer perzh en un oberenn
roadmap-reply-neither = Nag an eil nag egile
roadmap-reply-nobody = Den ebet.
roadmap-csv = An holl oberennoù (CSV)
roadmap-pdf = Ar follenn-hent (PDF aes da lenn)
roadmap-pdf-page = Pajenn { $n } diwar { $total }
roadmap-pdf-standing = Pelec’h emañ
roadmap-pdf-actions = Oberennoù
roadmap-pdf-address = Chomlec’h ar follenn-hent-mañ
roadmap-pdf-foot = { $body }, d’an { $date }
roadmap-pdf-draft = Teul labour : n’eo ket divizet pep tra ennañ c’hoazh.
roadmap-blank = N'eus netra skrivet c'hoazh.
roadmap-no-action = Oberenn ebet.
roadmap-not-known = n'eo ket bet roet
roadmap-versions = Stummoù
roadmap-version = Stumm { $n }, { $date } : { $stage }
roadmap-version-title = { $title }, stumm { $n }
roadmap-changes = Ar pezh a zo bet cheñchet
roadmap-changes-of = Ar pezh a zo bet cheñchet gant : { $version }

## Where it stands

roadmap-stage-brouillon = brouilhed
roadmap-stage-en-consultation = o c'houlenn alioù
roadmap-stage-validee = kadarnaet
roadmap-stage-amendee = kemmet
roadmap-stage-close = echu
roadmap-standing = Stad : { $stage }, abaoe an { $date }
roadmap-standing-decided = Stad : { $stage }, abaoe an { $date }, { $decision }
roadmap-decision-named = diviz { $number }
roadmap-period = Eus an { $from } d'an { $to }
roadmap-period-from = Adalek an { $from }
roadmap-period-to = Betek an { $to }
roadmap-period-open = Hep deiziad kregiñ na fin
roadmap-area-piece = { $part } ({ $commune })
roadmap-euros = { $amount } €
roadmap-seen = { $value } ({ $date }, { $source })
roadmap-progress-share = { $share } %
roadmap-indicator-named = { $name } ({ $unit })
roadmap-serves = { $objective } ({ $roadmap })
roadmap-cost = Koust an holl vloavezhioù : { $amount }
roadmap-balance-even = Klok eo ar gont.
roadmap-balance-short = { $amount } a vank.
roadmap-balance-over = Re a { $amount } a zo.
roadmap-partner-agreed = { $name } : { $amount }
roadmap-partner-promised = { $name } : { $amount } (prometet)

## How far an action is

roadmap-state-prevue = Raktreset
roadmap-state-en-cours = War ober
roadmap-state-faite = Graet
roadmap-state-abandonnee = Dilezet
roadmap-state-because = { $state } : { $reason }

## Parts of an action

roadmap-part-titre = Titl
roadmap-part-contexte = Perak
roadmap-part-resume = Petra
roadmap-part-besoins = Ezhommoù
roadmap-part-formes = Tud da stummañ
roadmap-part-publics = Evit piv
roadmap-part-services = Servijoù
roadmap-part-communes = Pelec'h
roadmap-part-lieux = Lec'hioù
roadmap-part-postes = Postoù
roadmap-part-porteurs = Piv a gas
roadmap-part-partenaires = Gant piv
roadmap-part-periode = Pegoulz
roadmap-part-budget = Arc'hant
roadmap-part-etat = Stad
roadmap-part-indicateurs = Ar pezh a vez muzuliet
roadmap-part-sert = Talvezout a ra d'ur pal uheloc'h
roadmap-head-year = Bloaz
roadmap-head-balance = Ar gont
roadmap-head-paid = Paeet gant kevelerien
roadmap-head-start = Penn-kentañ
roadmap-head-target = Pal
roadmap-head-last = Muzul diwezhañ
roadmap-head-progress = Hent graet
roadmap-post-conseiller-numerique = Aliañ niverel
roadmap-post-coordinateur = Kenurzhiañ
roadmap-post-mediateur = Hanterouriezh niverel
roadmap-post-informaticien-public = Stlenneg publik
roadmap-post-autre = Post all

## What changed

roadmap-differences-title = Ar pezh a zo bet cheñchet : { $title }
roadmap-differences-lead = Eus stumm { $from }, { $on }, da stumm { $to }, { $until }.
roadmap-from-version = Eus ar stumm
roadmap-to-version = D'ar stumm
roadmap-compare = Keñveriañ
roadmap-no-change = N'eus bet cheñchet netra.
roadmap-before = A-raok
roadmap-after = Bremañ
roadmap-change-added-axe = Ahel nevez : { $title }
roadmap-change-added-objectif = Pal nevez : { $title }
roadmap-change-added-action = Oberenn nevez : { $title }
roadmap-change-removed-axe = Ahel lamet : { $title }
roadmap-change-removed-objectif = Pal lamet : { $title }
roadmap-change-removed-action = Oberenn lamet : { $title }
roadmap-change-renamed-axe = Anvet eo an ahel « { $before } » bremañ « { $after } »
roadmap-change-renamed-objectif = Anvet eo ar pal « { $before } » bremañ « { $after } »
roadmap-change-renamed-action = Anvet eo an oberenn « { $before } » bremañ « { $after } »
roadmap-change-moved-axe = Mont a ra an ahel « { $title } » eus « { $from } » da « { $to } »
roadmap-change-moved-objectif = Mont a ra ar pal « { $title } » eus « { $from } » da « { $to } »
roadmap-change-moved-action = Mont a ra an oberenn « { $title } » eus « { $from } » da « { $to } »
roadmap-change-changed-axe = Cheñch a ra an ahel « { $title } »
roadmap-change-changed-objectif = Cheñch a ra ar pal « { $title } »
roadmap-change-changed-action = Cheñch a ra an oberenn « { $title } »
roadmap-told = { $label } : { $value }
roadmap-told-year = { $year }, { $label } : { $value }

## The desk of a body

roadmaps-desk-lead = Skrivet e vez ur steudad-hent, goulennet e vez ali an izili, ha goude-se e vez kadarnaet gant un diviz. A-raok-se ne lenn den all anezhi.
roadmaps-desk-none = Steudad-hent ebet evit poent.
roadmap-new = Skrivañ ur steudad-hent
roadmap-new-lead = Da gentañ lavarit war betra emañ. Goude-se e skrivot an ahelioù, ar palioù hag an oberennoù.
roadmap-presentation = Titl, deiziadoù ha kumunioù
roadmap-outline = Ahelioù ha palioù
roadmap-outline-lead = Un ahel a vod palioù. Ur pal a vod oberennoù. Evit lemel un ahel pe ur pal, lamit da gentañ ar pezh a zo ennañ.
roadmap-outline-more = Enrollañ ha kenderc'hel
roadmap-title-axe = Ahel { $n }
roadmap-title-objectif = Pal { $n }
roadmap-raise = Sevel « { $title } »
roadmap-remove = Lemel « { $title } »
roadmap-objective = Kemmañ ur pal
roadmap-new-action = Ouzhpennañ un oberenn
roadmap-add-action = Ouzhpennañ un oberenn
roadmap-add-action-to = Ouzhpennañ un oberenn da : { $title }
roadmap-edit = Kemmañ
roadmap-edit-objective = Kemmañ
roadmap-edit-this = Kemmañ : { $title }
roadmap-tell = Lavaret pelec'h emañ
roadmap-tell-this = Lavaret pelec'h emañ : { $title }
roadmap-remove-action = Lemel an oberenn-mañ
roadmap-progress-title = Pelec'h emañ : { $title }
roadmap-progress-lead = Ar pezh a lavarit amañ a vez lennet diouzhtu war ar bajenn publik : fedoù int, n'eus ezhomm diviz ebet.
roadmap-national = Evit ar furmskrid broadel (CSV)
roadmap-public = Pajenn publik
roadmap-members = Izili : { $names }.
roadmap-step = Pazenn da-heul
roadmap-step-empty = Skrivit un oberenn da nebeutañ : goude-se e vo gallet goulenn ali an izili.
roadmap-step-consulted = Reiñ a ra an izili o ali. Notet e vez an diviz pa vez echu ar guzuliadenn.
roadmap-step-amend = Gallout a rit kemmañ ar steudad-hent : n'eus netra publik a-raok un diviz nevez.
roadmap-step-validate-title = Diviz a gadarna ar steudad-hent
roadmap-step-validate-do = Kadarnaat gant an diviz-mañ
roadmap-step-amend-title = Diviz a zegemer ar c'hemmoù
roadmap-step-amend-do = Degemer gant an diviz-mañ
roadmap-decision-choice = { $number }, { $date } : { $title }
roadmap-consult = Goulenn ali an izili
roadmap-consult-until = Alioù gortozet betek an
roadmap-consult-hint = An deiz-se e-barzh.
roadmap-close = Echuiñ ar steudad-hent
roadmap-close-sure = Ya, echu eo : ne gemmo ket ken.
roadmap-opinions = Alioù an izili
roadmap-silent = N'o deus ket roet ali : { $names }.
roadmap-amendment = Kemmoù a c'hortoz un diviz
roadmap-own-work = C'hwi eo hoc'h eus skrivet da ziwezhañ : un den all a rank notañ an diviz.
roadmap-no-decision = Notit da gentañ diviz an emvod : an diviz eo a gadarna.

## What members are asked

roadmap-asked-title = Alioù da reiñ
roadmap-asked-lead = Ar pezh ma vez goulennet ali { $organisation } warnañ : steudadoù-hent, servijoù.
roadmap-asked-none = Ne vez goulennet netra evit poent.
roadmap-asked-until = Respont betek an { $date }.
roadmap-opinion-lead = Petra a soñj { $organisation } eus ar steudad-hent-mañ ?
roadmap-opinion-given = Ali diwezhañ roet : { $view }. Ma roit unan all, hennezh a gonto.
roadmap-give-opinion = Reiñ an ali-mañ
roadmap-view-favorable = A-du
roadmap-view-reserve = A-du, met gant reservoù
roadmap-view-oppose = A-enep

## Answers of forms

roadmap-field-titre = Titl
roadmap-field-du = Eus an
roadmap-field-au = D'an
roadmap-field-communes = Kumunioù
roadmap-field-communes-hint = Un anv dre linenn : kumun, etrekumuniezh, departamant. Goude-se e welot petra a ra en holl.
roadmap-field-sous-objectif = Pal
roadmap-field-contexte = Perak an oberenn-mañ ?
roadmap-field-contexte-hint = Goulennet e vez gant ar furmskrid broadel. 1 000 arouezenn d'ar muiañ.
roadmap-field-resume = Petra a reer ?
roadmap-field-resume-hint = Goulennet e vez gant ar furmskrid broadel. 1 000 arouezenn d'ar muiañ.
roadmap-field-besoins = Da beseurt ezhommoù e respont ?
roadmap-field-besoins-hint = Ar roll broadel. Askit unan da nebeutañ.
roadmap-field-autre_besoin = Mar bez unan all, pehini ?
roadmap-field-formes_agents = Gwazourien publik
roadmap-field-formes_salaries = Gopridi kevredigezhioù
roadmap-field-publics = Evit piv dreist-holl ?
roadmap-field-publics-hint = Netra asket : evit an holl.
roadmap-field-services = Gant peseurt servijoù ?
roadmap-field-lieux = Lec'hioù
roadmap-field-lieux-hint = Chomlec'h pajenn pep lec'h, unan dre linenn.
roadmap-field-postes = Postoù
roadmap-field-porteurs = Piv a gas an oberenn ?
roadmap-field-porteurs-hint = Anv ur frammad dre linenn.
roadmap-field-partenaires = Gant piv ?
roadmap-field-partenaires-hint = Anv ur frammad dre linenn.
roadmap-field-etat = Pelec'h emañ ?
roadmap-field-motif = Mar bez dilezet, perak ?
roadmap-field-annee-cout = Koust
roadmap-field-annee-demande = Skoaziad goulennet
roadmap-field-annee-partenaires = Paeet gant re all
roadmap-field-annee-partenaires-hint = Ur frammad dre linenn, da skouer : Ville de Rennes ; 4 000 € ; acquis. Skrivit « promis » ma n'eus netra sinet.
roadmap-field-indicateur-nom = Ar pezh a vez muzuliet
roadmap-field-indicateur-nom-hint = Goullonderit al linenn-mañ evit lemel ar muzul.
roadmap-field-indicateur-unite = Unanenn
roadmap-field-indicateur-depart = Penn-kentañ
roadmap-field-indicateur-depart-hint = Deiz ; pegement ; a-belec'h e teu ar sifr. Da skouer : 2024-01-01 ; 120 ; enklask.
roadmap-field-indicateur-cible = Pal er fin
roadmap-field-indicateur-releves = Muzulioù
roadmap-field-indicateur-releves-hint = Unan dre linenn : deiz ; pegement ; a-belec'h e teu ar sifr.
roadmap-field-sert = Da beseurt palioù uheloc'h e talvez ?
roadmap-field-nouvel-axe = Ahel nevez
roadmap-field-nouvel-objectif = Pal nevez
roadmap-field-axe = Ahel
roadmap-field-objectif = Pal
roadmap-field-releve = Pegement ?
roadmap-field-releve-jour = Peseurt deiz ?
roadmap-field-releve-source = A-belec'h e teu ar sifr ?
roadmap-field-avis = Ali
roadmap-field-motif-avis = Perak ?
roadmap-field-motif-avis-hint = Da lavaret ma n'eo ket a-du an ali. Lennet e vez gant an izili.
roadmap-group-formes = Tud da stummañ
roadmap-group-qui = Piv
roadmap-group-ou = Pelec'h
roadmap-group-ou-hint = Netra skrivet : e pep lec'h ma'z a ar steudad-hent.
roadmap-group-quand = Pegoulz
roadmap-group-quand-hint = Netra skrivet : deiziadoù ar steudad-hent.
roadmap-group-budget = Arc'hant, bloaz ha bloaz
roadmap-group-budget-hint = En euroioù, da skouer 4 000 pe 4 000,50. Ne vez ket kontet ur bloavezh goullo.
roadmap-group-indicateurs = Ar pezh a vez muzuliet
roadmap-group-indicateur = Muzul { $n }
roadmap-group-releve-hint = Lezit goullo ma n'eus bet muzuliet netra.

## What is wrong

roadmap-wrong-no-title = Skrivit un titl.
roadmap-wrong-long-title = Re hir eo : 200 arouezenn d'ar muiañ.
roadmap-wrong-long = Re hir eo : 1 000 arouezenn d'ar muiañ.
roadmap-wrong-communes = N'eo ket anavezet : { $text }. Skrivit un anv resis, pe ur c'hod evel 35238.
roadmap-wrong-no-area = Lavarit pelec'h : ur gumun da nebeutañ.
roadmap-wrong-beyond = Er-maez eus ar steudad-hent emañ.
roadmap-wrong-no-need = Askit un ezhomm da nebeutañ.
roadmap-wrong-other-need = Lavarit pehini eo an ezhomm all-se.
roadmap-wrong-year = Er-maez eus ar steudad-hent emañ ar bloavezh-mañ.
roadmap-wrong-over-funded = Muioc'h eget ar c'houst eo ar skoaziad hag ar gevelerien.
roadmap-wrong-amount = N'eo ket bet komprenet : skrivit ur sammad evel 4 000 pe 4 000,50.
roadmap-wrong-amount-point = { $text } a c'hall talvezout daou dra : skrivit ur virgulenn evit ar santimoù.
roadmap-wrong-amount-groups = { $text } : ar sifroù a ya a-strolladoù a dri.
roadmap-wrong-amount-negative = N'eo ket negativel ur sammad.
roadmap-wrong-amount-fine = Daou sifr d'ar muiañ goude ar virgulenn.
roadmap-wrong-number = { $text } n'eo ket un niver.
roadmap-wrong-day = { $text } n'eo ket un deiziad : skrivit anezhañ evel 2027-01-31.
roadmap-wrong-no-day = Lavarit peseurt deiz.
roadmap-wrong-backwards = Dont a ra ar fin a-raok an deroù.
roadmap-wrong-no-reason = Lavarit perak eo dilezet.
roadmap-wrong-no-source = Lavarit a-belec'h e teu ar sifr.
roadmap-wrong-organisations = N'eo ket anavezet : { $text }. Skrivit anv resis ur frammad eus ar roll.
roadmap-wrong-places = Lec'hioù n'int ket anavezet : { $text }.
roadmap-wrong-partner = N'eo ket bet komprenet : { $text }. Skrivit da skouer : Ville de Rennes ; 4 000 € ; acquis.
roadmap-wrong-indicator-name = Lavarit petra a vez muzuliet.
roadmap-wrong-measure = { $text } n'eo ket ur muzul : skrivit un niver evel 120 pe 12,5.
roadmap-wrong-observation = N'eo ket bet komprenet : { $text }. Skrivit da skouer : 2024-12-31 ; 120 ; enklask.
roadmap-wrong-objective = Dibabit ur pal.
roadmap-wrong-meanwhile = Unan bennak en deus skrivet amañ e-keit-se : « { $text } ». Adkargit ar bajenn evit kregiñ gant an destenn-se.
roadmap-wrong-many = 30 a zo dija : n'eus ket tu da gaout muioc'h.
roadmap-wrong-holds-actions = Lamit e oberennoù da gentañ.
roadmap-wrong-holds-objectives = Lamit e balioù da gentañ.
roadmap-wrong-view = Dibabit un ali.
roadmap-wrong-unsaid = Lavarit perak : displeget e vez un ali ha n'eo ket a-du.

## What was just done

note-roadmap-created = Krouet eo ar steudad-hent. Skrivit bremañ he ahelioù hag he falioù.
note-roadmap-saved = Enrollet eo.
note-roadmap-told = Notet eo, ha gwelet e vez war ar bajenn publik.
note-roadmap-action-removed = Lamet eo an oberenn.
note-roadmap-no-objective = Skrivit ur pal da gentañ : un oberenn a ya dindan ur pal.
note-roadmap-consulted = Gallout a ra an izili reiñ o ali.
note-roadmap-wrong-until = Dibabit un deiz da zont.
note-roadmap-closed = Echu eo ar steudad-hent.
note-roadmap-unsure = Askit al logell evit kadarnaat.
note-roadmap-validated = Kadarnaet eo ar steudad-hent : gallout a ra an holl lenn anezhi.
note-roadmap-amended = Degemeret eo ar c'hemmoù : gallout a ra an holl lenn anezho.
note-roadmap-own-work = C'hwi eo hoc'h eus skrivet da ziwezhañ : un den all a rank notañ an diviz.
note-roadmap-no-decision = N'eo ket anavezet an diviz-mañ. Notit da gentañ diviz an emvod.
note-roadmap-not-now = N'eo ket posupl bremañ : sellit pelec'h emañ ar steudad-hent.
note-roadmap-opinion = Enrollet eo hoc'h ali.

## Needs of the national list

roadmap-need-diagnostic = Sevel un diagnosk eus an tiriad
roadmap-need-co-construire = Sevel ar steudad-hent asambles gant an izili
roadmap-need-rediger = Skrivañ ar steudad-hent
roadmap-need-appui-juridique = Skoazell lezennel evit ar gouarnerezh
roadmap-need-fonds-local = Sevel ur font lec'hel
roadmap-need-dossiers-de-subvention = Sevel teuliadoù skoaziad luziet
roadmap-need-animer = Buhezekaat ha lakaat da dalvezout ar gouarnerezh hag ar steudad-hent
roadmap-need-reconditionnement = Sevel un hentad adneveziñ lec'hel
roadmap-need-donnees = Dastum roadennoù war an tiriad
roadmap-need-sensibiliser = Lakaat an obererien da anavezout ar benvegoù
roadmap-need-qualiopi = Skoazellañ testeniañ Qualiopi frammadoù prevez
roadmap-need-former-agents-publics = Stummañ ar wazourien publik
roadmap-need-former-salaries-associatifs = Stummañ gopridi ar c'hevredigezhioù
roadmap-need-autre = All

## Lists of the national platform

roadmap-list-title = Keñveriañ gant al leurenn vroadel
roadmap-list-lead = Pegit amañ roll darempredoù an izili, pe hini ar postoù, evel m'emañ gant « Mon inclusion numérique ». Ne vez enrollet netra.
roadmap-list-paste = Roll (CSV)
roadmap-list-hint = Ar restr a-bezh, gant linenn an titloù. Ne vez ket lennet anvioù an dud.
roadmap-list-wrong = N'eo ar roll-mañ nag hini an izili nag hini ar postoù.
roadmap-list-differences = Ar pezh a zo disheñvel
roadmap-list-none = N'eus netra disheñvel.
roadmap-list-not-member = { $name } ({ $kind }) a zo ezel war al leurenn vroadel, ha n'eo ket amañ.
roadmap-list-unknown = { $name } ({ $kind }) a zo ezel war al leurenn vroadel, ha n'emañ ket er roll.
roadmap-list-not-there = { $name } a zo ezel amañ, ha n'eo ket war al leurenn vroadel.
roadmap-list-unknown-employer = { $name } he deus postoù war al leurenn vroadel, ha n'emañ ket er roll.
roadmap-list-posts-filled = { $name } : postoù dalc'het, { $there } du-hont, { $here } amañ.
roadmap-list-posts-vacant = { $name } : postoù vak, { $there } du-hont, { $here } amañ.
roadmap-list-posts-returned = { $name } : postoù rentet, { $there } du-hont, { $here } amañ.

## Counts

roadmap-area = { $n ->
    [one] { $n } gumun : { $names }
   *[other] { $n } kumun : { $names }
}
roadmap-area-more = { $n ->
    [one] { $n } all
   *[other] { $n } all
}
roadmap-actions = { $n ->
    [0] oberenn ebet
    [one] { $n } oberenn
   *[other] { $n } oberenn
}
roadmap-count-prevue = { $n ->
    [one] { $n } oberenn raktreset
   *[other] { $n } oberenn raktreset
}
roadmap-count-en-cours = { $n ->
    [one] { $n } oberenn war ober
   *[other] { $n } oberenn war ober
}
roadmap-count-faite = { $n ->
    [one] { $n } oberenn graet
   *[other] { $n } oberenn graet
}
roadmap-count-abandonnee = { $n ->
    [one] { $n } oberenn dilezet
   *[other] { $n } oberenn dilezet
}
roadmap-posts = { $n ->
    [one] { $n } post
   *[other] { $n } post
}
roadmap-trained-agents = { $n ->
    [one] { $n } gwazour publik
   *[other] { $n } gwazour publik
}
roadmap-trained-staff = { $n ->
    [one] { $n } gopriad kevredigezh
   *[other] { $n } gopriad kevredigezhioù
}
roadmap-opinions-lead = { $period }. A-du : { $favourable }. Gant reservoù : { $reserved }. A-enep : { $opposed }.
roadmap-list-members = { $n ->
    [one] { $n } ezel a zo bet lennet.
   *[other] { $n } ezel a zo bet lennet.
}
roadmap-list-posts = { $n ->
    [one] { $n } post a zo bet lennet.
   *[other] { $n } post a zo bet lennet.
}
roadmap-list-unread = { $n ->
    [one] { $n } linenn n'he deus ket gellet bezañ lennet.
   *[other] { $n } linenn n'o deus ket gellet bezañ lennet.
}
