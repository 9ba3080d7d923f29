# Campaigns: asking the people of places whether what is known of them is still right, and the pages where they answer.

## The desk

campaigns-title = Campaigns
campaigns-lead = Ask places whether what is written about them is still right. Each organisation receives a single message, and answers in one click, without an account.
campaigns-none = No campaign yet.
campaign-name = Name
campaign-where = Where
campaign-answers = Answers
campaign-when = When
campaign-answered-of = { $answered } of { $asked }
campaign-runs-until = Running, until { $date }
campaign-over-since = Over since { $date }
campaign-closed-on = Stopped on { $date }
campaign-begun-on = Begun on { $date }
campaign-silent-title = Never answer
campaign-silent-lead = Several messages had no answer. A call or a visit will work better than one more message.
campaign-let-pass = { $n ->
    [one] { $n } campaign without an answer
   *[other] { $n } campaigns without an answer
}
campaign-new-title = New campaign
campaign-new-lead = Choose places, see who would be asked, then send. Nothing leaves before the last button.
campaign-yours = Your territories and organisations
campaign-which = Which places?
campaign-where-hint = A commune, an intercommunality, a department, a region. Leave empty for all that you answer for.
campaign-doubt = What is known of them
campaign-doubt-non-confirmes = Places that nobody has confirmed for a while
campaign-doubt-a-verifier = Places to be checked only
campaign-doubt-tous = All places
campaign-network = Network
campaign-network-all = All networks
campaign-network-unknown = This network is not known. Choose one from the list.
campaign-months = No news from the place for, in months
campaign-months-hint = For example 6. Leave empty to ignore it.
campaign-months-wrong = Write a number of months from 1 to 120, or leave it empty.
campaign-months-chosen = { $n ->
    [one] No news from the place for { $n } month
   *[other] No news from the place for { $n } months
}
campaign-how = How?
campaign-name-hint = For you to find it again: places do not see it.
campaign-name-usual = Check of { $date }
campaign-name-missing = Give the campaign a name.
campaign-last-day = Last day to answer
campaign-last-day-hint = Leave empty for { $n } days. Six months at most.
campaign-last-day-wrong = Choose a day from tomorrow on, six months away at most.
campaign-reminders = Reminders
campaign-reminders-hint = Days after the first message, for example “7, 14”. Three at most. Only those who have not answered are reminded.
campaign-reminders-wrong = Write three numbers of days at most, for example “7, 14”, or leave it empty.
campaign-reminders-chosen = Reminders after { $days } days
campaign-preview = See who would be asked
campaign-would-mails = { $n ->
    [0] Nobody would be asked
    [one] { $n } message would leave
   *[other] { $n } messages would leave
}
campaign-would-places = { $n ->
    [one] { $n } place would be checked
   *[other] { $n } places would be checked
}
campaign-would-texts = { $n ->
    [one] of which { $n } by text message: a mobile number, and no address
   *[other] of which { $n } by text message: a mobile number, and no address
}
campaign-reach-text = by text message
campaign-would-lately = { $n ->
    [one] { $n } place is left out: it was asked less than 30 days ago, or another campaign is running
   *[other] { $n } places are left out: they were asked less than 30 days ago, or another campaign is running
}
campaign-would-no-address = { $n ->
    [one] { $n } organisation or place has no e-mail address: call
   *[other] { $n } organisations or places have no e-mail address: call
}
campaign-would-refused = { $n ->
    [one] { $n } address wants no more of these messages
   *[other] { $n } addresses want no more of these messages
}
campaign-would-bouncing = { $n ->
    [one] { $n } address receives nothing: it is to be put right
   *[other] { $n } addresses receive nothing: they are to be put right
}
campaign-would-end = Answers are expected until { $date }
campaign-nobody = There is nobody to ask with these choices. Nothing has left.
campaign-send = Send
campaign-more = { $n ->
    [one] And { $n } other.
   *[other] And { $n } others.
}
campaign-who = Who is asked
campaign-who-name = Organisation or address
campaign-who-places = Places
campaign-who-reach = How
campaign-who-state = State
campaign-places = { $n ->
    [one] { $n } place
   *[other] { $n } places
}
campaign-places-answered = { $answered } of { $all }
campaign-reach-mail = by a message
campaign-state-waiting = Waiting
campaign-state-answered = Has answered
campaign-state-refused = Wants no more messages
campaign-state-bounced = Address to be put right
campaign-state-no-address = No e-mail address
campaign-reminded = { $n ->
    [0] none
   *[other] { $n }
}
campaign-figures = How far is it?
campaign-figure-asked = { $n ->
    [one] { $n } organisation or address asked
   *[other] { $n } organisations or addresses asked
}
campaign-figure-answered = { $n ->
    [one] { $n } has answered for all of its places
   *[other] { $n } have answered for all of their places
}
campaign-figure-places = { $n ->
    [one] { $n } place to be checked
   *[other] { $n } places to be checked
}
campaign-figure-right = { $n ->
    [one] { $n } place confirmed
   *[other] { $n } places confirmed
}
campaign-figure-corrected = { $n ->
    [one] { $n } place put right
   *[other] { $n } places put right
}
campaign-figure-gone = { $n ->
    [one] { $n } place that is no more: the answer is among the proposals to examine
   *[other] { $n } places that are no more: the answers are among the proposals to examine
}
campaign-figure-bounced = { $n ->
    [one] { $n } address to be put right
   *[other] { $n } addresses to be put right
}
campaign-figure-refused = { $n ->
    [one] { $n } wants no more messages
   *[other] { $n } want no more messages
}
campaign-figure-no-address = { $n ->
    [one] { $n } without an e-mail address
   *[other] { $n } without an e-mail address
}
campaign-by-hand = To be reached in another way
campaign-by-hand-lead = No message can reach them. Call, or put the address right on the page of the place.
campaign-end = Stop the campaign
campaign-end-hint = No more reminders will leave. Links already received work until the date that was announced.
note-campaign-sent = The campaign has begun. The messages are leaving.
note-campaign-sent-before = This campaign had begun already: nothing left twice.
note-campaign-closed = The campaign is stopped.
mail-error-demonstration = this is a demonstration: nothing is sent to places

## The page of the link

confirm-title = Are your places well described?
confirm-lead = This is what people read about { $name }. Tell us whether it is still right, or correct it. You need no account.
confirm-all-answered = Thank you: you have answered for { $name }. There is nothing left to do.
confirm-nothing-left = Thank you. The places of { $name } are not shown here any more: there is nothing left to check.
confirm-until = This link works until { $date }.
confirm-all = { $n ->
    [one] All is right for my place
   *[other] All is right for my { $n } places
}
confirm-right = All is right
confirm-correct = Correct
confirm-gone-ask = Is this place no more?
confirm-gone-hint = A person of the territory will check before the place is taken away.
confirm-gone = This place is no more
confirm-gone-words = Whoever receives the messages of this place says that it is no more (campaign “{ $name }”).
confirm-answered = Already answered, thank you
confirm-said-right = you said “all is right” on { $date }
confirm-said-corrected = you corrected it on { $date }
confirm-said-gone = you said that it is no more on { $date }
confirm-address = Address
confirm-hours = Opening hours
confirm-contact = Contact
confirm-services = What people find there
confirm-sessions = Sessions
confirm-not-given = Nothing is given
note-confirm-right = Thank you! It is noted, and everybody sees it already.
note-confirm-all-right = Thank you! It is noted for all of your places, and everybody sees it already.
note-confirm-corrected = Thank you! The page of the place is up to date.
note-confirm-gone = Thank you! A person of the territory will check.
note-confirm-before = You had already answered, thank you. Nothing has changed.
note-confirm-refused = It is noted: you will not receive these requests any more.
correct-title = Correct this place
correct-lead = Change what is wrong and leave the rest: what you leave is noted as right. To take something away, or for anything else, write it below.
correct-words = Anything else to say?
correct-send = Save
correct-nothing = You have changed nothing. If all is right, go back and choose “All is right”.
correct-changed = Somebody else has just changed this place. Read the fields again, then save once more.

## The command line

cli-bounce-kept = { $n ->
    [one] { $n } address receives nothing: campaigns will not write there any more.
   *[other] { $n } addresses receive nothing: campaigns will not write there any more.
}
cli-bounce-nothing = This message says nothing of an address of a campaign: it is left aside.

## Short messages

text-campaign-digest = { $n ->
    [one] { $organisation }: is your place still well described? Answer in one click: { $link }
   *[other] { $organisation }: are your { $n } places still well described? Answer in one click: { $link }
}
text-campaign-reminder = { $n ->
    [one] Reminder. { $organisation }: is your place still well described? Answer in one click: { $link }
   *[other] Reminder. { $organisation }: are your { $n } places still well described? Answer in one click: { $link }
}
mail-error-no-gateway = no service of text messages is set up
cli-sms-url = The address of the service of text messages does not fit: http://… or https://…, without a name nor a password.
