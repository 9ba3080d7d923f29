## Bodies, for everybody

bodies-title = Governance
bodies-about = Who decides together on digital inclusion, territory by territory.
bodies-lead = A governing body brings together the organisations that decide together on digital inclusion in a territory.
bodies-where = Territory
bodies-where-hint = A name or a code. For example: Rennes Métropole, 35238, Ille-et-Vilaine.
bodies-where-wrong = “{ $text }” is not known, or names several territories. Write a whole name or a code.
bodies-find = See governing bodies
bodies-total = { $n ->
    [0] No governing body is known here.
    [one] One governing body is known here.
   *[other] { $n } governing bodies are known here.
}
bodies-more = { $n ->
    [one] One more is not shown: name a territory.
   *[other] { $n } more are not shown: name a territory.
}
bodies-level-pays = France
bodies-level-region = Regions
bodies-level-departement = Departments
bodies-level-epci = Groups of communes
bodies-level-commune = Communes
bodies-level-quartier = Neighbourhoods
bodies-level-dispositif = Programmes and networks
bodies-level-grappe = Groups of places
bodies-one-about = { $name }: who answers, who takes part, what is planned.
bodies-on = As it was on { $date }.
bodies-over = This governing body is over.
bodies-over-short = over
bodies-seat = Territory or programme
bodies-period = Duration
bodies-since = since { $date }
bodies-until = until { $date }
bodies-from-to = from { $from } to { $to }
bodies-run-by = Run by
bodies-covers = Communes concerned
bodies-communes = { $n ->
    [0] No whole commune
    [one] One commune
   *[other] { $n } communes
}
bodies-communes-more = { $n ->
    [one] and one more commune
   *[other] and { $n } more communes
}
bodies-contacts = Whom to write to
bodies-members = Members
bodies-members-total = { $n ->
    [0] No member yet.
    [one] One member.
   *[other] { $n } members.
}
bodies-member = Organisation
bodies-roles = Roles
bodies-member-from = Member since
bodies-role-none = Member
bodies-role-coporteur = Co-lead
bodies-role-cofinanceur = Co-funder
bodies-role-beneficiaire = Beneficiary
bodies-role-observateur = Observer
bodies-role-animateur = Facilitator
bodies-join-ask = Does your organisation want to take part?
bodies-join = Ask to join this body
bodies-roadmaps = Roadmaps
bodies-stage-brouillon = being written
bodies-stage-en-consultation = open for opinions
bodies-stage-validee = validated
bodies-stage-amendee = validated, then changed
bodies-stage-close = over
bodies-meetings = Coming public meetings
bodies-committees = Committees
bodies-committee-strategique = decides
bodies-committee-technique = prepares and follows
bodies-committee-consultatif = is heard
bodies-committee-autre = another committee
bodies-frequency-mensuelle = every month
bodies-frequency-trimestrielle = every quarter
bodies-frequency-semestrielle = every half-year
bodies-frequency-annuelle = every year
bodies-frequency-autre = at another rhythm
bodies-documents = Founding documents
bodies-document-lettre = Letter
bodies-document-charte = Charter
bodies-document-convention = Agreement
bodies-document-deliberation = Deliberation
bodies-document-arrete = Order
bodies-document-autre = Other document
bodies-document-told = { $kind }: { $title }
bodies-document-on = of { $date }
bodies-document-reference = reference { $reference }

## The desks

bodies-mine = { $n ->
    [0] You follow no governing body yet.
    [one] You follow one governing body.
   *[other] You follow { $n } governing bodies.
}
bodies-desk = Follow the body
bodies-public = See the public page
bodies-all = See all governing bodies
bodies-own = Your organisations in governing bodies
bodies-own-none = Your organisations are in no governing body.
bodies-own-hint = To take part, open the page of a governing body and ask to join it.
bodies-standing-candidate = waiting for an answer
bodies-standing-member = member
bodies-withdraw-ask = Withdraw the request
bodies-withdraw = Withdraw the request to { $name }
bodies-leave-ask = Leave
bodies-leave = Leave { $name }
bodies-leave-hint = The roles of the organisation end today. It may ask to come back.
bodies-waiting = { $n ->
    [one] One organisation waits for your answer.
   *[other] { $n } organisations wait for your answer.
}
bodies-change = Change
bodies-founding = Founding documents and contacts
bodies-founding-of = Founding documents and contacts: { $name }
bodies-download = Download { $name }
bodies-nothing = nothing

## Founding

bodies-new = Create a governing body
bodies-new-lead = Say the territory, the name and the document that founds it. The rest can wait.
bodies-part-what = The governing body
bodies-part-document = The founding document
bodies-part-referent = The contact, by function
bodies-found = Create the governing body
bodies-seat-other = You may not create a governing body on this territory.
bodies-document-add = Add a document
bodies-document-remove-ask = Take this document away
bodies-document-remove = Take away “{ $title }”
bodies-document-remove-hint = The file is erased. The history keeps a trace of it.
bodies-referent-add = Add a contact
bodies-referent-hint = Give a function and the address of a service, not the name of a person: everybody can read them.
bodies-referent-end = End today: { $name }
bodies-end = End the governing body
bodies-end-ask = Choose a last day
bodies-end-hint = The page stays, with its history. No organisation can ask to join any more.
bodies-field-siege = Territory or programme
bodies-field-siege-hint = A name or a key. For example: Ille-et-Vilaine, epci-243500139, dispositif-epn.
bodies-field-nom = Name of the governing body
bodies-field-communes = Communes concerned
bodies-field-communes-hint = One name or code a line: commune, group of communes, department. When creating, leave empty for the whole territory.
bodies-field-debut = First day
bodies-field-objet = What it is for
bodies-field-objet-hint = Optional. A few plain sentences.
bodies-field-animation = Organisation that runs it
bodies-field-animation-hint = Optional. The name of an organisation that is known here.
bodies-field-de_droit = Member by right
bodies-field-de_droit-hint = Optional. For example the préfecture. Its peers cannot exclude it.
bodies-field-nature = Kind of document
bodies-field-titre = Title
bodies-field-date = Date of the document
bodies-field-reference = Reference
bodies-field-reference-hint = Optional. As its author gives it.
bodies-field-fichier = File
bodies-field-fichier-hint = Optional. PDF, OpenDocument, Office, PNG or JPEG, 25 MB at most. Only members read it.
bodies-field-lien = Address where it can be read
bodies-field-lien-hint = Optional. It begins with https://.
bodies-field-structure = Organisation of the contact
bodies-field-structure-hint = The name of an organisation that is known here.
bodies-field-fonction = Function
bodies-field-fonction-hint = For example: digital officer of the department.
bodies-field-courriel = E-mail address of the service
bodies-field-telephone = Telephone of the service
bodies-field-depuis = Since
bodies-field-fin = Last day

## Members

bodies-members-of = Members: { $name }
bodies-candidates = Requests that wait
bodies-candidates-none = No request waits.
bodies-asked = Asked on { $date }: { $wish }.
bodies-wish-porter = wishes to lead
bodies-wish-participer = wishes to take part
bodies-wish-observer = wishes to be kept informed
bodies-confirm = Confirm { $name }
bodies-decline-ask = Decline the request
bodies-decline = Decline { $name }
bodies-members-none = No member yet.
bodies-member-since = Member since { $date }.
bodies-by-right-since = Member by right since { $date }.
bodies-role-give = Give this role
bodies-role-give-to = Give a role to { $name }
bodies-role-end = End today
bodies-role-end-of = End today the role { $role } of { $name }
bodies-exclude = Exclude { $name }
bodies-exclude-hint = To exclude takes a decision of the body. Give its number and the reason.
bodies-relieve = Relieve { $name }
bodies-relieve-hint = For when the organisation no longer exists, or when its seat goes to another. Its roles end today.
bodies-by-right = Members by right
bodies-by-right-hint = An organisation that sits by right does not apply, and its peers cannot exclude it.
bodies-by-right-add = Add a member by right
bodies-gone = Those who left
bodies-left-withdrew = Left by itself on { $date }.
bodies-left-declined = Declined on { $date }.
bodies-left-excluded = Excluded on { $date }.
bodies-left-relieved = Relieved on { $date }.
bodies-left-reason = Reason: { $reason }
bodies-field-organisation = Organisation
bodies-field-organisation-hint = An organisation that is known here.
bodies-field-souhait = What the organisation wishes
bodies-field-decision = Number of the decision
bodies-field-decision-hint = For example: 2026-4. Optional, except to exclude.
bodies-field-motif = Reason
bodies-field-role = Role
bodies-field-du = First day
bodies-field-au = Last day
bodies-field-au-hint = Optional: without a date, the role lasts as long as the membership.
bodies-join-of = Join: { $name }
bodies-join-lead = Your request is read by the organisations that lead the body. You will see the answer in your space.
bodies-join-send = Send the request

## What cannot be done

bodies-clash-lead = Somebody changed the same thing as you. Their answer is beside yours: keep yours or take theirs, then save.
bodies-clash = The other person wrote: { $theirs }
bodies-wrong-missing = Fill this in.
bodies-wrong-long = Too long: { $n } characters at most.
bodies-wrong-day = Write a date such as 2026-11-30.
bodies-wrong-backwards = The last day comes before the first.
bodies-wrong-organisation = No organisation, or several, bear this name. Write the exact name or the end of its address.
bodies-wrong-url = The address begins with https://.
bodies-wrong-decision = This body has taken no decision under this number.
bodies-wrong-early = This date comes before the membership began.
bodies-wrong-by-right = A member by right is not excluded by its peers.
bodies-wrong-role-held = The organisation has this role on these days already.
bodies-wrong-role-not-held = The organisation does not have this role today.
bodies-wrong-observer = An observer has no other role.
bodies-wrong-candidate = This organisation has asked already.
bodies-wrong-member = This organisation is a member already.
bodies-wrong-moved = Somebody changed this meanwhile. Read the page again, then start over if need be.
bodies-wrong-over = This governing body is over.
bodies-wrong-file-empty = The file is empty.
bodies-wrong-file-large = The file is too heavy: 25 MB at most.
bodies-wrong-file-kind = Files of this kind are not taken.
bodies-wrong-file-disguised = The file is not what its name says.
bodies-wrong-file-name = The name of the file cannot be kept: 150 characters at most.
bodies-wrong-file-again = Choose the file again: it was not kept.

## What the level above keeps

suivi-title = Follow-up note
suivi-title-of = Follow-up note: { $name }
suivi-lead = Only those who follow this governing body from its territory read this note. Its members do not see it, and no export holds it.
suivi-since = Note written on { $date }.
suivi-note = How it goes
suivi-note-hint = Clear the text to remove the note.
suivi-note-missing = Say first how it goes.
suivi-difficulte = What is difficult
suivi-difficulte-hint = Optional.
noms-title = Names of the contact persons
noms-title-of = Names of the contact persons: { $name }
noms-lead = Everybody sees the function. The name is shown here alone, to those who run or follow this territory. It is erased when the mandate is over.
noms-way = Add or remove a name
noms-none = No name is given.
noms-no-function = First give a function to a contact person.
noms-add = Add a name
noms-remove = Remove
noms-remove-this = Remove { $name }
noms-fonction = Function
noms-nom = First and last name
noms-nom-hint = With the person's consent.
noms-jusque = Until
noms-jusque-hint = Optional. Without a date, the name stays as long as the function lasts.
noms-jusque-past = This date is past: the name would be erased at once.

## What was done

note-bodies-founded = The governing body is created.
note-bodies-saved = It is saved.
note-bodies-asked = The request is sent.
note-bodies-left = Done. The organisation may ask to come back.
note-bodies-member-saved = It is noted.
