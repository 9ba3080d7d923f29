# How dates, times and figures are put together. "{"\u00A0"}" keeps what must not be cut at the end of a line.

format-hour = { $h }{"\u00A0"}h
format-time = { $h }{"\u00A0"}h{"\u00A0"}{ $mm }
format-midnight = minuit
format-all-day = 24{"\u00A0"}h sur 24
format-range = { $from }{"\u00A0"}–{"\u00A0"}{ $to }
format-first-of-month = { $d }er
format-other-of-month = { $d }
format-day = { $d }
format-day-month = { $d } { $month }
format-date-short = { $d } { $month } { $year }
format-date-near = { $weekday } { $d } { $month }
format-date = { $weekday } { $date }
format-date-range = du { $from } au { $to }
format-metres = { $n }{"\u00A0"}m
format-kilometres = { $n }{"\u00A0"}km
format-walk = { $n }{"\u00A0"}min à pied
format-list = { $head } et { $last }
unknown-distance = distance inconnue

day-today = aujourd'hui
day-tomorrow = demain
ago-today = aujourd'hui
ago-yesterday = hier
ago-days = il y a { $n ->
    [one] { $n } jour
   *[other] { $n } jours
}
ago-months = il y a { $n } mois
ago-years = il y a { $n ->
    [one] { $n } an
   *[other] { $n } ans
}
ago-date = le { $date }

weekday-1 = lundi
weekday-2 = mardi
weekday-3 = mercredi
weekday-4 = jeudi
weekday-5 = vendredi
weekday-6 = samedi
weekday-7 = dimanche
weekday-short-1 = lun.
weekday-short-2 = mar.
weekday-short-3 = mer.
weekday-short-4 = jeu.
weekday-short-5 = ven.
weekday-short-6 = sam.
weekday-short-7 = dim.

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
