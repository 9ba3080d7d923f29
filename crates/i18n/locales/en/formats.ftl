# How dates, times and figures are put together.

format-hour = { $hh }:00
format-time = { $hh }:{ $mm }
format-midnight = midnight
format-all-day = 24 hours
format-range = { $from }{"\u00A0"}–{"\u00A0"}{ $to }
format-first-of-month = { $d }
format-other-of-month = { $d }
format-day = { $d }
format-day-month = { $d } { $month }
format-date-short = { $d } { $month } { $year }
format-date-near = { $weekday } { $d } { $month }
format-date = { $weekday } { $date }
format-date-range = { $from } to { $to }
format-metres = { $n }{"\u00A0"}m
format-kilometres = { $n }{"\u00A0"}km
format-walk = { $n }{"\u00A0"}min on foot
format-list = { $head } and { $last }
unknown-distance = unknown distance

day-today = today
day-tomorrow = tomorrow
ago-today = today
ago-yesterday = yesterday
ago-days = { $n ->
    [one] { $n } day ago
   *[other] { $n } days ago
}
ago-months = { $n ->
    [one] { $n } month ago
   *[other] { $n } months ago
}
ago-years = { $n ->
    [one] { $n } year ago
   *[other] { $n } years ago
}
ago-date = on { $date }

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
weekday-short-1 = Mon
weekday-short-2 = Tue
weekday-short-3 = Wed
weekday-short-4 = Thu
weekday-short-5 = Fri
weekday-short-6 = Sat
weekday-short-7 = Sun

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
