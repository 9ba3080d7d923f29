# What anybody proposes without an account, what becomes of it, and how it is examined.

nav-propose = Proposer un lieu
place-missing = Il manque un lieu ?
gone-still-there = Ce lieu est encore là ?
gone-closed-text = On nous a dit que ce lieu a fermé. Nous l'avons vérifié le { $date }.

## The two forms

proposal-report-title = Signaler une erreur
proposal-report-lead = Dites-nous ce qui ne va pas. Une personne du territoire va vérifier. Vous n'avez pas besoin de compte.
proposal-missing-title = Proposer un lieu
proposal-missing-lead = Vous connaissez un lieu qui aide avec le numérique et qui n'est pas ici ? Dites-le-nous. Une personne du territoire va vérifier avant de le publier.
proposal-trap = Ne remplissez pas cette case : laissez-la vide.
proposal-wrong = Qu'est-ce qui est faux ?
proposal-wrong-ferme = Le lieu a fermé pour toujours
proposal-wrong-horaires = Les horaires
proposal-wrong-contact = Le téléphone, le courriel ou le site
proposal-wrong-adresse = L'adresse
proposal-wrong-services = Ce que l'on y trouve
proposal-wrong-autre = Autre chose
proposal-wrong-missing = Cochez au moins une case, ou écrivez ce qui ne va pas.
proposal-words = Expliquez, si vous voulez
proposal-words-hint = 1 000 signes au plus. N'écrivez rien sur une personne.
proposal-words-missing = Écrivez quelques mots.
proposal-words-too-long = Ce texte est trop long : 1 000 signes au plus.
proposal-right = Ce qui est juste, si vous le savez
proposal-right-hint = Remplissez seulement ce que vous savez.
proposal-name = Nom du lieu
proposal-name-hint = Comme il est écrit sur la porte.
proposal-name-missing = Écrivez le nom du lieu.
proposal-hours = Horaires
proposal-hours-hint = Par exemple : du lundi au vendredi de 9h à 12h, samedi de 10h à 12h.
proposal-phone = Téléphone du lieu
proposal-phone-wrong = Écrivez un numéro complet, par exemple 02 99 00 00 00.
proposal-email = Courriel du lieu
proposal-email-wrong = Écrivez une adresse complète, par exemple accueil@exemple.fr.
proposal-website = Site du lieu
proposal-website-wrong = Écrivez une adresse complète, par exemple https://www.exemple.fr.
proposal-street = Numéro et rue
proposal-street-hint = Par exemple : 12 rue de Nantes.
proposal-postcode = Code postal
proposal-postcode-wrong = Un code postal a cinq chiffres.
proposal-commune = Commune
proposal-commune-missing = Écrivez le nom de la commune.
proposal-commune-unknown = Nous ne trouvons pas cette commune. Vérifiez son nom et le code postal.
proposal-services = Ce que l'on y trouve
proposal-services-right = Dire ce que l'on y trouve
proposal-more = Autre chose à savoir
proposal-tie = Vous êtes
proposal-tie-usager = Une personne qui connaît le lieu
proposal-tie-equipe = Une personne qui y travaille
proposal-tie-partenaire = Une mairie, un réseau, un partenaire
proposal-you = Pour vous répondre
proposal-contact = Votre courriel (facultatif)
proposal-contact-hint = Pour savoir ce que devient votre message. Nous vous enverrons un lien : ouvrez-le pour que votre message soit lu. L'adresse est effacée 30 jours après la réponse.
proposal-send = Envoyer
proposal-too-long = Ce texte est trop long.
proposal-too-many = Nous avons reçu beaucoup de messages aujourd'hui. Ce que vous avez écrit est gardé sur cette page : envoyez-le demain.
proposal-faults = { $n ->
    [one] Une réponse est à corriger. Rien n'est envoyé, et ce que vous avez écrit est gardé.
   *[other] { $n } réponses sont à corriger. Rien n'est envoyé, et ce que vous avez écrit est gardé.
}

## Once sent

proposal-thanks-title = Merci
proposal-thanks-text = Votre message est bien arrivé.
proposal-mailed-title = Regardez vos courriels
proposal-mailed-text = Nous vous avons envoyé un lien. Ouvrez-le dans les 7 jours : votre message sera lu après.
proposal-follow-title = Votre message
proposal-about-place = À propos de : { $name }
proposal-about-missing = Un lieu à ajouter : { $name }
proposal-told-a-prouver = Encore une étape : confirmez que cette adresse est à vous.
proposal-told-en-attente = Votre message est bien arrivé. Une personne du territoire va le lire.
proposal-told-question = Nous avons une question pour vous.
proposal-told-repondue = Merci de votre réponse. Une personne du territoire va la lire.
proposal-told-a-publier = Merci : le lieu sera publié bientôt.
proposal-told-acceptee = Merci : c'est fait, la fiche est à jour.
proposal-told-acceptee-partie = Merci : une partie de ce que vous proposez est sur la fiche.
proposal-told-connue = Merci : ce lieu était déjà connu.
proposal-refused-inexact = Nous avons vérifié : ce n'est pas le cas. Rien ne change.
proposal-refused-inverifiable = Nous n'avons pas pu le vérifier. Rien ne change.
proposal-refused-hors-sujet = Ce lieu n'aide pas avec le numérique : nous ne le publions pas.
proposal-refused-ailleurs = Ce lieu n'est pas sur ce territoire : nous ne le publions pas.
proposal-refused-deplace = Ce message parle d'une personne ou blesse : nous ne le gardons pas.
proposal-step-a-prouver = reçu, à confirmer
proposal-step-en-attente = arrivé
proposal-step-question = question posée
proposal-step-repondue = réponse donnée
proposal-step-a-publier = accepté, publié bientôt
proposal-step-acceptee = accepté
proposal-step-refusee = non retenu
proposal-step-connue = lieu déjà connu
proposal-prove = C'est bien mon adresse
proposal-question = Question
proposal-answer = Votre réponse
proposal-steps = Étapes
proposal-keep-this = Gardez l'adresse de cette page : c'est la seule façon de savoir ce que devient votre message.

## The queue

proposals-title = Propositions
proposals-lead = Ce que des personnes signalent ou proposent, et qui attend une réponse.
proposals-total = { $n ->
    [0] Aucune proposition
    [one] { $n } proposition
   *[other] { $n } propositions
}
proposals-waiting = { $n ->
    [0] Aucune n'attend de réponse.
    [one] { $n } attend une réponse.
   *[other] { $n } attendent une réponse.
}
proposals-oldest = { $n ->
    [0] La plus ancienne est arrivée aujourd'hui.
    [one] La plus ancienne attend depuis { $n } jour.
   *[other] La plus ancienne attend depuis { $n } jours.
}
proposals-median = { $n ->
    [0] Une sur deux a sa réponse dans la journée.
    [one] Une sur deux a sa réponse en { $n } jour au plus.
   *[other] Une sur deux a sa réponse en { $n } jours au plus.
}
proposals-open = À traiter
proposals-everything = Aussi celles qui attendent un autre niveau que le mien
proposals-what = Objet
proposal-kind-place = Erreur signalée
proposal-kind-missing = Lieu proposé
proposal-state-a-prouver = Adresse à confirmer
proposal-state-en-attente = En attente
proposal-state-question = Question posée
proposal-state-repondue = Réponse reçue
proposal-state-a-publier = À publier
proposal-state-acceptee = Acceptée
proposal-state-refusee = Refusée
proposal-state-connue = Lieu déjà connu

## One proposal

proposal-by-you = vous
proposal-own-work = Vous avez proposé ce lieu : une autre personne doit le publier.
proposal-signed = { $by }, le { $date }
proposal-came = Arrivée le { $date }
proposal-has-contact = La personne peut être interrogée par courriel.
proposal-no-contact = La personne n'a pas laissé de courriel.
proposal-answer-given = Réponse
proposal-reason = Raison
proposal-reason-inexact = Vérifié : ce n'est pas le cas
proposal-reason-inverifiable = Impossible à vérifier
proposal-reason-hors-sujet = N'aide pas avec le numérique
proposal-reason-ailleurs = Hors du territoire
proposal-reason-deplace = Parle d'une personne, ou blesse
proposal-reason-missing = Choisissez une raison.
proposal-nothing-ticked = Cochez ce que vous acceptez. Si vous n'acceptez rien, refusez avec une raison.
proposal-place-changed = La fiche a changé entre-temps, regardez à nouveau.
proposal-place-missing = Choisissez le lieu déjà connu.
proposal-choose = Choisissez
proposal-found-adresse-porte = Trouvée au numéro, dans la commune.
proposal-found-adresse-rue = La rue est trouvée dans la commune, pas le numéro.
proposal-found-adresse-dehors = Trouvée hors du contour de la commune.
proposal-found-adresse-inconnue = Adresse inconnue : à vérifier sur une carte.
proposal-found-services-oui = Des services sont donnés.
proposal-found-services-non = Aucun service n'est donné.
proposal-found-horaires-oui = Les horaires sont lus.
proposal-found-horaires-non = Pas d'horaires que le programme sache lire.
proposal-found-contact-oui = Un contact est donné : appelez.
proposal-found-contact-non = Aucun contact n'est donné.
proposal-found-doublons = { $n ->
    [0] Le programme ne trouve aucun lieu semblable.
    [one] Le programme trouve { $n } lieu semblable.
   *[other] Le programme trouve { $n } lieux semblables.
}
proposal-check-adresse = L'adresse est dans le territoire
proposal-check-services = Les services sont décrits
proposal-check-horaires = Les horaires sont connus
proposal-check-contact = Quelqu'un répond sur place
proposal-check-doublons = Le lieu a été cherché parmi ceux qui sont connus
proposal-see-place = voir la fiche
proposal-see-this = Voir la fiche de { $name }
proposal-said = Ses mots
proposal-assigned = Traitée par : { $by }
proposal-take = Je m'en occupe
proposal-give-back = Je ne m'en occupe plus
proposal-fields = Connu et proposé
proposal-no-field = Aucune valeur n'est proposée.
proposal-known = Ce qui est connu
proposal-proposed = Ce qui est proposé
proposal-accept-closed = Le lieu a fermé : ne plus le montrer
proposal-motive = Motif
proposal-motive-hint = La personne qui a proposé le lira.
proposal-accept = Accepter ce qui est coché
proposal-likely = Est-ce un lieu déjà connu ?
proposal-is-this = C'est ce lieu
proposal-list = Liste à vérifier
proposal-list-first = Avant de publier, vérifiez toute la liste et enregistrez-la.
proposal-publish = Publier ce lieu
proposal-day = Jour de publication
proposal-day-hint = Vide : tout de suite.
proposal-day-wrong = Écrivez une date comme 2026-12-31.
proposal-day-too-far = Choisissez un jour dans l'année qui vient.
proposal-networks = Réseaux que le lieu rejoint
proposal-ask = Demander une précision
proposal-ask-label = Votre question
proposal-refuse = Refuser
proposal-comments = Notes internes
proposal-comment = Ajouter une note, lue par ceux qui examinent seulement

note-proposal-taken = C'est noté : vous vous en occupez.
note-proposal-given-back = C'est noté : vous ne vous en occupez plus.
note-proposal-commented = La note est enregistrée.
note-proposal-asked = La question est envoyée.
note-proposal-checked = La liste est enregistrée.
note-proposal-refused = La proposition est refusée.
note-proposal-accepted = La proposition est acceptée : la fiche est à jour.
note-proposal-merged = C'est noté : le lieu était déjà connu.
note-proposal-published = Le lieu est publié.
note-proposal-agreed = C'est noté : le lieu sera publié au jour choisi.
