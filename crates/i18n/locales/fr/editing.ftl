# The forms on which people change what is known of a place.

## Changing what is known of a place

edit-title = Modifier : { $name }
edit-title-part = { $part } : { $name }
edit-lead = Changez ce qui n'est plus juste. Si tout est encore vrai, dites-le : les personnes qui cherchent de l'aide s'y fieront.
edit-see = Voir la page publique
edit-parts = Parties de la fiche
edit-change = Modifier
edit-change-this = Modifier : { $part }
edit-confirm = C'est toujours juste
edit-confirm-this = C'est toujours juste : { $part }
edit-known = D'où vient cette information
edit-source = Source : { $source }
edit-source-here = saisie sur ce site
edit-invite = Vous tenez ce lieu ? Mettez-le à jour
edit-choice-unknown = Une des réponses n'est pas dans la liste : choisissez parmi celles qui sont proposées.
edit-too-long = C'est trop long : { $n } signes au plus.
edit-too-many = C'est trop : { $n } au plus.
note-place-saved = C'est enregistré, et visible dès maintenant.
note-place-same = C'était déjà ainsi : rien n'a changé.
note-place-confirmed = Merci : l'information est confirmée à la date d'aujourd'hui.
note-draft-forgotten = Le brouillon est oublié.

## Drafts

edit-draft = Vous aviez commencé le { $date }, sans enregistrer.
edit-draft-resume = Reprendre ce brouillon
edit-draft-forget = L'oublier

## Two people at once

edit-clash-title = Quelqu'un a modifié la même chose que vous
edit-clash-lead = Pendant que vous écriviez, une autre personne a enregistré une autre réponse. Choisissez celle qui est juste. Le reste de ce que vous avez écrit est gardé.
edit-clash-before = Avant :
edit-clash-theirs = Ce qu'a écrit l'autre personne :
edit-clash-mine = Ce que vous avez écrit :

## Parts

edit-part-horaires = Horaires
edit-part-horaires-lead = Quand le bâtiment est ouvert. Les moments où l'on aide vraiment sont dans « Permanences ».
edit-part-permanences = Permanences
edit-part-permanences-lead = Les moments où quelqu'un aide : permanences, ateliers. Choisissez-en une pour la modifier.
edit-part-services = Services
edit-part-services-lead = Cochez ce que l'on peut vraiment faire chez vous.
edit-part-contact = Contact
edit-part-contact-lead = Ce qui est écrit ici est public.
edit-part-adresse = Adresse
edit-part-adresse-lead = L'adresse où l'on vient, et sa place sur la carte.
edit-part-publics = Publics
edit-part-publics-lead = Ne cochez que si vous vous adressez à certaines personnes. Sans réponse, tout le monde est bienvenu.
edit-part-acces = Venir
edit-part-acces-lead = Comment on vient, ce que cela coûte, où l'on prend rendez-vous.
edit-part-presentation = Présentation
edit-part-presentation-lead = Le nom du lieu, et quelques phrases simples.
edit-part-reseaux = Réseaux
edit-part-reseaux-lead = Les réseaux et les programmes dont le lieu fait partie.

## Opening hours

edit-mode = Comment voulez-vous donner les horaires ?
edit-mode-semaine = Remplir la semaine
edit-mode-texte = Les écrire en une phrase
edit-mode-garder = Garder ceux qui sont connus
edit-week = Semaine
edit-week-hint = Début et fin de chaque moment. Laissez vide un jour fermé, ou tout si vous ne savez pas.
edit-week-range = Moment { $n }
edit-week-from = { $day }, moment { $n }, début
edit-week-to = { $day }, moment { $n }, fin
edit-week-copy = Recopier { $day } jusqu'à { $last }
edit-week-half = Il manque un début ou une fin.
edit-week-time = Écrivez une heure, par exemple 9:30.
edit-week-backwards = La fin doit venir après le début.
edit-week-overlap = Deux moments se chevauchent ou se touchent : réunissez-les.
edit-week-many = Trois moments au plus par jour.
edit-ferme = Jours fermés
edit-ferme-feries = Fermé les jours fériés
edit-ferme-vacances = Fermé pendant les vacances scolaires
edit-closings = Fermetures à des dates précises
edit-closings-hint = Premier et dernier jour. Pour un seul jour, remplissez le premier.
edit-closing-from = Fermeture { $n }, premier jour
edit-closing-to = Fermeture { $n }, dernier jour
edit-closing-backwards = Le dernier jour doit venir après le premier.
edit-closing-date = Écrivez une date, par exemple 24/12/2026.
edit-texte = Horaires en une phrase
edit-texte-hint = Par exemple : du lundi au vendredi de 9 h à 12 h, le 1er samedi du mois de 10 h à 12 h. Ce qui n'est pas compris est montré tel quel.
edit-preview = Voir le résultat
edit-preview-title = Voici ce que les personnes liront :
edit-hours-none = Horaires non connus.
edit-hours-unread = Ce texte sera montré tel quel, sans calcul de « ouvert maintenant » :
edit-hours-kept = Ces horaires sont trop particuliers pour la grille : vous pouvez les garder.
edit-hours-vary = Cette semaine : { $week }
edit-told-feries = Fermé les jours fériés.
edit-told-vacances = Fermé pendant les vacances scolaires.
edit-told-closing = Fermé : { $days }.

## Services and publics

edit-services = Que peut-on faire ici ?
edit-accompagnement = Sous quelle forme aidez-vous ?
edit-publics = Vous adressez-vous à certaines personnes ?
edit-accueil = Qui pouvez-vous accueillir de façon adaptée ?

## Contact

edit-telephone = Téléphone
edit-telephone-n = Téléphone { $n }
edit-telephone-hint = Dix chiffres : 02 99 00 00 00.
edit-telephone-wrong = « { $text } » n'est pas un numéro français : vérifiez les chiffres.
edit-courriel = Courriel
edit-courriel-n = Courriel { $n }
edit-courriel-hint = Celui du lieu, jamais celui d'une personne.
edit-courriel-wrong = « { $text } » n'est pas une adresse de courriel.
edit-site = Site
edit-site-n = Site { $n }
edit-site-wrong = « { $text } » n'est pas une adresse de site, comme https://exemple.fr

## Address

edit-rue = Numéro et rue
edit-complement = Complément
edit-complement-hint = Bâtiment, étage, entrée : ce qui aide à trouver la porte.
edit-code-postal = Code postal
edit-code-postal-wrong = Un code postal a cinq chiffres.
edit-commune = Commune
edit-commune-missing = Écrivez le nom de la commune.
edit-commune-unknown = Cette commune n'est pas trouvée : vérifiez son nom et le code postal.
edit-itinerance = Le lieu a-t-il une adresse fixe ?
edit-point = Place sur la carte
edit-point-find = Chercher cette adresse sur la carte
edit-point-found = Trouvé :
edit-point-prendre = Le point montré est le bon
edit-point-garder = Garder le point d'avant
edit-point-lost = Cherchez de nouveau l'adresse sur la carte.
edit-point-elsewhere = La commune change : cherchez l'adresse sur la carte avant d'enregistrer.
edit-point-nothing = Cette adresse n'est pas trouvée : vérifiez-la. Le point d'avant est gardé.

## Coming

edit-venir = Comment vient-on ?
edit-prix = Combien cela coûte-t-il ?
edit-rdv = Adresse pour prendre rendez-vous en ligne
edit-acceslibre = Fiche Acceslibre
edit-acceslibre-hint = L'adresse de la fiche du bâtiment sur acceslibre.beta.gouv.fr : marches, largeur des portes, places de parking.

## Presentation

edit-nom = Nom du lieu
edit-nom-missing = Donnez un nom au lieu.
edit-resume = En une phrase ou deux
edit-resume-hint = 280 signes au plus. Elle se lit dans les listes.
edit-detail = Plus longuement
edit-structure = Structure dont le lieu dépend
edit-structure-hint = Par exemple : Ville de Rennes, CCAS, une association.

## Networks

edit-reseaux = Réseaux
edit-dispositifs = Programmes nationaux
edit-labels = Formations et labels
edit-autre-label = Autres formations ou labels
edit-autre-label-n = Autre formation ou label { $n }

## Sessions

edit-session-new = Ajouter une permanence ou un atelier
edit-session-remove = Retirer cette permanence
edit-session-never = Donnez au moins un jour et une heure.
edit-titre = Nom (facultatif)
edit-titre-hint = Par exemple : Permanence numérique, Atelier téléphone.
edit-quand = Quand ?
edit-quand-semaine = Chaque semaine
edit-quand-une-fois = Une seule fois
edit-quand-garder = Garder le rythme qui est connu
edit-du = Premier jour (facultatif)
edit-au = Dernier jour (facultatif)
edit-sauf = Jours sans permanence
edit-sauf-hint = Congés, formation, pont : une date par case.
edit-sauf-n = Jour sans permanence { $n }
edit-jour = Jour, si c'est une seule fois
edit-jour-missing = Donnez le jour.
edit-debut = Début, si c'est une seule fois
edit-fin = Fin, si c'est une seule fois
edit-entree = Comment entre-t-on ?
edit-entree-non-dit = Ce n'est pas dit
edit-entree-libre = Sans rendez-vous
edit-entree-rendez-vous = Sur rendez-vous
edit-lieu = Où ?
edit-lieu-sur-place = Sur place
edit-lieu-telephone = Par téléphone
edit-lieu-tournee = En tournée
edit-pour = Pour qui ?
edit-pour-habitants = Les habitants
edit-pour-professionnels = Les professionnels
edit-places = Nombre de places (facultatif)
edit-places-wrong = Écrivez un nombre entier, par exemple 8.

## The day itself

day-title = Que se passe-t-il aujourd'hui ?
day-link-today = Aujourd'hui : { $session }
day-link-more = Dire que c'est complet, annulé ou remplacé
day-kind-complet = Complet aujourd'hui
day-kind-annule = Annulé
day-kind-remplace = Remplacé
day-now = C'est affiché : { $said }.
day-unsay = Ne plus l'afficher
day-words = Précision
day-words-hint = Pour « remplacé » : par quoi, où, à quelle heure. Pas de nom de personne.
day-words-missing = Écrivez par quoi la permanence est remplacée.
day-words-long = C'est trop long : une ligne suffit.
day-ends = Ce qui est dit ici s'efface ce soir.
day-turned-away = Personnes que vous n'avez pas pu aider aujourd'hui
day-turned-away-lead = Un simple compte, sans nom : il montre où l'aide manque.
day-one-more = Une personne de plus : { $need }
day-one-less = Une personne de moins : { $need }
day-told-complet = { $session } : complet aujourd'hui
day-told-complet-more = { $session } : complet aujourd'hui ({ $words })
day-told-annule = { $session } : annulé aujourd'hui
day-told-annule-more = { $session } : annulé aujourd'hui ({ $words })
day-told-remplace = { $session } : remplacé aujourd'hui
day-told-remplace-more = { $session } : remplacé aujourd'hui par { $words }
note-day-said = C'est affiché dès maintenant, et jusqu'à ce soir.
note-day-unsaid = Ce n'est plus affiché.
note-day-counted = C'est compté.

## Organisations

edit-org-new = Ajouter une structure
edit-org-nom = Nom de la structure
edit-org-niveau = Niveau qui en répond
edit-org-niveau-hint = Le nom d'une commune, d'une intercommunalité, d'un département : « Ille-et-Vilaine ».
edit-org-niveau-other = Vous ne répondez pas de ce territoire.
edit-org-siret = SIRET ou RNA (facultatif)
edit-org-siret-wrong = « { $text } » n'est ni un SIRET ni un RNA : vérifiez les chiffres.
edit-org-courriel = Courriel public (facultatif)
edit-org-telephone = Téléphone (facultatif)
edit-org-site = Site (facultatif)
edit-org-resume = Ce que fait la structure (facultatif)
edit-org-places = Ses lieux
edit-org-remove = Ne plus rattacher
edit-org-remove-this = Ne plus rattacher : { $name }
edit-org-add = Rattacher un lieu
edit-org-add-hint = Collez l'adresse de sa page sur ce site.
edit-org-attach = Rattacher
edit-org-place-unknown = Aucun lieu n'a cette adresse.
note-org-saved = La structure est enregistrée.
note-org-place-added = Le lieu est rattaché.
note-org-place-removed = Le lieu n'est plus rattaché.
