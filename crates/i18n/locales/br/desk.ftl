# Brouillon : à relire par une personne de langue bretonne.
# Behind the operator's session: sources, runs, reports, duplicates, the story of a place.

desk-nav = Korvoiñ
desk-state = Stad
desk-end = N'eus mann ebet ken war-lerc'h.
desk-next = War-lerc'h
desk-save = Enrollañ
desk-cancel = Nullañ
desk-nothing = netra
desk-instant = { $date } da { $time }
desk-percent = { $n } %
desk-sessions = { $n ->
    [one] { $n } abadenn
   *[other] { $n } abadenn
}
form-faults = { $n ->
    [one] Ur respont a zo da reizhañ. N'eus bet enrollet netra, ha miret eo ar pezh hoc'h eus skrivet.
   *[other] { $n } respont a zo da reizhañ. N'eus bet enrollet netra, ha miret eo ar pezh hoc'h eus skrivet.
}

## What was just done

note-source-added = Enrollet eo ar vammenn. Roit ur restr gentañ dezhi.
note-source-changed = Enrollet eo an arventennoù. Talvezout a raint evit an eostad a zeu.
note-source-forgotten = Ankouaet eo ar vammenn. Chom a ra he lec'hioù hag he eostadoù.
note-run-at-work = Un eostad eus ar vammenn-mañ a zo war ober dija : setu-eñ. Netra n'eo bet kroget div wech.
note-run-approved = Degemeret eo an eostad : hizivaet eo al lec'hioù.
note-run-approving = Notet eo : emeur o skrivañ al lec'hioù.
note-run-abandoned = Lezet eo an eostad a-gostez : lec'h ebet n'eo bet cheñchet.
note-pair-same = Notet eo : ul lec'h hepken. Kendeuzet eo an div fichenn, ha gant an istor e c'haller o dispartiañ.
note-pair-different = Notet eo : daou lec'h. Ne vo ket goulennet ken.
note-pair-hosted = Notet eo : lojet eo unan e ti egile. Ne vo ket goulennet ken.
note-pair-moved = Notet eo : dilojet eo al lec'h. Ar chomlec'h kozh a gas d'an hini nevez.
note-already-decided = Graet e oa dija. Netra n'eo bet graet div wech.
note-merge-undone = Dizoberet eo ar c'hendeuzadur : pep fichenn a zo evel a-raok.
note-place-split = Dispartiet eo ar fichenn diouzh ar re all, ha ne vo ket kendeuzet en-dro hepdoc'h.

## Sources

sources-title = Mammennoù
sources-lead = Ar rolloù lec'hioù dalc'het gant tud all, hag adimplijet gant al lec'hienn-mañ.
sources-none = Mammenn ebet evit poent. Ouzhpennit unan : ur restr eus ho rouedad, pe ur chomlec'h roadennoù digor.
source-new-title = Ouzhpennañ ur vammenn
source-edit-title = Cheñch ar vammenn
source-edit = Cheñch an arventennoù
source-settings = Arventennoù
source-name = Anv
source-name-hint = Evel ma anvit anezhi : « Conseillers numériques d'Ille-et-Vilaine ».
source-name-missing = Roit un anv d'ar vammenn.
source-slug = Naoudi (diret)
source-slug-hint = Lizherennoù hep tired-pouez, sifroù ha tiredoù. Ne cheñcho ket ken. Ma'z eo goullo, e vez graet diouzh an anv.
source-slug-wrong = Skrivit un naoudi gant lizherennoù bihan hep tired-pouez, ha tiredoù : conseillers-numeriques-35.
source-slug-taken = « { $slug } » a zo kemeret dija : dibabit un naoudi all.
source-from = A-belec'h e teu ar roll
source-kind-fichier = Ur restr a roan
source-kind-adresse = Ur chomlec'h war ar web
source-address = Chomlec'h ar roll
source-address-hint = Evit ur roll war ar web hepken : kregiñ a ra gant https://
source-address-unused = Skrivet hoc'h eus ur chomlec'h : dibabit ar web, pe goullonderit ar vaezienn-mañ.
source-address-wrong = Skrivit ur chomlec'h klok, da skouer https://www.data.gouv.fr/liste.csv
source-schedule-unknown = Dibabit ul lusk er roll.
source-schedule-unused = Ne dalvez ul lusk nemet evit ur roll war ar web.
source-schedule = Lusk
source-schedule-hint = Evit ur roll war ar web : pegoulz e gerc'hat hep ma vefe goulennet gant den ebet.
schedule-aucune = War c'houlenn
schedule-quotidienne = Bemdez
schedule-hebdomadaire = Bep sizhun
source-level = Live karget
source-level-hint = Un tiriad : « Ille-et-Vilaine », « Rennes Métropole » pe departement-35.
source-level-unknown = N'eo ket anavezet an tiriad-mañ. Skrivit e anv rik, pe ur stumm evel departement-35.
source-level-several = Meur a diriad a zo gant an anv-se. Skrivit ur stumm evel commune-35238.
source-licence = Lañvaz
source-licence-missing = Lavarit dindan peseurt lañvaz eo embannet ar roll.
source-trust = Fiziañs
source-trust-hint = Eus 0 da 100. Pa ne glot ket div vammenn, e vez dalc'het gant an hini suroc'h. 50 : evel ar re all.
source-limit = Lodenn a c'hall cheñch
source-limit-hint = Eus 0 da 100. Ma cheñch pe ma tenn un eostad muioc'h a lec'hioù eget al lodenn-se, e c'hortoz hoc'h asant.
source-percent-wrong = Skrivit un niver klok eus 0 da 100.
source-mapping = Daveadur
source-mapping-hint = Goullo evit ur restr e stumm ar skema broadel. A-hend-all, peseurt bann a ro peseurt maezienn : un daveadur Portulan, pe ur restr eus ar chadenn vroadel evel m'emañ.
mapping-none = Hini ebet : anavezet eo stumm ar restr
mapping-national = Eus ar chadenn vroadel
mapping-portulan = Eus Portulan
source-last-run = Eostad diwezhañ
source-no-run = Eostad ebet evit poent.
source-runs = Eostadoù diwezhañ
source-harvest = Eostiñ
source-fetch-text = Kerc'het e vez ar roll en e chomlec'h, ha keñveriet gant an hini a-raok.
source-fetch = Kerc'hat ar roll bremañ
source-file-instead = Gallout a rit ivez reiñ ur restr.
source-file = Restr ar roll
source-file-hint = CSV, JSON, GeoJSON, XLSX pe ODS, gwasket (gz) pe get, betek 2 Go.
source-harvest-file = Eostiñ ar restr-mañ
source-propose = Kinnig un daveadur
source-propose-text = Roit ar roll, pe e linennoù kentañ : Portulan a ginnig peseurt bann a ro peseurt maezienn. Adlenn ha reizhañ a rit a-raok enrollañ.
source-sample = Restr skouer
source-propose-action = Kinnig
source-not-proposed = Kinnig ebet : { $why }.
source-proposed = Setu ur c'hinnig, da adlenn. Ne vo enrollet netra a-raok ma vo goulennet ganeoc'h.
source-notices = Traoù a zo da welet en daveadur
source-notice = { $path } « { $value } » : { $kind }
source-more-notices = … ha { $n } all.
source-forget = Ankouaat ar vammenn-mañ
source-forget-text = Diverket e vez an arventennoù. Chom a ra al lec'hioù, o deiziadoù hag an eostadoù.
source-forget-action = Ankouaat ar vammenn
upload-missing = Dibabit ur restr ha n'eo ket goullo.
upload-cut = N'eo ket deuet ar restr en he fezh. Netra n'eo bet kroget : kasit anezhi en-dro.
upload-too-large = Brasoc'h eo ar restr eget 2 Go. Netra n'eo bet kroget : troc'hit anezhi e meur a lodenn, pe gwaskit anezhi (gz).
upload-disk = N'en deus ket gallet ar servijer mirout ar restr : leun eo e bladenn marteze. Netra n'eo bet kroget.

## Runs

runs-title = Eostadoù
runs-none = Eostad ebet evit poent. Dibabit ur vammenn ha roit ur restr dezhi.
run-title = { $source }, { $date }
run-when = Deiziad
run-source = Mammenn
run-state = Stad
run-what = Disoc'h
run-running = War ober
run-done = Echuet
run-quarantined = O c'hortoz un asant
run-failed = C'hwitet
run-nothing-new = Netra nevez
run-approved = Degemeret
run-abandoned = Lezet a-gostez
run-phase-fetching = emañ ar restr o tont
run-phase-reading = { $rows ->
    [one] { $rows } linenn lennet
   *[other] { $rows } linenn lennet
}
run-phase-comparing = o keñveriañ gant an eostad a-raok
run-phase-writing = o skrivañ al lec'hioù
run-phase-linking = o klask an eiladoù
run-summary = { $created ->
    [one] { $created } lec'h nevez
   *[other] { $created } lec'h nevez
}, { $updated ->
    [one] { $updated } cheñchet
   *[other] { $updated } cheñchet
}, { $gone ->
    [one] { $gone } tennet
   *[other] { $gone } tennet
}
run-nothing-new-text = Ar memes restr eo hag ar wech diwezhañ.
run-failed-fetch = N'eus ket bet gallet kerc'hat ar roll.
run-failed-file = N'eus ket bet gallet lenn ar restr.
run-failed-interrupted = Paouezet eo ar program a-raok ar fin.
run-failed-internal = Ur fazi zo c'hoarvezet war hon tu.
run-failed-why = Petra zo c'hoarvezet : { $why }.
run-failed-interrupted-text = Paouezet eo ar program a-raok ar fin. Klaskit en-dro.
run-failed-internal-text = Ur fazi zo c'hoarvezet war hon tu ({ $detail }). Klaskit en-dro ; ma talc'h, kelaouit ar skipailh.
run-failed-kept = Lec'h ebet n'eo bet cheñchet.
run-again = Freskaat
run-working-text = Gallout a rit kuitaat ar bajenn-mañ : kenderc'hel a ra an eostad.
run-quarantined-title = Ret eo kaout hoc'h asant
run-quarantined-text = An eostad-mañ a cheñchfe { $updated ->
    [one] { $updated } lec'h
   *[other] { $updated } lec'h
} hag a dennfe { $gone }, diwar { $before } anavezet : muioc'h eo eget al lodenn aotreet. N'eus bet cheñchet netra.
run-reason = Perak (diret)
run-approve = Degemer ar cheñchamantoù-mañ
run-abandon = Lezel a-gostez
run-verdict = Abeg : { $reason }
run-rows = { $n ->
    [one] linenn lennet
   *[other] linenn lennet
}
run-created = { $n ->
    [one] lec'h nevez
   *[other] lec'h nevez
}
run-updated = { $n ->
    [one] lec'h cheñchet
   *[other] lec'h cheñchet
}
run-unchanged = { $n ->
    [one] lec'h digemm
   *[other] lec'h digemm
}
run-gone = { $n ->
    [one] lec'h tennet eus ar roll
   *[other] lec'h tennet eus ar roll
}
run-rejected = { $n ->
    [one] linenn hep lec'h
   *[other] linenn hep lec'h
}
run-held = { $n ->
    [one] reizhadenn miret a-enep ar vammenn
   *[other] reizhadenn miret a-enep ar vammenn
}
run-merged = { $n ->
    [one] eilad kendeuzet
   *[other] eilad kendeuzet
}
run-to-review = { $n ->
    [one] koublad da welet
   *[other] koublad da welet
}
run-queue = { $n ->
    [one] Gwelet { $n } koublad lec'hioù
   *[other] Gwelet { $n } koublad lec'hioù
}
run-rules = Ar pezh a zo bet graet gant an talvoudoù

## Report and differences

report-title = Danevell linenn dre linenn
report-run = An eostad
report-severities = Peseurt linennoù diskouez
report-all = Pep tra
severity-refused = Nac'het
severity-lost = Lezet er-maez
severity-doubt = Da wiriañ
severity-fixed = Reizhet
severity-info = Evit gouzout
report-none = Linenn ebet eus ar seurt-se.
report-row = Linenn
report-field = Maezienn
report-raw = Er roll
report-result = Miret
report-why = Perak
report-corrections = Reizhadennoù evit ar produer (CSV)
report-corrections-about = da gas d'an hini a zalc'h ar roll : pep talvoud da reizhañ, ha perak
differences-title = Ar pezh a cheñch
differences-none = Netra ne cheñch e-keñver an eostad a-raok.
difference-new = Nevez
difference-gone = Tennet
difference-changed = Cheñchet
difference-before = A-raok
difference-after = Goude

## Duplicates

queue-title = Eiladoù
queue-lead = Fichennoù a gomz marteze eus ar memes lec'h. Ar respontoù talvoudusañ a zeu da gentañ.
queue-territory = Tiriad (diret)
queue-yours = Ho tiriadoù
queue-show = Diskouez
queue-total = { $n ->
    [0] Koublad ebet da welet
    [one] { $n } koublad da welet
   *[other] { $n } koublad da welet
}
queue-none = N'eus netra o c'hortoz amañ. Koubladoù nevez a zeuio gant an eostadoù a zeu.
queue-a = Ur fichenn
queue-b = Eben
queue-likeness = Heñvelder
queue-compare-these = Keñveriañ : { $name }
likeness-almost-sure = Ar memes lec'h, tost da vat ({ $percent } %)
likeness-likely = Ar memes lec'h, moarvat ({ $percent } %)
likeness-possible = Ar memes lec'h, marteze ({ $percent } %)
likeness-unlikely = Daou lec'h, moarvat ({ $percent } %)
pair-title = Hag ar memes lec'h eo ?
pair-together = Ar pezh a ra soñjal en ul lec'h hepken
pair-apart = Ar pezh a ra soñjal e daou lec'h
pair-nothing = Netra.
pair-differs = disheñvel
pair-fields = An div fichenn, maezienn ha maezienn
pair-question = Ho respont
pair-same = Ar memes lec'h eo
pair-different = N'eo ket ar memes lec'h
pair-later = Mont d'an hini war-lerc'h
pair-else = Un dra all eo : lojet eo unan e ti egile, pe dilojet eo al lec'h
pair-a-hosts = Lojet eo B e ti A
pair-b-hosts = Lojet eo A e ti B
pair-since = Deiziad an dilojadeg (mard eo anavezet)
pair-to-a = Dilojet eo al lec'h : A eo ar chomlec'h nevez
pair-to-b = Dilojet eo al lec'h : B eo ar chomlec'h nevez
pair-keys = Gant ar c'hlavier, el lodenn-mañ eus ar bajenn : M (memes lec'h), D (disheñvel), P (mont war-raok), A pe B (lojet e ti).
decided-same-person = Divizet d'an { $date } : ar memes lec'h eo.
decided-same-machine = Kendeuzet ent emgefre d'an { $date } : ar memes lec'h eo.
decided-different-person = Divizet d'an { $date } : daou lec'h int.
decided-different-machine = Dispartiet ent emgefre d'an { $date } : daou lec'h int.
decided-hosted-person = Divizet d'an { $date } : « { $name } » a loj egile.
decided-hosted-machine = Notet ent emgefre d'an { $date } : « { $name } » a loj egile.
decided-moved-person = Divizet d'an { $date } : dilojet eo al lec'h, « { $name } » eo ar chomlec'h nevez.
decided-moved-machine = Notet ent emgefre d'an { $date } : dilojet eo al lec'h, « { $name } » eo ar chomlec'h nevez.

## The story of a place

story-find-title = Istor ul lec'h
story-find-lead = Ar pezh eo bet pep maezienn, a-belec'h e teu, ha gant peseurt fichennoù eo bet kendeuzet al lec'h.
story-find-label = Anv al lec'h, pe e chomlec'h war al lec'hienn-mañ
story-find-cut = Ne vez diskouezet nemet an { $n } kentañ : resisait an anv.
story-find-none = N'eus lec'h ebet gant an anv-se.
story-link = istor
story-public = Gwelet ar bajenn foran
story-merges = Fichennoù kendeuzet
story-no-merge = Eus ur fichenn hepken e teu al lec'h-mañ.
story-merge-active = Kendeuzet d'an { $date } ({ $by })
story-merge-superseded = Kendeuzet d'an { $date } ({ $by }), ha kemeret en ur strollad all goude
story-merge-undone = Kendeuzet d'an { $date } ({ $by }), ha dizoberet goude
story-survivor = a ro he chomlec'h d'ar bajenn
story-split = Dispartiañ diouzh ar re all
story-split-this = Dispartiañ diouzh ar re all : { $name }
story-undo = Dizober ar c'hendeuzadur-mañ
story-history = Cheñchamantoù, maezienn dre vaezienn
story-no-history = Cheñchamant ebet notet.
story-created = Fichenn krouet d'an { $date } ({ $by }), gant { $n } maezienn leuniet.
story-when = Pegoulz
story-older = Cheñchamantoù koshoc'h
story-latest = Distreiñ d'ar cheñchamantoù diwezhañ
story-behalf = { $by }, evit { $behalf }
story-erased = D'an { $date } ({ $by }) : un den a oa er linenn-se, diverket eo bet e roadennoù.
story-withheld = D'an { $date } ({ $by }) : un den a zo er linenn-se, n'hallit ket he lenn amañ.
author-operator = korvoiñ
author-person = unan bennak gant ur gont
author-job = program
author-linkage = klask emgefre an eiladoù
author-harvest = eostad emgefre
author-demo = diskouezadenn

## Fields of a place

place-field-nom = Anv
place-field-pivot = SIRET, RNA pe RIDET
place-field-adresse = Chomlec'h
place-field-position = Lec'hiadur
place-field-typologie = Seurt frammadur
place-field-contact = Darempred
place-field-horaires = Eurioù
place-field-presentation = Kinnig
place-field-itinerance = War al lec'h pe o treiñ
place-field-structure_parente = Aozadur
place-field-services = Servijoù
place-field-publics = Evit piv
place-field-prise_en_charge = Degemer azasaet
place-field-frais = Priz
place-field-dispositifs = Programmoù
place-field-labels = Stummadurioù ha labeloù
place-field-acces = Penaos dont
place-field-accompagnement = Doare ar skoazell
place-field-fiche_acces_libre = Fichenn Acceslibre
place-field-prise_rdv = Kemer un emgav
place-field-reseaux = Rouedadoù
place-field-permanences = Abadennoù

## Places that no source gives any more

gone-title = Da wiriañ
gone-lead = Lec'hioù na vezont roet ken gant mammenn ebet. Ur bellgomzadenn a zo a-walc'h alies : hag emaint eno c'hoazh ?
gone-total = { $n ->
    [0] Lec'h ebet hep mammenn
    [one] { $n } lec'h hep mammenn, { $waiting } da wiriañ
   *[other] { $n } lec'h hep mammenn, { $waiting } da wiriañ
}
gone-none = Roet eo an holl lec'hioù gant ur vammenn da vihanañ.
gone-place = Lec'h
gone-since = N'eo ket roet ken abaoe
gone-question = Ho respont
gone-open = Eno c'hoazh
gone-closed = Serret
gone-open-this = Eno c'hoazh : { $name }
gone-closed-this = Serret : { $name }
gone-unsay = Tennañ ar respont
gone-unsay-this = Tennañ ar respont : { $name }
gone-shown = Diskouezet, da wiriañ
gone-hidden = Kuzhet, da wiriañ
gone-said-open = Eno c'hoazh, hervez unan bennak
gone-said-closed = Serret, hervez unan bennak
note-place-open = Notet eo : eno emañ al lec'h c'hoazh, ha diskouezet eo.
note-place-closed = Notet eo : serret eo al lec'h, ha kuzhet eo.
note-place-unsaid = Notet eo : tennet eo ar respont.
