# The poster of a neighbourhood.

poster-title = Poster: { $name }
poster-heading = Digital help: { $name }
poster-caption = When you can come, place by place
poster-place = Place
poster-before = Week before
poster-after = Week after
poster-empty = No place of this area has given its hours.
poster-others = { $n ->
    [one] { $n } more place on the site:
   *[other] { $n } more places on the site:
}
poster-printed = Hours as known on { $date }: call before you come.
