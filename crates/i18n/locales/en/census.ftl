# Censuses: for those who conduct them, for town halls, in mails.

## States, bodies, answers

census-state-a-contacter = To contact
census-state-demande = Answer awaited
census-state-repondu = Answered
census-state-rien-ici = Nothing here
census-state-verifie = Checked
census-body-mairie = Town hall
census-body-ccas = Municipal social services (CCAS)
census-body-bibliotheque = Library
census-body-epn = Public computer room, cyber-base or fab lab
census-body-esc = Shared social centre or social centre
census-body-association = Association
census-short-mairie = Town hall
census-short-ccas = CCAS
census-short-bibliotheque = Library
census-short-epn = EPN
census-short-esc = ESC
census-short-association = Association
census-word-juste = It is right
census-word-a-corriger = Something is to be corrected
census-word-ferme = This place is gone
census-presence-oui = There is one
census-presence-non = There is none
census-presence-inconnu = I do not know
census-by-town-hall = the town hall

## The list

census-list-title = Censuses
census-list-lead = Ask the town halls of a territory which places help people with digital matters, and follow their answers until a date.
census-new = Open a census
census-none = No census for now.
census-name = Census
census-where = Territory
census-when = Deadline
census-progress = Progress
census-settled = { $n ->
    [one] { $n } commune of { $total } has answered
   *[other] { $n } communes of { $total } have answered
}
census-left = { $n ->
    [0] Answers are due today, { $day }.
    [one] Answers are due on { $day }: { $n } day left.
   *[other] Answers are due on { $day }: { $n } days left.
}
census-passed = Answers were due on { $day }.

## Opening one

census-new-lead = Choose the territory, its communes, what is looked for and the date. Nothing is sent before you ask for it.
census-territory = Territory
census-territory-missing = Write the name of the territory.
census-territory-not-yours = You cannot open a census on this territory.
census-other-territory = Choose another territory
census-yours = You can open one on: { $territory }.
census-next = Continue
census-title = Name of the census
census-title-hint = For you to find it again. Town halls do not see it.
census-title-default = Census { $territory }
census-title-missing = Give the census a name.
census-title-long = This name is too long: 120 characters at most.
census-target = Answers due on
census-target-hint = Town halls that have not answered are reminded 10 days before, then 3 days before. Their link serves for 7 more days.
census-target-wrong = Write a date such as 2027-01-31.
census-target-far = Choose a day to come, within two years.
census-bodies = What is looked for in each commune
census-bodies-missing = Tick at least one kind of place.
census-communes = Communes that are asked
census-communes-missing = Tick at least one commune.
census-communes-many = This territory has more than 400 communes: choose a smaller one.
census-open = Open the census

## Following one

census-map = Map
census-map-title = { $n ->
    [one] Map of one commune and its answer
   *[other] Map of { $n } communes and their answers
}
census-map-desc = Each commune bears a sign that says how far it is. The table below says the same.
census-communes-title = Communes
census-no-commune = No commune in this state.
census-commune = Commune
census-contact = Address of the town hall
census-no-contact = no address
census-here = Present
census-missing = Missing
census-do = To do
census-nothing = nothing
census-told = { $body } (said by the town hall)
census-places = { $n ->
    [0] no known place
    [one] { $n } known place
   *[other] { $n } known places
}
census-send = Send the link
census-send-this = Send the link to { $commune }
census-send-help = A mail leaves for the address of the town hall, with its link.
census-send-all = { $n ->
    [one] Send its link to the commune that has an address
   *[other] Send their link to the { $n } communes that have an address
}
census-remind = Remind
census-remind-this = Remind { $commune }
census-remind-help = The same link is sent again, once a day at most.
census-verify = Mark as checked
census-verify-this = Mark as checked: { $commune }
census-verify-help = You looked at the answer, and it is complete.
census-hand-over = Prepare a link to hand over
census-hand-over-help = No mail leaves: you give the link yourself.
census-take = Take the answer as it stands
census-take-help = The town hall answered by other means, or did not press “I have finished”.
census-nothing-mark = Mark “nothing here”
census-nothing-mark-help = The town hall told you that there is no place.
census-reopen = Reopen
census-reopen-help = The commune is “to contact” again. The link that it has serves no more.
census-paste = Addresses of town halls
census-paste-label = One line per commune
census-paste-hint = INSEE code or name, semicolon, address. For example: Bruz;mairie@exemple.fr
census-paste-do = Save these addresses
census-kept = { $n ->
    [0] No address is saved.
    [one] { $n } address is saved.
   *[other] { $n } addresses are saved.
}
census-bad-lines = The following lines are not understood. Correct them below and send them again.
census-bad-line = Line { $n }: { $why }
census-line-shape = a semicolon is missing between the commune and the address.
census-line-address = the address is not complete.
census-line-commune = this commune is not in the census, or several bear this name.
census-line-many = there are too many lines at once.
census-contacts-kept = Addresses, and what town halls typed without sending it, are erased six months after the deadline.

## One commune

census-contact-title = Address of the town hall
census-contact-label = E-mail
census-contact-wrong = Write a complete address, for example mairie@exemple.fr.
census-link = Link of the town hall
census-link-hint = Whoever opens it answers for the commune: give it to the town hall, and to nobody else.
census-bodies-title = What is looked for
census-found-known = { $n ->
    [one] { $n } known place
   *[other] { $n } known places
}
census-found-told = the town hall says that there is one
census-found-told-which = the town hall says that there is one: { $which }
census-found-absent = there is none
census-found-missing = not known
census-places-title = Known places
census-no-place = No place is known in this commune.
census-typed = { $n ->
    [one] The town hall has begun: { $n } answer saved, not sent yet.
   *[other] The town hall has begun: { $n } answers saved, not sent yet.
}
census-taken-title = What was taken of the answer
census-taken-right = Confirmed by the commune: { $name }
census-taken-wrong = To be corrected: { $name }
census-taken-gone = Gone, to be examined: { $name }
census-taken-added = A place to add, to be examined
census-see-proposal = see the proposal
census-step = { $date }: { $what } ({ $by })
census-step-a-contacter = reopened
census-step-demande = link handed over or sent
census-step-repondu = answer given
census-step-rien-ici = nothing here
census-step-verifie = checked
census-step-relance = reminder sent
proposal-of-census = Said by the town hall of { $commune }, in a census
proposal-of-census-body = Said by the town hall of { $commune }, in a census: { $body }

## What was done

note-census-opened = The census is open. Give the addresses of the town halls, then send the links.
note-census-contacts = The addresses are saved.
note-census-contact = The address is saved.
note-census-sent = The links have left.
note-census-mailed = The message leaves in a moment.
note-census-no-address = This commune has no address: nothing is sent.
note-census-already = A reminder left today already: nothing more is sent.
note-census-over = The census is over: the link would serve no more.
note-census-link = The link is ready: copy it and give it to the town hall.
note-census-taken = The answer is taken.
note-census-nothing-here = Noted: nothing here.
note-census-verified = The commune is checked.
note-census-reopened = The commune is to contact again. Its former link serves no more.
note-census-not-now = The commune has changed meanwhile: look where it is.
note-census-saved = Saved. You may go on, or come back later by the same link.

## The page of a town hall

census-answer-title = Places that help with digital matters in { $commune }
census-answer-lead = { $territory } lists the places where people find help with digital matters: a computer, a procedure on line, a workshop. You know your commune: tell us what is right and what is missing. You need no account.
census-answer-until = Answer before { $day }.
census-answer-saved = You may stop at any time: what you save is kept, and the same link leads back to it.
census-part-known = 1. The places that we know
census-answer-known = { $n ->
    [0] We know no place in your commune yet.
    [one] We know one place in your commune. Is it right?
   *[other] We know { $n } places in your commune. Tell us of each whether it is right. If you do not know, go to the next one.
}
census-report = Say what is to be corrected for { $name } (new tab)
census-save = Save
census-part-bodies = 2. Who else helps in your commune?
census-part-bodies-hint = For each kind of place, tell us whether there is one that helps with digital matters.
census-we-know = We know: { $names }.
census-which = Which one or ones ({ $body })
census-part-added = 3. Places that are missing
census-part-added-hint = Add the places that we do not know. The name is enough, the rest helps. Somebody checks before they are published.
census-added = Place { $n }
census-added-name = Name
census-added-street = Address
census-added-body = It is
census-added-other = Something else
census-added-does = What is done there
census-added-does-hint = For example: help with procedures on Tuesday mornings, free computers.
census-added-contact = Telephone, e-mail or site
census-add-more = Save and add another place
census-name-missing = Write the name of this place, or empty the other fields.
census-too-long = This text is too long.
census-part-end = 4. Have you finished?
census-part-end-hint = After this button, your answer is sent and the link serves no more. Nothing is published before it is checked.
census-finish = I have finished
census-nothing-button = There is nothing in the commune
census-done-title = Thank you
census-done = The answer of { $commune } has arrived. You may close this page. If you forgot something, write to the person who sent you the link: they can open it again.
census-done-nothing = Noted: there is no place in { $commune }. If that changes, write to the person who sent you the link.
census-done-right = { $n ->
    [one] { $n } place confirmed by the commune
   *[other] { $n } places confirmed by the commune
}
census-done-gone = { $n ->
    [one] { $n } place to take off
   *[other] { $n } places to take off
}
census-done-added = { $n ->
    [one] { $n } place to add
   *[other] { $n } places to add
}
census-done-next = What is to be added or taken off is examined by a person of the territory before it changes on the site.
census-replaced-title = This link no longer works
census-replaced = Another link has taken its place. Look for the latest message, or ask the person who sent it.

## Who said it

known-probable-mairie = probable: confirmed by the town hall { $ago } ({ $date })
known-a-verifier-mairie = to be checked, call first: confirmed by the town hall { $ago } ({ $date })

## Mails

mail-census-request-subject = Places that help with digital matters in { $commune }
mail-census-request-text = { $territory } lists the places where people find help with digital matters. For { $commune }, you are the one who knows. Open the list: say what is right, what is gone and what is missing, before { $day }. It takes a few minutes, without an account. If somebody else at the town hall answers better, give them this message.
mail-census-request-action = See the list and answer
mail-census-request-why = You receive this message because this address is that of the town hall. This link is for the town hall: whoever opens it answers for the commune.
mail-census-reminder-subject = Reminder: places that help with digital matters in { $commune }
mail-census-reminder-text = We do not have your answer for { $commune } yet. { $territory } needs it before { $day }, so that residents find help near their homes. What you saved already is kept.
mail-census-reminder-action = See the list and answer
mail-census-reminder-why = You receive this message because this address is that of the town hall. This link is for the town hall: whoever opens it answers for the commune.
mail-name-census-request = Census request
mail-name-census-reminder = Census reminder
