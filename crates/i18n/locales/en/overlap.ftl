# Overlaps: what is told twice, what could be done together, and why.

overlap-read = { $items } records read, { $pairs ->
    [one] { $pairs } overlap
   *[other] { $pairs } overlaps
}.
overlap-twice = “{ $id }” is written twice: give one of the two records another id.
overlap-count = { $label }: { $count }
overlap-pair = { $a } and { $b }: { $label } ({ $score }). { $reasons }

overlap-label-same-action = one action told twice
overlap-label-same-cost = one cost asked of two funders
overlap-label-same-post = one post counted twice
overlap-label-same-cofunding = one co-funding counted twice
overlap-label-complementary = could be done together

overlap-none-follows = One follows the other.
overlap-none-pays = One asks for money for the other.
overlap-none-serves = One serves the other and says so.
overlap-none-parts = Two parts of one funding plan: each shows the other.
overlap-none-shares = Two shares of one person’s time: no more than full time together.
overlap-none-period = No month in common.
overlap-none-far = Too far from each other.
overlap-none-publics = Not for the same people.
overlap-none-means = Not the same thing, or not in the same way.
overlap-none-need = Not the same need.
overlap-none-same-bearer = One body carries two different things.
overlap-none-closed = One is closed to others.
overlap-none-filled = The post is filled, or both make more than full time.
overlap-none-paid = Both are paid already.

overlap-evidence-communes = { $count ->
    [one] { $count } commune in common
   *[other] { $count } communes in common
}
overlap-evidence-neighbours = Neighbouring areas
overlap-evidence-months = { $count ->
    [one] { $count } month in common
   *[other] { $count } months in common
}
overlap-evidence-months-untold = A period is not known
overlap-evidence-need = Same need: { $need }
overlap-evidence-service = Same service: { $service }
overlap-evidence-public = Same public: { $public }
overlap-evidence-everybody = One is for everybody, the other for some
overlap-evidence-reference = Same reference: { $reference }
overlap-evidence-post-reference = Same number of post: { $reference }
overlap-evidence-post-host = Same employer or same host
overlap-evidence-post-place = Same place of work
overlap-evidence-post-ground = Same kind of post on the same ground
overlap-evidence-full-time = { $percent }% of full time together
overlap-evidence-promise = Same promise: { $by }, €{ $euros }, { $year }
overlap-evidence-promise-undated = Same promise: { $by }, €{ $euros }
overlap-evidence-promise-unsaid = Same promise: { $by }
overlap-evidence-promise-apart = Like promises, told apart
overlap-evidence-funders = Two funders: { $one } and { $other }
overlap-evidence-funder = Same funder: { $funder }
overlap-evidence-same-cost = Same amount: €{ $euros }
overlap-evidence-close-cost = Close amounts (within a fifth)
overlap-evidence-share-of-cost = One amount is { $percent }% of the other, as the text says
overlap-evidence-told-cost = The text of one gives the amount of the other: €{ $euros }
overlap-evidence-other-cost = Other amounts
overlap-evidence-quantity = Same number: { $number }
overlap-evidence-other-quantity = Other numbers
overlap-evidence-place = Same place
overlap-evidence-other-place = Other places
overlap-evidence-bearer = One names the body that carries the other
overlap-evidence-same-bearer = Same bearer
overlap-evidence-commune-named = One names a commune of the other
overlap-evidence-part = One may be a part of the other
overlap-evidence-nested = One area lies within the other
overlap-evidence-words = Words in common: { $words }
overlap-evidence-seeking = Looks for partners
overlap-evidence-closed = Only one of both is closed to others
