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

known-confirme = confirmed by the place { $ago } ({ $date })
known-probable-place = probable: confirmed by the place { $ago } ({ $date })
known-probable-source = probable: updated { $ago } ({ $date })
known-a-verifier-place = to be checked, call first: confirmed by the place { $ago } ({ $date })
known-a-verifier-source = to be checked, call first: updated { $ago } ({ $date })
known-undated = to be checked, call first: date unknown

standing-confirme = confirmed
standing-probable = probable
standing-a-verifier = to be checked, call first

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
reason-standing-confirme = Confirmed by the place
reason-standing-probable = Probably right
reason-standing-a-verifier = To be checked
reason-access = Access: { $access }
reason-text-match = Matches the words you typed
