# Kenlakaat : ar pezh a vefe goulennet asambles, ar pezh a vefe espernet, ha perak.

pools-read = { $wants } mennad lennet, { $pools } c’henlakaat kinniget.
pools-none = Netra da lakaat asambles.
pools-value = Espern istimet, e-kreiz an etremmoù : { $value }. { $greedy } a vefe gant an dibab simplañ ; n’eus dibab ebet e-touez ar strolladoù sellet outo a dremenfe { $bound }.
pools-cut = { $count ->
    [one] Evit { $count } mennad e oa re a strolladoù : n’eus ket bet sellet ouzh an holl.
   *[other] Evit { $count } mennad e oa re a strolladoù : n’eus ket bet sellet ouzh an holl.
}
pools-pool = Kenlakaat { $rank } : { $wants }. Aozadurioù : { $organisations }. A c’hellfe dougen : { $lead }.
pools-net = Espern rik : etre { $least } ha { $most }, goude lamet an amzer d’en em glevet (etre { $costleast } ha { $costmost }).
pools-reason = – { $reason }
pools-rival = Gwelloc’h eget : { $wants } ({ $loses } nebeutoc’h).
pools-unpooled = { $want } : { $cause }

pools-rule-loan = Prestañ kentoc’h eget prenañ ({ $kit ->
    [tablette] tabledoù
    [telephone] pellgomzoù
    [imprimante] moullerezioù
    [videoprojecteur] bannerezioù
    [connexion] moned ouzh internet
   *[other] urzhiataerioù
}) : { $count }. Etre { $least } € ha { $most } €.
pools-rule-purchase = Prenañ asambles ({ $kit ->
    [tablette] tabledoù
    [telephone] pellgomzoù
    [imprimante] moullerezioù
    [videoprojecteur] bannerezioù
    [connexion] moned ouzh internet
   *[other] urzhiataerioù
}) : { $count }. Etre { $least } € ha { $most } €.
pools-rule-whole-post = Eurioù a ra postoù klok : { $hours } e sizhun, postoù : { $posts }, kevratoù nebeutoc’h : { $spared }. Etre { $least } € ha { $most } €.
pools-rule-sessions = Devezhioù stummañ leunoc’h : { $people } den, { $together } devezh e-lec’h { $apart }. Etre { $least } € ha { $most } €.
pools-rule-one-study = Ur studiadenn hepken evit meur a diriad : { $need }. Etre { $least } € ha { $most } €.
pools-source-assumption = martezeadenn, da erlec’hiañ gant ho prizioù

pools-evidence-need = Memes ezhomm : { $subject }
pools-evidence-service = Memes servij : { $subject }
pools-evidence-commune = Memes kumun : { $commune }
pools-evidence-near = { $km } km d’ar muiañ an eil diouzh egile
pools-evidence-year = Memes bloaz : { $year }
pools-evidence-years = Memes bloavezhioù : eus { $first } betek { $last }
pools-evidence-public = Memes tud : { $public }
pools-evidence-wished = { $by } a garfe bezañ gant { $with }
pools-evidence-post-aid = Evit derc’hel soñj, ar Stad a sikoure ur post klok a guzulier niverel gant { $firstpublic } € (publik) pe { $firstprivate } € (prevez) ar bloavezh kentañ, goude-se { $secondpublic } € pe { $secondprivate } €. N’eo ket kontet.

pools-cause-alone = a fell dezhañ chom e-unan.
pools-cause-no-need = ne lavar ezhomm ebet a c’hellfe bezañ keñveriet.
pools-cause-no-place = n’ouzer ket pelec’h emañ.
pools-cause-nobody = n’eus den tost gant ar memes ezhomm, ar memes bloavezhioù, evit ar memes tud.
pools-cause-nothing = gant e amezeien ne vez espernet netra dre ret.
pools-cause-outbid = ar strolladoù all a espern muioc’h.

pools-option-range = { $field } a ya eus { $least } da { $most }.
pools-option-span = { $field } : ret eo kaout daou sammad pozitivel, an hini bihanañ da gentañ.
pools-option-percents = { $field } : ret eo kaout daou zregantad etre 0 ha 100, an hini bihanañ da gentañ.
pools-option-json = N'eo ket JSON ar restr-mañ : paouez a ra al lenn el linenn { $line }, bann { $column }.
pools-option-unknown = N'eo ket anavezet ar vaezienn { $field }. Maeziennoù posupl : { $known }.
pools-option-number = { $field } : un niver a zo ezhomm, hep klochedoù.
pools-option-whole = { $field } : un niver klok a zo ezhomm, zero pe ouzhpenn, hep klochedoù.
pools-option-object = { $field } : un objed etre briataennoù a zo ezhomm, gant ar maeziennoù { $known }.
pools-option-missing = { $field } : ezhomm zo eus an holl vaeziennoù { $known }.
