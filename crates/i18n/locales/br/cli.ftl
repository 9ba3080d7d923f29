# Words of the command line. Draft, to be passed by a native reader.
cli-refused = Nac'het : { $text }
cli-nothing-changed = N'eus bet cheñchet netra.
cli-usage = Urzhiad skrivet fall : { $text }
cli-internal = Fazi diabarzh : { $text }
cli-failed-check = ur gwiriadenn da vihanañ a zo c'hwitet

cli-demo-loaded = Portulan, roadennoù diskouez : { $places } lec'h ({ $created } krouet, { $updated } kemmet, { $unchanged } heñvel), { $territories } tiriad.
cli-ready = Prest e { $millis } ms. Da esaeañ :
cli-operator-link = Estez merañ, da zigeriñ ur wech hepken, war ar mekanik-mañ, a-benn 15 munut :
cli-serving = Portulan : { $places } lec'h, { $address }
cli-cannot-listen = n'haller ket selaou war { $address } ({ $error }) ; dibabit ur chomlec'h all gant --listen
cli-logs-not-started = deizlevr teknikel ket loc'het : { $error }

cli-import-totals = { $file } : { $rows } linenn, { $created } lec'h krouet, { $updated } kemmet, { $unchanged } heñvel, { $rejected } linenn distaolet.
cli-import-row = linenn { $row } : { $reason }
cli-import-more = … ha { $count } all (--json a ro anezho holl)
cli-import-noted = { $count ->
    [one] { $count } evezhiadenn war ur vaezienn na c'haller ket lenn (--json a ro anezhi).
   *[other] { $count } evezhiadenn war maeziennoù na c'haller ket lenn (--json a ro anezho holl).
}
cli-bad-source = --source { $text } : lizherennoù bihan hep tired-pouez, sifroù ha tiredoù
cli-export-needs-folder = --format data-inclusion a skriv meur a restr : roit --out TEULIAD
cli-reference-layer = { $file } : gwiskad « { $layer } », { $count } elfenn.

cli-backup-done = Eilenn skrivet, sammadoù gwiriañ jedet :
cli-restore-done = Eilenn adlennet, sammadoù gwiriañ gwiriet :
cli-migrate-done = Staliadur dilec'hiet, sammadoù gwiriañ gwiriet :
cli-copy-table = { $table } : { $rows } linenn, { $sum }

cli-smtp-url = n'eo ket --smtp-url chomlec'h ur servijer posteloù : skrivit smtp://servijer:587 pe smtps://servijer:465
cli-smtp-login-in-url = ger-tremen ebet e --smtp-url : roit PORTULAN_SMTP_USER ha PORTULAN_SMTP_PASSWORD_FILE
cli-smtp-login-in-clear = ne vez kaset ger-tremen ebet hep TLS : tennit ?tls=none, pe ar ger-tremen
cli-smtp-from = n'eo ket --mail-from ur chomlec'h : skrivit un anv hag ur chomlec'h, pe ur chomlec'h hepken
cli-smtp-tls = n'haller ket prientiñ TLS evit ar servijer posteloù
cli-smtp-half-login = roit PORTULAN_SMTP_USER hag ur ger-tremen (PORTULAN_SMTP_PASSWORD_FILE pe PORTULAN_SMTP_PASSWORD), pe hini ebet
cli-smtp-password-file = n'haller ket lenn ger-tremen ar posteloù e { $file } : { $error }
doctor-good = mat
doctor-doubtful = da sellet outañ
doctor-wrong = da reizhañ
doctor-database = diaz roadennoù ({ $value })
doctor-database-advice = adlennit un eilenn gant « portulan restore » en un teuliad nevez
doctor-schema = stumm ar chema : { $value }
doctor-schema-advice = adloc'hit an urzhiad : hizivaet e vez an diaz pa vez digoret
doctor-journal = deizlevr gwarezet ouzh pep kemm, { $value } linenn
doctor-journal-advice = lamet eo bet gwarezoù an deizlevr : adlennit un eilenn
doctor-seals = deizlevr siellet hag adlennet, { $value } linenn
doctor-seals-advice = cheñchet eo bet an deizlevr : « portulan journal verify » a lavar pe lodenn
doctor-secret = emañ an alc'hwez kuzh en e lec'h, lennet gant ar program-mañ hepken
doctor-secret-missing = alc'hwez kuzh ebet : n'haller sinañ liamm ebet
doctor-secret-missing-advice = lañsit « portulan serve » ur wech, pe roit ar restr rannet gant an holl skoulmoù gant PORTULAN_SECRET_FILE
doctor-secret-open = kontoù all ar mekanik-mañ a c'hall lenn an alc'hwez kuzh
doctor-secret-open-advice = tennit ar gwir-se diganto : chmod 600 war restr an alc'hwez
doctor-territories = { $value } tiriad dave
doctor-territories-advice = savet eo bet ar meziant-mañ hep e daolenn kumunioù : adstaliit anezhañ
doctor-places = { $value } lec'h
doctor-places-advice = enporzhiit ur roll gant « portulan import » pe esaeit « portulan demo »
doctor-communes = { $value } lec'h hep kumun anavezet
doctor-communes-advice = klokait ar c'hod INSEE pe ar c'hod post er restr orin, hag enporzhiit anezhi en-dro
doctor-positions = { $value } lec'h hep daveennoù
doctor-positions-advice = enporzhiit chomlec'hioù gant « portulan reference import », pe klokait ar restr orin
doctor-hours = { $value } lec'h na c'haller ket lenn o eurioù
doctor-hours-advice = skrivit an eurioù-se e furmad opening_hours OpenStreetMap er restr orin

refusal-not-found = n'eo ket bet kavet : { $what }
refusal-conflict = aze dija, pe kontrol : { $what }
refusal-forbidden = ezhomm zo eus gwirioù ar merañ
refusal-no-key = mankout a ra an alc'hwez kuzh : roit ar memes restr d'an holl skoulmoù gant --secret-file pe PORTULAN_SECRET_FILE (64 sifr c'hwec'hdegel, da skouer « openssl rand -hex 32 »)
cli-key-missing = n'emañ ket an alc'hwez kuzh e { $file } : roit ar restr-se, pe tennit an dibarzh
cli-key-malformed = n'eus alc'hwez ebet e { $file } : 64 sifr c'hwec'hdegel zo ezhomm, ha netra ken
cli-key-unreadable = n'haller ket lenn pe skrivañ an alc'hwez kuzh { $file } : gwiriit gwirioù an teuliad
refusal-store-not-empty = roadennoù zo dija en diaz : dibabit unan goullo
refusal-store-bad-copy = linenn { $line } eus an eilenn : { $reason }
refusal-store = diaz roadennoù : { $reason }
refusal-layer = restr dave na c'haller ket lenn : { $reason }
refusal-empty = goullo eo ar restr
refusal-too-large = brasoc'h eo ar restr eget { $limit } okted : troc'hit anezhi
refusal-swelling = kreskiñ a ra ar restr muioc'h eget { $ratio } gwech : digoret ha sellit outi da gentañ
refusal-not-text = n'eo ket testenn ar restr-mañ : enrollit anezhi e CSV (UTF-8) pe e JSON
refusal-unknown-shape = bannoù dianav ({ $headers }) : ar chema broadel a grog gant id,pivot,nom
refusal-unknown-document = teul JSON dianav ({ $found }) : ezhomm zo eus ur roll traoù gant maeziennoù ar chema broadel
refusal-no-list = n'eus roll ebet dindan « { $key } » en teul ; ennañ emañ : { $found }
refusal-list-unnamed = re hir eo an teul evit klask ar roll ennañ : roit anv ar perzh a zo ar roll ennañ
refusal-markup = ur bajenn web pe XML eo, n'eo ket ur roll : gwiriit ar chomlec'h, pe enrollit ar roll e CSV (UTF-8) pe e JSON
refusal-too-many-columns = { $found } bann a zo er roll, { $limit } d'ar muiañ a vez lennet : mat eo an disranner ?
refusal-workbook = n'haller ket lenn al levr-labour-mañ ({ $reason }) : enrollit ar follenn e CSV (UTF-8)
refusal-workbook-too-large = brasoc'h eo al levr-labour eget { $limit } okted : enrollit ar follenn e CSV (UTF-8)
refusal-no-sheet = n'eus follenn « { $name } » ebet el levr-labour ; ennañ emañ : { $found }
refusal-unknown-encoding = enkodañ dianav : { $label } ; skrivit utf-8, windows-1252 pe macintosh
refusal-no-source = al linennoù n'anvont ket o mammenn : roit unan, da skouer --source ma-rouedad
refusal-read = n'eus ket bet gallet lenn ar restr betek ar penn : { $reason }
refusal-csv = torret eo ar CSV : { $reason }
refusal-json = torret eo ar JSON : { $reason }
row-no-name = anv ebet
row-no-commune = kumun, kod post na kod INSEE ebet
row-no-id = naoudi ebet
row-duplicate-id = emañ an hevelep naoudi uheloc'h er restr
row-unreadable = linenn na c'haller ket lenn : { $reason }

cli-journal-whole = Klok eo an deizlevr : { $lines } linenn siellet, e { $batches } lodenn.
cli-journal-broken = n'emañ ket mui an deizlevr evel m'eo bet siellet
cli-journal-unsealed = Linennoù n'int ket siellet c'hoazh : { $n }
cli-journal-head = Louc'h al lodenn ziwezhañ, da virout e lec'h all : { $head }
cli-journal-no-head = N'eus netra siellet c'hoazh.
cli-journal-head-missing = Al louc'h roet n'eo hini lodenn ebet : troc'het pe adgraet eo bet dibenn an deizlevr, pe un deizlevr all eo.
cli-journal-changed = Lodenn { $batch }, linennoù { $first } betek { $last } : ul linenn pe al lodenn a zo bet cheñchet, tennet pe ouzhpennet.
cli-journal-unlinked = Lodenn { $batch }, linennoù { $first } betek { $last } : ne heuilh ket al lodenn a-raok.
cli-journal-unreadable = Lodenn { $batch }, adalek al linenn { $first } : enni ez eus ar pezh na skriv ket ar programm gwech ebet.
cli-journal-sealed = Linennoù siellet : { $lines }, e { $batches } lodenn.
cli-journal-exported = Linennoù skrivet : { $n }
cli-journal-erasures = Tud diverket er roll : { $n }
