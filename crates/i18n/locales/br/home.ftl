# Brouillon : à relire par une personne de langue bretonne.

skip = Mont d'an danvez
nav-main = Pennañ
nav-foot = Diwar-benn al lec'hienn-mañ
nav-crumbs = Tiriadoù tro-dro
nav-find = Kavout skoazell
nav-data = Roadennoù
nav-accessibility = Haezadusted : kevradel a-ran
nav-ecodesign = Ekoheñvel
nav-notices = Menegoù lezenn
nav-privacy = Roadennoù personel

home-title = Piv a c'hall va skoazellañ gant an niverel, tost ac'hann ?
home-lead = Paperoù, moullañ, deskiñ, dafar : al lec'hioù a skoazell e gwirionez, pa vezont digor.
home-field = Pelec'h emaoc'h, ha petra a glaskit ?
home-example = Villejean, Roazhon
home-open-now = Digor bremañ
home-free = Digoust
home-locate = Va lec'hiañ
home-needs = Petra ho peus ezhomm ?
home-situations = N'ouzoc'h ket penaos kregiñ ?
home-count = { $n ->
    [one] { $n } lec'h er roll-mañ.
   *[other] { $n } lec'h er roll-mañ.
}

when-now = bremañ
when-matin = { $day } vintin
when-apres-midi = { $day } goude kreisteiz
when-soir = { $day } noz
when-today-matin = ar mintin-mañ
when-today-apres-midi = goude kreisteiz hiziv
when-today-soir = fenoz

opening-probable = { $state }, da wiriañ
opening-call = pellgomzit a-raok
opening-basis-sessions = eurioù ar skoazell
opening-basis-building = eurioù al lec'h
