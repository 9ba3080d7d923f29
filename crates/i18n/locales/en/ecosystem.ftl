# Who works with whom: the picture of the ecosystem.

ecosystem-heading = Who works with whom
ecosystem-title = Who works with whom: { $name }
ecosystem-lead = Choose a territory: you will see who helps with digital matters there, and what ties them together.
ecosystem-where = Commune, neighbourhood or département
ecosystem-unknown = No territory has this name. Check the spelling, or try the commune next to it.
ecosystem-which = Which of these territories?
ecosystem-show = Show
ecosystem-level = Level
ecosystem-all-levels = All levels
ecosystem-role = Role of organisations
ecosystem-all-roles = All roles
ecosystem-draw = Show
ecosystem-kind-gouvernances = Governing bodies
ecosystem-kind-structures = Organisations
ecosystem-kind-dispositifs = Schemes and networks
ecosystem-kind-lieux = Places
ecosystem-one-gouvernances = governing body
ecosystem-one-structures = organisation
ecosystem-one-dispositifs = scheme or network
ecosystem-one-lieux = place
ecosystem-one-with = { $kind } ({ $roles })
ecosystem-line-strong = leads or runs
ecosystem-line-plain = is a member, employs, belongs
ecosystem-line-dashed = is a partner, or watches
ecosystem-count-gouvernances = { $n ->
    [one] { $n } governing body
   *[other] { $n } governing bodies
}
ecosystem-count-structures = { $n ->
    [one] { $n } organisation
   *[other] { $n } organisations
}
ecosystem-count-dispositifs = { $n ->
    [one] { $n } scheme or network
   *[other] { $n } schemes or networks
}
ecosystem-count-lieux = { $n ->
    [one] { $n } place
   *[other] { $n } places
}
ecosystem-summary = { $n ->
    [one] { $parts }; { $n } tie between them.
   *[other] { $parts }; { $n } ties between them.
}
ecosystem-left-out = { $n ->
    [one] { $n } actor is not drawn, so that the picture can be read. The table shows it.
   *[other] { $n } actors are not drawn, so that the picture can be read. The table shows them.
}
ecosystem-places = { $n ->
    [one] { $name }: { $n } place
   *[other] { $name }: { $n } places
}
ecosystem-picture = Picture of the ties, to be scrolled
ecosystem-to-table = See the same as a table
ecosystem-to-picture = See the picture of the ties
ecosystem-in-words = In words
ecosystem-table = All actors and their ties
ecosystem-range = { $n ->
    [0] none
   *[other] { $from } to { $to } of { $n }
}
ecosystem-name = Name
ecosystem-kind = Kind
ecosystem-ties = Ties
ecosystem-before = Previous page
ecosystem-after = Next page
ecosystem-no-tie = No tie is known here.
ecosystem-others = { $n ->
    [one] {" "}and { $n } other
   *[other] {" "}and { $n } others
}
ecosystem-does-governs = Governs: { $names }.
ecosystem-does-leads = Leads: { $names }.
ecosystem-does-facilitates = Runs: { $names }.
ecosystem-does-funds = Funds: { $names }.
ecosystem-does-member = Member of: { $names }.
ecosystem-does-employs = Employs the posts of: { $names }.
ecosystem-does-hosts = Hosts posts of: { $names }.
ecosystem-does-partner = Partner of: { $names }.
ecosystem-does-part-of = Local part of: { $names }.
ecosystem-does-under = Part of: { $names }.
ecosystem-does-holds = Manages: { $names }.
ecosystem-does-belongs = Belongs to: { $names }.
ecosystem-does-watches = Watches: { $names }.
ecosystem-by-governs = Governing body: { $names }.
ecosystem-by-leads = Led by: { $names }.
ecosystem-by-facilitates = Run by: { $names }.
ecosystem-by-funds = Funded by: { $names }.
ecosystem-by-member = Members: { $names }.
ecosystem-by-employs = Posts employed by: { $names }.
ecosystem-by-hosts = Posts hosted by: { $names }.
ecosystem-by-partner = Partners: { $names }.
ecosystem-by-part-of = Local parts: { $names }.
ecosystem-by-under = Members or parts: { $names }.
ecosystem-by-holds = Managed by: { $names }.
ecosystem-by-belongs = Places: { $names }.
ecosystem-by-watches = Observers: { $names }.
