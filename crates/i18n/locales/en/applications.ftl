# Calls that are held here: their form, the applications to them.

## The form of a call

formulaire-titre = Form
formulaire-de = Form: { $title }
formulaire-lead = Put the questions of the call together. An application that was begun keeps the questions that it was given.
formulaire-ferme = The form is not open yet.
formulaire-version = Version { $n }, opened on { $date }.
formulaire-vide = No question yet.
formulaire-ajouter = Add a question
formulaire-monter = Move up
formulaire-descendre = Move down
formulaire-retirer = Remove
formulaire-ouvrir = Open this version
formulaire-ouvrir-aide = Whoever begins from now on will answer these questions.
formulaire-question-titre = Question of the form
formulaire-question-lead = Only the question and its type are needed.
formulaire-question = Question
formulaire-question-hint = One line.
formulaire-question-manque = Write the question.
formulaire-sorte = Type of answer
formulaire-sorte-texte = Text
formulaire-sorte-nombre = Number
formulaire-sorte-montant = Amount in euros
formulaire-sorte-date = Date
formulaire-sorte-choix = Choice
formulaire-sorte-territoire = Territory
formulaire-sorte-structure = Organisation (SIRET)
formulaire-sorte-lieu = Place
formulaire-sorte-poste = Post
formulaire-sorte-fichier = File
formulaire-sorte-engagement = Commitment
formulaire-aide = Help
formulaire-aide-hint = What helps to answer. Optional.
formulaire-obligatoire = Required
formulaire-obligatoire-oui = Nothing is submitted without it
formulaire-long = For a text
formulaire-long-oui = Several lines
formulaire-reponses = For a choice: the possible answers
formulaire-reponses-hint = One a line, two at least.
formulaire-plusieurs = For a choice: how many
formulaire-plusieurs-oui = Several may be chosen
formulaire-plafond = For a number or an amount: the largest accepted
formulaire-plafond-hint = Leave empty where there is none.
formulaire-si = When to show it
formulaire-toujours = Always
formulaire-si-reponse = If “{ $label }” is “{ $answer }”
formulaire-trop = The form has many questions already: remove one first.
formulaire-sans-choix = Write two different answers at least, one a line.
formulaire-depend = A question depends on this one, or on one of its answers: it must stay after it.
formulaire-disparue = This question is no longer in the form.
formulaire-ailleurs = This call is answered elsewhere: it has no form here.

## Questions and answers

appel-questions = Questions and answers
appel-questions-lead = A question that was asked once is answered for everybody. Nobody reads who asked.
appel-questions-brouillon = Publish the call first: answers are read on its public page.
appel-question-repondre = Answer a question
appel-question-publier = Publish the answer
appel-question = Question received
appel-question-hint = With no name, and nothing that tells who asked.
appel-question-manque = Write the question.
appel-reponse-donnee = Answer
appel-reponse-manque = Write the answer.

## A call that is held here

appel-here = Applications are submitted here, on the form of the call.
appel-reponse = Where to answer
appel-reponse-ailleurs = With whoever organises it
appel-reponse-ici = Here, on a form
appel-jour-souple = End for applications begun in time
appel-jour-souple-hint = Optional, for a call that is answered here. Without this date the closing is strict.
appel-heure-souple = Hour of that end
appel-souple-avant = That end must come after the closing.
appel-wrong-form = Put together and open the form of this call first.

## Beginning

candidature-deposer = Apply
candidature-choisir = For which organisation do you apply?
candidature-pour = For { $name }
candidature-possible = This organisation may apply.
candidature-sans-structure = No organisation is in your charge. Ask whoever manages yours for access.
candidature-hors-zone = The call does not cover the communes of this organisation.
candidature-hors-type = The call is not open to this kind of organisation.
candidature-hors-dispositif = The call is for a scheme of which this organisation is no part.
candidature-prerempli = What Portulan knows already is filled in for you. You may change it.
candidature-commencer = Begin the application
candidature-sans-formulaire = This call cannot be answered here yet: its form is not open.
candidature-trop-tot = The call is not open yet.
candidature-close = The call is closed.

## Filling in

candidatures-titre = Applications
candidatures-de = Applications: { $name }
candidatures-lead = The applications that your organisation carries, fills in with others, or reads.
candidatures-aucune = No application yet.
candidatures-appels = Calls that concern your organisation
candidature-appel = Call
candidature-role = Role
candidature-role-porteuse = Lead organisation
candidature-role-partenaire = Partner
candidature-role-lectrice = Reader
candidature-porteuse = Lead organisation
candidature-etat = State
candidature-etat-brouillon = Draft, not submitted yet
candidature-etat-deposee = Submitted
candidature-etat-a-corriger = To correct
candidature-etat-retiree = Withdrawn
candidature-tardive = Received after the closing, and kept as such
candidature-recue = { $date } at { $time }, Paris time
candidature-poste = { $kind }, { $name }
candidature-oui = Yes
candidature-je-m-engage = We commit to it
candidature-aucun = Choose
candidature-obligatoire = Required to submit.
candidature-si = To fill in if “{ $label }” is “{ $answer }”.
candidature-reponses = Answers
candidature-sans-reponse = No answer
candidature-enregistrer = Save the draft
candidature-envoyer = Submit the application
candidature-voir-appel = See the call
candidature-complete = All required answers are there: you may submit.
candidature-sera-tardive = The call is closed. You may still submit: the application is kept as late, with its hour.
candidature-renvoyee = Whoever organises the call asks to correct some answers, and those alone.
candidature-a-repondre = Answer to be able to submit.
candidature-autre-reponse = Saved by somebody else, at “{ $label }”: { $answer }
candidature-fichiers = Files asked for
candidature-fichiers-aide = Save your answers first: each file is attached on its own page.
candidature-fichier-manque = not attached yet
candidature-joindre = Attach the file
candidature-pas-de-fichier = This question asks for no file.
candidature-participants = Those who take part
candidature-inviter = Invite an organisation
candidature-inviter-faire = Invite
candidature-invitee = Organisation invited
candidature-invitee-hint = Its name, as it is written here.
candidature-comme = What it may do
candidature-comme-partenaire = Fill in with us
candidature-comme-lectrice = Read only
candidature-retirer = Withdraw the application
candidature-retirer-aide = This is for good. Whoever organises the call keeps the receipt of a submission already made.
candidature-retrait = Confirmation
candidature-retrait-oui = I withdraw this application
candidature-retrait-sur = Tick the box to withdraw the application.

## Receipt

candidature-recepisse = Receipt
candidature-recepisse-titre = Receipt of submission
candidature-recepisse-pdf = Download the receipt (PDF)
candidature-recepisse-recue = Received on
candidature-numero = Number
candidature-envoi = Submission
candidature-empreinte = SHA-256 fingerprint
candidature-empreinte-aide = The fingerprint is that of the exact text of the application: another answer gives another fingerprint.

## What a body received

candidatures-recues = Applications received
candidatures-recues-lead = Those that were submitted, in the order in which they came. A draft is read by those who fill it in alone.
candidatures-aucune-recue = No application was submitted yet.
candidature-de = Application: { $name }
candidature-en-correction = Returned for correction. What follows may still change.
candidature-renvoyer = Return for correction
candidature-renvoi = Answers to correct
candidature-renvoi-hint = The others will not change.
candidature-renvoi-motif = What is to be corrected
candidature-renvoi-vide = Choose one answer to correct at least.
candidature-renvoi-sans-motif = Say what is to be corrected.

## What cannot be

candidature-reponses-fausses = Some answers are to be seen to: nothing is lost.
candidature-pas-porteuse = Only the lead organisation may do this.
candidature-lecture = Your organisation reads this application, and does not fill it in.
candidature-entre-temps = Somebody saved meanwhile. Your answers are still in the form: compare, then save again.
candidature-garde-autre = Not saved: somebody else has just saved. Your answers are still in the form: compare, then choose “Save the draft”.
candidature-garde-faux = Not saved: first correct what follows.
candidature-garde-faute = “{ $label }”: { $why }
candidature-garde-pas = Not saved. { $why }
candidature-plus-la = The application is no longer there: somebody moved it on meanwhile.
candidature-champ-ferme = An answer that is not to be corrected has changed.
candidature-porte-deja = This organisation carries the application already.
candidature-trop-de-participants = There are many who take part already.
candidature-faux-montant = Write a number, for instance: 1,250.50
candidature-faux-plafond = Not above { $most }.
candidature-faux-territoire = This territory is not known: write its name or its code.
candidature-faux-siret = This is no SIRET: fourteen figures.
candidature-faux-lieu = This place is not known: write its name or paste its address here.
candidature-faux-poste = This post is not known.

## Notes

note-formulaire-ouvert = The form is open.
note-candidature-commencee = The application is begun. Fill it in at your pace, then submit it before the closing.
note-candidature-enregistree = The draft is saved.
note-candidature-deposee = The application is submitted. Keep the receipt.
note-candidature-gardee-tard = The application came after the closing. It is kept as late, with its hour.
note-candidature-invitation = The organisation takes part in the application.
note-candidature-retiree = The application is withdrawn.
note-candidature-renvoyee = The application is returned for correction.

## Counts

candidature-manque = { $n ->
    [one] One required answer is missing.
   *[other] { $n } required answers are missing.
}
candidature-perdues = { $n ->
    [one] One answer was not kept, as another hides it: { $labels }.
   *[other] { $n } answers were not kept, as another hides them: { $labels }.
}
candidatures-brouillons = { $n ->
    [0] No application is being filled in.
    [one] One application is being filled in.
   *[other] { $n } applications are being filled in.
}
fusion-kind-application = { $n ->
    [one] One application will name it.
   *[other] { $n } applications will name it.
}
