## The list of organisations

orgs-title = Organisations
orgs-total = { $n ->
    [0] No organisation is recorded on your territory.
    [one] One organisation is recorded.
   *[other] { $n } organisations are recorded.
}

orgs-missing = Organisations to add
orgs-missing-lead = Places name them as theirs, and nobody has added them yet.
orgs-missing-places = { $n ->
    [one] one place
   *[other] { $n } places
}
edit-org-naming = { $n ->
    [one] Attach the place that names it
   *[other] Attach the { $n } places that name it
}
note-org-places-added = The places are attached.

## Their fields

org-nom-name = Name
org-type-name = Kind
org-siret-name = SIRET or RNA
org-courriel-name = Public e-mail address
org-telephone-name = Phone
org-site-name = Website
org-resume-name = What the organisation does

## Their kinds

edit-org-type = Kind of organisation
edit-org-type-missing = Choose a kind. If none fits, choose “Other”.
edit-org-type-commune = Town
edit-org-type-commune-hint = A town hall and its services.
edit-org-type-epci = Intercommunality
edit-org-type-epci-hint = Metropolis, or community of towns.
edit-org-type-departement = Department
edit-org-type-departement-hint = The council of the department.
edit-org-type-region = Region
edit-org-type-region-hint = The council of the region.
edit-org-type-etat = Service of the State
edit-org-type-etat-hint = Prefecture, education authority, France Travail.
edit-org-type-public = Other public body
edit-org-type-public-hint = CCAS, CAF, hospital, university.
edit-org-type-association = Association
edit-org-type-association-hint = Foundation, social centre run by an association.
edit-org-type-entreprise = Company
edit-org-type-entreprise-hint = Company, cooperative, self-employed person.
edit-org-type-bibliotheques = Network of libraries
edit-org-type-collectif = Collective
edit-org-type-collectif-hint = People who work together without being registered.
edit-org-type-autre = Other

## A choice between two answers

edit-session-told = { $title }: { $times }

## On the page of a place

place-organisations = Run by

## What an organisation does among the others

org-zone-name = Where it acts
org-roles-name = Roles
org-parent-name = Part of
org-contacts-name = Contacts
org-role-pilote = Lead
org-role-pilote-hint = Decides with others what is done.
org-role-financeur = Funder
org-role-financeur-hint = Gives money.
org-role-employeur = Employer
org-role-employeur-hint = Employs the people who help.
org-role-animateur = Facilitator
org-role-animateur-hint = Makes the others work together.
org-role-operateur = Operator
org-role-operateur-hint = Runs the places, or the actions.
org-role-reseau = Network
org-role-reseau-hint = Brings other organisations together.
org-role-hub = Hub
org-role-hub-hint = Regional hub for digital inclusion.
edit-org-zone = Where it acts (optional)
edit-org-zone-hint = Towns, an intercommunality, a department: “Rennes Métropole, Vitré”.
edit-org-roles = Roles (optional)
edit-org-roles-hint = Those that you have yourselves. Those that a governance, a scheme or a post gives you are on your page already.
edit-org-parent = Part of (optional)
edit-org-parent-hint = The name of a federation, of a network or of a head office, as it is recorded here.
edit-org-parent-circle = That organisation is a part of yours already: one of the two must change.
edit-org-double = Is it another organisation?
edit-org-double-title = This organisation may be there already
edit-org-double-lead = Look at the page of these. If it is one of them, do not add a second one: change it, or ask whoever runs it to do so.
edit-org-double-wrong = If it is another organisation, tick the box, then save.
edit-org-double-autre = It is another organisation
edit-org-contact = Contact { $n } (optional)
edit-org-contact-hint = A function that answers the public. Never write the name of a person. Save to add another, up to five.
edit-org-contact-fonction = Function
edit-org-contact-fonction-hint = For example “Digital officer”.
edit-org-contact-fonction-missing = Write the function of this contact.
edit-org-contact-service = Department
edit-org-contact-courriel = E-mail address of the function
edit-org-contact-telephone = Phone of the function

## The page of an organisation

org-lead = What this organisation does for digital inclusion, and with whom.
org-public = See the public page
org-leads = lead
org-joins = partner
org-runs = runs its meetings
org-employs = Employs: { $posts }.
org-hosts = Hosts without employing: { $posts }.
org-contacts-title = Contacts
org-members-title = { $n ->
    [one] One organisation is a part of it
   *[other] { $n } organisations are a part of it
}
org-places-title = { $n ->
    [one] One place
   *[other] { $n } places
}
org-schemes-title = { $n ->
    [one] One scheme or network
   *[other] { $n } schemes and networks
}
org-bodies-title = { $n ->
    [one] One governance
   *[other] { $n } governances
}
org-actions-title = { $n ->
    [one] One action of a roadmap
   *[other] { $n } actions of roadmaps
}
org-posts-title = Posts
org-more = { $n ->
    [one] and one more.
   *[other] and { $n } more.
}
org-levels = Who does what here?
org-ecosystem = Who works with whom?

## Two organisations that are one

fusion-way = Merge another organisation into this one
fusion-title = Merge into { $name }
fusion-lead = Two records for one organisation? Choose the one that goes: you will compare both before you decide.
fusion-both-lead = Compare both records, then choose what stays.
fusion-twins = Records that look like it
fusion-no-twin = No other organisation looks like it.
fusion-other = Another organisation
fusion-avec = Organisation that goes
fusion-avec-hint = Its name, or the address of its page on this site.
fusion-avec-wrong = This text does not name one organisation. Paste the address of its page.
fusion-same = It is the same organisation.
fusion-moved = Somebody else just changed one of the two records. Read them again, then start over.
fusion-compare = Compare
fusion-table = Both records
fusion-field = Information
fusion-kept = Organisation that stays
fusion-lost = Organisation that goes
fusion-address = Address
fusion-level = Level that answers for it
fusion-keep-other = Keep { $name } instead
fusion-follows = What will follow
fusion-redirects = The address of the page “{ $lost }” will lead to the page “{ $kept }” for ever.
fusion-places = { $n ->
    [one] One place will be attached to the organisation that stays: the people who manage it will be able to change it.
   *[other] { $n } places will be attached to the organisation that stays: the people who manage it will be able to change them.
}
fusion-kind-scheme = { $n ->
    [one] One scheme will name it.
   *[other] { $n } schemes will name it.
}
fusion-kind-envelope = { $n ->
    [one] One envelope will name it.
   *[other] { $n } envelopes will name it.
}
fusion-kind-cluster = { $n ->
    [one] One cluster will name it.
   *[other] { $n } clusters will name it.
}
fusion-kind-sector = { $n ->
    [one] One sector will name it.
   *[other] { $n } sectors will name it.
}
fusion-kind-baseline = { $n ->
    [one] One table of services will name it.
   *[other] { $n } tables of services will name it.
}
fusion-kind-body = { $n ->
    [one] One governing body will name it (who runs it, or contacts).
   *[other] { $n } governing bodies will name it (who runs them, or contacts).
}
fusion-kind-body-file = { $n ->
    [one] One private file of a governing body will name it.
   *[other] { $n } private files of governing bodies will name it.
}
fusion-kind-membership = { $n ->
    [one] One membership of a governing body will follow it, past or present.
   *[other] { $n } memberships of governing bodies will follow it, past or present.
}
fusion-kind-meeting = { $n ->
    [one] One attendance list will name it.
   *[other] { $n } attendance lists will name it.
}
fusion-kind-decision = { $n ->
    [one] One decision will name it.
   *[other] { $n } decisions will name it.
}
fusion-kind-roadmap = { $n ->
    [one] One roadmap will name it, in all of its versions.
   *[other] { $n } roadmaps will name it, in all of their versions.
}
fusion-kind-post = { $n ->
    [one] One post will name it.
   *[other] { $n } posts will name it.
}
fusion-kind-organisation = { $n ->
    [one] One organisation will be a part of it.
   *[other] { $n } organisations will be a part of it.
}
fusion-kind-campaign = { $n ->
    [one] One campaign will follow it.
   *[other] { $n } campaigns will follow it.
}
fusion-both = Both sit in { $name }: one membership will stay, and the mandates of the other will end.
fusion-roles = { $n ->
    [one] The role of one person will end. They will receive a message, and may ask for it again.
   *[other] { $n } roles will end. The people will receive a message, and may ask for them again.
}
fusion-no-undo = A merge cannot be undone. The journal keeps both records as they were.
fusion-blocked = You cannot merge these two organisations: you lack some rights. Ask somebody who has them.
fusion-blocked-place = Answering for the territory of the place { $name }
fusion-blocked-body = Managing the members of { $name }
fusion-blocked-scheme = Co-ordinating the scheme { $name }
fusion-blocked-cluster = Co-ordinating the cluster { $name }
fusion-blocked-envelope = Managing the envelope { $name }
fusion-blocked-campaigns = Running the campaigns of the organisation that goes
fusion-blocked-roles = Giving roles in the organisation that goes
fusion-values = What stays
fusion-role = Keep their role in the organisation that stays
fusion-role-hint = Without a tick, the role ends.
fusion-role-wrong = You cannot give one of these roles.
fusion-raison = Why?
fusion-raison-hint = For the journal: a record that was created twice, two organisations that joined…
fusion-raison-missing = Say why.
fusion-do = Merge both organisations
note-org-merged = The two organisations are now one.
