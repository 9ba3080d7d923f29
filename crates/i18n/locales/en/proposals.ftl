# What anybody proposes without an account, what becomes of it, and how it is examined.

nav-propose = Suggest a place
place-missing = Is a place missing?
gone-still-there = Is this place still there?
gone-closed-text = We were told that this place has closed. We checked it on { $date }.

## The two forms

proposal-report-title = Report a mistake
proposal-report-lead = Tell us what is wrong. Somebody from the area will check. You do not need an account.
proposal-missing-title = Suggest a place
proposal-missing-lead = Do you know a place that helps with digital matters and is not here? Tell us. Somebody from the area will check before it is published.
proposal-trap = Do not fill in this box: leave it empty.
proposal-wrong = What is wrong?
proposal-wrong-ferme = The place has closed for good
proposal-wrong-horaires = The opening hours
proposal-wrong-contact = The phone, e-mail or website
proposal-wrong-adresse = The address
proposal-wrong-services = What you find there
proposal-wrong-autre = Something else
proposal-wrong-missing = Tick at least one box, or write what is wrong.
proposal-words = Explain, if you like
proposal-words-hint = 1,000 characters at most. Write nothing about a person.
proposal-words-missing = Write a few words.
proposal-words-too-long = This text is too long: 1,000 characters at most.
proposal-right = What is right, if you know
proposal-right-hint = Fill in only what you know.
proposal-name = Name of the place
proposal-name-hint = As it is written on the door.
proposal-name-missing = Write the name of the place.
proposal-hours = Opening hours
proposal-hours-hint = In French or as Mo-Fr 09:00-12:00.
proposal-phone = Phone of the place
proposal-phone-wrong = Write a whole number, such as 02 99 00 00 00.
proposal-email = E-mail of the place
proposal-email-wrong = Write a whole address, such as accueil@exemple.fr.
proposal-website = Website of the place
proposal-website-wrong = Write a whole address, such as https://www.exemple.fr.
proposal-street = Number and street
proposal-street-hint = For example: 12 rue de Nantes.
proposal-postcode = Postcode
proposal-postcode-wrong = A postcode has five digits.
proposal-commune = Town
proposal-commune-missing = Write the name of the town.
proposal-commune-unknown = We cannot find this town. Check its name and the postcode.
proposal-services = What you find there
proposal-services-right = Say what you find there
proposal-more = Anything else to know
proposal-tie = You are
proposal-tie-usager = Somebody who knows the place
proposal-tie-equipe = Somebody who works there
proposal-tie-partenaire = A town hall, a network, a partner
proposal-you = So that we can answer you
proposal-contact = Your e-mail (optional)
proposal-contact-hint = To know what becomes of your message. We will send you a link: open it so that your message is read. The address is erased 30 days after the answer.
proposal-send = Send
proposal-too-long = This text is too long.
proposal-too-many = We have received many messages today. What you wrote is kept on this page: send it tomorrow.
proposal-faults = { $n ->
    [one] One answer needs correcting. Nothing is sent, and what you wrote is kept.
   *[other] { $n } answers need correcting. Nothing is sent, and what you wrote is kept.
}

## Once sent

proposal-thanks-title = Thank you
proposal-thanks-text = Your message has arrived.
proposal-mailed-title = Look at your e-mail
proposal-mailed-text = We have sent you a link. Open it within 7 days: your message will be read after that.
proposal-follow-title = Your message
proposal-about-place = About: { $name }
proposal-about-missing = A place to add: { $name }
proposal-told-a-prouver = One more step: confirm that this address is yours.
proposal-told-en-attente = Your message has arrived. Somebody from the area will read it.
proposal-told-question = We have a question for you.
proposal-told-repondue = Thank you for your answer. Somebody from the area will read it.
proposal-told-a-publier = Thank you: the place will be published soon.
proposal-told-acceptee = Thank you: it is done, the page is up to date.
proposal-told-acceptee-partie = Thank you: part of what you suggest is on the page.
proposal-told-connue = Thank you: this place was already known.
proposal-refused-inexact = We checked: this is not so. Nothing changes.
proposal-refused-inverifiable = We could not check it. Nothing changes.
proposal-refused-hors-sujet = This place does not help with digital matters: we do not publish it.
proposal-refused-ailleurs = This place is not in this area: we do not publish it.
proposal-refused-deplace = This message is about a person, or hurts: we do not keep it.
proposal-step-a-prouver = received, to be confirmed
proposal-step-en-attente = arrived
proposal-step-question = question asked
proposal-step-repondue = answer given
proposal-step-a-publier = accepted, published soon
proposal-step-acceptee = accepted
proposal-step-refusee = not taken up
proposal-step-connue = place already known
proposal-prove = This address is mine
proposal-question = Question
proposal-answer = Your answer
proposal-steps = Steps
proposal-keep-this = Keep the address of this page: it is the only way to know what becomes of your message.

## The queue

proposals-title = Proposals
proposals-lead = What people report or suggest, and that waits for an answer.
proposals-total = { $n ->
    [0] No proposal
    [one] { $n } proposal
   *[other] { $n } proposals
}
proposals-waiting = { $n ->
    [0] None waits for an answer.
    [one] { $n } waits for an answer.
   *[other] { $n } wait for an answer.
}
proposals-oldest = { $n ->
    [0] The oldest came today.
    [one] The oldest has waited { $n } day.
   *[other] The oldest has waited { $n } days.
}
proposals-median = { $n ->
    [0] One in two is answered within the day.
    [one] One in two is answered in { $n } day at most.
   *[other] One in two is answered in { $n } days at most.
}
proposals-open = To be dealt with
proposals-everything = Also those that wait for another level than mine
proposals-what = About
proposal-kind-place = Mistake reported
proposal-kind-missing = Place suggested
proposal-state-a-prouver = Address to be confirmed
proposal-state-en-attente = Waiting
proposal-state-question = Question asked
proposal-state-repondue = Answer received
proposal-state-a-publier = To be published
proposal-state-acceptee = Accepted
proposal-state-refusee = Refused
proposal-state-connue = Place already known

## One proposal

proposal-by-you = you
proposal-own-work = You suggested this place: somebody else must publish it.
proposal-signed = { $by }, on { $date }
proposal-came = Came on { $date }
proposal-has-contact = The person can be asked by e-mail.
proposal-no-contact = The person left no e-mail.
proposal-answer-given = Answer
proposal-reason = Reason
proposal-reason-inexact = Checked: it is not so
proposal-reason-inverifiable = Cannot be checked
proposal-reason-hors-sujet = Does not help with digital matters
proposal-reason-ailleurs = Outside the area
proposal-reason-deplace = About a person, or hurtful
proposal-reason-missing = Choose a reason.
proposal-nothing-ticked = Tick what you accept. If you accept nothing, refuse with a reason.
proposal-place-changed = The record has changed in the meantime. Look again.
proposal-place-missing = Choose the place already known.
proposal-choose = Choose
proposal-found-adresse-porte = Found at its number, in the town.
proposal-found-adresse-rue = The street is found in the town, not the number.
proposal-found-adresse-dehors = Found outside the limits of the town.
proposal-found-adresse-inconnue = Unknown address: check it on a map.
proposal-found-services-oui = Services are given.
proposal-found-services-non = No service is given.
proposal-found-horaires-oui = The hours are read.
proposal-found-horaires-non = No hours that the program can read.
proposal-found-contact-oui = A contact is given: call.
proposal-found-contact-non = No contact is given.
proposal-found-doublons = { $n ->
    [0] The program finds no similar place.
    [one] The program finds { $n } similar place.
   *[other] The program finds { $n } similar places.
}
proposal-check-adresse = The address is in the area
proposal-check-services = The services are described
proposal-check-horaires = The hours are known
proposal-check-contact = Somebody answers there
proposal-check-doublons = The place was looked for among those known
proposal-see-place = see the page
proposal-see-this = See the page of { $name }
proposal-said = Their words
proposal-assigned = Dealt with by: { $by }
proposal-take = I take it
proposal-give-back = I give it back
proposal-fields = Known and proposed
proposal-no-field = No value is proposed.
proposal-known = What is known
proposal-proposed = What is proposed
proposal-accept-closed = The place has closed: show it no more
proposal-motive = Reasons
proposal-motive-hint = Whoever proposed will read it.
proposal-accept = Accept what is ticked
proposal-likely = Is it a place already known?
proposal-is-this = It is this place
proposal-list = List to go through
proposal-list-first = Before publishing, go through the whole list and save it.
proposal-publish = Publish this place
proposal-day = Day of publication
proposal-day-hint = Empty: at once.
proposal-day-wrong = Write a date like 2026-12-31.
proposal-day-too-far = Choose a day within the coming year.
proposal-networks = Networks that the place joins
proposal-ask = Ask for more
proposal-ask-label = Your question
proposal-refuse = Refuse
proposal-comments = Internal notes
proposal-comment = Add a note, read only by those who examine

note-proposal-taken = Noted: you take it.
note-proposal-given-back = Noted: you gave it back.
note-proposal-commented = The note is saved.
note-proposal-asked = The question is sent.
note-proposal-checked = The list is saved.
note-proposal-refused = The proposal is refused.
note-proposal-accepted = The proposal is accepted: the page is up to date.
note-proposal-merged = Noted: the place was already known.
note-proposal-published = The place is published.
note-proposal-agreed = Noted: the place will be published on the chosen day.
