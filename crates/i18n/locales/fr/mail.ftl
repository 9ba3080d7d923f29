# Mails: subjects, texts, frame; the log of what left; receiving no more of them.

mail-hello = Bonjour,
mail-until = Ce lien sert jusqu'au { $date } à { $time }.
mail-link-help = Si le lien ne s'ouvre pas, copiez cette adresse dans votre navigateur :
mail-from = Message automatique de { $site }. Les réponses ne sont pas lues.
mail-unsubscribe = Ne plus recevoir ces demandes

## One message after the other

mail-sign-in-link-subject = Votre lien pour vous connecter
mail-sign-in-link-text = Vous avez demandé à vous connecter. Ouvrez ce lien dans le navigateur où vous l'avez demandé. Il ne sert qu'une fois.
mail-sign-in-link-action = Me connecter
mail-sign-in-link-why = Vous n'avez rien demandé ? Ne faites rien : sans ce lien, personne ne peut entrer.
mail-invitation-subject = { $by } vous invite
mail-invitation-text = { $by } vous invite à tenir à jour, pour { $organisation }, les lieux qui aident les gens avec le numérique.
mail-invitation-text-alone = { $by } vous invite à tenir à jour les lieux qui aident les gens avec le numérique.
mail-invitation-action = Accepter et créer mon compte
mail-invitation-why = Vous ne connaissez pas cette personne ? Ne faites rien : sans votre accord, aucun compte n'est créé.
mail-address-changed-subject = L'adresse de votre compte a changé
mail-address-changed-text = Une autre adresse de courriel remplace celle-ci pour votre compte. Les prochains messages iront à la nouvelle adresse.
mail-address-changed-why = Ce n'est pas vous ? Prévenez tout de suite la personne qui administre ce site : elle peut vous rendre votre compte.
mail-password-changed-subject = Votre mot de passe a changé
mail-password-changed-text = Le mot de passe de votre compte vient d'être changé. Les autres sessions ont été fermées.
mail-password-changed-why = Ce n'est pas vous ? Allez sur la page de connexion et choisissez « Mot de passe oublié », puis prévenez la personne qui administre ce site.
mail-recovery-subject = Choisir un nouveau mot de passe
mail-recovery-text = Vous avez dit que votre mot de passe est oublié. Ouvrez ce lien, dans le navigateur où vous l'avez demandé, pour en choisir un autre. Il ne sert qu'une fois.
mail-recovery-action = Choisir un mot de passe
mail-recovery-why = Vous n'avez rien demandé ? Ne faites rien : sans ce lien, personne ne peut changer votre mot de passe.
mail-door-changed-subject = Vos façons d'entrer ont changé
mail-door-changed-key-added = Une clé d'accès vient d'être ajoutée à votre compte : « { $name } ». Elle ouvre votre compte.
mail-door-changed-key-removed = Une clé d'accès vient d'être retirée de votre compte : « { $name } ». Elle n'ouvre plus rien.
mail-door-changed-provider-added = Un service d'identité vient d'être ajouté à votre compte : { $name }. Il ouvre votre compte.
mail-door-changed-provider-removed = Un service d'identité vient d'être retiré de votre compte : { $name }. Il n'ouvre plus votre compte.
mail-door-changed-action = Fermer toutes mes sessions
mail-door-changed-why = C'est vous ? Ne faites rien. Ce n'est pas vous ? Fermez toutes les sessions par ce lien, reconnectez-vous, retirez dans « Mon compte » ce que vous ne reconnaissez pas, et prévenez la personne qui administre ce site.
mail-new-browser-subject = Votre compte vient d'être ouvert sur un nouvel appareil
mail-new-browser-text = Quelqu'un vient d'entrer dans votre compte avec un navigateur que nous ne connaissions pas : { $browser }, le { $date } à { $time }.
mail-new-browser-action = Fermer toutes mes sessions
mail-new-browser-why = C'est vous ? Ne faites rien. Ce n'est pas vous ? Fermez toutes les sessions par ce lien, puis choisissez un autre mot de passe.
mail-proposal-received-subject = Votre proposition : { $place }
mail-proposal-received-text = Merci pour ce que vous nous avez dit de { $place }. Confirmez votre adresse pour que votre proposition soit examinée. Le même lien vous montre ensuite où elle en est.
mail-proposal-received-action = Confirmer et suivre ma proposition
mail-proposal-received-why = Vous n'avez rien proposé ? Ne faites rien : la proposition ne sera pas prise en compte sous votre adresse.
mail-proposal-answered-subject = Réponse à votre proposition : { $place }
mail-proposal-answered-accepted = Votre proposition sur { $place } est acceptée. La fiche est à jour. Merci !
mail-proposal-answered-partly = Une partie de votre proposition sur { $place } est acceptée, et la fiche est à jour. Le reste n'a pas été repris.
mail-proposal-answered-merged = { $place } était déjà connu sous une autre fiche. Merci !
mail-proposal-answered-refused = Votre proposition sur { $place } n'a pas été reprise.
mail-proposal-answered-quote = Ce que dit la personne qui l'a examinée :
mail-proposal-answered-action = Voir ma proposition
mail-proposal-answered-why = Vous recevez ce message parce que vous avez laissé votre adresse avec votre proposition.
mail-proposal-question-subject = Une question sur votre proposition : { $place }
mail-proposal-question-text = Avant de répondre à votre proposition sur { $place }, nous avons besoin d'une précision.
mail-proposal-question-quote = La question :
mail-proposal-question-action = Répondre
mail-proposal-question-why = Vous recevez ce message parce que vous avez laissé votre adresse avec votre proposition.
mail-campaign-digest-subject = { $n ->
    [one] Votre lieu est-il toujours bien décrit ?
   *[other] Vos { $n } lieux sont-ils toujours bien décrits ?
}
mail-campaign-digest-text = { $n ->
    [one] Des personnes trouvent ici de l'aide grâce à { $organisation }. Dites-nous en un clic si ce qui est écrit de ce lieu est juste, ou corrigez-le. Vous n'avez pas besoin de compte.
   *[other] Des personnes trouvent ici de l'aide grâce à { $organisation }. Dites-nous en un clic si ce qui est écrit de ces lieux est juste, ou corrigez-le. Vous n'avez pas besoin de compte.
}
mail-campaign-digest-action = Vérifier
mail-campaign-digest-why = Vous recevez ce message parce que cette adresse est celle de contact.
mail-campaign-reminder-subject = { $n ->
    [one] Rappel : votre lieu attend votre réponse
   *[other] Rappel : { $n } lieux attendent votre réponse
}
mail-campaign-reminder-text = { $n ->
    [one] Nous n'avons pas encore votre réponse pour { $organisation }. Sans elle, ce lieu sera montré « à vérifier ». Un clic suffit si tout est juste.
   *[other] Nous n'avons pas encore votre réponse pour { $organisation }. Sans elle, ces lieux seront montrés « à vérifier ». Un clic suffit si tout est juste.
}
mail-campaign-reminder-action = Vérifier
mail-campaign-reminder-why = Vous recevez ce message parce que cette adresse est celle de contact.
mail-opinion-asked-subject = Votre avis est demandé : { $title }
mail-opinion-asked-text = La gouvernance { $body } demande ce que { $organisation } pense de « { $title } ». Vous pouvez répondre jusqu'au { $day }.
mail-opinion-asked-text-services = « { $title } » demande ce que { $organisation } pense de ses services. Vous pouvez répondre jusqu'au { $day }.
mail-opinion-asked-action = Lire et donner un avis
mail-opinion-asked-why = Vous recevez ce message parce que vous répondez de cette structure. Connectez-vous pour répondre.
mail-post-ends-subject = Un poste se termine le { $day } : { $host }
mail-post-ends-funding = { $kind }, { $host } : le financement de ce poste se termine le { $day }. C'est le moment de demander la suite, ou de prévoir la fin.
mail-post-ends-contract = { $kind }, { $host } : le contrat de la personne qui occupe ce poste se termine le { $day }. C'est le moment de prévoir la suite.
mail-post-ends-action = Voir le poste
mail-post-ends-why = Vous recevez ce message parce que vous gérez ce poste. Connectez-vous pour le mettre à jour.
mail-organisation-merged-subject = { $organisation } a rejoint { $into }
mail-organisation-merged-text = La fiche « { $organisation } » a été réunie à la fiche « { $into } » : c’est une seule structure. Votre rôle dans la première a pris fin. Si vous travaillez pour « { $into } », demandez un rôle aux personnes qui la gèrent.
mail-organisation-merged-text-kept = La fiche « { $organisation } » a été réunie à la fiche « { $into } » : c’est une seule structure. Vous y gardez votre rôle.
mail-organisation-merged-action = Voir la structure
mail-organisation-merged-why = Vous recevez ce message parce que vous aviez un rôle dans cette structure.
mail-day-link-subject = { $place }, le { $day }
mail-day-link-text = Ce lien est pour la permanence du { $day } : { $place }. Si elle est complète, annulée ou tenue par quelqu'un d'autre, dites-le d'un clic : tout le monde le verra aussitôt.
mail-day-link-action = Dire ce qui change ce jour-là
mail-day-link-why = Vous recevez ce message parce que vous tenez cette permanence. S'il n'y a rien à dire, ne faites rien.

## Receiving no more of them

unsubscribe-title = Ne plus recevoir ces demandes
unsubscribe-ask = Nous ne vous enverrons plus de courriel pour vérifier des lieux. Les autres messages, comme ceux de votre compte, continuent.
unsubscribe-action = Ne plus en recevoir
unsubscribe-done-title = C'est noté
unsubscribe-done = Vous ne recevrez plus ces demandes à cette adresse. Vous pouvez fermer cette page.
link-forged-title = Ce lien n'est pas le bon
link-forged = Il n'a pas été fait par ce site, ou il en manque un morceau. Ouvrez-le depuis le message que vous avez reçu, sans le recopier.
link-expired-title = Ce lien ne sert plus
link-expired = Sa date est passée. Rien n'est perdu : demandez-en un autre, ou attendez le prochain message.

## The log of the operator

mails-title = Messages
mails-lead = Les courriels que ce site envoie, et ce qu'ils sont devenus. Trente jours après l'envoi, l'adresse et le contenu sont effacés.
mails-none = Aucun message.
mails-all = Tous
mails-when = Écrit
mails-what = Message
mails-to = À
mails-state = État
mails-why = Ce qui s'est passé
mails-blank = effacé
mails-show-this = Lire le message « { $name } »
mails-tries = { $n ->
    [one] { $n } essai
   *[other] { $n } essais
}
mail-state-waiting = En attente
mail-state-sent = Parti
mail-state-failed = Refusé
mail-state-bounced = Adresse inconnue
mail-state-dropped = Laissé de côté
mail-error-expired = son lien avait expiré
mail-error-too-old = il attendait depuis trop longtemps
mail-error-unsubscribed = la personne n'en veut plus
mail-error-unreadable = son contenu ne peut pas être lu
mail-error-unrendered = il ne peut pas être mis en mots
mail-error-address = son adresse ne convient pas
mail-shown-title = Message : { $name }
mail-shown-blank = L'adresse et le contenu de ce message sont effacés.
mail-shown-hidden = Les liens sont masqués : ils n'ouvrent que pour la personne à qui le message est destiné.
mail-shown-live = C'est une démonstration : rien n'est envoyé, et les liens marchent ici.
mail-shown-next = Prochain essai
mail-shown-settled = Terminé
mail-shown-subject = Objet
mail-shown-text = Texte
mail-shown-html = Voir la version avec mise en forme
mail-shown-back = Tous les messages
mail-name-sign-in-link = Lien de connexion
mail-name-invitation = Invitation
mail-name-address-changed = Adresse changée
mail-name-password-changed = Mot de passe changé
mail-name-recovery = Mot de passe oublié
mail-name-door-changed = Façons d'entrer changées
mail-name-new-browser = Nouvel appareil
mail-name-proposal-received = Proposition reçue
mail-name-proposal-answered = Réponse à une proposition
mail-name-proposal-question = Question sur une proposition
mail-name-campaign-digest = Demande de vérification
mail-name-campaign-reminder = Rappel de vérification
mail-name-opinion-asked = Avis demandé
mail-name-post-ends = Poste qui se termine
mail-name-organisation-merged = Structure réunie à une autre
mail-name-day-link = Lien du jour

mail-meeting-convened-subject = { $body } : convocation le { $date }
mail-meeting-convened-text = { $body } se réunit le { $date }, de { $from } à { $to } : { $title }. Lieu : { $place }. Le fichier joint ajoute la réunion à votre agenda. { $n ->
    [0] L'ordre du jour n'est pas encore connu.
   *[other] L'ordre du jour est le suivant.
}
mail-meeting-convened-why = Vous recevez ce message parce que votre structure est membre de cette gouvernance.
mail-meeting-moved-subject = { $body } : nouvelle convocation le { $date }
mail-meeting-moved-text = Cette convocation remplace la précédente. { $body } se réunit le { $date }, de { $from } à { $to } : { $title }. Lieu : { $place }. Le fichier joint met votre agenda à jour. { $n ->
    [0] L'ordre du jour n'est pas encore connu.
   *[other] L'ordre du jour est le suivant.
}
mail-meeting-moved-why = Vous recevez ce message parce que votre structure est membre de cette gouvernance.
mail-meeting-cancelled-subject = { $body } : la réunion du { $date } est annulée
mail-meeting-cancelled-text = La réunion du { $date }, de { $from } à { $to }, n'aura pas lieu : { $title }. Le fichier joint la retire de votre agenda.
mail-meeting-cancelled-quote = Motif :
mail-meeting-cancelled-why = Vous recevez ce message parce que votre structure est membre de cette gouvernance.
