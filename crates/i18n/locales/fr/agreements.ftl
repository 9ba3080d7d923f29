# Agreements on money that was granted.

## Lists

conv-title = Conventions
conv-of-envelope = Conventions : { $name }
conv-of-organisation = Conventions de { $name }
conv-lead = Ce qui est signé avec chaque structure qui reçoit l'argent de cette enveloppe, et ce qui suit : versements, bilans, avenants, remboursements.
conv-own-lead = Les conventions qui ont été envoyées à votre structure pour signature, et les bilans à rendre.
conv-none = Aucune convention pour le moment.
conv-none-own = Votre structure n'a pas encore reçu de convention.
conv-sans = Accordé sans convention
conv-une = Convention
conv-name = { $request } : { $name }
conv-montant-convenu = Montant convenu
conv-bilan-attendu = Bilan attendu
conv-attendu = { $report }, avant le { $day }
conv-attendu-en-retard = { $report } en retard : attendu le { $day }
conv-new = Nouvelle convention
conv-new-for = Rédiger pour { $request }
conv-new-lead = Une convention porte sur l'argent déjà accordé à une demande. Rien n'est versé ici : les versements s'écrivent dans l'enveloppe.
conv-new-none = Rien n'est accordé sans convention sur cette enveloppe : accordez d'abord, la convention vient après.
conv-make = Créer la convention
conv-change = Modifier le brouillon
conv-change-lead = Un brouillon n'engage personne. Son montant ne dépasse pas ce qui est accordé.
conv-amend = Faire un avenant
conv-amend-lead = Ce qui était convenu avant reste lisible. Une échéance déjà versée ne change pas.
conv-amend-do = Enregistrer l'avenant

## What is agreed

conv-demande = Demande accordée
conv-demande-dite = { $request }, { $name } : { $amount } accordés
conv-enveloppe = Enveloppe
conv-objet = Objet
conv-objet-hint = Ce que l'argent paie, en quelques phrases.
conv-debut = Premier jour
conv-fin = Dernier jour
conv-echeances = Versements prévus
conv-echeance-n = Versement { $n }
conv-echeance-jour = Avant le
conv-echeance-montant = Montant
conv-jour-intermediaire = Bilan intermédiaire attendu le
conv-jour-intermediaire-hint = Laissez vide s'il n'y en a pas.
conv-jour-final = Bilan final attendu le
conv-ecart-manque = Les versements prévus laissent { $amount } de côté : tout ce qui est accordé n'y est pas.
conv-ecart-trop = Les versements prévus dépassent de { $amount } ce qui est accordé : faites un avenant, ou faites accorder la différence.
conv-echeance-dite = { $amount }, { $day }
conv-ligne-dite = Ligne { $line } : { $amount }, { $day }

## How far it is

conv-etat = État
conv-etat-redigee = En rédaction
conv-etat-envoyee = Envoyée pour signature
conv-etat-signee = Signée
conv-etat-amendee = Signée, avec avenant
conv-etat-bilan-intermediaire = Bilan intermédiaire reçu
conv-etat-bilan-final = Bilan final reçu
conv-etat-close = Close
conv-etat-interrompue = Interrompue
conv-depuis = { $state } depuis le { $day }
conv-signee-le = { $state } ; signature du { $day }
conv-signature = Signature
conv-signee-par = Signée le { $day } : { $by }.
conv-versee = Versé : ligne { $line }
conv-versee-en-partie = Versé en partie : ligne { $line }, il manque { $missing }
conv-en-retard = En retard : à verser
conv-a-venir = À venir
conv-pas-maintenant = Cette étape ne se fait pas maintenant. Où en est la convention : { $state }.

## Steps

conv-acte-envoyer = Envoyer pour signature
conv-acte-envoyer-aide = La signature se fait en dehors d'ici, sur le texte imprimé. La structure voit alors la convention dans son espace.
conv-acte-reprendre = Reprendre le brouillon
conv-acte-reprendre-aide = La convention redevient un brouillon : la structure ne la voit plus.
conv-acte-signer = Noter la signature
conv-acte-signer-aide = Le jour de la dernière signature, et la fonction de chaque signataire. Aucun nom n'est demandé.
conv-acte-verser = Relier un versement
conv-acte-verser-aide = Choisissez le versement prévu et la ligne de l'enveloppe qui l'a payé. Une ligne ne sert qu'une fois.
conv-acte-reclamer = Demander un remboursement
conv-acte-reclamer-aide = Jamais plus que ce qui est versé. La somme reste attendue jusqu'à ce qu'une ligne de l'enveloppe la note.
conv-acte-rendre = Noter un remboursement reçu
conv-acte-rendre-aide = Dans l'enveloppe, annulez d'abord la ligne du versement, puis notez ce qui est gardé par un nouveau versement. Ici, choisissez la ligne qui annule.
conv-acte-clore = Clore la convention
conv-acte-clore-aide = Après le bilan final, quand plus rien n'est attendu.
conv-acte-interrompre = Interrompre la convention
conv-acte-interrompre-aide = Elle s'arrête avant son terme. Un remboursement peut encore être demandé.
conv-jour = Jour
conv-motif = Motif
conv-motif-hint = Une phrase : elle reste avec la convention.
conv-montant = Montant
conv-signataires = Fonctions des signataires
conv-signataires-hint = Par exemple : présidence, direction générale.
conv-signataires-n = Fonction { $n }
conv-echeance = Versement prévu
conv-ligne = Ligne de l'enveloppe
conv-remboursement = Remboursement attendu

## What became of it

conv-avenants = Avenants
conv-avenant = Avenant { $n }, { $day } : { $reason }
conv-avenant-avant = Avant : { $instalments }
conv-bilans = Bilans
conv-bilan-dit = { $report } du { $day }, par { $by }. Dépensé : { $spent }.
conv-remboursements = Remboursements
conv-remboursement-dit = { $amount } demandés le { $day } : { $reason }
conv-remboursement-attendu = Attendu.
conv-remboursement-recu = Reçu : ligne { $line } de l'enveloppe.
conv-materiel = Matériel acheté
conv-materiel-somme = Cette convention paie { $share } d'un matériel qui coûte { $price }.

## Reports

conv-acte-bilan = Rendre un bilan
conv-bilan-title = Bilan : { $name }
conv-bilan-lead = Le formulaire est prérempli avec ce qui est déjà connu : les indicateurs de vos actions dans les feuilles de route, et la part payée du matériel inscrit à l'inventaire. Corrigez ce qui est faux.
conv-bilan = Quel bilan
conv-bilan-intermediaire = Bilan intermédiaire
conv-bilan-final = Bilan final
conv-bilan-final-hint = Après lui, plus aucun bilan n'est attendu.
conv-bilan-mots = Ce qui a été fait
conv-mesures = Mesures
conv-mesures-hint = Une par ligne.
conv-mesure = { $name } : { $value } ; visé : { $target } ({ $action })
conv-mesure-vue = { $value } { $unit } le { $day }
conv-depense = Dépensé sur cet argent
conv-depense-hint = Depuis le début. Par exemple : 4 400 €, ou 0.
conv-bilan-envoyer = Envoyer le bilan

## The text

conv-texte = Texte à imprimer
conv-texte-title = Convention { $name }
conv-texte-entre = Entre { $funder }, qui apporte l'argent, et { $name }, qui le reçoit.
conv-texte-objet = 1. Objet
conv-texte-objet-mots = La demande « { $request } » est financée par l'enveloppe « { $envelope } ».
conv-texte-montant = 2. Montant et versements
conv-texte-montant-mots = { $amount } sont versés ainsi :
conv-texte-duree = 3. Durée
conv-texte-duree-mots = L'argent sert à cet objet { $period }.
conv-texte-sans-duree = jusqu'au bilan final
conv-texte-bilans = 4. Bilans
conv-texte-bilans-un = Un bilan final est rendu avant le { $last }.
conv-texte-bilans-deux = Un bilan intermédiaire est rendu avant le { $interim }, un bilan final avant le { $last }.
conv-texte-materiel = 5. Matériel
conv-texte-materiel-mots = Le matériel acheté avec cet argent est inscrit à l'inventaire de la structure, avec son lieu, son prix et l'année de son renouvellement.
conv-texte-changements = 6. Changements et remboursement
conv-texte-changements-mots = Un changement se fait par un avenant que les deux signent.
conv-texte-rendre-mots = L'argent qui n'a pas servi à l'objet est rendu.
conv-texte-signatures = 7. Signatures
conv-texte-a-signer = Fait en deux exemplaires. Jour, fonction et signature de chacun :

## What is wrong

conv-wrong-objet = Écrivez ce que l'argent paie.
conv-wrong-bilan = Écrivez ce qui a été fait.
conv-wrong-depense = Écrivez ce qui a été dépensé : 0 si rien ne l'est encore.
conv-wrong-mesures = Au plus { $n } lignes, de { $chars } caractères chacune.
conv-refus-rien = Rien n'est accordé à cette demande de cette structure.
conv-refus-etape = Cette étape ne se fait pas maintenant. Où en est la convention : { $state }.
conv-refus-change = Quelqu'un a modifié le brouillon entre-temps : rouvrez-le dans un autre onglet, comparez, puis recommencez.
conv-refus-sans-echeance = Écrivez au moins un versement.
conv-refus-echeances = Au plus { $n } versements.
conv-refus-bilans = Le bilan final vient après le bilan intermédiaire.
conv-refus-accorde = Trop de { $over } : { $granted } sont accordés. Baissez un versement, ou faites accorder la différence.
conv-refus-tot = Pas avant le { $day }.
conv-refus-signataire = Écrivez la fonction d'un signataire au moins.
conv-refus-versee = Le versement de { $amount }, { $day }, est déjà payé : laissez-le tel quel.
conv-refus-liee = Déjà relié à la ligne { $line }.
conv-refus-versement = La ligne { $line } n'est pas un versement libre de cette convention.
conv-refus-trop = La ligne verse { $amount } de plus que ce qui est prévu : choisissez un autre versement, ou faites un avenant.
conv-refus-retour = La ligne { $line } n'annule pas un versement de cette convention.
conv-refus-rendre = On ne demande que ce qui est versé : { $amount } au plus.
conv-refus-bilan-final = Le bilan final est déjà là.
conv-refus-sans-bilan = Le bilan final est encore attendu.
conv-refus-du = Un remboursement est encore attendu.

## What was done

note-conv-saved = La convention est enregistrée.
note-conv-amended = L'avenant est enregistré.
note-conv-envoyer = La convention est envoyée pour signature.
note-conv-reprendre = La convention est de nouveau un brouillon.
note-conv-signer = La signature est notée.
note-conv-verser = Le versement est relié.
note-conv-reclamer = Le remboursement est demandé.
note-conv-rendre = Le remboursement est noté.
note-conv-clore = La convention est close.
note-conv-interrompre = La convention est interrompue.
note-conv-bilan = Le bilan est envoyé.

## Equipment

equip-title = Matériel
equip-of = Matériel : { $name }
equip-lead = Ce que la structure a acheté, où cela se trouve, et quand il faudra le renouveler. Seules les personnes de la structure et des lieux le voient.
equip-none = Aucun matériel n'est inscrit.
equip-calendrier = À renouveler
equip-a-renouveler = À renouveler en { $year } : { $what }
equip-a-renouveler-depuis = Était à renouveler en { $year } : { $what }
equip-lots = Lots
equip-new = Ajouter un lot
equip-new-lead = Un lot : du matériel de même nature, acheté le même jour, au même endroit.
equip-nature = Nature
equip-nature-ordinateurs = Ordinateurs
equip-nature-tablettes = Tablettes
equip-nature-imprimantes = Imprimantes et numériseurs
equip-nature-ecrans = Écrans et vidéoprojecteurs
equip-nature-reseau = Réseau : box, câbles, clés 4G
equip-nature-mobilier = Mobilier
equip-nature-vehicules = Véhicules
equip-nature-autre = Autre
equip-nombre = Combien
equip-detail = Précision
equip-detail-hint = Un modèle, une salle.
equip-achete = Acheté le
equip-achete-le = achetés le { $day }
equip-achat = Achat
equip-achat-dit = { $day }, { $price }
equip-prix = Prix
equip-prix-hint = Pour tout le lot, par exemple : 12 000 €.
equip-lieu = Lieu
equip-lieu-hint = Le nom exact d'un lieu, ou l'adresse de sa page. Laissez vide si le matériel n'est dans aucun lieu.
equip-nulle-part = dans aucun lieu
equip-renouvellement = À renouveler en
equip-renouvellement-hint = Une année, par exemple : 2031.
equip-convention = Payé par la convention
equip-convention-aucune = Aucune
equip-convention-dite = { $request } ({ $envelope })
equip-part = Part payée
equip-part-hint = La part du prix que la convention paie, par exemple : 4 800 €.
equip-paye-par = Payé par
equip-a-qui = À qui
equip-etat = État
equip-etat-en-service = En service
equip-etat-prete = Prêté
equip-etat-donne = Donné
equip-etat-rebut = Mis au rebut
equip-etat-depuis = { $day } : { $reason }
equip-depuis = Depuis le
equip-depuis-hint = Laissez vide si le matériel est en service.
equip-motif = Motif
equip-motif-hint = À qui il est prêté ou donné, ou pourquoi il est mis au rebut.
equip-partager = Détacher une partie du lot
equip-partager-aide = Une partie va ailleurs, est prêtée, donnée ou mise au rebut : le prix et la part payée sont partagés au centime.
equip-place-lead = Le matériel qui est ici, à qui il est, et quelle enveloppe l'a payé.
equip-place-none = Aucun matériel n'est inscrit dans ce lieu.
equip-faux-nombre = Écrivez un nombre entre 1 et { $n }.
equip-faux-partie = Une partie compte moins que le lot : gardez-en un au moins.
equip-faux-prix = Écrivez le prix du lot : 0 s'il a été donné.
equip-faux-part = La part payée est plus grande que zéro, et n'est pas plus grande que le prix.
equip-faux-annee = Le renouvellement vient après l'achat, dans les quarante ans.
equip-faux-avant = C'était avant l'achat.
equip-faux-convention = Choisissez une convention signée de cette structure, ou laissez la part vide.
equip-change-entre-temps = Quelqu'un a modifié ce lot entre-temps : rouvrez-le, puis recommencez.
note-equip-saved = L'inventaire est enregistré.

equip-combien-ordinateurs = { $n ->
    [one] { $n } ordinateur
   *[other] { $n } ordinateurs
}
equip-combien-tablettes = { $n ->
    [one] { $n } tablette
   *[other] { $n } tablettes
}
equip-combien-imprimantes = { $n ->
    [one] { $n } imprimante
   *[other] { $n } imprimantes
}
equip-combien-ecrans = { $n ->
    [one] { $n } écran
   *[other] { $n } écrans
}
equip-combien-reseau = { $n ->
    [one] { $n } équipement de réseau
   *[other] { $n } équipements de réseau
}
equip-combien-mobilier = { $n ->
    [one] { $n } meuble
   *[other] { $n } meubles
}
equip-combien-vehicules = { $n ->
    [one] { $n } véhicule
   *[other] { $n } véhicules
}
equip-combien-autre = { $n ->
    [one] { $n } autre objet
   *[other] { $n } autres objets
}
equip-age = { $n ->
    [0] moins d'un an
    [one] { $n } an
   *[other] { $n } ans
}
