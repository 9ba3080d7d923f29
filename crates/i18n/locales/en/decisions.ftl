## Minutes

minutes-title = Minutes: { $title }
minutes-way = See the minutes
minutes-past = Minutes
minutes-held-on = Meeting of { $date }.
minutes-public-lead = { $name }, { $when }. { $state }.
minutes-state-prevue = Planned
minutes-state-convoquee = Convened
minutes-state-tenue = Held
minutes-state-approuvee = Minutes approved
minutes-state-annulee = Cancelled
minutes-agenda = Agenda
minutes-texte = Minutes
minutes-texte-hint = A line that begins with # is a title. A line that begins with - is an item of a list. Two stars make words stand out: **important**.
minutes-empty = Nothing is written yet.
minutes-not-held = Minutes are written once the meeting has taken place.
minutes-not-public = The minutes are not approved yet.
minutes-see-public = See the public page of the meeting
minutes-look = See the result
minutes-preview = Preview
minutes-saved-at = Saved at { $time }.
minutes-last-saved = Last saved: { $when }.
minutes-never-saved = Nothing is saved yet.
minutes-failed = Not saved: the site does not answer. Your text is still here.
minutes-not-kept = Not saved: somebody else has just saved another text. Choose “Save” to see both.
minutes-settled = Not saved: the minutes have just been approved.
minutes-clash = Somebody else saved another text while you were writing. Both texts are here. Take into yours what is missing, then save.
minutes-standing = Text saved on { $when }
minutes-standing-hint = You can copy it.
minutes-mine = Your text
minutes-lost = Your text is not saved: the minutes have just been approved. You can copy it.
minutes-approve = Approve the minutes
minutes-approve-submit = Approve
minutes-approuve-le = Day of the approval
minutes-decision = Decision that approves them
minutes-decision-hint = Optional.
minutes-no-decision = None
minutes-sur = Confirmation
minutes-sur-oui = The text that is saved will change no more. Everybody will read those of a public meeting.
minutes-unsure = Tick the box to confirm.
minutes-wrong-day = Choose a day between the meeting and today.
minutes-wrong-empty = The minutes are empty.
minutes-wrong-moved = The text has just changed. Read it again, then approve it.
minutes-approved-on = Approved on { $date }. They change no more.
minutes-approved-by = Approved on { $date } by decision { $number }. They change no more.

## Decisions

decisions-title = Decisions
decisions-all = All
decisions-to-do = To do
decisions-late = Late
decisions-done = Done
decisions-none = No decision to show.
decisions-meetings = Meetings held
decisions-no-meeting = No meeting has taken place yet: decisions are taken at meetings.
decisions-total = { $n ->
    [0] No decision.
    [one] One decision.
   *[other] { $n } decisions.
}
decisions-late-total = { $n ->
    [one] One is late.
   *[other] { $n } are late.
}
decision-named = Decision { $number }: { $title }
decision-meeting-named = { $title }, { $date }
decision-number = Decision
decision-meeting = Meeting
decision-owner = Responsible
decision-follow-up = Follow-up
decision-publicity = Readers
decision-new = Write a decision down
decision-new-lead = It gets the next number of the year. Only members read it until it is published.
decision-take = Write the decision down
decision-reunion = Meeting
decision-titre = Decision, in one line
decision-texte = Full text
decision-texte-hint = Optional. Do not write the name of a person: the text may be published.
decision-lies = Members that it binds
decision-lies-hint = If you tick nothing, it binds all members.
decision-binds-all = All members
decision-responsable = Organisation responsible for the follow-up
decision-responsable-hint = The name of an organisation. Leave empty if there is nothing to do.
decision-echeance = To be done by
decision-echeance-hint = Optional.
decision-open = to be done
decision-due = to be done by { $date }
decision-late = late: to be done by { $date }
decision-done-on = done on { $date }
decision-private = Read by members only
decision-public-from = Published from { $date }
decision-public-since = Published since { $date }
decision-see-public = See the public page
decision-dissent = Dissent
decision-dissent-none = No dissent is written down.
decision-dissent-named = name published
decision-dissent-private = name kept among members
decision-dissent-add = Write a dissent down
decision-dissent-add-submit = Write the dissent down
decision-structure = Member
decision-mots = Its reasons
decision-mots-hint = Optional. In its own words.
decision-nommer = Publication
decision-nommer-oui = This member agrees to be named when the decision is published
decision-nommer-oui-hint = If not, the public page counts this dissent without naming it.
decision-unname = Name no more
decision-unname-this = Name { $name } no more
decision-do = Follow-up
decision-do-submit = It is done
decision-fait-le = Done on
decision-undo = Follow-up
decision-undo-submit = It is not done
decision-publish = Publication
decision-publish-submit = Publish
decision-publier-le = Publish from
decision-publier-le-hint = Everybody will read the title, the text and the dissent that members agree to publish.
decision-retract = Publication
decision-retract-submit = Take off the public page
decision-change = Change the decision
decision-change-submit = Save
decision-public-lead = { $name }, { $date }.
decision-against = { $n ->
    [one] One member did not agree.
   *[other] { $n } members did not agree.
}
decision-wrong-title = Write the decision in one line.
decision-wrong-meeting = Choose a meeting that took place.
decision-wrong-member = Choose an organisation that was a member on that day.
decision-wrong-owner = This organisation is not known.
decision-wrong-nobody = Say who is responsible, or remove the date.
decision-wrong-nothing = There is nothing to do for this decision.
decision-wrong-public = Everybody reads this decision: take it off the public page first.
decision-wrong-day = This day is not possible: it follows the decision, and nothing is done in advance.

## What was done

note-minutes-saved = The minutes are saved.
note-minutes-approved = The minutes are approved.
note-minutes-not-now = These minutes can change no more.
note-decision-taken = The decision is written down.
note-decision-saved = The decision is saved.
note-decision-contested = The dissent is written down.
note-decision-agreed = The dissent is taken away.
note-decision-unnamed = This member is named no more on the public page.
note-decision-done = It is done: the follow-up is written down.
note-decision-undone = The follow-up goes on.
note-decision-published = The decision is published.
note-decision-retracted = The decision is published no more.
note-decision-not-now = This is not possible now: see where the decision is.
