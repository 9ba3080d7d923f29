open-now = open
closed-now = closed
open-until-time = until { $time }
open-until = until { $moment }
opens-at = opens { $moment }
hours-unknown = hours unknown
hours-unknown-call = call before you go
open-wanted = open { $when }
closed-wanted = closed { $when }
unknown-wanted = hours unknown { $when }
moment-today = at { $time }
moment-day = { $day } at { $time }
hours-by-appointment = by appointment
hours-none = closed
hours-every-day = every day
hours-holidays = public holidays
hours-school-holidays = school holidays
hours-out-of-school-holidays = outside school holidays
hours-days = { $from } to { $to }
hours-group = { $days }: { $hours }
hours-group-closed = closed { $days }
hours-groups-mark = {"; "}

known-by-place = confirmed by the place { $ago }
known-by-place-old = confirmed by the place { $ago }: call before you go
known-by-source = updated { $ago }
known-by-source-old = updated { $ago }: call before you go
known-undated = date unknown: call before you go

freshness-recent = recent information
freshness-a-verifier = to be checked, call first
freshness-ancien = old information, call first
freshness-sans-date = date unknown, call first

reasons-title = Why this result?
reasons-sum = Total: { $points } points
reason-points = { $points ->
    [one] { $points } point
   *[other] { $points } points
}
reason-open = Open when you asked
reason-open-now = Open now
reason-open-unknown = Hours unknown: may be open
reason-closed = Closed when you asked
reason-distance = { $distance } away
reason-need = Meets your need: { $need }
reason-public = Welcomes in particular: { $public }
reason-for-everybody = Open to everybody
reason-free = Free
reason-fresh = Checked recently
reason-ageing = Information slightly old
reason-stale = Old information
reason-undated = Information without a date
reason-access = Access: { $access }
reason-text-match = Matches the words you typed
