# Rapprochements : ce qui est dit deux fois, ce qui pourrait être fait ensemble, et pourquoi.

overlap-read = { $items } fiches lues, { $pairs ->
    [one] { $pairs } rapprochement
   *[other] { $pairs } rapprochements
}.
overlap-twice = « { $id } » est écrit deux fois : donnez un autre identifiant à l’une des deux fiches.
overlap-count = { $label } : { $count }
overlap-pair = { $a } et { $b } : { $label } ({ $score }). { $reasons }

overlap-label-same-action = même action dite deux fois
overlap-label-same-cost = même dépense demandée à deux financeurs
overlap-label-same-post = même poste compté deux fois
overlap-label-same-cofunding = même cofinancement promis deux fois
overlap-label-complementary = à faire ensemble

overlap-none-follows = L’une est la suite de l’autre.
overlap-none-pays = L’une demande de l’argent pour l’autre.
overlap-none-serves = L’une contribue à l’autre et le dit.
overlap-none-parts = Deux parts d’un même plan de financement : chacune montre l’autre.
overlap-none-shares = Deux parts du temps d’une même personne : ensemble, pas plus d’un temps plein.
overlap-none-period = Aucun mois en commun.
overlap-none-far = Trop loin l’une de l’autre.
overlap-none-publics = Pas pour les mêmes personnes.
overlap-none-means = Pas la même chose, ou pas de la même façon.
overlap-none-need = Pas le même besoin.
overlap-none-same-bearer = La même structure porte deux choses différentes.
overlap-none-closed = L’une est réservée à certaines personnes.
overlap-none-filled = Le poste est pourvu, ou les deux font plus d’un temps plein.
overlap-none-paid = Les deux sont déjà payées.

overlap-evidence-communes = { $count ->
    [one] { $count } commune en commun
   *[other] { $count } communes en commun
}
overlap-evidence-neighbours = Territoires voisins
overlap-evidence-months = { $count ->
    [one] { $count } mois en commun
   *[other] { $count } mois en commun
}
overlap-evidence-months-untold = Une période n’est pas connue
overlap-evidence-need = Même besoin : { $need }
overlap-evidence-service = Même service : { $service }
overlap-evidence-public = Même public : { $public }
overlap-evidence-everybody = L’une est pour tout le monde, l’autre pour une partie
overlap-evidence-reference = Même référence : { $reference }
overlap-evidence-post-reference = Même numéro de poste : { $reference }
overlap-evidence-post-host = Même employeur ou même structure d’accueil
overlap-evidence-post-place = Même lieu de travail
overlap-evidence-post-ground = Même sorte de poste sur le même territoire
overlap-evidence-full-time = { $percent } % d’un temps plein à elles deux
overlap-evidence-promise = Même promesse : { $by }, { $euros } €, { $year }
overlap-evidence-promise-undated = Même promesse : { $by }, { $euros } €
overlap-evidence-promise-unsaid = Même promesse : { $by }
overlap-evidence-promise-apart = Des promesses semblables, mais dites différentes
overlap-evidence-funders = Deux financeurs : { $one } et { $other }
overlap-evidence-funder = Même financeur : { $funder }
overlap-evidence-same-cost = Même montant : { $euros } €
overlap-evidence-close-cost = Montants proches (à un cinquième près)
overlap-evidence-share-of-cost = Un montant est { $percent } % de l’autre, comme le dit le texte
overlap-evidence-told-cost = Le texte de l’une donne le montant de l’autre : { $euros } €
overlap-evidence-other-cost = Montants différents
overlap-evidence-quantity = Même nombre : { $number }
overlap-evidence-other-quantity = Nombres différents
overlap-evidence-place = Même lieu
overlap-evidence-other-place = Lieux différents
overlap-evidence-bearer = L’une cite la structure qui porte l’autre
overlap-evidence-same-bearer = Même structure porteuse
overlap-evidence-commune-named = L’une cite une commune de l’autre
overlap-evidence-part = L’une peut être une partie de l’autre
overlap-evidence-nested = Le territoire de l’une est dans celui de l’autre
overlap-evidence-words = Mots en commun : { $words }
overlap-evidence-seeking = Cherche des partenaires
overlap-evidence-closed = Une seule des deux est réservée
