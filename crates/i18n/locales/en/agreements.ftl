# Agreements on money that was granted.

## Lists

conv-title = Agreements
conv-of-envelope = Agreements: { $name }
conv-of-organisation = Agreements of { $name }
conv-lead = What is signed with each organisation that has money of this envelope, and what follows: payments, reports, amendments, refunds.
conv-own-lead = The agreements that were sent to your organisation for signature, and the reports that are due.
conv-none = No agreement yet.
conv-none-own = Your organisation was not sent any agreement yet.
conv-sans = Granted without an agreement
conv-une = Agreement
conv-name = { $request }: { $name }
conv-montant-convenu = Amount agreed
conv-bilan-attendu = Report awaited
conv-attendu = { $report }, by { $day }
conv-attendu-en-retard = { $report } late: due on { $day }
conv-new = New agreement
conv-new-for = Draft for { $request }
conv-new-lead = An agreement is about money that was granted to a request. Nothing is paid here: payments are written in the envelope.
conv-new-none = Nothing is granted without an agreement on this envelope: grant first, the agreement comes after.
conv-make = Create the agreement
conv-change = Change the draft
conv-change-lead = A draft binds nobody. Its amount is not beyond what is granted.
conv-amend = Amend
conv-amend-lead = What was agreed before stays readable. An instalment that was paid does not change.
conv-amend-do = Keep the amendment

## What is agreed

conv-demande = Request that was granted
conv-demande-dite = { $request }, { $name }: { $amount } granted
conv-enveloppe = Envelope
conv-objet = Purpose
conv-objet-hint = What the money pays, in a few sentences.
conv-debut = First day
conv-fin = Last day
conv-echeances = Instalments
conv-echeance-n = Instalment { $n }
conv-echeance-jour = By
conv-echeance-montant = Amount
conv-jour-intermediaire = Interim report due on
conv-jour-intermediaire-hint = Leave empty where there is none.
conv-jour-final = Final report due on
conv-ecart-manque = The instalments leave { $amount } out: not all that is granted is in them.
conv-ecart-trop = The instalments are { $amount } beyond what is granted: amend, or have the difference granted.
conv-echeance-dite = { $amount }, { $day }
conv-ligne-dite = Line { $line }: { $amount }, { $day }

## How far it is

conv-etat = State
conv-etat-redigee = Being drafted
conv-etat-envoyee = Sent for signature
conv-etat-signee = Signed
conv-etat-amendee = Signed, amended
conv-etat-bilan-intermediaire = Interim report received
conv-etat-bilan-final = Final report received
conv-etat-close = Closed
conv-etat-interrompue = Ended early
conv-depuis = { $state } since { $day }
conv-signee-le = { $state }; signed on { $day }
conv-signature = Signature
conv-signee-par = Signed on { $day }: { $by }.
conv-versee = Paid: line { $line }
conv-versee-en-partie = Paid in part: line { $line }, { $missing } missing
conv-en-retard = Late: to be paid
conv-a-venir = To come
conv-pas-maintenant = This step is not taken now. How far the agreement is: { $state }.

## Steps

conv-acte-envoyer = Send for signature
conv-acte-envoyer-aide = Signing is done elsewhere, on the printed text. The organisation then sees the agreement in its space.
conv-acte-reprendre = Take the draft back
conv-acte-reprendre-aide = The agreement is a draft again: the organisation no longer sees it.
conv-acte-signer = Note the signature
conv-acte-signer-aide = The day of the last signature, and the function of each signatory. No name is asked.
conv-acte-verser = Link a payment
conv-acte-verser-aide = Choose the instalment and the line of the envelope that paid it. A line serves once.
conv-acte-reclamer = Ask money back
conv-acte-reclamer-aide = Never more than was paid. The sum is awaited until a line of the envelope notes it.
conv-acte-rendre = Note a refund that came
conv-acte-rendre-aide = In the envelope, first undo the line of the payment, then note what is kept by a new payment. Here, choose the line that undoes.
conv-acte-clore = Close the agreement
conv-acte-clore-aide = After the final report, when nothing is awaited any more.
conv-acte-interrompre = End the agreement early
conv-acte-interrompre-aide = It ends before its time. Money may still be asked back.
conv-jour = Day
conv-motif = Reason
conv-motif-hint = A sentence: it stays with the agreement.
conv-montant = Amount
conv-signataires = Functions of those who signed
conv-signataires-hint = For instance: chair, general management.
conv-signataires-n = Function { $n }
conv-echeance = Instalment
conv-ligne = Line of the envelope
conv-remboursement = Refund awaited

## What became of it

conv-avenants = Amendments
conv-avenant = Amendment { $n }, { $day }: { $reason }
conv-avenant-avant = Before: { $instalments }
conv-bilans = Reports
conv-bilan-dit = { $report } of { $day }, by { $by }. Spent: { $spent }.
conv-remboursements = Refunds
conv-remboursement-dit = { $amount } asked on { $day }: { $reason }
conv-remboursement-attendu = Awaited.
conv-remboursement-recu = Received: line { $line } of the envelope.
conv-materiel = Equipment bought
conv-materiel-somme = This agreement pays { $share } of equipment that costs { $price }.

## Reports

conv-acte-bilan = Report
conv-bilan-title = Report: { $name }
conv-bilan-lead = The form is filled with what is known: the indicators of your actions in roadmaps, and the part that is paid of the equipment in the inventory. Correct what is wrong.
conv-bilan = Which report
conv-bilan-intermediaire = Interim report
conv-bilan-final = Final report
conv-bilan-final-hint = After it, no report is awaited.
conv-bilan-mots = What was done
conv-mesures = Measures
conv-mesures-hint = One a line.
conv-mesure = { $name }: { $value }; target: { $target } ({ $action })
conv-mesure-vue = { $value } { $unit } on { $day }
conv-depense = Spent of this money
conv-depense-hint = Since the beginning. For instance: 4 400 €, or 0.
conv-bilan-envoyer = Send the report

## The text

conv-texte = Text to print
conv-texte-title = Agreement { $name }
conv-texte-entre = Between { $funder }, who brings the money, and { $name }, who receives it.
conv-texte-objet = 1. Purpose
conv-texte-objet-mots = The request "{ $request }" is funded by the envelope "{ $envelope }".
conv-texte-montant = 2. Amount and instalments
conv-texte-montant-mots = { $amount } are paid as follows:
conv-texte-duree = 3. Duration
conv-texte-duree-mots = The money serves this purpose { $period }.
conv-texte-sans-duree = until the final report
conv-texte-bilans = 4. Reports
conv-texte-bilans-un = A final report is given by { $last }.
conv-texte-bilans-deux = An interim report is given by { $interim }, a final report by { $last }.
conv-texte-materiel = 5. Equipment
conv-texte-materiel-mots = The equipment bought with this money is in the inventory of the organisation, with its place, its price and the year of its renewal.
conv-texte-changements = 6. Changes and refund
conv-texte-changements-mots = A change is made by an amendment that both sign.
conv-texte-rendre-mots = Money that did not serve the purpose is given back.
conv-texte-signatures = 7. Signatures
conv-texte-a-signer = Made in two copies. Day, function and signature of each:

## What is wrong

conv-wrong-objet = Write what the money pays.
conv-wrong-bilan = Write what was done.
conv-wrong-depense = Write what was spent: 0 where nothing was.
conv-wrong-mesures = At most { $n } lines, of { $chars } characters each.
conv-refus-rien = Nothing is granted to this request of this organisation.
conv-refus-etape = This step is not taken now. How far the agreement is: { $state }.
conv-refus-change = Somebody changed the draft meanwhile: open it in another tab, compare, then begin again.
conv-refus-sans-echeance = Write one instalment at least.
conv-refus-echeances = At most { $n } instalments.
conv-refus-bilans = The final report comes after the interim one.
conv-refus-accorde = { $over } too much: { $granted } are granted. Lower an instalment, or have the difference granted.
conv-refus-tot = Not before { $day }.
conv-refus-signataire = Write the function of one signatory at least.
conv-refus-versee = The instalment of { $amount }, { $day }, was paid: leave it as it is.
conv-refus-liee = Linked with line { $line } already.
conv-refus-versement = Line { $line } is no loose payment of this agreement.
conv-refus-trop = The line pays { $amount } more than is planned: choose another instalment, or amend.
conv-refus-retour = Line { $line } undoes no payment of this agreement.
conv-refus-rendre = Only what was paid is asked back: { $amount } at most.
conv-refus-bilan-final = The final report came already.
conv-refus-sans-bilan = The final report is still awaited.
conv-refus-du = A refund is still awaited.

## What was done

note-conv-saved = The agreement is kept.
note-conv-amended = The amendment is kept.
note-conv-envoyer = The agreement is sent for signature.
note-conv-reprendre = The agreement is a draft again.
note-conv-signer = The signature is noted.
note-conv-verser = The payment is linked.
note-conv-reclamer = Money is asked back.
note-conv-rendre = The refund is noted.
note-conv-clore = The agreement is closed.
note-conv-interrompre = The agreement is ended.
note-conv-bilan = The report is sent.

## Equipment

equip-title = Equipment
equip-of = Equipment: { $name }
equip-lead = What the organisation bought, where it is, and when it is to be renewed. Only people of the organisation and of the places see it.
equip-none = No equipment is written down.
equip-calendrier = To be renewed
equip-a-renouveler = To be renewed in { $year }: { $what }
equip-a-renouveler-depuis = Was to be renewed in { $year }: { $what }
equip-lots = Lots
equip-new = Add a lot
equip-new-lead = A lot: equipment of one kind, bought on one day, in one place.
equip-nature = Kind
equip-nature-ordinateurs = Computers
equip-nature-tablettes = Tablets
equip-nature-imprimantes = Printers and scanners
equip-nature-ecrans = Screens and projectors
equip-nature-reseau = Network: boxes, cables, mobile keys
equip-nature-mobilier = Furniture
equip-nature-vehicules = Vehicles
equip-nature-autre = Other
equip-nombre = How many
equip-detail = Detail
equip-detail-hint = A model, a room.
equip-achete = Bought on
equip-achete-le = bought on { $day }
equip-achat = Purchase
equip-achat-dit = { $day }, { $price }
equip-prix = Price
equip-prix-hint = For all of the lot, for instance: 12 000 €.
equip-lieu = Place
equip-lieu-hint = The exact name of a place, or the address of its page. Leave empty where it is in no place.
equip-nulle-part = in no place
equip-renouvellement = To be renewed in
equip-renouvellement-hint = A year, for instance: 2031.
equip-convention = Paid by the agreement
equip-convention-aucune = None
equip-convention-dite = { $request } ({ $envelope })
equip-part = Part paid
equip-part-hint = The part of the price that the agreement pays, for instance: 4 800 €.
equip-paye-par = Paid by
equip-a-qui = Whose
equip-etat = State
equip-etat-en-service = In use
equip-etat-prete = Lent
equip-etat-donne = Given away
equip-etat-rebut = Scrapped
equip-etat-depuis = { $day }: { $reason }
equip-depuis = Since
equip-depuis-hint = Leave empty where it is in use.
equip-motif = Reason
equip-motif-hint = To whom it is lent or given, or why it is scrapped.
equip-partager = Part the lot
equip-partager-aide = A part goes elsewhere, is lent, given or scrapped: price and part paid are split to the cent.
equip-place-lead = The equipment that is here, whose it is, and which envelope paid it.
equip-place-none = No equipment is written down in this place.
equip-faux-nombre = Write a number between 1 and { $n }.
equip-faux-partie = A part counts less than the lot: keep one at least.
equip-faux-prix = Write the price of the lot: 0 where it was given.
equip-faux-part = The part paid is more than zero, and not more than the price.
equip-faux-annee = The renewal comes after the purchase, within forty years.
equip-faux-avant = That was before the purchase.
equip-faux-convention = Choose a signed agreement of this organisation, or leave the part empty.
equip-change-entre-temps = Somebody changed this lot meanwhile: open it again, then begin again.
note-equip-saved = The inventory is kept.

equip-combien-ordinateurs = { $n ->
    [one] { $n } computer
   *[other] { $n } computers
}
equip-combien-tablettes = { $n ->
    [one] { $n } tablet
   *[other] { $n } tablets
}
equip-combien-imprimantes = { $n ->
    [one] { $n } printer
   *[other] { $n } printers
}
equip-combien-ecrans = { $n ->
    [one] { $n } screen
   *[other] { $n } screens
}
equip-combien-reseau = { $n ->
    [one] { $n } piece of network
   *[other] { $n } pieces of network
}
equip-combien-mobilier = { $n ->
    [one] { $n } piece of furniture
   *[other] { $n } pieces of furniture
}
equip-combien-vehicules = { $n ->
    [one] { $n } vehicle
   *[other] { $n } vehicles
}
equip-combien-autre = { $n ->
    [one] { $n } other thing
   *[other] { $n } other things
}
equip-age = { $n ->
    [0] less than a year
    [one] { $n } year
   *[other] { $n } years
}
