# Overlaps on the ground of a body: the list, and what is set aside.

recouv-title = Overlaps
recouv-of = Overlaps: { $name }
recouv-lead = What is planned, asked for or funded twice on this ground, and what could be done together. You see only what you may read. It is for you to judge: the program decides nothing.
recouv-tabs = To look at or set aside
recouv-tab-open = To look at ({ $n })
recouv-tab-aside = Set aside ({ $n })
recouv-sorte = Kind of overlap
recouv-annee = Year
recouv-besoin = Need
recouv-tous = All
recouv-show = Filter the list
recouv-count = { $n ->
    [0] Nothing to look at.
    [one] { $n } case to look at.
   *[other] { $n } cases to look at, the surest first.
}
recouv-next = See the next ones
recouv-aside-count = { $n ->
    [0] Nothing is set aside.
    [one] { $n } pair set aside.
   *[other] { $n } pairs set aside, the last first.
}
recouv-map-title = { $n ->
    [one] Map of { $n } case
   *[other] Map of { $n } cases
}
recouv-map-desc = Each number is that of a case of the list, amid the communes concerned.
recouv-case = { $n }. { $label }
recouv-gathers = { $n } records say the same.
recouv-why = Why?
recouv-indice = Index: { $n } out of 100. It orders the list, it is no probability. What weighed:
recouv-avec = with { $names }

recouv-genre-intention = Intention
recouv-genre-action = Action of a roadmap
recouv-genre-demande = Request
recouv-genre-poste = Post
recouv-genre-financement = Grant

## Setting aside

recouv-ecarter = Set aside
recouv-ecarter-label = Set aside: { $titles }
recouv-ecarter-title = Set an overlap aside
recouv-ecarter-lead = It leaves the list, with the reason that you give. It comes back if one of the two records changes in what counts.
recouv-ecarter-act = Set aside
recouv-motif = Why is there nothing to settle?
recouv-motif-hint = For instance: two different rooms, both bearers have talked.
recouv-wrong-reason = Say why: without a reason, the pair stays in the list.
recouv-said = Set aside on { $date }: { $reason }
recouv-changed = Set aside on { $date } ({ $reason }). What counts has changed since.
recouv-rouvrir = Put back in the list
recouv-rouvrir-label = Put back in the list: { $titles }

note-recouv-ecarte = The pair is set aside.
note-recouv-rouvert = The pair is in the list again.
note-recouv-parti = There is nothing left to settle between these two records.

## What an intention meets

recouv-autour = Who else?
recouv-autour-see = See who else
recouv-autour-none = Nothing that you may read is like this intention.
recouv-autour-lead = { $n ->
    [one] One record that you may read is like this intention. Talk before asking.
   *[other] { $n } records that you may read are like this intention, the surest first. Talk before asking.
}
