# Calls that are held here: their form, the applications to them.

## The form of a call

formulaire-titre = Formulaire
formulaire-de = Formulaire : { $title }
formulaire-lead = Composez les questions de l'appel. Une candidature déjà commencée garde les questions qu'elle a reçues.
formulaire-ferme = Le formulaire n'est pas encore ouvert.
formulaire-version = Version { $n }, ouverte le { $date }.
formulaire-vide = Aucune question pour le moment.
formulaire-ajouter = Ajouter une question
formulaire-monter = Monter
formulaire-descendre = Descendre
formulaire-retirer = Retirer
formulaire-ouvrir = Ouvrir cette version
formulaire-ouvrir-aide = Qui commence à partir de maintenant répondra à ces questions.
formulaire-question-titre = Question du formulaire
formulaire-question-lead = Seuls la question et son type sont nécessaires.
formulaire-question = Question
formulaire-question-hint = Une ligne.
formulaire-question-manque = Écrivez la question.
formulaire-sorte = Type de réponse
formulaire-sorte-texte = Texte
formulaire-sorte-nombre = Nombre
formulaire-sorte-montant = Montant en euros
formulaire-sorte-date = Date
formulaire-sorte-choix = Choix
formulaire-sorte-territoire = Territoire
formulaire-sorte-structure = Structure (SIRET)
formulaire-sorte-lieu = Lieu
formulaire-sorte-poste = Poste
formulaire-sorte-fichier = Fichier
formulaire-sorte-engagement = Engagement
formulaire-aide = Aide
formulaire-aide-hint = Ce qui aide à répondre. Facultatif.
formulaire-obligatoire = Obligatoire
formulaire-obligatoire-oui = On ne dépose pas sans y répondre
formulaire-long = Pour un texte
formulaire-long-oui = Plusieurs lignes
formulaire-reponses = Pour un choix : les réponses possibles
formulaire-reponses-hint = Une par ligne, deux au moins.
formulaire-plusieurs = Pour un choix : combien
formulaire-plusieurs-oui = On peut en choisir plusieurs
formulaire-plafond = Pour un nombre ou un montant : le plus grand accepté
formulaire-plafond-hint = Laissez vide s'il n'y en a pas.
formulaire-si = Quand la montrer
formulaire-toujours = Toujours
formulaire-si-reponse = Si « { $label } » vaut « { $answer } »
formulaire-trop = Le formulaire a déjà beaucoup de questions : retirez-en une d'abord.
formulaire-sans-choix = Écrivez au moins deux réponses différentes, une par ligne.
formulaire-depend = Une question dépend de celle-ci, ou de l'une de ses réponses : elle doit rester après.
formulaire-disparue = Cette question n'est plus dans le formulaire.
formulaire-ailleurs = On répond à cet appel ailleurs : il n'a pas de formulaire ici.

## Questions and answers

appel-questions = Questions et réponses
appel-questions-lead = Une question posée une fois reçoit une réponse pour tout le monde. Personne ne lit qui l'a posée.
appel-questions-brouillon = Publiez d'abord l'appel : les réponses se lisent sur sa page publique.
appel-question-repondre = Répondre à une question
appel-question-publier = Publier la réponse
appel-question = Question reçue
appel-question-hint = Sans nom ni rien qui dise qui l'a posée.
appel-question-manque = Écrivez la question.
appel-reponse-donnee = Réponse
appel-reponse-manque = Écrivez la réponse.

## A call that is held here

appel-here = La candidature se dépose ici, sur le formulaire de l'appel.
appel-reponse = Où répondre
appel-reponse-ailleurs = Chez l'organisateur
appel-reponse-ici = Ici, sur un formulaire
appel-jour-souple = Fin pour les candidatures commencées à temps
appel-jour-souple-hint = Facultatif, pour un appel auquel on répond ici. Sans cette date, la clôture est stricte.
appel-heure-souple = Heure de cette fin
appel-souple-avant = Cette fin doit venir après la clôture.
appel-wrong-form = Composez et ouvrez d'abord le formulaire de cet appel.

## Beginning

candidature-deposer = Déposer une candidature
candidature-choisir = Pour quelle structure candidatez-vous ?
candidature-pour = Pour { $name }
candidature-possible = Cette structure peut candidater.
candidature-sans-structure = Aucune structure ne vous est confiée. Demandez un accès à qui gère la vôtre.
candidature-hors-zone = L'appel ne couvre pas les communes de cette structure.
candidature-hors-type = L'appel n'est pas ouvert à ce type de structure.
candidature-hors-dispositif = L'appel est réservé à un dispositif dont cette structure ne fait pas partie.
candidature-prerempli = Ce que Portulan connaît déjà est rempli pour vous. Vous pouvez le changer.
candidature-commencer = Commencer la candidature
candidature-sans-formulaire = On ne peut pas encore répondre ici à cet appel : son formulaire n'est pas ouvert.
candidature-trop-tot = L'appel n'est pas encore ouvert.
candidature-close = L'appel est clos.

## Filling in

candidatures-titre = Candidatures
candidatures-de = Candidatures : { $name }
candidatures-lead = Les candidatures que votre structure porte, remplit avec d'autres ou lit.
candidatures-aucune = Aucune candidature pour le moment.
candidatures-appels = Les appels qui concernent votre structure
candidature-appel = Appel
candidature-role = Rôle
candidature-role-porteuse = Structure porteuse
candidature-role-partenaire = Partenaire
candidature-role-lectrice = Lecture seule
candidature-porteuse = Structure porteuse
candidature-etat = État
candidature-etat-brouillon = Brouillon, pas encore déposé
candidature-etat-deposee = Déposée
candidature-etat-a-corriger = À corriger
candidature-etat-retiree = Retirée
candidature-tardive = Reçue après la clôture, et gardée comme telle
candidature-recue = { $date } à { $time }, heure de Paris
candidature-poste = { $kind }, { $name }
candidature-oui = Oui
candidature-je-m-engage = Nous nous y engageons
candidature-aucun = Choisir
candidature-obligatoire = Obligatoire pour déposer.
candidature-si = À remplir si « { $label } » vaut « { $answer } ».
candidature-reponses = Réponses
candidature-sans-reponse = Pas de réponse
candidature-enregistrer = Enregistrer le brouillon
candidature-envoyer = Déposer la candidature
candidature-voir-appel = Voir l'appel
candidature-complete = Toutes les réponses obligatoires sont là : vous pouvez déposer.
candidature-sera-tardive = L'appel est clos. Vous pouvez encore déposer : la candidature sera gardée comme tardive, avec son heure.
candidature-renvoyee = L'organisateur demande de corriger certaines réponses, et elles seules.
candidature-a-repondre = Répondez pour pouvoir déposer.
candidature-autre-reponse = Enregistré par quelqu'un d'autre, à « { $label } » : { $answer }
candidature-fichiers = Fichiers demandés
candidature-fichiers-aide = Enregistrez d'abord vos réponses : chaque fichier se joint sur sa page.
candidature-fichier-manque = pas encore joint
candidature-joindre = Joindre le fichier
candidature-pas-de-fichier = Cette question n'attend pas de fichier.
candidature-participants = Participants
candidature-inviter = Inviter une structure
candidature-inviter-faire = Inviter
candidature-invitee = Structure invitée
candidature-invitee-hint = Son nom, comme il est écrit ici.
candidature-comme = Ce qu'elle peut faire
candidature-comme-partenaire = Remplir avec nous
candidature-comme-lectrice = Lire seulement
candidature-retirer = Retirer la candidature
candidature-retirer-aide = C'est définitif. L'organisateur garde le récépissé d'un dépôt déjà fait.
candidature-retrait = Confirmation
candidature-retrait-oui = Je retire cette candidature
candidature-retrait-sur = Cochez la case pour retirer la candidature.

## Receipt

candidature-recepisse = Récépissé
candidature-recepisse-titre = Récépissé de dépôt
candidature-recepisse-pdf = Télécharger le récépissé (PDF)
candidature-recepisse-recue = Reçue le
candidature-numero = Numéro
candidature-envoi = Dépôt
candidature-empreinte = Empreinte SHA-256
candidature-empreinte-aide = L'empreinte est celle du texte exact de la candidature : une autre réponse donne une autre empreinte.

## What a body received

candidatures-recues = Candidatures reçues
candidatures-recues-lead = Celles qui ont été déposées, dans l'ordre de leur arrivée. Un brouillon n'est lu que par ceux qui le remplissent.
candidatures-aucune-recue = Aucune candidature n'est encore déposée.
candidature-de = Candidature : { $name }
candidature-en-correction = Renvoyée pour correction. Ce qui suit peut encore changer.
candidature-renvoyer = Renvoyer pour correction
candidature-renvoi = Réponses à corriger
candidature-renvoi-hint = Les autres ne changeront pas.
candidature-renvoi-motif = Ce qu'il faut corriger
candidature-renvoi-vide = Choisissez au moins une réponse à corriger.
candidature-renvoi-sans-motif = Dites ce qu'il faut corriger.

## What cannot be

candidature-reponses-fausses = Certaines réponses sont à revoir : rien n'est perdu.
candidature-pas-porteuse = Seule la structure porteuse peut le faire.
candidature-lecture = Votre structure lit cette candidature, sans la remplir.
candidature-entre-temps = Quelqu'un a enregistré entre-temps. Vos réponses sont toujours dans le formulaire : comparez, puis enregistrez de nouveau.
candidature-garde-autre = Pas enregistré : quelqu'un d'autre vient d'enregistrer. Vos réponses sont toujours dans le formulaire : comparez, puis choisissez « Enregistrer le brouillon ».
candidature-garde-faux = Pas enregistré : corrigez d'abord ce qui suit.
candidature-garde-faute = « { $label } » : { $why }
candidature-garde-pas = Pas enregistré. { $why }
candidature-plus-la = La candidature n'en est plus là : quelqu'un l'a fait avancer entre-temps.
candidature-champ-ferme = Une réponse qui n'est pas à corriger a changé.
candidature-porte-deja = Cette structure porte déjà la candidature.
candidature-trop-de-participants = Il y a déjà beaucoup de participants.
candidature-faux-montant = Écrivez un nombre, par exemple : 1 250,50
candidature-faux-plafond = Pas plus de { $most }.
candidature-faux-territoire = Ce territoire n'est pas connu : écrivez son nom ou son code.
candidature-faux-siret = Ce n'est pas un SIRET : quatorze chiffres.
candidature-faux-lieu = Ce lieu n'est pas connu : écrivez son nom ou collez son adresse d'ici.
candidature-faux-poste = Ce poste n'est pas connu.

## Notes

note-formulaire-ouvert = Le formulaire est ouvert.
note-candidature-commencee = La candidature est commencée. Remplissez-la à votre rythme, puis déposez-la avant la clôture.
note-candidature-enregistree = Le brouillon est enregistré.
note-candidature-deposee = La candidature est déposée. Gardez le récépissé.
note-candidature-gardee-tard = La candidature est arrivée après la clôture. Elle est gardée comme tardive, avec son heure.
note-candidature-invitation = La structure participe à la candidature.
note-candidature-retiree = La candidature est retirée.
note-candidature-renvoyee = La candidature est renvoyée pour correction.

## Counts

candidature-manque = { $n ->
    [one] Il manque une réponse obligatoire.
   *[other] Il manque { $n } réponses obligatoires.
}
candidature-perdues = { $n ->
    [one] Une réponse n'a pas été gardée, car une autre la cache : { $labels }.
   *[other] { $n } réponses n'ont pas été gardées, car une autre les cache : { $labels }.
}
candidatures-brouillons = { $n ->
    [0] Aucune candidature n'est en cours de rédaction.
    [one] Une candidature est en cours de rédaction.
   *[other] { $n } candidatures sont en cours de rédaction.
}
fusion-kind-application = { $n ->
    [one] Une candidature la nommera.
   *[other] { $n } candidatures la nommeront.
}
