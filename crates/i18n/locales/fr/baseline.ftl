# Which services are given at which places, and who knows how.

## For everybody

socle-public-title = Ce qui est proposé, lieu par lieu
socle-public-title-of = Ce qui est proposé : { $name }
socle-public-lead = Une case vide ne veut pas dire non : demandez au lieu.
socle-public-none = Rien n'est encore communiqué.

## At the desk

socle-title = Services et savoir-faire
socle-title-of = Services et savoir-faire : { $name }
socle-lead = Tout le monde voit ce qui est proposé. Le reste (souhaits, refus, noms des partenaires) reste entre les personnes qui travaillent dans le dispositif.
socle-none = Aucun service n'est encore décrit : ajoutez le premier.
socle-matrix = Services par lieu
socle-know-how = Qui sait faire quoi
socle-missing = Ce qui manque, et qui pourrait aider
socle-places = Murs, suivi et accueil
socle-lieu = Lieu
socle-structure = Structure
socle-oui = oui
socle-souhaite = souhaité
socle-non = non
socle-since = depuis le { $date }
socle-gap = { $n ->
    [one] { $service } : manque dans un lieu.
   *[other] { $service } : manque dans { $n } lieux.
}
socle-gap-souhaite = Souhaité : { $places }.
socle-gap-unsaid = Rien n'est dit : { $places }.
socle-gap-non = Refusé : { $places }.
socle-gap-partout = tous les lieux
socle-candidates = Pourraient aider : { $who }.
socle-no-candidate = Aucune structure ne dit encore qu'elle pourrait aider.
socle-csv = Tableau à ouvrir dans un tableur
socle-csv-list = Liste avec auteurs et dates
note-socle-saved = C'est enregistré.

## Saying something

socle-form-dire = Dire ce qu'il en est d'un service
dire-lieu = Dans quel lieu ?
dire-service = Pour quel service ?
dire-quoi = Réponse
dire-quoi-offert = Proposé
dire-quoi-souhaite = Souhaité
dire-quoi-refuse = Refusé
dire-quoi-rien = Effacer la réponse
dire-raison = Raison du refus
dire-raison-hint = Demandée seulement pour un refus. Elle n'est jamais publique.
dire-raison-missing = Dites pourquoi : un refus sans raison n'aide personne.
dire-par = Structure qui le dit
dire-depuis = Depuis le
dire-depuis-hint = Aujourd'hui si vous laissez vide.

## Pasting

socle-form-coller = Coller un tableau
coller-texte = Cellules copiées d'un tableur
coller-texte-hint = Les services en première ligne, les lieux en première colonne. Dans les cases : oui, souhaité, ou non suivi d'une raison (« non : pas de salle »). Les colonnes du fichier CSV sont comprises : propriétaire des murs, suivi par, bureau partageable… Une case vide ne change rien.
coller-par = Structure qui le dit
coller-depuis = Depuis le
coller-missing = Collez d'abord des cellules.
coller-service = Ligne { $line }, colonne { $column } : le service « { $text } » n'est pas dans ce tableau.
coller-lieu = Ligne { $line }, colonne { $column } : le lieu « { $text } » n'est pas dans ce tableau.
coller-structure = Ligne { $line }, colonne { $column } : « { $text } » ne désigne pas une seule structure connue. Collez son adresse.
coller-twice = Ligne { $line }, colonne { $column } : « { $text } » est déjà plus haut ou plus à gauche.
coller-mot = Ligne { $line }, colonne { $column } : « { $text } » n'est pas compris. Écrivez oui, souhaité, ou non suivi d'une raison.
coller-oui-non = Ligne { $line }, colonne { $column } : « { $text } » n’est pas compris. Écrivez oui ou non.
coller-raison = Ligne { $line }, colonne { $column } : ce refus n'a pas de raison.
coller-trop = Ligne { $line }, colonne { $column } : cette case est au-delà de la première ligne.
coller-more = { $n ->
    [one] Et { $n } autre erreur.
   *[other] Et { $n } autres erreurs.
}

## Services, know-how, places

socle-form-service = Ajouter ou renommer un service
service-nom = Nom du service
service-nom-hint = Par exemple : wifi, impression, ateliers, réparation.
service-national = Service national
socle-form-savoir = Dire ce que sait faire une structure
savoir-qui = Structure
savoir-service = Pour quel service ?
savoir-quoi = Ce qu'elle peut
savoir-quoi-sait-faire = Sait faire
savoir-quoi-a-une-solution = A une solution
savoir-quoi-rien = Effacer
socle-form-lieu = Dire ce qu'un lieu peut prêter
lieu-lequel = Quel lieu ?
lieu-murs = Propriétaire des murs
lieu-suivi = Qui suit ce qui manque
lieu-accueil = Ce qu'il peut prêter
lieu-accueil-bureau-partageable = Bureau partageable
lieu-accueil-salle-de-groupe = Salle de groupe
lieu-accueil-lien-accueil = Lien avec l'accueil
lieu-accueil-rangement = Rangement du matériel
lieu-accueil-soir = Ouverture en soirée

## What partners think

consulter-title = Avis des partenaires
consulter-head = Service
consulter-none = Aucun avis n'est encore demandé. Les avis restent entre les personnes qui travaillent dans le dispositif.
consulter-nobody = Ajoutez d'abord des structures partenaires : ce sont elles qui donnent un avis.
consulter-silent = Sans réponse
consulter-said = { $name }.
consulter-why = { $name } : « { $why } »
socle-form-consulter = Demander l'avis des partenaires
consulter-service = Sur quel service ?
consulter-service-tous = Tous les services
consulter-jusque = Réponse jusqu'au
consulter-past = Cette date est passée.
consulter-do = Demander l'avis
consulter-asked-title = Services proposés : { $name }
consulter-asked-lead = Que pense { $organisation } de ces services ? Seules les personnes qui travaillent dans le dispositif lisent votre avis. Vous pouvez répondre à une partie seulement.
consulter-motif = Pourquoi ? ({ $service })
consulter-motif-hint = À dire si l'avis n'est pas favorable.
consulter-give = Donner ces avis
consulter-nothing = Choisissez un avis pour un service au moins.
note-consulter = L'avis des partenaires est demandé. Ils reçoivent un courriel.
note-consulter-over = La consultation est finie : l'avis n'a pas été enregistré.
