# Censuses: for those who conduct them, for town halls, in mails.

## States, bodies, answers

census-state-a-contacter = À contacter
census-state-demande = Réponse attendue
census-state-repondu = A répondu
census-state-rien-ici = Rien ici
census-state-verifie = Vérifiée
census-body-mairie = Mairie
census-body-ccas = Centre communal d'action sociale (CCAS)
census-body-bibliotheque = Bibliothèque ou médiathèque
census-body-epn = Espace public numérique, cyber-base ou fab lab
census-body-esc = Espace social commun ou centre social
census-body-association = Association
census-short-mairie = Mairie
census-short-ccas = CCAS
census-short-bibliotheque = Bibliothèque
census-short-epn = EPN
census-short-esc = ESC
census-short-association = Association
census-word-juste = C'est juste
census-word-a-corriger = C'est à corriger
census-word-ferme = Ce lieu n'existe plus
census-presence-oui = Il y en a
census-presence-non = Il n'y en a pas
census-presence-inconnu = Je ne sais pas
census-by-town-hall = la mairie

## The list

census-list-title = Recensements
census-list-lead = Demander aux mairies d'un territoire quels lieux aident les gens avec le numérique, et suivre leurs réponses jusqu'à une date.
census-new = Ouvrir un recensement
census-none = Aucun recensement pour le moment.
census-name = Recensement
census-where = Territoire
census-when = Échéance
census-progress = Avancement
census-settled = { $n ->
    [one] { $n } commune sur { $total } a répondu
   *[other] { $n } communes sur { $total } ont répondu
}
census-left = { $n ->
    [0] C'est aujourd'hui, le { $day }, que les réponses sont attendues.
    [one] Les réponses sont attendues pour le { $day } : il reste { $n } jour.
   *[other] Les réponses sont attendues pour le { $day } : il reste { $n } jours.
}
census-passed = Les réponses étaient attendues pour le { $day }.

## Opening one

census-new-lead = Choisissez le territoire, les communes, ce que l'on cherche et la date. Rien n'est envoyé avant que vous le demandiez.
census-territory = Territoire
census-territory-missing = Écrivez le nom du territoire.
census-territory-not-yours = Vous ne pouvez pas ouvrir de recensement sur ce territoire.
census-other-territory = Choisir un autre territoire
census-yours = Vous pouvez en ouvrir un sur : { $territory }.
census-next = Continuer
census-title = Nom du recensement
census-title-hint = Pour vous y retrouver. Les mairies ne le voient pas.
census-title-default = Recensement { $territory }
census-title-missing = Donnez un nom au recensement.
census-title-long = Ce nom est trop long : 120 signes au plus.
census-target = Réponses attendues pour le
census-target-hint = Les mairies qui n'ont pas répondu reçoivent un rappel 10 jours avant, puis 3 jours avant. Leur lien sert encore 7 jours après.
census-target-wrong = Écrivez une date comme 2027-01-31.
census-target-far = Choisissez un jour à venir, dans les deux ans.
census-bodies = Ce que l'on cherche dans chaque commune
census-bodies-missing = Cochez au moins une sorte de lieu.
census-communes = Communes interrogées
census-communes-missing = Cochez au moins une commune.
census-communes-many = Ce territoire a plus de 400 communes : choisissez-en un plus petit.
census-open = Ouvrir le recensement

## Following one

census-map = Carte
census-map-title = { $n ->
    [one] Carte d'une commune et de sa réponse
   *[other] Carte de { $n } communes et de leurs réponses
}
census-map-desc = Chaque commune porte un signe qui dit où elle en est. Le tableau qui suit dit la même chose.
census-communes-title = Communes
census-no-commune = Aucune commune dans cet état.
census-commune = Commune
census-contact = Adresse de la mairie
census-no-contact = pas d'adresse
census-here = Présents
census-missing = Manquent
census-do = À faire
census-nothing = rien
census-told = { $body } (dit par la mairie)
census-places = { $n ->
    [0] aucun lieu connu
    [one] { $n } lieu connu
   *[other] { $n } lieux connus
}
census-send = Envoyer le lien
census-send-this = Envoyer le lien à { $commune }
census-send-help = Un courriel part à l'adresse de la mairie, avec son lien.
census-send-all = { $n ->
    [one] Envoyer son lien à la commune qui a une adresse
   *[other] Envoyer leur lien aux { $n } communes qui ont une adresse
}
census-remind = Relancer
census-remind-this = Relancer { $commune }
census-remind-help = Le même lien est envoyé de nouveau, une fois par jour au plus.
census-verify = Marquer comme vérifiée
census-verify-this = Marquer comme vérifiée : { $commune }
census-verify-help = Vous avez regardé la réponse, elle est complète.
census-hand-over = Préparer un lien à remettre
census-hand-over-help = Aucun courriel ne part : vous donnez le lien vous-même.
census-take = Prendre la réponse telle qu'elle est
census-take-help = La mairie a répondu autrement, ou n'a pas cliqué sur « J'ai fini ».
census-nothing-mark = Marquer « rien ici »
census-nothing-mark-help = La mairie vous a dit qu'il n'y a aucun lieu.
census-reopen = Rouvrir
census-reopen-help = La commune redevient « à contacter ». Le lien qu'elle a ne sert plus.
census-paste = Adresses des mairies
census-paste-label = Une ligne par commune
census-paste-hint = Code INSEE ou nom, point-virgule, adresse. Par exemple : Bruz ; mairie@exemple.fr
census-paste-do = Enregistrer ces adresses
census-kept = { $n ->
    [0] Aucune adresse n'est enregistrée.
    [one] { $n } adresse est enregistrée.
   *[other] { $n } adresses sont enregistrées.
}
census-bad-lines = Les lignes qui suivent ne sont pas comprises. Corrigez-les ci-dessous et envoyez-les de nouveau.
census-bad-line = Ligne { $n } : { $why }
census-line-shape = il manque un point-virgule entre la commune et l'adresse.
census-line-address = l'adresse n'est pas complète.
census-line-commune = cette commune n'est pas dans le recensement, ou plusieurs portent ce nom.
census-line-many = il y a trop de lignes à la fois.
census-contacts-kept = Les adresses, et ce que les mairies ont écrit sans l'envoyer, sont effacés six mois après l'échéance.

## One commune

census-contact-title = Adresse de la mairie
census-contact-label = Courriel
census-contact-wrong = Écrivez une adresse complète, par exemple mairie@exemple.fr.
census-link = Lien de la mairie
census-link-hint = La personne qui l'ouvre répond pour la commune : donnez-le à la mairie, à personne d'autre.
census-bodies-title = Ce que l'on cherche
census-found-known = { $n ->
    [one] { $n } lieu connu
   *[other] { $n } lieux connus
}
census-found-told = la mairie dit qu'il y en a
census-found-told-which = la mairie dit qu'il y en a : { $which }
census-found-absent = il n'y en a pas
census-found-missing = on ne sait pas
census-places-title = Lieux connus
census-no-place = Aucun lieu n'est connu dans cette commune.
census-typed = { $n ->
    [one] La mairie a commencé : { $n } réponse enregistrée, pas encore envoyée.
   *[other] La mairie a commencé : { $n } réponses enregistrées, pas encore envoyées.
}
census-taken-title = Ce qui a été pris de la réponse
census-taken-right = Confirmé par la commune : { $name }
census-taken-wrong = À corriger : { $name }
census-taken-gone = N'existe plus, à examiner : { $name }
census-taken-added = Un lieu à ajouter, à examiner
census-see-proposal = voir la proposition
census-step = { $date } : { $what } ({ $by })
census-step-a-contacter = rouverte
census-step-demande = lien remis ou envoyé
census-step-repondu = réponse donnée
census-step-rien-ici = rien ici
census-step-verifie = vérifiée
census-step-relance = rappel envoyé
proposal-of-census = Dit par la mairie de { $commune }, dans un recensement
proposal-of-census-body = Dit par la mairie de { $commune }, dans un recensement : { $body }

## What was done

note-census-opened = Le recensement est ouvert. Donnez les adresses des mairies, puis envoyez les liens.
note-census-contacts = Les adresses sont enregistrées.
note-census-contact = L'adresse est enregistrée.
note-census-sent = Les liens sont partis.
note-census-mailed = Le message part dans un instant.
note-census-no-address = Cette commune n'a pas d'adresse : rien n'est envoyé.
note-census-already = Un rappel est déjà parti aujourd'hui : rien de plus n'est envoyé.
note-census-over = Le recensement est terminé : le lien ne servirait plus.
note-census-link = Le lien est prêt : copiez-le et donnez-le à la mairie.
note-census-taken = La réponse est prise en compte.
note-census-nothing-here = C'est noté : rien ici.
note-census-verified = La commune est vérifiée.
note-census-reopened = La commune est de nouveau à contacter. Son ancien lien ne sert plus.
note-census-not-now = La commune a changé d'état entre-temps : regardez où elle en est.
note-census-saved = C'est enregistré. Vous pouvez continuer, ou revenir plus tard par le même lien.

## The page of a town hall

census-answer-title = Les lieux d'aide au numérique à { $commune }
census-answer-lead = { $territory } fait la liste des lieux où des personnes trouvent de l'aide avec le numérique : un ordinateur, une démarche en ligne, un atelier. Vous connaissez votre commune : dites-nous ce qui est juste et ce qui manque. Vous n'avez pas besoin de compte.
census-answer-until = Répondez avant le { $day }.
census-answer-saved = Vous pouvez vous arrêter à tout moment : ce que vous enregistrez est gardé, et le même lien vous y ramène.
census-part-known = 1. Les lieux que nous connaissons
census-answer-known = { $n ->
    [0] Nous ne connaissons encore aucun lieu dans votre commune.
    [one] Nous connaissons un lieu dans votre commune. Est-ce juste ?
   *[other] Nous connaissons { $n } lieux dans votre commune. Dites-nous pour chacun si c'est juste. Si vous ne savez pas, passez au suivant.
}
census-report = Dire ce qui est à corriger pour { $name } (nouvel onglet)
census-save = Enregistrer
census-part-bodies = 2. Qui aide aussi dans votre commune ?
census-part-bodies-hint = Pour chaque sorte de lieu, dites-nous s'il y en a un qui aide avec le numérique.
census-we-know = Nous connaissons : { $names }.
census-which = Lequel ou lesquels ({ $body })
census-part-added = 3. Les lieux qui manquent
census-part-added-hint = Ajoutez les lieux que nous ne connaissons pas. Le nom suffit, le reste aide. Une personne vérifie avant de les publier.
census-added = Lieu { $n }
census-added-name = Nom
census-added-street = Adresse
census-added-body = C'est
census-added-other = Autre chose
census-added-does = Ce que l'on y fait
census-added-does-hint = Par exemple : aide aux démarches le mardi matin, ordinateurs en libre accès.
census-added-contact = Téléphone, courriel ou site
census-add-more = Enregistrer et ajouter un autre lieu
census-name-missing = Écrivez le nom de ce lieu, ou effacez les autres cases.
census-too-long = Ce texte est trop long.
census-part-end = 4. C'est fini ?
census-part-end-hint = Après ce bouton, votre réponse est envoyée et le lien ne sert plus. Rien n'est publié avant d'être vérifié.
census-finish = J'ai fini
census-nothing-button = Il n'y a rien dans la commune
census-done-title = Merci
census-done = La réponse de { $commune } est bien arrivée. Vous pouvez fermer cette page. Si vous avez oublié quelque chose, écrivez à la personne qui vous a envoyé le lien : elle peut le rouvrir.
census-done-nothing = C'est noté : il n'y a pas de lieu à { $commune }. Si cela change, écrivez à la personne qui vous a envoyé le lien.
census-done-right = { $n ->
    [one] { $n } lieu confirmé par la commune
   *[other] { $n } lieux confirmés par la commune
}
census-done-gone = { $n ->
    [one] { $n } lieu à retirer
   *[other] { $n } lieux à retirer
}
census-done-added = { $n ->
    [one] { $n } lieu à ajouter
   *[other] { $n } lieux à ajouter
}
census-done-next = Ce qui est à ajouter ou à retirer est examiné par une personne du territoire avant de changer sur le site.
census-replaced-title = Ce lien ne sert plus
census-replaced = Un autre lien l'a remplacé. Cherchez le message le plus récent, ou demandez-le à la personne qui vous l'a envoyé.

## Who said it

known-probable-mairie = probable : confirmé par la mairie { $ago } ({ $date })
known-a-verifier-mairie = à vérifier, appelez avant : confirmé par la mairie { $ago } ({ $date })

## Mails

mail-census-request-subject = Les lieux d'aide au numérique à { $commune }
mail-census-request-text = { $territory } fait la liste des lieux où des personnes trouvent de l'aide avec le numérique. Pour { $commune }, vous êtes la personne qui sait. Ouvrez la liste : dites ce qui est juste, ce qui n'existe plus et ce qui manque, avant le { $day }. Cela prend quelques minutes, sans compte. Si une autre personne de la mairie répond mieux, donnez-lui ce message.
mail-census-request-action = Voir la liste et répondre
mail-census-request-why = Vous recevez ce message parce que cette adresse est celle de la mairie. Ce lien est pour la mairie : la personne qui l'ouvre répond pour la commune.
mail-census-reminder-subject = Rappel : les lieux d'aide au numérique à { $commune }
mail-census-reminder-text = Nous n'avons pas encore votre réponse pour { $commune }. { $territory } en a besoin avant le { $day } pour que les habitantes et les habitants trouvent de l'aide près de chez eux. Ce que vous avez déjà enregistré est gardé.
mail-census-reminder-action = Voir la liste et répondre
mail-census-reminder-why = Vous recevez ce message parce que cette adresse est celle de la mairie. Ce lien est pour la mairie : la personne qui l'ouvre répond pour la commune.
mail-name-census-request = Demande de recensement
mail-name-census-reminder = Rappel de recensement
