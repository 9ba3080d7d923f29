# Campaigns: asking the people of places whether what is known of them is still right, and the pages where they answer.

## The desk

campaigns-title = Campagnes
campaigns-lead = Demandez aux lieux si ce qui est écrit d'eux est encore juste. Chaque structure reçoit un seul message, et répond en un clic, sans compte.
campaigns-none = Aucune campagne pour l'instant.
campaign-name = Nom
campaign-where = Où
campaign-answers = Réponses
campaign-when = Quand
campaign-answered-of = { $answered } sur { $asked }
campaign-runs-until = En cours, jusqu'au { $date }
campaign-over-since = Terminée depuis le { $date }
campaign-closed-on = Arrêtée le { $date }
campaign-begun-on = Commencée le { $date }
campaign-silent-title = Ne répondent jamais
campaign-silent-lead = Plusieurs messages sont restés sans réponse. Un appel ou une visite marchera mieux qu'un message de plus.
campaign-let-pass = { $n ->
    [one] { $n } campagne sans réponse
   *[other] { $n } campagnes sans réponse
}
campaign-new-title = Nouvelle campagne
campaign-new-lead = Choisissez des lieux, regardez qui serait interrogé, puis envoyez. Rien ne part avant le dernier bouton.
campaign-yours = Vos territoires et structures
campaign-which = Quels lieux ?
campaign-where-hint = Une commune, une intercommunalité, un département, une région. Laissez vide pour tout ce dont vous répondez.
campaign-doubt = Ce que l'on sait d'eux
campaign-doubt-non-confirmes = Lieux que personne n'a confirmés depuis un moment
campaign-doubt-a-verifier = Lieux à vérifier seulement
campaign-doubt-tous = Tous les lieux
campaign-network = Réseau
campaign-network-all = Tous les réseaux
campaign-network-unknown = Ce réseau n'est pas connu. Choisissez-en un dans la liste.
campaign-months = Sans nouvelles du lieu depuis, en mois
campaign-months-hint = Par exemple 6. Laissez vide pour ne pas en tenir compte.
campaign-months-wrong = Écrivez un nombre de mois entre 1 et 120, ou laissez vide.
campaign-months-chosen = { $n ->
    [one] Sans nouvelles du lieu depuis { $n } mois
   *[other] Sans nouvelles du lieu depuis { $n } mois
}
campaign-how = Comment ?
campaign-name-hint = Pour vous y retrouver : les lieux ne le voient pas.
campaign-name-usual = Vérification du { $date }
campaign-name-missing = Donnez un nom à la campagne.
campaign-last-day = Dernier jour pour répondre
campaign-last-day-hint = Laissez vide pour { $n } jours. Six mois au plus.
campaign-last-day-wrong = Choisissez un jour à partir de demain, dans six mois au plus.
campaign-reminders = Rappels
campaign-reminders-hint = Jours après le premier message, par exemple « 7, 14 ». Trois au plus. Seuls ceux qui n'ont pas répondu sont relancés.
campaign-reminders-wrong = Écrivez au plus trois nombres de jours, par exemple « 7, 14 », ou laissez vide.
campaign-reminders-chosen = Rappels après { $days } jours
campaign-preview = Voir qui serait interrogé
campaign-would-mails = { $n ->
    [0] Personne ne serait interrogé
    [one] { $n } message partirait
   *[other] { $n } messages partiraient
}
campaign-would-places = { $n ->
    [one] { $n } lieu serait vérifié
   *[other] { $n } lieux seraient vérifiés
}
campaign-would-texts = { $n ->
    [one] dont { $n } par SMS : un numéro de portable, et pas d'adresse
   *[other] dont { $n } par SMS : un numéro de portable, et pas d'adresse
}
campaign-reach-text = par SMS
campaign-would-lately = { $n ->
    [one] { $n } lieu est laissé de côté : on lui a déjà demandé depuis moins de 30 jours, ou une autre campagne est en cours
   *[other] { $n } lieux sont laissés de côté : on leur a déjà demandé depuis moins de 30 jours, ou une autre campagne est en cours
}
campaign-would-no-address = { $n ->
    [one] { $n } structure ou lieu n'a pas d'adresse de courriel : appelez
   *[other] { $n } structures ou lieux n'ont pas d'adresse de courriel : appelez
}
campaign-would-refused = { $n ->
    [one] { $n } adresse ne veut plus de ces messages
   *[other] { $n } adresses ne veulent plus de ces messages
}
campaign-would-bouncing = { $n ->
    [one] { $n } adresse ne reçoit rien : elle est à corriger
   *[other] { $n } adresses ne reçoivent rien : elles sont à corriger
}
campaign-would-end = Les réponses sont attendues jusqu'au { $date }
campaign-nobody = Il n'y a personne à interroger avec ces choix. Rien n'est parti.
campaign-send = Envoyer
campaign-more = { $n ->
    [one] Et { $n } autre.
   *[other] Et { $n } autres.
}
campaign-who = Qui est interrogé
campaign-who-name = Structure ou adresse
campaign-who-places = Lieux
campaign-who-reach = Comment
campaign-who-state = État
campaign-places = { $n ->
    [one] { $n } lieu
   *[other] { $n } lieux
}
campaign-places-answered = { $answered } sur { $all }
campaign-reach-mail = par un message
campaign-state-waiting = En attente
campaign-state-answered = A répondu
campaign-state-refused = Ne veut plus de messages
campaign-state-bounced = Adresse à corriger
campaign-state-no-address = Pas d'adresse de courriel
campaign-reminded = { $n ->
    [0] aucun
   *[other] { $n }
}
campaign-figures = Où en est-on ?
campaign-figure-asked = { $n ->
    [one] { $n } structure ou adresse interrogée
   *[other] { $n } structures ou adresses interrogées
}
campaign-figure-answered = { $n ->
    [one] { $n } a répondu pour tous ses lieux
   *[other] { $n } ont répondu pour tous leurs lieux
}
campaign-figure-places = { $n ->
    [one] { $n } lieu à vérifier
   *[other] { $n } lieux à vérifier
}
campaign-figure-right = { $n ->
    [one] { $n } lieu confirmé
   *[other] { $n } lieux confirmés
}
campaign-figure-corrected = { $n ->
    [one] { $n } lieu corrigé
   *[other] { $n } lieux corrigés
}
campaign-figure-gone = { $n ->
    [one] { $n } lieu qui n'existe plus : la réponse est dans les propositions à examiner
   *[other] { $n } lieux qui n'existent plus : les réponses sont dans les propositions à examiner
}
campaign-figure-bounced = { $n ->
    [one] { $n } adresse à corriger
   *[other] { $n } adresses à corriger
}
campaign-figure-refused = { $n ->
    [one] { $n } ne veut plus de messages
   *[other] { $n } ne veulent plus de messages
}
campaign-figure-no-address = { $n ->
    [one] { $n } sans adresse de courriel
   *[other] { $n } sans adresse de courriel
}
campaign-by-hand = À joindre autrement
campaign-by-hand-lead = Aucun message ne peut leur parvenir. Appelez, ou corrigez l'adresse sur la page du lieu.
campaign-end = Arrêter la campagne
campaign-end-hint = Plus aucun rappel ne partira. Les liens déjà reçus marchent jusqu'à la date annoncée.
note-campaign-sent = La campagne est lancée. Les messages partent.
note-campaign-sent-before = Cette campagne était déjà lancée : rien n'est parti en double.
note-campaign-closed = La campagne est arrêtée.
mail-error-demonstration = c'est une démonstration : rien n'est envoyé aux lieux

## The page of the link

confirm-title = Vos lieux sont-ils bien décrits ?
confirm-lead = Voici ce que les gens lisent sur { $name }. Dites-nous si c'est encore juste, ou corrigez. Vous n'avez pas besoin de compte.
confirm-all-answered = Merci : vous avez répondu pour { $name }. Il n'y a plus rien à faire.
confirm-nothing-left = Merci. Les lieux de { $name } ne sont plus affichés ici : il n'y a plus rien à vérifier.
confirm-until = Ce lien sert jusqu'au { $date }.
confirm-all = { $n ->
    [one] Tout est juste pour mon lieu
   *[other] Tout est juste pour mes { $n } lieux
}
confirm-right = Tout est juste
confirm-correct = Corriger
confirm-gone-ask = Ce lieu n'existe plus ?
confirm-gone-hint = Une personne du territoire va vérifier avant de retirer le lieu.
confirm-gone = Ce lieu n'existe plus
confirm-gone-words = La personne qui reçoit les messages de ce lieu dit qu'il n'existe plus (campagne « { $name } »).
confirm-answered = Déjà répondu, merci
confirm-said-right = vous avez dit « tout est juste » le { $date }
confirm-said-corrected = vous l'avez corrigé le { $date }
confirm-said-gone = vous avez dit qu'il n'existe plus le { $date }
confirm-address = Adresse
confirm-hours = Horaires
confirm-contact = Contact
confirm-services = Ce que l'on y trouve
confirm-sessions = Permanences
confirm-not-given = Rien n'est indiqué
note-confirm-right = Merci ! C'est noté, et tout le monde le voit déjà.
note-confirm-all-right = Merci ! C'est noté pour tous vos lieux, et tout le monde le voit déjà.
note-confirm-corrected = Merci ! La page du lieu est à jour.
note-confirm-gone = Merci ! Une personne du territoire va vérifier.
note-confirm-before = Vous aviez déjà répondu, merci. Rien n'a changé.
note-confirm-refused = C'est noté : vous ne recevrez plus ces demandes.
correct-title = Corriger ce lieu
correct-lead = Changez ce qui est faux et laissez le reste : ce que vous laissez sera noté comme juste. Pour retirer une information, ou pour autre chose, écrivez-le en bas.
correct-words = Autre chose à dire ?
correct-send = Enregistrer
correct-nothing = Vous n'avez rien changé. Si tout est juste, revenez en arrière et choisissez « Tout est juste ».
correct-changed = Quelqu'un d'autre vient de changer ce lieu. Relisez les champs, puis enregistrez de nouveau.

## The command line

cli-bounce-kept = { $n ->
    [one] { $n } adresse ne reçoit rien : les campagnes ne lui écriront plus.
   *[other] { $n } adresses ne reçoivent rien : les campagnes ne leur écriront plus.
}
cli-bounce-nothing = Ce message ne dit rien d'une adresse de campagne : il est laissé de côté.

## Short messages

text-campaign-digest = { $n ->
    [one] { $organisation } : votre lieu est-il toujours bien décrit ? Répondez en un clic : { $link }
   *[other] { $organisation } : vos { $n } lieux sont-ils toujours bien décrits ? Répondez en un clic : { $link }
}
text-campaign-reminder = { $n ->
    [one] Rappel. { $organisation } : votre lieu est-il toujours bien décrit ? Répondez en un clic : { $link }
   *[other] Rappel. { $organisation } : vos { $n } lieux sont-ils toujours bien décrits ? Répondez en un clic : { $link }
}
mail-error-no-gateway = aucun service de SMS n'est réglé
cli-sms-url = L'adresse du service de SMS ne convient pas : http://… ou https://…, sans nom ni mot de passe.
