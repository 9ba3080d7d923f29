# Mutualisations : proposées, convenues, déposées, quittées, défaites.

## Lists

mut-title = Mutualisations
mut-title-of = Mutualisations : { $name }
mut-lead = Demander ensemble ce qui coûte moins cher ensemble. Personne n'est engagé avant d'avoir dit son accord.
mut-own-lead = Les demandes communes où votre structure a une part. Rien n'est déposé sans l'accord de toutes les structures.
mut-en-cours = En cours
mut-finies = Terminées
mut-propositions = Propositions
mut-aucune = Aucune mutualisation.
mut-hypotheses = Les économies sont des fourchettes, calculées avec des hypothèses : prix courants, coûts habituels. Remplacez-les par vos devis avant de décider.
mut-proposition = Proposition { $rank } : { $names }
mut-pourquoi = Pourquoi ?
mut-proposer-celle-ci = Proposer une demande commune (proposition { $rank })
mut-ensemble = Proposer une demande commune
mut-ensemble-deux = Proposer une demande commune : { $titles }
mut-autres = { $n ->
    [one] Il y a { $n } autre proposition.
   *[other] Il y a { $n } autres propositions.
}
mut-seules = Intentions sans proposition
mut-choisir = Choisir soi-même
mut-choix = Intentions à demander ensemble
mut-choix-hint = Cochez-en au moins deux, de structures différentes.
mut-choisir-faire = Continuer avec ces intentions

## What a pool is

mut-nom = Nom
mut-nom-hint = Par exemple : Ordinateurs pour les accueils de Port-Clair.
mut-etat = État
mut-etat-proposee = Proposée
mut-etat-convenue = Convenue
mut-etat-deposee = Déposée
mut-etat-retiree = Retirée
mut-etat-defaite = Défaite
mut-porteur = Structure porteuse
mut-porteur-hint = Elle dépose la demande pour toutes.
mut-beneficiaires = Structures bénéficiaires
mut-total = Montant demandé
mut-version = Version des termes
mut-reference = Référence de la demande
mut-reference-hint = Le numéro du dossier, là où il est déposé. Le même qu'aux lignes des enveloppes.
mut-commun = Part commune
mut-commun-hint = Ce qui est payé une fois pour toutes. Par exemple : 6 000 €.
mut-commun-dit = { $amount }, répartie : { $key }
mut-cle = Répartition de la part commune
mut-cle-egal = à parts égales
mut-cle-propre = selon les parts propres
mut-cle-temps = selon le temps par semaine
mut-cle-materiel = selon le matériel demandé
mut-cle-poids = selon des poids convenus
mut-poids = Poids de chaque structure
mut-poids-aide = Seulement si la part commune est répartie selon des poids convenus. Un nombre entier par structure : avec 2 et 1, la première paie deux fois plus que l'autre.
mut-poids-de = Poids : { $name }
mut-poids-dit = { $name } { $n }
mut-cle-poids-dit = selon des poids convenus ({ $all })
mut-structure = Structure
mut-intention = Intention
mut-intentions = Intentions
mut-parts = Parts de chaque structure
mut-part = Part totale
mut-part-propre = Part propre
mut-part-commune = Part du commun
mut-part-avant = Aujourd'hui
mut-part-apres = Après le départ
mut-part-rien = rien
mut-propres = Part propre de chaque intention
mut-propres-aide = Ce que chacune garde pour elle. Laissez vide si elle n'a rien en propre.
mut-propre-de = { $title } ({ $name })
mut-propre-dit = Dans l'intention : de { $least } à { $most }.
mut-lieu = Lieu
mut-temps-title = Temps par lieu
mut-temps-semaine = Par semaine
mut-temps = { $hours }, soit { $etp } temps plein
mut-duree = { $h } h { $m }
mut-duree-ronde = { $h } h

## Agreements

mut-accord = Accord
mut-accord-attendu = attendu
mut-accord-le = donné le { $at }
mut-accord-sans = pas demandé
mut-accord-aide = Vous donnez votre accord aux termes affichés ici (version { $version }), et à aucun autre. S'ils changent, on vous demandera à nouveau.
mut-accepter = Donner l'accord de la structure
mut-attendus = Accord attendu : { $names }.
mut-etape-proposee = Les accords sont demandés.
mut-etape-convenue = Toutes les structures sont d'accord. La demande peut être déposée.
mut-etape-deposee = La demande est déposée.
mut-etape-retiree = La demande a été retirée. Chaque structure a retrouvé ses intentions.
mut-etape-defaite = La mutualisation a été défaite avant le dépôt. Chaque structure a retrouvé ses intentions.
mut-votre-part = Votre part : { $total }, dont { $own } en propre et { $common } du commun.

## Terms

mut-nouvelle = Nouvelle mutualisation
mut-nouvelle-aide = Dites qui porte la demande, ce que chacune garde pour elle et ce qui est commun. Les parts se calculent au centime.
mut-modifier = Changer les termes
mut-modifier-aide = L'accord de toutes les structures sera demandé à nouveau.
mut-motif = Pourquoi
mut-motif-hint = Les autres structures le liront.
mut-apercu = Parts qui en résultent
mut-apercu-total = Montant demandé ensemble : { $total }.
mut-apercu-change = Les parts ont changé avec ce que vous avez écrit. Vérifiez-les plus bas, puis envoyez à nouveau.
mut-proposer = Proposer cette mutualisation
mut-changer = Enregistrer ces termes

## Acts

mut-deposer = Déposer la demande
mut-deposer-aide = À partir de là, plus rien n'est réécrit : un départ devient un avenant.
mut-retirer = Retirer la demande
mut-retirer-aide = La demande est reprise. Chaque structure retrouve ses intentions, telles qu'elles étaient.
mut-defaire = Défaire la mutualisation
mut-defaire-aide = Chaque structure retrouve ses intentions, telles qu'elles étaient. Ce qui a été convenu reste dans l'histoire.
mut-quitter = Quitter la mutualisation
mut-quitter-aide = Voici ce que votre départ change.
mut-suivant = Qui porte la demande ensuite ?
mut-depart-libres = Ces intentions vous reviennent, telles qu'elles étaient : { $wants }.
mut-depart-defaite = Il ne resterait qu'une structure : la mutualisation est défaite et toutes les intentions sont libres.
mut-depart-suite = Les autres se partagent la part commune. Leur accord est demandé à nouveau.
mut-depart-parts = Parts avant et après le départ

## History

mut-histoire = Histoire
mut-fait-proposer = Mutualisation proposée (version { $version })
mut-fait-accepter = { $name } est d'accord avec la version { $version }
mut-fait-changer = Termes changés (version { $version })
mut-fait-partir = { $name } a quitté la mutualisation (version { $version })
mut-fait-deposer = Demande déposée (version { $version })
mut-fait-retirer = Demande retirée
mut-fait-defaire = Mutualisation défaite
mut-fait-quand = { $at }. Montant demandé : { $total }.
mut-fait-motif = Motif : { $why }

## What became of the request

mut-suite = Suite donnée à la demande
mut-suite-enveloppe = Enveloppe
mut-suite-rien = Aucune ligne d'une enveloppe ne porte la référence de cette demande pour l'instant.
mut-suite-somme = Pour cette demande : { $promised } promis, { $granted } accordés, { $paid } versés.
mut-suite-demandes = Demandes communes
mut-suite-retour = { $title } (demande { $request })

## Refusals

mut-refus-motif = Dites pourquoi.
mut-refus-reference = Écrivez la référence de la demande, en une ligne.
mut-refus-deux = Cochez au moins deux intentions.
mut-refus-prise = Une de ces intentions n'est plus libre : elle est retirée, demandée ou déjà dans une mutualisation.
mut-refus-inconnue = Une de ces intentions n'existe pas, ou n'est pas montrée à cette gouvernance.
mut-refus-sans-part = Vous pouvez proposer une mutualisation où votre structure a une intention. Pour les autres, adressez-vous à qui anime la gouvernance.
mut-refus-etat = Ce n'est plus possible. État de la mutualisation : { $state }.
mut-refus-hors = { $name } n'a pas de part dans cette mutualisation.
mut-refus-version = Les termes ont changé depuis que vous les avez lus. Ouvrez à nouveau la page pour les lire.
mut-refus-porteur = Choisissez une structure qui a une part et qui reste.
mut-refus-autres = Les intentions d'une mutualisation ne changent pas : défaites-la, puis proposez-en une autre.
mut-refus-derniere = Votre structure est la dernière : la demande se retire, elle ne se quitte pas.
mut-refus-seule = La structure d'une de ces intentions souhaite rester seule.
mut-refus-deux-fois = Une intention est choisie deux fois.
mut-refus-une = Il faut les intentions d'au moins deux structures.
mut-refus-cle = Avec cette répartition, personne n'a de part : choisissez-en une autre.
mut-refus-poids = Écrivez un nombre entier, de 0 à 1 000 000.
mut-refus-poids-aucun = Donnez un poids à au moins une structure, ou choisissez une autre répartition.
mut-refus-intention = Une de ces intentions a des années, un montant ou des nombres impossibles.
mut-refus-compte = Les parts ne font pas le total.

note-mut-proposer = La mutualisation est proposée. L'accord de chaque structure est demandé.
note-mut-accepter = L'accord de la structure est enregistré.
note-mut-changer = Les termes sont enregistrés. L'accord de chaque structure est demandé à nouveau.
note-mut-deposer = La demande est déposée.
note-mut-retirer = La demande est retirée.
note-mut-defaire = La mutualisation est défaite. Chaque structure a retrouvé ses intentions.
note-mut-quitter = Votre structure a quitté la mutualisation.
