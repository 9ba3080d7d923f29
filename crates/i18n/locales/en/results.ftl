# The list of places.

results-place = Where?
results-need = Need
results-any-need = All needs
results-when = When?
results-any-time = Any time
results-count = { $n ->
    [one] { $n } place can help you
   *[other] { $n } places can help you
}
results-none = No place matches this search
results-open = { $n ->
    [one] { $n } place open { $when }
   *[other] { $n } places open { $when }
}
results-none-open = No place is known to be open { $when }
results-open-and-call = { $open }, { $n } to call
results-not-found-title = Place not found
results-around = Around { $place }, most useful first
results-around-fallback = Street not found: around { $place }, most useful first
results-around-you = Around you, most useful first
results-ask-place = Say where you are: the nearest places will come first.
results-understood = Understood from your words:
results-filters = Filters:
results-filter = Filter
results-apply = Apply
results-map = Show the map
results-no-map = Close the map
results-print = Print the list
results-send = Send the list
results-next = Next places
results-unknown-title = Hours unknown, call first
results-unknown-more = { $n ->
    [one] And { $n } more place whose hours are unknown.
   *[other] And { $n } more places whose hours are unknown.
}
results-elsewhere = The nearest, at another time or farther away
results-ways-on = Try:
results-any-moment = at any time
results-farther = up to 100 km away
results-without-filters = without the other filters
results-day = Another time
results-date = Day
results-part = Part of the day
part-all = all day
part-matin = morning, 08:00 – 12:00
part-apres-midi = afternoon, 12:00 – 18:00
part-soir = evening, 18:00 – 22:00
results-order = List
results-radius = Distance, in kilometres
results-sort = Order
sort-utilite = most useful first
sort-distance = nearest first
sort-nom = by name
sort-fraicheur = most up to date first
results-reason-session = Someone helps with this need here
results-reason = { $reason } ({ $points })
card-way = Directions
card-sheet = Printable sheet
chip-remove = Remove: { $label }
chip-text = “{ $text }”
chip-polygon = Drawn area

filter-frais = Price
filter-public = For whom
filter-prise_en_charge = Adapted welcome
filter-acces = How to come
filter-accompagnement = Kind of help
filter-reseau = Network
filter-label = Label
filter-dispositif = Programme
filter-itinerance = On site or touring

spot-commune = town
spot-quartier = neighbourhood
spot-epci = group of towns
spot-departement = département
spot-region = region
spot-named = known spot

map-title = { $n ->
    [one] Map of { $n } place
   *[other] Map of { $n } places
}
map-desc = { $n ->
    [0] Numbers are those of the list.
    [one] Numbers are those of the list. { $n } place has no known position.
   *[other] Numbers are those of the list. { $n } places have no known position.
}
map-you = You are here
map-open = open
map-closed = closed
map-unknown = hours unknown
map-moving = Map of the places; the same list is written below
