# Mutualisations : ce qui serait demandé ensemble, ce que cela épargne, et pourquoi.

pools-read = { $wants } intentions lues, { $pools ->
    [0] aucune mutualisation proposée
    [one] { $pools } mutualisation proposée
   *[other] { $pools } mutualisations proposées
}.
pools-none = Rien à mutualiser.
pools-value = Épargne estimée, au milieu des fourchettes : { $value }. Le plus simple des choix donnerait { $greedy } ; aucun choix parmi les groupes examinés ne dépasse { $bound }.
pools-cut = { $count ->
    [one] Pour { $count } intention, les groupes étaient trop nombreux : tous n’ont pas été examinés.
   *[other] Pour { $count } intentions, les groupes étaient trop nombreux : tous n’ont pas été examinés.
}
pools-pool = Mutualisation { $rank } : { $wants }. Structures : { $organisations }. Portage possible : { $lead }.
pools-net = Épargne nette : de { $least } à { $most }, une fois ôté le temps de se mettre d’accord (de { $costleast } à { $costmost }).
pools-reason = – { $reason }
pools-rival = Préférée à : { $wants } ({ $loses } de moins).
pools-unpooled = { $want } : { $cause }

pools-rule-loan = Prêt plutôt qu’achat ({ $kit ->
    [tablette] tablettes
    [telephone] téléphones
    [imprimante] imprimantes
    [videoprojecteur] vidéoprojecteurs
    [connexion] accès à internet
   *[other] ordinateurs
}) : { $count }. De { $least } € à { $most } €.
pools-rule-purchase = Achat groupé ({ $kit ->
    [tablette] tablettes
    [telephone] téléphones
    [imprimante] imprimantes
    [videoprojecteur] vidéoprojecteurs
    [connexion] accès à internet
   *[other] ordinateurs
}) : { $count }. De { $least } € à { $most } €.
pools-rule-whole-post = Des heures qui font des postes entiers : { $hours } h par semaine, postes : { $posts }, contrats en moins : { $spared }. De { $least } € à { $most } €.
pools-rule-sessions = Des journées de formation mieux remplies : { $people } personnes, { $together ->
    [one] { $together } journée
   *[other] { $together } journées
} au lieu de { $apart }. De { $least } € à { $most } €.
pools-rule-one-study = Une seule étude pour plusieurs territoires : { $need }. De { $least } € à { $most } €.
pools-source-assumption = hypothèse, à remplacer par vos devis

pools-evidence-need = Même besoin : { $subject }
pools-evidence-service = Même service : { $subject }
pools-evidence-commune = Même commune : { $commune }
pools-evidence-near = À { $km } km au plus les uns des autres
pools-evidence-year = Même année : { $year }
pools-evidence-years = Mêmes années : de { $first } à { $last }
pools-evidence-public = Même public : { $public }
pools-evidence-wished = { $by } souhaite être avec { $with }
pools-evidence-post-aid = Pour mémoire, l’État aidait un poste entier de conseiller numérique à hauteur de { $firstpublic } € (public) ou { $firstprivate } € (privé) la première année, puis { $secondpublic } € ou { $secondprivate } €. Ce n’est pas compté.

pools-cause-alone = souhaite rester seule.
pools-cause-no-need = ne dit aucun besoin qui puisse être comparé.
pools-cause-no-place = on ne sait pas où elle est.
pools-cause-nobody = personne de proche n’a le même besoin, les mêmes années, pour le même public.
pools-cause-nothing = avec ses voisines, rien n’est épargné à coup sûr.
pools-cause-outbid = les autres groupes épargnent davantage.

pools-option-range = { $field } va de { $least } à { $most }.
pools-option-span = { $field } : il faut deux montants positifs, le plus petit d’abord.
pools-option-percents = { $field } : il faut deux pourcentages de 0 à 100, le plus petit d’abord.
pools-option-json = Ce fichier n'est pas du JSON : la lecture s'arrête à la ligne { $line }, colonne { $column }.
pools-option-unknown = { $field } n'est pas un champ connu. Champs possibles : { $known }.
pools-option-number = { $field } : il faut un nombre, écrit sans guillemets.
pools-option-whole = { $field } : il faut un nombre entier, pas plus petit que zéro, écrit sans guillemets.
pools-option-object = { $field } : il faut un objet entre accolades, avec les champs { $known }.
pools-option-missing = { $field } : il faut tous les champs { $known }.
