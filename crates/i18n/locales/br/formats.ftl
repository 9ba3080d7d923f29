# DRAFT: waits for a native reader.

format-hour = { $h }e
format-time = { $h }e{ $mm }
format-midnight = hanternoz
format-all-day = 24 eur diouzh 24
format-range = { $from }{"\u00A0"}–{"\u00A0"}{ $to }
format-first-of-month = { $d }añ
format-other-of-month = { $d }
format-day = { $d }
format-day-month = { $d } a viz { $month }
format-date-short = { $d } a viz { $month } { $year }
format-date-near = { $weekday } { $d } a viz { $month }
format-date = { $weekday } { $date }
format-date-range = eus an { $from } d'an { $to }
format-metres = { $n }{"\u00A0"}m
format-kilometres = { $n }{"\u00A0"}km
format-walk = { $n }{"\u00A0"}mun war droad
format-list = { $head } ha { $last }
unknown-distance = hed dianav

day-today = hiziv
day-tomorrow = warc'hoazh
ago-today = hiziv
ago-yesterday = dec'h
ago-days = { $n } deiz zo
ago-months = { $n } miz zo
ago-years = { $n } bloaz zo
ago-date = d'an { $date }

weekday-1 = Lun
weekday-2 = Meurzh
weekday-3 = Merc'her
weekday-4 = Yaou
weekday-5 = Gwener
weekday-6 = Sadorn
weekday-7 = Sul
weekday-short-1 = Lun
weekday-short-2 = Meu.
weekday-short-3 = Mer.
weekday-short-4 = Yaou
weekday-short-5 = Gwe.
weekday-short-6 = Sad.
weekday-short-7 = Sul

month-1 = Genver
month-2 = C'hwevrer
month-3 = Meurzh
month-4 = Ebrel
month-5 = Mae
month-6 = Mezheven
month-7 = Gouere
month-8 = Eost
month-9 = Gwengolo
month-10 = Here
month-11 = Du
month-12 = Kerzu
