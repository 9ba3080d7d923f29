# Three years of means: the plan of a body.

plan-title = Three-year plan
plan-of = Three-year plan: { $name }
plan-lead = What is asked, pooled, promised, granted and paid, by year, envelope, need and territory. A cost that is told twice counts once.
plan-des = Three years from { $year }
plan-xlsx = Workbook (XLSX)
plan-csv = Tables (CSV)
plan-pdf = Document (PDF)
plan-sum = Over three years, { $first } to { $last }, { $asked } are asked for, of which { $pooled } by pools.
plan-sum-given = { $promised } are promised and { $granted } granted, of which { $paid } are paid. Still to be found: { $find }.
plan-sum-double = Counted twice, and taken away: { $doubled }.
plan-no-double = Nothing is counted twice.
plan-parted = Amounts shared out evenly, to the cent: { $years ->
        [one] { $years } request between several years
       *[other] { $years } requests between several years
    }, { $needs } between several needs, { $territories } between several territories.
plan-outside = Asked for other years, and left aside: { $amount }.
plan-unsaid = { $n ->
        [one] { $n } intention says no amount: it does not count.
       *[other] { $n } intentions say no amount: they do not count.
    }
plan-sums = You read sums: what is of fewer than three organisations is not shown, nor are the tables by need and by territory. Each one's part could be read from them.
plan-peu = Fewer than three organisations have a part in this plan: its sums are not shown, each one's part could be read from them.
plan-bars = Year by year
plan-bar = On the bars: solid, paid; upright lines, granted and not paid yet; slanted lines, promised; dashed edge, to be found. The three bars have one scale.
plan-year = { $year }: { $asked } asked for, { $promised } promised, { $granted } granted of which { $paid } paid, { $find } to be found.
plan-by-envelope = By envelope
plan-by-need = By need
plan-enveloppe = Envelope
plan-enveloppe-montant = Amount of the envelope
plan-besoin = Need
plan-demande = Asked, once
plan-double = Counted twice, taken away
plan-mutualise = Pooled
plan-a-trouver = To be found
plan-reste = Left in the envelope
plan-trois-ans = Three years
plan-non-dit = not said
plan-sans-enveloppe = No envelope
plan-entre = { $low } to { $high }
plan-au-moins = { $head }, at least
plan-au-plus = { $head }, at most
plan-lire = To be read
plan-doubles = What is counted twice
plan-doubled = “{ $told }” tells the same cost as “{ $kept }” ({ $why }): { $amount } taken away, { $rest } counted on top.
plan-why-same-action = one action
plan-why-same-cost = one cost
plan-why-same-post = one post
plan-why-follows = one comes from the other

## What if

plan-si = What if…
plan-si-aide = Try another amount for an envelope, or the plan without a partner. Nothing is saved. The address of the page keeps what you try: you can pass it on.
plan-si-enveloppe = The envelope
plan-si-montant = holds
plan-si-montant-hint = For instance: 40 000 €.
plan-si-sans = Without this partner
plan-si-aucune = (no change)
plan-si-voir = See what it changes
plan-si-inconnue = Choose an envelope of this body.
plan-si-choisir = Choose the envelope too.
plan-si-personne = This partner has nothing in this plan.
plan-si-ferme = You read sums: what one organisation alone has in them is not shown.
plan-alors = What it changes
plan-si-dit-montant = “{ $name }” would hold { $amount }.
plan-si-dit-sans = Without { $name }: its requests leave, its part in pools stays.
plan-si-reste = { $n ->
        [one] { $n } of its requests stays: a pool carries it.
       *[other] { $n } of its requests stay: pools carry them.
    }
plan-moved = Difference over three years: { $asked } asked for, { $granted } granted, { $find } to be found.
plan-si-annees = Before and after, by year
plan-si-demande-avant = Asked
plan-si-demande-apres = Asked, then
plan-si-trouver-avant = To be found
plan-si-trouver-apres = To be found, then
plan-si-enveloppes = What would be left in each envelope
plan-si-reste-avant = Left
plan-si-reste-apres = Left, then
