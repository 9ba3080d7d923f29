## Committees

meetings-committees-of = Committees: { $name }
meetings-committees-lead = A committee meets at its own pace. A meeting may be that of a committee, or of all members.
meetings-committees-none = No committee yet.
meetings-committees-over = Committees that ended
meetings-committee-new = Create a committee
meetings-committee-create = Create the committee
meetings-committee-over = This committee ended on { $date }.
meetings-committee-end = End this committee
meetings-committee-end-do = End the committee
meetings-kind-strategique = Strategic: it decides
meetings-kind-technique = Technical: it prepares and follows
meetings-kind-consultatif = Advisory: it gives its opinion
meetings-kind-autre = Other
comite-nom = Name of the committee
comite-type = What it is for
comite-rythme = It meets
comite-debut = Since
comite-terme = Until
comite-terme-hint = Leave empty if no end is planned.
comite-fin = Last day

## Meetings

meetings-title = Meetings
meetings-of = Meetings: { $name }
meetings-ahead = To come
meetings-ahead-none = No meeting is planned.
meetings-past = Past
meetings-past-none = No meeting has taken place.
meetings-late = “{ $name }” should have met by { $due }. No meeting is planned.
meetings-late-next = “{ $name }” should have met by { $due }. Its next meeting is on { $next }.
meetings-plan = Plan a meeting
meetings-plan-do = Plan the meeting
meetings-no-committee = All members
meetings-public = Everybody may see it
meetings-public-hint = Its day, its agenda and, once approved, its minutes. Never who was there.
seance-titre = Title
seance-jour = Planned day
seance-comite = Who meets
seance-publique = Visible
meetings-state-prevue = planned
meetings-state-convoquee = members asked to come
meetings-state-tenue = took place
meetings-state-approuvee = minutes approved
meetings-state-annulee = cancelled
meetings-told-prevue = This meeting is planned. Members have not been asked to come yet.
meetings-told-convoquee = Members have been asked to come.
meetings-told-tenue = This meeting took place.
meetings-told-approuvee = This meeting took place and its minutes are approved.
meetings-told-annulee = This meeting is cancelled.
meetings-when = { $date }, from { $from } to { $to }
meetings-fact-when = When
meetings-fact-where = Where
meetings-fact-committee = Committee
meetings-fact-shown = Who may see it
meetings-fact-sent = Convocation sent
meetings-fact-reason = Reason
meetings-shown-public = everybody
meetings-shown-members = members
meetings-calendar = Add to a calendar (.ics file)
meetings-calendar-of = Add “{ $title }” to a calendar
meetings-describe = Change the title, the committee or who may see it
meetings-other = Other changes

## Agenda

meetings-agenda = Agenda
meetings-agenda-none = The agenda is not written yet.
meetings-agenda-write = Write the agenda
meetings-agenda-hint = Change a number to move a point. Clear a title to take away the point and its documents. Empty lines come back once it is saved.
meetings-agenda-save = Save the agenda
meetings-point = Point { $n }
meetings-point-named = { $n }. { $title }
meetings-point-order = Number
meetings-point-title = Title of the point
meetings-point-minutes = Duration, in minutes
meetings-minutes = { $n } min
meetings-document-add = Attach a document
meetings-document-point = For which point
meetings-document-file = File
meetings-document-hint = PDF, OpenDocument, Word, Excel, PowerPoint, PNG or JPEG, 25 MB at most. Only members read it.
meetings-document-remove = Take { $name } away
meetings-document-remove-short = Take away

## Convocation

meetings-convene = Ask members to come
meetings-convene-do = Send the convocation
meetings-convene-again = Ask members again
meetings-convene-again-do = Send a new convocation
meetings-convene-note = Each member receives an e-mail with the agenda and a file for their calendar.
meetings-convene-past = The planned day has passed. If the hour that you give has passed, no e-mail leaves.
meetings-unreached = { $n ->
    [one] This member has no known address and must be told otherwise: { $names }.
   *[other] These members have no known address and must be told otherwise: { $names }.
}
convoc-jour = Day
convoc-debut = Begins at
convoc-fin = Ends at
convoc-lieu = Place of the directory
convoc-lieu-hint = Its name or the address of its page. Leave empty if the meeting is elsewhere.
convoc-salle = Room, address or link
meetings-cancel = Cancel this meeting
meetings-cancel-note = Members who were asked to come are told by e-mail.
meetings-cancel-do = Cancel the meeting
annulation-motif = Reason

## Attendance

meetings-attendance = Attendance
meetings-attendance-again = Set the attendance right
meetings-attendance-hint = Say what each member was. Without an answer, it is noted absent. A member who is present bears one proxy.
meetings-attendance-save = Save the attendance
meetings-presence = Presence
meetings-presence-of = Presence: { $name }
meetings-proxy = Proxy given to
meetings-proxy-of = Proxy given by { $name } to
meetings-proxy-none = Nobody
meetings-was-present = Present
meetings-was-represente = Represented
meetings-was-represente-by = Represented by { $name }
meetings-was-excuse = Excused
meetings-was-absent = Absent
meetings-voices = { $n ->
    [0] No member present or represented.
    [one] One member present or represented.
   *[other] { $n } members present or represented.
}

## Refusals

meetings-wrong-missing = This field is needed.
meetings-wrong-state = The meeting has moved on and does not allow this any more. This is where it stands.
meetings-wrong-moved = Somebody changed this meanwhile. Open the page again to see what is saved, then make your change again.
meetings-wrong-member = One of these organisations was no member on that day.
meetings-wrong-bearer = The organisation that bears this proxy is not noted present.
meetings-wrong-proxies = This organisation bears another proxy already.
meetings-wrong-proxy-missing = Choose who bears the proxy.
meetings-wrong-proxy-other = A proxy goes with “Represented”: change the presence, or choose “Nobody”.
meetings-wrong-backwards = The end comes before the beginning.
meetings-wrong-early = The hour of the meeting has not come yet.
meetings-wrong-committee = This committee does not exist on that day in this body.
meetings-wrong-place = This place is not known.
meetings-wrong-point = This point is no more on the agenda.
meetings-wrong-number = Write a whole number.
meetings-wrong-hour = Write an hour, for example 14:30.
meetings-wrong-where = Say where: a place of the directory, a room, an address or a link.
meetings-wrong-file = Choose a file.

## Notes

note-meetings-saved = It is saved.
note-meetings-planned = The meeting is planned.
note-meetings-convened = Members have been asked to come.
note-meetings-cancelled = The meeting is cancelled.
note-meetings-held = The attendance is saved.
