# Intentions: what organisations wish to ask means for.

## Lists

int-title = Mennozhioù
int-of = Mennozhioù : { $name }
int-lead = Ar pezh a garfe ar framm goulenn, lavaret abred hag e div vunutenn. N'eus bet goulennet netra c'hoazh : gwelet e vez evel-se petra a c'hall bezañ graet asambles.
int-none = Mennozh ebet evit poent.
int-new = Mennozh nevez
int-new-lead = Div vunutenn a zo trawalc'h : un titl, un ezhomm, pelec'h, pegoulz, piv a c'hall lenn. Ar peurrest a vo lavaret diwezhatoc'h.
int-note = Notenniñ ar mennozh
note-int-noted = Notennet eo ar mennozh.
int-noted-at = Notennet d'an { $when }.
int-change = Kemmañ ar mennozh
int-change-lead = Ar pezh a gemmit amañ a vez gwelet diouzhtu gant ar re a c'hall lenn ar mennozh.
note-int-saved = Enrollet eo ar mennozh.
int-withdraw = Tennañ ar mennozh
int-withdraw-title = Tennañ « { $name } »
int-withdraw-lead = Den all ebet ne welo anezhañ ken. Ho framm a vir anezhañ en e roll.
int-withdraw-do = Tennañ ar mennozh
note-int-withdrawn = Tennet eo ar mennozh.
int-pourquoi = Perak
int-pourquoi-hint = Diret. Ho framm hepken a lenn anezhañ.
int-etat-retiree = Tennet d'an { $when }.
int-etat-mutualisee = Douget gant re all abaoe an { $when }.
int-etat-demandee = Deuet da vezañ ur goulenn d'an { $when }.

## What an intention is

int-titre = En ul linenn
int-titre-hint = Da skouer : Nevesaat 22 urzhiataer.
int-besoin = Ezhomm
int-besoins = Ezhommoù
int-besoins-hint = Unan a zo trawalc'h. Ma ne zegouezh hini ebet, skrivit ho hini dindan.
int-autre-besoin = Un ezhomm all
int-autre-besoin-hint = Da skouer : nevesaat an dafar prestet d'an dud.
int-plusieurs-besoins = Meur a ezhomm war un dro
int-zone = Kumunioù
int-zone-hint = Unan dre linenn. Un tiriad a dalvez evit e holl gumunioù. Kumunioù ho lec'hioù a zo dija aze.
int-lieux = Lec'hioù
int-lieux-hint = Diret. Ouzhpennet e vez kumunioù al lec'hioù askellet.
int-annees = Bloavezhioù
int-annee-debut = Bloavezh kentañ
int-annee-fin = Bloavezh diwezhañ
int-annees-de-a = eus { $first } da { $last }
int-montant = Ment vras
int-montant-moins = D'an nebeutañ
int-montant-moins-hint = Evit an holl vloavezhioù. Laoskit goullo ma n'ouzit ket.
int-montant-plus = D'ar muiañ
int-montant-plus-hint = Da skouer : 18 000 €.
int-montant-entre = etre { $least } ha { $most }
int-avec = Gant piv
int-avec-ouvert = Gant re all, neb a garo
int-avec-seul = Hec'h-unan : ne vo ket kinniget ar mennozh da re all
int-avec-avec = Gwelloc'h gant frammoù zo
int-avec-qui = Ar frammoù-se
int-avec-qui-hint = Da leuniañ ma kavit gwelloc'h lod anezho. Anv ur framm anavezet amañ.
int-avec-qui-n = Framm { $n }
int-avec-noms = Gwelloc'h gant { $names }
int-visible = Piv a c'hall lenn
int-visible-hint = C'hwi eo a zibab. Gallout a reot cheñch soñj.
int-visible-nous = Hor framm hepken
int-visible-nous-hint = Den all ebet ne ouio ez eus eus ar mennozh.
int-visible-niveaux = Al liveoù a sell outo
int-visible-niveaux-hint = Ar re a vuhez renerezhioù ho kumunioù : gwelet a reont ar pezh a groaz.
int-visible-gouvernances = Ar renerezhioù a anvomp hepken
int-visible-gouvernances-hint = Askellit anezho dindan.
int-visible-avec-membres = { $to }, izili e-barzh
int-gouvernances = Ar renerezhioù-se
int-gouvernances-hint = Da askellañ ma anvit lod.
int-membres = Hag o izili
int-membres-hint = Hep al log-mañ, an izili ne welont nemet sammadoù, adalek tri framm.
int-membres-oui = Izili ar renerezhioù-se a c'hall lenn ivez

## What makes it precise

int-precise = Resisaat (diret)
int-services = Servijoù
int-publics = Tud
int-publics-hint = Hini : an holl.
int-enveloppe = Golo a c'hoantaer
int-enveloppe-hint = E-touez goloioù ho renerezhioù.
int-enveloppe-aucune = Hini ebet dreist-holl
int-formes = Tud da stummañ
int-formes-aide = Un niver, tost da vat zoken.
int-formes-agents = Implijidi publik
int-formes-agents-compte = { $n } implijad publik
int-formes-salaries = Implijidi kevredigezhioù
int-formes-salaries-compte = { $n } implijad kevredigezh
int-materiel = Dafar a c'hoantaer
int-materiel-aide = Pet eus pep seurt.
int-materiel-ordinateur = Urzhiataerioù
int-materiel-tablette = Tabletennoù
int-materiel-telephone = Pellgomzerioù
int-materiel-imprimante = Moullerezed
int-materiel-videoprojecteur = Videobannerioù
int-materiel-connexion = Kevreadurioù internet
int-materiel-ordinateur-compte = { $n } urzhiataer
int-materiel-tablette-compte = { $n } tabletenn
int-materiel-telephone-compte = { $n } pellgomzer
int-materiel-imprimante-compte = { $n } moullerez
int-materiel-videoprojecteur-compte = { $n } videobanner
int-materiel-connexion-compte = { $n } kevreadur internet
int-pret = Dafar a c'hallfec'h prestañ
int-pret-aide = Pet eus pep seurt, da frammoù all.
int-pret-ordinateur = Urzhiataerioù
int-pret-tablette = Tabletennoù
int-pret-telephone = Pellgomzerioù
int-pret-imprimante = Moullerezed
int-pret-videoprojecteur = Videobannerioù
int-pret-connexion = Kevreadurioù internet
int-heures = Eurvezhioù dre sizhun, e pep lec'h
int-heures-hint = Da skouer : 3 pe 3,5. Hep lec'h askellet, e pep kumun.
int-heures-compte = { $hours } eurvezh dre sizhun e pep lec'h
int-texte = E meur a linenn
int-texte-hint = Ar pezh a rankfe re all gouzout evit dont ganeoc'h.

## What a body reads

int-body-title = Mennozhioù : { $name }
int-body-lead = Ar pezh a garfe frammoù goulenn, hag a ziskouezont d'ar re a vuhez ar renerezh-mañ. Da virout etrezoc'h.
int-members-lead = Ar pezh a garfe frammoù goulenn, hag a ziskouezont da izili ar renerezh-mañ.
int-body-none = Mennozh ebet n'eo diskouezet d'ar renerezh-mañ evit poent.
int-members-none = Mennozh ebet n'eo diskouezet d'an izili evit poent.
int-sums = Dre ezhomm ha dre vloavezh
int-sums-aide = Ur sammad war meur a vloavezh a zo lodennet ingal. Ar sammadoù na oa ket bet lavaret n'emaint ket e-barzh.
int-compte = { $n } mennozh
int-others = Ar mennozhioù all, dre sammadoù
int-others-none = Netra da ziskouez : diskouezet e vez ur sammad adalek tri framm.
int-others-whole = En holl : { $sum }.

## Why something is refused

int-wrong-titre = Lavarit en ul linenn ar pezh a garfec'h.
int-wrong-besoin = Askellit un ezhomm, pe skrivit ho hini.
int-wrong-autre = Skrivit an ezhomm all-se, pe diaskellit « All ».
int-wrong-ou = Lavarit pelec'h : ur gumun d'an nebeutañ, pe ul lec'h.
int-wrong-annees = Ar bloavezh diwezhañ ne c'hall ket bezañ kent an hini kentañ, ha dek vloaz d'ar muiañ.
int-wrong-montant = « D'ar muiañ » a zo bihanoc'h eget « D'an nebeutañ ».
int-wrong-nombre = Ne c'hall ket bezañ lennet an niver-se, pe re vras eo.
int-wrong-heures = Eurvezhioù dre sizhun, da skouer : 3 pe 3,5.
int-wrong-avec = Anvit ur framm d'an nebeutañ, disheñvel diouzh ho hini.
int-wrong-visible = Lavarit piv a c'hall lenn : netra n'eo dibabet en ho lec'h.
int-wrong-gouvernances = Askellit ur renerezh d'an nebeutañ.
int-wrong-over = N'emañ ket ken ar mennozh-mañ war ober : ne gemm ket ken.
