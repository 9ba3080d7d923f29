# One place.

place-call = Call { $phone }
place-book = Book an appointment
place-sheet = Sheet to print
place-sessions = When someone helps you
place-no-sessions = The days when someone helps you are not given. Call before you come.
place-session = Session
place-now = Right now, until { $time }
place-next = Next time: { $moment }
session-phone = by phone
session-roving = on tour
session-walk-in = no appointment needed
session-appointment = by appointment
session-seats = { $n ->
    [one] { $n } seat
   *[other] { $n } seats
}
place-services = What you find there
place-fees = Price
place-access = How to come
place-support = Kind of help
place-publics = For whom
place-everybody = everybody
place-care = Adapted welcome
place-mobility = On site or touring
place-programmes = Programmes
place-labels = Trainings and labels
place-parent = Organisation
place-hours = Opening hours of the place
place-this-week = This week
place-today = (today)
place-holiday = { $hours } (public holiday)
place-maybe = { $hours } (to be confirmed)
place-hours-vary = These hours change over the year: they are those of this week.
place-no-hours = Hours not given: call before you come.
place-way = directions
place-map-title = Map: { $name }
place-accessibility = Access for disabled people: the record of Acceslibre
place-contact = Contact
place-networks = Networks
place-address = Address:
place-source = Where this record comes from
place-json = same data for programs
place-wrong = A mistake?
place-tell = Tell the team
gone-text = Its source has not listed this place since { $date }.
gone-what-to-do = It may have closed or moved. Call before you come, or look for another place nearby.
gone-around = Find another place in the same town
