# Posts: what is funded, who hosts it, when it ends. Never who holds it, but on the page made for it.

## Lists

poste-title = Postes
poste-title-in = Postes : { $name }
poste-title-of = Postes du dispositif : { $name }
poste-desk-title = Postes
poste-lead = Les postes dont vous répondez. Ce qui se termine bientôt vient d'abord.
poste-none = Aucun poste pour le moment.
poste-total = { $what }. Un poste prolongé compte une fois.
poste-count = { $n ->
    [one] { $n } poste
   *[other] { $n } postes
}
poste-count-etp = , { $etp } { $n ->
    [one] équivalent temps plein
   *[other] équivalents temps plein
}
poste-count-unknown = , temps de travail non communiqué pour { $n }
poste-nouveau = Nouveau poste
poste-quoi = Poste
poste-niveau-name = Niveau
poste-temps-name = Temps plein
poste-a-suivre = À suivre

## What is known of a post

poste-type = À quoi il sert
poste-type-conseiller-numerique = Conseiller numérique
poste-type-coordinateur = Coordination
poste-type-mediateur = Médiation numérique
poste-type-informaticien-public = Informatique publique
poste-type-autre = Autre poste
poste-niveau = Niveau qui en répond
poste-niveau-hint = Là où il est compté, une seule fois.
poste-niveau-beyond = Ce niveau n'est pas dans celui du dispositif.
poste-accueil = Structure d'accueil
poste-accueil-hint = Là où la personne travaille.
poste-employeur = Employeur
poste-employeur-hint = Qui signe le contrat, si ce n'est pas la structure d'accueil.
poste-employeur-name = Employeur
poste-secteur = Communes et quartiers couverts
poste-secteur-hint = Noms ou codes, séparés par des virgules.
poste-lieux = Lieux où il travaille
poste-lieux-hint = Un par ligne, avec la part du temps si vous la connaissez : ESC Villejean ; 50 %.
poste-lieux-name = Lieux
poste-lieux-too-much = Les parts dépassent 100 % du temps du poste.
poste-coordination = Poste qui le coordonne
poste-ouvert = Ouvert le
poste-temps = Part d'un temps plein
poste-temps-hint = 100 pour un temps plein, 80 pour quatre cinquièmes.
poste-temps-wrong = Écrivez un nombre de 1 à 100, par exemple 80.
poste-etat = État
poste-etat-vacant = Vacant
poste-etat-occupe = Pourvu
poste-etat-rendu = Rendu
poste-jusque = Fin du contrat
poste-jusque-hint = Si le poste est pourvu et que le contrat a une fin.
poste-open = Ouvrir ce poste
note-poste-opened = Le poste est ouvert.

## Funding

fin-qui = Qui finance
fin-type = Cadre du financement
fin-type-v1 = Première convention (France Relance)
fin-type-v2 = Deuxième convention
fin-type-local = Collectivité
fin-type-propre = Structure d'accueil
fin-type-autre = Autre
fin-reference = Référence de la convention
fin-montant = Montant pour toute la période, en euros
fin-montant-hint = Laissez vide si vous ne le connaissez pas.
fin-montant-wrong = Écrivez un montant, par exemple 17 500.
fin-debut = Financé à partir du
fin-fin = Financé jusqu'au

## Its life

poste-vie = La vie du poste
poste-fonds = Financements
poste-equipe = { $n ->
    [one] Équipe : { $n } poste
   *[other] Équipe : { $n } postes
}
poste-temps-de = { $etp } temps plein
poste-prolonge = Prolongé
poste-occupe-jusque = Pourvu, contrat jusqu'au { $date }
poste-fin-fonds = Le financement s'arrête le { $date }.
poste-fin-contrat = Le contrat s'arrête le { $date }.
poste-passe-fonds = Le financement s'est arrêté le { $date }.
poste-passe-contrat = Le contrat s'est arrêté le { $date }.
poste-vacant-depuis = Vacant depuis le { $date }.

## Its steps

poste-geste-prolonger = Prolonger ce poste
poste-geste-pourvoir = Quelqu'un prend ce poste
poste-geste-liberer = Ce poste se libère
poste-geste-temps = Changer le temps de travail
poste-geste-fiche = Corriger la fiche
poste-geste-rendre = Rendre ce poste
prolonge-le = Prolongé à partir du
prolonge-le-hint = C'est le même poste qui continue : il n'est pas compté une deuxième fois.
prolonge-temps = Nouvelle part d'un temps plein
prolonge-temps-hint = Laissez vide si elle ne change pas.
pourvu-le = Pourvu le
pourvu-jusque = Fin du contrat
libre-le = Libre à partir du
temps-le = À partir du
temps-part = Part d'un temps plein
temps-part-hint = 100 pour un temps plein, 80 pour quatre cinquièmes.
rendu-le = Rendu le
rendu-le-hint = Un poste rendu n'existe plus et ne revient pas.
poste-not-now = Le poste n'est pas dans un état qui le permet.
poste-too-early = Pas avant le { $date }, jour de son dernier changement.
poste-nothing-extended = Ce financement s'arrête avant que la prolongation commence.
note-poste-extended = Le poste est prolongé. Il est toujours compté une seule fois.
note-poste-returned = Le poste est rendu.

## Who holds it

titulaire-title = Qui occupe ce poste
titulaire-lead = Seules les personnes qui coordonnent lisent cette page. Le nom n'apparaît sur aucune page publique ni dans aucun fichier, et il est effacé à la fin du contrat. Écrivez-le si la personne est d'accord.
titulaire-nom = Nom de la personne
titulaire-nom-hint = Laissez vide pour effacer ce qui était écrit.
titulaire-courriel = Courriel de travail
titulaire-contrat = Contrat
titulaire-contrat-cdd = Contrat à durée déterminée
titulaire-contrat-cdi = Contrat à durée indéterminée
titulaire-contrat-cdp = Contrat de projet
titulaire-contrat-pec = Parcours emploi compétences
titulaire-contrat-autre = Fonctionnaire, ou autre
titulaire-depuis = Depuis le
titulaire-jusque = Jusqu'au
note-titulaire-saved = C'est enregistré. Rien n'en est public.
