# Muzuliadennoù: "portulan bench".
bench-too-few = --places : da nebeutañ { $fewest } lec'h
bench-search-size = { $places } lec'h : kreizenn { $median } ms, unan war gant a-us da { $slow } ms ({ $samples } respont, { $total } lec'h kavet keitat) ; meneger savet e { $build } ms
bench-search-growth = Kresk ar greizenn gant an niver a lec'hioù : mac'her { $exponent }. Memor implijet : { $memory } Mo.
bench-search-postgis = { $ratio } gwech buanoc'h eget PostgreSQL { $version } war ar memes goulennoù (kreizenn { $median } ms, { $questions } goulenn ; { $same } respont heñvel war { $compared } a c'haller keñveriañ).
bench-search-no-postgis = Keñveriadenn ebet gant PostGIS : { $reason }
bench-search-served = Servijer gant { $places } lec'h : respont kentañ e { $start } ms, { $memory } Mo. Feur e-keñver ar servijer noazh : { $ratio } ({ $ours } µs a brosesor dre reked a-enep { $bare }, { $bytes } eizhbit) ; { $varied } war { $addresses } chomlec'h disheñvel.
bench-geocode-unknown = Bannoù dianav ({ $headers }) : ret eo kaout « genre » ha « query », pe « adresse », « lat » ha « lon ».
bench-geocode-share = { $what } : { $right } war { $of } ({ $percent } %)
bench-geocode-admin-first = Anvioù melestradurel, respont kentañ reizh
bench-geocode-admin-offered = Anvioù melestradurel, reizh e-touez ar respontoù kinniget
bench-geocode-adresse-first = Chomlec'hioù, kumun reizh da gentañ
bench-geocode-adresse-offered = Chomlec'hioù, kumun reizh kinniget
bench-geocode-poi-first = Lec'hioù anvet, kumun reizh da gentañ
bench-geocode-poi-offered = Lec'hioù anvet, kumun reizh kinniget
bench-geocode-typo-first = Fazioù skrivañ, kumun reizh da gentañ
bench-geocode-typo-offered = Fazioù skrivañ, kumun reizh kinniget
bench-geocode-utilisateur-first = Testennoù gwir, kumun reizh da gentañ
bench-geocode-utilisateur-offered = Testennoù gwir, kumun reizh kinniget
bench-geocode-abreviation-first = Berradurioù, kumun reizh da gentañ
bench-geocode-abreviation-offered = Berradurioù, kumun reizh kinniget
bench-geocode-biais-first = Testennoù lavaret tost d'ur poent, kumun reizh da gentañ
bench-geocode-biais-offered = Testennoù lavaret tost d'ur poent, kumun reizh kinniget
bench-geocode-address-near = Chomlec'hioù lakaet e-barzh 500 m
bench-geocode-address-near-at-commune-level = e-touez anezho e live ar gumun hepken
bench-geocode-address-right-commune = Chomlec'hioù er gumun reizh
bench-linkage-measure = { $what } : resister { $precision } (da nebeutañ { $precisionlow }), adc'halvadur { $recall } (da nebeutañ { $recalllow }), F1 { $f1 } ; { $found } kavet, { $missed } manket, { $wrong } faziek
bench-linkage-test = Hanterenn amprouiñ
bench-linkage-tuning = Hanterenn reizhañ
bench-linkage-as-labelled = Hanterenn amprouiñ, tikedennoù enebet kemeret evel m'emaint
bench-dedupe-size = { $places } lec'h : { $cpu } s prosesor, { $memory } Mo, resister { $precision }, adc'halvadur { $recall }
bench-dedupe-growth = Kresk an amzer gant an niver a lec'hioù : mac'her { $exponent }
bench-dedupe-naive = Hep stankañ, gant { $places } lec'h : { $cpu } s, { $ratio } gwech muioc'h ; { $lost } koublad kollet gant ar stankañ
bench-linkage-unknown = { $file } : na koubladoù tikedennet na strolladoù anavezet er bannoù (--a, --b, --label, --id)
bench-freshness = Ar pezh a zo bet cheñchet da vat etre tri roll ({ $list } : { $first }, { $second } ha { $third } lec'h) : fazi kalibrañ { $calibration } ; skor Brier { $brier }, e-keñver { $rival } diouzh an deizioù abaoe an hizivadur, { $ratio } gwech gwelloc'h (etre { $span })
bench-freshness-calls = Roll galvoù ({ $calls } galv) : { $ratio } gwech muioc'h a veajoù aner arboellet eget o c'hervel ar re goshañ da gentañ (etre { $span })
bench-overlap-part = { $part } : resister { $precision }, adc’halvadur { $recall }, F1 { $f1 } (etre { $low } ha { $high }) ; evit lavaret hepken ez eus un dostadenn, F1 { $title } dre an titloù, { $rule } dre ezhomm, kumun ha bloaz
bench-overlap-size = { $items } fichenn : { $seconds } s, { $pairs } tostadenn
bench-overlap-beside = { $way ->
    [every-pair] An holl gouplad
   *[commune-need] Holl gouplad ur gumun hag un ezhomm
 } : { $compared } keñveriet, { $found } tostadenn, { $seconds } s, { $ratio } gwech hon amzer
bench-overlap-typed = Kresk : mac’her { $exponent }. Ur fichenn skrivet : { $median } ms (e-kreiz), { $slow } ms (unan diwar gant)
bench-pools-size = { $wants } mennad : { $seconds } s, { $pools } c’henlakaat ; { $greedy } gwech an dibab simplañ, { $bound } eus ar vevenn ; { $cut } mennad n’eus ket bet sellet ouzh o holl strolladoù
bench-pools-growth = Kresk an amzer gant niver ar mennadoù : mac’her { $exponent }
