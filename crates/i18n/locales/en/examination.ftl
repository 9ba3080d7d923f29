# Examination of applications, decisions, results and letters.

examen-title = Examination of applications
examen-lead = The applications received, best marks first. Each step is told with a reason.
examen-de = Examination: { $name }
examen-dossier = See the application and its files
examen-toutes = All
examen-etape-recue = To examine
examen-etape-recevable = Admissible
examen-etape-eligible = Eligible
examen-etape-ecartee = Set aside
examen-etape-decidee = Decided
examen-depuis = Waiting for
examen-jours =
    { $n ->
        [0] today
        [one] { $n } day
       *[other] { $n } days
    }
examen-marque = Mark
examen-marques =
    { $n ->
        [one] { $mean } out of 20, { $n } mark
       *[other] { $mean } out of 20, { $n } marks, from { $least } to { $most }
    }
examen-avis = Opinion
examen-avis-favorable = In favour
examen-avis-reserve = In favour with reservations
examen-avis-defavorable = Against
examen-avis-de = Opinion: { $name }
examen-avis-sur = Opinion on the application of { $name }
examen-avis-motif = Reason for the opinion
examen-avis-motif-hint = The reason is read by those who examine and by the other levels.
examen-niveau = Level that gives the opinion
examen-a-aviser = Opinions to give
examen-a-aviser-lead = The admissible applications that concern a territory for which you speak.
examen-rien-a-aviser = No application asks for the opinion of one of your territories.
examen-aviser = Give the opinion
examen-appel = Call
examen-territoire = Territory
examen-recevabilite = Admissibility
examen-eligibilite = Eligibility
examen-pas-dit = not told yet
examen-question = What is found
examen-question-recevabilite = Admissibility
examen-question-recevabilite-hint = It came, it is complete, and this organisation may apply.
examen-question-eligibilite = Eligibility
examen-question-eligibilite-hint = What is asked for is what the call pays for.
examen-constat = Finding
examen-constat-oui = Yes
examen-constat-non = No
examen-constat-motif = Reason for the finding
examen-constater = Save the finding
examen-notes = Private notes
examen-note-texte = Private note
examen-note-texte-hint = Read by those who examine. The organisation that applies does not see it.
examen-noter = Keep the note
examen-marquer = Save my points
examen-point-choisir = Choose
examen-point-manque = Give from 0 to 5 points.
examen-poids = Counts { $n } times. From 0 to 5 points.
examen-conflits = Conflicts of interest
examen-conflits-n =
    { $n ->
        [one] { $n } person does not mark
       *[other] { $n } people do not mark
    }
examen-conflit-motif = Tie with the organisation that applies
examen-conflit-motif-hint = You will not mark this application, and the points you gave are taken away.
examen-declarer = Declare a conflict of interest
examen-grille = Marking grid
examen-grille-lead = One criterion a line: its name, a colon, then how many times it counts.
examen-grille-ecrire = Save the grid
note-examen-grille-ecrite = The grid is saved.
examen-criteres = Criteria
examen-criteres-hint = For instance “Use to the public: 3”. Each criterion gets from 0 to 5 points and counts from 1 to 10 times.
examen-decisions = Decisions
examen-decision = Decision
examen-decision-retenue = Accepted
examen-decision-retenue-sous-reserve = Accepted with reservations
examen-decision-liste-attente = On the waiting list
examen-decision-refusee = Refused
examen-decision-sans-suite = No further action
examen-decision-motif = Reason for the decision
examen-decision-motif-hint = It is written in the letter.
examen-decider = Save the decision
examen-enveloppe = Envelope
examen-enveloppe-hint = The sum is granted together with the decision. If the envelope does not hold it, nothing is decided.
examen-enveloppe-aucune = No sum
examen-montant = Amount granted
examen-cout = Whole cost
examen-cout-hint = Needed if the envelope pays a share of the cost.
examen-annee = Year
examen-sans-enveloppe = You may grant no sum out of any envelope. Those who fund will grant it to the request “{ $request }”.
examen-reste = { $left } left of { $whole }
note-examen-dit = Saved.
examen-courrier = Notification letter
examen-publier = Publish the results
note-examen-publie = The results are published.
examen-resultats = Results
examen-resultats-de = Results: { $title }
examen-publies = Published on { $date }. Only accepted applications are named.
examen-beneficiaire = Beneficiary
examen-sans-montant = no amount
examen-aucune-retenue = No application is accepted.
examen-total =
    { $n ->
        [one] { $n } application accepted, { $amount } granted.
       *[other] { $n } applications accepted, { $amount } granted.
    }
examen-ouvertes = Open data (360Giving, JSON)
examen-sans-motif = Write the reason.
examen-faux-decidee = The committee decided already.
examen-faux-irrecevable = The application was not found admissible.
examen-faux-ineligible = The application was not found eligible.
examen-faux-conflit = You declared a conflict of interest: you do not mark this application.
examen-faux-points = Give from 0 to { $n } points to each criterion.
examen-faux-grille = The call has no grid yet.
examen-faux-notes = There are too many notes.
examen-faux-etat = The application is not to be examined: { $state }.
examen-faux-partie = Your organisation takes part in this application: you do not examine it.
examen-faux-niveau = The application does not concern this level, or you do not speak for it.
examen-faux-grille-utilisee = Applications were marked on this grid already: it does not change any more.
examen-faux-indecises =
    { $n ->
        [0] There is no application to publish.
        [one] { $n } application is not decided.
       *[other] { $n } applications are not decided.
    }
examen-faux-montant = Only an accepted application gets a sum.
examen-faux-territoire = The territory of the application is not known.
examen-faux-enveloppe = Choose an envelope of the list.
examen-faux-criteres = Write one criterion a line with its weight from 1 to 10, { $n } at most.
courrier-a = To { $name }
courrier-le = { $date }
courrier-objet = Your application to the call “{ $title }”
courrier-retenue = Your application to the call “{ $title }” is accepted.
courrier-retenue-sous-reserve = Your application to the call “{ $title }” is accepted, with the reservation written below.
courrier-liste-attente = Your application to the call “{ $title }” is on the waiting list: it may be accepted if means become free.
courrier-refusee = Your application to the call “{ $title }” is not accepted.
courrier-sans-suite = No further action is taken on your application to the call “{ $title }”.
courrier-montant = The sum granted is { $amount }.
courrier-motif = Reason
courrier-fin = The body that holds the call answers your questions.
courrier-reference = Number of the application: { $name }
examen-lot = Several at once
examen-lot-choix = Chosen applications
examen-lot-recue = { $step }, received on { $date }
examen-lot-faire = What to do with these?
examen-lot-faire-etiqueter = Put the label
examen-lot-faire-detiqueter = Take the label away
examen-lot-faire-liste-attente = Put on the waiting list
examen-lot-faire-refusee = Refuse
examen-lot-faire-sans-suite = Take no further action
examen-lot-etiquette = Label
examen-lot-etiquette-hint = A few words, for instance “to look at again”. Read only by those who examine.
examen-lot-motif = Common reason
examen-lot-motif-hint = For a decision: it is written in each letter.
examen-lot-envoyer = Do it for those that are chosen
examen-lot-aucune = Choose one application at least.
examen-lot-sans-etiquette = Write the label in a few words, { $n } characters at most.
examen-lot-fait =
    { $n ->
        [0] Nothing could be done:
        [one] { $n } application is done. What could not be done:
       *[other] { $n } applications are done. What could not be done:
    }
examen-lot-inconnue = This application is not there any more.
examen-faux-une-a-une = An accepted application is decided alone, with its sum.
examen-faux-etiquettes = An application has { $n } labels at most.
examen-delais = Delays
examen-delais-lead = Applications that are withdrawn, returned for correction or decided are not counted. An application is late if it is not examined on the day of the committee, or not decided on the day of the decision.
examen-delais-etape = Step
examen-delais-nombre = Waiting
examen-delais-mediane = Median
examen-delais-longue = Oldest
examen-delais-retard = Late
examen-delais-total = All steps
