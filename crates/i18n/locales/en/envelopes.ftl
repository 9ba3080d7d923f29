# Envelopes and their ledgers.

## Lists

env-title = Envelopes
env-lead = Money set aside by a funder: how much, for what, for whom, and what is left.
env-none = No envelope yet. One is made from the desk of a governing body.
env-of-body = Envelopes of the body
env-body-title = Envelopes: { $name }
env-body-lead = What is promised, granted and paid. A sum of fewer than three organisations is not shown: each one's part could be read from it.
env-body-none = This body has no envelope yet.
env-new = New envelope
env-new-lead = An envelope can never be overspent: ceilings are checked at each line.
env-make = Create the envelope
env-change = Change the envelope
env-change-lead = The amount and the ceilings cannot go below what is already promised or granted. Whoever writes them grants no money of this envelope.
env-csv = Lines as CSV

## What an envelope is

env-nom = Name
env-nom-hint = For instance: Engineering grant 2024.
env-objet = What it pays for
env-objet-ingenierie = Engineering: studies, facilitation, writing of requests
env-objet-formation = Training
env-objet-postes = Posts
env-objet-investissement = Investment: computers, furniture, works
env-objet-fonctionnement = Running costs
env-financeur = Funder
env-financeur-hint = The name of the organisation, or another name, for instance: State.
env-financeur-est = This funder is
env-financeur-est-connu = An organisation known here: its managers will be able to grant
env-financeur-est-autre = Somebody else, even of the same name
env-montant = Amount
env-montant-hint = For instance: 55 400 €.
env-debut = First day
env-fin = Last day
env-quand = Period
env-plafonds = Ceilings
env-plafonds-aide = Leave empty what has no ceiling.
env-plafonds-territoires = By territory
env-plafonds-territoires-hint = One a line, for instance “Rennes : 10 000 €”. If you name some, the other territories have nothing.
env-plafond-chacune = For each organisation
env-plafond-chacune-hint = The most that an organisation can have in all.
env-plafonds-structures = For some organisations
env-plafonds-structures-hint = One a line, for instance “CCAS : 10 000 €”. It stands instead of the ceiling of each organisation.
env-taux = Share of the cost
env-taux-aide = Leave empty if the envelope can pay all of it.
env-part = At most this share of the cost
env-part-hint = For instance: 40 %.
env-plancher = At least, for a request
env-plancher-hint = Below, a request is not taken.
env-plafond-demande = At most, for a request
env-plafond-demande-hint = Whatever the cost.
env-source = Source
env-source-hint = The letter or the page where this amount is written.

env-named = { $name }: { $value }

## What became of it

env-usage = Where the money is
env-use = { $promised } promised, { $granted } granted of which { $paid } paid; { $left } left of { $whole }.
env-bar = On the bar: full, paid; upright lines, granted and not yet paid; slanted lines, promised; white, what is left.
env-withheld = not shown
env-no-line = Nothing is promised or granted yet.
env-by-year = By year
env-by-territory = By territory
env-by-structure = By organisation
env-annee = Year
env-territoire = Territory
env-structure = Organisation
env-promis = Promised
env-accorde = Granted
env-verse = Paid
env-plafond = Ceiling
env-reste = Left
env-no-ceiling = no ceiling
env-lines = Lines
env-annulee = undone

## A line

env-ligne = Line
env-ligne-jour = Day
env-ligne-fait = What was done
env-ligne-pour = For
env-ligne-demande = Request
env-ligne-demande-hint = The name of the request, always the same: from the promise to the payment.
env-ligne-structure = Organisation
env-ligne-structure-hint = Who has the money: its exact name, or the address of its page.
env-ligne-territoire = Territory
env-ligne-territoire-hint = Where the money serves, for instance: Rennes.
env-ligne-annee = Year
env-ligne-annee-hint = The year for which the money is given.
env-ligne-montant = Amount
env-ligne-montant-hint = For instance: 4 000 €.
env-ligne-cout = Whole cost
env-ligne-cout-hint = The envelope pays a share of this cost.
env-ligne-decision = Decision
env-ligne-decision-hint = Its number, if there is one.
env-ligne-motif = Reason
env-ligne-motif-hint = One sentence: it stays with the line.
env-fait-promettre = Promised
env-fait-accorder = Granted
env-fait-verser = Paid
env-fait-liberer = Given back to the envelope
env-fait-annuler = Undoes line { $n }
env-acte-promettre = Promise
env-acte-promettre-aide = Money is set aside for a request. Whoever promises to a request grants nothing to it.
env-acte-accorder = Grant
env-acte-accorder-aide = Money is given by a decision. What was promised to the same request is taken first.
env-acte-verser = Note a payment
env-acte-verser-aide = The money has left, out of what is granted.
env-acte-liberer = Give back to the envelope
env-acte-liberer-aide = What is promised is given back first, then what is granted and not yet paid.
env-acte-annuler = Undo a line
env-acte-annuler-aide = A line is never changed: another one undoes it, and says why. Both stay.
env-annuler-this = Undo line { $line }
env-annuler-title = Undo line { $line }

## What is wrong

env-wrong-empty = Write an amount above zero.
env-wrong-ceiling = A ceiling cannot be higher than the envelope.
env-wrong-bound = A least or a most for a request is above zero.
env-wrong-floor = The least for a request is above the most.
env-wrong-funder = Write who brings the money.
env-wrong-funder-unknown = No organisation known here is called “{ $text }”. Mend the name, or choose “Somebody else”.
env-wrong-line = Not understood: “{ $text }”. Write a name, a colon, an amount.
env-wrong-twice = “{ $text }”: this name is on another line already. Keep one line.
env-wrong-share = Write a share between 0.01 % and 100 %.
env-wrong-request = Write the name of the request.
env-wrong-year = Write a year, for instance 2026.
env-wrong-reason = Write why.
env-refus-enveloppe = { $over } too much: { $left } are left in the envelope. Ask for less, or have the amount raised.
env-refus-territoire = { $over } too much for { $name }: its ceiling is { $ceiling }, { $left } are left. Ask for less, or have the ceiling raised.
env-refus-structure = { $over } too much for { $name }: its ceiling is { $ceiling }, { $left } are left. Ask for less, or have the ceiling raised.
env-refus-taux = { $over } too much: this request can have { $ceiling } in all, { $left } are left to it.
env-refus-vide = Write an amount above zero.
env-refus-verser = Only what is granted is paid: { $amount } are left to pay to this request, for this organisation, territory and year.
env-refus-liberer = Only what is held is given back: { $amount } for this request, organisation, territory and year.
env-refus-suite = Other lines of the request “{ $request }” stand on it: undo them first.
env-refus-annulee = Line { $n } is undone already, or undoes another: write a new line.
env-refus-rendue = Line { $n } gives money back: promise or grant again.
env-refus-formulaire = This form was used already: line { $n } is written. Read it, then open a new form.
env-refus-ligne = There is no line { $n }.
env-refus-dates = The envelope does not serve today: { $period }.
env-refus-annee = The envelope serves the years { $from } to { $to }.
env-refus-cout = The envelope pays a share of the cost: write the whole cost.
env-refus-plancher = A request is of { $amount } at least.
env-refus-soi = You promised to this request, or wrote a ceiling: somebody else must grant.

## What was done

note-env-saved = The envelope is saved.
note-env-promettre = It is promised.
note-env-accorder = It is granted.
note-env-verser = The payment is noted.
note-env-liberer = It is given back to the envelope.
note-env-annuler = The line is undone.
