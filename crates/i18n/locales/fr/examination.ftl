# Examination of applications, decisions, results and letters.

examen-title = Examen des candidatures
examen-lead = Les candidatures reçues, les mieux notées d'abord. Chaque étape se dit avec un motif.
examen-de = Examen : { $name }
examen-dossier = Voir le dossier et ses pièces
examen-toutes = Toutes
examen-etape-recue = À instruire
examen-etape-recevable = Recevable
examen-etape-eligible = Éligible
examen-etape-ecartee = Écartée
examen-etape-decidee = Décidée
examen-depuis = Attend depuis
examen-jours =
    { $n ->
        [0] aujourd'hui
        [one] { $n } jour
       *[other] { $n } jours
    }
examen-marque = Note
examen-marques =
    { $n ->
        [one] { $mean } sur 20, { $n } note
       *[other] { $mean } sur 20, { $n } notes, de { $least } à { $most }
    }
examen-avis = Avis
examen-avis-favorable = Favorable
examen-avis-reserve = Favorable avec réserve
examen-avis-defavorable = Défavorable
examen-avis-de = Avis : { $name }
examen-avis-sur = Avis sur la candidature de { $name }
examen-avis-motif = Motif de l'avis
examen-avis-motif-hint = Le motif est lu par ceux qui examinent et par les autres niveaux.
examen-niveau = Niveau qui donne l'avis
examen-a-aviser = Avis à donner
examen-a-aviser-lead = Les candidatures recevables qui concernent un territoire pour lequel vous parlez.
examen-rien-a-aviser = Aucune candidature ne demande l'avis d'un de vos territoires.
examen-aviser = Donner l'avis
examen-appel = Appel
examen-territoire = Territoire
examen-recevabilite = Recevabilité
examen-eligibilite = Éligibilité
examen-pas-dit = pas encore dit
examen-question = Ce qui est constaté
examen-question-recevabilite = La recevabilité
examen-question-recevabilite-hint = Elle est arrivée, elle est complète, et cette structure peut candidater.
examen-question-eligibilite = L'éligibilité
examen-question-eligibilite-hint = Ce qui est demandé est bien ce que l'appel finance.
examen-constat = Constat
examen-constat-oui = Oui
examen-constat-non = Non
examen-constat-motif = Motif du constat
examen-constater = Enregistrer le constat
examen-notes = Notes privées
examen-note-texte = Note privée
examen-note-texte-hint = Lue par ceux qui examinent. La structure qui candidate ne la voit pas.
examen-noter = Garder la note
examen-marquer = Enregistrer mes points
examen-point-choisir = Choisir
examen-point-manque = Donnez de 0 à 5 points.
examen-poids = Compte { $n } fois. De 0 à 5 points.
examen-conflits = Conflits d'intérêts
examen-conflits-n =
    { $n ->
        [one] { $n } personne ne note pas
       *[other] { $n } personnes ne notent pas
    }
examen-conflit-motif = Lien avec la structure qui candidate
examen-conflit-motif-hint = Vous ne noterez pas cette candidature, et vos points déjà donnés sont retirés.
examen-declarer = Déclarer un conflit d'intérêts
examen-grille = Grille de notation
examen-grille-lead = Un critère par ligne : son nom, deux-points, puis combien de fois il compte.
examen-grille-ecrire = Enregistrer la grille
note-examen-grille-ecrite = La grille est enregistrée.
examen-criteres = Critères
examen-criteres-hint = Par exemple « Utilité pour le public : 3 ». Chaque critère reçoit de 0 à 5 points et compte de 1 à 10 fois.
examen-decisions = Décisions
examen-decision = Décision
examen-decision-retenue = Retenue
examen-decision-retenue-sous-reserve = Retenue sous réserve
examen-decision-liste-attente = Sur liste d'attente
examen-decision-refusee = Refusée
examen-decision-sans-suite = Sans suite
examen-decision-motif = Motif de la décision
examen-decision-motif-hint = Il est écrit dans le courrier.
examen-decider = Enregistrer la décision
examen-enveloppe = Enveloppe
examen-enveloppe-hint = La somme est accordée en même temps que la décision. Si l'enveloppe ne suffit pas, rien n'est décidé.
examen-enveloppe-aucune = Aucune somme
examen-montant = Montant accordé
examen-cout = Coût total
examen-cout-hint = Nécessaire si l'enveloppe paie une part du coût.
examen-annee = Année
examen-sans-enveloppe = Vous ne pouvez accorder de somme sur aucune enveloppe. Ceux qui financent l'accorderont sur la demande « { $request } ».
examen-reste = reste { $left } sur { $whole }
note-examen-dit = C'est enregistré.
examen-courrier = Courrier de notification
examen-publier = Publier les résultats
note-examen-publie = Les résultats sont publiés.
examen-resultats = Résultats
examen-resultats-de = Résultats : { $title }
examen-publies = Publiés le { $date }. Seules les candidatures retenues sont nommées.
examen-beneficiaire = Bénéficiaire
examen-sans-montant = sans montant
examen-aucune-retenue = Aucune candidature n'est retenue.
examen-total =
    { $n ->
        [one] { $n } candidature retenue, { $amount } accordés.
       *[other] { $n } candidatures retenues, { $amount } accordés.
    }
examen-ouvertes = Données ouvertes (360Giving, JSON)
examen-sans-motif = Écrivez le motif.
examen-faux-decidee = Le comité a déjà décidé.
examen-faux-irrecevable = La candidature n'est pas dite recevable.
examen-faux-ineligible = La candidature n'est pas dite éligible.
examen-faux-conflit = Vous avez déclaré un conflit d'intérêts : vous ne notez pas cette candidature.
examen-faux-points = Donnez de 0 à { $n } points à chaque critère.
examen-faux-grille = L'appel n'a pas encore de grille.
examen-faux-notes = Il y a trop de notes.
examen-faux-etat = La candidature n'est pas à examiner : { $state }.
examen-faux-partie = Votre structure participe à cette candidature : vous ne l'examinez pas.
examen-faux-niveau = La candidature ne concerne pas ce niveau, ou vous ne parlez pas pour lui.
examen-faux-grille-utilisee = Des candidatures sont déjà notées sur cette grille : elle ne change plus.
examen-faux-indecises =
    { $n ->
        [0] Aucune candidature n'est à publier.
        [one] { $n } candidature n'est pas décidée.
       *[other] { $n } candidatures ne sont pas décidées.
    }
examen-faux-montant = Seule une candidature retenue reçoit une somme.
examen-faux-territoire = Le territoire de la candidature n'est pas connu.
examen-faux-enveloppe = Choisissez une enveloppe de la liste.
examen-faux-criteres = Écrivez un critère par ligne avec son poids de 1 à 10, { $n } au plus.
courrier-a = À { $name }
courrier-le = Le { $date }
courrier-objet = Votre candidature à l'appel « { $title } »
courrier-retenue = Votre candidature à l'appel « { $title } » est retenue.
courrier-retenue-sous-reserve = Votre candidature à l'appel « { $title } » est retenue, sous la réserve écrite ci-dessous.
courrier-liste-attente = Votre candidature à l'appel « { $title } » est sur liste d'attente : elle pourra être retenue si des moyens se libèrent.
courrier-refusee = Votre candidature à l'appel « { $title } » n'est pas retenue.
courrier-sans-suite = Aucune suite n'est donnée à votre candidature à l'appel « { $title } ».
courrier-montant = La somme accordée est de { $amount }.
courrier-motif = Motif
courrier-fin = La gouvernance qui porte l'appel répond à vos questions.
courrier-reference = Numéro de la candidature : { $name }
examen-lot = Plusieurs à la fois
examen-lot-choix = Candidatures choisies
examen-lot-recue = { $step }, reçue le { $date }
examen-lot-faire = Que faire de celles-ci ?
examen-lot-faire-etiqueter = Mettre l'étiquette
examen-lot-faire-detiqueter = Retirer l'étiquette
examen-lot-faire-liste-attente = Mettre sur liste d'attente
examen-lot-faire-refusee = Refuser
examen-lot-faire-sans-suite = Classer sans suite
examen-lot-etiquette = Étiquette
examen-lot-etiquette-hint = Quelques mots, par exemple « à revoir ». Lue par ceux qui examinent seulement.
examen-lot-motif = Motif commun
examen-lot-motif-hint = Pour une décision : il est écrit dans chaque courrier.
examen-lot-envoyer = Faire pour celles qui sont choisies
examen-lot-aucune = Choisissez au moins une candidature.
examen-lot-sans-etiquette = Écrivez l'étiquette en quelques mots, { $n } caractères au plus.
examen-lot-fait =
    { $n ->
        [0] Rien n'a pu être fait :
        [one] { $n } candidature est traitée. Ce qui n'a pas pu être fait :
       *[other] { $n } candidatures sont traitées. Ce qui n'a pas pu être fait :
    }
examen-lot-inconnue = Cette candidature n'est plus là.
examen-faux-une-a-une = Une candidature retenue se décide seule, avec sa somme.
examen-faux-etiquettes = Une candidature porte { $n } étiquettes au plus.
examen-delais = Délais
examen-delais-lead = Les candidatures retirées, renvoyées pour correction ou décidées ne sont pas comptées. Une candidature est en retard si elle n'est pas instruite le jour du comité, ou pas décidée le jour de la décision.
examen-delais-etape = Étape
examen-delais-nombre = En attente
examen-delais-mediane = Médiane
examen-delais-longue = La plus ancienne
examen-delais-retard = En retard
examen-delais-total = Toutes les étapes
