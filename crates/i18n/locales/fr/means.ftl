# Calls for applications: the public list, the desk of the body that follows them, the position of an organisation.

appels-title = Appels à candidatures
appels-lead = Ce à quoi l'on peut répondre près de chez vous : pour participer, piloter, recruter, proposer un projet ou s'équiper. Avec les dates, et ce qu'il faut faire.
appels-count = { $n ->
    [0] Aucun appel en cours.
    [one] Un appel en cours.
   *[other] { $n } appels en cours.
}
appels-ahead = En cours
appels-past = Terminés
appels-calendar = Les dates pour mon agenda
appels-atom = Suivre les appels (Atom)
appels-public = Tous les appels
appels-none-here = Cette gouvernance ne suit aucun appel.
appels-desk-lead = Les appels que cette gouvernance suit. Ses membres y préparent leur réponse : calendrier, positions, note commune, preuves.
appels-asked = Appels : { $name }
appels-asked-lead = Ces appels concernent votre structure. Dites ce que vous comptez faire : les autres s'organisent avec vous.
appels-none-asked = Aucun appel en cours ne concerne votre structure.

## A call

appel-about = { $kind }, { $owner }
appel-described = { $title } : qui est concerné, jusqu'à quand, que faire.
appel-suivi = Suivi par
appel-to-do = Ce qu'il faut faire
appel-elsewhere = Rien n'est envoyé d'ici.
appel-extend = Partir d'un poste qui existe
appel-extend-this = Partir du poste de coordination : { $name }
appel-extend-hint = Pour proroger, partez du poste qui existe : c'est le même poste, il n'est compté qu'une fois.
appel-see-source = Voir l'appel chez l'organisateur
appel-see-public = Voir la page publique
appel-amendments = Ce qui a changé depuis l'ouverture
appel-phase = Où il en est
appel-phase-brouillon = Brouillon
appel-phase-annonce = Annoncé
appel-phase-ouvert = Ouvert
appel-phase-clos = Clos
appel-phase-examine = Réponses à l'étude
appel-phase-decide = Décidé
appel-phase-archive = N'est plus suivi ici
appel-show = Montrer les appels
appel-not-open = On ne peut pas encore répondre
appel-left = { $n ->
    [0] Il se termine aujourd'hui
    [one] Il reste un jour
   *[other] Il reste { $n } jours
}
appel-left-14j = moins de deux semaines
appel-left-7j = moins d'une semaine
appel-left-2j = moins de deux jours
appel-left-3h = moins de trois heures
appel-event = { $step } : { $title }
appel-feed = { $kind }. { $owner }. Pour répondre, jusqu'au : { $closing }.
appel-compte-porter = { $n ->
    [one] Une structure compte porter une réponse.
   *[other] { $n } structures comptent porter une réponse.
}
appel-compte-participer = { $n ->
    [one] Une structure compte participer à une réponse.
   *[other] { $n } structures comptent participer à une réponse.
}
appel-compte-ni-lun-ni-lautre = { $n ->
    [one] Une structure ne fait ni l'un ni l'autre.
   *[other] { $n } structures ne font ni l'un ni l'autre.
}

## What a call says

appel-titre = Titre
appel-nature = Nature
appel-nature-toutes = Toutes
appel-nature-participer = Participer
appel-nature-piloter = Piloter
appel-nature-coordinateurs = Recruter ou proroger des postes de coordination
appel-nature-projets = Proposer un projet
appel-nature-equipement = S'équiper
appel-organisateur = Qui l'organise
appel-organisateur-hint = Le nom de la gouvernance, ou un autre nom : l'État, une fondation.
appel-organisateur-est = Cet organisateur est
appel-organisateur-est-connue = Une gouvernance connue ici
appel-organisateur-est-autre = Quelqu'un d'autre, même s'il porte le même nom
appel-organisateur-unknown = Aucune gouvernance connue ici ne s'appelle « { $text } ». Corrigez le nom, ou choisissez « Quelqu'un d'autre ».
appel-organisateur-missing = Écrivez qui organise cet appel.
appel-source = Adresse de l'appel
appel-source-hint = La page où il est publié. Elle commence par https://
appel-texte = De quoi il s'agit, et ce qu'il faut faire
appel-publics = Qui est concerné
appel-pour = Types de structures concernés
appel-pour-hint = Sans choix, toutes le sont.
appel-pour-toutes = Toutes les structures
appel-pour-dispositifs = Dans les dispositifs : { $schemes }
appel-dispositifs = Dispositifs concernés
appel-dispositifs-hint = Laissez vide si l'appel n'est pas réservé à un dispositif.
appel-dispositifs-n = Dispositif { $n }
appel-zone = Où
appel-zone-hint = Des communes ou des territoires, un par ligne. Laissez vide pour un appel sans limite.
appel-dates = Dates
appel-dates-hint = Laissez vide une date que personne ne connaît encore.
appel-dates-wrong = « { $late } » ne peut pas venir avant « { $early } ».
appel-jour-annonce = Annonce
appel-jour-ouverture = Ouverture
appel-jour-questions = Questions jusqu'au
appel-jour-cloture = Clôture
appel-jour-examen = Étude des réponses
appel-jour-comite = Comité
appel-jour-decision = Décision
appel-jour-notification = Réponse aux candidats
appel-jour-recours = Recours jusqu'au
appel-heure-cloture = Heure de clôture
appel-heure-cloture-hint = Heure de Paris. Sans heure, toute la journée compte.
appel-heure-wrong = Cette heure n'existe pas ce jour-là : écrivez par exemple 12:00.
appel-avenant = Ce qui change
appel-avenant-hint = On peut déjà répondre : dites ce qui change. Tout le monde le lira, avec la date du jour.

## The desk

appel-new = Suivre un appel
appel-new-lead = Pour un appel organisé ailleurs, ou auquel on répond ici sur un formulaire. Personne d'autre ne le voit tant que vous ne le publiez pas.
appel-create = Enregistrer l'appel
appel-change = Modifier l'appel
appel-draft = Brouillon : seuls les membres de la gouvernance voient cet appel.
appel-publish = Publier l'appel
appel-publish-hint = Tout le monde le verra, et les structures concernées pourront dire ce qu'elles comptent faire.
appel-archive = Ne plus suivre cet appel
appel-archive-hint = Il reste visible de tout le monde, parmi les appels terminés.
appel-timetable = Notre calendrier
appel-timetable-none = Aucune étape n'est prévue.
appel-step-new = Prévoir une étape
appel-step-add = Ajouter l'étape
appel-step-due = avant le { $date }
appel-step-done = fait le { $date }
appel-step-late = en retard
appel-step-remove = Retirer l'étape
appel-step-remove-this = Retirer l'étape : { $name }
appel-step-settle = C'est fait
appel-step-settle-this = C'est fait : { $name }
appel-etape-quoi = Ce qu'il faut faire
appel-etape-qui = Qui s'en charge
appel-etape-qui-hint = Le nom d'une structure.
appel-etape-avant = Avant le
appel-etape-missing = Écrivez ce qu'il faut faire.
appel-etape-gone = Cette étape n'existe plus.
appel-note = Note commune
appel-note-of = Note commune : { $title }
appel-note-lead = Les membres de la gouvernance écrivent cette note ensemble. Personne d'autre ne la lit.
appel-note-clash = Quelqu'un a enregistré un autre texte entre-temps. Les deux sont là : reprenez ce qui manque, puis enregistrez.
appel-proofs = Preuves d'envoi
appel-proofs-of = Preuves d'envoi : { $title }
appel-proofs-lead = Un accusé de réception, une page enregistrée : ce qui montre qu'une réponse est partie à temps. Seuls les membres de la gouvernance les lisent.
appel-proofs-none = Aucune preuve pour le moment.
appel-proof-new = Ajouter une preuve
appel-proof-add = Ajouter la preuve
appel-proof-about = { $name }, déposée le { $when }
appel-preuve-structure = Structure qui a répondu
appel-preuve-fichier = Fichier
appel-preuve-fichier-hint = PDF, image ou document, 25 Mo au plus.

## Positions

appel-positions = Positions des structures
appel-positions-lead = Seuls les membres de la gouvernance et les niveaux au-dessus lisent ce tableau. Tout le monde lit un nombre, à partir de trois structures.
appel-positions-none = Aucune structure n'a encore dit ce qu'elle compte faire.
appel-positions-own = Vos positions
appel-structure = Structure
appel-position = Position
appel-position-porter = Porter
appel-position-porter-hint = Votre structure envoie une réponse, seule ou au nom de plusieurs.
appel-position-participer = Participer
appel-position-participer-hint = Votre structure prend part à la réponse d'une autre.
appel-position-ni-lun-ni-lautre = Ni l'un ni l'autre
appel-position-ni-lun-ni-lautre-hint = Votre structure ne répond pas. Elle ne recevra pas de rappel.
appel-position-none = Pas encore de position
appel-position-take = Ce que vous comptez faire
appel-position-do = Enregistrer la position
appel-position-missing = Choisissez une position.
appel-position-mots = Précisions
appel-position-mots-hint = Facultatif.
appel-fonction = Fonction de qui prend la position
appel-fonction-hint = Par exemple : direction générale, présidence. Pas de nom.
appel-fonction-wrong = Écrivez une fonction, en { $n } signes au plus.
appel-quand = Quand

## What cannot be

appel-wrong-state = L'appel n'en est plus là : quelqu'un l'a fait avancer entre-temps.
appel-wrong-unsaid = On peut déjà répondre à cet appel : dites ce qui change.
appel-wrong-early = La date ne peut pas être avant le { $date }.
appel-wrong-late = Cet appel est clos : les positions ne changent plus.
appel-wrong-concerned = Cet appel ne concerne pas votre structure.
appel-wrong-full = Le calendrier a déjà { $n } étapes.

note-appel-created = L'appel est enregistré. Vous pouvez maintenant le publier.
note-appel-saved = C'est enregistré.
note-appel-published = L'appel est publié.
note-appel-archived = L'appel n'est plus suivi.
note-appel-position-taken = Votre position est enregistrée. Vous pouvez la changer jusqu'à la clôture.

mail-call-closes-subject = Il reste { $left } : { $title }
mail-call-closes-text = L'appel « { $title } » se termine le { $date } à { $time }, heure de Paris. La réponse s'envoie chez l'organisateur.
mail-call-closes-action = Voir l'appel
mail-call-closes-why = Vous recevez ce message parce que cet appel concerne une structure ou une gouvernance dont vous avez la charge.
mail-name-call-closes = Appel qui se termine
mail-call-closes-here = L'appel « { $title } » se termine le { $date } à { $time }, heure de Paris. La candidature se remplit et s'envoie ici, dans Portulan.
mail-call-amended-subject = L'appel a changé : { $title }
mail-call-amended-text = L'appel « { $title } », auquel vous avez commencé à répondre, a changé. Ce que vous avez déjà écrit est gardé.
mail-call-amended-quote = Ce qui change :
mail-call-amended-action = Voir l'appel
mail-call-amended-why = Vous recevez ce message parce que votre structure a une candidature à cet appel.
mail-name-call-amended = Appel qui change
mail-call-decided-subject = Réponse à votre candidature : { $title }
mail-call-decided-text = Les candidatures à l'appel « { $title } » ont été examinées. Le courrier qui dit ce qui a été décidé pour la vôtre, et pourquoi, vous attend dans Portulan.
mail-call-decided-action = Lire le courrier
mail-call-decided-why = Vous recevez ce message parce que votre structure a candidaté à cet appel.
mail-name-call-decided = Réponse à une candidature
fusion-kind-call-file = { $n ->
    [one] Ce qu'un appel à candidatures garde la nommera : positions, étapes, preuves.
   *[other] Ce que { $n } appels à candidatures gardent la nommera : positions, étapes, preuves.
}
levels-calls = Appels en cours
harmony-calls = Appels en cours
harmony-calls-why = Ces appels concernent vos communes. Dites qui porte une réponse, et qui y participe.
harmony-calls-settled = Aucun appel en cours ne concerne vos communes.
harmony-calls-one = « { $title } ».
harmony-step-call = Voir l'appel
