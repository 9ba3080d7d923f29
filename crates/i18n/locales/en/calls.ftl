# Whom to call first.

calls-title = Calls
calls-lead = The places to call first: those that are often looked at, whose record may be wrong, and far from which nothing else is open.
calls-total = { $n ->
    [0] No place to call
    [one] 1 place to call
   *[other] { $n } places to call
}
calls-none = Here, all records with a telephone are sure.
calls-place = Place
calls-phone = Telephone
calls-why = Why
calls-after = After the call
calls-visits = { $n ->
    [0] not seen yet in 90 days
    [one] seen once in 90 days
   *[other] seen { $n } times in 90 days
}
calls-confirmed = { $field }: said by the place { $ago }
calls-updated = { $field }: updated { $ago }
calls-undated = { $field }: date unknown
calls-presence = The place still exists
calls-detour = next open place { $distance } away
calls-no-other = no other open place within 30 km
calls-unanswered = { $n ->
    [one] No answer on { $date }
   *[other] { $n } calls without an answer, the last one on { $date }
}
calls-right = All is right
calls-right-this = All is right: { $name }
calls-correct = To correct
calls-correct-this = Correct: { $name }
calls-silent = No answer
calls-silent-this = No answer: { $name }
calls-source = by telephone
note-call-right = Noted: the place says that all is right.
note-call-silent = Noted: this place comes after the others for 14 days.
