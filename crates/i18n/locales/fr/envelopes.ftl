# Envelopes and their ledgers.

## Lists

env-title = Enveloppes
env-lead = L'argent mis de côté par un financeur : combien, pour quoi, pour qui, et ce qu'il en reste.
env-none = Aucune enveloppe pour le moment. On en crée une depuis l'espace d'une gouvernance.
env-of-body = Enveloppes de la gouvernance
env-body-title = Enveloppes : { $name }
env-body-lead = Ce qui est promis, accordé et versé. Une somme qui concerne moins de trois structures n'est pas montrée : on y lirait la part de chacune.
env-body-none = Cette gouvernance n'a pas encore d'enveloppe.
env-new = Nouvelle enveloppe
env-new-lead = Une enveloppe ne peut jamais être dépassée : les plafonds sont vérifiés à chaque ligne.
env-make = Créer l'enveloppe
env-change = Modifier l'enveloppe
env-change-lead = Le montant et les plafonds ne peuvent pas descendre sous ce qui est déjà promis ou accordé. Qui les écrit n'accorde pas d'argent sur cette enveloppe.
env-csv = Lignes en CSV

## What an envelope is

env-nom = Nom
env-nom-hint = Par exemple : Dotation d'ingénierie 2024.
env-objet = Ce qu'elle paie
env-objet-ingenierie = Ingénierie : études, animation, montage de dossiers
env-objet-formation = Formation
env-objet-postes = Postes
env-objet-investissement = Investissement : ordinateurs, mobilier, travaux
env-objet-fonctionnement = Fonctionnement
env-financeur = Financeur
env-financeur-hint = Le nom de la structure, ou un autre nom, par exemple : État.
env-financeur-est = Ce financeur est
env-financeur-est-connu = Une structure connue ici : ses responsables pourront accorder
env-financeur-est-autre = Quelqu'un d'autre, même s'il porte le même nom
env-montant = Montant
env-montant-hint = Par exemple : 55 400 €.
env-debut = Premier jour
env-fin = Dernier jour
env-quand = Période
env-plafonds = Plafonds
env-plafonds-aide = Laissez vide ce qui n'a pas de plafond.
env-plafonds-territoires = Par territoire
env-plafonds-territoires-hint = Un par ligne, par exemple « Rennes : 10 000 € ». Si vous en nommez, les autres territoires n'ont rien.
env-plafond-chacune = Pour chaque structure
env-plafond-chacune-hint = Le plus qu'une structure peut recevoir en tout.
env-plafonds-structures = Pour certaines structures
env-plafonds-structures-hint = Un par ligne, par exemple « CCAS : 10 000 € ». Il remplace le plafond de chaque structure.
env-taux = Part du coût
env-taux-aide = Laissez vide si l'enveloppe peut payer la totalité.
env-part = Au plus cette part du coût
env-part-hint = Par exemple : 40 %.
env-plancher = Au moins, par demande
env-plancher-hint = En dessous, une demande n'est pas prise.
env-plafond-demande = Au plus, par demande
env-plafond-demande-hint = Quel que soit le coût.
env-source = Source
env-source-hint = La lettre ou la page où ce montant est écrit.

env-named = { $name } : { $value }

## What became of it

env-usage = Où en est l'argent
env-use = { $promised } promis, { $granted } accordés dont { $paid } versés ; il reste { $left } sur { $whole }.
env-bar = Sur la barre : plein, versé ; traits droits, accordé et pas encore versé ; traits penchés, promis ; blanc, ce qui reste.
env-withheld = non montré
env-no-line = Rien n'est encore promis ni accordé.
env-by-year = Par année
env-by-territory = Par territoire
env-by-structure = Par structure
env-annee = Année
env-territoire = Territoire
env-structure = Structure
env-promis = Promis
env-accorde = Accordé
env-verse = Versé
env-plafond = Plafond
env-reste = Reste
env-no-ceiling = sans plafond
env-lines = Lignes
env-annulee = annulée

## A line

env-ligne = Ligne
env-ligne-jour = Jour
env-ligne-fait = Ce qui est fait
env-ligne-pour = Pour
env-ligne-demande = Demande
env-ligne-demande-hint = Le nom de la demande, de la promesse au versement. « Dossier 12 » et « dossier-12 » sont la même.
env-ligne-structure = Structure
env-ligne-structure-hint = Qui reçoit l'argent : son nom exact, ou l'adresse de sa page.
env-ligne-territoire = Territoire
env-ligne-territoire-hint = Où l'argent sert, par exemple : Rennes.
env-ligne-annee = Année
env-ligne-annee-hint = L'année pour laquelle l'argent est donné.
env-ligne-montant = Montant
env-ligne-montant-hint = Par exemple : 4 000 €.
env-ligne-cout = Coût total
env-ligne-cout-hint = L'enveloppe paie une part de ce coût.
env-ligne-decision = Décision
env-ligne-decision-hint = Son numéro, s'il y en a un.
env-ligne-motif = Motif
env-ligne-motif-hint = Une phrase : elle reste avec la ligne.
env-fait-promettre = Promis
env-fait-accorder = Accordé
env-fait-verser = Versé
env-fait-liberer = Rendu à l'enveloppe
env-fait-annuler = Annule la ligne { $n }
env-acte-promettre = Promettre
env-acte-promettre-aide = L'argent est mis de côté pour une demande. Qui promet à une demande ne lui accorde rien.
env-acte-accorder = Accorder
env-acte-accorder-aide = L'argent est donné par une décision. Ce qui était promis à la même demande est pris d'abord.
env-acte-verser = Noter un versement
env-acte-verser-aide = L'argent est parti, sur ce qui est accordé.
env-acte-liberer = Rendre à l'enveloppe
env-acte-liberer-aide = Ce qui est promis est rendu d'abord, puis ce qui est accordé et pas encore versé.
env-acte-annuler = Annuler une ligne
env-acte-annuler-aide = Une ligne n'est jamais changée : une autre l'annule, et dit pourquoi. Les deux restent.
env-annuler-this = Annuler la ligne { $line }
env-annuler-title = Annuler la ligne { $line }

## What is wrong

env-wrong-empty = Écrivez un montant plus grand que zéro.
env-wrong-ceiling = Un plafond ne peut pas être plus haut que l'enveloppe.
env-wrong-bound = Un minimum ou un maximum par demande est plus grand que zéro.
env-wrong-floor = Le minimum par demande est plus haut que le maximum.
env-wrong-funder = Écrivez qui apporte l'argent.
env-wrong-funder-unknown = Aucune structure connue ici ne s'appelle « { $text } ». Corrigez le nom, ou choisissez « Quelqu'un d'autre ».
env-wrong-line = Pas compris : « { $text } ». Écrivez un nom, deux-points, un montant.
env-wrong-twice = « { $text } » : ce nom est déjà sur une autre ligne. Gardez une seule ligne.
env-wrong-share = Écrivez une part entre 0,01 % et 100 %.
env-wrong-request = Écrivez le nom de la demande.
env-wrong-year = Écrivez une année, par exemple 2026.
env-wrong-reason = Écrivez pourquoi.
env-refus-enveloppe = Trop de { $over } : il reste { $left } dans l'enveloppe. Demandez moins, ou faites relever le montant.
env-refus-territoire = Trop de { $over } pour { $name } : son plafond est de { $ceiling }, il lui reste { $left }. Demandez moins, ou faites relever le plafond.
env-refus-structure = Trop de { $over } pour { $name } : son plafond est de { $ceiling }, il lui reste { $left }. Demandez moins, ou faites relever le plafond.
env-refus-taux = Trop de { $over } : cette demande peut recevoir { $ceiling } en tout, il lui reste { $left }.
env-refus-vide = Écrivez un montant plus grand que zéro.
env-refus-verser = On ne verse que ce qui est accordé : il reste { $amount } à verser à cette demande, pour cette structure, ce territoire et cette année.
env-refus-liberer = On ne rend que ce qui est tenu : { $amount } pour cette demande, cette structure, ce territoire et cette année.
env-refus-suite = D'autres lignes de la demande « { $request } » en dépendent : annulez-les d'abord.
env-refus-annulee = La ligne { $n } est déjà annulée, ou en annule une autre : écrivez une nouvelle ligne.
env-refus-rendue = La ligne { $n } rend de l'argent : promettez ou accordez de nouveau.
env-refus-formulaire = Ce formulaire a déjà servi : la ligne { $n } est écrite. Relisez-la, puis ouvrez un nouveau formulaire.
env-refus-ligne = Il n'y a pas de ligne { $n }.
env-refus-dates = L'enveloppe ne sert pas aujourd'hui : { $period }.
env-refus-annee = L'enveloppe sert les années { $from } à { $to }.
env-refus-cout = L'enveloppe paie une part du coût : écrivez le coût total.
env-refus-plancher = Une demande est d'au moins { $amount }.
env-refus-soi = Vous avez promis à cette demande, ou écrit un plafond : quelqu'un d'autre doit accorder.

## What was done

note-env-saved = L'enveloppe est enregistrée.
note-env-promettre = C'est promis.
note-env-accorder = C'est accordé.
note-env-verser = Le versement est noté.
note-env-liberer = C'est rendu à l'enveloppe.
note-env-annuler = La ligne est annulée.
