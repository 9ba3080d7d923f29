# Brouillon : à relire par une personne de langue bretonne.

sheet-title = Fichenn : { $name }
sheet-tools = Ostilhoù ar fichenn
sheet-large = Lizherennoù bras
sheet-normal = Lizherennoù boas
sheet-no-phone = N'eo ket bet roet ar pellgomz
sheet-help = Pegoulz e vezit skoazellet
sheet-hours = Eurioù digeriñ
sheet-no-hours = N'eo ket bet roet an eurioù.
sheet-services = Ar pezh a gavit eno
sheet-valid = Talvoudus betek { $date }.
sheet-call = Goude an deiziad-se, gwiriit an eurioù :
