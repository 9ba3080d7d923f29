# Mails: subjects, texts, frame; the log of what left; receiving no more of them.

mail-hello = Hello,
mail-until = This link can be used until { $date } at { $time }.
mail-link-help = If the link does not open, copy this address into your browser:
mail-from = Automatic message from { $site }. Replies are not read.
mail-unsubscribe = Receive no more of these requests

## One message after the other

mail-sign-in-link-subject = Your link to sign in
mail-sign-in-link-text = You asked to sign in. Open this link in the browser where you asked for it. It can be used once.
mail-sign-in-link-action = Sign in
mail-sign-in-link-why = You asked for nothing? Do nothing: without this link, nobody can enter.
mail-invitation-subject = { $by } invites you
mail-invitation-text = { $by } invites you to keep up to date, for { $organisation }, the places that help people with digital matters.
mail-invitation-text-alone = { $by } invites you to keep up to date the places that help people with digital matters.
mail-invitation-action = Accept and create my account
mail-invitation-why = You do not know this person? Do nothing: no account is created without your consent.
mail-address-changed-subject = The address of your account has changed
mail-address-changed-text = Another e-mail address takes the place of this one for your account. The next messages will go to the new address.
mail-address-changed-why = This was not you? Tell the person who runs this site at once: your account can be given back to you.
mail-password-changed-subject = Your password has changed
mail-password-changed-text = The password of your account has just been changed. The other sessions were closed.
mail-password-changed-why = This was not you? Go to the sign-in page and choose "Forgotten password", then tell the person who runs this site.
mail-recovery-subject = Choose a new password
mail-recovery-text = You said that your password is forgotten. Open this link, in the browser where you asked for it, to choose another one. It can be used once.
mail-recovery-action = Choose a password
mail-recovery-why = You asked for nothing? Do nothing: without this link, nobody can change your password.
mail-door-changed-subject = Your ways in have changed
mail-door-changed-key-added = A passkey has just been added to your account: "{ $name }". It opens your account.
mail-door-changed-key-removed = A passkey has just been removed from your account: "{ $name }". It opens nothing any more.
mail-door-changed-provider-added = An identity provider has just been added to your account: { $name }. It opens your account.
mail-door-changed-provider-removed = An identity provider has just been removed from your account: { $name }. It no longer opens your account.
mail-door-changed-action = Close all my sessions
mail-door-changed-why = Was it you? Do nothing. It was not? Close all sessions by this link, sign in again, remove in "My account" what you do not recognise, and tell the person who runs this site.
mail-new-browser-subject = Your account has just been opened on a new device
mail-new-browser-text = Somebody has just come into your account with a browser that we did not know: { $browser }, on { $date } at { $time }.
mail-new-browser-action = Close all my sessions
mail-new-browser-why = Was it you? Do nothing. It was not? Close all sessions by this link, then choose another password.
mail-proposal-received-subject = Your proposal: { $place }
mail-proposal-received-text = Thank you for what you told us about { $place }. Confirm your address so that your proposal is examined. The same link then shows you how far it is.
mail-proposal-received-action = Confirm and follow my proposal
mail-proposal-received-why = You proposed nothing? Do nothing: the proposal will not be taken under your address.
mail-proposal-answered-subject = Answer to your proposal: { $place }
mail-proposal-answered-accepted = Your proposal about { $place } is accepted. The page is up to date. Thank you!
mail-proposal-answered-partly = A part of your proposal about { $place } is accepted, and the page is up to date. The rest was not taken.
mail-proposal-answered-merged = { $place } was already known under another record. Thank you!
mail-proposal-answered-refused = Your proposal about { $place } was not taken.
mail-proposal-answered-quote = What the person who examined it says:
mail-proposal-answered-action = See my proposal
mail-proposal-answered-why = You receive this message because you left your address with your proposal.
mail-proposal-question-subject = A question about your proposal: { $place }
mail-proposal-question-text = Before we answer your proposal about { $place }, we need to know a little more.
mail-proposal-question-quote = The question:
mail-proposal-question-action = Answer
mail-proposal-question-why = You receive this message because you left your address with your proposal.
mail-campaign-digest-subject = { $n ->
    [one] Is your place still well described?
   *[other] Are your { $n } places still well described?
}
mail-campaign-digest-text = { $n ->
    [one] People find help here thanks to { $organisation }. Tell us in one click whether what is written about this place is right, or correct it. You need no account.
   *[other] People find help here thanks to { $organisation }. Tell us in one click whether what is written about these places is right, or correct it. You need no account.
}
mail-campaign-digest-action = Check
mail-campaign-digest-why = You receive this message because this address is the one for contact.
mail-campaign-reminder-subject = { $n ->
    [one] Reminder: your place waits for your answer
   *[other] Reminder: { $n } places wait for your answer
}
mail-campaign-reminder-text = { $n ->
    [one] We do not have your answer yet for { $organisation }. Without it, this place will be shown as "to be checked". One click is enough if all is right.
   *[other] We do not have your answer yet for { $organisation }. Without it, these places will be shown as "to be checked". One click is enough if all is right.
}
mail-campaign-reminder-action = Check
mail-campaign-reminder-why = You receive this message because this address is the one for contact.
mail-opinion-asked-subject = Your opinion is asked: { $title }
mail-opinion-asked-text = The governing body { $body } asks what { $organisation } thinks of “{ $title }”. You may answer until { $day }.
mail-opinion-asked-text-services = “{ $title }” asks what { $organisation } thinks of its services. You may answer until { $day }.
mail-opinion-asked-action = Read and give an opinion
mail-opinion-asked-why = You receive this message because you answer for this organisation. Sign in to reply.
mail-post-ends-subject = A post ends on { $day }: { $host }
mail-post-ends-funding = { $kind }, { $host }: the funding of this post ends on { $day }. It is time to ask for more, or to prepare its end.
mail-post-ends-contract = { $kind }, { $host }: the contract of whoever holds this post ends on { $day }. It is time to prepare what follows.
mail-post-ends-action = See the post
mail-post-ends-why = You receive this message because you manage this post. Sign in to bring it up to date.
mail-organisation-merged-subject = { $organisation } is now part of { $into }
mail-organisation-merged-text = The record “{ $organisation }” was merged into the record “{ $into }”: they are one organisation. Your role in the former has ended. If you work for “{ $into }”, ask the people who manage it for a role.
mail-organisation-merged-text-kept = The record “{ $organisation }” was merged into the record “{ $into }”: they are one organisation. You keep your role there.
mail-organisation-merged-action = See the organisation
mail-organisation-merged-why = You receive this message because you had a role in this organisation.
mail-day-link-subject = { $place }, { $day }
mail-day-link-text = This link is for the session of { $day }: { $place }. If it is full, cancelled or held by somebody else, say so in one click: everybody will see it at once.
mail-day-link-action = Say what changes that day
mail-day-link-why = You receive this message because you hold this session. If there is nothing to say, do nothing.

## Receiving no more of them

unsubscribe-title = Receive no more of these requests
unsubscribe-ask = We will send you no more e-mail to check places. Other messages, such as those of your account, go on.
unsubscribe-action = Receive no more of them
unsubscribe-done-title = Noted
unsubscribe-done = You will not receive these requests at this address any more. You can close this page.
link-forged-title = This is not the right link
link-forged = It was not made by this site, or a part of it is missing. Open it from the message that you received, without copying it.
link-expired-title = This link can no longer be used
link-expired = Its date has passed. Nothing is lost: ask for another one, or wait for the next message.

## The log of the operator

mails-title = Messages
mails-lead = The e-mails that this site sends, and what became of them. Thirty days after they left, address and content are erased.
mails-none = No message.
mails-all = All
mails-when = Written
mails-what = Message
mails-to = To
mails-state = State
mails-why = What happened
mails-blank = erased
mails-show-this = Read the message "{ $name }"
mails-tries = { $n ->
    [one] { $n } attempt
   *[other] { $n } attempts
}
mail-state-waiting = Waiting
mail-state-sent = Sent
mail-state-failed = Refused
mail-state-bounced = Unknown address
mail-state-dropped = Left aside
mail-error-expired = its link had expired
mail-error-too-old = it had waited for too long
mail-error-unsubscribed = the person wants no more of them
mail-error-unreadable = its content cannot be read
mail-error-unrendered = it cannot be put in words
mail-error-address = its address will not do
mail-shown-title = Message: { $name }
mail-shown-blank = The address and the content of this message are erased.
mail-shown-hidden = Links are hidden: they open only for the person that the message is for.
mail-shown-live = This is a demonstration: nothing is sent, and the links work here.
mail-shown-next = Next attempt
mail-shown-settled = Ended
mail-shown-subject = Subject
mail-shown-text = Text
mail-shown-html = See the version with its layout
mail-shown-back = All messages
mail-name-sign-in-link = Link to sign in
mail-name-invitation = Invitation
mail-name-address-changed = Address changed
mail-name-password-changed = Password changed
mail-name-recovery = Forgotten password
mail-name-door-changed = Ways in changed
mail-name-new-browser = New device
mail-name-proposal-received = Proposal received
mail-name-proposal-answered = Answer to a proposal
mail-name-proposal-question = Question about a proposal
mail-name-campaign-digest = Request to check
mail-name-campaign-reminder = Reminder to check
mail-name-opinion-asked = Opinion asked
mail-name-post-ends = Post that ends
mail-name-organisation-merged = Organisation merged into another
mail-name-day-link = Link of the day

mail-meeting-convened-subject = { $body }: meeting on { $date }
mail-meeting-convened-text = { $body } meets on { $date }, from { $from } to { $to }: { $title }. Place: { $place }. The attached file adds the meeting to your calendar. { $n ->
    [0] The agenda is not known yet.
   *[other] This is the agenda.
}
mail-meeting-convened-why = You receive this message because your organisation is a member of this body.
mail-meeting-moved-subject = { $body }: new convocation on { $date }
mail-meeting-moved-text = This convocation replaces the one before. { $body } meets on { $date }, from { $from } to { $to }: { $title }. Place: { $place }. The attached file updates your calendar. { $n ->
    [0] The agenda is not known yet.
   *[other] This is the agenda.
}
mail-meeting-moved-why = You receive this message because your organisation is a member of this body.
mail-meeting-cancelled-subject = { $body }: the meeting of { $date } is cancelled
mail-meeting-cancelled-text = The meeting of { $date }, from { $from } to { $to }, will not take place: { $title }. The attached file takes it out of your calendar.
mail-meeting-cancelled-quote = Reason:
mail-meeting-cancelled-why = You receive this message because your organisation is a member of this body.
