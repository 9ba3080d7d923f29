brand = Portulan
brand-tagline = Find digital help near you
yes = yes
no = no
not-known = not given
count-places = { $n ->
    [one] { $n } place
   *[other] { $n } places
}
search-action = Search
close-action = Close
back-action = Back
print-action = Print
see-more = See more
demonstration-notice = Demonstration data: check before you go.
draft-language-notice = This translation is a draft waiting for a reader.
language-name = English
