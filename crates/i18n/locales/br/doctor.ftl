# Ar pezh a lavar « portulan doctor » diwar-benn ar c'hontoù, ar marilh, ar posteloù hag an diverkadennoù.
doctor-accounts = kontoù : { $value }
doctor-accounts-advice = digorit ur gont gant « portulan user add »
doctor-operators = kontoù karget eus ar c'horvoiñ : { $value }
doctor-operators-advice = roit ar roll-se da unan bennak : « portulan user give CHOMLEC'H --role operator »
doctor-strays = rolloù pe estezioù tud hep kont : { $value }
doctor-strays-advice = kemmet eo bet an diaz hep ar program-mañ : adlennit un eilenn gant « portulan restore »
doctor-returned = kontoù tud diverket koulskoude : { $value }
doctor-returned-advice = kemmet eo bet an diaz hep ar program-mañ : diverkit ar c'hontoù-se gant « portulan user erase »
doctor-lost-keys = alc'hwezioù tud n'o deus kont ebet ken : { $value }
doctor-lost-keys-advice = lennet e c'hall bezañ ar marilh diwar o fenn c'hoazh : adlennit roll an diverkadennoù gant « portulan journal replay »
doctor-unsettled = diverkadennoù a chom o roudoù e restroù an diaz : { $value }
doctor-unsettled-advice = lezit « portulan serve » da dreiñ e-pad ur vunutenn, ha loc'hit an urzh-mañ en-dro
doctor-unsealed = linennoù ar marilh a c'hortoz bezañ siellet abaoe ouzhpenn un eurvezh : { $value }
doctor-unsealed-advice = loc'hit « portulan serve », pe « portulan journal seal »
doctor-sessions = estezioù echu abaoe ouzhpenn un devezh ha miret c'hoazh : { $value }
doctor-sessions-advice = lezit « portulan serve » da dreiñ e-pad un nebeud munutennoù : o ankouaat a ra
doctor-mails = posteloù a c'hortoz abaoe ouzhpenn un eurvezh : { $value }
doctor-mails-advice = loc'hit « portulan serve » gant --smtp-url, ha sellit ouzh ar bajenn « Kemennadennoù » eus ar c'horvoiñ
doctor-grants = rolloù roet war un dra n'eus ket anezhañ ken : { $value }
doctor-grants-advice = adkemerit anezho : « portulan user list », ha goude « portulan user take-back »
doctor-erasures = tud roll an diverkadennoù n'int ket diverket amañ : { $value }
doctor-erasures-advice = diverkit anezho en-dro : « portulan journal replay » gant ar roll-se

# Eilennoù ha diverkadennoù
cli-restore-without-list = Diwallit : kontoù a zo en eilenn-mañ, ha n'hoc'h eus roet roll diverkadennoù ebet. Distro eo an dud diverket abaoe an eilenn-mañ. Diverkit anezho en-dro gant « portulan journal replay ROLL », ha gwiriit gant « portulan doctor --erasures ROLL ».
cli-journal-replayed = Tud diverket en-dro : { $n }

# Liveoù ha gouarnañsoù
doctor-bodies = gouarnañsoù : { $value }
doctor-members = izili ar gouarnañsoù : { $value }
doctor-roadmaps = steudadoù-hent e talvoud : { $value }
doctor-meetings = emvodoù da zont : { $value }
doctor-decisions = divizoù diwezhat : { $value }
