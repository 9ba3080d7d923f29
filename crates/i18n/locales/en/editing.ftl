# The forms on which people change what is known of a place.

## Changing what is known of a place

edit-title = Change: { $name }
edit-title-part = { $part }: { $name }
edit-lead = Change what is no longer right. If all of it is still true, say so: people who look for help will rely on it.
edit-see = See the public page
edit-parts = Parts of the record
edit-change = Change
edit-change-this = Change: { $part }
edit-confirm = This is still right
edit-confirm-this = This is still right: { $part }
edit-known = Where this comes from
edit-source = Source: { $source }
edit-source-here = typed on this site
edit-invite = Do you run this place? Keep it up to date
edit-choice-unknown = One of the answers is not in the list: choose among those that are offered.
edit-too-long = This is too long: { $n } characters at most.
edit-too-many = These are too many: { $n } at most.
note-place-saved = It is saved, and visible from now on.
note-place-same = It was so already: nothing has changed.
note-place-confirmed = Thank you: this is confirmed as of today.
note-draft-forgotten = The draft is forgotten.

## Drafts

edit-draft = You had begun on { $date }, without saving.
edit-draft-resume = Go on with this draft
edit-draft-forget = Forget it

## Two people at once

edit-clash-title = Somebody changed the same thing as you
edit-clash-lead = While you were typing, another person saved another answer. Choose the right one. The rest of what you typed is kept.
edit-clash-before = Before:
edit-clash-theirs = What the other person wrote:
edit-clash-mine = What you wrote:

## Parts

edit-part-horaires = Opening hours
edit-part-horaires-lead = When the building is open. The times when help is really given are under “Sessions”.
edit-part-permanences = Sessions
edit-part-permanences-lead = The times when somebody helps: drop-ins, workshops. Choose one to change it.
edit-part-services = Services
edit-part-services-lead = Tick what people can really do at your place.
edit-part-contact = Contact
edit-part-contact-lead = What is written here is public.
edit-part-adresse = Address
edit-part-adresse-lead = The address where people come, and its place on the map.
edit-part-publics = Who it is for
edit-part-publics-lead = Tick only if you work for some people in particular. Without an answer, everybody is welcome.
edit-part-acces = Coming
edit-part-acces-lead = How people come, what it costs, where they book.
edit-part-presentation = Presentation
edit-part-presentation-lead = The name of the place, and a few simple sentences.
edit-part-reseaux = Networks
edit-part-reseaux-lead = The networks and programmes that the place belongs to.

## Opening hours

edit-mode = How do you want to give the hours?
edit-mode-semaine = Fill in the week
edit-mode-texte = Write them in a sentence
edit-mode-garder = Keep those that are known
edit-week = Week
edit-week-hint = Start and end of each time. Leave a closed day empty, or everything if you do not know.
edit-week-range = Time { $n }
edit-week-from = { $day }, time { $n }, start
edit-week-to = { $day }, time { $n }, end
edit-week-copy = Copy { $day } up to { $last }
edit-week-half = A start or an end is missing.
edit-week-time = Write a time, for instance 9:30.
edit-week-backwards = The end must come after the start.
edit-week-overlap = Two times overlap or touch: join them.
edit-week-many = Three times a day at most.
edit-ferme = Closed days
edit-ferme-feries = Closed on public holidays
edit-ferme-vacances = Closed in school holidays
edit-closings = Closings on given dates
edit-closings-hint = First and last day. For a single day, fill in the first.
edit-closing-from = Closing { $n }, first day
edit-closing-to = Closing { $n }, last day
edit-closing-backwards = The last day must come after the first.
edit-closing-date = Write a date, for instance 24/12/2026.
edit-texte = Hours in a sentence
edit-texte-hint = In French, for instance: du lundi au vendredi de 9 h à 12 h. What is not understood is shown as it is.
edit-preview = See the result
edit-preview-title = This is what people will read:
edit-hours-none = Hours not known.
edit-hours-unread = This text will be shown as it is, without working out “open now”:
edit-hours-kept = These hours are too particular for the grid: you can keep them.
edit-hours-vary = This week: { $week }
edit-told-feries = Closed on public holidays.
edit-told-vacances = Closed in school holidays.
edit-told-closing = Closed: { $days }.

## Services and publics

edit-services = What can be done here?
edit-accompagnement = In which form do you help?
edit-publics = Do you work for some people in particular?
edit-accueil = Whom can you receive in a fitting way?

## Contact

edit-telephone = Phone
edit-telephone-n = Phone { $n }
edit-telephone-hint = Ten digits: 02 99 00 00 00.
edit-telephone-wrong = “{ $text }” is not a French number: check the digits.
edit-courriel = E-mail address
edit-courriel-n = E-mail address { $n }
edit-courriel-hint = That of the place, never that of a person.
edit-courriel-wrong = “{ $text }” is not an e-mail address.
edit-site = Website
edit-site-n = Website { $n }
edit-site-wrong = “{ $text }” is not the address of a site, such as https://exemple.fr

## Address

edit-rue = Number and street
edit-complement = More
edit-complement-hint = Building, floor, entrance: what helps to find the door.
edit-code-postal = Postcode
edit-code-postal-wrong = A postcode has five digits.
edit-commune = Town
edit-commune-missing = Write the name of the town.
edit-commune-unknown = This town is not found: check its name and the postcode.
edit-itinerance = Does the place have a fixed address?
edit-point = Place on the map
edit-point-find = Look for this address on the map
edit-point-found = Found:
edit-point-prendre = The point shown is right
edit-point-garder = Keep the point from before
edit-point-lost = Look for the address on the map again.
edit-point-elsewhere = The town changes: look for the address on the map before you save.
edit-point-nothing = This address is not found: check it. The point from before is kept.

## Coming

edit-venir = How do people come?
edit-prix = What does it cost?
edit-rdv = Address to book online
edit-acceslibre = Acceslibre record
edit-acceslibre-hint = The address of the record of the building on acceslibre.beta.gouv.fr: steps, width of doors, parking.

## Presentation

edit-nom = Name of the place
edit-nom-missing = Give the place a name.
edit-resume = In a sentence or two
edit-resume-hint = 280 characters at most. It is read in lists.
edit-detail = At more length
edit-structure = Structure that the place belongs to
edit-structure-hint = For instance: Ville de Rennes, CCAS, an association.

## Networks

edit-reseaux = Networks
edit-dispositifs = National programmes
edit-labels = Trainings and labels
edit-autre-label = Other trainings or labels
edit-autre-label-n = Other training or label { $n }

## Sessions

edit-session-new = Add a session or a workshop
edit-session-remove = Take this session away
edit-session-never = Give at least one day and one time.
edit-titre = Name (optional)
edit-titre-hint = For instance: Digital help, Phone workshop.
edit-quand = When?
edit-quand-semaine = Every week
edit-quand-une-fois = Once only
edit-quand-garder = Keep the rhythm that is known
edit-du = First day (optional)
edit-au = Last day (optional)
edit-sauf = Days without the session
edit-sauf-hint = Holidays, training: one date a field.
edit-sauf-n = Day without the session { $n }
edit-jour = Day, if it is once only
edit-jour-missing = Give the day.
edit-debut = Start, if it is once only
edit-fin = End, if it is once only
edit-entree = How does one enter?
edit-entree-non-dit = Not said
edit-entree-libre = Without an appointment
edit-entree-rendez-vous = By appointment
edit-lieu = Where?
edit-lieu-sur-place = At the place
edit-lieu-telephone = By phone
edit-lieu-tournee = On a round
edit-pour = For whom?
edit-pour-habitants = Residents
edit-pour-professionnels = Professionals
edit-places = Number of seats (optional)
edit-places-wrong = Write a whole number, for instance 8.

## The day itself

day-title = What happens today?
day-link-today = Today: { $session }
day-link-more = Say that it is full, cancelled or replaced
day-kind-complet = Full today
day-kind-annule = Cancelled
day-kind-remplace = Replaced
day-now = This is shown: { $said }.
day-unsay = Show it no more
day-words = More
day-words-hint = For “replaced”: by what, where, at what time. No name of a person.
day-words-missing = Write by what the session is replaced.
day-words-long = This is too long: one line is enough.
day-ends = What is said here goes away this evening.
day-turned-away = People you could not help today
day-turned-away-lead = A mere count, without names: it shows where help is missing.
day-one-more = One more person: { $need }
day-one-less = One person less: { $need }
day-told-complet = { $session }: full today
day-told-complet-more = { $session }: full today ({ $words })
day-told-annule = { $session }: cancelled today
day-told-annule-more = { $session }: cancelled today ({ $words })
day-told-remplace = { $session }: replaced today
day-told-remplace-more = { $session }: replaced today by { $words }
note-day-said = It is shown from now on, until this evening.
note-day-unsaid = It is no longer shown.
note-day-counted = It is counted.

## Organisations

edit-org-new = Add an organisation
edit-org-nom = Name of the organisation
edit-org-niveau = Level that answers for it
edit-org-niveau-hint = The name of a town, of an intercommunality, of a department: “Ille-et-Vilaine”.
edit-org-niveau-other = You do not answer for this territory.
edit-org-siret = SIRET or RNA (optional)
edit-org-siret-wrong = “{ $text }” is neither a SIRET nor an RNA: check the digits.
edit-org-courriel = Public e-mail address (optional)
edit-org-telephone = Phone (optional)
edit-org-site = Website (optional)
edit-org-resume = What the organisation does (optional)
edit-org-places = Its places
edit-org-remove = Detach
edit-org-remove-this = Detach: { $name }
edit-org-add = Attach a place
edit-org-add-hint = Paste the address of its page on this site.
edit-org-attach = Attach
edit-org-place-unknown = No place has this address.
note-org-saved = The organisation is saved.
note-org-place-added = The place is attached.
note-org-place-removed = The place is no longer attached.
