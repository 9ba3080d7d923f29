# Brouillon : à relire par une personne de langue bretonne.

poster-title = Skritell : { $name }
poster-heading = Skoazell gant an niverel : { $name }
poster-caption = Pegoulz e c'haller dont, lec'h ha lec'h
poster-place = Lec'h
poster-before = Sizhun a-raok
poster-after = Sizhun war-lerc'h
poster-empty = Lec'h ebet eus an tiriad-mañ n'en deus roet e eurioù.
poster-others = { $n ->
    [one] { $n } lec'h all war al lec'hienn :
   *[other] { $n } lec'h all war al lec'hienn :
}
poster-printed = Eurioù anavezet d'an { $date } : pellgomzit a-raok dont.
