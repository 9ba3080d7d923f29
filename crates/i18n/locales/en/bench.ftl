# Measures: "portulan bench".
bench-too-few = --places: at least { $fewest } places
bench-search-size = { $places } places: median { $median } ms, one in a hundred above { $slow } ms ({ $samples } answers, { $total } places found on average); index built in { $build } ms
bench-search-growth = Growth of the median with the number of places: exponent { $exponent }. Resident memory: { $memory } MB.
bench-search-postgis = { $ratio } times as fast as PostgreSQL { $version } on the same questions (median { $median } ms, { $questions } questions; { $same } identical answers of { $compared } comparable ones).
bench-search-no-postgis = No comparison with PostGIS: { $reason }
bench-search-served = Server with { $places } places: first answer in { $start } ms, { $memory } MB. Ratio to the bare server: { $ratio } ({ $ours } µs of processor per request against { $bare }, { $bytes } bytes); { $varied } over { $addresses } different addresses.
bench-geocode-unknown = Unknown columns ({ $headers }): "genre" and "query" are needed, or "adresse", "lat" and "lon".
bench-geocode-share = { $what }: { $right } of { $of } ({ $percent } %)
bench-geocode-admin-first = Administrative names, first answer right
bench-geocode-admin-offered = Administrative names, right among the answers offered
bench-geocode-adresse-first = Addresses, right commune first
bench-geocode-adresse-offered = Addresses, right commune offered
bench-geocode-poi-first = Named spots, right commune first
bench-geocode-poi-offered = Named spots, right commune offered
bench-geocode-typo-first = Typing mistakes, right commune first
bench-geocode-typo-offered = Typing mistakes, right commune offered
bench-geocode-utilisateur-first = Real input, right commune first
bench-geocode-utilisateur-offered = Real input, right commune offered
bench-geocode-abreviation-first = Abbreviations, right commune first
bench-geocode-abreviation-offered = Abbreviations, right commune offered
bench-geocode-biais-first = Texts said near a point, right commune first
bench-geocode-biais-offered = Texts said near a point, right commune offered
bench-geocode-address-near = Addresses placed within 500 m
bench-geocode-address-near-at-commune-level = of which only at the level of the commune
bench-geocode-address-right-commune = Addresses in the right commune
bench-linkage-measure = { $what }: precision { $precision } (at least { $precisionlow }), recall { $recall } (at least { $recalllow }), F1 { $f1 }; { $found } found, { $missed } missed, { $wrong } wrong
bench-linkage-test = Test half
bench-linkage-tuning = Tuning half
bench-linkage-as-labelled = Test half, contradictory labels taken at their word
bench-dedupe-size = { $places } places: { $cpu } s of processor, { $memory } MB, precision { $precision }, recall { $recall }
bench-dedupe-growth = Growth of the time with the number of places: exponent { $exponent }
bench-dedupe-naive = Without blocking, at { $places } places: { $cpu } s, { $ratio } times more; { $lost } pairs that blocking loses
bench-linkage-unknown = { $file }: neither labelled pairs nor known clusters among the columns (--a, --b, --label, --id)
bench-freshness = What really changed between three lists ({ $list }: { $first }, { $second } and { $third } places): calibration error { $calibration }; Brier score { $brier } against { $rival } from the days since the update, { $ratio } times better (interval { $span })
bench-freshness-calls = Call list ({ $calls } calls): { $ratio } times as many useless trips spared as by calling the oldest first (interval { $span })
bench-overlap-part = { $part }: precision { $precision }, recall { $recall }, F1 { $f1 } (interval { $low } to { $high }); to say only that there is an overlap, F1 { $title } by titles, { $rule } by need, commune and year
bench-overlap-size = { $items } records: { $seconds } s, { $pairs } overlaps
bench-overlap-beside = { $way ->
    [every-pair] Every pair
   *[commune-need] Every pair of a commune and a need
 }: { $compared } compared, { $found } overlaps, { $seconds } s, { $ratio } times ours
bench-overlap-typed = Growth: exponent { $exponent }. One typed record: { $median } ms (median), { $slow } ms (one in a hundred)
bench-pools-size = { $wants } intentions: { $seconds } s, { $pools } pools; { $greedy } times the simplest choice, { $bound } of the bound; { $cut } intentions of which not every group was looked at
bench-pools-growth = Growth of time with the number of intentions: exponent { $exponent }
