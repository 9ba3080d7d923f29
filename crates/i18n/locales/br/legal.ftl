# Brouillon : à relire par une personne de langue bretonne.

accessibility-title = Haezadusted
accessibility-lead = Al lec'hienn-mañ a rank talvezout d'an holl, gant pe hep skramm, logodenn pe skript. Klask a ra heuliañ RGAA 4.1.2 ha WCAG 2.2, live AA.
accessibility-state = Stad ar c'hevradelezh
accessibility-state-text = Kevradel a-ran eo al lec'hienn-mañ : ar gwiriadurioù emgefreek ne gavont fazi ebet, met n'eo ket bet graet c'hoazh an enklask klok gant un den.
accessibility-tested = Ar pezh a vez gwiriet
accessibility-tested-text = Evit pep stumm, ur program a sell ouzh an holl bajennoù e sklaer hag en teñval, war skrammoù bihan ha bras. Heuliet e vez an holl hentoù hep skript. Gallout a reer lenn ar pajennoù gant 320 piksel a ledander, ha moullañ anezho.
accessibility-limits = Bevennoù anavezet
accessibility-limits-text = Ezhomm zo eus ul logodenn pe ur biz evit ar gartenn a fiñv : ar roll dindan a lavar ar memes tra. Al lec'hioù o-unan o deus skrivet o c'hinnigoù, e galleg.
accessibility-tell = Reiñ da c'houzout ur skoilh
accessibility-tell-text = Ma'z oc'h stanket gant un dra bennak, lavarit d'ar skipailh : emañ e chomlec'h er menegoù lezenn. Ur respont zo dleet deoc'h.
accessibility-defend = Ho kwirioù
accessibility-defend-text = Ma ne zeu respont ebet, e c'hallit skrivañ d'an Défenseur des droits, hep timbr : Libre réponse 71120, 75342 Paris CEDEX 07, pe pellgomz da 09 69 39 00 00.

ecodesign-title = Ekoheñvel
ecodesign-lead = Ul lec'hienn skañv a zigor war ur pellgomzer kozh hag ur c'hevreadur gorrek. Un dra a gevatalded eo ivez.
ecodesign-light = Skañv dre natur
ecodesign-light-text = Ur bajenn a c'houlenn tri restr d'ar muiañ hag a bouez nebeutoc'h eget 50 Ko. Font ebet da bellgargañ, skeudenn gaer ebet, video ebet, heulier ebet. Karget e vez ar gartenn nemet pa vez goulennet.
ecodesign-measured = Muzuliet evit pep stumm
ecodesign-measured-text = Niver an elfennoù, ar goulennoù hag an oktedoù a vez muzuliet en ur gwir verdeer. Ur stumm dreist ar bevennoù ne vez ket embannet.
ecodesign-lasting = Graet evit padout
ecodesign-lasting-text = Mont a ra al lec'hienn en-dro hep skript ha war merdeerioù kozh. Ar pajennoù a c'hall bezañ moullet.
ecodesign-hosting = Tu ar servijer
ecodesign-hosting-text = Prientet e vez ar respontoù er memor. Ur mekanik bihan zo a-walc'h evit dekvilieroù a lec'hioù.

notices-title = Menegoù lezenn
notices-lead = Ur staliadur eus Portulan eo al lec'hienn-mañ, ur program frank evit kavout skoazell gant an niverel.
notices-publisher = Embanner ha herberc'hier
notices-publisher-text = An aozadur a zalc'h ar staliadur-mañ eo an embanner. Keit ha n'en deus ket skrivet amañ e anv, e chomlec'h hag e herberc'hier, n'eo nemet un taol-esae.
notices-program = Program
notices-program-text = Dindan GNU AGPL 3.0 pe nevesoc'h emañ Portulan : e god mammenn zo da neb a implij al lec'hienn-mañ.
notices-data = Roadennoù
notices-data-text = Dont a ra ar fichennoù eus ar mammennoù anvet war bep hini. Embannet int dindan Licence Ouverte 2.0 ha fazioù a c'hall bezañ enno : pellgomzit a-raok mont.
notices-contact = Kelaouiñ ar skipailh
notices-contact-text = Ur fazi en ur fichenn, ur bajenn ha ne'z a ket en-dro ? Lavarit d'al lec'h e-unan, pe d'an aozadur a zalc'h ar staliadur-mañ.

privacy-title = Roadennoù personel
privacy-lead = Klask skoazell ne lez roud ebet ac'hanoc'h amañ.
privacy-nothing = Ar pezh na reer ket
privacy-nothing-text = Evit klask skoazell : kont ebet, toupin ebet, galv ebet d'ul lec'hienn all. Ar pezh a glaskit n'eo ket skrivet e deizlevrioù ar servijer.
privacy-audience = Ar pezh a vez kontet
privacy-audience-text = Bep pajenn diskouezet a laka un niver da greskiñ, hep mirout netra ac'hanoc'h : na chomlec'h rouedad, na merdeer, na hent. War ar bajenn « Stadegoù » emañ an niveroù-se, gant ar pezh a vez kontet ha pegeit e vez miret.
privacy-position = Ho lec'hiadur
privacy-position-text = « Va lec'hiañ » a c'houlenn an aotre digant ho merdeer. Ront e vez ar poent e-tro kant metr, implijet evit renkañ al lec'hioù, ha disoñjet goude. Chom a ra e chomlec'h ar bajenn.
privacy-places = Tud al lec'hioù
privacy-places-text = Deskrivañ lec'hioù a ra ar roll-mañ. Embann a ra ar pezh a ro ar broduerien evel darempred foran ul lec'h. Ur postel pe un hezoug hag a seblant bezañ da un den, skrivet amañ gant unan bennak, ne vez miret hag embannet nemet mard eo a-du an den-se. M'emañ hoc'h hini amañ ha ma ne fell ket deoc'h, kemennit anezhañ war ar fichenn : tennet e vo.
privacy-proposals = Ar pezh a gemennit
privacy-proposals-text = Pa gemennit ur fazi pe pa ginnigit ul lec'h e vez lennet ar pezh a skrivit gant an dud a zalc'h roll an tiriad-mañ. Ho postel, ma lezit anezhañ, a dalvez da respont deoc'h hepken : diverket e vez 30 devezh goude ar respont, gant ho komzoù, pe a-benn 7 devezh ma ne zigorit ket al liamm. N'eo ket miret chomlec'h ho rouedad.
privacy-accounts = M'ho peus ur gont
privacy-accounts-text = Mirout a ra ur gont hoc'h anv, ho postel, ho yezh, ho rolloù hag ho kevreadennoù digor : 14 devezh evit ur gevreadenn, 180 devezh evit ur merdeer anavezet. E « Va c'hont » e c'hallit kas ganeoc'h pep tra miret diwar ho penn, gant ho pouilhoñsoù, ho kinnigoù hag ar posteloù resevet ; ha diverkañ ho kont : ho kinnigoù ne zougont neuze nag hoc'h anv, nag ho postel, nag ho komzoù. Ar c'hazetenn a vir piv en deus cheñchet petra dindan un anaouder na gas da zen ebet. Miret e vez ur postel kaset e-pad 30 devezh, ur brouilhoñs e-pad 30 devezh.
privacy-rights = Ho kwirioù
privacy-rights-text = Gallout a rit goulenn digant an aozadur a zalc'h al lec'hienn-mañ petra a oar diwar ho penn, lakaat reizhañ pe diverkañ anezhañ, pe enebiñ. Ma ne respont ket e c'hallit mont d'ar Cnil.
