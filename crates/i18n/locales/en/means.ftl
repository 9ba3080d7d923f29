# Calls for applications: the public list, the desk of the body that follows them, the position of an organisation.

appels-title = Calls for applications
appels-lead = What can be answered near you: to take part, to steer, to recruit, to propose a project or to get equipment. With the dates, and what to do.
appels-count = { $n ->
    [0] No call is under way.
    [one] One call is under way.
   *[other] { $n } calls are under way.
}
appels-ahead = Under way
appels-past = Over
appels-calendar = The dates for my calendar
appels-atom = Follow calls (Atom)
appels-public = All calls
appels-none-here = This body follows no call.
appels-desk-lead = The calls that this body follows. Its members prepare their answer there: timetable, positions, joint note, proofs.
appels-asked = Calls: { $name }
appels-asked-lead = These calls concern your organisation. Say what you mean to do: the others plan with you.
appels-none-asked = No call under way concerns your organisation.

## A call

appel-about = { $kind }, { $owner }
appel-described = { $title }: who is concerned, until when, what to do.
appel-suivi = Followed by
appel-to-do = What to do
appel-elsewhere = Nothing is sent from here.
appel-extend = Start from a post that exists
appel-extend-this = Start from the post of co-ordination: { $name }
appel-extend-hint = To extend, start from the post that exists: it is the same post, and is counted once.
appel-see-source = See the call at its organiser
appel-see-public = See the public page
appel-amendments = What changed since it opened
appel-phase = How far it is
appel-phase-brouillon = Draft
appel-phase-annonce = Announced
appel-phase-ouvert = Open
appel-phase-clos = Closed
appel-phase-examine = Answers under review
appel-phase-decide = Decided
appel-phase-archive = No longer followed here
appel-show = Show the calls
appel-not-open = One cannot answer yet
appel-left = { $n ->
    [0] It closes today
    [one] One day left
   *[other] { $n } days left
}
appel-left-14j = less than two weeks
appel-left-7j = less than a week
appel-left-2j = less than two days
appel-left-3h = less than three hours
appel-event = { $step }: { $title }
appel-feed = { $kind }. { $owner }. To answer, until: { $closing }.
appel-compte-porter = { $n ->
    [one] One organisation means to carry an answer.
   *[other] { $n } organisations mean to carry an answer.
}
appel-compte-participer = { $n ->
    [one] One organisation means to take part in an answer.
   *[other] { $n } organisations mean to take part in an answer.
}
appel-compte-ni-lun-ni-lautre = { $n ->
    [one] One organisation does neither.
   *[other] { $n } organisations do neither.
}

## What a call says

appel-titre = Title
appel-nature = Kind
appel-nature-toutes = All
appel-nature-participer = Take part
appel-nature-piloter = Steer
appel-nature-coordinateurs = Recruit co-ordinators or extend their posts
appel-nature-projets = Propose a project
appel-nature-equipement = Get equipment
appel-organisateur = Who holds it
appel-organisateur-hint = The name of the body, or another name: the State, a foundation.
appel-organisateur-est = Whoever holds it is
appel-organisateur-est-connue = A body that is known here
appel-organisateur-est-autre = Somebody else, even of the same name
appel-organisateur-unknown = No body known here is called “{ $text }”. Mend the name, or choose “Somebody else”.
appel-organisateur-missing = Write who holds this call.
appel-source = Address of the call
appel-source-hint = The page where it is published. It begins with https://
appel-texte = What it is about, and what to do
appel-publics = Who is concerned
appel-pour = Kinds of organisations concerned
appel-pour-hint = Where none is chosen, all are.
appel-pour-toutes = All organisations
appel-pour-dispositifs = In the schemes: { $schemes }
appel-dispositifs = Schemes concerned
appel-dispositifs-hint = Leave empty where the call is not kept to a scheme.
appel-dispositifs-n = Scheme { $n }
appel-zone = Where
appel-zone-hint = Communes or territories, one a line. Leave empty for a call without limits.
appel-dates = Dates
appel-dates-hint = Leave empty a date that nobody knows yet.
appel-dates-wrong = “{ $late }” cannot come before “{ $early }”.
appel-jour-annonce = Announcement
appel-jour-ouverture = Opening
appel-jour-questions = Questions until
appel-jour-cloture = Closing
appel-jour-examen = Review of answers
appel-jour-comite = Committee
appel-jour-decision = Decision
appel-jour-notification = Answer to applicants
appel-jour-recours = Appeal until
appel-heure-cloture = Hour of closing
appel-heure-cloture-hint = Paris time. Without an hour, the whole day counts.
appel-heure-wrong = This hour does not exist on that day: write for instance 12:00.
appel-avenant = What changes
appel-avenant-hint = One may answer already: say what changes. Everybody will read it, with today’s date.

## The desk

appel-new = Follow a call
appel-new-lead = For a call that is held elsewhere, or that is answered here on a form. Nobody else sees it until you publish it.
appel-create = Save the call
appel-change = Change the call
appel-draft = Draft: only the members of the body see this call.
appel-publish = Publish the call
appel-publish-hint = Everybody will see it, and organisations that are concerned will say what they mean to do.
appel-archive = Follow this call no more
appel-archive-hint = Everybody still sees it, among calls that are over.
appel-timetable = Our timetable
appel-timetable-none = No step is planned.
appel-step-new = Plan a step
appel-step-add = Add the step
appel-step-due = by { $date }
appel-step-done = done on { $date }
appel-step-late = late
appel-step-remove = Remove the step
appel-step-remove-this = Remove the step: { $name }
appel-step-settle = It is done
appel-step-settle-this = It is done: { $name }
appel-etape-quoi = What is to be done
appel-etape-qui = Who does it
appel-etape-qui-hint = The name of an organisation.
appel-etape-avant = By
appel-etape-missing = Write what is to be done.
appel-etape-gone = This step is there no more.
appel-note = Joint note
appel-note-of = Joint note: { $title }
appel-note-lead = The members of the body write this note together. Nobody else reads it.
appel-note-clash = Somebody saved another text meanwhile. Both are here: take what is missing, then save.
appel-proofs = Proofs of submission
appel-proofs-of = Proofs of submission: { $title }
appel-proofs-lead = An acknowledgement, a page that was kept: what shows that an answer left in time. Only the members of the body read them.
appel-proofs-none = No proof yet.
appel-proof-new = Add a proof
appel-proof-add = Add the proof
appel-proof-about = { $name }, put here on { $when }
appel-preuve-structure = Organisation that answered
appel-preuve-fichier = File
appel-preuve-fichier-hint = PDF, picture or document, 25 MB at most.

## Positions

appel-positions = Positions of organisations
appel-positions-lead = Only the members of the body and the levels above read this table. Everybody reads a number, from three organisations on.
appel-positions-none = No organisation has said yet what it means to do.
appel-positions-own = Your positions
appel-structure = Organisation
appel-position = Position
appel-position-porter = Carry
appel-position-porter-hint = Your organisation sends an answer, alone or for several.
appel-position-participer = Take part
appel-position-participer-hint = Your organisation takes part in the answer of another.
appel-position-ni-lun-ni-lautre = Neither
appel-position-ni-lun-ni-lautre-hint = Your organisation does not answer. It is sent no reminder.
appel-position-none = No position yet
appel-position-take = What you mean to do
appel-position-do = Save the position
appel-position-missing = Choose a position.
appel-position-mots = More words
appel-position-mots-hint = Not required.
appel-fonction = Function of whoever takes the position
appel-fonction-hint = For instance: general management, chair. No name.
appel-fonction-wrong = Write a function, in { $n } characters at most.
appel-quand = When

## What cannot be

appel-wrong-state = The call is no longer there: somebody moved it on meanwhile.
appel-wrong-unsaid = One may answer this call already: say what changes.
appel-wrong-early = The date cannot be before { $date }.
appel-wrong-late = This call is closed: positions change no more.
appel-wrong-concerned = This call does not concern your organisation.
appel-wrong-full = The timetable has { $n } steps already.

note-appel-created = The call is saved. You may publish it now.
note-appel-saved = It is saved.
note-appel-published = The call is published.
note-appel-archived = The call is followed no more.
note-appel-position-taken = Your position is saved. You may change it until the call closes.

mail-call-closes-subject = Closes in { $left }: { $title }
mail-call-closes-text = The call “{ $title }” closes on { $date } at { $time }, Paris time. The answer is sent to the organiser.
mail-call-closes-action = See the call
mail-call-closes-why = You receive this message because this call concerns an organisation or a body that you answer for.
mail-name-call-closes = Call that closes
mail-call-closes-here = The call “{ $title }” closes on { $date } at { $time }, Paris time. The application is filled in and sent here, in Portulan.
mail-call-amended-subject = The call has changed: { $title }
mail-call-amended-text = The call “{ $title }”, which you have begun to answer, has changed. What you have already written is kept.
mail-call-amended-quote = What changes:
mail-call-amended-action = See the call
mail-call-amended-why = You receive this message because your organisation has an application to this call.
mail-name-call-amended = Call that changes
mail-call-decided-subject = Answer to your application: { $title }
mail-call-decided-text = The applications to the call “{ $title }” have been examined. The letter that says what was decided on yours, and why, waits for you in Portulan.
mail-call-decided-action = Read the letter
mail-call-decided-why = You receive this message because your organisation applied to this call.
mail-name-call-decided = Answer to an application
fusion-kind-call-file = { $n ->
    [one] What one call for applications keeps will name it: positions, steps, proofs.
   *[other] What { $n } calls for applications keep will name it: positions, steps, proofs.
}
levels-calls = Calls under way
harmony-calls = Calls under way
harmony-calls-why = These calls concern your communes. Say who carries an answer, and who takes part in it.
harmony-calls-settled = No call under way concerns your communes.
harmony-calls-one = “{ $title }”.
harmony-step-call = See the call
