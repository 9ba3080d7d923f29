# Ce que « portulan doctor » dit des comptes, du journal, des courriels et des effacements.
doctor-accounts = comptes : { $value }
doctor-accounts-advice = ouvrez un compte avec « portulan user add »
doctor-operators = comptes chargés de l'exploitation : { $value }
doctor-operators-advice = donnez ce rôle à quelqu'un : « portulan user give ADRESSE --role operator »
doctor-strays = rôles ou sessions de personnes sans compte : { $value }
doctor-strays-advice = la base a été modifiée sans ce programme : relisez une copie avec « portulan restore »
doctor-returned = comptes de personnes pourtant effacées : { $value }
doctor-returned-advice = la base a été modifiée sans ce programme : effacez ces comptes avec « portulan user erase »
doctor-lost-keys = clés de personnes qui n'ont plus de compte : { $value }
doctor-lost-keys-advice = le journal peut encore être lu à leur sujet : relisez la liste des effacements avec « portulan journal replay »
doctor-unsettled = effacements dont les traces sont encore dans les fichiers de la base : { $value }
doctor-unsettled-advice = laissez « portulan serve » tourner une minute, puis relancez cette commande
doctor-unsealed = lignes du journal qui attendent leur scellé depuis plus d'une heure : { $value }
doctor-unsealed-advice = lancez « portulan serve », ou « portulan journal seal »
doctor-sessions = sessions terminées depuis plus d'un jour et encore gardées : { $value }
doctor-sessions-advice = laissez « portulan serve » tourner quelques minutes : il les oublie
doctor-mails = courriels qui attendent depuis plus d'une heure : { $value }
doctor-mails-advice = lancez « portulan serve » avec --smtp-url, et regardez la page « Messages » de l'exploitation
doctor-grants = rôles donnés sur quelque chose qui n'existe plus : { $value }
doctor-grants-advice = reprenez-les : « portulan user list », puis « portulan user take-back »
doctor-erasures = personnes de la liste des effacements qui ne sont pas effacées ici : { $value }
doctor-erasures-advice = effacez-les à nouveau : « portulan journal replay » avec cette liste

# Copies et effacements
cli-restore-without-list = Attention : cette copie contient des comptes, et vous n'avez pas donné de liste d'effacements. Les personnes effacées depuis cette copie sont revenues. Effacez-les à nouveau avec « portulan journal replay LISTE », puis vérifiez avec « portulan doctor --erasures LISTE ».
cli-journal-replayed = Personnes effacées à nouveau : { $n }

# Niveaux et gouvernances
doctor-bodies = gouvernances : { $value }
doctor-members = membres de gouvernances : { $value }
doctor-roadmaps = feuilles de route en vigueur : { $value }
doctor-meetings = réunions à venir : { $value }
doctor-decisions = décisions en retard : { $value }
