# Words of the command line.
cli-refused = Refusé : { $text }
cli-nothing-changed = Rien n'a été modifié.
cli-usage = Commande mal écrite : { $text }
cli-internal = Erreur interne : { $text }
cli-failed-check = au moins un contrôle a échoué

cli-demo-loaded = Portulan, données de démonstration : { $places } lieux ({ $created } créés, { $updated } modifiés, { $unchanged } inchangés), { $territories } territoires.
cli-ready = Prêt en { $millis } ms. À essayer :
cli-operator-link = Session d'exploitation, à ouvrir une seule fois, depuis cette machine, dans les 15 minutes :
cli-serving = Portulan : { $places } lieux, { $address }
cli-cannot-listen = impossible d'écouter sur { $address } ({ $error }) ; choisissez une autre adresse avec --listen
cli-logs-not-started = journal technique non démarré : { $error }

cli-import-totals = { $file } : { $rows } lignes, { $created } lieux créés, { $updated } modifiés, { $unchanged } inchangés, { $rejected } lignes rejetées.
cli-import-row = ligne { $row } : { $reason }
cli-import-more = … et { $count } autres (--json les donne toutes)
cli-import-noted = { $count ->
    [one] { $count } remarque sur un champ illisible, laissé de côté (--json la donne).
   *[other] { $count } remarques sur des champs illisibles, laissés de côté (--json les donne toutes).
}
cli-bad-source = --source { $text } : lettres minuscules sans accent, chiffres et tirets
cli-export-needs-folder = --format data-inclusion écrit plusieurs fichiers : donnez --out DOSSIER
cli-reference-layer = { $file } : couche « { $layer } », { $count } éléments.

cli-backup-done = Copie écrite, sommes de contrôle calculées :
cli-restore-done = Copie relue, sommes de contrôle vérifiées :
cli-migrate-done = Installation déplacée, sommes de contrôle vérifiées :
cli-copy-table = { $table } : { $rows } lignes, { $sum }

cli-smtp-url = --smtp-url n'est pas l'adresse d'un serveur de courriel : écrivez smtp://serveur:587 ou smtps://serveur:465
cli-smtp-login-in-url = pas de mot de passe dans --smtp-url : donnez PORTULAN_SMTP_USER et PORTULAN_SMTP_PASSWORD_FILE
cli-smtp-login-in-clear = un mot de passe ne part jamais sans TLS : retirez ?tls=none, ou le mot de passe
cli-smtp-from = --mail-from n'est pas une adresse : écrivez un nom et une adresse, ou une adresse seule
cli-smtp-tls = TLS ne peut pas être préparé pour le serveur de courriel
cli-smtp-half-login = donnez PORTULAN_SMTP_USER et un mot de passe (PORTULAN_SMTP_PASSWORD_FILE ou PORTULAN_SMTP_PASSWORD), ou aucun des deux
cli-smtp-password-file = le mot de passe du courriel ne peut pas être lu dans { $file } : { $error }
doctor-good = bon
doctor-doubtful = à regarder
doctor-wrong = à réparer
doctor-database = base de données ({ $value })
doctor-database-advice = relisez une copie avec « portulan restore » dans un dossier neuf
doctor-schema = version du schéma : { $value }
doctor-schema-advice = relancez la commande : la base se met à jour à l'ouverture
doctor-journal = journal protégé contre toute modification, { $value } lignes
doctor-journal-advice = les protections du journal ont été retirées : relisez une copie
doctor-seals = journal scellé et relu, { $value } lignes
doctor-seals-advice = le journal a été modifié : « portulan journal verify » dit quel lot
doctor-secret = clé secrète en place, lisible par ce programme seul
doctor-secret-missing = pas de clé secrète : aucun lien ne peut être signé
doctor-secret-missing-advice = lancez « portulan serve » une fois, ou donnez le fichier que tous les nœuds partagent avec PORTULAN_SECRET_FILE
doctor-secret-open = la clé secrète peut être lue par d'autres comptes de cette machine
doctor-secret-open-advice = retirez-leur ce droit : chmod 600 sur le fichier de la clé
doctor-territories = { $value } territoires de référence
doctor-territories-advice = ce programme a été construit sans sa table des communes : réinstallez-le
doctor-places = { $value } lieux
doctor-places-advice = importez une liste avec « portulan import » ou essayez « portulan demo »
doctor-communes = { $value } lieux sans commune reconnue
doctor-communes-advice = complétez le code INSEE ou le code postal dans le fichier d'origine, puis importez-le à nouveau
doctor-positions = { $value } lieux sans coordonnées
doctor-positions-advice = importez des adresses avec « portulan reference import », ou complétez le fichier d'origine
doctor-hours = { $value } lieux dont les horaires n'ont pas pu être lus
doctor-hours-advice = écrivez ces horaires au format opening_hours d'OpenStreetMap dans le fichier d'origine

refusal-not-found = introuvable : { $what }
refusal-conflict = déjà là, ou contradictoire : { $what }
refusal-forbidden = il faut les droits de l'exploitation
refusal-no-key = il manque la clé secrète : donnez à tous les nœuds le même fichier avec --secret-file ou PORTULAN_SECRET_FILE (64 chiffres hexadécimaux, par exemple « openssl rand -hex 32 »)
cli-key-missing = la clé secrète n'est pas dans { $file } : donnez ce fichier, ou retirez l'option
cli-key-malformed = { $file } ne contient pas une clé : il faut 64 chiffres hexadécimaux, et rien d'autre
cli-key-unreadable = la clé secrète { $file } ne peut pas être lue ni écrite : vérifiez les droits du dossier
refusal-store-not-empty = la base contient déjà des données : choisissez une base vide
refusal-store-bad-copy = ligne { $line } de la copie : { $reason }
refusal-store = base de données : { $reason }
refusal-layer = fichier de référence illisible : { $reason }
refusal-empty = le fichier est vide
refusal-too-large = le fichier dépasse { $limit } octets une fois décompressé : coupez-le en plusieurs parties
refusal-swelling = le fichier compressé grossit plus de { $ratio } fois : décompressez-le et regardez-le d'abord
refusal-not-text = ce fichier n'est pas du texte : enregistrez-le en CSV (UTF-8) ou en JSON
refusal-unknown-shape = colonnes inconnues ({ $headers }) : le schéma national commence par id,pivot,nom
refusal-unknown-document = document JSON inconnu ({ $found }) : il faut une liste d'objets aux champs du schéma national
refusal-no-list = le document n'a pas de liste sous « { $key } » ; il contient : { $found }
refusal-list-unnamed = document trop long pour y chercher la liste : nommez la propriété qui la contient
refusal-markup = c'est une page web ou du XML, pas une liste : vérifiez l'adresse, ou enregistrez la liste en CSV (UTF-8) ou en JSON
refusal-too-many-columns = la liste a { $found } colonnes, { $limit } au plus sont lues : le séparateur est-il le bon ?
refusal-workbook = ce classeur ne peut pas être lu ({ $reason }) : enregistrez la feuille en CSV (UTF-8)
refusal-workbook-too-large = le classeur dépasse { $limit } octets : enregistrez la feuille en CSV (UTF-8)
refusal-no-sheet = le classeur n'a pas de feuille « { $name } » ; il contient : { $found }
refusal-unknown-encoding = encodage inconnu : { $label } ; écrivez utf-8, windows-1252 ou macintosh
refusal-no-source = les lignes ne nomment pas leur source : donnez-en une, par exemple --source mon-reseau
refusal-read = le fichier n'a pas pu être lu jusqu'au bout : { $reason }
refusal-csv = le CSV est abîmé : { $reason }
refusal-json = le JSON est abîmé : { $reason }
row-no-name = pas de nom
row-no-commune = ni commune, ni code postal, ni code INSEE
row-no-id = pas d'identifiant
row-duplicate-id = le même identifiant se trouve plus haut dans le fichier
row-unreadable = ligne illisible : { $reason }

cli-journal-whole = Le journal est intact : { $lines } lignes scellées, en { $batches } lots.
cli-journal-broken = le journal n'est plus tel qu'il a été scellé
cli-journal-unsealed = Lignes pas encore scellées : { $n }
cli-journal-head = Empreinte du dernier lot, à garder ailleurs : { $head }
cli-journal-no-head = Rien n'est encore scellé.
cli-journal-head-missing = L'empreinte donnée n'est celle d'aucun lot : la fin du journal a été coupée ou refaite, ou ce n'est pas le même journal.
cli-journal-changed = Lot { $batch }, lignes { $first } à { $last } : une ligne ou le lot a été modifié, retiré ou ajouté.
cli-journal-unlinked = Lot { $batch }, lignes { $first } à { $last } : il ne suit pas le lot d'avant.
cli-journal-unreadable = Lot { $batch }, à partir de la ligne { $first } : il contient ce que le programme n'écrit jamais.
cli-journal-sealed = Lignes scellées : { $lines }, en { $batches } lots.
cli-journal-exported = Lignes écrites : { $n }
cli-journal-erasures = Personnes effacées dans la liste : { $n }
