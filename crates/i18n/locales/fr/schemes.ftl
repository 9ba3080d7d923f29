# Schemes, networks, clusters and sectors.

## What forms ask for again and again

typed-unknown = « { $text } » n'est pas connu ici : vérifiez le nom, ou collez l'adresse de sa page.
typed-several = « { $text } » désigne plusieurs choses : écrivez son code, ou collez l'adresse de sa page.
typed-name-missing = Écrivez un nom.
typed-organisation-missing = Écrivez le nom de la structure.
typed-day-missing = Écrivez une date.
typed-day-wrong = Cette date n'existe pas : écrivez par exemple 31/12/2026.
typed-period-backwards = La fin doit venir après le début.
typed-moved = Quelqu'un d'autre vient de modifier cette fiche. Ce que vous avez écrit est gardé ci-dessous : relisez, puis enregistrez de nouveau.
area-communes = { $n } communes
period-from-to = du { $from } au { $to }
period-since = depuis le { $from }
period-until = jusqu'au { $to }

## Schemes, for everybody

disp-title = Dispositifs et réseaux
disp-lead = Qui travaille ensemble pour aider sur le numérique, où, et avec qui.
disp-none = Aucun dispositif n'est décrit ici pour le moment.
disp-over = Ce dispositif est terminé : cette page garde ce qu'il a été.
disp-lieux = { $n ->
    [one] { $n } lieu
   *[other] { $n } lieux
}
disp-more = Et { $count } autres.
disp-gouvernance = Qui décide
disp-gouvernance-none = Pas d'instance propre : il est suivi par celles qui le portent.
disp-related = Dispositifs liés
disp-quand = Période
disp-type-name = Nature
disp-pilote-name = Piloté par
disp-partenaires-name = Avec
disp-niveau-name = Niveau
disp-zone-name = Territoire

## Schemes, at the desk

disp-desk-title = Dispositifs
disp-desk-lead = Les dispositifs et réseaux que vous coordonnez : lieux, postes, services.
disp-desk-none = Aucun dispositif pour le moment. Créez le premier : vous y ajouterez ensuite des lieux et des postes.
disp-nouveau = Nouveau dispositif
disp-form-title = La fiche
disp-see = Voir la page publique
disp-nom = Nom
disp-type = Nature du dispositif
disp-type-programme = Programme avec des moyens
disp-type-reseau = Réseau de lieux
disp-type-label = Label que portent des lieux
disp-niveau = Niveau qui le pilote
disp-niveau-hint = Une commune, une intercommunalité, un département… Il ne changera plus.
disp-niveau-other = Ce niveau n'est pas le vôtre : choisissez-en un que vous coordonnez.
disp-zone = Communes et quartiers couverts
disp-zone-hint = Noms, codes ou territoires entiers, séparés par des virgules : Rennes, 35047, Rennes Métropole.
disp-pilote = Structure qui le pilote
disp-partenaires = Partenaires
disp-partenaires-n = Partenaire { $n }
disp-debut = Premier jour
disp-fin = Dernier jour
disp-fin-hint = Laissez vide s'il n'a pas de fin. Pour l'arrêter, écrivez son dernier jour.
disp-parent = Fait partie de
disp-parent-hint = Le nom d'un autre dispositif, s'il en est la partie locale.
disp-programme = Programme national
disp-programme-hint = Les lieux du territoire qui portent ce programme lui appartiennent sans être saisis de nouveau.
disp-reseau = Réseau nommé dans les fiches des lieux
disp-reseau-hint = Les lieux dont la fiche cite ce réseau lui appartiennent sans être saisis de nouveau.
disp-resume = À quoi il sert
disp-resume-hint = Quelques phrases simples, lues par tout le monde.
disp-aucun = Aucun
disp-lieu = Ajouter un lieu
disp-lieu-hint = Son nom exact, ou l'adresse de sa page.
disp-lieu-by-record = d'après sa propre fiche
note-disp-saved = C'est enregistré.
note-disp-lieu-added = Le lieu est ajouté.
note-disp-lieu-removed = Le lieu est retiré.

## Founding documents

doc-title = Textes fondateurs
doc-type = Nature du texte
doc-type-lettre = Lettre
doc-type-charte = Charte
doc-type-convention = Convention
doc-type-deliberation = Délibération
doc-type-arrete = Arrêté
doc-type-autre = Autre
doc-titre = Titre du texte
doc-date = Date du texte
doc-reference = Référence
doc-adresse = Adresse où le lire
doc-add = Ajouter ce texte
doc-about = { $kind } du { $date }

## Clusters

grappe-lead = Des lieux et des structures qui travaillent ensemble.
grappe-desk-title = Grappes
grappe-desk-lead = Des regroupements libres de lieux, de communes et de structures.
grappe-desk-none = Aucune grappe pour le moment.
grappe-nouvelle = Nouvelle grappe
grappe-unlinked = Cette grappe n'est reliée à aucune intercommunalité.
grappe-nom = Nom
grappe-niveaux = Niveaux auxquels elle est rattachée
grappe-niveaux-hint = Un par ligne, par exemple Rennes, puis Rennes Métropole. Ils ne changeront plus.
grappe-niveaux-n = Niveau { $n }
grappe-niveaux-name = Niveaux
grappe-niveaux-missing = Écrivez au moins un niveau.
grappe-zone = Communes et quartiers
grappe-zone-hint = Noms, codes ou territoires entiers, séparés par des virgules.
grappe-structures = Structures
grappe-structures-n = Structure { $n }
grappe-structures-name = Structures
grappe-debut = Premier jour
grappe-fin = Dernier jour
grappe-resume = À quoi elle sert
grappe-lieu = Ajouter un lieu
grappe-lieu-hint = Son nom exact, ou l'adresse de sa page.

## Sectors

secteur-title = Secteurs
secteur-title-of = Secteurs : { $name }
secteur-lead = Comment le territoire est partagé, et qui couvre chaque partie.
secteur-add = Ajouter un secteur
secteur-change = Modifier ce secteur
secteur-nom = Nom du secteur
secteur-zone = Communes et quartiers du secteur
secteur-zone-hint = Noms ou codes, séparés par des virgules.
secteur-zone-missing = Écrivez au moins une commune.
secteur-structure = Structure qui le couvre
secteur-structure-hint = Laissez vide si personne ne le couvre.
secteur-debut = Depuis le
secteur-fin = Jusqu'au
secteur-about = { $area } ; couvert par { $who }
secteur-nobody = { $area } ; personne ne le couvre
secteur-left-out = Dans aucun secteur : { $area }.
secteur-shared = Dans plusieurs secteurs : { $area }.
secteur-beyond = Dans un secteur, mais hors du territoire : { $area }.
secteur-uncovered = Dans un secteur que personne ne couvre aujourd'hui : { $area }.
note-secteur-saved = Le secteur est enregistré.
note-secteur-removed = Le secteur est retiré.
