# Levels: who does what here, from the State to the neighbourhood. Residents read plain words.

nav-levels = Who acts here?
levels-title = Who acts here?
levels-title-of = Who acts here? { $name }
levels-about = Who does what to help with digital things, from the State to the neighbourhood: { $name }.
levels-lead = Who does what to help with digital things, from the State to the street corner.
levels-field = An address, a neighbourhood, a town…
levels-example = 42 cours Kennedy, Rennes
levels-not-found = “{ $text }” is no known spot. Try a town, a postcode, or an address with its town.
levels-whole-country = See the whole of France
levels-around-you = Where you are
levels-elsewhere = Change address
levels-compare-or-day = Compare, change the date
levels-print = Print (1 page)
levels-page-territory = Find help here
levels-page-organisation = Page of the organisation
levels-page-place = Hours and services of the place
levels-link-territory = Who acts here?
levels-compare = Compare with
levels-compare-example = Saint-Malo
levels-day = On the date of
levels-show = Show
levels-today = Back to today
levels-on = This is how things stood on { $date }. Places of help are those of today.
levels-wrong-day = “{ $text }” is not a date: write it like 2024-01-15. This is how things stand today.
levels-wrong-with = “{ $text }” is no known area. Write a town, a group of towns or a département.
levels-two = { $one } and { $two }
levels-level = Level

levels-level-etat = State
levels-level-region = Region
levels-level-departement = Département
levels-level-epci = Group of towns
levels-level-metropole = Metropolis
levels-level-commune = Town
levels-level-quartier = Neighbourhood
levels-level-near = Closest
levels-says-etat = The State sets the course for the whole country and pays for part of the means.
levels-says-region = The region links the départements, trains and equips the teams.
levels-says-departement = The département brings together those who act, around a common plan.
levels-says-epci = Towns put their means together here.
levels-says-commune = The town opens places and welcomes people.
levels-says-quartier = The places and teams within walking distance.
levels-not-led = Lead not disclosed
levels-near = The places of the neighbourhood
levels-nothing-near = No known place in the neighbourhood
levels-lead-row = Lead

levels-contact = Contact
levels-led-by = Led by
levels-run-by = Run by
levels-others = { $n ->
    [one] { $n } other
   *[other] { $n } others
}
levels-members = Who takes part
levels-member-count = { $n ->
    [one] { $n } organisation
   *[other] { $n } organisations
}
levels-roadmap = Roadmap
levels-in-consultation = put to opinion
levels-years = { $from }–{ $to }
levels-meeting = Next meeting
levels-at = { $date } at { $time }
levels-actions = What is done here
levels-done = done
levels-underway = under way
levels-schemes = Networks and programmes
levels-clusters = Places that work together
levels-sectors = Sector
levels-posts = Team
levels-places = Places of help
levels-other-bodies = Also at this level
levels-bodies = Who leads
levels-body-count = { $n ->
    [one] { $n } governing body
   *[other] { $n } governing bodies
}
levels-counted = { $name } ({ $n })
levels-more = { $n ->
    [one] and { $n } other
   *[other] and { $n } others
}
levels-post-conseiller-numerique = { $n ->
    [one] { $n } digital adviser post
   *[other] { $n } digital adviser posts
}
levels-post-coordinateur = { $n ->
    [one] { $n } co-ordination post
   *[other] { $n } co-ordination posts
}
levels-post-mediateur = { $n ->
    [one] { $n } digital mediation post
   *[other] { $n } digital mediation posts
}
levels-post-informaticien-public = { $n ->
    [one] { $n } public computing post
   *[other] { $n } public computing posts
}
levels-post-autre = { $n ->
    [one] { $n } other post
   *[other] { $n } other posts
}

# What is missing, for those who co-ordinate.
levels-missing = What is missing
gap-no-body = No governing body is known at this level.
gap-no-area = “{ $name }” does not say which towns it covers.
gap-no-referent = “{ $name }” has no contact.
gap-no-roadmap = “{ $name }” has no roadmap.
gap-roadmap-awaited = The roadmap “{ $name }” is not validated yet.
gap-roadmap-over = The roadmap “{ $name }” is over.
gap-no-meeting = “{ $name }” has no meeting ahead.
gap-unserved = { $n ->
    [one] One objective of “{ $name }” is taken up by no action here.
   *[other] { $n } objectives of “{ $name }” are taken up by no action here.
}
gap-unlinked = The cluster “{ $name }” is attached to no group of towns.
gap-uncovered-sector = Nobody covers the sector “{ $name }”.
gap-vacant-post = Post to fill: { $name }.
gap-funding-ends = Funding ends on { $date }: { $name }.
gap-contract-ends = Contract ends on { $date }: { $name }.
gap-lone-places = { $n ->
    [one] One place is in no scheme and no cluster.
   *[other] { $n } places are in no scheme and no cluster.
}
gap-no-place = No place of help is known here.
gap-step-body = Create a governing body
gap-step-area = Choose the towns
gap-step-referent = Name a contact
gap-step-roadmap = Write a roadmap
gap-step-validate = See where it stands
gap-step-renew = Prepare the next one
gap-step-meeting = Plan a meeting
gap-step-serve = See the objectives
gap-step-link = Attach the cluster
gap-step-post = See the post
gap-step-place = Add a place

# Measures.
bench-levels-too-few = --bodies: at least { $fewest } bodies
bench-levels-size = { $bodies } bodies, { $members } members, { $roadmaps } roadmaps, { $actions } actions: { $ours } µs of processor for the page of levels, { $place } for that of a place, { $ratio } times as much
bench-levels-growth = At the largest size, over { $communes } towns: { $ratio } times the page of a place. Growth with the number of bodies: exponent { $exponent }
bench-levels-widest = { $address }, asked once: { $time } ms of processor, { $kilobytes } KiB, exponent { $exponent }
levels-also = See also
