## The list of organisations

orgs-title = Organisations
orgs-total = { $n ->
    [0] No organisation is recorded on your territory.
    [one] One organisation is recorded.
   *[other] { $n } organisations are recorded.
}

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
