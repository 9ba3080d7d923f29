# Brouillon : à relire par une personne de langue bretonne.

operator-title = Korvoiñ
operator-lead = Stad ar staliadur-mañ.
operator-door-title = Digeriñ an estez korvoiñ
operator-door-text = Al liamm-mañ a zigor un estez eizh eurvezh er merdeer-mañ. Ur wech hepken e talvez.
operator-door-open = Digeriñ an estez
operator-door-used = Implijet eo bet al liamm-mañ, pe kozhoc'h eo eget pemzek munutenn. Netra n'eo kollet : adlañsit ar program.
operator-files = Graet e vez an eilennoù saveteiñ gant al linenn urzh.
operator-leave = Serriñ an estez
size-kilobytes = { $n } Ko
size-megabytes = { $n } Mo
size-gigabytes = { $n } Go
error-home = Distreiñ d'an degemer
