# Schemes, networks, clusters and sectors.

## What forms ask for again and again

typed-unknown = “{ $text }” is not known here: check the name, or paste the address of its page.
typed-several = “{ $text }” names several things: write its code, or paste the address of its page.
typed-name-missing = Write a name.
typed-organisation-missing = Write the name of the organisation.
typed-day-missing = Write a date.
typed-day-wrong = There is no such date: write for instance 31/12/2026.
typed-period-backwards = The end must come after the beginning.
typed-moved = Somebody else has just changed this. What you wrote is kept below: read it again, then save again.
area-communes = { $n } communes
period-from-to = from { $from } to { $to }
period-since = since { $from }
period-until = until { $to }

## Schemes, for everybody

disp-title = Schemes and networks
disp-lead = Who works together to help with digital things, where, and with whom.
disp-none = No scheme is described here yet.
disp-over = This scheme is over: this page keeps what it was.
disp-lieux = { $n ->
    [one] { $n } place
   *[other] { $n } places
}
disp-more = And { $count } more.
disp-gouvernance = Who decides
disp-gouvernance-none = No body of its own: those who carry it follow it.
disp-related = Related schemes
disp-quand = Period
disp-type-name = Nature
disp-pilote-name = Led by
disp-partenaires-name = With
disp-niveau-name = Level
disp-zone-name = Area

## Schemes, at the desk

disp-desk-title = Schemes
disp-desk-lead = The schemes and networks that you co-ordinate: places, posts, services.
disp-desk-none = No scheme yet. Make the first one: you will then add places and posts to it.
disp-nouveau = New scheme
disp-form-title = The record
disp-see = See the public page
disp-nom = Name
disp-type = Nature of the scheme
disp-type-programme = Programme with means
disp-type-reseau = Network of places
disp-type-label = Label that places bear
disp-niveau = Level that leads it
disp-niveau-hint = A commune, an intercommunality, a département… It will not change.
disp-niveau-other = This level is not yours: choose one that you co-ordinate.
disp-zone = Communes and neighbourhoods covered
disp-zone-hint = Names, codes or whole territories, parted by commas: Rennes, 35047, Rennes Métropole.
disp-pilote = Organisation that leads it
disp-partenaires = Partners
disp-partenaires-n = Partner { $n }
disp-debut = First day
disp-fin = Last day
disp-fin-hint = Leave empty if it has no end. To end it, write its last day.
disp-parent = Part of
disp-parent-hint = The name of another scheme, if it is its local part.
disp-programme = National programme
disp-programme-hint = Places of the area that bear this programme belong to it without being typed again.
disp-reseau = Network that records of places name
disp-reseau-hint = Places whose record names this network belong to it without being typed again.
disp-resume = What it is for
disp-resume-hint = A few plain sentences, read by everybody.
disp-aucun = None
disp-lieu = Add a place
disp-lieu-hint = Its exact name, or the address of its page.
disp-lieu-by-record = from its own record
note-disp-saved = It is saved.
note-disp-lieu-added = The place is added.
note-disp-lieu-removed = The place is taken away.

## Founding documents

doc-title = Founding documents
doc-type = Nature of the document
doc-type-lettre = Letter
doc-type-charte = Charter
doc-type-convention = Agreement
doc-type-deliberation = Deliberation
doc-type-arrete = Order
doc-type-autre = Other
doc-titre = Title of the document
doc-date = Date of the document
doc-reference = Reference
doc-adresse = Address where it is read
doc-add = Add this document
doc-about = { $kind } of { $date }

## Clusters

grappe-lead = Places and organisations that work together.
grappe-desk-title = Clusters
grappe-desk-lead = Free groupings of places, communes and organisations.
grappe-desk-none = No cluster yet.
grappe-nouvelle = New cluster
grappe-unlinked = This cluster is linked to no intercommunality.
grappe-nom = Name
grappe-niveaux = Levels to which it is attached
grappe-niveaux-hint = One a line, for instance Rennes, then Rennes Métropole. They will not change.
grappe-niveaux-n = Level { $n }
grappe-niveaux-name = Levels
grappe-niveaux-missing = Write one level at least.
grappe-zone = Communes and neighbourhoods
grappe-zone-hint = Names, codes or whole territories, parted by commas.
grappe-structures = Organisations
grappe-structures-n = Organisation { $n }
grappe-structures-name = Organisations
grappe-debut = First day
grappe-fin = Last day
grappe-resume = What it is for
grappe-lieu = Add a place
grappe-lieu-hint = Its exact name, or the address of its page.

## Sectors

secteur-title = Sectors
secteur-title-of = Sectors: { $name }
secteur-lead = How the area is parted, and who covers each part.
secteur-add = Add a sector
secteur-change = Change this sector
secteur-nom = Name of the sector
secteur-zone = Communes and neighbourhoods of the sector
secteur-zone-hint = Names or codes, parted by commas.
secteur-zone-missing = Write one commune at least.
secteur-structure = Organisation that covers it
secteur-structure-hint = Leave empty if nobody covers it.
secteur-debut = Since
secteur-fin = Until
secteur-about = { $area }; covered by { $who }
secteur-nobody = { $area }; covered by nobody
secteur-left-out = In no sector: { $area }.
secteur-shared = In several sectors: { $area }.
secteur-beyond = In a sector, but outside the area: { $area }.
secteur-uncovered = In a sector that nobody covers today: { $area }.
note-secteur-saved = The sector is saved.
note-secteur-removed = The sector is taken away.
