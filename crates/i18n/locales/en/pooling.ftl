# Pools: proposed, agreed, submitted, left, undone.

## Lists

mut-title = Pools
mut-title-of = Pools: { $name }
mut-lead = Ask together for what costs less together. Nobody is committed before they have agreed.
mut-own-lead = Joint requests in which your organisation has a part. Nothing is submitted without the agreement of all organisations.
mut-en-cours = Standing
mut-finies = Over
mut-propositions = Suggestions
mut-aucune = No pool.
mut-hypotheses = Savings are ranges, worked out from assumptions: common prices, usual costs. Replace them with your quotes before deciding.
mut-proposition = Suggestion { $rank }: { $names }
mut-pourquoi = Why?
mut-proposer-celle-ci = Propose a joint request (suggestion { $rank })
mut-ensemble = Propose a joint request
mut-ensemble-deux = Propose a joint request: { $titles }
mut-autres = { $n ->
    [one] There is { $n } more suggestion.
   *[other] There are { $n } more suggestions.
}
mut-seules = Intentions without a suggestion
mut-choisir = Choose yourself
mut-choix = Intentions to ask for together
mut-choix-hint = Tick at least two, of different organisations.
mut-choisir-faire = Go on with these intentions

## What a pool is

mut-nom = Name
mut-nom-hint = For instance: Computers for the reception desks of Port-Clair.
mut-etat = State
mut-etat-proposee = Proposed
mut-etat-convenue = Agreed
mut-etat-deposee = Submitted
mut-etat-retiree = Withdrawn
mut-etat-defaite = Undone
mut-porteur = Lead organisation
mut-porteur-hint = It submits the request for all.
mut-beneficiaires = Beneficiaries
mut-total = Amount asked for
mut-version = Version of the terms
mut-reference = Reference of the request
mut-reference-hint = The number of the file, where it is submitted. The same as on the lines of envelopes.
mut-commun = Common part
mut-commun-hint = What is paid once for all. For instance: 6 000 €.
mut-commun-dit = { $amount }, split { $key }
mut-cle = How the common part is split
mut-cle-egal = equally
mut-cle-propre = by own parts
mut-cle-temps = by weekly time
mut-cle-materiel = by equipment asked for
mut-cle-poids = by agreed weights
mut-poids = Weight of each organisation
mut-poids-aide = Only where the common part is split by agreed weights. A whole number for each: with 2 and 1, the first pays twice as much as the other.
mut-poids-de = Weight: { $name }
mut-poids-dit = { $name } { $n }
mut-cle-poids-dit = by agreed weights ({ $all })
mut-structure = Organisation
mut-intention = Intention
mut-intentions = Intentions
mut-parts = Share of each organisation
mut-part = Whole share
mut-part-propre = Own part
mut-part-commune = Share of the common part
mut-part-avant = Today
mut-part-apres = After leaving
mut-part-rien = nothing
mut-propres = Own part of each intention
mut-propres-aide = What each keeps for itself. Leave empty if it has nothing of its own.
mut-propre-de = { $title } ({ $name })
mut-propre-dit = In the intention: { $least } to { $most }.
mut-lieu = Place
mut-temps-title = Time by place
mut-temps-semaine = Every week
mut-temps = { $hours }, that is { $etp } full time
mut-duree = { $h } h { $m }
mut-duree-ronde = { $h } h

## Agreements

mut-accord = Agreement
mut-accord-attendu = awaited
mut-accord-le = given on { $at }
mut-accord-sans = not asked
mut-accord-aide = You agree to the terms shown here (version { $version }), and to no others. If they change, you will be asked again.
mut-accepter = Agree for the organisation
mut-attendus = Agreement awaited: { $names }.
mut-etape-proposee = Agreements are being asked for.
mut-etape-convenue = All organisations agree. The request can be submitted.
mut-etape-deposee = The request is submitted.
mut-etape-retiree = The request was withdrawn. Each organisation has its intentions again.
mut-etape-defaite = The pool was undone before it was submitted. Each organisation has its intentions again.
mut-votre-part = Your share: { $total }, of which { $own } of your own and { $common } of the common part.

## Terms

mut-nouvelle = New pool
mut-nouvelle-aide = Say who carries the request, what each keeps for itself and what is common. Shares are worked out to the cent.
mut-modifier = Change the terms
mut-modifier-aide = The agreement of all organisations will be asked for again.
mut-motif = Why
mut-motif-hint = The other organisations will read it.
mut-apercu = Shares that follow
mut-apercu-total = Amount asked for together: { $total }.
mut-apercu-change = The shares changed with what you wrote. Check them below, then send again.
mut-proposer = Propose this pool
mut-changer = Save these terms

## Acts

mut-deposer = Submit the request
mut-deposer-aide = From here on nothing is rewritten: leaving becomes an amendment.
mut-retirer = Withdraw the request
mut-retirer-aide = The request is taken back. Each organisation has its intentions again, as they were.
mut-defaire = Undo the pool
mut-defaire-aide = Each organisation has its intentions again, as they were. What was agreed stays in the history.
mut-quitter = Leave the pool
mut-quitter-aide = This is what your leaving changes.
mut-suivant = Who carries the request next?
mut-depart-libres = These intentions are yours again, as they were: { $wants }.
mut-depart-defaite = One organisation alone would stay: the pool is undone and all intentions are free.
mut-depart-suite = The others share the common part. Their agreement is asked for again.
mut-depart-parts = Shares before and after leaving

## History

mut-histoire = History
mut-fait-proposer = Pool proposed (version { $version })
mut-fait-accepter = { $name } agrees to version { $version }
mut-fait-changer = Terms changed (version { $version })
mut-fait-partir = { $name } left the pool (version { $version })
mut-fait-deposer = Request submitted (version { $version })
mut-fait-retirer = Request withdrawn
mut-fait-defaire = Pool undone
mut-fait-quand = { $at }. Amount asked for: { $total }.
mut-fait-motif = Reason: { $why }

## What became of the request

mut-suite = What became of the request
mut-suite-enveloppe = Envelope
mut-suite-rien = No line of an envelope bears the reference of this request so far.
mut-suite-somme = For this request: { $promised } promised, { $granted } granted, { $paid } paid.
mut-suite-demandes = Common requests
mut-suite-retour = { $title } (request { $request })

## Refusals

mut-refus-motif = Say why.
mut-refus-reference = Write the reference of the request, in one line.
mut-refus-deux = Tick at least two intentions.
mut-refus-prise = One of these intentions is no longer free: it is withdrawn, asked for, or in a pool already.
mut-refus-inconnue = One of these intentions does not exist, or is not shown to this body.
mut-refus-sans-part = You can propose a pool in which your organisation has an intention. For others, ask whoever runs the body.
mut-refus-etat = This is no longer possible. State of the pool: { $state }.
mut-refus-hors = { $name } has no part in this pool.
mut-refus-version = The terms have changed since you read them. Open the page again to read them.
mut-refus-porteur = Choose an organisation that has a part and stays.
mut-refus-autres = The intentions of a pool do not change: undo it, then propose another.
mut-refus-derniere = Your organisation is the last one: the request is withdrawn, not left.
mut-refus-seule = The organisation of one of these intentions wishes to stay alone.
mut-refus-deux-fois = An intention is chosen twice.
mut-refus-une = Intentions of at least two organisations are needed.
mut-refus-cle = Split in this way, nobody has a share: choose another.
mut-refus-poids = Write a whole number, from 0 to 1,000,000.
mut-refus-poids-aucun = Give a weight to one organisation at least, or choose another way to split.
mut-refus-intention = One of these intentions has impossible years, amounts or numbers.
mut-refus-compte = The shares do not add up.

note-mut-proposer = The pool is proposed. Each organisation is asked to agree.
note-mut-accepter = The agreement of the organisation is saved.
note-mut-changer = The terms are saved. Each organisation is asked to agree again.
note-mut-deposer = The request is submitted.
note-mut-retirer = The request is withdrawn.
note-mut-defaire = The pool is undone. Each organisation has its intentions again.
note-mut-quitter = Your organisation has left the pool.
