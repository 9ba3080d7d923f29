# Pools: what would be asked together, what that spares, and why.

pools-read = { $wants } intentions read, { $pools ->
    [one] { $pools } pool proposed
   *[other] { $pools } pools proposed
}.
pools-none = Nothing to pool.
pools-value = Estimated saving, amid the ranges: { $value }. The simplest choice would give { $greedy }; no choice among the groups that were looked at exceeds { $bound }.
pools-cut = { $count ->
    [one] For { $count } intention there were too many groups: not all were looked at.
   *[other] For { $count } intentions there were too many groups: not all were looked at.
}
pools-pool = Pool { $rank }: { $wants }. Organisations: { $organisations }. Could be led by: { $lead }.
pools-net = Net saving: { $least } to { $most }, less the time it takes to agree ({ $costleast } to { $costmost }).
pools-reason = – { $reason }
pools-rival = Preferred to: { $wants } ({ $loses } less).
pools-unpooled = { $want }: { $cause }

pools-rule-loan = Lent rather than bought ({ $kit ->
    [tablette] tablets
    [telephone] telephones
    [imprimante] printers
    [videoprojecteur] projectors
    [connexion] internet access
   *[other] computers
}): { $count }. €{ $least } to €{ $most }.
pools-rule-purchase = Bought together ({ $kit ->
    [tablette] tablets
    [telephone] telephones
    [imprimante] printers
    [videoprojecteur] projectors
    [connexion] internet access
   *[other] computers
}): { $count }. €{ $least } to €{ $most }.
pools-rule-whole-post = Hours that make whole posts: { $hours } h a week, posts: { $posts }, contracts fewer: { $spared }. €{ $least } to €{ $most }.
pools-rule-sessions = Days of training better filled: { $people } people, { $together ->
    [one] { $together } day
   *[other] { $together } days
} instead of { $apart }. €{ $least } to €{ $most }.
pools-rule-one-study = One study for several territories: { $need }. €{ $least } to €{ $most }.
pools-source-assumption = an assumption, to be replaced by your quotes

pools-evidence-need = Same need: { $subject }
pools-evidence-service = Same service: { $subject }
pools-evidence-commune = Same commune: { $commune }
pools-evidence-near = Within { $km } km of each other
pools-evidence-year = Same year: { $year }
pools-evidence-years = Same years: { $first } to { $last }
pools-evidence-public = Same public: { $public }
pools-evidence-wished = { $by } wishes to be with { $with }
pools-evidence-post-aid = For the record, the State helped with a whole post of conseiller numérique by €{ $firstpublic } (public) or €{ $firstprivate } (private) in the first year, then €{ $secondpublic } or €{ $secondprivate }. This is not counted.

pools-cause-alone = wants to stay alone.
pools-cause-no-need = tells no need that could be compared.
pools-cause-no-place = nobody knows where it is.
pools-cause-nobody = nobody near has the same need, the same years, for the same people.
pools-cause-nothing = with those near, nothing is spared for sure.
pools-cause-outbid = the other groups spare more.

pools-option-range = { $field } goes from { $least } to { $most }.
pools-option-span = { $field }: two amounts are needed, none below zero, the smaller first.
pools-option-percents = { $field }: two percentages from 0 to 100 are needed, the smaller first.
pools-option-json = This file is not JSON: reading stops at line { $line }, column { $column }.
pools-option-unknown = { $field } is not a known field. Possible fields: { $known }.
pools-option-number = { $field } takes a number, without quotes.
pools-option-whole = { $field } takes a whole number, not below zero, without quotes.
pools-option-object = { $field } takes an object in braces, with the fields { $known }.
pools-option-missing = { $field } takes all the fields { $known }.
