# The poster of a neighbourhood.

poster-title = Affiche : { $name }
poster-heading = Aide avec le numérique : { $name }
poster-caption = Quand on peut venir, lieu par lieu
poster-place = Lieu
poster-before = Semaine d'avant
poster-after = Semaine d'après
poster-empty = Aucun lieu de ce territoire n'a communiqué ses horaires.
poster-others = { $n ->
    [one] { $n } autre lieu sur le site :
   *[other] { $n } autres lieux sur le site :
}
poster-printed = Horaires connus le { $date } : appelez avant de venir.
