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
