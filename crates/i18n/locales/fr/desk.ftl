# Behind the operator's session: sources, runs, reports, duplicates, the story of a place.

desk-nav = Exploitation
desk-state = État
desk-next = Page suivante
desk-end = Il n'y a plus rien après.
desk-save = Enregistrer
desk-cancel = Annuler
desk-nothing = rien
desk-instant = { $date } à { $time }
desk-percent = { $n } %
desk-sessions = { $n ->
    [one] { $n } permanence
   *[other] { $n } permanences
}
form-faults = { $n ->
    [one] Une réponse est à corriger. Rien n'est enregistré, et ce que vous avez écrit est gardé.
   *[other] { $n } réponses sont à corriger. Rien n'est enregistré, et ce que vous avez écrit est gardé.
}

## What was just done

note-source-added = La source est enregistrée. Donnez-lui un premier fichier.
note-source-changed = Les réglages sont enregistrés. Ils serviront au prochain moissonnage.
note-source-forgotten = La source est oubliée. Ses lieux et ses moissonnages restent.
note-run-at-work = Un moissonnage de cette source est déjà en cours : le voici. Rien n'a été commencé en double.
note-run-approved = Le moissonnage est accepté : les lieux sont à jour.
note-run-approving = C'est noté : les lieux sont en train d'être écrits.
note-run-abandoned = Le moissonnage est laissé de côté : aucun lieu n'a changé.
note-pair-same = C'est noté : un seul lieu. Les deux fiches sont réunies, et l'historique permet de les séparer.
note-pair-different = C'est noté : deux lieux. La question ne sera plus posée.
note-pair-hosted = C'est noté : l'un est logé chez l'autre. La question ne sera plus posée.
note-pair-moved = C'est noté : le lieu a déménagé. L'ancienne adresse mène à la nouvelle.
note-already-decided = C'était déjà fait. Rien n'a été fait en double.
note-merge-undone = La fusion est défaite : chaque fiche est comme avant.
note-place-split = La fiche est séparée des autres, et ne sera plus réunie sans vous.

## Sources

sources-title = Sources
sources-lead = Les listes de lieux que d'autres tiennent, et que ce site reprend.
sources-none = Aucune source pour le moment. Ajoutez-en une : un fichier de votre réseau, ou une adresse de données ouvertes.
source-new-title = Ajouter une source
source-edit-title = Modifier la source
source-edit = Modifier les réglages
source-settings = Réglages
source-name = Nom
source-name-hint = Comme vous l'appelez : « Conseillers numériques d'Ille-et-Vilaine ».
source-name-missing = Donnez un nom à la source.
source-slug = Identifiant (facultatif)
source-slug-hint = Lettres sans accent, chiffres et tirets. Il ne changera plus. S'il est vide, il est fait d'après le nom.
source-slug-wrong = Écrivez un identifiant en minuscules sans accent, avec des tirets : conseillers-numeriques-35.
source-slug-taken = « { $slug } » est déjà pris : choisissez un autre identifiant.
source-from = D'où vient la liste
source-kind-fichier = Un fichier que je donne
source-kind-adresse = Une adresse sur le web
source-address = Adresse de la liste
source-address-hint = Seulement pour une liste sur le web : elle commence par https://
source-address-unused = Vous avez écrit une adresse : choisissez « Une adresse sur le web », ou videz ce champ.
source-address-wrong = Écrivez une adresse complète, par exemple https://www.data.gouv.fr/liste.csv
source-schedule-unknown = Choisissez un rythme de la liste.
source-schedule-unused = Un rythme ne sert que pour une liste sur le web. Choisissez « Une adresse sur le web », ou « À la demande ».
source-schedule = Rythme
source-schedule-hint = Pour une liste sur le web : quand la relever sans que personne ne le demande.
schedule-aucune = À la demande
schedule-quotidienne = Chaque jour
schedule-hebdomadaire = Chaque semaine
source-level = Niveau responsable
source-level-hint = Un territoire : « Ille-et-Vilaine », « Rennes Métropole » ou departement-35.
source-level-unknown = Ce territoire n'est pas connu. Écrivez son nom exact, ou une forme comme departement-35.
source-level-several = Plusieurs territoires portent ce nom. Écrivez une forme comme commune-35238.
source-licence = Licence
source-licence-missing = Dites sous quelle licence la liste est publiée.
source-trust = Confiance
source-trust-hint = De 0 à 100. Quand deux sources se contredisent, la plus sûre l'emporte. 50 : comme les autres.
source-limit = Part qui peut changer
source-limit-hint = De 0 à 100. Si un moissonnage change ou retire plus de lieux que cette part, il attend votre accord.
source-percent-wrong = Écrivez un nombre entier de 0 à 100.
source-mapping = Correspondance
source-mapping-hint = Vide pour un fichier au schéma national. Sinon, quelle colonne donne quel champ : une correspondance de Portulan, ou un fichier de la chaîne nationale tel quel.
mapping-none = Aucune : le fichier est d'une forme connue
mapping-national = De la chaîne nationale
mapping-portulan = De Portulan
source-last-run = Dernier moissonnage
source-no-run = Aucun moissonnage pour le moment.
source-runs = Derniers moissonnages
source-harvest = Moissonner
source-fetch-text = La liste est relevée à son adresse, puis comparée à la précédente.
source-fetch = Relever la liste maintenant
source-file-instead = Vous pouvez aussi donner un fichier.
source-file = Fichier de la liste
source-file-hint = CSV, JSON, GeoJSON, XLSX ou ODS, même compressé (gz), jusqu'à 2 Go.
source-harvest-file = Moissonner ce fichier
source-propose = Proposer une correspondance
source-propose-text = Donnez la liste, ou ses premières lignes : Portulan propose quelle colonne donne quel champ. Vous relisez et corrigez avant d'enregistrer.
source-sample = Fichier d'exemple
source-propose-action = Proposer
source-not-proposed = Aucune proposition : { $why }.
source-proposed = Voici une proposition, à relire. Rien n'est enregistré avant que vous ne le demandiez.
source-notices = La correspondance a des points à regarder
source-notice = { $path } « { $value } » : { $kind }
source-more-notices = … et { $n } autres.
source-forget = Oublier cette source
source-forget-text = Les réglages sont effacés. Les lieux, leurs dates et les moissonnages restent.
source-forget-action = Oublier la source
upload-missing = Choisissez un fichier qui n'est pas vide.
upload-cut = Le fichier n'est pas arrivé en entier. Rien n'a été commencé : envoyez-le de nouveau.
upload-too-large = Le fichier dépasse 2 Go. Rien n'a été commencé : coupez-le en plusieurs parties, ou compressez-le (gz).
upload-disk = Le serveur n'a pas pu garder le fichier : son disque est peut-être plein. Rien n'a été commencé.

## Runs

runs-title = Moissonnages
runs-none = Aucun moissonnage pour le moment. Choisissez une source et donnez-lui un fichier.
run-title = { $source }, { $date }
run-when = Date
run-source = Source
run-state = État
run-what = Résultat
run-running = En cours
run-done = Terminé
run-quarantined = En attente d'accord
run-failed = Échoué
run-nothing-new = Rien de nouveau
run-approved = Accepté
run-abandoned = Laissé de côté
run-phase-fetching = le fichier arrive
run-phase-reading = { $rows ->
    [one] { $rows } ligne lue
   *[other] { $rows } lignes lues
}
run-phase-comparing = comparaison avec le moissonnage précédent
run-phase-writing = écriture des lieux
run-phase-linking = recherche des doublons
run-summary = { $created ->
    [one] { $created } nouveau lieu
   *[other] { $created } nouveaux lieux
}, { $updated ->
    [one] { $updated } changé
   *[other] { $updated } changés
}, { $gone ->
    [one] { $gone } retiré
   *[other] { $gone } retirés
}
run-nothing-new-text = C'est le même fichier que la dernière fois.
run-failed-fetch = La liste n'a pas pu être relevée.
run-failed-file = Le fichier n'a pas pu être lu.
run-failed-interrupted = Le programme s'est arrêté avant la fin.
run-failed-internal = Une erreur est survenue de notre côté.
run-failed-why = Ce qui s'est passé : { $why }.
run-failed-interrupted-text = Le programme s'est arrêté avant la fin. Recommencez.
run-failed-internal-text = Une erreur est survenue de notre côté ({ $detail }). Recommencez ; si cela dure, prévenez l'équipe.
run-failed-kept = Aucun lieu n'a changé.
run-again = Actualiser
run-working-text = Vous pouvez quitter cette page : le moissonnage continue.
run-quarantined-title = Votre accord est nécessaire
run-quarantined-text = Ce moissonnage changerait { $updated ->
    [one] { $updated } lieu
   *[other] { $updated } lieux
} et en retirerait { $gone }, sur { $before } connus : c'est plus que la part permise. Rien n'a été changé.
run-reason = Pourquoi (facultatif)
run-approve = Accepter ces changements
run-abandon = Laisser de côté
run-verdict = Motif : { $reason }
run-rows = { $n ->
    [one] ligne lue
   *[other] lignes lues
}
run-created = { $n ->
    [one] nouveau lieu
   *[other] nouveaux lieux
}
run-updated = { $n ->
    [one] lieu changé
   *[other] lieux changés
}
run-unchanged = { $n ->
    [one] lieu inchangé
   *[other] lieux inchangés
}
run-gone = { $n ->
    [one] lieu retiré de la liste
   *[other] lieux retirés de la liste
}
run-rejected = { $n ->
    [one] ligne sans lieu
   *[other] lignes sans lieu
}
run-held = { $n ->
    [one] correction gardée contre la source
   *[other] corrections gardées contre la source
}
run-merged = { $n ->
    [one] doublon réuni
   *[other] doublons réunis
}
run-to-review = { $n ->
    [one] paire à examiner
   *[other] paires à examiner
}
run-queue = { $n ->
    [one] Examiner { $n } paire de lieux
   *[other] Examiner { $n } paires de lieux
}
run-rules = Ce qui a été fait des valeurs

## Report and differences

report-title = Rapport ligne par ligne
report-run = Le moissonnage
report-severities = Quelles lignes montrer
report-all = Tout
severity-refused = Refusé
severity-lost = Valeur écartée
severity-doubt = À vérifier
severity-fixed = Corrigé
severity-info = Pour information
report-none = Aucune ligne de ce genre.
report-row = Ligne
report-field = Champ
report-raw = Dans la liste
report-result = Valeur retenue
report-why = Pourquoi
report-corrections = Corrections pour le producteur (CSV)
report-corrections-about = à envoyer à qui tient la liste : chaque valeur à corriger, et pourquoi
differences-title = Ce qui change
differences-none = Rien ne change par rapport au moissonnage précédent.
difference-new = Nouveau
difference-gone = Retiré
difference-changed = Changé
difference-before = Avant
difference-after = Après

## Duplicates

queue-title = Doublons
queue-lead = Des fiches qui parlent peut-être du même lieu. Les réponses les plus utiles viennent d'abord.
queue-territory = Territoire (facultatif)
queue-yours = Vos territoires
queue-show = Montrer
queue-total = { $n ->
    [0] Aucune paire à examiner
    [one] { $n } paire à examiner
   *[other] { $n } paires à examiner
}
queue-none = Rien n'attend ici. De nouvelles paires viendront avec les prochains moissonnages.
queue-a = Une fiche
queue-b = L'autre
queue-likeness = Ressemblance
queue-compare-these = Comparer : { $name }
likeness-almost-sure = Presque sûrement le même lieu ({ $percent } %)
likeness-likely = Sans doute le même lieu ({ $percent } %)
likeness-possible = Peut-être le même lieu ({ $percent } %)
likeness-unlikely = Sans doute deux lieux ({ $percent } %)
pair-title = Est-ce le même lieu ?
pair-together = Ce qui fait penser à un seul lieu
pair-apart = Ce qui fait penser à deux lieux
pair-nothing = Rien.
pair-differs = différent
pair-fields = Les deux fiches, champ par champ
pair-question = Votre réponse
pair-same = C'est le même lieu
pair-different = Ce n'est pas le même lieu
pair-later = Passer à la suite
pair-else = C'est autre chose : l'un est logé chez l'autre, ou le lieu a déménagé
pair-a-hosts = B est logé chez A
pair-b-hosts = A est logé chez B
pair-since = Date du déménagement (si elle est connue)
pair-to-a = Le lieu a déménagé : A est la nouvelle adresse
pair-to-b = Le lieu a déménagé : B est la nouvelle adresse
pair-keys = Au clavier, dans cette partie de la page : M (même lieu), D (différents), P (passer), A ou B (logé chez).
decided-same-person = Décidé le { $date } : c'est le même lieu.
decided-same-machine = Réunis automatiquement le { $date } : c'est le même lieu.
decided-different-person = Décidé le { $date } : ce sont deux lieux.
decided-different-machine = Séparés automatiquement le { $date } : ce sont deux lieux.
decided-hosted-person = Décidé le { $date } : « { $name } » loge l'autre.
decided-hosted-machine = Noté automatiquement le { $date } : « { $name } » loge l'autre.
decided-moved-person = Décidé le { $date } : le lieu a déménagé, « { $name } » est la nouvelle adresse.
decided-moved-machine = Noté automatiquement le { $date } : le lieu a déménagé, « { $name } » est la nouvelle adresse.

## The story of a place

story-find-title = Historique d'un lieu
story-find-lead = Ce que chaque champ a été, d'où cela vient, et avec quelles fiches le lieu a été réuni.
story-find-label = Nom du lieu, ou son adresse sur ce site
story-find-cut = Seuls les { $n } premiers sont montrés : précisez le nom.
story-find-none = Aucun lieu ne porte ce nom.
story-link = historique
story-public = Voir la page publique
story-merges = Fiches réunies
story-no-merge = Ce lieu vient d'une seule fiche.
story-merge-active = Réunies le { $date } ({ $by })
story-merge-superseded = Réunies le { $date } ({ $by }), puis reprises dans un autre groupe
story-merge-undone = Réunies le { $date } ({ $by }), puis séparées
story-survivor = fiche principale : la page garde son lien
story-split = Séparer des autres
story-split-this = Séparer des autres : { $name }
story-undo = Défaire cette fusion
story-history = Changements, champ par champ
story-no-history = Aucun changement noté.
story-created = Fiche créée le { $date } ({ $by }), avec { $n } champs remplis.
story-when = Quand
story-older = Changements plus anciens
story-latest = Revenir aux derniers changements
story-behalf = { $by }, pour { $behalf }
story-erased = Le { $date } ({ $by }) : cette ligne parlait d'une personne, ses données ont été effacées.
story-withheld = Le { $date } ({ $by }) : cette ligne parle d'une personne, vous ne pouvez pas la lire ici.
author-operator = exploitation
author-person = une personne qui a un compte
author-job = programme
author-linkage = rapprochement automatique
author-harvest = moissonnage automatique
author-demo = démonstration

## Fields of a place

place-field-nom = Nom
place-field-pivot = SIRET, RNA ou RIDET
place-field-adresse = Adresse
place-field-position = Position
place-field-typologie = Genre de structure
place-field-contact = Contact
place-field-horaires = Horaires
place-field-presentation = Présentation
place-field-itinerance = Sur place ou en tournée
place-field-structure_parente = Structure
place-field-services = Services
place-field-publics = Publics
place-field-prise_en_charge = Accueil adapté
place-field-frais = Prix
place-field-dispositifs = Programmes
place-field-labels = Formations et labels
place-field-acces = Comment venir
place-field-accompagnement = Forme de l'aide
place-field-fiche_acces_libre = Fiche Acceslibre
place-field-prise_rdv = Prise de rendez-vous
place-field-reseaux = Réseaux
place-field-permanences = Permanences

## Places that no source gives any more

gone-title = À vérifier
gone-lead = Des lieux qu'aucune source ne donne plus. Un appel suffit souvent : sont-ils toujours là ?
gone-total = { $n ->
    [0] Aucun lieu sans source
    [one] { $n } lieu sans source, dont { $waiting } à vérifier
   *[other] { $n } lieux sans source, dont { $waiting } à vérifier
}
gone-none = Tous les lieux sont donnés par au moins une source.
gone-place = Lieu
gone-since = N'est plus donné depuis
gone-question = Votre réponse
gone-open = Toujours là
gone-closed = Fermé
gone-open-this = Toujours là : { $name }
gone-closed-this = Fermé : { $name }
gone-unsay = Retirer la réponse
gone-unsay-this = Retirer la réponse : { $name }
gone-shown = Montré, à vérifier
gone-hidden = Caché, à vérifier
gone-said-open = Toujours là, a dit quelqu'un
gone-said-closed = Fermé, a dit quelqu'un
note-place-open = C'est noté : le lieu est toujours là, et il est montré.
note-place-closed = C'est noté : le lieu est fermé, et il est caché.
note-place-unsaid = C'est noté : la réponse est retirée.
