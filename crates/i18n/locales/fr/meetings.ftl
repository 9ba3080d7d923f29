## Committees

meetings-committees-of = Comités : { $name }
meetings-committees-lead = Un comité se réunit à son rythme. Une réunion peut être celle d'un comité, ou de tous les membres.
meetings-committees-none = Aucun comité pour le moment.
meetings-committees-over = Comités terminés
meetings-committee-new = Créer un comité
meetings-committee-create = Créer le comité
meetings-committee-over = Ce comité est terminé depuis le { $date }.
meetings-committee-end = Terminer ce comité
meetings-committee-end-do = Terminer le comité
meetings-kind-strategique = Stratégique : il décide
meetings-kind-technique = Technique : il prépare et suit
meetings-kind-consultatif = Consultatif : il donne son avis
meetings-kind-autre = Autre
comite-nom = Nom du comité
comite-type = À quoi il sert
comite-rythme = Il se réunit
comite-debut = Depuis le
comite-terme = Jusqu'au
comite-terme-hint = Laissez vide si aucune fin n'est prévue.
comite-fin = Dernier jour

## Meetings

meetings-title = Réunions
meetings-of = Réunions : { $name }
meetings-ahead = À venir
meetings-ahead-none = Aucune réunion n'est prévue.
meetings-past = Passées
meetings-past-none = Aucune réunion n'a eu lieu.
meetings-late = « { $name } » aurait dû se réunir avant le { $due }. Aucune réunion n'est prévue.
meetings-late-next = « { $name } » aurait dû se réunir avant le { $due }. Sa prochaine réunion est le { $next }.
meetings-plan = Prévoir une réunion
meetings-plan-do = Prévoir la réunion
meetings-no-committee = Tous les membres
meetings-public = Tout le monde peut la voir
meetings-public-hint = Son jour, son ordre du jour et, une fois approuvé, son compte-rendu. Jamais les présences.
seance-titre = Titre
seance-jour = Jour prévu
seance-comite = Qui se réunit
seance-publique = Visible
meetings-state-prevue = prévue
meetings-state-convoquee = membres convoqués
meetings-state-tenue = a eu lieu
meetings-state-approuvee = compte-rendu approuvé
meetings-state-annulee = annulée
meetings-told-prevue = Cette réunion est prévue. Les membres ne sont pas encore convoqués.
meetings-told-convoquee = Les membres sont convoqués.
meetings-told-tenue = Cette réunion a eu lieu.
meetings-told-approuvee = Cette réunion a eu lieu et son compte-rendu est approuvé.
meetings-told-annulee = Cette réunion est annulée.
meetings-when = { $date }, de { $from } à { $to }
meetings-fact-when = Quand
meetings-fact-where = Où
meetings-fact-committee = Comité
meetings-fact-shown = Qui peut la voir
meetings-fact-sent = Convocation envoyée
meetings-fact-reason = Motif
meetings-shown-public = tout le monde
meetings-shown-members = les membres
meetings-calendar = Ajouter à un agenda (fichier .ics)
meetings-calendar-of = Ajouter « { $title } » à un agenda
meetings-describe = Changer le titre, le comité ou qui peut la voir
meetings-other = Autres changements

## Agenda

meetings-agenda = Ordre du jour
meetings-agenda-none = L'ordre du jour n'est pas encore écrit.
meetings-agenda-write = Écrire l'ordre du jour
meetings-agenda-hint = Changez un numéro pour déplacer un point. Effacez un titre pour retirer le point et ses documents. Des lignes vides reviennent après l'enregistrement.
meetings-agenda-save = Enregistrer l'ordre du jour
meetings-point = Point { $n }
meetings-point-named = { $n }. { $title }
meetings-point-order = Numéro
meetings-point-title = Titre du point
meetings-point-minutes = Durée, en minutes
meetings-minutes = { $n } min
meetings-document-add = Joindre un document
meetings-document-point = Pour quel point
meetings-document-file = Fichier
meetings-document-hint = PDF, OpenDocument, Word, Excel, PowerPoint, PNG ou JPEG, 25 Mo au plus. Seuls les membres le lisent.
meetings-document-remove = Retirer { $name }
meetings-document-remove-short = Retirer

## Convocation

meetings-convene = Convoquer les membres
meetings-convene-do = Envoyer la convocation
meetings-convene-again = Convoquer de nouveau
meetings-convene-again-do = Envoyer une nouvelle convocation
meetings-convene-note = Chaque membre reçoit un courriel avec l'ordre du jour et un fichier pour son agenda.
meetings-convene-past = Le jour prévu est passé. Si l'heure que vous donnez est passée, aucun courriel ne part.
meetings-unreached = { $n ->
    [one] Ce membre n'a pas d'adresse connue et doit être prévenu autrement : { $names }.
   *[other] Ces membres n'ont pas d'adresse connue et doivent être prévenus autrement : { $names }.
}
convoc-jour = Jour
convoc-debut = Heure de début
convoc-fin = Heure de fin
convoc-lieu = Lieu de l'annuaire
convoc-lieu-hint = Son nom ou l'adresse de sa page. Laissez vide si la réunion est ailleurs.
convoc-salle = Salle, adresse ou lien
meetings-cancel = Annuler cette réunion
meetings-cancel-note = Les membres déjà convoqués sont prévenus par courriel.
meetings-cancel-do = Annuler la réunion
annulation-motif = Motif

## Attendance

meetings-attendance = Présences
meetings-attendance-again = Corriger les présences
meetings-attendance-hint = Dites ce qu'a été chaque membre. Sans réponse, il est noté absent. Un membre présent porte un seul pouvoir.
meetings-attendance-save = Enregistrer les présences
meetings-presence = Présence
meetings-presence-of = Présence : { $name }
meetings-proxy = Pouvoir donné à
meetings-proxy-of = Pouvoir donné par { $name } à
meetings-proxy-none = Personne
meetings-was-present = Présent
meetings-was-represente = Représenté
meetings-was-represente-by = Représenté par { $name }
meetings-was-excuse = Excusé
meetings-was-absent = Absent
meetings-voices = { $n ->
    [0] Aucun membre présent ou représenté.
    [one] Un membre présent ou représenté.
   *[other] { $n } membres présents ou représentés.
}

## Refusals

meetings-wrong-missing = Ce champ est nécessaire.
meetings-wrong-state = La réunion a changé d'état et ne le permet plus. Voici où elle en est.
meetings-wrong-moved = Quelqu'un a changé cela entre-temps. Ouvrez la page de nouveau pour voir ce qui est enregistré, puis refaites votre changement.
meetings-wrong-member = Une de ces structures n'était pas membre ce jour-là.
meetings-wrong-bearer = La structure qui porte ce pouvoir n'est pas notée présente.
meetings-wrong-proxies = Cette structure porte déjà un autre pouvoir.
meetings-wrong-proxy-missing = Choisissez qui porte le pouvoir.
meetings-wrong-proxy-other = Un pouvoir va avec « Représenté » : changez la présence, ou choisissez « Personne ».
meetings-wrong-backwards = La fin vient avant le début.
meetings-wrong-early = L'heure de la réunion n'est pas encore venue.
meetings-wrong-committee = Ce comité n'existe pas à ce jour dans cette gouvernance.
meetings-wrong-place = Ce lieu n'est pas connu.
meetings-wrong-point = Ce point n'est plus à l'ordre du jour.
meetings-wrong-number = Écrivez un nombre entier.
meetings-wrong-hour = Écrivez une heure, par exemple 14:30.
meetings-wrong-where = Dites où : un lieu de l'annuaire, une salle, une adresse ou un lien.
meetings-wrong-file = Choisissez un fichier.

## Notes

note-meetings-saved = C'est enregistré.
note-meetings-planned = La réunion est prévue.
note-meetings-convened = Les membres sont convoqués.
note-meetings-cancelled = La réunion est annulée.
note-meetings-held = Les présences sont enregistrées.
