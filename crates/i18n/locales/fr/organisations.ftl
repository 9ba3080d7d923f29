## The list of organisations

orgs-title = Structures
orgs-total = { $n ->
    [0] Aucune structure n'est enregistrée sur votre territoire.
    [one] Une structure est enregistrée.
   *[other] { $n } structures sont enregistrées.
}

## Their fields

org-nom-name = Nom
org-type-name = Type
org-siret-name = SIRET ou RNA
org-courriel-name = Adresse électronique publique
org-telephone-name = Téléphone
org-site-name = Site
org-resume-name = Ce que fait la structure

## Their kinds

edit-org-type = Type de structure
edit-org-type-missing = Choisissez un type. Si aucun ne convient, choisissez « Autre ».
edit-org-type-commune = Commune
edit-org-type-commune-hint = Une mairie et ses services.
edit-org-type-epci = Intercommunalité
edit-org-type-epci-hint = Métropole, communauté urbaine, d'agglomération ou de communes.
edit-org-type-departement = Département
edit-org-type-departement-hint = Le conseil départemental.
edit-org-type-region = Région
edit-org-type-region-hint = Le conseil régional.
edit-org-type-etat = Service de l'État
edit-org-type-etat-hint = Préfecture, rectorat, France Travail.
edit-org-type-public = Autre organisme public
edit-org-type-public-hint = CCAS, CAF, hôpital, université.
edit-org-type-association = Association
edit-org-type-association-hint = Fondation, centre social associatif.
edit-org-type-entreprise = Entreprise
edit-org-type-entreprise-hint = Société, coopérative, indépendant.
edit-org-type-bibliotheques = Réseau de bibliothèques
edit-org-type-collectif = Collectif
edit-org-type-collectif-hint = Des personnes qui agissent ensemble sans être déclarées.
edit-org-type-autre = Autre

## A choice between two answers

edit-session-told = { $title } : { $times }

## On the page of a place

place-organisations = Tenu par
